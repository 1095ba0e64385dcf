/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The shape tool, what points snap to, and the values that can be typed. */
#include "ring-arc.h"
#include "ring-figure-value.h"
#include "ring-snap.h"
#include "ring-test-tool.h"
#include "ring-test.h"

#include <math.h>

/* As it is now: each step makes another one. */
#define FRONT ring_test_view (design, RING_VIEW_FRONT)
#define PAGE ring_test_view (design, RING_VIEW_PAGE)

static gsize
n_figures (RingDesign *design)
{
  return ring_drawing_count_items (ring_design_get_drawing (design), RING_ITEM_FIGURE);
}

static RingTool *
shape_tool (RingDesign *design, RingFigureForm form, gboolean snaps)
{
  RingTool *tool = ring_tool_new (RING_TOOL_SHAPE, design);
  RingDrafting drafting;

  ring_drafting_init (&drafting);
  drafting.shape = form;
  drafting.snaps = snaps;
  ring_tool_set_drafting (tool, &drafting);
  return tool;
}

static void
assert_point (RingPoint p, double x, double y)
{
  g_assert_cmpfloat_with_epsilon (p.x, x, 2e-4);
  g_assert_cmpfloat_with_epsilon (p.y, y, 2e-4);
}

static void
test_line (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = shape_tool (design, RING_FIGURE_LINE, FALSE);
  const RingFigure *figure;

  g_assert_true (ring_test_drag (tool, FRONT, -3, 1, 4, 2));
  figure = ring_item_get_figure (ring_test_picked (design, tool));
  g_assert_cmpint (figure->form, ==, RING_FIGURE_LINE);
  assert_point (figure->points[0], -3, 1);
  assert_point (figure->points[1], 4, 2);
  /* As wide as the pen, on paper. */
  g_assert_cmpfloat_with_epsilon (figure->width * ring_view_get_head (FRONT)->scale,
                                  ring_tool_get_style (tool)->ink.width, 1e-3);
  g_assert_true (ring_design_undo (design));
  g_assert_cmpuint (n_figures (design), ==, 0);
}

/* Two taps are a drag; Escape gives the first one up. */
static void
test_taps (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = shape_tool (design, RING_FIGURE_LINE, FALSE);

  g_assert_false (ring_test_tap (tool, FRONT, -3, 1));
  g_assert_true (ring_tool_act (tool, RING_TOOL_ESCAPE));
  g_assert_false (ring_tool_act (tool, RING_TOOL_ESCAPE));
  g_assert_false (ring_test_tap (tool, FRONT, -3, 1));
  g_assert_true (ring_test_tap (tool, FRONT, 2, 5));
  g_assert_cmpuint (n_figures (design), ==, 1);
}

static void
test_constrained (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = shape_tool (design, RING_FIGURE_LINE, TRUE);
  const RingFigure *figure;

  ring_tool_set_modifiers (tool, RING_TOOL_SHIFT);
  g_assert_true (ring_test_drag (tool, PAGE, 20, 20, 60, 31));
  figure = ring_item_get_figure (ring_test_picked (design, tool));
  g_assert_cmpfloat_with_epsilon (
      ring_figure_get_value (ring_test_picked (design, tool), RING_FIGURE_VALUE_ANGLE), -15, 1e-2);
  g_assert_cmpfloat (figure->points[1].x, >, 55);
}

static void
test_circle_from_finger (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = shape_tool (design, RING_FIGURE_CIRCLE, TRUE);

  /* Near the finger's centre, to near its circle. */
  g_assert_true (ring_test_drag (tool, FRONT, 0.2, -0.1, 6.1, 6.2));
  assert_point (ring_item_get_figure (ring_test_picked (design, tool))->points[0], 0, 0);
  g_assert_cmpfloat_with_epsilon (
      ring_figure_get_value (ring_test_picked (design, tool), RING_FIGURE_VALUE_DIAMETER), 17.3229, 0.01);
}

static void
test_ellipse (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = shape_tool (design, RING_FIGURE_ELLIPSE, FALSE);

  g_assert_true (ring_test_drag (tool, PAGE, 50, 50, 54, 53));
  g_assert_cmpfloat (ring_figure_get_value (ring_test_picked (design, tool), RING_FIGURE_VALUE_AXIS), ==, 8);
  g_assert_cmpfloat (ring_figure_get_value (ring_test_picked (design, tool), RING_FIGURE_VALUE_CROSS), ==, 6);
}

