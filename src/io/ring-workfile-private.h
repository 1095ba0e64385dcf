/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the workfile share: ring-workfile-file.c reads and saves, -journal.c keeps and
 * restores, -forget.c forgets the client, -others.c minds who else has the file open, each as a job
 * that -job.c runs. */
#pragma once

#include "ring-claim.h"
#include "ring-keeper.h"
#include "ring-workfile.h"

G_BEGIN_DECLS

struct _RingWorkfile
{
  GObject parent_instance;

  RingDesign *design;
  GFile *file;
  char *title;
  RingLoadReport *report;
  GBytes *bytes; /* what is in the file as far as we know; NULL without a file, or when only the
                    hash is known */
  char *sha256;  /* of what is in the file; NULL without one */
  char *uuid;    /* the design's id after Save As; NULL for the drawing's own */
  gboolean busy;
  gint permille; /* atomic: of a load that runs */

  char *folder;       /* of the program's state; NULL where nothing is kept */
  RingKeeper *keeper; /* NULL without folder */
  char *journal_error;
  gboolean has_history;

  RingClaim *claim;      /* that the file is open here; NULL where somebody else has it, or nobody can say */
  RingClaimOwner *other; /* who else has it open; NULL for nobody that is known */
  guint claim_timer;
  RingDrawing *seen;     /* what others put into the file, as it was last looked at; NULL for nothing legible */
  char *seen_sha256;     /* of that */
};

void     _ring_workfile_set_busy (RingWorkfile *self, gboolean busy);
void     _ring_workfile_set_file (RingWorkfile *self, GFile *file);
void     _ring_workfile_set_journal_error (RingWorkfile *self, const char *message);
void     _ring_workfile_take_sha256 (RingWorkfile *self, const char *sha256);
/* Fills KNOWN, zeroed, with what can be said of FILE with these BYTES. Any thread. */
void     _ring_workfile_know (RingJournalFile *known, GFile *file, GBytes *bytes);

/* ring-workfile-others.c. Takes both; NULL for each that is not there. Main thread. */
void     _ring_workfile_take_claim (RingWorkfile *self, RingClaim *claim, RingClaimOwner *other);
void     _ring_workfile_forget_seen (RingWorkfile *self);
void     _ring_workfile_notify_other (RingWorkfile *self);

/* A kind of job. RUN is in a thread, which alone touches the job then; where it succeeds, END is in the main
 * thread and changes the state. */
typedef struct
{
  gboolean (*run) (gpointer job, GError **error);
  gboolean (*end) (RingWorkfile *self, gpointer job, GError **error);
  GDestroyNotify free;
  gboolean locks; /* what would be drawn meanwhile would be lost: nothing can be */
} RingWorkfileWork;

gboolean _ring_workfile_refuse_busy (RingWorkfile *self, GError **error);
/* For the caller who waits for CALLBACK. NULL where nothing can begin, of which the caller is told. */
GTask   *_ring_workfile_ask (RingWorkfile *self, GCancellable *cancellable, gpointer tag, GAsyncReadyCallback callback, gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;
/* Either of them ends TASK, at once or when JOB has run; both take what they are given. */
void     _ring_workfile_refuse (GTask *task, GError *error);
void     _ring_workfile_start (GTask *task, const RingWorkfileWork *work, gpointer job);

G_END_DECLS
