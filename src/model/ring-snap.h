/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a hand meant to put a point: at a feature of a thing, where two lines cross, where a line
 * touches a circle, on a line, or on the grid. A scene is what one view holds to hit, gathered
 * once; queries on it are quick. It keeps the drawing it is of. One thread. */
#pragma once

#include "ring-feature.h"

G_BEGIN_DECLS

typedef enum
{
  RING_SNAP_NONE,
  RING_SNAP_GRID,
  RING_SNAP_ON,
  RING_SNAP_TANGENT,
  RING_SNAP_CROSSING,
  RING_SNAP_EDGE,
  RING_SNAP_QUADRANT,
  RING_SNAP_MIDDLE,
  RING_SNAP_CENTRE,
  RING_SNAP_END,
} RingSnapKind;
#define RING_N_SNAP_KINDS (RING_SNAP_END + 1)

typedef struct
{
  RingSnapKind kind;
  RingPoint    at;
  char        *name;  /* of the feature (ring-feature.h); NULL where there is nothing to hold on to */
  char        *thing; /* id of the thing that it is of or on; NULL for none */
} RingSnap;

typedef struct
{
  double           reach; /* mm of the view; 0 snaps to nothing */
  double           grid;  /* step, mm of the view; 0 for none */
  const RingPoint *from;  /* where the line begins, for what it may touch; or NULL */
} RingSnapLimits;

typedef struct _RingSnapScene RingSnapScene;

/* EXCEPT is the id of an item that is in hand, or NULL. */
RingSnapScene *ring_snap_scene_new (RingDrawing *drawing, const RingView *view, const char *except) G_GNUC_WARN_UNUSED_RESULT;
void           ring_snap_scene_free (RingSnapScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingSnapScene, ring_snap_scene_free)

/* A point in reach, the nearest one; without one the nearest line; without one the grid; and POINT
 * itself where there is nothing. */
void        ring_snap_find (const RingSnapScene *scene, const RingSnapLimits *limits, RingPoint point, RingSnap *snap);
void        ring_snap_clear (RingSnap *snap);
/* "centre", "middle", ..., translated; NULL for none. */
const char *ring_snap_label (RingSnapKind kind);

G_END_DECLS
