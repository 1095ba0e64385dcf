/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-length-entry.h"

#include <glib/gi18n-lib.h>

#include "ring-parts.h"
#include "ring-underlay.h"

struct _RingLengthEntry
{
  GtkPopover parent_instance;

  GtkWidget *spin;
  gboolean open;
};

G_DEFINE_FINAL_TYPE (RingLengthEntry, ring_length_entry, GTK_TYPE_POPOVER)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
finish (RingLengthEntry *self, gboolean answer)
{
  if (!self->open)
    return;
  self->open = FALSE;
  gtk_spin_button_update (GTK_SPIN_BUTTON (self->spin));
  g_signal_emit (self, signals[DONE], 0,
                 answer ? gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->spin)) : 0.0);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
answer_cb (RingLengthEntry *self)
{
  finish (self, TRUE);
}

static void
closed_cb (RingLengthEntry *self)
{
  finish (self, FALSE);
}

static gboolean
key_cb (RingLengthEntry *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return FALSE;
  finish (self, TRUE);
  return TRUE;
}

static void
ring_length_entry_class_init (RingLengthEntryClass *klass)
{
  signals[DONE] = g_signal_new ("done", RING_TYPE_LENGTH_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
}

static void
add_spin (RingLengthEntry *self, GtkWidget *box)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  const char *name = _ ("True length, mm");
  GtkWidget *unit = ring_parts_new_label (_ ("mm"));

  self->spin
    = gtk_spin_button_new_with_range (RING_UNDERLAY_LEAST_MM, RING_UNDERLAY_MOST_MM, 0.1);
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (self->spin), 2);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->spin), 7);
  gtk_widget_add_css_class (self->spin, "numeric");
  gtk_widget_set_tooltip_text (self->spin, name);
  ring_parts_name (self->spin, name);
  /* Before the field keeps Enter for itself. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->spin, keys);
  gtk_box_append (GTK_BOX (box), self->spin);
  gtk_box_append (GTK_BOX (box), unit);
}

static void
ring_length_entry_init (RingLengthEntry *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = ring_parts_new_button (_ ("_Scale"), G_CALLBACK (answer_cb), self);

  ring_parts_set_up (GTK_BOX (box), 8);
  gtk_box_append (GTK_BOX (box), ring_parts_new_label (_ ("How long is this really?")));
  add_spin (self, row);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (box), row);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

GtkWidget *
ring_length_entry_new (void)
{
  return g_object_new (RING_TYPE_LENGTH_ENTRY, NULL);
}

void
ring_length_entry_open (RingLengthEntry *self, const GdkRectangle *place, double mm)
{
  g_return_if_fail (RING_IS_LENGTH_ENTRY (self));

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->spin), mm);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), place);
  self->open = TRUE;
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->spin);
  gtk_editable_select_region (GTK_EDITABLE (self->spin), 0, -1);
}
