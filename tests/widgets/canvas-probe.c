/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A window that is all canvas, four pixels a mm, and tells what the canvas made of its input, one
 * line each: for test-canvas-pen.py. Places are widget pixels, pressures thousandths. */
#include <math.h>
#include <stdarg.h>
#include <stdio.h>

#include <adwaita.h>

#include "ring-canvas.h"

typedef struct
{
  RingCanvas *canvas;
  RingDesign *design;
} Probe;

G_GNUC_PRINTF (1, 2)
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
say_stroke (Probe *probe, const char *layer_id, const RingItem *item)
{
  RingView *view = NULL;
  RingMatrix to_paper;
  const RingSample *samples;
  gsize n;

  ring_drawing_find_layer (ring_design_get_drawing (probe->design), layer_id, &view);
  to_paper = ring_view_get_matrix (view);
  samples = ring_samples_get (ring_item_get_stroke (item)->samples, &n, NULL);
  for (gsize i = 0; i < n; i++)
    {
      RingPoint paper = ring_matrix_apply (&to_paper, (RingPoint){ samples[i].x, samples[i].y });
      RingPoint at = ring_viewport_to_widget (ring_canvas_get_viewport (probe->canvas), paper);

      say ("sample %.0f %.0f %.0f %u", at.x, at.y, samples[i].pressure * 1000, samples[i].time);
    }
  say ("stroke %" G_GSIZE_FORMAT, n);
}

static void
change_cb (const RingChange *change, gpointer user_data)
{
  if (change->new_item != NULL && ring_item_get_stroke (change->new_item) != NULL)
    say_stroke (user_data, change->layer_id, change->new_item);
  else if (change->old_item != NULL && change->new_item == NULL)
    say ("erased");
}

static void
changed_cb (RingDesign *design, RingEdit *edit, gboolean reverted, Probe *probe)
{
  if (reverted)
    say ("undone");
  else if (edit != NULL)
    ring_edit_foreach (edit, change_cb, probe);
}

static void
ended_cb (RingCanvas *canvas, gboolean committed, gpointer data)
{
  say ("ended %d", committed);
}

static void
viewport_cb (RingViewport *viewport, Probe *probe)
{
  RingPoint centre = ring_viewport_get_centre (viewport);

  say ("view %.0f %.0f %.0f %.0f", ring_viewport_get_scale (viewport) * 1000,
       ring_viewport_get_rotation (viewport) * 10, centre.x * 100, centre.y * 100);
}

static void
tool_changed_cb (GdkDevice *device, GParamSpec *pspec, gpointer data)
{
  GdkDeviceTool *tool = gdk_device_get_device_tool (device);

  if (tool != NULL)
    say ("tool %d", (int) gdk_device_tool_get_tool_type (tool));
}

/* Takes the input away from the window until it closes itself. */
static gboolean
close_dialog_cb (gpointer dialog)
{
  say ("dialog");
  gtk_window_destroy (dialog);
  return G_SOURCE_REMOVE;
}

static void
dialog_mapped_cb (GtkWidget *dialog)
{
  g_idle_add (close_dialog_cb, dialog);
}

static void
open_dialog (GtkWindow *window)
{
  GtkWidget *dialog = gtk_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (dialog), window);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  g_signal_connect_after (dialog, "map", G_CALLBACK (dialog_mapped_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
key_cb (GtkEventControllerKey *key, guint keyval, guint keycode, GdkModifierType state,
        Probe *probe)
{
  RingViewport *viewport = ring_canvas_get_viewport (probe->canvas);

  if (keyval == GDK_KEY_F5)
    {
      ring_viewport_set_rotation (viewport, 0);
      ring_viewport_set_scale (viewport, 4);
      ring_viewport_set_centre (viewport, (RingPoint){ 105, 148 });
      say ("reset");
      return TRUE;
    }
  if (keyval == GDK_KEY_F6)
    {
      ring_canvas_set_touch_draws (probe->canvas, !ring_canvas_get_touch_draws (probe->canvas));
      say ("touch-draws");
      return TRUE;
    }
  if (keyval == GDK_KEY_F7)
    {
      /* What another page, or the end of the window, does to the canvas. */
      gtk_widget_set_visible (GTK_WIDGET (probe->canvas), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (probe->canvas), TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (probe->canvas));
      say ("hidden");
      return TRUE;
    }
  if (keyval == GDK_KEY_F8)
    {
      GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (key));

      open_dialog (GTK_WINDOW (window));
      return TRUE;
    }
  if (keyval == GDK_KEY_F9)
    {
      RingPenButton first = ring_canvas_get_pen_button (probe->canvas, 1);

      ring_canvas_set_pen_button (probe->canvas, 1, ring_canvas_get_pen_button (probe->canvas, 2));
      ring_canvas_set_pen_button (probe->canvas, 2, first);
      say ("swapped");
      return TRUE;
    }
  if (keyval == GDK_KEY_F10)
    {
      gtk_window_close (GTK_WINDOW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (key))));
      return TRUE;
    }
  return FALSE;
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
  Probe probe;
  RingTool *tool;
  GtkWidget *window;
  GtkEventController *key;
  GList *devices;

  adw_init ();
  probe.design = ring_design_new ();
  probe.canvas = RING_CANVAS (ring_canvas_new ());
  tool = ring_tool_new (RING_TOOL_PEN, probe.design);
  ring_canvas_set_design (probe.canvas, probe.design);
  ring_canvas_set_tool (probe.canvas, tool);
  g_signal_connect (probe.design, "changed", G_CALLBACK (changed_cb), &probe);
  g_signal_connect (probe.canvas, "stroke-ended", G_CALLBACK (ended_cb), NULL);
  g_signal_connect (ring_canvas_get_viewport (probe.canvas), "changed", G_CALLBACK (viewport_cb),
                    &probe);
  key = gtk_event_controller_key_new ();
  window = gtk_window_new ();
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), &probe);
  gtk_widget_add_controller (window, key);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (probe.canvas));
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  devices = gdk_seat_get_devices (gdk_display_get_default_seat (gdk_display_get_default ()),
                                  GDK_SEAT_CAPABILITY_ALL);
  for (GList *l = devices; l != NULL; l = l->next)
    g_signal_connect (l->data, "notify::tool", G_CALLBACK (tool_changed_cb), NULL);
  g_list_free (devices);
  g_signal_connect_after (window, "map", G_CALLBACK (map_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (GTK_WIDGET (probe.canvas));
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  ring_tool_free (tool);
  g_object_unref (probe.design);
  return 0;
}
