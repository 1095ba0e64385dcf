/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-centre.h"

#include <math.h>
#include <string.h>

/* A vertex turns at a corner when it turns by more than 65 degrees: sparse samples of a small
 * round loop turn by up to 60, a corner somebody means by 90 and more. */
#define CORNER_COSINE 0.4226
/* Radii that change faster than this by way are drawn as straight cones, not fitted. */
#define STEEP 0.5
#define MAX_SLOPE 0.9
/* The farthest that simplification looks at once; it bounds its time for hostile strokes. */
#define BLOCK 256
#define WINDOW 4
/* Points farther apart than so many tolerances are no noise: each of them counts for itself. */
#define REACH 12

/* What all steps need. */
typedef struct
{
  RingCentre *centre;
  const RingDisc *d;
  const RingDiscMark *marks;
  RingFitPoint *tangents;
  double tolerance;
} Work;

static double
way (RingDisc a, RingDisc b)
{
  return hypot (b.x - a.x, b.y - a.y);
}

/* Whether B may go from between A and C without a visible change. */
static gboolean
is_hidden (RingDisc a, RingDisc b, RingDisc c, double tolerance)
{
  gboolean in_a = ring_disc_contains (a, b);
  gboolean in_c = ring_disc_contains (c, b);

  if (in_a && in_c)
    {
      /* The hull of A and C shows beside the two discs by about d^2 / 8r. */
      double d = way (a, c);

      return d * d <= 4 * tolerance * MIN (a.z, c.z);
    }
  /* A disc that only grows, or only shrinks, in its place. */
  return (in_c && ring_disc_contains (b, a)) || (in_a && ring_disc_contains (b, c));
}

static gboolean
is_dot (const RingDisc *discs, gsize n, gsize *largest, double tolerance)
{
  *largest = 0;
  for (gsize i = 1; i < n; i++)
    {
      if (discs[i].z > discs[*largest].z)
        *largest = i;
    }
  for (gsize i = 0; i < n; i++)
    {
      if (way (discs[i], discs[*largest]) + discs[i].z > discs[*largest].z + tolerance / 2)
        return FALSE;
    }
  return TRUE;
}

gsize
ring_centre_clean (RingDisc *discs, RingDiscMark *marks, gsize n_discs, double tolerance)
{
  gsize n = 0, first = 0, largest;

  if (n_discs == 0)
    return 0;
  if (is_dot (discs, n_discs, &largest, tolerance))
    {
      discs[0] = discs[largest];
      return 1;
    }
  for (gsize i = 0; i < n_discs; i++)
    {
      RingDisc disc = discs[i];
      RingDiscMark mark = marks[i];

      while (n >= 2 && is_hidden (discs[n - 2], discs[n - 1], disc, tolerance))
        mark.kink |= marks[--n].kink;
      /* Only now: what was hidden between two equal discs must not leave both. */
      if (n > 0 && way (discs[n - 1], disc) <= tolerance / 20
          && fabs (discs[n - 1].z - disc.z) <= tolerance / 20)
        {
          marks[n - 1].kink |= mark.kink;
          continue;
        }
      marks[n] = mark;
      discs[n++] = disc;
    }
  /* The pen lands and lifts with little pressure: those discs lie inside their neighbours. */
  while (n > 1 && ring_disc_contains (discs[n - 2], discs[n - 1]))
    n--;
  while (first + 1 < n && ring_disc_contains (discs[first + 1], discs[first]))
    first++;
  memmove (discs, discs + first, (n - first) * sizeof *discs);
  memmove (marks, marks + first, (n - first) * sizeof *marks);
  return n - first;
}

/* Ramer, Douglas and Peucker's simplification of place and radius; KEEP has one flag a disc. */
static void
simplify (const RingDisc *d, gsize first, gsize last, double tolerance, guint8 *keep)
{
  double dx = d[last].x - d[first].x, dy = d[last].y - d[first].y;
  double length2 = dx * dx + dy * dy;
  double most = tolerance;
  gsize worst = 0;

  for (gsize i = first + 1; i < last; i++)
    {
      double px = d[i].x - d[first].x, py = d[i].y - d[first].y;
      double t = length2 > 0 ? CLAMP ((px * dx + py * dy) / length2, 0, 1) : 0;
      double ex = px - t * dx, ey = py - t * dy;
      double ez = d[i].z - d[first].z - t * (d[last].z - d[first].z);
      double error = sqrt (ex * ex + ey * ey) + fabs (ez);

      if (error > most)
        {
          most = error;
          worst = i;
        }
    }
  if (worst == 0)
    return;
  keep[worst] = TRUE;
  simplify (d, first, worst, tolerance, keep);
  simplify (d, worst, last, tolerance, keep);
}

