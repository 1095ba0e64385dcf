/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-ink-sample.h"

#include <math.h>

#include "ring-canvas-private.h"
#include "ring-scratch.h"
#include "ring-swatch.h"

#define HEIGHT 40
/* Of the width, free on each side. */
#define MARGIN 0.1
#define N_SAMPLES 64
/* A calm hand, milliseconds a sample. */
#define PACE 8

struct _RingInkSample
{
  GtkWidget parent_instance;

  RingScratch *scratch;
  RingStrokeStyle style;
  double scale; /* pixels a mm; 0 before the first style */
  RingItem *item;
  int item_width; /* the widget was so wide when ITEM was made */
};

G_DEFINE_FINAL_TYPE (RingInkSample, ring_ink_sample, GTK_TYPE_WIDGET)

static void
make_item (RingInkSample *self)
{
  RingSample samples[N_SAMPLES] = { 0 };
  double whole = gtk_widget_get_width (GTK_WIDGET (self)) / self->scale;
  double width = (1 - 2 * MARGIN) * whole;
  double middle = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0 / self->scale;
  double swing = 0.16 * HEIGHT / self->scale;

  for (guint i = 0; i < N_SAMPLES; i++)
    {
      double t = (double) i / (N_SAMPLES - 1);

      samples[i].x = MARGIN * whole + t * width;
      samples[i].y = middle - swing * sin (2 * G_PI * t);
      samples[i].pressure = MAX (0.02, sin (G_PI * t));
      samples[i].time = PACE * i;
    }
  g_clear_pointer (&self->item, ring_item_unref);
  self->item = ring_scratch_draw (self->scratch, &self->style, 1 / self->scale, samples, N_SAMPLES);
  self->item_width = gtk_widget_get_width (GTK_WIDGET (self));
}

static void
ring_ink_sample_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RingInkSample *self = RING_INK_SAMPLE (widget);
  cairo_t *cr;

  if (self->scale <= 0)
    return;
  if (self->item == NULL || self->item_width != gtk_widget_get_width (widget))
    make_item (self);
  if (self->item == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                                 gtk_widget_get_height (widget)));
  cairo_scale (cr, self->scale, self->scale);
  ring_paint_item (cr, self->item);
  cairo_destroy (cr);
}

static void
ring_ink_sample_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 48 : HEIGHT;
  *natural = *minimum;
}

static void
ring_ink_sample_finalize (GObject *object)
{
  RingInkSample *self = RING_INK_SAMPLE (object);

  g_clear_pointer (&self->item, ring_item_unref);
  ring_scratch_free (self->scratch);
  G_OBJECT_CLASS (ring_ink_sample_parent_class)->finalize (object);
}

static void
ring_ink_sample_class_init (RingInkSampleClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ring_ink_sample_finalize;
  GTK_WIDGET_CLASS (class)->snapshot = ring_ink_sample_snapshot;
  GTK_WIDGET_CLASS (class)->measure = ring_ink_sample_measure;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "inksample");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ring_ink_sample_init (RingInkSample *self)
{
  self->scratch = ring_scratch_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
ring_ink_sample_set_style (RingInkSample *self, const RingStrokeStyle *style, double pixels_per_mm)
{
  g_return_if_fail (RING_IS_INK_SAMPLE (self));
  g_return_if_fail (pixels_per_mm > 0);

  self->style = *style;
  if (ring_swatch_is_light (style->colour))
    gtk_widget_add_css_class (GTK_WIDGET (self), "toned");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "toned");
  self->scale = pixels_per_mm;
  g_clear_pointer (&self->item, ring_item_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
