/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages and files: millimetres that survive another program, bytes that repeat, limits. */
#include "ring-design.h"
#include "ring-error.h"
#include "ring-export.h"
#include "ring-label.h"
#include "ring-paint.h"
#include "ring-spec.h"
#include "ring-test-image.h"
#include "ring-test.h"
#include "sheet.h"

#include <math.h>
#include <string.h>

#define DPI 254 /* ten pixels a millimetre */

/* The brightest channel of a line: the rule's, and the lighter guides'. */
#define INK 0xa0
#define GUIDE 0xd8

static RingDrawing *
make_drawing (void)
{
  SheetOptions options = { .opacity = 0.5, .notes = TRUE, .sized = TRUE };

  return sheet_new (&options);
}

static GBytes *
export_ok (const RingDrawing *drawing, RingExportFormat format, const RingExportOptions *options)
{
  GError *error = NULL;
  GBytes *bytes = ring_export (drawing, format, options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

/* What another program makes of PDF, page PAGE; NULL where there is none to ask. */
static cairo_surface_t *
read_pdf (GBytes *pdf, guint page)
{
  g_autofree char *program = g_find_program_in_path ("pdftoppm");
  g_autofree char *folder = ring_test_make_folder ();
  g_autofree char *in = g_build_filename (folder, "in.pdf", NULL);
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  g_autofree char *png = g_strconcat (out, ".png", NULL);
  g_autofree char *number = g_strdup_printf ("%u", page);
  g_autofree char *dpi = g_strdup_printf ("%d", DPI);
  const char *argv[]
      = { program, "-r", dpi, "-f", number, "-l", number, "-singlefile", "-png", in, out, NULL };
  GError *error = NULL;
  int status = 1;
  gsize size;
  const void *data = g_bytes_get_data (pdf, &size);

  if (program == NULL)
    return NULL;
  ring_test_write (in, data, (gssize) size);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return cairo_image_surface_create_from_png (png);
}

static gboolean
is_dark (cairo_surface_t *surface, int x, int y, guint limit)
{
  const guint8 *row = cairo_image_surface_get_data (surface)
                      + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);
  guint32 pixel = ((const guint32 *) (gconstpointer) row)[x];

  return (pixel & 0xff) < limit && (pixel >> 8 & 0xff) < limit && (pixel >> 16 & 0xff) < limit;
}

/* The middle of the first and of the last dark run between two points, as a distance in mm. */
static double
measure (cairo_surface_t *surface, guint limit, double x0, double y0, double x1, double y1)
{
  double length = MAX (ABS (x1 - x0), ABS (y1 - y0));
  int n = (int) ceil (length * 10);
  int ends[4] = { -1, -1, -1, -1 };

  for (int i = 0; i < n; i++)
    {
      int x = (int) (10 * x0 + 10 * (x1 - x0) * i / n);
      int y = (int) (10 * y0 + 10 * (y1 - y0) * i / n);

      if (!is_dark (surface, x, y, limit))
        continue;
      if (ends[0] < 0)
        ends[0] = i;
      if (ends[3] != i - 1)
        ends[2] = i;
      ends[3] = i;
      if (ends[1] < 0 && !is_dark (surface, x + (x1 > x0), y + (y1 > y0), limit))
        ends[1] = i;
    }
  g_assert_cmpint (ends[0], >=, 0);
  return (ends[2] + ends[3] - ends[0] - ends[1]) / 2.0 * length / n;
}

static void
assert_bars (RingExportOptions *options)
{
  RingRandom random;
  g_autoptr (RingDrawing) drawing = NULL;
  g_autoptr (GBytes) pdf = NULL;
  cairo_surface_t *picture;

  ring_random_init_seed (&random, 1);
  drawing = ring_drawing_new_default (&random);
  pdf = export_ok (drawing, RING_EXPORT_PDF, options);
  picture = read_pdf (pdf, 1);
  if (picture == NULL)
    {
      g_test_fail_printf ("pdftoppm is not installed");
      return;
    }
  /* A page of 595.276 points is rounded up to whole pixels. */
  g_assert_cmpint (cairo_image_surface_get_width (picture), <=, 2101);
  g_assert_cmpint (cairo_image_surface_get_height (picture), <=, 2971);
  /* 2.8 mm over the line only the end marks reach; 0.1 mm is a pixel. */
  g_assert_cmpfloat_with_epsilon (measure (picture, INK, 5, 279.2, 130, 279.2), 100, 0.2);
  g_assert_cmpfloat_with_epsilon (measure (picture, INK, 199.2, 158, 199.2, 268), 100, 0.2);
  cairo_surface_destroy (picture);
}

static void
test_bars (void)
{
  RingExportOptions options;

  ring_export_options_init (&options);
  assert_bars (&options);
  /* The rule proves the paper, whatever the scale of the drawing. */
  options.scale = 2;
  assert_bars (&options);
}

/* The finger circle of a new design on the printed page. 1.25 mm of the ring under its centre,
 * where no centre line runs, the chord between the circle's edges. */
static void
test_finger_circle (void)
{
  const double radius = 54.4213 / (2 * G_PI);
  RingRandom random;
  g_autoptr (RingDrawing) drawing = NULL;
  g_autoptr (GBytes) pdf = NULL;
  const RingViewHead *head;
  RingExportOptions options;
  cairo_surface_t *picture;
  double chord, y;

  ring_random_init_seed (&random, 1);
  drawing = ring_drawing_new_default (&random);
  head = ring_view_get_head (ring_drawing_get_view_by_kind (drawing, RING_VIEW_FRONT));
  ring_export_options_init (&options);
  options.scale_bar = FALSE;
  pdf = export_ok (drawing, RING_EXPORT_PDF, &options);
  picture = read_pdf (pdf, 1);
  if (picture == NULL)
    {
      g_test_fail_printf ("pdftoppm is not installed");
      return;
    }
  chord = 2 * head->scale * sqrt (radius * radius - 1.25 * 1.25);
  y = head->origin.y + 1.25 * head->scale;
  g_assert_cmpfloat_with_epsilon (measure (picture, GUIDE, head->origin.x - chord / 2 - 2, y,
                                           head->origin.x + chord / 2 + 2, y),
                                  chord, 0.2);
  cairo_surface_destroy (picture);
}

static void
assert_repeats (RingExportFormat format)
{
  g_autoptr (RingDrawing) a = make_drawing ();
  g_autoptr (RingDrawing) b = make_drawing ();
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  RingExportOptions options;

  ring_export_options_init (&options);
  first = export_ok (a, format, &options);
  g_unsetenv ("RINGWRIGHT_NOW");
  second = export_ok (b, format, &options);
  ring_test_assert_bytes ("export", second, first);
}

static void
test_repeats (void)
{
  assert_repeats (RING_EXPORT_PDF);
  assert_repeats (RING_EXPORT_PNG);
}

static gboolean
holds (GBytes *bytes, const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *end = data + size;

  for (const char *p = data; p + strlen (text) <= end; p++)
    if (memcmp (p, text, strlen (text)) == 0)
      return TRUE;
  return FALSE;
}

static void
test_pdf_says (void)
{
  g_autoptr (RingDrawing) drawing = make_drawing ();
  g_autoptr (GBytes) pdf = NULL;
  RingExportOptions options;

  ring_export_options_init (&options);
  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  pdf = export_ok (drawing, RING_EXPORT_PDF, &options);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_true (holds (pdf, "/PrintScaling /None"));
  g_assert_true (holds (pdf, "/Prev "));
  g_assert_true (holds (pdf, "/CreationDate (20231114221320"));
}

/* Strokes reach a PDF by a way of their own. What another program shows of it is the picture that
 * cairo paints: in place, in colour, in order, in a layer of half its strength, turned, and cut by
 * the window of the view. */
static void
test_pdf_strokes (void)
{
  g_autoptr (RingDrawing) drawing = sheet_new (&(SheetOptions){ .opacity = 0.5, .sized = TRUE });
  const double pixels_per_mm = DPI / 25.4;
  RingTestDifference difference;
  RingExportOptions options;
  g_autoptr (GBytes) pdf = NULL;
  cairo_surface_t *seen, *painted;

  ring_export_options_init (&options);
  options.scale_bar = FALSE;
  pdf = export_ok (drawing, RING_EXPORT_PDF, &options);
  g_assert_true (holds (pdf, "/Subtype /Form\n   /BBox"));
  seen = read_pdf (pdf, 1);
  if (seen == NULL)
    {
      g_test_fail_printf ("pdftoppm is not installed");
      return;
    }
  painted = sheet_paint (drawing, pixels_per_mm, 0, 0, cairo_image_surface_get_width (seen),
                         cairo_image_surface_get_height (seen),
                         RING_PAINT_GUIDES | RING_PAINT_ITEMS);
  /* Other programs round edges and hairlines in their own way; a stroke that is away, or half a
   * pixel off, is thousands of pixels more. */
  ring_test_compare_images (seen, painted, 40, &difference);
  g_test_message ("%u pixels differ", difference.pixels);
  g_assert_cmpuint (difference.pixels, <=, 2500);
  cairo_surface_destroy (seen);
  cairo_surface_destroy (painted);
}

static void
test_qpdf (void)
{
  g_autofree char *program = g_find_program_in_path ("qpdf");
  g_autoptr (RingDrawing) drawing = make_drawing ();
  g_autofree char *folder = ring_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "out.pdf", NULL);
  g_autoptr (GBytes) pdf = NULL;
  const char *argv[] = { program, "--check", path, NULL };
  RingExportOptions options;
  GError *error = NULL;
  int status = 1;

  if (program == NULL)
    {
      g_test_fail_printf ("qpdf is not installed");
      return;
    }
  ring_export_options_init (&options);
  pdf = export_ok (drawing, RING_EXPORT_PDF, &options);
  ring_test_write (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf));
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static void
test_pages (void)
{
  RingRandom random;
  g_autoptr (RingDrawing) drawing = NULL;
  RingExportOptions options;

  ring_random_init_seed (&random, 1);
  drawing = ring_drawing_new_default (&random);
  ring_export_options_init (&options);
  g_assert_cmpuint (ring_page_count (drawing, &options, 210, 297), ==, 1);
  g_assert_cmpuint (ring_page_count (drawing, &options, 297, 420), ==, 1);
  options.scale = 0.5;
  g_assert_cmpuint (ring_page_count (drawing, &options, 148, 210), ==, 1);
  options.scale = 2;
  /* 420 x 594 mm in windows of 186 x 258. */
  g_assert_cmpuint (ring_page_count (drawing, &options, 210, 297), ==, 9);
}

