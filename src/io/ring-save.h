/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Putting bytes on disk so that the old file or the new one is there, whole, at every moment:
 * temporary file in the same folder, write, fsync, rename, fsync of the folder. Symbolic links are
 * followed first; the mode of an existing file is kept. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean ring_save_bytes (const char *path, GBytes *bytes, GError **error);
/* The same where there is no path, as on another computer: the stream's own way of replacing,
 * which a failure never completes. */
gboolean ring_save_stream (GFile *file, GBytes *bytes, GError **error);
/* By path where there is one. */
gboolean ring_save_file (GFile *file, GBytes *bytes, GError **error);

G_END_DECLS
