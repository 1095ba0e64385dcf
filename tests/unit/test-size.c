/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "ring-error.h"
#include "ring-size.h"
#include "ring-test.h"

/* Rows computed from the published formulas: US 0.458 + 0.032 S inches of diameter, UK 37.5 +
 * 1.25 n mm of circumference, JCS (n + 38) / 3 mm of diameter. */
static void
test_rows (void)
{
  static const struct
  {
    RingSizeSystem system;
    const char *text;
    double circumference;
  } rows[] = {
    { RING_SIZE_US, "6", 51.87 },      { RING_SIZE_US, "7", 54.42 },
    { RING_SIZE_US, "6 1/2", 53.14 },  { RING_SIZE_US, "6½", 53.14 },
    { RING_SIZE_US, "6.5", 53.14 },    { RING_SIZE_US, "6,5", 53.14 },
    { RING_SIZE_US, "13", 69.74 },     { RING_SIZE_US, "½", 37.82 },
    { RING_SIZE_UK, "N", 53.75 },      { RING_SIZE_UK, "n½", 54.375 },
    { RING_SIZE_UK, "F", 43.75 },      { RING_SIZE_UK, "A", 37.5 },
    { RING_SIZE_UK, "Z+1", 70 },       { RING_SIZE_ISO, "54", 54 },
    { RING_SIZE_JAPAN, "12", 52.36 },  { RING_SIZE_SWISS, "14", 54 },
    { RING_SIZE_GERMAN, "17", 53.41 }, { RING_SIZE_HONG_KONG, "14", 53.09 },
    { RING_SIZE_INDIA, "1", 41 },      { RING_SIZE_INDIA, "30", 71 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      double c = 0;

      g_test_message ("%s", rows[i].text);
      g_assert_true (ring_size_parse (rows[i].system, rows[i].text, &c, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (c, rows[i].circumference, 0.006);
    }
}

static void
test_labels (void)
{
  static const struct
  {
    RingSizeSystem system;
    double circumference;
    const char *text;
    double off;
  } rows[] = {
    { RING_SIZE_US, 51.87, "6", 0 },      { RING_SIZE_US, 53.1446, "6½", 0 },
    { RING_SIZE_US, 54.0, "6¾", 0.217 },  { RING_SIZE_US, 37.8, "½", -0.024 },
    { RING_SIZE_UK, 54.42, "N½", 0.045 }, { RING_SIZE_UK, 53.75, "N", 0 },
    { RING_SIZE_UK, 70, "Z+1", 0 },       { RING_SIZE_ISO, 54.2, "54", 0.2 },
    { RING_SIZE_JAPAN, 52.36, "12", 0 },  { RING_SIZE_SWISS, 54.5, "14.5", 0 },
    { RING_SIZE_GERMAN, 53.407, "17", 0 },  { RING_SIZE_HONG_KONG, 54.42, "15", 0.244 },
    { RING_SIZE_INDIA, 54.42, "14", -0.028 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double off;
      g_autofree char *text = ring_size_format (rows[i].system, rows[i].circumference, &off);

      g_assert_cmpstr (text, ==, rows[i].text);
      g_assert_cmpfloat_with_epsilon (off, rows[i].off, 0.006);
    }
}

/* One size through all tables: numbers before they are rounded, by the formulas alone. */
static void
test_check_rows (void)
{
  static const struct
  {
    RingSizeSystem system;
    const char *text;
    double diameter, circumference, us, uk, japan, swiss; /* a NAN is not given */
    const char *letter;                                   /* the nearest */
  } rows[] = {
    { RING_SIZE_US, "6", 16.51, 51.87, 6, 11.49, 11.53, 11.87, "L½" },
    { RING_SIZE_US, "7", 17.32, 54.42, 7, 13.54, 13.97, 14.42, "N½" },
    { RING_SIZE_UK, "N", 17.11, 53.75, 6.74, 13, 13.33, 13.75, "N" },
    { RING_SIZE_JAPAN, "12", 16.667, 52.36, 6.19, 11.89, 12, 12.36, "M" },
    { RING_SIZE_ISO, "54", 17.19, 54, 6.83, 13.2, 13.57, 14, "N" },
    { RING_SIZE_US, "4", 14.88, 46.76, 4, NAN, 6.65, NAN, "H½" },
    { RING_SIZE_US, "5", 15.70, 49.31, 5, NAN, 9.09, NAN, "J½" },
    { RING_SIZE_US, "8", 18.14, 56.97, 8, NAN, 16.41, NAN, "P½" },
    { RING_SIZE_US, "9", 18.95, 59.53, 9, NAN, 18.85, NAN, "R½" },
    { RING_SIZE_US, "10", 19.76, 62.08, 10, NAN, 21.28, NAN, "T½" },
    { RING_SIZE_US, "12", 21.39, 67.19, 12, 23.75, 26.16, NAN, NULL },
    { RING_SIZE_US, "13", 22.20, 69.74, 13, 25.79, 28.60, NAN, "Z+1" },
    { RING_SIZE_UK, "A", 11.94, 37.5, 0.37, 0, NAN, NAN, "A" },
    { RING_SIZE_UK, "Z", 21.88, 68.75, 12.61, 25, NAN, NAN, "Z" },
  };
  static const RingSizeSystem systems[]
      = { RING_SIZE_US, RING_SIZE_UK, RING_SIZE_JAPAN, RING_SIZE_SWISS };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const double numbers[] = { rows[i].us, rows[i].uk, rows[i].japan, rows[i].swiss };
      g_autofree char *letter = NULL;
      double c;

      g_test_message ("%s", rows[i].text);
      g_assert_true (ring_size_parse (rows[i].system, rows[i].text, &c, NULL));
      g_assert_cmpfloat_with_epsilon (c, rows[i].circumference, 0.0051);
      g_assert_cmpfloat_with_epsilon (ring_size_diameter (c), rows[i].diameter, 0.0051);
      for (guint k = 0; k < G_N_ELEMENTS (systems); k++)
        if (!isnan (numbers[k]))
          g_assert_cmpfloat_with_epsilon (ring_size_number (systems[k], c), numbers[k], 0.0081);
      letter = ring_size_format (RING_SIZE_UK, c, NULL);
      if (rows[i].letter != NULL)
        g_assert_cmpstr (letter, ==, rows[i].letter);
    }
}

/* Every whole letter from F to V. */
static void
test_letters (void)
{
  for (int i = 0; i <= 'V' - 'F'; i++)
    {
      const char text[] = { (char) ('F' + i), '\0' };
      double c;

      g_assert_true (ring_size_parse (RING_SIZE_UK, text, &c, NULL));
      g_assert_cmpfloat_with_epsilon (c, 43.75 + 1.25 * i, 1e-9);
    }
}

/* The line against the tables that it stands for: a jewelers' table by US sizes, and a shop's by
 * diameters from 6 on. */
static void
test_hong_kong (void)
{
  static const double us[] = { 2.75,  3,    3.5, 3.75, 4.25,  4.75,  5.25, 5.5,   6,
                               6.5,   7,    7.5, 7.75, 8.25,  8.75,  9,    9.5,   10,
                               10.25, 10.75, 11.25, 11.5, 12, 12.5, 12.75, 13.25 };
  static const double diameters[]
      = { 14.1, 14.5, 14.8, 15.2, 15.5, 15.9, 16.2, 16.6, 16.9, 17.3,
          17.7, 18.0, 18.3, 18.7, 19.0, 19.4, 19.7, 20.1, 20.4, 20.8 };

  for (guint i = 0; i < G_N_ELEMENTS (us); i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", 5 + i);
      double c;

      g_assert_true (ring_size_parse (RING_SIZE_HONG_KONG, text, &c, NULL));
      g_assert_cmpfloat_with_epsilon (c, ring_size_from_us (us[i]), 0.45);
    }
  for (guint i = 0; i < G_N_ELEMENTS (diameters); i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", 6 + i);
      double c;

      g_assert_true (ring_size_parse (RING_SIZE_HONG_KONG, text, &c, NULL));
      g_assert_cmpfloat_with_epsilon (c, G_PI * diameters[i], 0.45);
    }
}

/* Label and back never leaves the step of the system, and the difference is always told. */
static void
test_round_trip (void)
{
  for (guint s = 0; s < RING_SIZE_N_SYSTEMS; s++)
    for (double c = 40; c < 74; c += 0.37)
      {
        double off, back;
        g_autofree char *text = ring_size_format ((RingSizeSystem) s, c, &off);

        g_assert_true (ring_size_parse ((RingSizeSystem) s, text, &back, NULL));
        g_assert_cmpfloat_with_epsilon (back + off, c, 1e-6);
        g_assert_cmpfloat (ABS (off), <, 0.6);
      }
}

static void
test_refused (void)
{
  static const char *const wrong[] = { "", "big", "6 1/3", "6..5", "nan", "N" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      double c = 1;

      g_assert_false (ring_size_parse (RING_SIZE_US, wrong[i], &c, &error));
      g_assert_error (error, RING_ERROR, RING_ERROR_SYNTAX);
      g_assert_cmpfloat (c, ==, 1);
    }
  {
    g_autoptr (GError) error = NULL;
    double c;

    g_assert_false (ring_size_parse (RING_SIZE_US, "40", &c, &error));
    g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
  }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/size/rows", test_rows);
  g_test_add_func ("/size/labels", test_labels);
  g_test_add_func ("/size/check-rows", test_check_rows);
  g_test_add_func ("/size/letters", test_letters);
  g_test_add_func ("/size/hong-kong", test_hong_kong);
  g_test_add_func ("/size/round-trip", test_round_trip);
  g_test_add_func ("/size/refused", test_refused);
  return ring_test_run ();
}
