/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-workfile-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ring-error.h"
#include "ring-file.h"
#include "ring-save.h"
#include "ring-svg.h"

G_DEFINE_FINAL_TYPE (RingWorkfile, ring_workfile, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FILE,
  PROP_TITLE,
  PROP_BUSY,
  PROP_DESIGN,
  PROP_JOURNAL_ERROR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
ring_workfile_finalize (GObject *object)
{
  RingWorkfile *self = RING_WORKFILE (object);

  g_clear_pointer (&self->keeper, ring_keeper_free);
  g_clear_object (&self->design);
  g_clear_object (&self->file);
  g_clear_pointer (&self->report, ring_load_report_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->title);
  g_free (self->uuid);
  g_free (self->sha256);
  g_free (self->folder);
  g_free (self->journal_error);
  G_OBJECT_CLASS (ring_workfile_parent_class)->finalize (object);
}

static void
ring_workfile_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RingWorkfile *self = RING_WORKFILE (object);

  switch (id)
    {
    case PROP_FILE: g_value_set_object (value, self->file); break;
    case PROP_TITLE: g_value_set_string (value, ring_workfile_get_title (self)); break;
    case PROP_BUSY: g_value_set_boolean (value, self->busy); break;
    case PROP_JOURNAL_ERROR: g_value_set_string (value, self->journal_error); break;
    case PROP_DESIGN: g_value_set_object (value, self->design); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ring_workfile_class_init (RingWorkfileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = ring_workfile_finalize;
  object_class->get_property = ring_workfile_get_property;
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_DESIGN] = g_param_spec_object ("design", NULL, NULL, RING_TYPE_DESIGN, flags);
  properties[PROP_JOURNAL_ERROR] = g_param_spec_string ("journal-error", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ring_workfile_init (RingWorkfile *self)
{
}

RingWorkfile *
ring_workfile_new (void)
{
  RingWorkfile *self = g_object_new (RING_TYPE_WORKFILE, NULL);

  self->design = ring_design_new ();
  return self;
}

void
_ring_workfile_set_busy (RingWorkfile *self, gboolean busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* The name without the endings that every design has. */
static char *
make_title (GFile *file)
{
  static const char *const endings[] = { ".ring.svg", ".ring.svgz", ".svg", ".svgz" };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (shown, endings[i]) && strlen (shown) > strlen (endings[i]))
      return g_strndup (shown, strlen (shown) - strlen (endings[i]));
  return g_steal_pointer (&shown);
}

void
_ring_workfile_set_file (RingWorkfile *self, GFile *file)
{
  if (self->file != NULL && g_file_equal (self->file, file))
    return;
  g_set_object (&self->file, file);
  g_free (self->title);
  self->title = make_title (file);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

void
_ring_workfile_set_journal_error (RingWorkfile *self, const char *message)
{
  if (g_strcmp0 (self->journal_error, message) == 0)
    return;
  g_free (self->journal_error);
  self->journal_error = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_JOURNAL_ERROR]);
}

/* -------------------------------------------------------------------- jobs */

/* What a worker thread gets and gives. The main thread does not touch it in between. */
typedef struct
{
  GFile *file;
  RingDrawing *drawing;
  RingLoadReport *report;
  GBytes *bytes; /* LOAD: read; SAVE: written */
  RingJournalFile known; /* what both tell of the file afterwards */

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
job_free (Job *job)
{
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
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
know (Job *job)
{
  ring_journal_file_clear (&job->known);
  _ring_workfile_know (&job->known, job->file, job->bytes);
}

static gboolean
run_load (Job *job, GError **error)
{
  g_autofree char *base = g_file_get_basename (job->file);
  g_autofree char *name = NULL;
  gsize length;
  const char *data;

  job->bytes = ring_file_load (job->file, error);
  if (job->bytes == NULL)
    return FALSE;
  job->report = ring_load_report_new ();
  data = g_bytes_get_data (job->bytes, &length);
  job->drawing = ring_svg_read_watched (data != NULL ? data : "", length, job->report, job->cancellable,
                                        job->permille, error);
  if (job->drawing != NULL)
    {
      g_autofree char *history
        = job->folder != NULL ? ring_keeper_history_folder (job->folder) : NULL;

      know (job);
      if (history != NULL)
        job->history = ring_history_store_read (history, job->known.sha256, job->drawing);
      return TRUE;
    }
  name = g_filename_display_name (base);
  g_prefix_error (error, "%s: ", name);
  return FALSE;
}

static gboolean
run_save (Job *job, GError **error)
{
  g_autofree char *name = g_file_get_basename (job->file);

  if (job->expected != NULL && !ring_file_check_unchanged (job->file, job->expected, error))
    return FALSE;
  job->bytes = job->verbatim != NULL ? g_bytes_ref (job->verbatim)
                                     : ring_file_serialise (job->written, name, error);
  if (job->bytes == NULL || !ring_save_file (job->file, job->bytes, error))
    return FALSE;
  know (job);
  return TRUE;
}

/* ----------------------------------------------------------------- loading */

static void
end_load (RingWorkfile *self, gpointer data)
{
  Job *job = data;

  g_clear_pointer (&self->report, ring_load_report_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->uuid, g_free);
  self->report = g_steal_pointer (&job->report);
  self->bytes = g_steal_pointer (&job->bytes);
  _ring_workfile_take_sha256 (self, job->known.sha256);
  _ring_workfile_set_file (self, job->file);
  self->has_history = job->history != NULL;
  if (job->history != NULL)
    ring_design_restore (self->design, job->drawing, g_steal_pointer (&job->history));
  else
    ring_design_replace (self->design, job->drawing);
  if (self->keeper != NULL)
    ring_keeper_set_base (self->keeper, &job->known, self->bytes);
  ring_design_set_read_only (self->design, ring_load_report_get_newer (self->report));
}

gboolean
_ring_workfile_refuse_busy (RingWorkfile *self, GError **error)
{
  if (!self->busy)
    return FALSE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_PENDING,
               _("The design is being read or saved; wait a moment."));
  return TRUE;
}

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
  if (!run_load (job, error))
    return FALSE;
  end_load (self, job);
  return TRUE;
}

static void
load_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (run_load (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Between the thread and the caller: END changes the state before anybody hears of it. Takes
 * OUTER, which waits for the thread's RESULT. */
void
_ring_workfile_end_job (GTask *outer, GAsyncResult *result, RingWorkfileEnd end)
{
  RingWorkfile *self = g_task_get_source_object (outer);
  GError *error = NULL;

  _ring_workfile_set_busy (self, FALSE);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      end (self, g_task_get_task_data (G_TASK (result)));
      g_task_return_boolean (outer, TRUE);
    }
  else
    g_task_return_error (outer, error);
  g_object_unref (outer);
}

static void
load_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  _ring_workfile_end_job (data, result, end_load);
}

/* Runs JOB in a thread, then DONE in this one, and gives the result to OUTER, which is taken. The
 * workfile hangs on OUTER alone: the thread may be the last to leave the inner task, and a workfile
 * must not end there. A job that has begun always ends: a save that reached the disk must not be
 * told as cancelled. */
static void
start (GTask *outer, Job *job, GTaskThreadFunc run, GAsyncReadyCallback done)
{
  RingWorkfile *self = g_task_get_source_object (outer);
  g_autoptr (GTask) inner = g_task_new (NULL, NULL, done, outer);

  g_task_set_check_cancellable (outer, FALSE);
  g_task_set_task_data (inner, job, (GDestroyNotify) job_free);
  _ring_workfile_set_busy (self, TRUE);
  g_task_run_in_thread (inner, run);
}

void
ring_workfile_load_async (RingWorkfile *self,
                          GFile *file,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *outer;
  GError *error = NULL;
  Job *job;

  g_return_if_fail (RING_IS_WORKFILE (self));
  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, ring_workfile_load_async);
  if (g_task_return_error_if_cancelled (outer))
    {
      g_object_unref (outer);
      return;
    }
  if (_ring_workfile_refuse_busy (self, &error))
    {
      g_task_return_error (outer, error);
      g_object_unref (outer);
      return;
    }
  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->folder = g_strdup (self->folder);
  g_set_object (&job->cancellable, cancellable);
  g_atomic_int_set (&self->permille, 0);
  job->permille = &self->permille;
  start (outer, job, load_thread_cb, load_done_cb);
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

/* Whether PATH is packed; the bytes of the one kind must not go into the other. */
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
  if (!force && !elsewhere)
    job->expected = g_strdup (self->sha256);
  return g_steal_pointer (&job);
}

static void
end_save (RingWorkfile *self, gpointer data)
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
  ring_design_mark_saved (self->design, job->drawing);
  if (self->keeper != NULL)
    {
      g_free (job->known.uuid);
      job->known.uuid = g_strdup (self->uuid);
      job->known.clean = !ring_design_get_modified (self->design);
      ring_keeper_set_saved (self->keeper, &job->known);
    }
}

