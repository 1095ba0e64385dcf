/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the program does so that nothing drawn is lost: where its journals lie, bringing back what
 * a crash or a power cut left in them, and ending well when the system asks. Main thread. */
#pragma once

#include "ring-window.h"

G_BEGIN_DECLS

/* The program's folder for its state. */
const char *ring_restore_folder (void);
/* A window for each design that was left unsaved; those that say nothing new go. TRUE when there
 * was one. Does its work once in a run of the program. */
gboolean    ring_restore_all (GtkApplication *application);
/* The journal that was left for FILE, or NULL. */
char       *ring_restore_find (GFile *file) G_GNUC_WARN_UNUSED_RESULT;
/* Ends the program on SIGTERM, SIGHUP and SIGINT, and at the end of the session, without asking:
 * what is not saved is restored at the next start. */
void        ring_restore_watch_end (GtkApplication *application);

G_END_DECLS
