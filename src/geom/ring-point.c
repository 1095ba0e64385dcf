/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-point.h"

#include <math.h>

double
ring_point_distance (RingPoint a, RingPoint b)
{
  return hypot (b.x - a.x, b.y - a.y);
}

/* The distance from P to the nearest point of the segment from A to B, which may have no length. */
double
ring_point_segment_distance (RingPoint p, RingPoint a, RingPoint b)
{
  double dx = b.x - a.x;
  double dy = b.y - a.y;
  double length2 = dx * dx + dy * dy;
  double t = 0;

  if (length2 > 0)
    t = CLAMP (((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0, 1);
  return hypot (p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/* A rectangle of no width or height is not empty: it is the bounds of a point or a line. */
gboolean
ring_rect_is_empty (RingRect rect)
{
  /* Written so that a NaN makes the rectangle empty. */
  return !(rect.x0 <= rect.x1 && rect.y0 <= rect.y1);
}

RingRect
ring_rect_union (RingRect a, RingRect b)
{
  if (ring_rect_is_empty (a))
    return ring_rect_is_empty (b) ? RING_RECT_EMPTY : b;
  if (ring_rect_is_empty (b))
    return a;
  return (RingRect){ MIN (a.x0, b.x0), MIN (a.y0, b.y0), MAX (a.x1, b.x1), MAX (a.y1, b.y1) };
}

RingRect
ring_rect_intersect (RingRect a, RingRect b)
{
  RingRect both = { MAX (a.x0, b.x0), MAX (a.y0, b.y0), MIN (a.x1, b.x1), MIN (a.y1, b.y1) };

  if (!ring_rect_intersects (a, b))
    return RING_RECT_EMPTY;
  return both;
}

/* Rectangles that only touch do intersect. */
gboolean
ring_rect_intersects (RingRect a, RingRect b)
{
  return !ring_rect_is_empty (a) && !ring_rect_is_empty (b) && a.x0 <= b.x1 && b.x0 <= a.x1
         && a.y0 <= b.y1 && b.y0 <= a.y1;
}

RingRect
ring_rect_add_point (RingRect rect, RingPoint point)
{
  return ring_rect_union (rect, (RingRect){ point.x, point.y, point.x, point.y });
}

/* Moves all four sides inwards by BY, outwards when BY is negative. An empty rectangle stays
 * empty, and one that is inset past its middle becomes empty. */
RingRect
ring_rect_inset (RingRect rect, double by)
{
  RingRect inset = { rect.x0 + by, rect.y0 + by, rect.x1 - by, rect.y1 - by };

  if (ring_rect_is_empty (rect) || ring_rect_is_empty (inset))
    return RING_RECT_EMPTY;
  return inset;
}

gboolean
ring_rect_contains (RingRect rect, RingPoint point)
{
  return point.x >= rect.x0 && point.x <= rect.x1 && point.y >= rect.y0 && point.y <= rect.y1;
}

gboolean
ring_matrix_is_identity (const RingMatrix *m)
{
  return ring_matrix_equal (m, &RING_MATRIX_IDENTITY);
}

gboolean
ring_matrix_equal (const RingMatrix *a, const RingMatrix *b)
{
  return a->xx == b->xx && a->yx == b->yx && a->xy == b->xy && a->yy == b->yy && a->x0 == b->x0
         && a->y0 == b->y0;
}

RingMatrix
ring_matrix_multiply (const RingMatrix *a, const RingMatrix *b)
{
  return (RingMatrix){
    .xx = a->xx * b->xx + a->yx * b->xy,
    .yx = a->xx * b->yx + a->yx * b->yy,
    .xy = a->xy * b->xx + a->yy * b->xy,
    .yy = a->xy * b->yx + a->yy * b->yy,
    .x0 = a->x0 * b->xx + a->y0 * b->xy + b->x0,
    .y0 = a->x0 * b->yx + a->y0 * b->yy + b->y0,
  };
}

gboolean
ring_matrix_invert (const RingMatrix *m, RingMatrix *inverse)
{
  double det = m->xx * m->yy - m->xy * m->yx;
  RingMatrix result;

  if (!isfinite (det) || det == 0)
    return FALSE;
  result = (RingMatrix){
    .xx = m->yy / det,
    .yx = -m->yx / det,
    .xy = -m->xy / det,
    .yy = m->xx / det,
    .x0 = (m->xy * m->y0 - m->yy * m->x0) / det,
    .y0 = (m->yx * m->x0 - m->xx * m->y0) / det,
  };
  /* A determinant next to nothing gives an inverse that no longer fits a double. */
  if (!isfinite (result.xx) || !isfinite (result.yx) || !isfinite (result.xy)
      || !isfinite (result.yy) || !isfinite (result.x0) || !isfinite (result.y0))
    return FALSE;

  *inverse = result;
  return TRUE;
}

RingPoint
ring_matrix_apply (const RingMatrix *m, RingPoint point)
{
  return (RingPoint){ m->xx * point.x + m->xy * point.y + m->x0,
                      m->yx * point.x + m->yy * point.y + m->y0 };
}

/* The bounds of the four turned corners. */
RingRect
ring_matrix_apply_rect (const RingMatrix *m, RingRect rect)
{
  RingRect bounds = RING_RECT_EMPTY;

  if (ring_rect_is_empty (rect))
    return bounds;
  bounds = ring_rect_add_point (bounds, ring_matrix_apply (m, (RingPoint){ rect.x0, rect.y0 }));
  bounds = ring_rect_add_point (bounds, ring_matrix_apply (m, (RingPoint){ rect.x1, rect.y0 }));
  bounds = ring_rect_add_point (bounds, ring_matrix_apply (m, (RingPoint){ rect.x1, rect.y1 }));
  bounds = ring_rect_add_point (bounds, ring_matrix_apply (m, (RingPoint){ rect.x0, rect.y1 }));
  return bounds;
}

double
ring_matrix_scale (const RingMatrix *m)
{
  return sqrt (fabs (m->xx * m->yy - m->xy * m->yx));
}
