/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From gestures to samples and to the view. The pen draws, a finger pans, two zoom and turn, the
 * mouse draws with even pressure. Handlers may be called without a current event (tests emit the
 * gestures' signals), and then take the time from the clock. */

#include "ring-canvas-private.h"

#include <math.h>

#include "ring-hand.h"

/* A hand lies on the glass a while after the pen has left it. */
#define PALM_US (500 * 1000)
/* A pen may rest over the paper; a lost "it left" must not stop touch for ever. */
#define PEN_REST_US (3 * G_USEC_PER_SEC)
#define WHEEL_PAN 60.0
#define WHEEL_ZOOM 1.15
#define SMOOTH_ZOOM 1.005
/* Two fingers turn the paper only after they have turned this far, and it snaps to upright. */
#define TURN_DEGREES 8.0
#define SNAP_DEGREES 4.0

gboolean
_ring_canvas_is_pen_busy (RingCanvas *canvas)
{
  gint64 since = g_get_monotonic_time () - canvas->pen_seen;

  if (canvas->pen_seen == 0)
    return FALSE;
  if (canvas->hand.tool != NULL
      && (canvas->hand.device == RING_CANVAS_PEN || canvas->hand.device == RING_CANVAS_ERASER))
    return TRUE;
  return since < PALM_US || (canvas->pen_inside && since < PEN_REST_US);
}

static GdkEvent *
current_event (gpointer controller)
{
  return gtk_event_controller_get_current_event (controller);
}

RingSample
_ring_canvas_make_sample (RingCanvas *canvas, double x, double y, guint32 time)
{
  RingPoint paper = ring_viewport_to_paper (canvas->viewport, (RingPoint){ x, y });
  RingSample sample = { .x = paper.x, .y = paper.y, .pressure = RING_HAND_PRESSURE, .time = time };

  return sample;
}

void
_ring_canvas_move_pointer (RingCanvas *canvas, double x, double y)
{
  canvas->pointer = (RingPoint){ x, y };
  canvas->pointer_inside = TRUE;
}

/* Mouse and finger. */

/* A pen that the display takes for a mouse still tells its pressure. */
static double
pointer_pressure (GdkEvent *event)
{
  double pressure;

  if (event != NULL && gdk_device_get_source (gdk_event_get_device (event)) == GDK_SOURCE_PEN
      && gdk_event_get_axis (event, GDK_AXIS_PRESSURE, &pressure) && pressure > 0.0)
    return pressure;
  return RING_HAND_PRESSURE;
}

static void
draw_history (RingCanvas *canvas, GdkEvent *event, const RingSample *now)
{
  g_autofree GdkTimeCoord *history = NULL;
  guint n = 0;

  if (event != NULL && gdk_event_get_event_type (event) == GDK_MOTION_NOTIFY)
    history = gdk_event_get_history (event, &n);
  for (guint i = 0; i < n; i++)
    {
      RingPoint point = ring_hand_history_point (GTK_WIDGET (canvas), &history[i]);
      RingSample old = _ring_canvas_make_sample (canvas, point.x, point.y, history[i].time);

      old.pressure = now->pressure;
      if (i + 1 < n || !ring_hand_is_same_moment (&old, now))
        _ring_canvas_continue (canvas, &old);
    }
}

static void
drag_draw (RingCanvas *canvas, GtkGesture *gesture, double x, double y)
{
  GdkEvent *event = current_event (gesture);
  RingSample sample = _ring_canvas_make_sample (canvas, x, y, ring_hand_event_time (event));

  sample.pressure = pointer_pressure (event);
  draw_history (canvas, event, &sample);
  _ring_canvas_continue (canvas, &sample);
}

static void
drag_pan (RingCanvas *canvas, double dx, double dy)
{
  ring_viewport_pan (canvas->viewport, dx - canvas->drag_offset.x, dy - canvas->drag_offset.y);
  canvas->drag_offset = (RingPoint){ dx, dy };
}

static RingDrag
begin_drawing (RingCanvas *canvas, GtkGesture *gesture, double x, double y, RingCanvasDevice device)
{
  GdkEvent *event = current_event (gesture);
  RingSample sample = _ring_canvas_make_sample (canvas, x, y, ring_hand_event_time (event));

  sample.pressure = pointer_pressure (event);
  return _ring_canvas_begin (canvas, &sample, device) ? RING_DRAG_DRAW : RING_DRAG_NONE;
}

static gboolean
is_mouse (RingCanvas *canvas, GdkEvent *event)
{
  if (_ring_canvas_is_pen_busy (canvas))
    return FALSE;
  return event == NULL
         || (gdk_event_get_device_tool (event) == NULL
             && gdk_event_get_event_type (event) != GDK_TOUCH_BEGIN);
}

static void
mouse_begin_cb (GtkGestureDrag *drag, double x, double y, RingCanvas *canvas)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (drag));

  canvas->mouse_drag = RING_DRAG_NONE;
  if (!is_mouse (canvas, current_event (drag)) || button > GDK_BUTTON_MIDDLE)
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  _ring_canvas_move_pointer (canvas, x, y);
  canvas->drag_offset = (RingPoint){ 0.0, 0.0 };
  if (button == GDK_BUTTON_MIDDLE || canvas->space_held || canvas->tool == NULL)
    canvas->mouse_drag = RING_DRAG_PAN;
  else
    canvas->mouse_drag
      = begin_drawing (canvas, GTK_GESTURE (drag), x, y, RING_CANVAS_MOUSE);
  _ring_canvas_update_cursor (canvas);
}

