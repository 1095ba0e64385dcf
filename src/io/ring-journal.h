/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A file of records, each with its length and checksum, that only grows: what was done to a design
 * since it was read (docs/reliability.md). Whoever has it open holds a lock on it that ends with
 * the program, so a journal without lock is one that a crash left behind. Used by one thread at a
 * time; every call may block. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RING_JOURNAL_SUFFIX ".journal"

typedef enum
{
  RING_JOURNAL_BASE = 'B',   /* the file it applies to, and its bytes */
  RING_JOURNAL_DONE = 'H',   /* a step from before the base */
  RING_JOURNAL_UNDONE = 'F', /* a step that was undone before the base */
  RING_JOURNAL_EDIT = 'E',   /* a step */
  RING_JOURNAL_MERGED = 'M', /* one step with the one before */
  RING_JOURNAL_UNDO = 'U',
  RING_JOURNAL_REDO = 'R',
  RING_JOURNAL_DRAFT = 'D',  /* the stroke in hand as a step; empty when it was let go */
  RING_JOURNAL_SAVED = 'S',  /* all before it is in a synced file */
} RingJournalKind;

typedef struct
{
  RingJournalKind kind;
  goffset         offset; /* of the record */
  GBytes         *data;
} RingJournalRecord;

/* What BASE and SAVED tell of a file. All strings are owned. */
typedef struct
{
  char    *uri;    /* "" for a design without a file */
  char    *etag;   /* "" when unknown */
  char    *sha256; /* of the bytes in the file */
  guint64  size;
  char    *uuid;   /* of the design, when Save As gave it a new one; "" otherwise */
  gint64   time;   /* ms since 1970 */
  gboolean clean;  /* SAVED: what is in the file is the present state */
} RingJournalFile;

typedef struct _RingJournal RingJournal;

/* A new one in FOLDER, which is made when it is not there. */
RingJournal *ring_journal_create (const char *folder, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* G_IO_ERROR_BUSY when a program has it open; RING_ERROR_FORMAT when it is none. */
RingJournal *ring_journal_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Without the lock: for a file that is no longer added to. */
RingJournal *ring_journal_open_to_read (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void         ring_journal_close (RingJournal *journal); /* the file stays */
void         ring_journal_remove (RingJournal *journal); /* closes too */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingJournal, ring_journal_close)

const char  *ring_journal_get_path (const RingJournal *journal);
goffset      ring_journal_get_length (const RingJournal *journal);

/* The next record, from the first on; FALSE at the end, which is where the first broken one
 * begins. RECORD->data is the caller's. */
gboolean     ring_journal_next (RingJournal *journal, RingJournalRecord *record);
/* The data of the record at OFFSET; NULL when it is broken. */
GBytes      *ring_journal_read_at (RingJournal *journal, goffset offset) G_GNUC_WARN_UNUSED_RESULT;
/* Cuts off what follows the last record that next() gave. */
gboolean     ring_journal_cut (RingJournal *journal, GError **error);
/* Adds a record at the end; on failure the journal is as it was. *OFFSET may be NULL. */
gboolean     ring_journal_append (RingJournal *journal, RingJournalKind kind, const void *data, gsize n, goffset *offset, GError **error);
gboolean     ring_journal_sync (RingJournal *journal, GError **error);
/* Gives it another name in place of what has that name; the lock stays. */
gboolean     ring_journal_rename (RingJournal *journal, const char *path, GError **error);

/* Paths of the journals in FOLDER that no program has open. */
GPtrArray   *ring_journal_list_left (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

/* BYTES may be NULL. */
GBytes      *ring_journal_file_to_data (const RingJournalFile *file, GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
gboolean     ring_journal_file_from_data (GBytes *data, RingJournalFile *file, GBytes **bytes, GError **error);
void         ring_journal_file_clear (RingJournalFile *file);
void         ring_journal_file_copy (RingJournalFile *to, const RingJournalFile *from);

G_END_DECLS
