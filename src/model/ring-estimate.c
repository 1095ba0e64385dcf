/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-estimate.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-day.h"
#include "ring-gem-layout.h"
#include "ring-gem-setting.h"
#include "ring-inscription.h"
#include "ring-money.h"
#include "ring-number.h"
#include "ring-provenance.h"
#include "ring-spec.h"

/* Quantities go into products as hundredths: grams, hours, per cent; carats as thousandths. */
#define HUNDREDTHS 100
#define THOUSANDTHS 1000

typedef struct
{
  RingEstimate *estimate;
  const RingDrawing *drawing;
  RingRates *rates;
  const RingRecord *alternative;
  gint64 now_ms;
} Reckoning;

static void
cost_clear (gpointer data)
{
  RingCost *cost = data;

  g_free (cost->label);
  g_free (cost->quantity);
  g_free (cost->rate);
  g_free (cost->price);
}

/* Says that something is not included; the sentence is taken. */
static void
miss (Reckoning *r, char *sentence)
{
  for (guint i = 0; i < r->estimate->missing->len; i++)
    if (g_str_equal (g_ptr_array_index (r->estimate->missing, i), sentence))
      {
        g_free (sentence);
        return;
      }
  g_ptr_array_add (r->estimate->missing, sentence);
}

static void
miss_currency (Reckoning *r, const char *what, const char *currency)
{
  /* Translators: what a price is for, its currency, and that of the commission. */
  miss (r, g_strdup_printf (_ ("%s: its price is in %s, the commission in %s."), what, currency,
                            r->estimate->currency));
}

static const char *
find_currency (const RingDrawing *drawing, RingRates *rates)
{
  const char *currency = ring_record_get (
      ring_drawing_find_record (drawing, RING_RECORD_COMMISSION, NULL), "currency");
  g_autoptr (GPtrArray) kept = ring_drawing_list_records (drawing, RING_RECORD_RATE);

  for (guint i = 0; currency == NULL && i < kept->len; i++)
    currency = ring_record_get (kept->pdata[i], "currency");
  return currency != NULL ? currency : ring_rates_get_currency (rates);
}

/* "78.40 EUR of 2026-11-02, 25 days old". */
static char *
describe_price (const Reckoning *r, gint64 price, const char *day)
{
  g_autofree char *amount = ring_money_format_with (price, r->estimate->currency);
  g_autofree char *today = ring_day_of (r->now_ms);
  g_autofree char *old = NULL;
  int days;

  if (!ring_day_between (day, today, &days))
    return g_steal_pointer (&amount);
  if (days <= 0)
    /* Translators: a price, and the day on which it was entered. */
    return g_strdup_printf (_ ("%s of %s"), amount, day);
  old = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day old", "%d days old", (gulong) days),
                         days);
  /* Translators: a price, the day on which it was entered, and how old that is. */
  return g_strdup_printf (_ ("%s of %s, %s"), amount, day, old);
}

/* Finds the price NAME in the estimate's currency. */
static gboolean
find_price (Reckoning *r, RingCost *cost, const char *name, gint64 *price)
{
  RingRate rate;

  cost->rate = g_strdup (name);
  if (!ring_estimate_find_rate (r->drawing, r->rates, name, &rate, NULL)
      || !ring_money_parse (rate.value, rate.currency, price))
    return FALSE;
  if (g_strcmp0 (rate.currency, r->estimate->currency) != 0)
    {
      g_autofree char *label = ring_rate_label (name);

      miss_currency (r, label, rate.currency);
      return FALSE;
    }
  cost->price = describe_price (r, *price, rate.day);
  return TRUE;
}

/* A line of QUANTITY / PARTS at the price NAME. Label and quantity are taken. */
static void
add_cost (Reckoning *r,
          RingCostKind kind,
          char *label,
          char *quantity,
          const char *name,
          const gint64 amounts[3],
          gint64 parts)
{
  RingCost cost = { .kind = kind, .label = label, .quantity = quantity };
  gint64 price = 0;

  cost.priced = find_price (r, &cost, name, &price);
  if (!cost.priced)
    price = 0;
  cost.amount = ring_money_times (price, amounts[0], parts);
  cost.least = ring_money_times (price, amounts[1], parts);
  cost.most = ring_money_times (price, amounts[2], parts);
  g_array_append_val (r->estimate->costs, cost);
}

static void
add_count (Reckoning *r, RingCostKind kind, char *label, guint n, const char *name)
{
  add_cost (r, kind, label, g_strdup_printf ("%u ×", n), name, (const gint64[]){ n, n, n }, 1);
}

/* -------------------------------------------------------------------- metal */

