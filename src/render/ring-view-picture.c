/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-view-picture.h"

#include <math.h>

#include "ring-paint.h"
#include "ring-reach.h"
#include "ring-view-lines.h"

#define AIR 1.0    /* round the ring, mm of it */
#define BEYOND 60.0 /* where frame and label of the window go: past what is shown, mm of the ring */

static RingRect
add_lines (RingRect bounds, const GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const RingViewLine *line = &g_array_index (lines, RingViewLine, i);

      if (line->style != RING_LINE_CENTRE && line->style != RING_LINE_BESIDE)
        bounds = ring_rect_union (bounds, ring_path_get_bounds (line->path));
    }
  return bounds;
}

RingRect
ring_view_picture_bounds (const RingDrawing *drawing, const RingView *view)
{
  const RingViewHead *head = ring_view_get_head (view);
  g_autoptr (GArray) lines = ring_view_lines (drawing, head);
  g_autoptr (GArray) metal = ring_view_metal_lines (drawing, head);

  return add_lines (add_lines (RING_RECT_EMPTY, lines), metal);
}

RingRect
ring_view_picture_crop (const RingDrawing *drawing, const RingView *view)
{
  const RingViewHead *head = ring_view_get_head (view);
  RingRect crop = ring_view_picture_bounds (drawing, view);

  for (guint l = 0; l < ring_view_get_n_layers (view); l++)
    {
      const RingLayer *layer = ring_view_get_layer (view, l);

      if (!ring_layer_get_head (layer)->visible || ring_layer_get_head (layer)->role == RING_ROLE_NOTES)
        continue;
      for (gsize i = 0; i < ring_layer_get_n_items (layer); i++)
        if (ring_item_get_kind (ring_layer_get_item (layer, i)) != RING_ITEM_NOTE)
          crop = ring_rect_union (crop, ring_item_get_bounds (ring_layer_get_item (layer, i)));
    }
  if (ring_rect_is_empty (crop))
    return head->clip;
  crop = (RingRect){ crop.x0 - AIR, crop.y0 - AIR, crop.x1 + AIR, crop.y1 + AIR };
  return ring_rect_is_empty (head->clip) ? crop : ring_rect_intersect (crop, head->clip);
}

/* The layers with or without notes; pins stand among the notes. */
static RingView *
new_view (const RingView *view, const RingViewHead *head, gboolean notes)
{
  g_autoptr (GPtrArray) layers = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_layer_unref);

  for (guint l = 0; l < ring_view_get_n_layers (view); l++)
    {
      RingLayer *layer = ring_view_get_layer (view, l);

      if (notes || ring_layer_get_head (layer)->role != RING_ROLE_NOTES)
        g_ptr_array_add (layers, ring_layer_ref (layer));
    }
  return ring_view_new (head, (RingLayer *const *) layers->pdata, layers->len);
}

/* A drawing of that view alone, with all that is known of the ring. */
static RingDrawing *
new_drawing (const RingDrawing *drawing, const RingView *view, const RingViewHead *head, gboolean notes)
{
  RingDrawingBuilder *builder
      = ring_drawing_builder_new (ring_drawing_get_uuid (drawing), ring_drawing_get_width (drawing),
                                  ring_drawing_get_height (drawing));
  g_autoptr (RingView) shown = new_view (view, head, notes);

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    ring_drawing_builder_add_record (builder, (RingRecord *) ring_drawing_get_record (drawing, i));
  ring_drawing_builder_add_view (builder, shown);
  return ring_drawing_builder_end (builder);
}

void
ring_view_picture_draw (cairo_t *cr,
                        const RingDrawing *drawing,
                        const RingView *view,
                        const RingViewPicture *picture,
                        double x,
                        double y)
{
  RingViewHead head = *ring_view_get_head (view);
  RingRect crop = picture->crop;
  RingRect place = { x, y, x + picture->scale * (crop.x1 - crop.x0), y + picture->scale * (crop.y1 - crop.y0) };
  g_autoptr (RingDrawing) shown = NULL;

  head.scale = picture->scale;
  head.origin = (RingPoint){ x - picture->scale * crop.x0, y - picture->scale * crop.y0 };
  head.clip = (RingRect){ crop.x0 - BEYOND, crop.y0 - BEYOND, crop.x1 + BEYOND, crop.y1 + BEYOND };
  shown = new_drawing (drawing, view, &head, picture->notes);
  cairo_save (cr);
  ring_reach_clip (cr, place);
  ring_paint_drawing (cr, shown, &place, RING_PAINT_GUIDES | RING_PAINT_ITEMS);
  cairo_restore (cr);
}

const RingView *
ring_view_picture_find (const RingDrawing *drawing, const RingRecord *ring, RingViewKind kind)
{
  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    {
      const RingView *view = ring_drawing_get_view (drawing, i);
      const RingViewHead *head = ring_view_get_head (view);

      if (head->kind == kind && ring_drawing_find_ring (drawing, head->ring) == ring)
        return view;
    }
  return NULL;
}
