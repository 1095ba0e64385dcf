/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands between the pen's samples and its line: the One Euro filter (LIGHT) or a spring
 * (STEADY). One sample in, one sample out, and what came out never changes. By value; belongs to
 * one thread. */
#pragma once

#include "ring-ink.h"

G_BEGIN_DECLS

typedef struct
{
  RingSmoothing smoothing;
  gsize         n_samples;
  RingSample    raw, last; /* what came in and what went out last */
  double        vx, vy;    /* speed, mm/s: filtered (LIGHT), of the spring's mass (STEADY) */
  double        vp;        /* change of pressure, 1/s */
} RingSmoother;

/* The most samples ring_smoother_finish() can add. */
#define RING_SMOOTHER_MAX_TAIL 24

void       ring_smoother_init (RingSmoother *smoother, RingSmoothing smoothing);
RingSample ring_smoother_add (RingSmoother *smoother, const RingSample *delivered);
/* STEADY: the direction, of length 1, in which the line goes through the last sample; (0, 0) for a
 * mass at rest. */
RingPoint  ring_smoother_heading (const RingSmoother *smoother);
/* Fills TAIL with samples that lead to where the pen was lifted; gives how many. */
guint      ring_smoother_finish (RingSmoother *smoother, RingSample *tail);

G_END_DECLS
