/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Line drawings of a ring from its millimetres: the band's surfaces and the stone's facets,
 * projected. On the picture y goes down, the origin is the centre of the finger circle and the
 * ring's top is at -y. Pure. */
#pragma once

#include "ring-band.h"
#include "ring-cut.h"

G_BEGIN_DECLS

typedef enum
{
  RING_VIEWS_FRONT, /* through the finger */
  RING_VIEWS_TOP,   /* looking down on the stone, the finger's axis upright on the paper */
  RING_VIEWS_SIDE,  /* edge on, from the right */
  RING_VIEWS_THREE_QUARTER,
} RingViewsKind;

typedef enum
{
  RING_VIEWS_OUTLINE,
  RING_VIEWS_HIDDEN, /* behind metal or stone: dashed */
  RING_VIEWS_CENTRE, /* axes: chained */
  RING_VIEWS_FACET,
} RingViewsRole;

typedef struct
{
  RingViewsRole role;
  RingPath     *path;
} RingViewsLine;

typedef struct
{
  RingBand band;
  gboolean has_gem;
  RingCut  cut;
  double   length, width, depth; /* of the gem */
  double   head_height;          /* of the girdle's lower edge over the finger circle */
} RingViewsSpec;

/* Of RingViewsLine; the array owns the paths. */
GArray *ring_views_lines (const RingViewsSpec *spec, RingViewsKind kind) G_GNUC_WARN_UNUSED_RESULT;
/* The edges of a stone alone, seen from above, its centre at the origin: facets of the crown and,
 * HIDDEN, of the pavilion. The same picture as a gem stencil. */
GArray *ring_views_stone (RingCut cut, double length, double width, double depth, gboolean pavilion) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
