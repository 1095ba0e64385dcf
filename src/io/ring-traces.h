/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a design leaves behind beside its file, and how it goes. Blocks; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Removes from FOLDER, the program's folder for its state (may be NULL), the kept histories of the file
 * at URI and those in which NAME (may be NULL) is written, and journals of that file which no program
 * has open; and from the desktop's cache the thumbnails of URI. FALSE when one of them is still there:
 * MESSAGE, the caller's, then names it. */
gboolean ring_traces_remove (const char *folder, const char *uri, const char *name, char **message);

G_END_DECLS
