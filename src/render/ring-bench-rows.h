/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is written on the bench sheet, part by part; a part that has nothing to say is left out. */
#pragma once

#include "ring-drawing.h"
#include "ring-flow.h"

G_BEGIN_DECLS

void ring_bench_rows_put_ring (RingFlow *flow, const RingDrawing *drawing, const RingRecord *ring);
void ring_bench_rows_put_metal (RingFlow *flow, const RingDrawing *drawing);
void ring_bench_rows_put_stones (RingFlow *flow, const RingDrawing *drawing);
void ring_bench_rows_put_settings (RingFlow *flow, const RingDrawing *drawing);
void ring_bench_rows_put_notes (RingFlow *flow, const RingDrawing *drawing);
void ring_bench_rows_put_making (RingFlow *flow, const RingDrawing *drawing);
void ring_bench_rows_put_custody (RingFlow *flow, const RingDrawing *drawing);

G_END_DECLS
