/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps the journal of one design (docs/reliability.md). The main thread hands it immutable things
 * and never waits; a thread of its own turns them into text, writes and syncs. Nothing is on disk
 * before the first step.
 *
 * In FOLDER, the program's folder for its state: journal/ for what is in no file, history/ for the
 * steps of saved files, named by the SHA-256 of their bytes. */
#pragma once

#include "ring-design.h"
#include "ring-journal.h"
#include "ring-restored.h"

G_BEGIN_DECLS

typedef struct _RingKeeper RingKeeper;

/* In the main thread: the journal cannot be written, MESSAGE says why and is translated; NULL when
 * it can again. */
typedef void (*RingKeeperFailed) (const char *message, gpointer user_data);

RingKeeper *ring_keeper_new (const char *folder, RingDesign *design, RingKeeperFailed failed, gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;
/* The journal stays, synced, when it holds what is in no file; else it goes. */
void        ring_keeper_free (RingKeeper *keeper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingKeeper, ring_keeper_free)

char       *ring_keeper_journal_folder (const char *folder) G_GNUC_WARN_UNUSED_RESULT;
char       *ring_keeper_history_folder (const char *folder) G_GNUC_WARN_UNUSED_RESULT;
/* Takes old histories away, then the oldest while there are too many bytes of them. Any thread. */
void        ring_keeper_prune (const char *folder);

/* The design is now what FILE, with BYTES, holds; what was in the journal is let go. */
void        ring_keeper_set_base (RingKeeper *keeper, const RingJournalFile *file, GBytes *bytes);
/* The design is now what RESTORED told, whose JOURNAL goes on; takes JOURNAL. */
void        ring_keeper_adopt (RingKeeper *keeper, RingJournal *journal, const RingRestored *restored);
/* FILE is written and synced; FILE->clean when it holds the present state. */
void        ring_keeper_set_saved (RingKeeper *keeper, const RingJournalFile *file);
/* What is in no file was let go by the person: the journal goes. */
void        ring_keeper_let_go (RingKeeper *keeper);
/* Waits until all that was done is on the disk, the stroke in hand too. FALSE when that failed. */
gboolean    ring_keeper_flush (RingKeeper *keeper);

G_END_DECLS
