/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The view's arithmetic, without a window. */
#include "ring-test.h"
#include "ring-viewport.h"

#define NEAR 1e-9
/* The offset is rounded to device pixels. */
#define HALF_PIXEL 0.5001

static void
count_cb (RingViewport *viewport, guint *count)
{
  (*count)++;
}

static RingViewport *
make (void)
{
  RingViewport *viewport = ring_viewport_new ();

  ring_viewport_set_size (viewport, 800, 600);
  return viewport;
}

static void
assert_point (RingPoint got, RingPoint expected, double tolerance)
{
  g_assert_cmpfloat_with_epsilon (got.x, expected.x, tolerance);
  g_assert_cmpfloat_with_epsilon (got.y, expected.y, tolerance);
}

static void
test_default (void)
{
  g_autoptr (RingViewport) viewport = make ();
  RingPoint a, b;

  g_assert_cmpfloat_with_epsilon (ring_viewport_get_scale (viewport), 96.0 / 25.4, NEAR);
  g_assert_cmpfloat_with_epsilon (ring_viewport_get_zoom (viewport), 1.0, NEAR);
  assert_point (ring_viewport_to_widget (viewport, (RingPoint){ 0, 0 }), (RingPoint){ 400, 300 },
                HALF_PIXEL);
  /* An inch of paper is 96 pixels. */
  a = ring_viewport_to_widget (viewport, (RingPoint){ 0, 0 });
  b = ring_viewport_to_widget (viewport, (RingPoint){ 25.4, 0 });
  g_assert_cmpfloat_with_epsilon (b.x - a.x, 96.0, NEAR);
}

static void
test_inverse (void)
{
  g_autoptr (RingViewport) viewport = make ();

  for (int i = 0; i < 20; i++)
    {
      RingPoint paper = { i * 13.7 - 60, 200 - i * 9.1 };

      ring_viewport_set_zoom (viewport, 0.1 * (1 + i * i));
      ring_viewport_set_rotation (viewport, i * 23.0);
      ring_viewport_set_centre (viewport, (RingPoint){ i, -i });
      assert_point (ring_viewport_to_paper (viewport, ring_viewport_to_widget (viewport, paper)),
                    paper, 1e-7);
    }
}

static void
test_limits (void)
{
  g_autoptr (RingViewport) viewport = make ();

  ring_viewport_set_zoom (viewport, 1e9);
  g_assert_cmpfloat_with_epsilon (ring_viewport_get_zoom (viewport), 100.0, NEAR);
  ring_viewport_set_zoom (viewport, 0.0);
  g_assert_cmpfloat_with_epsilon (ring_viewport_get_zoom (viewport), 0.1, NEAR);
  ring_viewport_set_rotation (viewport, 190);
  g_assert_cmpfloat_with_epsilon (ring_viewport_get_rotation (viewport), -170, NEAR);
  ring_viewport_set_rotation (viewport, -180);
  g_assert_cmpfloat_with_epsilon (ring_viewport_get_rotation (viewport), 180, NEAR);
}

static void
test_zoom_at (void)
{
  g_autoptr (RingViewport) viewport = make ();
  RingPoint at = { 123, 456 };
  RingPoint before = ring_viewport_to_paper (viewport, at);

  /* Many small steps must not wander. */
  for (int i = 0; i < 200; i++)
    ring_viewport_zoom_at (viewport, at, i < 100 ? 1.03 : 1.0 / 1.03);
  assert_point (ring_viewport_to_widget (viewport, before), at, 2 * HALF_PIXEL);
  ring_viewport_zoom_at (viewport, at, 40.0);
  assert_point (ring_viewport_to_widget (viewport, before), at, 40 * HALF_PIXEL);
}

static void
test_rotate_at (void)
{
  g_autoptr (RingViewport) viewport = make ();
  RingPoint at = { 700, 20 };
  RingPoint before = ring_viewport_to_paper (viewport, at);
  RingMatrix matrix;

  ring_viewport_rotate_at (viewport, at, 37.0);
  assert_point (ring_viewport_to_widget (viewport, before), at, 2 * HALF_PIXEL);
  g_assert_cmpfloat_with_epsilon (ring_viewport_get_rotation (viewport), 37.0, NEAR);
  ring_viewport_set_rotation (viewport, 90);
  matrix = ring_viewport_get_matrix (viewport);
  g_assert_cmpfloat (matrix.xx, ==, 0.0);
  /* Clockwise: what pointed right points down. */
  g_assert_cmpfloat (matrix.yx, >, 0.0);
}

