/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The strip as a pattern: true in length and width, in parts where the paper is small, a page or
 * more for each ring, and the page as a goldsmith sees it. */
#include "ring-export.h"
#include "ring-pattern.h"
#include "ring-spec.h"
#include "ring-test-image.h"
#include "ring-test-tool.h"
#include "ring-test.h"
#include "ring-views.h"

#include <math.h>
#include <string.h>

#define PIXELS 20 /* for a mm: half a pixel is 0.025 mm */

static RingDrawing *
make (const char *size, const char *width, const char *base_width)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  const RingDrawing *drawing = ring_design_get_drawing (design);

  return ring_test_with_record (
      drawing, RING_RECORD_RING, ring_record_get_id (ring_drawing_find_ring (drawing, NULL)),
      (const char *const[]){ "size", size, "profile", "flat", "width", width, "base-width",
                             base_width, "thickness", "1.6", "alloy", "18ky", "label", "Ana's ring",
                             NULL });
}

static cairo_surface_t *
paint (const RingDrawing *drawing, double width, double height, double pixels, guint page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * pixels),
                                                         (int) (height * pixels));
  cairo_t *cr = cairo_create (surface);
  RingExportOptions options;

  ring_export_options_init (&options);
  options.layout = RING_EXPORT_STRIP;
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, pixels, pixels);
  ring_page_draw (cr, drawing, &options, width, height, page);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
is_dark (cairo_surface_t *surface, int x, int y)
{
  const guchar *row
      = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return row[4 * x + 1] < 0x90;
}

/* The middles of the outermost lines that the row Y of pixels crosses: where the strip is cut. */
static void
find_ends (cairo_surface_t *surface, int y, double *left, double *right)
{
  int width = cairo_image_surface_get_width (surface);
  int first = 0, last = width - 1, n;

  while (first < width && !is_dark (surface, first, y))
    first++;
  while (last > 0 && !is_dark (surface, last, y))
    last--;
  for (n = 1; is_dark (surface, first + n, y); n++)
    ;
  *left = first + n / 2.0;
  for (n = 1; is_dark (surface, last - n, y); n++)
    ;
  *right = last + 1 - n / 2.0;
}

/* The rows of pixels over which a frame stands: those that the strip's left end passes. */
static void
find_rows (cairo_surface_t *surface, int x, int from, int to, int *top, int *bottom)
{
  *top = *bottom = -1;
  for (int y = from; y < to; y++)
    if (is_dark (surface, x, y))
      {
        if (*top < 0)
          *top = y;
        *bottom = y;
      }
}

/* C + pi t, and half a millimetre over 4 mm of width, to 0.05 mm; the inside is the finger's. */
static void
test_true_size (void)
{
  static const struct
  {
    const char *size, *width;
    double blank;
  } rows[] = { { "54.4", "3", 59.4265 }, { "54.4", "4.4", 59.9265 }, { "70", "8", 75.5265 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RingDrawing) drawing = make (rows[i].size, rows[i].width, NULL);
      cairo_surface_t *surface = paint (drawing, 210, 297, PIXELS, 0);
      double half = g_ascii_strtod (rows[i].width, NULL) / 2;
      /* Of the outer strip; the inner one is under it. Off the axis, clear of its marks. */
      double middle = 14 + 54 + 17 + fmax (2, half + 1.05);
      int y = (int) ((middle + 0.4 * half) * PIXELS);
      double left, right;
      int top, bottom;

      find_ends (surface, y, &left, &right);
      g_assert_cmpfloat_with_epsilon ((right - left) / PIXELS, rows[i].blank, 0.05);
      g_assert_cmpfloat_with_epsilon ((right + left) / 2 / PIXELS, 105, 0.05);
      find_rows (surface, (int) left, (int) ((middle - half - 0.5) * PIXELS),
                 (int) ((middle + half + 0.5) * PIXELS), &top, &bottom);
      g_assert_cmpfloat_with_epsilon ((bottom + 1 - top) / (double) PIXELS - 0.12, 2 * half, 0.1);
      cairo_surface_destroy (surface);
    }
}

/* On A4 a ring has a page. On a small card its strips come in parts, which overlap and leave
 * nothing out, and nothing is closer than 5 mm to the edge. */
