/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-canvas-private.h"

#include <adwaita.h>

/* While tiles are being painted those that are ready are shown so often. */
#define READY_MS 80

G_DEFINE_FINAL_TYPE (RingCanvas, ring_canvas, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DESIGN,
  PROP_VIEWPORT,
  PROP_GUIDES_VISIBLE,
  PROP_SHOW_WET,
  PROP_PREDICTION,
  PROP_TOUCH_DRAWS,
  PROP_KEYBOARD_DRAW,
  N_PROPERTIES
};

enum
{
  TOOL_FAILED,
  STONE_NOTED,
  NOTE_ACTIVATED,
  STROKE_ENDED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

void
_ring_canvas_emit_failed (RingCanvas *canvas, const char *message)
{
  g_signal_emit (canvas, signals[TOOL_FAILED], 0, message);
}

void
_ring_canvas_emit_noted (RingCanvas *canvas, const char *stone)
{
  g_signal_emit (canvas, signals[STONE_NOTED], 0, stone);
}

void
_ring_canvas_emit_activated (RingCanvas *canvas, const char *stone)
{
  g_signal_emit (canvas, signals[NOTE_ACTIVATED], 0, stone);
}

void
_ring_canvas_emit_ended (RingCanvas *canvas, gboolean committed)
{
  g_signal_emit (canvas, signals[STROKE_ENDED], 0, committed);
}

static gboolean
ready_cb (gpointer data)
{
  RingCanvas *canvas = data;

  canvas->ready_timeout = 0;
  _ring_canvas_prune_drying (canvas);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  return G_SOURCE_REMOVE;
}

/* A frame for each few tiles would take the time that the rest of them need. */
static void
tiles_ready_cb (gpointer tiles, gpointer user_data)
{
  RingCanvas *canvas = user_data;
  gboolean whole = ring_tiles_is_sharp (canvas->tiles);

  if (whole || canvas->ready_timeout == 0)
    {
      g_clear_handle_id (&canvas->ready_timeout, g_source_remove);
      if (whole)
        ready_cb (canvas);
      else
        canvas->ready_timeout = g_timeout_add (READY_MS, ready_cb, canvas);
    }
}

static void
update_flags (RingCanvas *canvas)
{
  RingPaintFlags flags = RING_PAINT_PAPER | RING_PAINT_ITEMS;

  if (canvas->guides_visible)
    flags |= RING_PAINT_GUIDES;
  ring_tiles_set_flags (canvas->tiles, flags);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

void
_ring_canvas_update_cursor (RingCanvas *canvas)
{
  const char *name = "crosshair";

  if (canvas->mouse_drag == RING_DRAG_PAN || canvas->pen_pans)
    name = "grabbing";
  else if (canvas->space_held || canvas->tool == NULL)
    name = "grab";
  else if (ring_tool_get_kind (canvas->tool) == RING_TOOL_ERASER || _ring_canvas_pen_erases (canvas))
    name = "none";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (canvas), name);
}

/* Overrides. */

static void
ring_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                     int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 480;
}

static void
ring_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RingCanvas *canvas = RING_CANVAS (widget);

  canvas->fitting = TRUE;
  ring_viewport_set_size (canvas->viewport, width, height);
  canvas->fitting = FALSE;
  if (canvas->fitted)
    _ring_canvas_fit_page (canvas);
}

/* A stroke that the window takes away is kept: it was drawn. */
static void
ring_canvas_unmap (GtkWidget *widget)
{
  _ring_canvas_end (RING_CANVAS (widget));
  GTK_WIDGET_CLASS (ring_canvas_parent_class)->unmap (widget);
}

static void
ring_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RingCanvas *canvas = RING_CANVAS (object);

  switch (id)
    {
    case PROP_DESIGN:
      g_value_set_object (value, canvas->design);
      break;
    case PROP_VIEWPORT:
      g_value_set_object (value, canvas->viewport);
      break;
    case PROP_GUIDES_VISIBLE:
      g_value_set_boolean (value, canvas->guides_visible);
      break;
    case PROP_SHOW_WET:
      g_value_set_boolean (value, canvas->show_wet);
      break;
    case PROP_PREDICTION:
      g_value_set_boolean (value, canvas->prediction);
      break;
    case PROP_TOUCH_DRAWS:
      g_value_set_boolean (value, canvas->touch_draws);
      break;
    case PROP_KEYBOARD_DRAW:
      g_value_set_boolean (value, canvas->keyboard_draw);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      break;
    }
}

