/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One ring in two halves: left of a seam the catalogue's ring among its copies, right of it the drawing of the Bench, both
 * through the finger, at one scale, their finger circles together. The hand drags the seam; by keys it goes with the
 * arrows, Home and End. Put back on the menu, the drawing turns part by part into the catalogue's ring. Main thread.
 *
 * Properties: position (0 to 1): where the seam is; back (0 to 1): how far the ring is put back on the menu. */
#pragma once

#include <gtk/gtk.h>

#include "ring-catalogue-art.h"
#include "ring-difference.h"

G_BEGIN_DECLS

#define RING_TYPE_DIFFERENCE_VIEW (ring_difference_view_get_type ())
G_DECLARE_FINAL_TYPE (RingDifferenceView, ring_difference_view, RING, DIFFERENCE_VIEW, GtkWidget)

/* ART must outlive the view or be taken away. All may be NULL: that side then shows its finger circle only. Of
 * DIFFERENCE, which is not kept, come the choice, the copies and when each part turns. */
void   ring_difference_view_set (RingDifferenceView *self, RingDrawing *drawing, RingCatalogueArt *art, const RingDifference *difference);
void   ring_difference_view_set_position (RingDifferenceView *self, double position);
double ring_difference_view_get_position (RingDifferenceView *self);
void   ring_difference_view_set_back (RingDifferenceView *self, double back);
double ring_difference_view_get_back (RingDifferenceView *self);

G_END_DECLS
