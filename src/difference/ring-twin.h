/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The twin key: two designs with the same key are drawn with the same lines, wherever these lie, whichever way they are
 * turned or mirrored, and in whatever order they were drawn. Pure.
 *
 * SHAPES is the sum over what was drawn (ring-drawn.h) of one hash for each item, and a sum knows no order. The hash is of
 * the shape alone: of the lengths and angles between its points, as the pen delivered them or, without samples, as the
 * outline has them, in whole micrometres; so moving, turning and mirroring, which only set the item's matrix, leave
 * it the same to the bit, and a point that moves by a micrometre makes another. How much the matrix enlarges counts,
 * in hundredths.
 *
 * SPREAD is how far the items lie apart, mm: the root of the mean square of the distance of their middles from the middle
 * of all, view by view. Matrices are rounded in files, so it is compared with the grid of RING_PACK_GRID as tolerance.
 *
 * What is not found: the same strokes drawn anew by hand (no hand draws the same twice), and one line of
 * hundreds that was shifted among the others (that is still reported as a copy, since every line is there). */
#pragma once

#include "ring-drawing.h"

G_BEGIN_DECLS

typedef struct
{
  guint64 shapes; /* 0: nothing is drawn, and that is nobody's twin */
  double  spread;
} RingTwinKey;

RingTwinKey ring_twin_key (const RingDrawing *drawing);
gboolean    ring_twin_key_equal (const RingTwinKey *a, const RingTwinKey *b);

G_END_DECLS
