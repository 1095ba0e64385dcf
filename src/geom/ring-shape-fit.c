/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-shape-fit.h"

#include <math.h>

/* The way is looked at in so many points at equal distances: a hand dwells where it turns. */
#define N 128
/* A way whose ends are nearer than this part of it is closed. */
#define CLOSED 0.16
/* Of a round one so much must have been gone, radians. */
#define LEAST_ROUND (1.7 * G_PI)
/* Less than this an arc is no arc, radians. */
#define LEAST_ARC 0.35

static double
resample (const RingPoint *way, gsize n, RingPoint *out)
{
  double length = 0, gone = 0;
  gsize at = 0;

  for (gsize i = 1; i < n; i++)
    length += ring_point_distance (way[i - 1], way[i]);
  for (guint i = 0; i < N; i++)
    {
      double want = length * i / (N - 1);
      double piece = at + 1 < n ? ring_point_distance (way[at], way[at + 1]) : 0;
      double t;

      while (at + 2 < n && gone + piece < want)
        {
          gone += piece;
          at++;
          piece = ring_point_distance (way[at], way[at + 1]);
        }
      t = piece > 0 ? CLAMP ((want - gone) / piece, 0, 1) : 0;
      out[i] = (RingPoint){ way[at].x + t * (way[at + 1].x - way[at].x),
                            way[at].y + t * (way[at + 1].y - way[at].y) };
    }
  return length;
}

/* The middle of the points, and how they spread about it; the direction of the longer axis. */
static double
spread (const RingPoint *p, RingPoint *middle)
{
  double x = 0, y = 0, xx = 0, xy = 0, yy = 0;

  for (guint i = 0; i < N; i++)
    {
      x += p[i].x / N;
      y += p[i].y / N;
    }
  for (guint i = 0; i < N; i++)
    {
      xx += (p[i].x - x) * (p[i].x - x);
      xy += (p[i].x - x) * (p[i].y - y);
      yy += (p[i].y - y) * (p[i].y - y);
    }
  *middle = (RingPoint){ x, y };
  return atan2 (2 * xy, xx - yy) / 2;
}

/* P in the axes of TURN about MIDDLE. */
static RingPoint
turned (RingPoint p, RingPoint middle, double turn)
{
  double c = cos (turn), s = sin (turn);

  return (RingPoint){ c * (p.x - middle.x) + s * (p.y - middle.y),
                      c * (p.y - middle.y) - s * (p.x - middle.x) };
}

static RingPoint
back (double x, double y, RingPoint middle, double turn)
{
  double c = cos (turn), s = sin (turn);

  return (RingPoint){ middle.x + c * x - s * y, middle.y + s * x + c * y };
}

/* The line with the least squared distances goes through the middle along the longer axis. */
static gboolean
fit_line (const RingPoint *p, double length, RingPoint points[3])
{
  RingPoint middle;
  double turn = spread (p, &middle);
  double worst = 0;

  for (guint i = 0; i < N; i++)
    worst = fmax (worst, fabs (turned (p[i], middle, turn).y));
  points[0] = back (turned (p[0], middle, turn).x, 0, middle, turn);
  points[1] = back (turned (p[N - 1], middle, turn).x, 0, middle, turn);
  return worst <= RING_SHAPE_LINE_SLACK * length
         && ring_point_distance (points[0], points[1]) >= 0.9 * length;
}

/* The circle of Kasa (1976): the least squares of x2 + y2 + D x + E y + F, about the middle. FALSE
 * for points on a line. */
static gboolean
fit_circle (const RingPoint *p, RingPoint *centre, double *radius)
{
  double xx = 0, xy = 0, yy = 0, xz = 0, yz = 0, z = 0;
  RingPoint middle;
  double det, a, b;

  spread (p, &middle);
  for (guint i = 0; i < N; i++)
    {
      double x = p[i].x - middle.x, y = p[i].y - middle.y, w = x * x + y * y;

      xx += x * x;
      xy += x * y;
      yy += y * y;
      xz += x * w;
      yz += y * w;
      z += w;
    }
  det = xx * yy - xy * xy;
  if (!(det > 1e-9 * z * z))
    return FALSE;
  a = (xz * yy - yz * xy) / (2 * det);
  b = (yz * xx - xz * xy) / (2 * det);
  *centre = (RingPoint){ middle.x + a, middle.y + b };
  *radius = sqrt (a * a + b * b + z / N);
  return TRUE;
}

/* How far the way goes round CENTRE, radians, clockwise on the paper. */
static double
sweep_round (const RingPoint *p, RingPoint centre)
{
  double sum = 0;

  for (guint i = 1; i < N; i++)
    {
      double ax = p[i - 1].x - centre.x, ay = p[i - 1].y - centre.y;
      double bx = p[i].x - centre.x, by = p[i].y - centre.y;

      sum += atan2 (ax * by - ay * bx, ax * bx + ay * by);
    }
  return sum;
}

