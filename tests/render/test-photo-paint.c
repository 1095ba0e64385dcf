/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Photos as they are painted: tests/data/io/photo.ring.svg, which shows one twice, turned and
 * faded. */
#include "ring-design.h"
#include "ring-paint.h"
#include "ring-photo-paint.h"
#include "ring-svg.h"
#include "ring-test-image.h"
#include "ring-test.h"
#include "sheet.h"

static RingDrawing *
read_photo (void)
{
  g_autofree char *path = ring_test_data_path ("io/photo.ring.svg");
  g_autoptr (GBytes) bytes = ring_test_read (path);
  g_autoptr (GError) error = NULL;
  RingDrawing *drawing
      = ring_svg_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, &error);

  g_assert_no_error (error);
  return drawing;
}

static void
test_picture (void)
{
  g_autoptr (RingDrawing) drawing = read_photo ();
  cairo_surface_t *got
      = sheet_paint (drawing, 5, 0, 0, 500, 400, RING_PAINT_PAPER | RING_PAINT_ITEMS);

  ring_test_assert_picture ("render/photo.png", got, 0, 0);
  cairo_surface_destroy (got);
}

/* A tile is a part of the whole: no seam shows between two of them. */
static void
test_tiles (void)
{
  g_autoptr (RingDrawing) drawing = read_photo ();
  guint flags = RING_PAINT_PAPER | RING_PAINT_ITEMS;
  cairo_surface_t *whole = sheet_paint (drawing, 5, 0, 0, 500, 400, flags);
  cairo_surface_t *tile = sheet_paint (drawing, 5, 203, 151, 128, 128, flags);
  cairo_surface_t *part = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 128, 128);
  cairo_t *cr = cairo_create (part);

  cairo_set_source_surface (cr, whole, -203, -151);
  cairo_paint (cr);
  cairo_destroy (cr);
  ring_test_assert_images ("tile", tile, part, 1, 0);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (tile);
  cairo_surface_destroy (part);
}

static guint32
mean_of (cairo_surface_t *surface)
{
  const guint8 *data;
  guint64 sum = 0;
  int n = cairo_image_surface_get_width (surface) * cairo_image_surface_get_height (surface);

  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int i = 0; i < n; i++)
    sum += data[4 * i];
  return (guint32) (sum / (guint64) n);
}

static cairo_surface_t *
paint_alone (const RingPhoto *photo, int width, int height, double x, double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, x, 0);
  cairo_scale (cr, scale, scale);
  ring_photo_paint (cr, photo, 1);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

/* From far a photo is its own mean, and not some of its pixels; from nearer than anybody looks it
 * is still there. */
static void
test_zoom (void)
{
  g_autoptr (RingDrawing) drawing = read_photo ();
  const RingPhoto *photo
      = ring_item_get_image (ring_drawing_find_item (drawing, "ione", NULL, NULL))->photo;
  cairo_surface_t *near = paint_alone (photo, 240, 160, 0, 24);
  cairo_surface_t *far = paint_alone (photo, 3, 2, 0, 0.3);
  cairo_surface_t *nearest = paint_alone (photo, 8, 8, -300000, 60000);

  g_assert_cmpint (ABS ((int) mean_of (near) - (int) mean_of (far)), <=, 2);
  /* Half-way along its upper edge it is grey. */
  g_assert_cmpuint (mean_of (nearest), >, 150);
  cairo_surface_destroy (near);
  cairo_surface_destroy (far);
  cairo_surface_destroy (nearest);
}

/* However strong a photo is, the finger circle is seen over it. */
static void
test_under_guides (void)
{
  g_autoptr (RingDrawing) source = read_photo ();
  RingImage image = *ring_item_get_image (ring_drawing_find_item (source, "ione", NULL, NULL));
  g_autoptr (RingDesign) design = ring_design_new ();
  RingView *front = ring_drawing_get_view_by_kind (ring_design_get_drawing (design), RING_VIEW_FRONT);
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Photo");
  RingPoint origin = ring_view_get_head (front)->origin;
  g_autoptr (RingItem) item = NULL;
  g_autoptr (RingItem) moved = NULL;
  guint different = 0;
  cairo_surface_t *seen[2];

  image.opacity = 1;
  item = ring_item_new_image ("ione", &image);
  /* Large enough for all of the window. */
  moved = ring_item_with_matrix (item, &(RingMatrix){ 20, 0, 0, 20, -100, -100 });
  ring_edit_append_item (
      edit, ring_layer_get_head (ring_view_get_layer_by_role (front, RING_ROLE_UNDERLAY))->id, moved);
  g_assert_true (ring_design_commit (design, edit));
  /* The top of the band, without the window's corners and its label. */
  for (guint i = 0; i < 2; i++)
    seen[i] = sheet_paint (ring_design_get_drawing (design), 5, (int) (5 * (origin.x - 20)),
                           (int) (5 * (origin.y - 46)), 200, 75,
                           i == 0 ? RING_PAINT_ITEMS : RING_PAINT_ITEMS | RING_PAINT_GUIDES);
  for (int i = 0; i < 200 * 75; i++)
    different += ((const guint32 *) (const void *) cairo_image_surface_get_data (seen[0]))[i]
                 != ((const guint32 *) (const void *) cairo_image_surface_get_data (seen[1]))[i];
  g_assert_cmpuint (different, >, 300);
  for (guint i = 0; i < 2; i++)
    cairo_surface_destroy (seen[i]);
}

/* What only turns out to be broken when it is decoded is seen to be there. */
static void
test_broken (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new ("\xff\xd8\xff no JPEG \xff\xd9", 14);
  g_autoptr (RingPhoto) photo = ring_photo_new (RING_PHOTO_JPEG, bytes, 40, 30, NULL);
  cairo_surface_t *surface = paint_alone (photo, 100, 75, 0, 10);

  g_assert_cmpuint (mean_of (surface), >, 0);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/photo-paint/picture", test_picture);
  g_test_add_func ("/photo-paint/tiles", test_tiles);
  g_test_add_func ("/photo-paint/zoom", test_zoom);
  g_test_add_func ("/photo-paint/under-guides", test_under_guides);
  g_test_add_func ("/photo-paint/broken", test_broken);
  return ring_test_run ();
}
