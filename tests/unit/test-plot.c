/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks on a stone's plan: each a step, on the stone that was there when they were made. */
#include <string.h>

#include "ring-custody.h"
#include "ring-error.h"
#include "ring-forget.h"
#include "ring-ink.h"
#include "ring-plot.h"
#include "ring-stone-note.h"
#include "ring-test-model.h"
#include "ring-test.h"

static const char *const old_mine[]
    = { "name", "Diamond", "cut", "old mine", "length", "7.1", "width", "6.8", "depth", "4.4", NULL };

static RingDesign *
new_design (const char *const *fields)
{
  RingDesign *design = ring_design_new ();
  g_autoptr (RingRecord) stone = ring_test_record (RING_RECORD_STONE, "tone", fields);

  ring_test_set_record (design, stone);
  return design;
}

static const RingDrawing *
now (RingDesign *design)
{
  return ring_design_get_drawing (design);
}

static const RingRecord *
before (RingDesign *design)
{
  return ring_plot_find (now (design), "tone", RING_PLOT_BEFORE);
}

/* A pen that went from A to B, 0.1 mm wide. */
static RingPath *
new_outline (RingPoint a, RingPoint b)
{
  static const RingInkStyle style = { 0.1, 1, { 0, 0, 1, 1 }, RING_SMOOTHING_EXACT, 0 };
  RingSample samples[9];

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    samples[i] = (RingSample){ .x = a.x + (b.x - a.x) * i / 8, .y = a.y + (b.y - a.y) * i / 8,
                               .pressure = 1, .time = 4 * i };
  return ring_ink_outline (samples, G_N_ELEMENTS (samples), &style, 0.005);
}

static void
mark (RingDesign *design, RingPlotWhen when, RingPlotSide side, RingPlotMark kind, RingPoint a, RingPoint b)
{
  g_autoptr (RingPath) outline = new_outline (a, b);
  g_autoptr (GError) error = NULL;
  RingEdit *edit = ring_plot_add (design, "tone", when, side, kind, outline, &error);

  g_assert_no_error (error);
  ring_test_commit (design, edit);
}

/* Two of each kind, at x -2 to 2. */
static RingDesign *
new_marked (void)
{
  RingDesign *design = new_design (old_mine);

  mark (design, RING_PLOT_BEFORE, RING_PLOT_FACE, RING_PLOT_INSIDE, (RingPoint){ -2, 0 }, (RingPoint){ -1, 0.5 });
  mark (design, RING_PLOT_BEFORE, RING_PLOT_FACE, RING_PLOT_INSIDE, (RingPoint){ 1, 0 }, (RingPoint){ 2, 0.5 });
  mark (design, RING_PLOT_BEFORE, RING_PLOT_FACE, RING_PLOT_SURFACE, (RingPoint){ 1.5, -1 }, (RingPoint){ 1.5, 1 });
  mark (design, RING_PLOT_BEFORE, RING_PLOT_BELOW, RING_PLOT_SURFACE, (RingPoint){ 0, 1 }, (RingPoint){ 0, 1 });
  return design;
}

static void
test_marks (void)
{
  g_autoptr (RingDesign) design = new_marked ();
  g_autofree char *all = ring_plot_format (before (design));
  g_autofree char *face = ring_plot_format_side (before (design), RING_PLOT_FACE);
  g_autofree char *below = ring_plot_format_side (before (design), RING_PLOT_BELOW);
  g_autoptr (RingPath) inside = ring_plot_get_outlines (before (design), RING_PLOT_FACE, RING_PLOT_INSIDE);

  g_assert_cmpstr (all, ==, "2 inside, 2 at the surface");
  g_assert_cmpstr (face, ==, "2 inside, 1 at the surface");
  g_assert_cmpstr (below, ==, "1 at the surface");
  /* Where the pen was, and as wide. */
  g_assert_true (ring_path_contains (inside, (RingPoint){ -1.5, 0.25 }));
  g_assert_true (ring_path_contains (inside, (RingPoint){ 1.5, 0.25 }));
  g_assert_false (ring_path_contains (inside, (RingPoint){ 0, 0.25 }));
  g_assert_cmpstr (ring_record_get (before (design), "cut"), ==, "old-mine");
  g_assert_cmpstr (ring_record_get (before (design), "length"), ==, "7.1");
  g_assert_null (ring_plot_find (now (design), "tone", RING_PLOT_AFTER));
  /* Each is a step of its own. */
  for (guint left = 4; left > 0; left--)
    {
      g_assert_cmpuint (ring_plot_count (before (design), RING_PLOT_INSIDE)
                            + ring_plot_count (before (design), RING_PLOT_SURFACE),
                        ==, left);
      g_assert_true (ring_design_undo (design));
    }
  g_assert_null (before (design));
}

