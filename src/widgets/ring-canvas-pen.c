/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The pen: its tip, its other end, and the buttons on its side. */

#include "ring-canvas-private.h"

#include "ring-hand.h"

static GdkEvent *
current_event (gpointer controller)
{
  return gtk_event_controller_get_current_event (controller);
}

static void
see_pen (RingCanvas *canvas, GtkGestureStylus *stylus)
{
  GdkDeviceTool *tool = gtk_gesture_stylus_get_device_tool (stylus);
  gboolean eraser = tool != NULL
                    && gdk_device_tool_get_tool_type (tool) == GDK_DEVICE_TOOL_TYPE_ERASER;

  canvas->pen_seen = g_get_monotonic_time ();
  if (canvas->eraser_near == eraser)
    return;
  canvas->eraser_near = eraser;
  _ring_canvas_update_cursor (canvas);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

static RingSample
stylus_sample (RingCanvas *canvas, GtkGestureStylus *stylus, double x, double y)
{
  RingSample sample = _ring_canvas_make_sample (canvas, x, y, ring_hand_event_time (current_event (stylus)));

  ring_hand_read_axes (stylus, NULL, &sample);
  return sample;
}

static RingSample
backlog_sample (RingCanvas *canvas, GtkGestureStylus *stylus, const GdkTimeCoord *coord)
{
  RingSample sample
    = _ring_canvas_make_sample (canvas, coord->axes[GDK_AXIS_X], coord->axes[GDK_AXIS_Y], coord->time);

  ring_hand_read_axes (stylus, coord, &sample);
  return sample;
}

/* A pen that lifts may still move, without pressure: no ink comes of that. */
static void
continue_with (RingCanvas *canvas, const RingSample *sample)
{
  if (sample->pressure > 0.0)
    _ring_canvas_continue (canvas, sample);
}

/* What the button that is held makes of the pen. */
static RingPenButton
get_role (RingCanvas *canvas)
{
  return canvas->pen_held > 0 ? canvas->pen_buttons[canvas->pen_held - 1] : RING_PEN_BUTTON_NOTHING;
}

gboolean
_ring_canvas_pen_erases (RingCanvas *canvas)
{
  return canvas->eraser_near || get_role (canvas) == RING_PEN_BUTTON_ERASE;
}

static void
pan_to (RingCanvas *canvas, double x, double y)
{
  ring_viewport_pan (canvas->viewport, x - canvas->pen_at.x, y - canvas->pen_at.y);
  canvas->pen_at = (RingPoint){ x, y };
}

static void
stylus_down_cb (GtkGestureStylus *stylus, double x, double y, RingCanvas *canvas)
{
  RingSample sample = stylus_sample (canvas, stylus, x, y);

  see_pen (canvas, stylus);
  _ring_canvas_move_pointer (canvas, x, y);
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  gtk_gesture_set_state (GTK_GESTURE (stylus), GTK_EVENT_SEQUENCE_CLAIMED);
  canvas->pen_pans = get_role (canvas) == RING_PEN_BUTTON_PAN;
  canvas->pen_at = (RingPoint){ x, y };
  /* Pressure may have told of the tip already. */
  if (canvas->hand.tool != NULL && canvas->hand.device == RING_CANVAS_ERASER)
    continue_with (canvas, &sample);
  else if (!canvas->pen_pans)
    _ring_canvas_begin (canvas, &sample,
                        _ring_canvas_pen_erases (canvas) ? RING_CANVAS_ERASER : RING_CANVAS_PEN);
  _ring_canvas_update_cursor (canvas);
}

/* What came since the last event, and then SAMPLE. */
static void
take_all (RingCanvas *canvas, GtkGestureStylus *stylus, const RingSample *sample,
          void (*take) (RingCanvas *canvas, const RingSample *sample))
{
  g_autofree GdkTimeCoord *backlog = NULL;
  guint n = 0;

  if (gtk_gesture_stylus_get_backlog (stylus, &backlog, &n))
    for (guint i = 0; i < n; i++)
      {
        RingSample old = backlog_sample (canvas, stylus, &backlog[i]);

        if (i + 1 < n || !ring_hand_is_same_moment (&old, sample))
          take (canvas, &old);
      }
  take (canvas, sample);
}

static void
stylus_motion_cb (GtkGestureStylus *stylus, double x, double y, RingCanvas *canvas)
{
  RingSample sample = stylus_sample (canvas, stylus, x, y);

  see_pen (canvas, stylus);
  if (canvas->pen_pans)
    pan_to (canvas, x, y);
  _ring_canvas_move_pointer (canvas, x, y);
  if (!canvas->pen_pans)
    take_all (canvas, stylus, &sample, continue_with);
}

static void
stylus_up_cb (GtkGestureStylus *stylus, double x, double y, RingCanvas *canvas)
{
  see_pen (canvas, stylus);
  canvas->pen_pans = FALSE;
  _ring_canvas_end (canvas);
  _ring_canvas_update_cursor (canvas);
}

/* With some pens a held button is all that is told of the tip: where it presses, there is
 * pressure. */
static void
erase_by_pressure (RingCanvas *canvas, const RingSample *sample)
{
  if (sample->pressure <= 0.0)
    _ring_canvas_end (canvas);
  else if (canvas->hand.tool == NULL)
    _ring_canvas_begin (canvas, sample, RING_CANVAS_ERASER);
  else
    _ring_canvas_continue (canvas, sample);
}

/* The pen over the paper: with a button held it moves the paper, tip or no tip. */
static void
stylus_proximity_cb (GtkGestureStylus *stylus, double x, double y, RingCanvas *canvas)
{
  RingSample sample = stylus_sample (canvas, stylus, x, y);
  double pressure;

  see_pen (canvas, stylus);
  if (get_role (canvas) == RING_PEN_BUTTON_PAN)
    pan_to (canvas, x, y);
  _ring_canvas_move_pointer (canvas, x, y);
  if (get_role (canvas) == RING_PEN_BUTTON_ERASE
      && gtk_gesture_stylus_get_axis (stylus, GDK_AXIS_PRESSURE, &pressure))
    take_all (canvas, stylus, &sample, erase_by_pressure);
}

/* Taken away by a grab or a closing window: what was drawn is kept. */
static void
cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, RingCanvas *canvas)
{
  canvas->pen_pans = FALSE;
  _ring_canvas_end (canvas);
}

