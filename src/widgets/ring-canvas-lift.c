/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a tool moves lies over the paper while the pen is down: the tiles are painted once without
 * it, and it is shown where the hand has it, in each frame anew. When the pen is up it stays
 * there until the tiles show it again. */

#include "ring-canvas-private.h"

#include <math.h>

/* So many items are painted in each frame; of more a picture is made once, in a thread. */
#define MAX_LIVE 300
/* The picture is no larger than this, pixels each way. */
#define MAX_PICTURE 4096.0
#define PHOTO_STRENGTH 0.6

struct _RingLift
{
  gint refs;        /* atomic: the canvas's, and that of the thread */
  GPtrArray *items; /* of RingItem, from back to front */
  RingDrawing *rest;
  RingMatrix to_paper;
  RingRect clip;   /* of the view, mm of it; empty for none */
  RingRect bounds; /* what the items cover at rest, mm of the view */

  cairo_surface_t *picture; /* NULL: the items are painted themselves */
  RingMatrix to_picture;    /* mm of the view to its pixels */
  gboolean ready;           /* the tiles are without the items */

  RingMatrix matrix; /* where the hand has them */
  guint64 revision;  /* of the tiles that hold them again; 0 while the pen is down */
};

static RingLift *
lift_ref (RingLift *lift)
{
  g_atomic_int_inc (&lift->refs);
  return lift;
}

void
_ring_lift_unref (RingLift *lift)
{
  if (!g_atomic_int_dec_and_test (&lift->refs))
    return;
  g_ptr_array_unref (lift->items);
  ring_drawing_unref (lift->rest);
  g_clear_pointer (&lift->picture, cairo_surface_destroy);
  g_free (lift);
}

/* A photo lies over what is drawn on it while it is moved: that is seen through it. */
static void
paint_photo (cairo_t *cr, const RingItem *item)
{
  RingImage faint = *ring_item_get_image (item);
  g_autoptr (RingItem) plain = NULL;
  g_autoptr (RingItem) placed = NULL;

  faint.opacity *= PHOTO_STRENGTH;
  plain = ring_item_new_image (NULL, &faint);
  placed = ring_item_with_matrix (plain, ring_item_get_matrix (item));
  ring_paint_item (cr, placed);
}

static void
paint_items (cairo_t *cr, const RingLift *lift)
{
  for (guint i = 0; i < lift->items->len; i++)
    {
      const RingItem *item = g_ptr_array_index (lift->items, i);

      if (ring_item_get_image (item) != NULL)
        paint_photo (cr, item);
      else
        ring_paint_item (cr, item);
    }
}

/* ----------------------------------------------------------------- a picture */

static void
paint_picture_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  RingLift *lift = data;
  RingRect size = ring_matrix_apply_rect (&lift->to_picture, lift->bounds);
  cairo_surface_t *picture
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) size.x1 + 1, (int) size.y1 + 1);
  cairo_t *cr = cairo_create (picture);

  _ring_canvas_transform (cr, &lift->to_picture);
  paint_items (cr, lift);
  cairo_destroy (cr);
  g_task_return_pointer (task, picture, (GDestroyNotify) cairo_surface_destroy);
}

static RingRect
get_extent (const RingLift *lift)
{
  RingRect bounds = ring_matrix_apply_rect (&lift->matrix, lift->bounds);

  return ring_matrix_apply_rect (&lift->to_paper, bounds);
}

static void
take_from_tiles (RingCanvas *canvas, RingLift *lift)
{
  RingRect dirty = ring_matrix_apply_rect (&lift->to_paper, lift->bounds);

  ring_tiles_set_drawing (canvas->tiles, lift->rest, &dirty);
  lift->ready = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

static void
picture_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  RingCanvas *canvas = RING_CANVAS (source);
  RingLift *lift = g_task_get_task_data (G_TASK (result));

  lift->picture = g_task_propagate_pointer (G_TASK (result), NULL);
  if (canvas->lift == lift && canvas->hand.tool != NULL)
    take_from_tiles (canvas, lift);
}

static void
make_picture (RingCanvas *canvas, RingLift *lift)
{
  g_autoptr (GTask) task = g_task_new (canvas, NULL, picture_ready_cb, NULL);
  double scale = gtk_widget_get_scale_factor (GTK_WIDGET (canvas)) / canvas->hand.pixel;
  RingRect b = lift->bounds;

  scale = MIN (scale, MAX_PICTURE / MAX (b.x1 - b.x0, b.y1 - b.y0));
  lift->to_picture = (RingMatrix){ scale, 0, 0, scale, -scale * b.x0, -scale * b.y0 };
  g_task_set_task_data (task, lift_ref (lift), (GDestroyNotify) _ring_lift_unref);
  g_task_run_in_thread (task, paint_picture_cb);
}

/* ------------------------------------------------------------------- the hand */

static RingRect
measure (const GPtrArray *items)
{
  RingRect bounds = RING_RECT_EMPTY;

  for (guint i = 0; i < items->len; i++)
    bounds = ring_rect_union (bounds, ring_item_get_bounds (g_ptr_array_index (items, i)));
  return bounds;
}

