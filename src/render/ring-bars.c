/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-bars.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-label.h"
#include "ring-number.h"
#include "ring-paint.h"

/* Paper mm. Printers cannot reach the outermost millimetres, and least of all the lower ones. */
#define EDGE 8.0
#define LEFT 18.0 /* where the content of sheets begins */
#define BAR_WIDTH 0.18
#define LABEL_SIZE 2.6
#define INK 0x3b4650ff
#define ENLARGED_INK 0x26282cff /* that of the sheet */

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
bar_label (double length, double scale)
{
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

void
ring_bars_draw_enlarged (cairo_t *cr, double scale, double x, double y, double tall, double brief)
{
  ring_paint_set_colour (cr, ENLARGED_INK);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 0.15);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + 10 * scale, y);
  for (int i = 0; i <= 10; i++)
    {
      cairo_move_to (cr, x + i * scale, y);
      cairo_line_to (cr, x + i * scale, y - (i % 5 == 0 ? tall : brief));
    }
  cairo_stroke (cr);
}

void
ring_bars_draw_veil (cairo_t *cr, RingPaper paper, double x, double y, double width, double height)
{
  guint32 colour = paper == RING_PAPER_WHITE ? 0xffffffff : ring_paper_colour (paper);

  cairo_rectangle (cr, x, y, width, height);
  ring_paint_set_colour (cr, (colour & ~0xffu) | 0xd0);
  cairo_fill (cr);
}

static void
draw_horizontal_bar (
    cairo_t *cr, double scale, RingPaper paper, double width, double height, double foot)
{
  double length = bar_length (width);
  g_autofree char *label = bar_label (length, scale);
  double x = LEFT;
  double label_width;

  if (length <= 0 || height < 2 * foot + EDGE)
    return;
  if (x + length > width - EDGE)
    x = EDGE;
  label_width = ring_label_width (cr, label, LABEL_SIZE);
  cairo_save (cr);
  cairo_translate (cr, x, height - foot);
  if (x + length + 4 + label_width <= width - EDGE)
    {
      ring_bars_draw_veil (cr, paper, -1, -4, length + 6 + label_width, 5);
      ring_paint_set_colour (cr, ring_paper_guide (paper, INK));
      ring_label_draw (cr, label, (RingPoint){ length + 4, 0 }, LABEL_SIZE, RING_LABEL_START);
    }
  else
    {
      double size = LABEL_SIZE * fmin (1, (width - EDGE - x) / label_width);

      ring_bars_draw_veil (cr, paper, -1, -4, length + 2, 9);
      ring_paint_set_colour (cr, ring_paper_guide (paper, INK));
      ring_label_draw (cr, label, (RingPoint){ 0, 3.6 }, size, RING_LABEL_START);
    }
  draw_rule (cr, paper, length);
  cairo_restore (cr);
}

/* Paper stretches differently along and across the printer's feed: the second rule stands. */
static void
draw_vertical_bar (cairo_t *cr, RingPaper paper, double width, double height, double side)
{
  double length = bar_length (height - RING_BARS_UPRIGHT - RING_BARS_FOOT - EDGE);
  g_autofree char *number = ring_number_format (length, 0);
  g_autofree char *label = g_strdup_printf (_ ("%s mm"), number);

  if (length < 50 || width < 60)
    return;
  cairo_save (cr);
  cairo_translate (cr, width - side, height - RING_BARS_UPRIGHT);
  cairo_rotate (cr, -G_PI / 2);
  ring_paint_set_colour (cr, ring_paper_guide (paper, INK));
  ring_label_draw (cr, label, (RingPoint){ length + 2, 0 }, LABEL_SIZE, RING_LABEL_START);
  draw_rule (cr, paper, length);
  cairo_restore (cr);
}

void
ring_bars_draw (cairo_t *cr,
                double scale,
                RingPaper paper,
                double width,
                double height,
                const RingBarsPlace *place)
{
  static const RingBarsPlace usual = { RING_BARS_FOOT, RING_BARS_SIDE };

  if (place == NULL)
    place = &usual;
  draw_horizontal_bar (cr, scale, paper, width, height, place->foot);
  draw_vertical_bar (cr, paper, width, height, place->side);
}
