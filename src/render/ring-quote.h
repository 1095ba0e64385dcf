/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A quote for the client, with the shop's terms behind it: the ring in plain words, its picture without notes, the price, until when it
 * holds and what may vary. No cost, markup, hour or supplier stands on it. Any thread. */
#pragma once

#include "ring-export.h"

G_BEGIN_DECLS

/* 0 for a design without a quote. */
guint ring_quote_count (const RingDrawing *drawing, const RingExportOptions *options, double width, double height);
/* Page I on paper of so many mm. */
void  ring_quote_draw (cairo_t *cr, const RingDrawing *drawing, const RingExportOptions *options, double width, double height, guint i);

G_END_DECLS
