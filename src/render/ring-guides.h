/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The guide lines of a view: finger circle, band, centre lines, stone, and its label. They are
 * projections of the ring's spec, drawn in light hairlines that are as thick on paper at every
 * scale. Any thread. */
#pragma once

#include <cairo.h>

#include "ring-paper.h"

G_BEGIN_DECLS

/* User space is mm of the view; PAPER is what lies beneath. */
void  ring_guides_paint (cairo_t *cr, const RingDrawing *drawing, const RingView *view, RingPaper paper);

/* The gems and settings that are lit in a view of HEAD; user space is its mm. */
void  ring_guides_paint_lit_gems (cairo_t *cr, const RingDrawing *drawing, const RingViewHead *head);

G_END_DECLS
