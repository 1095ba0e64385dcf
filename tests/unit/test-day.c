/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-day.h"
#include "ring-error.h"
#include "ring-test-model.h"
#include "ring-test.h"

static void
test_written (void)
{
  static const struct
  {
    const char *text, *day;
    int left;
  } cases[] = {
    { "2026-11-27", "2026-11-27", 5 },
    { "20.11.2026", "2026-11-20", -2 },
    { "+10", "2026-12-02", 10 },
    { "+0", "2026-11-22", 0 },
    { " 1.3.2027 ", "2027-03-01", 99 },
    { "2028-2-29", "2028-02-29", 464 },
    { "+3650", "2036-11-19", 3650 },
    { "1800-01-01", "1800-01-01", -82870 },
    { "9999-12-31", "9999-12-31", 2912117 },
  };
  g_autoptr (RingRecord) before = ring_record_new (RING_RECORD_STONE, "t");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RingRecord) record
          = ring_day_with (before, "due", cases[i].text, RING_TEST_NOW_MS, &error);
      int left;

      g_assert_no_error (error);
      g_assert_cmpstr (ring_record_get (record, "due"), ==, cases[i].day);
      g_assert_true (ring_day_get_left (record, "due", RING_TEST_NOW_MS, &left));
      g_assert_cmpint (left, ==, cases[i].left);
      g_assert_false (ring_day_get_left (before, "due", RING_TEST_NOW_MS, &left));
    }
}

static void
test_nothing_takes_it_away (void)
{
  static const char *const fields[] = { "due", "2026-11-27", NULL };
  g_autoptr (RingRecord) before = ring_test_record (RING_RECORD_STONE, "t", fields);
  g_autoptr (RingRecord) record = ring_day_with (before, "due", "  ", RING_TEST_NOW_MS, NULL);

  g_assert_nonnull (record);
  g_assert_null (ring_record_get (record, "due"));
}

static void
test_refused (void)
{
  static const char *const days[] = { "tomorrow",   "2026-13-01",   "2026-02-30",
                                      "11/27/2026", "27.11.26",     "+",
                                      "+-3",        "+3651",        "2026",
                                      "2026-11",    "27.11.2026.1", "0000-00-00",
                                      "1799-12-31", "-2026-11-27",  "2026-11-27T10:00:00Z" };
  g_autoptr (RingRecord) before = ring_record_new (RING_RECORD_STONE, "t");

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ring_day_with (before, "due", days[i], RING_TEST_NOW_MS, &error));
      g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, days[i]));
      g_assert_nonnull (strstr (error->message, "2026-11-27"));
    }
}

/* Of words without end the message shows the beginning, whole characters of it. */
static void
test_long_words (void)
{
  g_autoptr (RingRecord) before = ring_record_new (RING_RECORD_STONE, "t");
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (words, "ö");
  g_assert_null (ring_day_with (before, "due", words->str, RING_TEST_NOW_MS, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
  g_assert_cmpint (g_utf8_strlen (error->message, -1), <, 150);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_between (void)
{
  int days;

  g_assert_true (ring_day_between ("2026-10-01", "2026-11-26", &days));
  g_assert_cmpint (days, ==, 56);
  g_assert_true (ring_day_between ("2026-11-26", "2026-10-01", &days));
  g_assert_cmpint (days, ==, -56);
  g_assert_true (ring_day_between ("2026-11-26T23:59:59Z", "2026-11-27T00:00:00Z", &days));
  g_assert_cmpint (days, ==, 1);
  g_assert_false (ring_day_between (NULL, "2026-10-01", &days));
  g_assert_false (ring_day_between ("2026-10-01", NULL, &days));
}

/* What a file may hold and no hand wrote. */
static void
test_broken (void)
{
  static const char *const days[] = {
    "soon", "2026-99-99",       "99999-01-01",        "2026-11",   "2026-11-27x", "-", "1", "T",
    "",     "4294969322-11-27", "2026-4294967307-27", "27.11.2026"
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      int left;

      g_assert_false (ring_day_between ("2026-11-22", days[i], &left));
      g_assert_false (ring_day_between (days[i], "2026-11-22", &left));
    }
}

static void
test_of (void)
{
  static const struct
  {
    gint64 ms;
    const char *day;
  } cases[] = { { RING_TEST_NOW_MS, "2026-11-22" }, { 0, "1970-01-01" }, { -1, "1969-12-31" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *day = ring_day_of (cases[i].ms);

      g_assert_cmpstr (day, ==, cases[i].day);
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/day/written", test_written);
  g_test_add_func ("/day/nothing-takes-it-away", test_nothing_takes_it_away);
  g_test_add_func ("/day/refused", test_refused);
  g_test_add_func ("/day/long-words", test_long_words);
  g_test_add_func ("/day/between", test_between);
  g_test_add_func ("/day/broken", test_broken);
  g_test_add_func ("/day/of", test_of);
  return ring_test_run ();
}
