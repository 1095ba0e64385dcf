/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shop-floor mode: a window of its own that fills the screen and leads visitors, one action a screen, from a ring of the
 * menus to the Difference of their own. What may be done is in ring-visit.c; nothing else of the program can be reached.
 * A visitor's ring lives in memory alone and goes when the visit ends. Main thread.
 *
 * Its actions are "floor.": begin, next, again, draw-more, language (s), instrument (s), mirror, undo, fit, print.
 * Signal "left": the shop's gesture was made, and its code entered; whoever holds the window ends it. */
#pragma once

#include <gtk/gtk.h>

#include "ring-catalogue-source.h"

G_BEGIN_DECLS

#define RING_TYPE_FLOOR_WINDOW (ring_floor_window_get_type ())
G_DECLARE_FINAL_TYPE (RingFloorWindow, ring_floor_window, RING, FLOOR_WINDOW, GtkWindow)

GtkWindow *ring_floor_window_new (GtkApplication *application, RingCatalogueSource *catalogue) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