static void
test_arc (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = shape_tool (design, RING_FIGURE_ARC, FALSE);

  g_assert_false (ring_test_drag (tool, PAGE, 40, 50, 60, 50));
  g_assert_true (ring_test_tap (tool, PAGE, 50, 40));
  g_assert_cmpfloat_with_epsilon (
      ring_figure_get_value (ring_test_picked (design, tool), RING_FIGURE_VALUE_RADIUS), 10, 1e-3);
}

static void
test_polyline (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = shape_tool (design, RING_FIGURE_POLYLINE, FALSE);
  const RingFigure *figure;

  ring_test_tap (tool, PAGE, 40, 50);
  ring_test_tap (tool, PAGE, 60, 50);
  ring_test_tap (tool, PAGE, 60, 70);
  ring_test_tap (tool, PAGE, 99, 99);
  g_assert_true (ring_tool_act (tool, RING_TOOL_BACK));
  /* A second tap in one place ends it. */
  g_assert_true (ring_test_tap (tool, PAGE, 60, 70.1));
  figure = ring_item_get_figure (ring_test_picked (design, tool));
  g_assert_cmpuint (figure->n_points, ==, 3);
  assert_point (figure->points[2], 60, 70);

  /* A tap on its beginning closes it. */
  ring_tool_pick (tool, NULL);
  ring_test_tap (tool, PAGE, 140, 50);
  ring_test_tap (tool, PAGE, 160, 50);
  ring_test_tap (tool, PAGE, 160, 70);
  g_assert_true (ring_test_tap (tool, PAGE, 140.1, 50.1));
  figure = ring_item_get_figure (ring_test_picked (design, tool));
  g_assert_cmpuint (figure->n_points, ==, 4);
  assert_point (figure->points[3], 140, 50);
}

static void
test_curve (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = shape_tool (design, RING_FIGURE_CURVE, FALSE);
  const RingFigure *figure;

  ring_test_drag (tool, PAGE, 40, 50, 45, 40);
  ring_test_drag (tool, PAGE, 60, 50, 65, 60);
  g_assert_true (ring_tool_act (tool, RING_TOOL_FINISH));
  figure = ring_item_get_figure (ring_test_picked (design, tool));
  g_assert_cmpuint (figure->n_points, ==, 4);
  assert_point (figure->points[1], 45, 40);
  assert_point (figure->points[2], 55, 40);
  assert_point (figure->points[3], 60, 50);
}

static void
test_handles (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = shape_tool (design, RING_FIGURE_LINE, FALSE);

  ring_test_drag (tool, PAGE, 40, 50, 60, 50);
  g_assert_true (ring_test_drag (tool, PAGE, 60, 50, 60, 70));
  g_assert_cmpuint (n_figures (design), ==, 1);
  assert_point (ring_item_get_figure (ring_test_picked (design, tool))->points[1], 60, 70);
  /* A tap beside it lets go, one on it picks it again. */
  ring_test_tap (tool, PAGE, 150, 150);
  ring_tool_act (tool, RING_TOOL_ESCAPE);
  g_assert_null (ring_tool_get_picked (tool));
  ring_test_tap (tool, PAGE, 50, 60);
  g_assert_nonnull (ring_tool_get_picked (tool));
  g_assert_true (ring_tool_act (tool, RING_TOOL_BACK));
  g_assert_cmpuint (n_figures (design), ==, 0);
}

/* ------------------------------------------------------------------- snapping */

static const struct
{
  RingViewKind view;
  double x, y;
  RingSnapKind kind;
  double at_x, at_y;
  const char *name;
} snaps[] = {
  { RING_VIEW_FRONT, 0.1, 0.2, RING_SNAP_CENTRE, 0, 0, "finger/0" },
  { RING_VIEW_FRONT, 8.6, 0.1, RING_SNAP_QUADRANT, 8.6614, 0, "finger/1" },
  { RING_VIEW_FRONT, 0.1, -10.3, RING_SNAP_EDGE, 0, -10.4614, "band/9" },
  { RING_VIEW_FRONT, 6.2, 6.1, RING_SNAP_ON, 6.1743, 6.0747, NULL },
  { RING_VIEW_FRONT, 4, 3, RING_SNAP_NONE, 4, 3, NULL },
  { RING_VIEW_PAGE, 4, 3, RING_SNAP_NONE, 4, 3, NULL },
};

