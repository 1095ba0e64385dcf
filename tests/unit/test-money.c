/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Amounts are whole cents: no sum of them is ever a cent off. */
#include "ring-money.h"
#include "ring-random.h"
#include "ring-test.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text, *currency;
    gint64 amount; /* -1: refused */
    const char *shown;
  } rows[] = {
    { "2450.5", "EUR", 245050, "2450.50 EUR" },
    { "0.07", "USD", 7, "0.07 USD" },
    { "1.005", "GBP", 100, "1.00 GBP" }, /* in binary it is less than a half */
    { "78.4", NULL, 7840, "78.40" },
    { "120000", "JPY", 120000, "120000 JPY" },
    { "1.5", "JPY", 2, "2 JPY" },
    { "9999999999", "EUR", 999999999900, "9999999999.00 EUR" },
    { "99999999999", "EUR", -1, NULL },
    { "nan", "EUR", -1, NULL },
    { "12 EUR", "EUR", -1, NULL },
    { "", "EUR", -1, NULL },
    { NULL, "EUR", -1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 amount = -1;
      g_autofree char *shown = NULL;

      g_assert_true (ring_money_parse (rows[i].text, rows[i].currency, &amount)
                     == (rows[i].amount >= 0));
      g_assert_cmpint (amount, ==, rows[i].amount);
      if (amount < 0)
        continue;
      shown = ring_money_format_with (amount, rows[i].currency);
      g_assert_cmpstr (shown, ==, rows[i].shown);
    }
}

static void
test_times (void)
{
  static const struct
  {
    gint64 amount, quantity, parts, result;
  } rows[] = {
    { 7840, 667, 100, 52293 },     /* 6.67 g at 78.40: 522.928 */
    { 100, 1, 200, 1 },            /* half a cent up */
    { -100, 1, 200, -1 },          /* and away from zero */
    { 99, 1, 200, 0 },
    { 999999999900, 10000, 1, RING_MONEY_MOST },
    { -999999999900, 10000, 1, -RING_MONEY_MOST },
    { 0, 5, 7, 0 },
  };
  g_autofree char *less = ring_money_format (-7, "EUR");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (ring_money_times (rows[i].amount, rows[i].quantity, rows[i].parts), ==,
                     rows[i].result);
  g_assert_cmpstr (less, ==, "-0.07");
}

/* A cent in, a cent out, however it is written down between. */
static void
test_back (void)
{
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (5));
  for (guint i = 0; i < 20000; i++)
    {
      gint64 amount = (gint64) (ring_random_next (&random) % 999999999999), back;
      g_autofree char *text = ring_money_format (amount, "EUR");

      g_assert_true (ring_money_parse (text, "EUR", &back));
      g_assert_cmpint (back, ==, amount);
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/times", test_times);
  g_test_add_func ("/money/back", test_back);
  return ring_test_run ();
}
