/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The catalogue that the program carries: every ring of it, counted and numbered. */
#include "ring-catalogue-reader.h"
#include "ring-test.h"

#include <math.h>
#include <string.h>

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

static void
test_clean (void)
{
  g_autofree char *path = ring_test_source_path ("data/catalogue/house.svg");
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ring_test_read (path);
  g_autoptr (RingCatalogue) catalogue
    = ring_catalogue_check (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), report, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < ring_load_report_get_n (report); i++)
    g_test_message ("%u: %s", ring_load_report_get (report, i)->line,
                    ring_load_report_get (report, i)->message);
  g_assert_cmpuint (ring_load_report_get_n (report), ==, 0);
}

static void
test_every_ring (void)
{
  const RingCatalogue *catalogue = ring_catalogue_get_bundled ();
  RingChoice choice = { .limited = FALSE };
  guint64 count = 0;
  double orders = 0;

  do
    {
      g_autofree char *number = ring_catalogue_format_number (catalogue, &choice);
      RingChoice back;

      if (number == NULL)
        continue;
      count++;
      orders += ring_catalogue_copies_per_year (catalogue, &choice, 2);
      g_assert_true (ring_catalogue_parse_number (catalogue, number, &back, NULL));
      g_assert_true (memcmp (back.option, choice.option, sizeof choice.option) == 0);
      g_assert_cmpfloat (ring_catalogue_price (catalogue, &choice), >, 0);
      g_assert_cmpint (ring_catalogue_lead_days (catalogue, &choice), >, 0);
    }
  while (next (catalogue, &choice));
  g_assert_cmpuint (count, ==, ring_catalogue_count (catalogue));
  /* Orders of what is not made are not moved to what is: never more than there are. */
  g_assert_cmpfloat (orders, <=, g_ascii_strtod (ring_catalogue_get_fact (catalogue, "orders-per-year"), NULL) + 1e-6);
  g_test_message ("%" G_GUINT64_FORMAT " rings, %.2f bits, %.0f orders", count, log2 ((double) count), orders);
}

/* Every wrong digit of one number in 211 is refused. */
static void
test_typing_errors (void)
{
  const RingCatalogue *catalogue = ring_catalogue_get_bundled ();
  RingChoice choice = { .limited = FALSE };
  guint n = 0;

  do
    {
      g_autofree char *number = ring_catalogue_format_number (catalogue, &choice);

      if (number == NULL || n++ % 211 != 0)
        continue;
      for (char *p = number + 1; *p != '\0'; p++)
        {
          char right = *p;
          RingChoice back;

          for (*p = '0'; right != '-' && *p <= '9'; (*p)++)
            if (*p != right)
              g_assert_false (ring_catalogue_parse_number (catalogue, number, &back, NULL));
          *p = right;
        }
    }
  while (next (catalogue, &choice));
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/house/clean", test_clean);
  g_test_add_func ("/house/every-ring", test_every_ring);
  g_test_add_func ("/house/typing-errors", test_typing_errors);
  return ring_test_run ();
}