static void
mouse_update_cb (GtkGestureDrag *drag, double dx, double dy, RingCanvas *canvas)
{
  double x, y;

  if (!gtk_gesture_drag_get_start_point (drag, &x, &y))
    x = canvas->pointer.x - dx, y = canvas->pointer.y - dy;
  if (canvas->mouse_drag == RING_DRAG_PAN)
    drag_pan (canvas, dx, dy);
  else if (canvas->mouse_drag == RING_DRAG_DRAW)
    drag_draw (canvas, GTK_GESTURE (drag), x + dx, y + dy);
  _ring_canvas_move_pointer (canvas, x + dx, y + dy);
}

static void
mouse_end_cb (GtkGestureDrag *drag, double dx, double dy, RingCanvas *canvas)
{
  RingDrag was = canvas->mouse_drag;

  canvas->mouse_drag = RING_DRAG_NONE;
  if (was == RING_DRAG_DRAW)
    _ring_canvas_end (canvas);
  else if (was == RING_DRAG_PAN && fabs (dx) + fabs (dy) < 3.0)
    _ring_canvas_tap (canvas, ring_viewport_to_paper (canvas->viewport, canvas->pointer));
  if (was != RING_DRAG_NONE)
    _ring_canvas_update_cursor (canvas);
}

static void
touch_begin_cb (GtkGestureDrag *drag, double x, double y, RingCanvas *canvas)
{
  canvas->touch_drag = RING_DRAG_NONE;
  if (_ring_canvas_is_pen_busy (canvas))
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  _ring_canvas_move_pointer (canvas, x, y);
  canvas->drag_offset = (RingPoint){ 0.0, 0.0 };
  canvas->touch_drag = RING_DRAG_PAN;
  if (_ring_canvas_grab_ruler (canvas, ring_viewport_to_paper (canvas->viewport, canvas->pointer)))
    canvas->touch_drag = RING_DRAG_DRAW;
  else if (canvas->touch_draws && canvas->tool != NULL)
    canvas->touch_drag = begin_drawing (canvas, GTK_GESTURE (drag), x, y, RING_CANVAS_TOUCH);
}

static void
touch_update_cb (GtkGestureDrag *drag, double dx, double dy, RingCanvas *canvas)
{
  double x, y;

  if (canvas->touch_drag == RING_DRAG_PAN && canvas->pinching)
    canvas->drag_offset = (RingPoint){ dx, dy };
  else if (canvas->touch_drag == RING_DRAG_PAN && !_ring_canvas_is_pen_busy (canvas))
    drag_pan (canvas, dx, dy);
  else if (canvas->touch_drag == RING_DRAG_DRAW
           && gtk_gesture_drag_get_start_point (drag, &x, &y))
    drag_draw (canvas, GTK_GESTURE (drag), x + dx, y + dy);
}

static void
touch_end_cb (GtkGestureDrag *drag, double dx, double dy, RingCanvas *canvas)
{
  RingDrag was = canvas->touch_drag;

  canvas->touch_drag = RING_DRAG_NONE;
  if (was == RING_DRAG_DRAW)
    _ring_canvas_end (canvas);
  else if (was == RING_DRAG_PAN && !canvas->pinching && fabs (dx) + fabs (dy) < 8.0)
    _ring_canvas_tap (canvas, ring_viewport_to_paper (canvas->viewport, canvas->pointer));
  canvas->pointer_inside = FALSE;
}

/* Two fingers. */

