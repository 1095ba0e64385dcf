/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include "ring-floor-enter.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ring-floor-settings.h"
#include "ring-floor-window.h"
#include "ring-parts.h"
#include "ring-passcode.h"
#include "ring-window-private.h"

GtkWindow *
ring_floor_find (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (RING_IS_FLOOR_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* Whatever is added to the application one day is locked, too. */
static void
set_actions (GtkApplication *application, gboolean enabled)
{
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (application));

  for (guint i = 0; names[i] != NULL; i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (application), names[i]);

      if (G_IS_SIMPLE_ACTION (action))
        g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
    }
}

/* What the shop had in hand is gone from the screen and from memory before a visitor comes. */
static void
close_others (GtkWindow *floor)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    g_object_ref (l->data);
  for (GList *l = windows; l != NULL; l = l->next)
    if (RING_IS_WINDOW (l->data))
      gtk_window_close (l->data);
  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (l->data != floor && !RING_IS_WINDOW (l->data))
        gtk_window_destroy (l->data);
      g_object_unref (l->data);
    }
}

static void
left_cb (GtkWindow *floor)
{
  GtkApplication *application = gtk_window_get_application (floor);

  g_application_hold (G_APPLICATION (application));
  gtk_window_destroy (floor);
  set_actions (application, TRUE);
  g_application_activate (G_APPLICATION (application));
  g_application_release (G_APPLICATION (application));
}

void
ring_floor_enter (GtkApplication *application, RingCatalogueSource *catalogue)
{
  GtkWindow *floor = ring_floor_find (application);

  if (floor == NULL)
    {
      floor = ring_floor_window_new (application, catalogue);
      g_signal_connect (floor, "left", G_CALLBACK (left_cb), NULL);
      close_others (floor);
      set_actions (application, FALSE);
    }
  gtk_window_present (floor);
}

/* ------------------------------------------------------------------------- asking */

static RingWindow *
find_unsaved (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (RING_IS_WINDOW (l->data)
        && (RING_WINDOW (l->data)->saving || ring_design_get_modified (ring_window_get_design (l->data))))
      return l->data;
  return NULL;
}

static void
refuse (RingWindow *window)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), _ ("Save Your Work First"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _ ("“%s” has changes that are not saved. Save or close it: on the shop floor no work of "
                                     "yours may be open."),
                                  ring_workfile_get_title (ring_window_get_workfile (window)));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct
{
  GtkApplication *application;
  RingCatalogueSource *catalogue;
  GtkWidget *entry; /* NULL where there is a code already */
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  g_object_unref (((Question *) data)->catalogue);
  g_free (data);
}

/* The dialog closes by itself after this. */
static gboolean
enter_cb (gpointer data)
{
  Question *question = data;

  ring_floor_enter (question->application, question->catalogue);
  return G_SOURCE_REMOVE;
}

static void
free_later_cb (gpointer data)
{
  question_free (data, NULL);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  Question *later;

  if (!g_str_equal (response, "begin"))
    return;
  if (question->entry != NULL)
    ring_floor_settings_set_code (gtk_editable_get_text (GTK_EDITABLE (question->entry)));
  later = g_new0 (Question, 1);
  later->application = question->application;
  later->catalogue = g_object_ref (question->catalogue);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, enter_cb, later, free_later_cb);
}

static void
code_changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "begin", ring_passcode_is_valid (gtk_editable_get_text (entry)));
}

static GtkWidget *
new_entry (AdwMessageDialog *dialog)
{
  GtkWidget *entry = gtk_password_entry_new ();

  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (entry), TRUE);
  g_object_set (entry, "placeholder-text", _ ("4 to 12 digits"), "activates-default", TRUE, NULL);
  ring_parts_name (entry, _ ("Code that leads out of the mode, 4 to 12 digits"));
  g_signal_connect_object (entry, "changed", G_CALLBACK (code_changed_cb), dialog, 0);
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_set_response_enabled (dialog, "begin", FALSE);
  return entry;
}

void
ring_floor_ask (GtkApplication *application, GtkWindow *parent, RingCatalogueSource *catalogue)
{
  RingWindow *unsaved = find_unsaved (application);
  AdwMessageDialog *dialog;
  Question *question;

  if (unsaved != NULL)
    {
      refuse (unsaved);
      return;
    }
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      parent, _ ("Begin Shop-Floor Mode?"),
      _ ("Visitors get the whole screen, and all windows are closed. To come back, hold both upper corners of the screen "
         "for three seconds, or press Ctrl+Alt+L, and enter the code.")));
  question = g_new0 (Question, 1);
  question->application = application;
  question->catalogue = g_object_ref (catalogue);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "begin", _ ("_Begin"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "begin", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "begin");
  adw_message_dialog_set_close_response (dialog, "cancel");
  if (!ring_floor_settings_has_code ())
    question->entry = new_entry (dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
