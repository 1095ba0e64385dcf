/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-photos-row.h"

#include <glib/gi18n-lib.h>

#include "ring-clipboard.h"
#include "ring-error.h"
#include "ring-file.h"
#include "ring-parts.h"
#include "ring-photo-file.h"
#include "ring-photo-list.h"
#include "ring-photo-picture.h"
#include "ring-photo-window.h"

/* Pixels, of a small picture. */
#define SMALL 84

/* What is to come in, until it is read. */
typedef struct
{
  GFile *file;   /* where it is read from, or */
  GBytes *bytes; /* what it is */
} Source;

struct _RingPhotosRow
{
  AdwExpanderRow parent_instance;

  RingDesign *design;
  char *owner;
  GtkFlowBox *flow;
  GtkWidget *tools;
  GPtrArray *shown; /* of RingRecord, as the small pictures show them */
  GQueue waiting;   /* of Source: one comes in after another, in their order */
  gboolean reading;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (RingPhotosRow, ring_photos_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
refuse (RingPhotosRow *self, const char *message)
{
  g_signal_emit (self, signals[REFUSED], 0, message);
}

/* ------------------------------------------------------------------------- coming in */

static void read_next (RingPhotosRow *self);

static void
source_free (gpointer data)
{
  Source *source = data;

  g_clear_object (&source->file);
  g_clear_pointer (&source->bytes, g_bytes_unref);
  g_free (source);
}

static void
read_cb (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  Source *source = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes
      = source->bytes != NULL ? g_bytes_ref (source->bytes) : ring_file_load (source->file, &error);
  RingPhoto *photo = bytes != NULL ? ring_photo_import (bytes, cancellable, &error) : NULL;

  if (photo != NULL)
    g_task_return_pointer (task, photo, (GDestroyNotify) ring_photo_unref);
  else
    g_task_return_error (task, error);
}

static void
read_done_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  RingPhotosRow *self = RING_PHOTOS_ROW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (RingPhoto) photo = g_task_propagate_pointer (G_TASK (result), &error);
  RingEdit *edit;

  self->reading = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->design == NULL)
    return;
  edit = photo != NULL ? ring_photo_list_add (self->design, self->owner, photo, &error) : NULL;
  if (edit == NULL)
    refuse (self, error->message);
  else if (ring_parts_commit (self, self->design, edit))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  /* A design that is full or read-only has no place for those behind it, and says so once. */
  if (photo != NULL && (edit != NULL ? ring_design_get_read_only (self->design)
                                     : g_error_matches (error, RING_ERROR, RING_ERROR_LIMIT)))
    g_queue_clear_full (&self->waiting, source_free);
  read_next (self);
}

static void
read_next (RingPhotosRow *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->reading || g_queue_is_empty (&self->waiting))
    return;
  self->reading = TRUE;
  task = g_task_new (self, self->cancellable, read_done_cb, NULL);
  g_task_set_task_data (task, g_queue_pop_head (&self->waiting), source_free);
  g_task_run_in_thread (task, read_cb);
}

static void
take (RingPhotosRow *self, GFile *file, GBytes *bytes)
{
  Source *source = g_new0 (Source, 1);

  g_set_object (&source->file, file);
  source->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  g_queue_push_tail (&self->waiting, source);
  read_next (self);
}

void
ring_photos_row_take_file (RingPhotosRow *self, GFile *file)
{
  g_return_if_fail (RING_IS_PHOTOS_ROW (self));

  take (self, file, NULL);
}

void
ring_photos_row_take_bytes (RingPhotosRow *self, GBytes *bytes)
{
  g_return_if_fail (RING_IS_PHOTOS_ROW (self));

  take (self, NULL, bytes);
}

static gboolean
drop_cb (RingPhotosRow *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  for (GSList *l = files; l != NULL; l = l->next)
    take (self, l->data, NULL);
  return files != NULL;
}

