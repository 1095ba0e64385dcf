/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-photo.h"

#include <math.h>

#define NAME_DIGITS 24

struct _RingPhoto
{
  RingPhotoFormat format;
  GBytes *bytes;
  guint width, height;
  char *original;
  char *name;
};

static char *
make_name (GBytes *bytes)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return g_strdup_printf ("photo-%.*s", NAME_DIGITS, sha256);
}

RingPhoto *
ring_photo_new (
    RingPhotoFormat format, GBytes *bytes, guint width, guint height, const char *original)
{
  RingPhoto *photo = g_atomic_rc_box_new0 (RingPhoto);

  g_assert (width > 0 && height > 0);
  photo->format = format;
  photo->bytes = g_bytes_ref (bytes);
  photo->width = width;
  photo->height = height;
  photo->original = g_strdup (original);
  photo->name = make_name (bytes);
  return photo;
}

RingPhoto *
ring_photo_ref (RingPhoto *photo)
{
  return g_atomic_rc_box_acquire (photo);
}

static void
photo_clear (gpointer data)
{
  RingPhoto *photo = data;

  g_bytes_unref (photo->bytes);
  g_free (photo->original);
  g_free (photo->name);
}

void
ring_photo_unref (RingPhoto *photo)
{
  if (photo != NULL)
    g_atomic_rc_box_release_full (photo, photo_clear);
}

RingPhotoFormat
ring_photo_get_format (const RingPhoto *photo)
{
  return photo->format;
}

GBytes *
ring_photo_get_bytes (const RingPhoto *photo)
{
  return photo->bytes;
}

guint
ring_photo_get_width (const RingPhoto *photo)
{
  return photo->width;
}

guint
ring_photo_get_height (const RingPhoto *photo)
{
  return photo->height;
}

const char *
ring_photo_get_original (const RingPhoto *photo)
{
  return photo->original;
}

const char *
ring_photo_get_name (const RingPhoto *photo)
{
  return photo->name;
}

/* In the four decimals of the file, so that it is now what it will be when it is read again. */
static double
side (guint pixels, guint longer)
{
  return MAX (round (RING_PHOTO_SIDE * pixels / longer * 1e4), 1) / 1e4;
}

RingRect
ring_photo_get_box (const RingPhoto *photo)
{
  guint longer = MAX (photo->width, photo->height);

  return (RingRect){ 0, 0, side (photo->width, longer), side (photo->height, longer) };
}
