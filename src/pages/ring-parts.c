/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-parts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SCROLL_MARGIN 12 /* pixels */

void
ring_parts_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *
ring_parts_new_check (const char *label)
{
  GtkWidget *check = gtk_check_button_new_with_mnemonic (label);
  const char *key = strchr (label, '_');
  g_autofree char *name
      = key != NULL ? g_strdup_printf ("%.*s%s", (int) (key - label), label, key + 1) : g_strdup (label);

  ring_parts_name (check, name);
  return check;
}

void
ring_parts_leave_wheel (GtkWidget *spin)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (spin);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

GtkWidget *
ring_parts_icon (GtkWidget *button, const char *icon, const char *name)
{
  if (GTK_IS_MENU_BUTTON (button))
    gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon);
  else
    gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_set_tooltip_text (button, name);
  ring_parts_name (button, name);
  return button;
}

GtkWidget *
ring_parts_new_field_row (const char *title, GtkWidget *child)
{
  GtkWidget *row = adw_preferences_row_new ();

  g_object_set (child, "margin-top", 10, "margin-bottom", 12, "margin-start", 12, "margin-end", 12,
                NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  return row;
}

typedef struct
{
  RingPartsMake make;
  gpointer data;
} Later;

static void
make_popover_cb (GtkMenuButton *button, gpointer data)
{
  Later *later = data;
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), later->make (later->data));
  gtk_menu_button_set_popover (button, popover);
}

void
ring_parts_make_popover_later (GtkMenuButton *button, RingPartsMake make, gpointer data)
{
  Later *later = g_new (Later, 1);

  *later = (Later){ make, data };
  gtk_menu_button_set_create_popup_func (button, make_popover_cb, later, g_free);
}

void
ring_parts_close_popover (GtkWidget *widget)
{
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

void
ring_parts_set_up (GtkBox *box, int spacing)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (box), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (box, spacing);
  g_object_set (box, "margin-top", 6, "margin-bottom", 6, "margin-start", 6, "margin-end", 6, NULL);
}

GtkWidget *
ring_parts_new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

GtkWidget *
ring_parts_add_text (GtkWidget *box, const char *css_class, int chars)
{
  GtkWidget *label = ring_parts_new_label (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), chars);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

void
ring_parts_complain (GtkWidget *label, GtkWidget *entry, const char *message)
{
  gtk_label_set_text (GTK_LABEL (label), message != NULL ? message : "");
  gtk_widget_set_visible (label, message != NULL);
  if (entry == NULL)
    return;
  if (message != NULL)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
}

GtkWidget *
ring_parts_new_grid (void)
{
  return g_object_new (GTK_TYPE_GRID, "row-spacing", 6, "column-spacing", 12, NULL);
}

GtkWidget *
ring_parts_attach (GtkWidget *grid, int row, const char *text, GtkWidget *widget)
{
  GtkWidget *label = ring_parts_new_label (text);

  gtk_widget_set_hexpand (label, TRUE);
  /* This names it, too. */
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), widget, 1, row, 1, 1);
  return label;
}

void
ring_parts_set_button_label (GtkWidget *button, const char *label)
{
  gtk_button_set_label (GTK_BUTTON (button), label);
  /* GTK gives the button its label with the underscore for a name, and then the words of the label
   * in it once more; those alone are right. */
  gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* Whether a template gave the button no other name than its label. */
static gboolean
is_named_by_label (GtkButton *button)
{
  const char *label = gtk_button_get_label (button);
  g_autofree char *other = NULL;

  if (label == NULL || !gtk_button_get_use_underline (button))
    return FALSE;
  other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (button),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  return other == NULL;
}

void
ring_parts_name_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && is_named_by_label (GTK_BUTTON (widget)))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ring_parts_name_buttons (child);
}

GtkWidget *
ring_parts_new_button (const char *label, GCallback clicked, gpointer object)
{
  GtkWidget *button = gtk_button_new_with_mnemonic ("");

  ring_parts_set_button_label (button, label);
  if (clicked != NULL)
    g_signal_connect_object (button, "clicked", clicked, object, G_CONNECT_SWAPPED);
  return button;
}

/* Escape takes the words away, and where there are none it leaves the window, as it does from
 * anywhere else in it. */
static void
stop_search_cb (GtkSearchEntry *entry)
{
  GtkEditable *words = GTK_EDITABLE (entry);

  if (gtk_editable_get_text (words)[0] != '\0')
    gtk_editable_set_text (words, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (entry), "window.close", NULL);
}

GtkWidget *
ring_parts_new_search (const char *name,
                       const char *placeholder,
                       GCallback changed,
                       gpointer object)
{
  GtkWidget *entry = gtk_search_entry_new ();

  g_object_set (entry, "placeholder-text", placeholder, NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 40);
  ring_parts_name (entry, name);
  g_signal_connect_object (entry, "search-changed", changed, object, G_CONNECT_SWAPPED);
  g_signal_connect (entry, "stop-search", G_CALLBACK (stop_search_cb), NULL);
  return entry;
}

