/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-index.h"

#include <math.h>
#include <stdlib.h>

/* Grids of growing cells, one above the other. A rectangle lives in the finest grid in which it
 * covers at most four cells, so that both a dot and a frame round the page cost four entries. */

#define N_LEVELS 28     /* the coarsest cell is 4^27 times the finest: larger than any drawing */
#define MAX_CELL 1e9    /* cell numbers stay far inside an int */

typedef struct
{
  gpointer key;
  RingRect bounds;
  int level; /* -1: empty bounds, in no cell */
  int x0, y0, x1, y1;
  guint64 stamp; /* of the last query that gave it */
} Entry;

typedef struct
{
  int level, x, y;
  GPtrArray *entries;
} Cell;

struct _RingIndex
{
  double cell_size;
  GHashTable *entries; /* key to Entry */
  GHashTable *cells;   /* Cell to itself */
  guint n_cells[N_LEVELS];
  guint64 stamp;
};

static guint
cell_hash (gconstpointer data)
{
  const Cell *cell = data;
  guint64 h = (guint64) (guint32) cell->x * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  h ^= (guint64) (guint32) cell->y * G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f);
  h ^= (guint64) cell->level << 56;
  return (guint) (h ^ h >> 29 ^ h >> 47);
}

static gboolean
cell_equal (gconstpointer a, gconstpointer b)
{
  const Cell *ca = a, *cb = b;

  return ca->x == cb->x && ca->y == cb->y && ca->level == cb->level;
}

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_ptr_array_unref (cell->entries);
  g_free (cell);
}

/* CELL_SIZE is about the size of a common item, in the units of the bounds. */
RingIndex *
ring_index_new (double cell_size)
{
  RingIndex *index = g_new0 (RingIndex, 1);

  index->cell_size = isfinite (cell_size) && cell_size > 1e-6 ? cell_size : 1;
  index->entries = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  index->cells = g_hash_table_new_full (cell_hash, cell_equal, cell_free, NULL);
  return index;
}

void
ring_index_free (RingIndex *index)
{
  if (index == NULL)
    return;
  g_hash_table_unref (index->entries);
  g_hash_table_unref (index->cells);
  g_free (index);
}

static int
cell_number (double v, double size)
{
  return (int) CLAMP (floor (v / size), -MAX_CELL, MAX_CELL);
}

static void
cell_range (const RingIndex *index, RingRect r, int level, int *x0, int *y0, int *x1, int *y1)
{
  double size = ldexp (index->cell_size, 2 * level);

  *x0 = cell_number (r.x0, size);
  *y0 = cell_number (r.y0, size);
  *x1 = cell_number (r.x1, size);
  *y1 = cell_number (r.y1, size);
}

static void
place (const RingIndex *index, Entry *entry)
{
  entry->level = -1;
  if (ring_rect_is_empty (entry->bounds))
    return;
  for (entry->level = 0; entry->level < N_LEVELS; entry->level++)
    {
      cell_range (index, entry->bounds, entry->level, &entry->x0, &entry->y0, &entry->x1,
                  &entry->y1);
      if (entry->level == N_LEVELS - 1
          || (entry->x1 - entry->x0 <= 1 && entry->y1 - entry->y0 <= 1
              && MAX (abs (entry->x0), abs (entry->x1)) < MAX_CELL
              && MAX (abs (entry->y0), abs (entry->y1)) < MAX_CELL))
        break;
    }
  /* Only bounds without end get here with more cells; the last grid has one of them for all. */
  if (entry->x1 - entry->x0 > 1 || entry->y1 - entry->y0 > 1)
    entry->x0 = entry->y0 = entry->x1 = entry->y1 = G_MININT;
}

static Cell *
get_cell (RingIndex *index, int level, int x, int y, gboolean create)
{
  Cell key = { .level = level, .x = x, .y = y };
  Cell *cell = g_hash_table_lookup (index->cells, &key);

  if (cell == NULL && create)
    {
      cell = g_memdup2 (&key, sizeof key);
      cell->entries = g_ptr_array_new ();
      g_hash_table_add (index->cells, cell);
      index->n_cells[level]++;
    }
  return cell;
}

