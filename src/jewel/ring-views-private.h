/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the views share: lines in space, and a scene that tells what hides them. */
#pragma once

#include "ring-views.h"

G_BEGIN_DECLS

typedef struct
{
  RingVec right, up, toward;
} RingCamera;

/* A point of a line, and a direction out of the solid it lies on. */
typedef struct
{
  RingVec p, out;
} RingSpacePoint;

/* Closed flat facets of a gem in the ring's axes. */
typedef struct
{
  RingSolid *solid;
  gboolean   shares; /* it belongs to an earlier gem */
  RingVec    centre;
  double     radius;
  GArray    *points;  /* RingVec, facet after facet */
  GArray    *normals; /* RingVec */
} RingSceneGem;

typedef struct
{
  const RingBand *band;
  RingCamera      camera;
  double          radius, reach, half_width; /* of the finger circle and of all of the band */
  RingSceneGem   *gems;
  guint           n_gems;
} RingScene;

void     _ring_scene_init (RingScene *scene, const RingViewsSpec *spec, RingCamera camera);
void     _ring_scene_clear (RingScene *scene);
/* Whether something stands between P and the eye. The gem numbered SKIP does not count. */
gboolean _ring_scene_hides (const RingScene *scene, RingVec p, guint skip);
#define RING_SCENE_ALL G_MAXUINT

/* What is drawn, the first of its place: a line that another one covers already is left out. */
typedef struct
{
  const RingScene *scene;
  GArray          *lines; /* RingViewsLine, visible */
  GPtrArray       *hidden; /* of GArray of RingPoint, drawn last */
  GArray          *drawn; /* RingRect pairs of points: segments on the picture */
} RingHider;

void _ring_hider_init (RingHider *hider, const RingScene *scene, GArray *lines);
/* Draws what of the N points is seen as ROLE, and keeps the rest for the end. */
void _ring_hider_add (RingHider *hider, RingViewsRole role, const RingSpacePoint *points, guint n, guint skip);
void _ring_hider_end (RingHider *hider, gboolean show_hidden);

/* The edges of the band and its silhouette. */
void _ring_views_add_band (RingHider *hider);
/* The edges of a gem; fewer when it is drawn small. */
void _ring_views_add_gem (RingHider *hider, guint gem, const RingViewsGem *what, double scale);
void _ring_views_add_strip (GArray *lines, const RingViewsSpec *spec, double overhang);

RingPoint _ring_camera_see (const RingCamera *camera, RingVec p);
/* Takes PATH. */
void      _ring_views_take (GArray *lines, RingViewsRole role, RingPath *path);
void      _ring_views_add_segment (GArray *lines, RingViewsRole role, RingPoint from, RingPoint to);

G_END_DECLS
