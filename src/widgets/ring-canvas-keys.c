/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything a pointer can do to the view, and drawing, by keys and by named actions. */

#include "ring-canvas-private.h"

#include <math.h>

#define ZOOM_STEP 1.25
#define ROTATE_STEP 15.0
#define PAN_STEP 40.0
#define PAN_LARGE_STEP 240.0
/* The crosshair's steps, paper mm. */
#define DRAW_STEP 0.1
#define DRAW_LARGE_STEP 1.0
#define KEY_PRESSURE 0.5

static RingPoint
get_middle (RingCanvas *canvas)
{
  double width, height;

  ring_viewport_get_size (canvas->viewport, &width, &height);
  return (RingPoint){ width / 2.0, height / 2.0 };
}

/* About the crosshair where there is one, or it would leave the window. */
static RingPoint
get_anchor (RingCanvas *canvas)
{
  if (canvas->keyboard_draw)
    return ring_viewport_to_widget (canvas->viewport, canvas->crosshair);
  return get_middle (canvas);
}

static RingSample
make_sample (RingCanvas *canvas)
{
  RingSample sample = { .x = canvas->crosshair.x, .y = canvas->crosshair.y };

  sample.pressure = KEY_PRESSURE;
  sample.time = (guint32) (g_get_monotonic_time () / 1000);
  return sample;
}

/* The crosshair never leaves the window: the paper follows it. */
static void
follow_crosshair (RingCanvas *canvas)
{
  RingPoint at = ring_viewport_to_widget (canvas->viewport, canvas->crosshair);
  double width, height;
  double dx, dy;

  ring_viewport_get_size (canvas->viewport, &width, &height);
  dx = CLAMP (at.x, MIN (PAN_STEP, width / 2), MAX (width - PAN_STEP, width / 2)) - at.x;
  dy = CLAMP (at.y, MIN (PAN_STEP, height / 2), MAX (height - PAN_STEP, height / 2)) - at.y;
  if (dx != 0.0 || dy != 0.0)
    ring_viewport_pan (canvas->viewport, dx, dy);
}

static void
move_crosshair (RingCanvas *canvas, int dx, int dy, double step)
{
  double angle = -ring_viewport_get_rotation (canvas->viewport) * G_PI / 180.0;
  RingSample sample;

  /* Right is right on the screen, however the paper lies. */
  canvas->crosshair.x += step * (dx * cos (angle) - dy * sin (angle));
  canvas->crosshair.y += step * (dx * sin (angle) + dy * cos (angle));
  follow_crosshair (canvas);
  if ((canvas->hand.tool != NULL && canvas->hand.device == RING_CANVAS_KEYS)
      || canvas->ruler_grip != RING_RULER_NO_GRIP)
    {
      sample = make_sample (canvas);
      _ring_canvas_continue (canvas, &sample);
    }
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

static gboolean
nudge (RingCanvas *canvas, int dx, int dy, RingToolModifiers modifiers)
{
  if (canvas->tool == NULL || canvas->design == NULL
      || !ring_tool_nudge (canvas->tool, dx, dy, ring_viewport_get_rotation (canvas->viewport),
                           modifiers))
    return FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  return TRUE;
}

static gboolean
fine_arrow_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  int dx, dy;

  g_variant_get (args, "(ii)", &dx, &dy);
  return nudge (RING_CANVAS (widget), dx, dy, RING_TOOL_CTRL);
}

static gboolean
arrow_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  RingCanvas *canvas = RING_CANVAS (widget);
  int dx, dy;
  gboolean large;

  g_variant_get (args, "(iib)", &dx, &dy, &large);
  if (!canvas->keyboard_draw && nudge (canvas, dx, dy, large ? RING_TOOL_SHIFT : 0))
    return TRUE;
  if (canvas->keyboard_draw)
    {
      move_crosshair (canvas, dx, dy, large ? DRAW_LARGE_STEP : DRAW_STEP);
      return TRUE;
    }
  ring_viewport_pan (canvas->viewport, -dx * (large ? PAN_LARGE_STEP : PAN_STEP),
                     -dy * (large ? PAN_LARGE_STEP : PAN_STEP));
  return TRUE;
}

static gboolean
press_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  RingCanvas *canvas = RING_CANVAS (widget);
  RingSample sample = make_sample (canvas);

  if (!canvas->keyboard_draw)
    return _ring_canvas_act (canvas, RING_TOOL_FINISH);
  if (canvas->hand.tool != NULL || canvas->ruler_grip != RING_RULER_NO_GRIP)
    _ring_canvas_end (canvas);
  else
    {
      _ring_canvas_begin (canvas, &sample, RING_CANVAS_KEYS);
      /* A note or a new gem is done with one press. */
      if (canvas->hand.tool != NULL && ring_tool_is_done (canvas->hand.tool))
        _ring_canvas_end (canvas);
    }
  return TRUE;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  RingCanvas *canvas = RING_CANVAS (widget);

  if (canvas->hand.tool != NULL)
    _ring_canvas_cancel (canvas);
  else if (_ring_canvas_act (canvas, RING_TOOL_ESCAPE))
    return TRUE;
  else if (canvas->keyboard_draw)
    ring_canvas_set_keyboard_draw (canvas, FALSE);
  else
    return FALSE;
  return TRUE;
}

