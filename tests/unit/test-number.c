/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-number.h"
#include "ring-random.h"
#include "ring-test.h"

#include <math.h>

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    double value;
  } cases[] = {
    { "0", 0 },
    { "-0", 0 },
    { "1", 1 },
    { "+1", 1 },
    { "-1.5", -1.5 },
    { ".5", 0.5 },
    { "-.5", -0.5 },
    { "5.", 5 },
    { "007.250", 7.25 },
    { " \t\n12.75\r\n ", 12.75 },
    { "1e3", 1000 },
    { "1E+3", 1000 },
    { "25e-1", 2.5 },
    { ".5e1", 5 },
    { "0.1", 0.1 },
    { "2.345", 2.345 },
    { "17.35", 17.35 },
    { "0.000001", 1e-6 },
    { "10000000000000", 1e13 },
    { "-10000000000000", -1e13 },
    { "1e-320", 1e-320 },
    { "0.00000000000000000000000000000000001", 1e-35 },
    { "3.14159265358979323846264338327950288419716939937510", G_PI },
    { "0.1000000000000000055511151231257827021181583404541015625", 0.1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double value = NAN;

      if (!ring_number_parse (cases[i].text, &value))
        g_error ("\"%s\" was refused", cases[i].text);
      g_assert_true (value == cases[i].value);
    }
}

static void
test_parse_wrong (void)
{
  static const char *const wrong[] = {
    NULL,   "",      " ",    "-",    "+",     ".",     "-.",    "e5",     ".e5",       "abc",
    "1,5",  "1.5mm", "1 2",  "--1",  "+-1",   "1..2",  "1.2.3", "1e",     "1e+",       "0x10",
    "inf",  "-inf",  "nan",  "NaN",  "1e14",  "-1e14", "1e400", "infinity", "10000000000000.1",
    "1d5",  "١٢",    "1\xc2\xa0", "99999999999999999999999999999999999999",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      double value = 7;

      if (ring_number_parse (wrong[i], &value))
        g_error ("\"%s\" was taken for a number", wrong[i]);
      g_assert_true (value == 7);
    }
}

/* Path data runs numbers together; each must end where SVG says so. */
static void
test_scan (void)
{
  const char *text = "1.5.5-3+4e1e5 6";
  static const double expected[] = { 1.5, 0.5, -3, 40 };
  double value;

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_true (ring_number_scan (&text, &value));
      g_assert_cmpfloat (value, ==, expected[i]);
    }
  g_assert_cmpstr (text, ==, "e5 6");
  g_assert_false (ring_number_scan (&text, &value));
  g_assert_cmpstr (text, ==, "e5 6");
  g_assert_cmpfloat (value, ==, 40);
}

static void
test_scan_units (void)
{
  const char *millimetres = "1.5mm";
  const char *ems = "2em";
  double value;

  g_assert_true (ring_number_scan (&millimetres, &value));
  g_assert_cmpfloat (value, ==, 1.5);
  g_assert_cmpstr (millimetres, ==, "mm");
  g_assert_true (ring_number_scan (&ems, &value));
  g_assert_cmpfloat (value, ==, 2);
  g_assert_cmpstr (ems, ==, "em");
}

/* White space is the caller's affair while scanning. */
static void
test_scan_space (void)
{
  const char *text = " 1";
  double value = 7;

  g_assert_false (ring_number_scan (&text, &value));
  g_assert_cmpstr (text, ==, " 1");
}

