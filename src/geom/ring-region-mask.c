/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-region-private.h"

#include <math.h>
#include <string.h>

#include "ring-raster.h"

/* A cell that is covered by as much belongs to the line: a hairline between two cells covers a part
 * of each. */
#define COVERED 20

gsize
_ring_region_count (const RingGrid *grid)
{
  return (gsize) grid->columns * grid->rows;
}

RingRect
_ring_region_window (const RingGrid *grid)
{
  double half = grid->step / 2;

  return (RingRect){ grid->x0 - half, grid->y0 - half, grid->x0 + grid->columns * grid->step - half,
                     grid->y0 + grid->rows * grid->step - half };
}

/* Takes mm to cells; cell (0, 0) has its corner at the origin. */
static RingMatrix
to_cells (const RingGrid *grid, const RingMatrix *matrix)
{
  RingRect window = _ring_region_window (grid);
  RingMatrix scale
      = { 1 / grid->step, 0, 0, 1 / grid->step, -window.x0 / grid->step, -window.y0 / grid->step };

  return matrix != NULL ? ring_matrix_multiply (matrix, &scale) : scale;
}

static void
cover_cb (int x, int y, int n, guint coverage, gpointer data)
{
  RingRegionMask *mask = data;

  if (coverage >= COVERED)
    memset (mask->cells + (gsize) y * mask->grid.columns + x, RING_CELL_LINE, (gsize) n);
}

void
ring_region_mask_fill (RingRegionMask *mask, const RingPath *path, const RingMatrix *matrix)
{
  RingMatrix m = to_cells (&mask->grid, matrix);
  RingRasterClip clip = { 0, 0, mask->grid.columns, mask->grid.rows };

  ring_raster_fill (path, &m, &clip, cover_cb, mask);
}

static void
mark (RingRegionMask *mask, double x, double y)
{
  int column = (int) floor (x);
  int row = (int) floor (y);

  if (column >= 0 && row >= 0 && column < mask->grid.columns && row < mask->grid.rows)
    mask->cells[(gsize) row * mask->grid.columns + column] = RING_CELL_LINE;
}

/* Takes the part of A to B that lies within MARGIN cells of the mask; FALSE for none. Y.-D. Liang
 * and B. A. Barsky (1984). */
static gboolean
cut (const RingRegionMask *mask, double margin, RingPoint *a, RingPoint *b)
{
  double dx = b->x - a->x, dy = b->y - a->y;
  double t0 = 0, t1 = 1;
  const double p[4] = { -dx, dx, -dy, dy };
  const double q[4] = { a->x + margin, mask->grid.columns + margin - a->x, a->y + margin,
                        mask->grid.rows + margin - a->y };

  for (int i = 0; i < 4; i++)
    {
      if (p[i] == 0)
        {
          if (q[i] < 0)
            return FALSE;
        }
      else if (p[i] < 0)
        t0 = fmax (t0, q[i] / p[i]);
      else
        t1 = fmin (t1, q[i] / p[i]);
    }
  if (!(t0 <= t1))
    return FALSE;
  *b = (RingPoint){ a->x + t1 * dx, a->y + t1 * dy };
  *a = (RingPoint){ a->x + t0 * dx, a->y + t0 * dy };
  return TRUE;
}

/* Every cell that the segment passes, and those within HALF cells of it. */
static void
mark_segment (RingRegionMask *mask, RingPoint a, RingPoint b, double half)
{
  double length, nx, ny;
  int n, across;

  if (!cut (mask, half + 1, &a, &b))
    return;
  length = ring_point_distance (a, b);
  nx = length > 0 ? (b.y - a.y) / length : 1;
  ny = length > 0 ? (a.x - b.x) / length : 0;
  n = (int) ceil (length * 3) + 1;
  across = (int) ceil (half * 2);
  for (int i = 0; i <= n; i++)
    for (int k = -across; k <= across; k++)
      {
        double t = (double) i / n;
        double s = across > 0 ? half * k / across : 0;

        mark (mask, a.x + (b.x - a.x) * t + nx * s, a.y + (b.y - a.y) * t + ny * s);
      }
}

void
ring_region_mask_line (RingRegionMask *mask,
                       const RingPath *path,
                       const RingMatrix *matrix,
                       double width)
{
  RingMatrix m = to_cells (&mask->grid, matrix);
  g_autoptr (RingPath) line = ring_path_transform (path, &m);
  g_autoptr (GPtrArray) polylines = ring_path_flatten (line, 0.1);
  double scale = matrix != NULL ? ring_matrix_scale (matrix) : 1;
  double half = fmax (0, width * scale / mask->grid.step / 2 - 0.5);

  for (guint i = 0; i < polylines->len; i++)
    {
      const GArray *points = g_ptr_array_index (polylines, i);
      const RingPoint *p = (const RingPoint *) (const void *) points->data;

      for (guint k = 0; k + 1 < points->len; k++)
        mark_segment (mask, p[k], p[k + 1], half);
    }
}
