/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "ring-alloy.h"
#include "ring-band.h"
#include "ring-metal-paint.h"
#include "ring-test.h"

/* By Pappus on paper: C 54, 4.0 x 1.8 mm: flat 429.5 mm3, D 332.5, knife 208.0; of the others the
 * area and its moment over the finger circle, integrated by hand. */
static void
test_volume (void)
{
  const double w = 4, t = 1.8, r = 54 / (2 * G_PI);
  const double dome = 0.3, leg = 0.9, dip = 0.45;
  const struct
  {
    RingProfile profile;
    double area, moment;
  } rows[] = {
    { RING_PROFILE_FLAT_COURT, w * t - w * dome / 3, w * t * t / 2 - w * dome * dome / 10 },
    { RING_PROFILE_BEVELLED, w * t - leg * leg, w * t * t / 2 - leg * leg * (t - leg / 3) },
    { RING_PROFILE_CONCAVE, w * (t - 2 * dip / 3),
      w / 2 * (t * t - 4 * t * dip / 3 + 8 * dip * dip / 15) },
  };
  RingBand band = { 54, RING_PROFILE_FLAT, 4.0, 1.8, 0, 0 };

  g_assert_cmpfloat_with_epsilon (ring_band_volume (&band), 429.5, 0.5);
  band.profile = RING_PROFILE_D;
  g_assert_cmpfloat_with_epsilon (ring_band_volume (&band), 332.5, 0.5);
  band.profile = RING_PROFILE_KNIFE;
  g_assert_cmpfloat_with_epsilon (ring_band_volume (&band), 208.0, 0.5);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      band.profile = rows[i].profile;
      g_assert_cmpfloat_with_epsilon (ring_band_volume (&band),
                                      2 * G_PI * (rows[i].area * r + rows[i].moment), 0.02);
    }
}

/* A flat band whose width and thickness go with the cosine, integrated by hand. */
static void
test_taper (void)
{
  const double r = 54 / (2 * G_PI);
  RingBand band = { 54, RING_PROFILE_FLAT, 4.0, 1.8, 2.0, 1.8 };

  g_assert_cmpfloat (ring_band_width (&band, 0), ==, 4);
  g_assert_cmpfloat_with_epsilon (ring_band_width (&band, G_PI), 2, 1e-12);
  g_assert_cmpfloat_with_epsilon (ring_band_width (&band, G_PI / 2), 3, 1e-12);
  g_assert_cmpfloat_with_epsilon (ring_band_volume (&band), 2 * G_PI * 3 * (r * 1.8 + 1.8 * 1.8 / 2), 0.01);
  band.base_width = 4;
  band.base_thickness = 1.2;
  g_assert_cmpfloat_with_epsilon (ring_band_volume (&band),
                                  2 * G_PI * 4 * (r * 1.5 + (1.5 * 1.5 + 0.6 * 0.6 / 8) / 2), 0.01);
}

