/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From samples on paper to a tool, and the ink that is shown until the tiles are painted. */

#include "ring-canvas-private.h"

#include "ring-clock.h"
#include "ring-paper.h"
#include "ring-pencil.h"

/* So many wet samples become a node that is not painted again. */
#define CHUNK 32
/* A tap moves the pen less than this, pixels. */
#define TAP_PIXELS 3.0
#define DOUBLE_TAP_US (500 * 1000)
/* How much paper shows through a stroke that the eraser met. */
#define VEIL_ALPHA 0xc0
/* A pen at rest sends nothing. After so long its line must not stand ahead of it. */
#define STILL_US (25 * 1000)
#define FRAME_MS (1000.0 / 60)
/* The pen rests when it has been up so long. */
#define REST_MS 150
#define MAX_DRYING 24
/* How often a pen that sends nothing is looked after. */
#define HOLD_MS 100

void
_ring_wet_free (gpointer data)
{
  RingWet *wet = data;

  g_ptr_array_unref (wet->nodes);
  g_free (wet);
}

/* How dense a pencil is that is wet: as a hand that neither strokes nor presses will leave it. */
#define WET_PENCIL 0.6

static double
ink_alpha (const RingTool *tool)
{
  const RingStrokeStyle *style = ring_tool_get_style (tool);
  double alpha = (style->colour & 0xff) / 255.0;

  if (ring_tool_get_kind (tool) != RING_TOOL_PEN)
    return 1.0;
  return style->instrument == RING_INSTRUMENT_PENCIL ? WET_PENCIL * alpha : alpha;
}

static RingWet *
wet_new (const RingHand *hand, const RingView *view)
{
  const RingViewHead *head = ring_view_get_head (view);
  RingWet *wet = g_new0 (RingWet, 1);
  RingMatrix to_view = RING_MATRIX_IDENTITY;
  RingMatrix to_paper = RING_MATRIX_IDENTITY;

  ring_matrix_invert (&hand->to_node, &to_view);
  ring_matrix_invert (&hand->to_view, &to_paper);
  wet->matrix = ring_matrix_multiply (&to_view, &to_paper);
  wet->nodes = g_ptr_array_new_with_free_func (_ring_canvas_free_node);
  wet->alpha = ink_alpha (hand->tool);
  /* As dry ink will be: a view ends at its window. An eraser takes what lies around it, too. */
  wet->clip = RING_RECT_EMPTY;
  if (ring_tool_get_kind (hand->tool) != RING_TOOL_ERASER && head->kind != RING_VIEW_PAGE && !ring_rect_is_empty (head->clip))
    wet->clip = ring_matrix_apply_rect (&hand->to_node, head->clip);
  wet->extent = RING_RECT_EMPTY;
  return wet;
}

/* Nodes are in pixels, not in mm: what cairo records is rounded to 1/256 of a unit. PENCIL, where
 * it is not NULL, fills with its grain. */
static GskRenderNode *
make_node (const RingHand *hand, const RingPath *path, const RingMatrix *matrix, RingRect bounds,
           guint32 colour, const RingStrokeStyle *pencil)
{
  RingRect rect = ring_rect_inset (ring_matrix_apply_rect (&hand->to_node, bounds), -1.0);
  GskRenderNode *node
    = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (rect.x0, rect.y0, rect.x1 - rect.x0,
                                               rect.y1 - rect.y0));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  const RingMatrix *m = &hand->to_node;
  cairo_matrix_t to_node = { m->xx, m->yx, m->xy, m->yy, m->x0, m->y0 };

  cairo_transform (cr, &to_node);
  if (matrix != NULL)
    {
      cairo_matrix_t own
        = { matrix->xx, matrix->yx, matrix->xy, matrix->yy, matrix->x0, matrix->y0 };

      cairo_transform (cr, &own);
    }
  if (pencil != NULL)
    ring_pencil_paint_wet (cr, path, pencil);
  else
    {
      ring_paint_path (cr, path);
      ring_paint_set_colour (cr, colour);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
  return node;
}

static void
wet_add (RingHand *hand, GskRenderNode *node, RingRect bounds)
{
  RingMatrix to_paper = RING_MATRIX_IDENTITY;

  ring_matrix_invert (&hand->to_view, &to_paper);
  g_ptr_array_add (hand->wet->nodes, node);
  hand->wet->extent
    = ring_rect_union (hand->wet->extent, ring_matrix_apply_rect (&to_paper, bounds));
}

/* Opaque: a see-through pen is made so once, for all nodes together, or they would show where
 * they overlap. Takes PATH, which may be NULL. */
static GskRenderNode *
make_ink (const RingHand *hand, RingPath *path, RingRect bounds)
{
  RingStrokeStyle style = *ring_tool_get_style (hand->tool);
  GskRenderNode *node = NULL;

  /* The grain is the paper's, also in a view that is larger. */
  style.grain = ring_matrix_scale (&hand->to_view);
  if (path != NULL && !ring_path_is_empty (path))
    node = make_node (hand, path, NULL, bounds, style.colour | 0xff,
                      style.instrument == RING_INSTRUMENT_PENCIL ? &style : NULL);
  g_clear_pointer (&path, ring_path_unref);
  return node;
}

