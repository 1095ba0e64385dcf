/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-keeper-writer.h"

#include "ring-disk.h"
#include "ring-edit-text.h"
#include "ring-keeper.h"
#include "ring-svg-photos.h"
#include "ring-svg.h"

/* What is written is synced so much later at most: a hand that draws fast makes one sync of many
 * steps, and all is on the disk within a second. */
#define SYNC_AFTER_US (250 * 1000)

/* The steps that one history keeps, from the last on. */
#define HISTORY_BYTES (G_GINT64_CONSTANT (64) << 20)

typedef enum
{
  NOTE_BASE,
  NOTE_ADOPT,
  NOTE_LAY_ASIDE,
  NOTE_EDIT,
  NOTE_SAVED,
  NOTE_HISTORY,
  NOTE_FLUSH,
  NOTE_END,
} NoteKind;

typedef struct
{
  NoteKind kind;
  RingJournalKind record;
  RingJournalFile file;
  GBytes *bytes;
  RingDrawing *drawing;
  RingEdit *edit;
  GPtrArray *edits;
  guint position;
  RingJournal *journal;
  gboolean keep;
  gboolean *done; /* FLUSH: set under the lock */
} Note;

struct _RingKeeperWriter
{
  char *folder;
  void (*failed) (const char *message, gpointer data);
  gpointer data;
  GThread *thread;
  GAsyncQueue *queue;
  GMutex lock;
  GCond flushed;
  gboolean told;         /* under the lock: the last flush went well */
  GMainContext *context; /* of the main thread */
  GSource *telling;      /* under the lock: a message on its way to it */

  /* The thread's own. */
  RingJournal *journal;
  RingJournal *aside;  /* an earlier one, which goes when the next is on the disk */
  gboolean keep_aside; /* under another name */
  gboolean failing;
  gint64 unsynced_since; /* 0: all is synced */
  char **extra;
  GHashTable *offsets; /* of RingEdit: where in the journal its text stands */
  GHashTable *photos;  /* names of those that stand in the journal */
  GString *scratch;
};

static void
note_free (Note *note)
{
  ring_journal_file_clear (&note->file);
  g_clear_pointer (&note->bytes, g_bytes_unref);
  ring_drawing_unref (note->drawing);
  ring_edit_unref (note->edit);
  g_clear_pointer (&note->edits, g_ptr_array_unref);
  g_free (note);
}

/* ---------------------------------------------------------- in the thread */

typedef struct
{
  RingKeeperWriter *self;
  char *message;
} Tale;

static void
tale_free (gpointer data)
{
  Tale *tale = data;

  g_free (tale->message);
  g_free (tale);
}

static gboolean
tell_cb (gpointer data)
{
  Tale *tale = data;
  RingKeeperWriter *self = tale->self;

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->telling, g_source_unref);
  g_mutex_unlock (&self->lock);
  self->failed (tale->message, self->data);
  return G_SOURCE_REMOVE;
}

/* The newest message counts. */
static void
tell (RingKeeperWriter *self, const char *message)
{
  Tale *tale = g_new0 (Tale, 1);
  GSource *source = g_idle_source_new ();

  tale->self = self;
  tale->message = g_strdup (message);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_cb, tale, tale_free);
  g_mutex_lock (&self->lock);
  if (self->telling != NULL)
    {
      g_source_destroy (self->telling);
      g_source_unref (self->telling);
    }
  self->telling = source;
  g_source_attach (source, self->context);
  g_mutex_unlock (&self->lock);
}

/* What is there stays: it is whole up to the last record. */
static void
fail (RingKeeperWriter *self, const GError *error)
{
  if (self->failing)
    return;
  self->failing = TRUE;
  tell (self, error->message);
}

static void
sync_journal (RingKeeperWriter *self)
{
  g_autoptr (GError) error = NULL;

  if (self->unsynced_since == 0 || self->journal == NULL)
    return;
  self->unsynced_since = 0;
  if (!ring_journal_sync (self->journal, &error))
    fail (self, error);
}

static gboolean
append (RingKeeperWriter *self, RingJournalKind kind, const void *data, gsize n, goffset *offset)
{
  g_autoptr (GError) error = NULL;

  if (self->journal == NULL || self->failing)
    return FALSE;
  if (!ring_journal_append (self->journal, kind, data, n, offset, &error))
    {
      fail (self, error);
      return FALSE;
    }
  if (self->unsynced_since == 0)
    self->unsynced_since = g_get_monotonic_time ();
  return TRUE;
}

