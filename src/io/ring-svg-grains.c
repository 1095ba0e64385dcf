/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-svg-grains.h"

#include <string.h>

#include "ring-grain.h"
#include "ring-svg-picture.h"

/* Ids of grains in the order of need; each id tells all of its pattern. */
static void
add_grain (GPtrArray *ids, char *id)
{
  if (g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_free (id);
  else
    g_ptr_array_add (ids, id);
}

static void
add_stroke_grains (GPtrArray *ids, const RingItem *item)
{
  const RingStroke *stroke = ring_item_get_stroke (item);
  guint n = ring_ink_picture_get_n_paths (ring_item_get_picture (item));

  for (guint i = 0; i < n; i++)
    if (i == 0 || ring_grain_of_band (i) != ring_grain_of_band (i - 1))
      {
        RingGrain grain = ring_svg_get_grain (stroke, i);

        add_grain (ids, ring_grain_make_id (&grain));
      }
}

/* A pencil's stroke that another program changed still asks for its grain. */
static void
add_foreign_grains (GPtrArray *ids, const char *xml)
{
  static const char head[] = "url(#";
  RingGrain grain;

  while ((xml = strstr (xml, head)) != NULL)
    {
      gsize length;

      xml += strlen (head);
      length = strcspn (xml, ")");
      if (ring_grain_parse_id (xml, length, &grain))
        add_grain (ids, g_strndup (xml, length));
    }
}

static void
add_layer_grains (GPtrArray *ids, const RingLayer *layer, gboolean plain)
{
  if (plain && !ring_layer_get_head (layer)->visible)
    return;
  for (gsize i = 0; i < ring_layer_get_n_items (layer); i++)
    {
      const RingItem *item = ring_layer_get_item (layer, i);
      const RingStroke *stroke = ring_item_get_stroke (item);
      const char *xml = ring_item_get_xml (item, NULL);

      if (stroke != NULL && stroke->style.instrument == RING_INSTRUMENT_PENCIL)
        add_stroke_grains (ids, item);
      else if (xml != NULL)
        add_foreign_grains (ids, xml);
    }
}

void
ring_svg_append_grains (GString *out, const RingDrawing *drawing, const char *indent,
                        gboolean plain)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  RingGrain grain;

  for (guint v = 0; v < ring_drawing_get_n_views (drawing); v++)
    {
      const RingView *view = ring_drawing_get_view (drawing, v);

      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        add_layer_grains (ids, ring_view_get_layer (view, l), plain);
    }
  for (guint i = 0; i < ring_drawing_get_n_foreign (drawing); i++)
    add_foreign_grains (ids, ring_drawing_get_foreign (drawing, i)->xml);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      if (!ring_grain_parse_id (id, strlen (id), &grain))
        continue;
      g_string_append (out, indent);
      ring_grain_append_pattern (&grain, out);
    }
}
