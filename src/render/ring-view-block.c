/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-view-block.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-bars.h"
#include "ring-label.h"
#include "ring-number.h"
#include "ring-paint.h"
#include "ring-size.h"
#include "ring-spec.h"
#include "ring-view-label.h"
#include "ring-view-picture.h"
#include "ring-view-plan.h"

#define GAP 12.0     /* between columns; a measure stands in it */
#define LEFT 9.0     /* of the front view, for its height */
#define CAPTION 5.0  /* over each view */
#define BELOW 7.5    /* front and side, for a measure */
#define RULE 7.0     /* at the foot, for the rule in mm of the ring */
#define OFF 3.6      /* from the ring to a line of measure */
#define TEXT 2.4
#define INK 0x26282cff
#define GREY 0x6b6f76ff

enum
{
  FRONT,
  TOP,
  SIDE,
  CORNER,
};

/* Of each place in the block, the view in it. */
static const RingViewKind kinds[] = { RING_VIEW_FRONT, RING_VIEW_TOP, RING_VIEW_SIDE, RING_VIEW_THREE_QUARTER };

static double
crop_width (const RingViewBlock *block, guint i)
{
  return block->views[i] != NULL ? block->crops[i].x1 - block->crops[i].x0 : 0;
}

static double
crop_height (const RingViewBlock *block, guint i)
{
  return block->views[i] != NULL ? block->crops[i].y1 - block->crops[i].y0 : 0;
}

/* Views in line show the same piece of the axis that they share. */
static void
align (RingViewBlock *block)
{
  RingRect *front = &block->crops[FRONT];
  RingRect *top = &block->crops[TOP];
  RingRect *side = &block->crops[SIDE];

  if (block->views[FRONT] != NULL && block->views[TOP] != NULL)
    {
      front->x0 = top->x0 = fmin (front->x0, top->x0);
      front->x1 = top->x1 = fmax (front->x1, top->x1);
    }
  if (block->views[FRONT] != NULL && block->views[SIDE] != NULL)
    {
      front->y0 = side->y0 = fmin (front->y0, side->y0);
      front->y1 = side->y1 = fmax (front->y1, side->y1);
    }
}

static double
column_and_gap (double width)
{
  return width > 0 ? width + GAP : 0;
}

/* Lays the block out at SCALE; FALSE where it does not fit. */
static gboolean
lay_out (RingViewBlock *block, double scale, double width, double height)
{
  double over = CAPTION + BELOW;
  double wide, high;

  block->scale = scale;
  block->columns[0] = scale * fmax (crop_width (block, FRONT), crop_width (block, TOP));
  block->columns[1] = scale * crop_width (block, SIDE);
  block->rows[0] = block->views[TOP] != NULL ? scale * crop_height (block, TOP) + CAPTION + 1 : 0;
  block->rows[1] = scale * fmax (crop_height (block, FRONT), crop_height (block, SIDE));
  block->rows[1] += block->rows[1] > 0 ? over : 0;
  high = block->rows[0] + block->rows[1];
  wide = LEFT + column_and_gap (block->columns[0]) + column_and_gap (block->columns[1]);
  block->beside = scale;
  if (block->views[CORNER] != NULL)
    {
      double room = width - wide;

      if (high <= 0)
        high = fmin (height - RULE, scale * crop_height (block, CORNER) + over);
      while (block->beside > 1
             && (block->beside * crop_width (block, CORNER) > room
                 || block->beside * crop_height (block, CORNER) + over > high))
        block->beside -= 0.5;
      block->columns[2] = block->beside * crop_width (block, CORNER);
      wide += block->columns[2];
    }
  block->width = wide;
  block->height = high + RULE;
  return wide <= width && block->height <= height;
}

