/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How far a commission has come, day by day, and what is open of its price. */
#include "ring-commission.h"
#include "ring-test-model.h"
#include "ring-test.h"

static void
test_status (void)
{
  g_autoptr (RingRecord) asked = ring_commission_with_status (NULL, RING_STATUS_ENQUIRY, "2026-11-22");
  g_autoptr (RingRecord) quoted
      = ring_commission_with_status (asked, RING_STATUS_QUOTED, "2026-11-25");
  /* Back to the drawing, and quoted again: the last day counts. */
  g_autoptr (RingRecord) again
      = ring_commission_with_status (quoted, RING_STATUS_ENQUIRY, "2026-11-26");
  g_autofree char *asked_on = ring_commission_get_day (again, RING_STATUS_ENQUIRY);
  g_autofree char *quoted_on = ring_commission_get_day (again, RING_STATUS_QUOTED);
  RingStatus status;

  g_assert_cmpstr (ring_record_get (again, "status"), ==, "enquiry");
  g_assert_cmpstr (asked_on, ==, "2026-11-26");
  g_assert_cmpstr (quoted_on, ==, "2026-11-25");
  g_assert_null (ring_commission_get_day (again, RING_STATUS_DELIVERED));
  g_assert_null (ring_commission_get_day (NULL, RING_STATUS_DELIVERED));
  for (guint i = 0; i < RING_N_STATUSES; i++)
    {
      g_assert_true (ring_status_find (ring_status_id ((RingStatus) i), &status));
      g_assert_cmpuint (status, ==, i);
      g_assert_cmpstr (ring_status_label (status), !=, "");
    }
  g_assert_false (ring_status_find ("set", &status));
  g_assert_false (ring_status_find (NULL, &status));
}

/* "setting" is no beginning of another, and what a file says wrongly is kept and not read. */
static void
test_odd_dates (void)
{
  static const char *const fields[] = { "dates", "  settings=x setting=2026-12-01 nonsense =", NULL };
  g_autoptr (RingRecord) odd = ring_test_record (RING_RECORD_COMMISSION, "commission", fields);
  g_autofree char *day = ring_commission_get_day (odd, RING_STATUS_SETTING);
  g_autoptr (RingRecord) next
      = ring_commission_with_status (odd, RING_STATUS_SETTING, "2026-12-02");

  g_assert_cmpstr (day, ==, "2026-12-01");
  g_assert_cmpstr (ring_record_get (next, "dates"), ==,
                   "settings=x nonsense = setting=2026-12-02");
}

static void
test_balance (void)
{
  static const struct
  {
    const char *fields[8];
    gboolean known;
    double balance;
  } rows[] = {
    { { NULL }, FALSE, 0 },
    { { "deposit", "500", NULL }, FALSE, 0 },
    { { "quote", "5200", NULL }, TRUE, 5200 },
    { { "quote", "5200", "deposit", "1500", NULL }, TRUE, 5200 },
    { { "quote", "5200", "deposit", "1500", "deposit-paid", "yes", NULL }, TRUE, 3700 },
    { { "quote", "5200", "deposit", "much", "deposit-paid", "yes", NULL }, TRUE, 5200 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RingRecord) record
          = ring_test_record (RING_RECORD_COMMISSION, "commission", rows[i].fields);
      double balance = 0;

      g_assert_true (ring_commission_get_balance (record, &balance) == rows[i].known);
      g_assert_cmpfloat (balance, ==, rows[i].balance);
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/commission/status", test_status);
  g_test_add_func ("/commission/odd-dates", test_odd_dates);
  g_test_add_func ("/commission/balance", test_balance);
  return ring_test_run ();
}
