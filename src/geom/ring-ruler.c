/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-ruler.h"

#include <math.h>

#include "ring-arc.h"

#define SETTLE_STEP 15.0
#define SETTLE_WITHIN 1.5
#define LEAST_AXIS 0.5
#define MOST_AXIS 200.0

/* P in the ruler's own axes, and back. */
static RingPoint
to_own (const RingRuler *ruler, RingPoint p)
{
  double c = cos (ruler->angle * G_PI / 180), s = sin (ruler->angle * G_PI / 180);
  double x = p.x - ruler->centre.x, y = p.y - ruler->centre.y;

  return (RingPoint){ c * x + s * y, c * y - s * x };
}

static RingPoint
from_own (const RingRuler *ruler, double x, double y)
{
  double c = cos (ruler->angle * G_PI / 180), s = sin (ruler->angle * G_PI / 180);

  return (RingPoint){ ruler->centre.x + c * x - s * y, ruler->centre.y + s * x + c * y };
}

/* Where the ray to P from the centre meets the ellipse, by its parameter: it runs evenly along, as
 * the nearest point inside of a long one does not. */
static RingPoint
on_ellipse (const RingRuler *ruler, RingPoint own)
{
  double u = atan2 (own.y / ruler->ry, own.x / ruler->rx);

  return (RingPoint){ ruler->rx * cos (u), ruler->ry * sin (u) };
}

int
ring_ruler_find_edge (const RingRuler *ruler, RingPoint point, double reach)
{
  RingPoint own = to_own (ruler, point);

  if (ruler->kind == RING_RULER_ELLIPSE)
    return ring_point_distance (own, on_ellipse (ruler, own)) <= reach ? 1 : 0;
  if (ruler->kind != RING_RULER_STRAIGHT || fabs (own.x) > ruler->rx + reach
      || fabs (fabs (own.y) - ruler->ry) > reach)
    return 0;
  return own.y < 0 ? 1 : 2;
}

RingPoint
ring_ruler_project (const RingRuler *ruler, int edge, RingPoint point)
{
  RingPoint own = to_own (ruler, point);

  if (edge == 0 || ruler->kind == RING_RULER_NONE)
    return point;
  if (ruler->kind == RING_RULER_ELLIPSE)
    own = on_ellipse (ruler, own);
  else
    own.y = edge == 1 ? -ruler->ry : ruler->ry;
  return from_own (ruler, own.x, own.y);
}

RingPoint
ring_ruler_get_handle (const RingRuler *ruler, RingRulerGrip grip)
{
  if (grip == RING_RULER_BODY || grip == RING_RULER_NO_GRIP)
    return ruler->centre;
  if (ruler->kind == RING_RULER_ELLIPSE)
    return grip == RING_RULER_FIRST ? from_own (ruler, ruler->rx, 0)
                                    : from_own (ruler, 0, -ruler->ry);
  return from_own (ruler, (grip == RING_RULER_FIRST ? 0.9 : -0.9) * ruler->rx, 0);
}

RingRulerGrip
ring_ruler_find_grip (const RingRuler *ruler, RingPoint point, double reach)
{
  RingPoint own = to_own (ruler, point);
  gboolean ellipse = ruler->kind == RING_RULER_ELLIPSE;
  /* The middle of a ruler moves it; of a template only the middle, for one draws inside of it. */
  double x = ellipse ? 2 * reach : ruler->rx, y = ellipse ? 2 * reach : ruler->ry - reach;

  if (ruler->kind == RING_RULER_NONE)
    return RING_RULER_NO_GRIP;
  for (int grip = RING_RULER_FIRST; grip <= RING_RULER_SECOND; grip++)
    if (ring_point_distance (ring_ruler_get_handle (ruler, (RingRulerGrip) grip), point) <= reach)
      return (RingRulerGrip) grip;
  return fabs (own.x) <= x && fabs (own.y) <= y ? RING_RULER_BODY : RING_RULER_NO_GRIP;
}

static double
settled (double angle)
{
  double step = round (angle / SETTLE_STEP) * SETTLE_STEP;

  return fabs (angle - step) <= SETTLE_WITHIN ? step : angle;
}

static double
stepped (double half, double step)
{
  if (step > 0)
    half = fmax (1, round (2 * half / step)) * step / 2;
  return CLAMP (half, LEAST_AXIS, MOST_AXIS);
}

void
ring_ruler_drag (RingRuler *ruler, RingRulerGrip grip, RingPoint from, RingPoint to, double step)
{
  double turn = atan2 (to.y - ruler->centre.y, to.x - ruler->centre.x) * 180 / G_PI;
  double away = ring_point_distance (ruler->centre, to);

  if (grip == RING_RULER_BODY)
    {
      ruler->centre.x += to.x - from.x;
      ruler->centre.y += to.y - from.y;
    }
  else if (grip == RING_RULER_SECOND && ruler->kind == RING_RULER_ELLIPSE)
    ruler->ry = stepped (fabs (to_own (ruler, to).y), step);
  else if (grip != RING_RULER_NO_GRIP && away > 0)
    {
      ruler->angle = settled (grip == RING_RULER_FIRST ? turn : turn - 180);
      ruler->angle -= 360 * ceil ((ruler->angle - 180) / 360);
      if (ruler->kind == RING_RULER_ELLIPSE)
        ruler->rx = stepped (away, step);
    }
}

RingPath *
ring_ruler_make_path (const RingRuler *ruler)
{
  RingPath *path = ring_path_new ();
  double x = ruler->rx, y = ruler->ry;

  if (ruler->kind == RING_RULER_ELLIPSE)
    {
      RingArc arc = { ruler->centre, x, y, ruler->angle * G_PI / 180, 0, RING_ARC_WHOLE };

      ring_arc_add (&arc, path);
    }
  else if (ruler->kind == RING_RULER_STRAIGHT)
    {
      ring_path_move_to (path, from_own (ruler, -x, -y));
      ring_path_line_to (path, from_own (ruler, x, -y));
      ring_path_line_to (path, from_own (ruler, x, y));
      ring_path_line_to (path, from_own (ruler, -x, y));
      ring_path_close (path);
    }
  return path;
}
