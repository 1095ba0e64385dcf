/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The painted picture of a drawing in square tiles, at the scale and rotation it is looked at.
 *
 * Worker threads paint tiles from the drawing's immutable states; the thread that made the cache
 * gets them in its main context, and calls everything here. Tiles of one scale and rotation are a
 * level. While a level is being painted, older levels are shown in its place, scaled; a tile that
 * an edit has spoiled shows its old picture until the new one is there, so nothing flickers and
 * nothing is ever missing. Memory is bounded; what was looked at longest ago goes first.
 *
 * "Pixels" are device pixels of the window that is looked through. */
#pragma once

#include "ring-paint.h"

G_BEGIN_DECLS

#define RING_TILE_SIZE 256
/* Each picture has this many pixels more on every side, so that scaled tiles overlap and no seam
 * shows between them. */
#define RING_TILE_BORDER 1
#define RING_TILES_MEMORY (256u * 1024 * 1024)

typedef struct _RingTiles RingTiles;

/* One tile's picture. DATA is the user's own, given to the free function when the picture is
 * replaced; the rest is read only. */
typedef struct
{
  cairo_surface_t *surface;
  int              x, y;     /* of the tile without border, pixels of its level */
  guint64          revision; /* the state that was painted */
  gpointer         data[2];
} RingTilePicture;

/* MATRIX takes pixels of the tile's level to pixels of the window, or of the present level; in one
 * call it is the same pointer for all tiles of a level. EXACT: it moves by whole pixels only. */
typedef void (*RingTilesFunc) (RingTilePicture *picture, const RingMatrix *matrix, gboolean exact, gpointer user_data);

/* READY is called when new pictures have come in. */
RingTiles *ring_tiles_new (GDestroyNotify data_free, GFunc ready, gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;
void       ring_tiles_free (RingTiles *tiles); /* READY is not called any more */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingTiles, ring_tiles_free)

/* Another state of the drawing, which may be NULL. DIRTY (paper mm) is all that differs; NULL is
 * everything. Returns the state's revision, one higher each time. */
guint64  ring_tiles_set_drawing (RingTiles *tiles, const RingDrawing *drawing, const RingRect *dirty);
void     ring_tiles_set_flags (RingTiles *tiles, RingPaintFlags flags);
void     ring_tiles_invalidate (RingTiles *tiles, const RingRect *dirty);
/* While PATIENT, tiles that edits have spoiled keep their old pictures, and only new ones are
 * painted: for somebody who shows fresh ink over the tiles and wants no work done under the pen. */
void     ring_tiles_set_patient (RingTiles *tiles, gboolean patient);
void     ring_tiles_set_memory_limit (RingTiles *tiles, gsize bytes);
gsize    ring_tiles_get_memory (RingTiles *tiles);

/* Says what is looked at: MATRIX from paper mm to pixels (scale, rotation, offset), the WINDOW in
 * pixels, and the place to paint first. While not SETTLED (a zoom in progress) the old level stays
 * in use as long as it is good enough. Starts what must be painted, and returns at once. */
void     ring_tiles_look (RingTiles *tiles, const RingMatrix *matrix, RingRect window, RingPoint pointer, gboolean settled);
/* Calls FUNC for each picture of the present level that is in the window. */
void     ring_tiles_foreach (RingTiles *tiles, RingTilesFunc func, gpointer user_data);
/* Appends where the present level has no picture yet (RingRect, pixels of that level); *MATRIX takes
 * them to the window. FALSE when there is no gap. */
gboolean ring_tiles_get_gaps (RingTiles *tiles, GArray *gaps, RingMatrix *matrix);
/* Calls FUNC for what is shown in GAP for the time being, from back to front, with matrices that
 * take its pixels to those of the present level. To be clipped to the gap: a whole window of
 * enlarged tiles that sharp ones will cover would cost more than these. */
void     ring_tiles_foreach_stand_in (RingTiles *tiles, RingRect gap, RingTilesFunc func, gpointer user_data);
/* Whether what is looked at is wholly covered by tiles, sharp or not. */
gboolean ring_tiles_is_covered (RingTiles *tiles);
/* Whether what is looked at is painted, sharp and up to date. */
gboolean ring_tiles_is_sharp (RingTiles *tiles);
/* Appends the tiles (RingRect, pixels of the current level) in the window that meet REGION (paper
 * mm) and do not show REVISION yet; *MATRIX takes them to the window. FALSE when there is none. */
gboolean ring_tiles_get_stale (RingTiles *tiles, guint64 revision, RingRect region, GArray *rects, RingMatrix *matrix);

G_END_DECLS
