/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-tiles-private.h"

/* The base level shows the whole page in a few tiles; it stands in where nothing better is. */
#define BASE_PIXELS 1024.0
/* It is brought up to date only when the hand rests this long, as it holds every stroke. */
#define BASE_DELAY_MS 400
/* Levels beside the base: the present one and some that a zoom step back would want. */
#define MAX_LEVELS 4
/* While zooming, tiles are shown up to this much too large or too small. */
#define MAX_ENLARGED 2.0
#define MAX_REDUCED 0.6

static void request (RingTiles *tiles);

/* Painting. */

static void
tile_paint (RingTiles *tiles, RingTile *tile, double priority)
{
  RingTileJob *job = ring_tile_job_new (tiles->drawing, tiles->revision);
  RingRect page = { 0.0, 0.0, ring_drawing_get_width (tiles->drawing),
                    ring_drawing_get_height (tiles->drawing) };

  job->tile = tile;
  job->region = _ring_tile_region (tile);
  job->matrix = tile->level->matrix;
  job->matrix.x0 = RING_TILE_BORDER - tile->picture.x;
  job->matrix.y0 = RING_TILE_BORDER - tile->picture.y;
  job->flags = tiles->flags;
  job->priority = priority;
  /* What lies wholly on the sheet needs no alpha, and is blitted faster. */
  job->opaque = (tiles->flags & RING_PAINT_PAPER) != 0 && job->region.x0 > page.x0
                && job->region.y0 > page.y0 && job->region.x1 < page.x1
                && job->region.y1 < page.y1;
  tile->job = job;
  g_ptr_array_add (tiles->jobs, job);
  ring_tile_painter_push (tiles->painter, job);
}

static void
want_tile (RingTiles *tiles, RingTile *tile, double priority)
{
  tile->seen = tiles->look;
  if (!_ring_tile_is_dirty (tile) || (tiles->patient && tile->picture.surface != NULL))
    return;
  if (tile->job != NULL)
    {
      /* One that waits with an older state would be painted twice. */
      if (tile->job->revision >= tile->dirty || !ring_tile_job_cancel (tile->job))
        return;
      _ring_tile_drop_job (tile);
    }
  tile_paint (tiles, tile, priority);
}

/* The tiles in the window, nearest to the pointer first, and a rim of half a tile for the next
 * pan. */
static void
want_window (RingTiles *tiles)
{
  RingTileLevel *level = tiles->current;
  RingRect window = _ring_tiles_window_in (tiles, level);
  RingTileRange in = _ring_tile_range (window, 0.0);
  RingTileRange all = _ring_tile_range (window, RING_TILE_SIZE / 2.0);

  for (int row = all.row0; row <= all.row1; row++)
    for (int column = all.column0; column <= all.column1; column++)
      {
        RingTile *tile = _ring_tile_level_ensure (tiles, level, column, row);
        RingRect rect = ring_matrix_apply_rect (&level->to_window, _ring_tile_rect (tile, 0.0));
        RingPoint middle = { (rect.x0 + rect.x1) / 2.0, (rect.y0 + rect.y1) / 2.0 };
        gboolean visible = row >= in.row0 && row <= in.row1 && column >= in.column0
                           && column <= in.column1;

        want_tile (tiles, tile,
                   ring_point_distance (middle, tiles->pointer) + (visible ? 0.0 : 1e6));
      }
}

static gboolean
base_timeout_cb (gpointer data)
{
  RingTiles *tiles = data;

  tiles->base_timeout = 0;
  request (tiles);
  return G_SOURCE_REMOVE;
}

static void
want_base (RingTiles *tiles)
{
  gint64 wait = tiles->edited / 1000 + BASE_DELAY_MS - g_get_monotonic_time () / 1000;
  RingRect page = { 0.0, 0.0, ring_drawing_get_width (tiles->drawing),
                    ring_drawing_get_height (tiles->drawing) };
  RingRect rect = ring_matrix_apply_rect (&tiles->base->matrix, page);
  RingTileRange range = _ring_tile_range (rect, 0.0);
  gboolean idle = tiles->jobs->len == 0 && wait <= 0;

  for (int row = range.row0; row <= range.row1; row++)
    for (int column = range.column0; column <= range.column1; column++)
      {
        RingTile *tile = _ring_tile_level_ensure (tiles, tiles->base, column, row);

        tile->seen = tiles->look;
        if (!_ring_tile_is_dirty (tile))
          continue;
        if (idle)
          want_tile (tiles, tile, 1e9);
        else if (tiles->base_timeout == 0 && wait > 0)
          tiles->base_timeout = g_timeout_add ((guint) wait + 1, base_timeout_cb, tiles);
      }
}