gboolean
ring_view_block_init (RingViewBlock *block,
                      const RingDrawing *drawing,
                      const RingRecord *ring,
                      double width,
                      double height)
{
  static const double scales[] = { 5, 4, 3, 2.5, 2, 1.5, 1, 0.5 };
  gboolean any = FALSE;

  *block = (RingViewBlock){ .drawing = drawing, .ring = ring };
  block->first_angle = ring != NULL && ring_view_plan_is_first_angle (drawing, ring_record_get_id (ring));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      block->views[i] = ring_view_picture_find (drawing, ring, kinds[i]);
      if (block->views[i] == NULL)
        continue;
      block->crops[i] = ring_view_picture_crop (drawing, block->views[i]);
      any = TRUE;
    }
  align (block);
  for (guint i = 0; any && i < G_N_ELEMENTS (scales); i++)
    if (lay_out (block, scales[i], width, height))
      return TRUE;
  return any;
}

/* ----------------------------------------------------------------- measures */

static void
draw_arrow (cairo_t *cr, RingPoint tip, double dx, double dy)
{
  cairo_move_to (cr, tip.x, tip.y);
  cairo_line_to (cr, tip.x + 1.7 * dx - 0.32 * dy, tip.y + 1.7 * dy + 0.32 * dx);
  cairo_line_to (cr, tip.x + 1.7 * dx + 0.32 * dy, tip.y + 1.7 * dy - 0.32 * dx);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* A line of measure from A to B, which are level or upright, with its text; FROM is how far above it (or to its
 * left) the ring is that the lines at its ends come from, less than 0 where it is on the other side. */
static void
draw_measure (cairo_t *cr, RingPoint a, RingPoint b, double from, double mm)
{
  g_autofree char *text = ring_number_format (mm, 2);
  gboolean level = fabs (a.y - b.y) < 1e-9;
  double length = level ? b.x - a.x : b.y - a.y;
  double ux = level ? 1 : 0, uy = level ? 0 : 1;
  double past = copysign (1, from);
  double width = ring_label_width (cr, text, TEXT);
  gboolean narrow = length < width + 5;

  ring_paint_set_colour (cr, INK);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, 0.12);
  cairo_move_to (cr, a.x - uy * from, a.y - ux * from);
  cairo_line_to (cr, a.x + uy * past, a.y + ux * past);
  cairo_move_to (cr, b.x - uy * from, b.y - ux * from);
  cairo_line_to (cr, b.x + uy * past, b.y + ux * past);
  /* Where the arrows find no room between the ends, they come from outside. */
  cairo_move_to (cr, a.x - (narrow ? 3 * ux : 0), a.y - (narrow ? 3 * uy : 0));
  cairo_line_to (cr, b.x + (narrow ? 3 * ux : 0), b.y + (narrow ? 3 * uy : 0));
  cairo_stroke (cr);
  draw_arrow (cr, a, narrow ? -ux : ux, narrow ? -uy : uy);
  draw_arrow (cr, b, narrow ? ux : -ux, narrow ? uy : -uy);
  cairo_save (cr);
  if (level)
    cairo_translate (cr, narrow ? b.x + 3.6 + width / 2 : (a.x + b.x) / 2, narrow ? a.y + 0.9 : a.y - 0.8);
  else
    {
      cairo_translate (cr, a.x - 0.8, narrow ? a.y - 3.6 - width / 2 : (a.y + b.y) / 2);
      cairo_rotate (cr, -G_PI / 2);
    }
  ring_label_draw (cr, text, (RingPoint){ 0, 0 }, TEXT, RING_LABEL_CENTRE);
  cairo_restore (cr);
}

/* X and Y are where the ring's origin lies on the paper. */
static void
measure_front (const RingViewBlock *block, cairo_t *cr, const RingSpec *spec, double x, double y)
{
  RingRect ring = ring_view_picture_bounds (block->drawing, block->views[FRONT]);
  double s = block->scale;
  double radius = ring_band_radius (&spec->band);
  double foot = y + s * ring.y1 + OFF;
  double left = x + s * ring.x0 - OFF;
  double base = radius + ring_band_thickness (&spec->band, G_PI);
  double right = x + s * ring.x1 + OFF;

  if (ring_rect_is_empty (ring))
    return;
  draw_measure (cr, (RingPoint){ x - s * radius, foot }, (RingPoint){ x + s * radius, foot },
                s * ring.y1 + OFF - 1, ring_size_diameter (spec->band.circumference));
  draw_measure (cr, (RingPoint){ left, y + s * ring.y0 }, (RingPoint){ left, y + s * ring.y1 },
                s * ring.x0 - OFF + 2 * s, ring.y1 - ring.y0);
  draw_measure (cr, (RingPoint){ right, y + s * radius }, (RingPoint){ right, y + s * base },
                s * ring.x1 + OFF - 2 * s, base - radius);
}

