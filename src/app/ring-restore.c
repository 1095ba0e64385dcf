/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include "ring-restore.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>

#include "ring-keeper.h"
#include "ring-window-private.h"

static gpointer
build_folder (gpointer data)
{
  return g_build_filename (g_get_user_state_dir (), RING_APP_ID, NULL);
}

/* The thread that prunes asks for it too. */
const char *
ring_restore_folder (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, build_folder, NULL);
}

/* A journal of which every step is in a file has done its work. */
static gboolean
is_settled (const char *path)
{
  RingJournalFile known;
  gboolean settled = FALSE;
  gboolean ok = ring_restored_read_file (path, &known, &settled);

  ring_journal_file_clear (&known);
  return ok && settled;
}

static GPtrArray *
list_left (void)
{
  g_autofree char *folder = ring_keeper_journal_folder (ring_restore_folder ());
  GPtrArray *left = ring_journal_list_left (folder);

  for (guint i = left->len; i > 0; i--)
    {
      const char *path = g_ptr_array_index (left, i - 1);
      RingJournal *journal = is_settled (path) ? ring_journal_open (path, NULL) : NULL;

      if (journal == NULL)
        continue;
      ring_journal_remove (journal);
      g_ptr_array_remove_index (left, i - 1);
    }
  return left;
}

static void
prune_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ring_keeper_prune (ring_restore_folder ());
}

gboolean
ring_restore_all (GtkApplication *application)
{
  static gboolean done;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GTask) prune = NULL;

  if (done)
    return FALSE;
  done = TRUE;
  prune = g_task_new (NULL, NULL, NULL, NULL);
  g_task_run_in_thread (prune, prune_thread_cb);
  left = list_left ();
  for (guint i = 0; i < left->len; i++)
    {
      RingWindow *window = ring_window_new (application);

      ring_window_restore (window, g_ptr_array_index (left, i));
      gtk_window_present (GTK_WINDOW (window));
    }
  return left->len > 0;
}

char *
ring_restore_find (GFile *file)
{
  g_autoptr (GPtrArray) left = list_left ();
  g_autofree char *uri = g_file_get_uri (file);

  for (guint i = 0; i < left->len; i++)
    {
      RingJournalFile known;
      gboolean found = ring_restored_read_file (g_ptr_array_index (left, i), &known, NULL)
                       && g_str_equal (known.uri, uri);

      ring_journal_file_clear (&known);
      if (found)
        return g_strdup (g_ptr_array_index (left, i));
    }
  return NULL;
}

/* ------------------------------------------------------------- ending well */

static gboolean
is_saving (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (RING_IS_WINDOW (l->data) && RING_WINDOW (l->data)->saving)
      return TRUE;
  return FALSE;
}

/* Others need not wait until a claim is old. */
static void
leave_all (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (RING_IS_WINDOW (l->data))
      ring_workfile_leave (RING_WINDOW (l->data)->workfile);
}

static void
flush_all (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (RING_IS_WINDOW (l->data))
      ring_workfile_flush (RING_WINDOW (l->data)->workfile);
}

/* A file on its way to the disk is waited for: the thread that writes it would end with us. */
static gboolean
end_cb (gpointer data)
{
  GtkApplication *application = data;

  flush_all (application);
  if (is_saving (application))
    return G_SOURCE_CONTINUE;
  leave_all (application);
  g_application_quit (G_APPLICATION (application));
  return G_SOURCE_REMOVE;
}

static gboolean
signal_cb (gpointer data)
{
  if (end_cb (data) == G_SOURCE_CONTINUE)
    g_timeout_add (50, end_cb, data);
  return G_SOURCE_CONTINUE;
}

/* The session ends whatever we answer; what is in the journal then is restored. */
static void
query_end_cb (GtkApplication *application)
{
  flush_all (application);
}

void
ring_restore_watch_end (GtkApplication *application)
{
  static const int signals[] = { SIGTERM, SIGHUP, SIGINT };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_unix_signal_add (signals[i], signal_cb, application);
  g_signal_connect (application, "query-end", G_CALLBACK (query_end_cb), NULL);
}