static void
response_cb (GtkNativeDialog *native, int response, RingPhotosRow *self)
{
  g_autoptr (GListModel) files = ring_parts_end_chooser (native, response);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      take (self, file, NULL);
    }
}

static void
add_clicked_cb (RingPhotosRow *self)
{
  GtkNativeDialog *native = ring_parts_new_picture_chooser (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Add Photos"), _ ("Photos"), FALSE);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (native), TRUE);
  g_signal_connect_object (native, "response", G_CALLBACK (response_cb), self, 0);
  gtk_native_dialog_show (native);
}

static void
pasted_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (RingPhotosRow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ring_clipboard_read_photo_finish (result, &error);

  if (bytes != NULL)
    take (self, NULL, bytes);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    refuse (self, error->message);
}

static void
paste_files_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (RingPhotosRow) self = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, NULL);

  if (value != NULL)
    drop_cb (self, value);
}

/* Photos of a browser or a chat are pictures, those of the file manager are files. */
static gboolean
paste_cb (RingPhotosRow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT,
                                    self->cancellable, paste_files_cb, g_object_ref (self));
  else if (ring_clipboard_has_photo (clipboard))
    ring_clipboard_read_photo_async (clipboard, self->cancellable, pasted_cb, g_object_ref (self));
  else
    refuse (self, _ ("There is no photo on the clipboard: copy one first."));
  return GDK_EVENT_STOP;
}

static gboolean
paste_key_cb (GtkWidget *widget, GVariant *args, gpointer self)
{
  return paste_cb (self);
}

void
ring_photos_row_serve (RingPhotosRow *self, GtkWidget *card)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (target));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK),
                        gtk_callback_action_new (paste_key_cb, self, NULL)));
  gtk_widget_add_controller (card, keys);
}

/* --------------------------------------------------------------------- what is there */

static void
open_cb (GtkButton *button, RingPhotosRow *self)
{
  ring_photo_window_open (GTK_WIDGET (self), self->design, self->owner,
                          gtk_widget_get_name (GTK_WIDGET (button)));
}

static void
name_picture (RingPhotosRow *self, GtkWidget *button, guint i)
{
  const char *caption = ring_record_get (self->shown->pdata[i], "caption");
  g_autofree char *name
      = caption != NULL
            /* Translators: which of how many photos, and its caption. */
            ? g_strdup_printf (_ ("Photo %u of %u: %s"), i + 1, self->shown->len, caption)
            : g_strdup_printf (_ ("Photo %u of %u"), i + 1, self->shown->len);

  gtk_widget_set_tooltip_text (button, name);
  ring_parts_name (button, name);
}

static void
add_picture (RingPhotosRow *self, guint i)
{
  const RingRecord *record = self->shown->pdata[i];
  GtkWidget *picture = gtk_picture_new ();
  GtkWidget *button = gtk_button_new ();
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_widget_set_size_request (picture, SMALL, SMALL);
  gtk_widget_set_can_target (picture, FALSE);
  gtk_button_set_child (GTK_BUTTON (button), picture);
  gtk_widget_add_css_class (button, "photo");
  gtk_widget_set_name (button, ring_record_get_id (record));
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_cb), self, 0);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_insert (self->flow, child, -1);
  ring_photo_picture_show (GTK_PICTURE (picture), ring_record_get_photo (record),
                           SMALL * gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  name_picture (self, button, i);
}

/* Whether the pictures are those of LIST; their captions may be others. */
static gboolean
are_shown (RingPhotosRow *self, const GPtrArray *list)
{
  if (list->len != self->shown->len)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    if (!g_str_equal (ring_record_get_id (list->pdata[i]), ring_record_get_id (self->shown->pdata[i]))
        || ring_record_get_photo (list->pdata[i]) != ring_record_get_photo (self->shown->pdata[i]))
      return FALSE;
  return TRUE;
}

