/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How states are remade from their parts, for RingEdit alone. */
#pragma once

#include "ring-drawing.h"

G_BEGIN_DECLS

/* A new reference to a new object that shares what did not change: the view, or the record, at
 * POSITION is removed when OLD, and the new one inserted there when it is not NULL. */
RingDrawing *_ring_drawing_with_view (const RingDrawing *drawing, guint position, gboolean old, const RingView *new_view) G_GNUC_WARN_UNUSED_RESULT;
RingDrawing *_ring_drawing_with_record (const RingDrawing *drawing, guint position, gboolean old, const RingRecord *new_record) G_GNUC_WARN_UNUSED_RESULT;

/* The present as the state of the revision ID; or without that state. */
RingDrawing *_ring_drawing_keep (const RingDrawing *drawing, const char *id) G_GNUC_WARN_UNUSED_RESULT;
RingDrawing *_ring_drawing_drop (const RingDrawing *drawing, const char *id) G_GNUC_WARN_UNUSED_RESULT;
/* STATE in the place of the present; with ALL_STONES, stones as they are known now stay so, and none
 * goes. */
RingDrawing *_ring_drawing_put (const RingDrawing *drawing, const RingDrawing *state, gboolean all_stones) G_GNUC_WARN_UNUSED_RESULT;

gboolean     _ring_drawing_locate_view (const RingDrawing *drawing, const char *view_id, guint *view);
gboolean     _ring_drawing_locate_layer (const RingDrawing *drawing, const char *layer_id, guint *view, guint *layer);
RingItem    *_ring_drawing_locate_item (const RingDrawing *drawing, const char *item_id, RingView **view, RingLayer **layer, gsize *position);
gboolean     _ring_drawing_locate_record (const RingDrawing *drawing, const char *kind, const char *id, guint *position);

G_END_DECLS
