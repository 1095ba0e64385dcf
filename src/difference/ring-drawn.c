/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-drawn.h"

#include "ring-talk.h"

static void
add_layer (GArray *list, const RingView *view, const RingLayer *layer, GHashTable *said)
{
  RingLayerRole role = ring_layer_get_head (layer)->role;

  if (role == RING_ROLE_UNDERLAY || role == RING_ROLE_NOTES)
    return;
  for (gsize i = 0; i < ring_layer_get_n_items (layer); i++)
    {
      RingDrawn drawn = { ring_layer_get_item (layer, i), view, ring_layer_get_head (layer)->visible };
      const char *group = ring_item_get_group (drawn.item);

      if (group == NULL || !g_hash_table_contains (said, group))
        g_array_append_val (list, drawn);
    }
}

GArray *
ring_drawn_list (const RingDrawing *drawing)
{
  g_autoptr (GHashTable) said = ring_talk_collect_ink (drawing, NULL);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (RingDrawn));

  for (guint v = 0; v < ring_drawing_get_n_views (drawing); v++)
    {
      const RingView *view = ring_drawing_get_view (drawing, v);

      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        add_layer (list, view, ring_view_get_layer (view, l), said);
    }
  return list;
}

GArray *
ring_drawn_list_front (const RingDrawing *drawing)
{
  const RingView *view = ring_drawing_get_view_by_kind (drawing, RING_VIEW_FRONT);
  GArray *list = ring_drawn_list (drawing);

  for (guint i = list->len; i > 0; i--)
    {
      const RingDrawn *one = &g_array_index (list, RingDrawn, i - 1);

      if (one->view != view || !one->seen)
        g_array_remove_index (list, i - 1);
    }
  return list;
}

RingRect
ring_drawn_extent (const GArray *drawn)
{
  RingRect extent = RING_RECT_EMPTY;

  for (guint i = 0; i < drawn->len; i++)
    extent = ring_rect_union (extent, ring_item_get_bounds (g_array_index (drawn, RingDrawn, i).item));
  if (ring_rect_is_empty (extent))
    return extent;
  return ring_rect_intersect (extent, ring_view_get_head (g_array_index (drawn, RingDrawn, 0).view)->clip);
}
