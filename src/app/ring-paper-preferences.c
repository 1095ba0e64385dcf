/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include "ring-paper-preferences.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-parts.h"
#include "ring-scale-card.h"
#include "ring-screen-scale.h"
#include "ring-settings.h"
#include "ring-shop-settings.h"

#define TERMS_HEIGHT 120

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

/* -------------------------------------------------------------------- shop */

static void
add_entry (AdwPreferencesGroup *group, const char *title, const char *key)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (ring_settings_get () != NULL)
    g_settings_bind (ring_settings_get (), key, row, "text", G_SETTINGS_BIND_DEFAULT);
  adw_preferences_group_add (group, row);
}

static void
add_terms (AdwPreferencesGroup *group)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  ring_parts_name (view, _ ("Terms that clients sign under"));
  gtk_widget_add_css_class (view, "inline");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), TERMS_HEIGHT);
  if (ring_settings_get () != NULL)
    g_settings_bind (ring_settings_get (), RING_SHOP_TERMS_KEY, gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                     "text", G_SETTINGS_BIND_DEFAULT);
  gtk_box_append (GTK_BOX (box), ring_parts_new_label (_ ("Terms that clients sign under")));
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_preferences_group_add (group, ring_parts_new_field_row (_ ("Terms that clients sign under"), box));
}

/* What the row says of the letterhead, or of the file that was none. */
static void
show_letterhead (GtkWidget *row, const char *complaint)
{
  GtkWidget *remove = g_object_get_data (G_OBJECT (row), "remove");
  gboolean has = ring_shop_settings_has_letterhead ();

  gtk_widget_set_visible (remove, has);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), complaint != NULL ? complaint
                                                     : has             ? _ ("An SVG is at the head of sheets")
                                                           : _ ("None; the shop's name is written instead"));
  if (complaint != NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
}

static void
set_letterhead (GtkWidget *row, GFile *file)
{
  g_autoptr (GError) error = NULL;

  ring_shop_settings_set_letterhead (file, &error);
  show_letterhead (row, error != NULL ? error->message : NULL);
}

static void
chosen_cb (GtkNativeDialog *native, int response, GtkWidget *row)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;

  if (file != NULL)
    set_letterhead (row, file);
  gtk_native_dialog_destroy (native);
  g_object_unref (native);
}

static void
choose_cb (GtkWidget *row)
{
  GtkFileChooserNative *native
      = gtk_file_chooser_native_new (_ ("Choose a Letterhead"), GTK_WINDOW (gtk_widget_get_root (row)),
                                     GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"), NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("SVG drawings"));
  gtk_file_filter_add_suffix (filter, "svg");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_object (native, "response", G_CALLBACK (chosen_cb), row, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
remove_cb (GtkWidget *row)
{
  set_letterhead (row, NULL);
}

/* A drawing that is dropped on the row is as good as one that is chosen. */
static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *row)
{
  set_letterhead (row, g_value_get_object (value));
  return TRUE;
}

static void
add_letterhead (AdwPreferencesGroup *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *choose = ring_parts_new_button (_ ("_Choose…"), G_CALLBACK (choose_cb), row);
  GtkWidget *remove = ring_parts_icon (gtk_button_new (), "user-trash-symbolic", _ ("Remove the letterhead"));
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Letterhead"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  g_object_set_data (G_OBJECT (row), "remove", remove);
  gtk_widget_set_valign (choose, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choose);
  show_letterhead (row, NULL);
  adw_preferences_group_add (group, row);
}

/* ------------------------------------------------------------------ screen */

static void
draw_card (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  double scale = gtk_range_get_value (user_data);
  GdkRGBA colour;
  double w = scale * RING_CARD_WIDTH, h = scale * RING_CARD_HEIGHT, r = scale * RING_CARD_RADIUS;
  double x = floor ((width - w) / 2) + 0.5, y = 1.5;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 1);
  cairo_arc (cr, x + r, y + r, r, G_PI, 1.5 * G_PI);
  cairo_arc (cr, x + w - r, y + r, r, 1.5 * G_PI, 2 * G_PI);
  cairo_arc (cr, x + w - r, y + h - r, r, 0, 0.5 * G_PI);
  cairo_arc (cr, x + r, y + h - r, r, 0.5 * G_PI, G_PI);
  cairo_close_path (cr);
  cairo_stroke_preserve (cr);
  colour.alpha *= 0.08f;
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_fill (cr);
}

static void
resize_card (GtkRange *range, GtkWidget *card)
{
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (card),
                                       (int) ceil (gtk_range_get_value (range) * RING_CARD_HEIGHT) + 4);
  gtk_widget_queue_draw (card);
}

static void
scaled_cb (GtkRange *range, GtkWidget *card)
{
  resize_card (range, card);
  ring_screen_scale_set (GTK_WIDGET (range), gtk_range_get_value (range));
}

/* Only when it is on a screen is there one to ask. */
static void
shown_cb (GtkRange *range, GtkWidget *card)
{
  g_signal_handlers_block_by_func (range, scaled_cb, card);
  gtk_range_set_value (range, ring_screen_scale_get (GTK_WIDGET (range)));
  g_signal_handlers_unblock_by_func (range, scaled_cb, card);
  resize_card (range, card);
}

static void
add_screen (AdwPreferencesGroup *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 2, 8, 0.005);
  GtkWidget *card = gtk_drawing_area_new ();
  const char *name = _ ("Size of the card on this screen");

  ring_parts_name (scale, name);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (card), draw_card, scale, NULL);
  g_signal_connect_object (scale, "value-changed", G_CALLBACK (scaled_cb), card, 0);
  g_signal_connect_object (scale, "map", G_CALLBACK (shown_cb), card, 0);
  gtk_box_append (GTK_BOX (box), scale);
  gtk_box_append (GTK_BOX (box), card);
  adw_preferences_group_add (group, ring_parts_new_field_row (name, box));
}

AdwPreferencesPage *
ring_paper_preferences_new (void)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group;

  adw_preferences_page_set_title (page, _ ("Paper and Screen"));
  adw_preferences_page_set_icon_name (page, "printer-symbolic");
  group = add_group (page, _ ("Your Shop"), _ ("What stands on the sheets that leave it."));
  add_entry (group, _ ("Name"), RING_SHOP_NAME_KEY);
  add_entry (group, _ ("Address, telephone, and such"), RING_SHOP_CONTACT_KEY);
  add_letterhead (group);
  add_terms (group);
  group = add_group (page, _ ("Actual Size on This Screen"),
                     _ ("Hold a bank card to the screen and make the frame as large as it. From then on Actual Size "
                        "(Ctrl+1) shows the paper as large as it is: a view at 1:1 as large as the ring."));
  add_screen (group);
  return page;
}
