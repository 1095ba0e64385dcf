/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The thread that writes a journal. These functions belong to the main thread; but for flush() and
 * end() they only put a note into the thread's queue. */
#pragma once

#include "ring-drawing.h"
#include "ring-edit.h"
#include "ring-journal.h"

G_BEGIN_DECLS

typedef struct _RingKeeperWriter RingKeeperWriter;

RingKeeperWriter *ring_keeper_writer_new (const char *folder, void (*failed) (const char *message, gpointer data), gpointer data) G_GNUC_WARN_UNUSED_RESULT;
/* Writes what is in the queue, syncs it, and goes. KEEP: the journal's file stays. */
void              ring_keeper_writer_end (RingKeeperWriter *writer, gboolean keep);

/* A new journal. Takes FILE's strings and EDITS (of RingEdit; the first POSITION done). BYTES NULL:
 * DRAWING is written. */
void              ring_keeper_writer_base (RingKeeperWriter *writer, RingJournalFile *file, GBytes *bytes, RingDrawing *drawing, GPtrArray *edits, guint position);
void              ring_keeper_writer_adopt (RingKeeperWriter *writer, RingJournal *journal, RingDrawing *drawing);
/* The journal keeps its bytes under a name that nobody restores; base() must follow. */
void              ring_keeper_writer_lay_aside (RingKeeperWriter *writer);
void              ring_keeper_writer_edit (RingKeeperWriter *writer, RingJournalKind kind, RingEdit *edit);
void              ring_keeper_writer_saved (RingKeeperWriter *writer, const RingJournalFile *file);
/* FILE holds DRAWING. */
void              ring_keeper_writer_history (RingKeeperWriter *writer, const RingJournalFile *file, RingDrawing *drawing, GPtrArray *edits, guint position);
gboolean          ring_keeper_writer_flush (RingKeeperWriter *writer);

G_END_DECLS
