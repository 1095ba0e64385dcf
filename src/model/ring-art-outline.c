/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-art-outline.h"

#include <math.h>

#include "ring-contour.h"
#include "ring-raster.h"

/* mm */
#define STEP 0.025
#define TOLERANCE 0.008
#define LEAST_AREA 0.05
#define MOST 100.0

typedef struct
{
  RingGrid grid;
  double *covered; /* which part of each cell */
} Field;

/* Parts that lie side by side fill a cell between them, and parts that lie on each other do not
 * fill more of it: taken as independent, both come out right to a fifth of a cell. */
static void
span_cb (int x, int y, int n, guint coverage, gpointer data)
{
  Field *field = data;
  double *row = field->covered + (gsize) y * (gsize) field->grid.columns;
  double open = 1 - coverage / 255.0;

  for (int i = x; i < x + n; i++)
    row[i] = 1 - (1 - row[i]) * open;
}

static RingRect
get_filled (const RingArt *art)
{
  RingRect bounds = RING_RECT_EMPTY;

  for (guint i = 0; i < ring_art_get_n_paths (art); i++)
    {
      const RingArtPath *p = ring_art_get_path (art, i);

      if ((p->fill & 0xff) != 0)
        bounds = ring_rect_union (bounds, ring_path_get_bounds (p->path));
    }
  return bounds;
}

RingPath *
ring_art_make_outline (const RingArt *art)
{
  RingRect bounds = get_filled (art);
  double width = bounds.x1 - bounds.x0, height = bounds.y1 - bounds.y0;
  g_autofree double *covered = NULL;
  RingMatrix to_cells;
  RingRasterClip clip;
  Field field;
  RingPath *outline;

  if (ring_rect_is_empty (bounds) || !(width <= MOST) || !(height <= MOST))
    return NULL;
  /* Two empty cells all round. */
  field.grid = (RingGrid){ bounds.x0 - 1.5 * STEP, bounds.y0 - 1.5 * STEP, STEP,
                           (int) ceil (width / STEP) + 4, (int) ceil (height / STEP) + 4 };
  covered = g_new0 (double, (gsize) field.grid.columns * (gsize) field.grid.rows);
  field.covered = covered;
  to_cells = (RingMatrix){ 1 / STEP, 0, 0, 1 / STEP, 2 - bounds.x0 / STEP, 2 - bounds.y0 / STEP };
  clip = (RingRasterClip){ 1, 1, field.grid.columns - 1, field.grid.rows - 1 };
  for (guint i = 0; i < ring_art_get_n_paths (art); i++)
    {
      const RingArtPath *p = ring_art_get_path (art, i);

      if ((p->fill & 0xff) != 0)
        ring_raster_fill (p->path, &to_cells, &clip, span_cb, &field);
    }
  for (gsize i = 0; i < (gsize) field.grid.columns * (gsize) field.grid.rows; i++)
    covered[i] -= 0.5;
  outline = ring_contour_fit (&field.grid, covered, LEAST_AREA, TOLERANCE);
  if (!ring_path_is_empty (outline))
    return outline;
  ring_path_unref (outline);
  return NULL;
}
