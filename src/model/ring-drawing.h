/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole state of a design at one moment: page, views, layers, items, records and what other
 * programs left in the file. Immutable and reference-counted; parts are shared between one state
 * and the next, so taking and keeping one costs a pointer. Safe from any thread. */
#pragma once

#include "ring-record.h"
#include "ring-view.h"

G_BEGIN_DECLS

typedef struct _RingDrawing RingDrawing;

/* Markup of another program outside the layers, kept where it stood: before the modelled child
 * number POSITION of PARENT ("svg", "defs", "metadata" or the id of a view). */
typedef struct
{
  const char *parent;
  guint       position;
  const char *xml;
} RingForeign;

/* Made through a builder by the reader and by "new"; changed through RingEdit. */
typedef struct _RingDrawingBuilder RingDrawingBuilder;
RingDrawingBuilder *ring_drawing_builder_new (const char *uuid, double width, double height);
void                ring_drawing_builder_add_view (RingDrawingBuilder *builder, RingView *view);
void                ring_drawing_builder_add_record (RingDrawingBuilder *builder, RingRecord *record);
void                ring_drawing_builder_add_foreign (RingDrawingBuilder *builder, const RingForeign *foreign);
/* Namespace declarations and attributes of other programs on the root, name and value in turn. */
void                ring_drawing_builder_set_extra (RingDrawingBuilder *builder, const char *const *extra);
/* What the revision ID holds: ring_drawing_get_state(). */
void                ring_drawing_builder_add_state (RingDrawingBuilder *builder, const char *id, const RingDrawing *state);
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
/* All records of KIND, in their order; of const RingRecord *, which are DRAWING's. */
GPtrArray          *ring_drawing_list_records (const RingDrawing *drawing, const char *kind) G_GNUC_WARN_UNUSED_RESULT;
/* The ring that a view or a gem belongs to: the first one where RING_ID is NULL or "". */
const RingRecord   *ring_drawing_find_ring (const RingDrawing *drawing, const char *ring_id);
guint               ring_drawing_get_n_foreign (const RingDrawing *drawing);
const RingForeign  *ring_drawing_get_foreign (const RingDrawing *drawing, guint i);
const char *const  *ring_drawing_get_extra (const RingDrawing *drawing);
/* What the revision ID holds (ring-revision.h): views and the records that are revised, and nothing
 * else. NULL where there is none. */
RingDrawing        *ring_drawing_get_state (const RingDrawing *drawing, const char *id);

/* What becomes of each part of a drawing and its revisions: the caller's new reference, or NULL for one that does not
 * stay; FOREIGN tells which markup goes, EXTRA whether other programs' attributes on the root stay. */
typedef struct
{
  RingRecord *(*record) (const RingRecord *record, gpointer user_data);
  RingItem   *(*item) (const RingItem *item, gpointer user_data);
  gboolean    (*foreign) (const RingForeign *foreign, gpointer user_data);
  gboolean      extra;
} RingDrawingMap;
RingDrawing        *ring_drawing_map (const RingDrawing *drawing, const RingDrawingMap *map, gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;

RingLayer          *ring_drawing_find_layer (const RingDrawing *drawing, const char *layer_id, RingView **view);
RingItem           *ring_drawing_find_item (const RingDrawing *drawing, const char *item_id, RingView **view, RingLayer **layer);
gsize               ring_drawing_count_items (const RingDrawing *drawing, RingItemKind kind);
/* The frontmost view whose window holds POINT (paper mm); the page where there is none. */
RingView           *ring_drawing_view_at (const RingDrawing *drawing, RingPoint point);

G_END_DECLS
