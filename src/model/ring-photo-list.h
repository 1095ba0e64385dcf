/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The photos of a stone, or of metal that was taken in. Each is a record "photo" with the fields of (the id
 * of what it shows), image (ring_record_get_photo()) and caption; their order is that of the records.
 * Pure. */
#pragma once

#include "ring-design.h"
#include "ring-edit.h"

G_BEGIN_DECLS

/* All of a design's together have at most so many bytes, so that its file stays within its limit. */
#define RING_PHOTO_LIST_MAX_BYTES (128u << 20)
#define RING_PHOTO_CAPTION_CHARS 200

/* Of const RingRecord, valid as long as DRAWING. */
GPtrArray *ring_photo_list (const RingDrawing *drawing, const char *owner) G_GNUC_WARN_UNUSED_RESULT;

/* Steps. A new one behind the others; NULL with RING_ERROR_INVALID where OWNER has this photo already, and
 * LIMIT where the design has too many. */
RingEdit *ring_photo_list_add (RingDesign *design, const char *owner, RingPhoto *photo, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL where there is none of this ID, or nothing to do. BY: -1 is one place forward. */
RingEdit *ring_photo_list_remove (RingDesign *design, const char *id) G_GNUC_WARN_UNUSED_RESULT;
RingEdit *ring_photo_list_move (RingDesign *design, const char *id, int by) G_GNUC_WARN_UNUSED_RESULT;
RingEdit *ring_photo_list_caption (RingDesign *design, const char *id, const char *caption) G_GNUC_WARN_UNUSED_RESULT;
/* Takes all of OWNER's out. */
void      ring_photo_list_clear (RingEdit *edit, const char *owner);

G_END_DECLS
