/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-export.h"

#include "ring-clock.h"
#include "ring-error.h"
#include "ring-number.h"
#include "ring-paint.h"
#include "ring-pdf-ink.h"
#include "ring-sheet-code.h"
#include "ring-stream.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define POINTS_PER_MM (72 / 25.4)

/* The largest picture: cairo's limit of a side, and 400 MB of pixels. */
#define MAX_PIXELS_SIDE 32767
#define MAX_MEGAPIXELS 100

/* Seconds since 1970; a later SOURCE_DATE_EPOCH is a mistake. */
#define MAX_EPOCH G_GUINT64_CONSTANT (9999999999)

static gboolean
check_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, RING_ERROR, RING_ERROR_FAILED, _("The page could not be painted: %s"),
               cairo_status_to_string (status));
  return FALSE;
}

/* The latest moment that any stroke of VIEW was begun. */
static gint64
last_stroke (const RingView *view)
{
  gint64 last = 0;

  for (guint i = 0; i < ring_view_get_n_layers (view); i++)
    {
      const RingLayer *layer = ring_view_get_layer (view, i);

      for (gsize k = 0; k < ring_layer_get_n_items (layer); k++)
        {
          const RingStroke *stroke = ring_item_get_stroke (ring_layer_get_item (layer, k));

          if (stroke != NULL && stroke->samples != NULL)
            last = MAX (last, ring_samples_get_t0 (stroke->samples));
        }
    }
  return last;
}

/* Whatever of RECORD's fields is a moment. */
static gint64
last_moment (const RingRecord *record)
{
  gint64 last = 0;

  for (guint i = 0; i < ring_record_get_n_fields (record); i++)
    {
      const char *value;
      gint64 ms;

      ring_record_get_field (record, i, &value);
      if (g_ascii_isdigit (value[0]) && strchr (value, 'T') != NULL
          && ring_clock_parse (value, &ms))
        last = MAX (last, ms);
    }
  return last;
}

/* SOURCE_DATE_EPOCH, else the last edit that the design itself tells of; never the present, so
 * that the same design gives the same bytes. */
char *
ring_export_get_date (const RingDrawing *drawing)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 last = 0;

  if (epoch != NULL && g_ascii_isdigit (epoch[0]))
    return ring_clock_format ((gint64) MIN (g_ascii_strtoull (epoch, NULL, 10), MAX_EPOCH) * 1000);
  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    last = MAX (last, last_stroke (ring_drawing_get_view (drawing, i)));
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);

      /* The other records hold dates to come: a wedding, a promised day. */
      if (g_str_equal (ring_record_get_kind (record), RING_RECORD_ENTRY)
          || g_str_equal (ring_record_get_kind (record), RING_RECORD_REVISION))
        last = MAX (last, last_moment (record));
    }
  return ring_clock_format (last);
}

static char *
get_title (const RingDrawing *drawing)
{
  const RingRecord *commission = ring_drawing_find_record (drawing, RING_RECORD_COMMISSION, NULL);
  const char *title = commission != NULL ? ring_record_get (commission, "title") : NULL;

  if (title == NULL && commission != NULL)
    title = ring_record_get (commission, "client");
  return g_strdup (title != NULL ? title : _("Ring design"));
}

