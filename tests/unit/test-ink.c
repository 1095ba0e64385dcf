/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-line.h"
#include "ring-random.h"
#include "ring-test.h"

#include <math.h>
#include <string.h>

#define TOLERANCE 0.01

typedef struct
{
  double x, y, r;
} Disc;

static const RingInkStyle pen = { 0.6, 0.2, RING_PRESSURE_LINEAR, RING_SMOOTHING_EXACT };

static void
assert_finite (const RingPath *path)
{
  gsize n;
  const RingPoint *p = ring_path_get_points (path, &n);

  for (gsize i = 0; i < n; i++)
    g_assert_true (isfinite (p[i].x) && isfinite (p[i].y));
}

/* How far POINT lies outside the trace of a disc along straight lines; negative inside. */
static double
sweep_distance (const Disc *d, gsize n, RingPoint p)
{
  double best = INFINITY;

  for (gsize i = 0; i + 1 < n; i++)
    {
      double way = hypot (d[i + 1].x - d[i].x, d[i + 1].y - d[i].y);
      guint steps = 1 + (guint) (way / 0.004);

      if (hypot (p.x - d[i].x, p.y - d[i].y) - way - MAX (d[i].r, d[i + 1].r) > best)
        continue;
      for (guint k = 0; k <= steps; k++)
        {
          double t = (double) k / steps;
          double x = d[i].x + t * (d[i + 1].x - d[i].x);
          double y = d[i].y + t * (d[i + 1].y - d[i].y);
          double r = d[i].r + t * (d[i + 1].r - d[i].r);

          best = MIN (best, hypot (p.x - x, p.y - y) - r);
        }
    }
  return best;
}

/* Every point of the outline is within SLACK of the sweep or inside it; every point that the
 * sweep covers deeper than SLACK is filled. */
static void
check_sweep (RingRandom *random, const RingSample *s, gsize n, const RingInkStyle *style,
             double slack)
{
  g_autoptr (RingPath) path = ring_ink_outline (s, n, style, TOLERANCE);
  g_autoptr (GPtrArray) lines = ring_path_flatten (path, 0.0005);
  g_autofree RingLineNode *nodes = g_new0 (RingLineNode, n);
  RingLine line;
  const Disc *d;

  for (gsize i = 0; i < n; i++)
    nodes[i].disc = ring_ink_disc (style, &s[i]);
  ring_line_init (&line, n);
  ring_line_add (&line, nodes, n, 1e-5);
  d = (const Disc *) (const void *) line.discs->data;
  n = line.discs->len;
  assert_finite (path);
  g_assert_cmpuint (lines->len, ==, 1);
  for (guint i = 0; i < lines->len; i++)
    {
      GArray *line = g_ptr_array_index (lines, i);

      for (guint k = 0; k < line->len; k++)
        g_assert_cmpfloat (sweep_distance (d, n, g_array_index (line, RingPoint, k)), <=, slack);
    }
  for (guint i = 0; i < 1500; i++)
    {
      const Disc *at = &d[(gsize) (ring_random_unit (random) * n)];
      double r = 1.3 * at->r * sqrt (ring_random_unit (random));
      double a = 2 * G_PI * ring_random_unit (random);
      RingPoint p = { at->x + r * cos (a), at->y + r * sin (a) };
      double distance = sweep_distance (d, n, p);

      if (ring_path_contains (path, p))
        g_assert_cmpfloat (distance, <=, slack);
      else
        g_assert_cmpfloat (distance, >=, -slack);
    }
}

/* Smooth handwriting, dense enough for the straight lines between samples to be the truth. */
static void
test_sweep (void)
{
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (41));
  for (guint round = 0; round < 40; round++)
    {
      RingSample s[60];
      double x = 0, y = 0, bend = 0, angle = 6 * ring_random_unit (&random);
      double phase = 6 * ring_random_unit (&random);

      for (guint i = 0; i < G_N_ELEMENTS (s); i++)
        {
          bend = 0.97 * (bend + (ring_random_unit (&random) - 0.5) * 0.05);
          angle += bend;
          x += 0.1 * cos (angle);
          y += 0.1 * sin (angle);
          s[i] = (RingSample){ x, y, 0.55 + 0.4 * sin (phase + i * 0.15), 0, 0, 8 * i };
        }
      check_sweep (&random, s, G_N_ELEMENTS (s), &pen, 1.1 * TOLERANCE);
    }
}