static void
begin (RingCanvas *canvas, const RingToolLift *from)
{
  const RingView *view
      = ring_drawing_find_view (ring_design_get_drawing (canvas->design), from->view_id);
  RingLift *lift;

  if (view == NULL)
    return;
  lift = g_new0 (RingLift, 1);
  lift->refs = 1;
  lift->items = g_ptr_array_ref (from->items);
  lift->rest = ring_drawing_ref (from->rest);
  lift->to_paper = ring_view_get_matrix (view);
  lift->clip = ring_view_get_head (view)->kind != RING_VIEW_PAGE ? ring_view_get_head (view)->clip
                                                                 : RING_RECT_EMPTY;
  lift->bounds = measure (lift->items);
  canvas->lift = lift;
  if (lift->items->len <= MAX_LIVE || ring_rect_is_empty (lift->bounds))
    take_from_tiles (canvas, lift);
  else
    make_picture (canvas, lift);
}

/* After each sample of the tool's stroke. */
void
_ring_canvas_update_lift (RingCanvas *canvas)
{
  RingToolLift now;

  if (!ring_tool_get_lift (canvas->hand.tool, &now))
    {
      /* The tool gave up: something else changed under it. */
      _ring_canvas_settle_lift (canvas, FALSE);
      return;
    }
  if (canvas->lift != NULL && canvas->lift->items != now.items)
    _ring_canvas_drop_lift (canvas);
  if (canvas->lift == NULL)
    begin (canvas, &now);
  if (canvas->lift != NULL)
    canvas->lift->matrix = now.matrix;
}

/* The pen is up. What was lifted lies where the drawing has it now: at MATRIX, or, when the stroke
 * came to nothing, where it was. */
void
_ring_canvas_settle_lift (RingCanvas *canvas, gboolean committed)
{
  RingLift *lift = canvas->lift;

  if (lift == NULL || lift->revision != 0)
    return;
  if (!committed)
    {
      RingRect dirty = ring_matrix_apply_rect (&lift->to_paper, lift->bounds);

      lift->matrix = RING_MATRIX_IDENTITY;
      canvas->revision = ring_tiles_set_drawing (canvas->tiles,
                                                 ring_design_get_drawing (canvas->design), &dirty);
    }
  if (lift->ready)
    lift->revision = canvas->revision;
  else
    _ring_canvas_drop_lift (canvas);
}

void
_ring_canvas_drop_lift (RingCanvas *canvas)
{
  g_clear_pointer (&canvas->lift, _ring_lift_unref);
}

/* ------------------------------------------------------------------ the paper */

static void
paint (const RingLift *lift, cairo_t *cr)
{
  if (!ring_rect_is_empty (lift->clip))
    {
      cairo_rectangle (cr, lift->clip.x0, lift->clip.y0, lift->clip.x1 - lift->clip.x0,
                       lift->clip.y1 - lift->clip.y0);
      cairo_clip (cr);
    }
  _ring_canvas_transform (cr, &lift->matrix);
  if (lift->picture != NULL)
    {
      RingMatrix back = RING_MATRIX_IDENTITY;

      ring_matrix_invert (&lift->to_picture, &back);
      _ring_canvas_transform (cr, &back);
      cairo_set_source_surface (cr, lift->picture, 0, 0);
      cairo_paint (cr);
    }
  else
    paint_items (cr, lift);
}

/* The part of it in RECT, pixels of the window. */
static void
append_part (GtkSnapshot *snapshot,
             const RingLift *lift,
             const RingMatrix *to_pixels,
             RingRect rect)
{
  RingMatrix matrix = ring_matrix_multiply (&lift->to_paper, to_pixels);
  cairo_t *cr;

  rect = (RingRect){ floor (rect.x0), floor (rect.y0), ceil (rect.x1), ceil (rect.y1) };
  if (ring_rect_is_empty (rect) || rect.x1 <= rect.x0 || rect.y1 <= rect.y0)
    return;
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (rect.x0, rect.y0, rect.x1 - rect.x0, rect.y1 - rect.y0));
  _ring_canvas_transform (cr, &matrix);
  paint (lift, cr);
  cairo_destroy (cr);
}

/* Only over the tiles that do not hold it yet: what is translucent would be twice as dark. */
static void
append_settling (RingCanvas *canvas,
                 GtkSnapshot *snapshot,
                 const RingMatrix *to_pixels,
                 RingRect window)
{
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (RingRect));
  RingMatrix level;

  if (!ring_tiles_get_stale (canvas->tiles, canvas->lift->revision, get_extent (canvas->lift),
                             rects, &level))
    {
      _ring_canvas_drop_lift (canvas);
      return;
    }
  for (guint i = 0; i < rects->len; i++)
    append_part (snapshot, canvas->lift, to_pixels,
                 ring_rect_intersect (
                     ring_matrix_apply_rect (&level, g_array_index (rects, RingRect, i)), window));
}

/* TO_PIXELS from paper mm; WINDOW in pixels. */
void
_ring_canvas_append_lift (RingCanvas *canvas,
                          GtkSnapshot *snapshot,
                          const RingMatrix *to_pixels,
                          RingRect window)
{
  RingRect extent;

  if (canvas->lift == NULL || !canvas->lift->ready)
    return;
  if (canvas->lift->revision != 0)
    {
      append_settling (canvas, snapshot, to_pixels, window);
      return;
    }
  extent = ring_matrix_apply_rect (to_pixels, get_extent (canvas->lift));
  append_part (snapshot, canvas->lift, to_pixels,
               ring_rect_intersect (ring_rect_inset (extent, -1), window));
}
