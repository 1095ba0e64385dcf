/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The layout tool: taps and drags become layouts, each one step. */
#include "ring-error.h"
#include "ring-test-tool.h"
#include "ring-test.h"
#include "ring-tool-layout.h"

#include <math.h>

typedef struct
{
  RingDesign *design;
  RingTool *tool;
  RingGemLayout next;
} Bench;

static void
bench_init (Bench *bench, RingLayoutKind kind)
{
  bench->design = ring_design_new ();
  bench->tool = ring_tool_new (RING_TOOL_LAYOUT, bench->design);
  ring_gem_layout_init_usual (&bench->next, kind);
  ring_tool_set_layout (bench->tool, &bench->next, NULL, 0.1);
}

static void
bench_clear (Bench *bench)
{
  ring_tool_free (bench->tool);
  g_object_unref (bench->design);
}

static guint
n_layouts (Bench *bench)
{
  const RingDrawing *drawing = ring_design_get_drawing (bench->design);
  guint n = 0;

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    n += g_str_equal (ring_record_get_kind (ring_drawing_get_record (drawing, i)),
                      RING_RECORD_LAYOUT);
  return n;
}

static RingGemLayout
only_layout (Bench *bench)
{
  const RingDrawing *drawing = ring_design_get_drawing (bench->design);
  RingGemLayout layout;

  g_assert_cmpuint (n_layouts (bench), ==, 1);
  g_assert_true (ring_gem_layout_init (
      &layout, ring_drawing_find_record (drawing, RING_RECORD_LAYOUT, NULL), drawing));
  return layout;
}

static gboolean
tap (Bench *bench, RingViewKind kind, double x, double y)
{
  return ring_test_tap (bench->tool, ring_test_view (bench->design, kind), x, y);
}

/* Through N + 1 points, with PAUSE ms of the clock between them; not ended. */
static void
drag (Bench *bench, RingViewKind kind, const RingPoint *points, guint n, gint64 pause)
{
  static gint64 t0 = 2000;
  RingSample sample = { .x = points[0].x, .y = points[0].y, .pressure = 0.5 };

  t0 += 1000;
  g_assert_true (ring_tool_begin (bench->tool, ring_test_view (bench->design, kind), RING_TEST_PIXEL, &sample, t0, NULL));
  for (guint i = 1; i < n; i++)
    {
      sample.x = points[i].x;
      sample.y = points[i].y;
      sample.time = i;
      ring_test_stop_clock (100000 + i * pause);
      ring_tool_update (bench->tool, &sample, 1);
    }
}

static void
add_gem (Bench *bench)
{
  static const char *const oval[] = { "cut", "oval", "length", "8", "width", "6", NULL };
  g_autoptr (RingRecord) gem = ring_test_record (RING_RECORD_GEM, "g1", oval);

  ring_test_set_record (bench->design, gem);
}

static void
test_halo (void)
{
  Bench bench;
  RingGemLayout layout;

  bench_init (&bench, RING_LAYOUT_HALO);
  /* No gem, no halo. */
  g_assert_false (tap (&bench, RING_VIEW_TOP, 0, 0));
  add_gem (&bench);
  g_assert_true (tap (&bench, RING_VIEW_TOP, 0.5, 0.5));
  layout = only_layout (&bench);
  g_assert_cmpuint (layout.layout.kind, ==, RING_LAYOUT_HALO);
  g_assert_cmpstr (layout.gem, ==, "g1");
  g_assert_cmpstr (layout.id, ==, ring_tool_get_layout (bench.tool));
  /* A second tap on the gem means the halo that it has. */
  g_assert_false (tap (&bench, RING_VIEW_TOP, 0.5, 0.5));
  g_assert_cmpstr (layout.id, ==, ring_tool_get_layout (bench.tool));
  g_assert_cmpuint (n_layouts (&bench), ==, 1);
  g_assert_true (ring_design_undo (bench.design));
  g_assert_cmpuint (n_layouts (&bench), ==, 0);
  bench_clear (&bench);
}

/* Dragged out of its gem, a new halo is as wide as the pen is away; one that is there grows by as
 * much as the pen moves. */
