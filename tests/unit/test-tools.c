/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-error.h"
#include "ring-recording.h"
#include "ring-stone-note.h"
#include "ring-test-tool.h"
#include "ring-test.h"

static gsize
count (RingDesign *design, RingItemKind kind)
{
  return ring_drawing_count_items (ring_design_get_drawing (design), kind);
}

static gboolean
draw_line (RingTool *tool, RingView *view, double x0, double x1, guint n)
{
  RingSample sample = { .x = x0, .pressure = 0.4 };

  if (!ring_tool_begin (tool, view, 0.05, &sample, 5000, NULL))
    return FALSE;
  for (guint i = 1; i < n; i++)
    {
      sample.x = x0 + (x1 - x0) * i / (n - 1);
      sample.time = 4 * i;
      ring_tool_update (tool, &sample, 1);
    }
  return ring_tool_end (tool);
}

static const RingStroke *
only_stroke (RingDesign *design, RingViewKind kind)
{
  RingLayer *ink = ring_test_layer (design, kind, RING_ROLE_INK);

  g_assert_cmpuint (ring_layer_get_n_items (ink), ==, 1);
  return ring_item_get_stroke (ring_layer_get_item (ink, 0));
}

static gsize
only_n_samples (RingDesign *design, const char *id)
{
  RingItem *item = ring_drawing_find_item (ring_design_get_drawing (design), id, NULL, NULL);
  gsize n;

  ring_samples_get (ring_item_get_stroke (item)->samples, &n, NULL);
  return n;
}

static void
test_pen_keeps_every_sample (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) pen = ring_tool_new (RING_TOOL_PEN, design);
  const RingSample *samples;
  gsize n;

  g_assert_true (draw_line (pen, ring_test_view (design, RING_VIEW_FRONT), -4, 4, 400));
  samples = ring_samples_get (only_stroke (design, RING_VIEW_FRONT)->samples, &n, NULL);
  g_assert_cmpuint (n, ==, 400);
  g_assert_cmpfloat_with_epsilon (samples[399].x, 4, 1e-9);
  g_assert_cmpuint (samples[399].time, ==, 4 * 399);
  g_assert_cmpint (ring_samples_get_t0 (only_stroke (design, RING_VIEW_FRONT)->samples), ==, 5000);
  g_assert_true (ring_design_undo (design));
  g_assert_cmpuint (count (design, RING_ITEM_STROKE), ==, 0);
}

/* A 0.6 mm pen on paper is 0.15 mm of metal in a 4:1 view. */
static void
test_pen_width_follows_scale (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) pen = ring_tool_new (RING_TOOL_PEN, design);

  draw_line (pen, ring_test_view (design, RING_VIEW_FRONT), -4, 4, 40);
  draw_line (pen, ring_test_view (design, RING_VIEW_PAGE), 10, 40, 40);
  g_assert_cmpfloat_with_epsilon (only_stroke (design, RING_VIEW_FRONT)->style.ink.width, 0.15, 1e-9);
  g_assert_cmpfloat_with_epsilon (only_stroke (design, RING_VIEW_PAGE)->style.ink.width, 0.6, 1e-9);
  g_assert_cmpfloat (only_stroke (design, RING_VIEW_FRONT)->fit, <=, 0.0025);
}

static void
test_long_stroke_is_one_step (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) pen = ring_tool_new (RING_TOOL_PEN, design);

  g_assert_true (draw_line (pen, ring_test_view (design, RING_VIEW_PAGE), 10, 200, RING_SAMPLES_MAX + 500));
  g_assert_cmpuint (count (design, RING_ITEM_STROKE), ==, 2);
  g_assert_true (ring_design_undo (design));
  g_assert_cmpuint (count (design, RING_ITEM_STROKE), ==, 0);
}

static void
test_cancel_leaves_no_trace (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) pen = ring_tool_new (RING_TOOL_PEN, design);
  RingSample sample = { .pressure = 0.5 };

  g_assert_true (ring_tool_begin (pen, ring_test_view (design, RING_VIEW_PAGE), 0.1, &sample, 0, NULL));
  g_assert_true (ring_tool_is_active (pen));
  ring_tool_cancel (pen);
  g_assert_false (ring_tool_is_active (pen));
  g_assert_false (ring_tool_end (pen));
  g_assert_false (ring_design_get_can_undo (design));
}

