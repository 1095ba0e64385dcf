/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-metal-group.h"

#include <glib/gi18n-lib.h>

#include "ring-parts.h"
#include "ring-row-list.h"
#include "ring-take-in-row.h"
#include "ring-take-in.h"

struct _RingMetalGroup
{
  AdwBin parent_instance;

  RingDesign *design;
  AdwPreferencesGroup *group;
  RingRowList *rows; /* of RingTakeInRow, in the order of the records */
};

G_DEFINE_FINAL_TYPE (RingMetalGroup, ring_metal_group, ADW_TYPE_BIN)

enum
{
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
refused_cb (RingMetalGroup *self, const char *message)
{
  g_signal_emit (self, signals[REFUSED], 0, message);
}

static GtkWidget *
make_row (const char *id, gpointer data)
{
  RingMetalGroup *self = data;
  GtkWidget *row = ring_take_in_row_new_metal (self->design, id);

  gtk_widget_add_css_class (row, "stone-card");
  g_signal_connect_object (row, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  return row;
}

void
ring_metal_group_update (RingMetalGroup *self)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_return_if_fail (RING_IS_METAL_GROUP (self));

  if (self->design == NULL)
    return;
  list = ring_take_in_list (ring_design_get_drawing (self->design), TRUE);
  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (ids, (gpointer) ring_record_get_id (list->pdata[i]));
  ring_row_list_update (self->rows, ids, make_row, self);
}

static void
take_in_cb (RingMetalGroup *self)
{
  if (self->design == NULL)
    return;
  if (ring_parts_commit (self, self->design, ring_take_in_begin (self->design, NULL))
      && ring_row_list_get_n (self->rows) > 0)
    adw_expander_row_set_expanded (
        ADW_EXPANDER_ROW (ring_row_list_get (self->rows, ring_row_list_get_n (self->rows) - 1)), TRUE);
}

static void
ring_metal_group_dispose (GObject *object)
{
  g_clear_object (&RING_METAL_GROUP (object)->design);
  G_OBJECT_CLASS (ring_metal_group_parent_class)->dispose (object);
}

static void
ring_metal_group_finalize (GObject *object)
{
  ring_row_list_free (RING_METAL_GROUP (object)->rows);
  G_OBJECT_CLASS (ring_metal_group_parent_class)->finalize (object);
}

static void
ring_metal_group_class_init (RingMetalGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_metal_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ring_metal_group_finalize;
  signals[REFUSED] = g_signal_new ("refused", RING_TYPE_METAL_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ring_metal_group_init (RingMetalGroup *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->rows = ring_row_list_new (self->group);
  adw_preferences_group_set_title (self->group, C_ ("panel", "Client’s Metal"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Take in metal that the client brings: weight, fineness, a receipt"));
  ring_parts_name (button, _ ("Take In Metal"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_in_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (self->group, button);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

void
ring_metal_group_set_design (RingMetalGroup *self, RingDesign *design)
{
  g_return_if_fail (RING_IS_METAL_GROUP (self));

  ring_row_list_clear (self->rows);
  g_set_object (&self->design, design);
  ring_metal_group_update (self);
}
