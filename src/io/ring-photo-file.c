/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem() */
#include "ring-photo-file.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>
#include <string.h>
#include <glib/gi18n-lib.h>

#include "ring-error.h"

/* So much is given to the decoder between two looks at the cancellable. */
#define PIECE 65536
/* The qualities that are tried until a JPEG is small enough, and how much smaller the next try is
 * where none of them is. */
#define SHRINK 0.75
#define MIN_SIDE 64

typedef struct
{
  const char *type; /* as gdk-pixbuf calls it; NULL for one that is known and not read */
  const char *label;
  gsize offset;
  const char *magic;
  gsize n_magic;
} Kind;

/* The loader is named, so that no other one, of which there are many, ever sees the bytes. */
static const Kind kinds[] = {
  { "png", "PNG", 0, "\x89PNG\r\n\x1a\n", 8 }, { "jpeg", "JPEG", 0, "\xff\xd8\xff", 3 },
  { "webp", "WebP", 8, "WEBP", 4 },            { "tiff", "TIFF", 0, "II*\0", 4 },
  { "tiff", "TIFF", 0, "MM\0*", 4 },           { NULL, "GIF", 0, "GIF8", 4 },
  { NULL, "HEIC", 4, "ftyphei", 7 },           { NULL, "HEIC", 4, "ftypmif", 7 },
  { NULL, "AVIF", 4, "ftypavif", 8 },          { NULL, "BMP", 0, "BM", 2 },
  { NULL, "Photoshop", 0, "8BPS", 4 },
};
#define KIND_PNG (&kinds[0])
#define KIND_JPEG (&kinds[1])

static const Kind *
find_kind (const char *data, gsize n)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const Kind *kind = &kinds[i];

      if (n > kind->offset + kind->n_magic
          && memcmp (data + kind->offset, kind->magic, kind->n_magic) == 0)
        return kind;
    }
  return NULL;
}

gboolean
ring_photo_is_one (GBytes *bytes)
{
  gsize n;
  const char *data = g_bytes_get_data (bytes, &n);

  return find_kind (data, n) != NULL;
}

/* Both kinds end with a mark that their pixels cannot contain; cameras put more after it. A mark in
 * the first half is that of a small preview in the head of a file that was cut off. */
static gboolean
is_whole (const Kind *kind, const char *data, gsize n)
{
  const char *mark = kind == KIND_PNG ? "IEND" : "\xff\xd9";

  if (kind != KIND_PNG && kind != KIND_JPEG)
    return TRUE;
  return memmem (data + n / 2, n - n / 2, mark, strlen (mark)) != NULL;
}

/* ---------------------------------------------------------------- decoding */

typedef struct
{
  guint64 max_pixels;
  guint max_side; /* 0: do not decode at all */
  int width, height;
  gboolean too_large;
} Sizing;

static void
size_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  Sizing *sizing = data;
  double scale = (double) sizing->max_side / MAX (MAX (width, height), 1);

  sizing->width = width;
  sizing->height = height;
  sizing->too_large = width < 1 || height < 1
                      || (guint64) width * (guint64) height > sizing->max_pixels;
  /* This makes the loader give up before it takes memory for the pixels. */
  if (sizing->too_large || sizing->max_side == 0)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX ((int) round (width * scale), 1),
                                MAX ((int) round (height * scale), 1));
}

/* NULL where it cannot be read, or is not to be; SIZING tells how large it is. */
static GdkPixbuf *
decode (const Kind *kind,
        const char *data,
        gsize n,
        Sizing *sizing,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (kind->type, error);
  GdkPixbuf *pixbuf = NULL;
  gboolean ok = TRUE;

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_cb), sizing);
  for (gsize at = 0; ok && at < n; at += PIECE)
    ok = !g_cancellable_set_error_if_cancelled (cancellable, error)
         && gdk_pixbuf_loader_write (loader, (const guchar *) data + at, MIN (PIECE, n - at), error);
  if (!gdk_pixbuf_loader_close (loader, ok ? error : NULL) || !ok)
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  return pixbuf != NULL && sizing->max_side > 0 ? g_object_ref (pixbuf) : NULL;
}

static GdkPixbuf *
refuse (const Kind *kind, const Sizing *sizing, GError *why, GError **error)
{
  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, why);
      return NULL;
    }
  if (sizing->too_large)
    g_set_error (error, RING_ERROR, RING_ERROR_LIMIT,
                 _ ("This photo has %.0f megapixels; the limit is %u. Make it smaller in another "
                    "program first."),
                 ceil ((double) sizing->width * sizing->height / 1e6), RING_PHOTO_MAX_PIXELS / 1000000);
  else if (g_error_matches (why, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_UNKNOWN_TYPE))
    g_set_error (error, RING_ERROR, RING_ERROR_FORMAT,
                 _ ("This computer has nothing that reads %s photos. Save it as PNG or JPEG first."),
                 kind->label);
  else
    g_set_error (error, RING_ERROR, RING_ERROR_SYNTAX,
                 _ ("This photo is damaged or cut off. Take another copy of it."));
  g_clear_error (&why);
  return NULL;
}

/* Upright, at most RING_PHOTO_MAX_SIDE on a side. */
static GdkPixbuf *
decode_to_fit (const Kind *kind, const char *data, gsize n, GCancellable *cancellable, GError **error)
{
  Sizing sizing = { .max_pixels = RING_PHOTO_MAX_PIXELS, .max_side = RING_PHOTO_MAX_SIDE };
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  GError *why = NULL;

  if (is_whole (kind, data, n))
    pixbuf = decode (kind, data, n, &sizing, cancellable, &why);
  return pixbuf != NULL ? gdk_pixbuf_apply_embedded_orientation (pixbuf)
                        : refuse (kind, &sizing, why, error);
}

