/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A design and its file. One window has one workfile; there is no global current document. Lives
 * in the main thread; reading and writing run in worker threads on immutable states.
 *
 * Saving without an edit since loading writes the loaded bytes; otherwise canonical bytes, which
 * are parsed back and compared before they replace the old file. A file that changed on disk is
 * not overwritten: RING_ERROR_CHANGED.
 *
 * Properties: file (GFile, NULL for a new design), title (file name without ending, or
 * "New Design"), busy, design, journal-error (why the journal cannot be kept, translated; NULL),
 * other (RingClaimOwner: who else has the file open; NULL).
 *
 * A workfile with a journal claims its file, so that others hear of it (ring-claim.h). */
#pragma once

#include <gio/gio.h>

#include "ring-claim.h"
#include "ring-design.h"
#include "ring-load-report.h"

G_BEGIN_DECLS

#define RING_TYPE_WORKFILE (ring_workfile_get_type ())
G_DECLARE_FINAL_TYPE (RingWorkfile, ring_workfile, RING, WORKFILE, GObject)

RingWorkfile         *ring_workfile_new (void) G_GNUC_WARN_UNUSED_RESULT; /* an empty design */

/* Keeps a journal of every step in FOLDER, the program's folder for its state, and the steps of
 * saved files (ring-keeper.h). Before anything is read or drawn. */
void                  ring_workfile_keep (RingWorkfile *workfile, const char *folder);
/* What the journal at PATH, left behind by a program that did not end well, tells. The file it
 * belongs to is known at once. */
void                  ring_workfile_restore_async (RingWorkfile *workfile, const char *path, GAsyncReadyCallback callback, gpointer user_data);
gboolean              ring_workfile_restore_finish (RingWorkfile *workfile, GAsyncResult *result, GError **error);
/* Waits until everything done is on the disk, the stroke in hand too; FALSE when it cannot be brought there. */
gboolean              ring_workfile_flush (RingWorkfile *workfile);
/* What is in no file is given up: nothing will be restored. */
void                  ring_workfile_let_go (RingWorkfile *workfile);
/* Steps of the file's past were found and can be undone. */
gboolean              ring_workfile_has_history (RingWorkfile *workfile);

/* On failure nothing of the workfile changes. CANCELLABLE leaves a large file early. */
void                  ring_workfile_load_async (RingWorkfile *workfile, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean              ring_workfile_load_finish (RingWorkfile *workfile, GAsyncResult *result, GError **error);
gboolean              ring_workfile_load (RingWorkfile *workfile, GFile *file, GError **error); /* blocks: for the command line */
/* FILE NULL: the workfile's own. Another file is Save As: a new design id, and FORCE is implied
 * (the chooser has asked). FORCE overwrites a file that changed on disk, but after a look only
 * with what was seen then. */
void                  ring_workfile_save_async (RingWorkfile *workfile, GFile *file, gboolean force, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean              ring_workfile_save_finish (RingWorkfile *workfile, GAsyncResult *result, GError **error);
gboolean              ring_workfile_save (RingWorkfile *workfile, GFile *file, gboolean force, GError **error); /* blocks */

/* Looks at what FILE holds now (NULL: the workfile's own, into which others may have put something
 * since it was read here); the workfile stays as it is. FALSE where that is no design that can be
 * read. */
void                  ring_workfile_look_async (RingWorkfile *workfile, GFile *file, GAsyncReadyCallback callback, gpointer user_data);
gboolean              ring_workfile_look_finish (RingWorkfile *workfile, GAsyncResult *result, GError **error);
RingDrawing          *ring_workfile_get_seen (RingWorkfile *workfile); /* NULL for none */
gboolean              ring_workfile_has_seen_changes (RingWorkfile *workfile); /* in its own file */
const RingClaimOwner *ring_workfile_get_other (RingWorkfile *workfile);
/* The file is free for others, as before the program ends. */
void                  ring_workfile_leave (RingWorkfile *workfile);

/* Writes the file without its client (ring-forget.h), with all that was not saved, and takes away what
 * else tells of them: the steps to undo, in memory, journal and kept histories, and the thumbnails of
 * the file. On failure nothing of the workfile changes. A design without a file is forgotten in memory. */
void                  ring_workfile_forget_client_async (RingWorkfile *workfile, GAsyncReadyCallback callback, gpointer user_data);
gboolean              ring_workfile_forget_client_finish (RingWorkfile *workfile, GAsyncResult *result, GError **error);

RingDesign           *ring_workfile_get_design (RingWorkfile *workfile);
GFile                *ring_workfile_get_file (RingWorkfile *workfile); /* NULL for a new design */
const char           *ring_workfile_get_title (RingWorkfile *workfile);
gboolean              ring_workfile_get_busy (RingWorkfile *workfile);
double                ring_workfile_get_progress (RingWorkfile *workfile); /* of a load that runs: 0 to 1 */
const RingLoadReport *ring_workfile_get_report (RingWorkfile *workfile); /* of the last load; may be NULL */

G_END_DECLS
