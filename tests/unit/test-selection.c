/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a tap, a box and a lasso mean; what the selection makes of changes; and what is done with
 * it. */
#include <math.h>

#include "ring-arrange.h"
#include "ring-pick.h"
#include "ring-test-tool.h"
#include "ring-test.h"

#define FRONT ring_test_view (design, RING_VIEW_FRONT)
#define INK ring_test_layer (design, RING_VIEW_FRONT, RING_ROLE_INK)

static RingItem *
nth (RingDesign *design, gsize i)
{
  return ring_layer_get_item (INK, i);
}

static const char *
nth_id (RingDesign *design, gsize i)
{
  return ring_item_get_id (nth (design, i));
}

/* Three lines: one that rises across the others, a level one above, a level one below. */
static RingDesign *
new_design (void)
{
  RingDesign *design = ring_design_new ();

  ring_test_draw (design, RING_VIEW_FRONT, -4, 4, 4, -4);
  ring_test_draw (design, RING_VIEW_FRONT, -5, -6, 5, -6);
  ring_test_draw (design, RING_VIEW_FRONT, -5, 6, 5, 6);
  return design;
}

static void
assert_picked (RingDesign *design, GPtrArray *items, const char *expected)
{
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    for (gsize k = 0; k < ring_layer_get_n_items (INK); k++)
      if (nth (design, k) == g_ptr_array_index (items, i))
        g_string_append_printf (got, "%" G_GSIZE_FORMAT, k);
  g_ptr_array_unref (items);
  g_assert_cmpstr (got->str, ==, expected);
}

static RingSelection *
select_all (RingDesign *design)
{
  RingSelection *selection = ring_selection_new (design);
  g_autoptr (GPtrArray) all = ring_pick_all (FRONT);

  ring_selection_set (selection, FRONT, all);
  return selection;
}

static RingSelection *
select_nth (RingDesign *design, gsize i)
{
  RingSelection *selection = ring_selection_new (design);

  ring_selection_set_item (selection, FRONT, nth (design, i));
  return selection;
}

static void
test_tap (void)
{
  g_autoptr (RingDesign) design = new_design ();

  g_assert_true (ring_pick_at (FRONT, (RingPoint){ 1, -1 }, 0.4) == nth (design, 0));
  g_assert_true (ring_pick_at (FRONT, (RingPoint){ 0, -6.3 }, 0.4) == nth (design, 1));
  g_assert_null (ring_pick_at (FRONT, (RingPoint){ 0, -7 }, 0.4));
  /* Of two that are as near, the one in front. */
  ring_test_draw (design, RING_VIEW_FRONT, -5, -6, 5, -6);
  g_assert_true (ring_pick_at (FRONT, (RingPoint){ 0, -6 }, 0.4) == nth (design, 3));
  ring_test_set_layer (design, INK, TRUE, TRUE);
  g_assert_null (ring_pick_at (FRONT, (RingPoint){ 0, -6 }, 0.4));
  ring_test_set_layer (design, INK, FALSE, FALSE);
  g_assert_null (ring_pick_at (FRONT, (RingPoint){ 0, -6 }, 0.4));
}

static void
test_box (void)
{
  g_autoptr (RingDesign) design = new_design ();

  assert_picked (design, ring_pick_box (FRONT, (RingRect){ -6, -7, 6, 5 }, FALSE), "01");
  assert_picked (design, ring_pick_box (FRONT, (RingRect){ -6, -7, 4.9, 5 }, FALSE), "0");
  assert_picked (design, ring_pick_box (FRONT, (RingRect){ -6, -7, 4.9, 5 }, TRUE), "01");
  /* The bounds of the rising line meet this box, the line does not. */
  assert_picked (design, ring_pick_box (FRONT, (RingRect){ -4, -4, -2, -2 }, TRUE), "");
  assert_picked (design, ring_pick_box (FRONT, (RingRect){ -0.5, -7, 0.5, 7 }, TRUE),
                 "012");
}

