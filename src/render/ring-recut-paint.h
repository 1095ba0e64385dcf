/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A stone before and after it is cut anew, at one scale, face up and in profile: after in lines, before
 * dashed round it. Any thread with its own context. */
#pragma once

#include <cairo.h>

#include "ring-stone-recut.h"

G_BEGIN_DECLS

/* Into BOX, as large as it lets it be; LINE is the width of a line, and COLOUR that of before, 0xrrggbbaa. Returns
 * the scale, units of the box for a mm. */
double ring_recut_paint (cairo_t *cr, const RingStoneRecut *recut, RingRect box, double line, guint32 colour);

G_END_DECLS
