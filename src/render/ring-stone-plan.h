/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A stone's own plan: its facets face up and from below, with what was marked on it (ring-plot.h). Any thread
 * with its own context. */
#pragma once

#include <cairo.h>

#include "ring-plot.h"

G_BEGIN_DECLS

/* How mm of the plan of that side come into BOX, upright, in the middle and as large as it lets them be; the scale
 * at most MOST units of the box for a mm, 0 for any. */
void    ring_stone_plan_place (const RingRecutSize *shape, RingPlotSide side, RingRect box, double most, RingMatrix *place);
/* PAPER is units for a mm of paper, for the width of lines; PLOT may be NULL. */
void    ring_stone_plan_paint (cairo_t *cr, const RingRecutSize *shape, const RingRecord *plot, RingPlotSide side, const RingMatrix *place, double paper);
guint32 ring_stone_plan_colour (RingPlotMark mark); /* 0xrrggbbaa */

/* Into BOX, mm of paper, both plans at one scale, which is written below, with what the stone measures, and where
 * something is marked what the colours say. Returns the height that was used; 0 for a stone without a size. */
double ring_stone_plan_draw (cairo_t *cr, const RingDrawing *drawing, const RingRecord *stone, RingPlotWhen when, RingRect box);

G_END_DECLS
