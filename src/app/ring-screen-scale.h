/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How many pixels of a screen are a millimetre, as somebody matched it with a card: screens are often wrong about
 * their size. Pixels are those of the program, not of the panel. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-canvas.h"

G_BEGIN_DECLS

#define RING_SCREEN_LEAST 1.5
#define RING_SCREEN_MOST 20.0

/* Of the screen that WIDGET is shown on: what was matched, else what the screen tells, else 96 an inch. */
double ring_screen_scale_get (GtkWidget *widget);
/* PIXELS 0 forgets it. */
void   ring_screen_scale_set (GtkWidget *widget, double pixels);
/* CANVAS shows true millimetres at "actual size" from now on, on whichever screen it is shown. */
void   ring_screen_scale_follow (RingCanvas *canvas);

G_END_DECLS
