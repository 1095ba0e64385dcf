/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-catalogue-result.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-catalogue-text.h"
#include "ring-parts.h"

struct _RingCatalogueResult
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *number_label, *price_label, *count_label, *ships_label, *time_label, *note_label;
  GtkWidget *order_button;
};

G_DEFINE_FINAL_TYPE (RingCatalogueResult, ring_catalogue_result, GTK_TYPE_WIDGET)

enum
{
  ORDER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
order_cb (RingCatalogueResult *self)
{
  g_signal_emit (self, signals[ORDER], 0);
}

static void
ring_catalogue_result_dispose (GObject *object)
{
  RingCatalogueResult *self = RING_CATALOGUE_RESULT (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ring_catalogue_result_parent_class)->dispose (object);
}

static void
ring_catalogue_result_class_init (RingCatalogueResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ring_catalogue_result_dispose;
  signals[ORDER] = g_signal_new ("order", RING_TYPE_CATALOGUE_RESULT, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RING_APP_PATH "/ui/ring-catalogue-result.ui");
  gtk_widget_class_bind_template_child (widget_class, RingCatalogueResult, box);
  gtk_widget_class_bind_template_child (widget_class, RingCatalogueResult, number_label);
  gtk_widget_class_bind_template_child (widget_class, RingCatalogueResult, price_label);
  gtk_widget_class_bind_template_child (widget_class, RingCatalogueResult, count_label);
  gtk_widget_class_bind_template_child (widget_class, RingCatalogueResult, ships_label);
  gtk_widget_class_bind_template_child (widget_class, RingCatalogueResult, time_label);
  gtk_widget_class_bind_template_child (widget_class, RingCatalogueResult, note_label);
  gtk_widget_class_bind_template_child (widget_class, RingCatalogueResult, order_button);
  gtk_widget_class_bind_template_callback (widget_class, order_cb);
}

static void
ring_catalogue_result_init (RingCatalogueResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ring_parts_name_buttons (GTK_WIDGET (self));
}

/* The number is what is written down and typed again: it stands out of its sentence. */
static void
show_item (RingCatalogueResult *self, const char *item)
{
  const char *number = strchr (item, '#');
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *size = pango_attr_scale_new (2.1);

  gtk_label_set_text (self->number_label, item);
  if (number != NULL)
    {
      size->start_index = (guint) (number - item);
      size->end_index = size->start_index + (guint) strcspn (number, ", ");
      pango_attr_list_insert (attributes, g_steal_pointer (&size));
    }
  g_clear_pointer (&size, pango_attribute_destroy);
  gtk_label_set_attributes (self->number_label, attributes);
}

static void
show_made (RingCatalogueResult *self, const RingCatalogue *catalogue, const RingChoice *choice)
{
  g_autofree char *item = ring_catalogue_text_item (catalogue, choice);
  g_autofree char *price = ring_catalogue_text_price (catalogue, choice);
  g_autofree char *count = ring_catalogue_text_count (catalogue);
  g_autofree char *ships = ring_catalogue_text_ships (catalogue, choice);

  show_item (self, item != NULL ? item : "");
  gtk_label_set_text (self->price_label, price);
  gtk_label_set_text (self->count_label, count);
  gtk_label_set_text (self->ships_label, ships);
}

void
ring_catalogue_result_show (RingCatalogueResult *self,
                            const RingCatalogue *catalogue,
                            const RingChoice *choice)
{
  g_autofree char *note = ring_catalogue_text_note (catalogue);
  const char *reason = NULL;
  gboolean made = catalogue != NULL && ring_catalogue_is_made (catalogue, choice, &reason);

  g_return_if_fail (RING_IS_CATALOGUE_RESULT (self));

  gtk_label_set_text (self->note_label, note);
  gtk_widget_set_sensitive (self->order_button, made);
  gtk_widget_set_visible (GTK_WIDGET (self->time_label), made);
  if (made)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->number_label), "not-made");
      show_made (self, catalogue, choice);
      return;
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->number_label), "not-made");
  gtk_label_set_attributes (self->number_label, NULL);
  gtk_label_set_text (self->number_label, catalogue != NULL ? C_("catalogue ring", "Not made") : "");
  gtk_label_set_text (self->count_label, reason != NULL ? reason : "");
  gtk_label_set_text (self->price_label, "");
  gtk_label_set_text (self->ships_label, "");
}

void
ring_catalogue_result_set_seconds (RingCatalogueResult *self, double seconds)
{
  g_autofree char *time = ring_catalogue_text_time (seconds);
  /* Translators: how long somebody has been choosing, minutes and seconds, as "0:42". */
  g_autofree char *text = g_strdup_printf (_("%s spent choosing"), time);

  g_return_if_fail (RING_IS_CATALOGUE_RESULT (self));

  if (!g_str_equal (gtk_label_get_text (self->time_label), text))
    gtk_label_set_text (self->time_label, text);
}
