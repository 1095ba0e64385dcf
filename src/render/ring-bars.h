/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The bars that prove a printed scale: 100 mm along the foot of a sheet and 100 mm up its right side, for paper
 * stretches differently along and across a printer's feed. Any thread with its own context; mm. */
#pragma once

#include <cairo.h>

#include "ring-paper.h"

G_BEGIN_DECLS

/* Of the bar's base line over the lower edge: printers cannot reach less (14.2 mm of A4 are usual). */
#define RING_BARS_FOOT 15.0
/* Of the standing bar's base line from the right edge. */
#define RING_BARS_SIDE 8.0
/* Where the standing bar begins, over the lower edge. */
#define RING_BARS_UPRIGHT 33.0

/* Where the base lines are: over the lower edge, and from the right one. */
typedef struct
{
  double foot, side;
} RingBarsPlace;

/* SCALE is that of the drawing above, which the words beside the bar say. PLACE NULL is as above. Shorter bars, or
 * none, on small sheets. */
void ring_bars_draw (cairo_t *cr, double scale, RingPaper paper, double width, double height, const RingBarsPlace *place);
/* Ten millimetres of a ring at SCALE, from X on along Y, with ticks TALL mm every five and BRIEF mm between. */
void ring_bars_draw_enlarged (cairo_t *cr, double scale, double x, double y, double tall, double brief);
/* Ink of a drawing may pass below; a veil of PAPER keeps words readable. */
void ring_bars_draw_veil (cairo_t *cr, RingPaper paper, double x, double y, double width, double height);

G_END_DECLS
