/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-restored.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-edit-text.h"
#include "ring-error.h"
#include "ring-random.h"
#include "ring-svg.h"

void
ring_restored_free (RingRestored *restored)
{
  if (restored == NULL)
    return;
  ring_drawing_unref (restored->drawing);
  ring_history_free (restored->history);
  ring_journal_file_clear (&restored->file);
  g_clear_pointer (&restored->bytes, g_bytes_unref);
  g_clear_pointer (&restored->report, ring_load_report_free);
  ring_edit_unref (restored->draft);
  g_free (restored);
}

static RingEditText *
read_text (GBytes *data, GHashTable *photos, GError **error)
{
  gsize n;
  const char *text = g_bytes_get_data (data, &n);

  return ring_edit_text_read (text != NULL ? text : "", n, photos, error);
}

static void
set_drawing (RingRestored *self, RingDrawing *taken)
{
  ring_drawing_unref (self->drawing);
  self->drawing = taken;
}

/* Steps from before the base are only tried when all are there: see fit(). */
static gboolean
add_old_step (RingHistory *history, GBytes *data, GHashTable *photos)
{
  g_autoptr (RingEditText) text = read_text (data, photos, NULL);

  if (text == NULL)
    return FALSE;
  ring_history_add (history, ring_edit_text_build_loose (text), FALSE);
  return TRUE;
}

/* Leaves out what does not fit DRAWING, from the first such step outwards. */
static void
fit (RingHistory *history, const RingDrawing *drawing)
{
  guint first = ring_history_get_position (history);
  guint end = first;
  RingDrawing *state = ring_drawing_ref (drawing);
  RingDrawing *next;

  for (; first > 0; first--)
    {
      next = ring_edit_try_apply (ring_history_get (history, first - 1), state, TRUE);
      if (next == NULL)
        break;
      ring_drawing_unref (state);
      state = next;
    }
  ring_drawing_unref (state);
  state = ring_drawing_ref (drawing);
  for (; end < ring_history_get_n (history); end++)
    {
      next = ring_edit_try_apply (ring_history_get (history, end), state, FALSE);
      if (next == NULL)
        break;
      ring_drawing_unref (state);
      state = next;
    }
  ring_drawing_unref (state);
  ring_history_trim (history, first, end);
}

static gboolean
take_base (RingRestored *self, GBytes *data, GError **error)
{
  const char *text;
  gsize n;

  if (!ring_journal_file_from_data (data, &self->file, &self->bytes, error))
    return FALSE;
  self->report = ring_load_report_new ();
  text = g_bytes_get_data (self->bytes, &n);
  self->drawing = ring_svg_read (text != NULL ? text : "", n, self->report, error);
  /* A design without a file, or one that had gone on from its file, is written out only here. */
  if (!self->file.clean || self->file.uri[0] == '\0')
    g_clear_pointer (&self->bytes, g_bytes_unref);
  return self->drawing != NULL;
}

static gboolean
take_edit (RingRestored *self, GBytes *data, GHashTable *photos, gboolean merged, GError **error)
{
  g_autoptr (RingEditText) text = read_text (data, photos, error);
  RingEdit *edit;

  if (text == NULL)
    return FALSE;
  edit = ring_edit_text_build (text, self->drawing, error);
  if (edit == NULL)
    return FALSE;
  set_drawing (self, ring_drawing_ref (ring_edit_get_result (edit)));
  ring_history_add (self->history, edit, merged);
  return TRUE;
}

static gboolean
take_step (RingRestored *self, gboolean back, GError **error)
{
  RingEdit *edit = back ? ring_history_back (self->history) : ring_history_forward (self->history);
  RingDrawing *next = edit != NULL ? ring_edit_try_apply (edit, self->drawing, back) : NULL;

  if (next == NULL)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_FORMAT,
                   _("A step of the journal does not fit the design."));
      return FALSE;
    }
  set_drawing (self, next);
  return TRUE;
}

