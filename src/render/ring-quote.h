/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A quote for the client, one page: the ring in plain words, its picture without notes, the price, until when it
 * holds and what may vary. No cost, markup, hour or supplier stands on it. Any thread. */
#pragma once

#include <cairo.h>

#include "ring-drawing.h"

G_BEGIN_DECLS

/* On paper of so many mm. A design without a quote has an empty page. */
void ring_quote_draw (cairo_t *cr, const RingDrawing *drawing, double width, double height);

G_END_DECLS
