/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A straight ruler or an ellipse template that lies on the paper, to draw along. Lengths mm of paper,
 * angles degrees clockwise on it. Pure. */
#pragma once

#include "ring-path.h"

G_BEGIN_DECLS

typedef enum
{
  RING_RULER_NONE,
  RING_RULER_STRAIGHT,
  RING_RULER_ELLIPSE,
} RingRulerKind;

typedef struct
{
  RingRulerKind kind;
  RingPoint     centre;
  double        angle;
  double        rx, ry; /* half of the ruler's length and width; the half axes of the ellipse */
} RingRuler;

typedef enum
{
  RING_RULER_NO_GRIP,
  RING_RULER_BODY,  /* moves it */
  RING_RULER_FIRST, /* turns it, and makes an ellipse longer */
  RING_RULER_SECOND, /* turns a ruler from its other end; makes an ellipse wider */
} RingRulerGrip;

/* The edge that a pen near to POINT draws along: 1 or 2 of a ruler, 1 of an ellipse; 0 for none in
 * REACH. */
int           ring_ruler_find_edge (const RingRuler *ruler, RingPoint point, double reach);
/* POINT on that edge, or on what continues it. */
RingPoint     ring_ruler_project (const RingRuler *ruler, int edge, RingPoint point);
/* What a hand takes hold of at POINT. */
RingRulerGrip ring_ruler_find_grip (const RingRuler *ruler, RingPoint point, double reach);
RingPoint     ring_ruler_get_handle (const RingRuler *ruler, RingRulerGrip grip);
/* The ruler with GRIP taken from FROM to TO. It settles on steps of 15 degrees, and an ellipse's axes on
 * whole multiples of STEP. */
void          ring_ruler_drag (RingRuler *ruler, RingRulerGrip grip, RingPoint from, RingPoint to, double step);
RingPath     *ring_ruler_make_path (const RingRuler *ruler) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
