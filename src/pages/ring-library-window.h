/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The library: the designs of a folder as cards, with a search through all their texts. Files are read in a
 * thread, and what changes in the folder is followed. Main thread.
 *
 * Signals: "open" (GFile *file), when a design is chosen; "folder-changed" (const char *uri). */
#pragma once

#include <adwaita.h>

#include "ring-library.h"

G_BEGIN_DECLS

#define RING_TYPE_LIBRARY_WINDOW (ring_library_window_get_type ())
G_DECLARE_FINAL_TYPE (RingLibraryWindow, ring_library_window, RING, LIBRARY_WINDOW, AdwWindow)

/* INDEX is the path of the program's own index. */
GtkWindow *ring_library_window_new (GtkWindow *parent, const char *index) G_GNUC_WARN_UNUSED_RESULT;
/* NULL for none yet. */
void       ring_library_window_set_folder (RingLibraryWindow *self, GFile *folder);

G_END_DECLS
