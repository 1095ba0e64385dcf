/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-swell.h"

#include <math.h>

/* Sweeps at the coarsest grid, and at each finer one, which starts from a good guess. */
#define FIRST_SWEEPS 120
#define SWEEPS 24
#define RELAXATION 1.75
#define COARSEST 24 /* cells along the longer side */

/* Nearer to the edge than this a cell counts as being so near: the shorter, the stiffer. */
#define NEAREST 0.2

typedef struct
{
  int columns, rows;
  double step;
  double *inside;
  double *height; /* 0 outside */
} Level;

typedef struct
{
  guint at;
  float ways[4]; /* to the neighbours left, right, above, below: 1, or as far as the edge */
  float weight;  /* of the cell itself */
} Cell;

static const int DX[4] = { -1, 1, 0, 0 };
static const int DY[4] = { 0, 0, -1, 1 };

static gsize
neighbour (const Level *level, gsize at, int k)
{
  return (gsize) ((gssize) at + (gssize) DY[k] * level->columns + DX[k]);
}

/* The part of the way to the neighbour that lies inside. */
static double
way_to (const Level *level, gsize at, int k)
{
  double here = level->inside[at];
  double there = level->inside[neighbour (level, at, k)];

  return there > 0 ? 1 : fmax (NEAREST, here / (here - there));
}

/* All cells inside, the black ones of a chessboard before the white ones, so that the sweeps need
 * not care in which order they go. */
static GArray *
list_cells (const Level *level)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (Cell));

  for (int colour = 0; colour < 2; colour++)
    for (int y = 1; y + 1 < level->rows; y++)
      for (int x = 1 + (y + colour) % 2; x + 1 < level->columns; x += 2)
        {
          gsize at = (gsize) y * level->columns + x;
          Cell cell = { .at = (guint) at };

          if (!(level->inside[at] > 0))
            continue;
          for (int k = 0; k < 4; k++)
            {
              cell.ways[k] = (float) way_to (level, at, k);
              cell.weight += 1 / cell.ways[k];
            }
          g_array_append_val (cells, cell);
        }
  return cells;
}

static void
sweep (Level *level, const GArray *cells, guint n_sweeps)
{
  const Cell *cell = (const Cell *) (const void *) cells->data;
  double *h = level->height;
  double source = level->step * level->step;
  int row = level->columns;

  for (guint s = 0; s < n_sweeps; s++)
    for (guint i = 0; i < cells->len; i++)
      {
        gsize at = cell[i].at;
        double sum = h[at - 1] + h[at + 1] + h[at - row] + h[at + row];

        h[at] += RELAXATION * ((sum + source) / cell[i].weight - h[at]);
        if (h[at] < 0)
          h[at] = 0;
      }
}

static Level
level_new (int columns, int rows, double step)
{
  gsize n = (gsize) columns * rows;

  return (Level){ columns, rows, step, g_new0 (double, n), g_new0 (double, n) };
}

static void
level_clear (Level *level)
{
  g_free (level->inside);
  g_free (level->height);
}

/* Every second cell. */
static Level
halve (const Level *fine)
{
  Level coarse = level_new ((fine->columns + 1) / 2, (fine->rows + 1) / 2, fine->step * 2);

  for (int y = 0; y < coarse.rows; y++)
    for (int x = 0; x < coarse.columns; x++)
      coarse.inside[(gsize) y * coarse.columns + x]
          = fine->inside[(gsize) 2 * y * fine->columns + 2 * x];
  return coarse;
}

static double
height_between (const Level *coarse, int x, int y)
{
  int x0 = x / 2, y0 = y / 2;
  int x1 = MIN (x0 + x % 2, coarse->columns - 1), y1 = MIN (y0 + y % 2, coarse->rows - 1);
  const double *h = coarse->height;
  int w = coarse->columns;

  return (h[y0 * w + x0] + h[y0 * w + x1] + h[y1 * w + x0] + h[y1 * w + x1]) / 4;
}

static void
solve (Level *level)
{
  guint sweeps = FIRST_SWEEPS;
  g_autoptr (GArray) cells = NULL;

  if (MAX (level->columns, level->rows) > COARSEST)
    {
      Level coarse = halve (level);

      solve (&coarse);
      for (int y = 0; y < level->rows; y++)
        for (int x = 0; x < level->columns; x++)
          if (level->inside[(gsize) y * level->columns + x] > 0)
            level->height[(gsize) y * level->columns + x] = height_between (&coarse, x, y);
      level_clear (&coarse);
      sweeps = SWEEPS;
    }
  cells = list_cells (level);
  sweep (level, cells, sweeps);
}

/* A parabola through the cell and what lies on both sides of it. */
static double
slope_along (const Level *level, gsize at, int k)
{
  double a = way_to (level, at, k), b = way_to (level, at, k + 1);
  double here = level->height[at];
  double before = a < 1 ? 0 : level->height[neighbour (level, at, k)];
  double after = b < 1 ? 0 : level->height[neighbour (level, at, k + 1)];

  return (a * a * (after - here) + b * b * (here - before)) / (a * b * (a + b)) / level->step;
}

static RingSwellCell
describe (const Level *level, gsize at)
{
  double x, y, z, size;

  if (!(level->inside[at] > 0))
    return (RingSwellCell){ 0, 0, 1, 0 };
  x = slope_along (level, at, 0);
  y = slope_along (level, at, 2);
  z = sqrt (2 * level->height[at]);
  size = fmax (sqrt (x * x + y * y + z * z), 1e-9);
  return (RingSwellCell){ (float) (x / size), (float) (y / size), (float) (z / size),
                          (float) size };
}

RingSwell *
ring_swell_new (const RingGrid *grid, const double *inside)
{
  RingSwell *swell = g_new0 (RingSwell, 1);
  Level level = level_new (grid->columns, grid->rows, grid->step);
  gsize n = (gsize) grid->columns * grid->rows;

  for (gsize i = 0; i < n; i++)
    level.inside[i] = inside[i];
  solve (&level);
  swell->cells = g_new (RingSwellCell, n);
  for (gsize i = 0; i < n; i++)
    swell->cells[i] = describe (&level, i);
  level_clear (&level);
  return swell;
}

void
ring_swell_free (RingSwell *swell)
{
  if (swell == NULL)
    return;
  g_free (swell->cells);
  g_free (swell);
}
