/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A photo of a card, large, in a window over the one of the card: its caption, its place among the others,
 * and its removal, each a step of undo. Left and Right go to its neighbours. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-design.h"

G_BEGIN_DECLS

/* The photo with the record ID, of OWNER's; WIDGET is in the window below. */
void ring_photo_window_open (GtkWidget *widget, RingDesign *design, const char *owner, const char *id);

G_END_DECLS
