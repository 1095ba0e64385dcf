/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-take-in.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-clock.h"
#include "ring-custody.h"
#include "ring-day.h"
#include "ring-photo-list.h"
#include "ring-provenance.h"

static const RingStoneValue stone_risks[] = {
  { "unsetting", N_ ("Taking out and setting"),
    N_ ("A stone can chip or break while it is taken out of its setting, or set.") },
  { "hidden", N_ ("Hidden flaws"),
    N_ ("Cracks and inclusions that cannot be seen while it is set can show, or grow.") },
  { "heat", N_ ("Heat"),
    N_ ("Heat at the bench can change a stone’s colour, or undo a treatment that nobody knows of.") },
  { "treatment", N_ ("Oil and fillings"),
    N_ ("Cleaning can take oil, wax or filling out of a stone, and show what they hid.") },
  { "weight", N_ ("Weight lost in re-cutting"),
    N_ ("Re-cutting and repair take weight; how much can only be estimated.") },
  { "report", N_ ("Report becomes void"),
    N_ ("A laboratory’s report describes the stone as it was: once cut anew it needs another.") },
  { "antique", N_ ("Antique value"),
    N_ ("A stone of an old cut that is cut anew loses what it was worth as such.") },
};

static const RingStoneValue metal_risks[] = {
  { "melting", N_ ("Cannot be undone"), N_ ("What is melted cannot be made again.") },
  { "loss", N_ ("Loss in melting"),
    N_ ("Melting, refining and work take a part of the weight.") },
  { "mix", N_ ("Fineness of the mix"),
    N_ ("Pieces that are melted together come out at the fineness of their mix.") },
  { "solder", N_ ("Solder and old repairs"),
    N_ ("Solder and old repairs can make the metal brittle or porous; then it is refined or "
        "replaced.") },
  { "marks", N_ ("Old marks"), N_ ("Old hallmarks and engravings are lost.") },
};

static const RingStoneValue uses[] = {
  { "used", N_ ("Used in the ring") },
  { "credited", N_ ("Credited") },
};

const RingStoneValue *
ring_take_in_risks (gboolean metal, guint *n)
{
  *n = metal ? G_N_ELEMENTS (metal_risks) : G_N_ELEMENTS (stone_risks);
  return metal ? metal_risks : stone_risks;
}

const RingStoneValue *
ring_take_in_uses (guint *n)
{
  *n = G_N_ELEMENTS (uses);
  return uses;
}

gboolean
ring_take_in_is_one (const RingRecord *record)
{
  return record != NULL && g_str_equal (ring_record_get_kind (record), RING_RECORD_TAKE_IN);
}

gboolean
ring_take_in_is_metal (const RingRecord *record)
{
  return ring_take_in_is_one (record) && ring_record_get (record, "stone") == NULL;
}

gboolean
ring_take_in_has_risk (const RingRecord *record, const char *risk)
{
  g_auto (GStrv) words = g_strsplit (ring_record_get_or (record, "risks", ""), " ", -1);

  return g_strv_contains ((const char *const *) words, risk);
}

/* In the order of the list, with what another program wrote behind them. */
RingRecord *
ring_take_in_with_risk (const RingRecord *record, const char *risk, gboolean accepted)
{
  g_auto (GStrv) words = g_strsplit (ring_record_get_or (record, "risks", ""), " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n;
  const RingStoneValue *risks = ring_take_in_risks (ring_take_in_is_metal (record), &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (risks[i].value, risk) ? accepted
                                           : ring_take_in_has_risk (record, risks[i].value))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", risks[i].value);
  for (guint w = 0; words[w] != NULL; w++)
    {
      gboolean known = words[w][0] == '\0';

      for (guint i = 0; i < n; i++)
        known |= g_str_equal (risks[i].value, words[w]);
      if (!known)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[w]);
    }
  return ring_record_with (record, "risks", text->str);
}

gboolean
ring_take_in_get_fine (const RingRecord *record, double *grams)
{
  double weight = ring_record_get_between (record, "weight", 0.01, RING_TAKE_IN_MOST_GRAMS, 0);
  double fineness = ring_record_get_between (record, "fineness", 1, 1000, 0);

  *grams = weight * fineness / 1000;
  return *grams > 0;
}

