/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The layouts, and what all of their pages share. */
#include "ring-export.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-bars.h"
#include "ring-bench-sheet.h"
#include "ring-client-sheet.h"
#include "ring-error.h"
#include "ring-frame.h"
#include "ring-number.h"
#include "ring-paint.h"
#include "ring-pattern.h"
#include "ring-prose.h"
#include "ring-quote.h"
#include "ring-receipt.h"
#include "ring-scale-card.h"
#include "ring-sketch.h"

#define A4_WIDTH 210.0
#define A4_HEIGHT 297.0

static guint
count_pattern (const RingDrawing *drawing, const RingExportOptions *options, double width, double height)
{
  return ring_pattern_count (drawing, width, height);
}

static void
draw_pattern (cairo_t *cr,
              const RingDrawing *drawing,
              const RingExportOptions *options,
              double width,
              double height,
              guint i)
{
  ring_pattern_draw (cr, drawing, width, height, i);
  if (options->scale_bar)
    ring_bars_draw (cr, 1, RING_PAPER_WHITE, width, height, NULL);
  ring_sketch_draw_to_confirm (cr, drawing, RING_PAPER_WHITE, width, height);
}

static const struct
{
  const char *name;
  guint (*count) (const RingDrawing *drawing, const RingExportOptions *options, double width, double height);
  void (*draw) (cairo_t *cr, const RingDrawing *drawing, const RingExportOptions *options, double width, double height, guint i);
  double least_width, least_height; /* of the paper */
} layouts[] = {
  [RING_EXPORT_SKETCH] = { "sketch", ring_sketch_count, ring_sketch_draw, 60, 60 },
  [RING_EXPORT_STRIP] = { "strip", count_pattern, draw_pattern, 74, 105 },
  [RING_EXPORT_CLIENT]
  = { "client", ring_client_sheet_count, ring_client_sheet_draw, RING_FRAME_LEAST_WIDTH, RING_FRAME_LEAST_HEIGHT },
  [RING_EXPORT_RECEIPT]
  = { "receipt", ring_receipt_count, ring_receipt_draw, RING_FRAME_LEAST_WIDTH, RING_FRAME_LEAST_HEIGHT },
  [RING_EXPORT_QUOTE]
  = { "quote", ring_quote_count, ring_quote_draw, RING_FRAME_LEAST_WIDTH, RING_FRAME_LEAST_HEIGHT },
  [RING_EXPORT_BENCH]
  = { "bench", ring_bench_sheet_count, ring_bench_sheet_draw, RING_FRAME_LEAST_WIDTH, RING_FRAME_LEAST_HEIGHT },
};

void
ring_export_options_init (RingExportOptions *options)
{
  *options = (RingExportOptions){
    .layout = RING_EXPORT_SKETCH, .scale = 1, .dpi = 150, .scale_bar = TRUE, .correct_x = 1, .correct_y = 1
  };
}

const char *
ring_export_layout_name (RingExportLayout layout)
{
  return layouts[layout].name;
}

gboolean
ring_export_layout_from_name (const char *name, RingExportLayout *layout)
{
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    if (g_strcmp0 (name, layouts[i].name) == 0)
      {
        *layout = (RingExportLayout) i;
        return TRUE;
      }
  return FALSE;
}

void
ring_page_get_size (const RingDrawing *drawing,
                    const RingExportOptions *options,
                    double *width,
                    double *height)
{
  gboolean own = options->layout == RING_EXPORT_SKETCH;

  *width = own ? ring_drawing_get_width (drawing) : A4_WIDTH;
  *height = own ? ring_drawing_get_height (drawing) : A4_HEIGHT;
  if (options->paper_width > 0 && options->paper_height > 0)
    {
      *width = options->paper_width;
      *height = options->paper_height;
    }
}

