/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-keeper.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "ring-clock.h"
#include "ring-disk.h"
#include "ring-edit-text.h"
#include "ring-keeper-writer.h"

/* After a failure the next step that comes so much later tries again. */
#define RETRY_US (5 * G_USEC_PER_SEC)

/* How often the stroke in hand is written down. */
#define DRAFT_MS 400

#define DAY_SECONDS (24 * 60 * 60)
#define KEEP_SECONDS (180 * DAY_SECONDS)
#define KEEP_BYTES (G_GUINT64_CONSTANT (512) << 20)

struct _RingKeeper
{
  char *folder;
  RingDesign *design;
  gulong changed_id, hand_id;
  guint draft_timer; /* runs while a stroke is in hand */
  RingKeeperFailed failed;
  gpointer user_data;

  RingJournalFile file; /* that the design was read from or saved to */
  GBytes *bytes;        /* what is in it, where the base is the design as it was read; or NULL */
  RingDrawing *before;  /* the state before the next step */
  RingKeeperWriter *writer; /* NULL before the first step */
  gboolean broken;      /* the writer has failed */
  gint64 broken_at;
  gboolean has_draft;
};

char *
ring_keeper_journal_folder (const char *folder)
{
  return g_build_filename (folder, "journal", NULL);
}

char *
ring_keeper_history_folder (const char *folder)
{
  return g_build_filename (folder, "history", NULL);
}

/* ---------------------------------------------------------------- the base */

/* The steps as they stood before the last change: N of them, the first POSITION done. */
static GPtrArray *
snapshot (RingKeeper *self, guint n)
{
  GPtrArray *edits = g_ptr_array_new_full (n, (GDestroyNotify) ring_edit_unref);
  RingHistory *history = ring_design_get_history (self->design);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (edits, ring_edit_ref (ring_history_get (history, i)));
  return edits;
}

static void
failed_cb (const char *message, gpointer data)
{
  RingKeeper *self = data;

  self->broken = message != NULL;
  self->broken_at = g_get_monotonic_time ();
  if (self->failed != NULL)
    self->failed (message, self->user_data);
}

static void
start_writer (RingKeeper *self)
{
  if (self->writer == NULL)
    self->writer = ring_keeper_writer_new (self->folder, failed_cb, self);
}

/* Before the step that was just made, which is written after it. */
static void
start (RingKeeper *self, RingStep step)
{
  RingHistory *history = ring_design_get_history (self->design);
  guint position = ring_history_get_position (history);
  guint n = ring_history_get_n (history);
  RingJournalFile file;

  if (step == RING_STEP_COMMITTED)
    n = --position;
  else if (step == RING_STEP_UNDONE)
    position++;
  else if (step == RING_STEP_REDONE)
    position--;
  start_writer (self);
  ring_journal_file_copy (&file, &self->file);
  file.time = ring_clock_now_ms ();
  file.clean = TRUE;
  ring_keeper_writer_base (self->writer, &file, self->bytes, self->before, snapshot (self, n),
                           position);
}

/* After a failure: the present state is the base. What the failed journal holds stays until the
 * new one is on the disk. */
static void
start_again (RingKeeper *self)
{
  RingHistory *history = ring_design_get_history (self->design);
  RingJournalFile file;

  ring_journal_file_copy (&file, &self->file);
  file.time = ring_clock_now_ms ();
  file.clean = !ring_design_get_modified (self->design);
  self->broken = FALSE;
  ring_keeper_writer_base (self->writer, &file, NULL, ring_design_get_drawing (self->design),
                           snapshot (self, ring_history_get_n (history)),
                           ring_history_get_position (history));
}

