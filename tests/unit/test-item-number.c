/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-catalogue-builder.h"
#include "ring-error.h"
#include "ring-test.h"

#include <string.h>

/* Slots larger than the menus, indices with gaps and out of order: what a catalogue looks like
 * after some years. Bands 7 and shape P are never made together. */
static RingCatalogue *
make_catalogue (void)
{
  static const struct
  {
    const char *id;
    guint slots, n;
    guint index[8];
  } menus[] = {
    { "shape", 16, 5, { 0, 1, 2, 9, 4 } },
    { "size", 8, 4, { 0, 1, 2, 3 } },
    { "band", 24, 7, { 0, 7, 2, 3, 20, 5, 23 } },
    { "metal", 12, 6, { 0, 1, 2, 3, 4, 11 } },
    { "finish", 6, 3, { 0, 1, 5 } },
    { "ring-size", 32, 8, { 0, 1, 2, 3, 4, 5, 6, 31 } },
  };
  RingCatalogueBuilder *builder = ring_catalogue_builder_new ("test", "Test House", "2026", "EUR");
  g_autoptr (GError) error = NULL;
  RingCatalogue *catalogue;

  for (guint m = 0; m < G_N_ELEMENTS (menus); m++)
    {
      ring_catalogue_builder_add_menu (builder, menus[m].id, menus[m].id, menus[m].slots);
      for (guint i = 0; i < menus[m].n; i++)
        {
          g_autofree char *code = g_strdup_printf ("%c%u", menus[m].id[0], menus[m].index[i]);
          RingOption option = { .code = code, .label = code, .index = menus[m].index[i] };

          g_assert_cmpint (ring_catalogue_builder_add_option (builder, &option), ==, RING_BUILD_OK);
        }
    }
  ring_catalogue_builder_begin_rule (builder, "That shape does not sit on that band");
  g_assert_true (ring_catalogue_builder_add_term (builder, "band", "b7"));
  g_assert_true (ring_catalogue_builder_add_term (builder, "shape", "s9"));
  catalogue = ring_catalogue_builder_end (builder, &error);
  g_assert_no_error (error);
  return catalogue;
}

/* Goes to the next combination, made or not; FALSE after the last one. */
static gboolean
next (const RingCatalogue *catalogue, RingChoice *choice)
{
  for (guint m = 0; m < ring_catalogue_get_n_menus (catalogue); m++)
    {
      if (++choice->option[m] < ring_catalogue_get_menu (catalogue, m)->n_options)
        return TRUE;
      choice->option[m] = 0;
    }
  return FALSE;
}

/* 5 * 4 * 7 * 6 * 3 * 8 = 20,160 combinations; one pair of shape and band less: 4 * 6 * 3 * 8 =
 * 576 fewer. */
static void
test_every_number (void)
{
  g_autoptr (RingCatalogue) catalogue = make_catalogue ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  RingChoice choice = { .limited = FALSE };

  do
    {
      g_autofree char *number = ring_catalogue_format_number (catalogue, &choice);
      g_autoptr (GError) error = NULL;
      RingChoice back;

      g_assert_true ((number != NULL) == ring_catalogue_is_made (catalogue, &choice, NULL));
      if (number == NULL)
        continue;
      g_assert_true (ring_catalogue_parse_number (catalogue, number, &back, &error));
      g_assert_no_error (error);
      for (guint m = 0; m < ring_catalogue_get_n_menus (catalogue); m++)
        g_assert_cmpuint (back.option[m], ==, choice.option[m]);
      g_assert_true (g_hash_table_add (seen, g_steal_pointer (&number)));
    }
  while (next (catalogue, &choice));
  g_assert_cmpuint (g_hash_table_size (seen), ==, 19584);
  g_assert_cmpuint (ring_catalogue_count (catalogue), ==, 19584);
}

static void
assert_refused (const RingCatalogue *catalogue, const char *number, int code)
{
  g_autoptr (GError) error = NULL;
  RingChoice choice;

  if (ring_catalogue_parse_number (catalogue, number, &choice, &error))
    g_error ("\"%s\" was taken for an item number", number);
  g_assert_error (error, RING_ERROR, code);
}

/* Every wrong digit and every swap of neighbours, in every seventh number. */
static void
test_typing_errors (void)
{
  g_autoptr (RingCatalogue) catalogue = make_catalogue ();
  RingChoice choice = { .limited = FALSE };
  guint n = 0;

  do
    {
      g_autofree char *number = ring_catalogue_format_number (catalogue, &choice);

      if (number == NULL || n++ % 7 != 0)
        continue;
      for (char *p = number + 1; *p != '\0'; p++)
        {
          char *after = p[1] == '-' ? p + 2 : p + 1;
          char right = *p;

          if (right == '-')
            continue;
          for (char wrong = '0'; wrong <= '9'; wrong++)
            {
              *p = wrong;
              if (wrong != right)
                {
                  RingChoice other;

                  g_assert_false (ring_catalogue_parse_number (catalogue, number, &other, NULL));
                }
            }
          *p = right;
          if (*after != '\0' && *after != right)
            {
              *p = *after;
              *after = right;
              assert_refused (catalogue, number,
                              number[1] == '0' && strlen (number) > 8 ? RING_ERROR_SYNTAX
                                                                      : RING_ERROR_INVALID);
              *after = *p;
              *p = right;
            }
        }
    }
  while (next (catalogue, &choice));
}

