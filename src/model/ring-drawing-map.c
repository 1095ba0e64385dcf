/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A drawing made of another one, part by part. */

#include "ring-drawing.h"

static RingLayer *
map_layer (const RingLayer *layer, const RingDrawingMap *map, gpointer user_data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);

  for (gsize i = 0; i < ring_layer_get_n_items (layer); i++)
    {
      RingItem *item = map->item (ring_layer_get_item (layer, i), user_data);

      if (item != NULL)
        g_ptr_array_add (items, item);
    }
  return ring_layer_new (ring_layer_get_head (layer), (RingItem *const *) items->pdata, items->len);
}

static RingView *
map_view (const RingView *view, const RingDrawingMap *map, gpointer user_data)
{
  g_autoptr (GPtrArray) layers = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_layer_unref);

  for (guint i = 0; i < ring_view_get_n_layers (view); i++)
    g_ptr_array_add (layers, map_layer (ring_view_get_layer (view, i), map, user_data));
  return ring_view_new (ring_view_get_head (view), (RingLayer *const *) layers->pdata, layers->len);
}

/* What a revision holds goes where its head goes. */
static void
map_state (RingDrawingBuilder *builder,
           const RingDrawing *drawing,
           const RingRecord *head,
           const RingDrawingMap *map,
           gpointer user_data)
{
  const char *id = ring_record_get_id (head);
  const RingDrawing *state = g_str_equal (ring_record_get_kind (head), RING_RECORD_REVISION)
                                 ? ring_drawing_get_state (drawing, id)
                                 : NULL;
  g_autoptr (RingDrawing) mapped = NULL;

  if (state == NULL)
    return;
  mapped = ring_drawing_map (state, map, user_data);
  ring_drawing_builder_add_state (builder, id, mapped);
}

RingDrawing *
ring_drawing_map (const RingDrawing *drawing, const RingDrawingMap *map, gpointer user_data)
{
  RingDrawingBuilder *builder
      = ring_drawing_builder_new (ring_drawing_get_uuid (drawing), ring_drawing_get_width (drawing),
                                  ring_drawing_get_height (drawing));

  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    {
      g_autoptr (RingView) view = map_view (ring_drawing_get_view (drawing, i), map, user_data);

      ring_drawing_builder_add_view (builder, view);
    }
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      g_autoptr (RingRecord) record = map->record (ring_drawing_get_record (drawing, i), user_data);

      if (record == NULL)
        continue;
      ring_drawing_builder_add_record (builder, record);
      map_state (builder, drawing, record, map, user_data);
    }
  for (guint i = 0; i < ring_drawing_get_n_foreign (drawing); i++)
    if (!map->foreign (ring_drawing_get_foreign (drawing, i), user_data))
      ring_drawing_builder_add_foreign (builder, ring_drawing_get_foreign (drawing, i));
  if (map->extra)
    ring_drawing_builder_set_extra (builder, ring_drawing_get_extra (drawing));
  return ring_drawing_builder_end (builder);
}
