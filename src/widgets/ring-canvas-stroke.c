/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From samples on paper to a tool. */

#include "ring-canvas-private.h"

#include "ring-clock.h"
#include "ring-paper.h"

/* A tap moves the pen less than this, pixels. */
#define TAP_PIXELS 3.0
#define DOUBLE_TAP_US (500 * 1000)
/* The pen rests when it has been up so long. */
#define REST_MS 150
#define MAX_DRYING 24
/* How often a pen that sends nothing is looked after. */
#define HOLD_MS 100

/* The stone of the pin under POINT (paper mm), or NULL. */
static const char *
find_stone (RingCanvas *canvas, RingPoint point)
{
  const RingDrawing *drawing = ring_design_get_drawing (canvas->design);
  const RingView *view = ring_drawing_view_at (drawing, point);
  RingMatrix matrix = ring_view_get_matrix (view);
  RingMatrix inverse = RING_MATRIX_IDENTITY;
  double reach = TAP_PIXELS / (ring_viewport_get_scale (canvas->viewport)
                               * ring_matrix_scale (&matrix));
  const RingItem *pin = NULL;
  RingRect near;

  if (canvas->n_notes == 0)
    return NULL;
  ring_matrix_invert (&matrix, &inverse);
  point = ring_matrix_apply (&inverse, point);
  near = (RingRect){ point.x - reach, point.y - reach, point.x + reach, point.y + reach };
  for (guint l = ring_view_get_n_layers (view); pin == NULL && l > 0; l--)
    {
      const RingLayer *layer = ring_view_get_layer (view, l - 1);
      RingSequenceIter iter;
      const RingItem *item;

      if (!ring_layer_get_head (layer)->visible)
        continue;
      /* The frontmost is the last. */
      ring_sequence_iter_init (&iter, ring_layer_get_items (layer), &near);
      while ((item = ring_sequence_iter_next (&iter)) != NULL)
        if (ring_item_get_kind (item) == RING_ITEM_NOTE
            && ring_item_distance (item, point) <= reach)
          pin = item;
    }
  return pin != NULL ? ring_item_get_note (pin)->stone : NULL;
}

static void
tap_stone (RingCanvas *canvas, const char *stone)
{
  g_autofree char *copy = g_strdup (stone);
  gint64 now = g_get_monotonic_time ();
  gboolean again = copy != NULL && g_strcmp0 (canvas->tapped, copy) == 0
                   && now - canvas->tapped_at < DOUBLE_TAP_US;

  g_free (canvas->tapped);
  canvas->tapped = again ? NULL : g_strdup (copy);
  canvas->tapped_at = now;
  if (again)
    _ring_canvas_emit_activated (canvas, copy);
}

void
_ring_canvas_tap (RingCanvas *canvas, RingPoint point)
{
  if (canvas->design != NULL)
    tap_stone (canvas, find_stone (canvas, point));
}

static RingSample
to_view (RingHand *hand, const RingSample *paper)
{
  RingSample sample = *paper;
  RingPoint on = hand->ruler != NULL
                   ? ring_ruler_project (hand->ruler, hand->edge, (RingPoint){ paper->x, paper->y })
                   : (RingPoint){ paper->x, paper->y };
  RingPoint point = ring_matrix_apply (&hand->to_view, on);
  guint32 since = paper->time - hand->time0;

  sample.x = point.x;
  sample.y = point.y;
  sample.pressure = CLAMP (paper->pressure, 0.0, 1.0);
  /* Devices' clocks may step back, and a stroke's may not. */
  if (since > G_MAXINT32 || since < hand->last_time)
    since = hand->last_time;
  hand->last_time = since;
  sample.time = since;
  return sample;
}

static void
hand_open (RingCanvas *canvas, RingTool *tool, const RingView *view, const RingSample *paper,
           RingCanvasDevice device)
{
  RingHand *hand = &canvas->hand;
  RingMatrix matrix = ring_view_get_matrix (view);
  double k;

  memset (hand, 0, sizeof *hand);
  hand->tool = tool;
  hand->device = device;
  hand->paper = ring_paper_colour (ring_paper_get (ring_design_get_drawing (canvas->design)));
  hand->to_view = RING_MATRIX_IDENTITY;
  ring_matrix_invert (&matrix, &hand->to_view);
  hand->pixel
    = 1.0 / (ring_viewport_get_scale (canvas->viewport) * ring_matrix_scale (&matrix));
  hand->down = ring_matrix_apply (&hand->to_view, (RingPoint){ paper->x, paper->y });
  hand->last = hand->down;
  hand->time0 = paper->time;
  k = 1.0 / hand->pixel;
  hand->to_node = (RingMatrix){ k, 0.0, 0.0, k, -k * hand->down.x, -k * hand->down.y };
  hand->wet = _ring_wet_new (hand, view);
}

