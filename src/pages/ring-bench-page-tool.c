/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tool in hand: what the instruments say of it, and what it says to them. */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-bench-page-private.h"

#include "ring-tool-layout.h"

gboolean
_ring_bench_page_holds (RingBenchPage *self, RingToolKind kind)
{
  return self->tool != NULL && ring_tool_get_kind (self->tool) == kind;
}

void
_ring_bench_page_take_tool (RingBenchPage *self, RingTool *tool)
{
  RingTool *old = self->tool;

  /* What is told at the end of the old one's stroke is no longer about a tool in hand. */
  self->tool = tool;
  ring_canvas_set_tool (self->canvas, tool);
  g_clear_pointer (&old, ring_tool_free);
}

static const RingStrokeStyle *
get_style (RingBenchPage *self)
{
  return ring_instruments_get_style (self->instruments,
                                     ring_instruments_get_instrument (self->instruments));
}

/* As soon as a drag sets stones out, the bar says how many there are. */
void
_ring_bench_page_set_up_layouts (RingBenchPage *self)
{
  RingLayoutDesk *desk = ring_instruments_get_layouts (self->instruments);

  if (self->tool == NULL)
    return;
  ring_tool_set_layout (self->tool, ring_layout_desk_get (desk),
                        ring_layout_desk_get_picked (desk), ring_layout_desk_get_least (desk));
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

static void
set_up (RingBenchPage *self, RingTool *tool)
{
  gboolean cutting = ring_instruments_get_cutting (self->instruments);
  double reach = ring_instruments_get_reach (self->instruments);

  ring_tool_set_style (tool, get_style (self));
  ring_tool_set_symmetry (tool, ring_instruments_is_symmetrical (self->instruments)
                                  ? ring_instruments_get_symmetry (self->instruments)
                                  : &(RingSymmetry){ 0 });
  ring_tool_set_cutting (tool, cutting && ring_tool_get_kind (tool) == RING_TOOL_ERASER);
  ring_tool_set_reach (tool, reach);
  ring_tool_set_gem (tool, ring_instruments_get_gem (self->instruments),
                     ring_instruments_get_gem_style (self->instruments));
  ring_tool_set_setting (tool, ring_instruments_get_setting (self->instruments));
  ring_tool_set_selection (tool, self->selection);
  ring_tool_set_lasso (tool, ring_instruments_get_lasso (self->instruments));
  ring_tool_set_drafting (tool, ring_instruments_get_drafting (self->instruments));
  ring_tool_set_fill (tool, ring_instruments_get_fill (self->instruments));
  ring_canvas_set_eraser (self->canvas, cutting, reach);
}

void
_ring_bench_page_pick_figure (RingBenchPage *self)
{
  const char *id = self->tool != NULL ? ring_tool_get_picked (self->tool) : NULL;
  const RingItem *item
    = id != NULL && self->design != NULL
        ? ring_drawing_find_item (ring_design_get_drawing (self->design), id, NULL, NULL)
        : NULL;

  if (item != NULL && ring_item_get_figure (item) == NULL)
    item = NULL;
  ring_instruments_pick_figure (self->instruments, item);
}

void
_ring_bench_page_apply_tool (RingBenchPage *self)
{
  RingToolKind kind = ring_instruments_get_tool (self->instruments);
  RingTool *tool = self->design != NULL ? ring_tool_new (kind, self->design) : NULL;

  if (tool != NULL)
    set_up (self, tool);
  _ring_bench_page_take_tool (self, tool);
  /* Nothing stays selected that is not shown to be. */
  if (self->selection != NULL && kind != RING_TOOL_SELECT)
    ring_selection_clear (self->selection);
  gtk_widget_hide (GTK_WIDGET (self->length_hint));
  _ring_bench_page_set_up_layouts (self);
  _ring_bench_page_pick_figure (self);
}

/* A stroke in hand ends as it is: another tool takes its place. */
void
_ring_bench_page_set_up_tool (RingBenchPage *self)
{
  if (!_ring_bench_page_holds (self, ring_instruments_get_tool (self->instruments))
      || ring_tool_is_active (self->tool))
    _ring_bench_page_apply_tool (self);
  else
    set_up (self, self->tool);
}
