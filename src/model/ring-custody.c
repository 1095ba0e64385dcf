/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-custody.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-carat.h"
#include "ring-clock.h"

static const RingStoneValue events[] = {
  { "received", N_ ("Received") },
  { "weighed", N_ ("Weighed") },
  { "sealed", N_ ("Sealed in its bag") },
  { "vault", N_ ("To the vault") },
  { "laboratory", N_ ("To the laboratory") },
  { "cutter", N_ ("To the cutter") },
  { "recut", N_ ("Back, re-cut") },
  { "setter", N_ ("To the setter") },
  { "back", N_ ("Back") },
  { "set", N_ ("Set") },
  { "checked", N_ ("Checked by loupe") },
  { "delivered", N_ ("Delivered") },
};

const RingStoneValue *
ring_custody_events (guint *n)
{
  *n = G_N_ELEMENTS (events);
  return events;
}

const char *
ring_custody_label (const RingRecord *record)
{
  const char *event = ring_record_get_or (record, "event", "");

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    if (g_str_equal (events[i].value, event))
      return _ (events[i].label);
  return event;
}

static gboolean
is_of (const RingRecord *record, const char *stone_id)
{
  return g_str_equal (ring_record_get_kind (record), RING_RECORD_CUSTODY)
         && g_strcmp0 (ring_record_get (record, "stone"), stone_id) == 0;
}

GArray *
ring_custody_list (const RingDrawing *drawing, const char *stone_id)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (RingCustody));
  double last = 0;
  gboolean cut = FALSE;

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      RingCustody line = { .record = ring_drawing_get_record (drawing, i) };

      if (!is_of (line.record, stone_id))
        continue;
      cut |= g_strcmp0 (ring_record_get (line.record, "event"), "recut") == 0;
      line.carat = ring_record_get_between (line.record, "carat", 0.005, RING_CARAT_MOST, 0);
      /* An estimate proves nothing. */
      if (line.carat > 0 && ring_stone_is_weighed (line.record))
        {
          line.change = last > 0 ? round ((line.carat - last) * 100) / 100 : 0;
          /* A cutter takes away and never adds. */
          line.flagged
              = fabs (line.change) > RING_CUSTODY_TOLERANCE + 1e-9 && !(cut && line.change < 0);
          last = line.carat;
          cut = FALSE;
        }
      g_array_append_val (list, line);
    }
  return list;
}

RingRecord *
ring_custody_new (const char *id,
                  const char *stone_id,
                  const char *event,
                  const char *who,
                  const char *carat,
                  gint64 now_ms,
                  GError **error)
{
  g_autoptr (RingRecord) nothing = ring_record_new (RING_RECORD_STONE, stone_id);
  g_autoptr (RingRecord) weighed = ring_stone_with_carat (nothing, carat, error);
  g_autofree char *at = ring_clock_format (now_ms);
  RingRecord *record;

  if (weighed == NULL)
    return NULL;
  record = ring_record_new (RING_RECORD_CUSTODY, id);
  ring_record_set (&record, "stone", stone_id);
  ring_record_set (&record, "event", event);
  ring_record_set (&record, "at", at);
  ring_record_set (&record, "who", who);
  ring_record_set (&record, "carat", ring_record_get (weighed, "carat"));
  ring_record_set (&record, "carat-measured", ring_record_get (weighed, "carat-measured"));
  return record;
}

void
ring_custody_remove (RingEdit *edit, const char *stone_id)
{
  g_autoptr (RingDrawing) drawing = ring_drawing_ref (ring_edit_get_result (edit));

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);

      if (is_of (record, stone_id))
        ring_edit_remove_record (edit, RING_RECORD_CUSTODY, ring_record_get_id (record));
    }
}
