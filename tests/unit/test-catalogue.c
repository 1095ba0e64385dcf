/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-catalogue-builder.h"
#include "ring-error.h"
#include "ring-random.h"
#include "ring-test-house.h"
#include "ring-test.h"

#include <string.h>

static void
add_menu (RingCatalogueBuilder *builder, const char *id, guint n)
{
  ring_catalogue_builder_add_menu (builder, id, id, n + 3);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *code = g_strdup_printf ("%u", i);
      RingOption option = { .code = code, .label = code, .index = i };

      ring_catalogue_builder_add_option (builder, &option);
    }
}

/* A small house: 2 shapes, 2 bands, 2 metals, 3 ring sizes. */
static RingCatalogueBuilder *
make_builder (void)
{
  static const RingTestOption rows[] = {
    { "shape", { "RD", "Round", 0, 0, 3, 0, 0, "" }, "cut", "round" },
    { "shape", { "OV", "Oval", 1, 40, 1, 1, 0, "" }, "cut", "oval" },
    { "band", { "SOL", "Solitaire", 0, 200, 0.6, 0, 0, "" }, "width", "2.2" },
    { "band", { "HAL", "Halo", 4, 650.5, 0.4, 2, 0, "" }, "width", "2" },
    { "metal", { "18Y", "18 K yellow", 0, 0, 0.5, 0, 0, "" }, "alloy", "18ky" },
    { "metal", { "PT", "Platinum", 2, 300, 0.5, 3, 0, "" }, "alloy", "pt950" },
    { "ring-size", { "060", "6", 6, 0, 0, 0, 6, "" }, NULL, NULL },
    { "ring-size", { "070", "7", 8, 0, 0, 0, 7, "" }, NULL, NULL },
    { "ring-size", { "075", "7 1/2", 9, 0, 0, 0, 7.5, "" }, NULL, NULL },
  };
  RingCatalogueBuilder *builder = ring_catalogue_builder_new ("house", "House", "2026-1", "EUR");

  ring_catalogue_builder_set_fact (builder, "orders-per-year", "10000");
  ring_catalogue_builder_set_fact (builder, "base-price", "900");
  ring_catalogue_builder_set_fact (builder, "engraving-price", "45");
  ring_catalogue_builder_set_fact (builder, "limited-price", "80");
  ring_catalogue_builder_set_fact (builder, "lead-days", "10");
  ring_catalogue_builder_set_fact (builder, "engraving-days", "2");
  ring_test_add_menus (builder, rows, G_N_ELEMENTS (rows));
  return builder;
}

static RingCatalogue *
make_house (void)
{
  RingCatalogueBuilder *builder = make_builder ();
  RingCatalogue *catalogue;

  ring_catalogue_builder_begin_rule (builder, "The halo is made for round stones only");
  ring_catalogue_builder_add_term (builder, "shape", "OV");
  ring_catalogue_builder_add_term (builder, "band", "HAL");
  catalogue = ring_catalogue_builder_end (builder, NULL);
  g_assert_nonnull (catalogue);
  return catalogue;
}

static void
test_price (void)
{
  g_autoptr (RingCatalogue) catalogue = make_house ();
  RingChoice choice = { .option = { 0, 1, 1, 0 } };

  g_assert_cmpfloat (ring_catalogue_price (catalogue, &choice), ==, 900 + 650.5 + 300);
  g_assert_cmpint (ring_catalogue_lead_days (catalogue, &choice), ==, 15);
  ring_choice_set_engraving (&choice, "FOREVER");
  choice.limited = TRUE;
  g_assert_cmpfloat (ring_catalogue_price (catalogue, &choice), ==, 900 + 650.5 + 300 + 45 + 80);
  g_assert_cmpint (ring_catalogue_lead_days (catalogue, &choice), ==, 17);
}