static void
pinch_begin_cb (GtkGesture *zoom, GdkEventSequence *sequence, RingCanvas *canvas)
{
  RingPoint centre;

  if (_ring_canvas_is_pen_busy (canvas) || !gtk_gesture_get_bounding_box_center (zoom, &centre.x, &centre.y))
    {
      gtk_gesture_set_state (zoom, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  /* The first finger of two did not mean to draw. */
  if (canvas->touch_drag == RING_DRAG_DRAW)
    _ring_canvas_cancel (canvas);
  canvas->touch_drag = RING_DRAG_NONE;
  gtk_gesture_set_state (zoom, GTK_EVENT_SEQUENCE_CLAIMED);
  canvas->pinching = TRUE;
  canvas->pinch_turning = FALSE;
  canvas->pinch_centre = centre;
  canvas->pinch_scale = 1.0;
  canvas->pinch_rotation = ring_viewport_get_rotation (canvas->viewport);
}

static double
snap (double degrees)
{
  double upright = round (degrees / 90.0) * 90.0;

  return fabs (degrees - upright) < SNAP_DEGREES ? upright : degrees;
}

static void
pinch_turn (RingCanvas *canvas, RingPoint centre)
{
  double turned
    = gtk_gesture_rotate_get_angle_delta (GTK_GESTURE_ROTATE (canvas->rotate)) * 180.0 / G_PI;

  if (turned > 180.0)
    turned -= 360.0;
  if (!canvas->pinch_turning)
    {
      if (fabs (turned) < TURN_DEGREES)
        return;
      /* From here on, or the paper would jump. */
      canvas->pinch_turning = TRUE;
      canvas->pinch_angle = turned;
    }
  ring_viewport_rotate_at (canvas->viewport, centre,
                           snap (canvas->pinch_rotation + turned - canvas->pinch_angle)
                             - ring_viewport_get_rotation (canvas->viewport));
}

static void
pinch_update_cb (GtkGesture *zoom, GdkEventSequence *sequence, RingCanvas *canvas)
{
  double scale = gtk_gesture_zoom_get_scale_delta (GTK_GESTURE_ZOOM (zoom));
  RingPoint centre;

  if (!canvas->pinching || !gtk_gesture_get_bounding_box_center (zoom, &centre.x, &centre.y)
      || !(scale > 0.0))
    return;
  ring_viewport_pan (canvas->viewport, centre.x - canvas->pinch_centre.x,
                     centre.y - canvas->pinch_centre.y);
  ring_viewport_zoom_at (canvas->viewport, centre, scale / canvas->pinch_scale);
  pinch_turn (canvas, centre);
  canvas->pinch_centre = centre;
  canvas->pinch_scale = scale;
}

static void
pinch_end_cb (GtkGesture *zoom, GdkEventSequence *sequence, RingCanvas *canvas)
{
  canvas->pinching = FALSE;
}

/* Wheel, hover and keys. */

static gboolean
scroll_cb (GtkEventControllerScroll *scroll, double dx, double dy, RingCanvas *canvas)
{
  GdkModifierType state
    = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  gboolean smooth = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_SURFACE;
  double step = smooth ? 1.0 : WHEEL_PAN;

  if ((state & GDK_CONTROL_MASK) != 0)
    ring_viewport_zoom_at (canvas->viewport, canvas->pointer,
                           pow (smooth ? SMOOTH_ZOOM : WHEEL_ZOOM, -dy));
  else if ((state & GDK_SHIFT_MASK) != 0)
    ring_viewport_pan (canvas->viewport, -dy * step, -dx * step);
  else
    ring_viewport_pan (canvas->viewport, -dx * step, -dy * step);
  return TRUE;
}

static void
hover_cb (GtkEventControllerMotion *motion, double x, double y, RingCanvas *canvas)
{
  GdkEvent *event = current_event (motion);

  /* A mouse that is pushed aside while the pen draws says nothing. */
  if (canvas->hand.tool != NULL && canvas->hand.device <= RING_CANVAS_ERASER && event != NULL
      && gdk_event_get_device_tool (event) == NULL)
    return;
  if (canvas->eraser_near && event != NULL && gdk_event_get_device_tool (event) == NULL
      && !_ring_canvas_is_pen_busy (canvas))
    {
      canvas->eraser_near = FALSE;
      _ring_canvas_update_cursor (canvas);
    }
  _ring_canvas_move_pointer (canvas, x, y);
  _ring_canvas_hover (canvas, TRUE);
  if (canvas->eraser_near
      || (canvas->tool != NULL && ring_tool_get_kind (canvas->tool) == RING_TOOL_ERASER))
    gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

static void
leave_cb (GtkEventControllerMotion *motion, RingCanvas *canvas)
{
  canvas->pointer_inside = FALSE;
  _ring_canvas_hover (canvas, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

static void
hold_space (RingCanvas *canvas, gboolean held)
{
  if (canvas->space_held == held)
    return;
  canvas->space_held = held;
  _ring_canvas_update_cursor (canvas);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *key, guint keyval, guint keycode, GdkModifierType state,
                RingCanvas *canvas)
{
  if (keyval != GDK_KEY_space || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  hold_space (canvas, TRUE);
  return TRUE;
}

static void
key_released_cb (GtkEventControllerKey *key, guint keyval, guint keycode, GdkModifierType state,
                 RingCanvas *canvas)
{
  if (keyval == GDK_KEY_space)
    hold_space (canvas, FALSE);
}

static void
focus_left_cb (GtkEventControllerFocus *focus, RingCanvas *canvas)
{
  hold_space (canvas, FALSE);
}

static void
add_gesture (RingCanvas *canvas, GtkGesture *gesture)
{
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (gesture));
}

static void
init_mouse (RingCanvas *canvas)
{
  GtkEventController *scroll
    = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  canvas->mouse = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (canvas->mouse), 0);
  g_signal_connect (canvas->mouse, "drag-begin", G_CALLBACK (mouse_begin_cb), canvas);
  g_signal_connect (canvas->mouse, "drag-update", G_CALLBACK (mouse_update_cb), canvas);
  g_signal_connect (canvas->mouse, "drag-end", G_CALLBACK (mouse_end_cb), canvas);
  add_gesture (canvas, canvas->mouse);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), scroll);
  g_signal_connect (motion, "enter", G_CALLBACK (hover_cb), canvas);
  g_signal_connect (motion, "motion", G_CALLBACK (hover_cb), canvas);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), motion);
}

