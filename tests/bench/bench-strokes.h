/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Strokes as a hand draws them, for measuring: long curves, hooks, hatching and loops with the
 * pressure and the speed of a pen, each different from all others. They go through the program's
 * own ink, so an item here is what the pen tool would have made of the same samples.
 *
 * The same seed gives the same strokes. Pure; a source belongs to one thread. */
#pragma once

#include "ring-drawing.h"
#include "ring-random.h"

G_BEGIN_DECLS

#define BENCH_STROKE_SAMPLES 60
#define BENCH_MEAN_LENGTH_MM 21.0
#define BENCH_SEED 20261122

#define BENCH_PAGE_WIDTH 210.0
#define BENCH_PAGE_HEIGHT 297.0

/* Fills SAMPLES[BENCH_STROKE_SAMPLES], all inside AREA (mm), which must be larger than a stroke:
 * 45 mm either way. */
void         bench_stroke_fill (RingRandom *random, RingRect area, RingSample *samples);
/* One of them as an item, drawn with the pen the program begins with at scale 1; T0 is when it
 * began, ms since 1970. */
RingItem    *bench_stroke_new (RingRandom *random, RingRect area, gint64 t0) G_GNUC_WARN_UNUSED_RESULT;
/* An A4 page with N strokes in its ink layer and nothing else. */
RingDrawing *bench_drawing_new (gsize n_strokes, guint64 seed) G_GNUC_WARN_UNUSED_RESULT;
/* The way of the pen through the samples, mm. */
double       bench_samples_length (const RingSample *samples, gsize n_samples);

G_END_DECLS