/* The words are judged as a name of the stone would be. */
gboolean
ring_take_in_may_print (const RingRecord *stone, const char *text, gint64 now_ms, char **reason)
{
  g_autoptr (RingRecord) named = NULL;
  g_autoptr (GPtrArray) held = NULL;

  if (stone == NULL || text == NULL)
    return TRUE;
  named = ring_record_with (stone, "name", text);
  held = ring_provenance_held (named, now_ms);
  for (guint i = 0; i < held->len; i++)
    {
      const RingWording *wording = held->pdata[i];

      if (!g_str_equal (wording->about, "name"))
        continue;
      if (reason != NULL)
        *reason = g_strdup (wording->text);
      return FALSE;
    }
  return TRUE;
}

const RingRecord *
ring_take_in_find (const RingDrawing *drawing, const char *stone_id)
{
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);

      if (ring_take_in_is_one (record) && !ring_take_in_is_metal (record)
          && g_strcmp0 (ring_record_get (record, "stone"), stone_id) == 0)
        return record;
    }
  return NULL;
}

GPtrArray *
ring_take_in_list (const RingDrawing *drawing, gboolean metal_only)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);

      if (metal_only ? ring_take_in_is_metal (record) : ring_take_in_is_one (record))
        g_ptr_array_add (list, (gpointer) record);
    }
  return list;
}

RingDrawing *
ring_take_in_only (const RingDrawing *drawing, const char *id)
{
  g_autoptr (GPtrArray) list = ring_take_in_list (drawing, FALSE);
  g_autoptr (RingEdit) edit = ring_edit_new (drawing, "");

  for (guint i = 0; i < list->len; i++)
    if (!g_str_equal (ring_record_get_id (list->pdata[i]), id))
      ring_edit_remove_record (edit, RING_RECORD_TAKE_IN, ring_record_get_id (list->pdata[i]));
  return ring_drawing_ref (ring_edit_get_result (edit));
}

/* Its custody begins, unless it has begun. */
static void
log_received (RingEdit *edit, RingDesign *design, const RingRecord *stone, const char *from)
{
  const char *id = ring_record_get_id (stone);
  g_autoptr (GArray) log = ring_custody_list (ring_edit_get_result (edit), id);
  g_autofree char *line_id = ring_design_new_id (design, 'u');
  g_autofree char *carat = ring_stone_format_carat (stone);
  g_autoptr (RingRecord) line
      = log->len == 0 ? ring_custody_new (line_id, id, "received", from != NULL ? from : "",
                                          carat != NULL ? carat : "", ring_clock_now_ms (), NULL)
                      : NULL;

  if (line != NULL)
    ring_edit_set_record (edit, line);
}

RingEdit *
ring_take_in_begin (RingDesign *design, const char *stone_id)
{
  RingDrawing *drawing = ring_design_get_drawing (design);
  RingEdit *edit = ring_edit_new (drawing, _ ("Take In"));
  g_autofree char *id = ring_design_new_id (design, 'a');
  g_autofree char *today = ring_day_of (ring_clock_now_ms ());
  g_autoptr (RingRecord) record = ring_record_new (RING_RECORD_TAKE_IN, id);
  const RingRecord *commission = ring_drawing_find_record (drawing, RING_RECORD_COMMISSION, NULL);
  const char *from = ring_record_get (commission, "client");
  const RingRecord *stone = ring_drawing_find_record (drawing, RING_RECORD_STONE, stone_id);

  ring_record_set (&record, "stone", stone_id);
  ring_record_set (&record, "at", today);
  ring_record_set (&record, "from", from);
  ring_edit_set_record (edit, record);
  if (stone_id == NULL || stone == NULL)
    return edit;
  if (ring_record_get (stone, "status") == NULL)
    {
      g_autoptr (RingRecord) own = ring_record_with (stone, "status", "own");

      ring_edit_set_record (edit, own);
    }
  log_received (edit, design, stone, from);
  return edit;
}

RingEdit *
ring_take_in_remove (RingDesign *design, const char *id)
{
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), _ ("Remove"));

  ring_photo_list_clear (edit, id);
  ring_edit_remove_record (edit, RING_RECORD_TAKE_IN, id);
  return edit;
}

void
ring_take_in_clear (RingEdit *edit, const char *stone_id)
{
  const RingRecord *record;

  while ((record = ring_take_in_find (ring_edit_get_result (edit), stone_id)) != NULL)
    ring_edit_remove_record (edit, RING_RECORD_TAKE_IN, ring_record_get_id (record));
}
