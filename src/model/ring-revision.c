/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-revision.h"

#include <glib/gi18n-lib.h>

#include "ring-clock.h"
#include "ring-drawing-private.h"
#include "ring-error.h"
#include "ring-text.h"

/* ----------------------------------------------------------------- looking */

GPtrArray *
ring_revision_list (const RingDrawing *drawing)
{
  GPtrArray *list = ring_drawing_list_records (drawing, RING_RECORD_REVISION);

  for (guint i = list->len; i > 0; i--)
    if (ring_drawing_get_state (drawing, ring_record_get_id (list->pdata[i - 1])) == NULL)
      g_ptr_array_remove_index (list, i - 1);
  return list;
}

const RingRecord *
ring_revision_find (const RingDrawing *drawing, const char *name)
{
  g_autoptr (GPtrArray) list = ring_revision_list (drawing);

  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (ring_record_get_id (list->pdata[i]), name))
      return list->pdata[i];
  for (guint i = list->len; i > 0; i--)
    if (g_str_equal (ring_revision_get_name (list->pdata[i - 1]), name))
      return list->pdata[i - 1];
  return NULL;
}

const char *
ring_revision_get_name (const RingRecord *revision)
{
  return ring_record_get_or (revision, "name", ring_record_get_id (revision));
}

RingDrawing *
ring_revision_open (const RingDrawing *drawing, const char *id)
{
  const RingDrawing *state = ring_drawing_get_state (drawing, id);

  return state != NULL ? _ring_drawing_put (drawing, state, FALSE) : NULL;
}

/* --------------------------------------------------------------- comparing */

static gboolean
is_same_layer (const RingLayer *a, const RingLayer *b)
{
  const RingSequence *items = ring_layer_get_items (a);
  const RingSequence *others = ring_layer_get_items (b);
  RingSequenceIter iter, other;
  const RingItem *item;

  if (!g_str_equal (ring_layer_get_head (a)->id, ring_layer_get_head (b)->id)
      || !ring_layer_head_is_same (ring_layer_get_head (a), ring_layer_get_head (b))
      || ring_sequence_get_length (items) != ring_sequence_get_length (others))
    return FALSE;
  if (items == others)
    return TRUE;
  ring_sequence_iter_init (&iter, items, NULL);
  ring_sequence_iter_init (&other, others, NULL);
  while ((item = ring_sequence_iter_next (&iter)) != NULL)
    if (!ring_item_equal (item, ring_sequence_iter_next (&other)))
      return FALSE;
  return TRUE;
}

static gboolean
is_same_view (const RingView *a, const RingView *b)
{
  const RingViewHead *h = ring_view_get_head (a);
  const RingViewHead *k = ring_view_get_head (b);

  if (a == b)
    return TRUE;
  if (!g_str_equal (h->id, k->id) || !ring_view_head_is_same (h, k)
      || ring_view_get_n_layers (a) != ring_view_get_n_layers (b))
    return FALSE;
  for (guint i = 0; i < ring_view_get_n_layers (a); i++)
    if (!is_same_layer (ring_view_get_layer (a, i), ring_view_get_layer (b, i)))
      return FALSE;
  return TRUE;
}

static GPtrArray *
list_revised (const RingDrawing *drawing)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);

      if (ring_record_is_revised (ring_record_get_kind (record)))
        g_ptr_array_add (list, (gpointer) record);
    }
  return list;
}

gboolean
ring_revision_is_same (const RingDrawing *a, const RingDrawing *b)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) others = NULL;

  if (ring_drawing_get_n_views (a) != ring_drawing_get_n_views (b))
    return FALSE;
  records = list_revised (a);
  others = list_revised (b);
  if (records->len != others->len)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!ring_record_equal (records->pdata[i], others->pdata[i]))
      return FALSE;
  for (guint v = 0; v < ring_drawing_get_n_views (a); v++)
    if (!is_same_view (ring_drawing_get_view (a, v), ring_drawing_get_view (b, v)))
      return FALSE;
  return TRUE;
}

const RingRecord *
ring_revision_find_present (const RingDrawing *drawing)
{
  g_autoptr (GPtrArray) list = ring_revision_list (drawing);

  for (guint i = list->len; i > 0; i--)
    {
      const RingRecord *record = list->pdata[i - 1];

      if (ring_revision_is_same (drawing,
                                 ring_drawing_get_state (drawing, ring_record_get_id (record))))
        return record;
    }
  return NULL;
}

const char *
ring_revision_get_base (const RingDrawing *drawing)
{
  return ring_record_get (ring_drawing_find_record (drawing, RING_RECORD_BRANCH, NULL), "from");
}

/* Letters as of columns, until one that is free. */
char *
ring_revision_next_name (const RingDrawing *drawing)
{
  for (guint n = 0;; n++)
    {
      g_autoptr (GString) name = g_string_new (NULL);

      for (guint rest = n + 1; rest > 0; rest = (rest - 1) / 26)
        g_string_prepend_c (name, (char) ('A' + (rest - 1) % 26));
      if (ring_revision_find (drawing, name->str) == NULL)
        return g_string_free (g_steal_pointer (&name), FALSE);
    }
}

