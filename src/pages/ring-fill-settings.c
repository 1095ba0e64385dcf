/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-fill-settings.h"

#include <glib/gi18n-lib.h>

#include "ring-fill-sample.h"
#include "ring-palette-chooser.h"
#include "ring-parts.h"

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

  self->showing = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->form), fill->form);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->metal), metal_index (fill->metal));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->bounds), fill->bounds);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->gap), fill->gap);
  ring_parts_set_colour (GTK_COLOR_CHOOSER (self->colour), fill->colour);
  gtk_widget_set_visible (self->metal, !plain);
  gtk_widget_set_visible (self->metal_label, !plain);
  gtk_widget_set_visible (self->colour, plain);
  gtk_widget_set_visible (self->colour_label, plain);
  gtk_widget_set_visible (self->palette, plain);
  ring_parts_name (self->picture, ring_fill_settings_get_form_label (fill->form));
  gtk_widget_queue_draw (self->picture);
  self->showing = FALSE;
}

static void
changed_cb (RingFillSettings *self)
{
  RingFillChoice fill;
  guint form, metal, bounds;

  if (self->showing)
    return;
  fill = *ring_instruments_get_fill (self->instruments);
  form = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->form));
  metal = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->metal));
  bounds = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->bounds));
  if (form < RING_N_FORMS)
    fill.form = (RingForm) form;
  if (metal <= ring_metal_paint_get_n ())
    fill.metal = metal > 0 ? ring_metal_paint_get (metal - 1) : NULL;
  if (bounds < RING_FILL_N_BOUNDS)
    fill.bounds = (RingFillBounds) bounds;
  fill.gap = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->gap));
  fill.colour = ring_parts_get_colour (GTK_COLOR_CHOOSER (self->colour));
  ring_instruments_set_fill (self->instruments, &fill);
}

static void
draw_picture_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  RingFillSettings *self = data;

  ring_fill_sample_paint (cr, ring_instruments_get_fill (self->instruments),
                          ring_instruments_get_metal (self->instruments), width, height);
}

/* Returns the label. */
static GtkWidget *
attach (RingFillSettings *self, int row, const char *text, GtkWidget *widget)
{
  gtk_widget_set_hexpand (widget, TRUE);
  return ring_parts_attach (self->grid, row, text, widget);
}

static GtkWidget *
new_drop_down (RingFillSettings *self, const char *const *labels, const char *name)
{
  return ring_parts_new_drop_down (labels, name, G_CALLBACK (changed_cb), self);
}

static GtkWidget *
new_form (RingFillSettings *self)
{
  const char *labels[RING_N_FORMS + 1] = { NULL };

  for (guint i = 0; i < RING_N_FORMS; i++)
    labels[i] = ring_fill_settings_get_form_label ((RingForm) i);
  return new_drop_down (self, labels, _ ("Form"));
}

static GtkWidget *
new_metal (RingFillSettings *self)
{
  g_autofree const char **labels = g_new0 (const char *, ring_metal_paint_get_n () + 2);

  labels[0] = _ ("As the ring");
  for (guint i = 0; i < ring_metal_paint_get_n (); i++)
    labels[i + 1] = _ (ring_metal_paint_get (i)->label);
  return new_drop_down (self, labels, _ ("Metal"));
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
  self->bounds = new_drop_down (self, bounds, _ ("Stops at"));
  gtk_widget_set_tooltip_text (self->bounds,
                               _ ("Distinct lines: pale construction lines do not count"));
  attach (self, 3, _ ("Stops at"), self->bounds);
  self->gap
      = ring_parts_new_spin (0, RING_FILL_MOST_GAP, 0.1, 1, G_CALLBACK (changed_cb), self);
  gtk_widget_set_tooltip_text (
      self->gap, _ ("Openings between lines up to this width are closed, mm of paper"));
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
  GtkWidget *title = ring_parts_new_label (_ ("Fill"));

  self->showing = TRUE;
  ring_parts_set_up (GTK_BOX (self), 8);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (self), title);
  self->picture
      = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                      "content-width", PICTURE_WIDTH, "content-height", PICTURE_HEIGHT, NULL);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->picture), draw_picture_cb, self, NULL);
  gtk_box_append (GTK_BOX (self), self->picture);
  self->grid = ring_parts_new_grid ();
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
