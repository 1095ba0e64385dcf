/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-underlay-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-parts.h"
#include "ring-underlay.h"

/* Per cent; a finer step nobody sees. */
#define STEP 5.0

struct _RingUnderlayRow
{
  GtkBox parent_instance;

  RingSelection *selection;
  GtkWidget *strength, *scale;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (RingUnderlayRow, ring_underlay_row, GTK_TYPE_BOX)

static void
faded_cb (RingUnderlayRow *self)
{
  double percent = gtk_range_get_value (GTK_RANGE (self->scale));
  RingEdit *edit;

  if (self->showing || self->selection == NULL)
    return;
  edit = ring_underlay_fade (self->selection, round (percent / STEP) * STEP / 100);
  if (edit != NULL)
    ring_design_commit (ring_selection_get_design (self->selection), edit);
}

static void
add_strength (RingUnderlayRow *self)
{
  const char *name = _ ("Strength of the photo, per cent");
  GtkWidget *label = ring_parts_new_label (_ ("Strength %"));

  self->strength = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL,
                                          100 * RING_UNDERLAY_LEAST_OPACITY, 100, STEP);
  gtk_scale_set_draw_value (GTK_SCALE (self->scale), TRUE);
  gtk_scale_set_value_pos (GTK_SCALE (self->scale), GTK_POS_RIGHT);
  gtk_scale_set_digits (GTK_SCALE (self->scale), 0);
  gtk_widget_set_hexpand (self->scale, TRUE);
  gtk_widget_set_tooltip_text (self->scale, name);
  gtk_widget_add_css_class (label, "dim-label");
  ring_parts_name (self->scale, name);
  g_signal_connect_object (self->scale, "value-changed", G_CALLBACK (faded_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->strength), label);
  gtk_box_append (GTK_BOX (self->strength), self->scale);
  gtk_box_append (GTK_BOX (self), self->strength);
}

static void
add_button (GtkWidget *row, const char *label, const char *action, const char *hint)
{
  GtkWidget *button = ring_parts_new_button (label, NULL, NULL);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, hint);
  /* What comes next is on the drawing. */
  g_signal_connect (button, "clicked", G_CALLBACK (ring_parts_close_popover), NULL);
  gtk_box_append (GTK_BOX (row), button);
}

static void
ring_underlay_row_class_init (RingUnderlayRowClass *klass)
{
}

static void
ring_underlay_row_init (RingUnderlayRow *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  add_strength (self);
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  add_button (row, _ ("_Known Length…"), "win.known-length",
              _ ("Mark a length that you know, and say how long it is"));
  add_button (row, _ ("_Lock"), "win.lock-underlay",
              _ ("It stays where it is, until its layer is unlocked"));
  gtk_box_append (GTK_BOX (self), row);
}

GtkWidget *
ring_underlay_row_new (void)
{
  return g_object_new (RING_TYPE_UNDERLAY_ROW, NULL);
}

void
ring_underlay_row_show (RingUnderlayRow *self, RingSelection *selection)
{
  double opacity = selection != NULL ? ring_underlay_get_opacity (selection) : -1;

  g_return_if_fail (RING_IS_UNDERLAY_ROW (self));

  self->selection = selection;
  self->showing = TRUE;
  if (opacity >= 0)
    gtk_range_set_value (GTK_RANGE (self->scale), round (100 * opacity));
  gtk_widget_set_visible (self->strength, opacity >= 0);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          selection != NULL && ring_underlay_is_selected (selection));
  self->showing = FALSE;
}
