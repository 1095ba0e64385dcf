/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The guide lines of a view in the file: plain paths that are made anew with every save and
 * passed over when the file is read. Pure. */
#pragma once

#include "ring-drawing.h"

G_BEGIN_DECLS

/* One group element, each line after INDENT. PLAIN is without our attributes. */
void ring_svg_append_guides (GString *out, const RingDrawing *drawing, const RingView *view, const char *indent, gboolean plain);

G_END_DECLS