gboolean
ring_workfile_save (RingWorkfile *self, GFile *file, gboolean force, GError **error)
{
  g_autoptr (Job) job = NULL;

  g_return_val_if_fail (RING_IS_WORKFILE (self), FALSE);
  if (_ring_workfile_refuse_busy (self, error))
    return FALSE;
  job = new_save_job (self, file, force, error);
  if (job == NULL || !run_save (job, error))
    return FALSE;
  end_save (self, job);
  return TRUE;
}

static void
save_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (run_save (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
save_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  _ring_workfile_end_job (data, result, end_save);
}

void
ring_workfile_save_async (RingWorkfile *self,
                          GFile *file,
                          gboolean force,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *outer;
  GError *error = NULL;
  Job *job = NULL;

  g_return_if_fail (RING_IS_WORKFILE (self));
  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, ring_workfile_save_async);
  if (g_task_return_error_if_cancelled (outer))
    {
      g_object_unref (outer);
      return;
    }
  if (_ring_workfile_refuse_busy (self, &error) || (job = new_save_job (self, file, force, &error)) == NULL)
    {
      g_task_return_error (outer, error);
      g_object_unref (outer);
      return;
    }
  start (outer, job, save_thread_cb, save_done_cb);
}

gboolean
ring_workfile_save_finish (RingWorkfile *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --------------------------------------------------------------- accessors */

RingDesign *
ring_workfile_get_design (RingWorkfile *self)
{
  g_return_val_if_fail (RING_IS_WORKFILE (self), NULL);
  return self->design;
}

GFile *
ring_workfile_get_file (RingWorkfile *self)
{
  g_return_val_if_fail (RING_IS_WORKFILE (self), NULL);
  return self->file;
}

const char *
ring_workfile_get_title (RingWorkfile *self)
{
  g_return_val_if_fail (RING_IS_WORKFILE (self), NULL);
  return self->title != NULL ? self->title : _("New Design");
}

gboolean
ring_workfile_get_busy (RingWorkfile *self)
{
  g_return_val_if_fail (RING_IS_WORKFILE (self), FALSE);
  return self->busy;
}

const RingLoadReport *
ring_workfile_get_report (RingWorkfile *self)
{
  g_return_val_if_fail (RING_IS_WORKFILE (self), NULL);
  return self->report;
}

double
ring_workfile_get_progress (RingWorkfile *self)
{
  g_return_val_if_fail (RING_IS_WORKFILE (self), 0);
  return CLAMP (g_atomic_int_get (&self->permille) / 1000.0, 0, 1);
}
