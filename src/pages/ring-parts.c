/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-parts.h"

void
ring_parts_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

typedef struct
{
  RingPartsMake make;
  gpointer data;
} Later;

static void
make_popover_cb (GtkMenuButton *button, gpointer data)
{
  Later *later = data;
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), later->make (later->data));
  gtk_menu_button_set_popover (button, popover);
}

void
ring_parts_make_popover_later (GtkMenuButton *button, RingPartsMake make, gpointer data)
{
  Later *later = g_new (Later, 1);

  *later = (Later){ make, data };
  gtk_menu_button_set_create_popup_func (button, make_popover_cb, later, g_free);
}

void
ring_parts_close_popover (GtkWidget *widget)
{
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

void
ring_parts_set_colour (GtkColorChooser *chooser, guint32 colour)
{
  GdkRGBA rgba = { (float) (colour >> 24) / 255, (float) (colour >> 16 & 0xff) / 255,
                   (float) (colour >> 8 & 0xff) / 255, 1 };

  gtk_color_chooser_set_rgba (chooser, &rgba);
}

guint32
ring_parts_get_colour (GtkColorChooser *chooser)
{
  GdkRGBA rgba;

  gtk_color_chooser_get_rgba (chooser, &rgba);
  return (guint32) (rgba.red * 255 + 0.5f) << 24 | (guint32) (rgba.green * 255 + 0.5f) << 16
         | (guint32) (rgba.blue * 255 + 0.5f) << 8 | 0xff;
}