static cairo_surface_t *
create_pdf (const RingDrawing *drawing, const RingExportOptions *options, GByteArray *bytes)
{
  g_autofree char *date = ring_export_get_date (drawing);
  g_autofree char *title = get_title (drawing);
  cairo_surface_t *surface;
  double width, height;

  ring_page_get_size (drawing, options, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (ring_stream_write_cb, bytes, width * POINTS_PER_MM,
                                                 height * POINTS_PER_MM);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Ringwright " RING_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
  return surface;
}

/* Paints all pages; takes SURFACE. */
static cairo_status_t
paint_pages (cairo_surface_t *surface, const RingDrawing *drawing, const RingExportOptions *options)
{
  cairo_t *cr = cairo_create (surface);
  double width, height;
  guint n_pages;

  ring_page_get_size (drawing, options, &width, &height);
  n_pages = ring_page_count (drawing, options, width, height);
  for (guint i = 0; i < n_pages; i++)
    {
      cairo_save (cr);
      cairo_scale (cr, POINTS_PER_MM, POINTS_PER_MM);
      ring_page_draw (cr, drawing, options, width, height, i);
      cairo_restore (cr);
      cairo_show_page (cr);
    }
  return ring_stream_end (cr, surface);
}

/* INK may be NULL. FALSE when the file is not as this knows it and misses the ink. */
static gboolean
update_pdf (GByteArray *bytes, RingPdfInk *ink)
{
  RingPdfUpdate update;
  gboolean whole;

  if (!ring_pdf_update_begin (&update, bytes))
    return ink == NULL;
  ring_pdf_update_keep_scale (&update);
  whole = ink == NULL || ring_pdf_ink_place (ink, &update);
  ring_pdf_update_end (&update);
  return whole;
}

/* *WHOLE is FALSE when the file would lack its strokes. */
static GBytes *
try_pdf (const RingDrawing *drawing,
         const RingExportOptions *options,
         gboolean own_ink,
         gboolean *whole,
         GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = create_pdf (drawing, options, bytes);
  RingPdfInk *ink = NULL;
  cairo_status_t status;
  double width, height;

  *whole = TRUE;
  ring_page_get_size (drawing, options, &width, &height);
  if (own_ink)
    ink = ring_pdf_ink_new (surface, width * POINTS_PER_MM, height * POINTS_PER_MM);
  status = paint_pages (surface, drawing, options);
  if (status == CAIRO_STATUS_SUCCESS)
    *whole = update_pdf (bytes, ink);
  g_clear_pointer (&ink, ring_pdf_ink_free);
  if (!check_status (status, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* A cairo that lays its files out in another way gets the strokes like everything else. */
static GBytes *
export_pdf (const RingDrawing *drawing, const RingExportOptions *options, GError **error)
{
  gboolean whole;
  g_autoptr (GBytes) bytes = try_pdf (drawing, options, TRUE, &whole, error);

  if (bytes == NULL || whole)
    return g_steal_pointer (&bytes);
  return try_pdf (drawing, options, FALSE, &whole, error);
}

/* Pixels of the picture of LENGTH mm. */
static double
count_pixels (double length, const RingExportOptions *options)
{
  return fmax (1, round (length * options->dpi / 25.4));
}

/* A part of the picture, painted by its own thread. Every band is a surface of its own over the
 * rows it shares with nobody. */
typedef struct
{
  const RingDrawing *drawing;
  const RingExportOptions *options;
  guchar *pixels; /* of the band, CAIRO_FORMAT_RGB24 */
  int columns, rows, stride;
  int top;              /* the band's first row in the picture */
  double width, height; /* mm of the whole */
  cairo_status_t status;
} Band;

static gpointer
paint_band (gpointer data)
{
  Band *band = data;
  double scale = band->options->dpi / 25.4;
  cairo_surface_t *surface;
  cairo_t *cr;

  surface = cairo_image_surface_create_for_data (band->pixels, CAIRO_FORMAT_RGB24, band->columns,
                                                 band->rows, band->stride);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, 0, -band->top);
  cairo_scale (cr, scale, scale);
  ring_page_draw (cr, band->drawing, band->options, band->width, band->height,
                  MAX (band->options->page, 1) - 1);
  band->status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return NULL;
}

/* Paints the whole picture in two bands at once. Two on every machine: where bands meet, cairo
 * may round a pixel differently, and the same design must give the same bytes everywhere. */
static cairo_status_t
paint_bands (const Band *whole)
{
  Band bands[2] = { *whole, *whole };
  GThread *thread;

  bands[0].rows = whole->rows / 2;
  bands[1].top = bands[0].rows;
  bands[1].rows = whole->rows - bands[0].rows;
  bands[1].pixels += (gsize) bands[0].rows * (gsize) whole->stride;
  if (bands[0].rows == 0)
    {
      paint_band (&bands[1]);
      return bands[1].status;
    }
  thread = g_thread_new ("band", paint_band, &bands[0]);
  paint_band (&bands[1]);
  g_thread_join (thread);
  return bands[0].status != CAIRO_STATUS_SUCCESS ? bands[0].status : bands[1].status;
}

/* cairo's pixels as the three bytes each that a PNG holds; in place, since rows only shrink. */
static void
pack_pixels (guchar *pixels, int columns, int rows, int stride)
{
  guchar *out = pixels;

  for (int y = 0; y < rows; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (pixels + (gsize) y * (gsize) stride);

      for (int x = 0; x < columns; x++)
        {
          guint32 pixel = row[x];

          *out++ = pixel >> 16 & 0xff;
          *out++ = pixel >> 8 & 0xff;
          *out++ = pixel & 0xff;
        }
    }
}

/* The compression is the lightest that still packs flat paper well: level 6, which cairo's own
 * writer takes, is half of the time of an export. The file says its resolution, so that other
 * programs know its millimetres. */
static GBytes *
encode_png (guchar *pixels, int columns, int rows, double dpi, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autofree char *resolution = ring_number_format (dpi, 0);
  char *data;
  gsize size;

  pixbuf = gdk_pixbuf_new_from_data (pixels, GDK_COLORSPACE_RGB, FALSE, 8, columns, rows,
                                     columns * 3, NULL, NULL);
  if (!gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "png", error, "compression", "2", "x-dpi",
                                  resolution, "y-dpi", resolution, NULL))
    return NULL;
  return g_bytes_new_take (data, size);
}

static gboolean
check_pixels (double columns, double rows, GError **error)
{
  g_autofree char *across = ring_number_format (columns, 0);
  g_autofree char *down = ring_number_format (rows, 0);

  if (columns <= MAX_PIXELS_SIDE && rows <= MAX_PIXELS_SIDE
      && columns * rows <= MAX_MEGAPIXELS * 1e6)
    return TRUE;
  g_set_error (error, RING_ERROR, RING_ERROR_LIMIT,
               _("The picture would have %s × %s pixels; at most %d on a side and %d million in "
                  "all are possible. Choose fewer dots per inch."),
               across, down, MAX_PIXELS_SIDE, MAX_MEGAPIXELS);
  return FALSE;
}

static GBytes *
export_png (const RingDrawing *drawing, const RingExportOptions *options, GError **error)
{
  Band whole = { .drawing = drawing, .options = options };
  g_autofree guchar *pixels = NULL;
  double columns, rows;

  ring_page_get_size (drawing, options, &whole.width, &whole.height);
  if (options->layout == RING_EXPORT_SKETCH && options->paper_width <= 0)
    {
      whole.width *= options->scale;
      whole.height *= options->scale;
    }
  columns = count_pixels (whole.width, options);
  rows = count_pixels (whole.height, options);
  if (!check_pixels (columns, rows, error))
    return NULL;
  whole.columns = (int) columns;
  whole.rows = (int) rows;
  whole.stride = cairo_format_stride_for_width (CAIRO_FORMAT_RGB24, whole.columns);
  pixels = g_try_malloc ((gsize) whole.rows * (gsize) whole.stride);
  if (pixels == NULL)
    {
      check_status (CAIRO_STATUS_NO_MEMORY, error);
      return NULL;
    }
  whole.pixels = pixels;
  if (!check_status (paint_bands (&whole), error))
    return NULL;
  pack_pixels (pixels, whole.columns, whole.rows, whole.stride);
  return encode_png (pixels, whole.columns, whole.rows, options->dpi, error);
}

/* A strip, receipt or quote; the picture of a sketch is written by those who know its items. */
static GBytes *
export_svg (const RingDrawing *drawing, const RingExportOptions *options, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  double width, height;
  cairo_t *cr;

  ring_page_get_size (drawing, options, &width, &height);
  surface = cairo_svg_surface_create_for_stream (ring_stream_write_cb, bytes, width, height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_MM);
  cr = cairo_create (surface);
  ring_page_draw (cr, drawing, options, width, height, MAX (options->page, 1) - 1);
  return check_status (ring_stream_end (cr, surface), error)
             ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes))
             : NULL;
}