static void
ring_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RingCanvas *canvas = RING_CANVAS (object);

  switch (id)
    {
    case PROP_DESIGN:
      ring_canvas_set_design (canvas, g_value_get_object (value));
      break;
    case PROP_GUIDES_VISIBLE:
      ring_canvas_set_guides_visible (canvas, g_value_get_boolean (value));
      break;
    case PROP_SHOW_WET:
      ring_canvas_set_show_wet (canvas, g_value_get_boolean (value));
      break;
    case PROP_PREDICTION:
      ring_canvas_set_prediction (canvas, g_value_get_boolean (value));
      break;
    case PROP_TOUCH_DRAWS:
      ring_canvas_set_touch_draws (canvas, g_value_get_boolean (value));
      break;
    case PROP_KEYBOARD_DRAW:
      ring_canvas_set_keyboard_draw (canvas, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      break;
    }
}

static void
ring_canvas_dispose (GObject *object)
{
  RingCanvas *canvas = RING_CANVAS (object);

  ring_canvas_set_tool (canvas, NULL);
  ring_canvas_set_design (canvas, NULL);
  g_clear_handle_id (&canvas->settle_timeout, g_source_remove);
  g_clear_handle_id (&canvas->rest_timeout, g_source_remove);
  g_clear_handle_id (&canvas->ready_timeout, g_source_remove);
  G_OBJECT_CLASS (ring_canvas_parent_class)->dispose (object);
}

