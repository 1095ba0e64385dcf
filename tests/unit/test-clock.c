/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-clock.h"
#include "ring-test.h"

static void
test_stopped (void)
{
  g_assert_cmpint (ring_clock_now_ms (), ==, RING_TEST_NOW_MS);

  g_setenv ("RINGWRIGHT_NOW", "0", TRUE);
  g_assert_cmpint (ring_clock_now_ms (), ==, 0);
  g_setenv ("RINGWRIGHT_NOW", "-1500", TRUE);
  g_assert_cmpint (ring_clock_now_ms (), ==, -1500);
}

/* A clock that cannot be read as a number is no clock: the true time goes on. */
static void
test_running (void)
{
  static const char *const wrong[] = { NULL, "", "noon", "12 o'clock", "1e3" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gint64 before = g_get_real_time () / 1000;
      gint64 now;

      if (wrong[i] != NULL)
        g_setenv ("RINGWRIGHT_NOW", wrong[i], TRUE);
      else
        g_unsetenv ("RINGWRIGHT_NOW");
      now = ring_clock_now_ms ();
      g_assert_cmpint (now, >=, before);
      g_assert_cmpint (now, <=, g_get_real_time () / 1000);
    }
}

static const struct
{
  gint64 ms;
  const char *text;
} times[] = {
  { 0, "1970-01-01T00:00:00Z" },
  { RING_TEST_NOW_MS, "2026-11-22T10:15:00Z" },
  { 951782400000, "2000-02-29T00:00:00Z" },
  { 4102444799000, "2099-12-31T23:59:59Z" },
  { -1000, "1969-12-31T23:59:59Z" },
};

static void
test_format (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *text = ring_clock_format (times[i].ms);

      g_assert_cmpstr (text, ==, times[i].text);
    }
}

/* Parts of a second are cut towards the past on both sides of 1970, so order is kept. */
static void
test_format_parts (void)
{
  g_autofree char *after = ring_clock_format (999);
  g_autofree char *before = ring_clock_format (-1);
  g_autofree char *long_before = ring_clock_format (-1001);

  g_assert_cmpstr (after, ==, "1970-01-01T00:00:00Z");
  g_assert_cmpstr (before, ==, "1969-12-31T23:59:59Z");
  g_assert_cmpstr (long_before, ==, "1969-12-31T23:59:58Z");
}

static void
test_format_impossible (void)
{
  g_autofree char *far = ring_clock_format (G_MAXINT64);
  g_autofree char *past = ring_clock_format (G_MININT64 + 1);

  g_assert_cmpstr (far, ==, "1970-01-01T00:00:00Z");
  g_assert_cmpstr (past, ==, "1970-01-01T00:00:00Z");
}

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      gint64 ms = 1;

      g_assert_true (ring_clock_parse (times[i].text, &ms));
      g_assert_cmpint (ms, ==, times[i].ms);
    }
}

static void
test_parse_zones (void)
{
  gint64 ms;

  g_assert_true (ring_clock_parse ("2026-11-22T12:15:00+02:00", &ms));
  g_assert_cmpint (ms, ==, RING_TEST_NOW_MS);
  g_assert_true (ring_clock_parse ("2026-11-22T02:15:00-0800", &ms));
  g_assert_cmpint (ms, ==, RING_TEST_NOW_MS);
  g_assert_true (ring_clock_parse ("20261122T101500Z", &ms));
  g_assert_cmpint (ms, ==, RING_TEST_NOW_MS);
}

static void
test_parse_wrong (void)
{
  static const char *const wrong[] = {
    "",
    "yesterday",
    "2026-11-22",
    "2026-13-22T10:15:00Z",
    "2026-02-30T10:15:00Z",
    "2026-11-22T25:15:00Z",
    "2026-11-22T10:15:00Zulu",
    "1795342500",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gint64 ms = 7;

      if (ring_clock_parse (wrong[i], &ms))
        g_error ("\"%s\" was taken for a time", wrong[i]);
      g_assert_cmpint (ms, ==, 7);
    }
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/base/clock/stopped", test_stopped);
  g_test_add_func ("/base/clock/running", test_running);
  g_test_add_func ("/base/clock/format", test_format);
  g_test_add_func ("/base/clock/format-parts", test_format_parts);
  g_test_add_func ("/base/clock/format-impossible", test_format_impossible);
  g_test_add_func ("/base/clock/parse", test_parse);
  g_test_add_func ("/base/clock/parse-zones", test_parse_zones);
  g_test_add_func ("/base/clock/parse-wrong", test_parse_wrong);
  return ring_test_run ();
}
