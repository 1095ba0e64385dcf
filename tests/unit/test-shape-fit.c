/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shapes that a hand meant, recovered from lines as a hand draws them. */
#include "ring-random.h"
#include "ring-shape-fit.h"
#include "ring-test.h"

#include <math.h>

#define N 90

/* A tremor that comes and goes, as a hand has it; a part of SIZE. */
static void
shake (RingPoint *p, RingRandom *random, double size)
{
  double fx = 2 + 3 * ring_random_unit (random), fy = 2 + 3 * ring_random_unit (random);
  double ax = 6 * ring_random_unit (random), ay = 6 * ring_random_unit (random);

  for (guint i = 0; i < N; i++)
    {
      double t = (double) i / N;

      p[i].x += size * (0.6 * sin (2 * G_PI * fx * t + ax) + 0.4 * (ring_random_unit (random) - 0.5));
      p[i].y += size * (0.6 * sin (2 * G_PI * fy * t + ay) + 0.4 * (ring_random_unit (random) - 0.5));
    }
}

/* Part of an ellipse; the hand is slower on one side. */
static void
go_round (RingPoint *p, RingPoint c, double a, double b, double turn, double from, double sweep)
{
  for (guint i = 0; i < N; i++)
    {
      double t = (double) i / (N - 1);
      double u = from + sweep * (t + 0.05 * sin (2 * G_PI * t));

      p[i] = (RingPoint){ c.x + a * cos (u) * cos (turn) - b * sin (u) * sin (turn),
                          c.y + a * cos (u) * sin (turn) + b * sin (u) * cos (turn) };
    }
}

static void
test_lines (void)
{
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (1));
  for (guint round = 0; round < ring_test_rounds (100); round++)
    {
      double angle = 7 * ring_random_unit (&random), length = 1 + 80 * ring_random_unit (&random);
      RingPoint p[N], found[3];

      for (guint i = 0; i < N; i++)
        p[i] = (RingPoint){ length * cos (angle) * i / (N - 1), length * sin (angle) * i / (N - 1) };
      shake (p, &random, 0.01 * length);
      g_assert_cmpint (ring_shape_fit (p, N, found), ==, RING_SHAPE_LINE);
      g_assert_cmpfloat (ring_point_distance (found[0], (RingPoint){ 0, 0 }), <, 0.03 * length);
      g_assert_cmpfloat_with_epsilon (ring_point_distance (found[0], found[1]), length, 0.04 * length);
    }
}

static void
test_circles (void)
{
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (2));
  for (guint round = 0; round < ring_test_rounds (100); round++)
    {
      double r = 1 + 40 * ring_random_unit (&random), from = 7 * ring_random_unit (&random);
      double sweep = (ring_random_unit (&random) < 0.5 ? -1 : 1)
                     * (1.95 + 0.1 * ring_random_unit (&random)) * G_PI;
      RingPoint c = { 100 * ring_random_unit (&random), 100 * ring_random_unit (&random) };
      RingPoint p[N], found[3];

      go_round (p, c, r, r, 0, from, sweep);
      shake (p, &random, 0.03 * r);
      g_assert_cmpint (ring_shape_fit (p, N, found), ==, RING_SHAPE_CIRCLE);
      g_assert_cmpfloat (ring_point_distance (found[0], c), <, 0.06 * r);
      g_assert_cmpfloat_with_epsilon (ring_point_distance (found[0], found[1]), r, 0.05 * r);
    }
}

/* What is a little longer than wide is a circle of the mean radius. */
static void
test_nearly_round (void)
{
  RingPoint p[N], found[3];

  go_round (p, (RingPoint){ 20, 20 }, 11, 10, 0.4, 0, 2 * G_PI);
  g_assert_cmpint (ring_shape_fit (p, N, found), ==, RING_SHAPE_CIRCLE);
  g_assert_cmpfloat_with_epsilon (ring_point_distance (found[0], found[1]), 10.5, 0.1);
}

