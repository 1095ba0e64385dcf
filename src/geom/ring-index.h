/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A spatial index of rectangles: which keys lie in a region. Updated in place, for drawings of
 * 100,000 strokes. Belongs to one thread. */
#pragma once

#include "ring-point.h"

G_BEGIN_DECLS

typedef struct _RingIndex RingIndex;

RingIndex *ring_index_new (double cell_size) G_GNUC_WARN_UNUSED_RESULT;
void       ring_index_free (RingIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingIndex, ring_index_free)

void  ring_index_insert (RingIndex *index, gpointer key, RingRect bounds);
void  ring_index_remove (RingIndex *index, gpointer key);
/* Appends each key whose bounds meet REGION once, in no order. */
void  ring_index_query (RingIndex *index, RingRect region, GPtrArray *keys);
guint ring_index_get_size (const RingIndex *index);

G_END_DECLS
