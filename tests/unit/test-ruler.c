/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-ruler.h"
#include "ring-test.h"

#include <math.h>

static const RingRuler ruler = { RING_RULER_STRAIGHT, { 50, 60 }, 30, 40, 7 };
static const RingRuler ellipse = { RING_RULER_ELLIPSE, { 50, 60 }, 90, 16, 12 };

/* A point in the axes of R. */
static RingPoint
at (const RingRuler *r, double x, double y)
{
  double a = r->angle * G_PI / 180;

  return (RingPoint){ r->centre.x + x * cos (a) - y * sin (a), r->centre.y + x * sin (a) + y * cos (a) };
}

static void
assert_near (RingPoint a, RingPoint b)
{
  g_assert_cmpfloat_with_epsilon (a.x, b.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (a.y, b.y, 1e-9);
}

static void
test_edges (void)
{
  const RingRuler none = { 0 };

  g_assert_cmpint (ring_ruler_find_edge (&ruler, at (&ruler, 5, -7.5), 1), ==, 1);
  g_assert_cmpint (ring_ruler_find_edge (&ruler, at (&ruler, -30, 6.2), 1), ==, 2);
  g_assert_cmpint (ring_ruler_find_edge (&ruler, at (&ruler, 5, 0), 1), ==, 0);
  g_assert_cmpint (ring_ruler_find_edge (&ruler, at (&ruler, 45, 7), 1), ==, 0);
  g_assert_cmpint (ring_ruler_find_edge (&ellipse, at (&ellipse, 16.5, 0), 1), ==, 1);
  g_assert_cmpint (ring_ruler_find_edge (&ellipse, at (&ellipse, 0, 0), 1), ==, 0);
  g_assert_cmpint (ring_ruler_find_edge (&none, (RingPoint){ 0, 0 }, 1), ==, 0);
  /* The pen that has left the ruler's end still draws its line. */
  assert_near (ring_ruler_project (&ruler, 1, at (&ruler, 55, -3)), at (&ruler, 55, -7));
  assert_near (ring_ruler_project (&ellipse, 1, at (&ellipse, 0, -13)), at (&ellipse, 0, -12));
  assert_near (ring_ruler_project (&ruler, 0, (RingPoint){ 3, 4 }), (RingPoint){ 3, 4 });
}

static void
test_grips (void)
{
  RingRuler r = ruler, e = ellipse;

  g_assert_cmpint (ring_ruler_find_grip (&r, at (&r, 36, 0.5), 2), ==, RING_RULER_FIRST);
  g_assert_cmpint (ring_ruler_find_grip (&r, at (&r, -36, 0.5), 2), ==, RING_RULER_SECOND);
  g_assert_cmpint (ring_ruler_find_grip (&r, at (&r, 3, 1), 2), ==, RING_RULER_BODY);
  g_assert_cmpint (ring_ruler_find_grip (&r, at (&r, 3, 6.5), 2), ==, RING_RULER_NO_GRIP);
  g_assert_cmpint (ring_ruler_find_grip (&e, at (&e, 8, 0), 2), ==, RING_RULER_NO_GRIP);
  ring_ruler_drag (&r, RING_RULER_BODY, (RingPoint){ 1, 1 }, (RingPoint){ 4, 5 }, 0);
  assert_near (r.centre, (RingPoint){ 53, 64 });
  /* Nearly level is level. */
  ring_ruler_drag (&r, RING_RULER_FIRST, r.centre, (RingPoint){ 93, 64.5 }, 0);
  g_assert_cmpfloat (r.angle, ==, 0);
  ring_ruler_drag (&r, RING_RULER_SECOND, r.centre, (RingPoint){ 13, 44 }, 0);
  g_assert_cmpfloat_with_epsilon (r.angle, atan2 (20, 40) * 180 / G_PI, 1e-9);
  /* In steps, and never to nothing. */
  ring_ruler_drag (&e, RING_RULER_SECOND, e.centre, at (&e, 3, -8.9), 2);
  g_assert_cmpfloat (e.ry, ==, 9);
  ring_ruler_drag (&e, RING_RULER_FIRST, e.centre, (RingPoint){ 50, 60.0001 }, 2);
  g_assert_cmpfloat (e.rx, ==, 1);
  g_assert_cmpfloat (e.angle, ==, 90);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/ruler/edges", test_edges);
  g_test_add_func ("/ruler/grips", test_grips);
  return ring_test_run ();
}
