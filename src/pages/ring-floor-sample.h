/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A ring that was drawn, as it is shown to who waits at the counter. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-drawing.h"

G_BEGIN_DECLS

/* Those that the program carries, of RingDrawing. */
GPtrArray *ring_floor_samples_load (void) G_GNUC_WARN_UNUSED_RESULT;
/* NAME is what a screen reader calls it. */
GtkWidget *ring_floor_sample_new (RingDrawing *drawing, const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
