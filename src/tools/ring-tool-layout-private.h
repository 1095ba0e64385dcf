/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the layout tool share. */
#pragma once

#include "ring-gem-view.h"
#include "ring-spec.h"
#include "ring-tool-layout.h"
#include "ring-tool-private.h"
#include "ring-view-lines.h"

G_BEGIN_DECLS

typedef enum
{
  RING_HOLD_NOTHING,
  RING_HOLD_HALO, /* a new one's gem */
  RING_HOLD_ROW,  /* a new one's middle or end */
  RING_HOLD_LINE,
  RING_HOLD_WHOLE, /* of one that was there: moved, or a halo's gap */
  RING_HOLD_END,   /* the end of a row; the other stays */
} RingHold;

typedef struct
{
  RingGemLayout next;
  char *picked;
  double least;

  RingHold hold;
  char *id;             /* of the layout in hand, and after the end; NULL until there is one */
  RingRecord *from;     /* as it was when the pen came down; NULL for a new one */
  char *gem;            /* a new halo's */
  RingPlace grip;       /* the place that the pen came down on */
  double fixed;         /* the angle of the end that stays */
  double grip_distance; /* from the gem's girdle */
  gboolean moved;
  RingPoint last;     /* of the pen, when it moved something */
  guint steps;        /* committed since the pen came down */
  RingDrawing *state; /* as the last of them, or the pen's coming down, left it */
} RingToolLayout;

typedef struct
{
  const RingDrawing *drawing;
  const RingViewHead *head;
  const RingRecord *ring;
  RingViewsKind kind;
  RingSpec spec;
} RingLayoutScene;

RingPoint _ring_layout_point (const RingSample *sample);
/* The place on the outside of the band that POINT means. */
RingPlace _ring_layout_place (const RingLayoutScene *scene, RingPoint point);
/* From the girdle of a halo's gem to where the pen is in the plane of that girdle; FALSE where the
 * view shows it edge on. */
gboolean  _ring_layout_distance (const RingLayoutScene *scene, const char *gem_id, RingPoint point, double *distance);
/* The layout as the pen at POINT would have it; to be cleared. FALSE for nothing. */
gboolean  _ring_layout_make (RingTool *tool, const RingLayoutScene *scene, RingPoint point, RingGemLayout *layout);

G_END_DECLS