static gboolean
back_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return _ring_canvas_act (RING_CANVAS (widget), RING_TOOL_BACK);
}

static void
zoom_in_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RingCanvas *canvas = RING_CANVAS (widget);

  ring_viewport_zoom_at (canvas->viewport, get_anchor (canvas), ZOOM_STEP);
}

static void
zoom_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RingCanvas *canvas = RING_CANVAS (widget);

  ring_viewport_zoom_at (canvas->viewport, get_anchor (canvas), 1.0 / ZOOM_STEP);
}

static void
zoom_fit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ring_canvas_zoom_fit (RING_CANVAS (widget));
}

static void
zoom_one_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ring_canvas_zoom_one (RING_CANVAS (widget));
}

static void
rotate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RingCanvas *canvas = RING_CANVAS (widget);
  double by = -ring_viewport_get_rotation (canvas->viewport);

  if (g_str_has_suffix (name, "left"))
    by = -ROTATE_STEP;
  else if (g_str_has_suffix (name, "right"))
    by = ROTATE_STEP;
  ring_viewport_rotate_at (canvas->viewport, get_anchor (canvas), by);
}

/* The window moves over the paper: "left" shows what is further left. */
static void
pan_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RingCanvas *canvas = RING_CANVAS (widget);
  double dx = 0.0;
  double dy = 0.0;

  if (g_str_has_suffix (name, "left"))
    dx = PAN_STEP;
  else if (g_str_has_suffix (name, "right"))
    dx = -PAN_STEP;
  else if (g_str_has_suffix (name, "up"))
    dy = PAN_STEP;
  else
    dy = -PAN_STEP;
  ring_viewport_pan (canvas->viewport, dx, dy);
}

static void
bind_arrow (GtkWidgetClass *class, guint key, guint keypad, int dx, int dy)
{
  gtk_widget_class_add_binding (class, key, 0, arrow_cb, "(iib)", dx, dy, FALSE);
  gtk_widget_class_add_binding (class, keypad, 0, arrow_cb, "(iib)", dx, dy, FALSE);
  gtk_widget_class_add_binding (class, key, GDK_SHIFT_MASK, arrow_cb, "(iib)", dx, dy, TRUE);
  gtk_widget_class_add_binding (class, keypad, GDK_SHIFT_MASK, arrow_cb, "(iib)", dx, dy, TRUE);
  gtk_widget_class_add_binding (class, key, GDK_CONTROL_MASK, fine_arrow_cb, "(ii)", dx, dy);
  gtk_widget_class_add_binding (class, keypad, GDK_CONTROL_MASK, fine_arrow_cb, "(ii)", dx, dy);
}

static void
bind_keys (GtkWidgetClass *class)
{
  const guint in[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  const guint out[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };
  const guint fit[] = { GDK_KEY_0, GDK_KEY_KP_0 };
  const guint one[] = { GDK_KEY_1, GDK_KEY_KP_1 };
  const guint press[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };

  for (guint i = 0; i < G_N_ELEMENTS (in); i++)
    gtk_widget_class_add_binding_action (class, in[i], 0, "canvas.zoom-in", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (out); i++)
    gtk_widget_class_add_binding_action (class, out[i], 0, "canvas.zoom-out", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fit); i++)
    gtk_widget_class_add_binding_action (class, fit[i], 0, "canvas.zoom-fit", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (one); i++)
    gtk_widget_class_add_binding_action (class, one[i], 0, "canvas.zoom-one", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (press); i++)
    gtk_widget_class_add_binding (class, press[i], 0, press_cb, NULL);
  bind_arrow (class, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  bind_arrow (class, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  bind_arrow (class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1);
  bind_arrow (class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1);
  gtk_widget_class_add_binding (class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (class, GDK_KEY_BackSpace, 0, back_cb, NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_k, 0, "canvas.keyboard-draw", NULL);
}

void
_ring_canvas_class_init_keys (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "canvas.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (class, "canvas.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (class, "canvas.zoom-fit", NULL, zoom_fit_cb);
  gtk_widget_class_install_action (class, "canvas.zoom-one", NULL, zoom_one_cb);
  gtk_widget_class_install_action (class, "canvas.rotate-left", NULL, rotate_cb);
  gtk_widget_class_install_action (class, "canvas.rotate-right", NULL, rotate_cb);
  gtk_widget_class_install_action (class, "canvas.rotate-reset", NULL, rotate_cb);
  gtk_widget_class_install_action (class, "canvas.pan-left", NULL, pan_cb);
  gtk_widget_class_install_action (class, "canvas.pan-right", NULL, pan_cb);
  gtk_widget_class_install_action (class, "canvas.pan-up", NULL, pan_cb);
  gtk_widget_class_install_action (class, "canvas.pan-down", NULL, pan_cb);
  gtk_widget_class_install_property_action (class, "canvas.keyboard-draw", "keyboard-draw");
  bind_keys (class);
}
