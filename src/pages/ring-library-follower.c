/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-library-follower.h"

/* Files come in bursts: an update waits until the folder rests so long, ms. */
#define REST_MS 400
/* How often is told how far the reading is, ms. */
#define TELL_MS 700

struct _RingLibraryFollower
{
  GObject parent_instance;

  RingLibrary *library;
  GFile *folder;
  GHashTable *monitors; /* uri to GFileMonitor, of the folder and those in it */
  GCancellable *reading; /* NULL while nothing is read */
  gboolean again;        /* something changed meanwhile */
  guint rest_timer, tell_timer;
  gint done, of; /* atomic: how far the reading is */
};

G_DEFINE_FINAL_TYPE (RingLibraryFollower, ring_library_follower, G_TYPE_OBJECT)

enum
{
  READING,
  READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  RingLibraryFollower *follower; /* alive as long as the task */
  RingLibrary *library;
  GFile *folder;
  GPtrArray *folders; /* that were looked into, of GFile; or NULL */
} Update;

static void
update_free (Update *update)
{
  ring_library_unref (update->library);
  g_object_unref (update->folder);
  g_clear_pointer (&update->folders, g_ptr_array_unref);
  g_free (update);
}

static void
progress_cb (guint n, guint of, gpointer data)
{
  Update *update = data;

  g_atomic_int_set (&update->follower->done, (int) n);
  g_atomic_int_set (&update->follower->of, (int) of);
}

static void
update_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Update *update = data;
  GError *error = NULL;

  if (ring_library_update (update->library, update->folder, cancellable, progress_cb, update, NULL,
                           &update->folders, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
rest_cb (gpointer data)
{
  RingLibraryFollower *self = data;

  self->rest_timer = 0;
  ring_library_follower_look (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (RingLibraryFollower *self)
{
  g_clear_handle_id (&self->rest_timer, g_source_remove);
  self->rest_timer = g_timeout_add (REST_MS, rest_cb, self);
}

/* Where a mount cannot tell of changes, they are seen when the library is opened. */
static void
watch (RingLibraryFollower *self, GFile *folder)
{
  GFileMonitor *monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

  if (monitor == NULL)
    return;
  g_signal_connect_object (monitor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_hash_table_replace (self->monitors, g_file_get_uri (folder), monitor);
}

/* A monitor on a server asks it, and waits: folders further in are watched on this computer alone. */
static void
watch_all (RingLibraryFollower *self, const GPtrArray *folders)
{
  g_autoptr (GHashTable) there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer uri;

  for (guint i = 0; i < folders->len; i++)
    {
      GFile *folder = folders->pdata[i];
      g_autofree char *own = g_file_get_uri (folder);

      if (!g_hash_table_contains (self->monitors, own) && g_file_is_native (folder))
        watch (self, folder);
      g_hash_table_add (there, g_steal_pointer (&own));
    }
  g_hash_table_iter_init (&iter, self->monitors);
  while (g_hash_table_iter_next (&iter, &uri, NULL))
    if (!g_hash_table_contains (there, uri))
      g_hash_table_iter_remove (&iter);
}

static void
updated_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RingLibraryFollower *self = RING_LIBRARY_FOLLOWER (source);
  Update *update = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (self->reading != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->tell_timer, g_source_remove);
  if (update->folders != NULL)
    watch_all (self, update->folders);
  g_signal_emit (self, signals[READ], 0, error);
  if (self->again)
    ring_library_follower_look (self);
}

static gboolean
tell_cb (gpointer data)
{
  RingLibraryFollower *self = data;
  int of = g_atomic_int_get (&self->of);

  if (of > 0)
    g_signal_emit (self, signals[READING], 0, g_atomic_int_get (&self->done), of);
  return G_SOURCE_CONTINUE;
}

static void
stop (RingLibraryFollower *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_hash_table_remove_all (self->monitors);
  g_clear_handle_id (&self->tell_timer, g_source_remove);
  g_clear_handle_id (&self->rest_timer, g_source_remove);
  self->again = FALSE;
  g_clear_pointer (&self->library, ring_library_unref);
  g_clear_object (&self->folder);
}

static void
ring_library_follower_dispose (GObject *object)
{
  stop (RING_LIBRARY_FOLLOWER (object));
  G_OBJECT_CLASS (ring_library_follower_parent_class)->dispose (object);
}

static void
ring_library_follower_finalize (GObject *object)
{
  g_hash_table_unref (RING_LIBRARY_FOLLOWER (object)->monitors);
  G_OBJECT_CLASS (ring_library_follower_parent_class)->finalize (object);
}

static void
ring_library_follower_class_init (RingLibraryFollowerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_library_follower_dispose;
  G_OBJECT_CLASS (klass)->finalize = ring_library_follower_finalize;
  signals[READING] = g_signal_new ("reading", RING_TYPE_LIBRARY_FOLLOWER, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[READ] = g_signal_new ("read", RING_TYPE_LIBRARY_FOLLOWER, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ring_library_follower_init (RingLibraryFollower *self)
{
  self->monitors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

RingLibraryFollower *
ring_library_follower_new (void)
{
  return g_object_new (RING_TYPE_LIBRARY_FOLLOWER, NULL);
}

void
ring_library_follower_follow (RingLibraryFollower *self, RingLibrary *library, GFile *folder)
{
  g_return_if_fail (RING_IS_LIBRARY_FOLLOWER (self));

  stop (self);
  if (library == NULL || folder == NULL)
    return;
  self->library = ring_library_ref (library);
  self->folder = g_object_ref (folder);
  watch (self, folder);
  ring_library_follower_look (self);
}

void
ring_library_follower_look (RingLibraryFollower *self)
{
  g_autoptr (GTask) task = NULL;
  Update *update;

  g_return_if_fail (RING_IS_LIBRARY_FOLLOWER (self));

  self->again = self->reading != NULL;
  if (self->again || self->library == NULL)
    return;
  update = g_new0 (Update, 1);
  update->follower = self;
  update->library = ring_library_ref (self->library);
  update->folder = g_object_ref (self->folder);
  g_atomic_int_set (&self->of, 0);
  self->reading = g_cancellable_new ();
  self->tell_timer = g_timeout_add (TELL_MS, tell_cb, self);
  task = g_task_new (self, self->reading, updated_cb, NULL);
  g_task_set_task_data (task, update, (GDestroyNotify) update_free);
  g_task_run_in_thread (task, update_thread);
}

gboolean
ring_library_follower_is_reading (RingLibraryFollower *self)
{
  g_return_val_if_fail (RING_IS_LIBRARY_FOLLOWER (self), FALSE);

  return self->reading != NULL;
}
