/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-flow.h"

#include <math.h>
#include <string.h>

#define TEXT 3.0
#define SMALL 2.4
#define HEADING 3.6
#define LABELS 0.22 /* of the width */
#define CELL_GAP 2.0
#define LEAST_ROW 5.0 /* there is to be room for a pen */
#define CELL_LINES 12  /* a row is never parted */

void
ring_flow_init (RingFlow *flow, cairo_t *cr, RingRect first, RingRect later, guint wanted)
{
  *flow = (RingFlow){ .cr = cr, .room = first, .later = later, .wanted = wanted, .y = first.y0 };
}

double
ring_flow_width (const RingFlow *flow)
{
  return flow->room.x1 - flow->room.x0;
}

gboolean
ring_flow_draws (const RingFlow *flow)
{
  return flow->page == flow->wanted;
}

void
ring_flow_need (RingFlow *flow, double height)
{
  if (flow->y + height <= flow->room.y1 + 1e-6 || flow->y <= flow->room.y0 + 1e-6)
    return;
  flow->page++;
  flow->room = flow->later;
  flow->y = flow->room.y0;
}

double
ring_flow_write (const RingFlow *flow,
                 const char *text,
                 double x,
                 double width,
                 double size,
                 gboolean bold,
                 guint32 colour)
{
  RingProse prose = { .size = size, .bold = bold, .colour = ring_flow_draws (flow) ? colour : 0 };

  return ring_prose_write (flow->cr, &prose, text, x, flow->y, width);
}

void
ring_flow_title (RingFlow *flow, const char *text, double width, double size, guint32 colour)
{
  RingProse prose = { .size = size, .colour = ring_flow_draws (flow) ? colour : 0, .lines = 3 };

  flow->y += ring_prose_write (flow->cr, &prose, text, flow->room.x0, flow->y, width);
}

static double
write_cell (const RingFlow *flow, const char *text, double x, double width, guint32 colour)
{
  RingProse prose = { .size = TEXT, .colour = colour, .lines = CELL_LINES };

  return ring_prose_write (flow->cr, &prose, text, x, flow->y, width);
}

static double
measure (const RingFlow *flow, const char *text, double width, double size, gboolean bold)
{
  RingProse prose = { .size = size, .bold = bold };

  return ring_prose_write (flow->cr, &prose, text, 0, 0, width);
}

void
ring_flow_skip (RingFlow *flow, double height)
{
  if (flow->y > flow->room.y0 + 1e-6)
    flow->y += height;
}

static void
draw_rule (const RingFlow *flow, double y, double thick)
{
  if (ring_flow_draws (flow))
    ring_prose_rule (flow->cr, flow->room.x0, flow->room.x1, y, thick, RING_FLOW_RULE);
}

void
ring_flow_rule (RingFlow *flow)
{
  draw_rule (flow, flow->y, 0.2);
}

void
ring_flow_heading (RingFlow *flow, const char *text, double keep)
{
  RingProse prose = { .size = HEADING, .bold = TRUE, .lines = 2 };
  double height = ring_prose_write (flow->cr, &prose, text, 0, 0, ring_flow_width (flow));

  ring_flow_skip (flow, 4.5);
  ring_flow_need (flow, height + 2 + keep);
  prose.colour = ring_flow_draws (flow) ? RING_FLOW_INK : 0;
  flow->y += ring_prose_write (flow->cr, &prose, text, flow->room.x0, flow->y, ring_flow_width (flow)) + 1.2;
}

/* A place between two words near the middle of TEXT, or after its half; 0 for one that cannot be parted. */
static gsize
find_middle (const char *text)
{
  gsize half = strlen (text) / 2;
  const char *space = memchr (text + half, ' ', strlen (text) - half);
  const char *at = space != NULL ? space : g_utf8_find_prev_char (text, text + half + 1);

  return at != NULL ? (gsize) (at - text) : 0;
}

void
ring_flow_paragraph (RingFlow *flow, const char *text, guint32 colour)
{
  double width = ring_flow_width (flow);
  double height = measure (flow, text, width, TEXT, FALSE);
  gsize middle = height > flow->later.y1 - flow->later.y0 ? find_middle (text) : 0;

  /* What no page holds is parted, and so are its halves. */
  if (middle > 0)
    {
      g_autofree char *begin = g_strndup (text, middle);

      ring_flow_paragraph (flow, begin, colour);
      ring_flow_paragraph (flow, text + middle + (text[middle] == ' '), colour);
      return;
    }
  ring_flow_need (flow, height);
  flow->y += ring_flow_write (flow, text, flow->room.x0, width, TEXT, FALSE, colour) + 1.2;
}

void
ring_flow_row (RingFlow *flow, const char *label, const char *text)
{
  double labels = LABELS * ring_flow_width (flow);
  double rest = ring_flow_width (flow) - labels;
  double height;

  if (text == NULL || text[0] == '\0')
    return;
  height = fmax (measure (flow, text, rest, TEXT, FALSE), measure (flow, label, labels - CELL_GAP, TEXT, FALSE));
  if (height > flow->later.y1 - flow->later.y0)
    {
      ring_flow_paragraph (flow, label, RING_FLOW_GREY);
      ring_flow_paragraph (flow, text, RING_FLOW_INK);
      return;
    }
  ring_flow_need (flow, height);
  ring_flow_write (flow, label, flow->room.x0, labels - CELL_GAP, TEXT, FALSE, RING_FLOW_GREY);
  ring_flow_write (flow, text, flow->room.x0 + labels, rest, TEXT, FALSE, RING_FLOW_INK);
  flow->y += height + 1.2;
}

/* ------------------------------------------------------------------- tables */

static double
column_width (const RingFlow *flow, const RingFlowColumn *columns, guint n, guint i)
{
  double sum = 0;

  for (guint k = 0; k < n; k++)
    sum += columns[k].part;
  return ring_flow_width (flow) * columns[i].part / sum;
}

static void
put_titles (RingFlow *flow, const RingFlowColumn *columns, guint n)
{
  double x = flow->room.x0;
  double height = 0;

  for (guint i = 0; i < n; i++)
    {
      double width = column_width (flow, columns, n, i);

      height = fmax (height, ring_flow_write (flow, columns[i].title, x, width - CELL_GAP, SMALL, FALSE, RING_FLOW_GREY));
      x += width;
    }
  flow->y += height + 0.8;
  draw_rule (flow, flow->y, 0.25);
  flow->y += 1;
}

void
ring_flow_table_head (RingFlow *flow, const RingFlowColumn *columns, guint n)
{
  ring_flow_need (flow, 3 * LEAST_ROW);
  put_titles (flow, columns, n);
}

void
ring_flow_table_row (RingFlow *flow, const RingFlowColumn *columns, guint n, const char *const *cells)
{
  guint page = flow->page;
  double height = LEAST_ROW - 1.6;
  double x;

  for (guint i = 0; i < n; i++)
    if (cells[i] != NULL)
      height = fmax (height, write_cell (flow, cells[i], 0, column_width (flow, columns, n, i) - CELL_GAP, 0));
  ring_flow_need (flow, height + 1.6);
  if (flow->page != page)
    put_titles (flow, columns, n);
  x = flow->room.x0;
  for (guint i = 0; i < n; i++)
    {
      double width = column_width (flow, columns, n, i);

      if (cells[i] != NULL)
        write_cell (flow, cells[i], x, width - CELL_GAP, ring_flow_draws (flow) ? RING_FLOW_INK : 0);
      x += width;
    }
  flow->y += height + 0.8;
  draw_rule (flow, flow->y, 0.12);
  flow->y += 0.8;
}