/* They are made when they are first seen: a design may have hundreds. */
static void
show_pictures (RingPhotosRow *self, const GPtrArray *list)
{
  gboolean same = are_shown (self, list);

  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (self->shown, ring_record_ref (list->pdata[i]));
  if (!same)
    {
      GtkFlowBoxChild *child;

      while ((child = gtk_flow_box_get_child_at_index (self->flow, 0)) != NULL)
        gtk_flow_box_remove (self->flow, GTK_WIDGET (child));
    }
  for (guint i = 0; i < self->shown->len; i++)
    if (same)
      name_picture (self, gtk_flow_box_child_get_child (gtk_flow_box_get_child_at_index (self->flow, (int) i)), i);
    else
      add_picture (self, i);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->flow)), list->len > 0);
}

void
ring_photos_row_update (RingPhotosRow *self)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (RING_IS_PHOTOS_ROW (self));

  if (self->design == NULL)
    return;
  list = ring_photo_list (ring_design_get_drawing (self->design), self->owner);
  if (list->len > 0)
    text = g_strdup_printf (ngettext ("%u photo", "%u photos", list->len), list->len);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text != NULL ? text : "");
  gtk_widget_set_sensitive (self->tools, !ring_design_get_read_only (self->design));
  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    show_pictures (self, list);
}

void
ring_photos_row_set_owner (RingPhotosRow *self, RingDesign *design, const char *owner)
{
  g_return_if_fail (RING_IS_PHOTOS_ROW (self));

  g_set_object (&self->design, design);
  g_free (self->owner);
  self->owner = g_strdup (owner);
  ring_photos_row_update (self);
}

/* ------------------------------------------------------------------------- the row */

static void
add_flow (RingPhotosRow *self)
{
  GtkWidget *flow = gtk_flow_box_new ();
  GtkWidget *row;

  self->flow = GTK_FLOW_BOX (flow);
  gtk_flow_box_set_selection_mode (self->flow, GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (self->flow, TRUE);
  gtk_flow_box_set_min_children_per_line (self->flow, 3);
  gtk_flow_box_set_max_children_per_line (self->flow, 6);
  gtk_widget_add_css_class (flow, "photos");
  ring_parts_name (flow, _ ("Photos"));
  row = ring_parts_new_row (flow);
  gtk_widget_set_visible (row, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_button (RingPhotosRow *self, const char *label, const char *hint, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, hint);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->tools), button);
}

static void
add_tools (RingPhotosRow *self)
{
  self->tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_set_homogeneous (GTK_BOX (self->tools), TRUE);
  gtk_widget_add_css_class (self->tools, "text-row");
  add_button (self, _ ("Add…"), _ ("Photos from files; they can be dropped on the card, too"),
              G_CALLBACK (add_clicked_cb));
  add_button (self, _ ("Paste"), _ ("The photo on the clipboard (Ctrl+V)"), G_CALLBACK (paste_cb));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), ring_parts_new_row (self->tools));
}

static void
ring_photos_row_dispose (GObject *object)
{
  RingPhotosRow *self = RING_PHOTOS_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_queue_clear_full (&self->waiting, source_free);
  g_clear_object (&self->design);
  G_OBJECT_CLASS (ring_photos_row_parent_class)->dispose (object);
}

static void
ring_photos_row_finalize (GObject *object)
{
  RingPhotosRow *self = RING_PHOTOS_ROW (object);

  g_ptr_array_unref (self->shown);
  g_object_unref (self->cancellable);
  g_free (self->owner);
  G_OBJECT_CLASS (ring_photos_row_parent_class)->finalize (object);
}

static void
ring_photos_row_class_init (RingPhotosRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_photos_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = ring_photos_row_finalize;
  signals[REFUSED] = g_signal_new ("refused", RING_TYPE_PHOTOS_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ring_photos_row_init (RingPhotosRow *self)
{
  g_queue_init (&self->waiting);
  self->cancellable = g_cancellable_new ();
  self->shown = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_record_unref);
  add_flow (self);
  add_tools (self);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (ring_photos_row_update), NULL);
}
