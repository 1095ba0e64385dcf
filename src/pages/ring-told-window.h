/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Checking another offer: a short form for what a client was told, and beside it the questions that follow. Nothing of it
 * is kept when the window closes, and no seller is asked for. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-catalogue.h"

G_BEGIN_DECLS

#define RING_TYPE_TOLD_WINDOW (ring_told_window_get_type ())
G_DECLARE_FINAL_TYPE (RingToldWindow, ring_told_window, RING, TOLD_WINDOW, AdwWindow)

/* The limits are those of DRAWING's commission and of CATALOGUE, which may be NULL. */
GtkWidget *ring_told_window_new (GtkWindow *parent, RingDrawing *drawing, RingCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;
/* Saves the page to PATH, as PDF or SVG by its ending, and says so. */
void       ring_told_window_save (RingToldWindow *self, const char *path);

G_END_DECLS
