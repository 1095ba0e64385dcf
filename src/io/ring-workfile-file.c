/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading the file and writing it, here or in a thread. */

#include "ring-workfile-private.h"

#include <glib/gi18n-lib.h>

#include "ring-error.h"
#include "ring-file.h"
#include "ring-svg.h"

/* What a worker thread gets and gives. The main thread does not touch it in between. */
typedef struct
{
  GFile *file;
  RingDrawing *drawing;
  RingLoadReport *report;
  GBytes *bytes; /* LOAD: read; SAVE: written */
  RingJournalFile known; /* what both tell of the file afterwards */
  gboolean claims;       /* FILE is to be claimed */
  RingClaim *claim;
  RingClaimOwner *other;

  /* LOAD only. */
  char *folder; /* of the program's state; NULL where no history is kept */
  GCancellable *cancellable;
  gint *permille;
  RingHistory *history;

  /* SAVE only. */
  GBytes *verbatim;     /* written as they are; NULL to serialise DRAWING */
  char *expected;       /* the hash of what must still be in the file; NULL for no matter what */
  RingDrawing *written; /* DRAWING, with a new id after Save As */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->file);
  g_clear_pointer (&job->drawing, ring_drawing_unref);
  g_clear_pointer (&job->written, ring_drawing_unref);
  g_clear_pointer (&job->report, ring_load_report_free);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_clear_pointer (&job->verbatim, g_bytes_unref);
  g_free (job->expected);
  g_clear_object (&job->cancellable);
  g_free (job->folder);
  ring_history_free (job->history);
  ring_journal_file_clear (&job->known);
  ring_claim_release (job->claim);
  ring_claim_owner_free (job->other);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
know (Job *job)
{
  ring_journal_file_clear (&job->known);
  _ring_workfile_know (&job->known, job->file, job->bytes);
}

static void
claim (Job *job)
{
  if (job->claims)
    job->claim = ring_claim_take (job->file, &job->other);
}

static gboolean
run_load (gpointer data, GError **error)
{
  Job *job = data;
  g_autofree char *base = g_file_get_basename (job->file);
  g_autofree char *name = NULL;
  gsize length;
  const char *text;

  job->bytes = ring_file_load (job->file, error);
  if (job->bytes == NULL)
    return FALSE;
  job->report = ring_load_report_new ();
  text = g_bytes_get_data (job->bytes, &length);
  job->drawing = ring_svg_read_watched (text != NULL ? text : "", length, job->report, job->cancellable,
                                        job->permille, error);
  if (job->drawing != NULL)
    {
      g_autofree char *history
        = job->folder != NULL ? ring_keeper_history_folder (job->folder) : NULL;

      know (job);
      claim (job);
      if (history != NULL)
        job->history = ring_history_store_read (history, job->known.sha256, job->drawing);
      return TRUE;
    }
  name = g_filename_display_name (base);
  g_prefix_error (error, "%s: ", name);
  return FALSE;
}

static gboolean
run_save (gpointer data, GError **error)
{
  Job *job = data;
  g_autofree char *name = g_file_get_basename (job->file);

  job->bytes = job->verbatim != NULL ? g_bytes_ref (job->verbatim)
                                     : ring_file_serialise (job->written, name, error);
  if (job->bytes == NULL || !ring_file_replace (job->file, job->bytes, job->expected, error))
    return FALSE;
  know (job);
  claim (job);
  return TRUE;
}

/* ----------------------------------------------------------------- loading */

static gboolean
end_load (RingWorkfile *self, gpointer data, GError **error)
{
  Job *job = data;

  g_clear_pointer (&self->report, ring_load_report_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->uuid, g_free);
  self->report = g_steal_pointer (&job->report);
  self->bytes = g_steal_pointer (&job->bytes);
  _ring_workfile_take_sha256 (self, job->known.sha256);
  _ring_workfile_set_file (self, job->file);
  _ring_workfile_take_claim (self, g_steal_pointer (&job->claim), g_steal_pointer (&job->other));
  _ring_workfile_forget_seen (self);
  self->has_history = job->history != NULL;
  if (job->history != NULL)
    ring_design_restore (self->design, job->drawing, g_steal_pointer (&job->history));
  else
    ring_design_replace (self->design, job->drawing);
  if (self->keeper != NULL)
    ring_keeper_set_base (self->keeper, &job->known, self->bytes);
  ring_design_set_read_only (self->design, ring_load_report_get_newer (self->report));
  return TRUE;
}

static const RingWorkfileWork load_work = { run_load, end_load, job_free, FALSE };

gboolean
ring_workfile_load (RingWorkfile *self, GFile *file, GError **error)
{
  g_autoptr (Job) job = NULL;

  g_return_val_if_fail (RING_IS_WORKFILE (self), FALSE);
  if (_ring_workfile_refuse_busy (self, error))
    return FALSE;
  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->folder = g_strdup (self->folder);
  job->claims = self->folder != NULL;
  return run_load (job, error) && end_load (self, job, error);
}

void
ring_workfile_load_async (RingWorkfile *self,
                          GFile *file,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task;
  Job *job;

  g_return_if_fail (RING_IS_WORKFILE (self));
  task = _ring_workfile_ask (self, cancellable, ring_workfile_load_async, callback, user_data);
  if (task == NULL)
    return;
  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->folder = g_strdup (self->folder);
  job->claims = self->folder != NULL;
  g_set_object (&job->cancellable, cancellable);
  g_atomic_int_set (&self->permille, 0);
  job->permille = &self->permille;
  _ring_workfile_start (task, &load_work, job);
}

