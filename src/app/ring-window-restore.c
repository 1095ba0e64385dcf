/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window of a design that a crash left unsaved: what it says of it, and letting it go. */

#define G_LOG_DOMAIN "ring-app"

#include <glib/gi18n-lib.h>

#include "ring-paint.h"
#include "ring-restore.h"
#include "ring-window-private.h"

RingWorkfile *
ring_window_make_workfile (void)
{
  RingWorkfile *workfile = ring_workfile_new ();

  ring_workfile_keep (workfile, ring_restore_folder ());
  return workfile;
}

/* The picture shows what was restored, whatever is drawn afterwards. */
static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const RingDrawing *drawing = data;
  double scale = MIN (width / ring_drawing_get_width (drawing),
                      height / ring_drawing_get_height (drawing));

  cairo_translate (cr, (width - scale * ring_drawing_get_width (drawing)) / 2,
                   (height - scale * ring_drawing_get_height (drawing)) / 2);
  cairo_scale (cr, scale, scale);
  ring_paint_drawing (cr, drawing, NULL, RING_PAINT_ALL);
}

static void
unref_drawing (gpointer drawing)
{
  ring_drawing_unref (drawing);
}

static void
show_restored (RingWindow *self)
{
  RingDrawing *drawing = ring_design_get_drawing (ring_window_get_design (self));
  g_autofree char *text = NULL;

  if (ring_workfile_get_file (self->workfile) != NULL)
    text = g_strdup_printf (_("“%s” was not saved when the program ended. Its changes were "
                              "restored; save them to keep them in the file."),
                            ring_workfile_get_title (self->workfile));
  else
    text = g_strdup (_("This design was never saved when the program ended. It was restored; save "
                       "it to keep it."));
  gtk_label_set_text (self->restored_label, text);
  gtk_drawing_area_set_draw_func (self->restored_picture, draw_cb, ring_drawing_ref (drawing),
                                  unref_drawing);
  gtk_widget_set_visible (GTK_WIDGET (self->restored_bar), TRUE);
}

void
ring_window_hide_restored (RingWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->restored_bar), FALSE);
  gtk_drawing_area_set_draw_func (self->restored_picture, NULL, NULL, NULL);
}

/* Nothing in it that a file does not have: the journal has done its work. */
static void
forget_journal (RingWindow *self)
{
  GFile *file = ring_workfile_get_file (self->workfile);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  gboolean alone = application != NULL && gtk_application_get_windows (application)->next == NULL;

  if (file == NULL && !alone)
    {
      self->discard = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RingWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!ring_workfile_restore_finish (RING_WORKFILE (source), result, &error))
    {
      g_autofree char *text = g_strdup_printf (_("Unsaved work could not be restored: %s It was left "
                                                 "where it is."),
                                               error->message);
      g_autoptr (RingWorkfile) fresh = ring_window_make_workfile ();

      ring_window_set_workfile (self, fresh);
      ring_window_show_message (self, GTK_MESSAGE_WARNING, text, NULL);
      return;
    }
  ring_window_set_workfile (self, self->workfile);
  if (!ring_design_get_modified (ring_window_get_design (self)))
    {
      forget_journal (self);
      return;
    }
  ring_window_show_view (self, "bench");
  show_restored (self);
}

void
ring_window_restore (RingWindow *self, const char *path)
{
  g_autoptr (RingWorkfile) workfile = ring_window_make_workfile ();

  /* The file is known before the steps are read, so that opening it finds this window. */
  ring_workfile_restore_async (workfile, path, restored_cb, g_object_ref (self));
  ring_window_set_workfile (self, workfile);
}

/* -------------------------------------------------------------- letting go */

/* Back to the file, or to an empty sheet where there was none. */
static void
let_go (RingWindow *self)
{
  GFile *file = ring_workfile_get_file (self->workfile);

  ring_window_hide_restored (self);
  ring_workfile_let_go (self->workfile);
  if (file != NULL && g_file_query_exists (file, NULL))
    ring_window_reload (self, file);
  else
    {
      g_autoptr (RingWorkfile) fresh = ring_window_make_workfile ();

      ring_window_set_workfile (self, fresh);
    }
}

static void
let_go_response_cb (AdwMessageDialog *dialog, const char *response, RingWindow *self)
{
  if (g_str_equal (response, "discard"))
    let_go (self);
}

void
ring_window_restored_response (RingWindow *self, int response)
{
  GtkWidget *dialog;

  if (response != GTK_RESPONSE_REJECT)
    {
      ring_window_hide_restored (self);
      return;
    }
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Discard the Restored Work?"),
                                   _("What was drawn since the design was last saved is lost for "
                                     "good."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"),
                                    "discard", _("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (let_go_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
