/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sizes, weights, prices and days as people and reports write them. */
#include "ring-error.h"
#include "ring-stone.h"
#include "ring-test-model.h"
#include "ring-test.h"

static RingRecord *
new_stone (const char *cut)
{
  const char *const fields[] = { "cut", cut, NULL };

  return ring_test_record (RING_RECORD_STONE, "t", cut != NULL ? fields : (const char *[]){ NULL });
}

static void
test_size (void)
{
  static const struct
  {
    const char *cut, *text, *length, *width, *depth, *measured, *shown;
  } cases[] = {
    { "oval", "8.12 x 5.94 x 4.10", "8.12", "5.94", "4.1", "measured", "8.12 × 5.94 × 4.10" },
    { "oval", "8,12x5,94x4,1mm", "8.12", "5.94", "4.1", "measured", "8.12 × 5.94 × 4.10" },
    { "oval", "8.12 × 5.94 × 4.10 mm", "8.12", "5.94", "4.1", "measured", "8.12 × 5.94 × 4.10" },
    { "Cushion", "10.13*9.30*6.89", "10.13", "9.3", "6.89", "measured", "10.13 × 9.30 × 6.89" },
    { "oval", "~8x6", "8", "6", NULL, "estimated", "≈ 8 × 6" },
    { "oval", "about 8 x 6 mm", "8", "6", NULL, "estimated", "≈ 8 × 6" },
    { "oval", "ca. 8x6", "8", "6", NULL, "estimated", "≈ 8 × 6" },
    { "Round brilliant", "6.43 - 6.47 x 3.98", "6.47", "6.43", "3.98", "measured",
      "6.43 – 6.47 × 3.98" },
    { "round", "6.47–6.43×3.98", "6.47", "6.43", "3.98", "measured", "6.43 – 6.47 × 3.98" },
    { "round", "6.50 - 6.50 x 4", "6.5", "6.5", "4", "measured", "6.50 × 4.00" },
    { "round", "6.5", "6.5", "6.5", NULL, "measured", "6.50" },
    { "round", "Ø 6.5 mm", "6.5", "6.5", NULL, "measured", "6.50" },
    { "round", "6.5 x 4", "6.5", "6.5", "4", "measured", "6.50 × 4.00" },
    { "round", "6.5 x 6.45", "6.5", "6.45", NULL, "measured", "6.45 – 6.50" },
    { NULL, "6.43-6.47x3.98", "6.47", "6.43", "3.98", "measured", "6.47 × 6.43 × 3.98" },
    { NULL, "7", "7", NULL, NULL, "measured", "7.00" },
    { NULL, "", NULL, NULL, NULL, NULL, NULL },
    { "round", "  ", NULL, NULL, NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RingRecord) before = new_stone (cases[i].cut);
      GError *error = NULL;
      g_autoptr (RingRecord) stone = ring_stone_with_size (before, cases[i].text, &error);
      g_autofree char *shown = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (ring_record_get (stone, "length"), ==, cases[i].length);
      g_assert_cmpstr (ring_record_get (stone, "width"), ==, cases[i].width);
      g_assert_cmpstr (ring_record_get (stone, "depth"), ==, cases[i].depth);
      g_assert_cmpstr (ring_record_get (stone, "measured"), ==, cases[i].measured);
      shown = ring_stone_format_size (stone, TRUE);
      g_assert_cmpstr (shown, ==, cases[i].shown);
      /* What is shown reads back as the same. */
      if (shown != NULL && ring_record_get (stone, "width") != NULL && cases[i].cut != NULL)
        {
          g_autoptr (RingRecord) again = ring_stone_with_size (before, shown, &error);

          g_assert_no_error (error);
          g_assert_true (ring_record_equal (again, stone));
        }
    }
}

static void
assert_refused (RingRecord *stone, GError *error, const char *text)
{
  if (stone != NULL)
    g_test_message ("“%s” was taken", text);
  g_assert_null (stone);
  g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
  g_assert_cmpuint (g_utf8_strlen (error->message, -1), >, 20);
  g_error_free (error);
}

