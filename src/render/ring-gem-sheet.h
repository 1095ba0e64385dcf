/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The reference sheet of all cuts: each in lines and lit, from above at four drawn sizes and in
 * profile. Main thread. */
#pragma once

#include <cairo.h>

#include "ring-carat.h"

G_BEGIN_DECLS

typedef enum
{
  RING_GEM_SHEET_SVG,
  RING_GEM_SHEET_PDF,
  RING_GEM_SHEET_PNG,
} RingGemSheetFormat;

/* A2 across, mm. */
#define RING_GEM_SHEET_WIDTH 594.0
#define RING_GEM_SHEET_HEIGHT 420.0

/* SPECIES NULL draws faceted stones as diamonds and cabochons as ruby and emerald. */
void    ring_gem_sheet_draw (cairo_t *cr, const RingSpecies *species);
/* The cell of one cut, in a box of RING_GEM_CELL_WIDTH by RING_GEM_CELL_HEIGHT at the origin. */
#define RING_GEM_CELL_WIDTH 95.0
#define RING_GEM_CELL_HEIGHT 76.0
void    ring_gem_sheet_draw_cell (cairo_t *cr, RingCut cut, const RingSpecies *species);
/* DPI is of a PNG. The bytes repeat, those of an SVG from process to process. NULL with RING_ERROR_FAILED. */
GBytes *ring_gem_sheet_make (const RingSpecies *species, RingGemSheetFormat format, double dpi, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
