/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Asking the library's index, in a thread of its own, which other designs have the same drawing. Main thread. */
#pragma once

#include <gio/gio.h>

#include "ring-difference.h"

G_BEGIN_DECLS

/* FILE, which may be NULL, is the design's own. */
void     ring_difference_ask_async (GFile *folder, GFile *file, RingDrawing *drawing, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* The names of the designs, NULL-ended; NULL where the library does not answer. */
char   **ring_difference_ask_finish (GAsyncResult *result, guint *n_designs) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