static void
test_refused (void)
{
  static const char *const sizes[]
      = { "900",   "900 x 5 x 4", "8 x 6 x 400", "0.1",  "8 x", "x 6", "8 x 6 x 4 x 2", "8 - 6 - 4",
          "eight", "8 by six",    "-8",          "8..2", "1e9", "nan", "8 x 0 x 4" };
  static const char *const weights[]
      = { "601", "0.001", "0", "-1", "two", "1.5.2", "1 ct 50", "inf", "½" };
  static const char *const costs[]
      = { "-5 EUR", "EUR", "free", "2450", "1e99 EUR", "0 EUR", "12;50 EUR" };
  static const char *const years[] = { "2027", "990", "18xx", "-1890", "1890.5" };
  g_autoptr (RingRecord) stone = new_stone ("oval");

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      GError *error = NULL;
      RingRecord *got = ring_stone_with_size (stone, sizes[i], &error);

      assert_refused (got, error, sizes[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      GError *error = NULL;
      RingRecord *got = ring_stone_with_carat (stone, weights[i], &error);

      assert_refused (got, error, weights[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (costs); i++)
    {
      GError *error = NULL;
      RingRecord *got = ring_stone_with_cost (stone, costs[i], NULL, RING_TEST_NOW_MS, &error);

      assert_refused (got, error, costs[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      GError *error = NULL;
      RingRecord *got = ring_stone_with_year (stone, years[i], RING_TEST_NOW_MS, &error);

      assert_refused (got, error, years[i]);
    }
}

static void
test_carat (void)
{
  static const struct
  {
    const char *text, *carat, *how, *shown;
  } cases[] = {
    { "1.58", "1.58", "measured", "1.58" },
    { "1,5 ct", "1.5", "measured", "1.50" },
    { "~1.5 carats", "1.5", "estimated", "≈ 1.5" },
    { "≈ 1.58", "1.58", "estimated", "≈ 1.58" },
    { "c. 2", "2", "estimated", "≈ 2" },
    { "2 cts", "2", "measured", "2.00" },
    { "", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RingRecord) before = new_stone (NULL);
      g_autoptr (RingRecord) stone = ring_stone_with_carat (before, cases[i].text, NULL);
      g_autofree char *shown = NULL;

      g_assert_nonnull (stone);
      g_assert_cmpstr (ring_record_get (stone, "carat"), ==, cases[i].carat);
      g_assert_cmpstr (ring_record_get (stone, "carat-measured"), ==, cases[i].how);
      shown = ring_stone_format_carat (stone);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_cost (void)
{
  static const struct
  {
    const char *text, *currency, *shown;
  } cases[] = {
    { "2450 EUR", NULL, "2450 EUR" },
    { "€ 2.450,00", NULL, "2450 EUR" },
    { "$1,250.50", NULL, "1250.5 USD" },
    { "1'250.50 chf", NULL, "1250.5 CHF" },
    { "2,450", "GBP", "2450 GBP" },
    { "12,50 £", "EUR", "12.5 GBP" },
    { "", "EUR", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RingRecord) before = new_stone (NULL);
      g_autoptr (RingRecord) stone
          = ring_stone_with_cost (before, cases[i].text, cases[i].currency, RING_TEST_NOW_MS, NULL);
      g_autofree char *shown = NULL;

      g_assert_nonnull (stone);
      shown = ring_stone_format_cost (stone);
      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_cmpstr (ring_record_get (stone, "cost-date"), ==,
                       shown != NULL ? "2026-11-22" : NULL);
    }
}

static void
test_cut (void)
{
  static const struct
  {
    const char *text;
    int cut; /* -1 for none */
  } cases[] = {
    { "oval", RING_CUT_OVAL },
    { "Round brilliant", RING_CUT_ROUND },
    { "old mine cut", RING_CUT_OLD_MINE },
    { "Cushion modified", RING_CUT_CUSHION },
    { "OVAL / mixed", RING_CUT_OVAL },
    { "Portuguese", -1 },
    { "ovaloid", -1 },
    { NULL, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RingRecord) stone = new_stone (cases[i].text);
      RingCut cut = RING_CUT_ROUND;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (ring_stone_get_cut (stone, &cut), ==, cases[i].cut >= 0);
      if (cases[i].cut >= 0)
        g_assert_cmpint (cut, ==, cases[i].cut);
    }
}

/* What goes to other programs tells nobody what the stone cost or whose it is. */
static void
test_without_terms (void)
{
  static const char *const fields[] = { "name",
                                        "Sapphire",
                                        "cost",
                                        "2450",
                                        "cost-currency",
                                        "EUR",
                                        "cost-date",
                                        "2026-11-01",
                                        "supplier",
                                        "Secret & Sons",
                                        "stock",
                                        "S-1",
                                        "memo",
                                        "M-17",
                                        "due",
                                        "2026-12-01",
                                        "status",
                                        "memo",
                                        "text",
                                        "Her story",
                                        "a-field-to-come",
                                        "secret",
                                        NULL };
  static const char *const kept[] = { "name", "status", "text" };
  g_autoptr (RingRecord) stone = ring_test_record (RING_RECORD_STONE, "t", fields);
  g_autoptr (RingRecord) copy = ring_stone_without_terms (stone);

  g_assert_cmpstr (ring_record_get_id (copy), ==, "t");
  g_assert_cmpuint (ring_record_get_n_fields (copy), ==, G_N_ELEMENTS (kept));
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_cmpstr (ring_record_get (copy, kept[i]), ==, ring_record_get (stone, kept[i]));
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/stone/size", test_size);
  g_test_add_func ("/stone/refused", test_refused);
  g_test_add_func ("/stone/carat", test_carat);
  g_test_add_func ("/stone/cost", test_cost);
  g_test_add_func ("/stone/cut", test_cut);
  g_test_add_func ("/stone/without-terms", test_without_terms);
  return ring_test_run ();
}
