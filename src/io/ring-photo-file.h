/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Photos from files. What a camera or another program made is decoded once, under limits that are
 * known before a pixel is, and packed anew: small enough to live in a design, upright, and without
 * what the camera wrote down of place and time. Pure; any thread. */
#pragma once

#include <gio/gio.h>

#include "ring-photo.h"

G_BEGIN_DECLS

/* A photo that comes in has at most so many pixels; one that stands in a design, so many. */
#define RING_PHOTO_MAX_PIXELS 64000000u
#define RING_PHOTO_MAX_KEPT 16777216u
/* What is packed is no larger than this, pixels on its longer side and bytes. */
#define RING_PHOTO_MAX_SIDE 2048u
#define RING_PHOTO_MAX_BYTES (1u << 20)

/* Whether BYTES begin as a picture made of pixels does, of whatever kind. */
gboolean   ring_photo_is_one (GBytes *bytes);
/* Errors: RING_ERROR_LIMIT, FORMAT or SYNTAX, each a sentence; G_IO_ERROR_CANCELLED. */
RingPhoto *ring_photo_import (GBytes *bytes, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* BYTES as they stand in a design, PNG or JPEG. Looks at their head and their end only. The message
 * is no sentence but what is wrong: "its picture is cut off". */
RingPhoto *ring_photo_read (GBytes *bytes, const char *original, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