static void
test_lasso (void)
{
  g_autoptr (RingDesign) design = new_design ();
  const RingPoint round_rising[] = { { -5, 5 }, { -5, 3 }, { 3, -5 }, { 5, -5 }, { 5, -3 },
                                     { -3, 5 } };
  const RingPoint round_half[] = { { -5, 5 }, { -5, 3 }, { 0, -2 }, { 2, 0 }, { -3, 5 } };

  assert_picked (design, ring_pick_lasso (FRONT, round_rising, G_N_ELEMENTS (round_rising)),
                 "0");
  assert_picked (design, ring_pick_lasso (FRONT, round_half, G_N_ELEMENTS (round_half)), "");
}

static void
count_cb (RingSelection *selection, guint *n)
{
  (*n)++;
}

static void
test_follows (void)
{
  g_autoptr (RingDesign) design = new_design ();
  g_autoptr (RingSelection) selection = select_all (design);
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Remove");
  guint n = 0;

  g_signal_connect (selection, "changed", G_CALLBACK (count_cb), &n);
  g_assert_cmpuint (ring_selection_get_n (selection), ==, 3);
  g_assert_true (ring_edit_remove_item (edit, nth_id (design, 1)));
  ring_test_commit (design, edit);
  g_assert_cmpuint (ring_selection_get_n (selection), ==, 2);
  g_assert_cmpuint (n, ==, 1);
  ring_design_undo (design);
  g_assert_cmpuint (ring_selection_get_n (selection), ==, 2);

  /* What happens to others is no news. */
  ring_test_draw (design, RING_VIEW_FRONT, -1, 0, 1, 0);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (ring_selection_list (selection)->len, ==, 2);

  ring_test_set_layer (design, INK, TRUE, TRUE);
  g_assert_cmpuint (ring_selection_get_n (selection), ==, 0);
  g_assert_null (ring_selection_get_view (selection));
  g_assert_cmpuint (n, ==, 2);
}

/* Turned by 45 degrees the rising line stands upright: what is told is what it covers, not what its
 * turned box does. */
static void
test_measure (void)
{
  g_autoptr (RingDesign) design = new_design ();
  g_autoptr (RingSelection) selection = select_nth (design, 0);
  RingMatrix turn = ring_arrange_turn (45, (RingPoint){ 0, 0 });
  RingRect bounds;

  ring_test_commit (design, ring_arrange_transform (selection, &turn, "Rotate"));
  bounds = ring_selection_get_bounds (selection);
  g_assert_cmpfloat (bounds.x1 - bounds.x0, <, 0.3);
  g_assert_cmpfloat_with_epsilon (bounds.y1 - bounds.y0, 8 * sqrt (2), 0.3);
}

/* A thousand there and back again, of all sorts, and nothing has drifted. */
static void
test_drift (void)
{
  g_autoptr (RingDesign) design = new_design ();
  g_autoptr (RingSelection) selection = select_all (design);
  RingMatrix start = *ring_item_get_matrix (nth (design, 0));
  g_autofree char *samples
    = g_strdup (ring_samples_get_text (ring_item_get_stroke (nth (design, 0))->samples));
  const RingMatrix *end;

  for (guint i = 0; i < 1000; i++)
    {
      RingPoint pivot = { 3 + 0.01 * i, -2.2 };
      const RingMatrix there[] = { { 1, 0, 0, 1, 0.1, -0.37 },
                                   ring_arrange_turn (15, pivot),
                                   ring_arrange_stretch (1.1, 1.1, pivot),
                                   ring_arrange_stretch (-1, 1, pivot) };
      RingMatrix back;

      ring_test_commit (design, ring_arrange_transform (selection, &there[i % 4], "There"));
      g_assert_true (ring_matrix_invert (&there[i % 4], &back));
      ring_test_commit (design, ring_arrange_transform (selection, &back, "Back"));
    }
  end = ring_item_get_matrix (nth (design, 0));
  g_assert_cmpfloat_with_epsilon (end->xx, start.xx, 1e-9);
  g_assert_cmpfloat_with_epsilon (end->yx, start.yx, 1e-9);
  g_assert_cmpfloat_with_epsilon (end->x0, start.x0, 1e-6);
  g_assert_cmpfloat_with_epsilon (end->y0, start.y0, 1e-6);
  g_assert_cmpstr (ring_samples_get_text (ring_item_get_stroke (nth (design, 0))->samples), ==,
                   samples);
  /* Four quarters are none at all. */
  for (guint i = 0; i < 4; i++)
    {
      RingMatrix quarter = ring_arrange_turn (90, (RingPoint){ 0, 0 });

      start = *ring_item_get_matrix (nth (design, 0));
      ring_test_commit (design, ring_arrange_transform (selection, &quarter, "Quarter"));
    }
  g_assert_cmpfloat (fabs (ring_item_get_matrix (nth (design, 0))->xy), <, 1e-9);
}

