/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Painting a pencil's stroke: each band of its picture filled with the paper's grain. On pixels
 * the grain is a small picture for the size it is seen at, on other surfaces (PDF) it stays
 * geometry. The grain hangs on the user space, so tiles painted one by one join. Any thread with
 * its own context. */
#pragma once

#include <cairo.h>

#include "ring-item.h"

G_BEGIN_DECLS

void ring_pencil_paint (cairo_t *cr, const RingInkPicture *picture, const RingStrokeStyle *style);
/* Fills PATH as long as it is wet and nobody knows where it will be dense: with the open grain, in
 * STYLE's colour made opaque. The grain is a small picture for CR's scale on any surface. */
void ring_pencil_paint_wet (cairo_t *cr, const RingPath *path, const RingStrokeStyle *style);

G_END_DECLS
