/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include "ring-screen-scale.h"

#include "ring-settings.h"

#define KEY "screen-scales"

static GdkMonitor *
get_monitor (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  return surface != NULL ? gdk_display_get_monitor_at_surface (gtk_widget_get_display (widget), surface) : NULL;
}

/* The same name each time that this screen is there. */
static char *
get_name (GdkMonitor *monitor)
{
  const char *maker = gdk_monitor_get_manufacturer (monitor);
  const char *model = gdk_monitor_get_model (monitor);
  const char *connector = gdk_monitor_get_connector (monitor);

  return g_strdup_printf ("%s %s %s", maker != NULL ? maker : "", model != NULL ? model : "",
                          connector != NULL ? connector : "");
}

/* What was matched; 0 for nothing. */
static double
get_matched (GtkWidget *widget)
{
  GSettings *settings = ring_settings_get ();
  GdkMonitor *monitor = get_monitor (widget);
  g_autoptr (GVariant) all = NULL;
  g_autofree char *name = NULL;
  double pixels = 0;

  if (settings == NULL || monitor == NULL)
    return 0;
  name = get_name (monitor);
  all = g_settings_get_value (settings, KEY);
  if (!g_variant_lookup (all, name, "d", &pixels))
    return 0;
  return pixels >= RING_SCREEN_LEAST && pixels <= RING_SCREEN_MOST ? pixels : 0;
}

double
ring_screen_scale_get (GtkWidget *widget)
{
  double matched = get_matched (widget);
  GdkMonitor *monitor = get_monitor (widget);
  GdkRectangle geometry;
  double told;

  if (matched > 0)
    return matched;
  if (monitor != NULL && gdk_monitor_get_width_mm (monitor) > 0)
    {
      gdk_monitor_get_geometry (monitor, &geometry);
      told = (double) geometry.width / gdk_monitor_get_width_mm (monitor);
      if (told >= RING_SCREEN_LEAST && told <= RING_SCREEN_MOST)
        return told;
    }
  return 96 / 25.4;
}

void
ring_screen_scale_set (GtkWidget *widget, double pixels)
{
  GSettings *settings = ring_settings_get ();
  GdkMonitor *monitor = get_monitor (widget);
  g_autoptr (GVariant) all = NULL;
  g_autofree char *name = NULL;
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other;
  double value;

  if (settings == NULL || monitor == NULL)
    return;
  name = get_name (monitor);
  all = g_settings_get_value (settings, KEY);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sd}"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&sd}", &other, &value))
    if (!g_str_equal (other, name))
      g_variant_builder_add (&builder, "{sd}", other, value);
  if (pixels >= RING_SCREEN_LEAST && pixels <= RING_SCREEN_MOST)
    g_variant_builder_add (&builder, "{sd}", name, pixels);
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

static void
apply_cb (RingCanvas *canvas)
{
  ring_canvas_set_true_scale (canvas, get_matched (GTK_WIDGET (canvas)));
}

/* The window may be carried to another screen. */
static void
mapped_cb (RingCanvas *canvas)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (canvas)));

  g_signal_handlers_disconnect_by_func (surface, apply_cb, canvas);
  g_signal_connect_object (surface, "enter-monitor", G_CALLBACK (apply_cb), canvas, G_CONNECT_SWAPPED);
  apply_cb (canvas);
}

void
ring_screen_scale_follow (RingCanvas *canvas)
{
  if (ring_settings_get () == NULL)
    return;
  g_signal_connect (canvas, "map", G_CALLBACK (mapped_cb), NULL);
  g_signal_connect_object (ring_settings_get (), "changed::" KEY, G_CALLBACK (apply_cb), canvas, G_CONNECT_SWAPPED);
}