static void
test_refusals (void)
{
  g_autoptr (RingDesign) design = new_design ();
  g_autoptr (RingSelection) selection = select_all (design);
  const RingMatrix flat = { 1, 0, 0, 0, 0, 0 };
  const RingMatrix away = { 1, 0, 0, 1, 1e6, 0 };
  const RingMatrix none = RING_MATRIX_IDENTITY;

  g_assert_null (ring_arrange_transform (selection, &flat, "Flat"));
  g_assert_null (ring_arrange_transform (selection, &away, "Away"));
  g_assert_null (ring_arrange_transform (selection, &none, "None"));
  ring_selection_clear (selection);
  g_assert_null (ring_arrange_remove (selection, "Delete"));
}

static void
test_remove_and_duplicate (void)
{
  g_autoptr (RingDesign) design = new_design ();
  g_autoptr (RingSelection) selection = select_all (design);
  const RingMatrix shift = { 1, 0, 0, 1, 1, 1 };
  g_autoptr (GPtrArray) copies = NULL;

  ring_test_commit (design, ring_arrange_duplicate (selection, &shift, "Duplicate", &copies));
  g_assert_cmpuint (copies->len, ==, 3);
  g_assert_cmpuint (ring_layer_get_n_items (INK), ==, 6);
  g_assert_true (nth (design, 4) == g_ptr_array_index (copies, 1));
  g_assert_cmpstr (nth_id (design, 4), !=, nth_id (design, 1));
  g_assert_cmpfloat (ring_item_get_matrix (nth (design, 4))->x0, ==, 1);
  ring_test_commit (design, ring_arrange_remove (selection, "Delete"));
  g_assert_cmpuint (ring_layer_get_n_items (INK), ==, 3);
  g_assert_cmpuint (ring_selection_get_n (selection), ==, 0);
  g_assert_true (ring_design_undo (design));
  g_assert_true (ring_design_undo (design));
  g_assert_cmpuint (ring_layer_get_n_items (INK), ==, 3);
}

static void
test_order (void)
{
  g_autoptr (RingDesign) design = new_design ();
  g_autoptr (RingSelection) selection = select_nth (design, 0);
  g_autofree char *first = g_strdup (nth_id (design, 0));
  g_autofree char *second = g_strdup (nth_id (design, 1));

  /* Nothing that is in front of it lies over it. */
  g_assert_null (ring_arrange_order (selection, RING_ORDER_FORWARD, "Raise"));
  ring_test_draw (design, RING_VIEW_FRONT, 0, -3, 0, 3);
  ring_test_commit (design, ring_arrange_order (selection, RING_ORDER_FORWARD, "Raise"));
  g_assert_cmpstr (nth_id (design, 3), ==, first);
  g_assert_null (ring_arrange_order (selection, RING_ORDER_FRONT, "Front"));
  ring_test_commit (design, ring_arrange_order (selection, RING_ORDER_BACKWARD, "Lower"));
  g_assert_cmpstr (nth_id (design, 2), ==, first);
  ring_test_commit (design, ring_arrange_order (selection, RING_ORDER_BACK, "Back"));
  g_assert_cmpstr (nth_id (design, 0), ==, first);
  g_assert_cmpstr (nth_id (design, 1), ==, second);
  g_assert_cmpuint (ring_selection_get_n (selection), ==, 1);
  ring_test_commit (design, ring_arrange_order (selection, RING_ORDER_FRONT, "Front"));
  g_assert_cmpstr (nth_id (design, 3), ==, first);
}

