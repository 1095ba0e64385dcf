/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-tiles.h"

#include <math.h>

#include "ring-tile-painter.h"

/* The base level shows the whole page in a few tiles; it stands in where nothing better is. */
#define BASE_PIXELS 1024.0
/* It is brought up to date only when the hand rests this long, as it holds every stroke. */
#define BASE_DELAY_MS 400
/* Levels beside the base: the present one and some that a zoom step back would want. */
#define MAX_LEVELS 4
/* While zooming, tiles are shown up to this much too large or too small. */
#define MAX_ENLARGED 2.0
#define MAX_REDUCED 0.6

typedef struct
{
  RingMatrix matrix; /* paper mm to pixels of the level; no offset */
  RingMatrix inverse;
  RingMatrix to_window;
  GHashTable *tiles; /* of Tile, by place */
} Level;

typedef struct
{
  RingTilePicture picture; /* surface NULL: never painted */
  RingTiles *owner;
  Level *level;
  guint64 place;
  guint64 dirty; /* the revision that last spoiled it */
  guint64 seen;  /* the look that last wanted it */
  RingTileJob *job;
} Tile;

struct _RingTiles
{
  RingDrawing *drawing;
  guint64 revision;
  guint64 everything_dirty; /* the revision that last spoiled every tile */
  RingPaintFlags flags;
  gsize memory, memory_limit;

  Level *base;        /* NULL without a drawing */
  Level *current;     /* the last of LEVELS, or NULL */
  Level *previous;    /* what was current before, or NULL */
  GPtrArray *levels;  /* of Level, the one used last at the end */
  GPtrArray *jobs;    /* of RingTileJob, running or queued */
  RingTilePainter *painter;

  RingMatrix view;
  RingRect window;
  RingPoint pointer;
  guint64 look;
  gboolean patient;
  gint64 edited; /* monotonic time of the last change */
  guint base_timeout;

  GDestroyNotify data_free;
  GFunc ready;
  gpointer user_data;
};

static void request (RingTiles *tiles);

static guint64
make_place (int column, int row)
{
  return ((guint64) (guint32) column << 32) | (guint32) row;
}

static gsize
picture_bytes (const RingTilePicture *picture)
{
  if (picture->surface == NULL)
    return 0;
  return (gsize) cairo_image_surface_get_stride (picture->surface)
         * cairo_image_surface_get_height (picture->surface);
}

static void
picture_clear (RingTiles *tiles, RingTilePicture *picture)
{
  tiles->memory -= picture_bytes (picture);
  for (guint i = 0; i < G_N_ELEMENTS (picture->data); i++)
    if (picture->data[i] != NULL && tiles->data_free != NULL)
      tiles->data_free (picture->data[i]);
  memset (picture->data, 0, sizeof picture->data);
  g_clear_pointer (&picture->surface, cairo_surface_destroy);
}

/* A job that has not begun ends at once; one that runs is painted for nobody. */
static void
tile_drop_job (Tile *tile)
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
  Tile *tile = data;

  tile_drop_job (tile);
  picture_clear (tile->owner, &tile->picture);
  g_free (tile);
}

static void
level_free (gpointer data)
{
  Level *level = data;

  g_hash_table_unref (level->tiles);
  g_free (level);
}

static Level *
level_new (const RingMatrix *matrix)
{
  Level *level = g_new0 (Level, 1);

  level->matrix = *matrix;
  level->matrix.x0 = level->matrix.y0 = 0.0;
  level->inverse = RING_MATRIX_IDENTITY;
  ring_matrix_invert (&level->matrix, &level->inverse);
  level->to_window = RING_MATRIX_IDENTITY;
  level->tiles = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, tile_free);
  return level;
}

static gboolean
level_fits (const Level *level, const RingMatrix *matrix)
{
  double tolerance = 1e-9 * ring_matrix_scale (matrix);

  return fabs (level->matrix.xx - matrix->xx) <= tolerance
         && fabs (level->matrix.yx - matrix->yx) <= tolerance
         && fabs (level->matrix.xy - matrix->xy) <= tolerance
         && fabs (level->matrix.yy - matrix->yy) <= tolerance;
}

/* The tile with its border, pixels of the level. */
static RingRect
tile_rect (const Tile *tile, double border)
{
  RingRect rect = { tile->picture.x - border, tile->picture.y - border,
                    tile->picture.x + RING_TILE_SIZE + border,
                    tile->picture.y + RING_TILE_SIZE + border };

  return rect;
}

