/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The ink ahead of the pen: a help where the pen goes on, and nowhere in the way where it does
 * not. Lengths are pixels here, at one pixel a mm. */
#include "ring-predict.h"
#include "ring-ink.h"
#include "ring-test-pen.h"
#include "ring-test.h"

#include <math.h>
#include <string.h>

#define MS RING_PREDICT_MAX
#define PIXEL 1.0

static double
gap (const RingSample *a, double x, double y)
{
  return hypot (a->x - x, a->y - y);
}

/* N samples, 8 ms apart, at SPEED pixels a second. */
static void
make_line (RingSample *s, gsize n, double speed)
{
  for (gsize i = 0; i < n; i++)
    s[i] = (RingSample){ 10 + speed * 0.008 * i, 20, 0.5, 0.1, 0.2, (guint32) (8 * i) };
}

static void
test_line (void)
{
  RingSample s[20], before[20], ahead, half, same;

  make_line (s, 20, 600);
  memcpy (before, s, sizeof s);
  g_assert_true (ring_predict (s, 20, MS, PIXEL, &ahead));
  g_assert_cmpmem (s, sizeof s, before, sizeof before);
  g_assert_cmpfloat_with_epsilon (ahead.y, 20, 1e-9);
  /* Most of the way, and never more than the way. */
  g_assert_cmpfloat (ahead.x - s[19].x, >, 0.7 * 0.6 * MS);
  g_assert_cmpfloat (ahead.x - s[19].x, <, 0.6 * MS);
  g_assert_cmpfloat (ahead.pressure, ==, 0.5);
  g_assert_cmpuint (ahead.time, ==, s[19].time + 16);

  g_assert_true (ring_predict (s, 20, MS / 2, PIXEL, &half));
  g_assert_cmpfloat_with_epsilon (half.x - s[19].x, (ahead.x - s[19].x) / 2, 1e-9);
  /* One frame is the most. */
  g_assert_true (ring_predict (s, 20, 500, PIXEL, &same));
  g_assert_cmpfloat (same.x, ==, ahead.x);
  g_assert_false (ring_predict (s, 20, 0, PIXEL, &same));
  g_assert_false (ring_predict (s, 20, NAN, PIXEL, &same));
}

static void
test_none (void)
{
  RingSample s[40], ahead;

  make_line (s, 40, 600);
  for (gsize n = 0; n < 4; n++)
    g_assert_false (ring_predict (s, n, MS, PIXEL, &ahead));
  /* Slow: less than a pixel a frame. */
  make_line (s, 40, 40);
  g_assert_false (ring_predict (s, 40, MS, PIXEL, &ahead));
  /* The same hand under a magnifying glass is not slow. */
  g_assert_true (ring_predict (s, 40, MS, PIXEL / 10, &ahead));
  /* Short: fast, but hardly begun. */
  make_line (s, 40, 350);
  g_assert_false (ring_predict (s, 4, MS, PIXEL, &ahead));
  g_assert_true (ring_predict (s, 12, MS, PIXEL, &ahead));
  /* A gap in the samples tells nothing of the speed. */
  make_line (s, 40, 600);
  for (gsize i = 39; i < 40; i++)
    s[i].time += 200;
  g_assert_false (ring_predict (s, 40, MS, PIXEL, &ahead));
  /* Nor do samples of one moment. */
  for (gsize i = 0; i < 40; i++)
    s[i].time = 7;
  g_assert_false (ring_predict (s, 40, MS, PIXEL, &ahead));
}

/* Ways of a hand from rest to rest have the least jerk: Flash and Hogan 1985. */
static double
hand_way (double t)
{
  t = CLAMP (t, 0, 1);
  return t * t * t * (10 - 15 * t + 6 * t * t);
}

/* The ink never runs past the place where the pen comes to rest by a pixel that could be seen. */
static void
test_stop (void)
{
  for (double length = 20; length < 700; length *= 1.5)
    {
      for (guint rate = 2; rate <= 16; rate *= 2)
        {
          /* A dozen samples, or nobody could tell that it brakes. */
          for (double ms = MAX (80, 12 * rate); ms < 600; ms *= 1.3)
            {
              RingSample s[400], ahead;
              gsize n = 0;

              for (double t = 0; t < ms + 60 && n < 400; t += rate)
                {
                  s[n] = (RingSample){ length * hand_way (t / ms), 0, 0.5, 0, 0, (guint32) t };
                  n++;
                  if (ring_predict (s, n, MS, PIXEL, &ahead))
                    g_assert_cmpfloat (ahead.x, <=, length + 0.5);
                }
              g_assert_false (ring_predict (s, n, MS, PIXEL, &ahead));
            }
        }
    }
}

