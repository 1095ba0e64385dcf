/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Arcs of circles and ellipses, and whole ones. Angles are radians, from +x towards +y: clockwise
 * where y goes down. Pure. */
#pragma once

#include "ring-path.h"

G_BEGIN_DECLS

/* START and SWEEP are of the ellipse's own parameter, from its first axis; a whole one sweeps
 * 2 pi. */
typedef struct
{
  RingPoint centre;
  double    rx, ry;
  double    turn; /* of the first axis */
  double    start, sweep;
} RingArc;

#define RING_ARC_WHOLE (2 * G_PI)

/* The arc of a circle from A through B to C; FALSE where they lie on one line. */
gboolean  ring_arc_through (RingPoint a, RingPoint b, RingPoint c, RingArc *arc);
/* The ellipse with this CENTRE, one half axis that ends at A, the other as long as B is away from
 * that axis. */
RingArc   ring_arc_ellipse (RingPoint centre, RingPoint a, RingPoint b);
RingPoint ring_arc_at (const RingArc *arc, double parameter);
gboolean  ring_arc_is_whole (const RingArc *arc);
/* Whether PARAMETER lies on what the arc sweeps. */
gboolean  ring_arc_holds (const RingArc *arc, double parameter);
/* Where the line from P touches the whole circle or ellipse; FALSE inside of it. */
gboolean  ring_arc_tangents (const RingArc *arc, RingPoint p, RingPoint tangents[2]);
/* Adds it as a subpath of its own, within 3e-4 of a radius; a whole one is closed. */
void      ring_arc_add (const RingArc *arc, RingPath *path);

G_END_DECLS
