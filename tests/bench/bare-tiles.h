/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture in retained tiles that can be moved, and nothing else: what the toolkit and the machine
 * allow, to hold the canvas against. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-drawing.h"

G_BEGIN_DECLS

/* Paints DRAWING at SCALE (pixels a mm) round CENTRE (paper mm), three windows wide and high. */
GtkWidget *bare_tiles_new (const RingDrawing *drawing, double scale, RingPoint centre) G_GNUC_WARN_UNUSED_RESULT;
/* From the tiles' first place in the window to the present one, pixels. */
void       bare_tiles_set_matrix (GtkWidget *widget, const RingMatrix *matrix);
/* Puts a small live picture at PLACE, a new one each time, as wet ink is. */
void       bare_tiles_set_pen (GtkWidget *widget, RingPoint place);

G_END_DECLS