/* n = 0 is digits 0000 0 and Damm's check digit of zeros, which is 0. */
static void
test_shape (void)
{
  g_autoptr (RingCatalogue) catalogue = make_catalogue ();
  RingChoice choice = { .limited = FALSE };
  g_autofree char *first = ring_catalogue_format_number (catalogue, &choice);
  g_autofree char *engraved = NULL;
  g_autofree char *last = NULL;

  g_assert_cmpstr (first, ==, "#0000-00");
  ring_choice_set_engraving (&choice, "  FOR\nEVER ");
  engraved = ring_catalogue_format_number (catalogue, &choice);
  g_assert_cmpstr (engraved, ==, "#0000-00, \"FOR EVER\"");

  /* Shape 4, size 3, band 23, metal 11, finish 5, ring size 31:
   * ((((4 * 8 + 3) * 24 + 23) * 12 + 11) * 6 + 5) * 32 + 31 = 1990655. */
  choice = (RingChoice){ .option = { 4, 3, 6, 5, 2, 7 } };
  last = ring_catalogue_format_number (catalogue, &choice);
  g_assert_true (g_str_has_prefix (last, "#199065-5"));
  g_assert_cmpuint (strlen (last), ==, 10);
}

/* The worked example of Damm's method: 572 has check digit 4. */
static void
test_check_digit (void)
{
  RingCatalogueBuilder *builder = ring_catalogue_builder_new ("one", "One", "1", "");
  g_autoptr (RingCatalogue) catalogue = NULL;
  RingOption option = { .code = "a", .label = "a", .index = 57, .detail = "" };
  RingChoice choice = { .limited = FALSE };
  g_autofree char *number = NULL;

  ring_catalogue_builder_add_menu (builder, "tens", "Tens", 100);
  ring_catalogue_builder_add_option (builder, &option);
  option.index = 2;
  ring_catalogue_builder_add_menu (builder, "ones", "Ones", 10);
  ring_catalogue_builder_add_option (builder, &option);
  catalogue = ring_catalogue_builder_end (builder, NULL);
  number = ring_catalogue_format_number (catalogue, &choice);
  g_assert_cmpstr (number, ==, "#0057-24");
}

static void
test_reading (void)
{
  static const char *const good[] = {
    "#0000-00",
    "0000-00",
    "  #0000-00\n",
    "#0000\xe2\x80\x93" "00",
    "#0000\xe2\x88\x92" "00",
    "#0000-00, \"FOREVER\"",
    "#0000-00,\"FOREVER\"",
    "#0000-00, \xe2\x80\x9c" "FOREVER\xe2\x80\x9d",
    "#0000-00, \"12345678901234567890\"",
    "#0000-00, \"say \"yes\"\"",
  };
  static const char *const bad[] = {
    "",          "#",          "#0000",      "#000-00",    "#0000-0",   "#0000-000",
    "#00000-00", "##0000-00",  "#0000--00",  "#00a0-00",   "-0000-00",  "#0000 00",
    "#0000-00 FOREVER",        "#0000-00,",  "#0000-00, FOREVER",       "#0000-00, \"\"",
    "#0000-00, \"",            "#0000-00, \"123456789012345678901\"",   "#0000-00, \"a\nb\"",
    "#99999999999999999999999999999999-00",  "#\xd9\xa1\xd9\xa2\xd9\xa3\xd9\xa4-00",
  };
  g_autoptr (RingCatalogue) catalogue = make_catalogue ();

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      RingChoice choice;

      ring_catalogue_parse_number (catalogue, good[i], &choice, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (choice.option[2], ==, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_refused (catalogue, bad[i], RING_ERROR_SYNTAX);
  assert_refused (catalogue, NULL, RING_ERROR_SYNTAX);
  assert_refused (catalogue, "#0000-01", RING_ERROR_INVALID);
}

/* A right check digit does not make a ring: an index no option has, and a pair not made. */
static void
test_not_made (void)
{
  g_autoptr (RingCatalogue) catalogue = make_catalogue ();
  RingChoice choice = { .option = { 3, 0, 1, 0, 0, 0 } };
  const char *reason;

  g_assert_false (ring_catalogue_is_made (catalogue, &choice, &reason));
  g_assert_cmpstr (reason, ==, "That shape does not sit on that band");
  g_assert_null (ring_catalogue_format_number (catalogue, &choice));
  /* Index 7 of "ring-size" belongs to nothing: 0000 7 has check digit 6. */
  assert_refused (catalogue, "#0000-76", RING_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/catalogue/number/every-number", test_every_number);
  g_test_add_func ("/catalogue/number/typing-errors", test_typing_errors);
  g_test_add_func ("/catalogue/number/shape", test_shape);
  g_test_add_func ("/catalogue/number/check-digit", test_check_digit);
  g_test_add_func ("/catalogue/number/reading", test_reading);
  g_test_add_func ("/catalogue/number/not-made", test_not_made);
  return ring_test_run ();
}