static void
add_grams (Reckoning *r, RingCostKind kind, const char *label, const RingMetalWeight *metal, double part)
{
  g_autofree char *name = g_strconcat ("metal/", metal->alloy->id, NULL);
  const gint64 grams[3] = { llround (metal->grams * part * HUNDREDTHS),
                            llround (metal->least * part * HUNDREDTHS),
                            llround (metal->most * part * HUNDREDTHS) };
  g_autofree char *number = ring_number_format ((double) grams[0] / HUNDREDTHS, 2);

  /* Translators: a weight in grams. */
  add_cost (r, kind, g_strdup (label), g_strdup_printf (_ ("%s g"), number), name, grams, HUNDREDTHS);
}

static void
add_loss (Reckoning *r, RingCostKind kind, const char *format, const RingMetalWeight *metal, const char *term)
{
  double percent = ring_estimate_get_term (r->drawing, r->rates, term);
  g_autofree char *number = ring_number_format (percent, 2);
  g_auto (GStrv) parts = g_strsplit (format, "{}", 2);
  g_autofree char *label = g_strconcat (parts[0], number, parts[1], NULL);

  if (percent > 0)
    add_grams (r, kind, label, metal, percent / 100);
}

static void
add_metals (Reckoning *r)
{
  const RingWeight *weight = &r->estimate->weight;

  for (guint i = 0; i < weight->metals->len; i++)
    {
      const RingMetalWeight *metal = &g_array_index (weight->metals, RingMetalWeight, i);

      add_grams (r, RING_COST_METAL, _ (ring_alloy_label (metal->alloy)), metal, 1);
      /* Translators: {} is a number of per cent. */
      add_loss (r, RING_COST_CASTING, _ ("Casting loss, {} %"), metal, "casting-loss");
      add_loss (r, RING_COST_FINISHING, _ ("Finishing loss, {} %"), metal, "finishing-loss");
    }
  for (guint i = 0; i < weight->missing->len; i++)
    miss (r, g_strdup (g_ptr_array_index (weight->missing, i)));
}

/* -------------------------------------------------------------------- stones */

static void
add_stone (Reckoning *r, const RingRecord *stone)
{
  g_autofree char *name = ring_provenance_name (stone, r->now_ms);
  const char *status = ring_record_get_or (stone, "status", "");
  const char *currency = ring_record_get_or (stone, "cost-currency", "");
  RingCost cost = { .kind = RING_COST_STONE };
  gint64 price = 0;

  /* An heirloom is the client's, be it in the shop already. */
  if (g_str_equal (status, "own")
      || (g_str_equal (ring_record_get_or (stone, "provenance", ""), "heirloom")
          && ring_record_get (stone, "cost") == NULL))
    {
      /* Translators: the name of a stone. */
      miss (r, g_strdup_printf (_ ("%s: the client’s own, so it costs nothing here."), name));
      return;
    }
  cost.label = g_strdup (name);
  cost.quantity = g_strdup ("");
  cost.priced = ring_money_parse (ring_record_get (stone, "cost"), currency, &price)
                && g_str_equal (currency, r->estimate->currency);
  if (cost.priced)
    cost.price = describe_price (r, price, ring_record_get (stone, "cost-date"));
  else if (price > 0)
    miss_currency (r, name, currency);
  cost.amount = cost.least = cost.most = cost.priced ? price : 0;
  g_array_append_val (r->estimate->costs, cost);
}

/* Each card whose stone is on the drawing; one that is not may be a proposal. */
static void
add_stones (Reckoning *r)
{
  const char *replaced = ring_record_get (r->alternative, "stone");
  const RingRecord *other = ring_drawing_find_record (
      r->drawing, RING_RECORD_STONE, ring_record_get_or (r->alternative, "instead", "none"));
  gboolean put = FALSE;

  for (guint i = 0; i < ring_drawing_get_n_records (r->drawing); i++)
    {
      const RingRecord *stone = ring_drawing_get_record (r->drawing, i);
      const char *id = ring_record_get_id (stone);
      g_autofree char *name = NULL;

      if (!g_str_equal (ring_record_get_kind (stone), RING_RECORD_STONE)
          || g_strcmp0 (ring_record_get (stone, "status"), "returned") == 0)
        continue;
      if (other != NULL && g_strcmp0 (id, replaced) == 0)
        {
          add_stone (r, other);
          put = TRUE;
        }
      else if (ring_estimate_has_stone (r->drawing, stone))
        add_stone (r, stone);
      else if (!ring_estimate_is_instead (r->drawing, stone))
        {
          name = ring_provenance_name (stone, r->now_ms);
          /* Translators: the name of a stone. */
          miss (r, g_strdup_printf (_ ("%s: its card is nowhere on the drawing."), name));
        }
    }
  if (other != NULL && !put)
    miss (r, g_strdup (_ ("The stone that another one is to stand for is gone.")));
}

