/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-region-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-distance.h"
#include "ring-error.h"

/* The window grows by twos from about SMALL cells a side until the region lies within, which is
 * then looked at anew in FINE cells along its longer side. Both have more, up to MOST, where cells
 * would be too large to tell gaps from what is no gap: GAP_CELLS of them should lie in one. Steps
 * are powers of two, so that there are up to twice as many. */
#define SMALL 160
#define FINE 450
#define MOST 700
#define GAP_CELLS 4
#define ROOM_CELLS 4 /* as many from the middle of the region to its lines */
#define ENOUGH 60    /* no more than so many cells of the finest are asked for in room */
#define MARGIN 6
#define MAX_GROWTH 24

/* How far from a line that was tapped colour may begin, cells. */
#define ASIDE 12

/* ----------------------------------------------------------------- flowing */

/* The cell of POINT, or -1. */
static gssize
cell_at (const RingGrid *grid, RingPoint point)
{
  RingRect window = _ring_region_window (grid);
  double x = floor ((point.x - window.x0) / grid->step);
  double y = floor ((point.y - window.y0) / grid->step);

  if (!(x >= 0 && y >= 0 && x < grid->columns && y < grid->rows))
    return -1;
  return (gssize) y * grid->columns + (gssize) x;
}

/* A point on a line means the colour beside it: the nearest cell that is free, no farther than
 * ASIDE cells; -1 for none. */
static gssize
find_free (const RingRegionMask *mask, gssize at, int aside)
{
  int columns = mask->grid.columns;
  int x0 = (int) (at % columns), y0 = (int) (at / columns);
  gssize best = -1;
  int least = aside * aside + 1;

  if (mask->cells[at] == RING_CELL_FREE)
    return at;
  for (int y = MAX (0, y0 - aside); y <= MIN (mask->grid.rows - 1, y0 + aside); y++)
    for (int x = MAX (0, x0 - aside); x <= MIN (columns - 1, x0 + aside); x++)
      {
        int d = (x - x0) * (x - x0) + (y - y0) * (y - y0);

        if (d < least && mask->cells[(gsize) y * columns + x] == RING_CELL_FREE)
          {
            least = d;
            best = (gssize) y * columns + x;
          }
      }
  return best;
}

typedef struct
{
  int x0, y0, x1, y1; /* of what was reached, inclusive */
  gboolean out;       /* the side of the window was */
} Flow;

/* Marks all cells RING_CELL_INSIDE that are reached from START through free ones at least CLEAR
 * cells from a line (WAY their distances, or NULL). */
static Flow
flow (RingRegionMask *mask, gsize start, const float *way, double clear)
{
  int columns = mask->grid.columns, rows = mask->grid.rows;
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (gsize));
  Flow flow = { columns, rows, -1, -1, FALSE };

  g_array_append_val (stack, start);
  mask->cells[start] = RING_CELL_INSIDE;
  while (stack->len > 0)
    {
      gsize at = g_array_index (stack, gsize, stack->len - 1);
      int x = (int) (at % (gsize) columns), y = (int) (at / (gsize) columns);

      g_array_set_size (stack, stack->len - 1);
      flow.x0 = MIN (flow.x0, x);
      flow.x1 = MAX (flow.x1, x);
      flow.y0 = MIN (flow.y0, y);
      flow.y1 = MAX (flow.y1, y);
      if (x == 0 || y == 0 || x == columns - 1 || y == rows - 1)
        flow.out = TRUE;
      for (int k = 0; k < 4; k++)
        {
          int dx = k == 0 ? -1 : k == 1, dy = k == 2 ? -1 : k == 3;
          gsize next = (gsize) ((gssize) at + (gssize) dy * columns + dx);

          if (x + dx < 0 || x + dx >= columns || y + dy < 0 || y + dy >= rows)
            continue;
          if (mask->cells[next] != RING_CELL_FREE || (way != NULL && !(way[next] > clear)))
            continue;
          mask->cells[next] = RING_CELL_INSIDE;
          g_array_append_val (stack, next);
        }
    }
  return flow;
}

/* From START uphill, away from the lines: where a brush of the gap's width has room, or where it
 * cannot get on. */
