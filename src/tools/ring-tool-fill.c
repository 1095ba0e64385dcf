/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The fill tool: a tap lays lit metal, or an even colour, into the region that lines bound there.
 */

#include "ring-tool-private.h"

static void
fill_begin (RingTool *tool, const RingSample *sample)
{
}

static void
fill_update (RingTool *tool, const RingSample *sample)
{
}

/* The place is where the pen came down: a hand drags a little while it lifts. */
static gboolean
fill_end (RingTool *tool)
{
  const RingSample *down = &g_array_index (tool->samples, RingSample, 0);
  const RingView *view = _ring_tool_get_view (tool);
  g_autoptr (GError) error = NULL;
  RingEdit *edit;

  if (view == NULL)
    return FALSE;
  edit = ring_fill_make (tool->design, view, tool->layer_id, (RingPoint){ down->x, down->y },
                         &tool->fill, &error);
  if (edit != NULL)
    return ring_design_commit (tool->design, edit);
  tool->complaint = g_strdup (error->message);
  return FALSE;
}

const RingToolClass ring_tool_fill_class = {
  .kind = RING_TOOL_FILL,
  .role = RING_ROLE_METAL,
  .begin = fill_begin,
  .update = fill_update,
  .end = fill_end,
  .is_done = _ring_tool_by_touch,
};
