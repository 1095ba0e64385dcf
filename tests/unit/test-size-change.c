/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is drawn goes with the finger circle to another size, and lines stay as wide as they were.
 */
#include <math.h>

#include "ring-ghost.h"
#include "ring-size-change.h"
#include "ring-test.h"
#include "ring-tool.h"

#define FROM 54.0
#define TO 58.0

static const double r0 = FROM / (2 * G_PI);
static const double r1 = TO / (2 * G_PI);

/* A line through N points, drawn as a pen draws it; returns its id. */
static char *
draw (RingDesign *design, RingViewKind kind, const RingPoint *points, guint n)
{
  RingTool *tool = ring_tool_new (RING_TOOL_PEN, design);
  RingView *view = ring_drawing_get_view_by_kind (ring_design_get_drawing (design), kind);
  RingStrokeStyle style;
  const RingLayer *layer;

  ring_stroke_style_init (&style, RING_INSTRUMENT_FINE_LINER, 1);
  style.ink.width = 0.8;
  style.ink.smoothing = RING_SMOOTHING_EXACT;
  ring_tool_set_style (tool, &style);
  for (guint i = 0; i < n; i++)
    {
      RingSample sample = { .x = points[i].x, .y = points[i].y, .pressure = 0.5, .time = 8 * i };

      if (i == 0)
        g_assert_true (ring_tool_begin (tool, view, 0.01, &sample, 0, NULL));
      else
        ring_tool_update (tool, &sample, 1);
    }
  ring_tool_end (tool);
  ring_tool_free (tool);
  view = ring_drawing_get_view_by_kind (ring_design_get_drawing (design), kind);
  layer = ring_view_get_layer_by_role (view, RING_ROLE_INK);
  return g_strdup (
      ring_item_get_id (ring_layer_get_item (layer, ring_layer_get_n_items (layer) - 1)));
}

static char *
draw_arc (RingDesign *design, double radius, double least, double most)
{
  RingPoint points[120];

  for (guint i = 0; i < 120; i++)
    {
      double angle = (least + (most - least) * i / 119) * G_PI / 180;

      points[i] = (RingPoint){ radius * sin (angle), -radius * cos (angle) };
    }
  return draw (design, RING_VIEW_FRONT, points, 120);
}

static RingEdit *
carry_step (RingDesign *design, double from, double to)
{
  RingDrawing *drawing = ring_design_get_drawing (design);
  const RingRecord *ring = ring_drawing_find_record (drawing, RING_RECORD_RING, NULL);
  g_autoptr (RingRecord) sized = ring_record_with_number (ring, "size", to, 2);
  RingEdit *edit = ring_edit_new (drawing, "Size");

  ring_edit_set_record (edit, sized);
  ring_size_change_carry (edit, NULL, from, to);
  return edit;
}

static void
carry_to (RingDesign *design, double from, double to)
{
  g_assert_true (ring_design_commit (design, carry_step (design, from, to)));
}

static void
carry (RingDesign *design)
{
  carry_to (design, FROM, TO);
}

static const RingItem *
find (RingDesign *design, const char *id)
{
  return ring_drawing_find_item (ring_design_get_drawing (design), id, NULL, NULL);
}

/* The least and the greatest distance of an item's edge from the centre. */
static void
measure (const RingItem *item, double *least, double *most)
{
  g_autoptr (RingPath) outline
      = ring_path_transform (ring_item_get_outline (item), ring_item_get_matrix (item));
  g_autoptr (GPtrArray) lines = ring_path_flatten (outline, 0.002);

  *least = G_MAXDOUBLE;
  *most = 0;
  for (guint l = 0; l < lines->len; l++)
    {
      const GArray *points = g_ptr_array_index (lines, l);

      for (guint i = 0; i < points->len; i++)
        {
          RingPoint p = g_array_index (points, RingPoint, i);

          *least = fmin (*least, hypot (p.x, p.y));
          *most = fmax (*most, hypot (p.x, p.y));
        }
    }
}

/* Circles at the finger and at the outside of the band keep their distance and their width. */
static void
test_circles (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autofree char *inner = draw_arc (design, r0, 20, 350);
  g_autofree char *outer = draw_arc (design, r0 + 1.8, -170, 160);
  const char *const ids[] = { inner, outer };
  double width = ring_item_get_stroke (find (design, inner))->style.ink.width;

  carry (design);
  for (guint i = 0; i < 2; i++)
    {
      double least, most;

      measure (find (design, ids[i]), &least, &most);
      g_assert_cmpfloat_with_epsilon ((least + most) / 2, r1 + 1.8 * i, 0.02);
      g_assert_cmpfloat_with_epsilon (most - least, width, 0.01);
    }
  ring_design_undo (design);
  for (guint i = 0; i < 2; i++)
    {
      double least, most;

      measure (find (design, ids[i]), &least, &most);
      g_assert_cmpfloat_with_epsilon ((least + most) / 2, r0 + 1.8 * i, 0.01);
      g_assert_true (ring_matrix_is_identity (ring_item_get_matrix (find (design, ids[i]))));
    }
}

