/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "art-field.h"

#include <math.h>
#include <string.h>

#include "ring-contour.h"

ArtField *
art_field_new (RingRect rect, double step)
{
  ArtField *field = g_new0 (ArtField, 1);

  field->step = step;
  field->columns = (int) ceil ((rect.x1 - rect.x0) / step);
  field->rows = (int) ceil ((rect.y1 - rect.y0) / step);
  field->x0 = rect.x0 + step / 2;
  field->y0 = rect.y0 + step / 2;
  field->cover = g_new0 (float, (gsize) field->columns * field->rows);
  field->tone = g_new0 (float, (gsize) field->columns * field->rows);
  field->mark = g_new0 (float, (gsize) field->columns * field->rows);
  return field;
}

void
art_field_free (ArtField *field)
{
  if (field == NULL)
    return;
  g_free (field->cover);
  g_free (field->tone);
  g_free (field->mark);
  g_free (field);
}

void
art_field_spread (ArtField *field)
{
  gsize n = (gsize) field->columns * field->rows;
  g_autofree guint8 *known = g_new (guint8, n);

  for (gsize i = 0; i < n; i++)
    known[i] = field->cover[i] > 0;
  for (int pass = 0; pass < 3; pass++)
    {
      g_autofree guint8 *before = g_memdup2 (known, n);

      for (int y = 1; y + 1 < field->rows; y++)
        for (int x = 1; x + 1 < field->columns; x++)
          {
            gsize at = (gsize) y * field->columns + x;
            double sum = 0;
            int count = 0;

            if (before[at])
              continue;
            for (int dy = -1; dy <= 1; dy++)
              for (int dx = -1; dx <= 1; dx++)
                {
                  gsize near = at + (gssize) dy * field->columns + dx;

                  if (before[near])
                    {
                      sum += field->tone[near];
                      count++;
                    }
                }
            if (count > 0)
              {
                field->tone[at] = (float) (sum / count);
                known[at] = TRUE;
              }
          }
    }
}

RingPath *
art_field_region (const ArtField *field, double level, double min_area, double tolerance)
{
  const RingGrid grid = { field->x0, field->y0, field->step, field->columns, field->rows };
  gsize n = (gsize) field->columns * field->rows;
  g_autofree double *values = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    {
      values[i] = field->cover[i] - 0.5;
      if (level > 0)
        values[i] = fmin (values[i], (field->tone[i] - level) * 4);
    }
  return ring_contour_fit (&grid, values, min_area, tolerance);
}

RingPath *
art_field_marks (const ArtField *field, double min_area, double tolerance)
{
  const RingGrid grid = { field->x0, field->y0, field->step, field->columns, field->rows };
  gsize n = (gsize) field->columns * field->rows;
  g_autofree double *values = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    values[i] = field->mark[i] - 0.5;
  return ring_contour_fit (&grid, values, min_area, tolerance);
}