/* ----------------------------------------------------------------- packing */

static gboolean
is_transparent (const GdkPixbuf *pixbuf)
{
  const guint8 *pixels = gdk_pixbuf_read_pixels (pixbuf);
  gsize stride = (gsize) gdk_pixbuf_get_rowstride (pixbuf);

  if (!gdk_pixbuf_get_has_alpha (pixbuf))
    return FALSE;
  for (int y = 0; y < gdk_pixbuf_get_height (pixbuf); y++)
    for (int x = 0; x < gdk_pixbuf_get_width (pixbuf); x++)
      if (pixels[(gsize) y * stride + (gsize) x * 4 + 3] != 255)
        return TRUE;
  return FALSE;
}

/* QUALITY of a JPEG, or NULL for PNG. No option carries over what the camera told. */
static GBytes *
pack (GdkPixbuf *pixbuf, const char *quality)
{
  const char *keys[] = { quality != NULL ? "quality" : NULL, NULL };
  const char *values[] = { quality, NULL };
  char *buffer = NULL;
  gsize n = 0;

  if (!gdk_pixbuf_save_to_bufferv (pixbuf, &buffer, &n, quality != NULL ? "jpeg" : "png",
                                   (char **) keys, (char **) values, NULL))
    return NULL;
  return g_bytes_new_take (buffer, n);
}

/* What was drawn stays sharp as PNG where that is small; what was photographed is JPEG. */
static GBytes *
pack_small (GdkPixbuf *pixbuf, gboolean transparent, gboolean drawn, RingPhotoFormat *format)
{
  static const char *const qualities[] = { NULL, "85", "75", "65" };

  for (guint i = drawn || transparent ? 0 : 1; i < (transparent ? 1 : G_N_ELEMENTS (qualities)); i++)
    {
      g_autoptr (GBytes) packed = pack (pixbuf, qualities[i]);

      *format = qualities[i] == NULL ? RING_PHOTO_PNG : RING_PHOTO_JPEG;
      if (packed != NULL && g_bytes_get_size (packed) <= RING_PHOTO_MAX_BYTES)
        return g_steal_pointer (&packed);
    }
  return NULL;
}

static RingPhoto *
make_photo (GdkPixbuf *decoded, gboolean drawn, const char *original)
{
  g_autoptr (GdkPixbuf) pixbuf = g_object_ref (decoded);
  gboolean transparent = is_transparent (pixbuf);

  for (;;)
    {
      int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
      RingPhotoFormat format;
      g_autoptr (GBytes) packed = pack_small (pixbuf, transparent, drawn, &format);
      GdkPixbuf *smaller;

      if (packed != NULL)
        return ring_photo_new (format, packed, (guint) width, (guint) height, original);
      if (MAX (width, height) < MIN_SIDE)
        return NULL;
      smaller = gdk_pixbuf_scale_simple (decoded, MAX ((int) (width * SHRINK), 1),
                                         MAX ((int) (height * SHRINK), 1), GDK_INTERP_BILINEAR);
      if (smaller == NULL)
        return NULL;
      g_object_unref (pixbuf);
      pixbuf = smaller;
    }
}

RingPhoto *
ring_photo_import (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gsize n;
  const char *data = g_bytes_get_data (bytes, &n);
  const Kind *kind = find_kind (data, n);
  g_autofree char *original = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  RingPhoto *photo;

  if (kind == NULL || kind->type == NULL)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_FORMAT,
                   kind == NULL ? _ ("This is neither a photo nor an SVG drawing.")
                                : _ ("%s photos are not read. Save it as PNG or JPEG first."),
                   kind != NULL ? kind->label : "");
      return NULL;
    }
  pixbuf = decode_to_fit (kind, data, n, cancellable, error);
  if (pixbuf == NULL)
    return NULL;
  original = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  photo = make_photo (pixbuf, kind == KIND_PNG, original);
  if (photo == NULL)
    g_set_error (error, RING_ERROR, RING_ERROR_FAILED, _ ("This photo could not be packed."));
  return photo;
}

RingPhoto *
ring_photo_read (GBytes *bytes, const char *original, GError **error)
{
  Sizing sizing = { .max_pixels = RING_PHOTO_MAX_KEPT };
  gsize n;
  const char *data = g_bytes_get_data (bytes, &n);
  const Kind *kind = find_kind (data, n);

  if (kind != KIND_PNG && kind != KIND_JPEG)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_FORMAT, _ ("its picture is neither PNG nor JPEG"));
      return NULL;
    }
  g_clear_object (&(GdkPixbuf *){ decode (kind, data, n, &sizing, NULL, NULL) });
  if (sizing.too_large)
    g_set_error (error, RING_ERROR, RING_ERROR_LIMIT,
                 _ ("its picture has more than the limit of %u pixels"), RING_PHOTO_MAX_KEPT);
  else if (sizing.width < 1 || !is_whole (kind, data, n))
    g_set_error (error, RING_ERROR, RING_ERROR_SYNTAX, _ ("its picture is damaged or cut off"));
  else
    return ring_photo_new (kind == KIND_PNG ? RING_PHOTO_PNG : RING_PHOTO_JPEG, bytes,
                           (guint) sizing.width, (guint) sizing.height, original);
  return NULL;
}