static void
test_halo_gap (void)
{
  const RingPoint out[] = { { 0, 0 }, { 2, 0 }, { 5, 0 } };
  const RingPoint more[] = { { 0, 6 }, { 0, 6.5 } };
  Bench bench;
  RingGemLayout layout;

  bench_init (&bench, RING_LAYOUT_HALO);
  add_gem (&bench);
  drag (&bench, RING_VIEW_TOP, out, 3, 10);
  g_assert_true (ring_tool_end (bench.tool));
  layout = only_layout (&bench);
  /* The girdle is at 3, half a stone is 0.65. */
  g_assert_cmpfloat_with_epsilon (layout.layout.gap, 1.35, 0.026);
  drag (&bench, RING_VIEW_TOP, more, 2, 10);
  g_assert_true (ring_tool_end (bench.tool));
  layout = only_layout (&bench);
  g_assert_cmpfloat_with_epsilon (layout.layout.gap, 1.85, 0.051);
  g_assert_true (ring_design_undo (bench.design));
  layout = only_layout (&bench);
  g_assert_cmpfloat_with_epsilon (layout.layout.gap, 1.35, 0.026);
  bench_clear (&bench);
}

static void
test_row_all_round (void)
{
  Bench bench;
  RingGemLayout layout;

  bench_init (&bench, RING_LAYOUT_ETERNITY);
  g_assert_true (tap (&bench, RING_VIEW_FRONT, 0, -10));
  layout = only_layout (&bench);
  g_assert_cmpfloat (layout.layout.arc, ==, 360);
  g_assert_cmpfloat (layout.layout.offset, ==, 0);
  /* A tap on it picks it, and changes nothing. */
  g_assert_false (tap (&bench, RING_VIEW_FRONT, 0, -10.3));
  g_assert_cmpstr (ring_tool_get_layout (bench.tool), ==, layout.id);
  g_assert_cmpuint (n_layouts (&bench), ==, 1);
  bench_clear (&bench);
}

/* From the top down to the right it grows to both sides; in one step, however long one rests. */
static void
test_row_part (void)
{
  const RingPoint path[] = { { 0, -10.3 }, { 5, -9 }, { 7.5, -7.5 }, { 10.3, 0 } };
  Bench bench;
  RingGemLayout layout;

  bench_init (&bench, RING_LAYOUT_PAVE);
  drag (&bench, RING_VIEW_FRONT, path, 4, 5000);
  layout = only_layout (&bench);
  g_assert_cmpfloat_with_epsilon (layout.layout.arc, 180, 1);
  g_assert_cmpstr (ring_tool_get_layout (bench.tool), ==, layout.id);
  g_assert_true (ring_tool_end (bench.tool));
  layout = only_layout (&bench);
  g_assert_cmpfloat_with_epsilon (layout.layout.arc, 180, 1);
  g_assert_cmpfloat (layout.layout.angle, ==, 0);
  g_assert_cmpuint (layout.layout.rows, ==, 0);
  g_assert_true (ring_design_undo (bench.design));
  g_assert_cmpuint (n_layouts (&bench), ==, 0);
  bench_clear (&bench);
}

static void
test_row_from_side (void)
{
  const RingPoint path[] = { { 7.3, -7.3 }, { 9, -5 }, { 10.3, 0 } };
  const RingPoint end[] = { { 10.2, -0.7 }, { 9, 5 }, { 7.3, 7.3 } };
  Bench bench;
  RingGemLayout layout;

  bench_init (&bench, RING_LAYOUT_ETERNITY);
  drag (&bench, RING_VIEW_FRONT, path, 3, 10);
  g_assert_true (ring_tool_end (bench.tool));
  layout = only_layout (&bench);
  g_assert_cmpfloat_with_epsilon (layout.layout.arc, 45, 1);
  g_assert_cmpfloat_with_epsilon (layout.layout.angle, -67.5, 1);
  /* By its end it is made longer; the other stays. */
  drag (&bench, RING_VIEW_FRONT, end, 3, 10);
  g_assert_true (ring_tool_end (bench.tool));
  layout = only_layout (&bench);
  g_assert_cmpfloat_with_epsilon (layout.layout.arc, 90, 1);
  g_assert_cmpfloat_with_epsilon (layout.layout.angle, -90, 1);
  bench_clear (&bench);
}

static void
test_line (void)
{
  RingPoint circle[40];
  const RingPoint move[] = { { 2.3, 0 }, { 2.3, 1 } };
  Bench bench;
  RingGemLayout layout;
  double y;

  for (guint i = 0; i < 40; i++)
    circle[i] = (RingPoint){ 2.3 * cos (i * G_PI / 20), 2.3 * sin (i * G_PI / 20) };
  bench_init (&bench, RING_LAYOUT_CURVE);
  /* A tap draws no line. */
  g_assert_false (tap (&bench, RING_VIEW_TOP, 0, 0));
  g_assert_cmpuint (n_layouts (&bench), ==, 0);
  drag (&bench, RING_VIEW_TOP, circle, 40, 10);
  g_assert_true (ring_tool_end (bench.tool));
  layout = only_layout (&bench);
  g_assert_true (layout.layout.closed);
  g_assert_cmpuint (layout.layout.n_points, >, 20);
  y = layout.layout.points[0].y;
  ring_gem_layout_clear (&layout);
  drag (&bench, RING_VIEW_TOP, move, 2, 10);
  g_assert_true (ring_tool_end (bench.tool));
  layout = only_layout (&bench);
  g_assert_cmpfloat_with_epsilon (layout.layout.points[0].y, y + 1, 1e-3);
  ring_gem_layout_clear (&layout);
  bench_clear (&bench);
}

