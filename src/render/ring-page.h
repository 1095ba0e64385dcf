/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What pages of every layout share: the bars that prove the printed scale. ring_page_count() and
 * ring_page_draw() are in ring-export.h. */
#pragma once

#include "ring-export.h"
#include "ring-paper.h"

G_BEGIN_DECLS

/* Draws a 100 mm rule along the foot of a sheet of WIDTH x HEIGHT mm and one up its right side,
 * each at least 5 mm from the edges; shorter ones, or none, on small sheets. */
void ring_page_draw_bars (cairo_t *cr, const RingExportOptions *options, RingPaper paper, double width, double height);

G_END_DECLS