static void
ring_canvas_finalize (GObject *object)
{
  RingCanvas *canvas = RING_CANVAS (object);

  g_ptr_array_unref (canvas->drying);
  g_clear_pointer (&canvas->overlay, g_array_unref);
  g_clear_pointer (&canvas->ghost, g_array_unref);
  ring_tiles_free (canvas->tiles);
  g_object_unref (canvas->viewport);
  g_free (canvas->tapped);
  G_OBJECT_CLASS (ring_canvas_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_DESIGN]
    = g_param_spec_object ("design", NULL, NULL, RING_TYPE_DESIGN, flags);
  properties[PROP_VIEWPORT]
    = g_param_spec_object ("viewport", NULL, NULL, RING_TYPE_VIEWPORT,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_GUIDES_VISIBLE]
    = g_param_spec_boolean ("guides-visible", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_WET] = g_param_spec_boolean ("show-wet", NULL, NULL, TRUE, flags);
  properties[PROP_PREDICTION] = g_param_spec_boolean ("prediction", NULL, NULL, TRUE, flags);
  properties[PROP_TOUCH_DRAWS] = g_param_spec_boolean ("touch-draws", NULL, NULL, FALSE, flags);
  properties[PROP_KEYBOARD_DRAW] = g_param_spec_boolean ("keyboard-draw", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (class, N_PROPERTIES, properties);
}

static guint
string_signal (const char *name)
{
  return g_signal_new (name, RING_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       1, G_TYPE_STRING);
}

static void
ring_canvas_class_init (RingCanvasClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = ring_canvas_get_property;
  object_class->set_property = ring_canvas_set_property;
  object_class->dispose = ring_canvas_dispose;
  object_class->finalize = ring_canvas_finalize;
  widget_class->measure = ring_canvas_measure;
  widget_class->size_allocate = ring_canvas_size_allocate;
  widget_class->unmap = ring_canvas_unmap;
  widget_class->snapshot = _ring_canvas_snapshot;

  install_properties (object_class);
  signals[TOOL_FAILED] = string_signal ("tool-failed");
  signals[STONE_NOTED] = string_signal ("stone-noted");
  signals[NOTE_ACTIVATED] = string_signal ("note-activated");
  signals[STROKE_ENDED] = g_signal_new ("stroke-ended", RING_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_css_name (widget_class, "ringcanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  _ring_canvas_class_init_keys (widget_class);
}

static void
ring_canvas_init (RingCanvas *canvas)
{
  canvas->tiles = ring_tiles_new (_ring_canvas_free_node, tiles_ready_cb, canvas);
  canvas->drying = g_ptr_array_new_with_free_func (_ring_wet_free);
  canvas->guides_visible = TRUE;
  canvas->show_wet = TRUE;
  canvas->prediction = TRUE;
  canvas->eraser_reach = RING_TOOL_REACH;

  gtk_widget_set_focusable (GTK_WIDGET (canvas), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (canvas), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (canvas), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (canvas), TRUE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), canvas, G_CONNECT_SWAPPED);
  _ring_canvas_init_view (canvas);
  _ring_canvas_init_input (canvas);
  _ring_canvas_update_cursor (canvas);
  _ring_canvas_update_description (canvas);
}

/* Public. */

GtkWidget *
ring_canvas_new (void)
{
  return g_object_new (RING_TYPE_CANVAS, NULL);
}

void
ring_canvas_set_design (RingCanvas *canvas, RingDesign *design)
{
  g_return_if_fail (RING_IS_CANVAS (canvas));
  g_return_if_fail (design == NULL || RING_IS_DESIGN (design));

  if (canvas->design == design)
    return;
  _ring_canvas_end (canvas);
  if (canvas->design != NULL)
    g_signal_handlers_disconnect_by_data (canvas->design, canvas);
  g_clear_pointer (&canvas->eraser, ring_tool_free);
  g_ptr_array_set_size (canvas->drying, 0);
  _ring_canvas_drop_lift (canvas);
  g_set_object (&canvas->design, design);
  ring_tiles_set_drawing (canvas->tiles, NULL, NULL);
  if (design != NULL)
    {
      canvas->eraser = ring_tool_new (RING_TOOL_ERASER, design);
      ring_tool_set_cutting (canvas->eraser, canvas->eraser_cuts);
      ring_tool_set_reach (canvas->eraser, canvas->eraser_reach);
      g_signal_connect (design, "changed", G_CALLBACK (_ring_canvas_changed_cb), canvas);
      canvas->revision
        = ring_tiles_set_drawing (canvas->tiles, ring_design_get_drawing (design), NULL);
    }
  canvas->crosshair_placed = FALSE;
  canvas->fitted = TRUE;
  _ring_canvas_fit_page (canvas);
  _ring_canvas_count (canvas);
  _ring_canvas_update_description (canvas);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  g_object_notify_by_pspec (G_OBJECT (canvas), properties[PROP_DESIGN]);
}

RingDesign *
ring_canvas_get_design (RingCanvas *canvas)
{
  g_return_val_if_fail (RING_IS_CANVAS (canvas), NULL);

  return canvas->design;
}

static void
set_marks (RingCanvas *canvas, GArray **shown, GArray *marks)
{
  if (*shown == marks)
    return;
  g_clear_pointer (shown, g_array_unref);
  *shown = marks != NULL ? g_array_ref (marks) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

void
ring_canvas_set_overlay (RingCanvas *canvas, GArray *marks)
{
  g_return_if_fail (RING_IS_CANVAS (canvas));

  set_marks (canvas, &canvas->overlay, marks);
}

void
ring_canvas_set_ghost (RingCanvas *canvas, GArray *marks)
{
  g_return_if_fail (RING_IS_CANVAS (canvas));

  set_marks (canvas, &canvas->ghost, marks);
}

void
ring_canvas_set_tool (RingCanvas *canvas, RingTool *tool)
{
  g_return_if_fail (RING_IS_CANVAS (canvas));

  if (canvas->tool == tool)
    return;
  _ring_canvas_end (canvas);
  canvas->tool = tool;
  _ring_canvas_update_cursor (canvas);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

RingTool *
ring_canvas_get_tool (RingCanvas *canvas)
{
  g_return_val_if_fail (RING_IS_CANVAS (canvas), NULL);

  return canvas->tool;
}

RingViewport *
ring_canvas_get_viewport (RingCanvas *canvas)
{
  g_return_val_if_fail (RING_IS_CANVAS (canvas), NULL);

  return canvas->viewport;
}

static gboolean
set_flag (RingCanvas *canvas, gboolean *flag, gboolean value, int property)
{
  value = value != FALSE;
  if (*flag == value)
    return FALSE;
  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (canvas), properties[property]);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  return TRUE;
}

gboolean
ring_canvas_get_guides_visible (RingCanvas *canvas)
{
  g_return_val_if_fail (RING_IS_CANVAS (canvas), FALSE);

  return canvas->guides_visible;
}

void
ring_canvas_set_guides_visible (RingCanvas *canvas, gboolean visible)
{
  g_return_if_fail (RING_IS_CANVAS (canvas));

  if (set_flag (canvas, &canvas->guides_visible, visible, PROP_GUIDES_VISIBLE))
    update_flags (canvas);
}

gboolean
ring_canvas_get_show_wet (RingCanvas *canvas)
{
  g_return_val_if_fail (RING_IS_CANVAS (canvas), FALSE);

  return canvas->show_wet;
}

void
ring_canvas_set_show_wet (RingCanvas *canvas, gboolean show_wet)
{
  g_return_if_fail (RING_IS_CANVAS (canvas));

  set_flag (canvas, &canvas->show_wet, show_wet, PROP_SHOW_WET);
}

gboolean
ring_canvas_get_prediction (RingCanvas *canvas)
{
  g_return_val_if_fail (RING_IS_CANVAS (canvas), FALSE);

  return canvas->prediction;
}

void
ring_canvas_set_prediction (RingCanvas *canvas, gboolean prediction)
{
  g_return_if_fail (RING_IS_CANVAS (canvas));

  set_flag (canvas, &canvas->prediction, prediction, PROP_PREDICTION);
}

gboolean
ring_canvas_get_touch_draws (RingCanvas *canvas)
{
  g_return_val_if_fail (RING_IS_CANVAS (canvas), FALSE);

  return canvas->touch_draws;
}

void
ring_canvas_set_touch_draws (RingCanvas *canvas, gboolean touch_draws)
{
  g_return_if_fail (RING_IS_CANVAS (canvas));

  set_flag (canvas, &canvas->touch_draws, touch_draws, PROP_TOUCH_DRAWS);
}

gboolean
ring_canvas_get_keyboard_draw (RingCanvas *canvas)
{
  g_return_val_if_fail (RING_IS_CANVAS (canvas), FALSE);

  return canvas->keyboard_draw;
}

void
ring_canvas_set_keyboard_draw (RingCanvas *canvas, gboolean keyboard_draw)
{
  g_return_if_fail (RING_IS_CANVAS (canvas));

  if (!set_flag (canvas, &canvas->keyboard_draw, keyboard_draw, PROP_KEYBOARD_DRAW))
    return;
  if (!canvas->keyboard_draw && canvas->hand.device == RING_CANVAS_KEYS)
    _ring_canvas_end (canvas);
  if (canvas->keyboard_draw && !canvas->crosshair_placed)
    {
      canvas->crosshair = ring_viewport_get_centre (canvas->viewport);
      canvas->crosshair_placed = TRUE;
    }
}

gboolean
ring_canvas_is_drawing (RingCanvas *canvas)
{
  g_return_val_if_fail (RING_IS_CANVAS (canvas), FALSE);

  return canvas->hand.tool != NULL;
}

gboolean
ring_canvas_is_settled (RingCanvas *canvas)
{
  g_return_val_if_fail (RING_IS_CANVAS (canvas), FALSE);

  return canvas->settle_timeout == 0 && ring_tiles_is_sharp (canvas->tiles);
}

gboolean
ring_canvas_feed_sample (RingCanvas *canvas, RingCanvasPhase phase, const RingSample *sample,
                         RingCanvasDevice device)
{
  g_return_val_if_fail (RING_IS_CANVAS (canvas), FALSE);

  switch (phase)
    {
    case RING_CANVAS_DOWN:
      return _ring_canvas_begin (canvas, sample, device);
    case RING_CANVAS_MOVE:
      _ring_canvas_continue (canvas, sample);
      return canvas->hand.tool != NULL;
    case RING_CANVAS_UP:
      return _ring_canvas_end (canvas);
    case RING_CANVAS_CANCEL:
    default:
      _ring_canvas_cancel (canvas);
      return FALSE;
    }
}