static void
rub (RingDesign *design, RingPoint a, RingPoint b)
{
  RingEdit *edit
      = ring_plot_erase (design, "tone", RING_PLOT_BEFORE, RING_PLOT_FACE, a, b, 0.1, "one");

  g_assert_nonnull (edit);
  ring_test_commit (design, edit);
}

/* The eraser takes what it meets, of both kinds, whole; not what is on the other side. One movement is one step. */
static void
test_erase (void)
{
  g_autoptr (RingDesign) design = new_marked ();

  g_assert_null (ring_plot_erase (design, "tone", RING_PLOT_BEFORE, RING_PLOT_FACE, (RingPoint){ -3, 1.5 },
                                  (RingPoint){ 3, 1.5 }, 0.1, NULL));
  g_assert_null (ring_plot_erase (design, "tone", RING_PLOT_AFTER, RING_PLOT_FACE, (RingPoint){ -3, 0.25 },
                                  (RingPoint){ 3, 0.25 }, 0.1, NULL));
  rub (design, (RingPoint){ -1.5, -1 }, (RingPoint){ -1.5, 1 });
  g_assert_cmpuint (ring_plot_count (before (design), RING_PLOT_INSIDE), ==, 1);
  rub (design, (RingPoint){ 3, 0.25 }, (RingPoint){ 0.5, 0.25 });
  g_assert_cmpuint (ring_plot_count (before (design), RING_PLOT_INSIDE), ==, 0);
  g_assert_cmpuint (ring_plot_count_side (before (design), RING_PLOT_FACE, RING_PLOT_SURFACE), ==, 0);
  g_assert_cmpuint (ring_plot_count (before (design), RING_PLOT_SURFACE), ==, 1);
  g_assert_true (ring_design_undo (design));
  g_assert_cmpuint (ring_plot_count (before (design), RING_PLOT_INSIDE), ==, 2);
}

/* Nothing stays of a plot whose last mark is rubbed out. */
static void
test_erase_all (void)
{
  g_autoptr (RingDesign) design = new_design (old_mine);

  mark (design, RING_PLOT_BEFORE, RING_PLOT_FACE, RING_PLOT_INSIDE, (RingPoint){ 0, 0 }, (RingPoint){ 0, 0 });
  rub (design, (RingPoint){ 0, 0 }, (RingPoint){ 0, 0 });
  g_assert_null (ring_drawing_find_record (now (design), RING_RECORD_PLOT, NULL));
}

static void
set (RingDesign *design, const char *field, const char *value)
{
  g_autoptr (RingRecord) stone
      = ring_record_with (ring_drawing_find_record (now (design), RING_RECORD_STONE, "tone"), field, value);

  ring_test_set_record (design, stone);
}

static void
assert_shape (RingDesign *design, RingPlotWhen when, RingCut cut, double length, double width)
{
  RingRecutSize shape;

  g_assert_true (ring_plot_get_shape (now (design), "tone", when, &shape));
  g_assert_cmpint (shape.cut, ==, cut);
  g_assert_cmpfloat_with_epsilon (shape.length, length, 0.005);
  g_assert_cmpfloat_with_epsilon (shape.width, width, 0.005);
}

/* A card that is corrected later moves no mark: the plan stays until somebody says so. */
static void
test_shape (void)
{
  g_autoptr (RingDesign) design = new_design (old_mine);

  assert_shape (design, RING_PLOT_BEFORE, RING_CUT_OLD_MINE, 7.1, 6.8);
  set (design, "length", "7.2");
  assert_shape (design, RING_PLOT_BEFORE, RING_CUT_OLD_MINE, 7.2, 6.8);
  mark (design, RING_PLOT_BEFORE, RING_PLOT_FACE, RING_PLOT_INSIDE, (RingPoint){ 0, 0 }, (RingPoint){ 1, 0 });
  g_assert_null (ring_plot_reshape (design, "tone", RING_PLOT_BEFORE));
  set (design, "length", "6.5");
  set (design, "width", "6.5");
  set (design, "cut", "round");
  assert_shape (design, RING_PLOT_BEFORE, RING_CUT_OLD_MINE, 7.2, 6.8);
  assert_shape (design, RING_PLOT_AFTER, RING_CUT_ROUND, 6.5, 6.5);
  g_assert_true (ring_plot_is_other (now (design), "tone", RING_PLOT_BEFORE));
  ring_test_commit (design, ring_plot_reshape (design, "tone", RING_PLOT_BEFORE));
  assert_shape (design, RING_PLOT_BEFORE, RING_CUT_ROUND, 6.5, 6.5);
  g_assert_false (ring_plot_is_other (now (design), "tone", RING_PLOT_BEFORE));
  g_assert_cmpuint (ring_plot_count (before (design), RING_PLOT_INSIDE), ==, 1);
}

