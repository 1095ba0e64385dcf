/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ring-database.h"
#include "ring-library.h"

G_BEGIN_DECLS

struct _RingLibrary
{
  gatomicrefcount refs;
  char *path;
  gboolean damaged;
  sqlite3 *db; /* for questions, under LOCK; an update has its own */
  GMutex lock;
};

/* A folder tree that holds no more folders than a hand sorts designs into; what a wrong choice, as of the whole
 * computer, holds would take minutes and memory. */
#define RING_LIBRARY_MOST_FOLDERS 1000u

typedef struct
{
  char *name;      /* the way to it from the folder: "2026/ana.ring.svg" */
  gint64 modified; /* microseconds */
  goffset size;
} RingLibraryFile;

typedef struct
{
  GPtrArray *files;   /* of RingLibraryFile */
  GPtrArray *folders; /* of GFile: those that were looked into, the folder itself first */
  GPtrArray *closed;  /* of char *: "2026/", those that could not be */
  GError *problem;    /* what is not all that is there, for the user; NULL for none */
} RingLibraryWalk;

/* NULL when the folder itself is not there, with RING_ERROR_NOT_FOUND, or when it was cancelled. */
RingLibraryWalk *_ring_library_walk (GFile *folder, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void             _ring_library_walk_free (RingLibraryWalk *walk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingLibraryWalk, _ring_library_walk_free)
/* Whether NAME lies in one of the folders that could not be looked into. */
gboolean         _ring_library_walk_is_closed (const RingLibraryWalk *walk, const char *name);

G_END_DECLS