static void
remove_from_cell (RingIndex *index, Entry *entry, int x, int y)
{
  Cell *cell = get_cell (index, entry->level, x, y, FALSE);

  g_ptr_array_remove_fast (cell->entries, entry);
  if (cell->entries->len == 0)
    {
      index->n_cells[entry->level]--;
      g_hash_table_remove (index->cells, cell);
    }
}

/* A key that is in the index already moves to its new bounds. */
void
ring_index_insert (RingIndex *index, gpointer key, RingRect bounds)
{
  Entry *entry = g_new0 (Entry, 1);

  ring_index_remove (index, key);
  entry->key = key;
  entry->bounds = bounds;
  place (index, entry);
  g_hash_table_insert (index->entries, key, entry);
  if (entry->level < 0)
    return;
  for (int y = entry->y0; y <= entry->y1; y++)
    for (int x = entry->x0; x <= entry->x1; x++)
      g_ptr_array_add (get_cell (index, entry->level, x, y, TRUE)->entries, entry);
}

/* A key that is not in the index is ignored. */
void
ring_index_remove (RingIndex *index, gpointer key)
{
  Entry *entry = g_hash_table_lookup (index->entries, key);

  if (entry == NULL)
    return;
  if (entry->level >= 0)
    {
      for (int y = entry->y0; y <= entry->y1; y++)
        for (int x = entry->x0; x <= entry->x1; x++)
          remove_from_cell (index, entry, x, y);
    }
  g_hash_table_remove (index->entries, key);
}

static void
take_cell (RingIndex *index, const Cell *cell, RingRect region, GPtrArray *keys)
{
  for (guint i = 0; i < cell->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (cell->entries, i);

      if (entry->stamp == index->stamp)
        continue;
      entry->stamp = index->stamp;
      if (ring_rect_intersects (entry->bounds, region))
        g_ptr_array_add (keys, entry->key);
    }
}

static void
query_all (RingIndex *index, RingRect region, GPtrArray *keys)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, index->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Entry *entry = value;

      if (ring_rect_intersects (entry->bounds, region))
        g_ptr_array_add (keys, entry->key);
    }
}

static void
query_level (RingIndex *index, int level, RingRect region, GPtrArray *keys)
{
  int x0, y0, x1, y1;

  cell_range (index, region, level, &x0, &y0, &x1, &y1);
  for (int y = y0; y <= y1; y++)
    {
      for (int x = x0; x <= x1; x++)
        {
          const Cell *cell = get_cell (index, level, x, y, FALSE);

          if (cell != NULL)
            take_cell (index, cell, region, keys);
        }
    }
}

void
ring_index_query (RingIndex *index, RingRect region, GPtrArray *keys)
{
  double cells = 0;
  const Cell *endless;

  if (ring_rect_is_empty (region))
    return;
  for (int level = 0; level < N_LEVELS; level++)
    {
      int x0, y0, x1, y1;

      if (index->n_cells[level] == 0)
        continue;
      cell_range (index, region, level, &x0, &y0, &x1, &y1);
      cells += ((double) x1 - x0 + 1) * ((double) y1 - y0 + 1);
    }
  /* A region of more cells than there are items is answered by looking at the items. */
  if (cells > g_hash_table_size (index->entries))
    {
      query_all (index, region, keys);
      return;
    }

  index->stamp++;
  for (int level = 0; level < N_LEVELS; level++)
    {
      if (index->n_cells[level] > 0)
        query_level (index, level, region, keys);
    }
  endless = get_cell (index, N_LEVELS - 1, G_MININT, G_MININT, FALSE);
  if (endless != NULL)
    take_cell (index, endless, region, keys);
}

guint
ring_index_get_size (const RingIndex *index)
{
  return g_hash_table_size (index->entries);
}
