/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The design drawn again: what comes when, how rests are shortened, and what is left out. */
#include "ring-replay.h"

#include <math.h>
#include <string.h>

#include "ring-revision.h"
#include "ring-stone-note.h"
#include "ring-talk.h"
#include "ring-test-tool.h"
#include "ring-test.h"

#define NOW G_GINT64_CONSTANT (1795773600000) /* 2026-11-27 10:00 */
/* What a line takes, s: 40 steps of 4 ms. */
#define LINE 0.16

static RingDrawing *
now (RingDesign *design)
{
  return ring_design_get_drawing (design);
}

/* An upright line at X, drawn SECONDS after NOW. */
static void
draw_on (RingDesign *design, RingViewKind kind, double x, double seconds)
{
  g_autoptr (RingTool) pen = ring_tool_new (RING_TOOL_PEN, design);
  RingSample sample = { .x = x, .y = -5, .pressure = 0.5 };

  g_assert_true (ring_tool_begin (pen, ring_test_view (design, kind), RING_TEST_PIXEL, &sample,
                                  NOW + (gint64) (1000 * seconds), NULL));
  for (guint i = 1; i <= 40; i++)
    {
      sample.y = -5 + i / 4.0;
      sample.time = 4 * i;
      ring_tool_update (pen, &sample, 1);
    }
  g_assert_true (ring_tool_end (pen));
}

static void
draw (RingDesign *design, double x, double seconds)
{
  draw_on (design, RING_VIEW_FRONT, x, seconds);
}

static void
keep (RingDesign *design, double seconds)
{
  g_autoptr (GError) error = NULL;
  RingEdit *edit;

  ring_test_stop_clock (NOW + (gint64) (1000 * seconds));
  edit = ring_revision_keep (design, NULL, NULL, &error);
  g_assert_no_error (error);
  ring_test_commit (design, edit);
}

static void
take_away (RingDesign *design, const char *id)
{
  RingEdit *edit = ring_edit_new (now (design), "Erase");

  g_assert_true (ring_edit_remove_item (edit, id));
  ring_test_commit (design, edit);
}

static gsize
count_at (RingReplay *replay, double t)
{
  g_autoptr (RingReplayCursor) cursor = ring_replay_cursor_new (replay);

  return ring_drawing_count_items (ring_replay_cursor_move (cursor, t, NULL), RING_ITEM_STROKE);
}

static const RingReplayStep *
find (RingReplay *replay, const char *id)
{
  int i = ring_replay_find (replay, id);

  g_assert_cmpint (i, >=, 0);
  return ring_replay_get_step (replay, (guint) i);
}

/* The id of the last stroke of the front view. */
static const char *
last_id (RingDesign *design)
{
  RingLayer *layer = ring_test_layer (design, RING_VIEW_FRONT, RING_ROLE_INK);

  return ring_item_get_id (ring_layer_get_item (layer, ring_layer_get_n_items (layer) - 1));
}

/* ------------------------------------------------------------------------ time */

static void
test_strokes (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingReplay) replay = NULL;
  const RingReplayStep *first, *second;

  draw (design, 1, 0);
  draw (design, 2, 0.5);
  replay = ring_replay_new (now (design), NULL, NULL);
  g_assert_cmpuint (ring_replay_get_n_steps (replay), ==, 2);
  first = ring_replay_get_step (replay, 0);
  second = ring_replay_get_step (replay, 1);
  g_assert_cmpint (first->kind, ==, RING_REPLAY_DRAWN);
  g_assert_cmpfloat_with_epsilon (first->end - first->start, LINE, 1e-6);
  /* A short rest is as long as it was. */
  g_assert_cmpfloat_with_epsilon (second->start - first->start, 0.5, 1e-6);
  g_assert_cmpuint (count_at (replay, 0), ==, 0);
  g_assert_cmpuint (count_at (replay, first->start + 0.01), ==, 1);
  g_assert_cmpuint (count_at (replay, second->start + 0.01), ==, 2);
  g_assert_cmpint (ring_replay_find_step (replay, 0), ==, -1);
  g_assert_cmpint (ring_replay_find_step (replay, second->start), ==, 1);
}