static gboolean
take_saved (RingRestored *self, GBytes *data, GError **error)
{
  RingJournalFile file;

  if (!ring_journal_file_from_data (data, &file, NULL, error))
    return FALSE;
  ring_journal_file_clear (&self->file);
  self->file = file;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  if (file.clean)
    ring_history_mark_saved (self->history);
  else
    ring_history_forget_saved (self->history);
  return TRUE;
}

/* What stood before the base is complete with the first record of another kind. */
typedef struct
{
  RingRestored *self;
  GHashTable *photos; /* those that the journal has told so far */
  guint n_undone;
  gboolean settled;
  GBytes *draft;
} Replay;

static void
settle (Replay *replay)
{
  RingRestored *self = replay->self;

  if (replay->settled)
    return;
  replay->settled = TRUE;
  for (; replay->n_undone > 0; replay->n_undone--)
    ring_history_back (self->history);
  fit (self->history, self->drawing);
  if (self->file.clean)
    ring_history_mark_saved (self->history);
  else
    ring_history_forget_saved (self->history);
}

static gboolean
take (Replay *replay, RingJournalRecord *record, GError **error)
{
  RingRestored *self = replay->self;

  if (record->kind == RING_JOURNAL_DONE || record->kind == RING_JOURNAL_UNDONE)
    {
      replay->n_undone += record->kind == RING_JOURNAL_UNDONE;
      return add_old_step (self->history, record->data, replay->photos);
    }
  settle (replay);
  g_clear_pointer (&replay->draft, g_bytes_unref);
  switch (record->kind)
    {
    case RING_JOURNAL_EDIT:
      return take_edit (self, record->data, replay->photos, FALSE, error);
    case RING_JOURNAL_MERGED:
      return take_edit (self, record->data, replay->photos, TRUE, error);
    case RING_JOURNAL_UNDO:
      return take_step (self, TRUE, error);
    case RING_JOURNAL_REDO:
      return take_step (self, FALSE, error);
    case RING_JOURNAL_SAVED:
      return take_saved (self, record->data, error);
    case RING_JOURNAL_DRAFT:
      if (g_bytes_get_size (record->data) > 0)
        replay->draft = g_bytes_ref (record->data);
      return TRUE;
    case RING_JOURNAL_BASE:
    case RING_JOURNAL_DONE:
    case RING_JOURNAL_UNDONE:
    default:
      g_set_error (error, RING_ERROR, RING_ERROR_FORMAT, _("A step of the journal is damaged."));
      return FALSE;
    }
}

/* A drafted stroke has neither an id nor an outline of its own. */
static RingItem *
finish_item (const RingItem *item, const RingDrawing *drawing, RingRandom *random)
{
  const RingStroke *draft = ring_item_get_stroke (item);
  g_autofree char *id = NULL;
  RingStroke stroke;

  do
    {
      g_free (id);
      id = ring_random_id (random, ring_item_kind_letter (ring_item_get_kind (item)));
    }
  while (ring_drawing_find_item (drawing, id, NULL, NULL) != NULL);
  if (draft == NULL || draft->samples == NULL)
    return ring_item_with_id (item, id);
  stroke = *draft;
  /* The picture follows from the samples when it is looked at. */
  stroke.picture = NULL;
  return ring_item_new_stroke (id, &stroke);
}

typedef struct
{
  RingEdit *edit;
  RingRandom random;
} Finish;

static void
finish_change_cb (const RingChange *change, gpointer data)
{
  Finish *finish = data;
  RingDrawing *state = ring_edit_get_result (finish->edit);
  g_autoptr (RingItem) item = NULL;
  RingChange finished = *change;

  if (change->new_item != NULL && change->old_item == NULL)
    finished.new_item = item = finish_item (change->new_item, state, &finish->random);
  ring_edit_add (finish->edit, &finished);
}

