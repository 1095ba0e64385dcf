/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-report.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>

#include "ring-drawn.h"
#include "ring-error.h"
#include "ring-export.h"
#include "ring-number.h"
#include "ring-paint.h"
#include "ring-prose.h"
#include "ring-spec.h"
#include "ring-stream.h"

#define MARGIN 16.0
#define WIDTH (RING_REPORT_WIDTH - 2 * MARGIN)
#define GAP 6.0
/* The rings' part of the page. */
#define RINGS_TOP 30.0
#define RINGS_HEIGHT 58.0
#define LABEL_WIDTH 36.0
#define COLUMN_WIDTH ((WIDTH - LABEL_WIDTH - 2 * GAP) / 2)

#define INK 0x241f31ff
#define GREY 0x6a6672ff
#define RAISED 0xa51d2dff
#define HAIRLINE 0xd0ccc4ff

/* Where the writing is, and how large: the page is written once to measure it (DRAW FALSE) and
 * again at the size that fits. */
typedef struct
{
  cairo_t *cr;
  double size; /* 1 is the size of choice */
  double y;
  gboolean draw;
} Pen;

/* Writes TEXT (plain) at X, wrapped at WIDTH; returns its height, mm. POINTS is its size. */
static double
write_text (const Pen *pen,
            const char *text,
            double x,
            double width,
            double points,
            gboolean bold,
            guint32 colour)
{
  return ring_prose_put (pen->cr, text, x, pen->y, width, points * pen->size, bold, pen->draw ? colour : 0);
}

static void
write_line (const Pen *pen)
{
  if (pen->draw)
    ring_prose_rule (pen->cr, MARGIN, MARGIN + WIDTH, pen->y, 0.15, HAIRLINE);
}

static void
write_measure (Pen *pen, const RingMeasure *m)
{
  g_autofree char *catalogue = ring_measure_format (m, m->catalogue);
  g_autofree char *bench = ring_measure_format (m, m->bench);
  double x = MARGIN + LABEL_WIDTH + GAP;
  double height = write_text (pen, m->label, MARGIN, LABEL_WIDTH, 8, TRUE, INK);

  height = MAX (height, write_text (pen, catalogue, x, COLUMN_WIDTH, 8.5, FALSE,
                                    m->catalogue != NULL ? INK : GREY));
  height = MAX (height, write_text (pen, bench, x + COLUMN_WIDTH + GAP, COLUMN_WIDTH, 8.5, FALSE,
                                    m->bench != NULL ? INK : GREY));
  pen->y += height + 0.4;
  pen->y
      += write_text (pen, m->evidence, x, 2 * COLUMN_WIDTH + GAP, 6, FALSE, GREY) + 0.9 * pen->size;
  write_line (pen);
  pen->y += 0.9 * pen->size;
}

/* One of two columns. Returns its height. */
static double
write_flag (Pen *pen, const RingFlag *flag, double x, double width)
{
  g_autofree char *head = g_strdup_printf ("%s: %s", flag->label, ring_flag_state_label (flag->state));
  double top = pen->y;
  double height;

  pen->y += write_text (pen, head, x, width, 7, flag->state == RING_FLAG_RAISED,
                        flag->state == RING_FLAG_RAISED ? RAISED : INK);
  pen->y += write_text (pen, flag->evidence, x, width, 6, FALSE, GREY) + 1.4 * pen->size;
  height = pen->y - top;
  pen->y = top;
  return height;
}

static void
write_flags (Pen *pen, const RingDifference *difference)
{
  double width = (WIDTH - GAP) / 2;
  guint n = ring_difference_get_n_flags (difference);
  g_autofree char *head = g_strdup_printf (_("Red flags, if the label said “%s”"),
                                           ring_word_label (ring_difference_get_word (difference)));

  pen->y += 1.5;
  pen->y += write_text (pen, head, MARGIN, WIDTH, 9.5, TRUE, INK) + 1.2;
  for (guint i = 0; i < n; i += 2)
    {
      double height = write_flag (pen, ring_difference_get_flag (difference, i), MARGIN, width);

      if (i + 1 < n)
        height = MAX (height, write_flag (pen, ring_difference_get_flag (difference, i + 1),
                                          MARGIN + width + GAP, width));
      pen->y += height;
    }
}

/* "8.12 × 5.94 mm → 6.50 × 4.64 mm; ...": what drops out when the ring is put back on the menu. */
static void
write_losses (Pen *pen, const RingDifference *difference)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ring_difference_get_n_losses (difference); i++)
    {
      const RingLoss *loss = ring_difference_get_loss (difference, i);

      g_string_append_printf (text, "%s%s → %s", i > 0 ? ";  " : "", loss->was, loss->becomes);
    }
  if (text->len == 0)
    return;
  pen->y += 1.5;
  pen->y += write_text (pen, _("Put back on the menu"), MARGIN, WIDTH, 9.5, TRUE, INK) + 0.8;
  pen->y += write_text (pen, text->str, MARGIN, WIDTH, 7, FALSE, INK) + 1.2;
}

