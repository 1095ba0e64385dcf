/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Underlays come in by a dialog, by dropping files on the sheet, and from the clipboard; what is
 * done with one that lies there. */

#define G_LOG_DOMAIN "ring-app"

#include <glib/gi18n-lib.h>

#include "ring-file.h"
#include "ring-parts.h"
#include "ring-underlay-source.h"
#include "ring-underlay.h"
#include "ring-window-private.h"

/* So many files dropped at once are taken. */
#define MAX_DROPPED 8

/* ------------------------------------------------------------------- bringing in */

/* What was asked for, until it is read. */
typedef struct
{
  GFile *file;   /* where it is read from, or */
  GBytes *bytes; /* what it is */
  RingDesign *design;
  char *view_id;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_clear_object (&wish->file);
  g_clear_pointer (&wish->bytes, g_bytes_unref);
  g_clear_object (&wish->design);
  g_free (wish->view_id);
  g_free (wish);
}

static void
read_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wish *wish = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes
    = wish->bytes != NULL ? g_bytes_ref (wish->bytes) : ring_file_load (wish->file, &error);
  RingUnderlaySource *read
    = bytes != NULL ? ring_underlay_source_read (bytes, cancellable, &error) : NULL;

  if (read != NULL)
    g_task_return_pointer (task, read, (GDestroyNotify) ring_underlay_source_free);
  else
    g_task_return_error (task, error);
}

/* How large a photo is in truth nobody knows yet but the person who took it. */
static void
offer_length (RingWindow *self)
{
  AdwToast *toast = adw_toast_new (_("How large is it really?"));

  adw_toast_set_button_label (toast, _("Known Length"));
  adw_toast_set_action_name (toast, "win.known-length");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
lay (RingWindow *self, const RingView *view, const RingUnderlaySource *source)
{
  RingDesign *design = ring_window_get_design (self);
  g_autoptr (RingView) target = ring_view_ref (view);
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (GError) error = NULL;
  RingEdit *edit
    = source->photo != NULL
        ? ring_underlay_add_photo (design, target, source->photo, &added, &error)
        : ring_underlay_add_drawing (design, target, source->drawing, &added, &error);

  if (edit == NULL)
    {
      ring_window_show_message (self, GTK_MESSAGE_ERROR, error->message, NULL);
      return;
    }
  if (!ring_design_commit (design, edit))
    {
      ring_window_toast (self, _("This design is read-only. Save it under another name first."));
      return;
    }
  ring_window_show_view (self, "bench");
  ring_instruments_choose (ring_bench_page_get_instruments (self->bench_page), "select");
  ring_selection_set (ring_bench_page_get_selection (self->bench_page), target, added);
  if (source->left_out)
    ring_window_show_message (self, GTK_MESSAGE_WARNING,
                              _("Laid under without what would have run or fetched something."),
                              NULL);
  else
    offer_length (self);
}

static void
read_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  RingWindow *self = RING_WINDOW (source);
  Wish *wish = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (RingUnderlaySource) read = g_task_propagate_pointer (G_TASK (result), &error);
  RingView *view;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || !ring_window_shows (self, wish->design))
    return;
  view = ring_drawing_find_view (ring_design_get_drawing (wish->design), wish->view_id);
  if (read == NULL)
    ring_window_show_message (self, GTK_MESSAGE_ERROR, error->message, NULL);
  else if (view != NULL)
    lay (self, view, read);
}

/* Takes WISH. VIEW is where it will lie. */
static void
begin (RingWindow *self, Wish *wish, const RingView *view)
{
  g_autoptr (GTask) task = NULL;

  if (self->underlay_cancellable == NULL)
    self->underlay_cancellable = g_cancellable_new ();
  task = g_task_new (self, self->underlay_cancellable, read_done_cb, NULL);
  wish->design = g_object_ref (ring_window_get_design (self));
  wish->view_id = g_strdup (ring_view_get_head (view)->id);
  g_task_set_task_data (task, wish, wish_free);
  g_task_run_in_thread (task, read_cb);
}

