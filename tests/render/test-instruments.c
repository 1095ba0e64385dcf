/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every instrument as a hand draws it, from a recording through the real tools: pictures at two
 * zooms, tiles that join in the grain of a pencil, and the same picture from the saved file. */
#include <math.h>

#include "ring-error.h"
#include "ring-paint.h"
#include "ring-pencil.h"
#include "ring-recording.h"
#include "ring-svg.h"
#include "ring-test-image.h"
#include "ring-test.h"
#include "sheet.h"

static RingDesign *
draw (void)
{
  g_autofree char *path = ring_test_data_path ("render/instruments.rec");
  g_autoptr (GBytes) bytes = ring_test_read (path);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GError) error = NULL;
  RingDesign *design = ring_design_new ();

  ring_recording_play (design, text, NULL, NULL, &error);
  g_assert_no_error (error);
  return design;
}

static void
test_pictures (void)
{
  g_autoptr (RingDesign) design = draw ();
  RingDrawing *drawing = ring_design_get_drawing (design);
  cairo_surface_t *small = sheet_paint (drawing, 3.7795, 20, 10, 400, 450, RING_PAINT_PAPER | RING_PAINT_ITEMS);
  cairo_surface_t *large = sheet_paint (drawing, 16, 400, 560, 800, 400, RING_PAINT_PAPER | RING_PAINT_ITEMS);

  /* Exact but for the grain, whose pixels pixman mixes from four and rounds once. */
  ring_test_assert_picture ("render/instruments.png", small, 2, 0);
  ring_test_assert_picture ("render/pencil-large.png", large, 2, 0);
  cairo_surface_destroy (small);
  cairo_surface_destroy (large);
}

/* Tiles painted apart, at their offsets, are the picture painted at once. */
static void
test_tiles_join (void)
{
  static const double scales[] = { 2, 3.7795, 11.1, 40 };
  g_autoptr (RingDesign) design = draw ();
  RingDrawing *drawing = ring_design_get_drawing (design);

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      int x = (int) (10 * scales[i]), y = (int) (36 * scales[i]);
      cairo_surface_t *whole = sheet_paint (drawing, scales[i], x, y, 200, 200, RING_PAINT_ITEMS);
      cairo_surface_t *tiles = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 200);
      cairo_t *cr = cairo_create (tiles);

      for (int k = 0; k < 4; k++)
        {
          int dx = 100 * (k % 2), dy = 100 * (k / 2);
          cairo_surface_t *tile = sheet_paint (drawing, scales[i], x + dx, y + dy, 100, 100, RING_PAINT_ITEMS);

          cairo_set_source_surface (cr, tile, dx, dy);
          cairo_paint (cr);
          cairo_surface_destroy (tile);
        }
      cairo_destroy (cr);
      /* The grain is laid by 16 bits behind the point of a pixel. Edges that a tile cuts are
       * rounded once more: see "paint". */
      ring_test_assert_images ("tiles", tiles, whole, 8, 40);
      cairo_surface_destroy (whole);
      cairo_surface_destroy (tiles);
    }
}

static void
test_saved (void)
{
  g_autoptr (RingDesign) design = draw ();
  RingDrawing *drawing = ring_design_get_drawing (design);
  g_autoptr (GBytes) bytes = ring_svg_write (drawing, RING_WRITE_DESIGN);
  g_autoptr (GBytes) again_bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RingDrawing) back
      = ring_svg_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, &error);
  cairo_surface_t *before, *after;

  g_assert_no_error (error);
  again_bytes = ring_svg_write (back, RING_WRITE_DESIGN);
  ring_test_assert_bytes ("instruments", again_bytes, bytes);
  before = sheet_paint (drawing, 3.7795, 20, 10, 400, 450, RING_PAINT_ITEMS);
  after = sheet_paint (back, 3.7795, 20, 10, 400, 450, RING_PAINT_ITEMS);
  /* The file rounds points to a quarter of the fit, a hundredth of a pixel; cairo has a grid of its
   * own for edges, and a few pixels fall to the next step. */
  ring_test_assert_images ("saved", after, before, 12, 20);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

