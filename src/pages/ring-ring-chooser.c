/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-ring-chooser.h"

#include <glib/gi18n-lib.h>

#include "ring-parts.h"
#include "ring-rings.h"

struct _RingRingChooser
{
  GtkBox parent_instance;

  RingDesign *design;
  char *ring; /* id, or NULL */
  GtkStringList *names;
  GtkWidget *list;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (RingRingChooser, ring_ring_chooser, GTK_TYPE_BOX)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const RingDrawing *
get_drawing (RingRingChooser *self)
{
  return ring_design_get_drawing (self->design);
}

static void
chosen_cb (RingRingChooser *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->list));
  const RingRecord *ring
      = self->design != NULL ? ring_rings_get (get_drawing (self), selected) : NULL;

  if (!self->showing && ring != NULL)
    ring_ring_chooser_choose (self, ring_record_get_id (ring));
}

/* A list that says what it did say stays as it is, open or not. */
static void
show_names (RingRingChooser *self)
{
  const RingRecord *ring;

  for (guint i = 0; (ring = ring_rings_get (get_drawing (self), i)) != NULL; i++)
    {
      g_autofree char *name = ring_rings_name (get_drawing (self), ring, TRUE);
      const char *shown = gtk_string_list_get_string (self->names, i);

      if (g_strcmp0 (shown, name) != 0)
        gtk_string_list_splice (self->names, i, shown != NULL ? 1 : 0,
                                (const char *const[]){ name, NULL });
    }
}

void
ring_ring_chooser_update (RingRingChooser *self)
{
  const RingRecord *ring;
  guint n, at = 0;

  g_return_if_fail (RING_IS_RING_CHOOSER (self));

  if (self->design == NULL)
    return;
  n = ring_rings_get_n (get_drawing (self));
  ring = ring_drawing_find_record (get_drawing (self), RING_RECORD_RING, self->ring);
  self->showing = TRUE;
  show_names (self);
  while (g_list_model_get_n_items (G_LIST_MODEL (self->names)) > n)
    gtk_string_list_remove (self->names, n);
  for (guint i = 0; i < n; i++)
    if (ring_rings_get (get_drawing (self), i) == ring)
      at = i;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->list), at);
  gtk_widget_set_visible (self->list, n > 1);
  self->showing = FALSE;
  if (ring == NULL && n > 0)
    ring_ring_chooser_choose (self, ring_record_get_id (ring_rings_get (get_drawing (self), 0)));
}

void
ring_ring_chooser_choose (RingRingChooser *self, const char *id)
{
  g_return_if_fail (RING_IS_RING_CHOOSER (self));

  if (g_strcmp0 (id, self->ring) == 0)
    return;
  g_free (self->ring);
  self->ring = g_strdup (id);
  ring_ring_chooser_update (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

const char *
ring_ring_chooser_get_ring (RingRingChooser *self)
{
  g_return_val_if_fail (RING_IS_RING_CHOOSER (self), NULL);

  return self->ring;
}

void
ring_ring_chooser_set_design (RingRingChooser *self, RingDesign *design)
{
  const RingRecord *first
      = design != NULL ? ring_rings_get (ring_design_get_drawing (design), 0) : NULL;

  g_return_if_fail (RING_IS_RING_CHOOSER (self));

  g_set_object (&self->design, design);
  g_free (self->ring);
  self->ring = g_strdup (first != NULL ? ring_record_get_id (first) : NULL);
  ring_ring_chooser_update (self);
}

static void
ring_ring_chooser_dispose (GObject *object)
{
  g_clear_object (&RING_RING_CHOOSER (object)->design);
  G_OBJECT_CLASS (ring_ring_chooser_parent_class)->dispose (object);
}

static void
ring_ring_chooser_finalize (GObject *object)
{
  g_free (RING_RING_CHOOSER (object)->ring);
  G_OBJECT_CLASS (ring_ring_chooser_parent_class)->finalize (object);
}

static void
ring_ring_chooser_class_init (RingRingChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_ring_chooser_dispose;
  G_OBJECT_CLASS (klass)->finalize = ring_ring_chooser_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", RING_TYPE_RING_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static GMenuModel *
new_menu (void)
{
  GMenu *menu = g_menu_new ();
  GMenu *last = g_menu_new ();

  g_menu_append (menu, _ ("Add a Ring"), "win.add-ring::another");
  g_menu_append (menu, _ ("Add a Band That Fits This Ring"), "win.add-ring::fitted");
  g_menu_append (last, _ ("Remove This Ring"), "win.remove-ring");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  g_object_unref (last);
  return G_MENU_MODEL (menu);
}

static void
ring_ring_chooser_init (RingRingChooser *self)
{
  g_autoptr (GMenuModel) menu = new_menu ();
  GtkWidget *more = gtk_menu_button_new ();

  self->names = gtk_string_list_new (NULL);
  self->list = gtk_drop_down_new (G_LIST_MODEL (self->names), NULL);
  gtk_widget_set_valign (self->list, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->list, FALSE);
  gtk_widget_set_tooltip_text (self->list, _ ("Which Ring"));
  ring_parts_name (self->list, _ ("Which Ring"));
  g_signal_connect_object (self->list, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (more), "list-add-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), menu);
  gtk_widget_add_css_class (more, "flat");
  gtk_widget_set_valign (more, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (more, _ ("Add or Remove a Ring"));
  ring_parts_name (more, _ ("Add or Remove a Ring"));
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), more);
}