static void
test_locked_layer (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) pen = ring_tool_new (RING_TOOL_PEN, design);
  g_autoptr (GError) error = NULL;
  RingView *view = ring_test_view (design, RING_VIEW_FRONT);
  RingLayerHead head = *ring_layer_get_head (ring_view_get_layer_by_role (view, RING_ROLE_INK));
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Lock");
  RingSample sample = { .pressure = 0.5 };

  head.locked = TRUE;
  g_assert_true (ring_edit_set_layer (edit, &head));
  ring_design_commit (design, edit);
  g_assert_false (ring_tool_begin (pen, ring_test_view (design, RING_VIEW_FRONT), 0.1, &sample, 0, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "Ink"));
  g_assert_true (draw_line (pen, ring_test_view (design, RING_VIEW_TOP), 0, 1, 9));
}

static void
test_eraser (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) pen = ring_tool_new (RING_TOOL_PEN, design);
  g_autoptr (RingTool) eraser = ring_tool_new (RING_TOOL_ERASER, design);
  RingSample above = { .x = 20, .y = -5, .pressure = 0.5 };
  RingSample below = { .x = 20, .y = 5, .pressure = 0.5, .time = 8 };

  draw_line (pen, ring_test_view (design, RING_VIEW_PAGE), 10, 40, 40);
  draw_line (pen, ring_test_view (design, RING_VIEW_PAGE), 50, 80, 40);
  g_assert_cmpuint (count (design, RING_ITEM_STROKE), ==, 2);

  /* One fast pull across the first: nothing is jumped over between two samples. */
  g_assert_true (ring_tool_begin (eraser, ring_test_view (design, RING_VIEW_PAGE), 0.05, &above, 0, NULL));
  g_assert_cmpuint (ring_tool_get_n_met (eraser), ==, 0);
  ring_tool_update (eraser, &below, 1);
  g_assert_cmpuint (ring_tool_get_n_met (eraser), ==, 1);
  g_assert_true (ring_tool_end (eraser));
  g_assert_cmpuint (count (design, RING_ITEM_STROKE), ==, 1);
  g_assert_true (ring_design_undo (design));
  g_assert_cmpuint (count (design, RING_ITEM_STROKE), ==, 2);

  /* Touching nothing is no step. */
  above.x = below.x = 45;
  g_assert_true (ring_tool_begin (eraser, ring_test_view (design, RING_VIEW_PAGE), 0.05, &above, 0, NULL));
  ring_tool_update (eraser, &below, 1);
  g_assert_false (ring_tool_end (eraser));
}

static void
test_note (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_NOTE, design);
  RingSample sample = { .x = 1, .y = 2, .pressure = 0.5 };
  g_autofree char *stone_id = NULL;
  g_autoptr (RingRecord) named = NULL;
  RingLayer *notes;
  RingEdit *edit;

  g_assert_true (ring_tool_begin (tool, ring_test_view (design, RING_VIEW_TOP), 0.05, &sample, 0, NULL));
  g_assert_true (ring_tool_end (tool));
  stone_id = g_strdup (ring_tool_get_stone (tool));
  g_assert_nonnull (stone_id);

  /* Naming the stone names its pin, in one step. */
  named = ring_record_with (ring_drawing_find_record (ring_design_get_drawing (design),
                                                      RING_RECORD_STONE, stone_id),
                            "name", "Padparadscha");
  edit = ring_edit_new (ring_design_get_drawing (design), "Stone");
  ring_stone_note_set (edit, named);
  ring_design_commit (design, edit);
  notes = ring_test_layer (design, RING_VIEW_TOP, RING_ROLE_NOTES);
  g_assert_cmpstr (ring_item_get_note (ring_layer_get_item (notes, 0))->label, ==, "Padparadscha");

  /* A tap on the pin opens its stone and pins nothing new. */
  sample.y -= 0.6;
  g_assert_true (ring_tool_begin (tool, ring_test_view (design, RING_VIEW_TOP), 0.05, &sample, 0, NULL));
  g_assert_false (ring_tool_end (tool));
  g_assert_cmpstr (ring_tool_get_stone (tool), ==, stone_id);
  g_assert_cmpuint (count (design, RING_ITEM_NOTE), ==, 1);

  edit = ring_edit_new (ring_design_get_drawing (design), "Remove");
  ring_stone_note_remove (edit, stone_id);
  ring_design_commit (design, edit);
  g_assert_cmpuint (count (design, RING_ITEM_NOTE), ==, 0);
  ring_design_undo (design);
  g_assert_cmpuint (count (design, RING_ITEM_NOTE), ==, 1);
}

