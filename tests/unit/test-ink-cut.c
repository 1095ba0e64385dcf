/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-ink-cut.h"

#include <math.h>

#include "ring-random.h"
#include "ring-test.h"

#define FIT 0.01

typedef struct
{
  RingSample samples[240];
  guint n;
  RingInkStyle style;
} Stroke;

/* A wandering line of changing pressure, sampled as a pen does: 4 ms, up to a millimetre. */
static void
draw (Stroke *stroke, RingRandom *random)
{
  double angle = 2 * G_PI * ring_random_unit (random), turn = 0, speed = 0.2;
  RingSample s = { .x = 20, .y = 20, .pressure = 0.5 };

  stroke->n = 2 + (guint) (ring_random_unit (random) * (G_N_ELEMENTS (stroke->samples) - 2));
  stroke->style = (RingInkStyle){ 0.3 + 3 * ring_random_unit (random), 0.3, RING_PRESSURE_LINEAR,
                                  (RingSmoothing) (ring_random_next (random) % 3) };
  for (guint i = 0; i < stroke->n; i++)
    {
      stroke->samples[i] = s;
      turn = 0.8 * turn + 0.12 * (ring_random_unit (random) - 0.5);
      speed = CLAMP (speed + 0.1 * (ring_random_unit (random) - 0.5), 0.02, 0.8);
      angle += turn;
      s.x += speed * cos (angle);
      s.y += speed * sin (angle);
      s.pressure = CLAMP (s.pressure + 0.1 * (ring_random_unit (random) - 0.5), 0, 1);
      s.time += 4;
    }
}

static RingPath *
outline_of (const GArray *samples, const RingInkStyle *style)
{
  RingInkStyle exact = *style;

  exact.smoothing = RING_SMOOTHING_EXACT;
  return ring_ink_outline ((const RingSample *) (const void *) samples->data, samples->len, &exact,
                           FIT);
}

static RingPath *
outline_of_pieces (const RingInkCut *cut, const RingInkStyle *style)
{
  g_autoptr (GPtrArray) pieces = ring_ink_cut_get_pieces (cut);
  RingPath *path = ring_path_new ();

  for (guint i = 0; i < pieces->len; i++)
    {
      g_autoptr (RingPath) outline = outline_of (g_ptr_array_index (pieces, i), style);

      ring_path_append (path, outline, NULL);
    }
  return path;
}

/* Beyond the discs that the eraser from A to B touched, old and new ink are the same within two
 * tolerances; under the eraser there is none. */
static void
compare (const RingPath *old, const RingPath *new, const Stroke *stroke, RingPoint a, RingPoint b,
         double reach, RingRandom *random)
{
  RingRect bounds = ring_rect_inset (ring_path_get_bounds (old), -1);

  for (guint i = 0; i < 400; i++)
    {
      RingPoint p = { bounds.x0 + (bounds.x1 - bounds.x0) * ring_random_unit (random),
                      bounds.y0 + (bounds.y1 - bounds.y0) * ring_random_unit (random) };
      double from = ring_point_segment_distance (p, a, b);

      if (from < reach - 2 * FIT)
        g_assert_false (ring_path_contains (new, p));
      else if (from > reach + stroke->style.width + 2 * FIT
               && ring_path_contains (old, p) != ring_path_contains (new, p))
        {
          g_assert_cmpfloat (ring_path_distance (old, p, FALSE), <=, 2 * FIT);
          g_assert_cmpfloat (ring_path_distance (new, p, FALSE), <=, 2 * FIT);
        }
      else if (ring_path_contains (new, p) && !ring_path_contains (old, p))
        g_assert_cmpfloat (ring_path_distance (old, p, FALSE), <=, 2 * FIT);
    }
}

static void
test_rest_stays (void)
{
  RingRandom random;
  guint n_cut = 0;

  ring_random_init_seed (&random, 11);
  for (guint i = 0; i < 120; i++)
    {
      Stroke stroke;
      g_autoptr (RingInkCut) cut = NULL;
      g_autoptr (RingPath) old = NULL;
      g_autoptr (RingPath) new = NULL;
      g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
      double reach = 0.1 + 2 * ring_random_unit (&random);
      RingPoint a, b;

      draw (&stroke, &random);
      a = (RingPoint){ stroke.samples[stroke.n / 2].x + 2 * ring_random_unit (&random),
                       stroke.samples[stroke.n / 2].y + 2 * ring_random_unit (&random) };
      b = (RingPoint){ a.x + 4 * ring_random_unit (&random), a.y - 2 * ring_random_unit (&random) };
      cut = ring_ink_cut_new (stroke.samples, stroke.n, &stroke.style, FIT);
      n_cut += ring_ink_cut_erase (cut, a, b, reach, taken);
      old = ring_ink_outline (stroke.samples, stroke.n, &stroke.style, FIT);
      new = outline_of_pieces (cut, &stroke.style);
      compare (old, new, &stroke, a, b, reach, &random);
    }
  g_assert_cmpuint (n_cut, >, 60);
}

