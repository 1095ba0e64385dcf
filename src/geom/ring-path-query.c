/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions asked of a path: bounds, inside or not, distance, polylines. All walk the segments
 * in the same way and share the halving of cubics. */
#include "ring-path.h"

#include <math.h>

/* Halving 24 times divides a curve by sixteen million: below the last bit that matters. */
#define MAX_DEPTH 24

typedef struct
{
  RingPoint p[4];
} Cubic;

/* One line or curve of a path, with its start; lines that only close a subpath are included. */
typedef struct
{
  RingPathVerb verb;
  Cubic curve; /* p[0] and p[3] of a line */
  gboolean first; /* of its subpath */
  gboolean closing;
} Segment;

typedef struct
{
  const guint8 *verbs;
  const RingPoint *points;
  gsize n_verbs, i;
  RingPoint start, current;
  gboolean first, close_open;
} Walk;

static void
walk_init (Walk *walk, const RingPath *path, gboolean close_open)
{
  gsize n_points;

  *walk = (Walk){ .first = TRUE, .close_open = close_open };
  walk->verbs = ring_path_get_verbs (path, &walk->n_verbs);
  walk->points = ring_path_get_points (path, &n_points);
}

static void
walk_line (Walk *walk, Segment *segment, RingPoint to, gboolean closing)
{
  *segment = (Segment){ .verb = RING_PATH_LINE, .first = walk->first, .closing = closing };
  segment->curve.p[0] = segment->curve.p[1] = walk->current;
  segment->curve.p[3] = segment->curve.p[2] = to;
  walk->current = to;
  walk->first = closing;
}

/* Gives the next segment; FALSE at the end. */
static gboolean
walk_next (Walk *walk, Segment *segment)
{
  while (walk->i < walk->n_verbs)
    {
      RingPathVerb verb = walk->verbs[walk->i];

      if (verb == RING_PATH_MOVE && walk->close_open && !walk->first)
        {
          walk_line (walk, segment, walk->start, TRUE);
          return TRUE;
        }
      walk->i++;
      switch (verb)
        {
        case RING_PATH_MOVE:
          walk->start = walk->current = *walk->points++;
          walk->first = TRUE;
          break;
        case RING_PATH_LINE:
          walk_line (walk, segment, *walk->points++, FALSE);
          return TRUE;
        case RING_PATH_CURVE:
          *segment = (Segment){ .verb = RING_PATH_CURVE, .first = walk->first };
          segment->curve.p[0] = walk->current;
          for (guint k = 0; k < 3; k++)
            segment->curve.p[k + 1] = *walk->points++;
          walk->current = segment->curve.p[3];
          walk->first = FALSE;
          return TRUE;
        case RING_PATH_CLOSE:
          walk_line (walk, segment, walk->start, TRUE);
          return TRUE;
        }
    }
  if (walk->close_open && !walk->first)
    {
      walk_line (walk, segment, walk->start, TRUE);
      return TRUE;
    }
  return FALSE;
}

static RingPoint
middle (RingPoint a, RingPoint b)
{
  return (RingPoint){ (a.x + b.x) / 2, (a.y + b.y) / 2 };
}

/* de Casteljau at one half. */
static void
halve (const Cubic *c, Cubic *a, Cubic *b)
{
  RingPoint m = middle (c->p[1], c->p[2]);

  a->p[0] = c->p[0];
  b->p[3] = c->p[3];
  a->p[1] = middle (c->p[0], c->p[1]);
  b->p[2] = middle (c->p[2], c->p[3]);
  a->p[2] = middle (a->p[1], m);
  b->p[1] = middle (m, b->p[2]);
  a->p[3] = b->p[0] = middle (a->p[2], b->p[1]);
}

static double
bezier_at (double a, double b, double c, double d, double t)
{
  double s = 1 - t;

  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

/* Widens LOW to HIGH by the extremes of one coordinate: the roots of the derivative. */
static void
add_extremes (double a, double b, double c, double d, double *low, double *high)
{
  double k2 = d - a + 3 * (b - c);
  double k1 = 2 * (a - 2 * b + c);
  double k0 = b - a;
  double roots[2] = { -1, -1 };
  double disc = k1 * k1 - 4 * k2 * k0;

  if (MIN (b, c) >= *low && MAX (b, c) <= *high)
    return;
  if (disc >= 0)
    {
      /* The form of the quadratic formula that loses no digits when k2 is next to nothing. */
      double q = -0.5 * (k1 + copysign (sqrt (disc), k1));

      if (k2 != 0)
        roots[0] = q / k2;
      if (q != 0)
        roots[1] = k0 / q;
    }
  for (guint i = 0; i < 2; i++)
    {
      if (roots[i] > 0 && roots[i] < 1)
        {
          double v = bezier_at (a, b, c, d, roots[i]);

          *low = MIN (*low, v);
          *high = MAX (*high, v);
        }
    }
}

RingRect
ring_path_get_bounds (const RingPath *path)
{
  RingRect bounds = RING_RECT_EMPTY;
  Segment segment;
  Walk walk;

  walk_init (&walk, path, FALSE);
  while (walk_next (&walk, &segment))
    {
      const RingPoint *p = segment.curve.p;

      /* Where a segment starts, another one ended. */
      if (segment.first)
        bounds = ring_rect_add_point (bounds, p[0]);
      bounds = ring_rect_add_point (bounds, p[3]);
      if (segment.verb == RING_PATH_CURVE && !ring_rect_is_empty (bounds))
        {
          add_extremes (p[0].x, p[1].x, p[2].x, p[3].x, &bounds.x0, &bounds.x1);
          add_extremes (p[0].y, p[1].y, p[2].y, p[3].y, &bounds.y0, &bounds.y1);
        }
    }
  return bounds;
}

static RingRect
hull_box (const Cubic *c)
{
  RingRect box = { c->p[0].x, c->p[0].y, c->p[0].x, c->p[0].y };

  for (guint i = 1; i < 4; i++)
    {
      box.x0 = MIN (box.x0, c->p[i].x);
      box.y0 = MIN (box.y0, c->p[i].y);
      box.x1 = MAX (box.x1, c->p[i].x);
      box.y1 = MAX (box.y1, c->p[i].y);
    }
  return box;
}

static int
line_winding (RingPoint a, RingPoint b, RingPoint p)
{
  double side = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);

  if (a.y <= p.y && b.y > p.y && side > 0)
    return 1;
  if (b.y <= p.y && a.y > p.y && side < 0)
    return -1;
  return 0;
}