GtkWidget *
ring_parts_new_status (const char *icon, const char *title, const char *text, GtkWidget *button)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), text);
  gtk_widget_set_vexpand (page, TRUE);
  if (button != NULL)
    {
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "pill");
      adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
    }
  return page;
}

GtkWidget *
ring_parts_new_spin (
    double least, double most, double step, guint digits, GCallback changed, gpointer object)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (least, most, step);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), digits);
  g_signal_connect_object (spin, "value-changed", changed, object, G_CONNECT_SWAPPED);
  return spin;
}

GtkWidget *
ring_parts_new_drop_down (const char *const *labels,
                          const char *name,
                          GCallback changed,
                          gpointer object)
{
  GtkWidget *drop = gtk_drop_down_new_from_strings (labels);

  ring_parts_name (drop, name);
  gtk_widget_set_tooltip_text (drop, name);
  g_signal_connect_object (drop, "notify::selected", changed, object, G_CONNECT_SWAPPED);
  return drop;
}

static void
left_cb (GtkEntry *entry)
{
  g_signal_emit_by_name (entry, "activate");
}

GtkWidget *
ring_parts_new_entry (const char *name, GCallback done, gpointer object)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *entry = gtk_entry_new ();

  ring_parts_name (entry, name);
  g_signal_connect_object (entry, "activate", done, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), entry, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

GtkWidget *
ring_parts_add_linked (GtkWidget *box)
{
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (linked, "linked");
  gtk_box_append (GTK_BOX (box), linked);
  return linked;
}

GtkWidget *
ring_parts_add_toggle (GtkWidget *linked,
                       const char *icon,
                       const char *label,
                       const char *hint,
                       GCallback toggled,
                       gpointer object)
{
  GtkWidget *first = gtk_widget_get_first_child (linked);
  GtkWidget *button = gtk_toggle_button_new ();

  if (icon != NULL)
    gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  else
    gtk_button_set_label (GTK_BUTTON (button), label);
  ring_parts_name (button, label);
  gtk_widget_set_tooltip_text (button, hint);
  gtk_widget_set_hexpand (button, TRUE);
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  if (toggled != NULL)
    g_signal_connect_object (button, "toggled", toggled, object, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (linked), button);
  return button;
}

GtkWidget *
ring_parts_new_row (GtkWidget *child)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  return row;
}

GtkNativeDialog *
ring_parts_new_picture_chooser (GtkWindow *parent, const char *title, const char *what, gboolean drawings)
{
  static const char *const types[] = { "image/png", "image/jpeg", "image/webp", "image/tiff" };
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              _ ("_Add"), NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, what);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    gtk_file_filter_add_mime_type (filter, types[i]);
  if (drawings)
    gtk_file_filter_add_mime_type (filter, "image/svg+xml");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  return GTK_NATIVE_DIALOG (native);
}

GListModel *
ring_parts_end_chooser (GtkNativeDialog *native, int response)
{
  GListModel *files = response == GTK_RESPONSE_ACCEPT
                          ? gtk_file_chooser_get_files (GTK_FILE_CHOOSER (native))
                          : G_LIST_MODEL (g_list_store_new (G_TYPE_FILE));

  gtk_native_dialog_destroy (native);
  g_object_unref (native);
  return files;
}

gboolean
ring_parts_commit (gpointer object, RingDesign *design, RingEdit *edit)
{
  if (ring_design_commit (design, edit))
    return TRUE;
  g_signal_emit_by_name (object, "refused",
                         _ ("This design is read-only. Save it under another name first."));
  return FALSE;
}

static void
leave_parent_cb (GtkWindow *window)
{
  gtk_window_set_transient_for (window, NULL);
}

void
ring_parts_leave_parent (GtkWindow *window)
{
  g_signal_connect (window, "unrealize", G_CALLBACK (leave_parent_cb), NULL);
}

void
ring_parts_scroll_to (GtkWidget *widget)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment;
  double x, y;

  if (viewport == NULL
      || !gtk_widget_translate_coordinates (
          widget, gtk_viewport_get_child (GTK_VIEWPORT (viewport)), 0, 0, &x, &y))
    return;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  gtk_adjustment_set_value (adjustment, y - SCROLL_MARGIN);
}

void
ring_parts_set_colour (GtkColorChooser *chooser, guint32 colour)
{
  GdkRGBA rgba = { (float) (colour >> 24) / 255, (float) (colour >> 16 & 0xff) / 255,
                   (float) (colour >> 8 & 0xff) / 255, 1 };

  gtk_color_chooser_set_rgba (chooser, &rgba);
}

guint32
ring_parts_get_colour (GtkColorChooser *chooser)
{
  GdkRGBA rgba;

  gtk_color_chooser_get_rgba (chooser, &rgba);
  return (guint32) (rgba.red * 255 + 0.5f) << 24 | (guint32) (rgba.green * 255 + 0.5f) << 16
         | (guint32) (rgba.blue * 255 + 0.5f) << 8 | 0xff;
}
