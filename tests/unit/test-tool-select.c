/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The select tool as a hand drives it: taps, boxes, drags on the frame's handles, and keys. */
#include <math.h>

#include "ring-error.h"
#include "ring-pick.h"
#include "ring-test-tool.h"
#include "ring-test.h"

#define MARGIN (10 * RING_TEST_PIXEL)

typedef struct
{
  RingDesign *design;
  RingSelection *selection;
  RingTool *tool;
} Fixture;

static RingItem *
nth (Fixture *f, gsize i)
{
  return ring_layer_get_item (ring_test_layer (f->design, RING_VIEW_FRONT, RING_ROLE_INK), i);
}

/* A line that falls from the upper left to the lower right, and a level one below. */
static void
set_up (Fixture *f, gconstpointer data)
{
  f->design = ring_design_new ();
  f->selection = ring_selection_new (f->design);
  f->tool = ring_tool_new (RING_TOOL_SELECT, f->design);
  ring_tool_set_selection (f->tool, f->selection);
  ring_test_draw (f->design, RING_VIEW_FRONT, -4, -3, 4, 3);
  ring_test_draw (f->design, RING_VIEW_FRONT, -4, 7, 4, 7);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ring_tool_free (f->tool);
  g_object_unref (f->selection);
  g_assert_finalize_object (f->design);
}

static void
press (Fixture *f, RingViewKind kind, double x, double y, RingToolModifiers modifiers)
{
  RingSample sample = { .x = x, .y = y, .pressure = 0.5 };

  ring_tool_set_modifiers (f->tool, modifiers);
  g_assert_true (ring_tool_begin (f->tool, ring_test_view (f->design, kind), RING_TEST_PIXEL, &sample, 9000, NULL));
}

static void
move (Fixture *f, double x, double y)
{
  RingSample sample = { .x = x, .y = y, .pressure = 0.5, .time = 10 };

  ring_tool_update (f->tool, &sample, 1);
}

static gboolean
tap (Fixture *f, double x, double y, RingToolModifiers modifiers)
{
  press (f, RING_VIEW_FRONT, x, y, modifiers);
  return ring_tool_end (f->tool);
}

static gboolean
drag (Fixture *f, double x0, double y0, double x1, double y1, RingToolModifiers modifiers)
{
  press (f, RING_VIEW_FRONT, x0, y0, modifiers);
  move (f, (x0 + x1) / 2, (y0 + y1) / 2);
  move (f, x1, y1);
  return ring_tool_end (f->tool);
}

static gboolean
is_selected (Fixture *f, gsize i)
{
  return ring_selection_has (f->selection, ring_item_get_id (nth (f, i)));
}

static void
test_taps (Fixture *f, gconstpointer data)
{
  g_assert_false (tap (f, 0, 0.1, 0));
  g_assert_true (is_selected (f, 0) && !is_selected (f, 1));
  tap (f, 0, 7, 0);
  g_assert_true (!is_selected (f, 0) && is_selected (f, 1));
  tap (f, 2, 1.5, RING_TOOL_SHIFT);
  g_assert_cmpuint (ring_selection_get_n (f->selection), ==, 2);
  /* Within the frame of both a tap means one of them, and with Shift it goes. */
  tap (f, 0, 7, RING_TOOL_SHIFT);
  g_assert_true (is_selected (f, 0) && !is_selected (f, 1));
  tap (f, 0, 15, 0);
  g_assert_cmpuint (ring_selection_get_n (f->selection), ==, 0);
  g_assert_cmpuint (ring_drawing_count_items (ring_design_get_drawing (f->design), RING_ITEM_STROKE),
                    ==, 2);
}

/* To the right what lies within, to the left what is touched. */
static void
test_boxes (Fixture *f, gconstpointer data)
{
  g_assert_false (drag (f, -5, -5, 5, 5, 0));
  g_assert_true (is_selected (f, 0) && !is_selected (f, 1));
  drag (f, -9, 9, 0, 6, 0);
  g_assert_cmpuint (ring_selection_get_n (f->selection), ==, 0);
  drag (f, 9, 9, 0, 6, 0);
  g_assert_true (!is_selected (f, 0) && is_selected (f, 1));
  drag (f, -5, -5, 5, 5, RING_TOOL_SHIFT);
  g_assert_cmpuint (ring_selection_get_n (f->selection), ==, 2);
}

