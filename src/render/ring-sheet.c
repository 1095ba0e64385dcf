/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-sheet.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-catalogue-art.h"
#include "ring-error.h"
#include "ring-label.h"
#include "ring-paint.h"
#include "ring-prose.h"
#include "ring-stream.h"

#define DPI 150
#define WIDTH 420.0
#define HEIGHT 297.0
#define MARGIN 13.0
#define TOP 34.0      /* of the cells */
#define FOOT 12.0     /* under them */
#define ROW_LABEL 25.0
/* More cells than this would be too small to see a ring in. */
#define MAX_COLUMNS 16
#define MAX_ROWS 16

#define PAPER 0xfcfaf5ff
#define LINE 0xe4ded2ff
#define INK 0x241f31ff
#define SOFT_INK 0x77727eff

#define VIEW "three-quarter"

typedef struct
{
  const RingCatalogue *catalogue;
  RingCatalogueArt *art;
  cairo_t *cr;
  int shape, band; /* menus, or -1 */
  guint rows, columns;
  RingRect frame;  /* that every ring of the sheet is within, mm */
} Sheet;

static const RingMenu *
get_menu (const Sheet *sheet, int menu)
{
  return menu >= 0 ? ring_catalogue_get_menu (sheet->catalogue, (guint) menu) : NULL;
}

static guint
n_options (const Sheet *sheet, int menu, guint most)
{
  return menu >= 0 ? MIN (get_menu (sheet, menu)->n_options, most) : 1;
}

/* The ring of a cell: its shape and band, the metal of its row, else what is usual. */
static void
get_choice (const Sheet *sheet, guint row, guint column, RingChoice *choice)
{
  int metal = ring_catalogue_find_menu (sheet->catalogue, "metal");

  ring_catalogue_usual_choice (sheet->catalogue, choice);
  if (sheet->shape >= 0)
    choice->option[sheet->shape] = row;
  if (sheet->band >= 0)
    choice->option[sheet->band] = column;
  if (metal >= 0)
    choice->option[metal] = row % get_menu (sheet, metal)->n_options;
}

/* One scale for all, so that a slender ring is seen to be slender. */
static void
measure (Sheet *sheet)
{
  sheet->frame = RING_RECT_EMPTY;
  for (guint row = 0; row < sheet->rows; row++)
    for (guint column = 0; column < sheet->columns; column++)
      {
        RingChoice choice;

        get_choice (sheet, row, column, &choice);
        if (ring_catalogue_is_made (sheet->catalogue, &choice, NULL))
          sheet->frame = ring_rect_union (
              sheet->frame, ring_catalogue_art_get_bounds (sheet->art, &choice, VIEW));
      }
}

static gboolean
draw_cell (const Sheet *sheet, RingRect cell, const RingChoice *choice, GError **error)
{
  g_autofree char *number = ring_catalogue_format_number (sheet->catalogue, choice);
  double middle = (cell.x0 + cell.x1) / 2;
  RingRect frame = sheet->frame;
  double scale;
  gboolean done;

  if (number == NULL || ring_rect_is_empty (frame))
    {
      ring_label_write (sheet->cr, _("not made"), middle, cell.y1 - 1.6, 2, SOFT_INK,
                        RING_LABEL_CENTRE);
      return TRUE;
    }
  /* The number's line takes 4 mm of the cell's foot. */
  scale = MIN ((cell.x1 - cell.x0 - 2.5) / (frame.x1 - frame.x0),
               (cell.y1 - cell.y0 - 5.4) / (frame.y1 - frame.y0));
  cairo_save (sheet->cr);
  cairo_translate (sheet->cr, middle, (cell.y0 + cell.y1 - 4) / 2);
  cairo_scale (sheet->cr, scale, scale);
  cairo_translate (sheet->cr, -(frame.x0 + frame.x1) / 2, -(frame.y0 + frame.y1) / 2);
  done = ring_catalogue_art_paint (sheet->art, sheet->cr, choice, VIEW, error);
  cairo_restore (sheet->cr);
  ring_label_write (sheet->cr, number, middle, cell.y1 - 1.6, 2, SOFT_INK, RING_LABEL_CENTRE);
  return done;
}

static void
draw_rule (const Sheet *sheet, double y)
{
  ring_paint_set_colour (sheet->cr, LINE);
  cairo_rectangle (sheet->cr, MARGIN, y - 0.06, WIDTH - 2 * MARGIN, 0.12);
  cairo_fill (sheet->cr);
}

static void
draw_title (const Sheet *sheet)
{
  const char *note = ring_catalogue_get_fact (sheet->catalogue, "note");
  g_autofree char *edition
      = g_strdup_printf (_("Edition %s"), ring_catalogue_get_edition (sheet->catalogue));

  ring_label_write (sheet->cr, ring_catalogue_get_name (sheet->catalogue), MARGIN, MARGIN + 7, 8.5,
                    INK, RING_LABEL_START);
  ring_label_write (sheet->cr, edition, WIDTH - MARGIN, MARGIN + 7, 3.4, SOFT_INK, RING_LABEL_END);
  if (note != NULL)
    ring_label_write (sheet->cr, note, MARGIN, HEIGHT - 6.5, 2.4, SOFT_INK, RING_LABEL_START);
}

