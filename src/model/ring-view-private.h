/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How layers and views are remade from their parts, for drawings and edits alone. */
#pragma once

#include "ring-view.h"

G_BEGIN_DECLS

/* All return a new reference to a new object that shares what did not change. */
RingLayer *_ring_layer_with_items (const RingLayer *layer, const RingSequence *items) G_GNUC_WARN_UNUSED_RESULT;
RingLayer *_ring_layer_with_head (const RingLayer *layer, const RingLayerHead *head) G_GNUC_WARN_UNUSED_RESULT;
RingView  *_ring_view_with_layer (const RingView *view, guint i, const RingLayer *layer) G_GNUC_WARN_UNUSED_RESULT;
RingView  *_ring_view_with_head (const RingView *view, const RingViewHead *head) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
