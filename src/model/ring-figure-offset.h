/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The curve that runs beside another at an even distance: a band's edge from its centre line. Pure. */
#pragma once

#include "ring-item.h"

G_BEGIN_DECLS

/* A shape DISTANCE mm beside ITEM, a shape: outside of what is closed, and to the right of what is
 * open, as one goes along it; on the other side where DISTANCE is negative. Lines, arcs and circles
 * stay what they are and corners stay sharp; what runs beside an ellipse or a curve is a curve within
 * 0.002 mm. NULL with RING_ERROR_INVALID where the distance is more than the tightest bend allows, or
 * none. */
RingItem *ring_figure_offset (const RingItem *item, double distance, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
