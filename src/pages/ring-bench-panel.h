/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The side panel of the Bench: the ring, its stones, the layers and the client as records that
 * can be edited. Follows undo. Main thread.
 *
 * Signal: "message" (const char *text), something to say in a toast. */
#pragma once

#include <adwaita.h>

#include "ring-bench-rules.h"
#include "ring-design.h"
#include "ring-rates.h"
#include "ring-size-fields.h"
#include "ring-talk-group.h"

G_BEGIN_DECLS

#define RING_TYPE_BENCH_PANEL (ring_bench_panel_get_type ())
G_DECLARE_FINAL_TYPE (RingBenchPanel, ring_bench_panel, RING, BENCH_PANEL, AdwBin)

/* Where the finger size is typed; its system is remembered by the application. */
RingSizeFields *ring_bench_panel_get_size_fields (RingBenchPanel *self);

/* The ring that the panel tells of, of those of the commission; NULL where there is none. */
const char *ring_bench_panel_get_ring (RingBenchPanel *self);
void        ring_bench_panel_show_ring (RingBenchPanel *self, const char *ring_id);

/* What the rules found, between the stones and the views. */
RingBenchRules *ring_bench_panel_get_rules (RingBenchPanel *self);

/* What the estimate reckons with. */
void ring_bench_panel_set_rates (RingBenchPanel *self, RingRates *rates);

/* The conversation, where the panel was made; it needs the canvas for places. */
RingTalkGroup *ring_bench_panel_get_talk (RingBenchPanel *self);

void ring_bench_panel_set_design (RingBenchPanel *self, RingDesign *design);
/* Opens the card of a stone and scrolls to it. */
void ring_bench_panel_show_stone (RingBenchPanel *self, const char *stone_id);
/* Scrolls to where a record of KIND is shown, and opens that with ID; kinds that the panel does not show change nothing. */
void ring_bench_panel_show_record (RingBenchPanel *self, const char *kind, const char *id);

G_END_DECLS
