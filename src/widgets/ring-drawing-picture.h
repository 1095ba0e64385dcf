/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture of a part of a drawing, painted in a thread of its own: for thumbnails, and for states that
 * are looked at beside the one on the canvas. */
#pragma once

#include <gtk/gtk.h>

#include "ring-drawing.h"

G_BEGIN_DECLS

/* REGION (paper mm) fits into WIDTH × HEIGHT pixels, in the middle. */
void        ring_drawing_picture_paint_async (RingDrawing *drawing, RingRect region, int width, int height,
                                              GCancellable *cancellable, GAsyncReadyCallback callback,
                                              gpointer user_data);
/* NULL with G_IO_ERROR_CANCELLED. */
GdkTexture *ring_drawing_picture_paint_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What CR painted on an image of ARGB32; takes CR. */
GdkTexture *ring_drawing_picture_take (cairo_t *cr) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
