/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Painting items, views and whole drawings with cairo. The context's user space is paper mm for
 * a drawing, mm of the view for an item. Pure; any thread with its own context. */
#pragma once

#include <cairo.h>

#include "ring-drawing.h"
#include "ring-spec.h"

G_BEGIN_DECLS

typedef enum
{
  RING_PAINT_PAPER = 1 << 0,  /* the sheet itself; without it guides are as on white */
  RING_PAINT_GUIDES = 1 << 1, /* the views' guide lines, labels and frames */
  RING_PAINT_ITEMS = 1 << 2,
  RING_PAINT_HIDDEN = 1 << 3, /* hidden layers too */
  RING_PAINT_ALL = RING_PAINT_PAPER | RING_PAINT_GUIDES | RING_PAINT_ITEMS,
} RingPaintFlags;

/* REGION (paper mm) limits the work to what meets it; NULL is everything. */
void ring_paint_drawing (cairo_t *cr, const RingDrawing *drawing, const RingRect *region, RingPaintFlags flags);
void ring_paint_item (cairo_t *cr, const RingItem *item);
void ring_paint_path (cairo_t *cr, const RingPath *path); /* adds it to the current path */
void ring_paint_set_colour (cairo_t *cr, guint32 rgba);

G_END_DECLS
