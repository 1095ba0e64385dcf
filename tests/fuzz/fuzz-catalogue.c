/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Catalogue files: what is read can be counted, priced and numbered, and what is checked is read
 * the same. */
#include "ring-catalogue-reader.h"
#include "ring-fuzz.h"

#include <math.h>

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n)
{
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RingCatalogue) catalogue
      = ring_catalogue_read ((const char *) data, n, report, &error);
  g_autoptr (RingRecord) ring = NULL;
  g_autofree char *number = NULL;
  g_autoptr (RingLoadReport) found = ring_load_report_new ();
  g_autoptr (RingCatalogue) checked
      = ring_catalogue_check ((const char *) data, n, found, NULL);
  RingChoice choice = { 0 };
  RingChoice back = { 0 };

  g_assert_true ((catalogue != NULL) == (error == NULL));
  g_assert_true ((checked != NULL) == (catalogue != NULL));
  if (catalogue == NULL || ring_catalogue_count (catalogue) == 0)
    return 0;
  ring_catalogue_first_choice (catalogue, &choice);
  g_assert_true (isfinite (ring_catalogue_price (catalogue, &choice)));
  g_assert_cmpint (ring_catalogue_lead_days (catalogue, &choice), >=, 0);
  number = ring_catalogue_format_number (catalogue, &choice);
  ring_catalogue_parse_number (catalogue, number, &back, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < ring_catalogue_get_n_menus (catalogue); i++)
    g_assert_cmpuint (back.option[i], ==, choice.option[i]);
  ring = ring_catalogue_make_ring (catalogue, &choice, "r");
  return 0;
}
