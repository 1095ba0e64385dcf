/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-workfile-private.h"

#include <glib/gi18n-lib.h>

#include "ring-clock.h"
#include "ring-file.h"

void
_ring_workfile_take_sha256 (RingWorkfile *self, const char *sha256)
{
  g_free (self->sha256);
  self->sha256 = sha256 != NULL && sha256[0] != '\0' ? g_strdup (sha256) : NULL;
}

void
_ring_workfile_know (RingJournalFile *known, GFile *file, GBytes *bytes)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);
  const char *etag = info != NULL ? g_file_info_get_etag (info) : NULL;

  known->uri = g_file_get_uri (file);
  known->etag = g_strdup (etag != NULL ? etag : "");
  known->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  known->uuid = g_strdup ("");
  known->size = g_bytes_get_size (bytes);
  known->time = ring_clock_now_ms ();
  known->clean = TRUE;
}

static void
failed_cb (const char *message, gpointer data)
{
  _ring_workfile_set_journal_error (data, message);
}

void
ring_workfile_keep (RingWorkfile *self, const char *folder)
{
  g_return_if_fail (RING_IS_WORKFILE (self) && self->keeper == NULL);

  self->folder = g_strdup (folder);
  self->keeper = ring_keeper_new (folder, self->design, failed_cb, self);
}

/* --------------------------------------------------------------- restoring */

typedef struct
{
  char *path;
  RingJournal *journal;
  RingRestored *restored;
  RingClaim *claim;
  RingClaimOwner *other;
} Restoring;

static void
restoring_free (gpointer data)
{
  Restoring *job = data;

  g_free (job->path);
  ring_journal_close (job->journal);
  ring_restored_free (job->restored);
  ring_claim_release (job->claim);
  ring_claim_owner_free (job->other);
  g_free (job);
}

/* The bytes of a file that was saved while the journal went on are not in the journal. */
static void
find_bytes (RingRestored *restored)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (restored->bytes != NULL || restored->file.uri[0] == '\0')
    return;
  file = g_file_new_for_uri (restored->file.uri);
  bytes = ring_file_load (file, NULL);
  if (bytes == NULL)
    return;
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_str_equal (sha256, restored->file.sha256))
    restored->bytes = g_steal_pointer (&bytes);
}

static gboolean
run_restore (gpointer data, GError **error)
{
  Restoring *job = data;

  job->journal = ring_journal_open (job->path, error);
  if (job->journal != NULL)
    job->restored = ring_restored_read (job->journal, error);
  if (job->restored == NULL)
    return FALSE;
  /* What is torn was never promised; what is broken is laid aside as it is. */
  if (!job->restored->broken && !ring_journal_cut (job->journal, error))
    return FALSE;
  find_bytes (job->restored);
  if (job->restored->file.uri[0] != '\0')
    {
      g_autoptr (GFile) file = g_file_new_for_uri (job->restored->file.uri);

      job->claim = ring_claim_take (file, &job->other);
    }
  return TRUE;
}

static gboolean
end_restore (RingWorkfile *self, gpointer data, GError **error)
{
  Restoring *job = data;
  RingRestored *restored = job->restored;

  g_clear_pointer (&self->report, ring_load_report_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->uuid);
  self->uuid = restored->file.uuid[0] != '\0' ? g_strdup (restored->file.uuid) : NULL;
  self->report = g_steal_pointer (&restored->report);
  self->bytes = restored->bytes != NULL ? g_bytes_ref (restored->bytes) : NULL;
  _ring_workfile_take_sha256 (self, restored->file.sha256);
  _ring_workfile_take_claim (self, g_steal_pointer (&job->claim), g_steal_pointer (&job->other));
  self->has_history = ring_history_get_n (restored->history) > 0;
  ring_design_restore (self->design, restored->drawing, g_steal_pointer (&restored->history));
  if (self->keeper != NULL)
    ring_keeper_adopt (self->keeper, g_steal_pointer (&job->journal), restored);
  return TRUE;
}

static const RingWorkfileWork restore_work = { run_restore, end_restore, restoring_free, FALSE };

void
ring_workfile_restore_async (RingWorkfile *self,
                             const char *path,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task;
  RingJournalFile file;
  Restoring *job;

  g_return_if_fail (RING_IS_WORKFILE (self));
  task = _ring_workfile_ask (self, NULL, ring_workfile_restore_async, callback, user_data);
  if (task == NULL)
    return;
  /* So that nobody opens the file beside it meanwhile. */
  if (ring_restored_read_file (path, &file, NULL) && file.uri[0] != '\0')
    {
      g_autoptr (GFile) known = g_file_new_for_uri (file.uri);

      _ring_workfile_set_file (self, known);
    }
  ring_journal_file_clear (&file);
  job = g_new0 (Restoring, 1);
  job->path = g_strdup (path);
  _ring_workfile_start (task, &restore_work, job);
}

gboolean
ring_workfile_restore_finish (RingWorkfile *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ------------------------------------------------------------------ keeping */

gboolean
ring_workfile_flush (RingWorkfile *self)
{
  g_return_val_if_fail (RING_IS_WORKFILE (self), FALSE);
  return self->keeper == NULL || ring_keeper_flush (self->keeper);
}

void
ring_workfile_let_go (RingWorkfile *self)
{
  g_return_if_fail (RING_IS_WORKFILE (self));
  if (self->keeper != NULL)
    ring_keeper_let_go (self->keeper);
  ring_workfile_leave (self);
}

gboolean
ring_workfile_has_history (RingWorkfile *self)
{
  g_return_val_if_fail (RING_IS_WORKFILE (self), FALSE);
  return self->has_history;
}