static gboolean
fit_arc (const RingPoint *p, double length, RingPoint points[3])
{
  RingPoint centre;
  double radius, sweep, start, worst = 0;

  if (!fit_circle (p, &centre, &radius))
    return FALSE;
  for (guint i = 0; i < N; i++)
    worst = fmax (worst, fabs (ring_point_distance (p[i], centre) - radius));
  sweep = sweep_round (p, centre);
  if (worst > RING_SHAPE_ARC_SLACK * length || fabs (sweep) < LEAST_ARC
      || fabs (sweep) > 2 * G_PI - 0.1)
    return FALSE;
  start = atan2 (p[0].y - centre.y, p[0].x - centre.x);
  for (int i = 0; i < 3; i++)
    points[i] = (RingPoint){ centre.x + radius * cos (start + sweep * i / 2),
                             centre.y + radius * sin (start + sweep * i / 2) };
  return TRUE;
}

/* In the axes of the spread: the least squares of A x2 + B y2 + C x + D y = 1 give the middle and the
 * half axes. */
static gboolean
solve (double m[4][5])
{
  for (int i = 0; i < 4; i++)
    {
      int best = i;

      for (int r = i + 1; r < 4; r++)
        if (fabs (m[r][i]) > fabs (m[best][i]))
          best = r;
      if (!(fabs (m[best][i]) > 1e-12))
        return FALSE;
      for (int c = 0; c < 5; c++)
        {
          double swap = m[i][c];

          m[i][c] = m[best][c];
          m[best][c] = swap;
        }
      for (int r = 0; r < 4; r++)
        {
          double k = m[r][i] / m[i][i];

          for (int c = i; c < 5 && r != i; c++)
            m[r][c] -= k * m[i][c];
        }
    }
  for (int i = 0; i < 4; i++)
    m[i][4] /= m[i][i];
  return TRUE;
}

static gboolean
fit_ellipse (const RingPoint *p, double length, RingShapeKind *kind, RingPoint points[3])
{
  RingPoint middle, centre;
  double turn = spread (p, &middle);
  double unit = length / (2 * G_PI);
  double m[4][5] = { { 0 } };
  double a, b, g, worst = 0;

  for (guint i = 0; i < N; i++)
    {
      RingPoint q = turned (p[i], middle, turn);
      double x = q.x / unit, y = q.y / unit;
      const double row[] = { x * x, y * y, x, y, 1 };

      for (int r = 0; r < 4; r++)
        for (int c = 0; c < 5; c++)
          m[r][c] += row[r] * row[c];
    }
  if (!solve (m) || !(m[0][4] > 0 && m[1][4] > 0))
    return FALSE;
  a = m[0][4];
  b = m[1][4];
  g = 1 + m[2][4] * m[2][4] / (4 * a) + m[3][4] * m[3][4] / (4 * b);
  centre = back (-m[2][4] / (2 * a) * unit, -m[3][4] / (2 * b) * unit, middle, turn);
  a = unit * sqrt (g / a);
  b = unit * sqrt (g / b);
  for (guint i = 0; i < N; i++)
    {
      RingPoint q = turned (p[i], centre, turn);

      worst = fmax (worst, fabs (hypot (q.x / a, q.y / b) - 1));
    }
  if (worst > RING_SHAPE_ROUND_SLACK || fabs (sweep_round (p, centre)) < LEAST_ROUND
      || fmin (a, b) < 0.1 * fmax (a, b))
    return FALSE;
  *kind = fmax (a, b) <= RING_SHAPE_CIRCLE_RATIO * fmin (a, b) ? RING_SHAPE_CIRCLE
                                                               : RING_SHAPE_ELLIPSE;
  points[0] = centre;
  points[1] = back (a, 0, centre, turn);
  points[2] = back (0, b, centre, turn);
  if (*kind == RING_SHAPE_CIRCLE)
    points[1] = (RingPoint){ centre.x + (a + b) / 2, centre.y };
  return TRUE;
}

RingShapeKind
ring_shape_fit (const RingPoint *way, gsize n, RingPoint points[3])
{
  RingPoint p[N];
  RingShapeKind kind = RING_SHAPE_NONE;
  double length;

  if (n < 4)
    return RING_SHAPE_NONE;
  length = resample (way, n, p);
  if (!(length > 0))
    return RING_SHAPE_NONE;
  if (fit_line (p, length, points))
    return RING_SHAPE_LINE;
  if (ring_point_distance (p[0], p[N - 1]) <= CLOSED * length)
    return fit_ellipse (p, length, &kind, points) ? kind : RING_SHAPE_NONE;
  return fit_arc (p, length, points) ? RING_SHAPE_ARC : RING_SHAPE_NONE;
}
