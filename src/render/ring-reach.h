/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How far cairo can draw. Its device coordinates are 24.8 fixed-point numbers; past them it
 * fails, hangs or eats memory, so what reaches further is cut to a square around the device's
 * origin that is far larger than any screen, tile or page. Rectangles are in user space. */
#pragma once

#include <cairo.h>

#include "ring-path.h"

G_BEGIN_DECLS

gboolean ring_reach_holds (cairo_t *cr, RingRect rect);
/* Control points included, and a line of WIDTH drawn along it. */
gboolean ring_reach_holds_path (cairo_t *cr, const RingPath *path, double width);
RingRect ring_reach_cut (cairo_t *cr, RingRect rect);
/* Clips to RECT, rounded to whole pixels. */
void     ring_reach_clip (cairo_t *cr, RingRect rect);
/* RECT grown by PIXELS device units on every side. */
RingRect ring_reach_widen (cairo_t *cr, RingRect rect, double pixels);

/* Add the part of PATH that can be seen, as straight lines within a tenth of a pixel. */
void ring_reach_append_fill (cairo_t *cr, const RingPath *path);
void ring_reach_append_line (cairo_t *cr, const RingPath *path, double width);

G_END_DECLS
