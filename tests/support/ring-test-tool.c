/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-test-tool.h"

const RingItem *
ring_test_picked (RingDesign *design, const RingTool *tool)
{
  const RingItem *item = ring_drawing_find_item (ring_design_get_drawing (design),
                                                 ring_tool_get_picked (tool), NULL, NULL);

  g_assert_nonnull (item);
  return item;
}

void
ring_test_stop_clock (gint64 ms)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, ms);

  g_setenv ("RINGWRIGHT_NOW", text, TRUE);
}

gboolean
ring_test_tap (RingTool *tool, RingView *view, double x, double y)
{
  RingSample sample = { .x = x, .y = y, .pressure = 0.5 };

  g_assert_true (ring_tool_begin (tool, view, RING_TEST_PIXEL, &sample, 1000, NULL));
  return ring_tool_end (tool);
}

void
ring_test_drag_open (
    RingTool *tool, RingView *view, double x0, double y0, double x1, double y1, guint n)
{
  RingSample sample = { .x = x0, .y = y0, .pressure = 0.5 };

  g_assert_true (ring_tool_begin (tool, view, RING_TEST_PIXEL, &sample, 1000, NULL));
  for (guint i = 1; i <= n; i++)
    {
      sample.x = x0 + (x1 - x0) * i / n;
      sample.y = y0 + (y1 - y0) * i / n;
      sample.time = 4 * i;
      ring_tool_update (tool, &sample, 1);
    }
}

gboolean
ring_test_drag (RingTool *tool, RingView *view, double x0, double y0, double x1, double y1)
{
  ring_test_drag_open (tool, view, x0, y0, x1, y1, 8);
  return ring_tool_end (tool);
}

void
ring_test_draw (RingDesign *design, RingViewKind kind, double x0, double y0, double x1, double y1)
{
  g_autoptr (RingTool) pen = ring_tool_new (RING_TOOL_PEN, design);

  ring_test_drag_open (pen, ring_test_view (design, kind), x0, y0, x1, y1, 40);
  g_assert_true (ring_tool_end (pen));
}
