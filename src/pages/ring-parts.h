/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts that the settings of the instruments are made of. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a screen reader calls it. */
void ring_parts_name (GtkWidget *widget, const char *name);

typedef GtkWidget *(*RingPartsMake) (gpointer data);

/* What lies in the popover is made by MAKE when it is first opened; DATA lives as long as BUTTON. */
void ring_parts_make_popover_later (GtkMenuButton *button, RingPartsMake make, gpointer data);
/* Closes the popover that WIDGET lies in, if it does. */
void ring_parts_close_popover (GtkWidget *widget);

/* RGBA without transparency, as strokes have it. */
void    ring_parts_set_colour (GtkColorChooser *chooser, guint32 colour);
guint32 ring_parts_get_colour (GtkColorChooser *chooser);

G_END_DECLS
