/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a gem sits on its ring. At rest its length lies along the finger, a pear's point towards
 * the viewer of the view through the finger, and its table is turned straight away from the
 * finger. Lengths mm, degrees. Pure. */
#pragma once

#include "ring-vec.h"

G_BEGIN_DECLS

typedef struct
{
  double angle;  /* round the finger, 0 at the top, counter-clockwise in the front view */
  double offset; /* across the width, towards the viewer of the front view */
  double height; /* of the girdle's lower edge over the finger circle */
  double tilt;   /* of the table along the finger, towards the viewer of the front view */
  double lean;   /* of the table round the finger, counter-clockwise as ANGLE */
  double spin;   /* about the gem's own axis, counter-clockwise seen from above */
} RingPlace;

/* From a gem's axes (x along its width, y along its length, z up) to the ring's (x right, y up, z
 * towards the viewer of the front view, the finger's axis at 0). RADIUS is the finger circle's. */
RingVec ring_place_point (const RingPlace *place, double radius, RingVec p);
RingVec ring_place_direction (const RingPlace *place, RingVec direction);

G_END_DECLS
