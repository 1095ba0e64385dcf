/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-arc.h"

#include <math.h>

/* Three points are on one line when they leave it by less than this part of their distance. */
#define FLAT 1e-4

static double
turn_of (RingPoint from, RingPoint to)
{
  return atan2 (to.y - from.y, to.x - from.x);
}

/* ANGLE as one from 0 to 2 pi. */
static double
positive (double angle)
{
  angle = fmod (angle, RING_ARC_WHOLE);
  return angle < 0 ? angle + RING_ARC_WHOLE : angle;
}

gboolean
ring_arc_through (RingPoint a, RingPoint b, RingPoint c, RingArc *arc)
{
  double bx = b.x - a.x, by = b.y - a.y;
  double cx = c.x - a.x, cy = c.y - a.y;
  double cross = 2 * (bx * cy - by * cx);
  double b2 = bx * bx + by * by, c2 = cx * cx + cy * cy;
  double x, y, through;

  if (!(fabs (cross) > FLAT * (b2 + c2)))
    return FALSE;
  x = (cy * b2 - by * c2) / cross;
  y = (bx * c2 - cx * b2) / cross;
  arc->centre = (RingPoint){ a.x + x, a.y + y };
  arc->rx = arc->ry = hypot (x, y);
  arc->turn = 0;
  arc->start = turn_of (arc->centre, a);
  through = positive (turn_of (arc->centre, b) - arc->start);
  arc->sweep = positive (turn_of (arc->centre, c) - arc->start);
  if (through > arc->sweep)
    arc->sweep -= RING_ARC_WHOLE;
  return TRUE;
}

RingArc
ring_arc_ellipse (RingPoint centre, RingPoint a, RingPoint b)
{
  double turn = turn_of (centre, a);
  double ry = fabs ((b.y - centre.y) * cos (turn) - (b.x - centre.x) * sin (turn));

  return (RingArc){ centre, ring_point_distance (centre, a), ry, turn, 0, RING_ARC_WHOLE };
}

static RingPoint
from_own (const RingArc *arc, double x, double y)
{
  double c = cos (arc->turn), s = sin (arc->turn);

  return (RingPoint){ arc->centre.x + c * arc->rx * x - s * arc->ry * y,
                      arc->centre.y + s * arc->rx * x + c * arc->ry * y };
}

RingPoint
ring_arc_at (const RingArc *arc, double parameter)
{
  return from_own (arc, cos (parameter), sin (parameter));
}

gboolean
ring_arc_is_whole (const RingArc *arc)
{
  return fabs (arc->sweep) >= RING_ARC_WHOLE - 1e-9;
}

gboolean
ring_arc_holds (const RingArc *arc, double parameter)
{
  double past = positive (arc->sweep < 0 ? arc->start - parameter : parameter - arc->start);

  return ring_arc_is_whole (arc) || past <= fabs (arc->sweep) + 1e-9
         || past >= RING_ARC_WHOLE - 1e-9;
}

/* In the space where the ellipse is the unit circle. */
gboolean
ring_arc_tangents (const RingArc *arc, RingPoint p, RingPoint tangents[2])
{
  double c = cos (arc->turn), s = sin (arc->turn);
  double dx = p.x - arc->centre.x, dy = p.y - arc->centre.y;
  double x, y, d, angle, half;

  if (!(arc->rx > 0 && arc->ry > 0))
    return FALSE;
  x = (c * dx + s * dy) / arc->rx;
  y = (c * dy - s * dx) / arc->ry;
  d = hypot (x, y);
  if (!(d > 1))
    return FALSE;
  angle = atan2 (y, x);
  half = acos (1 / d);
  tangents[0] = ring_arc_at (arc, angle - half);
  tangents[1] = ring_arc_at (arc, angle + half);
  return TRUE;
}

void
ring_arc_add (const RingArc *arc, RingPath *path)
{
  int n = (int) CLAMP (ceil (fabs (arc->sweep) / (G_PI / 2) - 1e-6), 1, 4);
  double step = arc->sweep / n;
  double k = 4.0 / 3 * tan (step / 4);

  ring_path_move_to (path, ring_arc_at (arc, arc->start));
  for (int i = 0; i < n; i++)
    {
      double a = arc->start + i * step, b = a + step;

      ring_path_curve_to (path, from_own (arc, cos (a) - k * sin (a), sin (a) + k * cos (a)),
                          from_own (arc, cos (b) + k * sin (b), sin (b) - k * cos (b)),
                          ring_arc_at (arc, b));
    }
  if (ring_arc_is_whole (arc))
    ring_path_close (path);
}
