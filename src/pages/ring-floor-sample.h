/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A ring that was drawn, as it is shown to who waits at the counter. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-replay.h"

G_BEGIN_DECLS

typedef struct
{
  RingDrawing *drawing;
  RingReplay  *replay;
} RingFloorSample;

/* Those that the program carries, of RingFloorSample. */
GPtrArray *ring_floor_samples_load (void) G_GNUC_WARN_UNUSED_RESULT;
/* It is drawn again, over and over, each time in so many SECONDS. NAME is what a screen reader calls it. */
GtkWidget *ring_floor_sample_new (const RingFloorSample *sample, const char *name, double seconds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
