/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is shown of a stroke over the tiles until they are painted: wet ink, and veils where the
 * eraser was. */

#include "ring-canvas-private.h"

#include "ring-pencil.h"

/* So many wet samples become a node that is not painted again. */
#define CHUNK 32
/* How much paper shows through a stroke that the eraser met. */
#define VEIL_ALPHA 0xc0
/* A pen at rest sends nothing. After so long its line must not stand ahead of it. */
#define STILL_US (25 * 1000)
#define FRAME_MS (1000.0 / 60)
/* How dense a pencil is that is wet: as a hand that neither strokes nor presses will leave it. */
#define WET_PENCIL 0.6

void
_ring_wet_free (gpointer data)
{
  RingWet *wet = data;

  g_ptr_array_unref (wet->nodes);
  g_free (wet);
}

static double
ink_alpha (const RingTool *tool)
{
  const RingStrokeStyle *style = ring_tool_get_style (tool);
  double alpha = (style->colour & 0xff) / 255.0;

  if (ring_tool_get_kind (tool) != RING_TOOL_PEN)
    return 1.0;
  return style->instrument == RING_INSTRUMENT_PENCIL ? WET_PENCIL * alpha : alpha;
}

RingWet *
_ring_wet_new (const RingHand *hand, const RingView *view)
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

void
_ring_canvas_transform (cairo_t *cr, const RingMatrix *m)
{
  cairo_transform (cr, &(cairo_matrix_t){ m->xx, m->yx, m->xy, m->yy, m->x0, m->y0 });
}

/* A node for what lies in BOUNDS, mm of the view, and a cairo that draws in them: in pixels, not in mm, as
 * what cairo records is rounded to 1/256 of a unit. */
static GskRenderNode *
begin_node (const RingHand *hand, RingRect bounds, cairo_t **cr)
{
  RingRect rect = ring_rect_inset (ring_matrix_apply_rect (&hand->to_node, bounds), -2.0);
  GskRenderNode *node
    = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (rect.x0, rect.y0, rect.x1 - rect.x0,
                                               rect.y1 - rect.y0));

  *cr = gsk_cairo_node_get_draw_context (node);
  _ring_canvas_transform (*cr, &hand->to_node);
  return node;
}

/* PENCIL, where it is not NULL, fills with its grain. */
static GskRenderNode *
make_node (const RingHand *hand, const RingPath *path, const RingMatrix *matrix, RingRect bounds,
           guint32 colour, const RingStrokeStyle *pencil)
{
  cairo_t *cr;
  GskRenderNode *node = begin_node (hand, bounds, &cr);

  if (matrix != NULL)
    _ring_canvas_transform (cr, matrix);
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

void
_ring_hand_dry (RingHand *hand)
{
  RingRect bounds;
  RingPath *path = ring_tool_settle_wet (hand->tool, &hand->dried, &bounds);
  GskRenderNode *node = make_ink (hand, path, bounds);

  if (node != NULL)
    wet_add (hand, node, bounds);
}

void
_ring_canvas_drop_wet (RingCanvas *canvas)
{
  RingHand *hand = &canvas->hand;

  if (!ring_tool_has_shape (hand->tool) || hand->wet == NULL || hand->wet->nodes->len == 0)
    return;
  g_ptr_array_set_size (hand->wet->nodes, 0);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

void
_ring_canvas_hand_over_wet (RingCanvas *canvas)
{
  RingWet *wet = g_steal_pointer (&canvas->hand.wet);

  if (wet == NULL)
    return;
  wet->revision = canvas->revision;
  g_ptr_array_add (canvas->drying, wet);
}

/* A stroke that became too long was committed, and another one goes on. */
static void
part_wet (RingCanvas *canvas)
{
  RingHand *hand = &canvas->hand;
  RingWet *next = g_new (RingWet, 1);

  *next = *hand->wet;
  next->nodes = g_ptr_array_new_with_free_func (_ring_canvas_free_node);
  next->extent = RING_RECT_EMPTY;
  _ring_canvas_hand_over_wet (canvas);
  hand->wet = next;
  hand->dried = 0;
}

void
_ring_canvas_grow_wet (RingCanvas *canvas)
{
  RingHand *hand = &canvas->hand;
  gsize n = ring_tool_get_n_samples (hand->tool);

  if (n < hand->dried)
    part_wet (canvas);
  if (n >= hand->dried + CHUNK)
    _ring_hand_dry (hand);
  _ring_canvas_drop_wet (canvas);
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

/* What the eraser shows. */

/* A veil over the lines and letters of a figure alone: over all that lies in a circle it would say too
 * much. */
static GskRenderNode *
make_figure_veil (const RingHand *hand, const RingItem *item, guint32 colour)
{
  RingFigure figure = *ring_item_get_figure (item);
  g_autoptr (RingItem) plain = NULL;
  g_autoptr (RingItem) veil = NULL;
  GskRenderNode *node;
  cairo_t *cr;

  figure.colour = colour;
  figure.width += hand->pixel;
  plain = ring_item_new_figure (ring_item_get_id (item), &figure);
  veil = ring_item_with_matrix (plain, ring_item_get_matrix (item));
  node = begin_node (hand, ring_item_get_bounds (item), &cr);
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
  cairo_t *cr;
  GskRenderNode *node = begin_node (hand, bounds, &cr);

  cairo_save (cr);
  _ring_canvas_transform (cr, ring_item_get_matrix (item));
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

void
_ring_hand_veil (RingHand *hand, const RingSample *sample)
{
  RingPoint here = { sample->x, sample->y };

  if (ring_tool_get_cutting (hand->tool))
    veil_cuts (hand, hand->last, here);
  else
    veil_met (hand);
  hand->last = here;
}