/* A pen that stops dead is believed at the next sample. */
static void
test_dead_stop (void)
{
  RingSample s[30], ahead;

  make_line (s, 30, 800);
  for (gsize i = 20; i < 30; i++)
    {
      s[i].x = s[19].x;
      if (ring_predict (s, i + 1, MS, PIXEL, &ahead))
        g_assert_cmpfloat (gap (&ahead, s[19].x, 20), <, 0.5);
    }
}

/* Into a corner and out of it, at full speed: nothing is shown that leaves the new way. */
static void
test_corner (void)
{
  for (guint degrees = 60; degrees <= 180; degrees += 10)
    {
      double a = degrees * G_PI / 180;
      RingSample s[40], ahead;

      make_line (s, 40, 700);
      for (gsize i = 20; i < 40; i++)
        {
          double way = 5.6 * (i - 19);

          s[i].x = s[19].x + way * cos (a);
          s[i].y = 20 + way * sin (a);
          if (ring_predict (s, i + 1, MS, PIXEL, &ahead))
            {
              double across = -(ahead.x - s[19].x) * sin (a) + (ahead.y - 20) * cos (a);

              g_assert_cmpfloat (fabs (across), <, 0.5);
            }
        }
    }
}

/* Round a ring the ink bends with the pen. */
static void
test_circle (void)
{
  for (double radius = 15; radius < 400; radius *= 2)
    {
      RingSample s[60], ahead;

      for (gsize i = 0; i < 60; i++)
        {
          double a = 5.0 * i / radius;

          s[i] = (RingSample){ radius * cos (a), radius * sin (a), 0.5, 0, 0, (guint32) (8 * i) };
        }
      for (gsize n = 20; n < 60; n++)
        {
          if (ring_predict (s, n, MS, PIXEL, &ahead))
            g_assert_cmpfloat_with_epsilon (gap (&ahead, 0, 0), radius, 0.25);
        }
    }
}

/* A pen that is lifted does not grow a blob. */
static void
test_pressure (void)
{
  RingSample s[20], ahead;

  make_line (s, 20, 600);
  for (gsize i = 0; i < 20; i++)
    s[i].pressure = 1 - i * 0.05;
  g_assert_true (ring_predict (s, 20, MS, PIXEL, &ahead));
  g_assert_cmpfloat (ahead.pressure, ==, 0);
  for (gsize i = 0; i < 20; i++)
    s[i].pressure = i * 0.05;
  g_assert_true (ring_predict (s, 20, MS, PIXEL, &ahead));
  g_assert_cmpfloat (ahead.pressure, ==, s[19].pressure);
}

static RingPoint
at_time (const RingSample *s, gsize n, double time)
{
  gsize i = 0;

  while (i + 2 < n && s[i + 1].time < time)
    i++;
  if (n < 2 || s[i + 1].time <= s[i].time || time >= s[n - 1].time)
    return (RingPoint){ s[n - 1].x, s[n - 1].y };
  time = (time - s[i].time) / (s[i + 1].time - s[i].time);
  return (RingPoint){ s[i].x + time * (s[i + 1].x - s[i].x), s[i].y + time * (s[i + 1].y - s[i].y) };
}

