/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Painting gems with cairo, from the shapes of ring-gem-art.h. Any thread with its own context. */
#pragma once

#include <cairo.h>

#include "ring-gem-art.h"

G_BEGIN_DECLS

/* Of RingGemShape, as ring_gem_art() gives them. User space is mm of the gem, its origin in the
 * middle; SCALE is paper mm for each of them, as of the look, for the widths of lines. */
void ring_gem_paint_shapes (cairo_t *cr, const GArray *shapes, double scale);
/* The same for a look: at its scale, in paper mm, with the gem's origin at the user space's. */
void ring_gem_paint (cairo_t *cr, const RingGemLook *look);

G_END_DECLS
