/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the Catalogue says of a ring that is chosen and ordered, and how long choosing took. */
#include "ring-catalogue-text.h"
#include "ring-order-text.h"
#include "ring-stopwatch.h"
#include "ring-test-house.h"
#include "ring-test.h"

#include <string.h>

static RingCatalogue *
make_catalogue (void)
{
  static const RingTestOption rows[] = {
    { "shape", { "RD", "Round", 0, 0, 1, 0, 0, "" }, NULL, NULL },
    { "shape", { "OV", "Oval", 1, 40.5, 1, 1, 0, "" }, NULL, NULL },
    { "metal", { "18Y", "18K yellow gold", 0, 0, 1, 0, 0, "" }, NULL, NULL },
    { "metal", { "18W", "White Gold", 2, 300, 1, 3, 0, "" }, NULL, NULL },
  };
  RingCatalogueBuilder *builder = ring_catalogue_builder_new ("house", "House", "2026-1", "USD");
  GError *error = NULL;
  RingCatalogue *catalogue;

  ring_catalogue_builder_set_fact (builder, "base-price", "900");
  ring_catalogue_builder_set_fact (builder, "engraving-price", "45");
  ring_catalogue_builder_set_fact (builder, "lead-days", "10");
  ring_catalogue_builder_set_fact (builder, "answered-by", "A form.");
  ring_test_add_menus (builder, rows, G_N_ELEMENTS (rows));
  catalogue = ring_catalogue_builder_end (builder, &error);
  g_assert_no_error (error);
  return catalogue;
}

static void
test_item (void)
{
  g_autoptr (RingCatalogue) catalogue = make_catalogue ();
  RingChoice choice = { .option = { 0, 1 } };
  g_autofree char *item = ring_catalogue_text_item (catalogue, &choice);
  g_autofree char *number = ring_catalogue_format_number (catalogue, &choice);
  g_autofree char *expected = g_strdup_printf ("Item %s in White Gold", number);

  g_assert_cmpstr (item, ==, expected);
}

/* Worked out by hand: the oval adds 40.50 to what the round costs, yellow gold takes 300 off. */
static void
test_difference (void)
{
  g_autoptr (RingCatalogue) catalogue = make_catalogue ();
  RingChoice choice = { .option = { 0, 1 } };
  g_autofree char *oval = ring_catalogue_text_difference (catalogue, &choice, 0, 1);
  g_autofree char *same = ring_catalogue_text_difference (catalogue, &choice, 0, 0);
  g_autofree char *yellow = ring_catalogue_text_difference (catalogue, &choice, 1, 0);

  g_assert_cmpstr (oval, ==, "+$40.50");
  g_assert_cmpstr (same, ==, "");
  g_assert_cmpstr (yellow, ==, "−$300");
}

static void
test_order (void)
{
  g_autoptr (RingCatalogue) catalogue = make_catalogue ();
  RingChoice choice = { .option = { 1, 1 }, .engraving = "FOREVER" };
  g_autofree char *number = ring_catalogue_format_number (catalogue, &choice);
  g_autofree char *text = ring_order_confirmation (catalogue, &choice);
  g_autofree char *line = ring_order_work_line (catalogue, &choice);
  g_autofree char *subject = ring_order_subject (catalogue, &choice);
  g_autofree char *expected = g_strdup_printf ("1 × %s", number);

  g_assert_cmpstr (line, ==, expected);
  /* Who sees the subject need not see what is engraved. */
  g_assert_true (g_str_has_prefix (subject, "Your order: item #"));
  g_assert_null (strstr (subject, "FOREVER"));
  g_assert_nonnull (strstr (text, number));
  g_assert_nonnull (strstr (text, "shape: Oval\n"));
  g_assert_nonnull (strstr (text, "metal: White Gold\n"));
  g_assert_nonnull (strstr (text, "Engraving: FOREVER, Block\n"));
  /* 900 + 40.50 + 300 + 45 */
  g_assert_nonnull (strstr (text, "Total: $1,285.50\n"));
  g_assert_nonnull (strstr (text, "Questions: A form.\n"));
  g_assert_null (strstr (text, "Limited"));
}

static void
test_chosen (void)
{
  g_autoptr (RingCatalogue) catalogue = make_catalogue ();
  RingChoice choice = { .option = { 1, 0 }, .engraving = "FOREVER", .face = RING_FACE_SCRIPT, .limited = TRUE };
  g_auto (GStrv) chosen = ring_catalogue_text_chosen (catalogue, &choice);
  g_autofree char *text = g_strjoinv ("|", chosen);

  g_assert_cmpstr (text, ==, "shape: Oval|metal: 18K yellow gold|Engraving: FOREVER, Script|Limited edition");
}

/* Every menu of the house, and what else a hand tries, has a sentence of its own that names the Bench. */
static void
test_limits (void)
{
  static const char *const tried[]
      = { "shape", "size", "band", "metal", "finish", "ring-size", "engraving", "move", "draw", "colour" };

  for (guint i = 0; i < G_N_ELEMENTS (tried); i++)
    {
      const char *text = ring_catalogue_text_limit (tried[i]);

      g_assert_nonnull (strstr (text, "On the Bench"));
      for (guint k = 0; k < i; k++)
        g_assert_cmpstr (text, !=, ring_catalogue_text_limit (tried[k]));
    }
}

static void
test_stopwatch (void)
{
  const gint64 second = G_USEC_PER_SEC;
  RingStopwatch watch = { 0 };

  g_assert_cmpfloat (ring_stopwatch_get (&watch, 5 * second), ==, 0);
  ring_stopwatch_start (&watch, 10 * second);
  g_assert_cmpfloat (ring_stopwatch_get (&watch, 17 * second), ==, 7);
  ring_stopwatch_mark (&watch, 17 * second);
  /* Of a long pause its beginning counts. */
  g_assert_cmpfloat (ring_stopwatch_get (&watch, 500 * second), ==, 7 + RING_STOPWATCH_LONGEST_PAUSE);
  ring_stopwatch_mark (&watch, 500 * second);
  ring_stopwatch_stop (&watch, 502 * second);
  g_assert_cmpfloat (ring_stopwatch_get (&watch, 600 * second), ==, 9 + RING_STOPWATCH_LONGEST_PAUSE);
  ring_stopwatch_start (&watch, 700 * second);
  ring_stopwatch_reset (&watch, 701 * second);
  g_assert_cmpfloat (ring_stopwatch_get (&watch, 702 * second), ==, 1);
}

static void
test_time (void)
{
  static const struct
  {
    double seconds;
    const char *text;
  } rows[] = { { 0, "0:00" }, { 42.9, "0:42" }, { 65, "1:05" }, { 3600, "60:00" }, { -1, "0:00" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = ring_catalogue_text_time (rows[i].seconds);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/order/item", test_item);
  g_test_add_func ("/order/difference", test_difference);
  g_test_add_func ("/order/confirmation", test_order);
  g_test_add_func ("/order/chosen", test_chosen);
  g_test_add_func ("/order/limits", test_limits);
  g_test_add_func ("/order/stopwatch", test_stopwatch);
  g_test_add_func ("/order/time", test_time);
  return g_test_run ();
}