static void
init_touch (RingCanvas *canvas)
{
  canvas->touch = gtk_gesture_drag_new ();
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (canvas->touch), TRUE);
  g_signal_connect (canvas->touch, "drag-begin", G_CALLBACK (touch_begin_cb), canvas);
  g_signal_connect (canvas->touch, "drag-update", G_CALLBACK (touch_update_cb), canvas);
  g_signal_connect (canvas->touch, "drag-end", G_CALLBACK (touch_end_cb), canvas);
  add_gesture (canvas, canvas->touch);
  canvas->zoom = gtk_gesture_zoom_new ();
  g_signal_connect (canvas->zoom, "begin", G_CALLBACK (pinch_begin_cb), canvas);
  g_signal_connect (canvas->zoom, "update", G_CALLBACK (pinch_update_cb), canvas);
  g_signal_connect (canvas->zoom, "end", G_CALLBACK (pinch_end_cb), canvas);
  add_gesture (canvas, canvas->zoom);
  canvas->rotate = gtk_gesture_rotate_new ();
  add_gesture (canvas, canvas->rotate);
  /* Not with the drag: that one denies a second finger, and a group denies as one. The drag claims
   * nothing either, so that a second finger may come later. */
  gtk_gesture_group (canvas->rotate, canvas->zoom);
}

void
_ring_canvas_init_input (RingCanvas *canvas)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  _ring_canvas_init_pen (canvas);
  init_mouse (canvas);
  init_touch (canvas);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), canvas);
  g_signal_connect (key, "key-released", G_CALLBACK (key_released_cb), canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), key);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), focus);
  /* The last one added sees an event first. */
  _ring_canvas_init_pen_buttons (canvas);
}

const RingView *
ring_canvas_get_view (RingCanvas *canvas, RingPoint *at)
{
  RingPoint point;
  const RingView *view;
  RingMatrix matrix, inverse = RING_MATRIX_IDENTITY;

  g_return_val_if_fail (RING_IS_CANVAS (canvas), NULL);

  if (canvas->design == NULL)
    return NULL;
  point = ring_viewport_to_paper (canvas->viewport, canvas->pointer);
  view = ring_drawing_view_at (ring_design_get_drawing (canvas->design), point);
  matrix = ring_view_get_matrix (view);
  ring_matrix_invert (&matrix, &inverse);
  if (at != NULL)
    *at = ring_matrix_apply (&inverse, point);
  return view;
}

double
ring_canvas_get_view_scale (RingCanvas *canvas)
{
  const RingView *view = ring_canvas_get_view (canvas, NULL);
  const RingDrawing *drawing;

  if (view == NULL)
    return 1.0;
  drawing = ring_design_get_drawing (canvas->design);
  for (guint v = 0; v < ring_drawing_get_n_views (drawing)
                    && ring_view_get_head (view)->kind == RING_VIEW_PAGE; v++)
    view = ring_drawing_get_view (drawing, v);
  return ring_view_get_head (view)->scale;
}