static void
test_parts (void)
{
  g_autoptr (RingDrawing) one = make ("60", "3", NULL);
  g_autoptr (RingDrawing) two = ring_test_with_record (
      one, RING_RECORD_RING, "rsecond", (const char *const[]){ "size", "52", "width", "6", NULL });
  guint n;

  g_assert_cmpuint (ring_pattern_count (one, 210, 297), ==, 1);
  g_assert_cmpuint (ring_pattern_count (two, 210, 297), ==, 2);
  n = ring_pattern_count (one, 74, 148);
  g_assert_cmpuint (n, >, 1);
  for (guint i = 0; i < n; i++)
    {
      cairo_surface_t *ink = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (ink);
      double x, y, width, height;

      ring_pattern_draw (cr, one, 74, 148, i);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (ink, &x, &y, &width, &height);
      g_assert_cmpfloat (width, >, 20);
      g_assert_cmpfloat (x, >=, 4.9);
      g_assert_cmpfloat (y, >=, 4.9);
      g_assert_cmpfloat (x + width, <=, 69.1);
      g_assert_cmpfloat (y + height, <=, 143.1);
      cairo_surface_destroy (ink);
    }
}

/* Files: an A4 page whatever the design's page is; a picture of several pages is refused. */
static void
test_files (void)
{
  g_autoptr (RingDrawing) one = make ("60", "3", NULL);
  g_autoptr (RingDrawing) two = ring_test_with_record (one, RING_RECORD_RING, "rsecond",
                                                       (const char *const[]){ "size", "52", NULL });
  RingExportOptions options;

  ring_export_options_init (&options);
  options.layout = RING_EXPORT_STRIP;
  for (int format = RING_EXPORT_SVG; format <= RING_EXPORT_PNG; format++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = ring_export (one, (RingExportFormat) format, &options, &error);
      g_autoptr (GBytes) again = NULL;
      g_autoptr (GBytes) both = NULL;

      g_assert_no_error (error);
      again = ring_export (one, (RingExportFormat) format, &options, &error);
      /* In one process cairo numbers the fonts of its SVGs on; tests/cli starts another one. */
      g_assert_true (format == RING_EXPORT_SVG || g_bytes_equal (bytes, again));
      both = ring_export (two, (RingExportFormat) format, &options, &error);
      g_assert_true ((both != NULL) == (format == RING_EXPORT_PDF));
      g_assert_true ((error != NULL) == (format != RING_EXPORT_PDF));
    }
}

/* The page: a stone in claws, channel stones, letters inside and ink on both sides. */
static void
test_page (void)
{
  g_autoptr (RingDrawing) bare = make ("54.4", "4.4", "3");
  g_autoptr (RingDesign) design = NULL;
  g_autoptr (RingDrawing) gem = ring_test_with_record (
      bare, RING_RECORD_GEM, "g1",
      (const char *const[]){ "cut", "oval", "length", "5", "width", "4", NULL });
  g_autoptr (RingDrawing) set = ring_test_with_record (
      gem, RING_RECORD_SETTING, "s1", (const char *const[]){ "gem", "g1", "kind", "bezel", NULL });
  g_autoptr (RingDrawing) row
      = ring_test_with_record (set, RING_RECORD_LAYOUT, "y1",
                               (const char *const[]){ "kind", "channel", "length", "1.5", "angle",
                                                      "-60", "arc", "50", NULL });
  g_autoptr (RingDrawing) engraved = ring_test_with_record (
      row, RING_RECORD_INSCRIPTION, "i1",
      (const char *const[]){ "text", "toujours", "face", "script", "height", "1.8", NULL });
  cairo_surface_t *surface;
  RingSpec spec;

  design = ring_design_new_for_drawing (ring_drawing_ref (engraved));
  ring_spec_init (&spec, ring_drawing_find_ring (engraved, NULL));
  ring_test_draw (design, RING_VIEW_STRIP, -22, -0.6, -12, 0.6);
  ring_test_draw (design, RING_VIEW_STRIP, -20, ring_views_strip_gap (&spec.band), -6,
                  ring_views_strip_gap (&spec.band));
  surface = paint (ring_design_get_drawing (design), 148, 210, 6, 0);
  ring_test_assert_picture ("render/pattern.png", surface, 8, 60);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/pattern/true-size", test_true_size);
  g_test_add_func ("/pattern/parts", test_parts);
  g_test_add_func ("/pattern/files", test_files);
  g_test_add_func ("/pattern/page", test_page);
  return ring_test_run ();
}
