/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the client sees: the sheet alone on the whole screen, another one than the jeweler's where
 * there is one, turned round for who sits opposite. It follows the drawing while that goes on, and
 * nothing can be changed in it; its title tells no name. Escape or its key closes it. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-canvas.h"

G_BEGIN_DECLS

#define RING_TYPE_CLIENT_WINDOW (ring_client_window_get_type ())
G_DECLARE_FINAL_TYPE (RingClientWindow, ring_client_window, RING, CLIENT_WINDOW, GtkWindow)

/* Shows the design that CANVAS shows, at first the same part of it. Goes with PARENT. */
GtkWindow  *ring_client_window_new (GtkWindow *parent, RingCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;
RingCanvas *ring_client_window_get_canvas (RingClientWindow *self);

/* Makes WINDOW fill the screen where OTHER is. Returns how wide that is, pixels. */
int         ring_client_fill_screen (GtkWindow *window, GtkWindow *other);

G_END_DECLS
