/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "Forget This Client": asked once, and not undone. */

#define G_LOG_DOMAIN "ring-app"

#include <glib/gi18n-lib.h>

#include "ring-window-private.h"

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RingWindow) self = user_data;
  RingWorkfile *workfile = RING_WORKFILE (source);
  GFile *file = ring_workfile_get_file (workfile);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;
  g_autoptr (GError) error = NULL;

  if (!ring_workfile_forget_client_finish (workfile, result, &error))
    {
      if (ring_window_shows (self, ring_workfile_get_design (workfile)))
        ring_window_show_message (self, GTK_MESSAGE_ERROR, error->message, NULL);
      return;
    }
  if (uri != NULL)
    gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
  if (ring_window_shows (self, ring_workfile_get_design (workfile)))
    ring_window_toast (self, _ ("The client is forgotten. The ring stays."));
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, RingWindow *self)
{
  if (g_str_equal (response, "forget"))
    ring_workfile_forget_client_async (self->workfile, forgotten_cb, g_object_ref (self));
}

/* A file is often named after who ordered; only a person can name it otherwise. */
static char *
make_body (RingWindow *self)
{
  GFile *file = ring_workfile_get_file (self->workfile);
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : NULL;
  const char *gone = _ ("Name and contact, occasion, story and budget, the conversation, tasks, photos, "
                        "signatures and all words that name the client go from the design, its steps "
                        "to undo and its thumbnail. The drawing and the order's figures stay. This "
                        "cannot be undone.");

  if (name == NULL)
    return g_strdup (gone);
  /* TRANSLATORS: what goes, then a file's name. */
  return g_strdup_printf (_ ("%s\n\nThe file “%s” is saved so; its name and copies elsewhere are yours "
                             "to change."),
                          gone, name);
}

static void
forget_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;
  g_autofree char *body = make_body (self);
  GtkWidget *dialog
      = adw_message_dialog_new (GTK_WINDOW (self), _ ("Forget This Client?"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "forget",
                                    _ ("_Forget"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "forget",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ring_window_add_forget_action (RingWindow *self)
{
  static const GActionEntry entries[] = { { .name = "forget-client", .activate = forget_cb } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
