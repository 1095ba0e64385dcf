/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The conversation of a commission: what client and jeweler said, when, and of which place on the
 * drawing. Each is a record "entry" with the fields text, who (client or jeweler), at (the moment) and,
 * where it is about a place, view (its id), x and y (mm of the view). What was written by hand has, in
 * place of a text, ink: the group of its strokes, which stay on the drawing. Pure. */
#pragma once

#include "ring-design.h"
#include "ring-edit.h"

G_BEGIN_DECLS

#define RING_TALK_MAX_CHARS 2000

/* One entry; the strings are the record's. */
typedef struct
{
  const char *id;
  const char *text; /* never NULL */
  const char *ink;  /* a group of strokes; NULL where it was typed */
  gboolean    jeweler; /* else the client */
  gint64      at;   /* ms since 1970, 0 where it is not told */
  const char *view; /* NULL where it is about no place */
  RingPoint   point;
} RingTalk;

/* FALSE where RECORD is no entry. */
gboolean ring_talk_init (RingTalk *talk, const RingRecord *record);
/* Of RingTalk, in the order of the file, which is that in which they were said; valid as long as
 * DRAWING. */
GArray  *ring_talk_list (const RingDrawing *drawing) G_GNUC_WARN_UNUSED_RESULT;
/* Where it lies on the paper, mm; FALSE where it is about no place, or its view is gone. */
gboolean ring_talk_find_place (const RingTalk *talk, const RingDrawing *drawing, RingPoint *paper);

/* The strokes of all that was written by hand: group to GPtrArray of RingItem. *VIEWS, unless NULL, is
 * group to the RingView that holds them. Strings and views live as long as DRAWING. */
GHashTable *ring_talk_collect_ink (const RingDrawing *drawing, GHashTable **views) G_GNUC_WARN_UNUSED_RESULT;

/* Steps. A new entry, said now, at POINT of VIEW, which may be NULL; NULL for nothing but blanks. */
RingEdit *ring_talk_say (RingDesign *design, gboolean jeweler, const char *text, const RingView *view, RingPoint point) G_GNUC_WARN_UNUSED_RESULT;
/* Other words for the same entry; it keeps its time and place. NULL where nothing is to change. */
RingEdit *ring_talk_correct (RingDesign *design, const char *id, gboolean jeweler, const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* What was drawn since BEFORE, a state of DESIGN, was written by hand: a new entry, of the moment when
 * its first stroke was begun. NULL where there is no new stroke. */
RingEdit *ring_talk_write (RingDesign *design, gboolean jeweler, const RingDrawing *before, const RingView *view, RingPoint point) G_GNUC_WARN_UNUSED_RESULT;
RingEdit *ring_talk_remove (RingDesign *design, const char *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
