/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sketch layout: the design's page on sheets of paper, cut into tiles where it is larger. */
#include "ring-sketch.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-bars.h"
#include "ring-label.h"
#include "ring-number.h"
#include "ring-paint.h"
#include "ring-paper.h"
#include "ring-reach.h"
#include "ring-sheet-code.h"
#include "ring-size.h"
#include "ring-spec.h"

/* Paper mm. */
#define TILE_MARGIN 12.0
#define MARK 5.0
#define INK 0x3b4650ff
#define LABEL_SIZE 2.6
/* The square of dots beside the bar and its words. */
#define CODE 12.0
#define CODE_RIGHT 22.0
#define CODE_LEAST_WIDTH 200.0

/* Pages past this are a mistake in the scale, not a wish. */
#define MAX_SIDE 50

typedef struct
{
  double width, height; /* of the design at its scale */
  double tile_width, tile_height;
  guint columns, rows;
  double margin;
  double x, y; /* where a design that fits stands */
} Plan;

static double
get_scale (const RingExportOptions *options)
{
  return isfinite (options->scale) && options->scale > 0 ? options->scale : 1;
}

static guint
count_tiles (double length, double tile)
{
  return (guint) CLAMP (ceil (length / tile - 1e-6), 1, MAX_SIDE);
}

/* A design that fits stands on one sheet, corner on corner when the sheet is its own page and
 * in the middle of a larger one. A larger design is cut into tiles inside a margin. */
static Plan
make_plan (const RingDrawing *drawing,
           const RingExportOptions *options,
           double paper_width,
           double paper_height)
{
  Plan plan = { .columns = 1, .rows = 1 };

  plan.width = ring_drawing_get_width (drawing) * get_scale (options);
  plan.height = ring_drawing_get_height (drawing) * get_scale (options);
  if (plan.width <= paper_width + 0.1 && plan.height <= paper_height + 0.1)
    {
      plan.x = fmax (0, (paper_width - plan.width) / 2);
      plan.y = fmax (0, (paper_height - plan.height) / 2);
      return plan;
    }
  plan.margin = fmin (TILE_MARGIN, fmin (paper_width, paper_height) / 6);
  plan.tile_width = paper_width - 2 * plan.margin;
  plan.tile_height = paper_height - 2 * plan.margin - (options->scale_bar ? RING_BARS_FOOT : 0);
  plan.columns = count_tiles (plan.width, plan.tile_width);
  plan.rows = count_tiles (plan.height, plan.tile_height);
  return plan;
}

/* Cut marks outside the tile's corners and, in words, where the tile belongs. */
static void
draw_marks (cairo_t *cr, const Plan *plan, guint column, guint row)
{
  double x[] = { plan->margin, plan->margin + plan->tile_width };
  double y[] = { plan->margin, plan->margin + plan->tile_height };
  g_autofree char *label = g_strdup_printf (_ ("row %u of %u, column %u of %u"), row + 1,
                                            plan->rows, column + 1, plan->columns);

  for (int i = 0; i < 4; i++)
    {
      double dx = (i & 1) != 0 ? 1 : -1;
      double dy = (i >> 1) != 0 ? 1 : -1;

      cairo_move_to (cr, x[i & 1] + dx, y[i >> 1]);
      cairo_line_to (cr, x[i & 1] + dx * MARK, y[i >> 1]);
      cairo_move_to (cr, x[i & 1], y[i >> 1] + dy);
      cairo_line_to (cr, x[i & 1], y[i >> 1] + dy * MARK);
    }
  ring_paint_set_colour (cr, INK);
  cairo_set_line_width (cr, 0.1);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
  ring_label_draw (cr, label, (RingPoint){ x[0] + MARK, y[0] - 2.2 }, LABEL_SIZE, RING_LABEL_START);
}

static RingPaintFlags
page_flags (const RingDrawing *drawing)
{
  RingPaintFlags flags = RING_PAINT_GUIDES | RING_PAINT_ITEMS;

  return ring_paper_is_printed (drawing) ? flags | RING_PAINT_PAPER : flags;
}

