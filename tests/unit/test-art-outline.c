/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The outline of painted paths. */
#include "ring-art-outline.h"
#include "ring-contour.h"
#include "ring-test.h"

#include <math.h>

#define INK 0x336699ff

static void
add_rect (RingArt *art, double x0, double y0, double x1, double y1, guint32 fill)
{
  g_autoptr (RingPath) path = ring_path_new ();

  ring_path_add_rect (path, (RingRect){ x0, y0, x1, y1 });
  ring_art_add (art, path, fill, 0, 0, FALSE);
}

static double
area (const RingPath *outline)
{
  g_autoptr (GPtrArray) lines = ring_path_flatten (outline, 0.001);
  double sum = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const GArray *points = g_ptr_array_index (lines, i);

      sum += ring_contour_area ((const RingPoint *) points->data, points->len);
    }
  return sum;
}

static void
test_circle (void)
{
  g_autoptr (RingArt) art = ring_art_new ();
  g_autoptr (RingPath) circle = ring_path_new ();
  g_autoptr (RingPath) outline = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  const GArray *points;

  ring_path_add_ellipse (circle, (RingPoint){ 1.234, -5.678 }, 3, 3);
  ring_art_add (art, circle, INK, 0, 0, FALSE);
  outline = ring_art_make_outline (art);
  lines = ring_path_flatten (outline, 0.001);
  g_assert_cmpuint (lines->len, ==, 1);
  points = g_ptr_array_index (lines, 0);
  g_assert_cmpuint (points->len, >, 30);
  for (guint i = 0; i < points->len; i++)
    g_assert_cmpfloat_with_epsilon (ring_point_distance (g_array_index (points, RingPoint, i),
                                                         (RingPoint){ 1.234, -5.678 }),
                                    3, 0.012);
}

/* Parts that touch have no line between them, and what lies on another changes nothing. */
static void
test_union (void)
{
  g_autoptr (RingArt) art = ring_art_new ();
  g_autoptr (RingPath) outline = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  add_rect (art, 0.011, 0, 2.003, 3, INK);
  add_rect (art, 2.003, 0, 4.007, 3, INK);
  add_rect (art, 0.011, 0, 4.007, 3, 0xffffff80);
  outline = ring_art_make_outline (art);
  lines = ring_path_flatten (outline, 0.001);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (fabs (area (outline)), 3.996 * 3, 0.08);
  /* The line runs along the edges, not between the two. */
  g_assert_cmpfloat (ring_path_distance (outline, (RingPoint){ 2.003, 1.5 }, FALSE), >, 1.48);
  g_assert_cmpfloat (ring_path_distance (outline, (RingPoint){ 0.011, 1.5 }, FALSE), <, 0.012);
  g_assert_cmpfloat (ring_path_distance (outline, (RingPoint){ 3, 0 }, FALSE), <, 0.012);
}

/* An opening stays; a crack does not. */
static void
test_holes (void)
{
  g_autoptr (RingArt) art = ring_art_new ();
  g_autoptr (RingPath) outline = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  add_rect (art, 0, 0, 4, 1, INK);
  add_rect (art, 0, 3, 4, 4, INK);
  add_rect (art, 0, 1, 1, 3, INK);
  add_rect (art, 3, 1, 4, 1.9, INK);
  add_rect (art, 3, 2.0, 4, 3, INK);
  add_rect (art, 3.5, 1.5, 4, 2.5, INK);
  outline = ring_art_make_outline (art);
  lines = ring_path_flatten (outline, 0.001);
  g_assert_cmpuint (lines->len, ==, 2);
}

static void
test_nothing (void)
{
  g_autoptr (RingArt) art = ring_art_new ();
  g_autoptr (RingArt) huge = ring_art_new ();

  g_assert_null (ring_art_make_outline (art));
  add_rect (art, 0, 0, 3, 3, 0x33669900);
  g_assert_null (ring_art_make_outline (art));
  g_assert_true (ring_art_path_is_outline (ring_art_get_path (art, 0)));
  /* It is not touched where nothing is painted. */
  g_assert_cmpfloat (ring_art_distance (art, (RingPoint){ 0, 0 }), ==, G_MAXDOUBLE);
  add_rect (huge, 0, 0, 1e5, 1, INK);
  g_assert_null (ring_art_make_outline (huge));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/art-outline/circle", test_circle);
  g_test_add_func ("/art-outline/union", test_union);
  g_test_add_func ("/art-outline/holes", test_holes);
  g_test_add_func ("/art-outline/nothing", test_nothing);
  return ring_test_run ();
}
