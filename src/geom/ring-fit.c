/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-fit.h"

#include <math.h>

/* Each round of Newton's steps about halves the error of the parameters. Ten rounds give a twentieth
 * fewer curves than four; what is not within reach after these gets a shorter piece. */
#define MAX_ROUNDS 10
/* A fit worse than this many times the tolerance is given up at once. */
#define HOPELESS 20

/* So much of a curve without a point is looked at by itself. */
#define WIDE_GAP 0.3

typedef struct
{
  const RingFitPoint *points;
  const RingFitPoint *tangents;
  double *u; /* one parameter a point, for the piece in hand */
  double tolerance;
} Fit;

static RingFitPoint
add_scaled (RingFitPoint a, RingFitPoint b, double by)
{
  return (RingFitPoint){ a.x + by * b.x, a.y + by * b.y, a.z + by * b.z };
}

static double
dot (RingFitPoint a, RingFitPoint b)
{
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

static RingFitPoint
subtract (RingFitPoint a, RingFitPoint b)
{
  return (RingFitPoint){ a.x - b.x, a.y - b.y, a.z - b.z };
}

static double
flat_distance (RingFitPoint a, RingFitPoint b)
{
  double dx = b.x - a.x, dy = b.y - a.y;

  return sqrt (dx * dx + dy * dy);
}

RingFitPoint
ring_fit_curve_at (const RingFitCurve *c, double t)
{
  double s = 1 - t;
  double b0 = s * s * s, b1 = 3 * s * s * t, b2 = 3 * s * t * t, b3 = t * t * t;

  return (RingFitPoint){ b0 * c->p[0].x + b1 * c->p[1].x + b2 * c->p[2].x + b3 * c->p[3].x,
                         b0 * c->p[0].y + b1 * c->p[1].y + b2 * c->p[2].y + b3 * c->p[3].y,
                         b0 * c->p[0].z + b1 * c->p[1].z + b2 * c->p[2].z + b3 * c->p[3].z };
}

RingFitPoint
ring_fit_curve_derivative (const RingFitCurve *c, double t)
{
  double s = 1 - t;
  RingFitPoint d = { 0, 0, 0 };

  d = add_scaled (d, subtract (c->p[1], c->p[0]), 3 * s * s);
  d = add_scaled (d, subtract (c->p[2], c->p[1]), 6 * s * t);
  return add_scaled (d, subtract (c->p[3], c->p[2]), 3 * t * t);
}

static RingFitPoint
second_derivative (const RingFitCurve *c, double t)
{
  RingFitPoint a = add_scaled (add_scaled (c->p[2], c->p[1], -2), c->p[0], 1);
  RingFitPoint b = add_scaled (add_scaled (c->p[3], c->p[2], -2), c->p[1], 1);
  RingFitPoint d = { 0, 0, 0 };

  return add_scaled (add_scaled (d, a, 6 * (1 - t)), b, 6 * t);
}

/* First parameters: the length of the polyline up to each point. Returns the whole length. */
static double
chord_parameters (Fit *fit, gsize first, gsize last)
{
  double length = 0;

  fit->u[first] = 0;
  for (gsize i = first + 1; i <= last; i++)
    {
      length += flat_distance (fit->points[i - 1], fit->points[i]);
      fit->u[i] = length;
    }
  for (gsize i = first + 1; i <= last; i++)
    fit->u[i] = length > 0 ? fit->u[i] / length : (double) (i - first) / (last - first);
  return length;
}

/* How long handles must be for an arc between two directions, in thirds of its chord. */
static double
arc_handles (RingFitPoint t0, RingFitPoint t1)
{
  double cosine = CLAMP (t0.x * t1.x + t0.y * t1.y, -1, 1);
  double half = sqrt ((1 + cosine) / 2);

  return 2 / (1 + half);
}

/* The lengths of both handles by least squares: Schneider's generate_bezier. */
static void
solve (const Fit *fit, gsize first, gsize last, double length, RingFitCurve *curve)
{
  const RingFitPoint *p = fit->points;
  RingFitPoint t0 = fit->tangents[first];
  RingFitPoint t1 = fit->tangents[last];
  double c00 = 0, c01 = 0, c11 = 0, x0 = 0, x1 = 0;
  double t00 = dot (t0, t0), t01 = -dot (t0, t1), t11 = dot (t1, t1);
  double det, a0 = -1, a1 = -1;

  for (gsize i = first + 1; i < last; i++)
    {
      double u = fit->u[i], s = 1 - u;
      double b1 = 3 * s * s * u, b2 = 3 * s * u * u;
      double begin = s * s * s + b1, end = b2 + u * u * u;
      RingFitPoint rest = { p[i].x - p[first].x * begin - p[last].x * end,
                            p[i].y - p[first].y * begin - p[last].y * end,
                            p[i].z - p[first].z * begin - p[last].z * end };

      c00 += b1 * b1 * t00;
      c01 += b1 * b2 * t01;
      c11 += b2 * b2 * t11;
      x0 += b1 * dot (t0, rest);
      x1 -= b2 * dot (t1, rest);
    }
  det = c00 * c11 - c01 * c01;
  if (fabs (det) > 1e-9 * c00 * c11)
    {
      a0 = (x0 * c11 - x1 * c01) / det;
      a1 = (c00 * x1 - c01 * x0) / det;
    }
  /* Handles that vanish, turn back or run far come from too few points; a third of the way is the
   * best guess then (Wu and Barsky, quoted by Schneider). Half a circle has 0.42. */
  if (!(a0 > 0.02 * length && a1 > 0.02 * length && a0 < 0.65 * length && a1 < 0.65 * length))
    a0 = a1 = length / 3 * (last == first + 1 ? arc_handles (t0, t1) : 1);
  curve->p[0] = p[first];
  curve->p[1] = add_scaled (p[first], t0, a0);
  curve->p[2] = add_scaled (p[last], t1, -a1);
  if (last == first + 1)
    {
      /* No point between holds z, and a slope that was right for short steps can carry it far
       * away on a long one. */
      double low = MIN (p[first].z, p[last].z) - fit->tolerance;
      double high = MAX (p[first].z, p[last].z) + fit->tolerance;

      curve->p[1].z = CLAMP (curve->p[1].z, low, high);
      curve->p[2].z = CLAMP (curve->p[2].z, low, high);
    }
  curve->p[3] = p[last];
}

/* How far z leaves those of points I - 1 and I half way between them: nothing else holds it in a
 * wide gap. */
static double
gap_error (const Fit *fit, const RingFitCurve *curve, gsize i)
{
  double a = fit->points[i - 1].z, b = fit->points[i].z;
  double z = ring_fit_curve_at (curve, (fit->u[i - 1] + fit->u[i]) / 2).z;

  return MAX (MAX (MIN (a, b) - z, z - MAX (a, b)), 0);
}

/* The largest error of any point, and of any wide gap between two. */
static double
largest_error (const Fit *fit, const RingFitCurve *curve, gsize first, gsize last)
{
  double most = 0;

  for (gsize i = first + 1; i <= last && last > first + 1; i++)
    {
      if (fit->u[i] - fit->u[i - 1] > WIDE_GAP)
        most = MAX (most, gap_error (fit, curve, i));
    }

  for (gsize i = first + 1; i < last; i++)
    {
      RingFitPoint q = ring_fit_curve_at (curve, fit->u[i]);
      double error = flat_distance (q, fit->points[i]) + fabs (q.z - fit->points[i].z);

      /* Not MAX: a NaN must count as the largest. */
      if (!(error <= most))
        most = error;
    }
  return most;
}

/* One Newton step for each parameter towards the nearest point of the curve. */
static void
improve_parameters (const Fit *fit, const RingFitCurve *curve, gsize first, gsize last)
{
  for (gsize i = first + 1; i < last; i++)
    {
      double u = fit->u[i];
      RingFitPoint away = subtract (ring_fit_curve_at (curve, u), fit->points[i]);
      RingFitPoint d1 = ring_fit_curve_derivative (curve, u);
      RingFitPoint d2 = second_derivative (curve, u);
      double slope = dot (d1, d1) + dot (away, d2);

      if (slope > 0)
        u -= dot (away, d1) / slope;
      fit->u[i] = CLAMP (u, 0, 1);
    }
}

static gboolean
fit_one (Fit *fit, gsize first, gsize last, RingFitCurve *curve)
{
  double length = chord_parameters (fit, first, last);
  double error;

  solve (fit, first, last, length, curve);
  error = largest_error (fit, curve, first, last);
  for (guint round = 0; round < MAX_ROUNDS && error > fit->tolerance; round++)
    {
      double before = error;

      if (error > HOPELESS * fit->tolerance)
        return FALSE;
      improve_parameters (fit, curve, first, last);
      solve (fit, first, last, length, curve);
      error = largest_error (fit, curve, first, last);
      if (error > 0.97 * before && error > 1.5 * fit->tolerance)
        return FALSE;
    }
  return error <= fit->tolerance;
}

/* Finds the longest piece from FIRST that one curve fits; gives its last point. Schneider splits
 * where the error is largest; taking all that fits instead gives about a third fewer curves. The
 * search grows and then halves, so a piece costs a few fits of its own length. */
static gsize
fit_longest (Fit *fit, gsize first, gsize end, gsize guess, RingFitCurve *best)
{
  gsize good = first + 1; /* two points always fit */
  gsize bad = end + 1;
  gsize last = MIN (first + MAX (guess, 2), end);

  fit_one (fit, first, good, best);
  while (good + 1 < bad)
    {
      RingFitCurve curve;

      if (fit_one (fit, first, last, &curve))
        {
          *best = curve;
          good = last;
        }
      else
        bad = last;
      if (bad > end)
        last = MIN (first + (last - first) * 2, end);
      else
        last = good + (bad - good) / 2;
    }
  return good;
}

void
ring_fit_curves (const RingFitPoint *points, const RingFitPoint *tangents, gsize n_points,
                 double tolerance, GArray *curves)
{
  double stack[256];
  Fit fit = { points, tangents, stack, tolerance };
  gsize first = 0, guess = 8;

  if (n_points < 2)
    return;
  if (n_points > G_N_ELEMENTS (stack))
    fit.u = g_new (double, n_points);
  while (first + 1 < n_points)
    {
      RingFitCurve curve;
      gsize last = fit_longest (&fit, first, n_points - 1, guess, &curve);

      g_array_append_val (curves, curve);
      guess = last - first;
      first = last;
    }
  if (fit.u != stack)
    g_free (fit.u);
}
