/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The designs of a folder, and of those in it. The files are the truth; the index is a database that makes them quick to list and to
 * search, and may be thrown away at any time. Any file may lie in the folder: one that cannot be read is listed with
 * the reason.
 *
 * May be called from any thread, several at once; open and update read files and are not for the main thread. */
#pragma once

#include <gio/gio.h>

#include "ring-twin.h"

G_BEGIN_DECLS

typedef struct _RingLibrary RingLibrary;

/* One design, as it was when its file was read. */
typedef struct
{
  gint64 id;
  char  *name;    /* of the file: its way from the folder, "2026/ana.ring.svg" */
  char  *title;   /* of the commission, or the file's name without its ending */
  char  *client;  /* NULL where it is not recorded, as below */
  char  *status;  /* the id, ring-commission.h */
  char  *promised, *created; /* days */
  char  *problem; /* why the file could not be read */
  gint64 modified_ms;
} RingLibraryEntry;

void         ring_library_entry_free (RingLibraryEntry *entry);

/* Where this account keeps the index. */
char        *ring_library_get_path (void) G_GNUC_WARN_UNUSED_RESULT;
RingLibrary *ring_library_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the index was damaged when it was opened: it is empty then, and update() fills it again. */
gboolean     ring_library_was_damaged (RingLibrary *self);
/* Takes away an index that turned out to be damaged (RING_ERROR_FORMAT) after it was opened. */
void         ring_library_discard (const char *path);
RingLibrary *ring_library_ref (RingLibrary *self);
void         ring_library_unref (RingLibrary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingLibrary, ring_library_unref)

/* Of RingLibraryEntry, the last changed first: those of FOLDER with all of WORDS, each the start of a word
 * anywhere in the design's texts. WORDS may be NULL. */
GPtrArray   *ring_library_list (RingLibrary *self, GFile *folder, const char *words, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The names of the files of FOLDER with the same drawing, NULL-ended, without the file called BUT, which may be NULL.
 * *N_DESIGNS becomes how many others are known. NULL with an error. */
char       **ring_library_find_twins (RingLibrary *self, GFile *folder, const RingTwinKey *key, const char *but, guint *n_designs, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The design's page as a small PNG; NULL while there is none. */
GBytes      *ring_library_get_picture (RingLibrary *self, gint64 id) G_GNUC_WARN_UNUSED_RESULT;

/* In the calling thread, after each design that was read: how many of how many. */
typedef void (*RingLibraryProgress) (guint n, guint of, gpointer data);

/* Brings the index up to what is in FOLDER, one file at a time: new and changed designs are read, those that have
 * gone are taken out. *N_CHANGED tells how many, and *FOLDERS which folders were looked into (of GFile, or NULL);
 * each may be NULL. What was read until CANCELLABLE ended it stays. FALSE with RING_ERROR_NOT_FOUND when the folder
 * is not there; the index stays as it was then. When it has more folders in it than the limit (RING_ERROR_LIMIT), or
 * one that cannot be looked into (RING_ERROR_NOT_FOUND), it is FALSE too, but all else has been read. */
gboolean     ring_library_update (RingLibrary *self, GFile *folder, GCancellable *cancellable,
                                  RingLibraryProgress progress, gpointer data, guint *n_changed,
                                  GPtrArray **folders, GError **error);

/* Takes the row, the words and the picture of FILE out of the index, so that nothing of them is left in its file
 * either. The next update() reads the design again, as it is then. */
gboolean     ring_library_forget (RingLibrary *self, GFile *file, GError **error);

G_END_DECLS
