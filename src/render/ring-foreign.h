/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Markup that this program did not draw. librsvg can abort, hang or eat memory on it, so it never
 * meets it in this process: a limited helper (ring-foreign-helper.h) makes a picture of it, which
 * is kept by content. Any thread. */
#pragma once

#include <cairo.h>

#include "ring-point.h"

G_BEGIN_DECLS

/* Whether the element XML paints anything: not a comment, metadata, title, definitions. */
gboolean ring_foreign_is_graphical (const char *xml);

/* The picture of the element XML and, in *EXTENT, where it belongs, user units of its parent. NULL
 * when the helper could not draw it, in time, in memory or at all; that is remembered too. */
cairo_surface_t *ring_foreign_render (const char *xml, RingRect *extent) G_GNUC_WARN_UNUSED_RESULT;

/* Paints the element, in user space as it stands; where that fails, a crossed frame. */
void ring_foreign_paint (cairo_t *cr, const char *xml);

G_END_DECLS
