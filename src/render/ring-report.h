/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The Difference on one page: both rings at the same scale, the measures as pairs, the flags with
 * their evidence. Main thread. */
#pragma once

#include "ring-catalogue-art.h"
#include "ring-difference.h"

G_BEGIN_DECLS

typedef enum
{
  RING_REPORT_PDF,
  RING_REPORT_SVG,
} RingReportFormat;

/* A4, mm. */
#define RING_REPORT_WIDTH 210.0
#define RING_REPORT_HEIGHT 297.0

/* One A4 page that DRAW draws, in mm from the sheet's corner; DRAWING gives it its date. */
typedef void (*RingReportDraw) (cairo_t *cr, gpointer data);
GBytes *ring_report_make_page (const RingDrawing *drawing,
                               const char *title,
                               RingReportFormat format,
                               RingReportDraw draw,
                               gpointer data,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Draws the page; user space is mm from the sheet's corner. ART may be NULL. */
void    ring_report_draw (cairo_t *cr, const RingDrawing *drawing, const RingDifference *difference, RingCatalogueArt *art);
/* NULL with RING_ERROR_FAILED. The bytes repeat. CATALOGUE may be NULL. */
GBytes *ring_report_make (const RingDrawing *drawing,
                          const RingDifference *difference,
                          const RingCatalogue *catalogue,
                          RingReportFormat format,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
