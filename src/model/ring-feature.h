/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The points of things in a view that one constructs with and measures from: ends, middles and
 * centres of shapes, the finger circle, the band's edges, gems, ends of strokes, tips of pins.
 *
 * A point has a name, which is what dimensions hold on to: the thing's id and a number, "daaaa/1".
 * The finger circle is "finger" and the band "band", of the view's own ring. Number 0 of what is
 * round or has a middle is its centre, and 1 to 4 go round it from the right, clockwise on the
 * paper; a gem's 1 and 3 are the ends of its length, 2 and 4 of its width. Pure; mm of the view. */
#pragma once

#include "ring-drawing.h"

G_BEGIN_DECLS

typedef enum
{
  RING_FEATURE_END,
  RING_FEATURE_MIDDLE,
  RING_FEATURE_CENTRE,
  RING_FEATURE_QUADRANT,
  RING_FEATURE_EDGE, /* of the band */
} RingFeatureKind;

typedef struct
{
  RingFeatureKind kind;
  RingPoint       at;
  const char     *thing; /* its id; belongs to the drawing */
  guint           number;
} RingFeature;

#define RING_FEATURE_FINGER "finger"
#define RING_FEATURE_BAND "band"

/* Appends what VIEW's ring and gems have to FEATURES (of RingFeature), in the order of the numbers. */
void     ring_features_add_ring (const RingDrawing *drawing, const RingView *view, GArray *features);
/* Appends what ITEM has: a figure's, a stroke's or a pin's. */
void     ring_features_add_item (const RingItem *item, GArray *features);

char    *ring_feature_name (const char *thing, guint number) G_GNUC_WARN_UNUSED_RESULT;
/* The thing of NAME, and the number after it; FALSE where NAME is none. */
gboolean ring_feature_parse (const char *name, char **thing, guint *number);
/* Where the point NAME of VIEW is now; FALSE when it is no longer there. */
gboolean ring_feature_find (const RingDrawing *drawing, const RingView *view, const char *name, RingPoint *at);
/* Whether THING is a circle in VIEW, or an arc of one: what has a diameter. */
gboolean ring_feature_is_round (const RingDrawing *drawing, const RingView *view, const char *thing);

G_END_DECLS
