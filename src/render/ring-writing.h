/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Paragraphs on a printed page: wrapped, with the metrics of print. The context's user space is mm. Any thread. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

#define RING_POINTS_PER_MM (72 / 25.4)

/* Writes TEXT (plain), its upper left corner at X, Y, wrapped at WIDTH mm, POINTS large, in COLOUR 0xrrggbbaa; without DRAW it is
 * only measured. Returns its height, mm. */
double ring_writing_draw (cairo_t *cr, const char *text, double x, double y, double width, double points, gboolean bold, guint32 colour, gboolean draw);

G_END_DECLS