/* The time from one frame of this screen to the next, one at 60 Hz at most. */
static double
frame_ms (RingCanvas *canvas)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (canvas));
  gint64 interval = 0;

  if (clock != NULL)
    gdk_frame_clock_get_refresh_info (clock, gdk_frame_clock_get_frame_time (clock), &interval,
                                      NULL);
  return interval > 0 ? MIN (interval / 1000.0, FRAME_MS) : FRAME_MS;
}

/* Ink ahead of the pen goes when no sample follows: those that come draw the picture anew. */
static gboolean
still_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  RingCanvas *canvas = RING_CANVAS (widget);

  if (canvas->hand.ahead && g_get_monotonic_time () - canvas->hand.fed <= STILL_US)
    return G_SOURCE_CONTINUE;
  canvas->still_tick = 0;
  if (canvas->hand.ahead)
    gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

/* Where the pen is sure to be when the picture is seen, or NULL. */
static RingPath *
make_ahead (RingCanvas *canvas, RingRect *bounds)
{
  RingHand *hand = &canvas->hand;
  RingPath *path = NULL;

  if (canvas->prediction && hand->device != RING_CANVAS_KEYS
      && g_get_monotonic_time () - hand->fed <= STILL_US)
    path = ring_tool_predict (hand->tool, frame_ms (canvas), bounds);
  hand->ahead = path != NULL;
  if (hand->ahead && canvas->still_tick == 0)
    canvas->still_tick
      = gtk_widget_add_tick_callback (GTK_WIDGET (canvas), still_tick_cb, NULL, NULL);
  return path;
}

/* What is wet now and will stay as it is becomes a node for good; once the pen is lifted, that is
 * all of it. */
static void
dry_chunk (RingHand *hand)
{
  RingRect bounds;
  RingPath *path = ring_tool_settle_wet (hand->tool, &hand->dried, &bounds);
  GskRenderNode *node = make_ink (hand, path, bounds);

  if (node != NULL)
    wet_add (hand, node, bounds);
}

/* A veil over the lines and letters of a figure alone: over all that lies in a circle it would say too
 * much. */
static GskRenderNode *
make_figure_veil (const RingHand *hand, const RingItem *item, guint32 colour)
{
  RingFigure figure = *ring_item_get_figure (item);
  RingRect rect = ring_matrix_apply_rect (&hand->to_node, ring_item_get_bounds (item));
  g_autoptr (RingItem) plain = NULL;
  g_autoptr (RingItem) veil = NULL;
  GskRenderNode *node;
  cairo_t *cr;

  figure.colour = colour;
  figure.width += hand->pixel;
  plain = ring_item_new_figure (ring_item_get_id (item), &figure);
  veil = ring_item_with_matrix (plain, ring_item_get_matrix (item));
  rect = ring_rect_inset (rect, -2.0);
  node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (rect.x0, rect.y0, rect.x1 - rect.x0,
                                                  rect.y1 - rect.y0));
  cr = gsk_cairo_node_get_draw_context (node);
  cairo_transform (cr, &(cairo_matrix_t){ hand->to_node.xx, hand->to_node.yx, hand->to_node.xy,
                                          hand->to_node.yy, hand->to_node.x0, hand->to_node.y0 });
  ring_paint_item (cr, veil);
  cairo_destroy (cr);
  return node;
}

static void
veil_met (RingHand *hand)
{
  for (; hand->n_met < ring_tool_get_n_met (hand->tool); hand->n_met++)
    {
      const RingItem *item = ring_tool_get_met (hand->tool, hand->n_met);
      const RingStroke *stroke = ring_item_get_stroke (item);
      RingRect bounds = ring_item_get_bounds (item);
      guint32 colour = (hand->paper & ~0xffu) | VEIL_ALPHA;
      g_autoptr (RingPath) box = NULL;

      if (ring_rect_is_empty (bounds))
        continue;
      if (stroke != NULL)
        {
          wet_add (hand,
                   make_node (hand, ring_item_get_outline (item), ring_item_get_matrix (item),
                              bounds, colour, NULL),
                   bounds);
          continue;
        }
      if (ring_item_get_figure (item) != NULL)
        {
          wet_add (hand, make_figure_veil (hand, item, colour), bounds);
          continue;
        }
      box = ring_path_new ();
      ring_path_add_rect (box, bounds);
      wet_add (hand, make_node (hand, box, NULL, bounds, colour, NULL), bounds);
    }
}