static void
test_lasso (Fixture *f, gconstpointer data)
{
  const double way[][2] = { { -5, 8 }, { 5, 8 }, { 5, 6 }, { -5, 6 } };

  press (f, RING_VIEW_FRONT, -5, 6.5, RING_TOOL_ALT);
  for (guint i = 0; i < G_N_ELEMENTS (way); i++)
    move (f, way[i][0], way[i][1]);
  g_assert_false (ring_tool_end (f->tool));
  g_assert_true (!is_selected (f, 0) && is_selected (f, 1));
}

/* The page lies under the views: what is on it is selected where no view's ink is. */
static void
test_page_below (Fixture *f, gconstpointer data)
{
  const RingViewHead *head = ring_view_get_head (ring_test_view (f->design, RING_VIEW_FRONT));
  RingPoint at = { head->origin.x, head->origin.y + 10 * head->scale };

  ring_test_draw (f->design, RING_VIEW_PAGE, at.x - 8, at.y, at.x + 8, at.y);
  tap (f, 0, 10, 0);
  g_assert_cmpuint (ring_selection_get_n (f->selection), ==, 1);
  g_assert_true (ring_selection_get_view (f->selection) == ring_test_view (f->design, RING_VIEW_PAGE));
  /* Moved by 1 mm of the ring it moves by 4 mm of paper. */
  g_assert_true (drag (f, 0, 10, 1, 10, 0));
  g_assert_cmpfloat_with_epsilon (
    ring_item_get_matrix (g_array_index (ring_selection_list (f->selection), RingSelected, 0).item)->x0,
    head->scale, 1e-9);
}

static void
test_move (Fixture *f, gconstpointer data)
{
  RingMatrix before = *ring_item_get_matrix (nth (f, 0));
  RingToolLift lift;

  /* One press selects and moves. */
  press (f, RING_VIEW_FRONT, 0, 0, 0);
  g_assert_false (ring_tool_get_lift (f->tool, &lift));
  move (f, 1, 2);
  g_assert_true (ring_tool_get_lift (f->tool, &lift));
  g_assert_cmpuint (lift.items->len, ==, 1);
  g_assert_true (g_ptr_array_index (lift.items, 0) == nth (f, 0));
  g_assert_cmpuint (ring_drawing_count_items (lift.rest, RING_ITEM_STROKE), ==, 1);
  g_assert_cmpfloat (lift.matrix.y0, ==, 2);
  /* Nothing is changed yet, and nothing is when it is given up. */
  g_assert_true (ring_matrix_equal (ring_item_get_matrix (nth (f, 0)), &before));
  ring_tool_cancel (f->tool);
  g_assert_false (ring_tool_get_lift (f->tool, &lift));
  g_assert_true (ring_matrix_equal (ring_item_get_matrix (nth (f, 0)), &before));

  g_assert_true (drag (f, 0, 0, 1, 2, 0));
  g_assert_cmpfloat (ring_item_get_matrix (nth (f, 0))->x0, ==, 1);
  g_assert_cmpfloat (ring_item_get_matrix (nth (f, 0))->y0, ==, 2);
  g_assert_true (is_selected (f, 0));
  /* Ctrl keeps to the longer way. */
  g_assert_true (drag (f, 1, 2, 4, 3, RING_TOOL_CTRL));
  g_assert_cmpfloat (ring_item_get_matrix (nth (f, 0))->x0, ==, 4);
  g_assert_cmpfloat (ring_item_get_matrix (nth (f, 0))->y0, ==, 2);
  g_assert_true (ring_design_undo (f->design));
  g_assert_true (ring_design_undo (f->design));
  g_assert_true (ring_matrix_equal (ring_item_get_matrix (nth (f, 0)), &before));
  g_assert_cmpstr (ring_design_get_redo_label (f->design), ==, "Move");
}

