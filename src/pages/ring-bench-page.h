/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The Bench: the sheet with its tools and the panel beside it. Main thread.
 *
 * Signals: "message" (const char *text), something to say in a toast; "zoom-changed";
 * "selection-changed", when something else is selected, or what is has changed. */
#pragma once

#include <adwaita.h>

#include "ring-bench-panel.h"
#include "ring-canvas.h"
#include "ring-design.h"
#include "ring-instruments.h"

G_BEGIN_DECLS

#define RING_TYPE_BENCH_PAGE (ring_bench_page_get_type ())
G_DECLARE_FINAL_TYPE (RingBenchPage, ring_bench_page, RING, BENCH_PAGE, AdwBin)

void        ring_bench_page_set_design (RingBenchPage *self, RingDesign *design);
RingCanvas *ring_bench_page_get_canvas (RingBenchPage *self);
/* What the pen is, and how this hand has set it; not a new reference. */
RingInstruments *ring_bench_page_get_instruments (RingBenchPage *self);
/* What is selected of the design; NULL without one. Not a new reference. */
RingSelection *ring_bench_page_get_selection (RingBenchPage *self);
RingBenchPanel *ring_bench_page_get_panel (RingBenchPage *self);
/* The bench rules over the drawing and in the panel, and what they and the layouts measure against. */
void        ring_bench_page_show_rules (RingBenchPage *self, gboolean show);
void        ring_bench_page_set_limits (RingBenchPage *self, const RingLimits *limits);
void        ring_bench_page_open_instrument_settings (RingBenchPage *self);
/* Puts the centre of the symmetry on the finger (or the middle of the page), or ON_GEM on the gem that
 * is nearest to the pen in the view where it was last; FALSE, with a message, when there is none. */
gboolean    ring_bench_page_centre_symmetry (RingBenchPage *self, gboolean on_gem);
/* The next two taps mark a length on what is selected, and an entry asks how long it is in truth;
 * FALSE, with a message, when nothing is selected. */
gboolean    ring_bench_page_mark_length (RingBenchPage *self);
/* The instruments lie on the side of the other hand, as does what is at hand over the sheet: left for a
 * right hand. The panel lies across from them. */
void        ring_bench_page_set_left_handed (RingBenchPage *self, gboolean left_handed);
/* Panel and the way back, over the sheet: for a window without its header. */
void        ring_bench_page_show_full_controls (RingBenchPage *self, gboolean show);
gboolean    ring_bench_page_get_panel_shown (RingBenchPage *self);
void        ring_bench_page_show_revisions (RingBenchPage *self, gboolean show);
/* Opens the panel where it shows the record of KIND with ID. */
void        ring_bench_page_show_record (RingBenchPage *self, const char *kind, const char *id);
void        ring_bench_page_show_panel (RingBenchPage *self, gboolean show);

G_END_DECLS
