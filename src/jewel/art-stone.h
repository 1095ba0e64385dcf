/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Stones where they stand on a ring, and what a ray meets of them. */
#pragma once

#include "ring-place.h"
#include "ring-solid.h"

G_BEGIN_DECLS

typedef struct
{
  RingVec right, up, toward;
} ArtCamera;

typedef struct
{
  const RingSolid *solid;
  RingVec origin;  /* where the solid's origin is in the world */
  RingVec x, y, z; /* its axes */
  double  reach;   /* from its origin to its farthest corner */
  gboolean sunk;   /* in metal up to its girdle: only the crown is seen */
} ArtStone;

ArtCamera art_camera (gboolean three_quarter);

/* With its axes as a gem lies at rest on the top of a ring: length along the finger. */
void    art_stone_init (ArtStone *stone, const RingSolid *solid, RingVec origin);
void    art_stone_init_at (ArtStone *stone, const RingSolid *solid, const RingPlace *place, double radius);
/* As hypot(), which takes care of numbers that no ring has, and takes its time. */
static inline double
art_hypot (double a, double b)
{
  return sqrt (a * a + b * b);
}

/* Round the finger, radians, to the right. */
RingVec art_turn (RingVec v, double angle);
void    art_stone_turn (ArtStone *stone, double angle);
RingVec art_stone_to_world (const ArtStone *stone, RingVec v, gboolean is_point);
RingVec art_stone_from_world (const ArtStone *stone, RingVec v, gboolean is_point);
/* Whether FACET is one of those that are seen of the stone when it faces the viewer. */
gboolean art_stone_shows (const ArtStone *stone, const RingFacet *facet);
/* Whether what looks OUT is turned to the viewer; else it is seen over an edge at most. */
gboolean art_stone_faces (RingVec out, const ArtCamera *camera);
/* How far from its start a ray meets the stone that is larger by GROW, or G_MAXDOUBLE. */
double  art_stone_meet (const ArtStone *stone, RingVec from, RingVec way, double grow);

G_END_DECLS
