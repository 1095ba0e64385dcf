/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How much metal there is: lines along z on a grid, and on each what is in the metal and not in the
 * stone. A line enters and leaves a closed skin as often; where it is within any body more have
 * been entered than left. */
#include "ring-metal.h"

#define ACROSS 240 /* lines, along the wider side */

typedef struct
{
  guint line;
  double z;
  int metal, stone; /* 1 comes in at the bottom, -1 goes out */
} Crossing;

typedef struct
{
  double x, y, step; /* the first line, and from one to the next */
  guint columns, rows;
  GArray *crossings; /* of Crossing */
} Lines;

static void
cross_triangle (Lines *lines, RingVec a, RingVec b, RingVec c, gboolean stone)
{
  double area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  double left = fmin (a.x, fmin (b.x, c.x)), right = fmax (a.x, fmax (b.x, c.x));
  double low = fmin (a.y, fmin (b.y, c.y)), high = fmax (a.y, fmax (b.y, c.y));
  int turn = area > 0 ? -1 : 1; /* the skin's outside is up: here one goes out */
  int i0 = (int) MAX (0, ceil ((left - lines->x) / lines->step));
  int j0 = (int) MAX (0, ceil ((low - lines->y) / lines->step));

  if (fabs (area) < 1e-14)
    return;
  for (int j = j0; j < (int) lines->rows && lines->y + j * lines->step <= high; j++)
    for (int i = i0; i < (int) lines->columns && lines->x + i * lines->step <= right; i++)
      {
        double x = lines->x + i * lines->step, y = lines->y + j * lines->step;
        double u = ((b.x - x) * (c.y - y) - (b.y - y) * (c.x - x)) / area;
        double v = ((c.x - x) * (a.y - y) - (c.y - y) * (a.x - x)) / area;
        Crossing crossing
            = { (guint) j * lines->columns + (guint) i, 0, stone ? 0 : turn, stone ? turn : 0 };

        if (u < 0 || v < 0 || u + v > 1)
          continue;
        crossing.z = u * a.z + v * b.z + (1 - u - v) * c.z;
        g_array_append_val (lines->crossings, crossing);
      }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Crossing *x = a, *y = b;

  if (x->line != y->line)
    return x->line < y->line ? -1 : 1;
  return x->z < y->z ? -1 : x->z > y->z;
}

/* In the middle of the cells of a grid that has just the metal's width. */
static void
find_lines (Lines *lines, const RingMetal *metal)
{
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;

  for (guint s = 0; s < metal->sheets->len; s++)
    {
      const RingMetalSheet *sheet = &g_array_index (metal->sheets, RingMetalSheet, s);

      for (guint i = 0; i < sheet->rows * sheet->columns; i++)
        {
          x0 = fmin (x0, sheet->points[i].x);
          x1 = fmax (x1, sheet->points[i].x);
          y0 = fmin (y0, sheet->points[i].y);
          y1 = fmax (y1, sheet->points[i].y);
        }
    }
  lines->step = fmax (fmax (x1 - x0, y1 - y0), 1e-6) / ACROSS;
  lines->columns = (guint) ceil ((x1 - x0) / lines->step - 1e-6);
  lines->rows = (guint) ceil ((y1 - y0) / lines->step - 1e-6);
  /* And not through the corners of what is laid out evenly. */
  lines->x = (x0 + x1 - (lines->columns - 1) * lines->step) / 2 + 1.3e-5 * lines->step;
  lines->y = (y0 + y1 - (lines->rows - 1) * lines->step) / 2 + 2.7e-5 * lines->step;
}

static void
cross_metal (Lines *lines, const RingMetal *metal)
{
  for (guint s = 0; s < metal->sheets->len; s++)
    {
      const RingMetalSheet *sheet = &g_array_index (metal->sheets, RingMetalSheet, s);

      for (guint i = 0; i + 1 < sheet->rows; i++)
        for (guint j = 0; j + 1 < sheet->columns; j++)
          {
            const RingVec *p = &sheet->points[i * sheet->columns + j];
            const RingVec *q = p + sheet->columns;

            cross_triangle (lines, p[0], q[0], q[1], FALSE);
            cross_triangle (lines, p[0], q[1], p[1], FALSE);
          }
    }
}

double
ring_metal_volume (const RingMetal *metal, const RingSolid *stone, double floor)
{
  Lines lines = { .crossings = NULL };
  double length = 0;
  int in_metal = 0, in_stone = 0;

  if (metal->sheets->len == 0)
    return 0;
  lines.crossings = g_array_new (FALSE, FALSE, sizeof (Crossing));
  find_lines (&lines, metal);
  cross_metal (&lines, metal);
  for (guint f = 0; stone != NULL && f < ring_solid_get_n_facets (stone); f++)
    {
      const RingFacet *facet = ring_solid_get_facet (stone, f);

      for (guint k = 1; k + 1 < facet->n_points; k++)
        cross_triangle (&lines, facet->points[0], facet->points[k], facet->points[k + 1], TRUE);
    }
  g_array_sort (lines.crossings, compare);
  for (guint i = 0; i + 1 < lines.crossings->len; i++)
    {
      const Crossing *c = &g_array_index (lines.crossings, Crossing, i);

      in_metal += c->metal;
      in_stone += c->stone;
      if (c[1].line != c->line)
        in_metal = in_stone = 0;
      else if (in_metal > 0 && in_stone <= 0)
        length += fmax (0, fmax (c[1].z, floor) - fmax (c->z, floor));
    }
  g_array_unref (lines.crossings);
  return length * lines.step * lines.step;
}
