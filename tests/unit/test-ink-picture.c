/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-ink-picture.h"

#include <math.h>
#include <string.h>

#include "ring-grain.h"
#include "ring-item.h"
#include "ring-random.h"
#include "ring-test.h"

#define FIT 0.01
#define N_SAMPLES 150

static void
draw (RingSample *samples, RingRandom *random)
{
  double angle = 2 * G_PI * ring_random_unit (random);
  RingSample s = { .x = 20, .y = 20, .pressure = ring_random_unit (random) };

  for (guint i = 0; i < N_SAMPLES; i++)
    {
      samples[i] = s;
      angle += 0.5 * (ring_random_unit (random) - 0.5);
      s.x += 0.4 * cos (angle);
      s.y += 0.4 * sin (angle);
      s.pressure = CLAMP (s.pressure + 0.2 * (ring_random_unit (random) - 0.5), 0, 1);
      s.tilt_x = CLAMP (s.tilt_x + 0.1 * (ring_random_unit (random) - 0.5), -1, 1);
      s.tilt_y = CLAMP (s.tilt_y + 0.1 * (ring_random_unit (random) - 0.5), -1, 1);
      s.time += 4;
    }
}

/* A random stroke of INSTRUMENT, not dry. */
static RingItem *
new_stroke (RingInstrument instrument, RingSmoothing smoothing, RingRandom *random)
{
  RingSample samples[N_SAMPLES];
  RingStroke stroke = { .fit = FIT };
  g_autoptr (RingSamples) kept = NULL;

  draw (samples, random);
  kept = ring_samples_new (samples, N_SAMPLES, 0);
  stroke.samples = kept;
  stroke.style.instrument = instrument;
  stroke.style.ink = ring_instrument_get_info (instrument)->ink;
  stroke.style.ink.smoothing = smoothing;
  stroke.style.colour = ring_instrument_get_info (instrument)->colour;
  return ring_item_new_stroke ("s", &stroke);
}

/* What is told before a stroke is dry must hold what is painted then. */
static void
test_bounds_hold (void)
{
  RingRandom random;

  ring_random_init_seed (&random, 5);
  for (guint i = 0; i < 210; i++)
    {
      g_autoptr (RingItem) item = new_stroke (i % RING_N_INSTRUMENTS, i % 3, &random);
      RingRect bounds = ring_item_get_bounds (item);
      RingInkPicture *picture = ring_item_get_picture (item);

      for (guint k = 0; k < ring_ink_picture_get_n_paths (picture); k++)
        {
          RingRect painted = ring_path_get_bounds (ring_ink_picture_get_path (picture, k));

          /* Rounded to the file's decimals. */
          painted = ring_rect_inset (painted, -FIT / 4);
          g_assert_cmpfloat (painted.x0, >=, bounds.x0);
          g_assert_cmpfloat (painted.y0, >=, bounds.y0);
          g_assert_cmpfloat (painted.x1, <=, bounds.x1);
          g_assert_cmpfloat (painted.y1, <=, bounds.y1);
        }
    }
}

static void
test_only_pencils_have_bands (void)
{
  RingRandom random;

  ring_random_init_seed (&random, 6);
  for (guint i = 0; i < RING_N_INSTRUMENTS; i++)
    {
      g_autoptr (RingItem) item = new_stroke (i, RING_SMOOTHING_LIGHT, &random);
      guint n = ring_ink_picture_get_n_paths (ring_item_get_picture (item));

      if (i == RING_INSTRUMENT_PENCIL)
        g_assert_cmpuint (n, >, 2);
      else
        g_assert_cmpuint (n, ==, 1);
    }
}

/* A denser band lies in the lighter one, or its edge would show twice. */
static void
test_bands_are_nested (void)
{
  RingRandom random;
  guint n_inside = 0;

  ring_random_init_seed (&random, 7);
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (RingItem) item = new_stroke (RING_INSTRUMENT_PENCIL, i % 3, &random);
      RingInkPicture *picture = ring_item_get_picture (item);
      RingRect bounds = ring_item_get_bounds (item);

      for (guint j = 0; j < 100; j++)
        {
          RingPoint p = { bounds.x0 + (bounds.x1 - bounds.x0) * ring_random_unit (&random),
                          bounds.y0 + (bounds.y1 - bounds.y0) * ring_random_unit (&random) };

          for (guint k = 1; k < ring_ink_picture_get_n_paths (picture); k++)
            if (ring_path_contains (ring_ink_picture_get_path (picture, k), p))
              {
                n_inside++;
                g_assert_cmpfloat (ring_path_distance (ring_ink_picture_get_path (picture, k - 1), p, TRUE), <=, 2 * FIT);
              }
        }
    }
  g_assert_cmpuint (n_inside, >, 20);
}