/* PHOTOS are the names of those that stand before the text. */
static const GString *
to_text (RingKeeperWriter *self, const RingEdit *edit, GHashTable *photos)
{
  g_string_truncate (self->scratch, 0);
  ring_edit_to_text (edit, (const char *const *) self->extra, photos, self->scratch);
  return self->scratch;
}

/* LIST, of RingPhoto, stands in the journal. */
static void
know_photos (GHashTable *photos, const GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    g_hash_table_add (photos, g_strdup (ring_photo_get_name (list->pdata[i])));
}

static GHashTable *
new_photos (const RingDrawing *drawing)
{
  GHashTable *photos = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) list = ring_svg_collect_all_photos (drawing, FALSE);

  know_photos (photos, list);
  return photos;
}

static void
set_photos (RingKeeperWriter *self, const RingDrawing *drawing)
{
  g_clear_pointer (&self->photos, g_hash_table_unref);
  self->photos = new_photos (drawing);
}

static void
write_edit (RingKeeperWriter *self, RingJournalKind kind, RingEdit *edit)
{
  const GString *text = edit != NULL ? to_text (self, edit, self->photos) : NULL;
  goffset offset;

  if (!append (self, kind, text != NULL ? text->str : NULL, text != NULL ? text->len : 0, &offset))
    return;
  /* A draft is not always read. */
  if (edit != NULL && kind != RING_JOURNAL_DRAFT)
    {
      g_autoptr (GPtrArray) list = ring_edit_list_photos (edit);

      know_photos (self->photos, list);
    }
  /* A step that was merged into the one before is another step. */
  if (kind == RING_JOURNAL_EDIT || kind == RING_JOURNAL_DONE || kind == RING_JOURNAL_UNDONE)
    g_hash_table_insert (self->offsets, ring_edit_ref (edit), GSIZE_TO_POINTER (offset));
}

static void
drop_aside (RingKeeperWriter *self)
{
  g_autofree char *path = NULL;

  if (self->aside == NULL)
    return;
  if (self->keep_aside)
    {
      path = g_strconcat (ring_journal_get_path (self->aside), ".unreadable", NULL);
      ring_journal_rename (self->aside, path, NULL);
      ring_journal_close (self->aside);
    }
  else
    ring_journal_remove (self->aside);
  self->aside = NULL;
  self->keep_aside = FALSE;
}

static void
run_base (RingKeeperWriter *self, Note *note)
{
  g_autofree char *folder = ring_keeper_journal_folder (self->folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) data = NULL;
  gboolean was_failing = self->failing;

  /* Where one is laid aside already, the one after it never became whole. */
  if (self->journal != NULL && self->aside != NULL)
    ring_journal_remove (g_steal_pointer (&self->journal));
  else if (self->journal != NULL)
    self->aside = g_steal_pointer (&self->journal);
  self->failing = FALSE;
  g_strfreev (self->extra);
  self->extra = g_strdupv ((char **) ring_drawing_get_extra (note->drawing));
  g_hash_table_remove_all (self->offsets);
  set_photos (self, note->drawing);
  self->journal = ring_journal_create (folder, &error);
  if (self->journal == NULL)
    {
      fail (self, error);
      return;
    }
  if (note->bytes == NULL)
    note->bytes = ring_svg_write (note->drawing, RING_WRITE_DESIGN);
  data = ring_journal_file_to_data (&note->file, note->bytes);
  append (self, RING_JOURNAL_BASE, g_bytes_get_data (data, NULL), g_bytes_get_size (data), NULL);
  for (guint i = 0; i < note->edits->len && !self->failing; i++)
    write_edit (self, i < note->position ? RING_JOURNAL_DONE : RING_JOURNAL_UNDONE,
                g_ptr_array_index (note->edits, i));
  if (self->aside != NULL)
    sync_journal (self);
  if (!self->failing)
    drop_aside (self);
  if (was_failing && !self->failing)
    tell (self, NULL);
}

/* The step as it already stands in the journal, or written anew; with photos, since others of them stand
 * before it here: PHOTOS. */
static gboolean
copy_step (RingKeeperWriter *self,
           RingJournal *to,
           RingJournalKind kind,
           RingEdit *edit,
           GHashTable *photos,
           GError **error)
{
  g_autoptr (GPtrArray) list = ring_edit_list_photos (edit);
  gpointer offset;
  const GString *text;

  if (list->len == 0 && g_hash_table_lookup_extended (self->offsets, edit, NULL, &offset))
    {
      g_autoptr (GBytes) data = ring_journal_read_at (self->journal, (goffset) GPOINTER_TO_SIZE (offset));

      if (data != NULL)
        return ring_journal_append (to, kind, g_bytes_get_data (data, NULL),
                                    g_bytes_get_size (data), NULL, error);
    }
  text = to_text (self, edit, photos);
  know_photos (photos, list);
  return ring_journal_append (to, kind, text->str, text->len, NULL, error);
}

