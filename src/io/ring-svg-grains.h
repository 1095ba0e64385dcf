/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ring-drawing.h"

G_BEGIN_DECLS

/* Appends the pattern of each grain that the pencils of DRAWING need, once, with INDENT before each.
 * PLAIN: not those of hidden layers. */
void ring_svg_append_grains (GString *out, const RingDrawing *drawing, const char *indent, gboolean plain);

G_END_DECLS
