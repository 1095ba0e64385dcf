/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a client was told of an offer, on one page with the questions to ask. No seller is named. Any thread. */
#pragma once

#include "ring-report.h"
#include "ring-told.h"

G_BEGIN_DECLS

/* Draws the page; user space is mm from the sheet's corner. */
void    ring_told_page_draw (cairo_t *cr, const RingTold *told, const RingToldLimits *limits);
/* NULL with RING_ERROR_FAILED. DRAWING gives the page its date, so that the bytes repeat. */
GBytes *ring_told_page_make (const RingTold *told, const RingToldLimits *limits, const RingDrawing *drawing, RingReportFormat format, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
