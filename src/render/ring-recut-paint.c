/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-recut-paint.h"

#include <math.h>

#include "ring-gem-art.h"
#include "ring-paint.h"

/* Of the longest side, between the two pictures. */
#define GAP 0.25
/* As many facets as one sees at so many mm of paper for a mm. */
#define DETAIL 8

/* The length lies flat from both sides. */
static RingGemLook
look_at (const RingRecutSize *size, RingGemView view)
{
  RingGemLook look;

  ring_gem_look_init (&look, size->cut, size->length, size->width, view);
  if (view == RING_GEM_TOP)
    {
      look.right = (RingVec){ 0, 1, 0 };
      look.up = (RingVec){ -1, 0, 0 };
    }
  look.depth = size->depth;
  look.scale = DETAIL;
  return look;
}

static void
draw_before (cairo_t *cr, const RingGemLook *look, double line, guint32 colour)
{
  const double dashes[] = { 4 * line, 3 * line };
  g_autoptr (RingPath) outline = ring_gem_outline (look);

  ring_paint_path (cr, outline);
  ring_paint_set_colour (cr, colour);
  cairo_set_line_width (cr, line);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_after (cairo_t *cr, const RingGemLook *look, double line)
{
  g_autoptr (GArray) shapes = ring_gem_art (look);

  for (guint i = 0; i < shapes->len; i++)
    {
      const RingGemShape *shape = &g_array_index (shapes, RingGemShape, i);

      if (shape->dashed || shape->line <= 0)
        continue;
      ring_paint_path (cr, shape->path);
      ring_paint_set_colour (cr, shape->colour);
      cairo_set_line_width (cr, line);
      cairo_stroke (cr);
    }
}

/* In mm, which LINE is in here. */
static void
draw (cairo_t *cr, const RingStoneRecut *recut, RingGemView view, double line, guint32 colour)
{
  RingGemLook before = look_at (&recut->before, view);
  RingGemLook after = look_at (&recut->after.size, view);

  cairo_save (cr);
  cairo_translate (cr, recut->after.shift, view == RING_GEM_TOP ? 0 : -recut->after.rise);
  draw_after (cr, &after, line);
  cairo_restore (cr);
  draw_before (cr, &before, line, colour);
}

double
ring_recut_paint (
    cairo_t *cr, const RingStoneRecut *recut, RingRect box, double line, guint32 colour)
{
  const RingRecutSize *before = &recut->before;
  double gap = GAP * before->length;
  double wide = 2 * before->length + gap;
  double high = fmax (before->width, before->depth);
  double scale = fmin ((box.x1 - box.x0 - 2 * line) / wide, (box.y1 - box.y0 - 2 * line) / high);
  double middle = (box.y0 + box.y1) / 2;
  double x = (box.x0 + box.x1) / 2 - scale * wide / 2;

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_translate (cr, x + scale * before->length / 2, middle);
  cairo_scale (cr, scale, scale);
  draw (cr, recut, RING_GEM_TOP, line / scale, colour);
  /* The middle of the depth, not the girdle. */
  cairo_translate (cr, before->length + gap, (ring_cut_crown_part (before->cut) - 0.5) * before->depth);
  draw (cr, recut, RING_GEM_SIDE, line / scale, colour);
  cairo_restore (cr);
  return scale;
}
