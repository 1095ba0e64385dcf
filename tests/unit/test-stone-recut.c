/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan by the fields of a card, and what it says. */
#include "ring-error.h"
#include "ring-stone-recut.h"
#include "ring-test-model.h"
#include "ring-test.h"

static const char *const round_stone[]
    = { "cut", "round", "length", "6.5",    "width", "6.5",   "depth",       "4.2",
        "carat", "1.1", "carat-measured", "measured", "recut", "girdle", "recut-width", "6.1", NULL };

static void
test_words (void)
{
  g_autoptr (RingRecord) stone = ring_test_record (RING_RECORD_STONE, "tone", round_stone);
  g_autoptr (GError) error = NULL;
  g_autofree char *size = NULL;
  g_autofree char *loss = NULL;
  RingStoneRecut recut;

  g_assert_true (ring_stone_recut_init (&recut, stone, &error));
  g_assert_no_error (error);
  g_assert_true (recut.weighed);
  size = ring_stone_recut_format_size (&recut);
  loss = ring_stone_recut_format_loss (&recut);
  g_assert_cmpstr (size, ==, "6.1 × 6.1 × 3.78 mm, 0.87 ct ± 5 %");
  g_assert_cmpstr (loss, ==, "0.23 ct less, 21 %; 10 to 25 % are usual for this work");
}

/* Nothing is planned until somebody plans it; what is missing is said. */
static void
test_missing (void)
{
  static const char *const needed[] = { "cut", "length", "width", "depth" };
  g_autoptr (RingRecord) stone = ring_test_record (RING_RECORD_STONE, "tone", round_stone);
  g_autoptr (RingRecord) idle = ring_record_with (stone, "recut", NULL);
  g_autoptr (GError) error = NULL;
  RingStoneRecut recut;

  g_assert_false (ring_stone_recut_init (&recut, idle, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      g_autoptr (RingRecord) less = ring_record_with (stone, needed[i], NULL);

      g_assert_false (ring_stone_recut_init (&recut, less, &error));
      g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
      g_clear_error (&error);
    }
}

/* A stone that nobody weighed is estimated before, too. */
static void
test_estimated (void)
{
  g_autoptr (RingRecord) stone = ring_test_record (RING_RECORD_STONE, "tone", round_stone);
  g_autoptr (RingRecord) light = ring_record_with (stone, "carat", NULL);
  RingStoneRecut recut;

  g_assert_true (ring_stone_recut_init (&recut, light, NULL));
  g_assert_false (recut.weighed);
  g_assert_cmpfloat_with_epsilon (recut.carat, 0.0061 * 6.5 * 6.5 * 4.2, 0.005);
  g_assert_cmpfloat (recut.after.carat, <, recut.carat);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/stone-recut/words", test_words);
  g_test_add_func ("/stone-recut/missing", test_missing);
  g_test_add_func ("/stone-recut/estimated", test_estimated);
  return ring_test_run ();
}
