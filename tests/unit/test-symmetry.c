/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "ring-test-tool.h"
#include "ring-test.h"

static RingSymmetry
make_random (RingRandom *random)
{
  RingSymmetry symmetry = { 1 + (guint) (ring_random_unit (random) * 12),
                            ring_random_unit (random) < 0.5,
                            ring_random_unit (random) * 180,
                            { ring_random_unit (random) * 4 - 2, ring_random_unit (random) * 4 - 2 } };

  if (ring_symmetry_is_none (&symmetry))
    symmetry.mirrored = TRUE;
  return symmetry;
}

static void
assert_near (RingPoint p, double x, double y)
{
  g_assert_cmpfloat_with_epsilon (p.x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (p.y, y, 1e-9);
}

static void
test_matrices (void)
{
  RingSymmetry mirror = { 1, TRUE, 90, { 1, 0 } };
  RingSymmetry level = { 1, TRUE, 0, { 0, 2 } };
  RingSymmetry slope = { 1, TRUE, 45, { 0, 0 } };
  RingSymmetry round = { 4, FALSE, 0, { 0, 0 } };
  RingSymmetry none = { 0 };
  RingMatrix m = ring_symmetry_get_matrix (&mirror, 1);

  assert_near (ring_matrix_apply (&m, (RingPoint){ 3, 5 }), -1, 5);
  m = ring_symmetry_get_matrix (&level, 1);
  assert_near (ring_matrix_apply (&m, (RingPoint){ 3, 5 }), 3, -1);
  /* Up to the right, and y points down. */
  m = ring_symmetry_get_matrix (&slope, 1);
  assert_near (ring_matrix_apply (&m, (RingPoint){ 3, 0 }), 0, -3);
  /* Counter-clockwise as one sees it. */
  m = ring_symmetry_get_matrix (&round, 1);
  assert_near (ring_matrix_apply (&m, (RingPoint){ 3, 0 }), 0, -3);
  g_assert_cmpuint (ring_symmetry_get_n_copies (&none), ==, 1);
  g_assert_cmpuint (ring_symmetry_get_n_copies (&mirror), ==, 2);
  g_assert_cmpuint (ring_symmetry_get_n_copies (&round), ==, 4);
  g_assert_true (ring_symmetry_is_none (&none));
  g_assert_false (ring_symmetry_is_none (&mirror));
}

/* A copy of a copy is a copy: that is what makes it a symmetry. */
static void
test_group (void)
{
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (31));
  for (guint i = 0; i < 100; i++)
    {
      RingSymmetry symmetry = make_random (&random);
      guint n = ring_symmetry_get_n_copies (&symmetry);
      RingPoint p = { 3.1, -1.7 };

      for (guint a = 0; a < n; a++)
        {
          RingMatrix first = ring_symmetry_get_matrix (&symmetry, a);
          RingMatrix second = ring_symmetry_get_matrix (&symmetry, (a * 5 + 1) % n);
          RingMatrix both = ring_matrix_multiply (&first, &second);
          RingPoint q = ring_matrix_apply (&both, p);
          guint found = 0;

          for (guint b = 0; b < n; b++)
            {
              RingMatrix m = ring_symmetry_get_matrix (&symmetry, b);

              found += ring_point_distance (ring_matrix_apply (&m, p), q) < 1e-9;
            }
          g_assert_cmpuint (found, ==, 1);
        }
    }
}

static RingPath *
random_blob (RingRandom *random)
{
  RingPath *path = ring_path_new ();
  RingPoint p[4];

  for (guint k = 0; k < 2; k++)
    {
      for (guint i = 0; i < 4; i++)
        p[i] = (RingPoint){ ring_random_unit (random) * 6 - 3, ring_random_unit (random) * 6 - 3 };
      ring_path_move_to (path, p[0]);
      ring_path_line_to (path, p[1]);
      ring_path_curve_to (path, p[2], p[3], p[0]);
      if (k == 0)
        ring_path_close (path);
    }
  return path;
}

static void
test_reverse (void)
{
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (32));
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (RingPath) path = random_blob (&random);
      g_autoptr (RingPath) back = ring_path_reverse (path);
      g_autoptr (RingPath) again = ring_path_reverse (back);

      /* What began and ended at one point does so again. */
      g_assert_true (ring_path_equal (path, again));
      for (guint k = 0; k < 20; k++)
        {
          RingPoint p = { ring_random_unit (&random) * 6 - 3, ring_random_unit (&random) * 6 - 3 };

          if (ring_path_distance (path, p, FALSE) > 1e-3)
            g_assert_cmpint (ring_path_winding (path, p), ==, -ring_path_winding (back, p));
        }
    }
}