static void
test_pan (void)
{
  g_autoptr (RingViewport) viewport = make ();
  RingPoint paper = { 10, 20 };
  RingPoint before, after;

  ring_viewport_set_rotation (viewport, 30);
  before = ring_viewport_to_widget (viewport, paper);
  ring_viewport_pan (viewport, 17, -5);
  after = ring_viewport_to_widget (viewport, paper);
  assert_point (after, (RingPoint){ before.x + 17, before.y - 5 }, NEAR * 1e3);
}

static void
test_fit (void)
{
  g_autoptr (RingViewport) viewport = make ();
  RingRect page = { 0, 0, 210, 297 };
  RingRect seen;

  ring_viewport_fit (viewport, page, 20);
  g_assert_cmpfloat_with_epsilon (ring_viewport_get_scale (viewport), 560.0 / 297.0, NEAR);
  seen = ring_viewport_get_visible (viewport);
  g_assert_true (ring_rect_contains (seen, (RingPoint){ 0, 0 }));
  g_assert_true (ring_rect_contains (seen, (RingPoint){ 210, 297 }));
  ring_viewport_set_rotation (viewport, 90);
  ring_viewport_fit (viewport, page, 20);
  g_assert_cmpfloat_with_epsilon (ring_viewport_get_scale (viewport), 760.0 / 297.0, NEAR);
  /* Nothing to see is no reason to lose the view. */
  ring_viewport_fit (viewport, RING_RECT_EMPTY, 20);
  g_assert_cmpfloat_with_epsilon (ring_viewport_get_scale (viewport), 760.0 / 297.0, NEAR);
}

static void
test_whole_pixels (void)
{
  g_autoptr (RingViewport) viewport = make ();

  ring_viewport_set_size (viewport, 801, 603);
  ring_viewport_set_zoom (viewport, 3.3);
  for (int scale = 1; scale <= 3; scale++)
    for (int i = 0; i < 10; i++)
      {
        RingMatrix matrix;

        ring_viewport_set_device_scale (viewport, scale);
        ring_viewport_set_centre (viewport, (RingPoint){ i * 1.234, i * 5.678 });
        matrix = ring_viewport_get_matrix (viewport);
        g_assert_cmpfloat_with_epsilon (matrix.x0 * scale, (double) (int) (matrix.x0 * scale), 1e-6);
        g_assert_cmpfloat_with_epsilon (matrix.y0 * scale, (double) (int) (matrix.y0 * scale), 1e-6);
      }
}

static void
test_changed (void)
{
  g_autoptr (RingViewport) viewport = make ();
  guint count = 0;

  g_signal_connect (viewport, "changed", G_CALLBACK (count_cb), &count);
  ring_viewport_set_zoom (viewport, 2);
  ring_viewport_set_zoom (viewport, 2);
  ring_viewport_set_size (viewport, 800, 600);
  ring_viewport_pan (viewport, 0, 0);
  ring_viewport_rotate_at (viewport, (RingPoint){ 1, 1 }, 0);
  g_assert_cmpuint (count, ==, 1);
  ring_viewport_zoom_at (viewport, (RingPoint){ 1, 1 }, 2);
  ring_viewport_set_rotation (viewport, 1);
  ring_viewport_pan (viewport, 1, 0);
  g_assert_cmpuint (count, ==, 4);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/viewport/default", test_default);
  g_test_add_func ("/viewport/inverse", test_inverse);
  g_test_add_func ("/viewport/limits", test_limits);
  g_test_add_func ("/viewport/zoom-at", test_zoom_at);
  g_test_add_func ("/viewport/rotate-at", test_rotate_at);
  g_test_add_func ("/viewport/pan", test_pan);
  g_test_add_func ("/viewport/fit", test_fit);
  g_test_add_func ("/viewport/whole-pixels", test_whole_pixels);
  g_test_add_func ("/viewport/changed", test_changed);
  return ring_test_run ();
}
