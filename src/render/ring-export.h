/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages and exports. One page engine serves print, preview and every file format. */
#pragma once

#include <cairo.h>

#include "ring-shop.h"

G_BEGIN_DECLS

typedef enum
{
  RING_EXPORT_SVG,
  RING_EXPORT_PDF,
  RING_EXPORT_PNG,
} RingExportFormat;

typedef enum
{
  RING_EXPORT_SKETCH,  /* the design's page */
  RING_EXPORT_STRIP,   /* each ring's strip as a pattern for metal, always at 1:1 (ring-pattern.h) */
  RING_EXPORT_CLIENT,  /* what a client signs (ring-client-sheet.h) */
  RING_EXPORT_RECEIPT, /* a page for each thing that was taken in (ring-receipt.h) */
  RING_EXPORT_QUOTE,   /* what a client is asked to pay, and for what (ring-quote.h) */
  RING_EXPORT_BENCH,   /* the job record (ring-bench-sheet.h) */
} RingExportLayout;
#define RING_N_EXPORT_LAYOUTS (RING_EXPORT_BENCH + 1)

/* A printer that is off by more has another fault than its feed. */
#define RING_EXPORT_MOST_CORRECTION 0.03

typedef struct
{
  RingExportLayout layout;
  double scale;  /* of a sketch: paper mm printed for one paper mm of the design; 1 is true scale */
  double dpi;    /* PNG only */
  gboolean scale_bar;
  double paper_width, paper_height; /* mm; 0 is the design's own page, and A4 for sheets */
  guint  page;   /* the one that a picture shows, from 1 on; 0 where there is but one */
  gboolean check_page; /* one more page, to lay a bank card and the ring on (ring-scale-card.h) */
  double correct_x, correct_y; /* factors that make up for a printer's error */
  const char *code; /* ring-sheet-code.h, not a copy; NULL leaves it out, and files find theirs themselves */
  const RingShop *shop; /* whose paper it is, not a reference; NULL for nobody's */
} RingExportOptions;

void    ring_export_options_init (RingExportOptions *options); /* a sketch, 1, 150, TRUE, no correction */

/* The paper that a file in this layout has, mm: the options', else the design's own page, or A4. */
void    ring_page_get_size (const RingDrawing *drawing, const RingExportOptions *options, double *width, double *height);
/* FALSE with RING_ERROR_INVALID where the paper is too small for the layout, and with RING_ERROR_FAILED where there is no
 * font at all. */
gboolean ring_page_check (const RingDrawing *drawing, const RingExportOptions *options, double width, double height, GError **error);
/* How many pages the layout takes; 0 where there is nothing to print. */
guint   ring_page_count (const RingDrawing *drawing, const RingExportOptions *options, double paper_width, double paper_height);
/* Draws page I; the context's user space is mm from the sheet's corner. */
void    ring_page_draw (cairo_t *cr, const RingDrawing *drawing, const RingExportOptions *options, double paper_width, double paper_height, guint i);

const char *ring_export_layout_name (RingExportLayout layout); /* "sketch", "strip", "client", ... */
gboolean    ring_export_layout_from_name (const char *name, RingExportLayout *layout);

/* NULL with RING_ERROR_LIMIT (a picture too large), INVALID (scale, dpi or paper, or a picture of one page where there
 * are several, or none) or FAILED. A PDF has
 * the design's own page as paper, and as many sheets as the scale needs; a PNG is one picture.
 * The SVG of a sketch is not painted: it is written by io (ring-svg.h), and asking for it here is FAILED. The bytes repeat exactly: PDFs take
 * their date from SOURCE_DATE_EPOCH, else the design's last edit. */
GBytes *ring_export (const RingDrawing *drawing, RingExportFormat format, const RingExportOptions *options, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The date that outputs of DRAWING carry: ISO 8601, never the present. */
char   *ring_export_get_date (const RingDrawing *drawing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
