/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-tiles-private.h"

#include <math.h>

static guint64
make_place (int column, int row)
{
  return ((guint64) (guint32) column << 32) | (guint32) row;
}

gsize
_ring_tile_bytes (const RingTilePicture *picture)
{
  if (picture->surface == NULL)
    return 0;
  return (gsize) cairo_image_surface_get_stride (picture->surface)
         * cairo_image_surface_get_height (picture->surface);
}

void
_ring_tile_clear (RingTiles *tiles, RingTilePicture *picture)
{
  tiles->memory -= _ring_tile_bytes (picture);
  for (guint i = 0; i < G_N_ELEMENTS (picture->data); i++)
    if (picture->data[i] != NULL && tiles->data_free != NULL)
      tiles->data_free (picture->data[i]);
  memset (picture->data, 0, sizeof picture->data);
  g_clear_pointer (&picture->surface, cairo_surface_destroy);
}

void
_ring_tile_drop_job (RingTile *tile)
{
  if (tile->job == NULL)
    return;
  ring_tile_job_cancel (tile->job);
  tile->job->tile = NULL;
  tile->job = NULL;
}

static void
tile_free (gpointer data)
{
  RingTile *tile = data;

  _ring_tile_drop_job (tile);
  _ring_tile_clear (tile->owner, &tile->picture);
  g_free (tile);
}

void
_ring_tile_level_free (gpointer data)
{
  RingTileLevel *level = data;

  g_hash_table_unref (level->tiles);
  g_free (level);
}

RingTileLevel *
_ring_tile_level_new (const RingMatrix *matrix)
{
  RingTileLevel *level = g_new0 (RingTileLevel, 1);

  level->matrix = *matrix;
  level->matrix.x0 = level->matrix.y0 = 0.0;
  level->inverse = RING_MATRIX_IDENTITY;
  ring_matrix_invert (&level->matrix, &level->inverse);
  level->to_window = RING_MATRIX_IDENTITY;
  level->tiles = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, tile_free);
  return level;
}

gboolean
_ring_tile_level_fits (const RingTileLevel *level, const RingMatrix *matrix)
{
  double tolerance = 1e-9 * ring_matrix_scale (matrix);

  return fabs (level->matrix.xx - matrix->xx) <= tolerance
         && fabs (level->matrix.yx - matrix->yx) <= tolerance
         && fabs (level->matrix.xy - matrix->xy) <= tolerance
         && fabs (level->matrix.yy - matrix->yy) <= tolerance;
}

RingRect
_ring_tile_rect (const RingTile *tile, double border)
{
  RingRect rect = { tile->picture.x - border, tile->picture.y - border,
                    tile->picture.x + RING_TILE_SIZE + border,
                    tile->picture.y + RING_TILE_SIZE + border };

  return rect;
}

RingRect
_ring_tile_region (const RingTile *tile)
{
  return ring_matrix_apply_rect (&tile->level->inverse, _ring_tile_rect (tile, RING_TILE_BORDER));
}

gboolean
_ring_tile_is_dirty (const RingTile *tile)
{
  return tile->picture.surface == NULL || tile->picture.revision < tile->dirty;
}

RingTile *
_ring_tile_level_lookup (const RingTileLevel *level, int column, int row)
{
  guint64 place = make_place (column, row);

  return g_hash_table_lookup (level->tiles, &place);
}

RingTile *
_ring_tile_level_ensure (RingTiles *tiles, RingTileLevel *level, int column, int row)
{
  RingTile *tile = _ring_tile_level_lookup (level, column, row);

  if (tile != NULL)
    return tile;
  tile = g_new0 (RingTile, 1);
  tile->owner = tiles;
  tile->level = level;
  tile->place = make_place (column, row);
  tile->picture.x = column * RING_TILE_SIZE;
  tile->picture.y = row * RING_TILE_SIZE;
  tile->dirty = tiles->everything_dirty;
  g_hash_table_insert (level->tiles, &tile->place, tile);
  return tile;
}

RingTileRange
_ring_tile_range (RingRect rect, double margin)
{
  RingTileRange range;

  range.column0 = (int) floor ((rect.x0 - margin) / RING_TILE_SIZE);
  range.row0 = (int) floor ((rect.y0 - margin) / RING_TILE_SIZE);
  range.column1 = (int) ceil ((rect.x1 + margin) / RING_TILE_SIZE) - 1;
  range.row1 = (int) ceil ((rect.y1 + margin) / RING_TILE_SIZE) - 1;
  return range;
}

RingRect
_ring_tiles_window_in (RingTiles *tiles, const RingTileLevel *level)
{
  RingMatrix inverse = RING_MATRIX_IDENTITY;

  ring_matrix_invert (&level->to_window, &inverse);
  return ring_matrix_apply_rect (&inverse, tiles->window);
}

void
_ring_tile_level_place (RingTiles *tiles, RingTileLevel *level)
{
  level->to_window = ring_matrix_multiply (&level->inverse, &tiles->view);
  if (!_ring_tile_level_fits (level, &tiles->view))
    return;
  /* The same scale: away with the rounding of the inverse, or every tile would be resampled. */
  level->to_window = RING_MATRIX_IDENTITY;
  level->to_window.x0 = round (tiles->view.x0);
  level->to_window.y0 = round (tiles->view.y0);
}

gboolean
_ring_tile_level_has_picture (const RingTileLevel *level)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, level->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((RingTile *) value)->picture.surface != NULL)
      return TRUE;
  return FALSE;
}

gboolean
_ring_tile_level_covers (RingTiles *tiles, RingTileLevel *level)
{
  RingTileRange range = _ring_tile_range (_ring_tiles_window_in (tiles, level), 0.0);
  gint64 n = (gint64) (range.column1 - range.column0 + 1) * (range.row1 - range.row0 + 1);

  if (n > g_hash_table_size (level->tiles))
    return n <= 0;
  for (int row = range.row0; row <= range.row1; row++)
    for (int column = range.column0; column <= range.column1; column++)
      {
        RingTile *tile = _ring_tile_level_lookup (level, column, row);

        if (tile == NULL || tile->picture.surface == NULL)
          return FALSE;
      }
  return TRUE;
}
