/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Outlines against the truth: for strokes of hands and for everything that a generator thinks of,
 * the outline covers the ideal sweep and no more, to within the tolerance, in one piece that winds
 * one way. */
#include "ring-ink.h"
#include "ring-instrument.h"
#include "ring-test-pen.h"
#include "ring-test-sweep.h"
#include "ring-test.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *what;
  guint smoothing;
  double tolerance;
  double outside, missing; /* the worst so far, in tolerances */
  gsize n_curves, n_strokes, n_samples;
} Verdict;

static RingPath *
make_outline (const RingSample *s, gsize n, const RingInkStyle *style, double tolerance)
{
  RingPath *path = ring_ink_outline (s, n, style, tolerance);
  gsize n_points, n_verbs;
  const RingPoint *p = ring_path_get_points (path, &n_points);
  const guint8 *verbs = ring_path_get_verbs (path, &n_verbs);

  for (gsize i = 0; i < n_points; i++)
    g_assert_true (isfinite (p[i].x) && isfinite (p[i].y));
  /* One closed piece, of a size that its samples answer for. */
  g_assert_cmpuint (verbs[0], ==, RING_PATH_MOVE);
  g_assert_cmpuint (verbs[n_verbs - 1], ==, RING_PATH_CLOSE);
  for (gsize i = 1; i + 1 < n_verbs; i++)
    g_assert_true (verbs[i] == RING_PATH_LINE || verbs[i] == RING_PATH_CURVE);
  g_assert_cmpuint (n_verbs, <=, 40 * n + 24);
  return path;
}

/* No point of the outline lies outside the sweep. */
static void
check_outside (const RingTestSweep *sweep, const RingPath *path, Verdict *verdict)
{
  g_autoptr (GPtrArray) lines = ring_path_flatten (path, verdict->tolerance / 20);

  g_assert_cmpuint (lines->len, ==, 1);
  for (guint i = 0; i < lines->len; i++)
    {
      GArray *line = g_ptr_array_index (lines, i);

      for (guint k = 0; k < line->len; k++)
        {
          RingPoint point = g_array_index (line, RingPoint, k);
          double distance = ring_test_sweep_distance (sweep, point, 0);

          verdict->outside = MAX (verdict->outside, distance / verdict->tolerance);
        }
    }
}

/* Where the edge of the sweep is, there is the outline: each point of it is covered when the
 * tolerance is taken off, and by ink that winds the right way. */
static void
check_edge (RingRandom *random, const RingTestSweep *sweep, const RingPath *path, Verdict *verdict)
{
  const RingDisc *d = (const RingDisc *) (const void *) sweep->line.discs->data;
  guint n = sweep->line.discs->len;
  guint stride = MAX (1, n / 60);

  for (guint i = (guint) (ring_random_unit (random) * stride); i < n; i += stride)
    {
      double turn = 2 * G_PI * ring_random_unit (random);

      for (guint k = 0; k < 16; k++)
        {
          double a = turn + k * G_PI / 8;
          RingPoint edge = { d[i].x + d[i].z * cos (a), d[i].y + d[i].z * sin (a) };
          int winding;

          if (ring_test_sweep_distance (sweep, edge, verdict->tolerance / 20)
              < -verdict->tolerance / 20)
            continue;
          winding = ring_path_winding (path, edge);
          g_assert_cmpint (winding, <=, 0);
          if (winding == 0)
            verdict->missing = MAX (verdict->missing, ring_path_distance (path, edge, FALSE)
                                                        / verdict->tolerance);
          else
            verdict->missing = MAX (verdict->missing, 0);
        }
    }
}

/* Points anywhere are ink or paper as the sweep says, but for those near to its edge. */
static void
check_area (RingRandom *random, const RingTestSweep *sweep, const RingPath *path,
            const Verdict *verdict)
{
  RingRect b = ring_rect_inset (ring_test_sweep_get_bounds (sweep), -2 * verdict->tolerance);
  const RingDisc *d = (const RingDisc *) (const void *) sweep->line.discs->data;

  for (guint i = 0; i < 200; i++)
    {
      RingDisc near = d[(gsize) (ring_random_unit (random) * sweep->line.discs->len)];
      double a = 2 * G_PI * ring_random_unit (random), r = 1.5 * near.z * ring_random_unit (random);
      RingPoint p = { near.x + r * cos (a), near.y + r * sin (a) };
      double distance;
      int winding;

      if (i % 2 == 0)
        p = (RingPoint){ b.x0 + (b.x1 - b.x0) * ring_random_unit (random),
                         b.y0 + (b.y1 - b.y0) * ring_random_unit (random) };
      distance = ring_test_sweep_distance (sweep, p, 2 * verdict->tolerance);
      winding = ring_path_winding (path, p);
      if (distance > 1.5 * verdict->tolerance)
        g_assert_cmpint (winding, ==, 0);
      else if (distance < -1.5 * verdict->tolerance)
        g_assert_cmpint (winding, <, 0);
    }
}