static void
write_wording (Pen *pen, const RingDifference *difference)
{
  const char *wording = ring_difference_get_wording (difference);

  if (wording == NULL)
    return;
  pen->y += 1.5;
  pen->y += write_text (pen, _("The strongest words that hold"), MARGIN, WIDTH, 9.5, TRUE, INK) + 0.8;
  pen->y += write_text (pen, wording, MARGIN, WIDTH, 8, FALSE, INK) + 0.3;
  pen->y += write_text (pen, ring_difference_get_wording_why (difference), MARGIN, WIDTH, 6, FALSE, GREY) + 1;
}

/* All that stands below the rings. */
static void
write_body (Pen *pen, const RingDifference *difference)
{
  pen->y = RINGS_TOP + RINGS_HEIGHT + 9;
  for (guint i = 0; i < ring_difference_get_n_measures (difference); i++)
    write_measure (pen, ring_difference_get_measure (difference, i));
  write_losses (pen, difference);
  write_wording (pen, difference);
  write_flags (pen, difference);
  pen->y += write_text (
      pen,
      _("Prices, popularities and orders per year are the catalogue's own figures. A flag "
         "tests a word, not a seller. No rule that we found defines “custom” or “bespoke”."),
      MARGIN, WIDTH, 6, FALSE, GREY);
}

/* What of the front view is the ring: what was drawn, and while there is nothing, what lies below to be drawn over. */
static GArray *
list_bench (const RingDrawing *drawing, const RingView *view)
{
  GArray *list = ring_drawn_list_front (drawing);

  if (list->len > 0)
    return list;
  for (guint l = 0; view != NULL && l < ring_view_get_n_layers (view); l++)
    {
      const RingLayer *layer = ring_view_get_layer (view, l);
      const RingLayerHead *head = ring_layer_get_head (layer);

      for (gsize i = 0; head->visible && head->role == RING_ROLE_UNDERLAY && i < ring_layer_get_n_items (layer); i++)
        {
          RingDrawn drawn = { ring_layer_get_item (layer, i), view, TRUE };

          g_array_append_val (list, drawn);
        }
    }
  return list;
}

static void
paint_bench (cairo_t *cr, const RingView *view, const GArray *drawn)
{
  RingRect clip = ring_view_get_head (view)->clip;

  cairo_save (cr);
  cairo_rectangle (cr, clip.x0, clip.y0, clip.x1 - clip.x0, clip.y1 - clip.y0);
  cairo_clip (cr);
  for (guint i = 0; i < drawn->len; i++)
    ring_paint_item (cr, g_array_index (drawn, RingDrawn, i).item);
  cairo_restore (cr);
}

