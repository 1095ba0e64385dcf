/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How reading, saving, restoring and forgetting run in a thread, one at a time. */

#include "ring-workfile-private.h"

#include <glib/gi18n-lib.h>

gboolean
_ring_workfile_refuse_busy (RingWorkfile *self, GError **error)
{
  if (!self->busy)
    return FALSE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_PENDING,
               _("The design is being read or saved; wait a moment."));
  return TRUE;
}

void
_ring_workfile_refuse (GTask *task, GError *error)
{
  g_task_return_error (task, error);
  g_object_unref (task);
}

GTask *
_ring_workfile_ask (RingWorkfile *self,
                    GCancellable *cancellable,
                    gpointer tag,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, tag);
  if (!g_cancellable_set_error_if_cancelled (cancellable, &error)
      && !_ring_workfile_refuse_busy (self, &error))
    return task;
  _ring_workfile_refuse (task, error);
  return NULL;
}

static void
thread_cb (GTask *inner, gpointer source, gpointer job, GCancellable *cancellable)
{
  const RingWorkfileWork *work = g_task_get_source_tag (inner);
  GError *error = NULL;

  if (work->run (job, &error))
    g_task_return_boolean (inner, TRUE);
  else
    g_task_return_error (inner, error);
}

/* Between the thread and the caller: the state changes before anybody hears of it. */
static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *inner = G_TASK (result);
  GTask *task = data;
  RingWorkfile *self = g_task_get_source_object (task);
  const RingWorkfileWork *work = g_task_get_source_tag (inner);
  GError *error = NULL;

  _ring_workfile_set_busy (self, FALSE);
  if (work->locks)
    ring_design_set_read_only (self->design, FALSE);
  if (g_task_propagate_boolean (inner, &error)
      && work->end (self, g_task_get_task_data (inner), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  g_object_unref (task);
}

/* The workfile hangs on TASK alone: the thread may be the last to leave the inner task, and a workfile
 * must not end there. A job that has begun always ends: a save that reached the disk must not be told
 * as cancelled. */
void
_ring_workfile_start (GTask *task, const RingWorkfileWork *work, gpointer job)
{
  RingWorkfile *self = g_task_get_source_object (task);
  g_autoptr (GTask) inner = g_task_new (NULL, NULL, done_cb, task);

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (inner, (gpointer) work);
  g_task_set_task_data (inner, job, work->free);
  _ring_workfile_set_busy (self, TRUE);
  if (work->locks)
    ring_design_set_read_only (self->design, TRUE);
  g_task_run_in_thread (inner, thread_cb);
}
