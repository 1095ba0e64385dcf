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
  RingMetal *metal;   /* of its setting, in the ring's axes; or NULL */
  const RingPlace *place;
  double     bore;    /* of a gem that is sunk into the band: this far round it there is no metal */
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
typedef enum
{
  RING_SEEN,
  RING_HIDDEN,            /* by the band or a gem */
  RING_HIDDEN_BY_SETTING,
} RingHidden;

/* What stands between P and the eye. The gem numbered SKIP does not count. */
RingHidden _ring_scene_hides (const RingScene *scene, RingVec p, guint skip);
#define RING_SCENE_ALL G_MAXUINT
/* As that, of lines that are drawn also where they cross another one. */
#define RING_SCENE_ALL_LOOSE (G_MAXUINT - 1)

/* What is drawn, the first of its place: a line that another one covers already is left out. */
typedef struct
{
  const RingScene *scene;
  GArray          *lines; /* RingViewsLine, visible */
  GPtrArray       *hidden; /* of GArray of RingPoint, drawn last */
  GHashTable      *drawn; /* by the cell of a grid, GArray of RingRect, pairs of points: segments on the picture */
  gboolean         plain; /* what is hidden is left out from here on */
} RingHider;

void _ring_hider_init (RingHider *hider, const RingScene *scene, GArray *lines);
/* Draws what of the N points is seen as ROLE, and keeps the rest for the end. */
void _ring_hider_add (RingHider *hider, RingViewsRole role, const RingSpacePoint *points, guint n, guint skip);
void _ring_hider_end (RingHider *hider, gboolean show_hidden);

/* The edges of the band and its silhouette. */
void _ring_views_add_band (RingHider *hider);
/* The edges of a gem; fewer when it is drawn small. */
void _ring_views_add_gem (RingHider *hider, guint gem, const RingViewsGem *what, double scale);
/* The edges of its setting, if it has one. */
void _ring_views_add_metal (RingHider *hider, guint gem);
void _ring_views_add_strip (GArray *lines, const RingViewsSpec *spec, double overhang);

/* Of RingViewsLine, all of a role as one line; takes DRAWN. */
GArray    *_ring_views_gather (GArray *drawn);
GArray    *_ring_views_new_lines (void);
/* The lines in which a setting's METAL, which may be NULL, and its stone meet the outside of the band, on the outer
 * strip. */
void       _ring_views_add_foot (GArray *lines, const RingBand *band, const RingViewsGem *gem, const RingMetal *metal);
/* One gem of SPEC alone, at the top of a ring that is there as its own is where it sits, to be seen from
 * above; MATRIX takes what is seen to the outer strip. */
typedef struct
{
  RingViewsSpec spec;
  RingViewsGem  gem;
  RingMatrix    matrix;
} RingViewsFlat;

void       _ring_views_flat_init (RingViewsFlat *flat, const RingViewsSpec *spec, guint gem);
/* A stone that is set, as it lies flat on the outer strip seen from straight above it; the strip is SHRUNK
 * lengthwise, 1 for not, and stones are not. */
void       _ring_views_add_flat (GArray *lines, const RingViewsSpec *spec, guint gem, double shrunk);
RingCamera _ring_views_camera (RingViewsKind kind);
RingPoint _ring_camera_see (const RingCamera *camera, RingVec p);
/* Takes PATH. */
void      _ring_views_take (GArray *lines, RingViewsRole role, RingPath *path);
void      _ring_views_add_segment (GArray *lines, RingViewsRole role, RingPoint from, RingPoint to);

G_END_DECLS
