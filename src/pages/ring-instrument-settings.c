/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-instrument-settings.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-fields.h"
#include "ring-ink-sample.h"
#include "ring-number.h"
#include "ring-pressure-editor.h"
#include "ring-try-strip.h"

struct _RingInstrumentSettings
{
  AdwBin parent_instance;

  RingInstruments *instruments;
  double view_scale, pixels_per_mm;
  gboolean showing;
  GtkWidget *paper_spin, *metal_spin;

  GtkImage *icon;
  GtkLabel *title, *paper_label, *metal_label;
  RingInkSample *sample;
  GtkWidget *width_scale;
  GtkAdjustment *width_adjustment;
  GtkGrid *width_grid;
  RingPressureEditor *editor;
  RingTryStrip *strip;
  GtkWidget *clear_button;
};

G_DEFINE_FINAL_TYPE (RingInstrumentSettings, ring_instrument_settings, ADW_TYPE_BIN)

static RingStrokeStyle
get_style (RingInstrumentSettings *self)
{
  return *ring_instruments_get_style (self->instruments,
                                      ring_instruments_get_instrument (self->instruments));
}

static void
set_width (RingInstrumentSettings *self, double paper)
{
  RingStrokeStyle style = get_style (self);

  if (self->showing)
    return;
  style.ink.width = paper;
  ring_instruments_set_style (self->instruments, &style);
}

/* The slider goes through the widths evenly to the eye: each step adds the same part. */
static double
to_slider (const RingInstrumentInfo *info, double width)
{
  return 100 * log (width / info->min_width) / log (info->max_width / info->min_width);
}

static double
from_slider (const RingInstrumentInfo *info, double at)
{
  double width = info->min_width * pow (info->max_width / info->min_width, at / 100);

  return round (width * 100) / 100;
}

static void
scale_changed_cb (RingInstrumentSettings *self)
{
  const RingInstrumentInfo *info
    = ring_instrument_get_info (ring_instruments_get_instrument (self->instruments));

  set_width (self, from_slider (info, gtk_adjustment_get_value (self->width_adjustment)));
}

static void
paper_changed_cb (RingInstrumentSettings *self)
{
  set_width (self, gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->paper_spin)));
}

static void
metal_changed_cb (RingInstrumentSettings *self)
{
  set_width (self, gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->metal_spin))
                     * self->view_scale);
}

static void
curve_changed_cb (RingInstrumentSettings *self)
{
  RingStrokeStyle style = get_style (self);

  style.ink.curve = ring_pressure_editor_get_curve (self->editor);
  ring_instruments_set_style (self->instruments, &style);
}

static void
clear_cb (RingInstrumentSettings *self)
{
  ring_try_strip_clear (self->strip);
}

static void
strokes_changed_cb (RingInstrumentSettings *self)
{
  gtk_widget_set_sensitive (self->clear_button, ring_try_strip_get_n_strokes (self->strip) > 0);
}

static void
pressure_cb (RingInstrumentSettings *self, double pressure)
{
  ring_pressure_editor_set_pressure (self->editor, pressure);
}

static void
show_width (RingInstrumentSettings *self, const RingInstrumentInfo *info, double width)
{
  GtkSpinButton *paper = GTK_SPIN_BUTTON (self->paper_spin);
  GtkSpinButton *metal = GTK_SPIN_BUTTON (self->metal_spin);
  g_autofree char *ratio = ring_number_format (self->view_scale, 2);
  g_autofree char *number = ring_number_format (width, 2);
  /* Translators: a scale such as 4:1. */
  g_autofree char *label = g_strdup_printf (_("In metal at %s:1, mm"), ratio);
  /* Translators: a width, for the screen reader. */
  g_autofree char *text = g_strdup_printf (_("%s mm on paper"), number);

  gtk_adjustment_set_value (self->width_adjustment, to_slider (info, width));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->width_scale),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  gtk_spin_button_set_range (paper, info->min_width, info->max_width);
  gtk_spin_button_set_value (paper, width);
  gtk_spin_button_set_range (metal, info->min_width / self->view_scale,
                             info->max_width / self->view_scale);
  gtk_spin_button_set_value (metal, width / self->view_scale);
  gtk_label_set_text (self->metal_label, label);
}

static void
show (RingInstrumentSettings *self)
{
  RingStrokeStyle style = get_style (self);
  const RingInstrumentInfo *info = ring_instrument_get_info (style.instrument);
  g_autofree char *icon = g_strdup_printf ("ring-%s-symbolic", info->name);

  self->showing = TRUE;
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_label_set_text (self->title, ring_instruments_get_label (info->name));
  show_width (self, info, style.ink.width);
  ring_pressure_editor_set_curve (self->editor, &style.ink.curve);
  ring_ink_sample_set_style (self->sample, &style, self->pixels_per_mm);
  ring_try_strip_set_style (self->strip, &style, self->pixels_per_mm);
  self->showing = FALSE;
}

static void
add_spins (RingInstrumentSettings *self)
{
  self->paper_spin = ring_fields_new_spin (100, 0.05, 2);
  self->metal_spin = ring_fields_new_spin (100, 0.01, 3);
  gtk_grid_attach (self->width_grid, self->paper_spin, 1, 0, 1, 1);
  gtk_grid_attach (self->width_grid, self->metal_spin, 1, 1, 1, 1);
  gtk_label_set_mnemonic_widget (self->paper_label, self->paper_spin);
  gtk_label_set_mnemonic_widget (self->metal_label, self->metal_spin);
  g_signal_connect_object (self->paper_spin, "value-changed", G_CALLBACK (paper_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->metal_spin, "value-changed", G_CALLBACK (metal_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
ring_instrument_settings_dispose (GObject *object)
{
  g_clear_object (&RING_INSTRUMENT_SETTINGS (object)->instruments);
  G_OBJECT_CLASS (ring_instrument_settings_parent_class)->dispose (object);
}

static void
ring_instrument_settings_class_init (RingInstrumentSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ring_instrument_settings_dispose;
  g_type_ensure (RING_TYPE_INK_SAMPLE);
  g_type_ensure (RING_TYPE_PRESSURE_EDITOR);
  g_type_ensure (RING_TYPE_TRY_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RING_APP_PATH "/ui/ring-instrument-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentSettings, icon);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentSettings, title);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentSettings, paper_label);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentSettings, metal_label);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentSettings, sample);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentSettings, width_scale);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentSettings, width_adjustment);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentSettings, width_grid);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentSettings, editor);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentSettings, strip);
  gtk_widget_class_bind_template_child (widget_class, RingInstrumentSettings, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, scale_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, curve_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, strokes_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressure_cb);
}

static void
ring_instrument_settings_init (RingInstrumentSettings *self)
{
  self->showing = TRUE;
  self->view_scale = 4;
  self->pixels_per_mm = 96 / 25.4;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_spins (self);
}

GtkWidget *
ring_instrument_settings_new (RingInstruments *instruments)
{
  RingInstrumentSettings *self = g_object_new (RING_TYPE_INSTRUMENT_SETTINGS, NULL);

  self->instruments = g_object_ref (instruments);
  g_signal_connect_object (instruments, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}

void
ring_instrument_settings_set_scales (RingInstrumentSettings *self, double view_scale,
                                     double pixels_per_mm)
{
  g_return_if_fail (RING_IS_INSTRUMENT_SETTINGS (self));
  g_return_if_fail (view_scale > 0 && pixels_per_mm > 0);

  if (view_scale == self->view_scale && pixels_per_mm == self->pixels_per_mm)
    return;
  self->view_scale = view_scale;
  self->pixels_per_mm = pixels_per_mm;
  show (self);
}