/* The sizes that every ring of the sheet has. */
static void
draw_usual (const Sheet *sheet)
{
  static const char *const menus[] = { "size", "finish", "ring-size" };
  g_autoptr (GString) text = g_string_new (NULL);
  RingChoice choice;

  ring_catalogue_usual_choice (sheet->catalogue, &choice);
  for (guint i = 0; i < G_N_ELEMENTS (menus); i++)
    {
      const RingOption *option = ring_catalogue_get_chosen (sheet->catalogue, &choice, menus[i]);

      if (option != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", option->label);
    }
  ring_label_write (sheet->cr, text->str, WIDTH - MARGIN, HEIGHT - 6.5, 2.4, SOFT_INK, RING_LABEL_END);
}

/* What a row or a column has in common, in two lines. */
static void
draw_row_label (const Sheet *sheet, guint row, double y)
{
  const RingMenu *menu = get_menu (sheet, sheet->shape);
  const RingOption *metal;
  RingChoice choice;

  get_choice (sheet, row, 0, &choice);
  metal = ring_catalogue_get_chosen (sheet->catalogue, &choice, "metal");
  if (menu != NULL)
    ring_label_write (sheet->cr, menu->options[row].label, MARGIN, y, 3.4, INK, RING_LABEL_START);
  if (metal != NULL)
    ring_label_write (sheet->cr, metal->label, MARGIN, y + 4, 2.2, SOFT_INK, RING_LABEL_START);
}

static gboolean
draw (Sheet *sheet, GError **error)
{
  double width = (WIDTH - 2 * MARGIN - ROW_LABEL) / sheet->columns;
  double height = (HEIGHT - TOP - FOOT) / sheet->rows;
  const RingMenu *bands = get_menu (sheet, sheet->band);

  ring_paint_set_colour (sheet->cr, PAPER);
  cairo_paint (sheet->cr);
  draw_title (sheet);
  draw_usual (sheet);
  for (guint column = 0; column < sheet->columns && bands != NULL; column++)
    ring_label_write (sheet->cr, bands->options[column].label,
                      MARGIN + ROW_LABEL + (column + 0.5) * width, TOP - 3, 2.6, INK,
                      RING_LABEL_CENTRE);
  for (guint row = 0; row < sheet->rows; row++)
    {
      double y = TOP + row * height;

      draw_rule (sheet, y);
      draw_row_label (sheet, row, y + height / 2);
      for (guint column = 0; column < sheet->columns; column++)
        {
          double x = MARGIN + ROW_LABEL + column * width;
          RingChoice choice;

          get_choice (sheet, row, column, &choice);
          if (!draw_cell (sheet, (RingRect){ x, y, x + width, y + height }, &choice, error))
            return FALSE;
        }
    }
  draw_rule (sheet, HEIGHT - FOOT);
  return TRUE;
}

static cairo_surface_t *
create_surface (RingSheetFormat format, GByteArray *bytes)
{
  cairo_surface_t *surface;

  switch (format)
    {
    case RING_SHEET_SVG:
      surface = cairo_svg_surface_create_for_stream (ring_stream_write_cb, bytes, WIDTH, HEIGHT);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_MM);
      return surface;
    case RING_SHEET_PDF:
      surface = cairo_pdf_surface_create_for_stream (ring_stream_write_cb, bytes, WIDTH * RING_POINTS_PER_MM,
                                                     HEIGHT * RING_POINTS_PER_MM);
      /* A catalogue says no date, and its sheet is the same bytes whenever it is made. */
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
      return surface;
    case RING_SHEET_PNG:
    default:
      return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) lround (WIDTH * DPI / 25.4),
                                         (int) lround (HEIGHT * DPI / 25.4));
    }
}

GBytes *
ring_sheet_make (const RingCatalogue *catalogue, RingSheetFormat format, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (RingCatalogueArt) art = ring_catalogue_art_new (catalogue);
  cairo_surface_t *surface = create_surface (format, bytes);
  Sheet sheet
      = { .catalogue = catalogue, .art = art, .cr = cairo_create (surface),
          .shape = ring_catalogue_find_menu (catalogue, "shape"),
          .band = ring_catalogue_find_menu (catalogue, "band") };
  double scale = format == RING_SHEET_SVG   ? 1
                 : format == RING_SHEET_PDF ? RING_POINTS_PER_MM
                                            : DPI / 25.4;
  cairo_status_t packed = CAIRO_STATUS_SUCCESS;
  cairo_status_t status;
  gboolean done;

  sheet.rows = n_options (&sheet, sheet.shape, MAX_ROWS);
  sheet.columns = n_options (&sheet, sheet.band, MAX_COLUMNS);
  measure (&sheet);
  cairo_scale (sheet.cr, scale, scale);
  done = draw (&sheet, error);
  if (done && format == RING_SHEET_PNG)
    packed = cairo_surface_write_to_png_stream (surface, ring_stream_write_cb, bytes);
  status = ring_stream_end (sheet.cr, surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = packed;
  if (done && status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  if (done)
    g_set_error (error, RING_ERROR, RING_ERROR_FAILED, _("The sheet could not be painted: %s"),
                 cairo_status_to_string (status));
  return NULL;
}