static void
check_stroke (RingRandom *random, const RingSample *s, gsize n, Verdict *verdict)
{
  RingInkStyle style = { 0.6, 0.1667, { 0.4, 0.18, 0.7, 0.58 }, (RingSmoothing) verdict->smoothing };
  g_autoptr (RingPath) path = make_outline (s, n, &style, verdict->tolerance);
  RingTestSweep sweep;
  gsize n_verbs;

  /* Across a hundred metres the truth itself has too few discs. */
  if (strcmp (verdict->what, "huge") == 0)
    return;
  ring_test_sweep_init (&sweep, s, n, &style, verdict->tolerance);
  check_outside (&sweep, path, verdict);
  check_edge (random, &sweep, path, verdict);
  check_area (random, &sweep, path, verdict);
  ring_test_sweep_clear (&sweep);
  ring_path_get_verbs (path, &n_verbs);
  verdict->n_curves += n_verbs;
  verdict->n_strokes++;
  verdict->n_samples += n;
}

static void
judge (const Verdict *verdict)
{
  /* At the tolerance of paper the outline keeps to it, but for a fifth. At that of 5,000 % samples
   * lie hundreds of tolerances apart, and the radius between two of the spring's, or of a pressure
   * that jumps, may be off by a pixel's part more. */
  double limit = verdict->tolerance < 0.005 ? 4 : 1.25;

  g_test_message ("%s, %s, tolerance %g: %" G_GSIZE_FORMAT " strokes, %.2f curves a sample, outside "
                  "by %.2f tolerances, missing by %.2f", verdict->what,
                  ring_smoothing_get_name (verdict->smoothing), verdict->tolerance,
                  verdict->n_strokes,
                  (double) verdict->n_curves / MAX (verdict->n_samples, 1), verdict->outside,
                  verdict->missing);
  g_assert_cmpfloat (verdict->outside, <=, limit);
  g_assert_cmpfloat (verdict->missing, <=, limit);
}

static void
test_generated (gconstpointer data)
{
  RingTestStrokeKind kind = (RingTestStrokeKind) GPOINTER_TO_UINT (data);

  for (guint smoothing = 0; smoothing < 3; smoothing++)
    {
      for (guint fine = 0; fine < 2; fine++)
        {
          RingRandom random;
          Verdict verdict = { ring_test_stroke_kind_name (kind), smoothing, fine ? 0.0013 : 0.01 };

          ring_random_init_seed (&random, ring_test_seed (90 + kind));
          for (guint round = 0; round < ring_test_rounds (4); round++)
            {
              RingSample s[80];
              gsize n = 1 + (gsize) (ring_random_unit (&random) * 80);

              ring_test_make_stroke (&random, kind, s, n);
              check_stroke (&random, s, n, &verdict);
            }
          judge (&verdict);
        }
    }
}

static void
test_hands (void)
{
  g_autoptr (GPtrArray) hands = ring_test_read_hands ();

  for (guint smoothing = 0; smoothing < 3; smoothing++)
    {
      RingRandom random;
      Verdict verdict = { "hands", smoothing, 0.01 };

      ring_random_init_seed (&random, ring_test_seed (80));
      for (guint h = smoothing; h < hands->len; h += 9)
        {
          gsize n;
          const RingSample *s = ring_samples_get (g_ptr_array_index (hands, h), &n, NULL);

          check_stroke (&random, s, MIN (n, 120), &verdict);
        }
      judge (&verdict);
    }
}

/* The same samples give the same bytes, today, again and in ten years. */
static void
test_golden (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint kind = 0; kind < RING_TEST_N_KINDS; kind++)
    {
      for (guint smoothing = 0; smoothing < 3; smoothing++)
        {
          g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
          RingInkStyle style
            = { 0.6, 0.1667, { 0.4, 0.18, 0.7, 0.58 }, (RingSmoothing) smoothing };
          RingRandom random;

          ring_random_init_seed (&random, 1000 + kind);
          for (guint round = 0; round < 40; round++)
            {
              g_autoptr (RingPath) path = NULL;
              g_autoptr (RingPath) again = NULL;
              g_autoptr (GString) d = g_string_new (NULL);
              RingSample s[60];

              ring_test_make_stroke (&random, (RingTestStrokeKind) kind, s, G_N_ELEMENTS (s));
              path = ring_ink_outline (s, G_N_ELEMENTS (s), &style, 0.01);
              again = ring_ink_outline (s, G_N_ELEMENTS (s), &style, 0.01);
              g_assert_true (ring_path_equal (path, again));
              ring_path_to_svg (path, 3, d);
              g_checksum_update (sum, (const guchar *) d->str, (gssize) d->len);
            }
          g_string_append_printf (text, "%s %s %s\n",
                                  ring_test_stroke_kind_name ((RingTestStrokeKind) kind),
                                  ring_smoothing_get_name (smoothing), g_checksum_get_string (sum));
        }
    }
  ring_test_assert_golden ("strokes/outlines.sha256", text->str, (gssize) text->len);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);

  for (guint kind = 0; kind < RING_TEST_N_KINDS; kind++)
    {
      g_autofree char *name
        = g_strconcat ("/outline/", ring_test_stroke_kind_name ((RingTestStrokeKind) kind), NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (kind), test_generated);
    }
  g_test_add_func ("/outline/hands", test_hands);
  g_test_add_func ("/outline/golden", test_golden);

  return ring_test_run ();
}
