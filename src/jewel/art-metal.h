/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rings as solid metal, looked at: distances to the metal's surface (mm), rays that meet it, and
 * the tones that a jeweler's light tent leaves on it. World: x right, y up from the finger
 * circle's centre, z along the finger towards the viewer. */
#pragma once

#include "art-field.h"
#include "ring-band.h"
#include "ring-cut.h"

G_BEGIN_DECLS

typedef enum
{
  ART_FINISH_POLISHED,
  ART_FINISH_SATIN,
  ART_FINISH_HAMMERED,
} ArtFinish;

typedef struct
{
  RingVec right, up, toward;
} ArtCamera;

#define ART_MAX_PRONGS 6
#define ART_RAIL_POINTS 40
#define ART_PRONG_POINTS 13

/* A stone in its basket of prongs, over the crest of a band. */
typedef struct
{
  RingCut    cut;
  double     length, width, depth;
  RingSolid *stone;  /* in the stone's axes */
  double     girdle; /* world y of the girdle's lower edge */
  double     seat;   /* world y of the band's crest */
  guint      n_prongs;
  double     prong;  /* radius */
  RingVec    prongs[ART_MAX_PRONGS][ART_PRONG_POINTS];
  double     rail_y[2], rail[2]; /* height and radius of the upper and the lower rail */
  RingVec    rails[2][ART_RAIL_POINTS];
} ArtHead;

typedef struct
{
  RingBand  band;
  ArtFinish finish;
  gboolean  cathedral; /* shoulders that rise to the head */
  const ArtHead *head; /* or NULL */
} ArtRing;

typedef enum
{
  ART_LAYER_SHANK,
  ART_LAYER_HEAD_BACK,
  ART_LAYER_HEAD_FRONT,
} ArtLayer;

ArtCamera art_camera (gboolean three_quarter);
void      art_head_init (ArtHead *head, RingCut cut, double length, double width, double depth, double seat);
void      art_head_clear (ArtHead *head);
/* Fills FIELD, each cell from 2 x 2 rays and, at edges, SAMPLES x SAMPLES more. */
void      art_metal_render (ArtField *field, const ArtRing *ring, const ArtCamera *camera, ArtLayer layer, int samples);
/* The extent of a layer on the picture, mm. */
RingRect  art_metal_extent (const ArtRing *ring, const ArtCamera *camera, ArtLayer layer);

/* The stone's axes in world terms and back. */
RingVec   art_head_to_stone (const ArtHead *head, RingVec world, gboolean is_point);
RingVec   art_head_to_world (const ArtHead *head, RingVec stone, gboolean is_point);

G_END_DECLS
