/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-profile-rows.h"

/* The pictured band, mm, and how large it is drawn. */
#define WIDTH 4.0
#define THICKNESS 1.9
#define PIXELS_PER_MM 7.0
#define STEPS 48

typedef struct
{
  const RingProfile *order;
  guint n;
} Order;

/* A euro band is told by its outline round the finger, the others by their section. */
static void
trace_euro (cairo_t *cr, double width, double height)
{
  const RingBand band = { 30, RING_PROFILE_EURO, WIDTH, THICKNESS, 0, 0 };
  double scale = height / (2 * ring_band_reach (&band));

  cairo_translate (cr, width / 2, height / 2);
  cairo_scale (cr, scale, scale);
  for (int i = 0; i < 2 * STEPS; i++)
    {
      double angle = G_PI * i / STEPS;
      RingVec p = ring_band_point (&band, angle, 0, ring_band_outer (&band, angle, 0));

      cairo_line_to (cr, p.x, -p.y);
    }
  cairo_close_path (cr);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, ring_band_radius (&band), 0, 2 * G_PI);
}

static void
trace_section (cairo_t *cr, RingProfile profile, double width, double height)
{
  const RingBand band = { 54, profile, WIDTH, THICKNESS, 0, 0 };

  cairo_translate (cr, width / 2, (height + THICKNESS * PIXELS_PER_MM) / 2);
  cairo_scale (cr, PIXELS_PER_MM, -PIXELS_PER_MM);
  for (int i = -STEPS; i <= STEPS; i++)
    {
      double across = i / (double) STEPS;

      cairo_line_to (cr, across * WIDTH / 2, ring_band_outer (&band, 0, across));
    }
  for (int i = STEPS; i >= -STEPS; i--)
    {
      double across = i / (double) STEPS;

      cairo_line_to (cr, across * WIDTH / 2, ring_band_inner (&band, 0, across));
    }
  cairo_close_path (cr);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  RingProfile profile = (RingProfile) GPOINTER_TO_INT (user_data);
  GdkRGBA colour;

  cairo_save (cr);
  if (profile == RING_PROFILE_EURO)
    trace_euro (cr, width, height - 2);
  else
    trace_section (cr, profile, width, height);
  cairo_restore (cr);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &colour);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, 0.2);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *picture = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (picture), 32);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (picture), 20);
  gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const Order *order = user_data;
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *picture = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_last_child (box);
  guint position = gtk_list_item_get_position (item);
  gboolean known = position >= 1 && position <= order->n;

  gtk_label_set_text (GTK_LABEL (label),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
  gtk_widget_set_visible (picture, known);
  if (known)
    gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (picture), draw_cb,
                                    GINT_TO_POINTER ((int) order->order[position - 1]), NULL);
}

static void
order_free (gpointer order, GClosure *closure)
{
  g_free (order);
}

void
ring_profile_rows_set_up (AdwComboRow *row, const RingProfile *order, guint n)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  Order *kept = g_new (Order, 1);

  *kept = (Order){ order, n };
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), kept, order_free, 0);
  adw_combo_row_set_factory (row, factory);
}