/* Who undoes something under the pen ends the drag where it is. */
static void
test_disturbed (Fixture *f, gconstpointer data)
{
  RingToolLift lift;

  press (f, RING_VIEW_FRONT, 0, 0, 0);
  move (f, 1, 2);
  g_assert_true (ring_design_undo (f->design));
  move (f, 2, 2);
  g_assert_false (ring_tool_get_lift (f->tool, &lift));
  g_assert_false (ring_tool_end (f->tool));
  g_assert_true (ring_matrix_is_identity (ring_item_get_matrix (nth (f, 0))));
}

static void
test_scale (Fixture *f, gconstpointer data)
{
  RingRect b, after;

  tap (f, 0, 0, 0);
  b = ring_selection_get_bounds (f->selection);
  /* A corner keeps the proportions, and the opposite corner stays. */
  g_assert_true (drag (f, b.x1 + MARGIN, b.y1 + MARGIN, b.x1 + MARGIN + (b.x1 - b.x0),
                       b.y1 + MARGIN + (b.y1 - b.y0), 0));
  after = ring_selection_get_bounds (f->selection);
  g_assert_cmpfloat_with_epsilon (after.x0, b.x0, 1e-6);
  g_assert_cmpfloat_with_epsilon (after.y0, b.y0, 1e-6);
  g_assert_cmpfloat_with_epsilon (after.x1 - after.x0, 2 * (b.x1 - b.x0), 1e-6);
  g_assert_cmpfloat_with_epsilon (after.y1 - after.y0, 2 * (b.y1 - b.y0), 1e-6);
  g_assert_true (ring_design_undo (f->design));

  /* A side stretches. */
  g_assert_true (drag (f, b.x1 + MARGIN, (b.y0 + b.y1) / 2, b.x1 + MARGIN - 2, 0, 0));
  after = ring_selection_get_bounds (f->selection);
  g_assert_cmpfloat_with_epsilon (after.x1, b.x1 - 2, 1e-6);
  g_assert_cmpfloat_with_epsilon (after.y1, b.y1, 1e-6);
  g_assert_true (ring_design_undo (f->design));

  /* With Alt the middle stays, and with Shift a corner stretches. */
  g_assert_true (drag (f, b.x1 + MARGIN, b.y1 + MARGIN, b.x1 + MARGIN + 1, b.y1 + MARGIN,
                       RING_TOOL_ALT | RING_TOOL_SHIFT));
  after = ring_selection_get_bounds (f->selection);
  g_assert_cmpfloat_with_epsilon (after.x0, b.x0 - 1, 1e-6);
  g_assert_cmpfloat_with_epsilon (after.x1, b.x1 + 1, 1e-6);
  g_assert_cmpfloat_with_epsilon (after.y1, b.y1, 1e-6);
  /* It can never be made nothing. */
  g_assert_true (drag (f, after.x1 + MARGIN, (b.y0 + b.y1) / 2, after.x0 + MARGIN, 0, 0));
  after = ring_selection_get_bounds (f->selection);
  g_assert_cmpfloat (after.x1 - after.x0, >, 1e-3);
}

