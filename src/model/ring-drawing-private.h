/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How states are remade from their parts, for RingEdit alone. */
#pragma once

#include "ring-drawing.h"

G_BEGIN_DECLS

/* All return a new reference to a new object that shares what did not change. */
RingLayer   *_ring_layer_with_items (const RingLayer *layer, const RingSequence *items);
RingLayer   *_ring_layer_with_head (const RingLayer *layer, const RingLayerHead *head);
RingDrawing *_ring_drawing_with_layer (const RingDrawing *drawing, guint view, guint layer, RingLayer *new_layer);
/* Removes the record at POSITION when OLD, inserts NEW_RECORD there when it is not NULL. */
RingDrawing *_ring_drawing_with_record (const RingDrawing *drawing, guint position, gboolean old, const RingRecord *new_record);
/* The view with HEAD's id takes HEAD and keeps its layers. */
RingDrawing *_ring_drawing_with_view_head (const RingDrawing *drawing, guint view, const RingViewHead *head);
/* Removes the view at POSITION when OLD, inserts NEW_VIEW there when it is not NULL. */
RingDrawing *_ring_drawing_with_view (const RingDrawing *drawing, guint position, gboolean old, RingView *new_view);
gboolean     _ring_drawing_locate_view (const RingDrawing *drawing, const char *view_id, guint *view);
gboolean     _ring_drawing_locate_layer (const RingDrawing *drawing, const char *layer_id, guint *view, guint *layer);
RingItem    *_ring_drawing_locate_item (const RingDrawing *drawing, const char *item_id, RingView **view, RingLayer **layer, gsize *position);
gboolean     _ring_drawing_locate_record (const RingDrawing *drawing, const char *kind, const char *id, guint *position);

G_END_DECLS
