/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pieces of round ink that wet and dry strokes share: arcs, and the directions in which a disc
 * that grows while it moves touches its own trace. Angles are radians in the file's axes; every
 * arc runs towards falling angles, so that all of an outline winds one way. */
#pragma once

#include "ring-fit.h"
#include "ring-ink.h"

G_BEGIN_DECLS

/* A disc of the pen: z is its radius. A tangent's z is the change of radius by way. */
typedef RingFitPoint RingDisc;

/* What the line of a stroke tells about a disc of it. */
typedef struct
{
  RingFitPoint before, after; /* tangents on either side; all 0 where only the neighbours tell */
  gboolean     kink;          /* the line turns here at once, and it can be seen */
} RingDiscMark;

RingPoint ring_disc_point (RingDisc disc, double angle);
RingDisc  ring_ink_disc (const RingInkStyle *style, const RingSample *sample);
double    ring_disc_touch (double slope);
void      ring_disc_add_arc (RingPath *path, RingDisc disc, double from, double sweep, double tolerance);
gboolean  ring_disc_contains (RingDisc outer, RingDisc inner);
void      ring_disc_add_hull (RingPath *path, RingDisc a, RingDisc b, double tolerance);

G_END_DECLS