static void
write_step (RingKeeper *self, RingStep step, RingEdit *edit)
{
  switch (step)
    {
    case RING_STEP_COMMITTED:
      ring_keeper_writer_edit (self->writer, RING_JOURNAL_EDIT, edit);
      break;
    case RING_STEP_MERGED:
      ring_keeper_writer_edit (self->writer, RING_JOURNAL_MERGED, edit);
      break;
    case RING_STEP_UNDONE:
      ring_keeper_writer_edit (self->writer, RING_JOURNAL_UNDO, NULL);
      break;
    case RING_STEP_REDONE:
      ring_keeper_writer_edit (self->writer, RING_JOURNAL_REDO, NULL);
      break;
    case RING_STEP_REPLACED:
    default:
      g_assert_not_reached ();
    }
}

static void
changed_cb (RingDesign *design, RingEdit *edit, gboolean reverted, RingKeeper *self)
{
  RingStep step = ring_design_get_step (design);

  self->has_draft = FALSE;
  if (step != RING_STEP_REPLACED)
    {
      if (self->writer != NULL && self->broken
          && g_get_monotonic_time () - self->broken_at > RETRY_US)
        start_again (self);
      else
        {
          if (self->writer == NULL)
            start (self, step);
          /* A step that replaces all is told of without its edit. */
          if (edit == NULL && step == RING_STEP_COMMITTED)
            edit = ring_history_peek_back (ring_design_get_history (design));
          write_step (self, step, edit);
        }
    }
  ring_drawing_unref (self->before);
  self->before = ring_drawing_ref (ring_design_get_drawing (design));
}

/* A draft comes before the first step too. */
static void
write_draft (RingKeeper *self, RingEdit *draft)
{
  if ((draft == NULL && !self->has_draft) || self->broken)
    return;
  if (self->writer == NULL)
    start (self, RING_STEP_REPLACED);
  self->has_draft = draft != NULL;
  ring_keeper_writer_edit (self->writer, RING_JOURNAL_DRAFT, draft);
}

static gboolean
draft_cb (gpointer data)
{
  RingKeeper *self = data;
  RingEdit *draft = ring_design_make_draft (self->design);

  if (draft != NULL)
    write_draft (self, draft);
  ring_edit_unref (draft);
  return G_SOURCE_CONTINUE;
}

/* A stroke that ended is a step by now, or was let go. */
static void
hand_changed_cb (RingDesign *design, RingKeeper *self)
{
  gboolean in_hand = ring_design_has_hand (design);

  if (in_hand && self->draft_timer == 0)
    self->draft_timer = g_timeout_add (DRAFT_MS, draft_cb, self);
  if (!in_hand)
    {
      g_clear_handle_id (&self->draft_timer, g_source_remove);
      write_draft (self, NULL);
    }
}

/* -------------------------------------------------------------- public API */