static gboolean
turns (RingDisc a, RingDisc b, RingDisc c)
{
  double ax = b.x - a.x, ay = b.y - a.y, bx = c.x - b.x, by = c.y - b.y;

  return ax * bx + ay * by < CORNER_COSINE * sqrt ((ax * ax + ay * ay) * (bx * bx + by * by));
}

/* Leaves a flag at each corner. Jitter of the pen must not look like one, so the turn is that of
 * the simplified line. */
static void
find_corners (const RingDisc *d, gsize n, double tolerance, guint8 *corner)
{
  gsize before = 0, at = 0;

  for (gsize i = 0; i < n - 1; i += BLOCK)
    {
      gsize last = MIN (i + BLOCK, n - 1);

      corner[i] = corner[last] = TRUE;
      simplify (d, i, last, tolerance / 2, corner);
    }
  for (gsize i = 1; i < n; i++)
    {
      if (!corner[i])
        continue;
      if (at > 0 && !turns (d[before], d[at], d[i]))
        corner[at] = FALSE;
      before = at;
      at = i;
    }
}

/* Solves the 3 by 3 normal equations of a parabola for its slope: Cramer's rule. S holds the sums
 * of s^0 to s^4, V those of v, v s and v s^2. */
static double
parabola_slope (const double *s, const double *v)
{
  double det = s[0] * (s[2] * s[4] - s[3] * s[3]) - s[1] * (s[1] * s[4] - s[2] * s[3])
               + s[2] * (s[1] * s[3] - s[2] * s[2]);
  double top = s[0] * (v[1] * s[4] - v[2] * s[3]) - v[0] * (s[1] * s[4] - s[2] * s[3])
               + s[2] * (s[1] * v[2] - v[1] * s[2]);

  return top / det;
}

static RingFitPoint
unit_tangent (double x, double y, double z)
{
  double length = hypot (x, y);

  return (RingFitPoint){ x / length, y / length, CLAMP (z / length, -MAX_SLOPE, MAX_SLOPE) };
}

static gboolean
is_finite (RingFitPoint t)
{
  return isfinite (t.x) && isfinite (t.y) && isfinite (t.z);
}

/* The direction at B that the spline of ring-line.c has, half way between those of its two sides.
 * Between points that lie far apart the curve would stray from the line with any other. */
static RingFitPoint
spline_tangent (RingDisc a, RingDisc b, RingDisc c)
{
  double p = way (a, b), q = way (b, c);
  double x = (b.x - a.x) / p + (c.x - b.x) / q, y = (b.y - a.y) / p + (c.y - b.y) / q;

  return unit_tangent (x, y, (b.z - a.z) / p + (c.z - b.z) / q);
}

/* The direction at the end A of a run where B comes next and has the direction T: an arc's. */
static RingFitPoint
mirrored_tangent (RingDisc a, RingDisc b, RingFitPoint t, double sign)
{
  double length = way (a, b);
  double dx = sign * (b.x - a.x) / length, dy = sign * (b.y - a.y) / length;
  double along = 2 * (t.x * dx + t.y * dy);

  return unit_tangent (along * dx - t.x, along * dy - t.y, sign * (b.z - a.z) / length);
}

/* The direction at point I of a run from FIRST to LAST, of at least two places that differ: the
 * slope of the parabola that is nearest to the points around, for one difference of two
 * neighbours alone would be mostly noise where samples lie dense. */