/* The second line was drawn first. */
static void
test_order_is_that_of_the_hand (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingReplay) replay = NULL;
  g_autofree char *late = NULL;

  draw (design, 1, 100);
  late = g_strdup (last_id (design));
  draw (design, 2, 0);
  replay = ring_replay_new (now (design), NULL, NULL);
  g_assert_cmpint (ring_replay_find (replay, late), ==, 1);
  g_assert_cmpint (ring_replay_find (replay, last_id (design)), ==, 0);
  g_assert_cmpint (ring_replay_find (replay, "nothing"), ==, -1);
}

static void
test_thinking (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingReplay) replay = NULL;
  RingReplayOptions options;
  double gaps[] = { 0, 0.8, 1000 }, rests[] = { 0, 0.8, 600 };

  draw (design, 1, 0);
  draw (design, 2, 700 + LINE);
  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    {
      ring_replay_options_init (&options);
      options.gap = gaps[i];
      g_clear_pointer (&replay, ring_replay_unref);
      replay = ring_replay_new (now (design), NULL, &options);
      g_assert_cmpfloat_with_epsilon (ring_replay_get_step (replay, 1)->start
                                          - ring_replay_get_step (replay, 0)->end,
                                      rests[i], 1e-6);
    }
}

static void
test_partly_drawn (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingReplay) replay = NULL;
  g_autoptr (RingReplayCursor) cursor = NULL;
  const RingDrawing *drawing;
  const RingReplayStep *step;
  const RingSample *samples;
  RingItem *item;
  gsize n, all;

  draw (design, 1, 0);
  replay = ring_replay_new (now (design), NULL, NULL);
  cursor = ring_replay_cursor_new (replay);
  step = ring_replay_get_step (replay, 0);
  drawing = ring_replay_cursor_move (cursor, step->start + LINE / 2, NULL);
  item = ring_drawing_find_item (drawing, ring_item_get_id (step->item), NULL, NULL);
  samples = ring_samples_get (ring_item_get_stroke (item)->samples, &n, NULL);
  g_assert_cmpuint (n, ==, 21);
  g_assert_cmpuint (samples[n - 1].time, ==, 80);
  g_assert_cmpuint (ring_replay_count_samples (replay, 0, step->start + LINE / 2, &all), ==, 21);
  g_assert_cmpuint (all, ==, 41);
  g_assert_cmpfloat_with_epsilon (ring_replay_get_moment (replay, 0, 80), step->start + LINE / 2, 1e-6);
  /* Its end is half of the way down. */
  g_assert_cmpfloat (ring_item_get_bounds (item).y1, <, 0.5);
  g_assert_cmpfloat (ring_item_get_bounds (item).y1, >, -0.5);
}

static gboolean
is_same (const RingDrawing *a, const RingDrawing *b)
{
  return ring_revision_is_same (a, b);
}

static void
test_ends_as_the_drawing (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingReplay) replay = NULL;
  g_autoptr (RingReplayCursor) cursor = NULL;
  RingRect damage;

  for (guint i = 0; i < 30; i++)
    draw_on (design, i % 3 == 0 ? RING_VIEW_TOP : RING_VIEW_FRONT, i / 3.0, 10.0 * i);
  replay = ring_replay_new (now (design), NULL, NULL);
  cursor = ring_replay_cursor_new (replay);
  g_assert_true (is_same (ring_replay_cursor_move (cursor, ring_replay_get_duration (replay), &damage), now (design)));
  g_assert_false (ring_rect_is_empty (damage));
  g_assert_true (is_same (ring_replay_get_end (replay), now (design)));
  ring_replay_cursor_move (cursor, ring_replay_get_duration (replay), &damage);
  g_assert_true (ring_rect_is_empty (damage));
  g_assert_cmpuint (ring_drawing_count_items (ring_replay_cursor_move (cursor, 0, NULL), RING_ITEM_STROKE), ==, 0);
}

/* ------------------------------------------------------------------------ without a time */

