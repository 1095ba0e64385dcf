/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-order-sheet.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-catalogue-text.h"
#include "ring-clock.h"
#include "ring-error.h"
#include "ring-order-text.h"
#include "ring-prose.h"
#include "ring-stream.h"

/* Paper mm. */
#define A4_WIDTH 210.0
#define A4_HEIGHT 297.0
#define MARGIN 25.0
#define PICTURE_WIDTH 62.0
#define PICTURE_HEIGHT 84.0
#define INK 0x241f31ff
#define GREY 0x6a6672ff
#define HAIRLINE 0xd0ccc4ff

/* In the upper right corner. */
static void
draw_picture (cairo_t *cr, RingCatalogueArt *art, const RingChoice *choice, double width)
{
  RingRect bounds = ring_catalogue_art_get_bounds (art, choice, "three-quarter");
  double scale;

  if (ring_rect_is_empty (bounds))
    return;
  scale = fmin (PICTURE_WIDTH / (bounds.x1 - bounds.x0), PICTURE_HEIGHT / (bounds.y1 - bounds.y0));
  cairo_save (cr);
  cairo_translate (cr, width - MARGIN, MARGIN);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -bounds.x1, -bounds.y0);
  ring_catalogue_art_paint (art, cr, choice, "three-quarter", NULL);
  cairo_restore (cr);
}

static void
write_foot (cairo_t *cr, const RingCatalogue *catalogue, const RingChoice *choice, double width, double y)
{
  g_autofree char *line = ring_order_work_line (catalogue, choice);
  g_autofree char *note = ring_catalogue_text_note (catalogue);
  double room = width - 2 * MARGIN;

  ring_prose_rule (cr, MARGIN, width - MARGIN, y, 0.2, HAIRLINE);
  y += 6;
  y += ring_prose_put (cr, _("What the workshop is told"), MARGIN, y, room, 10, FALSE, GREY) + 2;
  y += ring_prose_put (cr, line, MARGIN, y, room, 20, FALSE, INK) + 8;
  ring_prose_put (cr, note, MARGIN, y, room, 8, FALSE, GREY);
}

void
ring_order_draw (cairo_t *cr, RingCatalogueArt *art, const RingChoice *choice, double width, double height)
{
  const RingCatalogue *catalogue = ring_catalogue_art_get_catalogue (art);
  g_autofree char *subject = ring_order_subject (catalogue, choice);
  g_autofree char *text = ring_order_confirmation (catalogue, choice);
  double room = width - 2 * MARGIN - PICTURE_WIDTH - 6;
  double y = MARGIN;

  draw_picture (cr, art, choice, width);
  y += ring_prose_put (cr, ring_catalogue_get_name (catalogue), MARGIN, y, room, 10, FALSE, GREY) + 3;
  y += ring_prose_put (cr, subject, MARGIN, y, room, 16, TRUE, INK) + 8;
  y += ring_prose_put (cr, text, MARGIN, y, room, 11, FALSE, INK) + 10;
  write_foot (cr, catalogue, choice, width, fmax (y, MARGIN + PICTURE_HEIGHT + 10));
}

GBytes *
ring_order_make_pdf (RingCatalogueArt *art, const RingChoice *choice, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      ring_stream_write_cb, bytes, A4_WIDTH * RING_POINTS_PER_MM, A4_HEIGHT * RING_POINTS_PER_MM);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (ring_clock_now_ms () / 1000);
  g_autofree char *date = g_date_time_format_iso8601 (now);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_scale (cr, RING_POINTS_PER_MM, RING_POINTS_PER_MM);
  ring_order_draw (cr, art, choice, A4_WIDTH, A4_HEIGHT);
  status = ring_stream_end (cr, surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, RING_ERROR, RING_ERROR_FAILED, _("The page could not be painted: %s"),
               cairo_status_to_string (status));
  return NULL;
}
