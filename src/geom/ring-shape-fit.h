/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The line, arc, circle or ellipse that a hand meant: each fitted by least squares, the simplest one
 * taken that the hand stays near to. Pure. */
#pragma once

#include "ring-point.h"

G_BEGIN_DECLS

typedef enum
{
  RING_SHAPE_NONE,
  RING_SHAPE_LINE,    /* its ends */
  RING_SHAPE_ARC,     /* an end, a point on it, the other end */
  RING_SHAPE_CIRCLE,  /* centre, a point on it */
  RING_SHAPE_ELLIPSE, /* centre, the ends of its half axes */
} RingShapeKind;

/* How far a hand may stray, as parts of the way that it went (a line, an arc) or of the radius. */
#define RING_SHAPE_LINE_SLACK 0.035
#define RING_SHAPE_ARC_SLACK 0.035
#define RING_SHAPE_ROUND_SLACK 0.15
/* An ellipse that is not longer than wide by more than this part is a circle. */
#define RING_SHAPE_CIRCLE_RATIO 1.15

/* POINTS (filled where the kind says so; 3 at most) of what the N points of WAY are; NONE where they are
 * none of these, or fewer than four. */
RingShapeKind ring_shape_fit (const RingPoint *way, gsize n, RingPoint points[3]);

G_END_DECLS
