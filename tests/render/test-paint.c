/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of a small design against the ones kept, and the promises that no picture shows:
 * tiles meet without a seam, numbers of any size end well. */
#include "ring-paint.h"
#include "ring-test-image.h"
#include "ring-test.h"
#include "sheet.h"

#define SCALE 5.0
#define WIDTH ((int) (SHEET_WIDTH * SCALE))
#define HEIGHT ((int) (SHEET_HEIGHT * SCALE))

static void
assert_sheet (const char *relative, const SheetOptions *options, guint flags, guint pixels)
{
  g_autoptr (RingDrawing) drawing = sheet_new (options);
  cairo_surface_t *got = sheet_paint (drawing, SCALE, 0, 0, WIDTH, HEIGHT, flags);

  ring_test_assert_picture (relative, got, 0, pixels);
  cairo_surface_destroy (got);
}

static void
test_items (void)
{
  SheetOptions options = { .opacity = 1 };

  assert_sheet ("render/items.png", &options, RING_PAINT_PAPER | RING_PAINT_ITEMS, 0);
}

static void
test_opacity (void)
{
  SheetOptions options = { .opacity = 0.4 };

  assert_sheet ("render/opacity.png", &options, RING_PAINT_ITEMS, 0);
}

static void
test_hidden (void)
{
  SheetOptions options = { .opacity = 1, .hidden = TRUE };
  SheetOptions shown = { .opacity = 1 };
  g_autoptr (RingDrawing) a = sheet_new (&options);
  g_autoptr (RingDrawing) b = sheet_new (&shown);
  cairo_surface_t *without = sheet_paint (a, SCALE, 0, 0, WIDTH, HEIGHT, RING_PAINT_ITEMS);
  cairo_surface_t *forced
      = sheet_paint (a, SCALE, 0, 0, WIDTH, HEIGHT, RING_PAINT_ITEMS | RING_PAINT_HIDDEN);
  cairo_surface_t *with = sheet_paint (b, SCALE, 0, 0, WIDTH, HEIGHT, RING_PAINT_ITEMS);
  RingTestDifference difference;

  ring_test_compare_images (without, with, 0, &difference);
  g_assert_cmpuint (difference.pixels, >, 100);
  ring_test_assert_images ("hidden-forced", forced, with, 0, 0);
  cairo_surface_destroy (without);
  cairo_surface_destroy (forced);
  cairo_surface_destroy (with);
}

/* Text follows the fonts of the machine: as many pixels as the labels cover may differ. */
static void
test_guides (void)
{
  SheetOptions unknown = { .opacity = 1 };
  SheetOptions sized = { .opacity = 1, .sized = TRUE, .notes = TRUE };

  assert_sheet ("render/guides-unknown.png", &unknown, RING_PAINT_PAPER | RING_PAINT_GUIDES, 4000);
  assert_sheet ("render/guides-sized.png", &sized, RING_PAINT_ALL, 6000);
}

/* cairo samples a row of pixels at 15 heights, or measures it exactly where no edge begins or
 * ends in it; which of the two depends on where the surface ends. So one of 15 steps, 17 of 255,
 * is as equal as it can be. */
#define ONE_STEP 17

/* The whole picture and the same one put together from tiles. */
static void
assert_seamless (double scale, double opacity, int tile)
{
  SheetOptions options = { .opacity = opacity, .notes = TRUE, .sized = TRUE };
  g_autoptr (RingDrawing) drawing = sheet_new (&options);
  int width = (int) (SHEET_WIDTH * scale);
  int height = (int) (SHEET_HEIGHT * scale);
  cairo_surface_t *whole = sheet_paint (drawing, scale, 0, 0, width, height, RING_PAINT_ALL);
  cairo_surface_t *stitched = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (stitched);

  for (int y = 0; y < height; y += tile)
    for (int x = 0; x < width; x += tile)
      {
        cairo_surface_t *part = sheet_paint (drawing, scale, x, y, tile, tile, RING_PAINT_ALL);

        cairo_set_source_surface (cr, part, x, y);
        cairo_paint (cr);
        cairo_surface_destroy (part);
      }
  cairo_destroy (cr);
  ring_test_assert_images ("seams", stitched, whole, ONE_STEP, 0);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (stitched);
}

