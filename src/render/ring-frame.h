/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What every printed sheet has round its content: the shop's letterhead, its name and where it is, which
 * page of how many this is, and the bars that prove the scale. All of it lies where printers can reach,
 * RING_FRAME_EDGE from the edges at least. Any thread with its own context; mm. */
#pragma once

#include "ring-export.h"

G_BEGIN_DECLS

#define RING_FRAME_EDGE 15.0
/* The content's distance from the left edge, and from the right one, where a bar stands. */
#define RING_FRAME_LEFT 18.0
#define RING_FRAME_RIGHT 22.0
/* From below: the shop's line, then the bar with its ticks, then air. */
#define RING_FRAME_LINE 6.6
#define RING_FRAME_BARS 7.0
#define RING_FRAME_AIR 4.0
/* What all of it takes of the foot where there are bars. */
#define RING_FRAME_FOOT (RING_FRAME_EDGE + RING_FRAME_LINE + RING_FRAME_BARS + RING_FRAME_AIR)
/* No sheet with words and columns fits smaller paper (A5). */
#define RING_FRAME_LEAST_WIDTH 148.0
#define RING_FRAME_LEAST_HEIGHT 148.0

/* Where content may stand; FIRST is the page with the letterhead. */
RingRect ring_frame_get_room (const RingExportOptions *options, double width, double height, gboolean first);
/* Page I of N; N 0 leaves that out. */
void     ring_frame_draw (cairo_t *cr, const RingExportOptions *options, double width, double height, guint i, guint n);

G_END_DECLS
