/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rings as solid metal, looked at: distances to the metal's surface (mm), rays that meet it, and
 * the tones that a jeweler's light tent leaves on it. World: x right, y up from the finger
 * circle's centre, z along the finger towards the viewer. */
#pragma once

#include "art-field.h"
#include "art-stone.h"
#include "ring-band.h"
#include "ring-cut.h"

G_BEGIN_DECLS

typedef enum
{
  ART_FINISH_POLISHED,
  ART_FINISH_SATIN,
  ART_FINISH_HAMMERED,
  ART_FINISH_BLASTED,
  ART_FINISH_FLORENTINE,
  ART_FINISH_FROSTED, /* blasted, with two bright lines: the limited edition */
} ArtFinish;

typedef enum
{
  ART_MOUNT_PLAIN,
  ART_MOUNT_CATHEDRAL, /* shoulders that rise to the head */
  ART_MOUNT_SPLIT,     /* in two towards the head */
  ART_MOUNT_BYPASS,    /* two arms that pass each other */
  ART_MOUNT_TWISTED,   /* two strands round each other */
  ART_MOUNT_PAVE,
  ART_MOUNT_CHANNEL,
  ART_MOUNT_HALO,
  ART_MOUNT_THREE, /* a smaller stone at either side */
} ArtMounting;

#define ART_MAX_PRONGS 6
#define ART_RAIL_POINTS 40
#define ART_PRONG_POINTS 13

/* A stone in its basket of prongs, over the crest of a band. */
typedef struct
{
  RingCut    cut;
  double     length, width, depth;
  double     turn;   /* round the finger, radians, to the right; 0 but for a head at the side */
  RingSolid *solid;
  ArtStone   stone;
  double     girdle; /* world y of the girdle's lower edge, before the turn */
  double     seat;   /* of the band's crest */
  guint      n_prongs;
  double     prong;  /* radius */
  RingVec    prongs[ART_MAX_PRONGS][ART_PRONG_POINTS]; /* before the turn, as all that follows */
  double     rail_y[2], rail[2]; /* height and radius of the upper and the lower rail */
  RingVec    rails[2][ART_RAIL_POINTS];
  RingVec    halo[ART_RAIL_POINTS]; /* the line that a halo's stones stand on */
  double     halo_radius;           /* of its gallery; 0: no halo */
  RingVec    middle;                /* of a ball round all of it */
  double     reach;
} ArtHead;

/* A grain of metal that is raised over the edges of stones. */
typedef struct
{
  RingVec centre;
  double  radius;
  RingVec out; /* away from the metal it stands on */
} ArtBead;

typedef struct
{
  RingBand    band;
  ArtFinish   finish;
  ArtMounting mounting;
  gboolean    has_head;
  ArtHead     head;
  GPtrArray  *solids; /* what the stones are cut as */
  GArray     *stones; /* of ArtStone: the small ones, and the one in a head at the side */
  GArray     *beads;  /* of ArtBead */
  double      pocket; /* radius of the seats of stones that are set into the band; 0: none */
} ArtRing;

typedef enum
{
  ART_LAYER_SHANK,
  ART_LAYER_SHANK_OVER, /* what of it is seen in front of its stones */
  ART_LAYER_HEAD_BACK,
  ART_LAYER_HEAD_FRONT,
  ART_LAYER_HALO_BACK, /* the gallery alone */
  ART_LAYER_HALO_FRONT,
  ART_LAYER_SIDE, /* a head at the side, all of it */
  ART_LAYER_SIDE_OVER,
  ART_LAYER_FOOT, /* where it stands in the band, painted under that */
} ArtLayer;

void      art_head_init (ArtHead *head, RingCut cut, double length, double width, double depth, double seat);
void      art_head_clear (ArtHead *head);

/* A shank with its stones; a head over it; a halo round that head; a head at the side, which leaves room
 * for a middle stone that is WIDTH wide. SIDE is -1 on the left and 1 on the right. */
void      art_ring_init_shank (ArtRing *ring, const RingBand *band, ArtMounting mounting, ArtFinish finish);
void      art_ring_init_head (ArtRing *ring, const RingBand *band, RingCut cut, const double mm[3]);
void      art_ring_init_halo (ArtRing *ring, const RingBand *band, RingCut cut, const double mm[3]);
void      art_ring_init_side (ArtRing *ring, const RingBand *band, double width, int side);
void      art_ring_clear (ArtRing *ring);
/* Fills FIELD, each cell from one ray or, where it is not like those beside it, SAMPLES x SAMPLES. */
void      art_metal_render (ArtField *field, const ArtRing *ring, const ArtCamera *camera, ArtLayer layer, int samples);
/* The extent of a layer on the picture, mm. */
RingRect  art_metal_extent (const ArtRing *ring, const ArtCamera *camera, ArtLayer layer);

G_END_DECLS
