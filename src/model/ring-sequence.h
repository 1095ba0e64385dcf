/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The items of a layer in their order from back to front, as a balanced tree: an edit makes a new
 * sequence and shares all but a few nodes with the old one, and what is asked by place, by id or
 * by position is answered without looking at every item. This is the program's spatial index: it
 * is never rebuilt, and the sequence before an edit keeps the index of its own.
 *
 * Immutable and reference-counted, as the items are; safe from any thread. About 30 bytes an item
 * beside the item itself. */
#pragma once

#include "ring-item.h"

G_BEGIN_DECLS

typedef struct _RingSequence RingSequence;

/* Holds the references it needs; ITEMS may be NULL when there are none. O(n). */
RingSequence *ring_sequence_new (RingItem *const *items, gsize n_items) G_GNUC_WARN_UNUSED_RESULT;
RingSequence *ring_sequence_ref (const RingSequence *sequence);
void          ring_sequence_unref (const RingSequence *sequence);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingSequence, ring_sequence_unref)

/* The same with N_REMOVED items from POSITION on taken away and INSERTED put in their place. */
RingSequence *ring_sequence_splice (const RingSequence *sequence, gsize position, gsize n_removed, RingItem *const *inserted, gsize n_inserted) G_GNUC_WARN_UNUSED_RESULT;

gsize         ring_sequence_get_length (const RingSequence *sequence);
RingItem     *ring_sequence_get (const RingSequence *sequence, gsize i);
gsize         ring_sequence_count (const RingSequence *sequence, RingItemKind kind);

/* The frontmost item with ID, or NULL; *POSITION (may be NULL) is where. Looks at the ids' hashes
 * alone: some 30 microseconds for 100,000 items. */
RingItem     *ring_sequence_find (const RingSequence *sequence, const char *id, gsize *position);

/* A walk from back to front. The sequence must stay alive; nothing needs to be freed. */
#define RING_SEQUENCE_MAX_HEIGHT 12
typedef struct
{
  /*< private >*/
  const RingSequence *nodes[RING_SEQUENCE_MAX_HEIGHT];
  guint8              places[RING_SEQUENCE_MAX_HEIGHT];
  int                 depth;
  gboolean            everything;
  RingRect            region;
} RingSequenceIter;

/* Only items whose bounds meet REGION, and foreign markup that has none and may be anywhere; all
 * items when REGION is NULL. */
void          ring_sequence_iter_init (RingSequenceIter *iter, const RingSequence *sequence, const RingRect *region);
/* The next item, or NULL at the end. */
RingItem     *ring_sequence_iter_next (RingSequenceIter *iter);

/* For tests: whether the tree is what it should be; and how many of its nodes OTHER has too. */
gboolean      ring_sequence_is_sound (const RingSequence *sequence);
gsize         ring_sequence_count_nodes (const RingSequence *sequence, const RingSequence *other, gsize *n_shared);

G_END_DECLS
