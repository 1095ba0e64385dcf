/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a list that were not taken, each with its line and the reason. */

#define G_LOG_DOMAIN "ring-pages"

#include <glib/gi18n-lib.h>

#include "ring-parts.h"
#include "ring-save.h"
#include "ring-stones-window-private.h"

/* A row for the view: its line, the reason, and the cells. */
static GtkStringObject *
new_row (const RingRejection *rejection)
{
  g_autofree char *cells = g_strjoinv (" | ", rejection->cells);
  g_autofree char *text = g_strdup_printf ("%u\n%s\n%s", rejection->line, rejection->reason, cells);

  return gtk_string_object_new (text);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_auto (GStrv) parts = g_strsplit (text, "\n", 3);
  const char *part = parts[GPOINTER_TO_UINT (data)];
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), part);
  gtk_widget_set_tooltip_text (label, part);
}

static void
add_column (GtkWidget *view, const char *title, guint part, gboolean expand)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (part));
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (column, expand);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
  g_object_unref (column);
}

static void
save_response_cb (GtkNativeDialog *native, int response, GtkWindow *window)
{
  GBytes *bytes = g_object_get_data (G_OBJECT (window), "csv");
  AdwToastOverlay *toasts = g_object_get_data (G_OBJECT (window), "toasts");
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  g_autoptr (GError) error = NULL;
  g_autofree char *escaped = NULL;

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    {
      escaped = ring_save_file (file, bytes, &error) ? g_strdup (_ ("Saved"))
                                                     : g_markup_escape_text (error->message, -1);
      adw_toast_overlay_add_toast (toasts, adw_toast_new (escaped));
    }
  g_object_unref (native);
}

static void
save_clicked_cb (GtkWindow *window)
{
  GtkFileChooserNative *native
      = gtk_file_chooser_native_new (_ ("Save the Rejected Rows"), window,
                                     GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native),
                                     g_object_get_data (G_OBJECT (window), "name"));
  g_signal_connect_object (native, "response", G_CALLBACK (save_response_cb), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static GtkWidget *
new_table (const RingListsReport *report)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GListStore *rows = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  GtkWidget *view;

  for (guint i = 0; i < report->rejections->len; i++)
    {
      g_autoptr (GtkStringObject) row = new_row (g_ptr_array_index (report->rejections, i));

      g_list_store_append (rows, row);
    }
  view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (rows))));
  gtk_widget_add_css_class (view, "data-table");
  ring_parts_name (view, _ ("Rejected rows"));
  add_column (view, _ ("Line"), 0, FALSE);
  add_column (view, _ ("Reason"), 1, TRUE);
  add_column (view, _ ("Row"), 2, TRUE);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  return scrolled;
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
}

void
ring_stones_show_rejected (GtkWindow *parent,
                           const char *name,
                           const RingListsReport *report,
                           const char *const *header)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *save
      = ring_parts_new_button (_ ("_Save as CSV…"), G_CALLBACK (save_clicked_cb), window);
  GtkWidget *toasts = adw_toast_overlay_new ();
  g_autofree char *count
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row of “%s” was not taken",
                                      "%u rows of “%s” were not taken", report->n_rejected),
                         report->n_rejected, name);

  gtk_window_set_title (GTK_WINDOW (window), _ ("Rejected Rows"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 520);
  g_object_set_data_full (G_OBJECT (window), "csv",
                          ring_rejections_to_csv (report->rejections, header),
                          (GDestroyNotify) g_bytes_unref);
  g_object_set_data_full (G_OBJECT (window), "name", g_strdup_printf (_ ("%s rejected.csv"), name),
                          g_free);
  g_object_set_data (G_OBJECT (window), "toasts", toasts);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar),
                                   adw_window_title_new (_ ("Rejected Rows"), count));
  gtk_widget_set_tooltip_text (save, _ ("Mend the rows in a spreadsheet and import that file"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), save);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), new_table (report));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), box);
  adw_window_set_content (ADW_WINDOW (window), toasts);
  add_escape (window);
  gtk_window_present (GTK_WINDOW (window));
}
