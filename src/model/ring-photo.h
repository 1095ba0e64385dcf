/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture made of pixels as it stands in the file, packed as PNG or JPEG: what an underlay shows.
 * Immutable, reference-counted, safe from any thread. Nobody in the model looks into the bytes. */
#pragma once

#include "ring-point.h"

G_BEGIN_DECLS

typedef enum
{
  RING_PHOTO_JPEG,
  RING_PHOTO_PNG,
} RingPhotoFormat;

typedef struct _RingPhoto RingPhoto;

/* WIDTH and HEIGHT are pixels, at least one. ORIGINAL is the SHA-256, in hexadecimal digits, of the
 * file that it was made from; NULL when nobody knows. */
RingPhoto      *ring_photo_new (RingPhotoFormat format, GBytes *bytes, guint width, guint height, const char *original) G_GNUC_WARN_UNUSED_RESULT;
RingPhoto      *ring_photo_ref (RingPhoto *photo);
void            ring_photo_unref (RingPhoto *photo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingPhoto, ring_photo_unref)

RingPhotoFormat ring_photo_get_format (const RingPhoto *photo);
GBytes         *ring_photo_get_bytes (const RingPhoto *photo);
guint           ring_photo_get_width (const RingPhoto *photo);
guint           ring_photo_get_height (const RingPhoto *photo);
const char     *ring_photo_get_original (const RingPhoto *photo); /* or NULL */
/* "photo-" and 24 hexadecimal digits of the SHA-256 of its bytes: two that are the same have the
 * same name, and stand in a file once. */
const char     *ring_photo_get_name (const RingPhoto *photo);
/* What it covers before it is placed: from the origin, its longer side RING_PHOTO_SIDE. Placed in a
 * view its matrix is then a handful, of which the file's decimals keep enough. */
#define RING_PHOTO_SIDE 10.0
RingRect        ring_photo_get_box (const RingPhoto *photo);

G_END_DECLS