/* How far AHEAD lies beside the way that the pen took next. */
static double
astray (const RingSample *s, gsize n, gsize from, const RingSample *ahead)
{
  double best = gap (ahead, s[from].x, s[from].y);

  for (gsize i = from; i + 1 < n && s[i].time < s[from].time + 100; i++)
    best = MIN (best, ring_point_segment_distance ((RingPoint){ ahead->x, ahead->y },
                                                   (RingPoint){ s[i].x, s[i].y },
                                                   (RingPoint){ s[i + 1].x, s[i + 1].y }));
  return best;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

/* Real hands: the line comes nearer to the pen, and what is drawn ahead is where the pen goes. */
static void
test_hands (void)
{
  g_autoptr (GPtrArray) hands = ring_test_read_hands ();
  g_autoptr (GArray) off = g_array_new (FALSE, FALSE, sizeof (double));
  double with = 0, without = 0;

  for (guint h = 0; h < hands->len; h++)
    {
      gsize n;
      const RingSample *read = ring_samples_get (g_ptr_array_index (hands, h), &n, NULL);
      g_autofree RingSample *s = g_memdup2 (read, n * sizeof *read);

      for (gsize i = 0; i < n; i++)
        s[i].x *= 5, s[i].y *= 5;
      for (gsize i = 4; i + 3 < n; i++)
        {
          RingSample ahead;
          RingPoint pen = at_time (s, n, s[i].time + MS);
          double beside;

          if (!ring_predict (s, i + 1, MS, PIXEL, &ahead))
            continue;
          without += gap (&s[i], pen.x, pen.y);
          with += gap (&ahead, pen.x, pen.y);
          beside = astray (s, n, i, &ahead);
          g_array_append_val (off, beside);
        }
    }
  g_array_sort (off, compare_doubles);
  g_test_message ("%u guesses: %.2f px behind the pen instead of %.2f, beside its way by %.2f px in "
                  "the middle, %.2f at 95 %%, %.2f at most", off->len, with / off->len,
                  without / off->len, g_array_index (off, double, off->len / 2),
                  g_array_index (off, double, off->len * 95 / 100),
                  g_array_index (off, double, off->len - 1));
  g_assert_cmpuint (off->len, >, 500);
  g_assert_cmpfloat (with, <, 0.65 * without);
  g_assert_cmpfloat (g_array_index (off, double, off->len / 2), <, 0.4);
  g_assert_cmpfloat (g_array_index (off, double, off->len * 95 / 100), <, 3.5);
}

/* The path for the screen, and its extent; the stroke does not know that it was asked. */
static void
test_wet (void)
{
  RingInkStyle style = { 4, 0.2, RING_PRESSURE_LINEAR, RING_SMOOTHING_LIGHT };

  for (guint smoothing = 0; smoothing < 3; smoothing++)
    {
      g_autoptr (RingWetInk) asked = NULL;
      g_autoptr (RingWetInk) left = NULL;
      const RingSample *a, *b;
      RingSample s[60];
      guint n_paths = 0;
      gsize n_a, n_b;

      style.smoothing = (RingSmoothing) smoothing;
      asked = ring_wet_ink_new (&style);
      left = ring_wet_ink_new (&style);
      make_line (s, 60, 700);
      for (gsize i = 0; i < 60; i++)
        {
          g_autoptr (RingPath) path = NULL;
          RingRect bounds, tight;

          ring_wet_ink_add (asked, &s[i]);
          ring_wet_ink_add (left, &s[i]);
          path = ring_wet_ink_predict (asked, MS, PIXEL, &bounds);
          if (path == NULL)
            continue;
          n_paths++;
          tight = ring_path_get_bounds (path);
          g_assert_cmpfloat (tight.x1, <=, bounds.x1 + 0.01);
          g_assert_cmpfloat (tight.y0, >=, bounds.y0 - 0.01);
          g_assert_cmpfloat (tight.x1 - tight.x0, <=, 4 + 0.7 * MS);
        }
      g_assert_cmpuint (n_paths, >, 40);
      a = ring_wet_ink_finish (asked, &n_a);
      b = ring_wet_ink_finish (left, &n_b);
      g_assert_cmpmem (a, n_a * sizeof *a, b, n_b * sizeof *b);
    }
}

/* Nothing that a driver can say makes a place that is none. */
static void
test_extreme (void)
{
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (61));
  for (guint round = 0; round < ring_test_rounds (400); round++)
    {
      RingSample s[40], ahead;

      ring_test_make_stroke (&random, (RingTestStrokeKind) (round % RING_TEST_N_KINDS), s, 40);
      if (round % 5 == 0)
        s[39].x = 1e300;
      for (gsize n = 0; n <= 40; n++)
        {
          if (ring_predict (s, n, MS, 0.001, &ahead))
            g_assert_true (isfinite (ahead.x) && isfinite (ahead.y) && ahead.pressure >= 0);
        }
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);

  g_test_add_func ("/predict/line", test_line);
  g_test_add_func ("/predict/none", test_none);
  g_test_add_func ("/predict/stop", test_stop);
  g_test_add_func ("/predict/dead-stop", test_dead_stop);
  g_test_add_func ("/predict/corner", test_corner);
  g_test_add_func ("/predict/circle", test_circle);
  g_test_add_func ("/predict/pressure", test_pressure);
  g_test_add_func ("/predict/hands", test_hands);
  g_test_add_func ("/predict/wet", test_wet);
  g_test_add_func ("/predict/extreme", test_extreme);

  return ring_test_run ();
}
