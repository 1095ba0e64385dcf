/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The Bench for visitors at the counter: the front view of one ring, a pen and small stones. Nothing else of the Bench can
 * be reached from it. Main thread.
 *
 * Its buttons are the actions floor.instrument (s: "pen" or "gem"), floor.mirror, floor.undo and floor.fit of whoever holds
 * it, who answers them here. */
#pragma once

#include <adwaita.h>

#include "ring-catalogue-art.h"
#include "ring-design.h"

G_BEGIN_DECLS

#define RING_TYPE_FLOOR_BENCH (ring_floor_bench_get_type ())
G_DECLARE_FINAL_TYPE (RingFloorBench, ring_floor_bench, RING, FLOOR_BENCH, AdwBin)

/* The ring CHOICE under a sheet that is all front view, UPRIGHT or not; it took SECONDS to choose. NULL with an error. */
RingDesign *ring_floor_bench_make_design (RingCatalogueArt *art, const RingChoice *choice, double seconds, gboolean upright, GError **error) G_GNUC_WARN_UNUSED_RESULT;

GtkWidget  *ring_floor_bench_new (RingDesign *design) G_GNUC_WARN_UNUSED_RESULT;
void        ring_floor_bench_use (RingFloorBench *self, const char *instrument);
/* Lines are drawn on both sides of the ring at once. */
void        ring_floor_bench_set_mirror (RingFloorBench *self, gboolean mirror);
void        ring_floor_bench_fit (RingFloorBench *self);

G_END_DECLS
