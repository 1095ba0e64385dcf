/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A layer of a view: items from back to front under a head of what is said of all of them.
 * Immutable once shared, and reference-counted. Safe from any thread. */
#pragma once

#include "ring-item.h"
#include "ring-sequence.h"

G_BEGIN_DECLS

typedef struct _RingLayer RingLayer;

typedef enum
{
  RING_ROLE_UNDERLAY,
  RING_ROLE_METAL,
  RING_ROLE_STONES,
  RING_ROLE_INK,
  RING_ROLE_NOTES,
  RING_ROLE_NAMED,
} RingLayerRole;

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

/* Whether both say the same, but for their ids. */
gboolean             ring_layer_head_is_same (const RingLayerHead *a, const RingLayerHead *b);

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

G_END_DECLS