/* A tap on a line that is there already sets stones along that. */
static void
test_line_tapped (void)
{
  Bench bench;
  RingGemLayout layout;
  RingTool *pen;

  bench_init (&bench, RING_LAYOUT_CURVE);
  pen = bench.tool;
  bench.tool = ring_tool_new (RING_TOOL_PEN, bench.design);
  drag (&bench, RING_VIEW_TOP, (const RingPoint[]){ { -4, 0.5 }, { 0, 0.5 }, { 4, 0.5 } }, 3, 10);
  g_assert_true (ring_tool_end (bench.tool));
  ring_tool_free (bench.tool);
  bench.tool = pen;
  g_assert_true (tap (&bench, RING_VIEW_TOP, 1, 0.5));
  layout = only_layout (&bench);
  g_assert_cmpuint (layout.layout.n_points, ==, 3);
  g_assert_cmpfloat_with_epsilon (layout.layout.points[0].y, 0.5, 0.01);
  g_assert_cmpfloat (layout.layout.points[0].x, >, 15);
  ring_gem_layout_clear (&layout);
  bench_clear (&bench);
}

static void
test_cancel (void)
{
  const RingPoint path[] = { { 0, -10.3 }, { 5, -9 }, { 10.3, 0 } };
  Bench bench;

  bench_init (&bench, RING_LAYOUT_ETERNITY);
  drag (&bench, RING_VIEW_FRONT, path, 3, 5000);
  g_assert_cmpuint (n_layouts (&bench), ==, 1);
  ring_tool_cancel (bench.tool);
  g_assert_cmpuint (n_layouts (&bench), ==, 0);
  g_assert_null (ring_tool_get_layout (bench.tool));
  bench_clear (&bench);
}

/* Red where stones stand too close, and in every view. */
static void
test_marks (void)
{
  Bench bench;
  RingGemLayout layout;
  g_autoptr (GArray) none = NULL;
  g_autoptr (GArray) calm = NULL;
  g_autoptr (GArray) tight = NULL;
  guint n_red[2] = { 0, 0 };

  bench_init (&bench, RING_LAYOUT_ETERNITY);
  none = ring_tool_get_marks (bench.tool);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (tap (&bench, RING_VIEW_FRONT, 0, -10));
  layout = only_layout (&bench);
  ring_tool_set_layout (bench.tool, &bench.next, layout.id, 0.1);
  calm = ring_tool_get_marks (bench.tool);
  ring_tool_set_layout (bench.tool, &bench.next, layout.id, 0.5);
  tight = ring_tool_get_marks (bench.tool);
  for (guint i = 0; i < calm->len; i++)
    {
      n_red[0] += g_array_index (calm, RingToolMark, i).fill != 0
                  && !ring_path_is_empty (g_array_index (calm, RingToolMark, i).path);
      n_red[1] += g_array_index (tight, RingToolMark, i).fill != 0
                  && !ring_path_is_empty (g_array_index (tight, RingToolMark, i).path);
    }
  g_assert_cmpuint (n_red[0], ==, 0);
  g_assert_cmpuint (n_red[1], >=, 2);
  bench_clear (&bench);
}

static void
test_refused (void)
{
  Bench bench;
  RingSample sample = { .x = 5, .y = 5, .pressure = 0.5 };
  g_autoptr (GError) error = NULL;

  bench_init (&bench, RING_LAYOUT_ETERNITY);
  g_assert_false (ring_tool_begin (bench.tool, ring_test_view (bench.design, RING_VIEW_PAGE), RING_TEST_PIXEL, &sample, 0,
                                   &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
  bench_clear (&bench);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/tool-layout/halo", test_halo);
  g_test_add_func ("/tool-layout/halo-gap", test_halo_gap);
  g_test_add_func ("/tool-layout/row-all-round", test_row_all_round);
  g_test_add_func ("/tool-layout/row-part", test_row_part);
  g_test_add_func ("/tool-layout/row-from-side", test_row_from_side);
  g_test_add_func ("/tool-layout/line", test_line);
  g_test_add_func ("/tool-layout/line-tapped", test_line_tapped);
  g_test_add_func ("/tool-layout/cancel", test_cancel);
  g_test_add_func ("/tool-layout/marks", test_marks);
  g_test_add_func ("/tool-layout/refused", test_refused);
  return ring_test_run ();
}
