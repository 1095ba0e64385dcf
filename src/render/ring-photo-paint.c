/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-photo-paint.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>
#include <string.h>

#include "ring-reach.h"

/* As much is kept of what was decoded; what was painted longest ago goes first. */
#define MAX_KEPT_BYTES (200u << 20)
/* 1/1 to 1/128 of the photo's own size. */
#define MAX_LEVELS 8

typedef struct
{
  GBytes *pixels; /* as cairo has them */
  int width, height, stride;
} Level;

typedef struct
{
  char *name;
  Level levels[MAX_LEVELS];
  guint n_levels; /* 0: it cannot be decoded, which is remembered too */
  cairo_format_t format;
  gsize n_bytes;
} Decoded;

static GMutex lock;
static GQueue kept = G_QUEUE_INIT; /* of Decoded, the last painted first; under the lock */
static gsize kept_bytes;           /* likewise */

static void
decoded_free (Decoded *decoded)
{
  for (guint i = 0; i < decoded->n_levels; i++)
    g_bytes_unref (decoded->levels[i].pixels);
  g_free (decoded->name);
  g_free (decoded);
}

/* ---------------------------------------------------------------- decoding */

/* What the head of the bytes says was looked at when the photo was read; a decoder that sees more
 * in them is not let go on. */
static void
size_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  const RingPhoto *photo = data;

  if (width != (int) ring_photo_get_width (photo) || height != (int) ring_photo_get_height (photo))
    gdk_pixbuf_loader_set_size (loader, 0, 0);
}

static GdkPixbuf *
decode (const RingPhoto *photo)
{
  const char *type = ring_photo_get_format (photo) == RING_PHOTO_PNG ? "png" : "jpeg";
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (type, NULL);
  GdkPixbuf *pixbuf = NULL;
  gboolean ok;

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_cb), (gpointer) photo);
  ok = gdk_pixbuf_loader_write_bytes (loader, ring_photo_get_bytes (photo), NULL);
  if (gdk_pixbuf_loader_close (loader, NULL) && ok)
    pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  return pixbuf != NULL ? g_object_ref (pixbuf) : NULL;
}

static guint32
premultiply (guint value, guint alpha)
{
  return (value * alpha + 127) / 255;
}

static void
convert_row (const guint8 *from, guint32 *to, int n, int channels)
{
  for (int i = 0; i < n; i++, from += channels)
    {
      guint alpha = channels == 4 ? from[3] : 255;

      to[i] = (guint32) alpha << 24 | premultiply (from[0], alpha) << 16
              | premultiply (from[1], alpha) << 8 | premultiply (from[2], alpha);
    }
}

/* Pixels of the alpha channel stay opaque where there is none, so that smaller copies need not
 * tell the formats apart. */
static Level
convert (const GdkPixbuf *pixbuf)
{
  const guint8 *pixels = gdk_pixbuf_read_pixels (pixbuf);
  gsize stride = (gsize) gdk_pixbuf_get_rowstride (pixbuf);
  Level level = { NULL, gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf), 0 };
  guint32 *to;

  level.stride = 4 * level.width;
  to = g_malloc_n ((gsize) level.height, (gsize) level.stride);
  for (int y = 0; y < level.height; y++)
    convert_row (pixels + (gsize) y * stride, to + (gsize) y * (gsize) level.width, level.width,
                 gdk_pixbuf_get_n_channels (pixbuf));
  level.pixels = g_bytes_new_take (to, (gsize) level.height * (gsize) level.stride);
  return level;
}

/* The mean of four pixels, channel by channel. */
static guint32
mean (guint32 a, guint32 b, guint32 c, guint32 d)
{
  guint32 ag = (a >> 8 & 0x00ff00ff) + (b >> 8 & 0x00ff00ff) + (c >> 8 & 0x00ff00ff)
               + (d >> 8 & 0x00ff00ff) + 0x00020002;
  guint32 rb = (a & 0x00ff00ff) + (b & 0x00ff00ff) + (c & 0x00ff00ff) + (d & 0x00ff00ff) + 0x00020002;

  return (ag << 6 & 0xff00ff00) | (rb >> 2 & 0x00ff00ff);
}

/* Half as large, rounded up: the last row or column of an odd one counts twice. */
static Level
halve (const Level *from)
{
  const guint32 *p = g_bytes_get_data (from->pixels, NULL);
  Level level = { NULL, (from->width + 1) / 2, (from->height + 1) / 2, 0 };
  guint32 *to;

  level.stride = 4 * level.width;
  to = g_malloc_n ((gsize) level.height, (gsize) level.stride);
  for (int y = 0; y < level.height; y++)
    {
      const guint32 *upper = p + (gsize) (2 * y) * (gsize) from->width;
      const guint32 *lower = 2 * y + 1 < from->height ? upper + from->width : upper;

      for (int x = 0; x < level.width; x++)
        {
          int right = MIN (2 * x + 1, from->width - 1);

          to[(gsize) y * (gsize) level.width + (gsize) x]
              = mean (upper[2 * x], upper[right], lower[2 * x], lower[right]);
        }
    }
  level.pixels = g_bytes_new_take (to, (gsize) level.height * (gsize) level.stride);
  return level;
}