/* What one sees can be rubbed out: a line of the page that crosses a view's window is taken by an
 * eraser that came down in the view, and shown where it lies; a line beside the way stays. */
static void
test_eraser_across_views (gconstpointer data)
{
  gboolean cutting = GPOINTER_TO_INT (data);
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) pen = ring_tool_new (RING_TOOL_PEN, design);
  g_autoptr (RingTool) eraser = ring_tool_new (RING_TOOL_ERASER, design);
  const RingViewHead *front = ring_view_get_head (ring_test_view (design, RING_VIEW_FRONT));
  RingSample from = { .x = front->origin.x - 60, .y = front->origin.y, .pressure = 0.5 };
  RingSample to = { .x = front->origin.x + 60, .y = front->origin.y, .pressure = 0.5, .time = 400 };
  RingSample above = { .x = 0, .y = -1 };
  RingSample below = { .x = 0, .y = 1, .time = 8 };
  RingRect met;

  g_assert_true (ring_tool_begin (pen, ring_test_view (design, RING_VIEW_PAGE), 0.05, &from, 0, NULL));
  ring_tool_update (pen, &to, 1);
  g_assert_true (ring_tool_end (pen));
  draw_line (pen, ring_test_view (design, RING_VIEW_TOP), -4, 4, 20);

  ring_tool_set_cutting (eraser, cutting);
  g_assert_true (ring_tool_begin (eraser, ring_test_view (design, RING_VIEW_FRONT), 0.05, &above, 0, NULL));
  ring_tool_update (eraser, &below, 1);
  g_assert_cmpuint (ring_tool_get_n_met (eraser), ==, 1);
  met = ring_item_get_bounds (ring_tool_get_met (eraser, 0));
  g_assert_true (ring_rect_contains (met, (RingPoint){ 0, 0 }));
  g_assert_cmpfloat (met.x1 - met.x0, <, cutting ? 2 : 31);
  g_assert_true (ring_tool_end (eraser));
  g_assert_cmpuint (count (design, RING_ITEM_STROKE), ==, cutting ? 3 : 1);
  g_assert_nonnull (only_stroke (design, RING_VIEW_TOP));
  g_assert_true (ring_design_undo (design));
  g_assert_cmpuint (count (design, RING_ITEM_STROKE), ==, 2);
}

/* A cut leaves two strokes in the place of one, and undo is one step. */
static void
test_cutting (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) pen = ring_tool_new (RING_TOOL_PEN, design);
  g_autoptr (RingTool) eraser = ring_tool_new (RING_TOOL_ERASER, design);
  g_autofree char *below = NULL;
  g_autofree char *above = NULL;
  RingSample sample = { .x = 0, .y = -1 };
  RingLayer *ink;
  const RingStroke *left, *right;
  const RingSample *samples;
  gsize n;

  draw_line (pen, ring_test_view (design, RING_VIEW_FRONT), -4, 4, 101);
  draw_line (pen, ring_test_view (design, RING_VIEW_FRONT), 2, 4, 9);
  ink = ring_test_layer (design, RING_VIEW_FRONT, RING_ROLE_INK);
  below = g_strdup (ring_item_get_id (ring_layer_get_item (ink, 0)));
  above = g_strdup (ring_item_get_id (ring_layer_get_item (ink, 1)));
  ring_tool_set_cutting (eraser, TRUE);
  ring_tool_set_reach (eraser, 10);
  g_assert_true (ring_tool_begin (eraser, ring_test_view (design, RING_VIEW_FRONT), 0.05, &sample, 0, NULL));
  g_assert_cmpuint (ring_tool_get_n_met (eraser), ==, 0);
  sample.y = 1;
  ring_tool_update (eraser, &sample, 1);
  g_assert_cmpuint (ring_tool_get_n_met (eraser), ==, 1);
  g_assert_cmpfloat (ring_item_get_bounds (ring_tool_get_met (eraser, 0)).x1, <, 1);
  g_assert_true (ring_tool_end (eraser));

  ink = ring_test_layer (design, RING_VIEW_FRONT, RING_ROLE_INK);
  g_assert_cmpuint (ring_layer_get_n_items (ink), ==, 3);
  g_assert_cmpstr (ring_item_get_id (ring_layer_get_item (ink, 0)), ==, below);
  g_assert_cmpstr (ring_item_get_id (ring_layer_get_item (ink, 2)), ==, above);
  left = ring_item_get_stroke (ring_layer_get_item (ink, 0));
  right = ring_item_get_stroke (ring_layer_get_item (ink, 1));
  samples = ring_samples_get (left->samples, &n, NULL);
  g_assert_cmpfloat (samples[n - 1].x, <, -0.5);
  g_assert_cmpint (ring_samples_get_t0 (left->samples), ==, 5000);
  samples = ring_samples_get (right->samples, &n, NULL);
  g_assert_cmpfloat (samples[0].x, >, 0.5);
  g_assert_cmpuint (samples[0].time, ==, 0);
  /* Replay finds each piece at the time when it was drawn. */
  g_assert_cmpint (ring_samples_get_t0 (right->samples) + samples[n - 1].time, ==, 5000 + 4 * 100);

  ring_design_undo (design);
  g_assert_cmpuint (count (design, RING_ITEM_STROKE), ==, 2);
  g_assert_cmpuint (only_n_samples (design, below), ==, 101);
  ring_design_redo (design);
  g_assert_cmpuint (count (design, RING_ITEM_STROKE), ==, 3);
}

