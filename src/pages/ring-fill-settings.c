/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-fill-settings.h"

#include <glib/gi18n-lib.h>

#include "ring-fill-sample.h"
#include "ring-palette-chooser.h"

#define PICTURE_WIDTH 208 /* pixels */
#define PICTURE_HEIGHT 100

struct _RingFillSettings
{
  GtkBox parent_instance;

  RingInstruments *instruments;
  gboolean showing;

  GtkWidget *picture, *grid, *form, *metal_label, *metal, *colour_label, *colour, *palette;
  GtkWidget *bounds, *gap;
};

G_DEFINE_FINAL_TYPE (RingFillSettings, ring_fill_settings, GTK_TYPE_BOX)

const char *
ring_fill_settings_get_form_label (RingForm form)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "form", ring_form_label (form));
}

char *
ring_fill_settings_format_colour (const RingFillChoice *choice)
{
  if (choice->form == RING_FORM_PLAIN)
    return ring_palette_format (choice->colour);
  return g_strdup (choice->metal != NULL ? _ (choice->metal->label) : _ ("as the ring"));
}

static guint
metal_index (const RingMetalPaint *metal)
{
  for (guint i = 0; metal != NULL && i < ring_metal_paint_get_n (); i++)
    if (ring_metal_paint_get (i) == metal)
      return i + 1;
  return 0;
}

static void
show (RingFillSettings *self)
{
  const RingFillChoice *fill = ring_instruments_get_fill (self->instruments);
  gboolean plain = fill->form == RING_FORM_PLAIN;
  GdkRGBA rgba = { (float) (fill->colour >> 24) / 255, (float) (fill->colour >> 16 & 0xff) / 255,
                   (float) (fill->colour >> 8 & 0xff) / 255, 1 };

  self->showing = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->form), fill->form);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->metal), metal_index (fill->metal));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->bounds), fill->bounds);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->gap), fill->gap);
  gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (self->colour), &rgba);
  gtk_widget_set_visible (self->metal, !plain);
  gtk_widget_set_visible (self->metal_label, !plain);
  gtk_widget_set_visible (self->colour, plain);
  gtk_widget_set_visible (self->colour_label, plain);
  gtk_widget_set_visible (self->palette, plain);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ring_fill_settings_get_form_label (fill->form), -1);
  gtk_widget_queue_draw (self->picture);
  self->showing = FALSE;
}

static void
changed_cb (RingFillSettings *self)
{
  RingFillChoice fill;
  guint form, metal, bounds;
  GdkRGBA rgba;

  if (self->showing)
    return;
  fill = *ring_instruments_get_fill (self->instruments);
  form = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->form));
  metal = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->metal));
  bounds = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->bounds));
  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (self->colour), &rgba);
  if (form < RING_N_FORMS)
    fill.form = (RingForm) form;
  if (metal <= ring_metal_paint_get_n ())
    fill.metal = metal > 0 ? ring_metal_paint_get (metal - 1) : NULL;
  if (bounds < RING_FILL_N_BOUNDS)
    fill.bounds = (RingFillBounds) bounds;
  fill.gap = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->gap));
  fill.colour = (guint32) (rgba.red * 255 + 0.5f) << 24 | (guint32) (rgba.green * 255 + 0.5f) << 16
                | (guint32) (rgba.blue * 255 + 0.5f) << 8 | 0xff;
  ring_instruments_set_fill (self->instruments, &fill);
}

static void
draw_picture_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  RingFillSettings *self = data;

  ring_fill_sample_paint (cr, ring_instruments_get_fill (self->instruments),
                          ring_instruments_get_metal (self->instruments), width, height);
}

static void
name_widget (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Returns the label. */
static GtkWidget *
attach (RingFillSettings *self, int row, const char *text, GtkWidget *widget)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (widget, TRUE);
  name_widget (widget, text);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), widget, 1, row, 1, 1);
  return label;
}

static GtkWidget *
new_drop_down (RingFillSettings *self, const char *const *labels)
{
  GtkWidget *drop = gtk_drop_down_new_from_strings (labels);

  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return drop;
}

static GtkWidget *
new_form (RingFillSettings *self)
{
  const char *labels[RING_N_FORMS + 1] = { NULL };

  for (guint i = 0; i < RING_N_FORMS; i++)
    labels[i] = ring_fill_settings_get_form_label ((RingForm) i);
  return new_drop_down (self, labels);
}

static GtkWidget *
new_metal (RingFillSettings *self)
{
  g_autofree const char **labels = g_new0 (const char *, ring_metal_paint_get_n () + 2);

  labels[0] = _ ("As the ring");
  for (guint i = 0; i < ring_metal_paint_get_n (); i++)
    labels[i + 1] = _ (ring_metal_paint_get (i)->label);
  return new_drop_down (self, labels);
}

static void
add_rows (RingFillSettings *self)
{
  const char *const bounds[]
      = { _ ("Distinct lines"), _ ("All lines"), _ ("The ring’s own lines"), NULL };

  self->form = new_form (self);
  attach (self, 0, _ ("Form"), self->form);
  self->metal = new_metal (self);
  self->metal_label = attach (self, 1, _ ("Metal"), self->metal);
  self->colour = gtk_color_button_new ();
  gtk_color_chooser_set_use_alpha (GTK_COLOR_CHOOSER (self->colour), FALSE);
  g_signal_connect_object (self->colour, "notify::rgba", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->colour_label = attach (self, 2, _ ("Colour"), self->colour);
  self->bounds = new_drop_down (self, bounds);
  gtk_widget_set_tooltip_text (self->bounds,
                               _ ("Distinct lines: pale construction lines do not count"));
  attach (self, 3, _ ("Stops at"), self->bounds);
  self->gap = gtk_spin_button_new_with_range (0, RING_FILL_MOST_GAP, 0.1);
  gtk_widget_set_tooltip_text (
      self->gap, _ ("Openings between lines up to this width are closed, mm of paper"));
  g_signal_connect_object (self->gap, "value-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  attach (self, 4, _ ("Closes gaps, mm"), self->gap);
}

static void
ring_fill_settings_dispose (GObject *object)
{
  g_clear_object (&RING_FILL_SETTINGS (object)->instruments);
  G_OBJECT_CLASS (ring_fill_settings_parent_class)->dispose (object);
}

static void
ring_fill_settings_class_init (RingFillSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_fill_settings_dispose;
}

static void
ring_fill_settings_init (RingFillSettings *self)
{
  GtkWidget *title = gtk_label_new (_ ("Fill"));

  self->showing = TRUE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  g_object_set (self, "margin-top", 6, "margin-bottom", 6, "margin-start", 6, "margin-end", 6,
                NULL);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (self), title);
  self->picture
      = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                      "content-width", PICTURE_WIDTH, "content-height", PICTURE_HEIGHT, NULL);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->picture), draw_picture_cb, self, NULL);
  gtk_box_append (GTK_BOX (self), self->picture);
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_box_append (GTK_BOX (self), self->grid);
  add_rows (self);
}

GtkWidget *
ring_fill_settings_new (RingInstruments *instruments)
{
  RingFillSettings *self = g_object_new (RING_TYPE_FILL_SETTINGS, NULL);

  self->instruments = g_object_ref (instruments);
  self->palette = ring_palette_chooser_new (instruments, TRUE);
  gtk_box_append (GTK_BOX (self), self->palette);
  g_signal_connect_object (instruments, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
