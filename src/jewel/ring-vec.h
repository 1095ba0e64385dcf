/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Vectors of three doubles, passed by value: the space in which gems and rings are modelled,
 * y up and z along the finger for a ring, z up from the girdle for a gem. */
#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

typedef struct
{
  double x, y, z;
} RingVec;

static inline RingVec
ring_vec_add (RingVec a, RingVec b)
{
  return (RingVec){ a.x + b.x, a.y + b.y, a.z + b.z };
}

static inline RingVec
ring_vec_sub (RingVec a, RingVec b)
{
  return (RingVec){ a.x - b.x, a.y - b.y, a.z - b.z };
}

static inline RingVec
ring_vec_scale (RingVec a, double by)
{
  return (RingVec){ a.x * by, a.y * by, a.z * by };
}

static inline RingVec
ring_vec_mix (RingVec a, RingVec b, double t)
{
  return (RingVec){ a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t, a.z + (b.z - a.z) * t };
}

static inline double
ring_vec_dot (RingVec a, RingVec b)
{
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

static inline RingVec
ring_vec_cross (RingVec a, RingVec b)
{
  return (RingVec){ a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x };
}

static inline double
ring_vec_length (RingVec a)
{
  return sqrt (ring_vec_dot (a, a));
}

/* The null vector stays what it is. */
static inline RingVec
ring_vec_unit (RingVec a)
{
  double length = ring_vec_length (a);

  return length > 0 ? ring_vec_scale (a, 1 / length) : a;
}

G_END_DECLS