/* The grain at a far place of a large zoom is as it is anywhere: nothing overflows. */
static void
test_far (void)
{
  RingSample samples[40];
  RingStrokeStyle style = { .instrument = RING_INSTRUMENT_PENCIL, .colour = 0x000000ff, .grain = 1 };
  cairo_surface_t *surfaces[2];

  for (guint i = 0; i < 2; i++)
    {
      /* A whole number of tiles apart. */
      double x0 = i == 0 ? 0 : 30000, scale = 64;
      g_autoptr (RingInkPicture) picture = NULL;
      cairo_t *cr;

      style.ink = ring_instrument_get_info (RING_INSTRUMENT_PENCIL)->ink;
      for (guint k = 0; k < 40; k++)
        samples[k] = (RingSample){ x0 + 0.1 * k, 1, 0.8, 0, 0, 4 * k };
      picture = ring_ink_picture_dry (samples, 40, RING_INSTRUMENT_PENCIL, &style.ink, 0.01);
      surfaces[i] = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 256, 128);
      cr = cairo_create (surfaces[i]);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_translate (cr, -scale * x0, 0);
      cairo_scale (cr, scale, scale);
      ring_pencil_paint (cr, picture, &style);
      cairo_destroy (cr);
    }
  /* At 30 m the outline is rounded to 1/256 of a pixel of another place. */
  ring_test_assert_images ("far", surfaces[1], surfaces[0], 12, 40);
  cairo_surface_destroy (surfaces[0]);
  cairo_surface_destroy (surfaces[1]);
}

static cairo_surface_t *
paper_new (cairo_t **cr)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 100);

  *cr = cairo_create (surface);
  cairo_set_source_rgb (*cr, 1, 1, 1);
  cairo_paint (*cr);
  return surface;
}

/* Wet pencil has the grain where the dry one will have it, recorded first or not. */
static void
test_wet (void)
{
  const RingStrokeStyle style = { .instrument = RING_INSTRUMENT_PENCIL, .colour = 0x000000ff, .grain = 1 };
  const cairo_rectangle_t extent = { 0, 0, 200, 100 };
  g_autoptr (RingPath) box = ring_path_new ();
  g_autoptr (RingInkPicture) picture = NULL;
  cairo_t *cr, *recorder;
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extent);
  cairo_surface_t *wet = paper_new (&cr);
  cairo_surface_t *dry;
  guint n_white = 0, n_dark = 0, n_apart = 0;

  ring_path_add_rect (box, (RingRect){ 0, 0, 20, 10 });
  recorder = cairo_create (recording);
  cairo_scale (recorder, 60, 60);
  ring_pencil_paint_wet (recorder, box, &style);
  cairo_destroy (recorder);
  cairo_set_source_surface (cr, recording, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  picture = ring_ink_picture_new (&box, 1);
  dry = paper_new (&cr);
  cairo_scale (cr, 60, 60);
  ring_pencil_paint (cr, picture, &style);
  cairo_destroy (cr);
  cairo_surface_flush (wet);
  cairo_surface_flush (dry);
  for (int y = 0; y < 100; y++)
    for (int x = 0; x < 200; x++)
      {
        int a = cairo_image_surface_get_data (wet)[y * cairo_image_surface_get_stride (wet) + 4 * x];
        int b = cairo_image_surface_get_data (dry)[y * cairo_image_surface_get_stride (dry) + 4 * x];

        n_white += a > 240;
        n_dark += a < 15;
        /* The dry one is its first band alone, of which so much is black. */
        n_apart += ABS ((255 - a) * ring_ink_band_alpha (0) / 255 - (255 - b)) > 4;
      }
  g_assert_cmpuint (n_white, >, 2000);
  g_assert_cmpuint (n_dark, >, 2000);
  g_assert_cmpuint (n_apart, <, 100);
  cairo_surface_destroy (wet);
  cairo_surface_destroy (dry);
  cairo_surface_destroy (recording);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/instruments/pictures", test_pictures);
  g_test_add_func ("/instruments/tiles-join", test_tiles_join);
  g_test_add_func ("/instruments/saved", test_saved);
  g_test_add_func ("/instruments/far", test_far);
  g_test_add_func ("/instruments/wet", test_wet);
  return ring_test_run ();
}
