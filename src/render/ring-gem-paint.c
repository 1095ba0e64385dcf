/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-gem-paint.h"

#include "ring-paint.h"

void
ring_gem_paint_shapes (cairo_t *cr, const GArray *shapes, double scale)
{
  const double dashes[2] = { 0.7 / scale, 0.5 / scale };

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < shapes->len; i++)
    {
      const RingGemShape *shape = &g_array_index (shapes, RingGemShape, i);

      ring_paint_path (cr, shape->path);
      ring_paint_set_colour (cr, shape->colour);
      if (shape->line > 0)
        {
          cairo_set_line_width (cr, shape->line / scale);
          cairo_set_dash (cr, dashes, shape->dashed ? 2 : 0, 0);
          cairo_stroke (cr);
        }
      else
        cairo_fill (cr);
    }
  cairo_restore (cr);
}

void
ring_gem_paint (cairo_t *cr, const RingGemLook *look)
{
  g_autoptr (GArray) shapes = ring_gem_art (look);

  cairo_save (cr);
  cairo_scale (cr, look->scale, look->scale);
  ring_gem_paint_shapes (cr, shapes, look->scale);
  cairo_restore (cr);
}