/* Scribbles with bends tighter than the pen and with corners. */
static void
test_scribble (void)
{
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (42));
  for (guint round = 0; round < 60; round++)
    {
      RingSample s[60];
      double step = 0.005 + 0.1 * ring_random_unit (&random);
      double x = 0, y = 0, bend = 0, angle = 6 * ring_random_unit (&random);

      for (guint i = 0; i < G_N_ELEMENTS (s); i++)
        {
          bend = 0.9 * (bend + (ring_random_unit (&random) - 0.5) * 0.5);
          angle += bend;
          if (ring_random_unit (&random) < 0.05)
            angle += 2.5;
          x += step * cos (angle);
          y += step * sin (angle);
          s[i] = (RingSample){ x, y, 0.55 + 0.4 * sin (i * 0.15), 0, 0, 8 * i };
        }
      check_sweep (&random, s, G_N_ELEMENTS (s), &pen, 1.5 * TOLERANCE);
    }
}

/* Radii that change faster than the pen moves: discs that swallow their neighbours. */
static void
test_blobs (void)
{
  static const double profiles[][7] = {
    { 0, 0, 1, 1, 0, 0, 0 }, { 0, 1, 0, 1, 0, 1, 0 }, { 1, 0, 0, 0, 0, 0, 1 },
    { 1, 0.9, 0.5, 0, 0, 0, 0 }, { 0, 0.2, 0.4, 0.6, 0.8, 1, 1 },
  };
  static const double steps[] = { 0, 0.001, 0.02, 0.1, 0.3 };
  RingInkStyle style = { 1, 0.1, RING_PRESSURE_LINEAR, RING_SMOOTHING_EXACT };
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (43));
  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (steps); j++)
        {
          RingSample s[7];

          for (guint k = 0; k < 7; k++)
            s[k] = (RingSample){ k * steps[j], 0, profiles[i][k], 0, 0, k };
          check_sweep (&random, s, 7, &style, 1.5 * TOLERANCE);
        }
    }
}

static void
test_dots (void)
{
  RingSample s[50];
  g_autoptr (RingPath) none = ring_ink_outline (NULL, 0, &pen, TOLERANCE);

  g_assert_true (ring_path_is_empty (none));
  for (guint n = 1; n <= G_N_ELEMENTS (s); n += 7)
    {
      g_autoptr (RingPath) path = NULL;
      RingRect b;

      for (guint i = 0; i < n; i++)
        s[i] = (RingSample){ 3 + (i % 3) * 0.001, 4, 1, 0, 0, i };
      path = ring_ink_outline (s, n, &pen, TOLERANCE);
      b = ring_path_get_bounds (path);
      g_assert_cmpfloat_with_epsilon (b.x1 - b.x0, 0.6, 0.001);
      g_assert_cmpfloat_with_epsilon (b.y1 - b.y0, 0.6, 0.001);
    }
}

/* The cap of a straight stroke is half a circle, at either end. */
static void
test_caps (void)
{
  RingSample s[] = { { 0, 0, 1, 0, 0, 0 }, { 5, 0, 1, 0, 0, 8 }, { 10, 0, 1, 0, 0, 16 } };
  g_autoptr (RingPath) path = ring_ink_outline (s, 3, &pen, TOLERANCE);

  for (guint i = 0; i <= 32; i++)
    {
      double a = G_PI * (i / 32.0 - 0.5);
      RingPoint end = { 10 + 0.3 * cos (a), 0.3 * sin (a) };
      RingPoint start = { -0.3 * cos (a), 0.3 * sin (a) };

      g_assert_cmpfloat (ring_path_distance (path, end, FALSE), <=, 0.0005);
      g_assert_cmpfloat (ring_path_distance (path, start, FALSE), <=, 0.0005);
    }
}

