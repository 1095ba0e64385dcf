/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Markup that this program did not draw. It never meets librsvg in this process: a limited helper
 * makes a picture of it (ring-foreign-helper.h), which is kept by content. Any thread. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Whether the element XML paints anything: not a comment, metadata, title, definitions. */
gboolean ring_foreign_is_graphical (const char *xml);
/* Paints the element, in user space as it stands; a frame with a cross where that fails. */
void     ring_foreign_paint (cairo_t *cr, const char *xml);

G_END_DECLS
