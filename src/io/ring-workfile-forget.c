/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "Forget this client": the file first, so that nothing is lost when that cannot be written, then
 * memory, then the traces. */

#include "ring-workfile-private.h"

#include <glib/gi18n-lib.h>

#include "ring-error.h"
#include "ring-file.h"
#include "ring-forget.h"
#include "ring-traces.h"

typedef struct
{
  GFile *file; /* NULL without one */
  char *folder;
  char *name; /* of the client, for traces of it; NULL for none */
  char *expected;
  char *uuid;
  RingDrawing *drawing, *left;
  GBytes *bytes;
  RingJournalFile known;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->file);
  g_free (job->folder);
  g_free (job->name);
  g_free (job->expected);
  g_free (job->uuid);
  ring_drawing_unref (job->drawing);
  g_clear_pointer (&job->left, ring_drawing_unref);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  ring_journal_file_clear (&job->known);
  g_free (job);
}

static gboolean
run (gpointer data, GError **error)
{
  Job *job = data;
  g_autoptr (RingDrawing) left = ring_forget_client (job->drawing);
  g_autofree char *name = NULL;

  job->left = ring_drawing_with_uuid (left, job->uuid);
  if (job->file == NULL)
    return TRUE;
  name = g_file_get_basename (job->file);
  job->bytes = ring_file_serialise (job->left, name, error);
  if (job->bytes == NULL || !ring_file_replace (job->file, job->bytes, job->expected, error))
    return FALSE;
  _ring_workfile_know (&job->known, job->file, job->bytes);
  return TRUE;
}

/* What is forgotten in the file stays so, even where a trace of it cannot be taken away. */
static gboolean
end (RingWorkfile *self, gpointer data, GError **error)
{
  Job *job = data;
  g_autofree char *uri = job->file != NULL ? g_file_get_uri (job->file) : g_strdup ("");
  g_autofree char *message = NULL;

  ring_design_replace (self->design, job->left);
  self->has_history = FALSE;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_steal_pointer (&job->bytes);
  if (self->report != NULL)
    ring_load_report_set_left_out (self->report, FALSE);
  if (job->file != NULL)
    _ring_workfile_take_sha256 (self, job->known.sha256);
  else
    job->known.uri = g_strdup ("");
  if (self->keeper != NULL)
    ring_keeper_set_base (self->keeper, &job->known, self->bytes);
  if (ring_traces_remove (job->folder, uri, job->name, &message))
    return TRUE;
  g_set_error (error, RING_ERROR, RING_ERROR_FAILED,
               _ ("The client is forgotten in the file, but %s"), message);
  return FALSE;
}

static const RingWorkfileWork work = { run, end, job_free, TRUE };

void
ring_workfile_forget_client_async (RingWorkfile *self, GAsyncReadyCallback callback, gpointer user_data)
{
  const RingRecord *commission;
  GTask *task;
  Job *job;

  g_return_if_fail (RING_IS_WORKFILE (self));
  task = _ring_workfile_ask (self, NULL, ring_workfile_forget_client_async, callback, user_data);
  if (task == NULL)
    return;
  if (ring_design_get_read_only (self->design))
    {
      _ring_workfile_refuse (task, g_error_new_literal (RING_ERROR, RING_ERROR_READ_ONLY,
                                                        _ ("The design was made by a newer version "
                                                           "and is not changed. Update Ringwright to "
                                                           "forget its client.")));
      return;
    }
  job = g_new0 (Job, 1);
  g_set_object (&job->file, self->file);
  job->folder = g_strdup (self->folder);
  job->expected = g_strdup (self->sha256);
  job->drawing = ring_drawing_ref (ring_design_get_drawing (self->design));
  job->uuid = g_strdup (self->uuid != NULL ? self->uuid : ring_drawing_get_uuid (job->drawing));
  commission = ring_drawing_find_record (job->drawing, RING_RECORD_COMMISSION, NULL);
  job->name = g_strdup (ring_record_get_or (commission, "client", NULL));
  _ring_workfile_start (task, &work, job);
}

gboolean
ring_workfile_forget_client_finish (RingWorkfile *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