/* A fast turn keeps its point, round by the pen and no farther out: no elbow. */
static void
test_cusps (void)
{
  for (guint degrees = 90; degrees <= 180; degrees += 5)
    {
      double a = degrees * G_PI / 180;
      RingSample s[21];
      g_autoptr (RingPath) path = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (s); i++)
        {
          double back = i > 10 ? (i - 10) * 0.5 : 0;

          s[i] = (RingSample){ MIN (i, 10) * 0.5 + back * cos (a), back * sin (a), 1, 0, 0, i };
        }
      path = ring_ink_outline (s, G_N_ELEMENTS (s), &pen, TOLERANCE);
      g_assert_cmpfloat_with_epsilon (ring_path_get_bounds (path).x1, 5.3, 0.001);
      g_assert_true (ring_path_contains (path, (RingPoint){ 5, 0 }));
      g_assert_cmpfloat_with_epsilon (
          ring_path_distance (path, (RingPoint){ 5.3, -0.0001 }, FALSE), 0, 0.001);
    }
}

static void
fill_extreme (RingRandom *random, RingSample *s, gsize n)
{
  static const double values[] = { 0, 1e-300, -1e-9, 1e-6, 0.001, 1, -1e4, 1e5, -1e9, 1e300 };
  gsize kinds = 1 + (gsize) (ring_random_unit (random) * G_N_ELEMENTS (values));

  for (gsize i = 0; i < n; i++)
    {
      s[i] = (RingSample){ values[(gsize) (ring_random_unit (random) * kinds)],
                           values[(gsize) (ring_random_unit (random) * kinds)],
                           ring_random_unit (random) * 3 - 1, 0, 0,
                           (guint32) (ring_random_unit (random) * G_MAXUINT32) };
      if (i > 0 && ring_random_unit (random) < 0.4)
        s[i] = s[(gsize) (ring_random_unit (random) * i)];
      if (ring_random_unit (random) < 0.01)
        s[i].x = NAN;
      if (ring_random_unit (random) < 0.01)
        s[i].pressure = NAN;
    }
}

/* Nothing that a driver or a file can say makes a number that is none, and the same samples give
 * the same bytes. */
static void
test_extreme (void)
{
  static const double widths[] = { 0, -1, 1e-9, 0.2, 5, 1e9, NAN };
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (44));
  for (guint round = 0; round < 3000; round++)
    {
      RingSample s[40];
      gsize n = (gsize) (ring_random_unit (&random) * 40);
      RingInkStyle style = { widths[round % G_N_ELEMENTS (widths)],
                             ring_random_unit (&random) * 2 - 0.5,
                             { ring_random_unit (&random) * 2 - 0.5, 0, round % 3, 0.5 },
                             (RingSmoothing) (round % 3) };
      g_autoptr (RingPath) path = NULL;
      g_autoptr (RingPath) again = NULL;

      fill_extreme (&random, s, n);
      path = ring_ink_outline (s, n, &style, round % 2 ? TOLERANCE : 0);
      assert_finite (path);
      again = ring_ink_outline (s, n, &style, round % 2 ? TOLERANCE : 0);
      g_assert_true (ring_path_equal (path, again));
    }
}

/* A long stroke takes time in proportion; a slow one would run into the test's time limit. */
static void
test_long (void)
{
  g_autofree RingSample *s = g_new (RingSample, RING_SAMPLES_MAX);
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (45));
  for (guint kind = 0; kind < 3; kind++)
    {
      g_autoptr (RingPath) path = NULL;

      for (guint i = 0; i < RING_SAMPLES_MAX; i++)
        {
          double t = i * 0.01;

          s[i] = (RingSample){ kind == 0 ? t : 20 * cos (t), kind == 0 ? 0 : 20 * sin (t), 0.5, 0,
                               0, i };
          if (kind == 2)
            s[i].x = 100 * ring_random_unit (&random);
        }
      path = ring_ink_outline (s, RING_SAMPLES_MAX, &pen, TOLERANCE);
      assert_finite (path);
      g_assert_false (ring_path_is_empty (path));
    }
}