/* The stroke that was in hand becomes a step like another. */
static void
take_draft (RingRestored *self, GBytes *data, GHashTable *photos)
{
  g_autoptr (RingEditText) text = read_text (data, photos, NULL);
  g_autoptr (RingEdit) draft
    = text != NULL ? ring_edit_text_build (text, self->drawing, NULL) : NULL;
  Finish finish;
  RingEdit *edit;

  if (draft == NULL)
    return;
  ring_random_init (&finish.random);
  finish.edit = edit = ring_edit_new (self->drawing, ring_edit_get_label (draft));
  ring_edit_foreach (draft, finish_change_cb, &finish);
  self->draft = ring_edit_ref (edit);
  set_drawing (self, ring_drawing_ref (ring_edit_get_result (edit)));
  ring_history_add (self->history, edit, FALSE);
}

RingRestored *
ring_restored_read (RingJournal *journal, GError **error)
{
  g_autoptr (RingRestored) self = g_new0 (RingRestored, 1);
  Replay replay = { .self = self };
  RingJournalRecord record;

  self->history = ring_history_new ();
  if (!ring_journal_next (journal, &record))
    {
      g_set_error (error, RING_ERROR, RING_ERROR_FORMAT, _("The journal is empty."));
      return NULL;
    }
  if (record.kind != RING_JOURNAL_BASE || !take_base (self, record.data, error))
    {
      g_bytes_unref (record.data);
      if (error != NULL && *error == NULL)
        g_set_error (error, RING_ERROR, RING_ERROR_FORMAT, _("The journal has no base."));
      return NULL;
    }
  g_bytes_unref (record.data);
  replay.photos = ring_edit_text_photos_new (self->drawing);
  while (!self->broken && ring_journal_next (journal, &record))
    {
      self->broken = !take (&replay, &record, NULL);
      g_bytes_unref (record.data);
    }
  settle (&replay);
  if (replay.draft != NULL)
    take_draft (self, replay.draft, replay.photos);
  g_clear_pointer (&replay.draft, g_bytes_unref);
  g_hash_table_unref (replay.photos);
  return g_steal_pointer (&self);
}

gboolean
ring_restored_is_unsaved (const RingRestored *restored)
{
  return !ring_history_is_saved (restored->history);
}

gboolean
ring_restored_read_file (const char *path, RingJournalFile *file, gboolean *settled)
{
  g_autoptr (RingJournal) journal = ring_journal_open_to_read (path, NULL);
  RingJournalRecord record;
  gboolean ok = FALSE;
  gboolean clean = FALSE;

  memset (file, 0, sizeof *file);
  while (journal != NULL && ring_journal_next (journal, &record))
    {
      if (record.kind == RING_JOURNAL_BASE || record.kind == RING_JOURNAL_SAVED)
        {
          ring_journal_file_clear (file);
          ok = ring_journal_file_from_data (record.data, file, NULL, NULL);
          clean = ok && file->clean;
        }
      else if (record.kind != RING_JOURNAL_DONE && record.kind != RING_JOURNAL_UNDONE
               && (record.kind != RING_JOURNAL_DRAFT || g_bytes_get_size (record.data) > 0))
        clean = FALSE;
      g_bytes_unref (record.data);
    }
  if (settled != NULL)
    *settled = clean;
  return ok;
}

RingHistory *
ring_history_store_read (const char *folder, const char *sha256, const RingDrawing *drawing)
{
  g_autofree char *name = g_strconcat (sha256, RING_JOURNAL_SUFFIX, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (RingJournal) journal = ring_journal_open_to_read (path, NULL);
  g_autoptr (RingHistory) history = NULL;
  g_autoptr (GHashTable) photos = NULL;
  RingJournalRecord record;
  guint n_undone = 0;

  if (journal == NULL)
    return NULL;
  history = ring_history_new ();
  photos = ring_edit_text_photos_new (drawing);
  while (ring_journal_next (journal, &record))
    {
      if (record.kind == RING_JOURNAL_DONE || record.kind == RING_JOURNAL_UNDONE)
        {
          n_undone += record.kind == RING_JOURNAL_UNDONE;
          add_old_step (history, record.data, photos);
        }
      g_bytes_unref (record.data);
    }
  for (; n_undone > 0; n_undone--)
    ring_history_back (history);
  fit (history, drawing);
  ring_history_mark_saved (history);
  return ring_history_get_n (history) > 0 ? g_steal_pointer (&history) : NULL;
}
