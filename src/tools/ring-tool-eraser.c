/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The eraser: whole strokes that it touches, all in one step when it lifts. */

#include "ring-tool-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_erasable (const RingItem *item)
{
  return ring_item_get_kind (item) == RING_ITEM_STROKE
         || ring_item_get_kind (item) == RING_ITEM_ARTWORK;
}

/* The eraser went from A to B: what is painted within REACH of that way is met. The way is
 * sampled every half reach, so a thin line is not jumped over by a fast hand. */
static gboolean
touches (const RingItem *item, RingPoint a, RingPoint b, double reach)
{
  int n = (int) CLAMP (ring_point_distance (a, b) / (reach / 2) + 1, 1, 2000);

  for (int i = 0; i <= n; i++)
    {
      RingPoint p = { a.x + (b.x - a.x) * i / n, a.y + (b.y - a.y) * i / n };

      if (ring_item_distance (item, p) <= reach)
        return TRUE;
    }
  return FALSE;
}

static void
meet (RingTool *tool, RingPoint a, RingPoint b)
{
  const RingView *view = _ring_tool_get_view (tool);
  double reach = tool->reach * tool->pixel;
  RingRect way = ring_rect_add_point (ring_rect_add_point (RING_RECT_EMPTY, a), b);

  if (view == NULL)
    return;
  way = ring_rect_inset (way, -reach);
  for (guint l = 0; l < ring_view_get_n_layers (view); l++)
    {
      const RingLayer *layer = ring_view_get_layer (view, l);
      RingSequenceIter iter;
      RingItem *item;

      if (ring_layer_get_head (layer)->locked || !ring_layer_get_head (layer)->visible)
        continue;
      ring_sequence_iter_init (&iter, ring_layer_get_items (layer), &way);
      while ((item = ring_sequence_iter_next (&iter)) != NULL)
        if (is_erasable (item) && !ring_tool_has_met (tool, ring_item_get_id (item))
            && touches (item, a, b, reach))
          _ring_tool_meet (tool, item);
    }
}

static void
eraser_begin (RingTool *tool, const RingSample *sample)
{
  tool->last = (RingPoint){ sample->x, sample->y };
  meet (tool, tool->last, tool->last);
}

static void
eraser_update (RingTool *tool, const RingSample *sample)
{
  RingPoint here = { sample->x, sample->y };

  meet (tool, tool->last, here);
  tool->last = here;
}

static gboolean
eraser_end (RingTool *tool)
{
  RingEdit *edit;

  if (tool->met->len == 0)
    return FALSE;
  edit = ring_edit_new (ring_design_get_drawing (tool->design), _("Erase"));
  for (guint i = 0; i < tool->met->len; i++)
    ring_edit_remove_item (edit, ring_item_get_id (g_ptr_array_index (tool->met, i)));
  return ring_design_commit (tool->design, edit);
}

const RingToolClass ring_tool_eraser_class = {
  .kind = RING_TOOL_ERASER,
  .begin = eraser_begin,
  .update = eraser_update,
  .end = eraser_end,
};
