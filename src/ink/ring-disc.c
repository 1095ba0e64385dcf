/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-disc.h"

#include <math.h>

RingPoint
ring_disc_point (RingDisc disc, double angle)
{
  return (RingPoint){ disc.x + disc.z * cos (angle), disc.y + disc.z * sin (angle) };
}

/* The angle between the way of a disc and the normal where it touches the envelope of its trace,
 * when its radius changes by SLOPE on a way of one: a quarter turn for a constant radius, less
 * when it shrinks, and 0 or half a turn when it vanishes in itself. */
double
ring_disc_touch (double slope)
{
  return acos (CLAMP (-slope, -1, 1));
}

/* How far a cubic over the angle A lies from the arc, as a part of the radius (Goldapp 1991, for the
 * usual handles): less than 2 % for half a circle. */
static double
arc_error (double a)
{
  double s = sin (a / 4), c = cos (a / 4);

  return 2.0 / 27 * pow (s, 6) / (c * c);
}

/* Appends an arc of the disc from the current point, which lies at angle FROM. SWEEP is its
 * length, negative here. */
void
ring_disc_add_arc (RingPath *path, RingDisc disc, double from, double sweep, double tolerance)
{
  /* A dot is quarters, which is what every program draws a circle with. */
  guint n = fabs (sweep) > G_PI * 1.5 ? 4 : fabs (sweep) > G_PI * 1.05 ? 2 : 1;
  double step, k;

  while (n < 64 && arc_error (sweep / n) * disc.z > tolerance)
    n++;
  step = sweep / n;
  k = 4.0 / 3 * tan (step / 4) * disc.z;
  for (guint i = 0; i < n; i++)
    {
      double a = from + i * step, b = from + (i + 1) * step;
      RingPoint p = ring_disc_point (disc, a), q = ring_disc_point (disc, b);

      ring_path_curve_to (path, (RingPoint){ p.x - k * sin (a), p.y + k * cos (a) },
                          (RingPoint){ q.x + k * sin (b), q.y - k * cos (b) }, q);
    }
}

gboolean
ring_disc_contains (RingDisc outer, RingDisc inner)
{
  return hypot (inner.x - outer.x, inner.y - outer.y) + inner.z <= outer.z;
}

/* Appends the convex hull of two discs, in the direction of all arcs. */
void
ring_disc_add_hull (RingPath *path, RingDisc a, RingDisc b, double tolerance)
{
  double way = hypot (b.x - a.x, b.y - a.y);
  double angle, touch;

  if (ring_disc_contains (a, b) || ring_disc_contains (b, a))
    {
      RingDisc larger = a.z >= b.z ? a : b;

      ring_path_move_to (path, ring_disc_point (larger, 0));
      ring_disc_add_arc (path, larger, 0, -2 * G_PI, tolerance);
      ring_path_close (path);
      return;
    }
  angle = atan2 (b.y - a.y, b.x - a.x);
  touch = ring_disc_touch ((b.z - a.z) / way);
  ring_path_move_to (path, ring_disc_point (a, angle + touch));
  ring_path_line_to (path, ring_disc_point (b, angle + touch));
  ring_disc_add_arc (path, b, angle + touch, -2 * touch, tolerance);
  ring_path_line_to (path, ring_disc_point (a, angle - touch));
  ring_disc_add_arc (path, a, angle - touch, -2 * (G_PI - touch), tolerance);
  ring_path_close (path);
}