static gboolean
rest_cb (gpointer data)
{
  RingCanvas *canvas = data;

  canvas->rest_timeout = 0;
  ring_tiles_set_patient (canvas->tiles, FALSE);
  return G_SOURCE_REMOVE;
}

/* The tiles below are not painted again while a pen draws and until it rests: the fresh ink lies
 * over them. Too much of it would be a burden in its turn, and a pencil's
 * is not as dense yet as it will be. */
static void
be_patient (RingCanvas *canvas)
{
  const RingTool *tool = canvas->hand.tool;
  gboolean patient = ring_tool_get_kind (tool) == RING_TOOL_PEN && canvas->show_wet
                     && ring_tool_get_style (tool)->instrument != RING_INSTRUMENT_PENCIL
                     && canvas->drying->len < MAX_DRYING;

  g_clear_handle_id (&canvas->rest_timeout, g_source_remove);
  ring_tiles_set_patient (canvas->tiles, patient);
}

static gboolean
hold_cb (gpointer data)
{
  RingCanvas *canvas = data;
  RingHand *hand = &canvas->hand;
  guint32 since = (guint32) ((g_get_monotonic_time () - hand->fed) / 1000);

  if (!ring_tool_rest (hand->tool, hand->last_time + since))
    return G_SOURCE_CONTINUE;
  hand->hold_timeout = 0;
  _ring_canvas_drop_wet (canvas);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  return G_SOURCE_REMOVE;
}