/* The view that is worked on: of what is selected, or where the pointer was last. */
static const RingView *
get_view (RingWindow *self)
{
  const RingView *view
    = ring_selection_get_view (ring_bench_page_get_selection (self->bench_page));

  return view != NULL ? view
                      : ring_canvas_get_view (ring_bench_page_get_canvas (self->bench_page), NULL);
}

static void
begin_file (RingWindow *self, GFile *file, const RingView *view)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->file = g_object_ref (file);
  begin (self, wish, view);
}

void
ring_window_add_underlay_bytes (RingWindow *self, GBytes *bytes)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->bytes = g_bytes_ref (bytes);
  begin (self, wish, get_view (self));
}

static void
response_cb (GtkNativeDialog *native, int response, RingWindow *self)
{
  g_autoptr (GListModel) files = ring_parts_end_chooser (native, response);
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  if (file != NULL)
    begin_file (self, file, get_view (self));
}

static void
add_underlay_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;
  GtkNativeDialog *native = ring_parts_new_picture_chooser (GTK_WINDOW (self), _("Add an Underlay"),
                                                            _("Photos and drawings"), TRUE);

  g_signal_connect_object (native, "response", G_CALLBACK (response_cb), self, 0);
  gtk_native_dialog_show (native);
}

static void
add_underlay_path_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (g_variant_get_string (parameter, NULL));

  begin_file (user_data, file, get_view (user_data));
}

static gboolean
drop_cb (RingWindow *self, const GValue *value, double x, double y)
{
  RingCanvas *canvas = ring_bench_page_get_canvas (self->bench_page);
  RingPoint paper = ring_viewport_to_paper (ring_canvas_get_viewport (canvas), (RingPoint){ x, y });
  const RingView *view
    = ring_drawing_view_at (ring_design_get_drawing (ring_window_get_design (self)), paper);
  GSList *files = g_value_get_boxed (value);
  guint n = 0;

  for (GSList *l = files; l != NULL && n < MAX_DROPPED; l = l->next, n++)
    begin_file (self, l->data, view);
  return n > 0;
}

/* ---------------------------------------------------------------- what lies there */

static void
known_length_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ring_bench_page_mark_length (RING_WINDOW (user_data)->bench_page);
}

static void
lock_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;
  RingEdit *edit = ring_underlay_lock (ring_bench_page_get_selection (self->bench_page));

  if (edit != NULL && ring_design_commit (ring_window_get_design (self), edit))
    ring_window_toast (self, _("Locked: its layer in the panel unlocks it"));
}

void
ring_window_update_underlay_actions (RingWindow *self)
{
  RingSelection *selection = ring_bench_page_get_selection (self->bench_page);
  gboolean changes
    = selection != NULL && !ring_design_get_read_only (ring_selection_get_design (selection));
  gboolean any = changes && ring_selection_get_n (selection) > 0;

  ring_window_set_enabled (self, "add-underlay", changes);
  ring_window_set_enabled (self, "add-underlay-path", changes);
  ring_window_set_enabled (self, "known-length", any);
  ring_window_set_enabled (self, "lock-underlay", any);
}

void
ring_window_cancel_underlays (RingWindow *self)
{
  if (self->underlay_cancellable != NULL)
    g_cancellable_cancel (self->underlay_cancellable);
  g_clear_object (&self->underlay_cancellable);
}

void
ring_window_add_underlay_actions (RingWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "add-underlay", .activate = add_underlay_cb },
    { .name = "add-underlay-path", .activate = add_underlay_path_cb, .parameter_type = "s" },
    { .name = "known-length", .activate = known_length_cb },
    { .name = "lock-underlay", .activate = lock_cb },
  };
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (ring_bench_page_get_canvas (self->bench_page)),
                             GTK_EVENT_CONTROLLER (target));
  g_signal_connect_object (self->bench_page, "selection-changed",
                           G_CALLBACK (ring_window_update_underlay_actions), self,
                           G_CONNECT_SWAPPED);
  ring_window_update_underlay_actions (self);
}