static void
test_snaps (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();

  for (guint i = 0; i < G_N_ELEMENTS (snaps); i++)
    {
      g_autoptr (RingSnapScene) scene = ring_snap_scene_new (
          ring_design_get_drawing (design), ring_test_view (design, snaps[i].view), NULL);
      RingSnapLimits limits = { 0.4, 0, NULL };
      RingSnap snap;

      ring_snap_find (scene, &limits, (RingPoint){ snaps[i].x, snaps[i].y }, &snap);
      g_test_message ("%u: %d %s %.4f %.4f", i, snap.kind, snap.name, snap.at.x, snap.at.y);
      g_assert_cmpint (snap.kind, ==, snaps[i].kind);
      g_assert_cmpstr (snap.name, ==, snaps[i].name);
      g_assert_cmpfloat_with_epsilon (snap.at.x, snaps[i].at_x, 0.01);
      g_assert_cmpfloat_with_epsilon (snap.at.y, snaps[i].at_y, 0.01);
      ring_snap_clear (&snap);
    }
}

static void
test_grid (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingSnapScene) scene = ring_snap_scene_new (ring_design_get_drawing (design),
                                                         PAGE, NULL);
  RingSnapLimits limits = { 0.4, 0.5, NULL };
  RingSnap snap;

  ring_snap_find (scene, &limits, (RingPoint){ 4.2, 3.3 }, &snap);
  g_assert_cmpint (snap.kind, ==, RING_SNAP_GRID);
  assert_point (snap.at, 4, 3.5);
  ring_snap_clear (&snap);
}

static void
test_crossing_and_tangent (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) lines = shape_tool (design, RING_FIGURE_LINE, FALSE);
  g_autoptr (RingTool) circles = shape_tool (design, RING_FIGURE_CIRCLE, FALSE);
  g_autoptr (RingSnapScene) scene = NULL;
  RingPoint from = { 100, 120 };
  RingSnapLimits limits = { 0.5, 0, &from };
  RingSnap snap;

  ring_test_drag (lines, PAGE, 40, 40, 60, 60);
  ring_test_drag (lines, PAGE, 40, 60, 60, 44);
  ring_test_drag (circles, PAGE, 100, 100, 110, 100);
  scene = ring_snap_scene_new (ring_design_get_drawing (design), PAGE, NULL);
  ring_snap_find (scene, &limits, (RingPoint){ 51.3, 51.0 }, &snap);
  g_assert_cmpint (snap.kind, ==, RING_SNAP_CROSSING);
  assert_point (snap.at, 51.1111, 51.1111);
  ring_snap_clear (&snap);
  /* Touched where the radius stands upright on the line: half way up an equilateral triangle. */
  ring_snap_find (scene, &limits, (RingPoint){ 108.7, 105.1 }, &snap);
  g_assert_cmpint (snap.kind, ==, RING_SNAP_TANGENT);
  assert_point (snap.at, 100 + 10 * sqrt (0.75), 105);
  ring_snap_clear (&snap);
}

static void
assert_snap (RingDesign *design, RingPoint near, RingSnapKind kind)
{
  g_autoptr (RingSnapScene) scene
      = ring_snap_scene_new (ring_design_get_drawing (design), PAGE, NULL);
  RingSnapLimits limits = { 0.5, 0, NULL };
  RingSnap snap;

  ring_snap_find (scene, &limits, near, &snap);
  g_assert_cmpint (snap.kind, ==, kind);
  ring_snap_clear (&snap);
}

/* What the pen drew has ends, too; what is hidden has none. */
static void
test_ink (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) lines = shape_tool (design, RING_FIGURE_LINE, FALSE);
  RingLayerHead head;
  RingEdit *edit;

  ring_test_draw (design, RING_VIEW_PAGE, 30, 30, 60, 30);
  ring_test_drag (lines, PAGE, 30, 80, 60, 80);
  assert_snap (design, (RingPoint){ 60.2, 30.1 }, RING_SNAP_END);
  assert_snap (design, (RingPoint){ 60.2, 80.1 }, RING_SNAP_END);
  edit = ring_edit_new (ring_design_get_drawing (design), "Hide");
  head = *ring_layer_get_head (ring_test_layer (design, RING_VIEW_PAGE, RING_ROLE_INK));
  head.visible = FALSE;
  g_assert_true (ring_edit_set_layer (edit, &head));
  ring_test_commit (design, edit);
  assert_snap (design, (RingPoint){ 60.2, 30.1 }, RING_SNAP_NONE);
  assert_snap (design, (RingPoint){ 60.2, 80.1 }, RING_SNAP_NONE);
}

