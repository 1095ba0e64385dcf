/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "ring-instrument.h"
#include "ring-random.h"
#include "ring-test.h"

static void
test_ends (void)
{
  static const RingPressureCurve curves[]
      = { { 0, 0, 1, 1 }, { 0.4, 0.18, 0.7, 0.58 }, { 1, 0, 0, 1 }, { 0, 1, 1, 0 }, { 0, 0, 0, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (curves); i++)
    {
      g_assert_cmpfloat (ring_pressure_curve_apply (&curves[i], 0), ==, 0);
      g_assert_cmpfloat (ring_pressure_curve_apply (&curves[i], 1), ==, 1);
      g_assert_cmpfloat (ring_pressure_curve_apply (&curves[i], -3), ==, 0);
      g_assert_cmpfloat (ring_pressure_curve_apply (&curves[i], 7), ==, 1);
      g_assert_cmpfloat (ring_pressure_curve_apply (&curves[i], NAN), ==, 0);
    }
}

/* Whatever the handles, pressing harder never gives less, and the place found on the curve is the
 * one that belongs to the pressure. */
static void
test_rises (void)
{
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (71));
  for (guint round = 0; round < 500; round++)
    {
      RingPressureCurve curve = ring_pressure_curve_clean ((RingPressureCurve){
          ring_random_unit (&random) * 1.4 - 0.2, ring_random_unit (&random) * 1.4 - 0.2,
          ring_random_unit (&random) * 1.4 - 0.2, ring_random_unit (&random) * 1.4 - 0.2 });
      double before = 0;

      for (guint i = 0; i <= 200; i++)
        {
          double now = ring_pressure_curve_apply (&curve, i / 200.0);

          g_assert_cmpfloat (now, >=, before - 1e-6);
          g_assert_cmpfloat (now, <=, 1);
          before = now;
        }
    }
}

/* x (1/2) and y (1/2) of a cubic from (0, 0) to (1, 1) are 3/8 of both handles and 1/8. */
static void
test_middle (void)
{
  RingPressureCurve curve = { 0.4, 0.18, 0.7, 0.58 };
  double x = 3 / 8.0 * (0.4 + 0.7) + 1 / 8.0;
  double y = 3 / 8.0 * (0.18 + 0.58) + 1 / 8.0;

  g_assert_cmpfloat_with_epsilon (ring_pressure_curve_apply (&curve, x), y, 1e-6);
}

static void
test_clean (void)
{
  RingPressureCurve curve = ring_pressure_curve_clean ((RingPressureCurve){ -1, NAN, 2, 0.123456 });
  RingPressureCurve wanted = { 0, 0, 1, 0.1235 };

  g_assert_true (ring_pressure_curve_equal (&curve, &wanted));
  g_assert_false (ring_pressure_curve_is_linear (&curve));
  curve = RING_PRESSURE_LINEAR;
  g_assert_true (ring_pressure_curve_is_linear (&curve));
}

/* Every instrument has a name of its own, and settings that its own dials can show. */
static void
test_instruments (void)
{
  for (guint i = 0; i < RING_N_INSTRUMENTS; i++)
    {
      const RingInstrumentInfo *info = ring_instrument_get_info (i);
      RingPressureCurve clean = ring_pressure_curve_clean (info->ink.curve);
      RingInstrument found = RING_N_INSTRUMENTS;

      g_assert_true (ring_instrument_from_name (info->name, &found));
      g_assert_cmpuint (found, ==, i);
      g_assert_cmpfloat (info->ink.width, >=, info->min_width);
      g_assert_cmpfloat (info->ink.width, <=, info->max_width);
      g_assert_true (ring_pressure_curve_equal (&info->ink.curve, &clean));
      g_assert_cmpuint (info->colour & 0xff, >, 0);
    }
  g_assert_false (ring_instrument_from_name ("airbrush", &(RingInstrument){ 0 }));
  g_assert_false (ring_instrument_from_name (NULL, &(RingInstrument){ 0 }));
}

/* Files have these words for good. */
static void
test_smoothing_names (void)
{
  static const char *const names[] = { "exact", "light", "steady" };
  RingSmoothing smoothing = RING_SMOOTHING_STEADY;

  g_assert_false (ring_smoothing_from_name ("rough", &smoothing));
  g_assert_false (ring_smoothing_from_name (NULL, &smoothing));
  g_assert_cmpint (smoothing, ==, RING_SMOOTHING_STEADY);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpstr (ring_smoothing_get_name ((RingSmoothing) i), ==, names[i]);
      g_assert_true (ring_smoothing_from_name (names[i], &smoothing));
      g_assert_cmpint (smoothing, ==, i);
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);

  g_test_add_func ("/pressure/ends", test_ends);
  g_test_add_func ("/pressure/rises", test_rises);
  g_test_add_func ("/pressure/middle", test_middle);
  g_test_add_func ("/pressure/clean", test_clean);
  g_test_add_func ("/pressure/instruments", test_instruments);
  g_test_add_func ("/pressure/smoothing-names", test_smoothing_names);

  return ring_test_run ();
}
