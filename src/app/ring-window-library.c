/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The library as an action; its folder is remembered. */

#define G_LOG_DOMAIN "ring-app"

#include "ring-library-window.h"
#include "ring-library.h"
#include "ring-settings.h"
#include "ring-window-private.h"

gboolean
ring_window_forget_in_library (GFile *file, GError **error)
{
  g_autofree char *path = ring_library_get_path ();
  g_autoptr (RingLibrary) library = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  library = ring_library_open (path, error);
  return library != NULL && ring_library_forget (library, file, error);
}

static void
open_cb (RingWindow *self, GFile *file)
{
  gtk_window_present (GTK_WINDOW (self));
  ring_window_open (self, file);
}

static void
folder_changed_cb (RingWindow *self, const char *uri)
{
  ring_settings_set_library (uri);
}

static void
show (RingWindow *self, const char *folder)
{
  g_autofree char *remembered = ring_settings_get_library ();
  const char *wanted = folder != NULL ? folder : remembered;
  g_autoptr (GFile) file = wanted != NULL ? g_file_new_for_commandline_arg (wanted) : NULL;

  if (self->library_window == NULL)
    {
      g_autofree char *path = ring_library_get_path ();

      self->library_window = ring_library_window_new (GTK_WINDOW (self), path);
      g_object_add_weak_pointer (G_OBJECT (self->library_window),
                                 (gpointer *) &self->library_window);
      gtk_window_set_destroy_with_parent (self->library_window, TRUE);
      g_signal_connect_object (self->library_window, "open", G_CALLBACK (open_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->library_window, "folder-changed",
                               G_CALLBACK (folder_changed_cb), self, G_CONNECT_SWAPPED);
    }
  ring_library_window_set_folder (RING_LIBRARY_WINDOW (self->library_window), file);
  gtk_window_present (self->library_window);
}

static void
library_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show (user_data, NULL);
}

static void
library_folder_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show (user_data, g_variant_get_string (parameter, NULL));
}

void
ring_window_add_library_actions (RingWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "library", .activate = library_cb },
    { .name = "library-folder", .activate = library_folder_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