static void
test_seams (void)
{
  assert_seamless (5, 1, 64);
  assert_seamless (5, 0.5, 64);
  assert_seamless (10, 1, 128);
  assert_seamless (3.7795, 0.5, 61);
}

/* A stroke from here to a place that no fixed-point number reaches looks, near its beginning,
 * like any other; and nothing hangs or runs out of memory. */
static void
test_far (void)
{
  static const double ends[] = { 1e4, 1e5, 1e7, 1e12 };
  static const double scales[] = { 3.78, 378, 37800 };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    for (guint k = 0; k < G_N_ELEMENTS (scales); k++)
      {
        SheetOptions options = { .opacity = 0.5, .far = ends[i] };
        g_autoptr (RingDrawing) drawing = sheet_new (&options);
        int x = (int) (50.0 * scales[k]) - 100;
        cairo_surface_t *got = sheet_paint (drawing, scales[k], x, x, 200, 200, RING_PAINT_ALL);

        g_assert_cmpint (cairo_surface_status (got), ==, CAIRO_STATUS_SUCCESS);
        cairo_surface_destroy (got);
      }
}

static cairo_surface_t *
paint_path (RingPath *path, double x, double y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 120, 120);
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, x, y);
  ring_paint_path (cr, path);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

/* What is cut off must not change what is seen: a slanted band that ends just inside the reach
 * and one that ends far past it have the same edges here. */
static void
test_cut_is_invisible (void)
{
  g_autoptr (RingPath) near = ring_path_new ();
  g_autoptr (RingPath) far = ring_path_new ();
  cairo_surface_t *a;
  cairo_surface_t *b;
  RingPath *paths[] = { near, far };
  double reach[] = { 9e5, 9e9 };

  for (guint i = 0; i < 2; i++)
    {
      double e = reach[i];

      ring_path_move_to (paths[i], (RingPoint){ -e, -e / 3 - 10 });
      ring_path_line_to (paths[i], (RingPoint){ e, e / 3 - 10 });
      ring_path_line_to (paths[i], (RingPoint){ e, e / 3 + 10 });
      ring_path_line_to (paths[i], (RingPoint){ -e, -e / 3 + 10 });
      ring_path_close (paths[i]);
    }
  a = paint_path (near, 60, 60);
  b = paint_path (far, 60, 60);
  ring_test_assert_images ("cut", b, a, 8, 0);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

/* A matrix that flattens an item must not spoil what is painted after it. */
static void
test_flat_matrix (void)
{
  RingItem *stroke = sheet_stroke (
      "s", sheet_ribbon ((RingPoint){ 0, 0 }, (RingPoint){ 9, 9 }, 0, 1), 0x000000ff);
  RingMatrix flat = { 1, 0, 0, 0, 0, 0 };
  RingItem *item = ring_item_with_matrix (stroke, &flat);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 20, 20);
  cairo_t *cr = cairo_create (surface);

  ring_paint_item (cr, item);
  ring_paint_item (cr, stroke);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  ring_item_unref (item);
  ring_item_unref (stroke);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/paint/items", test_items);
  g_test_add_func ("/paint/opacity", test_opacity);
  g_test_add_func ("/paint/hidden", test_hidden);
  g_test_add_func ("/paint/guides", test_guides);
  g_test_add_func ("/paint/seams", test_seams);
  g_test_add_func ("/paint/far", test_far);
  g_test_add_func ("/paint/cut-is-invisible", test_cut_is_invisible);
  g_test_add_func ("/paint/flat-matrix", test_flat_matrix);
  return ring_test_run ();
}
