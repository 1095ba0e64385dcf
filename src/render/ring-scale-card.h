/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What one lays on a printed sheet to see whether it is true: the outline of a bank card and the inner circle
 * of each ring. Any thread with its own context; mm. */
#pragma once

#include <cairo.h>

#include "ring-drawing.h"

G_BEGIN_DECLS

/* ISO/IEC 7810, ID-1: bank cards, licences and identity cards everywhere. */
#define RING_CARD_WIDTH 85.60
#define RING_CARD_HEIGHT 53.98
#define RING_CARD_RADIUS 3.18

double ring_scale_card_height (const RingDrawing *drawing);
/* With its upper left corner at X, Y, and words beside it up to WIDTH. */
void   ring_scale_card_draw (cairo_t *cr, const RingDrawing *drawing, double x, double y, double width);
/* The inner circle of RING alone, its middle at X, Y, with its words; LENGTH is how wide they may be. */
void   ring_scale_card_draw_circle (cairo_t *cr, const RingRecord *ring, double x, double y, double length);

G_END_DECLS
