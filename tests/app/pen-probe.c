/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A window that prints what GTK tells it about pen, fingers, mouse and keys, one line each. It
 * proves the rig itself, apart from the program that the rig is there to test. */
#include <gtk/gtk.h>

static void
say (const char *format, ...) G_GNUC_PRINTF (1, 2);

static void
say (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  vprintf (format, args);
  va_end (args);
  putchar ('\n');
  fflush (stdout);
}

static void
stylus (GtkGestureStylus *gesture, const char *what, double x, double y)
{
  GdkDeviceTool *tool = gtk_gesture_stylus_get_device_tool (gesture);
  gboolean eraser
    = tool != NULL && gdk_device_tool_get_tool_type (tool) == GDK_DEVICE_TOOL_TYPE_ERASER;
  double pressure = -1;

  gtk_gesture_stylus_get_axis (gesture, GDK_AXIS_PRESSURE, &pressure);
  say ("%s %s %d %d %d", eraser ? "eraser" : "pen", what, (int) (x + 0.5), (int) (y + 0.5),
       (int) (pressure * 1000 + 0.5));
}

static void
stylus_proximity_cb (GtkGestureStylus *gesture, double x, double y)
{
  stylus (gesture, "proximity", x, y);
}

static void
stylus_down_cb (GtkGestureStylus *gesture, double x, double y)
{
  stylus (gesture, "down", x, y);
}

static void
stylus_motion_cb (GtkGestureStylus *gesture, double x, double y)
{
  g_autofree GdkTimeCoord *backlog = NULL;
  guint n = 0;

  /* Samples that GTK has compressed away come first, in their order; the event that survived is
   * not among them. */
  if (gtk_gesture_stylus_get_backlog (gesture, &backlog, &n))
    for (guint i = 0; i < n; i++)
      say ("pen motion %d %d %d", (int) backlog[i].axes[GDK_AXIS_X],
           (int) backlog[i].axes[GDK_AXIS_Y],
           (int) (backlog[i].axes[GDK_AXIS_PRESSURE] * 1000 + 0.5));
  stylus (gesture, "motion", x, y);
}

static void
stylus_up_cb (GtkGestureStylus *gesture, double x, double y)
{
  stylus (gesture, "up", x, y);
}

static void
zoom_cb (GtkGestureZoom *gesture, double scale)
{
  say ("zoom %d", (int) (scale * 100 + 0.5));
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y)
{
  GdkDevice *device = gtk_gesture_get_device (GTK_GESTURE (gesture));

  if (gdk_device_get_source (device) == GDK_SOURCE_MOUSE)
    say ("mouse down %d %d", (int) (x + 0.5), (int) (y + 0.5));
}

static void
drag_end_cb (GtkGestureDrag *gesture, double x, double y)
{
  GdkDevice *device = gtk_gesture_get_device (GTK_GESTURE (gesture));

  if (gdk_device_get_source (device) == GDK_SOURCE_MOUSE)
    say ("mouse up %d %d", (int) (x + 0.5), (int) (y + 0.5));
}

static gboolean
scroll_cb (GtkEventControllerScroll *scroll, double dx, double dy)
{
  say ("scroll %d %d", (int) dx, (int) dy);
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  g_autofree char *label = gtk_accelerator_name (keyval, modifiers);

  say ("key %s", label);
  return TRUE;
}

static void
watch (GtkWidget *widget)
{
  GtkGesture *pen = gtk_gesture_stylus_new ();
  GtkGesture *zoom = gtk_gesture_zoom_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *scroll
    = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (pen, "proximity", G_CALLBACK (stylus_proximity_cb), NULL);
  g_signal_connect (pen, "down", G_CALLBACK (stylus_down_cb), NULL);
  g_signal_connect (pen, "motion", G_CALLBACK (stylus_motion_cb), NULL);
  g_signal_connect (pen, "up", G_CALLBACK (stylus_up_cb), NULL);
  g_signal_connect (zoom, "scale-changed", G_CALLBACK (zoom_cb), NULL);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), NULL);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), NULL);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pen));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (zoom));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, keys);
}

static void
tool_changed_cb (GdkDevice *device, GParamSpec *pspec, gpointer data)
{
  GdkDeviceTool *tool = gdk_device_get_device_tool (device);

  if (tool != NULL)
    say ("tool %d", (int) gdk_device_tool_get_tool_type (tool));
}

static void
watch_devices (GdkDisplay *display)
{
  GdkSeat *seat = gdk_display_get_default_seat (display);
  GList *devices = gdk_seat_get_devices (seat, GDK_SEAT_CAPABILITY_ALL);

  for (GList *l = devices; l != NULL; l = l->next)
    {
      say ("device %s %d", gdk_device_get_name (l->data), (int) gdk_device_get_source (l->data));
      g_signal_connect (l->data, "notify::tool", G_CALLBACK (tool_changed_cb), NULL);
    }
  g_list_free (devices);
}

static gboolean
mapped_cb (gpointer data)
{
  say ("ready");
  return G_SOURCE_REMOVE;
}

static void
map_cb (GtkWidget *widget)
{
  g_idle_add_full (G_PRIORITY_LOW, mapped_cb, NULL, NULL);
}

int
main (int argc, char *argv[])
{
  GtkWidget *window;
  GtkWidget *area;

  gtk_init ();
  window = gtk_window_new ();
  area = gtk_drawing_area_new ();
  gtk_widget_set_focusable (area, TRUE);
  watch (area);
  gtk_window_set_child (GTK_WINDOW (window), area);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  watch_devices (gtk_widget_get_display (window));
  g_signal_connect_after (window, "map", G_CALLBACK (map_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (area);
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
