/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Revisions: what a design was when somebody kept it, under a name. The head of one is a record
 * "revision" with the fields name, note, at (the moment) and from (the id of the revision that it went
 * on from); what it holds is a state of the drawing (ring_drawing_get_state()): its views with their
 * layers and items, and the records that say what the ring is. Commission, conversation and logs are
 * the design's as a whole, and so is what is known of its stones.
 *
 * States share their items, so keeping one costs pointers to its views and records. A revision is
 * never changed or removed; only its name and note are. Pure. */
#pragma once

#include "ring-design.h"

G_BEGIN_DECLS

#define RING_REVISION_MOST 1000
#define RING_REVISION_NAME_CHARS 60
#define RING_REVISION_NOTE_CHARS 500

/* Their records, the oldest first, which are DRAWING's; those without a state are left out. */
GPtrArray        *ring_revision_list (const RingDrawing *drawing) G_GNUC_WARN_UNUSED_RESULT;
/* By its id, or else the last one of that name. NULL for none. */
const RingRecord *ring_revision_find (const RingDrawing *drawing, const char *name);
const char       *ring_revision_get_name (const RingRecord *revision); /* its id without a name */
/* The whole design with that revision in the place of the present. NULL for none. */
RingDrawing      *ring_revision_open (const RingDrawing *drawing, const char *id) G_GNUC_WARN_UNUSED_RESULT;

/* Whether both look the same and their revised records are. */
gboolean          ring_revision_is_same (const RingDrawing *a, const RingDrawing *b);
/* The last revision that holds the present, or NULL. */
const RingRecord *ring_revision_find_present (const RingDrawing *drawing);
/* The id of the revision that the present went on from, or NULL. */
const char       *ring_revision_get_base (const RingDrawing *drawing);
/* What the next one is called when nobody says: "A", "B", ... "Z", "AA". */
char             *ring_revision_next_name (const RingDrawing *drawing) G_GNUC_WARN_UNUSED_RESULT;

/* Steps. The present as a revision; NAME may be NULL. NULL with RING_ERROR_INVALID when it is one
 * already, or RING_ERROR_LIMIT when there are RING_REVISION_MOST. */
RingEdit *ring_revision_keep (RingDesign *design, const char *name, const char *note, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same as the beginning of a step called LABEL; *ID is the revision's. */
RingEdit *ring_revision_keep_as (RingDesign *design, const char *name, const char *note, const char *label, char **id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Another name and note; NULL where nothing is to change. */
RingEdit *ring_revision_annotate (RingDesign *design, const char *id, const char *name, const char *note) G_GNUC_WARN_UNUSED_RESULT;
/* Puts a revision in the place of the present, which becomes a revision first where it is none. Stones
 * stay as they are known now, and none goes. NULL with an error as keep(), or when ID is none. */
RingEdit *ring_revision_put_back (RingDesign *design, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How many are used of those that the price includes: each after the first is one. "2 of 3 used", translated;
 * NULL where nobody wrote down how many it includes (the commission's field revisions). */
char             *ring_revision_format_used (const RingDrawing *drawing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
