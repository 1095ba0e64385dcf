/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two states of a design beside, over or under each other, and in words what is another in the second:
 * a revision, or what another program put into the file, and, to begin with, the present. Here a revision gets its name and note, and comes back.
 * Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-design.h"

G_BEGIN_DECLS

#define RING_TYPE_COMPARE_WINDOW (ring_compare_window_get_type ())
G_DECLARE_FINAL_TYPE (RingCompareWindow, ring_compare_window, RING, COMPARE_WINDOW, AdwWindow)

/* PARENT has the actions of a window. */
GtkWidget *ring_compare_window_new (GtkWindow *parent, RingDesign *design, const char *revision_id) G_GNUC_WARN_UNUSED_RESULT;
/* The same with OTHER, another version of the design that is called NAME, to begin with. */
GtkWidget *ring_compare_window_new_with (GtkWindow *parent, RingDesign *design, RingDrawing *other, const char *name) G_GNUC_WARN_UNUSED_RESULT;
void       ring_compare_window_name (RingCompareWindow *window); /* to the name of the revision */

G_END_DECLS
