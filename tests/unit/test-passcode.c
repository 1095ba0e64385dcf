/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A code of digits as it is kept, and how often an hour allows something. */
#include <string.h>

#include "ring-hourly.h"
#include "ring-passcode.h"
#include "ring-test.h"

static void
test_valid (void)
{
  g_assert_true (ring_passcode_is_valid ("2468"));
  g_assert_true (ring_passcode_is_valid ("123456789012"));
  g_assert_false (ring_passcode_is_valid (""));
  g_assert_false (ring_passcode_is_valid ("246"));
  g_assert_false (ring_passcode_is_valid ("1234567890123"));
  g_assert_false (ring_passcode_is_valid ("24a8"));
  g_assert_false (ring_passcode_is_valid ("24 68"));
}

static void
test_kept (void)
{
  g_autofree char *kept = ring_passcode_make ("2468");
  g_autofree char *again = ring_passcode_make ("2468");

  g_assert_true (g_str_has_prefix (kept, "sha256:"));
  g_assert_null (strstr (kept, "2468:"));
  /* The salt is another each time. */
  g_assert_cmpstr (kept, !=, again);
  g_assert_true (ring_passcode_check (kept, "2468"));
  g_assert_true (ring_passcode_check (again, "2468"));
  g_assert_false (ring_passcode_check (kept, "2469"));
  g_assert_false (ring_passcode_check (kept, "24688"));
  g_assert_false (ring_passcode_check (kept, ""));
}

/* A setting that somebody wrote by hand opens nothing. */
static void
test_foreign (void)
{
  g_autofree char *kept = ring_passcode_make ("2468");
  g_auto (GStrv) parts = g_strsplit (kept, ":", -1);
  g_autofree char *no_rounds = g_strdup_printf ("sha256:0:%s:%s", parts[2], parts[3]);
  g_autofree char *for_ever = g_strdup_printf ("sha256:4000000000:%s:%s", parts[2], parts[3]);
  g_autofree char *no_digest = g_strdup_printf ("sha256:%s:%s:", parts[1], parts[2]);

  g_assert_false (ring_passcode_check ("", "2468"));
  g_assert_false (ring_passcode_check ("2468", "2468"));
  g_assert_false (ring_passcode_check (no_rounds, "2468"));
  g_assert_false (ring_passcode_check (for_ever, "2468"));
  g_assert_false (ring_passcode_check (no_digest, "2468"));
}

static void
test_hourly (void)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_assert_true (ring_hourly_take (times, 2, 10000));
  g_assert_true (ring_hourly_take (times, 2, 10600));
  g_assert_false (ring_hourly_take (times, 2, 13599));
  /* The first was an hour ago. */
  g_assert_true (ring_hourly_take (times, 2, 13600));
  g_assert_cmpuint (times->len, ==, 2);
  g_assert_false (ring_hourly_take (times, 2, 13601));
  g_assert_false (ring_hourly_take (times, 0, 99999));
}

/* A clock that was put back does not stop it for longer than an hour. */
static void
test_clock_back (void)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_assert_true (ring_hourly_take (times, 1, 500000));
  g_assert_true (ring_hourly_take (times, 1, 100));
  g_assert_false (ring_hourly_take (times, 1, 3699));
  g_assert_true (ring_hourly_take (times, 1, 3700));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/passcode/valid", test_valid);
  g_test_add_func ("/passcode/kept", test_kept);
  g_test_add_func ("/passcode/foreign", test_foreign);
  g_test_add_func ("/hourly/take", test_hourly);
  g_test_add_func ("/hourly/clock-back", test_clock_back);
  return ring_test_run ();
}
