/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What light does in a gem, exactly: a gem seen from far away falls into flat patches of even
 * tone, each a convex polygon. Rays of a beam that has met the same facets are parallel, so beams
 * are clipped, refracted (Snell), weakened (Fresnel) and reflected as polygons; nothing is
 * sampled. Pure. */
#pragma once

#include "ring-point.h"
#include "ring-solid.h"

G_BEGIN_DECLS

/* The light that comes from DIRECTION, in the gem's own axes; 0 is dark, 1 a white wall. */
typedef double (*RingBeamSky) (RingVec direction, gpointer data);

typedef struct
{
  guint      facet; /* the facet it is seen through */
  double     light; /* all of it */
  double     glare; /* the part that the outside mirrors, which the stone does not tint */
  double     way;   /* mm that the rest has gone through the stone, on the average */
  guint      n_points;
  RingPoint *points; /* on the picture: x right, y down, mm */
} RingBeamPatch;

/* The camera looks along -TOWARD; RIGHT, UP and TOWARD are unit vectors in the gem's axes. INDEX is
 * the refractive index (diamond 2.42). Patches smaller than MIN_AREA (mm2) are left out: paint
 * each facet with its mean light first. Of RingBeamPatch, which the array owns. */
GArray *ring_beam_trace (const RingSolid *solid, RingVec right, RingVec up, RingVec toward,
                         double index, double min_area, RingBeamSky sky, gpointer data)
  G_GNUC_WARN_UNUSED_RESULT;

/* Fresnel's part of unpolarised light that is reflected, from cosines in thin and dense matter. */
double ring_beam_fresnel (double cos_outside, double cos_inside, double index);

G_END_DECLS
