/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A visit to the counter's screen: its way, its ends, and what may be done where. */
#include "ring-test.h"
#include "ring-visit.h"

static gint64
at (double seconds)
{
  return (gint64) (seconds * G_USEC_PER_SEC);
}

static void
begin (RingVisit *visit)
{
  ring_visit_init (visit, 0, 0, at (0));
  g_assert_true (ring_visit_go (visit, RING_VISIT_MENUS, at (0)));
}

static void
test_path (void)
{
  RingVisit visit;

  begin (&visit);
  for (RingVisitStep step = RING_VISIT_NUMBER; step <= RING_VISIT_THANKS; step++)
    {
      g_assert_cmpint (ring_visit_next (&visit), ==, step);
      g_assert_true (ring_visit_go (&visit, step, at (step)));
      g_assert_cmpint (visit.step, ==, step);
    }
  g_assert_cmpint (ring_visit_next (&visit), ==, RING_VISIT_ATTRACT);
}

static void
test_ways (void)
{
  RingVisit visit;

  ring_visit_init (&visit, 0, 0, at (0));
  /* Nothing but the menus comes first. */
  g_assert_false (ring_visit_go (&visit, RING_VISIT_BENCH, at (0)));
  g_assert_false (ring_visit_go (&visit, RING_N_VISIT_STEPS, at (0)));
  begin (&visit);
  /* Steps can be left out, and there is one way back. */
  g_assert_true (ring_visit_go (&visit, RING_VISIT_BENCH, at (1)));
  g_assert_false (ring_visit_go (&visit, RING_VISIT_MENUS, at (2)));
  g_assert_true (ring_visit_go (&visit, RING_VISIT_DIFFERENCE, at (2)));
  g_assert_true (ring_visit_go (&visit, RING_VISIT_BENCH, at (3)));
  g_assert_true (ring_visit_go (&visit, RING_VISIT_ATTRACT, at (4)));
}

/* A visitor who looks on and touches now and then, and never goes on: all ends in three minutes. */
static void
test_three_minutes (void)
{
  const double ends[] = { 50, 64, 76, 118, 142, 174, 180 };
  RingVisit visit;
  guint n = 0;

  begin (&visit);
  for (double t = 0.5; visit.step != RING_VISIT_ATTRACT; t += 0.5)
    {
      ring_visit_touch (&visit, at (t), FALSE);
      if (ring_visit_tick (&visit, at (t)) != RING_VISIT_MOVED)
        continue;
      g_assert_cmpuint (n, <, G_N_ELEMENTS (ends));
      /* Thanks last for five seconds, not for what is left. */
      g_assert_cmpfloat (t, ==, n == 6 ? 179.0 : ends[n]);
      n++;
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (ends));
}

/* Who was quick has time; who comes late to a step has a little at least. */
static void
test_shares (void)
{
  RingVisit visit;

  begin (&visit);
  ring_visit_go (&visit, RING_VISIT_BENCH, at (10));
  g_assert_cmpfloat_with_epsilon (ring_visit_left (&visit, at (20)), 98, 1e-9);
  ring_visit_go (&visit, RING_VISIT_DIFFERENCE, at (141));
  g_assert_cmpfloat_with_epsilon (ring_visit_left (&visit, at (141)), RING_VISIT_LEAST, 1e-9);
  g_assert_cmpint (ring_visit_tick (&visit, at (146)), ==, RING_VISIT_MOVED);
  g_assert_cmpint (visit.step, ==, RING_VISIT_HOME);
}

