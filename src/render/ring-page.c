/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sketch layout: the design's page on sheets of paper, and the bars that prove its scale. */
#include "ring-page.h"

#include "ring-client-sheet.h"
#include "ring-label.h"
#include "ring-number.h"
#include "ring-paint.h"
#include "ring-paper.h"
#include "ring-pattern.h"
#include "ring-quote.h"
#include "ring-reach.h"
#include "ring-receipt.h"
#include "ring-size.h"
#include "ring-spec.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Paper mm. Printers cannot reach the outermost millimetres; nothing of ours stands closer to
 * the edge than EDGE. */
#define EDGE 5.0
#define TILE_MARGIN 12.0
#define BAR_FOOT 10.0     /* the bar's base line over the lower edge */
#define UPRIGHT_FOOT 28.0 /* the standing bar's lower end: clear of a tile's cut marks */
#define MARK 5.0
#define INK 0x3b4650ff
#define BAR_WIDTH 0.18
#define LABEL_SIZE 2.6

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

void
ring_export_options_init (RingExportOptions *options)
{
  *options = (RingExportOptions){ .layout = RING_EXPORT_SKETCH, .scale = 1, .dpi = 150, .scale_bar = TRUE };
}

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
  plan.tile_height = paper_height - 2 * plan.margin - (options->scale_bar ? BAR_FOOT : 0);
  plan.columns = count_tiles (plan.width, plan.tile_width);
  plan.rows = count_tiles (plan.height, plan.tile_height);
  return plan;
}

gboolean
ring_export_layout_from_name (const char *name, RingExportLayout *layout)
{
  static const char *const names[] = { "sketch", "strip", "client", "receipt", "quote" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *layout = (RingExportLayout) i;
        return TRUE;
      }
  return FALSE;
}

void
ring_page_get_size (const RingDrawing *drawing,
                    const RingExportOptions *options,
                    double *width,
                    double *height)
{
  gboolean own = options->layout == RING_EXPORT_SKETCH;

  *width = own ? ring_drawing_get_width (drawing) : 210;
  *height = own ? ring_drawing_get_height (drawing) : 297;
}

guint
ring_page_count (const RingDrawing *drawing,
                 const RingExportOptions *options,
                 double paper_width,
                 double paper_height)
{
  Plan plan = make_plan (drawing, options, paper_width, paper_height);

  if (options->layout == RING_EXPORT_STRIP)
    return ring_pattern_count (drawing, paper_width, paper_height);
  if (options->layout == RING_EXPORT_CLIENT)
    return 1;
  if (options->layout == RING_EXPORT_RECEIPT)
    return ring_receipt_count (drawing);
  if (options->layout == RING_EXPORT_QUOTE)
    return 1;
  return plan.columns * plan.rows;
}

static void
set_hairline (cairo_t *cr, RingPaper paper, double width)
{
  ring_paint_set_colour (cr, ring_paper_guide (paper, INK));
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* The ticks of a rule of LENGTH mm along x, from the origin: every millimetre of the first
 * centimetre, then every fifth and tenth. The ends are the edges that one measures between. */
static void
draw_rule (cairo_t *cr, RingPaper paper, double length)
{
  int n = (int) lround (length);

  set_hairline (cr, paper, BAR_WIDTH);
  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, length, 0);
  for (int i = 0; i <= n; i++)
    {
      double height = i % 10 == 0 ? 2.4 : i % 5 == 0 ? 1.6 : 0.9;

      if (i > 10 && i % 5 != 0)
        continue;
      cairo_move_to (cr, i, BAR_WIDTH / 2);
      cairo_line_to (cr, i, -(i == 0 || i == n ? 3.2 : height));
    }
  cairo_stroke (cr);
}

static char *
bar_label (double length, const RingExportOptions *options)
{
  double scale = get_scale (options);
  g_autofree char *mm = ring_number_format (length, 0);
  g_autofree char *ratio = ring_number_format (scale >= 1 ? scale : 1 / scale, 2);

  /* A reduced or enlarged sheet is still proved by the bar; what it is not is life size. */
  if (fabs (scale - 1) < 1e-9)
    /* Translators: beside a printed rule; %s is its length. */
    return g_strdup_printf (_ ("%s mm — measure me: true scale"), mm);
  if (scale > 1)
    return g_strdup_printf (_ ("%s mm on this paper — the drawing is printed at %s:1"), mm, ratio);
  return g_strdup_printf (_ ("%s mm on this paper — the drawing is printed at 1:%s"), mm, ratio);
}

