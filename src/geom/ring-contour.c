/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-contour.h"

#include <math.h>

#include "ring-fit.h"

/* Edges are smoothed over so many neighbours each side before they are fitted: the grid's own
 * steps are smaller than that, and a corner is never smoothed over. */
#define SMOOTH 2
#define CORNER_REACH 5
#define CORNER_COSINE 0.55 /* directions that differ by more are a corner */

typedef struct
{
  const RingGrid *grid;
  const double *values;
  int *next; /* from the crossing on an edge of the grid to the one after it */
} Tracer;

static double
value_at (const Tracer *t, int x, int y)
{
  return t->values[(gsize) y * t->grid->columns + x];
}

/* Edges of the grid: 2 at + 0 goes right from AT, 2 at + 1 goes down. */
static void
trace_cell (Tracer *t, int x, int y)
{
  int w = t->grid->columns;
  int at = y * w + x;
  const int edges[4] = { at * 2, (at + 1) * 2 + 1, (at + w) * 2, at * 2 + 1 };
  const gboolean in[4] = { value_at (t, x, y) > 0, value_at (t, x + 1, y) > 0,
                           value_at (t, x + 1, y + 1) > 0, value_at (t, x, y + 1) > 0 };

  for (int i = 0; i < 4; i++)
    if (in[i] && !in[(i + 1) % 4])
      for (int k = 1; k < 4; k++)
        {
          int j = (i + k) % 4;

          if (!in[j] && in[(j + 1) % 4])
            {
              t->next[edges[i]] = edges[j];
              break;
            }
        }
}

static RingPoint
crossing (const Tracer *t, int edge)
{
  int at = edge / 2;
  int x = at % t->grid->columns;
  int y = at / t->grid->columns;
  double a = value_at (t, x, y);
  double b = edge % 2 == 0 ? value_at (t, x + 1, y) : value_at (t, x, y + 1);
  double f = a == b ? 0.5 : a / (a - b);

  return (RingPoint){ t->grid->x0 + (x + (edge % 2 == 0 ? f : 0)) * t->grid->step,
                      t->grid->y0 + (y + (edge % 2 == 0 ? 0 : f)) * t->grid->step };
}

double
ring_contour_area (const RingPoint *p, guint n)
{
  double area = 0;

  for (guint i = 0; i < n; i++)
    area += p[i].x * p[(i + 1) % n].y - p[i].y * p[(i + 1) % n].x;
  return fabs (area) / 2;
}

static RingPoint
direction (RingPoint a, RingPoint b)
{
  double length = hypot (b.x - a.x, b.y - a.y);

  if (length < 1e-9)
    return (RingPoint){ 1, 0 };
  return (RingPoint){ (b.x - a.x) / length, (b.y - a.y) / length };
}

/* Marks the sharpest point of each bend that turns by much within a few steps. */
static guint
find_corners (const RingPoint *p, guint n, gboolean *corner)
{
  g_autofree double *cosine = g_new (double, n);
  guint count = 0;

  for (guint i = 0; i < n; i++)
    {
      RingPoint a = direction (p[(i + n - CORNER_REACH) % n], p[i]);
      RingPoint b = direction (p[i], p[(i + CORNER_REACH) % n]);

      cosine[i] = a.x * b.x + a.y * b.y;
    }
  for (guint i = 0; i < n; i++)
    {
      corner[i] = cosine[i] < CORNER_COSINE;
      for (guint k = 1; k <= CORNER_REACH && corner[i]; k++)
        if (cosine[(i + k) % n] < cosine[i] || cosine[(i + n - k) % n] <= cosine[i])
          corner[i] = FALSE;
      count += corner[i];
    }
  return count;
}

static void
smooth (RingPoint *p, guint n, const gboolean *corner)
{
  for (int pass = 0; pass < SMOOTH; pass++)
    {
      g_autofree RingPoint *before = g_memdup2 (p, n * sizeof *p);

      for (guint i = 0; i < n; i++)
        if (!corner[i])
          {
            RingPoint a = before[(i + n - 1) % n];
            RingPoint b = before[(i + 1) % n];

            p[i].x = (a.x + 2 * before[i].x + b.x) / 4;
            p[i].y = (a.y + 2 * before[i].y + b.y) / 4;
          }
    }
}

/* Fits the N points from FROM on, both ends included. */
static void
fit_run (RingPath *path, const RingPoint *p, guint total, guint from, guint n, double tolerance)
{
  g_autofree RingFitPoint *points = g_new0 (RingFitPoint, n);
  g_autofree RingFitPoint *tangents = g_new0 (RingFitPoint, n);
  g_autoptr (GArray) curves = g_array_new (FALSE, FALSE, sizeof (RingFitCurve));

  for (guint i = 0; i < n; i++)
    {
      guint at = (from + i) % total;
      RingPoint a = p[i == 0 ? at : (at + total - 1) % total];
      RingPoint b = p[i + 1 == n ? at : (at + 1) % total];
      RingPoint d = direction (a, b);

      points[i] = (RingFitPoint){ p[at].x, p[at].y, 0 };
      tangents[i] = (RingFitPoint){ d.x, d.y, 0 };
    }
  ring_fit_curves (points, tangents, n, tolerance, curves);
  for (guint i = 0; i < curves->len; i++)
    {
      const RingFitCurve *c = &g_array_index (curves, RingFitCurve, i);

      ring_path_curve_to (path, (RingPoint){ c->p[1].x, c->p[1].y },
                          (RingPoint){ c->p[2].x, c->p[2].y }, (RingPoint){ c->p[3].x, c->p[3].y });
    }
}

static void
add_loop (RingPath *path, RingPoint *p, guint n, double tolerance)
{
  g_autofree gboolean *corner = g_new0 (gboolean, n);
  guint first = 0;
  guint from;

  if (n > 4 * CORNER_REACH)
    find_corners (p, n, corner);
  smooth (p, n, corner);
  while (first < n && !corner[first])
    first++;
  if (first == n)
    first = 0;
  corner[first] = TRUE;

  ring_path_move_to (path, p[first]);
  from = first;
  for (guint i = 1; i <= n; i++)
    if (corner[(first + i) % n])
      {
        guint end = first + i;

        fit_run (path, p, n, from, end - from + 1, tolerance);
        from = end;
      }
  ring_path_close (path);
}

RingPath *
ring_contour_fit (const RingGrid *grid, const double *values, double min_area, double tolerance)
{
  int n_edges = grid->columns * grid->rows * 2;
  Tracer t = { .grid = grid, .values = values };
  RingPath *path = ring_path_new ();
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RingPoint));

  t.next = g_new (int, n_edges);
  for (int i = 0; i < n_edges; i++)
    t.next[i] = -1;
  for (int y = 0; y + 1 < grid->rows; y++)
    for (int x = 0; x + 1 < grid->columns; x++)
      trace_cell (&t, x, y);

  for (int i = 0; i < n_edges; i++)
    {
      int edge = i;

      g_array_set_size (points, 0);
      while (t.next[edge] >= 0)
        {
          RingPoint p = crossing (&t, edge);
          int next = t.next[edge];

          t.next[edge] = -1;
          edge = next;
          g_array_append_val (points, p);
        }
      if (points->len > 3 && ring_contour_area ((RingPoint *) points->data, points->len) >= min_area)
        add_loop (path, (RingPoint *) points->data, points->len, tolerance);
    }
  g_free (t.next);
  return path;
}