static gsize
climb (const RingRegionMask *mask, const float *way, gsize start, double clear)
{
  int columns = mask->grid.columns, rows = mask->grid.rows;
  gsize at = start;

  while (!(way[at] > clear))
    {
      int x = (int) (at % (gsize) columns), y = (int) (at / (gsize) columns);
      gsize best = at;

      for (int dy = -1; dy <= 1; dy++)
        for (int dx = -1; dx <= 1; dx++)
          {
            gsize next = (gsize) ((gssize) at + (gssize) dy * columns + dx);

            if (x + dx >= 0 && x + dx < columns && y + dy >= 0 && y + dy < rows
                && way[next] > way[best])
              best = next;
          }
      if (best == at)
        break;
      at = best;
    }
  return at;
}

/* Lets the colour flow from START. Gaps are closed where the place is wide enough to tell a gap
 * from the region itself; *CLEAR says how far from lines it kept. */
static Flow
flow_with_gap (RingRegionMask *mask, gsize start, double gap, float **way, double *clear)
{
  *way = NULL;
  /* Between two lines N free cells apart the middle is (N + 1) / 2 from the cells of either. */
  *clear = gap / mask->grid.step / 2 + 0.5;
  if (*clear >= 1)
    {
      gsize from;

      *way = ring_distance_map (mask->cells, RING_CELL_LINE, mask->grid.columns, mask->grid.rows);
      from = climb (mask, *way, start, *clear);
      if ((*way)[from] > *clear)
        return flow (mask, from, *way, *clear);
      g_clear_pointer (way, g_free);
    }
  *clear = 0;
  return flow (mask, start, NULL, 0);
}

/* ----------------------------------------------------------------- finding */

/* The grid of STEP over RECT and MARGIN cells more, its cells at multiples of the step. */
static RingGrid
grid_over (RingRect rect, double step, int margin)
{
  double x0 = floor (rect.x0 / step) - margin, y0 = floor (rect.y0 / step) - margin;
  double x1 = ceil (rect.x1 / step) + margin, y1 = ceil (rect.y1 / step) + margin;

  return (RingGrid){ (x0 + 0.5) * step, (y0 + 0.5) * step, step, (int) (x1 - x0), (int) (y1 - y0) };
}

static void
mask_begin (RingRegionMask *mask, RingGrid grid, RingRegionPaint paint, gpointer data)
{
  mask->grid = grid;
  mask->cells = g_new0 (guint8, _ring_region_count (&grid));
  paint (mask, _ring_region_window (&grid), data);
}

#define NO_ROOM _ ("There is no room for colour here: tap beside the line.")
#define OPEN _ ("The lines leave this region open: close them, or allow wider gaps.")

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, RING_ERROR, RING_ERROR_INVALID, message);
  return FALSE;
}

/* A power of two: so the cells of a region lie alike from wherever it was found. */
static double
whole_step (double step)
{
  return exp2 (floor (log2 (step)));
}

/* What is looked for: a place in the middle of the region near to where it was tapped, and how far
 * from there the lines are, mm. */
typedef struct
{
  const RingRegionQuery *query;
  RingRegionPaint paint;
  gpointer data;
  RingPoint start;
  double room;
} Search;

static double
choose_step (const Search *search, double longest, int n_cells)
{
  const RingRegionQuery *query = search->query;
  double step = fmin (longest / n_cells, fmax (search->room / ROOM_CELLS, longest / MOST));

  if (query->gap > 0)
    step = fmin (step, fmax (query->gap / GAP_CELLS, longest / MOST));
  return whole_step (fmax (step, query->cell));
}

static double
longest_side (RingRect rect)
{
  return fmax (rect.x1 - rect.x0, rect.y1 - rect.y0);
}

static gboolean
holds (RingRect outer, RingRect inner)
{
  return outer.x0 <= inner.x0 && outer.y0 <= inner.y0 && outer.x1 >= inner.x1
         && outer.y1 >= inner.y1;
}

static RingPoint
middle_of (const RingGrid *grid, gsize at)
{
  return (RingPoint){ grid->x0 + (double) (at % (gsize) grid->columns) * grid->step,
                      grid->y0 + (double) (at / (gsize) grid->columns) * grid->step };
}