static gboolean
is_pen_event (GdkEvent *event)
{
  GdkDevice *device = gdk_event_get_device (event);

  return gdk_event_get_device_tool (event) != NULL
         || (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_PEN);
}

/* The first button of a pen is the one a finger finds first; the display calls it the right one. */
static guint
get_pen_button (GdkEvent *event)
{
  switch (gdk_button_event_get_button (event))
    {
    case GDK_BUTTON_SECONDARY:
      return 1;
    case GDK_BUTTON_MIDDLE:
      return 2;
    default:
      return 0;
    }
}

static void
hold_button (RingCanvas *canvas, guint button, gboolean held)
{
  gboolean erased = canvas->hand.tool != NULL && canvas->hand.device == RING_CANVAS_ERASER
                    && !gtk_gesture_is_active (canvas->stylus);

  canvas->pen_seen = g_get_monotonic_time ();
  canvas->pen_at = canvas->pointer;
  if (held)
    canvas->pen_held = button;
  else if (canvas->pen_held == button)
    canvas->pen_held = 0;
  if (!held && erased)
    _ring_canvas_end (canvas);
  _ring_canvas_update_cursor (canvas);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

/* Under X11 mouse and pen are one pointer, and what the pen did since the last frame may lie in the
 * history of a mouse that was pushed aside. Only the pen has pressure. */
static void
take_from_mouse (RingCanvas *canvas, GdkEvent *event)
{
  g_autofree GdkTimeCoord *history = NULL;
  guint n = 0;

  if (canvas->hand.tool == NULL || canvas->hand.device > RING_CANVAS_ERASER || is_pen_event (event))
    return;
  history = gdk_event_get_history (event, &n);
  for (guint i = 0; i < n; i++)
    {
      RingPoint point = ring_hand_history_point (GTK_WIDGET (canvas), &history[i]);
      RingSample sample = _ring_canvas_make_sample (canvas, point.x, point.y, history[i].time);

      sample.pressure = history[i].axes[GDK_AXIS_PRESSURE];
      sample.tilt_x = history[i].axes[GDK_AXIS_XTILT];
      sample.tilt_y = history[i].axes[GDK_AXIS_YTILT];
      continue_with (canvas, &sample);
    }
}

/* Before the gestures: a second button would make them give up the stroke. */
static gboolean
any_event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, RingCanvas *canvas)
{
  GdkEventType type = gdk_event_get_event_type (event);

  canvas->modifiers = gdk_event_get_modifier_state (event);
  if (type == GDK_PROXIMITY_IN || type == GDK_PROXIMITY_OUT)
    {
      canvas->pen_inside = type == GDK_PROXIMITY_IN;
      canvas->pen_seen = g_get_monotonic_time ();
      canvas->pen_held = 0;
    }
  if (type == GDK_MOTION_NOTIFY)
    take_from_mouse (canvas, event);
  if ((type != GDK_BUTTON_PRESS && type != GDK_BUTTON_RELEASE) || !is_pen_event (event)
      || get_pen_button (event) == 0)
    return GDK_EVENT_PROPAGATE;
  hold_button (canvas, get_pen_button (event), type == GDK_BUTTON_PRESS);
  return GDK_EVENT_STOP;
}