/* A loop whose first curve goes on after a close begins where the loop began. */
static void
test_reverse_after_close (void)
{
  g_autoptr (RingPath) path = ring_path_from_svg ("M0 0L4 0L4 4ZL-3 0L-3 -3Z", 0, NULL);
  g_autoptr (RingPath) back = ring_path_reverse (path);
  RingPoint in[] = { { 3, 1 }, { -2, -1 } };

  for (guint i = 0; i < G_N_ELEMENTS (in); i++)
    {
      g_assert_cmpint (ring_path_winding (path, in[i]), !=, 0);
      g_assert_cmpint (ring_path_winding (path, in[i]), ==, -ring_path_winding (back, in[i]));
    }
}

/* Where copies of a simple shape overlap there is no hole. */
static void
test_union (void)
{
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (33));
  for (guint i = 0; i < 100; i++)
    {
      RingSymmetry symmetry = make_random (&random);
      g_autoptr (RingPath) disc = ring_path_new ();
      g_autoptr (RingPath) all = NULL;
      RingRect box;

      ring_path_add_ellipse (disc, (RingPoint){ ring_random_unit (&random) * 2, 0.3 }, 1.2, 0.7);
      all = ring_symmetry_repeat (&symmetry, disc);
      box = ring_symmetry_repeat_rect (&symmetry, ring_path_get_bounds (disc));
      for (guint k = 0; k < 60; k++)
        {
          RingPoint p = { ring_random_unit (&random) * 8 - 4, ring_random_unit (&random) * 8 - 4 };
          gboolean expected = FALSE;

          for (guint c = 0; c < ring_symmetry_get_n_copies (&symmetry); c++)
            {
              RingMatrix m = ring_symmetry_get_matrix (&symmetry, c);
              RingMatrix inverse;

              g_assert_true (ring_matrix_invert (&m, &inverse));
              expected |= ring_path_contains (disc, ring_matrix_apply (&inverse, p));
            }
          if (ring_path_distance (all, p, FALSE) < 1e-3)
            continue;
          g_assert_cmpint (ring_path_contains (all, p), ==, expected);
          g_assert_true (!expected || ring_rect_contains (box, p));
        }
    }
}

static void
test_clean (void)
{
  RingSymmetry wild = { 1000, 7, NAN, { INFINITY, 0.123456 } };
  RingSymmetry clean = ring_symmetry_clean (&wild);
  RingSymmetry one = { 1, FALSE, 33, { 4, 5 } };

  g_assert_cmpuint (clean.count, ==, RING_SYMMETRY_MOST);
  g_assert_cmpint (clean.mirrored, ==, TRUE);
  g_assert_cmpfloat (clean.angle, ==, 0);
  g_assert_cmpfloat (clean.centre.x, ==, 0);
  g_assert_cmpfloat (clean.centre.y, ==, 0.1235);
  clean = ring_symmetry_clean (&one);
  g_assert_cmpuint (clean.count, ==, 0);
  g_assert_true (ring_symmetry_equal (&one, &(RingSymmetry){ 0 }));
}

/* ------------------------------------------------------------- the pen's own */

#define FRONT ring_test_view (design, RING_VIEW_FRONT)
#define INK ring_test_layer (design, RING_VIEW_FRONT, RING_ROLE_INK)

static void
test_pen (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) pen = ring_tool_new (RING_TOOL_PEN, design);
  RingSymmetry mirror = { 1, TRUE, 90, { 0, 0 } };
  g_autoptr (RingPath) wet = NULL;
  g_autoptr (GPtrArray) unfolded = NULL;
  RingRect bounds;
  RingItem *item;
  gsize n;

  ring_tool_set_symmetry (pen, &mirror);
  ring_test_drag_open (pen, FRONT, 2, -1, 6, -2, 40);
  /* The other side grows with it. */
  wet = ring_tool_get_wet_path (pen, 0, &bounds);
  g_assert_true (ring_path_contains (wet, (RingPoint){ -4, -1.5 }));
  g_assert_true (ring_rect_contains (bounds, (RingPoint){ -5, -1.75 }));
  g_assert_true (ring_tool_end (pen));

  g_assert_cmpuint (ring_layer_get_n_items (INK), ==, 1);
  item = ring_layer_get_item (INK, 0);
  ring_samples_get (ring_item_get_stroke (item)->samples, &n, NULL);
  g_assert_cmpuint (n, ==, 41);
  g_assert_cmpfloat (ring_item_distance (item, (RingPoint){ 4, -1.5 }), ==, 0);
  g_assert_cmpfloat (ring_item_distance (item, (RingPoint){ -4, -1.5 }), ==, 0);
  g_assert_cmpfloat (ring_item_distance (item, (RingPoint){ 0, -1.5 }), >, 1.5);

  unfolded = ring_item_unfold (item);
  g_assert_cmpuint (unfolded->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      RingItem *single = g_ptr_array_index (unfolded, i);
      double side = i == 0 ? 4 : -4;

      g_assert_true (ring_symmetry_is_none (&ring_item_get_stroke (single)->symmetry));
      g_assert_cmpfloat (ring_item_distance (single, (RingPoint){ side, -1.5 }), ==, 0);
      g_assert_cmpfloat (ring_item_distance (single, (RingPoint){ -side, -1.5 }), >, 1);
      g_assert_null (ring_item_unfold (single));
    }
  g_assert_true (ring_design_undo (design));
  g_assert_cmpuint (ring_layer_get_n_items (INK), ==, 0);
}