/* A claw at the top goes straight up by the difference of the radii and is as large as it was. */
static void
test_small (void)
{
  static const RingPoint claw[] = { { 2, -11 }, { 2.4, -12 }, { 2.2, -13 }, { 1.6, -13.4 } };
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autofree char *id = draw (design, RING_VIEW_FRONT, claw, G_N_ELEMENTS (claw));
  RingRect before = ring_item_get_bounds (find (design, id)), after;

  carry (design);
  after = ring_item_get_bounds (find (design, id));
  g_assert_cmpfloat_with_epsilon (after.x1 - after.x0, before.x1 - before.x0, 1e-6);
  g_assert_cmpfloat_with_epsilon (after.y1 - after.y0, before.y1 - before.y0, 1e-6);
  g_assert_cmpfloat_with_epsilon (hypot (after.x0 - before.x0, after.y0 - before.y0), r1 - r0,
                                  1e-6);
  g_assert_cmpfloat (after.y0, <, before.y0);
}

/* From above the stone stays where it is, and the ring's ends go out. */
static void
test_edge_on (void)
{
  static const RingPoint stone[] = { { -3, -4 }, { 3, -4 }, { 3, 4 }, { -3, 4 } };
  static const RingPoint end[] = { { 10, -1 }, { 10.3, 0 }, { 10, 1 } };
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autofree char *near = draw (design, RING_VIEW_TOP, stone, 4);
  g_autofree char *far = draw (design, RING_VIEW_TOP, end, 3);
  RingRect before = ring_item_get_bounds (find (design, far)), after;

  carry (design);
  after = ring_item_get_bounds (find (design, far));
  g_assert_cmpfloat_with_epsilon (after.x0 - before.x0, r1 - r0, 1e-6);
  g_assert_cmpfloat_with_epsilon (after.y0, before.y0, 1e-6);
  after = ring_item_get_bounds (find (design, near));
  g_assert_cmpfloat (ring_matrix_scale (ring_item_get_matrix (find (design, near))), ==, 1);
  g_assert_cmpfloat_with_epsilon (after.x0 + after.x1, 0, 0.02);
  g_assert_cmpfloat_with_epsilon (after.y1 - after.y0, 8, 0.3);
}

/* From the largest finger to the least nothing is turned inside out or vanishes. */
static void
test_extremes (void)
{
  static const RingPoint middle[] = { { -0.4, 0 }, { 0.4, 0.2 }, { 0.1, -0.3 } };
  static const RingPoint across[] = { { -9, 0.5 }, { 9, -0.5 } };
  static const RingViewKind kinds[]
      = { RING_VIEW_FRONT, RING_VIEW_TOP, RING_VIEW_SIDE, RING_VIEW_THREE_QUARTER, RING_VIEW_STRIP };
  g_autoptr (RingDesign) design = ring_design_new ();
  char *ids[2 * G_N_ELEMENTS (kinds)];

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      ids[2 * i] = draw (design, kinds[i], middle, 3);
      ids[2 * i + 1] = draw (design, kinds[i], across, 2);
    }
  carry_to (design, 80, 36);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const RingItem *item = find (design, ids[i]);
      const RingMatrix *m = ring_item_get_matrix (item);

      g_assert_cmpfloat (m->xx * m->yy - m->xy * m->yx, >, 0.05);
      g_assert_cmpfloat (m->xx, >, 0.1);
      g_assert_cmpfloat (ring_item_get_stroke (item)->style.ink.width, >, 0);
      g_assert_false (ring_rect_is_empty (ring_item_get_bounds (item)));
      g_free (ids[i]);
    }
}

static void
test_locked (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autofree char *id = draw_arc (design, r0, 0, 300);
  RingDrawing *drawing = ring_design_get_drawing (design);
  RingView *front = ring_drawing_get_view_by_kind (drawing, RING_VIEW_FRONT);
  RingLayerHead head = *ring_layer_get_head (ring_view_get_layer_by_role (front, RING_ROLE_INK));
  RingEdit *edit = ring_edit_new (drawing, "Lock");
  const RingItem *item;

  head.locked = TRUE;
  ring_edit_set_layer (edit, &head);
  ring_design_commit (design, edit);
  item = find (design, id);
  carry (design);
  g_assert_true (find (design, id) == item);
}

/* What would be is shown on the paper, and nothing has changed. */
static void
test_ghost (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autofree char *id = draw_arc (design, r0, 20, 350);
  RingDrawing *before = ring_design_get_drawing (design);
  g_autoptr (RingEdit) edit = carry_step (design, FROM, TO);
  g_autoptr (GArray) marks = ring_ghost_new (edit);
  RingMatrix front
      = ring_view_get_matrix (ring_drawing_get_view_by_kind (before, RING_VIEW_FRONT));
  RingPoint on_line = ring_matrix_apply (&front, (RingPoint){ 0, r1 });
  RingPoint top = ring_matrix_apply (&front, (RingPoint){ 0, -r1 });
  guint lines = 0, rings = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const RingToolMark *mark = &g_array_index (marks, RingToolMark, i);
      RingRect bounds = ring_path_get_bounds (mark->path);

      lines += ring_path_contains (mark->path, on_line) && mark->dash == 0;
      rings += mark->dash > 0 && ring_rect_contains (bounds, top);
    }
  g_assert_cmpuint (lines, ==, 1);
  g_assert_cmpuint (rings, ==, 1);
  g_assert_true (ring_design_get_drawing (design) == before);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/size-change/circles", test_circles);
  g_test_add_func ("/size-change/small", test_small);
  g_test_add_func ("/size-change/edge-on", test_edge_on);
  g_test_add_func ("/size-change/extremes", test_extremes);
  g_test_add_func ("/size-change/locked", test_locked);
  g_test_add_func ("/size-change/ghost", test_ghost);
  return ring_test_run ();
}