static RingItem *
new_picture (const char *id, RingRect rect, const char *fill)
{
  g_autoptr (RingArt) art = ring_art_new ();
  g_autoptr (RingPath) path = ring_path_new ();

  ring_path_add_rect (path, rect);
  ring_art_add (art, path, 0x806040ff, 0, 0, FALSE);
  if (fill != NULL)
    ring_art_set_fill (art, fill, "base");
  return ring_item_new_artwork (id, art);
}

static void
add (RingDesign *design, RingLayerRole role, RingItem *item)
{
  RingEdit *edit = ring_edit_new (now (design), "Add");

  g_assert_true (ring_edit_append_item (
      edit, ring_layer_get_head (ring_test_layer (design, RING_VIEW_FRONT, role))->id, item));
  ring_test_commit (design, edit);
  ring_item_unref (item);
}

/* It comes after what lies under it in its layer. */
static void
test_untimed_follows_its_layer (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingReplay) replay = NULL;

  add (design, RING_ROLE_INK, new_picture ("under", (RingRect){ 0, 0, 1, 1 }, NULL));
  draw (design, 1, 0);
  add (design, RING_ROLE_INK, new_picture ("between", (RingRect){ 0, 0, 1, 1 }, NULL));
  draw (design, 2, 20);
  replay = ring_replay_new (now (design), NULL, NULL);
  g_assert_cmpint (ring_replay_find (replay, "under"), ==, 0);
  g_assert_cmpint (ring_replay_find (replay, "between"), ==, 2);
  g_assert_cmpint (find (replay, "between")->kind, ==, RING_REPLAY_SHOWN);
  g_assert_cmpfloat (find (replay, "under")->start, >, 0);
}

/* Colour lies below the ink, and is laid between lines that are there; what is far does not count. */
static void
test_colour_follows_lines (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingReplay) replay = NULL;

  add (design, RING_ROLE_METAL, new_picture ("base", (RingRect){ 0, -1, 1.5, 1 }, "f"));
  add (design, RING_ROLE_METAL, new_picture ("light", (RingRect){ 0, -1, 1.5, 1 }, "f"));
  draw (design, 1, 0);
  draw (design, 9, 20);
  replay = ring_replay_new (now (design), NULL, NULL);
  g_assert_cmpint (ring_replay_find (replay, "base"), ==, 1);
  g_assert_cmpint (ring_replay_find (replay, "light"), ==, 2);
  /* All shapes of one colour come at once. */
  g_assert_cmpfloat (find (replay, "base")->start, ==, find (replay, "light")->start);
}

/* However many there are, nobody waits an hour. */
static void
test_no_times_at_all (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingReplay) replay = NULL;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);

      add (design, RING_ROLE_INK, new_picture (id, (RingRect){ i, 0, i + 1, 1 }, NULL));
    }
  replay = ring_replay_new (now (design), NULL, NULL);
  g_assert_cmpfloat (ring_replay_get_duration (replay), <, 25);
  for (guint i = 1; i < 200; i++)
    g_assert_cmpfloat (ring_replay_get_step (replay, i)->start, >, ring_replay_get_step (replay, i - 1)->start);
  g_assert_cmpstr (ring_item_get_id (ring_replay_get_step (replay, 7)->item), ==, "a7");
}

static void
test_empty (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingReplay) replay = ring_replay_new (now (design), NULL, NULL);
  g_autoptr (RingReplayCursor) cursor = ring_replay_cursor_new (replay);

  g_assert_cmpuint (ring_replay_get_n_steps (replay), ==, 0);
  g_assert_cmpfloat (ring_replay_get_duration (replay), >, 0);
  g_assert_true (is_same (ring_replay_cursor_move (cursor, 1, NULL), now (design)));
  g_assert_cmpfloat (ring_replay_get_extent (replay).x1, ==, ring_drawing_get_width (now (design)));
}

/* ------------------------------------------------------------------------ revisions, stones */

