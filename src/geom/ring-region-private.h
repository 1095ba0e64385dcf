/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The cells of a region's search. */
#pragma once

#include "ring-region.h"

G_BEGIN_DECLS

enum
{
  RING_CELL_FREE,
  RING_CELL_LINE,
  RING_CELL_INSIDE,
  RING_CELL_OUTSIDE,
};

struct _RingRegionMask
{
  RingGrid grid;
  guint8  *cells;
};

gsize    _ring_region_count (const RingGrid *grid);
RingRect _ring_region_window (const RingGrid *grid);

/* After the colour flowed: every cell that is free becomes one of the inside or of the outside. Where
 * gaps were closed, WAY tells the cells to the lines and CLEAR how far from them it kept; else WAY is
 * NULL. */
void     _ring_region_settle (RingRegionMask *mask, const float *way, double clear);
/* RingRegion's field: the edge half way through each line, or CAP (mm) under it. */
double  *_ring_region_measure (const RingRegionMask *mask, double cap) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