/* From the present backwards as far as the room goes would need the texts first, so the room is
 * measured by what the steps took in the journal; others are few. */
static guint
first_to_keep (RingKeeperWriter *self, const Note *note)
{
  goffset end = self->journal != NULL ? ring_journal_get_length (self->journal) : 0;
  guint first = note->position;

  while (first > 0)
    {
      gpointer offset;

      if (g_hash_table_lookup_extended (self->offsets, g_ptr_array_index (note->edits, first - 1),
                                        NULL, &offset)
          && end - (goffset) GPOINTER_TO_SIZE (offset) > HISTORY_BYTES)
        break;
      first--;
    }
  return first;
}

/* It is no loss of work when this fails, only of undo, so nobody is told. */
static void
run_history (RingKeeperWriter *self, Note *note)
{
  g_autofree char *folder = ring_keeper_history_folder (self->folder);
  g_autofree char *name = g_strconcat (note->file.sha256, RING_JOURNAL_SUFFIX, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  RingJournal *journal = ring_journal_create (folder, NULL);
  g_autoptr (GBytes) data = ring_journal_file_to_data (&note->file, NULL);
  g_autoptr (GHashTable) photos = new_photos (note->drawing);
  gboolean ok = journal != NULL;

  ok = ok && ring_journal_append (journal, RING_JOURNAL_BASE, g_bytes_get_data (data, NULL),
                                  g_bytes_get_size (data), NULL, NULL);
  for (guint i = ok ? first_to_keep (self, note) : 0; ok && i < note->edits->len; i++)
    ok = copy_step (self, journal,
                    i < note->position ? RING_JOURNAL_DONE : RING_JOURNAL_UNDONE,
                    g_ptr_array_index (note->edits, i), photos, NULL);
  /* A name that lasts must not stand for bytes that do not. */
  ok = ok && ring_journal_sync (journal, NULL) && ring_journal_rename (journal, path, NULL);
  if (ok)
    ring_journal_close (journal);
  else if (journal != NULL)
    ring_journal_remove (journal);
}

static void
run_end (RingKeeperWriter *self, gboolean keep)
{
  sync_journal (self);
  /* While one is laid aside, the one after it never became whole. */
  if (self->journal != NULL && (!keep || self->aside != NULL))
    ring_journal_remove (self->journal);
  else
    ring_journal_close (self->journal);
  self->journal = NULL;
  if (!keep)
    drop_aside (self);
  g_clear_pointer (&self->aside, ring_journal_close);
}

static void
run_flush (RingKeeperWriter *self, Note *note)
{
  sync_journal (self);
  g_mutex_lock (&self->lock);
  self->told = !self->failing;
  *note->done = TRUE;
  g_cond_broadcast (&self->flushed);
  g_mutex_unlock (&self->lock);
}

static void
run (RingKeeperWriter *self, Note *note)
{
  g_autoptr (GBytes) data = NULL;

  switch (note->kind)
    {
    case NOTE_BASE: run_base (self, note); break;
    case NOTE_ADOPT:
      self->journal = note->journal;
      self->extra = g_strdupv ((char **) ring_drawing_get_extra (note->drawing));
      set_photos (self, note->drawing);
      break;
    case NOTE_LAY_ASIDE: self->keep_aside = TRUE; break;
    case NOTE_EDIT: write_edit (self, note->record, note->edit); break;
    case NOTE_SAVED:
      data = ring_journal_file_to_data (&note->file, NULL);
      append (self, RING_JOURNAL_SAVED, g_bytes_get_data (data, NULL), g_bytes_get_size (data), NULL);
      break;
    case NOTE_HISTORY: run_history (self, note); break;
    case NOTE_FLUSH: run_flush (self, note); break;
    case NOTE_END: run_end (self, note->keep); break;
    default: g_assert_not_reached ();
    }
}

static Note *
next_note (RingKeeperWriter *self)
{
  gint64 left;

  if (self->unsynced_since == 0)
    return g_async_queue_pop (self->queue);
  left = self->unsynced_since + SYNC_AFTER_US - g_get_monotonic_time ();
  return left > 0 ? g_async_queue_timeout_pop (self->queue, (guint64) left) : NULL;
}

static gpointer
thread_cb (gpointer data)
{
  RingKeeperWriter *self = data;
  gboolean ends = FALSE;

  while (!ends)
    {
      Note *note = next_note (self);

      if (note == NULL)
        {
          sync_journal (self);
          continue;
        }
      run (self, note);
      ends = note->kind == NOTE_END;
      note_free (note);
    }
  return NULL;
}

/* ------------------------------------------------------ in the main thread */

static Note *
new_note (NoteKind kind)
{
  Note *note = g_new0 (Note, 1);

  note->kind = kind;
  return note;
}

RingKeeperWriter *
ring_keeper_writer_new (const char *folder,
                        void (*failed) (const char *message, gpointer data),
                        gpointer data)
{
  RingKeeperWriter *self = g_new0 (RingKeeperWriter, 1);

  self->folder = g_strdup (folder);
  self->failed = failed;
  self->data = data;
  self->queue = g_async_queue_new ();
  g_mutex_init (&self->lock);
  g_cond_init (&self->flushed);
  self->context = g_main_context_ref_thread_default ();
  self->offsets
    = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) ring_edit_unref, NULL);
  self->scratch = g_string_new (NULL);
  self->thread = g_thread_new ("ring-journal", thread_cb, self);
  return self;
}