static void
make_line (RingSample *samples, guint n, double x0, double x1)
{
  for (guint i = 0; i < n; i++)
    samples[i] = (RingSample){ .x = x0 + (x1 - x0) * i / (n - 1), .pressure = 1, .time = 10 * i };
}

static void
test_middle (void)
{
  const RingInkStyle style = { 1, 1, RING_PRESSURE_LINEAR, RING_SMOOTHING_EXACT };
  RingSample samples[11];
  g_autoptr (RingInkCut) cut = NULL;
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) pieces = NULL;
  const GArray *left, *right;
  const RingSample *s;

  make_line (samples, 11, 0, 10);
  cut = ring_ink_cut_new (samples, 11, &style, FIT);
  g_assert_false (ring_ink_cut_erase (cut, (RingPoint){ 5, 3 }, (RingPoint){ 6, 3 }, 1, taken));
  g_assert_true (ring_ink_cut_erase (cut, (RingPoint){ 5, 1 }, (RingPoint){ 5, -1 }, 1, taken));
  g_assert_cmpuint (taken->len, ==, 1);
  /* A second time there is nothing left to take. */
  g_assert_false (ring_ink_cut_erase (cut, (RingPoint){ 5, 1 }, (RingPoint){ 5, -1 }, 1, taken));
  pieces = ring_ink_cut_get_pieces (cut);
  g_assert_cmpuint (pieces->len, ==, 2);
  left = g_ptr_array_index (pieces, 0);
  right = g_ptr_array_index (pieces, 1);
  /* Half a millimetre of ink to each side of the line, and one of the eraser. */
  s = &g_array_index (left, RingSample, left->len - 1);
  g_assert_cmpfloat_with_epsilon (s->x, 3.5, 1e-3);
  g_assert_cmpuint (s->time, ==, 35);
  s = &g_array_index (right, RingSample, 0);
  g_assert_cmpfloat_with_epsilon (s->x, 6.5, 1e-3);
  g_assert_cmpuint (s->time, ==, 65);
  s = &g_array_index (right, RingSample, right->len - 1);
  g_assert_cmpfloat (s->x, ==, 10);
  g_assert_cmpuint (s->time, ==, 100);
}

static void
test_ends (void)
{
  const RingInkStyle style = { 0.2, 1, RING_PRESSURE_LINEAR, RING_SMOOTHING_LIGHT };
  RingSample samples[11];
  g_autoptr (RingInkCut) cut = NULL;
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  make_line (samples, 11, 0, 10);
  cut = ring_ink_cut_new (samples, 11, &style, FIT);
  for (double x = -1; x < 4; x += 0.5)
    ring_ink_cut_erase (cut, (RingPoint){ x, 0 }, (RingPoint){ x + 0.5, 0 }, 0.5, taken);
  {
    g_autoptr (GPtrArray) pieces = ring_ink_cut_get_pieces (cut);
    const GArray *piece = g_ptr_array_index (pieces, 0);

    g_assert_cmpuint (pieces->len, ==, 1);
    g_assert_cmpfloat_with_epsilon (g_array_index (piece, RingSample, 0).x, 4.6, 1e-2);
  }
  ring_ink_cut_erase (cut, (RingPoint){ 0, 0 }, (RingPoint){ 10, 0 }, 0.5, taken);
  {
    g_autoptr (GPtrArray) pieces = ring_ink_cut_get_pieces (cut);

    g_assert_cmpuint (pieces->len, ==, 0);
  }
}

static void
test_dot (void)
{
  const RingInkStyle style = { 1, 1, RING_PRESSURE_LINEAR, RING_SMOOTHING_LIGHT };
  const RingSample dot = { .x = 2, .y = 2, .pressure = 1 };
  g_autoptr (RingInkCut) cut = ring_ink_cut_new (&dot, 1, &style, FIT);
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) pieces = NULL;

  g_assert_false (ring_ink_cut_erase (cut, (RingPoint){ 4, 2 }, (RingPoint){ 4, 2 }, 1, taken));
  {
    g_autoptr (GPtrArray) whole = ring_ink_cut_get_pieces (cut);

    g_assert_cmpuint (whole->len, ==, 1);
  }
  g_assert_true (ring_ink_cut_erase (cut, (RingPoint){ 3, 2 }, (RingPoint){ 3, 2 }, 1, taken));
  g_assert_cmpuint (taken->len, ==, 1);
  pieces = ring_ink_cut_get_pieces (cut);
  g_assert_cmpuint (pieces->len, ==, 0);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/ink-cut/middle", test_middle);
  g_test_add_func ("/ink-cut/ends", test_ends);
  g_test_add_func ("/ink-cut/dot", test_dot);
  g_test_add_func ("/ink-cut/rest-stays", test_rest_stays);
  return ring_test_run ();
}
