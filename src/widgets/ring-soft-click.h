/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Buttons that can be thrown away after a finger was on them. In GTK 4.8 a gesture that claims a touch, as GtkButton's
 * does, leaves a reference to the widget under the finger that nobody gives back: a screen on which buttons come and go
 * for days fills the memory with them. The click that is put in its place claims nothing. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* All GtkButtons below WIDGET, and it itself; again does nothing more. Boxes of GtkFlowBox take no clicks of their own then. */
void ring_soft_click_attach (GtkWidget *widget);

G_END_DECLS