/* After work a stone is what was planned, until it is back from the cutter: then it is what its card says. */
static void
test_recut (void)
{
  g_autoptr (RingDesign) design = new_design (old_mine);
  g_autoptr (RingRecord) line = ring_custody_new ("u1", "tone", "recut", "", "1.2", RING_TEST_NOW_MS, NULL);
  RingRecutSize planned;

  set (design, "recut", "girdle");
  set (design, "recut-width", "6.1");
  g_assert_true (ring_plot_get_shape (now (design), "tone", RING_PLOT_AFTER, &planned));
  g_assert_cmpfloat (planned.width, <=, 6.1);
  assert_shape (design, RING_PLOT_BEFORE, RING_CUT_OLD_MINE, 7.1, 6.8);
  ring_test_set_record (design, line);
  assert_shape (design, RING_PLOT_AFTER, RING_CUT_OLD_MINE, 7.1, 6.8);
}

/* Only a length: round or oval by what is known, as wide as usual. Without one there is no plan, and that is said. */
static void
test_no_size (void)
{
  static const char *const length[] = { "length", "6", NULL };
  static const char *const name[] = { "name", "Ruby", NULL };
  g_autoptr (RingDesign) some = new_design (length);
  g_autoptr (RingDesign) none = new_design (name);
  g_autoptr (RingPath) outline = new_outline ((RingPoint){ 0, 0 }, (RingPoint){ 1, 0 });
  g_autoptr (GError) error = NULL;
  RingRecutSize shape;

  assert_shape (some, RING_PLOT_BEFORE, RING_CUT_ROUND, 6, 6);
  g_assert_false (ring_plot_get_shape (now (none), "tone", RING_PLOT_BEFORE, &shape));
  g_assert_null (
      ring_plot_add (none, "tone", RING_PLOT_BEFORE, RING_PLOT_FACE, RING_PLOT_INSIDE, outline, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "size"));
}

/* A plan that is full says so, and loses nothing. */
static void
test_full (void)
{
  g_autoptr (RingDesign) design = new_design (old_mine);
  g_autoptr (RingPath) many = ring_path_new ();
  g_autoptr (RingPath) one = new_outline ((RingPoint){ 0, 0 }, (RingPoint){ 1, 0 });
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 4499; i++)
    {
      double x = -3 + 0.001 * i;

      ring_path_move_to (many, (RingPoint){ x, 0 });
      ring_path_line_to (many, (RingPoint){ x + 0.05, 0 });
      ring_path_line_to (many, (RingPoint){ x, 0.05 });
      ring_path_close (many);
    }
  ring_test_commit (design, ring_plot_add (design, "tone", RING_PLOT_BEFORE, RING_PLOT_FACE, RING_PLOT_INSIDE,
                                           many, NULL));
  g_assert_cmpuint (ring_plot_count (before (design), RING_PLOT_INSIDE), ==, 4499);
  g_assert_null (
      ring_plot_add (design, "tone", RING_PLOT_BEFORE, RING_PLOT_FACE, RING_PLOT_INSIDE, one, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_LIMIT);
  g_assert_cmpuint (ring_plot_count (before (design), RING_PLOT_INSIDE), ==, 4499);
}

/* What another program wrote there is not drawn, and harms nothing. */
static void
test_strange (void)
{
  static const char *const fields[]
      = { "stone", "tone", "when", "before", "cut", "potato", "length", "-4", "face-inside", "M0 0 L nowhere",
          "below-surface", "", NULL };
  g_autoptr (RingDesign) design = new_design (old_mine);
  g_autoptr (RingRecord) plot = ring_test_record (RING_RECORD_PLOT, "b1", fields);
  g_autofree char *text = NULL;

  ring_test_set_record (design, plot);
  text = ring_plot_format (before (design));
  g_assert_null (text);
  assert_shape (design, RING_PLOT_BEFORE, RING_CUT_OLD_MINE, 7.1, 6.8);
}

/* It goes with its stone, and with the client whose it is. */
static void
test_gone (void)
{
  g_autoptr (RingDesign) design = new_marked ();
  g_autoptr (RingDrawing) forgotten = ring_forget_client (now (design));
  RingEdit *edit = ring_edit_new (now (design), "Remove");

  g_assert_null (ring_drawing_find_record (forgotten, RING_RECORD_PLOT, NULL));
  g_assert_nonnull (ring_drawing_find_record (forgotten, RING_RECORD_STONE, "tone"));
  ring_stone_note_remove (edit, "tone");
  ring_test_commit (design, edit);
  g_assert_null (ring_drawing_find_record (now (design), RING_RECORD_PLOT, NULL));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/plot/marks", test_marks);
  g_test_add_func ("/plot/erase", test_erase);
  g_test_add_func ("/plot/erase-all", test_erase_all);
  g_test_add_func ("/plot/shape", test_shape);
  g_test_add_func ("/plot/recut", test_recut);
  g_test_add_func ("/plot/no-size", test_no_size);
  g_test_add_func ("/plot/full", test_full);
  g_test_add_func ("/plot/strange", test_strange);
  g_test_add_func ("/plot/gone", test_gone);
  return ring_test_run ();
}