static void
measure_side (const RingViewBlock *block, cairo_t *cr, const RingSpec *spec, double x, double y)
{
  RingRect ring = ring_view_picture_bounds (block->drawing, block->views[SIDE]);
  double half = ring_band_width (&spec->band, G_PI) / 2;
  double foot = y + block->scale * ring.y1 + OFF;

  if (!ring_rect_is_empty (ring))
    draw_measure (cr, (RingPoint){ x - block->scale * half, foot },
                  (RingPoint){ x + block->scale * half, foot }, OFF, 2 * half);
}

/* ------------------------------------------------------------------ drawing */

static void
draw_view (const RingViewBlock *block, cairo_t *cr, guint i, double x, double y)
{
  double scale = i == CORNER ? block->beside : block->scale;
  RingViewPicture picture = { block->crops[i], scale, TRUE };
  g_autofree char *ratio = ring_number_format_scale (scale);
  g_autofree char *caption = g_strdup_printf ("%s %s", ring_view_title (kinds[i], TRUE), ratio);
  double ox = x - scale * block->crops[i].x0;
  double oy = y + CAPTION - scale * block->crops[i].y0;
  RingSpec spec;

  ring_label_write (cr, caption, x, y + 3, TEXT, GREY, RING_LABEL_START);
  ring_view_picture_draw (cr, block->drawing, block->views[i], &picture, x, y + CAPTION);
  ring_spec_init (&spec, block->ring);
  if (i == FRONT)
    measure_front (block, cr, &spec, ox, oy);
  if (i == SIDE)
    measure_side (block, cr, &spec, ox, oy);
}

/* Ten millimetres of the ring: what the paper really did to the scale. */
static void
draw_rule (const RingViewBlock *block, cairo_t *cr, double x, double y)
{
  g_autofree char *ratio = ring_number_format_scale (block->scale);
  /* Translators: beside a rule of ten mm of an enlarged ring; %s is "3:1". */
  g_autofree char *text = g_strdup_printf (_ ("10 mm of the ring at %s; all measures in mm"), ratio);

  ring_bars_draw_enlarged (cr, block->scale, x, y, 2.2, 1.2);
  ring_label_write (cr, text, x + 10 * block->scale + 3, y, TEXT, GREY, RING_LABEL_START);
}

/* Third angle: top over front, the right side to its right; first angle the other way round. */
void
ring_view_block_draw (const RingViewBlock *block, cairo_t *cr, double x, double y)
{
  double high = block->rows[0] + block->rows[1];
  double front_x = x + LEFT + (block->first_angle ? column_and_gap (block->columns[1]) : 0);
  double side_x = block->first_angle ? x + LEFT : x + LEFT + column_and_gap (block->columns[0]);
  double corner_x = x + LEFT + column_and_gap (block->columns[0]) + column_and_gap (block->columns[1]);
  double front_y = block->first_angle ? y : y + block->rows[0];
  double top_y = block->first_angle ? y + block->rows[1] : y;

  if (block->views[FRONT] != NULL)
    draw_view (block, cr, FRONT, front_x, front_y);
  if (block->views[TOP] != NULL)
    draw_view (block, cr, TOP, front_x, top_y);
  if (block->views[SIDE] != NULL)
    draw_view (block, cr, SIDE, side_x, front_y);
  if (block->views[CORNER] != NULL)
    draw_view (block, cr, CORNER, corner_x, y);
  draw_rule (block, cr, x + LEFT, y + fmax (high, block->height - RULE) + RULE - 2);
}
