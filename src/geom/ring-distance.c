/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-distance.h"

#include <math.h>

/* Squares of distances along the columns first, in whole numbers: down, then up again. */
static void
measure_column (const guint8 *cells, guint8 value, int columns, int rows, float *squares)
{
  double since = RING_DISTANCE_FAR;

  for (int y = 0; y < rows; y++)
    {
      gsize at = (gsize) y * columns;

      since = cells[at] == value ? 0 : since + 1;
      squares[at] = (float) since;
    }
  since = RING_DISTANCE_FAR;
  for (int y = rows - 1; y >= 0; y--)
    {
      gsize at = (gsize) y * columns;

      since = cells[at] == value ? 0 : since + 1;
      if (since < squares[at])
        squares[at] = (float) since;
      squares[at] = squares[at] < 1e5f ? squares[at] * squares[at] : RING_DISTANCE_FAR;
    }
}

/* Then along each row the lower envelope of the parabolas that stand on its squares. */
static void
measure_row (float *row, int n, int *foot, double *from, float *heights)
{
  int k = -1;

  for (int x = 0; x < n; x++)
    {
      double meets = -G_MAXDOUBLE;

      heights[x] = row[x];
      if (row[x] >= RING_DISTANCE_FAR)
        continue;
      while (k >= 0)
        {
          int v = foot[k];

          meets = (heights[x] + (double) x * x - heights[v] - (double) v * v) / (2.0 * (x - v));
          if (meets > from[k])
            break;
          k--;
        }
      k++;
      foot[k] = x;
      from[k] = k == 0 ? -G_MAXDOUBLE : meets;
    }
  if (k < 0)
    return;
  for (int x = 0, i = 0; x < n; x++)
    {
      while (i < k && from[i + 1] < x)
        i++;
      row[x] = sqrtf ((float) (x - foot[i]) * (float) (x - foot[i]) + heights[foot[i]]);
    }
}

float *
ring_distance_map (const guint8 *cells, guint8 value, int columns, int rows)
{
  float *map = g_new (float, (gsize) columns *rows);
  g_autofree int *foot = g_new (int, columns);
  g_autofree double *from = g_new (double, columns);
  g_autofree float *heights = g_new (float, columns);

  for (int x = 0; x < columns; x++)
    measure_column (cells + x, value, columns, rows, map + x);
  for (int y = 0; y < rows; y++)
    measure_row (map + (gsize) y * columns, columns, foot, from, heights);
  return map;
}