static void
request (RingTiles *tiles)
{
  if (tiles->drawing == NULL || tiles->current == NULL)
    return;
  tiles->look++;
  want_window (tiles);
  want_base (tiles);
  for (guint i = 0; i < tiles->jobs->len; i++)
    {
      RingTileJob *job = g_ptr_array_index (tiles->jobs, i);
      RingTile *tile = job->tile;

      if (tile != NULL && tile->seen != tiles->look && ring_tile_job_cancel (job))
        _ring_tile_drop_job (tile);
    }
}

/* Memory. */

static int
compare_seen (gconstpointer a, gconstpointer b)
{
  const RingTile *first = *(RingTile *const *) a;
  const RingTile *second = *(RingTile *const *) b;

  return (first->seen > second->seen) - (first->seen < second->seen);
}

static void
collect_unseen (RingTiles *tiles, RingTileLevel *level, GPtrArray *out)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, level->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((RingTile *) value)->seen != tiles->look)
      g_ptr_array_add (out, value);
}

static void
trim (RingTiles *tiles)
{
  g_autoptr (GPtrArray) unseen = NULL;

  if (tiles->memory <= tiles->memory_limit)
    return;
  unseen = g_ptr_array_new ();
  for (guint i = 0; i < tiles->levels->len; i++)
    collect_unseen (tiles, g_ptr_array_index (tiles->levels, i), unseen);
  g_ptr_array_sort (unseen, compare_seen);
  for (guint i = 0; i < unseen->len && tiles->memory > tiles->memory_limit; i++)
    {
      RingTile *tile = g_ptr_array_index (unseen, i);

      g_hash_table_remove (tile->level->tiles, &tile->place);
    }
}

static void
take_job (RingTiles *tiles, RingTileJob *job)
{
  RingTile *tile = job->tile;

  g_ptr_array_remove_fast (tiles->jobs, job);
  if (tile == NULL)
    return;
  tile->job = NULL;
  /* An older state than the wanted one is still newer than what is shown. */
  if (job->surface == NULL
      || (tile->picture.surface != NULL && tile->picture.revision >= job->revision))
    return;
  _ring_tile_clear (tiles, &tile->picture);
  tile->picture.surface = g_steal_pointer (&job->surface);
  tile->picture.revision = job->revision;
  tiles->memory += _ring_tile_bytes (&tile->picture);
}

static void
painted_cb (gpointer data, gpointer user_data)
{
  RingTiles *tiles = user_data;
  GPtrArray *jobs = data;

  for (guint i = 0; i < jobs->len; i++)
    take_job (tiles, g_ptr_array_index (jobs, i));
  trim (tiles);
  request (tiles);
  if (tiles->ready != NULL)
    tiles->ready (tiles, tiles->user_data);
}

/* Levels. */

static void
forget_levels (RingTiles *tiles)
{
  tiles->current = tiles->previous = NULL;
  g_ptr_array_set_size (tiles->levels, 0);
  g_clear_pointer (&tiles->base, _ring_tile_level_free);
}

static void
make_base (RingTiles *tiles)
{
  double longest = MAX (ring_drawing_get_width (tiles->drawing),
                        ring_drawing_get_height (tiles->drawing));
  double scale = BASE_PIXELS / MAX (longest, 1.0);
  RingMatrix matrix = { scale, 0.0, 0.0, scale, 0.0, 0.0 };

  tiles->base = _ring_tile_level_new (&matrix);
}

static RingTileLevel *
find_level (RingTiles *tiles, const RingMatrix *matrix)
{
  for (guint i = 0; i < tiles->levels->len; i++)
    if (_ring_tile_level_fits (g_ptr_array_index (tiles->levels, i), matrix))
      return g_ptr_array_steal_index (tiles->levels, i);
  return _ring_tile_level_new (matrix);
}

static void
switch_level (RingTiles *tiles)
{
  RingTileLevel *level = find_level (tiles, &tiles->view);

  g_ptr_array_add (tiles->levels, level);
  /* A level that was left before anything of it was painted can stand in for nothing. */
  if (tiles->current != NULL && _ring_tile_level_has_picture (tiles->current))
    tiles->previous = tiles->current;
  if (tiles->previous == level)
    tiles->previous = tiles->current;
  tiles->current = level;
  for (guint i = 0; i < tiles->levels->len && tiles->levels->len > MAX_LEVELS;)
    {
      RingTileLevel *old = g_ptr_array_index (tiles->levels, i);

      if (old == tiles->current || old == tiles->previous)
        i++;
      else
        g_ptr_array_remove_index (tiles->levels, i);
    }
}

static void
choose_level (RingTiles *tiles, gboolean settled)
{
  double ratio;

  if (tiles->current != NULL && _ring_tile_level_fits (tiles->current, &tiles->view))
    return;
  if (tiles->current != NULL && !settled)
    {
      ratio = ring_matrix_scale (&tiles->view) / ring_matrix_scale (&tiles->current->matrix);
      if (ratio > MAX_REDUCED && ratio < MAX_ENLARGED)
        return;
    }
  switch_level (tiles);
}

/* Spoiling. */

