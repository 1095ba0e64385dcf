/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-photo-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ring-parts.h"
#include "ring-photo-file.h"
#include "ring-photo-list.h"
#include "ring-photo-picture.h"

#define WIDTH 900
#define HEIGHT 720

typedef struct
{
  GtkWindow *window;
  RingDesign *design;
  gulong changed_id;
  char *owner, *id;
  guint at; /* its place, for when it is gone */
  RingPhoto *photo; /* as it is shown */
  GtkPicture *picture;
  AdwWindowTitle *title;
  GtkWidget *caption, *back, *on, *earlier, *later, *remove;
  gboolean showing;
} View;

static void
view_free (gpointer data)
{
  View *view = data;

  g_clear_signal_handler (&view->changed_id, view->design);
  g_object_unref (view->design);
  ring_photo_unref (view->photo);
  g_free (view->owner);
  g_free (view->id);
  g_free (view);
}

static void
show (View *view, const RingRecord *record, guint at, guint n)
{
  RingPhoto *photo = ring_record_get_photo (record);
  const char *caption = ring_record_get_or (record, "caption", "");
  gboolean changes = !ring_design_get_read_only (view->design);
  g_autofree char *title = g_strdup_printf (_ ("Photo %u of %u"), at + 1, n);

  adw_window_title_set_title (view->title, title);
  gtk_window_set_title (view->window, title);
  view->at = at;
  gtk_widget_set_sensitive (view->back, at > 0);
  gtk_widget_set_sensitive (view->on, at + 1 < n);
  gtk_widget_set_sensitive (view->earlier, changes && at > 0);
  gtk_widget_set_sensitive (view->later, changes && at + 1 < n);
  gtk_widget_set_sensitive (view->remove, changes);
  gtk_editable_set_editable (GTK_EDITABLE (view->caption), changes);
  view->showing = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (view->caption)), caption) != 0)
    gtk_editable_set_text (GTK_EDITABLE (view->caption), caption);
  view->showing = FALSE;
  gtk_picture_set_alternative_text (view->picture, caption[0] != '\0' ? caption : title);
  if (view->photo == photo)
    return;
  ring_photo_unref (view->photo);
  view->photo = ring_photo_ref (photo);
  ring_photo_picture_show (view->picture, photo, RING_PHOTO_MAX_SIDE);
}

/* The photo, or where it is gone the one that stands in its place; with the last one the window goes. */
static void
update (View *view)
{
  g_autoptr (GPtrArray) list = ring_photo_list (ring_design_get_drawing (view->design), view->owner);
  guint at = MIN (view->at, MAX (list->len, 1) - 1);

  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (ring_record_get_id (list->pdata[i]), view->id))
      at = i;
  if (list->len == 0)
    {
      gtk_window_destroy (view->window);
      return;
    }
  g_free (view->id);
  view->id = g_strdup (ring_record_get_id (list->pdata[at]));
  show (view, list->pdata[at], at, list->len);
}

static void
changed_cb (RingDesign *design, RingEdit *edit, gboolean reverted, View *view)
{
  update (view);
}

static void
go (View *view, int by)
{
  g_autoptr (GPtrArray) list = ring_photo_list (ring_design_get_drawing (view->design), view->owner);
  gint64 to = (gint64) view->at + by;

  if (to < 0 || to >= list->len)
    return;
  g_free (view->id);
  view->id = g_strdup (ring_record_get_id (list->pdata[to]));
  update (view);
}

static void
commit (View *view, RingEdit *edit)
{
  if (edit != NULL)
    ring_design_commit (view->design, edit);
}

static void
back_cb (View *view)
{
  go (view, -1);
}

static void
on_cb (View *view)
{
  go (view, 1);
}

static void
earlier_cb (View *view)
{
  commit (view, ring_photo_list_move (view->design, view->id, -1));
}

static void
later_cb (View *view)
{
  commit (view, ring_photo_list_move (view->design, view->id, 1));
}

static void
remove_cb (View *view)
{
  commit (view, ring_photo_list_remove (view->design, view->id));
}

