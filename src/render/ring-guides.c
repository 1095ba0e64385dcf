/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-guides.h"

#include "ring-gem-paint.h"
#include "ring-label.h"
#include "ring-lit-gems.h"
#include "ring-number.h"
#include "ring-paint.h"
#include "ring-reach.h"
#include "ring-view-label.h"
#include "ring-view-lines.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Paper mm. */
#define FRAME_TICK 4.0
#define SIGN_WIDTH 0.18

#define FRAME_COLOUR 0xc3ced8ff

static void
paint_line (cairo_t *cr, const RingViewLine *line, RingPaper paper, double scale)
{
  const RingLinePen *pen = ring_line_pen (line->style);
  double dashes[RING_LINE_DASHES];

  /* Dashes would be made for all of a line, also where nobody sees it. */
  if (!ring_reach_holds_path (cr, line->path, 0))
    return;
  for (int i = 0; i < pen->n_dashes; i++)
    dashes[i] = pen->dashes[i] / scale;
  cairo_set_dash (cr, dashes, pen->n_dashes, 0);
  cairo_set_line_width (cr, pen->true_width ? pen->width : pen->width / scale);
  ring_paint_path (cr, line->path);
  ring_paint_set_colour (cr, ring_paper_guide (paper, pen->colour));
  cairo_stroke (cr);
}

/* The corners of the view's window: enough to see where it ends, too little to fence it in. */
static void
paint_frame (cairo_t *cr, RingRect clip, RingPaper paper, double scale)
{
  double tick = FRAME_TICK / scale;
  double x[] = { clip.x0, clip.x1 };
  double y[] = { clip.y0, clip.y1 };

  for (int i = 0; i < 4; i++)
    {
      double dx = (i & 1) != 0 ? -tick : tick;
      double dy = (i & 2) != 0 ? -tick : tick;

      cairo_move_to (cr, x[i & 1] + dx, y[i >> 1]);
      cairo_line_to (cr, x[i & 1], y[i >> 1]);
      cairo_line_to (cr, x[i & 1], y[i >> 1] + dy);
    }
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 0.13 / scale);
  ring_paint_set_colour (cr, ring_paper_guide (paper, FRAME_COLOUR));
  cairo_stroke (cr);
}

/* In the upper right corner, the word before the sign. */
static void
paint_projection (cairo_t *cr, const RingDrawing *drawing, const RingViewHead *head, RingPaper paper)
{
  const char *word = ring_view_projection (drawing, head, TRUE);
  double inset = RING_LABEL_INSET;
  g_autoptr (RingPath) sign = NULL;
  RingRect bounds;

  if (word == NULL)
    return;
  sign = ring_view_projection_sign (drawing, head);
  bounds = ring_path_get_bounds (sign);
  cairo_save (cr);
  cairo_translate (cr, head->clip.x1, head->clip.y0);
  cairo_scale (cr, 1 / head->scale, 1 / head->scale);
  ring_paint_set_colour (cr, ring_paper_guide (paper, RING_LABEL_COLOUR));
  ring_label_draw (cr, word, (RingPoint){ bounds.x0 - 2 * inset, inset + bounds.y1 + 0.35 * RING_LABEL_EM },
                   RING_LABEL_EM, RING_LABEL_END);
  cairo_translate (cr, -inset, inset + bounds.y1);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, SIGN_WIDTH);
  ring_paint_path (cr, sign);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_window (cairo_t *cr, const RingDrawing *drawing, const RingView *view, RingPaper paper)
{
  const RingViewHead *head = ring_view_get_head (view);
  g_autofree char *label = ring_view_label (drawing, head, TRUE);
  double inset = RING_LABEL_INSET / head->scale;

  if (ring_rect_is_empty (head->clip))
    return;
  if (ring_reach_holds (cr, head->clip))
    paint_frame (cr, head->clip, paper, head->scale);
  ring_paint_set_colour (cr, ring_paper_guide (paper, RING_LABEL_COLOUR));
  ring_label_draw (cr, label, (RingPoint){ head->clip.x0 + inset, head->clip.y1 - inset },
                   RING_LABEL_EM / head->scale, RING_LABEL_START);
  paint_projection (cr, drawing, head, paper);
}

void
ring_guides_paint_lit_gems (cairo_t *cr, const RingDrawing *drawing, const RingViewHead *head)
{
  g_autoptr (GArray) gems = ring_lit_gems_list (drawing, head);

  for (guint i = 0; i < gems->len; i++)
    {
      const RingLitGem *gem = &g_array_index (gems, RingLitGem, i);

      cairo_save (cr);
      cairo_translate (cr, gem->at.x, gem->at.y);
      ring_gem_paint_shapes (cr, gem->shapes, head->scale);
      cairo_restore (cr);
    }
}

void
ring_guides_paint (cairo_t *cr, const RingDrawing *drawing, const RingView *view, RingPaper paper)
{
  const RingViewHead *head = ring_view_get_head (view);
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GArray) engraved = NULL;

  if (!(head->scale > 0))
    return;
  lines = ring_view_lines (drawing, head);
  engraved = ring_view_engraved_lines (drawing, head);

  cairo_save (cr);
  if (!ring_rect_is_empty (head->clip))
    ring_reach_clip (cr, head->clip);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  ring_guides_paint_lit_gems (cr, drawing, head);
  for (guint i = 0; i < lines->len; i++)
    paint_line (cr, &g_array_index (lines, RingViewLine, i), paper, head->scale);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < engraved->len; i++)
    paint_line (cr, &g_array_index (engraved, RingViewLine, i), paper, head->scale);
  cairo_restore (cr);

  cairo_save (cr);
  paint_window (cr, drawing, view, paper);
  cairo_restore (cr);
}