/* What has no samples of a pen cannot be cut and stays. */
static void
test_cutting_leaves_artwork (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) eraser = ring_tool_new (RING_TOOL_ERASER, design);
  RingView *view = ring_test_view (design, RING_VIEW_PAGE);
  const char *layer = ring_layer_get_head (ring_view_get_layer_by_role (view, RING_ROLE_INK))->id;
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Art");
  g_autoptr (RingArt) art = ring_art_new ();
  g_autoptr (RingPath) square = ring_path_new ();
  g_autoptr (RingItem) item = NULL;
  RingSample sample = { .x = 50, .y = 50 };

  ring_path_add_rect (square, (RingRect){ 40, 40, 60, 60 });
  ring_art_add (art, square, 0xff, 0, 0, FALSE);
  item = ring_item_new_artwork ("art", art);
  g_assert_true (ring_edit_append_item (edit, layer, item));
  ring_design_commit (design, edit);
  ring_tool_set_cutting (eraser, TRUE);
  g_assert_true (ring_tool_begin (eraser, ring_test_view (design, RING_VIEW_PAGE), 0.1, &sample, 0, NULL));
  g_assert_cmpuint (ring_tool_get_n_met (eraser), ==, 0);
  g_assert_false (ring_tool_end (eraser));
  ring_tool_set_cutting (eraser, FALSE);
  g_assert_true (ring_tool_begin (eraser, ring_test_view (design, RING_VIEW_PAGE), 0.1, &sample, 0, NULL));
  g_assert_true (ring_tool_end (eraser));
  g_assert_cmpuint (count (design, RING_ITEM_ARTWORK), ==, 0);
}

