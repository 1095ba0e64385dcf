/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Points, rectangles and affine matrices of doubles, passed by value. Degenerate input is
 * allowed everywhere: an empty rectangle has x1 < x0. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x, y;
} RingPoint;

typedef struct
{
  double x0, y0, x1, y1;
} RingRect;

/* x' = xx x + xy y + x0, y' = yx x + yy y + y0: the order of cairo_matrix_t and of SVG's
 * matrix(xx yx xy yy x0 y0). */
typedef struct
{
  double xx, yx, xy, yy, x0, y0;
} RingMatrix;

#define RING_MATRIX_IDENTITY ((RingMatrix){ 1, 0, 0, 1, 0, 0 })
#define RING_RECT_EMPTY ((RingRect){ 1, 1, 0, 0 })

double     ring_point_distance (RingPoint a, RingPoint b);
double     ring_point_segment_distance (RingPoint p, RingPoint a, RingPoint b);

gboolean   ring_rect_is_empty (RingRect rect);
RingRect   ring_rect_union (RingRect a, RingRect b);
RingRect   ring_rect_intersect (RingRect a, RingRect b);
gboolean   ring_rect_intersects (RingRect a, RingRect b);
RingRect   ring_rect_add_point (RingRect rect, RingPoint point);
RingRect   ring_rect_inset (RingRect rect, double by);
gboolean   ring_rect_contains (RingRect rect, RingPoint point);

gboolean   ring_matrix_is_identity (const RingMatrix *m);
gboolean   ring_matrix_equal (const RingMatrix *a, const RingMatrix *b);
/* First A, then B, as cairo_matrix_multiply(). */
RingMatrix ring_matrix_multiply (const RingMatrix *a, const RingMatrix *b);
/* FALSE, and *INVERSE untouched, when M has no inverse. */
gboolean   ring_matrix_invert (const RingMatrix *m, RingMatrix *inverse);
RingPoint  ring_matrix_apply (const RingMatrix *m, RingPoint point);
RingRect   ring_matrix_apply_rect (const RingMatrix *m, RingRect rect);
/* The square root of the determinant's size: how much M enlarges lengths on average. */
double     ring_matrix_scale (const RingMatrix *m);

G_END_DECLS
