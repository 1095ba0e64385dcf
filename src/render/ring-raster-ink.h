/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Strokes of a picture in memory, filled without cairo, which looks at fifteen lines in each pixel's
 * height and at the whole of a stroke for each tile: ring_raster_fill() is exact and several times
 * faster. The rule is the same, and so is the picture but for a few greys at edges. Belongs to one
 * thread and to as many items as share cairo's matrix and clip. */
#pragma once

#include <cairo.h>

#include "ring-item.h"
#include "ring-raster.h"

G_BEGIN_DECLS

typedef struct
{
  cairo_surface_t *surface; /* not owned; NULL when cairo must paint */
  guchar          *pixels;
  int              stride;
  RingMatrix       matrix; /* user space to pixels */
  RingRasterClip   clip;
} RingRasterInk;

/* Looks at what CR paints on: anything but a plain picture and a rectangle of whole pixels for a clip
 * leaves it to cairo. */
void     ring_raster_ink_init (RingRasterInk *ink, cairo_t *cr);
/* Fills ITEM when it is a stroke of even colour that can be filled here. */
gboolean ring_raster_ink_take (RingRasterInk *ink, const RingItem *item);

G_END_DECLS
