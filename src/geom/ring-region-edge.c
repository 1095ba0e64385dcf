/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the edge of a region runs, once the colour has flowed. */

#include "ring-region-private.h"

#include <math.h>

#include "ring-distance.h"

/* A walk over free cells in the order of their way from where it began; ten is a cell. */
#define N_BUCKETS 16

typedef struct
{
  RingRegionMask *mask;
  GArray *buckets[N_BUCKETS]; /* of gsize */
} Walk;

static void
spread_from (Walk *walk, gsize at, guint cost)
{
  static const int costs[] = { 14, 10, 14, 10, 0, 10, 14, 10, 14 };
  RingRegionMask *mask = walk->mask;
  int columns = mask->grid.columns;
  int x = (int) (at % (gsize) columns), y = (int) (at / (gsize) columns);

  for (int k = 0; k < 9; k++)
    {
      int dx = k % 3 - 1, dy = k / 3 - 1;
      gsize next = (gsize) ((gssize) at + (gssize) dy * columns + dx);

      if (x + dx < 0 || x + dx >= columns || y + dy < 0 || y + dy >= mask->grid.rows
          || mask->cells[next] != RING_CELL_FREE)
        continue;
      g_array_append_val (walk->buckets[(cost + (guint) costs[k]) % N_BUCKETS], next);
      /* Whose the cell is becomes known when its turn comes: until then the neighbour is. */
      g_array_append_val (walk->buckets[(cost + (guint) costs[k]) % N_BUCKETS], at);
    }
}

/* What the brush could not reach belongs to whom it is nearest to, the region or what lies around:
 * so corners are filled and gaps are divided in their middle. */
static void
share_rest (RingRegionMask *mask, const float *way, double clear)
{
  gsize n = _ring_region_count (&mask->grid);
  Walk walk = { .mask = mask };
  guint empty = 0;

  for (guint i = 0; i < N_BUCKETS; i++)
    walk.buckets[i] = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (gsize i = 0; i < n; i++)
    if (mask->cells[i] == RING_CELL_FREE && way[i] > clear)
      mask->cells[i] = RING_CELL_OUTSIDE;
  for (gsize i = 0; i < n; i++)
    if (mask->cells[i] == RING_CELL_INSIDE || mask->cells[i] == RING_CELL_OUTSIDE)
      spread_from (&walk, i, 0);
  for (guint cost = 0; empty < N_BUCKETS; cost++)
    {
      GArray *bucket = walk.buckets[cost % N_BUCKETS];

      empty = bucket->len == 0 ? empty + 1 : 0;
      for (guint i = 0; i < bucket->len; i += 2)
        {
          gsize at = g_array_index (bucket, gsize, i);

          if (mask->cells[at] != RING_CELL_FREE)
            continue;
          mask->cells[at] = mask->cells[g_array_index (bucket, gsize, i + 1)];
          spread_from (&walk, at, cost);
        }
      g_array_set_size (bucket, 0);
    }
  for (guint i = 0; i < N_BUCKETS; i++)
    g_array_unref (walk.buckets[i]);
}

/* One pass of 1 2 1 along rows (STRIDE 1) or columns. */
static void
blur_line (double *v, int n, int stride)
{
  double before = v[0];

  for (int i = 1; i + 1 < n; i++)
    {
      double here = v[(gsize) i * stride];

      v[(gsize) i * stride] = (before + 2 * here + v[(gsize) (i + 1) * stride]) / 4;
      before = here;
    }
}

static void
blur (double *values, const RingGrid *grid)
{
  for (int y = 0; y < grid->rows; y++)
    blur_line (values + (gsize) y * grid->columns, grid->columns, 1);
  for (int x = 0; x < grid->columns; x++)
    blur_line (values + x, grid->rows, grid->columns);
}

/* How far inside each cell is: half way through a line, or CAP under it, is the edge. */
double *
_ring_region_measure (const RingRegionMask *mask, double cap)
{
  const RingGrid *grid = &mask->grid;
  g_autofree float *to_inside
      = ring_distance_map (mask->cells, RING_CELL_INSIDE, grid->columns, grid->rows);
  g_autofree float *to_outside
      = ring_distance_map (mask->cells, RING_CELL_OUTSIDE, grid->columns, grid->rows);
  double *inside = g_new (double, _ring_region_count (grid));
  double far = 4.0 * (grid->columns + grid->rows);

  for (gsize i = 0; i < _ring_region_count (grid); i++)
    {
      double out = fmin (to_outside[i], far);
      double in = fmin (to_inside[i], far);

      inside[i] = fmin ((out - in) / 2, cap / grid->step - in) * grid->step;
    }
  blur (inside, grid);
  blur (inside, grid);
  for (int x = 0; x < grid->columns; x++)
    inside[x] = inside[_ring_region_count (grid) - 1 - (gsize) x] = -grid->step;
  for (int y = 0; y < grid->rows; y++)
    inside[(gsize) y * grid->columns] = inside[(gsize) (y + 1) * grid->columns - 1] = -grid->step;
  return inside;
}

void
_ring_region_settle (RingRegionMask *mask, const float *way, double clear)
{
  if (way != NULL)
    share_rest (mask, way, clear);
  for (gsize i = 0; i < _ring_region_count (&mask->grid); i++)
    if (mask->cells[i] == RING_CELL_FREE)
      mask->cells[i] = RING_CELL_OUTSIDE;
}
