/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Line drawings of a ring from its millimetres: the band's surface and the facets of its gems,
 * projected, with true silhouettes and hidden lines. On the picture y goes down, the origin is the
 * centre of the finger circle and the ring's top is at -y. Pure. */
#pragma once

#include "ring-band.h"
#include "ring-cut.h"
#include "ring-layout.h"
#include "ring-metal-paint.h"
#include "ring-setting.h"

G_BEGIN_DECLS

typedef enum
{
  RING_VIEWS_FRONT, /* through the finger */
  RING_VIEWS_TOP,   /* looking down on the stone, the finger's axis upright on the paper */
  RING_VIEWS_SIDE,  /* edge on, from the right */
  RING_VIEWS_THREE_QUARTER,
  RING_VIEWS_STRIP, /* the band unrolled: outside above, inside below */
} RingViewsKind;

typedef enum
{
  RING_VIEWS_OUTLINE,
  RING_VIEWS_HIDDEN, /* behind metal or stone: dashed */
  RING_VIEWS_CENTRE, /* axes: chained */
  RING_VIEWS_FACET,
  RING_VIEWS_ENGRAVED, /* cut into the band: ring_views_marks() alone has it */
} RingViewsRole;

typedef struct
{
  RingViewsRole role;
  RingPath     *path;
} RingViewsLine;

typedef struct
{
  RingCut   cut;
  double    length, width, depth;
  RingPlace place;
  gboolean  outline_only; /* its facets are shown by light */
  gboolean  small;        /* one of many: of its facets no more than the table is drawn */
  const RingSetting *setting; /* or NULL */
  const RingLayout  *walls;   /* of a channel's first stone: the channel; or NULL */
} RingViewsGem;

typedef struct
{
  RingBand            band;
  const RingViewsGem *gems;
  guint               n_gems;
  double              scale; /* mm of paper for a mm: small gems have fewer lines; 0 is all lines */
} RingViewsSpec;

/* What is cut into the band, as it lies on the strip: mm from the strip's middle, to the right and
 * towards the front edge. */
typedef struct
{
  RingPath *path;
  gboolean  inner; /* on the strip's lower half, the inside */
} RingViewsMark;

typedef struct
{
  guint         gem; /* whose setting */
  RingMetalTone tone;
  RingPath     *path;
} RingViewsToned;

/* Light that comes back from below is no tone of its own on work so small. */
#define RING_VIEWS_N_TONES 5

/* Of RingViewsLine, one for each role; the array owns the paths. Centre lines stand OVERHANG over what they divide. */
GArray *ring_views_lines (const RingViewsSpec *spec, RingViewsKind kind, double overhang) G_GNUC_WARN_UNUSED_RESULT;
/* The metal of the settings whose gems are lit, where it is seen: RingViewsToned, five for each
 * setting, to be painted in this order. Of channel walls nothing in the strip. */
GArray *ring_views_light (const RingViewsSpec *spec, RingViewsKind kind) G_GNUC_WARN_UNUSED_RESULT;
/* What is seen of one gem's setting alone, as ring_views_lines() draws it: outlines and facets. */
GArray *ring_views_setting_lines (const RingViewsSpec *spec, RingViewsKind kind, guint gem) G_GNUC_WARN_UNUSED_RESULT;
/* The lines of one strip alone as a pattern for metal, the middle at the origin. The outside is as long as the
 * blank that is bent to the band, and places on it as they are before: closer together than when
 * bending has stretched it; stones are at their true size. The inside is as it is in the ring. */
GArray *ring_views_pattern (const RingViewsSpec *spec, gboolean inner, double overhang) G_GNUC_WARN_UNUSED_RESULT;
/* What is seen of N_MARKS marks, where the band is turned to the eye and nothing hides it: at most
 * one line, ENGRAVED. */
GArray *ring_views_marks (const RingViewsSpec *spec, RingViewsKind kind, const RingViewsMark *marks, guint n_marks) G_GNUC_WARN_UNUSED_RESULT;
/* The edges of a stone alone, seen from above, its centre at the origin: facets of the crown and,
 * HIDDEN, of the pavilion. The same picture as a gem stencil. */
GArray *ring_views_stone (RingCut cut, double length, double width, double depth, gboolean pavilion) G_GNUC_WARN_UNUSED_RESULT;

/* Where a place of the ring is seen in a view, mm of the view; not for the strip. */
RingPoint ring_views_see (RingViewsKind kind, RingVec point);
/* The direction from the ring to the eye. */
RingVec   ring_views_toward (RingViewsKind kind);
/* The lines of a mark on its strip: what lies past an end is where it comes in at the other, and a line that
 * passes it at both. */
RingPath *ring_views_mark_wrap (const RingViewsMark *mark, const RingBand *band) G_GNUC_WARN_UNUSED_RESULT;
/* From a strip to the surface of its band and back: POINT as in RingViewsMark. The inside is seen
 * from the finger, so its right is the left of the outside. */
RingVec   ring_views_strip_point (const RingBand *band, gboolean inner, RingPoint point);
RingPoint ring_views_strip_see (const RingBand *band, gboolean inner, RingVec point);
/* How long either strip is, mm. */
double    ring_views_strip_length (const RingBand *band, gboolean inner);
/* How far below the outer strip the inner one lies, middle to middle. */
double    ring_views_strip_gap (const RingBand *band);

G_END_DECLS