char *
ring_revision_format_used (const RingDrawing *drawing)
{
  const RingRecord *commission = ring_drawing_find_record (drawing, RING_RECORD_COMMISSION, NULL);
  g_autoptr (GPtrArray) list = ring_revision_list (drawing);
  guint used = list->len > 0 ? list->len - 1 : 0;
  double included;

  if (!ring_record_get_number (commission, "revisions", &included) || included < 0
      || included > RING_REVISION_MOST)
    return NULL;
  /* Translators: of the revisions that a price includes, how many are used, and how many there are. */
  return g_strdup_printf (_("%u used of %u that are included"), used, (guint) included);
}

/* ------------------------------------------------------------------- steps */

static void
set_branch (RingEdit *edit, const char *from)
{
  g_autoptr (RingRecord) branch = ring_record_new (RING_RECORD_BRANCH, NULL);

  ring_record_set (&branch, "from", from);
  ring_edit_set_record (edit, branch);
}

static RingRecord *
with_words (const RingRecord *base, const char *name, const char *note)
{
  g_autofree char *short_name = ring_text_clean (name, RING_REVISION_NAME_CHARS);
  g_autofree char *short_note = ring_text_clean (note, RING_REVISION_NOTE_CHARS);
  RingRecord *record = ring_record_with (base, "name", short_name);

  ring_record_set (&record, "note", short_note);
  return record;
}

/* The present of EDIT as the revision ID. */
static gboolean
keep (RingEdit *edit, const RingDrawing *drawing, const char *id, const char *name,
      const char *note, GError **error)
{
  g_autoptr (GPtrArray) list = ring_revision_list (drawing);
  g_autofree char *usual = ring_revision_next_name (drawing);
  g_autofree char *at = ring_clock_format (ring_clock_now_ms ());
  g_autoptr (RingRecord) empty = ring_record_new (RING_RECORD_REVISION, id);
  RingRecord *record;

  if (list->len >= RING_REVISION_MOST)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_LIMIT,
                   _("A design keeps %d revisions, and all of them are taken. Save a copy of it "
                     "under another name and go on there."),
                   RING_REVISION_MOST);
      return FALSE;
    }
  record = with_words (empty, name != NULL && name[0] != '\0' ? name : usual, note);
  ring_record_set (&record, "at", at);
  ring_record_set (&record, "from", ring_revision_get_base (drawing));
  ring_edit_set_record (edit, record);
  ring_edit_keep (edit, id);
  ring_record_unref (record);
  return TRUE;
}

RingEdit *
ring_revision_keep (RingDesign *design, const char *name, const char *note, GError **error)
{
  g_autofree char *id = NULL;

  return ring_revision_keep_as (design, name, note, _("Keep Revision"), &id, error);
}

RingEdit *
ring_revision_keep_as (RingDesign *design,
                       const char *name,
                       const char *note,
                       const char *label,
                       char **id,
                       GError **error)
{
  const RingDrawing *drawing = ring_design_get_drawing (design);
  const RingRecord *there = ring_revision_find_present (drawing);
  g_autoptr (RingEdit) edit = NULL;
  g_autofree char *fresh = NULL;

  if (there != NULL)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_INVALID,
                   _("Nothing has changed since “%s”, which is kept already."),
                   ring_revision_get_name (there));
      return NULL;
    }
  fresh = ring_design_new_id (design, 'k');
  edit = ring_edit_new (drawing, label);
  if (!keep (edit, drawing, fresh, name, note, error))
    return NULL;
  set_branch (edit, fresh);
  *id = g_steal_pointer (&fresh);
  return g_steal_pointer (&edit);
}

RingEdit *
ring_revision_annotate (RingDesign *design, const char *id, const char *name, const char *note)
{
  const RingDrawing *drawing = ring_design_get_drawing (design);
  const RingRecord *old = ring_drawing_find_record (drawing, RING_RECORD_REVISION, id);
  g_autoptr (RingEdit) edit = NULL;
  g_autoptr (RingRecord) record = NULL;

  if (old == NULL)
    return NULL;
  record = with_words (old, name, note);
  if (ring_record_equal (old, record))
    return NULL;
  edit = ring_edit_new (drawing, _("Name Revision"));
  ring_edit_set_record (edit, record);
  return g_steal_pointer (&edit);
}

RingEdit *
ring_revision_put_back (RingDesign *design, const char *id, GError **error)
{
  const RingDrawing *drawing = ring_design_get_drawing (design);
  const RingRecord *revision = ring_revision_find (drawing, id);
  const RingRecord *there = ring_revision_find_present (drawing);
  g_autoptr (RingEdit) edit = ring_edit_new (drawing, _("Put Revision Back"));
  g_autofree char *from = NULL;

  if (revision == NULL)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_INVALID, _("The design has no revision “%s”."), id);
      return NULL;
    }
  if (there != NULL
      && ring_revision_is_same (drawing, ring_drawing_get_state (drawing, ring_record_get_id (revision))))
    {
      g_set_error (error, RING_ERROR, RING_ERROR_INVALID,
                   _("The drawing is “%s” already: nothing has changed since."),
                   ring_revision_get_name (revision));
      return NULL;
    }
  from = there != NULL ? g_strdup (ring_record_get_id (there)) : ring_design_new_id (design, 'k');
  if (there == NULL)
    {
      /* Translators: the name of the revision that is kept by itself before another is put back. */
      g_autofree char *name
          = g_strdup_printf (_("Before “%s” came back"), ring_revision_get_name (revision));

      if (!keep (edit, drawing, from, name, NULL, error))
        return NULL;
    }
  ring_edit_put (edit, from, ring_record_get_id (revision));
  set_branch (edit, ring_record_get_id (revision));
  return g_steal_pointer (&edit);
}