static void
set_nothing (RingExportLayout layout, GError **error)
{
  g_set_error_literal (error, RING_ERROR, RING_ERROR_INVALID,
                       layout == RING_EXPORT_QUOTE
                           ? _ ("There is no quote: use the estimate as the quote, or enter it in the order")
                           : _ ("Nothing was taken in, so there is no receipt: take a stone in on its "
                                "card, or metal below the stones"));
}

/* A picture is one page, and a file not empty. */
static gboolean
check_pages (const RingDrawing *drawing,
             RingExportFormat format,
             const RingExportOptions *options,
             GError **error)
{
  /* The picture of a sketch is as large as it has to be. */
  gboolean whole = options->layout == RING_EXPORT_SKETCH && options->paper_width <= 0 && options->page <= 1;
  double width, height;
  guint n;

  ring_page_get_size (drawing, options, &width, &height);
  if (!ring_page_check (drawing, options, width, height, error))
    return FALSE;
  if (whole && format != RING_EXPORT_PDF)
    return TRUE;
  n = ring_page_count (drawing, options, width, height);
  if (n == 0)
    {
      set_nothing (options->layout, error);
      return FALSE;
    }
  if (options->page > n)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_INVALID,
                   _ ("There is no page %u: this takes %u pages"), options->page, n);
      return FALSE;
    }
  if (n == 1 || format == RING_EXPORT_PDF || options->page > 0)
    return TRUE;
  g_set_error (error, RING_ERROR, RING_ERROR_INVALID,
               _ ("This takes %u pages, and a picture is one: choose a PDF, or which page"), n);
  return FALSE;
}

GBytes *
ring_export (const RingDrawing *drawing,
             RingExportFormat format,
             const RingExportOptions *options,
             GError **error)
{
  RingExportOptions coded = *options;
  g_autofree char *code = NULL;

  if (!(options->scale >= 0.01 && options->scale <= 100 && options->dpi >= 1
        && options->dpi <= 10000))
    {
      g_set_error_literal (
          error, RING_ERROR, RING_ERROR_INVALID,
          _("The scale must lie between 0.01 and 100 and the resolution between 1 and 10000 dots "
             "per inch"));
      return NULL;
    }
  if (!check_pages (drawing, format, options, error))
    return NULL;
  /* Once: a picture is painted in two parts. */
  if (options->code == NULL && options->scale_bar)
    coded.code = code = ring_sheet_code_make (drawing);
  switch (format)
    {
    case RING_EXPORT_PDF:
      return export_pdf (drawing, &coded, error);
    case RING_EXPORT_PNG:
      return export_png (drawing, &coded, error);
    case RING_EXPORT_SVG:
    default:
      if (options->layout != RING_EXPORT_SKETCH)
        return export_svg (drawing, &coded, error);
      g_set_error_literal (error, RING_ERROR, RING_ERROR_FAILED,
                           _("SVG is written by the design's own writer"));
      return NULL;
    }
}
