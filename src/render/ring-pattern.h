/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The band of each ring unrolled, at 1:1, as a pattern to glue on metal: its outside as long as the blank
 * that it is bent from, its inside as long as it is in the ring, with stones, settings, inscriptions
 * and what was drawn on either. A ring begins a page; a strip that is longer than the paper is
 * wide comes in parts that overlap. Any thread. */
#pragma once

#include <cairo.h>

#include "ring-drawing.h"

G_BEGIN_DECLS

/* On paper of so many mm. */
guint ring_pattern_count (const RingDrawing *drawing, double width, double height);
/* Draws page I; the context's user space is mm from the sheet's corner. */
void  ring_pattern_draw (cairo_t *cr, const RingDrawing *drawing, double width, double height, guint i);

G_END_DECLS
