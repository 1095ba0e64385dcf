/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What of the tiles is shown, and what of it is not as it should be yet. */

#include "ring-tiles-private.h"

/* AREA in pixels of the level; TO takes those to where FUNC's user draws. */
static void
foreach_in (RingTileLevel *level, RingRect area, const RingMatrix *to, gboolean exact, RingTilesFunc func,
            gpointer user_data)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, level->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      RingTile *tile = value;

      if (tile->picture.surface != NULL
          && ring_rect_intersects (_ring_tile_rect (tile, exact ? 0.0 : RING_TILE_BORDER), area))
        func (&tile->picture, to, exact, user_data);
    }
}

void
ring_tiles_foreach (RingTiles *tiles, RingTilesFunc func, gpointer user_data)
{
  RingTileLevel *level = tiles->current;

  if (level != NULL)
    foreach_in (level, _ring_tiles_window_in (tiles, level), &level->to_window,
                _ring_tile_level_fits (level, &tiles->view), func, user_data);
}

gboolean
ring_tiles_get_gaps (RingTiles *tiles, GArray *gaps, RingMatrix *matrix)
{
  RingTileRange range;

  if (tiles->current == NULL)
    return FALSE;
  *matrix = tiles->current->to_window;
  range = _ring_tile_range (_ring_tiles_window_in (tiles, tiles->current), 0.0);
  for (int row = range.row0; row <= range.row1; row++)
    {
      RingRect *last = NULL;

      for (int column = range.column0; column <= range.column1; column++)
        {
          RingTile *tile = _ring_tile_level_lookup (tiles->current, column, row);
          RingRect gap = { column * RING_TILE_SIZE, row * RING_TILE_SIZE,
                           (column + 1) * RING_TILE_SIZE, (row + 1) * RING_TILE_SIZE };

          if (tile != NULL && tile->picture.surface != NULL)
            last = NULL;
          else if (last != NULL)
            last->x1 = gap.x1;
          else
            {
              g_array_append_val (gaps, gap);
              last = &g_array_index (gaps, RingRect, gaps->len - 1);
            }
        }
    }
  return gaps->len > 0;
}

static void
foreach_stand_in (RingTiles *tiles, RingTileLevel *level, RingRect gap, RingTilesFunc func,
                  gpointer user_data)
{
  RingMatrix to_current = RING_MATRIX_IDENTITY, to_level = RING_MATRIX_IDENTITY;

  ring_matrix_invert (&tiles->current->to_window, &to_current);
  to_current = ring_matrix_multiply (&level->to_window, &to_current);
  ring_matrix_invert (&to_current, &to_level);
  foreach_in (level, ring_matrix_apply_rect (&to_level, gap), &to_current, FALSE, func, user_data);
}

void
ring_tiles_foreach_stand_in (RingTiles *tiles, RingRect gap, RingTilesFunc func,
                             gpointer user_data)
{
  gboolean hidden = tiles->previous != NULL && _ring_tile_level_covers (tiles, tiles->previous);

  if (!hidden)
    foreach_stand_in (tiles, tiles->base, gap, func, user_data);
  if (tiles->previous != NULL)
    foreach_stand_in (tiles, tiles->previous, gap, func, user_data);
}

gboolean
ring_tiles_is_covered (RingTiles *tiles)
{
  return tiles->current != NULL
         && (_ring_tile_level_covers (tiles, tiles->current)
             || (tiles->previous != NULL && _ring_tile_level_covers (tiles, tiles->previous)));
}

gboolean
ring_tiles_is_sharp (RingTiles *tiles)
{
  RingTileRange range;

  if (tiles->drawing == NULL)
    return TRUE;
  if (tiles->current == NULL || !_ring_tile_level_fits (tiles->current, &tiles->view))
    return FALSE;
  range = _ring_tile_range (_ring_tiles_window_in (tiles, tiles->current), 0.0);
  for (int row = range.row0; row <= range.row1; row++)
    for (int column = range.column0; column <= range.column1; column++)
      {
        RingTile *tile = _ring_tile_level_lookup (tiles->current, column, row);

        if (tile == NULL || _ring_tile_is_dirty (tile))
          return FALSE;
      }
  return TRUE;
}

gboolean
ring_tiles_get_stale (RingTiles *tiles, guint64 revision, RingRect region, GArray *rects,
                      RingMatrix *matrix)
{
  guint before = rects->len;
  RingRect wanted;
  RingTileRange range;

  if (tiles->current == NULL)
    return FALSE;
  *matrix = tiles->current->to_window;
  wanted = ring_rect_intersect (ring_matrix_apply_rect (&tiles->current->matrix, region),
                                _ring_tiles_window_in (tiles, tiles->current));
  if (ring_rect_is_empty (wanted))
    return FALSE;
  range = _ring_tile_range (wanted, 1.0);
  for (int row = range.row0; row <= range.row1; row++)
    for (int column = range.column0; column <= range.column1; column++)
      {
        RingTile *tile = _ring_tile_level_lookup (tiles->current, column, row);
        RingRect rect = { column * RING_TILE_SIZE, row * RING_TILE_SIZE,
                          (column + 1) * RING_TILE_SIZE, (row + 1) * RING_TILE_SIZE };

        if (tile == NULL || tile->picture.surface == NULL
            || (tile->picture.revision < revision && tile->dirty >= revision))
          g_array_append_val (rects, rect);
      }
  return rects->len > before;
}