void
ring_keeper_writer_end (RingKeeperWriter *self, gboolean keep)
{
  Note *note = new_note (NOTE_END);

  note->keep = keep;
  g_async_queue_push (self->queue, note);
  g_thread_join (self->thread);
  if (self->telling != NULL)
    {
      g_source_destroy (self->telling);
      g_source_unref (self->telling);
    }
  g_main_context_unref (self->context);
  g_async_queue_unref (self->queue);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->flushed);
  g_hash_table_unref (self->offsets);
  g_clear_pointer (&self->photos, g_hash_table_unref);
  g_string_free (self->scratch, TRUE);
  g_strfreev (self->extra);
  g_free (self->folder);
  g_free (self);
}

void
ring_keeper_writer_base (RingKeeperWriter *self,
                         RingJournalFile *file,
                         GBytes *bytes,
                         RingDrawing *drawing,
                         GPtrArray *edits,
                         guint position)
{
  Note *note = new_note (NOTE_BASE);

  note->file = *file;
  note->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  note->drawing = ring_drawing_ref (drawing);
  note->edits = edits;
  note->position = position;
  g_async_queue_push (self->queue, note);
}

void
ring_keeper_writer_adopt (RingKeeperWriter *self, RingJournal *journal, RingDrawing *drawing)
{
  Note *note = new_note (NOTE_ADOPT);

  note->drawing = ring_drawing_ref (drawing);
  note->journal = journal;
  g_async_queue_push (self->queue, note);
}

void
ring_keeper_writer_lay_aside (RingKeeperWriter *self)
{
  g_async_queue_push (self->queue, new_note (NOTE_LAY_ASIDE));
}

void
ring_keeper_writer_edit (RingKeeperWriter *self, RingJournalKind kind, RingEdit *edit)
{
  Note *note = new_note (NOTE_EDIT);

  note->record = kind;
  note->edit = edit != NULL ? ring_edit_ref (edit) : NULL;
  g_async_queue_push (self->queue, note);
}

void
ring_keeper_writer_saved (RingKeeperWriter *self, const RingJournalFile *file)
{
  Note *note = new_note (NOTE_SAVED);

  ring_journal_file_copy (&note->file, file);
  g_async_queue_push (self->queue, note);
}

void
ring_keeper_writer_history (RingKeeperWriter *self,
                            const RingJournalFile *file,
                            RingDrawing *drawing,
                            GPtrArray *edits,
                            guint position)
{
  Note *note = new_note (NOTE_HISTORY);

  ring_journal_file_copy (&note->file, file);
  note->drawing = ring_drawing_ref (drawing);
  note->edits = edits;
  note->position = position;
  g_async_queue_push (self->queue, note);
}

gboolean
ring_keeper_writer_flush (RingKeeperWriter *self)
{
  Note *note = new_note (NOTE_FLUSH);
  gboolean done = FALSE;
  gboolean ok;

  note->done = &done;
  g_async_queue_push (self->queue, note);
  g_mutex_lock (&self->lock);
  while (!done)
    g_cond_wait (&self->flushed, &self->lock);
  ok = self->told;
  g_mutex_unlock (&self->lock);
  return ok;
}