static RingRect
tile_region (const Tile *tile)
{
  return ring_matrix_apply_rect (&tile->level->inverse, tile_rect (tile, RING_TILE_BORDER));
}

static gboolean
tile_is_dirty (const Tile *tile)
{
  return tile->picture.surface == NULL || tile->picture.revision < tile->dirty;
}

static Tile *
level_lookup (const Level *level, int column, int row)
{
  guint64 place = make_place (column, row);

  return g_hash_table_lookup (level->tiles, &place);
}

static Tile *
level_ensure (RingTiles *tiles, Level *level, int column, int row)
{
  Tile *tile = level_lookup (level, column, row);

  if (tile != NULL)
    return tile;
  tile = g_new0 (Tile, 1);
  tile->owner = tiles;
  tile->level = level;
  tile->place = make_place (column, row);
  tile->picture.x = column * RING_TILE_SIZE;
  tile->picture.y = row * RING_TILE_SIZE;
  tile->dirty = tiles->everything_dirty;
  g_hash_table_insert (level->tiles, &tile->place, tile);
  return tile;
}

/* Where the window lies in LEVEL, as a range of tiles; MARGIN in pixels of the level. */
typedef struct
{
  int column0, row0, column1, row1; /* the last ones included */
} Range;

static Range
range_of (RingRect rect, double margin)
{
  Range range;

  range.column0 = (int) floor ((rect.x0 - margin) / RING_TILE_SIZE);
  range.row0 = (int) floor ((rect.y0 - margin) / RING_TILE_SIZE);
  range.column1 = (int) ceil ((rect.x1 + margin) / RING_TILE_SIZE) - 1;
  range.row1 = (int) ceil ((rect.y1 + margin) / RING_TILE_SIZE) - 1;
  return range;
}

static RingRect
window_in_level (RingTiles *tiles, const Level *level)
{
  RingMatrix inverse = RING_MATRIX_IDENTITY;

  ring_matrix_invert (&level->to_window, &inverse);
  return ring_matrix_apply_rect (&inverse, tiles->window);
}

static void
level_place (RingTiles *tiles, Level *level)
{
  level->to_window = ring_matrix_multiply (&level->inverse, &tiles->view);
  if (!level_fits (level, &tiles->view))
    return;
  /* The same scale: away with the rounding of the inverse, or every tile would be resampled. */
  level->to_window = RING_MATRIX_IDENTITY;
  level->to_window.x0 = round (tiles->view.x0);
  level->to_window.y0 = round (tiles->view.y0);
}

/* Painting. */

static void
tile_paint (RingTiles *tiles, Tile *tile, double priority)
{
  RingTileJob *job = ring_tile_job_new (tiles->drawing, tiles->revision);
  RingRect page = { 0.0, 0.0, ring_drawing_get_width (tiles->drawing),
                    ring_drawing_get_height (tiles->drawing) };

  job->tile = tile;
  job->region = tile_region (tile);
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
want_tile (RingTiles *tiles, Tile *tile, double priority)
{
  tile->seen = tiles->look;
  if (!tile_is_dirty (tile) || (tiles->patient && tile->picture.surface != NULL))
    return;
  if (tile->job != NULL)
    {
      /* One that waits with an older state would be painted twice. */
      if (tile->job->revision >= tile->dirty || !ring_tile_job_cancel (tile->job))
        return;
      tile_drop_job (tile);
    }
  tile_paint (tiles, tile, priority);
}

/* The tiles in the window, nearest to the pointer first, and a rim of half a tile for the next
 * pan. */
static void
want_window (RingTiles *tiles)
{
  Level *level = tiles->current;
  RingRect window = window_in_level (tiles, level);
  Range in = range_of (window, 0.0);
  Range all = range_of (window, RING_TILE_SIZE / 2.0);

  for (int row = all.row0; row <= all.row1; row++)
    for (int column = all.column0; column <= all.column1; column++)
      {
        Tile *tile = level_ensure (tiles, level, column, row);
        RingRect rect = ring_matrix_apply_rect (&level->to_window, tile_rect (tile, 0.0));
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
  Range range = range_of (rect, 0.0);
  gboolean idle = tiles->jobs->len == 0 && wait <= 0;

  for (int row = range.row0; row <= range.row1; row++)
    for (int column = range.column0; column <= range.column1; column++)
      {
        Tile *tile = level_ensure (tiles, tiles->base, column, row);

        tile->seen = tiles->look;
        if (!tile_is_dirty (tile))
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
      Tile *tile = job->tile;

      if (tile != NULL && tile->seen != tiles->look && ring_tile_job_cancel (job))
        tile_drop_job (tile);
    }
}

/* Memory. */

static int
compare_seen (gconstpointer a, gconstpointer b)
{
  const Tile *first = *(Tile *const *) a;
  const Tile *second = *(Tile *const *) b;

  return (first->seen > second->seen) - (first->seen < second->seen);
}

static void
collect_unseen (RingTiles *tiles, Level *level, GPtrArray *out)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, level->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((Tile *) value)->seen != tiles->look)
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
      Tile *tile = g_ptr_array_index (unseen, i);

      g_hash_table_remove (tile->level->tiles, &tile->place);
    }
}

