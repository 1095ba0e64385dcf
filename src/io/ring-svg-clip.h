/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes from the clipboard: SVG of this program or of another, read as a file is, with all its
 * limits, and made fit to be put into a design. Pure; any thread. */
#pragma once

#include "ring-svg.h"

G_BEGIN_DECLS

/* More is refused. */
#define RING_SVG_CLIP_MAX (64u << 20)

/* Whether TEXT, its beginning at least, could be SVG. */
gboolean     ring_svg_clip_is_svg (const char *text, gsize n);

/* A drawing for ring_clip_paste(): its items need nothing of the file around them, neither
 * namespaces nor definitions. REPORT and CANCELLABLE may be NULL. Errors: RING_ERROR_LIMIT, FORMAT
 * or SYNTAX; the message is a sentence about what is on the clipboard. */
RingDrawing *ring_svg_read_clip (const char *bytes, gsize n_bytes, RingLoadReport *report, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
