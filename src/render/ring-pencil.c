/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-pencil.h"

#include <math.h>
#include <string.h>

#include "ring-grain.h"
#include "ring-paint.h"

/* Pictures of the tile have 16, 32 ... 512 pixels a side. */
#define LEAST_SIDE 16
#define N_LEVELS 6

/* Coloured pictures that a thread keeps, and their memory. */
#define MAX_KEPT 48
#define MAX_KEPT_BYTES (8u << 20)

typedef struct
{
  RingGrainKind kind;
  guint level; /* N_LEVELS: geometry */
  guint32 colour; /* alpha included */
} Key;

typedef struct
{
  Key key;
  cairo_pattern_t *pattern;
} Kept;

static void
kept_clear (gpointer data)
{
  cairo_pattern_destroy (((Kept *) data)->pattern);
}

static void
kept_free (gpointer data)
{
  g_array_unref (data);
}

/* A GArray of Kept, what was used last at the end: a cairo surface belongs to one thread. */
static GPrivate kept_patterns = G_PRIVATE_INIT (kept_free);

static int
side_of (guint level)
{
  return LEAST_SIDE << level;
}

/* ------------------------------------------------------------------ pixels */

/* How much of each pixel the blots cover, 0 to 255; rows without padding. Made once, for all
 * threads. */
static const guint8 *
get_coverage (RingGrainKind kind, guint level)
{
  static guint8 *coverages[RING_N_GRAINS][N_LEVELS];
  static GMutex lock;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  int side = side_of (level);
  guint8 *coverage = coverages[kind][level];
  cairo_surface_t *surface;
  cairo_t *cr;

  if (coverage != NULL)
    return coverage;
  coverage = g_malloc ((gsize) side * side);
  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, side, side);
  cr = cairo_create (surface);
  cairo_scale (cr, side / RING_GRAIN_TILE, side / RING_GRAIN_TILE);
  ring_paint_path (cr, ring_grain_get_path (kind));
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < side; y++)
    memcpy (coverage + (gsize) y * side,
            cairo_image_surface_get_data (surface)
                + (gsize) y * cairo_image_surface_get_stride (surface),
            (gsize) side);
  cairo_surface_destroy (surface);
  coverages[kind][level] = coverage;
  return coverage;
}

static guint32
multiply (guint32 a, guint32 b)
{
  guint32 t = a * b + 128;

  return (t + (t >> 8)) >> 8;
}

static cairo_surface_t *
make_pixels (const Key *key)
{
  int side = side_of (key->level);
  const guint8 *coverage = get_coverage (key->kind, key->level);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side, side);
  guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint32 shades[256];

  for (guint32 i = 0; i < 256; i++)
    {
      guint32 alpha = multiply (i, key->colour & 0xff);

      shades[i] = alpha << 24 | multiply (key->colour >> 24, alpha) << 16
                  | multiply (key->colour >> 16 & 0xff, alpha) << 8
                  | multiply (key->colour >> 8 & 0xff, alpha);
    }
  for (int y = 0; y < side; y++)
    {
      guint32 *row = (guint32 *) (void *) (data + (gsize) y * stride);

      for (int x = 0; x < side; x++)
        row[x] = shades[coverage[(gsize) y * side + x]];
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

static cairo_surface_t *
make_geometry (const Key *key)
{
  cairo_rectangle_t extent = { 0, 0, RING_GRAIN_TILE, RING_GRAIN_TILE };
  cairo_surface_t *surface
      = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extent);
  cairo_t *cr = cairo_create (surface);

  ring_paint_set_colour (cr, key->colour);
  ring_paint_path (cr, ring_grain_get_path (key->kind));
  cairo_fill (cr);
  cairo_destroy (cr);
  return surface;
}

static cairo_pattern_t *
make_pattern (const Key *key)
{
  cairo_surface_t *surface = key->level < N_LEVELS ? make_pixels (key) : make_geometry (key);
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (surface);

  cairo_surface_destroy (surface);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_BILINEAR);
  return pattern;
}

static gsize
bytes_of (const Key *key)
{
  return key->level < N_LEVELS ? 4 * (gsize) side_of (key->level) * side_of (key->level) : 1 << 16;
}

