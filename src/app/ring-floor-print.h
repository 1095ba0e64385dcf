/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A visitor's sheet on the shop's own printer, without a dialog. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-catalogue-art.h"

G_BEGIN_DECLS

/* ERROR is NULL where it was handed to the printer. */
typedef void (*RingFloorPrinted) (GtkWindow *window, const GError *error);

/* TEXT is what ring_take_home_text() gave. ART must outlive the call: the page is drawn before it returns. DONE is called
 * once, unless WINDOW has gone. */
void ring_floor_print (GtkWindow *window,
                       const char *printer,
                       RingCatalogueArt *art,
                       const RingChoice *choice,
                       const RingDrawing *drawing,
                       const char *text,
                       RingFloorPrinted done);

G_END_DECLS
