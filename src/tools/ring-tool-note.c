/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The note tool: a tap pins a stone to the drawing; a tap on a pin opens its stone. */

#include "ring-tool-private.h"

#include <glib/gi18n-lib.h>

#include "ring-stone-note.h"

/* How near a tap must come to a pin to mean it. */
#define REACH_PIXELS 8

static const RingItem *
pin_at (const RingTool *tool, RingPoint point)
{
  const RingView *view = _ring_tool_get_view (tool);
  double reach = REACH_PIXELS * tool->pixel;
  RingRect near = { point.x - reach, point.y - reach, point.x + reach, point.y + reach };
  const RingItem *pin = NULL;

  for (guint l = view != NULL ? ring_view_get_n_layers (view) : 0; pin == NULL && l > 0; l--)
    {
      RingSequenceIter iter;
      const RingItem *item;

      ring_sequence_iter_init (&iter, ring_layer_get_items (ring_view_get_layer (view, l - 1)),
                               &near);
      while ((item = ring_sequence_iter_next (&iter)) != NULL)
        if (ring_item_get_kind (item) == RING_ITEM_NOTE
            && ring_item_distance (item, point) <= reach)
          pin = item;
    }
  return pin;
}

static void
note_begin (RingTool *tool, const RingSample *sample)
{
}

static void
note_update (RingTool *tool, const RingSample *sample)
{
}

/* The place is where the pen came down: a hand drags a little while it lifts. */
static gboolean
note_end (RingTool *tool)
{
  const RingSample *down = &g_array_index (tool->samples, RingSample, 0);
  RingPoint at = { down->x, down->y };
  const RingItem *pin = pin_at (tool, at);
  RingEdit *edit;

  if (pin != NULL)
    {
      tool->stone = g_strdup (ring_item_get_note (pin)->stone);
      return FALSE;
    }
  edit = ring_edit_new (ring_design_get_drawing (tool->design), _("Stone Note"));
  tool->stone = ring_stone_note_pin (edit, tool->design, tool->layer_id, at, tool->scale, NULL);
  return ring_design_commit (tool->design, edit);
}

const RingToolClass ring_tool_note_class = {
  .kind = RING_TOOL_NOTE,
  .role = RING_ROLE_NOTES,
  .begin = note_begin,
  .update = note_update,
  .end = note_end,
  .is_done = _ring_tool_by_touch,
};