/* What is cut from one copy goes from all, and what stays is as symmetrical as before. */
static void
test_cut (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) pen = ring_tool_new (RING_TOOL_PEN, design);
  g_autoptr (RingTool) eraser = ring_tool_new (RING_TOOL_ERASER, design);
  RingSymmetry round = { 6, FALSE, 0, { 0, 0 } };
  RingSample sample = { .x = -4, .y = -1, .pressure = 0.5 };

  ring_tool_set_symmetry (pen, &round);
  ring_test_drag_open (pen, FRONT, 2, 0, 6, 0, 40);
  g_assert_true (ring_tool_end (pen));
  ring_tool_set_cutting (eraser, TRUE);
  ring_tool_set_reach (eraser, 4);
  g_assert_true (ring_tool_begin (eraser, FRONT, 0.05, &sample, 0, NULL));
  sample.y = 1;
  ring_tool_update (eraser, &sample, 1);
  g_assert_true (ring_tool_end (eraser));
  g_assert_cmpuint (ring_layer_get_n_items (INK), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      RingItem *piece = ring_layer_get_item (INK, i);

      g_assert_cmpuint (ring_item_get_stroke (piece)->symmetry.count, ==, 6);
      g_assert_cmpfloat (ring_item_distance (piece, (RingPoint){ 4, 0 }), >, 0.1);
      g_assert_cmpfloat (ring_item_distance (piece, (RingPoint){ -4, 0 }), >, 0.1);
      g_assert_cmpfloat (ring_item_distance (piece, (RingPoint){ i == 0 ? 3 : -5, 0 }), ==, 0);
    }
}

/* On the page the middle is the sheet's. */
static void
test_page (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  RingDrawing *drawing = ring_design_get_drawing (design);
  RingSymmetry mirror = { 1, TRUE, 90, { 3, 4 } };
  RingSymmetry page = ring_tool_symmetry_in_view (
    &mirror, drawing, ring_drawing_get_view_by_kind (drawing, RING_VIEW_PAGE));
  RingSymmetry front = ring_tool_symmetry_in_view (&mirror, drawing, FRONT);

  g_assert_cmpfloat (page.centre.x, ==, 3 + ring_drawing_get_width (drawing) / 2);
  g_assert_cmpfloat (page.centre.y, ==, 4 + ring_drawing_get_height (drawing) / 2);
  g_assert_true (ring_symmetry_equal (&front, &mirror));
}

/* The axes are shown in the view that the pen is over, and end at its window. */
static void
test_marks (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) pen = ring_tool_new (RING_TOOL_PEN, design);
  const RingViewHead *head = ring_view_get_head (FRONT);
  RingMatrix matrix = ring_view_get_matrix (FRONT);
  RingRect window = ring_rect_inset (ring_matrix_apply_rect (&matrix, head->clip), -1e-6);
  RingSymmetry star = { 5, TRUE, 90, { 1, 1 } };
  g_autoptr (GArray) marks = NULL;
  const RingPoint *points;
  gsize n;

  g_assert_false (ring_tool_hover (pen, FRONT, 0.05, (RingPoint){ 0, 0 }));
  marks = ring_tool_get_marks (pen);
  g_assert_cmpuint (marks->len, ==, 0);
  g_array_unref (marks);
  ring_tool_set_symmetry (pen, &star);
  marks = ring_tool_get_marks (pen);
  g_assert_cmpuint (marks->len, ==, 1);
  points = ring_path_get_points (g_array_index (marks, RingToolMark, 0).path, &n);
  g_assert_cmpuint (n, ==, 10);
  for (gsize i = 0; i < n; i++)
    g_assert_true (ring_rect_contains (window, points[i]));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/symmetry/matrices", test_matrices);
  g_test_add_func ("/symmetry/group", test_group);
  g_test_add_func ("/symmetry/reverse", test_reverse);
  g_test_add_func ("/symmetry/reverse-after-close", test_reverse_after_close);
  g_test_add_func ("/symmetry/union", test_union);
  g_test_add_func ("/symmetry/clean", test_clean);
  g_test_add_func ("/symmetry/pen", test_pen);
  g_test_add_func ("/symmetry/cut", test_cut);
  g_test_add_func ("/symmetry/page", test_page);
  g_test_add_func ("/symmetry/marks", test_marks);
  return g_test_run ();
}
