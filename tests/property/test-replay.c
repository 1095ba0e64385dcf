/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any design, any way through its replay: what a moment looks like does not depend on the moment before,
 * nothing is there at the start, and at the end all of it is. */

#include "random-edits.h"
#include "ring-replay.h"
#include "ring-revision.h"
#include "ring-test-tool.h"
#include "ring-test.h"

static gsize
count (const RingDrawing *drawing)
{
  gsize n = 0;

  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    n += ring_view_get_n_items (ring_drawing_get_view (drawing, i));
  return n;
}

static void
assert_ordered (const RingReplay *replay)
{
  double before = 0;

  for (guint i = 0; i < ring_replay_get_n_steps (replay); i++)
    {
      const RingReplayStep *step = ring_replay_get_step (replay, i);

      g_assert_cmpfloat (step->start, >=, before);
      g_assert_cmpfloat (step->end, >=, step->start);
      g_assert_cmpfloat (step->end, <=, ring_replay_get_duration (replay));
      before = step->start;
    }
}

static void
test_moments (gconstpointer data)
{
  guint seed = GPOINTER_TO_UINT (data);
  RingReplayOptions options = { .gap = 0.5, .notes = TRUE, .erased = seed % 2 == 1 };
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingReplay) replay = NULL;
  g_autoptr (RingReplay) twice = NULL;
  g_autoptr (RingReplayCursor) cursor = NULL;
  RingDrawing *drawing;
  RingRandom random;
  double end;

  g_test_message ("seed %u", seed);
  ring_random_init_seed (&random, seed);
  for (guint i = 0; i < 150; i++)
    {
      ring_test_stop_clock (RING_TEST_NOW_MS + 3000 * i);
      random_edits_step (design, &random);
    }
  drawing = ring_design_get_drawing (design);
  replay = ring_replay_new (drawing, ring_design_get_history (design), &options);
  twice = ring_replay_new (drawing, ring_design_get_history (design), &options);
  assert_ordered (replay);
  end = ring_replay_get_duration (replay);
  g_assert_cmpfloat (end, ==, ring_replay_get_duration (twice));
  cursor = ring_replay_cursor_new (replay);
  g_assert_true (ring_revision_is_same (ring_replay_cursor_move (cursor, end, NULL), drawing));
  for (guint i = 0; i < 60; i++)
    {
      double t = end * ring_random_unit (&random);
      g_autoptr (RingReplayCursor) fresh = ring_replay_cursor_new (twice);
      const RingDrawing *there = ring_replay_cursor_move (cursor, t, NULL);

      g_assert_true (ring_revision_is_same (there, ring_replay_cursor_move (fresh, t, NULL)));
      if (!options.erased)
        g_assert_cmpuint (count (there), <=, count (drawing));
    }
  g_assert_true (ring_revision_is_same (ring_replay_cursor_move (cursor, end, NULL), drawing));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);

  for (guint seed = 1; seed <= 12; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/replay/moments/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_moments);
    }
  return ring_test_run ();
}
