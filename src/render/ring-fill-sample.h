/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a fill will look like: a piece of a shank, made as the fill itself is made. */
#pragma once

#include <cairo.h>

#include "ring-fill.h"

G_BEGIN_DECLS

/* Paints into WIDTH x HEIGHT pixels; METAL is that of a choice without one. Main thread. */
void ring_fill_sample_paint (cairo_t *cr, const RingFillChoice *choice, const RingMetalPaint *metal, int width, int height);

G_END_DECLS
