/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two states of a design at one scale: beside each other, one over the other and faded, or with a seam
 * between them that the hand drags. Main thread; painted in others.
 *
 * Property: position (0 to 1): how far the second shows through, or where the seam is. */
#pragma once

#include <gtk/gtk.h>

#include "ring-drawing.h"

G_BEGIN_DECLS

#define RING_TYPE_COMPARISON (ring_comparison_get_type ())
G_DECLARE_FINAL_TYPE (RingComparison, ring_comparison, RING, COMPARISON, GtkWidget)

typedef enum
{
  RING_COMPARE_SIDES,
  RING_COMPARE_OVERLAY,
  RING_COMPARE_SEAM,
} RingCompareMode;

/* REGIONS (paper mm) are what is shown of each, as large as each other in mm of the ring. What assistive
 * tools say is DESCRIPTION. */
void ring_comparison_set (RingComparison *comparison, RingDrawing *first, RingDrawing *second, const RingRect regions[2], const char *description);
void ring_comparison_set_mode (RingComparison *comparison, RingCompareMode mode);
void ring_comparison_set_position (RingComparison *comparison, double position);
double ring_comparison_get_position (RingComparison *comparison);

G_END_DECLS
