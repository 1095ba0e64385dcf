/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The pictures on a client's sheet: each ring enlarged, as one would hold it, then from above with a rule in its own
 * millimetres, then life-size, with a circle to lay a ring of that size on. Each says its scale (16 CFR 23.2). Any
 * thread with its own context; paper mm. */
#pragma once

#include <cairo.h>

#include "ring-drawing.h"

G_BEGIN_DECLS

/* Into BOX. Pins and notes are the shop's and are left out. */
void ring_client_pictures_draw (cairo_t *cr, const RingDrawing *drawing, RingRect box);

G_END_DECLS
