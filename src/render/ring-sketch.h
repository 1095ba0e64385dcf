/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sketch layout: the design's page on sheets of paper, cut into tiles with marks where it is larger. Any
 * thread with its own context; mm. */
#pragma once

#include "ring-export.h"
#include "ring-paper.h"

G_BEGIN_DECLS

guint ring_sketch_count (const RingDrawing *drawing, const RingExportOptions *options, double width, double height);
void  ring_sketch_draw (cairo_t *cr, const RingDrawing *drawing, const RingExportOptions *options, double width, double height, guint i);
/* A ring that is made on a guess is made twice: each sheet says so, also one without a view. PAPER lies beneath. */
void  ring_sketch_draw_to_confirm (cairo_t *cr, const RingDrawing *drawing, RingPaper paper, double width, double height);

G_END_DECLS
