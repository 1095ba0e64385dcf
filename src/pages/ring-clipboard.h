/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The clipboard: what is copied is offered as SVG, which carries the samples, and as a picture; what
 * is pasted is SVG, whoever made it, or a photo. Texts and pictures are made and read in threads.
 * Main thread. */
#pragma once

#include <gdk/gdk.h>

#include "ring-selection.h"

G_BEGIN_DECLS

/* What is selected now; nothing happens when that is nothing. */
void         ring_clipboard_copy (GdkClipboard *clipboard, RingSelection *selection);

void         ring_clipboard_read_async (GdkClipboard *clipboard, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* A drawing for ring_clip_paste(). *LEFT_OUT tells whether something in it would have run or fetched
 * something, and was left out. */
RingDrawing *ring_clipboard_read_finish (GAsyncResult *result, gboolean *left_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether what is on the clipboard is a photo, and no drawing. */
gboolean     ring_clipboard_has_photo (GdkClipboard *clipboard);
/* Its bytes, as whoever copied it offers them. */
void         ring_clipboard_read_photo_async (GdkClipboard *clipboard, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GBytes      *ring_clipboard_read_photo_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
