/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-swatch.h"

#include "ring-canvas-private.h"

#define SIZE 22

struct _RingSwatch
{
  GtkWidget parent_instance;

  guint32 colour;
  gboolean plus;
};

G_DEFINE_FINAL_TYPE (RingSwatch, ring_swatch, GTK_TYPE_WIDGET)

static GdkRGBA
to_rgba (guint32 colour)
{
  return (GdkRGBA){ (float) (colour >> 24) / 255, (float) (colour >> 16 & 0xff) / 255,
                    (float) (colour >> 8 & 0xff) / 255, (float) (colour & 0xff) / 255 };
}

/* How bright the eye finds a colour, 0 to 255. */
static double
get_luma (guint32 colour)
{
  return 0.3 * (colour >> 24) + 0.59 * (colour >> 16 & 0xff) + 0.11 * (colour >> 8 & 0xff);
}

static void
append_plus (GtkSnapshot *snapshot, float x, float y, guint32 colour)
{
  GdkRGBA rgba = to_rgba (get_luma (colour) > 140 || (colour & 0xff) < 0xc0 ? 0x2b2b30ff : 0xffffffff);

  gtk_snapshot_append_color (snapshot, &rgba, &GRAPHENE_RECT_INIT (x + 6, y + 10, 10, 2));
  gtk_snapshot_append_color (snapshot, &rgba, &GRAPHENE_RECT_INIT (x + 10, y + 6, 2, 10));
}

static void
ring_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RingSwatch *swatch = RING_SWATCH (widget);
  float x = (float) (int) ((gtk_widget_get_width (widget) - SIZE) / 2);
  float y = (float) (int) ((gtk_widget_get_height (widget) - SIZE) / 2);
  GdkRGBA paper = to_rgba (RING_CANVAS_PAPER);
  GdkRGBA stripe = to_rgba (0x2b2b30ff);
  GdkRGBA colour = to_rgba (swatch->colour);
  GdkRGBA line = { 0.5f, 0.5f, 0.5f, 0.55f };
  GskRoundedRect dab;

  gsk_rounded_rect_init_from_rect (&dab, &GRAPHENE_RECT_INIT (x, y, SIZE, SIZE), SIZE / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &dab);
  gtk_snapshot_append_color (snapshot, &paper, &dab.bounds);
  if ((swatch->colour & 0xff) < 0xff && !swatch->plus)
    gtk_snapshot_append_color (snapshot, &stripe, &GRAPHENE_RECT_INIT (x, y + 13, SIZE, 3));
  gtk_snapshot_append_color (snapshot, &colour, &dab.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &dab, (float[4]){ 1, 1, 1, 1 },
                              (GdkRGBA[4]){ line, line, line, line });
  if (swatch->plus)
    append_plus (snapshot, x, y, swatch->colour);
}

static void
ring_swatch_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                     int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
ring_swatch_class_init (RingSwatchClass *class)
{
  GTK_WIDGET_CLASS (class)->snapshot = ring_swatch_snapshot;
  GTK_WIDGET_CLASS (class)->measure = ring_swatch_measure;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ring_swatch_init (RingSwatch *swatch)
{
  swatch->colour = 0x000000ff;
}

GtkWidget *
ring_swatch_new (void)
{
  return g_object_new (RING_TYPE_SWATCH, NULL);
}

void
ring_swatch_set_colour (RingSwatch *swatch, guint32 colour)
{
  g_return_if_fail (RING_IS_SWATCH (swatch));

  if (swatch->colour == colour)
    return;
  swatch->colour = colour;
  gtk_widget_queue_draw (GTK_WIDGET (swatch));
}

guint32
ring_swatch_get_colour (RingSwatch *swatch)
{
  g_return_val_if_fail (RING_IS_SWATCH (swatch), 0);

  return swatch->colour;
}

void
ring_swatch_set_plus (RingSwatch *swatch, gboolean plus)
{
  g_return_if_fail (RING_IS_SWATCH (swatch));

  swatch->plus = plus;
  gtk_widget_queue_draw (GTK_WIDGET (swatch));
}

gboolean
ring_swatch_is_light (guint32 colour)
{
  return (colour & 0xff) == 0xff && get_luma (colour) > 200;
}
