/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the tile cache share: ring-tiles.c (what is wanted, painted and kept),
 * ring-tile-level.c (tiles and the levels they lie in) and ring-tiles-show.c. */
#pragma once

#include "ring-tile-painter.h"
#include "ring-tiles.h"

G_BEGIN_DECLS

typedef struct
{
  RingMatrix  matrix; /* paper mm to pixels of the level; no offset */
  RingMatrix  inverse;
  RingMatrix  to_window;
  GHashTable *tiles; /* of RingTile, by place */
} RingTileLevel;

typedef struct
{
  RingTilePicture picture; /* surface NULL: never painted */
  RingTiles      *owner;
  RingTileLevel  *level;
  guint64         place;
  guint64         dirty; /* the revision that last spoiled it */
  guint64         seen;  /* the look that last wanted it */
  RingTileJob    *job;
} RingTile;

/* Tiles by column and row; the last ones included. */
typedef struct
{
  int column0, row0, column1, row1;
} RingTileRange;

struct _RingTiles
{
  RingDrawing   *drawing;
  guint64        revision;
  guint64        everything_dirty; /* the revision that last spoiled every tile */
  RingPaintFlags flags;
  gsize          memory, memory_limit;

  RingTileLevel   *base;     /* NULL without a drawing */
  RingTileLevel   *current;  /* the last of LEVELS, or NULL */
  RingTileLevel   *previous; /* what was current before, or NULL */
  GPtrArray       *levels;   /* of RingTileLevel, the one used last at the end */
  GPtrArray       *jobs;     /* of RingTileJob, running or queued */
  RingTilePainter *painter;

  RingMatrix view;
  RingRect   window;
  RingPoint  pointer;
  guint64    look;
  gboolean   patient;
  gint64     edited; /* monotonic time of the last change */
  guint      base_timeout;

  GDestroyNotify data_free;
  GFunc          ready;
  gpointer       user_data;
};

gsize          _ring_tile_bytes (const RingTilePicture *picture);
void           _ring_tile_clear (RingTiles *tiles, RingTilePicture *picture);
/* A job that has not begun ends at once; one that runs is painted for nobody. */
void           _ring_tile_drop_job (RingTile *tile);
gboolean       _ring_tile_is_dirty (const RingTile *tile);
RingRect       _ring_tile_rect (const RingTile *tile, double border); /* pixels of the level */
RingRect       _ring_tile_region (const RingTile *tile);              /* with its border; paper mm */
/* The tiles that RECT, pixels of their level, and MARGIN round it meet. */
RingTileRange  _ring_tile_range (RingRect rect, double margin);

RingTileLevel *_ring_tile_level_new (const RingMatrix *matrix) G_GNUC_WARN_UNUSED_RESULT;
void           _ring_tile_level_free (gpointer level);
/* The same scale and rotation. */
gboolean       _ring_tile_level_fits (const RingTileLevel *level, const RingMatrix *matrix);
RingTile      *_ring_tile_level_lookup (const RingTileLevel *level, int column, int row); /* or NULL */
RingTile      *_ring_tile_level_ensure (RingTiles *tiles, RingTileLevel *level, int column, int row);
/* Puts it where the window looks now. */
void           _ring_tile_level_place (RingTiles *tiles, RingTileLevel *level);
gboolean       _ring_tile_level_has_picture (const RingTileLevel *level);
/* Whether pictures of it, new or old, fill the window. */
gboolean       _ring_tile_level_covers (RingTiles *tiles, RingTileLevel *level);
RingRect       _ring_tiles_window_in (RingTiles *tiles, const RingTileLevel *level);

G_END_DECLS