/* Raised past the next thing that lies over it, and not further. */
static void
test_raise (void)
{
  g_autoptr (RingDesign) design = new_design ();
  g_autoptr (RingSelection) selection = select_nth (design, 0);
  g_autofree char *first = g_strdup (nth_id (design, 0));

  ring_test_draw (design, RING_VIEW_FRONT, 0, -3, 0, 3);
  ring_test_draw (design, RING_VIEW_FRONT, 1, -3, 1, 3);
  ring_test_commit (design, ring_arrange_order (selection, RING_ORDER_FORWARD, "Raise"));
  g_assert_cmpstr (nth_id (design, 3), ==, first);
  ring_test_commit (design, ring_arrange_order (selection, RING_ORDER_FORWARD, "Raise"));
  g_assert_cmpstr (nth_id (design, 4), ==, first);
}

static void
test_layer (void)
{
  g_autoptr (RingDesign) design = new_design ();
  g_autoptr (RingSelection) selection = select_nth (design, 1);
  RingLayer *metal = ring_view_get_layer_by_role (FRONT, RING_ROLE_METAL);
  g_autofree char *id = g_strdup (nth_id (design, 1));

  ring_test_commit (design, ring_arrange_to_layer (selection, ring_layer_get_head (metal)->id, "Layer"));
  metal = ring_view_get_layer_by_role (FRONT, RING_ROLE_METAL);
  g_assert_cmpuint (ring_layer_get_n_items (metal), ==, 1);
  g_assert_cmpuint (ring_layer_get_n_items (INK), ==, 2);
  g_assert_true (ring_selection_has (selection, id));
  g_assert_null (ring_arrange_to_layer (selection, ring_layer_get_head (metal)->id, "Layer"));
  ring_test_set_layer (design, INK, TRUE, TRUE);
  g_assert_null (
    ring_arrange_to_layer (selection, ring_layer_get_head (INK)->id, "Locked"));
}