/* Round is 3 of 4 orders, the halo 2 of 5, platinum half, a ring size one of three. */
static void
test_copies (void)
{
  g_autoptr (RingCatalogue) catalogue = make_house ();
  RingChoice choice = { .option = { 0, 1, 1, 0 } };

  g_assert_cmpfloat_with_epsilon (ring_catalogue_copies_per_year (catalogue, &choice, 0), 3000, 1e-9);
  g_assert_cmpfloat_with_epsilon (ring_catalogue_copies_per_year (catalogue, &choice, 1), 1500, 1e-9);
  g_assert_cmpfloat_with_epsilon (ring_catalogue_copies_per_year (catalogue, &choice, 2), 500, 1e-9);
}

static void
test_records (void)
{
  g_autoptr (RingCatalogue) catalogue = make_house ();
  RingChoice choice = { .option = { 0, 1, 1, 2 }, .engraving = "A & B", .limited = TRUE };
  RingChoice back;
  double size;
  g_autoptr (RingRecord) record = ring_catalogue_make_choice (catalogue, &choice, 41.26);
  g_autoptr (RingRecord) ring = ring_catalogue_make_ring (catalogue, &choice, "ra");
  g_autoptr (RingRecord) gem = ring_catalogue_make_gem (catalogue, &choice, "ga", "ra");
  g_autoptr (RingRecord) other = ring_record_with (record, "catalogue", "elsewhere");
  g_autoptr (RingRecord) by_number = ring_record_with (record, "codes", NULL);

  g_assert_cmpstr (ring_record_get (record, "codes"), ==, "shape=RD band=HAL metal=PT ring-size=075");
  g_assert_cmpstr (ring_record_get (record, "seconds"), ==, "41.3");
  g_assert_true (ring_catalogue_read_choice (catalogue, record, &back));
  g_assert_true (memcmp (&back, &choice, sizeof back) == 0);
  g_assert_true (ring_catalogue_read_choice (catalogue, by_number, &back));
  g_assert_true (memcmp (&back, &choice, sizeof back) == 0);
  g_assert_false (ring_catalogue_read_choice (catalogue, other, &back));
  g_assert_false (ring_catalogue_read_choice (catalogue, NULL, &back));

  g_assert_cmpstr (ring_record_get_kind (ring), ==, "ring");
  g_assert_cmpstr (ring_record_get_id (ring), ==, "ra");
  g_assert_null (ring_record_get (ring, "cut"));
  g_assert_cmpstr (ring_record_get_kind (gem), ==, "gem");
  g_assert_cmpstr (ring_record_get (gem, "cut"), ==, "round");
  g_assert_cmpstr (ring_record_get (ring, "alloy"), ==, "pt950");
  g_assert_cmpstr (ring_record_get (ring, "width"), ==, "2");
  g_assert_true (ring_record_get_number (ring, "size", &size));
  g_assert_cmpfloat_with_epsilon (size, 55.69805, 0.0001); /* 36.5468 + 2.5535 * 7.5 */
}

/* The first shape has no band at all: the first choice is of the second one. */
static void
test_first_choice (void)
{
  RingCatalogueBuilder *builder = make_builder ();
  g_autoptr (RingCatalogue) catalogue = NULL;
  RingChoice choice;

  ring_catalogue_builder_begin_rule (builder, "Not drawn");
  ring_catalogue_builder_add_term (builder, "shape", "RD");
  ring_catalogue_builder_begin_rule (builder, "Sold out");
  ring_catalogue_builder_add_term (builder, "metal", "18Y");
  catalogue = ring_catalogue_builder_end (builder, NULL);
  ring_catalogue_first_choice (catalogue, &choice);
  g_assert_cmpuint (choice.option[0], ==, 1);
  g_assert_cmpuint (choice.option[1], ==, 0);
  g_assert_cmpuint (choice.option[2], ==, 1);
  g_assert_cmpuint (ring_catalogue_count (catalogue), ==, 1 * 2 * 1 * 3);
}

