/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-error.h"
#include "ring-gem-text.h"
#include "ring-test.h"

static void
test_read (void)
{
  static const struct
  {
    const char *text;
    RingCut cut;
    const char *species;
    double length, width;
  } cases[] = {
    { "oval 8x6", RING_CUT_OVAL, "diamond", 8, 6 },
    { "Oval 8 × 6 mm", RING_CUT_OVAL, "diamond", 8, 6 },
    { "oval sapphire 8x6", RING_CUT_OVAL, "sapphire", 8, 6 },
    { "8,5x6,5 oval", RING_CUT_OVAL, "diamond", 8.5, 6.5 },
    { "6.5", RING_CUT_ROUND, "diamond", 6.5, 6.5 },
    { "5 mm", RING_CUT_ROUND, "diamond", 5, 5 },
    { "ruby", RING_CUT_ROUND, "ruby", 6.5, 6.5 },
    { "old mine 7", RING_CUT_OLD_MINE, "diamond", 7, 7 / 1.05 },
    { "Old European 7", RING_CUT_OLD_EUROPEAN, "diamond", 7, 7 },
    { "tapered-baguette 4x2", RING_CUT_TAPERED_BAGUETTE, "diamond", 4, 2 },
    { "half-moon 6x3", RING_CUT_HALF_MOON, "diamond", 6, 3 },
    { "emerald 7x5", RING_CUT_EMERALD, "diamond", 7, 5 },
    { "emerald emerald 7x5", RING_CUT_EMERALD, "emerald", 7, 5 },
    { "oval emerald 8x6", RING_CUT_OVAL, "emerald", 8, 6 },
    { "emerald oval 8x6", RING_CUT_OVAL, "emerald", 8, 6 },
    { "marq 10x5", RING_CUT_MARQUISE, "diamond", 10, 5 },
    { "marquise", RING_CUT_MARQUISE, "diamond", 13, 6.5 },
    { "", RING_CUT_ROUND, "diamond", 6.5, 6.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RingGemChoice choice;
      GError *error = NULL;

      ring_gem_choice_init (&choice);
      g_assert_true (ring_gem_choice_parse (&choice, cases[i].text, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (choice.cut, ==, cases[i].cut);
      g_assert_cmpstr (choice.species->id, ==, cases[i].species);
      g_assert_cmpfloat_with_epsilon (choice.length, cases[i].length, 1e-9);
      g_assert_cmpfloat_with_epsilon (choice.width, cases[i].width, 1e-9);
    }
}

static void
test_carats (void)
{
  RingGemChoice choice;

  ring_gem_choice_init (&choice);
  g_assert_true (ring_gem_choice_parse (&choice, "round 1 ct", NULL));
  g_assert_cmpfloat_with_epsilon (choice.length, 6.48, 0.05);
  g_assert_true (ring_gem_choice_parse (&choice, "oval 2ct sapphire", NULL));
  g_assert_cmpfloat_with_epsilon (choice.length / choice.width, 1.4, 1e-9);
  g_assert_cmpstr (choice.species->id, ==, "sapphire");
  /* With both, the sizes tell the shape. */
  g_assert_true (ring_gem_choice_parse (&choice, "3x2 1.5 carats", NULL));
  g_assert_cmpfloat_with_epsilon (choice.length / choice.width, 1.5, 1e-9);
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "rhubarb", "oval 8x6x4", "oval pear", "ruby sapphire", "0",        "round 1e9 ct",
    "900 ct",  "90",         "x",         "oval 8x",       "round -3", "50x2",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      RingGemChoice choice;

      ring_gem_choice_init (&choice);
      if (g_str_equal (texts[i], "oval 8x") || g_str_equal (texts[i], "round -3"))
        {
          /* On the way to more, and a dash between words. */
          g_assert_true (ring_gem_choice_parse (&choice, texts[i], NULL));
          continue;
        }
      g_assert_false (ring_gem_choice_parse (&choice, texts[i], &error));
      g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
      g_assert_cmpuint (choice.cut, ==, RING_CUT_ROUND);
      g_assert_cmpfloat (choice.length, ==, 6.5);
    }
}

/* What is printed is read again, for every cut and stone; so is what is offered. */
static void
test_again (void)
{
  g_auto (GStrv) list = ring_gem_choice_list ();

  for (guint c = 0; c < RING_N_CUTS; c++)
    for (guint s = 0; s < ring_species_get_n (); s++)
      {
        RingGemChoice choice = { (RingCut) c, ring_species_get (s), 8.25, 6 };
        RingGemChoice again;
        g_autofree char *text = ring_gem_choice_format (&choice);

        ring_gem_choice_init (&again);
        g_assert_true (ring_gem_choice_parse (&again, text, NULL));
        g_assert_cmpuint (again.cut, ==, c);
        g_assert_true (again.species == choice.species);
        g_assert_cmpfloat_with_epsilon (again.length, 8.25, 1e-9);
        g_assert_cmpfloat_with_epsilon (again.width, 6, 1e-9);
      }
  g_assert_cmpuint (g_strv_length (list), >, RING_N_CUTS);
  for (guint i = 0; list[i] != NULL; i++)
    {
      RingGemChoice choice;

      ring_gem_choice_init (&choice);
      g_assert_true (ring_gem_choice_parse (&choice, list[i], NULL));
      if (i < RING_N_CUTS)
        g_assert_cmpuint (choice.cut, ==, i);
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/gem-text/read", test_read);
  g_test_add_func ("/gem-text/carats", test_carats);
  g_test_add_func ("/gem-text/refused", test_refused);
  g_test_add_func ("/gem-text/again", test_again);
  return ring_test_run ();
}