/* Gems that nobody has made a card for. */
static void
miss_gem (Reckoning *r, const RingGem *gem)
{
  RingGemChoice choice = { gem->cut, gem->species, gem->length, gem->width };
  g_autofree char *words = NULL;

  if (ring_drawing_find_record (r->drawing, RING_RECORD_STONE, gem->stone[0] != '\0' ? gem->stone : "-")
      != NULL)
    return;
  words = ring_gem_choice_format (&choice);
  /* Translators: a gem with its size. */
  miss (r, g_strdup_printf (_ ("%s: no card tells what it costs."), words));
}

static void
add_small_stones (Reckoning *r, const RingGemLayout *layout, guint n)
{
  RingLayoutWeight weight;
  g_autofree char *rest = NULL;
  g_autofree char *by_piece = NULL;
  g_autofree char *by_carat = NULL;
  g_autofree char *mm = ring_number_format (layout->layout.length, 2);
  g_autofree char *carats = NULL;
  char *label = g_strdup_printf ("%s %s mm", _ (layout->species->label), mm);
  RingRate rate;
  gint64 total;

  ring_gem_layout_weigh (layout, n, &weight);
  rest = weight.sieve != NULL ? g_strconcat (layout->species->id, "/", weight.sieve->name, NULL)
                              : g_strdup (layout->species->id);
  by_piece = g_strconcat ("piece/", rest, NULL);
  by_carat = g_strconcat ("carat/", rest, NULL);
  total = llround ((weight.sieve != NULL ? weight.by_sieve : weight.total) * THOUSANDTHS);
  carats = ring_number_format ((double) total / THOUSANDTHS, 3);
  if (ring_estimate_find_rate (r->drawing, r->rates, by_piece, &rate, NULL))
    add_count (r, RING_COST_SMALL, label, n, by_piece);
  else
    /* Translators: how many stones, and their weight in carats. */
    add_cost (r, RING_COST_SMALL, label, g_strdup_printf (_ ("%u, %s ct"), n, carats), by_carat,
              (const gint64[]){ total, total, total }, THOUSANDTHS);
  ring_layout_weight_clear (&weight);
}

/* -------------------------------------------------------------------- work */

