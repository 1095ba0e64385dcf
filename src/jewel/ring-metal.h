/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Worked metal: closed bodies whose skin is made of smooth sheets that meet in edges. Claws, walls
 * and rails are profiles swept along a way. Views, light and weight are taken from these alone.
 * Built by its owner, then read from any thread. Lengths mm. */
#pragma once

#include "ring-place.h"
#include "ring-solid.h"

G_BEGIN_DECLS

typedef struct
{
  RingVec centre;
  double  radius;
} RingMetalBall;

/* A grid of points with the skin's direction at each; rows lie along the sweep. */
typedef struct
{
  guint          rows, columns;
  RingVec       *points;  /* row after row */
  RingVec       *normals; /* outwards, length 1 */
  RingMetalBall  ball;   /* that holds it */
  RingMetalBall *strips; /* and one for each row and the next */
} RingMetalSheet;

/* Where two sheets meet. */
typedef struct
{
  guint    n;
  RingVec *points;
  RingVec *one, *other; /* the normals on either side */
  gboolean sharp;       /* to be drawn also where both sides are seen */
} RingMetalEdge;

typedef struct
{
  GArray *sheets; /* of RingMetalSheet */
  GArray *edges;  /* of RingMetalEdge */
} RingMetal;

typedef enum
{
  RING_CORNER_NONE,  /* smooth */
  RING_CORNER_SOFT,  /* an edge that is drawn only where it bounds what is seen */
  RING_CORNER_SHARP, /* an edge that is always drawn */
} RingCorner;

RingMetal *ring_metal_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       ring_metal_free (RingMetal *metal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingMetal, ring_metal_free)

/* A body from a profile of COLUMNS points, itself closed, at ROWS places along its way; POINTS are
 * row after row. A way that is CLOSED comes back to its first row, another one gets flat ends
 * unless its last row is one point. ROW_CORNERS and COLUMN_CORNERS say where the skin has edges;
 * either may be NULL. */
void       ring_metal_add_sweep (RingMetal *metal, const RingVec *points, guint rows, guint columns, gboolean closed,
                                 const RingCorner *row_corners, const RingCorner *column_corners);

/* Takes it from a gem's axes to those of its ring (ring-place.h). */
void       ring_metal_place (RingMetal *metal, const RingPlace *place, double radius);

/* Of what lies above z = FLOOR and outside of STONE (which may be NULL), mm3. Where bodies overlap
 * metal counts once. It is summed up on a grid of lines along z: to about a per cent. */
double     ring_metal_volume (const RingMetal *metal, const RingSolid *stone, double floor);

/* Whether the ray from P along the unit vector D meets the skin. */
gboolean   ring_metal_meets (const RingMetal *metal, RingVec p, RingVec d);

G_END_DECLS