/* The longest of 100, 50 and 20 mm that fits; 0 for none. */
static double
bar_length (double room)
{
  static const double lengths[] = { 100, 50, 20 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    if (room >= lengths[i] + 2 * EDGE)
      return lengths[i];
  return 0;
}

/* Ink of the drawing may pass below; a veil of paper keeps the figures readable. */
static void
draw_veil (cairo_t *cr, RingPaper paper, double x, double y, double width, double height)
{
  guint32 colour = paper == RING_PAPER_WHITE ? 0xffffffff : ring_paper_colour (paper);

  cairo_rectangle (cr, x, y, width, height);
  ring_paint_set_colour (cr, (colour & ~0xffu) | 0xd0);
  cairo_fill (cr);
}

static void
draw_horizontal_bar (
    cairo_t *cr, const RingExportOptions *options, RingPaper paper, double width, double height)
{
  double length = bar_length (width);
  g_autofree char *label = bar_label (length, options);
  double x = EDGE + 5;
  double label_width;

  if (length <= 0 || height < 2 * BAR_FOOT + EDGE)
    return;
  if (x + length > width - EDGE)
    x = EDGE;
  label_width = ring_label_width (cr, label, LABEL_SIZE);
  cairo_save (cr);
  cairo_translate (cr, x, height - BAR_FOOT);
  if (x + length + 4 + label_width <= width - EDGE)
    {
      draw_veil (cr, paper, -1, -4, length + 6 + label_width, 5);
      ring_paint_set_colour (cr, ring_paper_guide (paper, INK));
      ring_label_draw (cr, label, (RingPoint){ length + 4, 0 }, LABEL_SIZE, RING_LABEL_START);
    }
  else
    {
      double size = LABEL_SIZE * fmin (1, (width - EDGE - x) / label_width);

      draw_veil (cr, paper, -1, -4, length + 2, 9);
      ring_paint_set_colour (cr, ring_paper_guide (paper, INK));
      ring_label_draw (cr, label, (RingPoint){ 0, 3.6 }, size, RING_LABEL_START);
    }
  draw_rule (cr, paper, length);
  cairo_restore (cr);
}

/* Paper stretches differently along and across the printer's feed: the second rule stands. */
static void
draw_vertical_bar (cairo_t *cr, RingPaper paper, double width, double height)
{
  double length = bar_length (height - UPRIGHT_FOOT - BAR_FOOT - EDGE);
  g_autofree char *number = ring_number_format (length, 0);
  g_autofree char *label = g_strdup_printf (_ ("%s mm"), number);

  if (length < 50 || width < 60)
    return;
  cairo_save (cr);
  cairo_translate (cr, width - EDGE - 1, height - UPRIGHT_FOOT);
  cairo_rotate (cr, -G_PI / 2);
  ring_paint_set_colour (cr, ring_paper_guide (paper, INK));
  ring_label_draw (cr, label, (RingPoint){ length + 2, 0 }, LABEL_SIZE, RING_LABEL_START);
  draw_rule (cr, paper, length);
  cairo_restore (cr);
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
  set_hairline (cr, RING_PAPER_WHITE, 0.1);
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

/* A ring that is made on a guess is made twice: each sheet says so, also one without a view. */
static void
draw_to_confirm (
    cairo_t *cr, const RingDrawing *drawing, RingPaper paper, double width, double height)
{
  g_autofree char *us = ring_size_format (RING_SIZE_US, RING_SPEC_ASSUMED_CIRCUMFERENCE, NULL);
  g_autofree char *around = ring_number_format (RING_SPEC_ASSUMED_CIRCUMFERENCE, 2);
  g_autofree char *text = g_strdup_printf (
      _ ("Finger size to be confirmed: drawn at US %s, %s mm around"), us, around);
  double x = EDGE + 5;
  double y = height - BAR_FOOT - 5;

  if (ring_spec_is_size_known (drawing) || height < 2 * BAR_FOOT + EDGE)
    return;
  draw_veil (cr, paper, x - 1, y - 3.2, fmin (width, ring_label_width (cr, text, LABEL_SIZE) + 2),
             4.2);
  ring_paint_set_colour (cr, ring_paper_guide (paper, INK));
  ring_label_draw (cr, text, (RingPoint){ x, y }, LABEL_SIZE, RING_LABEL_START);
}

void
ring_page_draw_bars (
    cairo_t *cr, const RingExportOptions *options, RingPaper paper, double width, double height)
{
  draw_horizontal_bar (cr, options, paper, width, height);
  draw_vertical_bar (cr, paper, width, height);
}

/* What lies under the bars: where the drawing leaves a rim, the printer's own. */
static RingPaper
paper_at_foot (const RingDrawing *drawing, const Plan *plan)
{
  gboolean rim = plan->margin > 0 || plan->x > 1 || plan->y > 1;

  return rim ? RING_PAPER_WHITE : ring_paper_get_printed (drawing);
}

void
ring_page_draw (cairo_t *cr,
                const RingDrawing *drawing,
                const RingExportOptions *options,
                double paper_width,
                double paper_height,
                guint i)
{
  Plan plan = make_plan (drawing, options, paper_width, paper_height);
  RingPaper paper = paper_at_foot (drawing, &plan);

  if (options->layout == RING_EXPORT_STRIP)
    {
      ring_pattern_draw (cr, drawing, paper_width, paper_height, i);
      if (options->scale_bar)
        ring_page_draw_bars (cr, &(RingExportOptions){ .scale = 1 }, RING_PAPER_WHITE, paper_width,
                             paper_height);
      draw_to_confirm (cr, drawing, RING_PAPER_WHITE, paper_width, paper_height);
      return;
    }
  if (options->layout == RING_EXPORT_RECEIPT || options->layout == RING_EXPORT_CLIENT)
    {
      if (options->layout == RING_EXPORT_CLIENT)
        ring_client_sheet_draw (cr, drawing, paper_width, paper_height);
      else
        ring_receipt_draw (cr, drawing, paper_width, paper_height, i);
      if (options->scale_bar)
        ring_page_draw_bars (cr, &(RingExportOptions){ .scale = 1 }, RING_PAPER_WHITE, paper_width,
                             paper_height);
      return;
    }
  if (options->layout == RING_EXPORT_QUOTE)
    {
      ring_quote_draw (cr, drawing, paper_width, paper_height);
      return;
    }
  g_return_if_fail (i < plan.columns * plan.rows);

  if (plan.margin > 0)
    draw_tile (cr, drawing, options, &plan, i);
  else
    draw_whole (cr, drawing, options, &plan);
  if (options->scale_bar)
    ring_page_draw_bars (cr, options, paper, paper_width, paper_height);
  draw_to_confirm (cr, drawing, paper, paper_width, paper_height);
}