gboolean
ring_page_check (const RingDrawing *drawing,
                 const RingExportOptions *options,
                 double width,
                 double height,
                 GError **error)
{
  double least_width = layouts[options->layout].least_width;
  double least_height = layouts[options->layout].least_height;
  g_autofree char *w = ring_number_format (width, 1);
  g_autofree char *h = ring_number_format (height, 1);

  if (!ring_prose_check (error))
    return FALSE;
  /* The design's own page may be as small as it likes: it is its own paper. */
  if (options->layout == RING_EXPORT_SKETCH && options->paper_width <= 0)
    return TRUE;
  if (width >= least_width - 1e-6 && height >= least_height - 1e-6)
    return TRUE;
  g_set_error (error, RING_ERROR, RING_ERROR_INVALID,
               /* Translators: width and height of a paper, and the least that would do, mm. */
               _ ("The paper is too small for this sheet: it has %s × %s mm, and at least %d × %d mm are needed. "
                  "Choose A4, Letter or A5."),
               w, h, (int) least_width, (int) least_height);
  return FALSE;
}

static guint
count_content (const RingDrawing *drawing, const RingExportOptions *options, double width, double height)
{
  return layouts[options->layout].count (drawing, options, width, height);
}

guint
ring_page_count (const RingDrawing *drawing,
                 const RingExportOptions *options,
                 double paper_width,
                 double paper_height)
{
  guint n = count_content (drawing, options, paper_width, paper_height);

  return n > 0 && options->check_page ? n + 1 : n;
}

/* ------------------------------------------------------------- the check page */

static void
draw_check_page (cairo_t *cr, const RingDrawing *drawing, const RingExportOptions *options, double width, double height)
{
  RingExportOptions proved = *options;
  RingRect room;
  RingProse title = { .size = 6, .colour = 0x26282cff };

  proved.scale_bar = TRUE;
  room = ring_frame_get_room (&proved, width, height, TRUE);
  ring_frame_draw (cr, &proved, width, height, 0, 0);
  room.y0 += ring_prose_write (cr, &title, _ ("Is this paper true?"), room.x0, room.y0, room.x1 - room.x0) + 6;
  ring_scale_card_draw (cr, drawing, room.x0, room.y0, room.x1 - room.x0);
}

/* ---------------------------------------------------------------- corrections */

static gboolean
is_corrected (const RingExportOptions *options)
{
  return fabs (options->correct_x - 1) > 1e-6 || fabs (options->correct_y - 1) > 1e-6;
}

/* The paper says what was done to it. */
static void
draw_correction (cairo_t *cr, const RingExportOptions *options, double width, double height)
{
  RingProse prose = { .size = 2.1, .colour = 0x6b6f76ff, .side = RING_PROSE_END, .lines = 1 };
  g_autofree char *x = ring_number_format (100 * options->correct_x, 2);
  g_autofree char *y = ring_number_format (100 * options->correct_y, 2);
  /* Translators: how much larger a page is drawn because its printer prints it too small, across and along. */
  g_autofree char *text = g_strdup_printf (_ ("corrected for this printer: %s %% across, %s %% along"), x, y);

  ring_prose_write (cr, &prose, text, RING_FRAME_LEFT, height - RING_FRAME_EDGE + 0.8,
                    width - RING_FRAME_LEFT - RING_FRAME_RIGHT);
}

void
ring_page_draw (cairo_t *cr,
                const RingDrawing *drawing,
                const RingExportOptions *options,
                double paper_width,
                double paper_height,
                guint i)
{
  cairo_save (cr);
  if (is_corrected (options))
    {
      /* From the middle, so that the margins stay. */
      cairo_translate (cr, paper_width / 2, paper_height / 2);
      cairo_scale (cr, options->correct_x, options->correct_y);
      cairo_translate (cr, -paper_width / 2, -paper_height / 2);
    }
  if (options->check_page && i == count_content (drawing, options, paper_width, paper_height))
    draw_check_page (cr, drawing, options, paper_width, paper_height);
  else
    layouts[options->layout].draw (cr, drawing, options, paper_width, paper_height, i);
  if (is_corrected (options))
    draw_correction (cr, options, paper_width, paper_height);
  cairo_restore (cr);
}