/* Of points at random the nearest one in reach is found, and none where none is in reach. */
static void
test_nearest (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = shape_tool (design, RING_FIGURE_LINE, FALSE);
  g_autoptr (RingSnapScene) scene = NULL;
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (RingFeature));
  RingSnapLimits limits = { 3, 0, NULL };
  RingRandom random;
  const RingLayer *ink;

  ring_random_init_seed (&random, ring_test_seed (7));
  for (int i = 0; i < 12; i++)
    {
      double x = 20 + 150 * ring_random_unit (&random), y = 20 + 200 * ring_random_unit (&random);

      ring_test_drag (tool, PAGE, x, y, x + 12 * ring_random_unit (&random) + 1, y + 9);
      ring_tool_pick (tool, NULL);
    }
  ink = ring_view_get_layer_by_role (PAGE, RING_ROLE_INK);
  for (gsize i = 0; i < ring_layer_get_n_items (ink); i++)
    ring_features_add_item (ring_layer_get_item (ink, i), features);
  scene = ring_snap_scene_new (ring_design_get_drawing (design), PAGE, NULL);
  for (guint round = 0; round < ring_test_rounds (300); round++)
    {
      RingPoint p = { 20 + 160 * ring_random_unit (&random), 20 + 210 * ring_random_unit (&random) };
      double best = G_MAXDOUBLE;
      RingSnap snap;

      for (guint i = 0; i < features->len; i++)
        best = fmin (best, ring_point_distance (p, g_array_index (features, RingFeature, i).at));
      ring_snap_find (scene, &limits, p, &snap);
      if (best <= limits.reach)
        g_assert_cmpfloat (ring_point_distance (p, snap.at), <=, best + 1e-9);
      else
        g_assert_null (snap.name);
      g_assert_cmpfloat (ring_point_distance (p, snap.at), <=, limits.reach);
      ring_snap_clear (&snap);
    }
}

/* ---------------------------------------------------------------------- values */

static void
test_values (void)
{
  static const RingPoint ends[] = { { 1, 2 }, { 4, 6 }, { 0, 9 } };
  static const RingFigureForm forms[] = { RING_FIGURE_LINE, RING_FIGURE_ARC, RING_FIGURE_CIRCLE,
                                          RING_FIGURE_ELLIPSE };
  const RingMatrix turned = { 0, 1, -1, 0, 3, 4 };

  for (guint f = 0; f < G_N_ELEMENTS (forms); f++)
    {
      RingFigure figure = { .form = forms[f], .points = ends, .colour = 0xff, .width = 0.1,
                            .size = 0.7, .paper = 0.25 };
      g_autoptr (RingItem) plain = NULL;
      g_autoptr (RingItem) item = NULL;
      RingFigureValue values[3];
      guint n;

      figure.n_points = ring_figure_fits (forms[f], 2) ? 2 : 3;
      plain = ring_item_new_figure ("d1", &figure);
      item = ring_item_with_matrix (plain, &turned);
      n = ring_figure_list_values (item, values);
      for (guint i = 0; i < n; i++)
        {
          double number = ring_figure_value_is_angle (values[i]) ? 30 : 7.25;
          g_autoptr (RingItem) changed = ring_figure_with_value (item, values[i], number);

          g_assert_nonnull (changed);
          g_assert_cmpfloat_with_epsilon (ring_figure_get_value (changed, values[i]), number, 2e-3);
          for (guint k = 0; k < n; k++)
            if (k != i)
              g_assert_cmpfloat_with_epsilon (ring_figure_get_value (changed, values[k]),
                                              ring_figure_get_value (item, values[k]), 2e-3);
        }
      g_assert_null (ring_figure_with_value (item, values[0], 0));
      g_assert_null (ring_figure_with_value (item, values[0], NAN));
      g_assert_null (ring_figure_with_value (item, values[0], 1e9));
    }
}

/* ---------------------------------------------------------------------- follow */