/* Looks closely at where the tap was. */
static gboolean
find_start (Search *search, GError **error)
{
  RingPoint p = search->query->at;
  double step = whole_step (search->query->cell);
  double half = SMALL * step;
  RingRect near = { p.x - half, p.y - half, p.x + half, p.y + half };
  RingRegionMask mask;
  g_autofree guint8 *cells = NULL;
  g_autofree float *way = NULL;
  gssize at;
  gsize middle;

  mask_begin (&mask, grid_over (ring_rect_intersect (near, search->query->limit), step, 1),
              search->paint, search->data);
  cells = mask.cells;
  at = cell_at (&mask.grid, p);
  at = at >= 0 ? find_free (&mask, at, ASIDE) : at;
  if (at < 0)
    return fail (error, NO_ROOM);
  way = ring_distance_map (mask.cells, RING_CELL_LINE, mask.grid.columns, mask.grid.rows);
  middle = climb (&mask, way, (gsize) at, ENOUGH);
  search->start = middle_of (&mask.grid, middle);
  search->room = fmin (way[middle], ENOUGH) * step;
  return TRUE;
}

/* The extent of the region at a first look. */
static gboolean
look (const Search *search, RingRect *extent, GError **error)
{
  const RingRegionQuery *query = search->query;
  double half = SMALL * query->cell;

  for (guint i = 0; i < MAX_GROWTH; i++, half *= 2)
    {
      RingPoint p = search->start;
      RingRect window = { p.x - half, p.y - half, p.x + half, p.y + half };
      RingRect seen = ring_rect_intersect (window, query->limit);
      double step = choose_step (search, longest_side (seen), SMALL);
      RingRegionMask mask;
      g_autofree guint8 *cells = NULL;
      g_autofree float *way = NULL;
      double clear;
      gssize at;
      Flow reached;

      mask_begin (&mask, grid_over (seen, step, 1), search->paint, search->data);
      cells = mask.cells;
      at = find_free (&mask, cell_at (&mask.grid, p), 1);
      if (at < 0)
        return fail (error, NO_ROOM);
      reached = flow_with_gap (&mask, (gsize) at, query->gap, &way, &clear);
      if (reached.out && holds (window, query->limit))
        break;
      if (reached.out)
        continue;
      *extent = (RingRect){ mask.grid.x0 + (reached.x0 - 0.5 - clear) * step,
                            mask.grid.y0 + (reached.y0 - 0.5 - clear) * step,
                            mask.grid.x0 + (reached.x1 + 0.5 + clear) * step,
                            mask.grid.y0 + (reached.y1 + 0.5 + clear) * step };
      return TRUE;
    }
  return fail (error, OPEN);
}

static RingRegion *
finish (RingRegionMask *mask, const float *way, double clear, double cap)
{
  RingRegion *region = g_new0 (RingRegion, 1);
  double step = mask->grid.step;

  _ring_region_settle (mask, way, clear);
  region->grid = mask->grid;
  region->inside = _ring_region_measure (mask, cap);
  region->outline = ring_contour_fit (&region->grid, region->inside, 4 * step * step, 0.5 * step);
  return region;
}

RingRegion *
ring_region_find (const RingRegionQuery *query,
                  RingRegionPaint paint,
                  gpointer data,
                  GError **error)
{
  Search search = { query, paint, data, query->at, 0 };
  RingRect extent;

  if (!ring_rect_contains (query->limit, query->at))
    {
      fail (error, _ ("Tap in one of the windows."));
      return NULL;
    }
  if (!find_start (&search, error) || !look (&search, &extent, error))
    return NULL;
  /* What seemed closed in large cells may be open in small ones: the region is larger then, or
   * none. */
  for (guint i = 0; i < 2; i++)
    {
      double step = choose_step (&search, longest_side (extent), FINE);
      /* The far side of a line that the colour runs half way under must be seen. */
      int margin = MARGIN + (int) ceil (2 * query->cap / step);
      RingRegionMask mask;
      g_autofree guint8 *cells = NULL;
      g_autofree float *way = NULL;
      double clear;
      gssize at;

      mask_begin (&mask, grid_over (extent, step, margin), paint, data);
      cells = mask.cells;
      at = find_free (&mask, cell_at (&mask.grid, search.start), 1);
      if (at < 0)
        {
          fail (error, NO_ROOM);
          return NULL;
        }
      if (!flow_with_gap (&mask, (gsize) at, query->gap, &way, &clear).out)
        return finish (&mask, way, clear, query->cap);
      extent = query->limit;
    }
  fail (error, OPEN);
  return NULL;
}

void
ring_region_free (RingRegion *region)
{
  if (region == NULL)
    return;
  g_free (region->inside);
  ring_path_unref (region->outline);
  g_free (region);
}
