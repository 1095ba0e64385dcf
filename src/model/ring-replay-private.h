/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the replay share: ring-replay-collect.c finds what happens, ring-replay-erased.c what
 * is no more, ring-replay.c lays it out in time, ring-replay-cursor.c shows a moment. */
#pragma once

#include "ring-replay.h"

G_BEGIN_DECLS

#define RING_REPLAY_BEGIN G_MININT64 /* before the first stroke */

typedef struct _Act Act;

/* A layer whose items come one by one. */
typedef struct
{
  guint            number;      /* of the slots */
  guint            view, layer; /* positions in the drawing */
  const RingView  *of;
  const RingLayer *source;
  Act             *first;       /* its acts from back to front */
  guint            n_acts;
  Act            **acts;        /* the same once all are known */
} Slot;

struct _Act
{
  RingReplayStep step;
  gint64 start, end; /* ms since 1970 */
  gint64 gone;       /* G_MAXINT64 where it stays */
  gboolean timed;
  gboolean erased;
  guint order;       /* of those that come at the same moment */
  guint index;       /* of the acts, once they are sorted */
  Slot *slot;        /* NULL of what is no item */
  guint place;       /* in SLOT */
  guint record_place; /* in the drawing */
  Act *above;
};

/* What one moment of the design is in the replay; both grow. */
typedef struct
{
  gint64 real;
  double play;
} Knot;

/* When the pen was down, or something came at once. */
typedef struct
{
  gint64 start, end;
  Act *act; /* what comes at once; NULL for ink */
} Span;

struct _RingReplay
{
  gatomicrefcount refs;
  RingDrawing *drawing;
  RingReplayOptions options;
  GPtrArray *slots;      /* of Slot */
  GPtrArray *acts;       /* of Act, by start once they are laid out */
  GHashTable *known;     /* id to Act, of items and records */
  GPtrArray *kept;       /* of RingItem: those that are not the drawing's */
  GArray *spans, *knots;
  RingDrawing *empty, *end; /* the sheet without and with all that comes */
  double *latest;        /* the largest end of the acts up to each */
  double duration;
};

/* Fills slots, acts, spans. */
void  _ring_replay_collect (RingReplay *self, RingHistory *history);
Slot *_ring_replay_find_slot (const RingReplay *self, const char *layer_id);
/* An act of ITEM over BELOW, NULL for the back of the layer. */
Act  *_ring_replay_add_item (RingReplay *self, Slot *slot, Act *below, const RingItem *item);
gboolean _ring_replay_leaves_out (const RingReplay *self, const RingLayer *layer, const RingItem *item, GHashTable *said);
/* What revisions hold and the present does not, and what HISTORY tells was taken away. */
void  _ring_replay_add_from_revisions (RingReplay *self, GHashTable *said);
void  _ring_replay_add_from_history (RingReplay *self, RingHistory *history, GHashTable *said);
/* The samples, not kept parsed: a design has a hundred thousand strokes. NULL where they are broken. */
RingSamples *_ring_replay_read_samples (const RingItem *item) G_GNUC_WARN_UNUSED_RESULT;
/* The moment of the design that T shows. */
gint64 _ring_replay_to_real (const RingReplay *self, double t);

G_END_DECLS
