/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists that are there, and the end of one: that takes seconds where it is large, so a thread
 * does it. */

#define G_LOG_DOMAIN "ring-pages"

#include <glib/gi18n-lib.h>

#include "ring-day.h"
#include "ring-parts.h"
#include "ring-stones-window-private.h"

typedef struct
{
  RingLists *lists;
  char *name;
} Removal;

static void
removal_free (Removal *removal)
{
  ring_lists_unref (removal->lists);
  g_free (removal->name);
  g_free (removal);
}

static void
remove_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Removal *removal = data;
  GError *error = NULL;

  if (ring_lists_remove (removal->lists, removal->name, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RingStonesWindow *self = RING_STONES_WINDOW (source);
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (ring_stones_window_end_work (self, g_task_get_cancellable (G_TASK (result)), error))
    ring_stones_window_reload (self);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, RingStonesWindow *self)
{
  const char *name = g_object_get_data (G_OBJECT (dialog), "list");
  g_autofree char *text = g_strdup_printf (_ ("Removing “%s” …"), name);
  g_autoptr (GCancellable) work = NULL;
  g_autoptr (GTask) task = NULL;
  Removal *removal;

  if (g_str_equal (response, "remove"))
    work = ring_stones_window_begin_work (self, text);
  if (work == NULL)
    return;
  removal = g_new0 (Removal, 1);
  removal->lists = ring_lists_ref (self->lists);
  removal->name = g_strdup (name);
  task = g_task_new (self, work, removed_cb, NULL);
  g_task_set_task_data (task, removal, (GDestroyNotify) removal_free);
  g_task_run_in_thread (task, remove_thread);
}

static void
remove_clicked_cb (GtkWidget *button, RingStonesWindow *self)
{
  const char *name = g_object_get_data (G_OBJECT (button), "list");
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (self), NULL,
      _ ("Its stones are no longer found. Those that were attached to designs stay as they are."));

  ring_parts_close_popover (button);
  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _ ("Remove the List “%s”?"),
                                     name);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "remove",
                                    _ ("_Remove"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "list", g_strdup (name), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_list (RingStonesWindow *self, const RingListInfo *info)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = ring_parts_new_label (info->name);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *day = ring_day_of (info->imported_ms);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u stone, imported on %s",
                                                        "%u stones, imported on %s", info->n),
                                           info->n, day);
  g_autofree char *hint = g_strdup_printf (_ ("Remove the list “%s”"), info->name);
  GtkWidget *told = ring_parts_new_label (text);

  gtk_widget_add_css_class (name, "heading");
  gtk_widget_add_css_class (told, "caption");
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), told);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_tooltip_text (button, hint);
  ring_parts_name (button, hint);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "list", g_strdup (info->name), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (self->lists_box), row);
}

void
ring_stones_window_fill_lists (RingStonesWindow *self, const GPtrArray *lists)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->lists_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->lists_box), child);
  for (guint i = 0; i < lists->len; i++)
    add_list (self, g_ptr_array_index (lists, i));
}