/* The clock of the second is wrong; what it holds is not. */
static void
test_revisions (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingReplay) replay = NULL;
  g_autofree char *said = NULL;

  draw (design, 1, 0);
  keep (design, 60);
  draw (design, 2, 120);
  keep (design, 9000);
  draw (design, 3, 240);
  replay = ring_replay_new (now (design), NULL, NULL);
  g_assert_cmpuint (ring_replay_get_n_steps (replay), ==, 5);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (ring_replay_get_step (replay, i)->kind, ==,
                     i % 2 == 1 ? RING_REPLAY_REVISION : RING_REPLAY_DRAWN);
  said = ring_replay_describe (replay, 3);
  g_assert_cmpstr (said, ==, "Revision B");
  /* There is time to read it. */
  g_assert_cmpfloat (ring_replay_get_step (replay, 2)->start - ring_replay_get_step (replay, 1)->start, >, 1);
}

static void
test_stones (void)
{
  static const char *const fields[] = { "cut", "oval", "length", "8", "width", "6", NULL };
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingReplay) replay = NULL;
  g_autoptr (RingReplayCursor) cursor = NULL;
  g_autoptr (RingRecord) gem = ring_test_record (RING_RECORD_GEM, "gem", fields);
  g_autofree char *said = NULL;
  double start;

  draw (design, 1, 0);
  keep (design, 60);
  ring_test_set_record (design, gem);
  draw (design, 2, 120);
  replay = ring_replay_new (now (design), NULL, NULL);
  start = find (replay, "gem")->start;
  /* The revision lacks it. */
  g_assert_cmpint (ring_replay_find (replay, "gem"), ==, 2);
  said = ring_replay_describe (replay, 2);
  g_assert_nonnull (strstr (said, "8"));
  cursor = ring_replay_cursor_new (replay);
  g_assert_null (ring_drawing_find_record (ring_replay_cursor_move (cursor, start - 0.01, NULL), RING_RECORD_GEM, "gem"));
  g_assert_nonnull (ring_drawing_find_record (ring_replay_cursor_move (cursor, start, NULL), RING_RECORD_GEM, "gem"));
  g_assert_null (ring_drawing_find_record (ring_replay_cursor_move (cursor, 0, NULL), RING_RECORD_GEM, "gem"));
  g_assert_true (is_same (ring_replay_cursor_move (cursor, 1000, NULL), now (design)));
}

/* ------------------------------------------------------------------------ erased work */

static void
test_erased_in_revisions (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingReplay) replay = NULL;
  RingReplayOptions options;
  g_autofree char *id = NULL;
  const RingReplayStep *gone;

  draw (design, 1, 0);
  id = g_strdup (last_id (design));
  draw (design, 2, 10);
  keep (design, 60);
  take_away (design, id);
  draw (design, 3, 120);
  replay = ring_replay_new (now (design), NULL, NULL);
  g_assert_cmpint (ring_replay_find (replay, id), ==, -1);
  ring_replay_options_init (&options);
  options.erased = TRUE;
  ring_replay_unref (replay);
  replay = ring_replay_new (now (design), NULL, &options);
  gone = find (replay, id);
  g_assert_cmpint (ring_replay_find (replay, id), ==, 0);
  g_assert_cmpuint (count_at (replay, gone->gone - 0.01), ==, 2);
  g_assert_cmpuint (count_at (replay, gone->gone), ==, 1);
  /* The revision is kept while it is still there. */
  g_assert_cmpfloat (gone->gone, >, ring_replay_get_step (replay, 2)->start);
  g_assert_true (is_same (ring_replay_get_end (replay), now (design)));
}

static void
test_erased_in_history (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingReplay) replay = NULL;
  g_autoptr (RingReplayCursor) cursor = NULL;
  RingReplayOptions options;
  g_autofree char *id = NULL;
  const RingReplayStep *gone;

  draw (design, 1, 0);
  draw (design, 2, 10);
  id = g_strdup (last_id (design));
  draw (design, 3, 20);
  take_away (design, id);
  draw (design, 4, 120);
  ring_replay_options_init (&options);
  options.erased = TRUE;
  replay = ring_replay_new (now (design), ring_design_get_history (design), &options);
  gone = find (replay, id);
  g_assert_cmpint (ring_replay_find (replay, id), ==, 1);
  g_assert_cmpuint (count_at (replay, gone->gone - 0.01), ==, 3);
  g_assert_cmpuint (count_at (replay, gone->gone), ==, 2);
  g_assert_cmpfloat (gone->gone, <=, find (replay, last_id (design))->start);
  cursor = ring_replay_cursor_new (replay);
  g_assert_true (is_same (ring_replay_cursor_move (cursor, 1000, NULL), now (design)));
}