static void
test_ellipses (void)
{
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (3));
  for (guint round = 0; round < ring_test_rounds (100); round++)
    {
      double b = 1 + 20 * ring_random_unit (&random), a = b * (1.35 + 1.5 * ring_random_unit (&random));
      double turn = 3 * ring_random_unit (&random), from = 7 * ring_random_unit (&random);
      RingPoint c = { 50, 60 };
      RingPoint p[N], found[3];

      go_round (p, c, a, b, turn, from, 2 * G_PI);
      shake (p, &random, 0.02 * b);
      g_assert_cmpint (ring_shape_fit (p, N, found), ==, RING_SHAPE_ELLIPSE);
      g_assert_cmpfloat (ring_point_distance (found[0], c), <, 0.06 * a);
      g_assert_cmpfloat_with_epsilon (
          fmax (ring_point_distance (found[0], found[1]), ring_point_distance (found[0], found[2])), a,
          0.06 * a);
      g_assert_cmpfloat_with_epsilon (
          fmin (ring_point_distance (found[0], found[1]), ring_point_distance (found[0], found[2])), b,
          0.06 * a);
    }
}

static void
test_arcs (void)
{
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (4));
  for (guint round = 0; round < ring_test_rounds (100); round++)
    {
      double r = 2 + 40 * ring_random_unit (&random), from = 7 * ring_random_unit (&random);
      double sweep = (0.4 + 1.0 * ring_random_unit (&random)) * G_PI;
      RingPoint c = { -3, 8 };
      RingPoint p[N], found[3];

      go_round (p, c, r, r, 0, from, sweep);
      shake (p, &random, 0.008 * r);
      g_assert_cmpint (ring_shape_fit (p, N, found), ==, RING_SHAPE_ARC);
      for (guint i = 0; i < 3; i++)
        g_assert_cmpfloat_with_epsilon (ring_point_distance (found[i], c), r, 0.05 * r);
      g_assert_cmpfloat (ring_point_distance (found[0], p[0]), <, 0.05 * r);
    }
}

/* What is none of these stays a stroke. */
static void
test_none (void)
{
  RingPoint square[N], wave[N], zigzag[N], corner[N], found[3];

  for (guint i = 0; i < N; i++)
    {
      double t = 4.0 * i / (N - 1), k = t - floor (t);
      int side = (int) fmin (floor (t), 3);
      const RingPoint corners[] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 }, { 0, 0 } };

      if (i == N - 1)
        k = 1;
      square[i] = (RingPoint){ corners[side].x + k * (corners[side + 1].x - corners[side].x),
                               corners[side].y + k * (corners[side + 1].y - corners[side].y) };
      wave[i] = (RingPoint){ 0.1 * i, sin (i / 6.0) };
      zigzag[i] = (RingPoint){ 0.1 * i, i % 12 < 6 ? i % 12 : 12 - i % 12 };
      corner[i] = i < N / 2 ? (RingPoint){ i, 0 } : (RingPoint){ N / 2, i - N / 2 };
    }
  g_assert_cmpint (ring_shape_fit (square, N, found), ==, RING_SHAPE_NONE);
  g_assert_cmpint (ring_shape_fit (wave, N, found), ==, RING_SHAPE_NONE);
  g_assert_cmpint (ring_shape_fit (zigzag, N, found), ==, RING_SHAPE_NONE);
  g_assert_cmpint (ring_shape_fit (corner, N, found), ==, RING_SHAPE_NONE);
  g_assert_cmpint (ring_shape_fit (square, 2, found), ==, RING_SHAPE_NONE);
  /* Half round and back is not round, and more than round is no arc. */
  go_round (wave, (RingPoint){ 0, 0 }, 10, 10, 0, 0, G_PI);
  for (guint i = 0; i < N; i++)
    zigzag[i] = wave[i < N / 2 ? 2 * i : 2 * (N - 1 - i)];
  g_assert_cmpint (ring_shape_fit (zigzag, N, found), ==, RING_SHAPE_NONE);
  go_round (wave, (RingPoint){ 0, 0 }, 10, 10, 0, 0, 2.7 * G_PI);
  g_assert_cmpint (ring_shape_fit (wave, N, found), ==, RING_SHAPE_NONE);
  for (guint i = 0; i < N; i++)
    square[i] = (RingPoint){ 5, 5 };
  g_assert_cmpint (ring_shape_fit (square, N, found), ==, RING_SHAPE_NONE);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/shape-fit/lines", test_lines);
  g_test_add_func ("/shape-fit/circles", test_circles);
  g_test_add_func ("/shape-fit/nearly-round", test_nearly_round);
  g_test_add_func ("/shape-fit/ellipses", test_ellipses);
  g_test_add_func ("/shape-fit/arcs", test_arcs);
  g_test_add_func ("/shape-fit/none", test_none);
  return ring_test_run ();
}
