/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of loose gems as flat shapes and lines, from any side and in two styles: the drafting
 * line, and the lit stone with light from the upper left. Lit is exact for convex cuts with flat
 * facets (ring_cut_is_exact): each region is what refraction makes of it. The others are laid on
 * in tones as illustrators do. Pure. */
#pragma once

#include "ring-carat.h"

G_BEGIN_DECLS

typedef enum
{
  RING_GEM_LINE,
  RING_GEM_LIT,
} RingGemStyle;

typedef enum
{
  RING_GEM_TOP,  /* face up; the length is upright */
  RING_GEM_SIDE, /* along the width: the length lies flat, the table is up */
  RING_GEM_END,  /* along the length: the width lies flat, the table is up */
} RingGemView;

typedef struct
{
  RingCut            cut;
  double             length, width, depth; /* mm */
  const RingSpecies *species;
  RingGemStyle       style;
  /* The camera in the gem's axes, unit vectors: it looks along -TOWARD. */
  RingVec            right, up, toward;
  /* Paper mm for each mm of the gem: details that would be too small are left out. */
  double             scale;
  gboolean           sunk; /* what is below the girdle is in the metal, and not seen */
  gboolean           many; /* one of many small stones: only its larger glints are drawn */
} RingGemLook;

typedef struct
{
  RingPath *path;   /* mm of the gem: x right, y down, from the gem's origin */
  guint32   colour; /* 0xrrggbbaa */
  double    line;   /* width in paper mm; 0 is a fill, by the non-zero rule */
  gboolean  dashed; /* hidden edges */
} RingGemShape;

/* A diamond of usual depth from VIEW, in lines, at true scale. */
void    ring_gem_look_init (RingGemLook *look, RingCut cut, double length, double width, RingGemView view);
/* Turns the gem under the camera: SPIN about its own axis, then TILT backwards; degrees. */
void    ring_gem_look_turn (RingGemLook *look, double spin, double tilt);
/* Of RingGemShape, which the array owns; to be painted in this order. */
GArray *ring_gem_art (const RingGemLook *look) G_GNUC_WARN_UNUSED_RESULT;
/* What it hides of the paper, as the shapes lie. */
RingPath *ring_gem_outline (const RingGemLook *look) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