static void
test_turn (Fixture *f, gconstpointer data)
{
  RingRect b;
  RingPoint knob, pivot;
  const RingMatrix *m;

  tap (f, 0, 0, 0);
  b = ring_selection_get_bounds (f->selection);
  pivot = (RingPoint){ (b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2 };
  knob = (RingPoint){ pivot.x, b.y0 - MARGIN - 26 * RING_TEST_PIXEL };
  /* To about the right side: 86 degrees, in steps of 15. */
  g_assert_true (drag (f, knob.x, knob.y, pivot.x + 5, pivot.y - 0.35, RING_TOOL_CTRL));
  m = ring_item_get_matrix (nth (f, 0));
  g_assert_cmpfloat_with_epsilon (m->xx, 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (m->yx, 1, 1e-12);
  g_assert_true (ring_design_undo (f->design));

  /* A tap on the handle shows the pivot; placed elsewhere, things turn about it. */
  tap (f, knob.x, knob.y, 0);
  g_assert_false (drag (f, pivot.x, pivot.y, b.x0, b.y0, 0));
  g_assert_true (drag (f, knob.x, knob.y, knob.x + 3, knob.y + 2, 0));
  pivot = ring_matrix_apply (ring_item_get_matrix (nth (f, 0)), (RingPoint){ b.x0, b.y0 });
  g_assert_cmpfloat_with_epsilon (pivot.x, b.x0, 1e-9);
  g_assert_cmpfloat_with_epsilon (pivot.y, b.y0, 1e-9);
}

static void
test_keys (Fixture *f, gconstpointer data)
{
  g_assert_false (ring_tool_nudge (f->tool, 1, 0, 0, 0));
  g_assert_false (ring_tool_act (f->tool, RING_TOOL_ESCAPE));
  tap (f, 0, 0, 0);
  /* 0.1 mm of paper is 0.025 mm of the ring; the steps are one step of the history. */
  for (guint i = 0; i < 4; i++)
    g_assert_true (ring_tool_nudge (f->tool, 1, 0, 0, 0));
  g_assert_true (ring_tool_nudge (f->tool, 0, -1, 0, RING_TOOL_SHIFT));
  g_assert_true (ring_tool_nudge (f->tool, 0, 1, 0, RING_TOOL_CTRL));
  g_assert_cmpfloat_with_epsilon (ring_item_get_matrix (nth (f, 0))->x0, 0.1, 1e-12);
  g_assert_cmpfloat_with_epsilon (ring_item_get_matrix (nth (f, 0))->y0, -0.24, 1e-12);
  g_assert_true (ring_design_undo (f->design));
  g_assert_true (ring_matrix_is_identity (ring_item_get_matrix (nth (f, 0))));
  /* The paper is turned clockwise: right on the screen is up on it. */
  g_assert_true (ring_tool_nudge (f->tool, 1, 0, 88, 0));
  g_assert_cmpfloat_with_epsilon (ring_item_get_matrix (nth (f, 0))->y0, -0.025, 1e-12);
  g_assert_cmpfloat (ring_item_get_matrix (nth (f, 0))->x0, ==, 0);
  g_assert_true (ring_tool_act (f->tool, RING_TOOL_ESCAPE));
  g_assert_cmpuint (ring_selection_get_n (f->selection), ==, 0);
}

/* The handles are as large on the screen at each zoom. */
static void
test_marks (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) none = ring_tool_get_marks (f->tool);
  g_autoptr (GArray) near = NULL;
  g_autoptr (GArray) far = NULL;
  RingRect a, b;

  g_assert_cmpuint (none->len, ==, 0);
  tap (f, 0, 0, 0);
  ring_tool_set_paper_pixel (f->tool, 0.01);
  near = ring_tool_get_marks (f->tool);
  ring_tool_set_paper_pixel (f->tool, 0.1);
  far = ring_tool_get_marks (f->tool);
  a = ring_path_get_bounds (g_array_index (near, RingToolMark, near->len - 1).path);
  b = ring_path_get_bounds (g_array_index (far, RingToolMark, far->len - 1).path);
  g_assert_cmpfloat_with_epsilon ((b.x1 - b.x0) - (a.x1 - a.x0), 2 * (10 + 4) * 0.09, 1e-6);
  press (f, RING_VIEW_FRONT, -8, -8, 0);
  move (f, 8, 0);
  g_array_unref (g_steal_pointer (&near));
  near = ring_tool_get_marks (f->tool);
  g_assert_cmpuint (near->len, ==, far->len + 1);
  ring_tool_cancel (f->tool);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/tool-select/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("taps", test_taps);
  ADD ("boxes", test_boxes);
  ADD ("lasso", test_lasso);
  ADD ("page-below", test_page_below);
  ADD ("move", test_move);
  ADD ("disturbed", test_disturbed);
  ADD ("scale", test_scale);
  ADD ("turn", test_turn);
  ADD ("keys", test_keys);
  ADD ("marks", test_marks);
#undef ADD
  return ring_test_run ();
}
