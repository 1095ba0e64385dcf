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
      RingDrawn drawn = { ring_layer_get_item (layer, i), view };
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