static void
take_job (RingTiles *tiles, RingTileJob *job)
{
  Tile *tile = job->tile;

  g_ptr_array_remove_fast (tiles->jobs, job);
  if (tile == NULL)
    return;
  tile->job = NULL;
  /* An older state than the wanted one is still newer than what is shown. */
  if (job->surface == NULL
      || (tile->picture.surface != NULL && tile->picture.revision >= job->revision))
    return;
  picture_clear (tiles, &tile->picture);
  tile->picture.surface = g_steal_pointer (&job->surface);
  tile->picture.revision = job->revision;
  tiles->memory += picture_bytes (&tile->picture);
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
  g_clear_pointer (&tiles->base, level_free);
}

static void
make_base (RingTiles *tiles)
{
  double longest = MAX (ring_drawing_get_width (tiles->drawing),
                        ring_drawing_get_height (tiles->drawing));
  double scale = BASE_PIXELS / MAX (longest, 1.0);
  RingMatrix matrix = { scale, 0.0, 0.0, scale, 0.0, 0.0 };

  tiles->base = level_new (&matrix);
}

static Level *
find_level (RingTiles *tiles, const RingMatrix *matrix)
{
  for (guint i = 0; i < tiles->levels->len; i++)
    if (level_fits (g_ptr_array_index (tiles->levels, i), matrix))
      return g_ptr_array_steal_index (tiles->levels, i);
  return level_new (matrix);
}

static gboolean
level_has_picture (const Level *level)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, level->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((Tile *) value)->picture.surface != NULL)
      return TRUE;
  return FALSE;
}

static void
switch_level (RingTiles *tiles)
{
  Level *level = find_level (tiles, &tiles->view);

  g_ptr_array_add (tiles->levels, level);
  /* A level that was left before anything of it was painted can stand in for nothing. */
  if (tiles->current != NULL && level_has_picture (tiles->current))
    tiles->previous = tiles->current;
  if (tiles->previous == level)
    tiles->previous = tiles->current;
  tiles->current = level;
  for (guint i = 0; i < tiles->levels->len && tiles->levels->len > MAX_LEVELS;)
    {
      Level *old = g_ptr_array_index (tiles->levels, i);

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

  if (tiles->current != NULL && level_fits (tiles->current, &tiles->view))
    return;
  if (tiles->current != NULL && !settled)
    {
      ratio = ring_matrix_scale (&tiles->view) / ring_matrix_scale (&tiles->current->matrix);
      if (ratio > MAX_REDUCED && ratio < MAX_ENLARGED)
        return;
    }
  switch_level (tiles);
}

static gboolean
level_covers (RingTiles *tiles, Level *level)
{
  Range range = range_of (window_in_level (tiles, level), 0.0);
  gint64 n = (gint64) (range.column1 - range.column0 + 1) * (range.row1 - range.row0 + 1);

  if (n > g_hash_table_size (level->tiles))
    return n <= 0;
  for (int row = range.row0; row <= range.row1; row++)
    for (int column = range.column0; column <= range.column1; column++)
      {
        Tile *tile = level_lookup (level, column, row);

        if (tile == NULL || tile->picture.surface == NULL)
          return FALSE;
      }
  return TRUE;
}

/* Spoiling. */

static gboolean
spoil_tile (RingTiles *tiles, Tile *tile, const RingRect *dirty)
{
  RingRect grown;

  if (dirty == NULL)
    {
      tile->dirty = tiles->revision;
      return TRUE;
    }
  /* A pixel more, for what antialiasing spills. */
  grown = ring_rect_inset (tile_region (tile), -1.0 / ring_matrix_scale (&tile->level->matrix));
  if (!ring_rect_intersects (grown, *dirty))
    return FALSE;
  tile->dirty = tiles->revision;
  return TRUE;
}

/* The present level and the base keep spoiled tiles; other levels would show what is gone. */
static void
spoil_level (RingTiles *tiles, Level *level, const RingRect *dirty)
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
  tiles->levels = g_ptr_array_new_with_free_func (level_free);
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
      g_clear_pointer (&tiles->base, level_free);
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
  level_place (tiles, tiles->current);
  level_place (tiles, tiles->base);
  if (tiles->previous != NULL)
    level_place (tiles, tiles->previous);
  request (tiles);
  trim (tiles);
}