static gboolean
spoil_tile (RingTiles *tiles, RingTile *tile, const RingRect *dirty)
{
  RingRect grown;

  if (dirty == NULL)
    {
      tile->dirty = tiles->revision;
      return TRUE;
    }
  /* A pixel more, for what antialiasing spills. */
  grown = ring_rect_inset (_ring_tile_region (tile), -1.0 / ring_matrix_scale (&tile->level->matrix));
  if (!ring_rect_intersects (grown, *dirty))
    return FALSE;
  tile->dirty = tiles->revision;
  return TRUE;
}

/* The present level and the base keep spoiled tiles; other levels would show what is gone. */
static void
spoil_level (RingTiles *tiles, RingTileLevel *level, const RingRect *dirty)
{
  gboolean keep = level == tiles->current || level == tiles->base;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, level->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (spoil_tile (tiles, value, dirty) && !keep)
      g_hash_table_iter_remove (&iter);
}

static void
spoil (RingTiles *tiles, const RingRect *dirty)
{
  tiles->edited = g_get_monotonic_time ();
  if (dirty == NULL)
    tiles->everything_dirty = tiles->revision;
  for (guint i = 0; i < tiles->levels->len; i++)
    spoil_level (tiles, g_ptr_array_index (tiles->levels, i), dirty);
  if (tiles->base != NULL)
    spoil_level (tiles, tiles->base, dirty);
  request (tiles);
}

/* Public. */

RingTiles *
ring_tiles_new (GDestroyNotify data_free, GFunc ready, gpointer user_data)
{
  RingTiles *tiles = g_new0 (RingTiles, 1);

  tiles->data_free = data_free;
  tiles->ready = ready;
  tiles->user_data = user_data;
  tiles->flags = RING_PAINT_ALL;
  tiles->memory_limit = RING_TILES_MEMORY;
  tiles->levels = g_ptr_array_new_with_free_func (_ring_tile_level_free);
  tiles->jobs = g_ptr_array_new ();
  tiles->painter = ring_tile_painter_new (painted_cb, tiles);
  return tiles;
}

void
ring_tiles_free (RingTiles *tiles)
{
  g_clear_handle_id (&tiles->base_timeout, g_source_remove);
  forget_levels (tiles);
  ring_tile_painter_free (tiles->painter);
  g_ptr_array_unref (tiles->levels);
  g_ptr_array_unref (tiles->jobs);
  g_clear_pointer (&tiles->drawing, ring_drawing_unref);
  g_free (tiles);
}

guint64
ring_tiles_set_drawing (RingTiles *tiles, const RingDrawing *drawing, const RingRect *dirty)
{
  RingDrawing *old = tiles->drawing;
  gboolean same_page = old != NULL && drawing != NULL
                       && ring_drawing_get_width (old) == ring_drawing_get_width (drawing)
                       && ring_drawing_get_height (old) == ring_drawing_get_height (drawing);

  tiles->drawing = drawing != NULL ? ring_drawing_ref (drawing) : NULL;
  tiles->revision++;
  if (drawing == NULL)
    forget_levels (tiles);
  else if (!same_page)
    {
      g_clear_pointer (&tiles->base, _ring_tile_level_free);
      make_base (tiles);
    }
  if (dirty == NULL || !ring_rect_is_empty (*dirty))
    spoil (tiles, same_page ? dirty : NULL);
  g_clear_pointer (&old, ring_drawing_unref);
  return tiles->revision;
}

void
ring_tiles_set_flags (RingTiles *tiles, RingPaintFlags flags)
{
  if (tiles->flags == flags)
    return;
  tiles->flags = flags;
  ring_tiles_invalidate (tiles, NULL);
}

void
ring_tiles_set_patient (RingTiles *tiles, gboolean patient)
{
  if (tiles->patient == patient)
    return;
  tiles->patient = patient;
  if (!patient)
    request (tiles);
}

void
ring_tiles_invalidate (RingTiles *tiles, const RingRect *dirty)
{
  tiles->revision++;
  spoil (tiles, dirty);
}

void
ring_tiles_set_memory_limit (RingTiles *tiles, gsize bytes)
{
  tiles->memory_limit = bytes;
  trim (tiles);
}

gsize
ring_tiles_get_memory (RingTiles *tiles)
{
  return tiles->memory;
}

void
ring_tiles_look (RingTiles *tiles, const RingMatrix *matrix, RingRect window, RingPoint pointer,
                 gboolean settled)
{
  RingMatrix unused;

  if (tiles->drawing == NULL || ring_rect_is_empty (window)
      || !ring_matrix_invert (matrix, &unused))
    return;
  tiles->view = *matrix;
  tiles->window = window;
  tiles->pointer = pointer;
  choose_level (tiles, settled);
  _ring_tile_level_place (tiles, tiles->current);
  _ring_tile_level_place (tiles, tiles->base);
  if (tiles->previous != NULL)
    _ring_tile_level_place (tiles, tiles->previous);
  request (tiles);
  trim (tiles);
}
