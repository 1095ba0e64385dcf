/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A stone's plan, large, face up and from below, to mark what is in it and on it, before work and after. Main
 * thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-design.h"

G_BEGIN_DECLS

/* Over the window of WIDGET; it goes with the stone. */
void ring_plot_window_open (GtkWidget *widget, RingDesign *design, const char *stone_id);

G_END_DECLS
