/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-carat.h"
#include "ring-minimum.h"
#include "ring-test.h"

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
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RingCarat carat;

      g_assert_true (ring_carat_estimate (cases[i].cut, ring_species_find ("diamond"),
                                          cases[i].length, cases[i].width, cases[i].depth,
                                          cases[i].girdle, &carat));
      g_assert_cmpfloat_with_epsilon (carat.carat, cases[i].carat, cases[i].within);
      g_assert_cmpfloat (carat.error, >=, 0.05);
      ring_carat_clear (&carat);
    }
}

static void
test_coloured (void)
{
  RingCarat carat;

  g_assert_true (
      ring_carat_estimate (RING_CUT_OVAL, ring_species_find ("sapphire"), 8, 6, 4, 1, &carat));
  g_assert_cmpfloat_with_epsilon (carat.carat, 0.0020 * 8 * 6 * 4 * 4.00, 1e-9);
  g_assert_cmpstr (carat.formula, ==, "0.002 × 8 × 6 × 4 × 4");
  ring_carat_clear (&carat);
}

static void
test_nothing (void)
{
  RingCarat carat;

  g_assert_false (ring_carat_estimate (RING_CUT_ROUND, NULL, 6, 6, 4, 1, &carat));
  g_assert_false (ring_carat_estimate (RING_CUT_ROUND, ring_species_get (0), 6, 6, 0, 1, &carat));
  g_assert_null (ring_species_find ("kryptonite"));
}

static void
test_minimums (void)
{
  for (guint i = 0; i < ring_minimum_get_n (); i++)
    {
      const RingMinimum *minimum = ring_minimum_get (i);

      g_assert_cmpfloat (minimum->mm, >, 0);
      g_assert_cmpstr (minimum->source, !=, "");
      g_assert_true (ring_minimum_find (minimum->id) == minimum);
    }
  g_assert_null (ring_minimum_find ("luck"));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/carat/diamonds", test_diamonds);
  g_test_add_func ("/carat/coloured", test_coloured);
  g_test_add_func ("/carat/nothing", test_nothing);
  g_test_add_func ("/carat/minimums", test_minimums);
  return ring_test_run ();
}
