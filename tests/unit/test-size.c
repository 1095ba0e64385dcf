/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

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
    { RING_SIZE_GERMAN, "17", 53.41 },
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
    { RING_SIZE_GERMAN, 53.407, "17", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double off;
      g_autofree char *text = ring_size_format (rows[i].system, rows[i].circumference, &off);

      g_assert_cmpstr (text, ==, rows[i].text);
      g_assert_cmpfloat_with_epsilon (off, rows[i].off, 0.006);
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
  g_test_add_func ("/size/round-trip", test_round_trip);
  g_test_add_func ("/size/refused", test_refused);
  return ring_test_run ();
}
