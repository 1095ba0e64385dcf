/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-point.h"
#include "ring-random.h"
#include "ring-test.h"

#include <math.h>

static void
test_distance (void)
{
  RingPoint a = { 0, 0 }, b = { 4, 0 };

  g_assert_cmpfloat (ring_point_distance ((RingPoint){ 1, 1 }, (RingPoint){ 4, 5 }), ==, 5);
  g_assert_cmpfloat (ring_point_segment_distance ((RingPoint){ 2, 3 }, a, b), ==, 3);
  g_assert_cmpfloat (ring_point_segment_distance ((RingPoint){ 7, 4 }, a, b), ==, 5);
  g_assert_cmpfloat (ring_point_segment_distance ((RingPoint){ -3, 4 }, a, b), ==, 5);
  /* A segment of no length is its point. */
  g_assert_cmpfloat (ring_point_segment_distance ((RingPoint){ 3, 4 }, a, a), ==, 5);
}

static void
test_rect (void)
{
  RingRect a = { 0, 0, 4, 3 }, b = { 4, 3, 6, 5 }, c = { 5, 0, 6, 1 };
  RingRect r;

  g_assert_true (ring_rect_is_empty (RING_RECT_EMPTY));
  g_assert_true (ring_rect_is_empty ((RingRect){ NAN, 0, 1, 1 }));
  g_assert_false (ring_rect_is_empty ((RingRect){ 1, 1, 1, 1 }));
  g_assert_true (ring_rect_intersects (a, b));
  g_assert_false (ring_rect_intersects (a, c));
  g_assert_false (ring_rect_intersects (a, RING_RECT_EMPTY));
  g_assert_true (ring_rect_is_empty (ring_rect_intersect (a, c)));
  r = ring_rect_intersect (a, b);
  g_assert_true (r.x0 == 4 && r.y0 == 3 && r.x1 == 4 && r.y1 == 3);
  r = ring_rect_union (a, RING_RECT_EMPTY);
  g_assert_true (r.x0 == 0 && r.y0 == 0 && r.x1 == 4 && r.y1 == 3);
  r = ring_rect_add_point (RING_RECT_EMPTY, (RingPoint){ 7, 8 });
  g_assert_true (r.x0 == 7 && r.y0 == 8 && r.x1 == 7 && r.y1 == 8);
  r = ring_rect_inset (a, -1);
  g_assert_true (r.x0 == -1 && r.y0 == -1 && r.x1 == 5 && r.y1 == 4);
  g_assert_true (ring_rect_is_empty (ring_rect_inset (a, 2)));
  g_assert_true (ring_rect_is_empty (ring_rect_inset (RING_RECT_EMPTY, -9)));
  g_assert_true (ring_rect_contains (a, (RingPoint){ 4, 3 }));
  g_assert_false (ring_rect_contains (RING_RECT_EMPTY, (RingPoint){ 0.5, 0.5 }));
}

static void
test_matrix (void)
{
  RingMatrix grow = { 2, 0, 0, 3, 0, 0 }, move = { 1, 0, 0, 1, 10, 20 };
  RingMatrix both = ring_matrix_multiply (&grow, &move);
  RingMatrix flat = { 1, 2, 2, 4, 0, 0 }, tiny = { 1e-300, 0, 0, 1e-300, 0, 0 };
  RingMatrix inverse = RING_MATRIX_IDENTITY;
  RingPoint p = ring_matrix_apply (&both, (RingPoint){ 1, 1 });
  RingRect r;

  g_assert_true (p.x == 12 && p.y == 23);
  g_assert_cmpfloat_with_epsilon (ring_matrix_scale (&both), sqrt (6), 1e-12);
  g_assert_false (ring_matrix_invert (&flat, &inverse));
  g_assert_false (ring_matrix_invert (&tiny, &inverse));
  g_assert_true (ring_matrix_is_identity (&inverse));
  r = ring_matrix_apply_rect (&(RingMatrix){ 0, 1, -1, 0, 0, 0 }, (RingRect){ 1, 2, 3, 5 });
  g_assert_true (r.x0 == -5 && r.y0 == 1 && r.x1 == -2 && r.y1 == 3);
  g_assert_true (ring_rect_is_empty (ring_matrix_apply_rect (&both, RING_RECT_EMPTY)));
}

static void
test_inverse (void)
{
  RingRandom random;

  ring_random_init_seed (&random, 5);
  for (guint i = 0; i < 2000; i++)
    {
      double v[8];
      RingMatrix m, inverse;
      RingPoint p, q;

      for (guint k = 0; k < G_N_ELEMENTS (v); k++)
        v[k] = ring_random_unit (&random) * 20 - 10;
      m = (RingMatrix){ v[0], v[1], v[2], v[3], v[4], v[5] };
      if (fabs (v[0] * v[3] - v[1] * v[2]) < 0.1)
        continue;
      g_assert_true (ring_matrix_invert (&m, &inverse));
      p = (RingPoint){ v[6], v[7] };
      q = ring_matrix_apply (&inverse, ring_matrix_apply (&m, p));
      g_assert_cmpfloat_with_epsilon (q.x, p.x, 1e-9);
      g_assert_cmpfloat_with_epsilon (q.y, p.y, 1e-9);
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);

  g_test_add_func ("/point/distance", test_distance);
  g_test_add_func ("/point/rect", test_rect);
  g_test_add_func ("/point/matrix", test_matrix);
  g_test_add_func ("/point/inverse", test_inverse);

  return ring_test_run ();
}