/* The euro's lower half by the area that its outline encloses. */
static void
test_euro (void)
{
  enum { N = 20000 };
  RingBand band = { 54, RING_PROFILE_EURO, 3.0, 1.8, 0, 0 };
  double area = 0;
  double r = 54 / (2 * G_PI);

  for (int i = 0; i < N; i++)
    {
      double a = 2 * G_PI * i / N, b = 2 * G_PI * (i + 1) / N;
      RingVec p = ring_band_point (&band, a, 0, ring_band_outer (&band, a, 0));
      RingVec q = ring_band_point (&band, b, 0, ring_band_outer (&band, b, 0));

      area += (p.x * q.y - q.x * p.y) / 2;
    }
  g_assert_cmpfloat_with_epsilon (ring_band_volume (&band), 3 * (area - G_PI * r * r), 0.05);
  /* Flat at the base, upright at the sides, and more metal than a round one. */
  g_assert_cmpfloat_with_epsilon (ring_band_outer (&band, G_PI, 0), 1.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (ring_band_point (&band, G_PI * 0.95, 0, ring_band_outer (&band, G_PI * 0.95, 0)).y,
                                  -(r + 1.8), 0.01);
  band.profile = RING_PROFILE_FLAT;
  g_assert_cmpfloat (3 * (area - G_PI * r * r), >, ring_band_volume (&band) * 1.1);
}

/* What is on the surface lies between metal and air, and the blank is as long as the trade cuts it:
 * C + pi t, and half a millimetre more over 4 mm. */
static void
test_surface (void)
{
  for (guint i = 0; i < RING_N_PROFILES; i++)
    {
      RingBand band = { 54, (RingProfile) i, 3, 1.8, 2.2, 1.5 };

      for (double angle = 0; angle < 6.28; angle += 0.37)
        for (double across = -0.93; across < 1; across += 0.31)
          {
            double outer = ring_band_outer (&band, angle, across);
            double inner = ring_band_inner (&band, angle, across);

            if (outer - inner < 0.1)
              continue;
            g_assert_true (ring_band_holds (&band, ring_band_point (&band, angle, across, outer - 0.01)));
            g_assert_true (ring_band_holds (&band, ring_band_point (&band, angle, across, inner + 0.01)));
            g_assert_false (ring_band_holds (&band, ring_band_point (&band, angle, across, outer + 0.01)));
            g_assert_false (ring_band_holds (&band, ring_band_point (&band, angle, across, inner - 0.01)));
            g_assert_cmpfloat (ring_band_radius (&band) + outer, <=, ring_band_reach (&band) + 1e-9);
          }
    }
  {
    RingBand band = { 54, RING_PROFILE_FLAT, 4.0, 1.8, 0, 0 };

    g_assert_cmpfloat_with_epsilon (ring_band_blank_length (&band), 54 + G_PI * 1.8, 1e-9);
    g_assert_cmpfloat_with_epsilon (ring_band_outer_length (&band), 54 + 2 * G_PI * 1.8, 1e-9);
    band.width = 4.1;
    g_assert_cmpfloat_with_epsilon (ring_band_blank_length (&band), 54.5 + G_PI * 1.8, 1e-9);
  }
}

static void
test_weight (void)
{
  RingBand flat = { 54, RING_PROFILE_FLAT, 4.0, 1.8, 0, 0 };
  RingBand small = { 54, RING_PROFILE_FLAT, 2.0, 1.7, 0, 0 };

  g_assert_cmpfloat_with_epsilon (ring_band_weight (&flat, ring_alloy_find ("18ky")->density), 6.67, 0.01);
  g_assert_cmpfloat_with_epsilon (ring_band_weight (&small, ring_alloy_find ("14ky")->density), 2.63, 0.01);
}

static void
test_profiles (void)
{
  for (guint i = 0; i < RING_N_PROFILES; i++)
    {
      RingBand band = { 54, (RingProfile) i, 3, 1.8, 0, 0 };
      RingProfile back;
      double most = 0;

      g_assert_true (ring_profile_from_id (ring_profile_id (band.profile), &back));
      g_assert_cmpint (back, ==, i);
      g_assert_cmpfloat (ring_band_inner (&band, 0, 0), ==, 0);
      for (double across = -1.4; across <= 1.4; across += 0.05)
        {
          double outer = ring_band_outer (&band, 0, across);

          g_assert_cmpfloat (outer, >=, ring_band_inner (&band, 0, across) - 1e-12);
          most = MAX (most, outer);
        }
      g_assert_cmpfloat_with_epsilon (most, 1.8, 1e-6);
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
      g_assert_nonnull (ring_metal_paint_find (alloy->id));
    }
  g_assert_null (ring_alloy_find ("unobtainium"));
  g_assert_null (ring_alloy_find (NULL));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/band/volume", test_volume);
  g_test_add_func ("/band/taper", test_taper);
  g_test_add_func ("/band/euro", test_euro);
  g_test_add_func ("/band/surface", test_surface);
  g_test_add_func ("/band/weight", test_weight);
  g_test_add_func ("/band/profiles", test_profiles);
  g_test_add_func ("/band/alloys", test_alloys);
  return ring_test_run ();
}
