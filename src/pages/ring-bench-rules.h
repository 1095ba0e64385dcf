/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The bench rules of one design: its findings as rows, each with who asks for it, and as quiet
 * marks over the drawing. Off until it is made active; then it follows the design.
 *
 * Signal "changed": other findings, or none. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-bench-check.h"
#include "ring-design.h"

G_BEGIN_DECLS

#define RING_TYPE_BENCH_RULES (ring_bench_rules_get_type ())
G_DECLARE_FINAL_TYPE (RingBenchRules, ring_bench_rules, RING, BENCH_RULES, AdwBin)

void     ring_bench_rules_set_design (RingBenchRules *self, RingDesign *design);
/* What the shop asks for; what the sources say, to begin with. */
void     ring_bench_rules_set_limits (RingBenchRules *self, const RingLimits *limits);
const RingLimits *ring_bench_rules_get_limits (RingBenchRules *self);
void     ring_bench_rules_set_active (RingBenchRules *self, gboolean active);
gboolean ring_bench_rules_get_active (RingBenchRules *self);

/* Of RingToolMark, for ring_canvas_set_overlay(); NULL while it is not active. */
GArray  *ring_bench_rules_make_marks (RingBenchRules *self) G_GNUC_WARN_UNUSED_RESULT;
/* What is marked within REACH of POINT, paper mm; NULL for nothing. Translated. */
char    *ring_bench_rules_describe (RingBenchRules *self, RingPoint point, double reach) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