static void
draw_tile (cairo_t *cr,
           const RingDrawing *drawing,
           const RingExportOptions *options,
           const Plan *plan,
           guint i)
{
  guint column = i % plan->columns;
  guint row = i / plan->columns;
  double scale = get_scale (options);
  double left = column * plan->tile_width;
  double top = row * plan->tile_height;
  RingRect region = { left / scale, top / scale, (left + plan->tile_width) / scale,
                      (top + plan->tile_height) / scale };

  cairo_save (cr);
  ring_reach_clip (cr, (RingRect){ plan->margin, plan->margin, plan->margin + plan->tile_width,
                                   plan->margin + plan->tile_height });
  cairo_translate (cr, plan->margin - left, plan->margin - top);
  cairo_scale (cr, scale, scale);
  ring_paint_drawing (cr, drawing, &region, page_flags (drawing));
  cairo_restore (cr);
  draw_marks (cr, plan, column, row);
}

static void
draw_whole (cairo_t *cr,
            const RingDrawing *drawing,
            const RingExportOptions *options,
            const Plan *plan)
{
  RingRect region = { 0, 0, ring_drawing_get_width (drawing), ring_drawing_get_height (drawing) };
  double scale = get_scale (options);

  cairo_save (cr);
  ring_reach_clip (cr,
                   (RingRect){ plan->x, plan->y, plan->x + plan->width, plan->y + plan->height });
  cairo_translate (cr, plan->x, plan->y);
  cairo_scale (cr, scale, scale);
  ring_paint_drawing (cr, drawing, &region, page_flags (drawing));
  cairo_restore (cr);
}

void
ring_sketch_draw_to_confirm (
    cairo_t *cr, const RingDrawing *drawing, RingPaper paper, double width, double height)
{
  g_autofree char *us = ring_size_format (RING_SIZE_US, RING_SPEC_ASSUMED_CIRCUMFERENCE, NULL);
  g_autofree char *around = ring_number_format (RING_SPEC_ASSUMED_CIRCUMFERENCE, 2);
  g_autofree char *text = g_strdup_printf (
      _ ("Finger size to be confirmed: drawn at US %s, %s mm around"), us, around);
  double x = 18;
  double y = height - RING_BARS_FOOT - 5;

  if (ring_spec_is_size_known (drawing) || height < 3 * RING_BARS_FOOT)
    return;
  ring_bars_draw_veil (cr, paper, x - 1, y - 3.2, fmin (width, ring_label_width (cr, text, LABEL_SIZE) + 2),
             4.2);
  ring_paint_set_colour (cr, ring_paper_guide (paper, INK));
  ring_label_draw (cr, text, (RingPoint){ x, y }, LABEL_SIZE, RING_LABEL_START);
}

/* What lies under the bars: where the drawing leaves a rim, the printer's own. */
static RingPaper
paper_at_foot (const RingDrawing *drawing, const Plan *plan)
{
  gboolean rim = plan->margin > 0 || plan->x > 1 || plan->y > 1;

  return rim ? RING_PAPER_WHITE : ring_paper_get_printed (drawing);
}

guint
ring_sketch_count (const RingDrawing *drawing, const RingExportOptions *options, double width, double height)
{
  Plan plan = make_plan (drawing, options, width, height);

  return plan.columns * plan.rows;
}

void
ring_sketch_draw (cairo_t *cr,
                  const RingDrawing *drawing,
                  const RingExportOptions *options,
                  double width,
                  double height,
                  guint i)
{
  Plan plan = make_plan (drawing, options, width, height);
  RingPaper paper = paper_at_foot (drawing, &plan);

  g_return_if_fail (i < plan.columns * plan.rows);

  if (plan.margin > 0)
    draw_tile (cr, drawing, options, &plan, i);
  else
    draw_whole (cr, drawing, options, &plan);
  if (options->scale_bar)
    ring_bars_draw (cr, get_scale (options), paper, width, height, NULL);
  if (options->code != NULL && width >= CODE_LEAST_WIDTH)
    ring_sheet_code_draw (cr, options->code, width - CODE_RIGHT, height - RING_BARS_FOOT - CODE, CODE);
  ring_sketch_draw_to_confirm (cr, drawing, paper, width, height);
}