static void
test_refused (void)
{
  RingCatalogueBuilder *builder = make_builder ();
  RingOption option = { .code = "070", .label = "", .index = 12, .detail = "" };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ring_catalogue_builder_add_option (builder, &option), ==, RING_BUILD_DUPLICATE_CODE);
  option.code = "080";
  option.index = 9;
  g_assert_cmpint (ring_catalogue_builder_add_option (builder, &option), ==, RING_BUILD_DUPLICATE_INDEX);
  option.index = 16;
  g_assert_cmpint (ring_catalogue_builder_add_option (builder, &option), ==, RING_BUILD_INDEX_RANGE);
  g_assert_cmpint (ring_catalogue_builder_add_menu (builder, "band", "", 4), ==, RING_BUILD_DUPLICATE_CODE);
  g_assert_cmpint (ring_catalogue_builder_add_menu (builder, "x", "", 0), ==, RING_BUILD_INDEX_RANGE);
  ring_catalogue_builder_begin_rule (builder, "Nothing at all");
  g_assert_false (ring_catalogue_builder_add_term (builder, "shape", "XX"));
  g_assert_false (ring_catalogue_builder_add_term (builder, "shop", "RD"));
  ring_catalogue_builder_add_term (builder, "shape", "RD");
  ring_catalogue_builder_add_term (builder, "shape", "OV");
  g_assert_null (ring_catalogue_builder_end (builder, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_FORMAT);
}

static void
test_limits (void)
{
  RingCatalogueBuilder *builder = ring_catalogue_builder_new ("big", "Big", "1", "");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);

      add_menu (builder, id, 250);
    }
  g_assert_null (ring_catalogue_builder_end (builder, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_LIMIT);
}

static guint64
count_one_by_one (const RingCatalogue *catalogue)
{
  RingChoice choice = { .limited = FALSE };
  guint64 count = 0;
  guint m;

  do
    {
      count += ring_catalogue_is_made (catalogue, &choice, NULL);
      for (m = 0; m < ring_catalogue_get_n_menus (catalogue); m++)
        {
          if (++choice.option[m] < ring_catalogue_get_menu (catalogue, m)->n_options)
            break;
          choice.option[m] = 0;
        }
    }
  while (m < ring_catalogue_get_n_menus (catalogue));
  return count;
}

/* Random menus and rules: the count must be that of trying every one. */
static void
test_count (void)
{
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (99));
  for (guint round = 0; round < 300; round++)
    {
      static const char *const ids[] = { "a", "b", "c", "d", "e" };
      RingCatalogueBuilder *builder = ring_catalogue_builder_new ("x", "X", "1", "");
      guint n_rules = (guint) (ring_random_next (&random) % 12);
      g_autoptr (RingCatalogue) catalogue = NULL;

      for (guint m = 0; m < G_N_ELEMENTS (ids); m++)
        add_menu (builder, ids[m], 1 + (guint) (ring_random_next (&random) % 6));
      for (guint r = 0; r < n_rules; r++)
        {
          guint n_terms = 1 + (guint) (ring_random_next (&random) % 9);

          ring_catalogue_builder_begin_rule (builder, "No");
          for (guint t = 0; t < n_terms; t++)
            {
              g_autofree char *code = g_strdup_printf ("%u", (guint) (ring_random_next (&random) % 6));

              ring_catalogue_builder_add_term (builder, ids[ring_random_next (&random) % 5], code);
            }
        }
      catalogue = ring_catalogue_builder_end (builder, NULL);
      if (catalogue != NULL)
        g_assert_cmpuint (ring_catalogue_count (catalogue), ==, count_one_by_one (catalogue));
    }
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/catalogue/price", test_price);
  g_test_add_func ("/catalogue/copies", test_copies);
  g_test_add_func ("/catalogue/records", test_records);
  g_test_add_func ("/catalogue/first-choice", test_first_choice);
  g_test_add_func ("/catalogue/refused", test_refused);
  g_test_add_func ("/catalogue/limits", test_limits);
  g_test_add_func ("/catalogue/count", test_count);
  return ring_test_run ();
}
