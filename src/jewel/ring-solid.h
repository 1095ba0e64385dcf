/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A closed solid of named flat facets: what is common to a list of half-spaces, as a cutter makes
 * a gem, and so convex; or facets given by their corners, where it is not. Built by its owner,
 * then read from any thread. Lengths mm. */
#pragma once

#include "ring-vec.h"

G_BEGIN_DECLS

typedef enum
{
  RING_FACET_TABLE,
  RING_FACET_STAR,
  RING_FACET_MAIN, /* kites of the crown */
  RING_FACET_UPPER_HALF,
  RING_FACET_STEP, /* rows of a step cut's crown */
  RING_FACET_GIRDLE,
  RING_FACET_PAVILION_MAIN,
  RING_FACET_LOWER_HALF, /* and the chevrons of a princess */
  RING_FACET_PAVILION_STEP,
  RING_FACET_CULET,
  RING_FACET_BASE, /* of a stone without a pavilion */
  RING_FACET_DOME, /* a piece of a smooth surface */
} RingFacetKind;

#define RING_N_FACET_KINDS 12

typedef struct
{
  RingFacetKind kind;
  guint         index; /* among those of its kind */
  RingVec       normal; /* outwards, length 1 */
  double        offset; /* points P of the facet's plane have normal . P = offset */
  guint         n_points;
  RingVec      *points; /* counter-clockwise seen from outside */
} RingFacet;

typedef struct _RingSolid RingSolid;

RingSolid *ring_solid_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       ring_solid_free (RingSolid *solid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingSolid, ring_solid_free)

/* Cuts away what lies beyond the plane through A, B, C; INSIDE is on the side that stays. */
void ring_solid_cut (RingSolid *solid, RingFacetKind kind, RingVec a, RingVec b, RingVec c, RingVec inside);
/* Makes the facets of the planes so far; planes that touch nothing have no facet. */
void ring_solid_close (RingSolid *solid);
/* A facet by its corners, counter-clockwise seen from outside, when no planes are used. */
void ring_solid_add_facet (RingSolid *solid, RingFacetKind kind, const RingVec *points, guint n);
/* Scales each axis. */
void ring_solid_scale (RingSolid *solid, double x, double y, double z);

guint            ring_solid_get_n_facets (const RingSolid *solid);
const RingFacet *ring_solid_get_facet (const RingSolid *solid, guint i);

/* An edge between two facets; A to B is counter-clockwise round LEFT, seen from outside. RIGHT is
 * RING_SOLID_NO_FACET where the neighbour's edge is divided otherwise. */
#define RING_SOLID_NO_FACET G_MAXUINT
typedef struct
{
  RingVec a, b;
  guint   left, right;
} RingSolidEdge;

/* Of RingSolidEdge, every edge once. */
GArray          *ring_solid_list_edges (const RingSolid *solid) G_GNUC_WARN_UNUSED_RESULT;
double           ring_solid_volume (const RingSolid *solid); /* mm3 */
const char      *ring_facet_kind_name (RingFacetKind kind); /* "table", "star", ... */

G_END_DECLS