void
_ring_canvas_init_pen (RingCanvas *canvas)
{
  canvas->pen_buttons[0] = RING_PEN_BUTTON_ERASE;
  canvas->pen_buttons[1] = RING_PEN_BUTTON_PAN;
  canvas->stylus = gtk_gesture_stylus_new ();
  g_signal_connect (canvas->stylus, "down", G_CALLBACK (stylus_down_cb), canvas);
  g_signal_connect (canvas->stylus, "motion", G_CALLBACK (stylus_motion_cb), canvas);
  g_signal_connect (canvas->stylus, "up", G_CALLBACK (stylus_up_cb), canvas);
  g_signal_connect (canvas->stylus, "proximity", G_CALLBACK (stylus_proximity_cb), canvas);
  g_signal_connect (canvas->stylus, "cancel", G_CALLBACK (cancel_cb), canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (canvas->stylus));
}

void
_ring_canvas_init_pen_buttons (RingCanvas *canvas)
{
  GtkEventController *any = gtk_event_controller_legacy_new ();

  g_signal_connect (any, "event", G_CALLBACK (any_event_cb), canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), any);
}

void
ring_canvas_set_pen_button (RingCanvas *canvas, guint button, RingPenButton role)
{
  g_return_if_fail (RING_IS_CANVAS (canvas));
  g_return_if_fail (button == 1 || button == 2);

  canvas->pen_buttons[button - 1] = role;
}

RingPenButton
ring_canvas_get_pen_button (RingCanvas *canvas, guint button)
{
  g_return_val_if_fail (RING_IS_CANVAS (canvas), RING_PEN_BUTTON_NOTHING);
  g_return_val_if_fail (button == 1 || button == 2, RING_PEN_BUTTON_NOTHING);

  return canvas->pen_buttons[button - 1];
}

void
ring_canvas_set_eraser (RingCanvas *canvas, gboolean cuts, double reach)
{
  g_return_if_fail (RING_IS_CANVAS (canvas));

  canvas->eraser_cuts = cuts;
  canvas->eraser_reach = reach;
  if (canvas->eraser != NULL && canvas->hand.tool != canvas->eraser)
    {
      ring_tool_set_cutting (canvas->eraser, cuts);
      ring_tool_set_reach (canvas->eraser, reach);
    }
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}
