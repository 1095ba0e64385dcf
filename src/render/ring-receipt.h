/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The receipt for what a client leaves in the shop, a page for each: what it is in words that may be
 * printed, its photos and plan, its condition, what was agreed on, the risks accepted, and lines for two
 * signatures (ring-take-in.h). Any thread with its own context. */
#pragma once

#include "ring-export.h"

G_BEGIN_DECLS

/* 0 where nothing was taken in. */
guint ring_receipt_count (const RingDrawing *drawing, const RingExportOptions *options, double width, double height);
/* Page I on paper of WIDTH x HEIGHT; user space is mm from the sheet's corner. */
void  ring_receipt_draw (cairo_t *cr, const RingDrawing *drawing, const RingExportOptions *options, double width, double height, guint i);

G_END_DECLS