/* AREA in pixels of the level; TO takes those to where FUNC's user draws. */
static void
foreach_in (Level *level, RingRect area, const RingMatrix *to, gboolean exact, RingTilesFunc func,
            gpointer user_data)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, level->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Tile *tile = value;

      if (tile->picture.surface != NULL
          && ring_rect_intersects (tile_rect (tile, exact ? 0.0 : RING_TILE_BORDER), area))
        func (&tile->picture, to, exact, user_data);
    }
}

void
ring_tiles_foreach (RingTiles *tiles, RingTilesFunc func, gpointer user_data)
{
  Level *level = tiles->current;

  if (level != NULL)
    foreach_in (level, window_in_level (tiles, level), &level->to_window,
                level_fits (level, &tiles->view), func, user_data);
}

gboolean
ring_tiles_get_gaps (RingTiles *tiles, GArray *gaps, RingMatrix *matrix)
{
  Range range;

  if (tiles->current == NULL)
    return FALSE;
  *matrix = tiles->current->to_window;
  range = range_of (window_in_level (tiles, tiles->current), 0.0);
  for (int row = range.row0; row <= range.row1; row++)
    {
      RingRect *last = NULL;

      for (int column = range.column0; column <= range.column1; column++)
        {
          Tile *tile = level_lookup (tiles->current, column, row);
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
foreach_stand_in (RingTiles *tiles, Level *level, RingRect gap, RingTilesFunc func,
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
  gboolean hidden = tiles->previous != NULL && level_covers (tiles, tiles->previous);

  if (!hidden)
    foreach_stand_in (tiles, tiles->base, gap, func, user_data);
  if (tiles->previous != NULL)
    foreach_stand_in (tiles, tiles->previous, gap, func, user_data);
}

gboolean
ring_tiles_is_covered (RingTiles *tiles)
{
  return tiles->current != NULL
         && (level_covers (tiles, tiles->current)
             || (tiles->previous != NULL && level_covers (tiles, tiles->previous)));
}

gboolean
ring_tiles_is_sharp (RingTiles *tiles)
{
  Range range;

  if (tiles->drawing == NULL)
    return TRUE;
  if (tiles->current == NULL || !level_fits (tiles->current, &tiles->view))
    return FALSE;
  range = range_of (window_in_level (tiles, tiles->current), 0.0);
  for (int row = range.row0; row <= range.row1; row++)
    for (int column = range.column0; column <= range.column1; column++)
      {
        Tile *tile = level_lookup (tiles->current, column, row);

        if (tile == NULL || tile_is_dirty (tile))
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
  Range range;

  if (tiles->current == NULL)
    return FALSE;
  *matrix = tiles->current->to_window;
  wanted = ring_rect_intersect (ring_matrix_apply_rect (&tiles->current->matrix, region),
                                window_in_level (tiles, tiles->current));
  if (ring_rect_is_empty (wanted))
    return FALSE;
  range = range_of (wanted, 1.0);
  for (int row = range.row0; row <= range.row1; row++)
    for (int column = range.column0; column <= range.column1; column++)
      {
        Tile *tile = level_lookup (tiles->current, column, row);
        RingRect rect = { column * RING_TILE_SIZE, row * RING_TILE_SIZE,
                          (column + 1) * RING_TILE_SIZE, (row + 1) * RING_TILE_SIZE };

        if (tile == NULL || tile->picture.surface == NULL
            || (tile->picture.revision < revision && tile->dirty >= revision))
          g_array_append_val (rects, rect);
      }
  return rects->len > before;
}
