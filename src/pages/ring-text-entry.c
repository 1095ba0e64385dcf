/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-text-entry.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Letters that can be read while they are written, whatever the zoom; pixels. */
#define LEAST_PIXELS 13.0
#define MOST_PIXELS 40.0
#define WIDTH 220

struct _RingTextEntry
{
  GtkPopover parent_instance;

  GtkWidget *view;
  GtkTextTag *tag;
  gboolean open;
};

G_DEFINE_FINAL_TYPE (RingTextEntry, ring_text_entry, GTK_TYPE_POPOVER)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkTextBuffer *
get_buffer (RingTextEntry *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static void
finish (RingTextEntry *self, gboolean keep)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  if (!self->open)
    return;
  self->open = FALSE;
  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  text = gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
  g_signal_emit (self, signals[DONE], 0, keep ? text : NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
key_cb (RingTextEntry *self, guint key, guint code, GdkModifierType state)
{
  if (key == GDK_KEY_Escape)
    {
      finish (self, FALSE);
      return TRUE;
    }
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && (state & GDK_SHIFT_MASK) == 0)
    {
      finish (self, TRUE);
      return TRUE;
    }
  return FALSE;
}

static void
closed_cb (RingTextEntry *self)
{
  finish (self, TRUE);
}

/* What is written takes the size of the drawing's letters. */
static void
changed_cb (RingTextEntry *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_apply_tag (get_buffer (self), self->tag, &start, &end);
}

static void
ring_text_entry_class_init (RingTextEntryClass *klass)
{
  signals[DONE] = g_signal_new ("done", RING_TYPE_TEXT_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ring_text_entry_init (RingTextEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = gtk_text_view_new ();
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_NONE);
  gtk_widget_set_size_request (self->view, WIDTH, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text on the drawing"), -1);
  gtk_widget_set_tooltip_text (self->view, _ ("Enter finishes, Shift+Enter begins a line"));
  self->tag = gtk_text_buffer_create_tag (get_buffer (self), NULL, NULL);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  /* Before the view takes Enter for a new line; the input method comes before both. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, keys);
  gtk_popover_set_child (GTK_POPOVER (self), self->view);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

GtkWidget *
ring_text_entry_new (void)
{
  return g_object_new (RING_TYPE_TEXT_ENTRY, NULL);
}

void
ring_text_entry_open (RingTextEntry *self, double x, double y, double pixels, const char *text)
{
  double size = CLAMP (pixels, LEAST_PIXELS, MOST_PIXELS);

  g_return_if_fail (RING_IS_TEXT_ENTRY (self));

  g_object_set (self->tag, "size-points", size * 72 / 96, NULL);
  gtk_text_buffer_set_text (get_buffer (self), text, -1);
  gtk_popover_set_pointing_to (
      GTK_POPOVER (self), &(GdkRectangle){ (int) x, (int) (y - 1.4 * size), 1, 1 });
  self->open = TRUE;
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->view);
}
