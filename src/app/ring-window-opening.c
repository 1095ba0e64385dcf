/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window says while a large file is read. */

#define G_LOG_DOMAIN "ring-app"

#include <glib/gi18n-lib.h>

#include "ring-window-private.h"

/* What is faster needs no words. */
#define PATIENCE_MS 500
#define STEP_MS 100

static gboolean
step_cb (gpointer data)
{
  RingWindow *self = data;

  gtk_progress_bar_set_fraction (self->opening_progress, ring_workfile_get_progress (self->opening));
  return G_SOURCE_CONTINUE;
}

static gboolean
show_cb (gpointer data)
{
  RingWindow *self = data;

  gtk_progress_bar_set_fraction (self->opening_progress, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->opening_bar), TRUE);
  self->opening_timer = g_timeout_add (STEP_MS, step_cb, self);
  return G_SOURCE_REMOVE;
}

void
ring_window_hide_opening (RingWindow *self)
{
  g_clear_handle_id (&self->opening_timer, g_source_remove);
  g_clear_object (&self->opening);
  g_clear_object (&self->opening_cancellable);
  if (self->opening_bar != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->opening_bar), FALSE);
}

/* Of several at once the last is told. */
void
ring_window_show_opening (RingWindow *self,
                          RingWorkfile *workfile,
                          GFile *file,
                          GCancellable *cancellable)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *text = g_strdup_printf (_("Opening “%s”…"), name);

  ring_window_hide_opening (self);
  self->opening = g_object_ref (workfile);
  self->opening_cancellable = g_object_ref (cancellable);
  gtk_label_set_text (self->opening_label, text);
  self->opening_timer = g_timeout_add (PATIENCE_MS, show_cb, self);
}

void
ring_window_opening_response (RingWindow *self, int response)
{
  if (self->opening_cancellable != NULL)
    g_cancellable_cancel (self->opening_cancellable);
}
