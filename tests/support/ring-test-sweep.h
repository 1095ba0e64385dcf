/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The truth that outlines are held to: the ideal sweep of a stroke as thousands of discs, asked by
 * brute force. */
#pragma once

#include "ring-line.h"

G_BEGIN_DECLS

typedef struct
{
  RingLine line; /* discs in the order of the stroke; their hulls are the sweep */
} RingTestSweep;

void     ring_test_sweep_init (RingTestSweep *sweep, const RingSample *samples, gsize n, const RingInkStyle *style, double tolerance);
void     ring_test_sweep_clear (RingTestSweep *sweep);
/* How far POINT lies outside the sweep; inside it is negative, the depth below the nearest edge or
 * less than that. Stops looking once the point lies deeper than ENOUGH. */
double   ring_test_sweep_distance (const RingTestSweep *sweep, RingPoint point, double enough);
RingRect ring_test_sweep_get_bounds (const RingTestSweep *sweep);

G_END_DECLS
