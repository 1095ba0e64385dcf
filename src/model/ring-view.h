/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A view: the page, or a window on a ring, with its layers from back to front. Immutable once
 * shared, and reference-counted. Safe from any thread. */
#pragma once

#include "ring-layer.h"

G_BEGIN_DECLS

typedef struct _RingView RingView;

typedef enum
{
  RING_VIEW_PAGE,
  RING_VIEW_FRONT, /* through the finger */
  RING_VIEW_TOP,
  RING_VIEW_SIDE,
  RING_VIEW_THREE_QUARTER,
  RING_VIEW_STRIP,
} RingViewKind;

/* The head of a view: all but its layers. SCALE paper mm are one mm of the ring; the ring's
 * origin lies at ORIGIN (paper mm); CLIP is in mm of the ring. The page has scale 1. */
typedef struct
{
  const char  *id;
  RingViewKind kind;
  const char  *ring; /* id of the ring's record; "" for the page */
  double       scale;
  RingPoint    origin;
  RingRect     clip;
} RingViewHead;

/* The window on the paper, mm. */
RingRect            ring_view_head_get_window (const RingViewHead *head);
/* Whether both say the same, but for their ids. */
gboolean            ring_view_head_is_same (const RingViewHead *a, const RingViewHead *b);

RingView           *ring_view_new (const RingViewHead *head, RingLayer *const *layers, gsize n_layers) G_GNUC_WARN_UNUSED_RESULT;
RingView           *ring_view_ref (const RingView *view);
void                ring_view_unref (const RingView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingView, ring_view_unref)
const RingViewHead *ring_view_get_head (const RingView *view);
const char *const  *ring_view_get_extra (const RingView *view);
void                ring_view_set_extra (RingView *view, const char *const *extra); /* before sharing */
guint               ring_view_get_n_layers (const RingView *view);
RingLayer          *ring_view_get_layer (const RingView *view, guint i);
RingLayer          *ring_view_get_layer_by_role (const RingView *view, RingLayerRole role); /* or NULL */
/* How many layers, from the first, lie under the guide lines: underlays are what is drawn over. */
guint               ring_view_get_n_underlays (const RingView *view);
gsize               ring_view_get_n_items (const RingView *view); /* in all its layers */
RingMatrix          ring_view_get_matrix (const RingView *view); /* mm of the view to paper mm */
const char         *ring_view_kind_name (RingViewKind kind);     /* "front", ..., as in the file */
gboolean            ring_view_kind_from_name (const char *name, RingViewKind *kind);

G_END_DECLS