/* Every page of a tiled sheet is drawn, and nothing of it closer than 5 mm to the edge. */
static void
test_margins (void)
{
  RingRandom random;
  g_autoptr (RingDrawing) drawing = NULL;
  RingExportOptions options;

  ring_random_init_seed (&random, 1);
  drawing = ring_drawing_new_default (&random);
  ring_export_options_init (&options);
  options.scale = 2;
  for (guint i = 0; i < ring_page_count (drawing, &options, 210, 297); i++)
    {
      cairo_surface_t *ink = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (ink);
      double x, y, width, height;

      ring_page_draw (cr, drawing, &options, 210, 297, i);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (ink, &x, &y, &width, &height);
      g_assert_cmpfloat (x, >=, 4.9);
      g_assert_cmpfloat (y, >=, 4.9);
      g_assert_cmpfloat (x + width, <=, 205.1);
      g_assert_cmpfloat (y + height, <=, 292.1);
      cairo_surface_destroy (ink);
    }
}

/* Each sheet of a ring whose size nobody knows says so, whatever views are on it. */
static void
test_unknown_size (void)
{
  RingRandom random;
  g_autoptr (RingDrawing) unknown = NULL;
  g_autoptr (RingEdit) edit = NULL;
  g_autoptr (RingRecord) sized = NULL;
  RingExportOptions options;

  ring_random_init_seed (&random, 1);
  unknown = ring_drawing_new_default (&random);
  g_assert_false (ring_spec_is_size_known (unknown));
  sized = ring_record_with (ring_drawing_find_record (unknown, RING_RECORD_RING, NULL), "size", "54");
  edit = ring_edit_new (unknown, "");
  ring_edit_set_record (edit, sized);
  g_assert_true (ring_spec_is_size_known (ring_edit_get_result (edit)));
  ring_export_options_init (&options);
  options.scale_bar = FALSE;
  options.scale = 2;
  for (guint i = 0; i < ring_page_count (unknown, &options, 210, 297); i++)
    {
      guint inked[2];

      for (guint known = 0; known < 2; known++)
        {
          cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 100, 6);
          cairo_t *cr = cairo_create (surface);
          const guchar *pixels;

          cairo_translate (cr, -17, -273);
          ring_page_draw (cr, known ? ring_edit_get_result (edit) : unknown, &options, 210, 297, i);
          cairo_destroy (cr);
          cairo_surface_flush (surface);
          pixels = cairo_image_surface_get_data (surface);
          inked[known] = 0;
          for (int k = 0; k < 6 * cairo_image_surface_get_stride (surface); k++)
            inked[known] += pixels[k] != 0;
          cairo_surface_destroy (surface);
        }
      g_assert_cmpuint (inked[0], >, inked[1] + 100);
    }
}

