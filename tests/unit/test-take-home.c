/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a visitor takes along, in words. */
#include <string.h>

#include "ring-take-home.h"
#include "ring-test-house.h"
#include "ring-test.h"

/* Three of four are round, and two of five solitaires: 300 of 1000 rings a year come from the same moulds. */
static void
test_text (void)
{
  g_autoptr (RingCatalogue) catalogue = ring_test_house_new ();
  RingChoice choice = { .option = { 0, 0 } };
  g_autofree char *number = ring_catalogue_format_number (catalogue, &choice);
  g_autofree char *text = ring_take_home_text (catalogue, &choice, NULL, "Atelier Sample, Goldgasse 7");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *item = g_strdup_printf ("Item %s", number);

  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_true (g_str_has_prefix (lines[0], "Round, "));
  g_assert_cmpstr (lines[1], ==, item);
  g_assert_true (g_str_has_prefix (lines[2], "From the same moulds: about 300 a year"));
  g_assert_cmpstr (lines[3], ==, "Nothing was drawn over it.");
  g_assert_cmpstr (lines[4], ==, "Atelier Sample, Goldgasse 7");
}

static void
test_drawn (void)
{
  g_autoptr (RingCatalogue) catalogue = ring_test_house_new ();
  g_autoptr (RingDesign) design = ring_test_new_chosen (catalogue, NULL, FALSE);
  RingChoice choice = { .option = { 0, 0 } };
  const char *layer;
  RingEdit *edit = ring_test_start (design, &layer);
  g_autofree char *text = NULL;

  ring_test_add_stroke (edit, layer, "s1", 1000, 500, 3);
  ring_test_add_stroke (edit, layer, "s2", 3000, 500, 3);
  ring_design_commit (design, edit);
  text = ring_take_home_text (catalogue, &choice, ring_design_get_drawing (design), "");
  g_assert_nonnull (strstr (text, "Drawn over it by hand: 2 lines."));
  g_assert_false (g_str_has_suffix (text, "\n"));
}

/* A long line of the shop's still leaves a code that can be read, and no half character. */
static void
test_short (void)
{
  g_autoptr (RingCatalogue) catalogue = ring_test_house_new ();
  RingChoice choice = { .option = { 0, 0 } };
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append (line, "ö");
  text = ring_take_home_text (catalogue, &choice, NULL, line->str);
  g_assert_cmpuint (strlen (text), <=, RING_TAKE_HOME_MOST);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_nonnull (strstr (text, "Item #"));
  g_assert_nonnull (strstr (text, "öööö"));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/take-home/text", test_text);
  g_test_add_func ("/take-home/drawn", test_drawn);
  g_test_add_func ("/take-home/short", test_short);
  return ring_test_run ();
}
