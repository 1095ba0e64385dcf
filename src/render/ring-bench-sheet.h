/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The job record for the bench: what is made, for which finger, of what, with which stones in which settings, how
 * it is checked, whose hands it went through; with views that are measured in millimetres. No price stands on
 * it. As many pages as it takes. Any thread with its own context; mm. */
#pragma once

#include "ring-export.h"

G_BEGIN_DECLS

guint ring_bench_sheet_count (const RingDrawing *drawing, const RingExportOptions *options, double width, double height);
void  ring_bench_sheet_draw (cairo_t *cr, const RingDrawing *drawing, const RingExportOptions *options, double width, double height, guint i);

G_END_DECLS
