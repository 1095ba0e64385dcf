/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include "ring-floor-preferences.h"

#include <glib/gi18n-lib.h>

#include "ring-floor-settings.h"
#include "ring-parts.h"
#include "ring-passcode.h"
#include "ring-settings.h"

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static void
bind (const char *key, gpointer object, const char *property)
{
  if (ring_settings_get () != NULL)
    g_settings_bind (ring_settings_get (), key, object, property, G_SETTINGS_BIND_DEFAULT);
}

static void
add_entry (AdwPreferencesGroup *group, const char *title, const char *key)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  bind (key, row, "text");
  adw_preferences_group_add (group, row);
}

static void
add_spin (AdwPreferencesGroup *group, const char *title, const char *key, double least, double most, double step)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (least, most, step);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  ring_parts_leave_wheel (spin);
  bind (key, spin, "value");
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  adw_preferences_group_add (group, row);
}

/* -------------------------------------------------------------------- the code */

static void
show_code (GtkWidget *row, const char *complaint)
{
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "remove"), ring_floor_settings_has_code ());
  if (complaint != NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), complaint != NULL                ? complaint
                                                            : ring_floor_settings_has_code () ? _ ("Another code, 4 to 12 digits")
                                                                                              : _ ("A code, 4 to 12 digits"));
}

static void
code_applied_cb (GtkWidget *row)
{
  const char *code = gtk_editable_get_text (GTK_EDITABLE (row));

  if (!ring_passcode_is_valid (code))
    {
      show_code (row, _ ("Not kept: a code has 4 to 12 digits and nothing else"));
      return;
    }
  ring_floor_settings_set_code (code);
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  show_code (row, NULL);
}

static void
code_removed_cb (GtkWidget *row)
{
  ring_floor_settings_set_code (NULL);
  show_code (row, NULL);
}

static void
add_code (AdwPreferencesPage *page)
{
  AdwPreferencesGroup *group
      = add_group (page, _ ("The Way Back"),
                   _ ("Visitors cannot leave the mode. You hold both upper corners of the screen for three seconds, or "
                      "press Ctrl+Alt+L, and enter this code. Without one the gesture is enough."));
  GtkWidget *row = adw_password_entry_row_new ();
  GtkWidget *remove = ring_parts_icon (gtk_button_new (), "user-trash-symbolic", _ ("Remove the Code"));

  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_PIN);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), remove);
  g_object_set_data (G_OBJECT (row), "remove", remove);
  g_signal_connect (row, "apply", G_CALLBACK (code_applied_cb), NULL);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (code_removed_cb), row, G_CONNECT_SWAPPED);
  show_code (row, NULL);
  adw_preferences_group_add (group, row);
}

/* -------------------------------------------------------------------- the printer */

static void
add_printer (AdwPreferencesPage *page)
{
  AdwPreferencesGroup *group
      = add_group (page, _ ("Sheets"), _ ("A visitor may print one sheet, without a dialog, on the printer that you name."));
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Visitors may print their ring"));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  bind (RING_FLOOR_PRINT_KEY, toggle, "active");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  adw_preferences_group_add (group, row);
  add_entry (group, _ ("Name of the printer, as the system has it"), RING_FLOOR_PRINTER_KEY);
  add_spin (group, _ ("Sheets an hour at most"), RING_FLOOR_CAP_KEY, 1, 100, 1);
}

/* -------------------------------------------------------------------- what is kept */

static void
show_keep (GtkWidget *row)
{
  g_autofree char *path = ring_floor_settings_get_keep ();
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), shown != NULL ? shown : _ ("They are not kept"));
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "remove"), path != NULL);
}

static void
set_keep (GtkWidget *row, const char *uri)
{
  if (ring_settings_get () != NULL)
    g_settings_set_string (ring_settings_get (), RING_FLOOR_KEEP_KEY, uri);
  show_keep (row);
}

static void
folder_cb (GtkNativeDialog *native, int response, GtkWidget *row)
{
  g_autoptr (GFile) folder
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    set_keep (row, uri);
  gtk_native_dialog_destroy (native);
  g_object_unref (native);
}

static void
choose_cb (GtkWidget *row)
{
  GtkFileChooserNative *native
      = gtk_file_chooser_native_new (_ ("Keep Visitors’ Drawings In"), GTK_WINDOW (gtk_widget_get_root (row)),
                                     GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_object (native, "response", G_CALLBACK (folder_cb), row, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
remove_cb (GtkWidget *row)
{
  set_keep (row, "");
}

static void
add_keep (AdwPreferencesGroup *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *choose = ring_parts_new_button (_ ("_Choose…"), G_CALLBACK (choose_cb), row);
  GtkWidget *remove = ring_parts_icon (gtk_button_new (), "user-trash-symbolic", _ ("Keep No Drawings"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Visitors’ drawings"));
  g_object_set_data (G_OBJECT (row), "remove", remove);
  gtk_widget_set_valign (choose, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), row, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choose);
  show_keep (row);
  adw_preferences_group_add (group, row);
}

AdwPreferencesPage *
ring_floor_preferences_new (void)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group;

  adw_preferences_page_set_title (page, _ ("Shop Floor"));
  adw_preferences_page_set_icon_name (page, "ring-client-symbolic");
  add_code (page);
  group = add_group (page, _ ("Visitors"),
                     _ ("The line stands under what they take along; without one it is the shop’s name and where it is. "
                        "Drawings are kept only where you choose a folder, and visitors are told."));
  add_entry (group, _ ("The shop’s line"), RING_FLOOR_LINE_KEY);
  add_spin (group, _ ("Longest visit, seconds"), RING_FLOOR_SECONDS_KEY, 60, 900, 10);
  add_spin (group, _ ("Ask after so many seconds without a hand"), RING_FLOOR_IDLE_KEY, 3, 300, 1);
  add_keep (group);
  add_printer (page);
  return page;
}
