/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What metal weighs and what a commission costs: weights against Pappus on paper, sums of whole cents, what is
 * left out by name, and that a quote stays what it was. */
#include <math.h>
#include <string.h>

#include "ring-error.h"
#include "ring-estimate.h"
#include "ring-gem-layout.h"
#include "ring-gem-setting.h"
#include "ring-money.h"
#include "ring-random.h"
#include "ring-spec.h"
#include "ring-test-model.h"
#include "ring-test.h"

static const char *const flat[]
    = { "size", "54", "profile", "flat", "width", "4", "thickness", "1.8", "alloy", "18ky", NULL };

static RingDrawing *
with (RingDrawing *drawing, const char *kind, const char *id, const char *const *fields)
{
  RingDrawing *next = ring_test_with_record (drawing, kind, id, fields);

  ring_drawing_unref (drawing);
  return next;
}

static RingDrawing *
new_drawing (const char *const *ring)
{
  RingRandom random;
  RingDrawing *empty;

  ring_random_init_seed (&random, 1);
  empty = ring_drawing_new_default (&random);
  return with (empty, RING_RECORD_RING, ring_record_get_id (ring_drawing_find_ring (empty, NULL)),
               ring);
}

/* NAME and value in turn, NULL-ended; all EUR of 2 November. */
static RingRates *
new_rates (const char *const *list)
{
  RingRates *rates = ring_rates_new ();

  for (; *list != NULL; list += 2)
    ring_rates_set (rates, list[0], &(RingRate){ list[1], "EUR", "2026-11-02" });
  return rates;
}

static RingEstimate *
reckon (const RingDrawing *drawing, RingRates *rates)
{
  return ring_estimate_new (drawing, rates, NULL, RING_TEST_NOW_MS);
}

static const RingCost *
find_cost (const RingEstimate *estimate, RingCostKind kind)
{
  for (guint i = 0; i < estimate->costs->len; i++)
    if (g_array_index (estimate->costs, RingCost, i).kind == kind)
      return &g_array_index (estimate->costs, RingCost, i);
  return NULL;
}

static gboolean
is_missing (const RingEstimate *estimate, const char *words)
{
  for (guint i = 0; i < estimate->missing->len; i++)
    if (strstr (g_ptr_array_index (estimate->missing, i), words) != NULL)
      return TRUE;
  return FALSE;
}