static void
paint_finger (cairo_t *cr, const RingDrawing *drawing, double scale)
{
  const double dashes[] = { 1.2 / scale, 0.8 / scale };
  RingSpec spec;

  ring_spec_init (&spec, ring_drawing_find_record (drawing, RING_RECORD_RING, NULL));
  cairo_new_path (cr);
  cairo_arc (cr, 0, 0, ring_band_radius (&spec.band), 0, 2 * G_PI);
  ring_paint_set_colour (cr, 0x3d6680a0);
  cairo_set_line_width (cr, 0.15 / scale);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* Both rings in their halves: one scale, and the finger's centres on one line. */
static void
paint_rings (cairo_t *cr,
             const RingDrawing *drawing,
             const RingDifference *difference,
             RingCatalogueArt *art)
{
  const RingChoice *choice = ring_difference_get_choice (difference);
  RingView *view = ring_drawing_get_view_by_kind (drawing, RING_VIEW_FRONT);
  g_autoptr (GArray) drawn = list_bench (drawing, view);
  RingRect extent = { -11, -11, 11, 11 };
  g_autofree char *text = NULL;
  g_autofree char *number = NULL;
  double scale, half, middle;
  Pen pen = { cr, 1, RINGS_TOP + RINGS_HEIGHT + 2, TRUE };

  extent = ring_rect_union (extent, ring_drawn_extent (drawn));
  if (art != NULL && choice != NULL)
    extent = ring_rect_union (extent, ring_catalogue_art_get_bounds (art, choice, "front"));
  half = MAX (-extent.x0, extent.x1);
  scale = MIN ((WIDTH - GAP) / 2 / (2 * half), RINGS_HEIGHT / (extent.y1 - extent.y0));
  middle = RINGS_TOP + RINGS_HEIGHT / 2 - scale * (extent.y0 + extent.y1) / 2;

  for (guint side = 0; side < 2; side++)
    {
      cairo_save (cr);
      cairo_translate (cr, MARGIN + WIDTH * (side == 0 ? 0.25 : 0.75), middle);
      cairo_scale (cr, scale, scale);
      if (side == 0 && art != NULL && choice != NULL)
        ring_catalogue_art_paint (art, cr, choice, "front", NULL);
      else if (side == 1 && view != NULL)
        paint_bench (cr, view, drawn);
      paint_finger (cr, drawing, scale);
      cairo_restore (cr);
    }
  number = ring_number_format (scale, 2);
  /* Translators: a scale, then the rule by which the catalogue ring was chosen. */
  text = g_strdup_printf (ring_spec_is_size_known (drawing)
                              ? _("Both at %s:1, finger circles dashed. %s.")
                              : _("Both at %s:1, finger circles dashed. %s. The bench ring’s finger "
                                  "size is to be confirmed."),
                          number, ring_difference_get_chosen_by (difference));
  write_text (&pen, text, MARGIN, WIDTH, 6, FALSE, GREY);
}

static void
write_head (cairo_t *cr, const RingDrawing *drawing, const RingDifference *difference)
{
  const RingRecord *commission = ring_drawing_find_record (drawing, RING_RECORD_COMMISSION, NULL);
  const char *client = commission != NULL ? ring_record_get (commission, "client") : NULL;
  const char *number = ring_difference_get_number (difference);
  g_autofree char *left
      = g_strdup_printf ("%s %s", _("Catalogue ring"), number != NULL ? number : "");
  g_autofree char *right = client != NULL ? g_strdup_printf (_("Bench ring, for %s"), client)
                                          : g_strdup (_("Bench ring"));
  Pen pen = { cr, 1, 12, TRUE };

  write_text (&pen, _("The Difference"), MARGIN, WIDTH, 16, TRUE, INK);
  pen.y = 22;
  write_text (&pen, left, MARGIN, WIDTH / 2 - GAP, 9.5, TRUE, INK);
  write_text (&pen, right, MARGIN + WIDTH / 2, WIDTH / 2, 9.5, TRUE, INK);
}

void
ring_report_draw (cairo_t *cr,
                  const RingDrawing *drawing,
                  const RingDifference *difference,
                  RingCatalogueArt *art)
{
  Pen pen = { .cr = cr, .size = 1.05 };

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  write_head (cr, drawing, difference);
  paint_rings (cr, drawing, difference, art);
  /* Long stories make the writing smaller, never the page longer. */
  do
    {
      pen.size -= 0.05;
      write_body (&pen, difference);
    }
  while (pen.y > RING_REPORT_HEIGHT - 10 && pen.size > 0.5);
  pen.draw = TRUE;
  write_body (&pen, difference);
}

static cairo_surface_t *
create_surface (const RingDrawing *drawing, const char *title, RingReportFormat format, GByteArray *bytes)
{
  double width = RING_REPORT_WIDTH * RING_POINTS_PER_MM;
  double height = RING_REPORT_HEIGHT * RING_POINTS_PER_MM;
  g_autofree char *date = ring_export_get_date (drawing);
  cairo_surface_t *surface;

  if (format == RING_REPORT_SVG)
    {
      surface = cairo_svg_surface_create_for_stream (ring_stream_write_cb, bytes, RING_REPORT_WIDTH,
                                                     RING_REPORT_HEIGHT);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_MM);
      return surface;
    }
  surface = cairo_pdf_surface_create_for_stream (ring_stream_write_cb, bytes, width, height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Ringwright " RING_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
  return surface;
}

GBytes *
ring_report_make_page (const RingDrawing *drawing,
                       const char *title,
                       RingReportFormat format,
                       RingReportDraw draw,
                       gpointer data,
                       GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = create_surface (drawing, title, format, bytes);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  if (format == RING_REPORT_PDF)
    cairo_scale (cr, RING_POINTS_PER_MM, RING_POINTS_PER_MM);
  draw (cr, data);
  status = ring_stream_end (cr, surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_FAILED, _("The report could not be painted: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

typedef struct
{
  const RingDrawing *drawing;
  const RingDifference *difference;
  RingCatalogueArt *art;
} Report;

static void
draw_cb (cairo_t *cr, gpointer data)
{
  const Report *report = data;

  ring_report_draw (cr, report->drawing, report->difference, report->art);
}

GBytes *
ring_report_make (const RingDrawing *drawing,
                  const RingDifference *difference,
                  const RingCatalogue *catalogue,
                  RingReportFormat format,
                  GError **error)
{
  g_autoptr (RingCatalogueArt) art = catalogue != NULL ? ring_catalogue_art_new (catalogue) : NULL;
  Report report = { drawing, difference, art };

  return ring_report_make_page (drawing, _("The Difference"), format, draw_cb, &report, error);
}
