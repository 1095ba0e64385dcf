/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-layer-row.h"

struct _RingLayerRow
{
  AdwActionRow parent_instance;

  RingDesign *design;
  char *layer_id;
  RingLayer *shown; /* as the row shows it; what never changes need not be shown again */
  GtkToggleButton *eye, *lock;
  GtkMenuButton *opacity_button;
  GtkAdjustment *opacity;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (RingLayerRow, ring_layer_row, ADW_TYPE_ACTION_ROW)

const char *
ring_view_kind_label (RingViewKind kind)
{
  switch (kind)
    {
    case RING_VIEW_FRONT:
      return _("Front view");
    case RING_VIEW_TOP:
      return _("Top view");
    case RING_VIEW_SIDE:
      return _("Side view");
    case RING_VIEW_THREE_QUARTER:
      return _("Three-quarter view");
    case RING_VIEW_STRIP:
      return _("Unrolled strip");
    case RING_VIEW_PAGE:
    default:
      return _("Page");
    }
}

const char *
ring_layer_head_label (const RingLayerHead *head)
{
  switch (head->role)
    {
    case RING_ROLE_UNDERLAY:
      return C_("layer", "Underlay");
    case RING_ROLE_METAL:
      return C_("layer", "Metal");
    case RING_ROLE_STONES:
      return C_("layer", "Stones");
    case RING_ROLE_INK:
      return C_("layer", "Ink");
    case RING_ROLE_NOTES:
      return C_("layer", "Notes");
    case RING_ROLE_NAMED:
    default:
      return head->name[0] != '\0' ? head->name : C_("layer", "Layer");
    }
}

static void
show_state (GtkToggleButton *button, gboolean active, const char *icon, const char *tooltip)
{
  gtk_toggle_button_set_active (button, active);
  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), tooltip);
}

static void
show_opacity (RingLayerRow *self, double opacity)
{
  /* Translators: how opaque a layer is. */
  g_autofree char *text = g_strdup_printf (_("%.0f %%"), opacity * 100);
  g_autofree char *name = g_strdup_printf (_("Opacity: %s"), text);

  gtk_adjustment_set_value (self->opacity, round (opacity * 100));
  gtk_menu_button_set_label (self->opacity_button, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->opacity_button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->opacity_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
ring_layer_row_update (RingLayerRow *self)
{
  RingView *view = NULL;
  RingLayer *layer = ring_drawing_find_layer (ring_design_get_drawing (self->design),
                                              self->layer_id, &view);
  const RingLayerHead *head;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  gsize n;

  if (layer == NULL || layer == self->shown)
    return;
  g_clear_pointer (&self->shown, ring_layer_unref);
  self->shown = ring_layer_ref (layer);
  head = ring_layer_get_head (layer);
  n = ring_layer_get_n_items (layer);
  title = g_markup_escape_text (ring_layer_head_label (head), -1);
  subtitle = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%" G_GSIZE_FORMAT " thing",
                                           "%" G_GSIZE_FORMAT " things", n), n);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), n > 0 ? subtitle : "");
  self->showing = TRUE;
  show_state (self->eye, head->visible,
              head->visible ? "view-reveal-symbolic" : "view-conceal-symbolic",
              head->visible ? _("Hide this layer") : _("Show this layer"));
  show_state (self->lock, head->locked,
              head->locked ? "changes-prevent-symbolic" : "changes-allow-symbolic",
              head->locked ? _("Unlock this layer") : _("Lock this layer"));
  show_opacity (self, head->opacity);
  self->showing = FALSE;
}

/* What a hand set and the design did not take goes back. */
static void
restore (RingLayerRow *self)
{
  g_clear_pointer (&self->shown, ring_layer_unref);
  ring_layer_row_update (self);
}

/* One drag of the slider is one step to take back. */
static void
opacity_cb (RingLayerRow *self)
{
  RingDrawing *drawing = ring_design_get_drawing (self->design);
  RingLayer *layer = ring_drawing_find_layer (drawing, self->layer_id, NULL);
  g_autofree char *key = g_strdup_printf ("layer/%s/opacity", self->layer_id);
  RingLayerHead head;
  RingEdit *edit;

  if (self->showing || layer == NULL)
    return;
  head = *ring_layer_get_head (layer);
  head.opacity = round (gtk_adjustment_get_value (self->opacity)) / 100;
  edit = ring_edit_new (drawing, _("Layer Opacity"));
  ring_edit_set_layer (edit, &head);
  ring_edit_set_merge_key (edit, key);
  if (!ring_design_commit (self->design, edit))
    restore (self);
}

static void
toggled_cb (RingLayerRow *self)
{
  RingDrawing *drawing = ring_design_get_drawing (self->design);
  RingLayer *layer = ring_drawing_find_layer (drawing, self->layer_id, NULL);
  RingLayerHead head;
  RingEdit *edit;

  if (self->showing || layer == NULL)
    return;
  head = *ring_layer_get_head (layer);
  head.visible = gtk_toggle_button_get_active (self->eye);
  head.locked = gtk_toggle_button_get_active (self->lock);
  edit = ring_edit_new (drawing, _("Layer"));
  ring_edit_set_layer (edit, &head);
  if (!ring_design_commit (self->design, edit))
    restore (self);
}

static GtkToggleButton *
add_button (RingLayerRow *self, const char *label)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "layer-toggle");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return GTK_TOGGLE_BUTTON (button);
}

static void
add_opacity (RingLayerRow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scale;

  self->opacity = gtk_adjustment_new (100, 0, 100, 5, 20, 0);
  scale = gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, self->opacity);
  gtk_scale_set_digits (GTK_SCALE (scale), 0);
  gtk_widget_set_size_request (scale, 200, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Opacity"), -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scale);
  self->opacity_button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_popover (self->opacity_button, popover);
  gtk_menu_button_set_always_show_arrow (self->opacity_button, FALSE);
  gtk_widget_set_valign (GTK_WIDGET (self->opacity_button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->opacity_button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->opacity_button), "layer-opacity");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->opacity_button));
  g_signal_connect_object (self->opacity, "value-changed", G_CALLBACK (opacity_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
ring_layer_row_finalize (GObject *object)
{
  RingLayerRow *self = RING_LAYER_ROW (object);

  g_clear_object (&self->design);
  g_free (self->layer_id);
  g_clear_pointer (&self->shown, ring_layer_unref);
  G_OBJECT_CLASS (ring_layer_row_parent_class)->finalize (object);
}

static void
ring_layer_row_class_init (RingLayerRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ring_layer_row_finalize;
}

static void
ring_layer_row_init (RingLayerRow *self)
{
  add_opacity (self);
  self->eye = add_button (self, _("Visible"));
  self->lock = add_button (self, _("Locked"));
}

GtkWidget *
ring_layer_row_new (RingDesign *design, const char *layer_id)
{
  RingLayerRow *self = g_object_new (RING_TYPE_LAYER_ROW, NULL);

  self->design = g_object_ref (design);
  self->layer_id = g_strdup (layer_id);
  ring_layer_row_update (self);
  return GTK_WIDGET (self);
}

const char *
ring_layer_row_get_layer (RingLayerRow *self)
{
  return self->layer_id;
}