gboolean
ring_workfile_load_finish (RingWorkfile *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ------------------------------------------------------------------ saving */

static gboolean
is_left_out (RingWorkfile *self)
{
  return self->report != NULL && ring_load_report_get_left_out (self->report);
}

static gboolean
is_newer (RingWorkfile *self)
{
  return self->report != NULL && ring_load_report_get_newer (self->report);
}

/* Whether both are packed, or none; the bytes of the one kind must not go into the other. */
static gboolean
same_packing (GFile *a, GFile *b)
{
  g_autofree char *x = g_file_get_basename (a);
  g_autofree char *y = g_file_get_basename (b);

  return g_str_has_suffix (x, ".svgz") == g_str_has_suffix (y, ".svgz");
}

/* A design of a newer version is copied as it is: writing it would lose what we do not know. */
static gboolean
choose_verbatim (RingWorkfile *self, GFile *file, gboolean elsewhere, Job *job, GError **error)
{
  if (is_newer (self))
    {
      if (elsewhere && same_packing (self->file, file))
        {
          job->verbatim = g_bytes_ref (self->bytes);
          return TRUE;
        }
      g_set_error (error, RING_ERROR, RING_ERROR_READ_ONLY,
                   _("The design was made by a newer version and is not overwritten. Save a copy "
                     "under another name, or update Ringwright."));
      return FALSE;
    }
  if (!elsewhere && self->bytes != NULL && !is_left_out (self)
      && !ring_design_get_modified (self->design))
    job->verbatim = g_bytes_ref (self->bytes);
  return TRUE;
}

static RingDrawing *
with_id (RingWorkfile *self, gboolean elsewhere, RingDrawing *drawing)
{
  g_autofree char *uuid = NULL;

  if (elsewhere)
    {
      RingRandom random;

      ring_random_init (&random);
      /* A seeded source may give the very id that the design has. */
      do
        {
          g_free (uuid);
          uuid = ring_random_uuid (&random);
        }
      while (g_strcmp0 (uuid, ring_drawing_get_uuid (drawing)) == 0
             || g_strcmp0 (uuid, self->uuid) == 0);
      return ring_drawing_with_uuid (drawing, uuid);
    }
  if (self->uuid != NULL)
    return ring_drawing_with_uuid (drawing, self->uuid);
  return ring_drawing_ref (drawing);
}

static Job *
new_save_job (RingWorkfile *self, GFile *file, gboolean force, GError **error)
{
  g_autoptr (Job) job = g_new0 (Job, 1);
  gboolean elsewhere;

  if (file == NULL)
    file = self->file;
  if (file == NULL)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_NOT_FOUND,
                   _("The design has no file yet; choose a name for it."));
      return NULL;
    }
  elsewhere = self->file != NULL && !g_file_equal (self->file, file);
  if (!choose_verbatim (self, file, elsewhere, job, error))
    return NULL;
  job->file = g_object_ref (file);
  job->drawing = ring_drawing_ref (ring_design_get_drawing (self->design));
  job->written = with_id (self, elsewhere, job->drawing);
  if (!elsewhere)
    job->expected = g_strdup (force ? self->seen_sha256 : self->sha256);
  job->claims = self->folder != NULL && (elsewhere || self->file == NULL);
  return g_steal_pointer (&job);
}

static gboolean
end_save (RingWorkfile *self, gpointer data, GError **error)
{
  Job *job = data;
  const char *uuid = ring_drawing_get_uuid (job->written);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_steal_pointer (&job->bytes);
  _ring_workfile_take_sha256 (self, job->known.sha256);
  if (job->verbatim == NULL)
    {
      g_free (self->uuid);
      self->uuid = g_strdup (uuid);
      if (self->report != NULL)
        ring_load_report_set_left_out (self->report, FALSE);
    }
  _ring_workfile_set_file (self, job->file);
  if (job->claims)
    _ring_workfile_take_claim (self, g_steal_pointer (&job->claim), g_steal_pointer (&job->other));
  _ring_workfile_forget_seen (self);
  ring_design_mark_saved (self->design, job->drawing);
  if (self->keeper != NULL)
    {
      g_free (job->known.uuid);
      job->known.uuid = g_strdup (self->uuid);
      job->known.clean = !ring_design_get_modified (self->design);
      ring_keeper_set_saved (self->keeper, &job->known);
    }
  return TRUE;
}

static const RingWorkfileWork save_work = { run_save, end_save, job_free, FALSE };

gboolean
ring_workfile_save (RingWorkfile *self, GFile *file, gboolean force, GError **error)
{
  g_autoptr (Job) job = NULL;

  g_return_val_if_fail (RING_IS_WORKFILE (self), FALSE);
  if (_ring_workfile_refuse_busy (self, error))
    return FALSE;
  job = new_save_job (self, file, force, error);
  return job != NULL && run_save (job, error) && end_save (self, job, error);
}

void
ring_workfile_save_async (RingWorkfile *self,
                          GFile *file,
                          gboolean force,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task;
  GError *error = NULL;
  Job *job;

  g_return_if_fail (RING_IS_WORKFILE (self));
  task = _ring_workfile_ask (self, cancellable, ring_workfile_save_async, callback, user_data);
  if (task == NULL)
    return;
  job = new_save_job (self, file, force, &error);
  if (job != NULL)
    _ring_workfile_start (task, &save_work, job);
  else
    _ring_workfile_refuse (task, error);
}

gboolean
ring_workfile_save_finish (RingWorkfile *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