static void
hand_close (RingCanvas *canvas)
{
  g_clear_handle_id (&canvas->hand.hold_timeout, g_source_remove);
  g_clear_pointer (&canvas->hand.wet, _ring_wet_free);
  g_clear_pointer (&canvas->hand.stone, g_free);
  canvas->hand.tool = NULL;
  g_clear_handle_id (&canvas->rest_timeout, g_source_remove);
  canvas->rest_timeout = g_timeout_add (REST_MS, rest_cb, canvas);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

static void
tell_modifiers (RingCanvas *canvas, RingTool *tool)
{
  RingToolModifiers modifiers = 0;

  /* With the arrow keys it means a larger step. */
  if ((canvas->modifiers & GDK_SHIFT_MASK) != 0
      && (canvas->hand.tool == NULL || canvas->hand.device != RING_CANVAS_KEYS))
    modifiers |= RING_TOOL_SHIFT;
  if ((canvas->modifiers & GDK_CONTROL_MASK) != 0)
    modifiers |= RING_TOOL_CTRL;
  if ((canvas->modifiers & GDK_ALT_MASK) != 0)
    modifiers |= RING_TOOL_ALT;
  ring_tool_set_modifiers (tool, modifiers);
}

gboolean
_ring_canvas_begin (RingCanvas *canvas, const RingSample *paper, RingCanvasDevice device)
{
  RingTool *tool = device == RING_CANVAS_ERASER ? canvas->eraser : canvas->tool;
  RingPoint point = { paper->x, paper->y };
  g_autoptr (GError) error = NULL;
  g_autofree char *stone = NULL;
  const RingView *view;
  RingSample sample;

  if (canvas->hand.tool != NULL)
    _ring_canvas_end (canvas);
  if (device != RING_CANVAS_ERASER && _ring_canvas_grab_ruler (canvas, point))
    return TRUE;
  if (tool == NULL || canvas->design == NULL)
    return FALSE;
  stone = g_strdup (find_stone (canvas, point));
  if (stone != NULL && ring_tool_get_kind (tool) == RING_TOOL_NOTE)
    {
      _ring_canvas_emit_activated (canvas, stone);
      return FALSE;
    }
  view = ring_drawing_view_at (ring_design_get_drawing (canvas->design), point);
  hand_open (canvas, tool, view, paper, device);
  if (ring_tool_get_kind (tool) == RING_TOOL_PEN)
    canvas->hand.edge = _ring_canvas_find_edge (canvas, point);
  if (canvas->hand.edge != 0)
    canvas->hand.ruler = &canvas->ruler;
  canvas->hand.stone = g_steal_pointer (&stone);
  sample = to_view (&canvas->hand, paper);
  tell_modifiers (canvas, tool);
  if (!ring_tool_begin (tool, view, canvas->hand.pixel, &sample, ring_clock_now_ms (), &error))
    {
      hand_close (canvas);
      _ring_canvas_emit_failed (canvas, error->message);
      return FALSE;
    }
  be_patient (canvas);
  canvas->hand.fed = g_get_monotonic_time ();
  if (ring_tool_get_kind (tool) == RING_TOOL_PEN && device != RING_CANVAS_KEYS)
    canvas->hand.hold_timeout = g_timeout_add (HOLD_MS, hold_cb, canvas);
  _ring_hand_veil (&canvas->hand, &sample);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  return TRUE;
}

void
_ring_canvas_continue (RingCanvas *canvas, const RingSample *paper)
{
  RingHand *hand = &canvas->hand;
  RingSample sample;

  if (canvas->ruler_grip != RING_RULER_NO_GRIP)
    _ring_canvas_drag_ruler (canvas, (RingPoint){ paper->x, paper->y });
  if (hand->tool == NULL)
    return;
  sample = to_view (hand, paper);
  hand->fed = g_get_monotonic_time ();
  if (ring_point_distance (hand->down, (RingPoint){ sample.x, sample.y })
      > TAP_PIXELS * hand->pixel)
    hand->moved = TRUE;
  tell_modifiers (canvas, hand->tool);
  ring_tool_update (hand->tool, &sample, 1);
  _ring_canvas_update_lift (canvas);
  _ring_canvas_grow_wet (canvas);
  _ring_hand_veil (hand, &sample);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

static void
note_ended (RingCanvas *canvas, RingTool *tool)
{
  g_autofree char *stone = NULL;

  if (ring_tool_get_kind (tool) != RING_TOOL_NOTE)
    return;
  stone = g_strdup (ring_tool_get_stone (tool));
  if (stone != NULL)
    _ring_canvas_emit_noted (canvas, stone);
}

gboolean
_ring_canvas_end (RingCanvas *canvas)
{
  RingTool *tool = canvas->hand.tool;
  gboolean committed;

  canvas->ruler_grip = RING_RULER_NO_GRIP;
  if (tool == NULL)
    return FALSE;
  /* A dot on a pin is nobody's wish; it is the first half of a double click. */
  if (canvas->hand.stone != NULL && !canvas->hand.moved)
    {
      g_autofree char *stone = g_steal_pointer (&canvas->hand.stone);

      _ring_canvas_cancel (canvas);
      tap_stone (canvas, stone);
      return FALSE;
    }
  ring_tool_lift (tool);
  if (ring_tool_get_kind (tool) == RING_TOOL_PEN)
    _ring_hand_dry (&canvas->hand);
  committed = ring_tool_end (tool);
  _ring_canvas_settle_lift (canvas, committed);
  if (committed)
    _ring_canvas_hand_over_wet (canvas);
  hand_close (canvas);
  if (committed)
    note_ended (canvas, tool);
  else if (ring_tool_get_complaint (tool) != NULL)
    _ring_canvas_emit_failed (canvas, ring_tool_get_complaint (tool));
  _ring_canvas_emit_ended (canvas, committed);
  return committed;
}

void
_ring_canvas_cancel (RingCanvas *canvas)
{
  canvas->ruler_grip = RING_RULER_NO_GRIP;
  if (canvas->hand.tool == NULL)
    return;
  ring_tool_cancel (canvas->hand.tool);
  _ring_canvas_settle_lift (canvas, FALSE);
  hand_close (canvas);
  _ring_canvas_emit_ended (canvas, FALSE);
}

gboolean
_ring_canvas_act (RingCanvas *canvas, RingToolAct act)
{
  if (canvas->tool == NULL || canvas->design == NULL || !ring_tool_act (canvas->tool, act))
    return FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  return TRUE;
}

void
_ring_canvas_hover (RingCanvas *canvas, gboolean inside)
{
  RingPoint point = ring_viewport_to_paper (canvas->viewport, canvas->pointer);
  RingMatrix matrix, inverse = RING_MATRIX_IDENTITY;
  const RingView *view = NULL;
  double pixel = 1.0;

  if (canvas->tool == NULL || canvas->design == NULL || canvas->hand.tool != NULL)
    return;
  if (inside)
    {
      view = ring_drawing_view_at (ring_design_get_drawing (canvas->design), point);
      matrix = ring_view_get_matrix (view);
      ring_matrix_invert (&matrix, &inverse);
      pixel = 1.0 / (ring_viewport_get_scale (canvas->viewport) * ring_matrix_scale (&matrix));
    }
  tell_modifiers (canvas, canvas->tool);
  if (ring_tool_hover (canvas->tool, view, pixel, ring_matrix_apply (&inverse, point)))
    gtk_widget_queue_draw (GTK_WIDGET (canvas));
}
