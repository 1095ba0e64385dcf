/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole state of a design at one moment: page, views, layers, items, records and what other
 * programs left in the file. Immutable and reference-counted; parts are shared between one state
 * and the next, so taking and keeping one costs a pointer. Safe from any thread. */
#pragma once

#include "ring-item.h"
#include "ring-record.h"
#include "ring-sequence.h"

G_BEGIN_DECLS

typedef struct _RingDrawing RingDrawing;
typedef struct _RingView    RingView;
typedef struct _RingLayer   RingLayer;

typedef enum
{
  RING_VIEW_PAGE,
  RING_VIEW_FRONT, /* through the finger */
  RING_VIEW_TOP,
  RING_VIEW_SIDE,
  RING_VIEW_THREE_QUARTER,
  RING_VIEW_STRIP,
} RingViewKind;

typedef enum
{
  RING_ROLE_UNDERLAY,
  RING_ROLE_METAL,
  RING_ROLE_STONES,
  RING_ROLE_INK,
  RING_ROLE_NOTES,
  RING_ROLE_NAMED,
} RingLayerRole;

/* Markup of another program outside the layers, kept where it stood: before the modelled child
 * number POSITION of PARENT ("svg", "defs", "metadata" or the id of a view). */
typedef struct
{
  const char *parent;
  guint       position;
  const char *xml;
} RingForeign;

/* The head of a layer: all but its items. */
typedef struct
{
  const char   *id;
  RingLayerRole role;
  const char   *name; /* of a named layer; "" otherwise */
  gboolean      visible;
  gboolean      locked;
  double        opacity;
} RingLayerHead;

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

/* Layers. */
RingLayer           *ring_layer_new (const RingLayerHead *head, RingItem *const *items, gsize n_items) G_GNUC_WARN_UNUSED_RESULT;
RingLayer           *ring_layer_ref (const RingLayer *layer);
void                 ring_layer_unref (const RingLayer *layer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingLayer, ring_layer_unref)
const RingLayerHead *ring_layer_get_head (const RingLayer *layer);
const char *const   *ring_layer_get_extra (const RingLayer *layer);
void                 ring_layer_set_extra (RingLayer *layer, const char *const *extra); /* before sharing */
gsize                ring_layer_get_n_items (const RingLayer *layer);
RingItem            *ring_layer_get_item (const RingLayer *layer, gsize i);
const RingSequence  *ring_layer_get_items (const RingLayer *layer);
const char          *ring_layer_role_name (RingLayerRole role); /* "Underlay", ..., as in the file */
gboolean             ring_layer_role_from_name (const char *name, RingLayerRole *role);

/* Views. Layers lie from back to front. */
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
RingMatrix          ring_view_get_matrix (const RingView *view); /* mm of the view to paper mm */
const char         *ring_view_kind_name (RingViewKind kind);     /* "front", ..., as in the file */
gboolean            ring_view_kind_from_name (const char *name, RingViewKind *kind);

/* Drawings. Made through a builder by the reader and by "new"; changed through RingEdit. */
typedef struct _RingDrawingBuilder RingDrawingBuilder;
RingDrawingBuilder *ring_drawing_builder_new (const char *uuid, double width, double height);
void                ring_drawing_builder_add_view (RingDrawingBuilder *builder, RingView *view);
void                ring_drawing_builder_add_record (RingDrawingBuilder *builder, RingRecord *record);
void                ring_drawing_builder_add_foreign (RingDrawingBuilder *builder, const RingForeign *foreign);
/* Namespace declarations and attributes of other programs on the root, name and value in turn. */
void                ring_drawing_builder_set_extra (RingDrawingBuilder *builder, const char *const *extra);
RingDrawing        *ring_drawing_builder_end (RingDrawingBuilder *builder) G_GNUC_WARN_UNUSED_RESULT; /* frees it */

RingDrawing        *ring_drawing_ref (const RingDrawing *drawing);
void                ring_drawing_unref (const RingDrawing *drawing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingDrawing, ring_drawing_unref)

const char         *ring_drawing_get_uuid (const RingDrawing *drawing);
RingDrawing        *ring_drawing_with_uuid (const RingDrawing *drawing, const char *uuid) G_GNUC_WARN_UNUSED_RESULT;
double              ring_drawing_get_width (const RingDrawing *drawing);  /* paper mm */
double              ring_drawing_get_height (const RingDrawing *drawing); /* paper mm */
guint               ring_drawing_get_n_views (const RingDrawing *drawing);
RingView           *ring_drawing_get_view (const RingDrawing *drawing, guint i);
RingView           *ring_drawing_find_view (const RingDrawing *drawing, const char *view_id); /* or NULL */
RingView           *ring_drawing_get_view_by_kind (const RingDrawing *drawing, RingViewKind kind);
guint               ring_drawing_get_n_records (const RingDrawing *drawing);
const RingRecord   *ring_drawing_get_record (const RingDrawing *drawing, guint i);
/* The first record of KIND with ID; ID NULL is any. NULL when there is none. */
const RingRecord   *ring_drawing_find_record (const RingDrawing *drawing, const char *kind, const char *id);
guint               ring_drawing_get_n_foreign (const RingDrawing *drawing);
const RingForeign  *ring_drawing_get_foreign (const RingDrawing *drawing, guint i);
const char *const  *ring_drawing_get_extra (const RingDrawing *drawing);

RingLayer          *ring_drawing_find_layer (const RingDrawing *drawing, const char *layer_id, RingView **view);
RingItem           *ring_drawing_find_item (const RingDrawing *drawing, const char *item_id, RingView **view, RingLayer **layer);
gsize               ring_drawing_count_items (const RingDrawing *drawing, RingItemKind kind);
/* The frontmost view whose window holds POINT (paper mm); the page where there is none. */
RingView           *ring_drawing_view_at (const RingDrawing *drawing, RingPoint point);

G_END_DECLS
