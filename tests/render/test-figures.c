/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One figure of each form as it is painted: tests/data/io/figures.ring.svg. */
#include "ring-paint.h"
#include "ring-svg.h"
#include "ring-test-image.h"
#include "ring-test.h"
#include "sheet.h"

static RingDrawing *
read_figures (void)
{
  g_autofree char *path = ring_test_data_path ("io/figures.ring.svg");
  g_autoptr (GBytes) bytes = ring_test_read (path);
  g_autoptr (GError) error = NULL;
  RingDrawing *drawing
      = ring_svg_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, &error);

  g_assert_no_error (error);
  return drawing;
}

/* Text follows the fonts of the machine: as many pixels as the letters cover may differ. */
static void
test_picture (void)
{
  g_autoptr (RingDrawing) drawing = read_figures ();
  int size = (int) (6 * ring_drawing_get_width (drawing));
  cairo_surface_t *got
      = sheet_paint (drawing, 6, 0, 0, size, size, RING_PAINT_PAPER | RING_PAINT_ITEMS);

  ring_test_assert_picture ("render/figures.png", got, 0, 9000);
  cairo_surface_destroy (got);
}

/* What is painted lies within the bounds that tiles are chosen by. */
static void
test_bounds (void)
{
  g_autoptr (RingDrawing) drawing = read_figures ();
  RingView *view = ring_drawing_get_view_by_kind (drawing, RING_VIEW_FRONT);
  const RingLayer *layer = ring_view_get_layer (view, 0);

  for (gsize i = 0; i < ring_layer_get_n_items (layer); i++)
    {
      const RingItem *item = ring_layer_get_item (layer, i);
      RingRect b = ring_item_get_bounds (item);
      cairo_rectangle_t inked;
      cairo_surface_t *surface
          = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);

      cairo_scale (cr, 100, 100);
      ring_paint_item (cr, item);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (surface, &inked.x, &inked.y, &inked.width, &inked.height);
      g_test_message ("%s", ring_item_get_id (item));
      g_assert_cmpfloat (inked.x, >=, 100 * b.x0 - 2);
      g_assert_cmpfloat (inked.y, >=, 100 * b.y0 - 2);
      g_assert_cmpfloat (inked.x + inked.width, <=, 100 * b.x1 + 2);
      g_assert_cmpfloat (inked.y + inked.height, <=, 100 * b.y1 + 2);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/figures/picture", test_picture);
  g_test_add_func ("/figures/bounds", test_bounds);
  return ring_test_run ();
}
