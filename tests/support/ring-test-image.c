/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-test-image.h"

#include "ring-test.h"

#include <stdlib.h>

static void
assert_image (cairo_surface_t *surface)
{
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_surface_get_type (surface), ==, CAIRO_SURFACE_TYPE_IMAGE);
}

/* PNG files without alpha load as RGB24; both formats become ARGB32 here. */
static cairo_surface_t *
to_argb (cairo_surface_t *surface)
{
  cairo_surface_t *copy;
  cairo_t *cr;

  assert_image (surface);
  if (cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32)
    {
      cairo_surface_flush (surface);
      return cairo_surface_reference (surface);
    }
  copy = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                     cairo_image_surface_get_width (surface),
                                     cairo_image_surface_get_height (surface));
  cr = cairo_create (copy);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (copy);
  return copy;
}

static guint
pixel_difference (guint32 a, guint32 b)
{
  guint worst = 0;

  for (guint shift = 0; shift < 32; shift += 8)
    {
      int distance = abs ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff));

      worst = MAX (worst, (guint) distance);
    }
  return worst;
}

static guint32
pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface)
                      + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x];
}

/* Compares two image surfaces of the same size. */
void
ring_test_compare_images (cairo_surface_t *a, cairo_surface_t *b, guint tolerance,
                          RingTestDifference *difference)
{
  cairo_surface_t *left = to_argb (a);
  cairo_surface_t *right = to_argb (b);
  int width = cairo_image_surface_get_width (left);
  int height = cairo_image_surface_get_height (left);

  g_assert_cmpint (width, ==, cairo_image_surface_get_width (right));
  g_assert_cmpint (height, ==, cairo_image_surface_get_height (right));
  *difference = (RingTestDifference){ .x = -1, .y = -1 };
  for (int y = 0; y < height; y++)
    {
      for (int x = 0; x < width; x++)
        {
          guint distance = pixel_difference (pixel (left, x, y), pixel (right, x, y));

          difference->worst = MAX (difference->worst, distance);
          if (distance <= tolerance)
            continue;
          if (difference->pixels++ == 0)
            {
              difference->x = x;
              difference->y = y;
            }
        }
    }
  cairo_surface_destroy (left);
  cairo_surface_destroy (right);
}

/* Paints where the two differ: black on white, so that one lost pixel is seen. */
static cairo_surface_t *
draw_difference (cairo_surface_t *a, cairo_surface_t *b)
{
  cairo_surface_t *left = to_argb (a);
  cairo_surface_t *right = to_argb (b);
  int width = cairo_image_surface_get_width (left);
  int height = cairo_image_surface_get_height (left);
  cairo_surface_t *result = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  for (int y = 0; y < height; y++)
    {
      guint8 *row = cairo_image_surface_get_data (result)
                    + (gsize) y * (gsize) cairo_image_surface_get_stride (result);

      for (int x = 0; x < width; x++)
        ((guint32 *) (gpointer) row)[x]
          = pixel (left, x, y) == pixel (right, x, y) ? 0xffffffff : 0xff000000;
    }
  cairo_surface_mark_dirty (result);
  cairo_surface_destroy (left);
  cairo_surface_destroy (right);
  return result;
}

static void
leave_picture (const char *what, const char *suffix, cairo_surface_t *surface)
{
  g_autofree char *name = g_strconcat (what, suffix, NULL);
  g_autofree char *path = ring_test_output_path (name);

  cairo_surface_write_to_png (surface, path);
  g_test_message ("see %s", path);
}

/* Fails when more than PIXELS pixels differ by more than TOLERANCE in any channel, and leaves
 * both pictures and their difference in the output folder. */
void
ring_test_assert_images (const char *what, cairo_surface_t *got, cairo_surface_t *expected,
                         guint tolerance, guint pixels)
{
  RingTestDifference difference;
  cairo_surface_t *picture;

  assert_image (got);
  assert_image (expected);
  if (cairo_image_surface_get_width (got) != cairo_image_surface_get_width (expected)
      || cairo_image_surface_get_height (got) != cairo_image_surface_get_height (expected))
    {
      g_test_message ("%s is %d x %d, expected %d x %d", what,
                      cairo_image_surface_get_width (got), cairo_image_surface_get_height (got),
                      cairo_image_surface_get_width (expected),
                      cairo_image_surface_get_height (expected));
      leave_picture (what, ".got.png", got);
      g_test_fail ();
      return;
    }

  ring_test_compare_images (got, expected, tolerance, &difference);
  if (difference.pixels <= pixels)
    return;
  g_test_message ("%s: %u pixels differ (allowed %u), the worst by %u, the first at %d,%d", what,
                  difference.pixels, pixels, difference.worst, difference.x, difference.y);
  picture = draw_difference (got, expected);
  leave_picture (what, ".got.png", got);
  leave_picture (what, ".expected.png", expected);
  leave_picture (what, ".difference.png", picture);
  cairo_surface_destroy (picture);
  g_test_fail ();
}

/* Compares GOT with the PNG file RELATIVE of tests/data; with RING_TEST_UPDATE=1 it becomes that
 * file. */
void
ring_test_assert_picture (const char *relative, cairo_surface_t *got, guint tolerance,
                          guint pixels)
{
  g_autofree char *path = ring_test_data_path (relative);
  cairo_surface_t *expected;

  if (g_strcmp0 (g_getenv ("RING_TEST_UPDATE"), "1") == 0)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
      g_assert_cmpint (cairo_surface_write_to_png (got, path), ==, CAIRO_STATUS_SUCCESS);
      return;
    }
  expected = cairo_image_surface_create_from_png (path);
  if (cairo_surface_status (expected) != CAIRO_STATUS_SUCCESS)
    {
      g_test_message ("%s cannot be read; RING_TEST_UPDATE=1 makes it", path);
      leave_picture (relative, ".got.png", got);
      g_test_fail ();
    }
  else
    {
      ring_test_assert_images (relative, got, expected, tolerance, pixels);
    }
  cairo_surface_destroy (expected);
}