static void
caption_cb (View *view)
{
  if (!view->showing)
    commit (view, ring_photo_list_caption (view->design, view->id,
                                           gtk_editable_get_text (GTK_EDITABLE (view->caption))));
}

/* Keys that a field of text does not use itself reach the window. */
static gboolean
key_cb (View *view, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_window_get_focus (view->window);
  gboolean writing = focus != NULL && GTK_IS_TEXT (focus);

  if (key == GDK_KEY_Escape)
    gtk_window_close (view->window);
  else if (state & GDK_CONTROL_MASK && key == GDK_KEY_z)
    ring_design_undo (view->design);
  else if (state & GDK_CONTROL_MASK && (key == GDK_KEY_Z || key == GDK_KEY_y))
    ring_design_redo (view->design);
  else if (writing)
    return GDK_EVENT_PROPAGATE;
  else if (key == GDK_KEY_Left || key == GDK_KEY_Page_Up)
    go (view, -1);
  else if (key == GDK_KEY_Right || key == GDK_KEY_Page_Down)
    go (view, 1);
  else if (key == GDK_KEY_Delete)
    remove_cb (view);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* ------------------------------------------------------------------------- its parts */

static GtkWidget *
new_button (View *view, const char *icon, const char *name, void (*clicked) (View *view))
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  ring_parts_name (button, name);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked), view);
  return button;
}

static GtkWidget *
new_header (View *view)
{
  GtkWidget *header = adw_header_bar_new ();

  view->title = ADW_WINDOW_TITLE (adw_window_title_new ("", ""));
  view->back = new_button (view, "go-previous-symbolic", _ ("Previous Photo"), back_cb);
  view->on = new_button (view, "go-next-symbolic", _ ("Next Photo"), on_cb);
  view->remove = new_button (view, "user-trash-symbolic",
                             _ ("Remove Photo; undo brings it back"), remove_cb);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (view->title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), view->back);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), view->on);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), view->remove);
  return header;
}

static GtkWidget *
new_foot (View *view)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  view->caption = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (view->caption), C_ ("photo", "Caption"));
  gtk_entry_set_max_length (GTK_ENTRY (view->caption), RING_PHOTO_CAPTION_CHARS);
  gtk_widget_set_hexpand (view->caption, TRUE);
  ring_parts_name (view->caption, C_ ("photo", "Caption"));
  view->earlier = new_button (view, "go-up-symbolic", _ ("Move Forward in the Order"), earlier_cb);
  view->later = new_button (view, "go-down-symbolic", _ ("Move Back in the Order"), later_cb);
  gtk_box_append (GTK_BOX (foot), view->caption);
  gtk_box_append (GTK_BOX (foot), view->earlier);
  gtk_box_append (GTK_BOX (foot), view->later);
  gtk_widget_add_css_class (foot, "photo-foot");
  return foot;
}

void
ring_photo_window_open (GtkWidget *widget, RingDesign *design, const char *owner, const char *id)
{
  View *view = g_new0 (View, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  view->design = g_object_ref (design);
  view->owner = g_strdup (owner);
  view->id = g_strdup (id);
  view->window = GTK_WINDOW (adw_window_new ());
  g_object_set_data_full (G_OBJECT (view->window), "ring-view", view, view_free);
  gtk_window_set_transient_for (view->window, GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_set_modal (view->window, TRUE);
  gtk_window_set_default_size (view->window, WIDTH, HEIGHT);
  view->picture = GTK_PICTURE (gtk_picture_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (view->picture), TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (view->picture), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (view->picture), "photo-large");
  gtk_box_append (GTK_BOX (box), new_header (view));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (view->picture));
  gtk_box_append (GTK_BOX (box), new_foot (view));
  g_signal_connect_swapped (view->caption, "changed", G_CALLBACK (caption_cb), view);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), view);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (view->window), keys);
  adw_window_set_content (ADW_WINDOW (view->window), box);
  view->changed_id = g_signal_connect (design, "changed", G_CALLBACK (changed_cb), view);
  update (view);
  gtk_window_present (view->window);
  gtk_widget_grab_focus (GTK_WIDGET (view->picture));
}
