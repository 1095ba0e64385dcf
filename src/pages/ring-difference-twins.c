/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-difference-twins.h"

#include "ring-library.h"

typedef struct
{
  GFile *folder;
  char *own; /* the name of the design's file, where it lies in FOLDER */
  RingDrawing *drawing;
  guint n;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->folder);
  g_free (job->own);
  ring_drawing_unref (job->drawing);
  g_free (job);
}

/* The index as it is: the library's window brings it up to date. Without one there is nothing to ask, and none is made. */
static void
ask_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autofree char *path = ring_library_get_path ();
  RingTwinKey key = ring_twin_key (job->drawing);
  g_autoptr (RingLibrary) library
      = g_file_test (path, G_FILE_TEST_EXISTS) ? ring_library_open (path, NULL) : NULL;
  char **names = library != NULL
                     ? ring_library_find_twins (library, job->folder, &key, job->own, &job->n, NULL)
                     : NULL;

  g_task_return_pointer (task, names, (GDestroyNotify) g_strfreev);
}

void
ring_difference_ask_async (GFile *folder,
                           GFile *file,
                           RingDrawing *drawing,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->folder = g_object_ref (folder);
  job->own = file != NULL ? g_file_get_relative_path (folder, file) : NULL;
  job->drawing = ring_drawing_ref (drawing);
  g_task_set_source_tag (task, ring_difference_ask_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, ask_cb);
}

char **
ring_difference_ask_finish (GAsyncResult *result, guint *n_designs)
{
  char **names = g_task_propagate_pointer (G_TASK (result), NULL);

  *n_designs = ((const Job *) g_task_get_task_data (G_TASK (result)))->n;
  return names;
}