/* An eraser goes through a line: first the whole is seen, then its pieces. */
static void
test_cut (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) eraser = ring_tool_new (RING_TOOL_ERASER, design);
  g_autoptr (RingReplay) replay = NULL;
  RingReplayOptions options;
  const RingReplayStep *whole, *piece;
  const RingDrawing *drawing;
  g_autoptr (RingReplayCursor) cursor = NULL;
  gsize n;

  draw (design, 1, 0);
  ring_tool_set_cutting (eraser, TRUE);
  g_assert_true (ring_test_drag (eraser, ring_test_view (design, RING_VIEW_FRONT), -3, 0, 3, 0));
  ring_replay_options_init (&options);
  options.erased = TRUE;
  replay = ring_replay_new (now (design), ring_design_get_history (design), &options);
  g_assert_cmpuint (ring_replay_get_n_steps (replay), ==, 3);
  whole = ring_replay_get_step (replay, 0);
  piece = ring_replay_get_step (replay, 1);
  g_assert_cmpint (whole->kind, ==, RING_REPLAY_DRAWN);
  g_assert_cmpint (piece->kind, ==, RING_REPLAY_SHOWN);
  ring_samples_get (ring_item_get_stroke (whole->item)->samples, &n, NULL);
  g_assert_cmpuint (n, ==, 41);
  g_assert_cmpuint (count_at (replay, whole->end), ==, 1);
  g_assert_cmpfloat (fabs (piece->start - whole->gone), <, 0.5);
  cursor = ring_replay_cursor_new (replay);
  drawing = ring_replay_cursor_move (cursor, ring_replay_get_duration (replay), NULL);
  g_assert_true (is_same (drawing, now (design)));
  g_assert_cmpuint (ring_drawing_count_items (drawing, RING_ITEM_STROKE), ==, 2);
}

/* ------------------------------------------------------------------------ what is left out */

static void
test_notes (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingReplay) replay = NULL;
  g_autoptr (RingDrawing) before = NULL;
  RingReplayOptions options;
  RingView *view;

  draw (design, 1, 0);
  add (design, RING_ROLE_NOTES, new_picture ("note", (RingRect){ 0, 0, 1, 1 }, NULL));
  before = ring_drawing_ref (now (design));
  draw (design, 2, 10);
  view = ring_test_view (design, RING_VIEW_FRONT);
  ring_test_commit (design, ring_talk_write (design, FALSE, before, view, (RingPoint){ 0, 0 }));
  replay = ring_replay_new (now (design), NULL, NULL);
  g_assert_cmpuint (ring_replay_get_n_steps (replay), ==, 1);
  g_assert_null (ring_drawing_find_item (ring_replay_get_end (replay), "note", NULL, NULL));
  g_assert_cmpuint (ring_drawing_count_items (ring_replay_get_end (replay), RING_ITEM_STROKE), ==, 1);
  ring_replay_options_init (&options);
  options.notes = TRUE;
  ring_replay_unref (replay);
  replay = ring_replay_new (now (design), NULL, &options);
  g_assert_cmpuint (ring_replay_get_n_steps (replay), ==, 3);
  g_assert_true (is_same (ring_replay_get_end (replay), now (design)));
}

