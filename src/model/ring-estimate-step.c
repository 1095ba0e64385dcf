/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps of an estimate: a design keeps what it is reckoned with, so that a quote that is printed in a
 * year says what it says today. */
#include "ring-estimate.h"

#include <glib/gi18n-lib.h>

#include "ring-day.h"
#include "ring-error.h"
#include "ring-money.h"
#include "ring-number.h"

static void
add_needs (GPtrArray *names, const RingEstimate *estimate)
{
  for (guint i = 0; i < estimate->costs->len; i++)
    {
      const char *name = g_array_index (estimate->costs, RingCost, i).rate;

      if (name != NULL && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_strdup (name));
    }
}

GPtrArray *
ring_estimate_needs (const RingDrawing *drawing, RingRates *rates)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) alternatives = ring_estimate_alternatives (drawing);

  for (guint i = 0; i <= alternatives->len; i++)
    {
      g_autoptr (RingEstimate) estimate = ring_estimate_new (
          drawing, rates, i > 0 ? g_ptr_array_index (alternatives, i - 1) : NULL, 0);

      add_needs (names, estimate);
    }
  return names;
}

static void
keep_rate (RingDesign *design, RingEdit *edit, const RingRecord *old, const char *name, const RingRate *rate)
{
  g_autofree char *id = old == NULL ? ring_design_new_id (design, 'k') : NULL;
  g_autoptr (RingRecord) record
      = old != NULL ? ring_record_ref (old) : ring_record_new (RING_RECORD_RATE, id);

  ring_record_set (&record, "of", name);
  ring_record_set (&record, "value", rate->value);
  ring_record_set (&record, "currency", rate->currency);
  ring_record_set (&record, "day", rate->day);
  if (old == NULL || !ring_record_equal (old, record))
    ring_edit_set_record (edit, record);
}

/* The shop's terms count where the design has none: they are kept with it. */
static void
keep_terms (RingEdit *edit, RingRates *rates)
{
  const RingRecord *old
      = ring_drawing_find_record (ring_edit_get_result (edit), RING_RECORD_ESTIMATE, NULL);
  g_autoptr (RingRecord) next
      = old != NULL ? ring_record_ref (old) : ring_record_new (RING_RECORD_ESTIMATE, NULL);
  guint n;
  const RingTerm *terms = ring_terms (&n);

  for (guint i = 0; i < n; i++)
    if (ring_record_get (next, terms[i].name) == NULL)
      ring_record_set_number (
          &next, terms[i].name,
          ring_estimate_get_term (ring_edit_get_result (edit), rates, terms[i].name), 2);
  if (old == NULL || !ring_record_equal (old, next))
    ring_edit_set_record (edit, next);
}

void
ring_estimate_keep (RingDesign *design, RingEdit *edit, RingRates *rates)
{
  g_autoptr (RingDrawing) drawing = ring_drawing_ref (ring_edit_get_result (edit));
  g_autoptr (GPtrArray) names = ring_estimate_needs (drawing, rates);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      gboolean own;
      RingRate rate;

      if (ring_estimate_find_rate (drawing, rates, name, &rate, &own) && !own)
        keep_rate (design, edit, NULL, name, &rate);
    }
  keep_terms (edit, rates);
}

RingEdit *
ring_estimate_renew (RingDesign *design, RingRates *rates)
{
  RingDrawing *drawing = ring_design_get_drawing (design);
  g_autoptr (RingEdit) edit = ring_edit_new (drawing, _ ("Prices of Today"));
  g_autoptr (GPtrArray) names = ring_estimate_needs (drawing, rates);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      RingRate rate;

      if (ring_rates_find (rates, name, &rate))
        keep_rate (design, edit, ring_estimate_find_own (drawing, name), name, &rate);
    }
  return ring_edit_is_empty (edit) ? NULL : g_steal_pointer (&edit);
}

/* What is written is "2450.5". */
static void
set_amount (RingRecord **record, const char *name, gint64 amount, const char *currency)
{
  double units = ring_money_decimals (currency) == 0 ? 1 : 100;

  ring_record_set_number (record, name, (double) amount / units, 2);
}

static void
set_quote (RingEdit *edit, RingRates *rates, const RingEstimate *estimate)
{
  const RingDrawing *drawing = ring_edit_get_result (edit);
  const RingRecord *old = ring_drawing_find_record (drawing, RING_RECORD_COMMISSION, NULL);
  g_autoptr (RingRecord) next
      = old != NULL ? ring_record_ref (old) : ring_record_new (RING_RECORD_COMMISSION, NULL);
  double deposit = ring_estimate_get_term (drawing, rates, "deposit");

  ring_record_set (&next, "currency", estimate->currency);
  set_amount (&next, "quote", estimate->total, estimate->currency);
  set_amount (&next, "material", estimate->material, estimate->currency);
  set_amount (&next, "labour", estimate->work, estimate->currency);
  /* One that was paid is what it was. */
  if (deposit > 0 && ring_record_get (next, "deposit-paid") == NULL)
    set_amount (&next, "deposit",
                ring_money_times (estimate->total, (gint64) (deposit * 100 + 0.5), 10000),
                estimate->currency);
  ring_edit_set_record (edit, next);
}

static void
set_days (RingEdit *edit, RingRates *rates, gint64 now_ms)
{
  const RingDrawing *drawing = ring_edit_get_result (edit);
  double days = ring_estimate_get_term (drawing, rates, "days");
  g_autofree char *today = ring_day_of (now_ms);
  g_autofree char *until = ring_day_of (now_ms + (gint64) days * 86400000);
  g_autoptr (RingRecord) next
      = ring_record_ref (ring_drawing_find_record (drawing, RING_RECORD_ESTIMATE, NULL));

  ring_record_set (&next, "quoted", today);
  ring_record_set (&next, "until", until);
  ring_edit_set_record (edit, next);
}

RingEdit *
ring_estimate_quote (RingDesign *design, RingRates *rates, gint64 now_ms, GError **error)
{
  RingDrawing *drawing = ring_design_get_drawing (design);
  g_autoptr (RingEstimate) estimate = ring_estimate_new (drawing, rates, NULL, now_ms);
  RingEdit *edit;

  if (!ring_estimate_is_complete (estimate))
    {
      g_set_error_literal (error, RING_ERROR, RING_ERROR_INVALID,
                           _ ("There is no quote yet: a line of the estimate has no price. Enter it "
                              "under Prices."));
      return NULL;
    }
  edit = ring_edit_new (drawing, _ ("Quote"));
  ring_estimate_keep (design, edit, rates);
  set_quote (edit, rates, estimate);
  set_days (edit, rates, now_ms);
  return edit;
}
