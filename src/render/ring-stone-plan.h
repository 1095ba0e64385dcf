/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A stone's own plan: its facets face up and from below, as its card has it measured. Any thread with its
 * own context. */
#pragma once

#include <cairo.h>

#include "ring-drawing.h"

G_BEGIN_DECLS

/* Into BOX, mm of paper, both plans at one scale, which is written below, with what the stone measures; and
 * life-size beside them. Returns the height that was used; 0 for a stone without a size. */
double ring_stone_plan_draw (cairo_t *cr, const RingDrawing *drawing, const RingRecord *stone, RingRect box);

G_END_DECLS
