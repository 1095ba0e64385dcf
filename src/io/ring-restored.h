/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A design as its journal tells it: what a crash left behind, or the steps that led to a saved
 * file. Owned by one thread at a time. */
#pragma once

#include "ring-history.h"
#include "ring-journal.h"
#include "ring-load-report.h"

G_BEGIN_DECLS

typedef struct
{
  RingDrawing     *drawing;
  RingHistory     *history;
  RingJournalFile  file;   /* the file it belongs to, as it was last known */
  GBytes          *bytes;  /* what was in it; NULL when only file.sha256 is known */
  RingLoadReport  *report; /* of reading them */
  RingEdit        *draft;  /* the stroke that was in hand, part of DRAWING but not of the journal */
  gboolean         broken; /* steps in the middle could not be read; those after them are lost */
} RingRestored;

/* Reads JOURNAL to its end, which is cut when it is torn. NULL when there is not even a base. */
RingRestored *ring_restored_read (RingJournal *journal, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void          ring_restored_free (RingRestored *restored);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingRestored, ring_restored_free)
/* Whether it holds what is in no file. */
gboolean      ring_restored_is_unsaved (const RingRestored *restored);

/* Which file a journal belongs to, without reading the design. *SETTLED (may be NULL): nothing
 * was done since that file was read or saved. */
gboolean      ring_restored_read_file (const char *path, RingJournalFile *file, gboolean *settled);

/* The steps of a file with these bytes, from FOLDER; those that do not fit DRAWING are left out.
 * NULL when none are kept. */
RingHistory  *ring_history_store_read (const char *folder, const char *sha256, const RingDrawing *drawing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