static void
test_align (void)
{
  g_autoptr (RingDesign) design = new_design ();
  g_autoptr (RingSelection) selection = select_all (design);
  RingRect all = ring_selection_get_bounds (selection);

  ring_test_commit (design, ring_arrange_align (selection, RING_ALIGN_RIGHT, "Align"));
  for (gsize i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (ring_pick_measure (nth (design, i)).x1, all.x1, 1e-6);
  ring_test_commit (design, ring_arrange_align (selection, RING_ALIGN_MIDDLE, "Align"));
  for (gsize i = 0; i < 3; i++)
    {
      RingRect own = ring_pick_measure (nth (design, i));

      g_assert_cmpfloat_with_epsilon (own.y0 + own.y1, all.y0 + all.y1, 1e-6);
    }
  g_assert_null (ring_arrange_align (selection, RING_ALIGN_MIDDLE, "Align"));
}

/* What is grouped is selected, copied and aligned as one, whichever of it is meant. */
static void
test_group (void)
{
  g_autoptr (RingDesign) design = new_design ();
  g_autoptr (RingSelection) selection = ring_selection_new (design);
  g_autoptr (GPtrArray) two = g_ptr_array_new ();
  g_autoptr (GPtrArray) copies = NULL;
  const RingMatrix shift = { 1, 0, 0, 1, 1, 1 };
  RingRect pair;

  g_ptr_array_add (two, nth (design, 0));
  ring_selection_set (selection, FRONT, two);
  g_assert_null (ring_arrange_group (selection, "Group"));
  g_ptr_array_add (two, nth (design, 1));
  ring_selection_set (selection, FRONT, two);
  ring_test_commit (design, ring_arrange_group (selection, "Group"));
  g_assert_nonnull (ring_item_get_group (nth (design, 1)));

  ring_selection_set_item (selection, FRONT, nth (design, 1));
  g_assert_cmpuint (ring_selection_get_n (selection), ==, 2);
  pair = ring_selection_get_bounds (selection);
  ring_test_commit (design, ring_arrange_duplicate (selection, &shift, "Duplicate", &copies));
  g_assert_cmpstr (ring_item_get_group (nth (design, 3)), ==, ring_item_get_group (nth (design, 4)));
  g_assert_cmpstr (ring_item_get_group (nth (design, 3)), !=, ring_item_get_group (nth (design, 0)));
  g_assert_true (ring_design_undo (design));

  /* One more, and one less, by one of it. */
  ring_selection_set_item (selection, FRONT, nth (design, 2));
  g_ptr_array_set_size (two, 1);
  g_ptr_array_index (two, 0) = nth (design, 0);
  ring_selection_add (selection, FRONT, two, TRUE);
  g_assert_cmpuint (ring_selection_get_n (selection), ==, 3);
  ring_test_commit (design, ring_arrange_align (selection, RING_ALIGN_BOTTOM, "Align"));
  ring_selection_add (selection, FRONT, two, TRUE);
  g_assert_cmpuint (ring_selection_get_n (selection), ==, 1);
  ring_selection_set_item (selection, FRONT, nth (design, 0));
  g_assert_cmpfloat_with_epsilon (ring_selection_get_bounds (selection).y1
                                    - ring_selection_get_bounds (selection).y0,
                                  pair.y1 - pair.y0, 1e-6);

  ring_test_commit (design, ring_arrange_ungroup (selection, "Ungroup"));
  g_assert_null (ring_item_get_group (nth (design, 0)));
  g_assert_null (ring_arrange_ungroup (selection, "Ungroup"));
  ring_selection_set_item (selection, FRONT, nth (design, 1));
  g_assert_cmpuint (ring_selection_get_n (selection), ==, 1);
}

static void
add_figure (RingDesign *design, const char *id, RingFigureForm form, const char *const *ends)
{
  const RingPoint points[] = { { -3, 10 }, { 3, 10 }, { 0, 12 } };
  RingFigure figure = { .form = form, .points = points, .n_points = form == RING_FIGURE_LINE ? 2 : 3,
                        .ends = ends, .text = "", .colour = RING_FIGURE_INK, .width = 0.1,
                        .size = 0.7, .paper = 0.25 };
  g_autoptr (RingItem) item = ring_item_new_figure (id, &figure);
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Figure");

  g_assert_true (ring_edit_append_item (edit, ring_layer_get_head (INK)->id, item));
  ring_test_commit (design, edit);
}

/* A copy of a dimension holds on to the copy of what it measured, and else to nothing: what it was
 * copied from must not pull at it. */
static void
test_dimension (void)
{
  g_autoptr (RingDesign) design = new_design ();
  g_autoptr (RingSelection) selection = NULL;
  g_autoptr (GPtrArray) both = g_ptr_array_new ();
  g_autoptr (GPtrArray) copies = NULL;
  const char *const ends[] = { "dline/0", "dline/1", "", NULL };
  const RingMatrix shift = { 1, 0, 0, 1, 0, 4 };
  g_autofree char *expected = NULL;
  const RingFigure *figure;

  add_figure (design, "dline", RING_FIGURE_LINE, NULL);
  add_figure (design, "dvalue", RING_FIGURE_DISTANCE, ends);
  selection = ring_selection_new (design);
  g_ptr_array_add (both, nth (design, 3));
  g_ptr_array_add (both, nth (design, 4));
  ring_selection_set (selection, FRONT, both);
  ring_test_commit (design, ring_arrange_duplicate (selection, &shift, "Duplicate", &copies));
  figure = ring_item_get_figure (nth (design, 6));
  expected = g_strdup_printf ("%s/1", nth_id (design, 5));
  g_assert_cmpstr (ring_figure_get_end (figure, 1), ==, expected);
  g_assert_cmpfloat (figure->points[0].y, ==, 14);

  ring_selection_set_item (selection, FRONT, nth (design, 4));
  g_clear_pointer (&copies, g_ptr_array_unref);
  ring_test_commit (design, ring_arrange_duplicate (selection, &shift, "Duplicate", &copies));
  g_assert_cmpstr (ring_figure_get_end (ring_item_get_figure (nth (design, 7)), 1), ==, "");
  /* What moves the line leaves that copy alone. */
  ring_selection_set_item (selection, FRONT, nth (design, 3));
  ring_test_commit (design, ring_arrange_transform (selection, &shift, "Move"));
  g_assert_cmpfloat (ring_item_get_figure (nth (design, 4))->points[0].y, ==, 14);
  g_assert_cmpfloat (ring_item_get_figure (nth (design, 7))->points[0].y, ==, 14);
  /* The dimension line goes along with what it measures, and as far when both are moved. */
  g_assert_cmpfloat (ring_item_get_figure (nth (design, 4))->points[2].y, ==, 16);
  g_ptr_array_set_size (both, 0);
  g_ptr_array_add (both, nth (design, 3));
  g_ptr_array_add (both, nth (design, 4));
  ring_selection_set (selection, FRONT, both);
  ring_test_commit (design, ring_arrange_transform (selection, &shift, "Move"));
  g_assert_cmpfloat (ring_item_get_figure (nth (design, 4))->points[0].y, ==, 18);
  g_assert_cmpfloat (ring_item_get_figure (nth (design, 4))->points[2].y, ==, 20);
}

/* An open line is no area: a box in the middle of what it goes round does not touch it. */
static void
test_open_shape (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();

  add_figure (design, "dline", RING_FIGURE_POLYLINE, NULL);
  assert_picked (design, ring_pick_box (FRONT, (RingRect){ 0, 10.5, 0.2, 10.8 }, TRUE), "");
  assert_picked (design, ring_pick_box (FRONT, (RingRect){ -1.6, 10.9, -1.4, 11.1 }, TRUE), "");
  assert_picked (design, ring_pick_box (FRONT, (RingRect){ -0.2, 9.8, 0.2, 10.2 }, TRUE), "0");
  assert_picked (design, ring_pick_box (FRONT, (RingRect){ -3.5, 8, 3.5, 14 }, FALSE), "0");
}

/* A symmetrical stroke becomes as many as one sees, each to be moved alone; one step back. */
static void
test_unfold (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) pen = ring_tool_new (RING_TOOL_PEN, design);
  g_autoptr (RingSelection) selection = ring_selection_new (design);
  g_autoptr (GPtrArray) strokes = NULL;
  g_autoptr (GPtrArray) none = NULL;
  RingSample sample = { .x = 2, .y = -1, .pressure = 0.5 };
  g_autofree char *below = NULL;
  g_autofree char *above = NULL;

  ring_test_draw (design, RING_VIEW_FRONT, -4, 4, 4, -4);
  ring_tool_set_symmetry (pen, &(RingSymmetry){ 3, TRUE, 90, { 0, 0 } });
  g_assert_true (ring_tool_begin (pen, FRONT, 0.05, &sample, 5000, NULL));
  sample.x = 5;
  sample.time = 100;
  ring_tool_update (pen, &sample, 1);
  g_assert_true (ring_tool_end (pen));
  ring_test_draw (design, RING_VIEW_FRONT, -4, 5, 4, 5);
  below = g_strdup (nth_id (design, 0));
  above = g_strdup (nth_id (design, 2));

  ring_selection_set_item (selection, FRONT, nth (design, 1));
  ring_test_commit (design, ring_arrange_unfold (selection, "Unfold", &strokes));
  g_assert_cmpuint (strokes->len, ==, 6);
  g_assert_cmpuint (ring_layer_get_n_items (INK), ==, 8);
  g_assert_cmpstr (nth_id (design, 0), ==, below);
  g_assert_cmpstr (nth_id (design, 7), ==, above);
  for (gsize i = 1; i < 7; i++)
    g_assert_true (ring_symmetry_is_none (&ring_item_get_stroke (nth (design, i))->symmetry));
  g_assert_true (ring_design_undo (design));
  g_assert_cmpuint (ring_layer_get_n_items (INK), ==, 3);

  ring_selection_set_item (selection, FRONT, nth (design, 0));
  g_assert_null (ring_arrange_unfold (selection, "Unfold", &none));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/selection/tap", test_tap);
  g_test_add_func ("/selection/box", test_box);
  g_test_add_func ("/selection/lasso", test_lasso);
  g_test_add_func ("/selection/follows", test_follows);
  g_test_add_func ("/selection/measure", test_measure);
  g_test_add_func ("/selection/drift", test_drift);
  g_test_add_func ("/selection/refusals", test_refusals);
  g_test_add_func ("/selection/remove-and-duplicate", test_remove_and_duplicate);
  g_test_add_func ("/selection/order", test_order);
  g_test_add_func ("/selection/raise", test_raise);
  g_test_add_func ("/selection/layer", test_layer);
  g_test_add_func ("/selection/align", test_align);
  g_test_add_func ("/selection/group", test_group);
  g_test_add_func ("/selection/dimension", test_dimension);
  g_test_add_func ("/selection/open-shape", test_open_shape);
  g_test_add_func ("/selection/unfold", test_unfold);
  return ring_test_run ();
}
