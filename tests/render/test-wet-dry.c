/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the pen showed while it drew and what is left when it lifts, side by side: strokes of hands
 * and generated ones, in each smoothing, at three zooms. The outline may lie a quarter of a pixel
 * beside the wet ink. That is a quarter of the coverage of a pixel, or 64 of 255; a tenth of a
 * pixel more is for cairo's own grid and for places where two edges meet in one pixel. */
#include "ring-ink.h"
#include "ring-paint.h"
#include "ring-test-pen.h"
#include "ring-test.h"

#include <math.h>

#define WIDTH 0.6
/* Of 255; and how many of a picture's edge pixels may differ by more than a quarter. */
#define WORST 100
#define SEEN 64
#define SEEN_PART 0.005
/* Far places are not worth a picture: cairo has 16 bits. */
#define MAX_PIXELS 6000

typedef struct
{
  guint worst;
  gsize n_seen, n_edge;
} Jump;

static cairo_surface_t *
paint (const RingPath *path, RingRect extent, double zoom, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, zoom, zoom);
  cairo_translate (cr, -extent.x0, -extent.y0);
  ring_paint_path (cr, path);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
compare (cairo_surface_t *a, cairo_surface_t *b, Jump *jump)
{
  int stride = cairo_image_surface_get_stride (a);
  const guint8 *p = cairo_image_surface_get_data (a), *q = cairo_image_surface_get_data (b);

  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    {
      for (int x = 0; x < cairo_image_surface_get_width (a); x++)
        {
          guint wet = p[y * stride + x], dry = q[y * stride + x];
          guint difference = wet > dry ? wet - dry : dry - wet;

          jump->worst = MAX (jump->worst, difference);
          jump->n_seen += difference > SEEN;
          jump->n_edge += (wet > 0 && wet < 255) || (dry > 0 && dry < 255);
        }
    }
}

/* ZOOM is pixels a mm, and the tolerance what the pen takes for it. */
static void
measure (const RingSample *s, gsize n, RingSmoothing smoothing, double zoom, Jump *jump)
{
  RingInkStyle style = { WIDTH, 0.1667, { 0.4, 0.18, 0.7, 0.58 }, smoothing };
  g_autoptr (RingWetInk) wet = ring_wet_ink_new (&style);
  g_autoptr (RingPath) shown = NULL;
  g_autoptr (RingPath) left = ring_ink_outline (s, n, &style, MIN (0.01, 0.25 / zoom));
  cairo_surface_t *a, *b;
  RingRect extent;
  double width, height;
  gsize n_smooth;

  for (gsize i = 0; i < n; i++)
    ring_wet_ink_add (wet, &s[i]);
  ring_wet_ink_finish (wet, &n_smooth);
  shown = ring_wet_ink_get_path (wet, 0, &extent);
  extent = ring_rect_inset (extent, -4 / zoom);
  width = ceil ((extent.x1 - extent.x0) * zoom);
  height = ceil ((extent.y1 - extent.y0) * zoom);
  if (width > MAX_PIXELS || height > MAX_PIXELS)
    return;
  a = paint (shown, extent, zoom, (int) width, (int) height);
  b = paint (left, extent, zoom, (int) width, (int) height);
  compare (a, b, jump);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

static void
check (const Jump *jump, const char *what, double zoom, guint smoothing)
{
  g_test_message ("%s, %.0f pixels a mm, smoothing %u: worst %u of 255; %" G_GSIZE_FORMAT " of %"
                  G_GSIZE_FORMAT " edge pixels by more than a quarter", what, zoom, smoothing,
                  jump->worst, jump->n_seen, jump->n_edge);
  g_assert_cmpuint (jump->n_edge, >, 0);
  g_assert_cmpuint (jump->worst, <=, WORST);
  g_assert_cmpfloat ((double) jump->n_seen, <=, SEEN_PART * jump->n_edge);
}

/* A hand moves on the screen, whatever the zoom: a recorded pixel is a pixel. */
static void
test_hands (void)
{
  static const double zooms[] = { 3.78, 8 * 3.78, 50 * 3.78 };
  g_autoptr (GPtrArray) hands = ring_test_read_hands ();

  for (guint z = 0; z < G_N_ELEMENTS (zooms); z++)
    {
      for (guint smoothing = 0; smoothing < 3; smoothing++)
        {
          Jump jump = { 0 };

          for (guint h = 0; h < hands->len; h++)
            {
              gsize n;
              const RingSample *read = ring_samples_get (g_ptr_array_index (hands, h), &n, NULL);
              g_autofree RingSample *s = g_memdup2 (read, n * sizeof *read);

              for (gsize i = 0; i < n; i++)
                s[i].x *= 5 / zooms[z], s[i].y *= 5 / zooms[z];
              measure (s, n, (RingSmoothing) smoothing, zooms[z], &jump);
            }
          check (&jump, "hands", zooms[z], smoothing);
        }
    }
}

static void
test_generated (gconstpointer data)
{
  RingTestStrokeKind kind = (RingTestStrokeKind) GPOINTER_TO_UINT (data);

  for (guint smoothing = 0; smoothing < 3; smoothing++)
    {
      RingRandom random;
      Jump jump = { 0 };

      ring_random_init_seed (&random, ring_test_seed (70 + kind));
      for (guint round = 0; round < ring_test_rounds (40); round++)
        {
          RingSample s[200];
          gsize n = 2 + (gsize) (ring_random_unit (&random) * 198);

          ring_test_make_stroke (&random, kind, s, n);
          measure (s, n, (RingSmoothing) smoothing, 20, &jump);
        }
      check (&jump, ring_test_stroke_kind_name (kind), 20, smoothing);
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);

  g_test_add_func ("/wet-dry/hands", test_hands);
  for (guint kind = 0; kind < RING_TEST_HUGE; kind++)
    {
      g_autofree char *name
        = g_strconcat ("/wet-dry/", ring_test_stroke_kind_name ((RingTestStrokeKind) kind), NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (kind), test_generated);
    }

  return ring_test_run ();
}
