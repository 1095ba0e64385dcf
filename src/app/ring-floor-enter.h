/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Into shop-floor mode and out of it. While it lasts its window is the only one, and no action of the application can be
 * done. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-catalogue-source.h"

G_BEGIN_DECLS

/* The mode's window; NULL while it is off. */
GtkWindow *ring_floor_find (GtkApplication *application);
/* Closes every other window, which must have nothing unsaved. */
void       ring_floor_enter (GtkApplication *application, RingCatalogueSource *catalogue);
/* Says what the mode does, asks for the code that is to lead out of it where there is none yet, and enters. Where a window
 * has something unsaved, that is said instead. */
void       ring_floor_ask (GtkApplication *application, GtkWindow *parent, RingCatalogueSource *catalogue);

G_END_DECLS
