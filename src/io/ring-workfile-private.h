/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the workfile share: ring-workfile.c reads and saves, ring-workfile-journal.c
 * keeps and restores. */
#pragma once

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
};

void     _ring_workfile_set_busy (RingWorkfile *self, gboolean busy);
typedef void (*RingWorkfileEnd) (RingWorkfile *self, gpointer job);
void     _ring_workfile_end_job (GTask *outer, GAsyncResult *result, RingWorkfileEnd end);
void     _ring_workfile_set_file (RingWorkfile *self, GFile *file);
void     _ring_workfile_set_journal_error (RingWorkfile *self, const char *message);
gboolean _ring_workfile_refuse_busy (RingWorkfile *self, GError **error);
void     _ring_workfile_take_sha256 (RingWorkfile *self, const char *sha256);
/* Fills KNOWN, zeroed, with what can be said of FILE with these BYTES. Any thread. */
void     _ring_workfile_know (RingJournalFile *known, GFile *file, GBytes *bytes);

G_END_DECLS