/* A pin is the stone's, not a note about it. */
static void
test_pins_stay (void)
{
  static const char *const fields[] = { "name", "Sapphire", NULL };
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingReplay) replay = NULL;
  g_autoptr (RingRecord) stone = ring_test_record (RING_RECORD_STONE, "stone", fields);
  RingLayer *notes = ring_test_layer (design, RING_VIEW_FRONT, RING_ROLE_NOTES);
  RingEdit *edit = ring_edit_new (now (design), "Pin");
  g_autofree char *id
      = ring_stone_note_pin (edit, design, ring_layer_get_head (notes)->id, (RingPoint){ 1, 0 }, 4, stone);
  g_autofree char *said = NULL;
  const RingItem *pin;

  ring_edit_set_record (edit, stone);
  ring_test_commit (design, edit);
  draw (design, 1, 0);
  replay = ring_replay_new (now (design), NULL, NULL);
  pin = ring_layer_get_item (ring_test_layer (design, RING_VIEW_FRONT, RING_ROLE_NOTES), 0);
  g_assert_cmpint (ring_replay_find (replay, ring_item_get_id (pin)), ==, 1);
  said = ring_replay_describe (replay, 1);
  g_assert_cmpstr (said, ==, "Stone pinned: Sapphire · Front");
}

static void
test_signature (void)
{
  static const char *const fields[] = { "signature", "M0 0L30 0L30 10Z", "at", "2026-11-27T10:00:00Z", NULL };
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingReplay) replay = NULL;
  g_autoptr (RingRecord) signed_off = ring_test_record (RING_RECORD_SIGN_OFF, "signed", fields);
  RingReplayOptions options;
  RingItem *item;

  draw (design, 1, 0);
  ring_test_set_record (design, signed_off);
  replay = ring_replay_new (now (design), NULL, NULL);
  g_assert_cmpint (ring_replay_find (replay, "signed"), ==, -1);
  ring_replay_options_init (&options);
  options.signatures = TRUE;
  ring_replay_unref (replay);
  replay = ring_replay_new (now (design), NULL, &options);
  /* Nobody kept how it was written: it comes at once, last of all. */
  g_assert_cmpint (ring_replay_find (replay, "signed"), ==, 1);
  g_assert_cmpfloat (find (replay, "signed")->start, ==, find (replay, "signed")->end);
  item = ring_drawing_find_item (ring_replay_get_end (replay), "signed", NULL, NULL);
  g_assert_cmpfloat (ring_item_get_bounds (item).x1, ==, ring_drawing_get_width (now (design)) - 15);
}

static void
test_hidden (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingReplay) replay = NULL;

  draw (design, 1, 0);
  ring_test_set_layer (design, ring_test_layer (design, RING_VIEW_FRONT, RING_ROLE_INK), FALSE, FALSE);
  replay = ring_replay_new (now (design), NULL, NULL);
  g_assert_cmpuint (ring_replay_get_n_steps (replay), ==, 0);
  g_assert_true (is_same (ring_replay_get_end (replay), now (design)));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/replay/strokes", test_strokes);
  g_test_add_func ("/replay/order-is-that-of-the-hand", test_order_is_that_of_the_hand);
  g_test_add_func ("/replay/thinking", test_thinking);
  g_test_add_func ("/replay/partly-drawn", test_partly_drawn);
  g_test_add_func ("/replay/ends-as-the-drawing", test_ends_as_the_drawing);
  g_test_add_func ("/replay/untimed-follows-its-layer", test_untimed_follows_its_layer);
  g_test_add_func ("/replay/colour-follows-lines", test_colour_follows_lines);
  g_test_add_func ("/replay/no-times-at-all", test_no_times_at_all);
  g_test_add_func ("/replay/empty", test_empty);
  g_test_add_func ("/replay/revisions", test_revisions);
  g_test_add_func ("/replay/stones", test_stones);
  g_test_add_func ("/replay/erased-in-revisions", test_erased_in_revisions);
  g_test_add_func ("/replay/erased-in-history", test_erased_in_history);
  g_test_add_func ("/replay/cut", test_cut);
  g_test_add_func ("/replay/notes", test_notes);
  g_test_add_func ("/replay/pins-stay", test_pins_stay);
  g_test_add_func ("/replay/signature", test_signature);
  g_test_add_func ("/replay/hidden", test_hidden);
  return ring_test_run ();
}
