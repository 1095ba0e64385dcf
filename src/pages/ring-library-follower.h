/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps the index of a library up with what is in a folder: the folder is read in a thread, and again
 * whenever something in it changes. Main thread.
 *
 * Signals: "reading" (uint done, uint of), from time to time while designs are read; "read" (GError *error), when
 * that has ended, with NULL where all went well. */
#pragma once

#include "ring-library.h"

G_BEGIN_DECLS

#define RING_TYPE_LIBRARY_FOLLOWER (ring_library_follower_get_type ())
G_DECLARE_FINAL_TYPE (RingLibraryFollower, ring_library_follower, RING, LIBRARY_FOLLOWER, GObject)

RingLibraryFollower *ring_library_follower_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* FOLDER in the index LIBRARY from now on, in place of what was followed; either may be NULL: nothing then. */
void     ring_library_follower_follow (RingLibraryFollower *self, RingLibrary *library, GFile *folder);
/* Reads what has changed, without waiting to be told. */
void     ring_library_follower_look (RingLibraryFollower *self);
gboolean ring_library_follower_is_reading (RingLibraryFollower *self);

G_END_DECLS
