/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-place.h"

#define RADIANS (G_PI / 180)

static RingVec
round_finger (RingVec p, double degrees)
{
  double c = cos (degrees * RADIANS);
  double s = sin (degrees * RADIANS);

  return (RingVec){ c * p.x - s * p.y, s * p.x + c * p.y, p.z };
}

RingVec
ring_place_direction (const RingPlace *place, RingVec d)
{
  double c = cos (place->spin * RADIANS);
  double s = sin (place->spin * RADIANS);
  double tc = cos (place->tilt * RADIANS);
  double ts = sin (place->tilt * RADIANS);
  RingVec spun = { c * d.x - s * d.y, s * d.x + c * d.y, d.z };
  RingVec tilted = { spun.x, tc * spun.y - ts * spun.z, ts * spun.y + tc * spun.z };

  return round_finger ((RingVec){ tilted.x, tilted.z, -tilted.y }, place->lean + place->angle);
}

RingVec
ring_place_point (const RingPlace *place, double radius, RingVec p)
{
  RingVec seat = round_finger ((RingVec){ 0, radius + place->height, place->offset }, place->angle);

  return ring_vec_add (seat, ring_place_direction (place, p));
}
