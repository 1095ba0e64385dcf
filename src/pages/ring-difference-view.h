/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One ring in two halves: the catalogue's ring and the drawing of the Bench, both through the
 * finger, at the same scale, their finger circles on one line. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-catalogue-art.h"

G_BEGIN_DECLS

#define RING_TYPE_DIFFERENCE_VIEW (ring_difference_view_get_type ())
G_DECLARE_FINAL_TYPE (RingDifferenceView, ring_difference_view, RING, DIFFERENCE_VIEW, GtkWidget)

/* ART must outlive the view or be taken away; CHOICE is copied. DRAWING, ART and CHOICE may be
 * NULL: that side then shows its finger circle only. */
void ring_difference_view_set (RingDifferenceView *self, RingDrawing *drawing, RingCatalogueArt *art, const RingChoice *choice);

G_END_DECLS