/* A dimension of the finger circle and one of a line, and what changes them. */
static void
test_follow (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = shape_tool (design, RING_FIGURE_LINE, FALSE);
  const RingRecord *ring = ring_drawing_find_record (ring_design_get_drawing (design), RING_RECORD_RING, NULL);
  g_autoptr (RingRecord) larger = ring_record_with_number (ring, "size", 60, 4);
  const char *finger_ends[] = { "finger/3", "finger/1", "" };
  const char *line_ends[] = { NULL, NULL, "" };
  RingPoint points[] = { { -8.6614, 0 }, { 8.6614, 0 }, { 0, 14 } };
  RingPoint line_points[] = { { -3, 0 }, { 3, 0 }, { 0, -3 } };
  RingFigure figure = { .form = RING_FIGURE_DISTANCE, .points = points, .n_points = 3,
                        .ends = finger_ends, .text = "", .colour = 0xff, .width = 0.05,
                        .size = 0.7, .paper = 0.25 };
  RingFigure other = figure;
  g_autoptr (RingItem) of_finger = ring_item_new_figure ("dfinger", &figure);
  g_autoptr (RingItem) of_line = NULL;
  g_autoptr (RingItem) longer = NULL;
  const char *layer;
  RingEdit *edit;

  ring_test_drag (tool, FRONT, -3, 0, 3, 0);
  line_ends[0] = ring_feature_name (ring_tool_get_picked (tool), 0);
  line_ends[1] = ring_feature_name (ring_tool_get_picked (tool), 1);
  other.points = line_points;
  other.ends = line_ends;
  of_line = ring_item_new_figure ("dofline", &other);
  layer = ring_layer_get_head (ring_view_get_layer_by_role (FRONT, RING_ROLE_NOTES))->id;
  edit = ring_edit_new (ring_design_get_drawing (design), "Dimensions");
  ring_edit_append_item (edit, layer, of_finger);
  ring_edit_append_item (edit, layer, of_line);
  ring_test_commit (design, edit);

#define MEASURE(id) ring_figure_measure (ring_item_get_figure ( \
    ring_drawing_find_item (ring_design_get_drawing (design), id, NULL, NULL)))

  g_assert_cmpfloat_with_epsilon (MEASURE ("dfinger"), 17.3228, 1e-3);
  ring_test_set_record (design, larger);
  g_assert_cmpfloat_with_epsilon (MEASURE ("dfinger"), 60 / G_PI, 1e-3);
  g_assert_cmpfloat_with_epsilon (MEASURE ("dofline"), 6, 1e-3);

  longer = ring_figure_with_value (ring_test_picked (design, tool), RING_FIGURE_VALUE_LENGTH, 8);
  edit = ring_edit_new (ring_design_get_drawing (design), "Length");
  ring_edit_replace_item (edit, longer);
  ring_test_commit (design, edit);
  g_assert_cmpfloat_with_epsilon (MEASURE ("dofline"), 8, 1e-3);
  /* One step holds both. */
  g_assert_true (ring_design_undo (design));
  g_assert_cmpfloat_with_epsilon (MEASURE ("dofline"), 6, 1e-3);
  g_assert_true (ring_design_undo (design));
  g_assert_cmpfloat_with_epsilon (MEASURE ("dfinger"), 17.3228, 1e-3);

  /* What it measured is gone: it stays. */
  edit = ring_edit_new (ring_design_get_drawing (design), "Remove");
  ring_edit_remove_item (edit, ring_tool_get_picked (tool));
  ring_test_commit (design, edit);
  g_assert_cmpfloat_with_epsilon (MEASURE ("dofline"), 6, 1e-3);
  g_free ((char *) line_ends[0]);
  g_free ((char *) line_ends[1]);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/tool-shape/line", test_line);
  g_test_add_func ("/tool-shape/taps", test_taps);
  g_test_add_func ("/tool-shape/constrained", test_constrained);
  g_test_add_func ("/tool-shape/circle-from-finger", test_circle_from_finger);
  g_test_add_func ("/tool-shape/ellipse", test_ellipse);
  g_test_add_func ("/tool-shape/arc", test_arc);
  g_test_add_func ("/tool-shape/polyline", test_polyline);
  g_test_add_func ("/tool-shape/curve", test_curve);
  g_test_add_func ("/tool-shape/handles", test_handles);
  g_test_add_func ("/snap/table", test_snaps);
  g_test_add_func ("/snap/grid", test_grid);
  g_test_add_func ("/snap/crossing-and-tangent", test_crossing_and_tangent);
  g_test_add_func ("/snap/ink", test_ink);
  g_test_add_func ("/snap/nearest", test_nearest);
  g_test_add_func ("/figure/values", test_values);
  g_test_add_func ("/figure/follow", test_follow);
  return ring_test_run ();
}