RingKeeper *
ring_keeper_new (const char *folder, RingDesign *design, RingKeeperFailed failed, gpointer user_data)
{
  RingKeeper *self = g_new0 (RingKeeper, 1);
  RingJournalFile none = { 0 };

  self->folder = g_strdup (folder);
  self->design = g_object_ref (design);
  self->failed = failed;
  self->user_data = user_data;
  self->before = ring_drawing_ref (ring_design_get_drawing (design));
  ring_journal_file_copy (&self->file, &none);
  self->hand_id = g_signal_connect (design, "hand-changed", G_CALLBACK (hand_changed_cb), self);
  self->changed_id = g_signal_connect (design, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

/* KEEP: the file stays for the next start. */
static void
stop_writer (RingKeeper *self, gboolean keep)
{
  if (self->writer == NULL)
    return;
  ring_keeper_writer_end (self->writer, keep);
  self->writer = NULL;
  self->broken = FALSE;
  self->has_draft = FALSE;
}

/* The steps of what is in the file, for the next time it is opened. */
static void
write_history (RingKeeper *self)
{
  RingHistory *history = ring_design_get_history (self->design);

  if (self->file.sha256 == NULL || self->file.sha256[0] == '\0' || self->writer == NULL)
    return;
  ring_keeper_writer_history (self->writer, &self->file, ring_design_get_drawing (self->design),
                              snapshot (self, ring_history_get_n (history)),
                              ring_history_get_position (history));
}

void
ring_keeper_free (RingKeeper *self)
{
  gboolean modified;

  if (self == NULL)
    return;
  modified = ring_design_get_modified (self->design) || self->has_draft;
  g_clear_handle_id (&self->draft_timer, g_source_remove);
  g_signal_handler_disconnect (self->design, self->hand_id);
  g_signal_handler_disconnect (self->design, self->changed_id);
  if (!modified)
    write_history (self);
  stop_writer (self, modified);
  ring_journal_file_clear (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  ring_drawing_unref (self->before);
  g_object_unref (self->design);
  g_free (self->folder);
  g_free (self);
}

static void
set_file (RingKeeper *self, const RingJournalFile *file, GBytes *bytes)
{
  RingJournalFile copy;

  ring_journal_file_copy (&copy, file);
  ring_journal_file_clear (&self->file);
  self->file = copy;
  if (bytes != NULL)
    g_bytes_ref (bytes);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = bytes;
}

void
ring_keeper_set_base (RingKeeper *self, const RingJournalFile *file, GBytes *bytes)
{
  stop_writer (self, FALSE);
  set_file (self, file, bytes);
  ring_drawing_unref (self->before);
  self->before = ring_drawing_ref (ring_design_get_drawing (self->design));
}

void
ring_keeper_adopt (RingKeeper *self, RingJournal *journal, const RingRestored *restored)
{
  RingHistory *history = ring_design_get_history (self->design);

  stop_writer (self, FALSE);
  set_file (self, &restored->file, restored->bytes);
  start_writer (self);
  ring_keeper_writer_adopt (self->writer, journal, restored->drawing);
  /* What could not be read is laid aside, and a whole journal begun. */
  if (restored->broken)
    {
      RingJournalFile file;

      ring_journal_file_copy (&file, &self->file);
      file.time = ring_clock_now_ms ();
      file.clean = FALSE;
      ring_keeper_writer_lay_aside (self->writer);
      ring_keeper_writer_base (self->writer, &file, NULL, ring_design_get_drawing (self->design),
                               snapshot (self, ring_history_get_n (history)),
                               ring_history_get_position (history));
    }
  else if (restored->draft != NULL)
    ring_keeper_writer_edit (self->writer, RING_JOURNAL_EDIT, restored->draft);
}

void
ring_keeper_set_saved (RingKeeper *self, const RingJournalFile *file)
{
  set_file (self, file, NULL);
  if (self->writer == NULL)
    return;
  ring_keeper_writer_saved (self->writer, &self->file);
  if (file->clean)
    write_history (self);
}

void
ring_keeper_let_go (RingKeeper *self)
{
  stop_writer (self, FALSE);
}

gboolean
ring_keeper_flush (RingKeeper *self)
{
  if (self->draft_timer != 0)
    draft_cb (self);
  return self->writer == NULL || ring_keeper_writer_flush (self->writer);
}

/* ------------------------------------------------------------------- prune */

typedef struct
{
  char *path;
  gint64 time;
  guint64 size;
} Kept;

static void
kept_clear (gpointer data)
{
  g_free (((Kept *) data)->path);
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  const Kept *x = a;
  const Kept *y = b;

  return x->time > y->time ? -1 : x->time < y->time;
}

static GArray *
list_kept (const char *folder)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_array_set_clear_func (all, kept_clear);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct stat st;

      if (g_lstat (path, &st) == 0 && S_ISREG (st.st_mode))
        {
          Kept kept = { g_steal_pointer (&path), st.st_mtime, (guint64) st.st_size };

          g_array_append_val (all, kept);
        }
    }
  g_array_sort (all, newest_first);
  return all;
}

void
ring_keeper_prune (const char *folder)
{
  g_autofree char *history = ring_keeper_history_folder (folder);
  g_autoptr (GArray) all = list_kept (history);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  guint64 sum = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const Kept *kept = &g_array_index (all, Kept, i);

      sum += kept->size;
      if (sum > KEEP_BYTES || now - kept->time > KEEP_SECONDS)
        ring_disk.unlink (kept->path);
    }
}
