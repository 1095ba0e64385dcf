/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a design is reckoned with: its own prices and terms or the shop's, its alternatives, and which of its
 * stones count. */
#include "ring-estimate.h"

#include "ring-number.h"

const RingRecord *
ring_estimate_find_own (const RingDrawing *drawing, const char *name)
{
  g_autoptr (GPtrArray) rates = ring_drawing_list_records (drawing, RING_RECORD_RATE);

  for (guint i = 0; i < rates->len; i++)
    if (g_strcmp0 (ring_record_get (rates->pdata[i], "of"), name) == 0)
      return rates->pdata[i];
  return NULL;
}

gboolean
ring_estimate_find_rate (
    const RingDrawing *drawing, RingRates *rates, const char *name, RingRate *rate, gboolean *own)
{
  const RingRecord *record = ring_estimate_find_own (drawing, name);

  if (own != NULL)
    *own = record != NULL;
  if (record == NULL)
    return ring_rates_find (rates, name, rate);
  *rate = (RingRate){ ring_record_get_or (record, "value", ""),
                      ring_record_get_or (record, "currency", ""),
                      ring_record_get_or (record, "day", "") };
  return TRUE;
}

double
ring_estimate_get_term (const RingDrawing *drawing, RingRates *rates, const char *name)
{
  const RingRecord *estimate = ring_drawing_find_record (drawing, RING_RECORD_ESTIMATE, NULL);
  const RingTerm *term = ring_term_find (name);
  double value = 0;
  RingRate rate;

  g_return_val_if_fail (term != NULL, 0);
  if (ring_record_get_number (estimate, name, &value) && value >= 0 && value <= term->most)
    return value;
  if (ring_rates_find (rates, name, &rate) && ring_number_parse (rate.value, &value) && value >= 0
      && value <= term->most)
    return value;
  ring_number_parse (term->usual, &value);
  return value;
}

static gboolean
is_pinned (const RingDrawing *drawing, const char *id)
{
  for (guint v = 0; v < ring_drawing_get_n_views (drawing); v++)
    {
      const RingView *view = ring_drawing_get_view (drawing, v);

      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        {
          const RingLayer *layer = ring_view_get_layer (view, l);
          RingSequenceIter iter;
          const RingItem *item;

          ring_sequence_iter_init (&iter, ring_layer_get_items (layer), NULL);
          while ((item = ring_sequence_iter_next (&iter)) != NULL)
            {
              const RingNote *note = ring_item_get_note (item);

              if (note != NULL && g_strcmp0 (note->stone, id) == 0)
                return TRUE;
            }
        }
    }
  return FALSE;
}

static gboolean
is_drawn (const RingDrawing *drawing, const char *id)
{
  g_autoptr (GPtrArray) gems = ring_drawing_list_records (drawing, RING_RECORD_GEM);

  for (guint i = 0; i < gems->len; i++)
    if (g_strcmp0 (ring_record_get (gems->pdata[i], "stone"), id) == 0)
      return TRUE;
  return FALSE;
}

gboolean
ring_estimate_is_instead (const RingDrawing *drawing, const RingRecord *stone)
{
  g_autoptr (GPtrArray) list = ring_estimate_alternatives (drawing);

  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (ring_record_get (list->pdata[i], "instead"), ring_record_get_id (stone)) == 0)
      return TRUE;
  return FALSE;
}

gboolean
ring_estimate_has_stone (const RingDrawing *drawing, const RingRecord *stone)
{
  const char *id = ring_record_get_id (stone);

  return g_strcmp0 (ring_record_get (stone, "status"), "returned") != 0
         && !ring_estimate_is_instead (drawing, stone) && (is_drawn (drawing, id) || is_pinned (drawing, id));
}

GPtrArray *
ring_estimate_alternatives (const RingDrawing *drawing)
{
  GPtrArray *list = ring_drawing_list_records (drawing, RING_RECORD_ALTERNATIVE);

  g_ptr_array_set_size (list, (int) MIN (list->len, RING_ESTIMATE_ALTERNATIVES));
  return list;
}
