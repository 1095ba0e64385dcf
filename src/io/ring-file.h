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
/* Canonical bytes, packed where the name of PATH asks for it, after they were parsed back and
 * found to say the same. */
GBytes  *ring_file_serialise (const RingDrawing *drawing, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FALSE with RING_ERROR_CHANGED when PATH holds other bytes than those with the hash SHA256. */
gboolean ring_file_check_unchanged (const char *path, const char *sha256, GError **error);

G_END_DECLS