static void
test_png (void)
{
  g_autoptr (RingDrawing) drawing = make_drawing ();
  g_autoptr (GBytes) bytes = NULL;
  RingExportOptions options;
  gsize size;
  const guint8 *data;

  ring_export_options_init (&options);
  options.dpi = 100;
  bytes = export_ok (drawing, RING_EXPORT_PNG, &options);
  data = g_bytes_get_data (bytes, &size);
  g_assert_cmpuint (size, >, 32);
  /* 100 mm at 100 dpi, in the header of the file. */
  g_assert_cmpuint ((guint) data[18] << 8 | data[19], ==, 394);
  g_assert_cmpuint ((guint) data[22] << 8 | data[23], ==, 315);
}

static void
test_limits (void)
{
  g_autoptr (RingDrawing) drawing = make_drawing ();
  RingExportOptions options;
  GError *error = NULL;

  ring_export_options_init (&options);
  options.dpi = 9000;
  g_assert_null (ring_export (drawing, RING_EXPORT_PNG, &options, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_LIMIT);
  g_clear_error (&error);
  options.dpi = 0;
  g_assert_null (ring_export (drawing, RING_EXPORT_PNG, &options, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
  g_clear_error (&error);
  ring_export_options_init (&options);
  g_assert_null (ring_export (drawing, RING_EXPORT_SVG, &options, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_FAILED);
  g_clear_error (&error);
}

/* However fine a page is, a label is as wide as it is, and no font is asked for in the size of a house. */
static void
test_label_width (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 10, 10);
  double first = 0;

  for (double scale = 1; scale < 1e5; scale *= 30)
    {
      cairo_t *cr = cairo_create (surface);
      double width;

      cairo_scale (cr, scale, scale);
      width = ring_label_width (cr, "inside Ø 16.92 mm", 2.6);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      if (scale == 1)
        first = width;
      g_assert_cmpfloat_with_epsilon (width, first, 0.01);
      cairo_destroy (cr);
    }
  g_assert_cmpfloat (first, >, 15);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/export/bars", test_bars);
  g_test_add_func ("/export/finger-circle", test_finger_circle);
  g_test_add_func ("/export/repeats", test_repeats);
  g_test_add_func ("/export/pdf-says", test_pdf_says);
  g_test_add_func ("/export/pdf-strokes", test_pdf_strokes);
  g_test_add_func ("/export/qpdf", test_qpdf);
  g_test_add_func ("/export/pages", test_pages);
  g_test_add_func ("/export/margins", test_margins);
  g_test_add_func ("/export/unknown-size", test_unknown_size);
  g_test_add_func ("/export/png", test_png);
  g_test_add_func ("/export/limits", test_limits);
  g_test_add_func ("/export/label-width", test_label_width);
  return ring_test_run ();
}