static Decoded *
decode_all (const RingPhoto *photo)
{
  g_autoptr (GdkPixbuf) pixbuf = decode (photo);
  Decoded *decoded = g_new0 (Decoded, 1);

  decoded->name = g_strdup (ring_photo_get_name (photo));
  if (pixbuf == NULL)
    return decoded;
  decoded->format = gdk_pixbuf_get_has_alpha (pixbuf) ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24;
  decoded->levels[0] = convert (pixbuf);
  decoded->n_levels = 1;
  while (decoded->n_levels < MAX_LEVELS)
    {
      const Level *last = &decoded->levels[decoded->n_levels - 1];

      decoded->n_bytes += g_bytes_get_size (last->pixels);
      if (MAX (last->width, last->height) <= 1)
        break;
      decoded->levels[decoded->n_levels++] = halve (last);
    }
  return decoded;
}

/* ------------------------------------------------------------------- the store */

static int
compare_name (gconstpointer decoded, gconstpointer name)
{
  return strcmp (((const Decoded *) decoded)->name, name);
}

/* Under the lock, which others wait for who want the same photo: it is decoded once. */
static const Decoded *
find (const RingPhoto *photo)
{
  GList *link = g_queue_find_custom (&kept, ring_photo_get_name (photo), compare_name);
  Decoded *decoded;

  if (link != NULL)
    {
      g_queue_unlink (&kept, link);
      g_queue_push_head_link (&kept, link);
      return link->data;
    }
  decoded = decode_all (photo);
  g_queue_push_head (&kept, decoded);
  kept_bytes += decoded->n_bytes;
  while (kept_bytes > MAX_KEPT_BYTES && kept.length > 1)
    {
      Decoded *oldest = g_queue_pop_tail (&kept);

      kept_bytes -= oldest->n_bytes;
      decoded_free (oldest);
    }
  return decoded;
}

/* A surface of its own for each who paints, over pixels that they share. */
static cairo_surface_t *
make_surface (const RingPhoto *photo, guint level)
{
  static const cairo_user_data_key_t key;
  cairo_surface_t *surface = NULL;
  const Decoded *decoded;

  g_mutex_lock (&lock);
  decoded = find (photo);
  if (decoded->n_levels > 0)
    {
      const Level *l = &decoded->levels[MIN (level, decoded->n_levels - 1)];
      GBytes *pixels = g_bytes_ref (l->pixels);

      surface = cairo_image_surface_create_for_data ((guchar *) g_bytes_get_data (pixels, NULL),
                                                     decoded->format, l->width, l->height,
                                                     l->stride);
      cairo_surface_set_user_data (surface, &key, pixels, (cairo_destroy_func_t) g_bytes_unref);
    }
  g_mutex_unlock (&lock);
  return surface;
}

/* -------------------------------------------------------------------- painting */

/* How many times the photo may be halved and still have a pixel for each of the device. */
static guint
find_level (cairo_t *cr, const RingPhoto *photo)
{
  RingRect box = ring_photo_get_box (photo);
  cairo_matrix_t m;
  double pixels;

  cairo_get_matrix (cr, &m);
  pixels = sqrt (fabs (m.xx * m.yy - m.xy * m.yx)) * box.x1 / ring_photo_get_width (photo);
  return pixels > 0 && pixels < 1 ? (guint) MIN (floor (-log2 (pixels)), MAX_LEVELS - 1) : 0;
}

/* What takes the packed bytes, and needs no smaller copy. */
static gboolean
keeps_bytes (cairo_surface_type_t type)
{
  return type == CAIRO_SURFACE_TYPE_PDF || type == CAIRO_SURFACE_TYPE_SVG
         || type == CAIRO_SURFACE_TYPE_PS;
}

static void
attach_bytes (cairo_surface_t *surface, const RingPhoto *photo)
{
  GBytes *bytes = g_bytes_ref (ring_photo_get_bytes (photo));
  const char *mime = ring_photo_get_format (photo) == RING_PHOTO_PNG ? CAIRO_MIME_TYPE_PNG
                                                                     : CAIRO_MIME_TYPE_JPEG;

  cairo_surface_set_mime_data (surface, mime, g_bytes_get_data (bytes, NULL),
                               g_bytes_get_size (bytes), (cairo_destroy_func_t) g_bytes_unref,
                               bytes);
}

static void
paint_broken (cairo_t *cr, RingRect box)
{
  if (!ring_reach_holds (cr, box))
    return;
  cairo_rectangle (cr, 0, 0, box.x1, box.y1);
  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, box.x1, box.y1);
  cairo_move_to (cr, box.x1, 0);
  cairo_line_to (cr, 0, box.y1);
  cairo_set_line_width (cr, RING_PHOTO_SIDE / 100);
  cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
  cairo_stroke (cr);
}

void
ring_photo_paint (cairo_t *cr, const RingPhoto *photo, double opacity)
{
  RingRect box = ring_photo_get_box (photo);
  RingRect seen = ring_reach_cut (cr, box);
  gboolean pixels = !keeps_bytes (cairo_surface_get_type (cairo_get_group_target (cr)));
  cairo_surface_t *surface = make_surface (photo, pixels ? find_level (cr, photo) : 0);

  if (surface == NULL || ring_rect_is_empty (seen))
    {
      if (surface == NULL)
        paint_broken (cr, box);
      g_clear_pointer (&surface, cairo_surface_destroy);
      return;
    }
  cairo_save (cr);
  cairo_rectangle (cr, seen.x0, seen.y0, seen.x1 - seen.x0, seen.y1 - seen.y0);
  cairo_clip (cr);
  cairo_scale (cr, box.x1 / cairo_image_surface_get_width (surface),
               box.y1 / cairo_image_surface_get_height (surface));
  if (!pixels)
    attach_bytes (surface, photo);
  cairo_set_source_surface (cr, surface, 0, 0);
  if (pixels)
    {
      /* Else the rim would be half transparent. */
      cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
    }
  cairo_paint_with_alpha (cr, opacity);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
}