static RingFitPoint
tangent_at (const RingDisc *d, gsize first, gsize last, gsize i, double reach)
{
  gsize low = i, high = i, widest = (i == first || i == last) ? WINDOW : WINDOW - 1;
  double s[5] = { 0 }, v[3][3] = { { 0 } }, scale;
  RingFitPoint tangent;

  while (low > first && i - low < widest && (i - low < 1 || way (d[low], d[i]) < reach))
    low--;
  while (high < last && high - i < widest && (high - i < 1 || way (d[high], d[i]) < reach))
    high++;
  if (i == first)
    high = MAX (high, MIN (i + 2, last));
  if (i == last)
    low = MIN (low, MAX (i, first + 2) - 2);

  scale = way (d[low], d[i]) + way (d[i], d[high]);
  if (high - low >= 2)
    {
      double at = 0;

      for (gsize k = low; k < i; k++)
        at -= way (d[k], d[k + 1]);
      for (gsize k = low; k <= high; k++)
        {
          double q = at / scale, q2 = q * q;
          const double p[3] = { d[k].x - d[i].x, d[k].y - d[i].y, d[k].z - d[i].z };

          s[0] += 1, s[1] += q, s[2] += q2, s[3] += q2 * q, s[4] += q2 * q2;
          for (guint c = 0; c < 3; c++)
            v[c][0] += p[c], v[c][1] += p[c] * q, v[c][2] += p[c] * q2;
          if (k < high)
            at += way (d[k], d[k + 1]);
        }
      tangent = unit_tangent (parabola_slope (s, v[0]), parabola_slope (s, v[1]),
                              parabola_slope (s, v[2]));
      /* A line that folds back upon itself has no parabola. */
      if (is_finite (tangent))
        return tangent;
    }
  if (way (d[low], d[high]) > 1e-9)
    return unit_tangent (d[high].x - d[low].x, d[high].y - d[low].y, d[high].z - d[low].z);
  if (i < last)
    return unit_tangent (d[i + 1].x - d[i].x, d[i + 1].y - d[i].y, d[i + 1].z - d[i].z);
  return unit_tangent (d[i].x - d[i - 1].x, d[i].y - d[i - 1].y, d[i].z - d[i - 1].z);
}

static gboolean
is_told (RingFitPoint tangent)
{
  return tangent.x != 0 || tangent.y != 0;
}

/* The direction at a point that the neighbours are far away from, as the line has it. */
static gboolean
far_tangent (const Work *work, gsize i, RingFitPoint *tangent)
{
  const RingDiscMark *mark = &work->marks[i];

  if (is_told (mark->before) && is_told (mark->after))
    *tangent = unit_tangent (mark->after.x, mark->after.y, mark->after.z);
  else
    *tangent = spline_tangent (work->d[i - 1], work->d[i], work->d[i + 1]);
  return is_finite (*tangent);
}

/* The same at point I at the end of a run, where J is next. */
static gboolean
far_end_tangent (const Work *work, gsize i, gsize j, RingFitPoint *tangent)
{
  RingFitPoint told = j > i ? work->marks[i].after : work->marks[i].before;

  if (is_told (told))
    *tangent = unit_tangent (told.x, told.y, told.z);
  else
    *tangent = mirrored_tangent (work->d[i], work->d[j], work->tangents[j], j > i ? 1 : -1);
  return is_finite (*tangent);
}

/* The directions at all points of a run of three or more. */
static void
find_tangents (const Work *work, gsize first, gsize last)
{
  const RingDisc *d = work->d;
  double reach = REACH * work->tolerance;
  RingFitPoint end;

  for (gsize i = first; i <= last; i++)
    {
      gboolean is_far = i > first && i < last
                        && (way (d[i - 1], d[i]) > reach || way (d[i], d[i + 1]) > reach);

      if (!is_far || !far_tangent (work, i, &work->tangents[i]))
        work->tangents[i] = tangent_at (d, first, last, i, reach);
    }
  if (way (d[first], d[first + 1]) > reach && far_end_tangent (work, first, first + 1, &end))
    work->tangents[first] = end;
  if (way (d[last - 1], d[last]) > reach && far_end_tangent (work, last, last - 1, &end))
    work->tangents[last] = end;
}

/* Whether a run never leaves the place where it starts. */
static gboolean
is_still (const RingDisc *d, gsize first, gsize last, double tolerance)
{
  for (gsize i = first + 1; i <= last; i++)
    {
      if (way (d[first], d[i]) + fabs (d[first].z - d[i].z) > tolerance)
        return FALSE;
    }
  return TRUE;
}