/* What is cut out of a stroke, while the eraser goes from A to B. */
static GskRenderNode *
make_cut (const RingHand *hand, const RingItem *item, RingPoint a, RingPoint b, RingRect bounds)
{
  RingRect rect = ring_rect_inset (ring_matrix_apply_rect (&hand->to_node, bounds), -1.0);
  GskRenderNode *node
    = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (rect.x0, rect.y0, rect.x1 - rect.x0,
                                               rect.y1 - rect.y0));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  const RingMatrix *m = &hand->to_node;
  const RingMatrix *own = ring_item_get_matrix (item);

  cairo_transform (cr, &(cairo_matrix_t){ m->xx, m->yx, m->xy, m->yy, m->x0, m->y0 });
  cairo_save (cr);
  cairo_transform (cr, &(cairo_matrix_t){ own->xx, own->yx, own->xy, own->yy, own->x0, own->y0 });
  ring_paint_path (cr, ring_item_get_outline (item));
  cairo_restore (cr);
  cairo_clip (cr);
  ring_paint_set_colour (cr, hand->paper);
  cairo_move_to (cr, a.x, a.y);
  cairo_line_to (cr, b.x, b.y);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 2.0 * ring_tool_get_reach (hand->tool) * hand->pixel);
  cairo_stroke (cr);
  cairo_destroy (cr);
  return node;
}

static void
veil_cuts (RingHand *hand, RingPoint a, RingPoint b)
{
  RingRect way = ring_rect_add_point (ring_rect_add_point (RING_RECT_EMPTY, a), b);

  way = ring_rect_inset (way, -ring_tool_get_reach (hand->tool) * hand->pixel);
  for (guint i = 0; i < ring_tool_get_n_met (hand->tool); i++)
    {
      const RingItem *item = ring_tool_get_met (hand->tool, i);
      RingRect bounds = ring_rect_intersect (way, ring_item_get_bounds (item));

      if (!ring_rect_is_empty (bounds))
        wet_add (hand, make_cut (hand, item, a, b, bounds), bounds);
    }
}

/* SAMPLE is where the eraser is now, mm of the view. */
static void
veil (RingHand *hand, const RingSample *sample)
{
  RingPoint here = { sample->x, sample->y };

  if (ring_tool_get_cutting (hand->tool))
    veil_cuts (hand, hand->last, here);
  else
    veil_met (hand);
  hand->last = here;
}

/* The strokes' ink stays over the tiles until those that hold it are painted. */
static void
hand_over_wet (RingCanvas *canvas)
{
  RingWet *wet = g_steal_pointer (&canvas->hand.wet);

  if (wet == NULL)
    return;
  wet->revision = canvas->revision;
  g_ptr_array_add (canvas->drying, wet);
}

void
_ring_canvas_prune_drying (RingCanvas *canvas)
{
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (RingRect));

  for (guint i = canvas->drying->len; i > 0; i--)
    {
      RingWet *wet = g_ptr_array_index (canvas->drying, i - 1);
      RingMatrix matrix;

      g_array_set_size (rects, 0);
      if (!ring_tiles_get_stale (canvas->tiles, wet->revision, wet->extent, rects, &matrix))
        g_ptr_array_remove_index (canvas->drying, i - 1);
    }
}

GskRenderNode *
_ring_canvas_make_tail (RingCanvas *canvas)
{
  g_autoptr (RingPath) ahead = NULL;
  RingPath *path;
  RingRect bounds, bounds_ahead;

  if (canvas->hand.tool == NULL || ring_tool_get_kind (canvas->hand.tool) != RING_TOOL_PEN)
    return NULL;
  path = ring_tool_get_wet_path (canvas->hand.tool, canvas->hand.dried, &bounds);
  ahead = make_ahead (canvas, &bounds_ahead);
  if (path != NULL && ahead != NULL)
    {
      ring_path_append (path, ahead, NULL);
      bounds = ring_rect_union (bounds, bounds_ahead);
    }
  return make_ink (&canvas->hand, path, bounds);
}

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
  hand->wet = wet_new (hand, view);
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

/* A shape has taken the place of the wet ink. */
static void
drop_wet (RingCanvas *canvas)
{
  RingHand *hand = &canvas->hand;

  if (!ring_tool_has_shape (hand->tool) || hand->wet == NULL || hand->wet->nodes->len == 0)
    return;
  g_ptr_array_set_size (hand->wet->nodes, 0);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
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
  drop_wet (canvas);
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
  veil (&canvas->hand, &sample);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  return TRUE;
}

void
_ring_canvas_continue (RingCanvas *canvas, const RingSample *paper)
{
  RingHand *hand = &canvas->hand;
  RingSample sample;
  gsize n;

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
  n = ring_tool_get_n_samples (hand->tool);
  if (n < hand->dried)
    {
      /* A stroke that became too long was committed, and another one goes on. */
      RingWet *next = g_new (RingWet, 1);

      *next = *hand->wet;
      next->nodes = g_ptr_array_new_with_free_func (_ring_canvas_free_node);
      next->extent = RING_RECT_EMPTY;
      hand_over_wet (canvas);
      hand->wet = next;
      hand->dried = 0;
    }
  if (n >= hand->dried + CHUNK)
    dry_chunk (hand);
  drop_wet (canvas);
  veil (hand, &sample);
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
    dry_chunk (&canvas->hand);
  committed = ring_tool_end (tool);
  _ring_canvas_settle_lift (canvas, committed);
  if (committed)
    hand_over_wet (canvas);
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
