/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-catalogue-answer.h"

#include <glib/gi18n-lib.h>

#include "ring-parts.h"

#define CHARS 52

struct _RingCatalogueAnswer
{
  GtkWidget parent_instance;

  GtkWidget *revealer, *sentence, *way;
};

G_DEFINE_FINAL_TYPE (RingCatalogueAnswer, ring_catalogue_answer, GTK_TYPE_WIDGET)

static void
ring_catalogue_answer_dispose (GObject *object)
{
  RingCatalogueAnswer *self = RING_CATALOGUE_ANSWER (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (ring_catalogue_answer_parent_class)->dispose (object);
}

static void
ring_catalogue_answer_class_init (RingCatalogueAnswerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ring_catalogue_answer_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
ring_catalogue_answer_init (RingCatalogueAnswer *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *close = ring_parts_icon (gtk_button_new (), "window-close-symbolic", _("Close the answer"));

  self->sentence = ring_parts_add_text (box, "body", CHARS);
  gtk_widget_set_hexpand (self->sentence, TRUE);
  self->way = ring_parts_new_button (_("_Go to the Bench"), G_CALLBACK (ring_catalogue_answer_hide), self);
  gtk_widget_add_css_class (self->way, "suggested-action");
  gtk_widget_add_css_class (close, "flat");
  g_signal_connect_object (close, "clicked", G_CALLBACK (ring_catalogue_answer_hide), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->way);
  gtk_box_append (GTK_BOX (box), close);
  gtk_widget_set_valign (self->way, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (close, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "catalogue-answer");
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer),
                                    GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
  ring_catalogue_answer_set_made (self, TRUE);
  ring_catalogue_answer_hide (self);
}

GtkWidget *
ring_catalogue_answer_new (void)
{
  return g_object_new (RING_TYPE_CATALOGUE_ANSWER, NULL);
}

void
ring_catalogue_answer_say (RingCatalogueAnswer *self, const char *sentence, gboolean way)
{
  gtk_label_set_text (GTK_LABEL (self->sentence), sentence);
  gtk_widget_set_visible (self->way, way);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
}

/* What is hidden takes no clicks from the picture beneath it. */
void
ring_catalogue_answer_hide (RingCatalogueAnswer *self)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
ring_catalogue_answer_set_made (RingCatalogueAnswer *self, gboolean made)
{
  GtkActionable *way = GTK_ACTIONABLE (self->way);

  /* At no time one's name with the other's target. */
  gtk_actionable_set_action_name (way, NULL);
  gtk_actionable_set_action_target_value (way, made ? NULL : g_variant_new_string ("bench"));
  gtk_actionable_set_action_name (way, made ? "win.carry" : "win.show-view");
}