static guint
n_bands (double pressure, double tilt, double *width)
{
  RingSample samples[20];
  const RingInkStyle *ink = &ring_instrument_get_info (RING_INSTRUMENT_PENCIL)->ink;
  g_autoptr (RingInkPicture) picture = NULL;
  RingRect bounds;

  for (guint i = 0; i < 20; i++)
    samples[i] = (RingSample){ i, 0, pressure, tilt, 0, 4 * i };
  picture = ring_ink_picture_dry (samples, 20, RING_INSTRUMENT_PENCIL, ink, FIT);
  bounds = ring_path_get_bounds (ring_ink_picture_get_outline (picture));
  *width = bounds.y1 - bounds.y0;
  return ring_ink_picture_get_n_paths (picture);
}

/* Pressure makes a pencil denser up to its eight bands; on its side it is broader and lighter. */
static void
test_pressure_and_tilt (void)
{
  double light, heavy, upright, flat;

  g_assert_cmpuint (n_bands (0, 0, &light), ==, 1);
  g_assert_cmpuint (n_bands (1, 0, &heavy), ==, RING_INK_MAX_BANDS);
  g_assert_cmpfloat (heavy, >, light);
  g_assert_cmpuint (n_bands (0.6, 0.4, &upright), >, n_bands (0.6, 0.9, &flat));
  g_assert_cmpfloat (flat, >, 3.5 * upright);
}

static void
test_same_picture (void)
{
  for (guint i = 0; i < RING_N_INSTRUMENTS; i++)
    {
      RingRandom one, two;
      g_autoptr (RingItem) a = NULL;
      g_autoptr (RingItem) b = NULL;
      RingInkPicture *x, *y;

      ring_random_init_seed (&one, i);
      ring_random_init_seed (&two, i);
      a = new_stroke (i, RING_SMOOTHING_LIGHT, &one);
      b = new_stroke (i, RING_SMOOTHING_LIGHT, &two);
      x = ring_item_get_picture (a);
      y = ring_item_get_picture (b);
      g_assert_true (x == ring_item_get_picture (a));
      g_assert_cmpuint (ring_ink_picture_get_n_paths (x), ==, ring_ink_picture_get_n_paths (y));
      for (guint k = 0; k < ring_ink_picture_get_n_paths (x); k++)
        g_assert_true (ring_path_equal (ring_ink_picture_get_path (x, k), ring_ink_picture_get_path (y, k)));
    }
}

static gpointer
get_picture_thread (gpointer data)
{
  return ring_item_get_picture (data);
}

/* Many threads look at a wet stroke at once: all get one picture. */
static void
test_threads (void)
{
  RingRandom random;

  ring_random_init_seed (&random, 9);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (RingItem) item = new_stroke (i % RING_N_INSTRUMENTS, RING_SMOOTHING_LIGHT, &random);
      GThread *threads[4];
      gpointer pictures[4];

      for (guint k = 0; k < 4; k++)
        threads[k] = g_thread_new ("look", get_picture_thread, item);
      for (guint k = 0; k < 4; k++)
        pictures[k] = g_thread_join (threads[k]);
      for (guint k = 0; k < 4; k++)
        g_assert_true (pictures[k] == (gpointer) ring_item_get_picture (item));
    }
}

static void
test_grain_id (void)
{
  static const char *const wrong[]
      = { "", "grain", "grain-0-3a3a3eff-1", "grain-3-3a3a3eff-1", "grain-1-3a3a3eff-",
          "grain-1-3a3a3eff-0", "grain-1-3a3a3eff-1.0", "grain-1-3A3A3Eff-1", "grain-1-3a3a3exx-1",
          "grain-1-3a3a3eff-1e3", "grain-1-3a3a3eff-1001", "grain-1--a3a3eff-1" };
  const RingGrain grain = { RING_GRAIN_CLOSE, 0x0a3a3e80, 0.25 };
  g_autofree char *id = ring_grain_make_id (&grain);
  g_autoptr (GString) pattern = g_string_new (NULL);
  RingGrain back;

  g_assert_cmpstr (id, ==, "grain-2-0a3a3e80-0.25");
  g_assert_true (ring_grain_parse_id (id, strlen (id), &back));
  g_assert_cmpint (back.kind, ==, grain.kind);
  g_assert_cmphex (back.colour, ==, grain.colour);
  g_assert_cmpfloat (back.size, ==, grain.size);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (ring_grain_parse_id (wrong[i], strlen (wrong[i]), &back));
  ring_grain_append_pattern (&grain, pattern);
  g_assert_true (g_str_has_prefix (pattern->str, "<pattern id=\"grain-2-0a3a3e80-0.25\""));
  g_assert_nonnull (strstr (pattern->str, "fill=\"#0a3a3e\" fill-opacity=\"0.502\""));
  g_assert_cmpuint (pattern->len, <, 40000);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/ink-picture/bounds", test_bounds_hold);
  g_test_add_func ("/ink-picture/only-pencils", test_only_pencils_have_bands);
  g_test_add_func ("/ink-picture/nested", test_bands_are_nested);
  g_test_add_func ("/ink-picture/pressure-and-tilt", test_pressure_and_tilt);
  g_test_add_func ("/ink-picture/same", test_same_picture);
  g_test_add_func ("/ink-picture/threads", test_threads);
  g_test_add_func ("/grain/id", test_grain_id);
  return ring_test_run ();
}