/* By Pappus on paper, V = A 2 pi (D/2 + c). */
static void
test_pappus (void)
{
  static const struct
  {
    const char *profile, *width, *thickness, *alloy;
    double grams;
  } rows[] = {
    { "flat", "4", "1.8", "18ky", 6.67 },
    { "d", "4", "1.8", "18ky", 5.16 },
    { "knife", "4", "1.8", "18ky", 3.23 },
    { "flat", "2", "1.7", "14ky", 2.63 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *fields[] = { "size",      "54",
                               "profile",   rows[i].profile,
                               "width",     rows[i].width,
                               "thickness", rows[i].thickness,
                               "alloy",     rows[i].alloy,
                               NULL };
      g_autoptr (RingDrawing) drawing = new_drawing (fields);
      RingWeight weight;

      ring_weight_init (&weight, drawing, NULL);
      g_assert_cmpuint (weight.metals->len, ==, 1);
      g_assert_cmpfloat_with_epsilon (weight.grams, rows[i].grams, 0.006);
      g_assert_cmpfloat (weight.least, <, 0.98 * weight.grams);
      g_assert_cmpfloat (weight.most, >, 1.02 * weight.grams);
      ring_weight_clear (&weight);
    }
}

/* A flat band a tenth wider and thicker, and the alloy's own range, reckoned by hand: 4.1 and 1.9 mm. */
static void
test_error (void)
{
  g_autoptr (RingDrawing) drawing = new_drawing (flat);
  double grams = 2 * G_PI * 4 * 1.8 * (54 / (2 * G_PI) + 0.9) * 15.53 / 1000;
  double wider = grams * 0.1 / 4;
  double thicker = 2 * G_PI * 4 * 1.9 * (54 / (2 * G_PI) + 0.95) * 15.53 / 1000 - grams;
  double alloy = grams * (15.84 / 15.53 - 1);
  RingWeight weight;
  g_autofree char *words = NULL;

  ring_weight_init (&weight, drawing, NULL);
  g_assert_cmpfloat_with_epsilon (weight.grams, grams, 1e-4);
  g_assert_cmpfloat_with_epsilon (weight.most - grams,
                                  sqrt (wider * wider + thicker * thicker + alloy * alloy), 1e-3);
  words = ring_weight_format (31.1034768);
  g_assert_cmpstr (words, ==, "31.1 g (20 dwt, 1 oz t)");
  ring_weight_clear (&weight);
}

/* Settings count with their own alloy, freehand grams go with the ring's, whatever that is, and a channel is
 * walls less the room of its stones. */
static void
test_parts (void)
{
  static const char *const gem[] = { "cut", "round", "length", "6.5", NULL };
  static const char *const claws[] = { "gem", "gx", "kind", "claws", "alloy", "pt950", NULL };
  static const char *const freehand[]
      = { "freehand-grams", "1.5", "freehand-alloy", "18ky", NULL };
  static const char *const channel[]
      = { "kind", "channel", "cut", "round", "length", "2", "arc", "120", "angle", "180", NULL };
  RingDrawing *drawing = new_drawing (flat);
  RingSettingWeight setting;
  RingWeight plain, weight;

  ring_weight_init (&plain, drawing, NULL);
  drawing = with (drawing, RING_RECORD_GEM, "gx", gem);
  drawing = with (drawing, RING_RECORD_SETTING, "sx", claws);
  drawing = with (drawing, RING_RECORD_ESTIMATE, "estimate", freehand);
  ring_weight_init (&weight, drawing, NULL);
  ring_gem_setting_weigh (drawing, ring_drawing_find_ring (drawing, NULL), &setting);
  g_assert_cmpuint (weight.metals->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (g_array_index (weight.metals, RingMetalWeight, 0).grams,
                                  plain.grams + 1.5, 1e-9);
  g_assert_cmpstr (g_array_index (weight.metals, RingMetalWeight, 1).alloy->id, ==, "pt950");
  g_assert_cmpfloat_with_epsilon (g_array_index (weight.metals, RingMetalWeight, 1).grams,
                                  setting.grams, 1e-9);
  ring_weight_clear (&weight);
  /* In silver the band and what was entered are as much lighter; the claws stay platinum. */
  ring_weight_init (&weight, drawing, ring_alloy_find ("ag925"));
  g_assert_cmpfloat_with_epsilon (g_array_index (weight.metals, RingMetalWeight, 0).grams,
                                  (plain.grams + 1.5) * 10.36 / 15.53, 1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (weight.metals, RingMetalWeight, 1).grams,
                                  setting.grams, 1e-9);
  ring_weight_clear (&weight);
  ring_drawing_unref (drawing);

  drawing = with (new_drawing (flat), RING_RECORD_LAYOUT, "lx", channel);
  ring_weight_init (&weight, drawing, NULL);
  g_assert_cmpfloat (fabs (weight.grams - plain.grams), >, 0.01);
  g_assert_cmpfloat (fabs (weight.grams - plain.grams), <, 0.9);
  ring_weight_clear (&weight);
  ring_weight_clear (&plain);
  ring_drawing_unref (drawing);
}

/* Two walls on a flat band, with paper and pencil: 0.8 mm thick less where the band ends. */
static void
test_walls (void)
{
  RingBand band = { 54, RING_PROFILE_FLAT, 6, 1.8, 0, 0 };
  RingLayout layout = { .kind = RING_LAYOUT_CHANNEL,
                        .cut = RING_CUT_ROUND,
                        .length = 2,
                        .width = 2,
                        .depth = 1.2,
                        .arc = 360 };
  double r = 54 / (2 * G_PI) + 1.8;
  double rise = 1.2 * ring_cut_crown_part (RING_CUT_ROUND);
  double by_hand = G_PI * ((r + rise) * (r + rise) - r * r) * 2 * 0.8;

  g_assert_cmpfloat_with_epsilon (ring_layout_walls_volume (&layout, &band), by_hand, 1e-6 * by_hand);
  layout.arc = 90;
  g_assert_cmpfloat_with_epsilon (ring_layout_walls_volume (&layout, &band), by_hand / 4, 1e-6 * by_hand);
}

static const char *const prices[]
    = { "metal/18ky", "78.4", "metal/pt950", "41", "hour", "65", "setting/claws", "45", NULL };

static RingDrawing *
new_commission (void)
{
  static const char *const gem[] = { "cut", "round", "length", "6.5", "stone", "tx", NULL };
  static const char *const claws[] = { "gem", "gx", "kind", "claws", "alloy", "18ky", NULL };
  static const char *const stone[]
      = { "name", "Sapphire", "cost", "2450", "cost-currency", "EUR", "cost-date", "2026-11-20", NULL };
  static const char *const hours[] = { "hours",           "12.5", "casting-loss", "10", "finishing-loss",
                                       "5",               "markup-material", "20", "markup-work", "10",
                                       "tax",             "19",   NULL };
  RingDrawing *drawing = new_drawing (flat);

  drawing = with (drawing, RING_RECORD_GEM, "gx", gem);
  drawing = with (drawing, RING_RECORD_SETTING, "sx", claws);
  drawing = with (drawing, RING_RECORD_STONE, "tx", stone);
  return with (drawing, RING_RECORD_ESTIMATE, "estimate", hours);
}

/* Every line by its own rounding, every sum of lines. */
static void
test_lines (void)
{
  g_autoptr (RingDrawing) drawing = new_commission ();
  g_autoptr (RingRates) rates = new_rates (prices);
  g_autoptr (RingEstimate) e = reckon (drawing, rates);
  const RingCost *metal = find_cost (e, RING_COST_METAL);
  gint64 hundredths = llround (e->weight.grams * 100), material = 0, work = 0;

  g_assert_cmpuint (e->costs->len, ==, 6);
  g_assert_true (ring_estimate_is_complete (e));
  g_assert_cmpint (metal->amount, ==, (hundredths * 7840 + 50) / 100);
  g_assert_cmpstr (metal->label, ==, "18K yellow gold");
  g_assert_cmpstr (metal->price, ==, "78.40 EUR of 2026-11-02, 20 days old");
  g_assert_cmpint (find_cost (e, RING_COST_CASTING)->amount, ==,
                   (llround (e->weight.grams * 10) * 7840 + 50) / 100);
  g_assert_cmpint (find_cost (e, RING_COST_STONE)->amount, ==, 245000);
  g_assert_cmpint (find_cost (e, RING_COST_WORK)->amount, ==, 81250);
  g_assert_cmpint (find_cost (e, RING_COST_SETTING)->amount, ==, 4500);
  for (guint i = 0; i < e->costs->len; i++)
    {
      const RingCost *cost = &g_array_index (e->costs, RingCost, i);

      if (cost->kind == RING_COST_SETTING || cost->kind == RING_COST_WORK)
        work += cost->amount;
      else
        material += cost->amount;
    }
  g_assert_cmpint (e->material, ==, material);
  g_assert_cmpint (e->work, ==, work);
  g_assert_cmpint (e->work, ==, 85750);
  g_assert_cmpint (e->markup, ==, ring_money_times (material, 20, 100) + 8575);
  g_assert_cmpint (e->tax, ==, ring_money_times (material + work + e->markup, 19, 100));
  g_assert_cmpint (e->total, ==, material + work + e->markup + e->tax);
  g_assert_cmpint (e->least, <, e->total);
  g_assert_cmpint (e->most, >, e->total);
}

/* Whatever the figures: lines add up to the cent, and a total lies between its bounds. */
static void
test_sums (void)
{
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (11));
  for (guint i = 0; i < ring_test_rounds (40); i++)
    {
      g_autofree char *gold = g_strdup_printf ("%.2f", 0.01 + 200 * ring_random_unit (&random));
      g_autofree char *hour = g_strdup_printf ("%.2f", 0.01 + 90 * ring_random_unit (&random));
      g_autofree char *width = g_strdup_printf ("%.2f", 1 + 8 * ring_random_unit (&random));
      g_autofree char *hours = g_strdup_printf ("%.2f", 0.01 + 90 * ring_random_unit (&random));
      g_autofree char *tax = g_strdup_printf ("%.2f", 30 * ring_random_unit (&random));
      const char *list[] = { "metal/18ky", gold, "hour", hour, NULL };
      const char *ring[] = { "size", "54", "width", width, "base-width", "1.5", "alloy", "18ky", NULL };
      const char *terms[] = { "hours", hours, "tax", tax, "markup-material", "33.3", NULL };
      g_autoptr (RingRates) rates = new_rates (list);
      g_autoptr (RingDrawing) drawing
          = with (new_drawing (ring), RING_RECORD_ESTIMATE, "estimate", terms);
      g_autoptr (RingEstimate) e = reckon (drawing, rates);
      gint64 sum = e->markup + e->tax;

      for (guint k = 0; k < e->costs->len; k++)
        sum += g_array_index (e->costs, RingCost, k).amount;
      g_assert_cmpint (sum, ==, e->total);
      g_assert_cmpint (e->least, <=, e->total);
      g_assert_cmpint (e->most, >=, e->total);
    }
}

/* Each thing that has no price, or is not in the figures, is named; none of it is taken for nothing. */
static void
test_missing (void)
{
  static const char *const no_metal[] = { "width", "2.2", NULL };
  static const char *const halo[] = { "kind", "halo", "gem", "gx", NULL };
  static const char *const own[] = { "name", "Diamond", "status", "own", "cost", "900", NULL };
  static const char *const returned[] = { "name", "Ruby", "status", "returned", "cost", "700", NULL };
  static const char *const dollars[]
      = { "name", "Emerald", "cost", "500", "cost-currency", "USD", NULL };
  static const char *const gem[] = { "cut", "oval", "length", "8", "width", "6", "species", "sapphire", NULL };
  static const char *const held[] = { "cut", "round", "length", "3", "stone", "to", NULL };
  static const char *const paid[] = { "cut", "round", "length", "3", "stone", "td", NULL };
  static const char *const words[] = { "text", "FOREVER", NULL };
  g_autoptr (RingRates) none = ring_rates_new ();
  RingDrawing *drawing = new_drawing (no_metal);
  RingEstimate *e;

  drawing = with (drawing, RING_RECORD_GEM, "gx", gem);
  drawing = with (drawing, RING_RECORD_GEM, "gy", held);
  drawing = with (drawing, RING_RECORD_GEM, "gz", paid);
  drawing = with (drawing, RING_RECORD_LAYOUT, "lx", halo);
  drawing = with (drawing, RING_RECORD_INSCRIPTION, "nx", words);
  drawing = with (drawing, RING_RECORD_STONE, "to", own);
  drawing = with (drawing, RING_RECORD_STONE, "tr", returned);
  drawing = with (drawing, RING_RECORD_STONE, "td", dollars);
  e = reckon (drawing, none);
  g_assert_true (is_missing (e, "choose its metal"));
  g_assert_true (is_missing (e, "finger size is to be confirmed"));
  g_assert_true (is_missing (e, "carries a halo"));
  g_assert_true (is_missing (e, "Engraving"));
  g_assert_true (is_missing (e, "Oval sapphire 8 × 6 mm: no card"));
  g_assert_true (is_missing (e, "Diamond: the client’s own"));
  g_assert_true (is_missing (e, "Emerald: its price is in USD, the commission in EUR"));
  g_assert_true (is_missing (e, "enter its hours"));
  g_assert_false (is_missing (e, "Ruby"));
  /* The small stones, and setting them. */
  g_assert_cmpuint (e->n_unpriced, ==, 3);
  g_assert_false (ring_estimate_is_complete (e));
  g_assert_cmpint (e->total, ==, 0);
  ring_estimate_free (e);
  ring_drawing_unref (drawing);
}

/* A price in another currency is none. */
static void
test_currency (void)
{
  static const char *const dollars[] = { "currency", "USD", NULL };
  g_autoptr (RingRates) rates = new_rates (prices);
  g_autoptr (RingDrawing) drawing
      = with (new_commission (), RING_RECORD_COMMISSION, "commission", dollars);
  g_autoptr (RingEstimate) e = reckon (drawing, rates);

  g_assert_cmpstr (e->currency, ==, "USD");
  g_assert_cmpuint (e->n_unpriced, ==, e->costs->len);
  g_assert_true (is_missing (e, "18K yellow gold, per gram: its price is in EUR, the commission in USD"));
  g_assert_cmpint (e->total, ==, 0);
}

/* Small stones by the piece where that is known, else by carat of their sieve. */
static void
test_small (void)
{
  static const char *const row[]
      = { "kind", "eternity", "cut", "round", "length", "1.3", "count", "12", "arc", "90", NULL };
  static const char *const by_carat[] = { "carat/diamond/+2.5", "700", "layout/eternity", "6.5", NULL };
  g_autoptr (RingDrawing) drawing = with (new_drawing (flat), RING_RECORD_LAYOUT, "lx", row);
  g_autoptr (RingRates) rates = new_rates (by_carat);
  g_autoptr (RingEstimate) carats = reckon (drawing, rates);
  g_autoptr (RingEstimate) pieces = NULL;

  /* 12 of 0.010 ct, as the sieve counts them. */
  g_assert_cmpint (find_cost (carats, RING_COST_SMALL)->amount, ==, 8400);
  g_assert_cmpstr (find_cost (carats, RING_COST_SMALL)->quantity, ==, "12, 0.12 ct");
  g_assert_cmpint (find_cost (carats, RING_COST_SETTING)->amount, ==, 7800);
  ring_rates_set (rates, "piece/diamond/+2.5", &(RingRate){ "9", "EUR", "2026-11-02" });
  pieces = reckon (drawing, rates);
  g_assert_cmpint (find_cost (pieces, RING_COST_SMALL)->amount, ==, 10800);
  g_assert_cmpstr (find_cost (pieces, RING_COST_SMALL)->rate, ==, "piece/diamond/+2.5");
}

/* Each stands for itself, in whatever order; the stone that is only proposed is in none but its own. */
static void
test_alternatives (void)
{
  static const char *const ruby[]
      = { "name", "Ruby", "cost", "3100", "cost-currency", "EUR", NULL };
  static const char *const in_platinum[] = { "alloy", "pt950", NULL };
  static const char *const with_ruby[] = { "stone", "tx", "instead", "tz", NULL };
  g_autoptr (RingRates) rates = new_rates (prices);
  g_autoptr (RingDrawing) plain = new_commission ();
  g_autoptr (RingEstimate) before = reckon (plain, rates);
  gint64 totals[2][2];

  for (guint order = 0; order < 2; order++)
    {
      RingDrawing *drawing = with (new_commission (), RING_RECORD_STONE, "tz", ruby);
      g_autoptr (GPtrArray) list = NULL;
      g_autoptr (RingEstimate) as_designed = NULL;

      drawing = with (drawing, RING_RECORD_ALTERNATIVE, "a1", order == 0 ? in_platinum : with_ruby);
      drawing = with (drawing, RING_RECORD_ALTERNATIVE, "a2", order == 0 ? with_ruby : in_platinum);
      drawing = with (drawing, RING_RECORD_ALTERNATIVE, "a3", in_platinum);
      list = ring_estimate_alternatives (drawing);
      g_assert_cmpuint (list->len, ==, RING_ESTIMATE_ALTERNATIVES);
      as_designed = reckon (drawing, rates);
      g_assert_cmpint (as_designed->total, ==, before->total);
      for (guint i = 0; i < 2; i++)
        {
          g_autoptr (RingEstimate) e = ring_estimate_new (
              drawing, rates, g_ptr_array_index (list, i), RING_TEST_NOW_MS);

          totals[order][i] = e->total;
          g_assert_true (ring_estimate_is_complete (e));
          g_assert_cmpint (e->total, !=, before->total);
          if (ring_record_get (g_ptr_array_index (list, i), "instead") != NULL)
            {
              g_assert_cmpint (find_cost (e, RING_COST_STONE)->amount, ==, 310000);
              g_assert_cmpstr (e->title, ==, "Ruby");
            }
        }
      ring_drawing_unref (drawing);
    }
  g_assert_cmpint (totals[0][0], ==, totals[1][1]);
  g_assert_cmpint (totals[0][1], ==, totals[1][0]);
}

static RingDesign *
new_design (void)
{
  g_autoptr (RingDrawing) drawing = new_commission ();

  return ring_design_new_for_drawing (drawing);
}

/* A quote is one step, carries what it was reckoned with, and stays what it was when the shop's prices move; a
 * step renews it. */
static void
test_quote (void)
{
  g_autoptr (RingRates) rates = new_rates (prices);
  g_autoptr (RingDesign) design = new_design ();
  g_autoptr (RingEstimate) first = reckon (ring_design_get_drawing (design), rates);
  g_autoptr (RingEstimate) later = NULL;
  g_autoptr (RingEstimate) alone = NULL;
  g_autoptr (RingEstimate) renewed = NULL;
  g_autoptr (GError) error = NULL;
  const RingRecord *commission;
  RingEdit *edit;
  gint64 amount;

  edit = ring_estimate_quote (design, rates, RING_TEST_NOW_MS, &error);
  g_assert_no_error (error);
  ring_test_commit (design, edit);
  commission = ring_drawing_find_record (ring_design_get_drawing (design), RING_RECORD_COMMISSION, NULL);
  g_assert_true (ring_money_parse (ring_record_get (commission, "quote"), "EUR", &amount));
  g_assert_cmpint (amount, ==, first->total);
  g_assert_true (ring_money_parse (ring_record_get (commission, "material"), "EUR", &amount));
  g_assert_cmpint (amount, ==, first->material);
  g_assert_true (ring_money_parse (ring_record_get (commission, "deposit"), "EUR", &amount));
  g_assert_cmpint (amount, ==, ring_money_times (first->total, 1, 2));
  g_assert_cmpstr (ring_record_get (commission, "labour"), ==, "857.5");
  g_assert_cmpstr (ring_record_get (ring_drawing_find_record (ring_design_get_drawing (design),
                                                              RING_RECORD_ESTIMATE, NULL),
                                    "until"),
                   ==, "2026-12-06");
  /* Gold doubles, and the shop forgets what it asks for an hour. */
  ring_rates_set (rates, "metal/18ky", &(RingRate){ "156.8", "EUR", "2027-11-02" });
  ring_rates_set (rates, "hour", NULL);
  ring_rates_set (rates, "markup-material", &(RingRate){ "500", "", "" });
  later = reckon (ring_design_get_drawing (design), rates);
  g_assert_cmpint (later->total, ==, first->total);
  alone = reckon (ring_design_get_drawing (design), NULL);
  g_assert_cmpint (alone->total, ==, first->total);
  ring_test_commit (design, ring_estimate_renew (design, rates));
  renewed = reckon (ring_design_get_drawing (design), rates);
  g_assert_cmpint (find_cost (renewed, RING_COST_METAL)->amount, ==,
                   2 * find_cost (first, RING_COST_METAL)->amount);
  g_assert_cmpint (find_cost (renewed, RING_COST_WORK)->amount, ==, 81250);
  g_assert_null (ring_estimate_renew (design, rates));
  /* Each was one step. */
  g_assert_true (ring_design_undo (design));
  g_assert_true (ring_design_undo (design));
  g_assert_null (ring_record_get (ring_drawing_find_record (ring_design_get_drawing (design),
                                                            RING_RECORD_COMMISSION, NULL),
                                  "quote"));
  g_assert_null (ring_estimate_find_own (ring_design_get_drawing (design), "hour"));
}

static void
test_no_quote (void)
{
  g_autoptr (RingRates) none = ring_rates_new ();
  g_autoptr (RingDesign) design = new_design ();
  g_autoptr (GError) error = NULL;

  g_assert_null (ring_estimate_quote (design, none, RING_TEST_NOW_MS, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "has no price"));
}

/* What people type for a price, and for a term. */
static void
test_rates (void)
{
  static const struct
  {
    const char *name, *text;
    gboolean taken;
    const char *shown; /* "" for nothing */
  } rows[] = {
    { "metal/18ky", "78.4", TRUE, "78.40 EUR" },
    { "metal/18ky", "78,40 USD", TRUE, "78.40 USD" },
    { "hour", "€ 65", TRUE, "65.00 EUR" },
    { "hour", "", TRUE, "" },
    { "hour", "a lot", FALSE, NULL },
    { "hour", "-5", FALSE, NULL },
    { "tax", "19 %", TRUE, "19" },
    { "tax", "7,5", TRUE, "7.5" },
    { "tax", "0", TRUE, "0" },
    { "tax", "101", FALSE, NULL },
    { "days", "-1", FALSE, NULL },
    { "casting-loss", "ten", FALSE, NULL },
  };
  g_autoptr (GPtrArray) names = ring_rate_names ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = NULL;
      RingRate rate;

      g_assert_true (ring_rate_read (rows[i].name, rows[i].text, "EUR", RING_TEST_NOW_MS, &rate, &error)
                     == rows[i].taken);
      if (!rows[i].taken)
        {
          g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
          continue;
        }
      shown = ring_rate_format (rows[i].name, &rate);
      g_assert_cmpstr (shown, ==, rows[i].shown);
      ring_rate_clear (&rate);
    }
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *label = ring_rate_label (name);

      g_assert_cmpstr (label, !=, name);
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/estimate/pappus", test_pappus);
  g_test_add_func ("/estimate/error", test_error);
  g_test_add_func ("/estimate/parts", test_parts);
  g_test_add_func ("/estimate/walls", test_walls);
  g_test_add_func ("/estimate/lines", test_lines);
  g_test_add_func ("/estimate/sums", test_sums);
  g_test_add_func ("/estimate/missing", test_missing);
  g_test_add_func ("/estimate/currency", test_currency);
  g_test_add_func ("/estimate/small", test_small);
  g_test_add_func ("/estimate/alternatives", test_alternatives);
  g_test_add_func ("/estimate/quote", test_quote);
  g_test_add_func ("/estimate/no-quote", test_no_quote);
  g_test_add_func ("/estimate/rates", test_rates);
  return ring_test_run ();
}