static void
test_idle (void)
{
  RingVisit visit;

  begin (&visit);
  g_assert_cmpint (ring_visit_tick (&visit, at (24.5)), ==, RING_VISIT_SAME);
  g_assert_cmpint (ring_visit_tick (&visit, at (25)), ==, RING_VISIT_ASKED);
  g_assert_true (visit.asking);
  g_assert_cmpfloat_with_epsilon (ring_visit_asking_left (&visit, at (27)), 8, 1e-9);
  /* Somebody is. */
  ring_visit_touch (&visit, at (28), FALSE);
  g_assert_false (visit.asking);
  g_assert_cmpint (ring_visit_tick (&visit, at (28)), ==, RING_VISIT_SAME);
  ring_visit_go (&visit, RING_VISIT_BENCH, at (29));
  g_assert_cmpint (ring_visit_tick (&visit, at (54)), ==, RING_VISIT_ASKED);
  g_assert_cmpint (ring_visit_tick (&visit, at (63.5)), ==, RING_VISIT_SAME);
  g_assert_cmpint (ring_visit_tick (&visit, at (64)), ==, RING_VISIT_MOVED);
  g_assert_cmpint (visit.step, ==, RING_VISIT_ATTRACT);
  g_assert_cmpint (ring_visit_tick (&visit, at (1000)), ==, RING_VISIT_SAME);
}

/* A telephone is in the hands, and none on the glass. */
static void
test_home_waits (void)
{
  RingVisit visit;

  begin (&visit);
  ring_visit_go (&visit, RING_VISIT_HOME, at (20));
  for (double t = 21; t < 174; t++)
    g_assert_cmpint (ring_visit_tick (&visit, at (t)), ==, RING_VISIT_SAME);
  g_assert_cmpint (ring_visit_tick (&visit, at (174)), ==, RING_VISIT_MOVED);
  g_assert_cmpint (visit.step, ==, RING_VISIT_THANKS);
}

/* No stroke is cut off, but a finger that says nothing for long is none. */
static void
test_stroke (void)
{
  RingVisit visit;

  begin (&visit);
  ring_visit_go (&visit, RING_VISIT_BENCH, at (100));
  ring_visit_touch (&visit, at (117), TRUE);
  g_assert_cmpint (ring_visit_tick (&visit, at (120)), ==, RING_VISIT_SAME);
  ring_visit_touch (&visit, at (121), FALSE);
  g_assert_cmpint (ring_visit_tick (&visit, at (121)), ==, RING_VISIT_MOVED);

  begin (&visit);
  ring_visit_touch (&visit, at (40), TRUE);
  g_assert_cmpint (ring_visit_tick (&visit, at (59)), ==, RING_VISIT_SAME);
  g_assert_cmpint (ring_visit_tick (&visit, at (60)), ==, RING_VISIT_MOVED);
}

static void
test_allows (void)
{
  static const char *const never[] = { "open", "save", "quit", "close", "library", "print-to-file", "preferences" };
  RingVisit visit;

  ring_visit_init (&visit, 0, 0, at (0));
  g_assert_true (ring_visit_allows (&visit, "begin"));
  g_assert_true (ring_visit_allows (&visit, "language"));
  g_assert_false (ring_visit_allows (&visit, "next"));
  g_assert_false (ring_visit_allows (&visit, "again"));
  begin (&visit);
  g_assert_true (ring_visit_allows (&visit, "again"));
  g_assert_false (ring_visit_allows (&visit, "undo"));
  g_assert_false (ring_visit_allows (&visit, "print"));
  ring_visit_go (&visit, RING_VISIT_BENCH, at (1));
  g_assert_true (ring_visit_allows (&visit, "undo"));
  ring_visit_go (&visit, RING_VISIT_HOME, at (2));
  g_assert_true (ring_visit_allows (&visit, "print"));
  g_assert_false (ring_visit_allows (&visit, "draw-more"));
  for (guint step = 0; step < RING_N_VISIT_STEPS; step++)
    for (guint i = 0; i < G_N_ELEMENTS (never); i++)
      {
        visit.step = step;
        g_assert_false (ring_visit_allows (&visit, never[i]));
      }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/visit/path", test_path);
  g_test_add_func ("/visit/ways", test_ways);
  g_test_add_func ("/visit/three-minutes", test_three_minutes);
  g_test_add_func ("/visit/shares", test_shares);
  g_test_add_func ("/visit/idle", test_idle);
  g_test_add_func ("/visit/home-waits", test_home_waits);
  g_test_add_func ("/visit/stroke", test_stroke);
  g_test_add_func ("/visit/allows", test_allows);
  return ring_test_run ();
}