static void
add_settings (Reckoning *r)
{
  guint counts[RING_N_SETTING_KINDS] = { 0 };

  for (guint i = 0; i < ring_drawing_get_n_records (r->drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (r->drawing, i);
      RingGem gem;
      RingSettingKind kind;

      if (!ring_gem_init (&gem, record))
        continue;
      miss_gem (r, &gem);
      if (ring_setting_kind_from_id (
              ring_record_get (ring_gem_setting_find (r->drawing, gem.id), "kind"), &kind))
        counts[kind]++;
    }
  for (guint i = 0; i < RING_N_SETTING_KINDS; i++)
    if (counts[i] > 0)
      {
        g_autofree char *name
            = g_strconcat ("setting/", ring_setting_kind_id ((RingSettingKind) i), NULL);

        /* Translators: a kind of setting, as a line of an estimate. */
        add_count (r, RING_COST_SETTING,
                   g_strdup_printf (_ ("Setting, %s"), ring_setting_kind_label ((RingSettingKind) i)),
                   counts[i], name);
      }
}

static void
add_layouts (Reckoning *r)
{
  for (guint i = 0; i < ring_drawing_get_n_records (r->drawing); i++)
    {
      RingGemLayout layout;
      RingSpec spec;
      RingLaid laid;

      if (!ring_gem_layout_init (&layout, ring_drawing_get_record (r->drawing, i), r->drawing))
        continue;
      ring_spec_init (&spec, ring_drawing_find_ring (r->drawing, layout.ring));
      ring_gem_layout_lay (&layout, &spec.band, 0, &laid);
      if (laid.places->len > 0)
        {
          const char *id = ring_layout_kind_id (layout.layout.kind);
          g_autofree char *name = g_strconcat ("layout/", id, NULL);

          add_small_stones (r, &layout, laid.places->len);
          add_count (r, RING_COST_SETTING,
                     g_strdup_printf (_ ("Setting, %s"), ring_layout_kind_label (layout.layout.kind)),
                     laid.places->len, name);
        }
      ring_laid_clear (&laid);
      ring_gem_layout_clear (&layout);
    }
}

static void
add_work (Reckoning *r)
{
  const RingRecord *estimate = ring_drawing_find_record (r->drawing, RING_RECORD_ESTIMATE, NULL);
  double hours = ring_record_get_between (estimate, "hours", 0, RING_ESTIMATE_MOST_HOURS, 0);
  gint64 parts = llround (hours * HUNDREDTHS);
  g_autofree char *number = ring_number_format (hours, 2);

  for (guint i = 0; i < ring_drawing_get_n_records (r->drawing); i++)
    {
      RingInscription it;

      if (ring_inscription_init (&it, ring_drawing_get_record (r->drawing, i)))
        miss (r, g_strdup (_ ("Engraving, unless its hours are among those of the bench.")));
    }
  if (parts <= 0)
    miss (r, g_strdup (_ ("Bench work: enter its hours.")));
  else
    /* Translators: a number of hours. */
    add_cost (r, RING_COST_WORK, g_strdup (_ ("Bench work")), g_strdup_printf (_ ("%s h"), number),
              "hour", (const gint64[]){ parts, parts, parts }, HUNDREDTHS);
}

/* -------------------------------------------------------------------- sums */

static gint64
percent_of (const Reckoning *r, gint64 amount, const char *term)
{
  return ring_money_times (
      amount, llround (ring_estimate_get_term (r->drawing, r->rates, term) * HUNDREDTHS),
      100 * HUNDREDTHS);
}

/* What is asked for MATERIAL and WORK; MARKUP and TAX may be NULL. */
static gint64
ask (const Reckoning *r, gint64 material, gint64 work, gint64 *markup, gint64 *tax)
{
  gint64 more
      = percent_of (r, material, "markup-material") + percent_of (r, work, "markup-work");
  gint64 due = percent_of (r, material + work + more, "tax");

  if (markup != NULL)
    *markup = more;
  if (tax != NULL)
    *tax = due;
  return material + work + more + due;
}

static void
sum_up (Reckoning *r)
{
  RingEstimate *e = r->estimate;
  gint64 least = 0, most = 0;

  for (guint i = 0; i < e->costs->len; i++)
    {
      const RingCost *cost = &g_array_index (e->costs, RingCost, i);

      e->n_unpriced += !cost->priced;
      if (cost->kind == RING_COST_SETTING || cost->kind == RING_COST_WORK)
        e->work += cost->amount;
      else
        {
          e->material += cost->amount;
          least += cost->least - cost->amount;
          most += cost->most - cost->amount;
        }
    }
  e->total = ask (r, e->material, e->work, &e->markup, &e->tax);
  e->least = ask (r, e->material + least, e->work, NULL, NULL);
  e->most = ask (r, e->material + most, e->work, NULL, NULL);
}

static char *
make_title (const Reckoning *r)
{
  const RingAlloy *alloy = ring_alloy_find (ring_record_get (r->alternative, "alloy"));
  const RingRecord *stone = ring_drawing_find_record (
      r->drawing, RING_RECORD_STONE, ring_record_get_or (r->alternative, "instead", "none"));
  g_autofree char *name = stone != NULL ? ring_provenance_label (stone) : NULL;

  if (alloy != NULL && name != NULL)
    return g_strdup_printf ("%s, %s", _ (ring_alloy_label (alloy)), name);
  if (alloy != NULL)
    return g_strdup (_ (ring_alloy_label (alloy)));
  return name != NULL ? g_steal_pointer (&name) : g_strdup (_ ("As designed"));
}

RingEstimate *
ring_estimate_new (const RingDrawing *drawing,
                   RingRates *rates,
                   const RingRecord *alternative,
                   gint64 now_ms)
{
  RingEstimate *e = g_new0 (RingEstimate, 1);
  Reckoning r = { e, drawing, rates, alternative, now_ms };

  e->costs = g_array_new (FALSE, FALSE, sizeof (RingCost));
  g_array_set_clear_func (e->costs, cost_clear);
  e->missing = g_ptr_array_new_with_free_func (g_free);
  e->currency = g_intern_string (find_currency (drawing, rates));
  e->title = make_title (&r);
  ring_weight_init (&e->weight, drawing, ring_alloy_find (ring_record_get (alternative, "alloy")));
  add_metals (&r);
  add_stones (&r);
  add_settings (&r);
  add_layouts (&r);
  add_work (&r);
  sum_up (&r);
  return e;
}

void
ring_estimate_free (RingEstimate *estimate)
{
  ring_weight_clear (&estimate->weight);
  g_array_unref (estimate->costs);
  g_ptr_array_unref (estimate->missing);
  g_free (estimate->title);
  g_free (estimate);
}

gboolean
ring_estimate_is_complete (const RingEstimate *estimate)
{
  return estimate->costs->len > 0 && estimate->n_unpriced == 0 && estimate->total > 0;
}

char *
ring_estimate_format_total (const RingEstimate *estimate)
{
  return ring_money_format_with (estimate->total, estimate->currency);
}

char *
ring_estimate_format_range (const RingEstimate *estimate)
{
  g_autofree char *least = ring_money_format (estimate->least, estimate->currency);
  g_autofree char *most = ring_money_format_with (estimate->most, estimate->currency);

  /* Translators: two amounts of money. */
  return g_strdup_printf (_ ("%s to %s"), least, most);
}