static void
test_recording_instruments (void)
{
  static const char text[] = "pen 0.5 #3a3a3e light pencil\nstroke front 0\n0 0 0.5 0 0.3 -0.6\n1 0 0.6 8 0.3 -0.6\n"
                             "pen 6 #e0b84c light marker 0 0 1 1\nstroke front 20\n0 0 0.5 0\n1 0 0.6 8\n"
                             "pen 6 #e0b84c10 light marker\nstroke front 40\n0 0 0.5 0\n8 0 0.6 8\n"
                             "cut front 60\n6 -9 0 0\n6 9 0 8\n";
  static const char *const broken[]
      = { "pen 1 #102030 light spoon", "pen 1 102030 light", "pen 1 #1020304 light",
          "pen 1 #102030 light pen 0 0 1", "pen 1 #102030 light pen 0 0 1 x" };
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (GError) error = NULL;
  const RingStroke *stroke;
  const RingSample *samples;
  RingLayer *ink;
  gsize n;

  g_assert_true (ring_recording_play (design, text, NULL, NULL, &error));
  g_assert_no_error (error);
  ink = ring_test_layer (design, RING_VIEW_FRONT, RING_ROLE_INK);
  g_assert_cmpuint (ring_layer_get_n_items (ink), ==, 4);
  stroke = ring_item_get_stroke (ring_layer_get_item (ink, 0));
  g_assert_cmpint (stroke->style.instrument, ==, RING_INSTRUMENT_PENCIL);
  g_assert_cmpfloat_with_epsilon (stroke->style.grain * ring_view_get_head (ring_test_view (design, RING_VIEW_FRONT))->scale, 1, 1e-3);
  samples = ring_samples_get (stroke->samples, &n, NULL);
  g_assert_cmpfloat (samples[1].tilt_y, ==, -0.6);
  stroke = ring_item_get_stroke (ring_layer_get_item (ink, 1));
  g_assert_cmphex (stroke->style.colour, ==, 0xe0b84c8c);
  stroke = ring_item_get_stroke (ring_layer_get_item (ink, 2));
  g_assert_cmphex (stroke->style.colour, ==, 0xe0b84c10);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_assert_false (ring_recording_play (design, broken[i], NULL, NULL, &error));
      g_assert_error (error, RING_ERROR, RING_ERROR_SYNTAX);
      g_clear_error (&error);
    }
}

static void
test_recording (void)
{
  static const char text[] = "seed 3\nstart 1000\nrecord ring width=3\nentry who=client|text=Hello\n"
                             "pen 0.5 #102030 exact\nsymmetry 6 1 90 0 0.5\nstroke front 20\n"
                             "0 0 0.5 0\n1 0 0.6 8\n2 0 0.4 16\n"
                             "pin top 0 0 name=Ruby\n";
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (GError) error = NULL;
  const RingStroke *stroke;

  g_assert_true (ring_recording_play (design, text, NULL, NULL, &error));
  g_assert_no_error (error);
  stroke = only_stroke (design, RING_VIEW_FRONT);
  g_assert_cmphex (stroke->style.colour, ==, 0x102030ff);
  g_assert_cmpuint (stroke->symmetry.count, ==, 6);
  g_assert_cmpfloat (stroke->symmetry.centre.y, ==, 0.5);
  g_assert_cmpint (ring_samples_get_t0 (stroke->samples), ==, 1020);
  g_assert_cmpuint (count (design, RING_ITEM_NOTE), ==, 1);
  g_assert_nonnull (ring_drawing_find_record (ring_design_get_drawing (design), RING_RECORD_ENTRY, NULL));
  g_assert_cmpint (ring_recording_get_number (text, "seed", 0), ==, 3);

  g_assert_false (ring_recording_play (design, "pen 0.5 #102030 exact\nstroke nowhere 1\n", NULL, NULL, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "line 2"));
  g_clear_error (&error);
  g_assert_false (ring_recording_play (design, "1 2 3 4\n", NULL, NULL, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_SYNTAX);
  g_clear_error (&error);
  g_assert_false (ring_recording_play (design, "symmetry 0 1 0 0 0\n", NULL, NULL, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_SYNTAX);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/tools/pen/every-sample", test_pen_keeps_every_sample);
  g_test_add_func ("/tools/pen/width-follows-scale", test_pen_width_follows_scale);
  g_test_add_func ("/tools/pen/long-stroke", test_long_stroke_is_one_step);
  g_test_add_func ("/tools/pen/cancel", test_cancel_leaves_no_trace);
  g_test_add_func ("/tools/pen/locked-layer", test_locked_layer);
  g_test_add_func ("/tools/eraser", test_eraser);
  g_test_add_data_func ("/tools/eraser/across-views", GINT_TO_POINTER (FALSE),
                        test_eraser_across_views);
  g_test_add_data_func ("/tools/eraser/cutting-across-views", GINT_TO_POINTER (TRUE),
                        test_eraser_across_views);
  g_test_add_func ("/tools/eraser/cutting", test_cutting);
  g_test_add_func ("/tools/eraser/cutting-leaves-artwork", test_cutting_leaves_artwork);
  g_test_add_func ("/tools/note", test_note);
  g_test_add_func ("/tools/recording", test_recording);
  g_test_add_func ("/tools/recording/instruments", test_recording_instruments);
  return ring_test_run ();
}
