/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What info tells of the estimate. The shop's own prices are in no file: only those that the design has kept
 * count here. */
#include "ring-cli-private.h"

#include <glib/gi18n-lib.h>

#include "ring-clock.h"
#include "ring-estimate.h"
#include "ring-money.h"
#include "ring-number.h"

static const char *const kinds[]
    = { "metal", "casting-loss", "finishing-loss", "stone", "small-stones", "setting", "work" };

static void
add_amount (JsonBuilder *json, const char *name, gint64 amount, const char *currency)
{
  g_autofree char *text = ring_money_format (amount, currency);

  ring_cli_json_string (json, name, text);
}

static void
add_cost (JsonBuilder *json, const RingCost *cost, const char *currency)
{
  json_builder_begin_object (json);
  ring_cli_json_string (json, "kind", kinds[cost->kind]);
  ring_cli_json_string (json, "label", cost->label);
  ring_cli_json_string (json, "quantity", cost->quantity[0] != '\0' ? cost->quantity : NULL);
  ring_cli_json_string (json, "rate", cost->rate);
  ring_cli_json_string (json, "price", cost->price);
  if (cost->priced)
    add_amount (json, "amount", cost->amount, currency);
  else
    ring_cli_json_string (json, "amount", NULL);
  json_builder_end_object (json);
}

static void
add_weight (JsonBuilder *json, const RingWeight *weight)
{
  ring_cli_json_decimal (json, "grams", weight->grams, 2);
  ring_cli_json_decimal (json, "grams-least", weight->least, 2);
  ring_cli_json_decimal (json, "grams-most", weight->most, 2);
  ring_cli_json_decimal (json, "dwt", weight->grams / RING_DWT_GRAMS, 2);
  ring_cli_json_decimal (json, "ounces", weight->grams / RING_OUNCE_GRAMS, 3);
}

static void
add_estimate (JsonBuilder *json, const RingDrawing *drawing, const RingRecord *alternative)
{
  g_autoptr (RingEstimate) e
      = ring_estimate_new (drawing, NULL, alternative, ring_clock_now_ms ());
  gboolean complete = ring_estimate_is_complete (e);

  json_builder_begin_object (json);
  ring_cli_json_string (json, "title", e->title);
  add_weight (json, &e->weight);
  ring_cli_json_string (json, "currency", e->currency);
  json_builder_set_member_name (json, "lines");
  json_builder_begin_array (json);
  for (guint i = 0; i < e->costs->len; i++)
    add_cost (json, &g_array_index (e->costs, RingCost, i), e->currency);
  json_builder_end_array (json);
  json_builder_set_member_name (json, "not-included");
  json_builder_begin_array (json);
  for (guint i = 0; i < e->missing->len; i++)
    json_builder_add_string_value (json, g_ptr_array_index (e->missing, i));
  json_builder_end_array (json);
  json_builder_set_member_name (json, "complete");
  json_builder_add_boolean_value (json, complete);
  add_amount (json, "material", e->material, e->currency);
  add_amount (json, "work", e->work, e->currency);
  add_amount (json, "markup", e->markup, e->currency);
  add_amount (json, "tax", e->tax, e->currency);
  add_amount (json, "total", e->total, e->currency);
  add_amount (json, "total-least", e->least, e->currency);
  add_amount (json, "total-most", e->most, e->currency);
  json_builder_end_object (json);
}

void
ring_cli_estimate_json (JsonBuilder *json, const RingDrawing *drawing)
{
  g_autoptr (GPtrArray) alternatives = ring_estimate_alternatives (drawing);

  json_builder_set_member_name (json, "estimate");
  json_builder_begin_array (json);
  add_estimate (json, drawing, NULL);
  for (guint i = 0; i < alternatives->len; i++)
    add_estimate (json, drawing, g_ptr_array_index (alternatives, i));
  json_builder_end_array (json);
}

static void
print_estimate (const RingDrawing *drawing, const RingRecord *alternative)
{
  g_autoptr (RingEstimate) e
      = ring_estimate_new (drawing, NULL, alternative, ring_clock_now_ms ());
  g_autofree char *weight = ring_weight_format (e->weight.grams);
  g_autofree char *least = ring_number_format (e->weight.least, 2);
  g_autofree char *most = ring_number_format (e->weight.most, 2);
  g_autofree char *total = ring_estimate_format_total (e);
  g_autofree char *range = ring_estimate_format_range (e);

  for (guint i = 0; i < e->costs->len; i++)
    {
      const RingCost *cost = &g_array_index (e->costs, RingCost, i);
      g_autofree char *amount = cost->priced ? ring_money_format_with (cost->amount, e->currency)
                                             : g_strdup (_ ("no price"));

      g_print (_ ("estimate, %s: %s: %s"), e->title, cost->label, amount);
      if (cost->quantity[0] != '\0')
        g_print ("; %s", cost->quantity);
      if (cost->price != NULL)
        g_print ("; %s", cost->price);
      g_print ("\n");
    }
  for (guint i = 0; i < e->missing->len; i++)
    g_print (_ ("estimate, %s: not included: %s\n"), e->title,
             (const char *) g_ptr_array_index (e->missing, i));
  /* Translators: what an estimate is for, a weight, and its least and largest value in grams. */
  g_print (_ ("estimate, %s: %s finished, %s to %s g\n"), e->title, weight, least, most);
  if (ring_estimate_is_complete (e))
    /* Translators: what an estimate is for, its total, and its least and largest total. */
    g_print (_ ("estimate, %s: total %s, %s by the weight of the metal\n"), e->title, total, range);
  else
    g_print (_ ("estimate, %s: no total, since lines have no price\n"), e->title);
}

void
ring_cli_estimate_print (const RingDrawing *drawing)
{
  g_autoptr (GPtrArray) alternatives = ring_estimate_alternatives (drawing);

  if (ring_drawing_find_record (drawing, RING_RECORD_ESTIMATE, NULL) == NULL
      && ring_drawing_find_record (drawing, RING_RECORD_RATE, NULL) == NULL)
    return;
  print_estimate (drawing, NULL);
  for (guint i = 0; i < alternatives->len; i++)
    print_estimate (drawing, g_ptr_array_index (alternatives, i));
}
