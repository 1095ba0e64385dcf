/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-sheet.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "ring-catalogue-art.h"
#include "ring-error.h"
#include "ring-label.h"
#include "ring-paint.h"
#include "ring-stream.h"

#define POINTS_PER_MM (72 / 25.4)
#define DPI 150
#define WIDTH 210.0
#define HEIGHT 297.0
#define MARGIN 14.0
/* More cells than this would be too small to see a ring in. */
#define MAX_COLUMNS 8
#define MAX_ROWS 12

typedef struct
{
  const RingCatalogue *catalogue;
  RingCatalogueArt *art;
  cairo_t *cr;
  int shape, band; /* menus, or -1 */
} Sheet;

static guint
n_options (const Sheet *sheet, int menu, guint most)
{
  return menu >= 0 ? MIN (ring_catalogue_get_menu (sheet->catalogue, (guint) menu)->n_options, most)
                   : 1;
}

/* The catalogue's first ring with the cell's shape and band, in its largest stone; what is not
 * made leaves its cell empty. */
static void
get_choice (const Sheet *sheet, guint row, guint column, RingChoice *choice)
{
  int size = ring_catalogue_find_menu (sheet->catalogue, "size");

  ring_catalogue_first_choice (sheet->catalogue, choice);
  if (sheet->shape >= 0)
    choice->option[sheet->shape] = row;
  if (sheet->band >= 0)
    choice->option[sheet->band] = column;
  if (size >= 0)
    choice->option[size] = ring_catalogue_get_menu (sheet->catalogue, (guint) size)->n_options - 1;
}

static gboolean
draw_cell (const Sheet *sheet, RingRect cell, const RingChoice *choice, GError **error)
{
  g_autofree char *number = ring_catalogue_format_number (sheet->catalogue, choice);
  RingRect bounds;
  double scale;
  gboolean done;

  if (number == NULL)
    return TRUE;
  bounds = ring_catalogue_art_get_bounds (sheet->art, choice, "three-quarter");
  if (ring_rect_is_empty (bounds))
    return TRUE;
  /* The number's line takes 5 mm of the cell's foot. */
  scale = MIN ((cell.x1 - cell.x0 - 4) / (bounds.x1 - bounds.x0),
               (cell.y1 - cell.y0 - 7) / (bounds.y1 - bounds.y0));
  cairo_save (sheet->cr);
  cairo_translate (sheet->cr, (cell.x0 + cell.x1) / 2, (cell.y0 + cell.y1 - 5) / 2);
  cairo_scale (sheet->cr, scale, scale);
  cairo_translate (sheet->cr, -(bounds.x0 + bounds.x1) / 2, -(bounds.y0 + bounds.y1) / 2);
  done = ring_catalogue_art_paint (sheet->art, sheet->cr, choice, "three-quarter", error);
  cairo_restore (sheet->cr);
  ring_paint_set_colour (sheet->cr, 0x6a6672ff);
  ring_label_draw (sheet->cr, number, (RingPoint){ (cell.x0 + cell.x1) / 2, cell.y1 - 1.5 }, 2.6,
                   RING_LABEL_CENTRE);
  return done;
}

static gboolean
draw (const Sheet *sheet, GError **error)
{
  guint rows = n_options (sheet, sheet->shape, MAX_ROWS);
  guint columns = n_options (sheet, sheet->band, MAX_COLUMNS);
  double width = (WIDTH - 2 * MARGIN) / columns;
  double height = (HEIGHT - 2 * MARGIN - 12) / rows;
  g_autofree char *title
      = g_strdup_printf (_("%s, edition %s"), ring_catalogue_get_name (sheet->catalogue),
                         ring_catalogue_get_edition (sheet->catalogue));

  cairo_set_source_rgb (sheet->cr, 1, 1, 1);
  cairo_paint (sheet->cr);
  ring_paint_set_colour (sheet->cr, 0x241f31ff);
  ring_label_draw (sheet->cr, title, (RingPoint){ MARGIN, MARGIN + 5 }, 5, RING_LABEL_START);
  for (guint row = 0; row < rows; row++)
    for (guint column = 0; column < columns; column++)
      {
        double x = MARGIN + column * width;
        double y = MARGIN + 12 + row * height;
        RingChoice choice;

        get_choice (sheet, row, column, &choice);
        if (!draw_cell (sheet, (RingRect){ x, y, x + width, y + height }, &choice, error))
          return FALSE;
      }
  return TRUE;
}

static cairo_surface_t *
create_surface (gboolean pdf, GByteArray *bytes)
{
  cairo_surface_t *surface;

  if (!pdf)
    return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (WIDTH * DPI / 25.4),
                                       (int) (HEIGHT * DPI / 25.4));
  surface = cairo_pdf_surface_create_for_stream (ring_stream_write_cb, bytes, WIDTH * POINTS_PER_MM,
                                                 HEIGHT * POINTS_PER_MM);
  /* Without a date of its own a catalogue's sheet has none that could differ. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
  return surface;
}

GBytes *
ring_sheet_make (const RingCatalogue *catalogue, gboolean pdf, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (RingCatalogueArt) art = ring_catalogue_art_new (catalogue);
  cairo_surface_t *surface = create_surface (pdf, bytes);
  Sheet sheet
      = { catalogue, art, cairo_create (surface), ring_catalogue_find_menu (catalogue, "shape"),
          ring_catalogue_find_menu (catalogue, "band") };
  double scale = pdf ? POINTS_PER_MM : DPI / 25.4;
  gboolean done;

  cairo_scale (sheet.cr, scale, scale);
  done = draw (&sheet, error);
  cairo_destroy (sheet.cr);
  if (done && !pdf)
    cairo_surface_write_to_png_stream (surface, ring_stream_write_cb, bytes);
  cairo_surface_finish (surface);
  if (done && cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_FAILED, _("The sheet could not be painted: %s"),
                   cairo_status_to_string (cairo_surface_status (surface)));
      done = FALSE;
    }
  cairo_surface_destroy (surface);
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
