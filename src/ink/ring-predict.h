/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the pen will be when the picture reaches the eye: a frame of ink ahead of the last sample.
 * A wrong guess is worse than none, so the guess brakes as the pen brakes, fades where the pen
 * turns, and is nothing for short strokes, slow ones and pens that came to rest. Pure; private to
 * ink. */
#pragma once

#include "ring-sample.h"

G_BEGIN_DECLS

/* The farthest ahead, milliseconds: one frame at 60 Hz. */
#define RING_PREDICT_MAX 16.7

/* Leaves in *AHEAD the pen MS milliseconds after the last of SAMPLES, which are mm with PIXEL the
 * size of a screen pixel. FALSE, and nothing left, when there is nothing worth showing. */
gboolean ring_predict (const RingSample *samples, gsize n_samples, double ms, double pixel, RingSample *ahead);

G_END_DECLS
