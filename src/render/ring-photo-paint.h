/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Painting photos. Each is decoded when it is first painted, and kept with smaller and smaller
 * copies of itself, so that a page seen from far costs no more than one seen from near. Any
 * thread. */
#pragma once

#include <cairo.h>

#include "ring-photo.h"

G_BEGIN_DECLS

/* Into its box (ring_photo_get_box()); a crossed frame where it cannot be decoded. A PDF gets a
 * JPEG as it is. */
void ring_photo_paint (cairo_t *cr, const RingPhoto *photo, double opacity);

G_END_DECLS
