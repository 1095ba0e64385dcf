/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include <glib/gi18n-lib.h>

#include "ring-layer-row.h"
#include "ring-number.h"
#include "ring-paper-row.h"
#include "ring-view-plan.h"
#include "ring-view-row.h"

struct _RingViewRow
{
  AdwExpanderRow parent_instance;

  RingDesign *design;
  char *view_id;
  AdwComboRow *scale; /* NULL for the page */
  RingPaperRow *paper; /* of the page */
  GPtrArray *layers;  /* of RingLayerRow */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (RingViewRow, ring_view_row, ADW_TYPE_EXPANDER_ROW)

static const RingViewHead *
get_head (RingViewRow *self)
{
  const RingView *view
      = ring_drawing_find_view (ring_design_get_drawing (self->design), self->view_id);

  return view != NULL ? ring_view_get_head (view) : NULL;
}

static void
scale_cb (AdwComboRow *combo, GParamSpec *pspec, RingViewRow *self)
{
  guint selected = adw_combo_row_get_selected (combo);

  if (!self->showing && selected != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.scale-view", "(sd)", self->view_id,
                                ring_view_plan_scales ()[selected]);
}

/* A scale of another program is shown in the head and chosen by none of the rows. */
static void
show_scale (RingViewRow *self, double scale)
{
  const double *scales = ring_view_plan_scales ();
  guint selected = GTK_INVALID_LIST_POSITION;
  g_autofree char *text = ring_number_format_scale (scale);

  for (guint i = 0; scales[i] > 0; i++)
    if (scales[i] == scale)
      selected = i;
  self->showing = TRUE;
  adw_combo_row_set_selected (self->scale, selected);
  self->showing = FALSE;
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text);
}

void
ring_view_row_update (RingViewRow *self)
{
  const RingViewHead *head;

  g_return_if_fail (RING_IS_VIEW_ROW (self));
  head = get_head (self);
  if (head != NULL && self->scale != NULL)
    show_scale (self, head->scale);
  if (self->paper != NULL)
    ring_paper_row_update (self->paper);
  for (guint i = 0; i < self->layers->len; i++)
    ring_layer_row_update (g_ptr_array_index (self->layers, i));
}

static void
add_scale (RingViewRow *self)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  const double *scales = ring_view_plan_scales ();
  GtkWidget *combo = adw_combo_row_new ();

  for (guint i = 0; scales[i] > 0; i++)
    {
      g_autofree char *text = ring_number_format_scale (scales[i]);

      gtk_string_list_append (model, text);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (combo), _ ("Scale"));
  adw_combo_row_set_model (ADW_COMBO_ROW (combo), G_LIST_MODEL (model));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), combo);
  self->scale = ADW_COMBO_ROW (combo);
  g_signal_connect_object (combo, "notify::selected", G_CALLBACK (scale_cb), self, 0);
}

static void
add_remove (RingViewRow *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Remove"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Remove this view"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("With what is drawn in it; undo brings it back"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.remove-view");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", self->view_id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
ring_view_row_finalize (GObject *object)
{
  RingViewRow *self = RING_VIEW_ROW (object);

  g_ptr_array_unref (self->layers);
  g_object_unref (self->design);
  g_free (self->view_id);
  G_OBJECT_CLASS (ring_view_row_parent_class)->finalize (object);
}

static void
ring_view_row_class_init (RingViewRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ring_view_row_finalize;
}

static void
ring_view_row_init (RingViewRow *self)
{
  self->layers = g_ptr_array_new ();
}

/* Layers stand from front to back as they lie. */
GtkWidget *
ring_view_row_new (RingDesign *design, const char *view_id)
{
  RingViewRow *self = g_object_new (RING_TYPE_VIEW_ROW, NULL);
  const RingView *view = ring_drawing_find_view (ring_design_get_drawing (design), view_id);
  RingViewKind kind = ring_view_get_head (view)->kind;

  self->design = g_object_ref (design);
  self->view_id = g_strdup (view_id);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), ring_view_kind_label (kind));
  if (kind != RING_VIEW_PAGE)
    add_scale (self);
  else
    {
      self->paper = RING_PAPER_ROW (ring_paper_row_new (design));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->paper));
    }
  for (guint l = ring_view_get_n_layers (view); l > 0; l--)
    {
      const char *id = ring_layer_get_head (ring_view_get_layer (view, l - 1))->id;
      GtkWidget *row = ring_layer_row_new (design, id);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
      g_ptr_array_add (self->layers, row);
    }
  if (kind != RING_VIEW_PAGE)
    add_remove (self);
  ring_view_row_update (self);
  return GTK_WIDGET (self);
}

const char *
ring_view_row_get_view (RingViewRow *self)
{
  g_return_val_if_fail (RING_IS_VIEW_ROW (self), NULL);

  return self->view_id;
}