/* How often the curve crosses the ray from P to the right, upwards less downwards. */
static int
curve_winding (const Cubic *c, RingPoint p, guint depth)
{
  RingRect box = hull_box (c);
  Cubic a, b;

  if (p.y < box.y0 || p.y > box.y1 || p.x > box.x1)
    return 0;
  if (p.x < box.x0 || depth == MAX_DEPTH)
    {
      if (p.x < box.x0)
        return (c->p[3].y > p.y) - (c->p[0].y > p.y);
      return line_winding (c->p[0], c->p[3], p);
    }
  halve (c, &a, &b);
  return curve_winding (&a, p, depth + 1) + curve_winding (&b, p, depth + 1);
}

/* The winding number of the path round POINT, open subpaths closed. */
int
ring_path_winding (const RingPath *path, RingPoint point)
{
  int winding = 0;
  Segment segment;
  Walk walk;

  walk_init (&walk, path, TRUE);
  while (walk_next (&walk, &segment))
    {
      if (segment.verb == RING_PATH_CURVE)
        winding += curve_winding (&segment.curve, point, 0);
      else
        winding += line_winding (segment.curve.p[0], segment.curve.p[3], point);
    }
  return winding;
}

gboolean
ring_path_contains (const RingPath *path, RingPoint point)
{
  return ring_path_winding (path, point) != 0;
}

/* How far the curve can lie from its chord: no more than its controls do. */
static double
flatness (const Cubic *c)
{
  return MAX (ring_point_segment_distance (c->p[1], c->p[0], c->p[3]),
              ring_point_segment_distance (c->p[2], c->p[0], c->p[3]));
}

static double
curve_distance (const Cubic *c, RingPoint p, double best, guint depth)
{
  RingRect box = hull_box (c);
  double dx = MAX (MAX (box.x0 - p.x, p.x - box.x1), 0);
  double dy = MAX (MAX (box.y0 - p.y, p.y - box.y1), 0);
  Cubic a, b;

  if (hypot (dx, dy) >= best)
    return best;
  if (depth == MAX_DEPTH || flatness (c) <= 1e-7)
    return MIN (best, ring_point_segment_distance (p, c->p[0], c->p[3]));
  halve (c, &a, &b);
  /* The half that ends nearer first: it often makes the other one needless. */
  if (ring_point_distance (p, c->p[0]) > ring_point_distance (p, c->p[3]))
    {
      Cubic swap = a;

      a = b;
      b = swap;
    }
  best = curve_distance (&a, p, best, depth + 1);
  return curve_distance (&b, p, best, depth + 1);
}

/* For a path without segments the distance is infinite. */
double
ring_path_distance (const RingPath *path, RingPoint point, gboolean filled)
{
  double best = INFINITY;
  Segment segment;
  Walk walk;

  if (filled && ring_path_contains (path, point))
    return 0;
  walk_init (&walk, path, filled);
  while (walk_next (&walk, &segment))
    {
      if (segment.verb == RING_PATH_CURVE)
        best = curve_distance (&segment.curve, point, best, 0);
      else
        best = MIN (best, ring_point_segment_distance (point, segment.curve.p[0],
                                                       segment.curve.p[3]));
    }
  return best;
}

static void
flatten_curve (const Cubic *c, double tolerance, GArray *points, guint depth)
{
  Cubic a, b;

  /* With both controls nearer than 4/3 of the tolerance the curve itself is within it. */
  if (depth >= 16 || flatness (c) <= tolerance * (4.0 / 3))
    {
      g_array_append_val (points, c->p[3]);
      return;
    }
  halve (c, &a, &b);
  flatten_curve (&a, tolerance, points, depth + 1);
  flatten_curve (&b, tolerance, points, depth + 1);
}

/* A closed subpath ends with its first point again. Lone moves give nothing. */
GPtrArray *
ring_path_flatten (const RingPath *path, double tolerance)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  GArray *points = NULL;
  Segment segment;
  Walk walk;

  g_return_val_if_fail (tolerance > 0, lines);

  walk_init (&walk, path, FALSE);
  while (walk_next (&walk, &segment))
    {
      if (segment.first || points == NULL)
        {
          points = g_array_new (FALSE, FALSE, sizeof (RingPoint));
          g_array_append_val (points, segment.curve.p[0]);
          g_ptr_array_add (lines, points);
        }
      if (segment.verb == RING_PATH_CURVE)
        flatten_curve (&segment.curve, tolerance, points, 0);
      else
        g_array_append_val (points, segment.curve.p[3]);
    }
  return lines;
}
