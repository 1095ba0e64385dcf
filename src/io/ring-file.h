/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps between a file and a design's bytes that run in a worker thread. Pure but for the
 * disk. */
#pragma once

#include <gio/gio.h>

#include "ring-drawing.h"

G_BEGIN_DECLS

/* The whole of an ordinary file; a pipe or a device is refused. NULL with RING_ERROR_NOT_FOUND,
 * FORMAT, LIMIT or a GIO error. */
GBytes  *ring_file_read (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same by path where there is one, else by GIO, as from another computer. */
GBytes  *ring_file_load (GFile *file, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes  *ring_file_load_stream (GFile *file, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Canonical bytes, packed where NAME asks for it, after they were parsed back and
 * found to say the same. */
GBytes  *ring_file_serialise (const RingDrawing *drawing, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Puts BYTES into FILE, if it still holds those with the hash SHA256 (NULL: whatever it holds):
 * FALSE with RING_ERROR_CHANGED when it does not, or an error of ring_save_file(). Of two programs
 * that do it at once, the second finds what the first wrote. */
gboolean ring_file_replace (GFile *file, GBytes *bytes, const char *sha256, GError **error);

G_END_DECLS