static void
test_format (void)
{
  static const struct
  {
    double value;
    guint decimals;
    const char *text;
  } cases[] = {
    { 0, 3, "0" },
    { -0.0, 3, "0" },
    { 1, 0, "1" },
    { 1, 3, "1" },
    { -1, 3, "-1" },
    { 10, 3, "10" },
    { 100.5, 3, "100.5" },
    { 1.5, 0, "2" },
    { 2.5, 0, "3" },
    { -2.5, 0, "-3" },
    { 0.001, 3, "0.001" },
    { 0.0004, 3, "0" },
    { -0.0004, 3, "0" },
    { -0.0005, 3, "-0.001" },
    { 0.999, 2, "1" },
    { 9.999, 2, "10" },
    { 17.35, 2, "17.35" },
    { 2.345, 4, "2.345" },
    { 0.1, 9, "0.1" },
    { 123456.789012345, 9, "123456.789012345" },
    { 1e13, 0, "10000000000000" },
    { -1e13, 9, "-10000000000000" },
    { 1e-300, 9, "0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ring_number_format (cases[i].value, cases[i].decimals);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_append (void)
{
  g_autoptr (GString) string = g_string_new ("M");

  ring_number_append (string, 1.25, 3);
  g_string_append_c (string, ',');
  ring_number_append (string, -4, 3);
  g_assert_cmpstr (string->str, ==, "M1.25,-4");
}

static void
test_format_impossible (void)
{
  static const double wrong[] = { NAN, INFINITY, -INFINITY, 2e13 };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *text = NULL;

      g_test_expect_message ("ring-base", G_LOG_LEVEL_CRITICAL, "*assertion*");
      text = ring_number_format (wrong[i], 3);
      g_test_assert_expected_messages ();
      g_assert_cmpstr (text, ==, "");
    }
}

/* What is written is read as the nearest double to the rounded value, and written again it gives
 * the same text: a file does not wander by being saved. */
static void
test_round_trip (void)
{
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (4711));
  for (guint i = 0; i < ring_test_rounds (200000); i++)
    {
      guint decimals = (guint) (ring_random_next (&random) % 10);
      double size = pow (10, ring_random_unit (&random) * 12 - 6);
      double value = (ring_random_unit (&random) * 2 - 1) * size;
      g_autofree char *first = ring_number_format (value, decimals);
      g_autofree char *second = NULL;
      double back;

      if (!ring_number_parse (first, &back))
        g_error ("%s cannot be read back", first);
      g_assert_true (back == g_ascii_strtod (first, NULL));
      g_assert_cmpfloat_with_epsilon (back, value,
                                      0.5000001 * pow (10, -(double) decimals)
                                        + fabs (value) * 1e-15);
      second = ring_number_format (back, decimals);
      g_assert_cmpstr (second, ==, first);
    }
}

/* The quick way of scanning must agree with the exact one to the last bit. */
static void
test_scan_exact (void)
{
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (1234));
  for (guint i = 0; i < ring_test_rounds (200000); i++)
    {
      g_autoptr (GString) text = g_string_new (ring_random_next (&random) & 1 ? "-" : "");
      guint before = (guint) (ring_random_next (&random) % 12);
      guint after = (guint) (ring_random_next (&random) % 26);
      double value;

      for (guint n = 0; n < before; n++)
        g_string_append_c (text, (char) ('0' + ring_random_next (&random) % 10));
      g_string_append_c (text, '.');
      for (guint n = 0; n < after; n++)
        g_string_append_c (text, (char) ('0' + ring_random_next (&random) % 10));
      if (before + after == 0)
        continue;
      if (!ring_number_parse (text->str, &value))
        g_error ("%s was refused", text->str);
      if (value != g_ascii_strtod (text->str, NULL))
        g_error ("%s is not read exactly", text->str);
    }
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/base/number/parse", test_parse);
  g_test_add_func ("/base/number/parse-wrong", test_parse_wrong);
  g_test_add_func ("/base/number/scan", test_scan);
  g_test_add_func ("/base/number/scan-units", test_scan_units);
  g_test_add_func ("/base/number/scan-space", test_scan_space);
  g_test_add_func ("/base/number/format", test_format);
  g_test_add_func ("/base/number/append", test_append);
  g_test_add_func ("/base/number/format-impossible", test_format_impossible);
  g_test_add_func ("/base/number/round-trip", test_round_trip);
  g_test_add_func ("/base/number/scan-exact", test_scan_exact);
  return ring_test_run ();
}