static void
forget_oldest (GArray *kept)
{
  gsize bytes = 0;
  guint i = kept->len;

  while (i > 0 && kept->len - i < MAX_KEPT && bytes < MAX_KEPT_BYTES)
    bytes += bytes_of (&g_array_index (kept, Kept, --i).key);
  /* What was made last is in use. */
  i = MIN (i, kept->len - 1);
  if (i > 0)
    g_array_remove_range (kept, 0, i);
}

/* Owned by the thread, until the next call. */
static cairo_pattern_t *
get_pattern (const Key *key)
{
  GArray *kept = g_private_get (&kept_patterns);
  Kept entry;

  if (kept == NULL)
    {
      kept = g_array_new (FALSE, FALSE, sizeof (Kept));
      g_array_set_clear_func (kept, kept_clear);
      g_private_set (&kept_patterns, kept);
    }
  for (guint i = kept->len; i > 0; i--)
    {
      const Kept *found = &g_array_index (kept, Kept, i - 1);

      if (found->key.kind == key->kind && found->key.level == key->level
          && found->key.colour == key->colour)
        return found->pattern;
    }
  entry = (Kept){ *key, make_pattern (key) };
  g_array_append_val (kept, entry);
  forget_oldest (kept);
  return entry.pattern;
}

/* ------------------------------------------------------------------- bands */

/* Device pixels a side of the tile, SIZE mm of the user for one of the grain. */
static double
tile_pixels (cairo_t *cr, double size)
{
  cairo_matrix_t m;
  double sx = 1, sy = 1;

  cairo_get_matrix (cr, &m);
  cairo_surface_get_device_scale (cairo_get_group_target (cr), &sx, &sy);
  return sqrt (fabs ((m.xx * m.yy - m.xy * m.yx) * sx * sy)) * size * RING_GRAIN_TILE;
}

static guint
picture_level (cairo_t *cr, double size)
{
  double pixels = tile_pixels (cr, size);

  if (!(pixels > LEAST_SIDE))
    return 0;
  return (guint) MIN (ceil (log2 (pixels / LEAST_SIDE) - 0.2), N_LEVELS - 1);
}

static guint
choose_level (cairo_t *cr, double size)
{
  if (cairo_surface_get_type (cairo_get_target (cr)) != CAIRO_SURFACE_TYPE_IMAGE)
    return N_LEVELS;
  return picture_level (cr, size);
}

/* From the user's mm to the pattern. Whole tiles are taken off so that the corner of the surface
 * lies in the first one: pixman counts in 16 bits before the point. */
static void
hang (cairo_t *cr, cairo_pattern_t *pattern, guint level, double size)
{
  double side = level < N_LEVELS ? side_of (level) : RING_GRAIN_TILE;
  double k = side / (RING_GRAIN_TILE * size);
  double x = 0, y = 0;
  cairo_matrix_t m;

  if (level < N_LEVELS)
    cairo_device_to_user (cr, &x, &y);
  cairo_matrix_init (&m, k, 0, 0, k, -side * floor (x * k / side), -side * floor (y * k / side));
  cairo_pattern_set_matrix (pattern, &m);
}

static void
fill_with_grain (cairo_t *cr, const RingPath *path, const Key *key, double size)
{
  cairo_pattern_t *pattern = get_pattern (key);

  hang (cr, pattern, key->level, size);
  ring_paint_path (cr, path);
  cairo_set_source (cr, pattern);
  cairo_fill (cr);
}

static double
grain_size (const RingStrokeStyle *style)
{
  return style->grain > 0 ? style->grain : 1;
}

void
ring_pencil_paint_wet (cairo_t *cr, const RingPath *path, const RingStrokeStyle *style)
{
  double size = grain_size (style);
  Key key = { RING_GRAIN_OPEN, picture_level (cr, size), style->colour | 0xff };

  fill_with_grain (cr, path, &key, size);
}

void
ring_pencil_paint (cairo_t *cr, const RingInkPicture *picture, const RingStrokeStyle *style)
{
  double size = grain_size (style);
  guint level = choose_level (cr, size);

  for (guint i = 0; i < ring_ink_picture_get_n_paths (picture); i++)
    {
      guint32 alpha = multiply (ring_ink_band_alpha (i), style->colour & 0xff);
      Key key = { ring_grain_of_band (i), level, (style->colour & ~0xffu) | alpha };

      fill_with_grain (cr, ring_ink_picture_get_path (picture, i), &key, size);
    }
}
