/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "ring-alloy.h"
#include "ring-band.h"
#include "ring-test.h"

/* By Pappus on paper: C 54, 4.0 x 1.8 mm: flat 429.5 mm3, D 332.5, knife 208.0. */
static void
test_volume (void)
{
  RingBand band = { 54, RING_PROFILE_FLAT, 4.0, 1.8 };

  g_assert_cmpfloat_with_epsilon (ring_band_volume (&band), 429.5, 0.5);
  band.profile = RING_PROFILE_D;
  g_assert_cmpfloat_with_epsilon (ring_band_volume (&band), 332.5, 0.5);
  band.profile = RING_PROFILE_KNIFE;
  g_assert_cmpfloat_with_epsilon (ring_band_volume (&band), 208.0, 0.5);
}

static void
test_weight (void)
{
  RingBand flat = { 54, RING_PROFILE_FLAT, 4.0, 1.8 };
  RingBand small = { 54, RING_PROFILE_FLAT, 2.0, 1.7 };

  g_assert_cmpfloat_with_epsilon (ring_band_weight (&flat, ring_alloy_find ("18ky")->density), 6.67, 0.01);
  g_assert_cmpfloat_with_epsilon (ring_band_weight (&small, ring_alloy_find ("14ky")->density), 2.63, 0.01);
}

static void
test_profiles (void)
{
  for (guint i = 0; i < RING_N_PROFILES; i++)
    {
      RingBand band = { 54, (RingProfile) i, 3, 1.8 };
      RingProfile back;

      g_assert_true (ring_profile_from_id (ring_profile_id (band.profile), &back));
      g_assert_cmpint (back, ==, i);
      g_assert_cmpfloat (ring_band_outer (&band, 0), ==, 1.8);
      g_assert_cmpfloat (ring_band_inner (&band, 0), ==, 0);
      for (double z = -2; z <= 2; z += 0.05)
        {
          g_assert_true (isfinite (ring_band_outer (&band, z)));
          g_assert_cmpfloat (ring_band_outer (&band, z), >=, ring_band_inner (&band, z) - 1e-12);
        }
    }
}

static void
test_alloys (void)
{
  for (guint i = 0; i < ring_alloy_get_n (); i++)
    {
      const RingAlloy *alloy = ring_alloy_get (i);

      g_assert_true (ring_alloy_find (alloy->id) == alloy);
      g_assert_cmpfloat (alloy->density, >, 4);
      g_assert_cmpint (alloy->fineness, <, 1000);
    }
  g_assert_null (ring_alloy_find ("unobtainium"));
  g_assert_null (ring_alloy_find (NULL));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/band/volume", test_volume);
  g_test_add_func ("/band/weight", test_weight);
  g_test_add_func ("/band/profiles", test_profiles);
  g_test_add_func ("/band/alloys", test_alloys);
  return ring_test_run ();
}
