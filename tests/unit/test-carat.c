/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-carat.h"
#include "ring-error.h"
#include "ring-minimum.h"
#include "ring-test.h"

#include <math.h>

static void
estimate (RingCut cut,
          const char *species,
          double length,
          double width,
          double depth,
          double girdle,
          RingCarat *carat)
{
  GError *error = NULL;

  g_assert_true (ring_carat_estimate (cut, ring_species_find (species), length, width, depth,
                                      girdle, carat, &error));
  g_assert_no_error (error);
}

/* Worked examples of the sources. */
static void
test_diamonds (void)
{
  static const struct
  {
    RingCut cut;
    double length, width, depth, girdle, carat, within;
  } cases[] = {
    { RING_CUT_ROUND, 6.50, 6.50, 3.93, 1, 1.01, 0.005 },
    { RING_CUT_MARQUISE, 10.24, 6.11, 4.75, 1.035, 1.753, 0.006 },
    { RING_CUT_OVAL, 8.0, 5.7, 3.48, 1, 1.01, 0.02 },
    { RING_CUT_PRINCESS, 5.5, 5.5, 3.96, 1, 1.00, 0.01 },
    { RING_CUT_EMERALD, 7.35, 4.9, 3.19, 1, 1.057, 0.005 },
    { RING_CUT_TAPERED_BAGUETTE, 4, 2, 1.1, 1, 0.00915 * 4 * 1.7 * 1.1, 1e-9 },
    { RING_CUT_HEART, 6.6, 6.6, 3.96, 1, 1.02, 0.01 },
    { RING_CUT_TRILLION, 7, 7.2, 3, 1, 0.0057 * 7 * 7.2 * 3, 1e-9 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RingCarat carat;

      estimate (cases[i].cut, "diamond", cases[i].length, cases[i].width, cases[i].depth,
                cases[i].girdle, &carat);
      g_assert_cmpfloat_with_epsilon (carat.carat, cases[i].carat, cases[i].within);
      g_assert_cmpfloat (carat.error, >=, 0.05);
      ring_carat_clear (&carat);
    }
}

/* Millimetres of diamonds by weight, as the trade tables them, to the tenth: W from the factor,
 * the length over width and the depth shown. The widest row of each cut is off by its rounding. */
static void
test_table (void)
{
  static const double carats[] = { 0.50, 0.75, 1.00, 1.50, 2.00, 3.00, 5.00 };
  static const struct
  {
    RingCut cut;
    double depth, within; /* of the width; part of the weight */
    double mm[7][2];
  } rows[] = {
    { RING_CUT_OVAL,
      0.61,
      0.05,
      { { 6.3, 4.5 },
        { 7.2, 5.2 },
        { 8.0, 5.7 },
        { 9.1, 6.5 },
        { 10.0, 7.2 },
        { 11.5, 8.2 },
        { 13.6, 9.7 } } },
    { RING_CUT_PRINCESS,
      0.72,
      0.05,
      { { 4.4, 4.4 },
        { 5.0, 5.0 },
        { 5.5, 5.5 },
        { 6.3, 6.3 },
        { 6.9, 6.9 },
        { 7.9, 7.9 },
        { 9.4, 9.4 } } },
    { RING_CUT_CUSHION,
      0.66,
      0.06,
      { { 4.7, 4.7 },
        { 5.3, 5.3 },
        { 5.9, 5.9 },
        { 6.7, 6.7 },
        { 7.4, 7.4 },
        { 8.5, 8.5 },
        { 10.0, 10.0 } } },
    /* The table takes the factor of 1.5 to 1 for a stone of 1.4 to 1. */
    { RING_CUT_EMERALD,
      0.65,
      0.08,
      { { 5.5, 3.9 },
        { 6.3, 4.5 },
        { 6.9, 4.9 },
        { 7.9, 5.6 },
        { 8.7, 6.2 },
        { 9.9, 7.1 },
        { 11.8, 8.4 } } },
    { RING_CUT_ASSCHER,
      0.66,
      0.05,
      { { 4.6, 4.6 },
        { 5.2, 5.2 },
        { 5.7, 5.7 },
        { 6.6, 6.6 },
        { 7.2, 7.2 },
        { 8.3, 8.3 },
        { 9.8, 9.8 } } },
    { RING_CUT_RADIANT,
      0.66,
      0.05,
      { { 5.2, 4.1 },
        { 5.9, 4.7 },
        { 6.5, 5.2 },
        { 7.4, 6.0 },
        { 8.2, 6.6 },
        { 9.4, 7.5 },
        { 11.1, 8.9 } } },
    { RING_CUT_MARQUISE,
      0.61,
      0.05,
      { { 8.3, 4.1 },
        { 9.5, 4.7 },
        { 10.4, 5.2 },
        { 11.9, 6.0 },
        { 13.1, 6.6 },
        { 15.0, 7.5 },
        { 17.8, 8.9 } } },
    { RING_CUT_PEAR,
      0.61,
      0.05,
      { { 6.9, 4.5 },
        { 7.9, 5.1 },
        { 8.7, 5.6 },
        { 9.9, 6.4 },
        { 10.9, 7.1 },
        { 12.5, 8.1 },
        { 14.9, 9.6 } } },
    { RING_CUT_HEART,
      0.60,
      0.05,
      { { 5.2, 5.2 },
        { 6.0, 6.0 },
        { 6.6, 6.6 },
        { 7.5, 7.5 },
        { 8.3, 8.3 },
        { 9.5, 9.5 },
        { 11.2, 11.2 } } },
  };

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    for (guint i = 0; i < G_N_ELEMENTS (carats); i++)
      {
        double width = rows[r].mm[i][1];
        RingCarat carat;

        estimate (rows[r].cut, "diamond", rows[r].mm[i][0], width, width * rows[r].depth, 1,
                  &carat);
        g_assert_cmpfloat_with_epsilon (carat.carat / carats[i], 1, rows[r].within);
        ring_carat_clear (&carat);
      }
}

/* Rounds: 0.0061 x 0.605 x D3. */
static void
test_rounds (void)
{
  static const double rows[][2] = {
    { 1.0, 0.0037 }, { 1.3, 0.0081 }, { 2.0, 0.0295 }, { 2.5, 0.0577 }, { 3.0, 0.0996 },
    { 4.1, 0.254 },  { 5.2, 0.519 },  { 6.5, 1.013 },  { 7.4, 1.496 },  { 10.0, 3.69 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RingCarat carat;

      estimate (RING_CUT_ROUND, "diamond", rows[i][0], rows[i][0], rows[i][0] * 0.605, 1, &carat);
      g_assert_cmpfloat_with_epsilon (carat.carat / rows[i][1], 1, 0.01);
      g_assert_null (carat.note);
      ring_carat_clear (&carat);
    }
}

static void
test_coloured (void)
{
  RingCarat carat;

  estimate (RING_CUT_OVAL, "sapphire", 8, 6, 4, 1, &carat);
  g_assert_cmpfloat_with_epsilon (carat.carat, 0.0020 * 8 * 6 * 4 * 4.00, 1e-9);
  g_assert_cmpstr (carat.formula, ==, "0.002 × 8 × 6 × 4 × 4");
  /* The trade's 0.0020 is a good tenth more than an oval's volume. */
  g_assert_cmpfloat (carat.by_volume, <, carat.carat * 0.95);
  g_assert_nonnull (strstr (carat.note, "less"));
  ring_carat_clear (&carat);
}

/* Every cut in every kind of stone has a formula whose product is its weight, an error, and an
 * inverse that leads back. */
static void
test_all_cuts (void)
{
  static const char *const species[] = { "diamond", "sapphire", "emerald" };

  for (guint c = 0; c < RING_N_CUTS; c++)
    for (guint s = 0; s < G_N_ELEMENTS (species); s++)
      {
        const RingSpecies *stone = ring_species_find (species[s]);
        double ratio = ring_cut_usual_ratio (c);
        double length, width, product = 1;
        g_auto (GStrv) factors = NULL;
        GError *error = NULL;
        RingCarat carat;

        g_assert_true (ring_carat_size (c, stone, 1.5, ratio, &length, &width, &error));
        g_assert_no_error (error);
        g_assert_cmpfloat_with_epsilon (length / width, ratio, 1e-9);
        estimate (c, species[s], length, width, width * ring_cut_usual_depth (c), 1, &carat);
        g_assert_cmpfloat_with_epsilon (carat.carat, 1.5, 1e-6);
        g_assert_cmpfloat (carat.error, >=, 0.05);
        g_assert_cmpfloat (carat.error, <=, 0.10);
        factors = g_strsplit (carat.formula, " × ", -1);
        for (guint i = 0; factors[i] != NULL; i++)
          product *= g_ascii_strtod (factors[i], NULL);
        g_assert_cmpfloat_with_epsilon (product / carat.carat, 1, 0.005);
        g_assert_true ((carat.note != NULL) == (fabs (carat.by_volume / carat.carat - 1) > 0.05));
        ring_carat_clear (&carat);
      }
}

static void
test_impossible (void)
{
  static const double sizes[][3] = {
    { 0, 5, 3 }, { 5, -1, 3 }, { 5, 5, 0.1 }, { 80, 70, 30 }, { NAN, 5, 3 }, { 30, 2, 2 },
  };
  static const double carats[] = { 0, -1, 1e9, NAN };
  const RingSpecies *diamond = ring_species_get (0);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      RingCarat carat;

      g_assert_false (ring_carat_estimate (RING_CUT_ROUND, diamond, sizes[i][0], sizes[i][1],
                                           sizes[i][2], 1, &carat, &error));
      g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
    }
  for (guint i = 0; i < G_N_ELEMENTS (carats); i++)
    {
      g_autoptr (GError) error = NULL;
      double length, width;

      g_assert_false (
          ring_carat_size (RING_CUT_ROUND, diamond, carats[i], 1, &length, &width, &error));
      g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
    }
  g_assert_null (ring_species_find ("kryptonite"));
}

static void
test_minimums (void)
{
  for (guint i = 0; i < ring_minimum_get_n (); i++)
    {
      const RingMinimum *minimum = ring_minimum_get (i);

      g_assert_cmpfloat (minimum->mm, >=, 0);
      g_assert_cmpstr (minimum->source, !=, "");
      g_assert_true (ring_minimum_find (minimum->id) == minimum);
    }
  g_assert_null (ring_minimum_find ("luck"));
}

static void
test_limits (void)
{
  RingLimits limits;

  ring_limits_init (&limits);
  g_assert_cmpfloat (ring_limits_get (&limits, "gem-spacing"), ==, 0.1);
  g_assert_true (ring_limits_set (&limits, "gem-spacing", 0.15));
  g_assert_cmpfloat (ring_limits_get (&limits, "gem-spacing"), ==, 0.15);
  g_assert_false (ring_limits_set (&limits, "luck", 1));
  g_assert_false (ring_limits_set (&limits, "prong", -1));
  g_assert_false (ring_limits_set (&limits, "prong", NAN));
  g_assert_cmpfloat (ring_limits_get (&limits, "prong"), ==, 0.6);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/carat/diamonds", test_diamonds);
  g_test_add_func ("/carat/table", test_table);
  g_test_add_func ("/carat/rounds", test_rounds);
  g_test_add_func ("/carat/coloured", test_coloured);
  g_test_add_func ("/carat/all-cuts", test_all_cuts);
  g_test_add_func ("/carat/impossible", test_impossible);
  g_test_add_func ("/carat/minimums", test_minimums);
  g_test_add_func ("/carat/limits", test_limits);
  return ring_test_run ();
}
