/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Marking a known length as a hand does it: by taps, by one drag, from another view. */
#include "ring-test-tool.h"
#include "ring-test.h"

typedef struct
{
  RingDesign *design;
  RingSelection *selection;
  RingTool *tool;
} Fixture;

/* A line in the front view, which is selected. */
static void
set_up (Fixture *f, gconstpointer data)
{
  RingLayer *layer;

  f->design = ring_design_new ();
  ring_test_draw (f->design, RING_VIEW_FRONT, -4, -3, 4, 3);
  f->selection = ring_selection_new (f->design);
  layer = ring_test_layer (f->design, RING_VIEW_FRONT, RING_ROLE_INK);
  ring_selection_set_item (f->selection, ring_test_view (f->design, RING_VIEW_FRONT),
                           ring_layer_get_item (layer, 0));
  f->tool = ring_tool_new (RING_TOOL_LENGTH, f->design);
  ring_tool_set_selection (f->tool, f->selection);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ring_tool_free (f->tool);
  g_object_unref (f->selection);
  g_assert_finalize_object (f->design);
}

static void
assert_marked (Fixture *f, guint n, double x0, double y0, double x1, double y1)
{
  RingPoint from = { 0, 0 }, to = { 0, 0 };

  g_assert_cmpuint (ring_tool_get_length (f->tool, &from, &to), ==, n);
  if (n > 0)
    {
      g_assert_cmpfloat_with_epsilon (from.x, x0, 1e-9);
      g_assert_cmpfloat_with_epsilon (from.y, y0, 1e-9);
    }
  if (n > 1)
    {
      g_assert_cmpfloat_with_epsilon (to.x, x1, 1e-9);
      g_assert_cmpfloat_with_epsilon (to.y, y1, 1e-9);
    }
}

static void
tap (Fixture *f, RingViewKind kind, double x, double y)
{
  g_assert_false (ring_test_tap (f->tool, ring_test_view (f->design, kind), x, y));
}

static guint
count_marks (Fixture *f)
{
  g_autoptr (GArray) marks = ring_tool_get_marks (f->tool);

  return marks != NULL ? marks->len : 0;
}

static void
test_taps (Fixture *f, gconstpointer data)
{
  RingDrawing *before = ring_design_get_drawing (f->design);

  assert_marked (f, 0, 0, 0, 0, 0);
  g_assert_cmpuint (count_marks (f), ==, 0);
  tap (f, RING_VIEW_FRONT, 1, 2);
  assert_marked (f, 1, 1, 2, 0, 0);
  g_assert_cmpuint (count_marks (f), >, 0);
  tap (f, RING_VIEW_FRONT, 7, -4);
  assert_marked (f, 2, 1, 2, 7, -4);
  /* It asks; it changes nothing. */
  g_assert_true (ring_design_get_drawing (f->design) == before);
  /* A third tap is the first of another length. */
  tap (f, RING_VIEW_FRONT, 3, 3);
  assert_marked (f, 1, 3, 3, 0, 0);
}

static void
test_drag (Fixture *f, gconstpointer data)
{
  ring_test_drag (f->tool, ring_test_view (f->design, RING_VIEW_FRONT), -2, 1, 5, 1);
  assert_marked (f, 2, -2, 1, 5, 1);
}

/* A point that was tapped over another view is told in mm of the one that is scaled. */
static void
test_other_view (Fixture *f, gconstpointer data)
{
  const RingViewHead *front
      = ring_view_get_head (ring_test_view (f->design, RING_VIEW_FRONT));

  tap (f, RING_VIEW_PAGE, front->origin.x + 2 * front->scale, front->origin.y);
  assert_marked (f, 1, 2, 0, 0, 0);
}

static void
test_taken_back (Fixture *f, gconstpointer data)
{
  g_assert_false (ring_tool_act (f->tool, RING_TOOL_ESCAPE));
  tap (f, RING_VIEW_FRONT, 1, 2);
  g_assert_true (ring_tool_act (f->tool, RING_TOOL_BACK));
  assert_marked (f, 0, 0, 0, 0, 0);
  tap (f, RING_VIEW_FRONT, 1, 2);
  g_assert_true (ring_tool_act (f->tool, RING_TOOL_ESCAPE));
  g_assert_false (ring_tool_act (f->tool, RING_TOOL_ESCAPE));
}

static void
test_nothing_selected (Fixture *f, gconstpointer data)
{
  ring_selection_clear (f->selection);
  tap (f, RING_VIEW_FRONT, 1, 2);
  assert_marked (f, 0, 0, 0, 0, 0);
  g_assert_cmpuint (count_marks (f), ==, 0);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add ("/tool-length/taps", Fixture, NULL, set_up, test_taps, tear_down);
  g_test_add ("/tool-length/drag", Fixture, NULL, set_up, test_drag, tear_down);
  g_test_add ("/tool-length/other-view", Fixture, NULL, set_up, test_other_view, tear_down);
  g_test_add ("/tool-length/taken-back", Fixture, NULL, set_up, test_taken_back, tear_down);
  g_test_add ("/tool-length/nothing-selected", Fixture, NULL, set_up, test_nothing_selected,
              tear_down);
  return ring_test_run ();
}
