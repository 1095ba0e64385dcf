/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A design drawn again: when each thing of it comes, in seconds from the start, and what the sheet looks
 * like at any moment. Strokes take the time that they took; rests are shortened. docs/replay.md tells when
 * what has no time of its own comes.
 *
 * A replay is immutable and reference-counted, and safe from any thread. A cursor belongs to one thread at
 * a time. Pure: the same design gives the same replay everywhere. */
#pragma once

#include "ring-history.h"

G_BEGIN_DECLS

typedef struct
{
  double   gap;        /* s; longer rests become as long */
  gboolean erased;     /* also what was drawn and is no more */
  gboolean notes;      /* also what is written on layers of notes, and while people spoke */
  gboolean signatures; /* also what the client signed, last of all */
} RingReplayOptions;

#define RING_REPLAY_GAP 0.8
#define RING_REPLAY_MOST_GAP 600.0

void ring_replay_options_init (RingReplayOptions *options);

typedef enum
{
  RING_REPLAY_DRAWN,    /* a stroke, from its first sample to its last */
  RING_REPLAY_SHOWN,    /* an item that comes at once */
  RING_REPLAY_RECORD,   /* a gem, layout or inscription */
  RING_REPLAY_REVISION, /* the design was kept */
  RING_REPLAY_SIGNED,
} RingReplayKind;

/* What happens. ITEM, VIEW and LAYER are of the first two and the last, RECORD of the others and the last. */
typedef struct
{
  RingReplayKind    kind;
  double            start, end; /* s; a thing that comes at once has both the same */
  double            gone;       /* s; when it was erased, or INFINITY */
  const RingItem   *item;
  const char       *view, *layer; /* ids */
  const RingRecord *record;
} RingReplayStep;

typedef struct _RingReplay RingReplay;

/* HISTORY, of the design in hand, knows what was erased since the last revision; it may be NULL. OPTIONS
 * NULL are the usual ones. */
RingReplay *ring_replay_new (const RingDrawing *drawing, RingHistory *history, const RingReplayOptions *options) G_GNUC_WARN_UNUSED_RESULT;
RingReplay *ring_replay_ref (RingReplay *replay);
void        ring_replay_unref (RingReplay *replay);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingReplay, ring_replay_unref)

/* Seconds, at the speed of the hand; a little more than the end of the last step. */
double                ring_replay_get_duration (const RingReplay *replay);
/* By when they start. */
guint                 ring_replay_get_n_steps (const RingReplay *replay);
const RingReplayStep *ring_replay_get_step (const RingReplay *replay, guint i);
/* The last one that has begun at T; -1 for none. */
int                   ring_replay_find_step (const RingReplay *replay, double t);
/* The one of the item or record ID; -1 for none. */
int                   ring_replay_find (const RingReplay *replay, const char *id);
/* "Pen, front view"; "Revision A: First lines". Translated. */
char                 *ring_replay_describe (const RingReplay *replay, guint i) G_GNUC_WARN_UNUSED_RESULT;
/* All that stays: the sheet at the end. */
RingDrawing          *ring_replay_get_end (const RingReplay *replay);
/* All that comes, also what goes again, under ids that differ. *STEPS, which the caller frees, tells of each of its
 * items that is a step: the item to the step's number + 1. */
RingDrawing          *ring_replay_make_all (const RingReplay *replay, GHashTable **steps) G_GNUC_WARN_UNUSED_RESULT;
/* The part of the sheet, mm, on which something happens, with a little air; all of it where nothing does. */
RingRect              ring_replay_get_extent (const RingReplay *replay);
/* How many samples of the step I, a stroke that has begun, are drawn at T, and how many it has. */
gsize                 ring_replay_count_samples (const RingReplay *replay, guint i, double t, gsize *n_samples);
/* When sample TIME (ms from the stroke's first) of the step I is drawn. */
double                ring_replay_get_moment (const RingReplay *replay, guint i, guint32 time);

/* The sheet at one moment. Going on costs what happens in between, whichever way. */
typedef struct _RingReplayCursor RingReplayCursor;

RingReplayCursor *ring_replay_cursor_new (RingReplay *replay) G_GNUC_WARN_UNUSED_RESULT; /* before the start: nothing is drawn */
void              ring_replay_cursor_free (RingReplayCursor *cursor);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingReplayCursor, ring_replay_cursor_free)
/* The drawing at T, which is the cursor's. *DAMAGE, which may be NULL, is what of the sheet, mm, looks
 * otherwise than before; empty for nothing. */
const RingDrawing *ring_replay_cursor_move (RingReplayCursor *cursor, double t, RingRect *damage);

G_END_DECLS
