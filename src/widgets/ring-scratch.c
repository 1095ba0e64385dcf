/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-scratch.h"

struct _RingScratch
{
  RingDesign *design;
  RingDrawing *empty; /* a stroke that was taken away leaves no history */
  RingTool *tool;
};

RingScratch *
ring_scratch_new (void)
{
  RingScratch *scratch = g_new0 (RingScratch, 1);

  scratch->design = ring_design_new ();
  scratch->empty = ring_drawing_ref (ring_design_get_drawing (scratch->design));
  scratch->tool = ring_tool_new (RING_TOOL_PEN, scratch->design);
  return scratch;
}

void
ring_scratch_free (RingScratch *scratch)
{
  if (scratch == NULL)
    return;
  ring_tool_free (scratch->tool);
  ring_drawing_unref (scratch->empty);
  g_object_unref (scratch->design);
  g_free (scratch);
}

/* The page: its millimetres are those of the paper. */
static RingView *
get_page (RingScratch *scratch)
{
  return ring_drawing_get_view_by_kind (ring_design_get_drawing (scratch->design), RING_VIEW_PAGE);
}

void
ring_scratch_begin (RingScratch *scratch, const RingStrokeStyle *style, double pixel,
                    const RingSample *sample)
{
  ring_tool_set_style (scratch->tool, style);
  ring_tool_begin (scratch->tool, get_page (scratch), pixel, sample, 0, NULL);
}

void
ring_scratch_update (RingScratch *scratch, const RingSample *samples, gsize n_samples)
{
  ring_tool_update (scratch->tool, samples, n_samples);
}

RingPath *
ring_scratch_get_wet_path (RingScratch *scratch)
{
  RingRect bounds;

  return ring_tool_is_active (scratch->tool) ? ring_tool_get_wet_path (scratch->tool, 0, &bounds)
                                             : NULL;
}

static RingItem *
find_item (const RingView *page)
{
  for (guint l = ring_view_get_n_layers (page); l > 0; l--)
    {
      const RingLayer *layer = ring_view_get_layer (page, l - 1);
      gsize n = ring_layer_get_n_items (layer);

      if (n > 0)
        return ring_item_ref (ring_layer_get_item (layer, n - 1));
    }
  return NULL;
}

RingItem *
ring_scratch_end (RingScratch *scratch)
{
  RingItem *item = NULL;

  if (!ring_tool_end (scratch->tool))
    return NULL;
  item = find_item (get_page (scratch));
  ring_design_replace (scratch->design, scratch->empty);
  return item;
}

RingItem *
ring_scratch_draw (RingScratch *scratch, const RingStrokeStyle *style, double pixel,
                   const RingSample *samples, gsize n_samples)
{
  g_return_val_if_fail (n_samples > 0, NULL);

  ring_scratch_begin (scratch, style, pixel, samples);
  ring_scratch_update (scratch, samples + 1, n_samples - 1);
  return ring_scratch_end (scratch);
}
