/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet that a client signs, one page and the shop's terms behind it: the ring in pictures, what the ring is in words that may be printed,
 * and fields for a signature and initials (ring-sign-off.h), which it shows once they are given. No cost
 * but the quote, and nothing that only the shop knows. Any thread with its own context; mm. */
#pragma once

#include <cairo.h>

#include "ring-export.h"
#include "ring-sign-off.h"

G_BEGIN_DECLS

guint    ring_client_sheet_count (const RingDrawing *drawing, const RingExportOptions *options, double width, double height);
/* Draws page I on paper of WIDTH × HEIGHT, with the last sign-off of DRAWING. */
void     ring_client_sheet_draw (cairo_t *cr, const RingDrawing *drawing, const RingExportOptions *options, double width, double height, guint i);
/* The first page to be signed anew: what was signed before is left out. */
void     ring_client_sheet_draw_blank (cairo_t *cr, const RingDrawing *drawing, double width, double height);
/* Where a field lies on it; the outlines of a sign-off begin at its upper left corner. */
RingRect ring_client_sheet_get_field (double width, double height, RingSigned which);

G_END_DECLS