static RingCentreRun *
append_run (RingCentre *centre, const RingDisc *d, gsize first, gsize last)
{
  RingCentreRun run = { .start = d[first], .end = d[last], .first = centre->curves->len };

  run.start_tangent = run.end_tangent = (RingFitPoint){ 1, 0, 0 };
  g_array_append_val (centre->runs, run);
  return &g_array_index (centre->runs, RingCentreRun, centre->runs->len - 1);
}

/* A single segment is an exact cone, however steep. */
static void
add_cone (RingCentre *centre, const RingDisc *d, gsize first, gsize last)
{
  RingCentreRun *run = append_run (centre, d, first, last);
  RingDisc a = d[first], b = d[last];
  double length = way (a, b);
  RingFitCurve curve = { { a,
                           { (2 * a.x + b.x) / 3, (2 * a.y + b.y) / 3, (2 * a.z + b.z) / 3 },
                           { (a.x + 2 * b.x) / 3, (a.y + 2 * b.y) / 3, (a.z + 2 * b.z) / 3 },
                           b } };

  run->start_tangent = (RingFitPoint){ (b.x - a.x) / length, (b.y - a.y) / length,
                                       (b.z - a.z) / length };
  run->end_tangent = run->start_tangent;
  run->n_curves = 1;
  g_array_append_val (centre->curves, curve);
}

static void
add_run (const Work *work, gsize first, gsize last)
{
  RingCentre *centre = work->centre;
  const RingDisc *d = work->d;
  RingCentreRun *run;

  /* A run that trembles in one place, or folds back there, has no direction to fit. */
  if (last > first + 1 && is_still (d, first, last, work->tolerance))
    {
      if (way (d[first], d[last]) < 1e-9)
        append_run (centre, d, first, last);
      else if (fabs (d[last].z - d[first].z) < way (d[first], d[last]))
        add_cone (centre, d, first, last);
      else
        {
          append_run (centre, d, first, first);
          append_run (centre, d, last, last);
        }
      return;
    }
  if (last == first + 1)
    {
      add_cone (centre, d, first, last);
      return;
    }
  run = append_run (centre, d, first, last);
  if (first == last)
    return;

  find_tangents (work, first, last);
  run->start_tangent = work->tangents[first];
  run->end_tangent = work->tangents[last];
  ring_fit_curves (d + first, work->tangents + first, last - first + 1, work->tolerance,
                   centre->curves);
  run->n_curves = centre->curves->len - run->first;
}

/* Cuts at corners and where the radius changes too fast to be fitted. */
static void
add_runs (const Work *work, gsize n, const guint8 *corner)
{
  const RingDisc *d = work->d;
  gsize first = 0;
  gboolean bare = TRUE; /* the disc at FIRST is in no run yet */

  for (gsize i = 0; i + 1 < n; i++)
    {
      double length = way (d[i], d[i + 1]);
      double change = fabs (d[i + 1].z - d[i].z);
      gboolean swallowed = change >= length;

      if (swallowed || change > STEEP * length)
        {
          if (i > first || (bare && swallowed))
            add_run (work, first, i);
          if (!swallowed)
            add_run (work, i, i + 1);
          first = i + 1;
          bare = swallowed;
        }
      else if (i + 2 < n && corner[i + 1])
        {
          add_run (work, first, i + 1);
          first = i + 1;
          bare = FALSE;
        }
    }
  if (n - 1 > first || bare)
    add_run (work, first, n - 1);
}

/* DISCS must have been cleaned, and be at least one. */
void
ring_centre_init (RingCentre *centre, const RingDisc *discs, const RingDiscMark *marks, gsize n_discs,
                  double tolerance)
{
  guint8 *corner = g_new0 (guint8, n_discs);
  RingFitPoint *tangents = g_new (RingFitPoint, n_discs);
  Work work = { centre, discs, marks, tangents, tolerance };

  centre->runs = g_array_new (FALSE, FALSE, sizeof (RingCentreRun));
  centre->curves = g_array_sized_new (FALSE, FALSE, sizeof (RingFitCurve), 16);
  if (n_discs > 1)
    find_corners (discs, n_discs, tolerance, corner);
  for (gsize i = 1; i + 1 < n_discs; i++)
    corner[i] |= marks[i].kink != FALSE;
  add_runs (&work, n_discs, corner);
  g_free (corner);
  g_free (tangents);
}

void
ring_centre_clear (RingCentre *centre)
{
  g_array_unref (centre->runs);
  g_array_unref (centre->curves);
}
