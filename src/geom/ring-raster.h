/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which part of each pixel a path covers, exactly: the area, not a count of samples. The path is
 * closed and filled by the non-zero rule. Within one pixel the areas of parts that overlap there are
 * added, and those that run the other way taken off: at most the corners where a line crosses
 * itself are a little too dark. Pure; each thread has its own buffers. */
#pragma once

#include "ring-path.h"

G_BEGIN_DECLS

/* N pixels of row Y from X on are covered alike, COVERAGE / 255 (never 0). Rows come from top to
 * bottom, spans of a row from left to right. */
typedef void (*RingRasterSpan) (int x, int y, int n, guint coverage, gpointer data);

/* The pixels that are asked for; the last ones not included. */
typedef struct
{
  int x0, y0, x1, y1;
} RingRasterClip;

/* MATRIX takes the path to pixels. FALSE, and nothing was said, when a point is no number or lies
 * more than a million pixels away. */
gboolean ring_raster_fill (const RingPath *path, const RingMatrix *matrix, const RingRasterClip *clip,
                           RingRasterSpan span, gpointer data);

G_END_DECLS