/* One stroke of 21 mm with its samples stays below a kilobyte. */
static void
test_size (void)
{
  gsize total = 0;

  for (guint stroke = 0; stroke < 20; stroke++)
    {
      RingSample s[60];
      g_autoptr (GString) d = g_string_new (NULL);
      g_autoptr (RingPath) path = NULL;
      g_autoptr (RingSamples) samples = NULL;
      double x = 20 + stroke, y = 30, angle = stroke;

      for (guint i = 0; i < G_N_ELEMENTS (s); i++)
        {
          angle += 0.08 * sin (i * 0.12 + stroke);
          x += 0.356 * cos (angle);
          y += 0.356 * sin (angle);
          s[i] = (RingSample){ x, y, 0.55 + 0.35 * sin (i * 0.1 + stroke), 0, 0, 8 * i };
        }
      path = ring_ink_outline (s, G_N_ELEMENTS (s), &pen, TOLERANCE);
      ring_path_to_svg (path, 3, d);
      samples = ring_samples_new (s, G_N_ELEMENTS (s), 0);
      total += d->len + strlen (ring_samples_get_text (samples));
    }
  g_test_message ("%" G_GSIZE_FORMAT " bytes a stroke", total / 20);
  g_assert_cmpuint (total / 20, <=, 1000);
}

/* The wet stroke shows what the dry one will be, and what has settled never moves. */
static void
test_wet (void)
{
  for (guint smoothing = 0; smoothing < 3; smoothing++)
    {
      RingInkStyle style = { 0.6, 0.2, RING_PRESSURE_LINEAR, (RingSmoothing) smoothing };
      RingInkStyle exact = { 0.6, 0.2, RING_PRESSURE_LINEAR, RING_SMOOTHING_EXACT };
      g_autoptr (RingWetInk) wet = ring_wet_ink_new (&style);
      g_autoptr (RingPath) dry = NULL;
      g_autoptr (RingPath) same = NULL;
      g_autoptr (RingPath) before = NULL;
      g_autoptr (RingPath) after = NULL;
      RingSample s[50];
      RingRect bounds, b;
      const RingSample *smooth;
      gsize n;

      for (guint i = 0; i < G_N_ELEMENTS (s); i++)
        {
          s[i] = (RingSample){ i * 0.3, sin (i * 0.2), 0.5 + i * 0.01, 0, 0, 8 * (i / 2) };
          ring_wet_ink_add (wet, &s[i]);
          if (i == 20)
            before = ring_wet_ink_get_settled_path (wet, 0, NULL);
        }
      g_assert_cmpuint (ring_wet_ink_get_n_samples (wet), ==, G_N_ELEMENTS (s));
      /* One piece still bends; the spring's never do. */
      g_assert_cmpuint (ring_wet_ink_get_n_settled (wet), ==,
                        G_N_ELEMENTS (s) - (smoothing != RING_SMOOTHING_STEADY));
      after = ring_wet_ink_get_path (wet, 0, &bounds);
      b = ring_path_get_bounds (after);
      g_assert_true (b.x0 >= bounds.x0 - 0.01 && b.x1 <= bounds.x1 + 0.01);
      {
        gsize n_before, n_after;
        const RingPoint *p = ring_path_get_points (before, &n_before);
        const RingPoint *q = ring_path_get_points (after, &n_after);

        g_assert_cmpuint (n_before, <, n_after);
        g_assert_cmpmem (p, n_before * sizeof *p, q, n_before * sizeof *q);
      }
      smooth = ring_wet_ink_finish (wet, &n);
      g_assert_cmpfloat_with_epsilon (smooth[n - 1].x, s[49].x, 0.01);
      g_assert_cmpfloat_with_epsilon (smooth[n - 1].y, s[49].y, 0.01);
      dry = ring_ink_outline (s, G_N_ELEMENTS (s), &style, TOLERANCE);
      same = ring_ink_outline (smooth, n, &exact, TOLERANCE);
      /* But for the spring, whose samples know more than their places. */
      g_assert_cmpint (ring_path_equal (dry, same), ==, smoothing != RING_SMOOTHING_STEADY);
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);

  g_test_add_func ("/ink/sweep", test_sweep);
  g_test_add_func ("/ink/scribble", test_scribble);
  g_test_add_func ("/ink/blobs", test_blobs);
  g_test_add_func ("/ink/dots", test_dots);
  g_test_add_func ("/ink/caps", test_caps);
  g_test_add_func ("/ink/cusps", test_cusps);
  g_test_add_func ("/ink/extreme", test_extreme);
  g_test_add_func ("/ink/long", test_long);
  g_test_add_func ("/ink/size", test_size);
  g_test_add_func ("/ink/wet", test_wet);

  return ring_test_run ();
}
