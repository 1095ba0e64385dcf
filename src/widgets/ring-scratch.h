/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A slip of paper beside the drawing: the real tool draws on it, and its strokes belong to no
 * design. Lengths are mm of paper. Main thread. */
#pragma once

#include "ring-tool.h"

G_BEGIN_DECLS

typedef struct _RingScratch RingScratch;

RingScratch *ring_scratch_new (void) G_GNUC_WARN_UNUSED_RESULT;
void         ring_scratch_free (RingScratch *scratch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingScratch, ring_scratch_free)

/* A stroke from beginning to end; PIXEL is the size of a screen pixel. */
void         ring_scratch_begin (RingScratch *scratch, const RingStrokeStyle *style, double pixel, const RingSample *sample);
void         ring_scratch_update (RingScratch *scratch, const RingSample *samples, gsize n_samples);
/* What there is of the stroke in hand, for the screen; NULL for none. */
RingPath    *ring_scratch_get_wet_path (RingScratch *scratch) G_GNUC_WARN_UNUSED_RESULT;
/* NULL when nothing came of it. */
RingItem    *ring_scratch_end (RingScratch *scratch) G_GNUC_WARN_UNUSED_RESULT;

/* All of that at once. N_SAMPLES at least 1. */
RingItem    *ring_scratch_draw (RingScratch *scratch, const RingStrokeStyle *style, double pixel, const RingSample *samples, gsize n_samples) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
