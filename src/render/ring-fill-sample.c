/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-fill-sample.h"

#include <math.h>

#include "ring-paint.h"

/* The upper part of a shank of 2.4 mm, seen through the finger: mm, its centre at the origin. */
#define INNER 6.2
#define OUTER 8.6
#define FROM 205.0 /* degrees, clockwise on the picture, 0 to the right */
#define TO 335.0
#define LINE 0.16
#define INK 0x2b2b30ff

static void
add_arc (RingPath *path, double radius, double from, double to)
{
  const int n = 4;
  double turn = (to - from) / n * G_PI / 180;
  double k = 4.0 / 3 * tan (turn / 4) * radius;

  for (int i = 0; i < n; i++)
    {
      double a = from * G_PI / 180 + i * turn, b = a + turn;
      RingPoint start = { radius * cos (a), radius * sin (a) };
      RingPoint end = { radius * cos (b), radius * sin (b) };

      if (i == 0)
        ring_path_line_to (path, start);
      ring_path_curve_to (path, (RingPoint){ start.x - k * sin (a), start.y + k * cos (a) },
                          (RingPoint){ end.x + k * sin (b), end.y - k * cos (b) }, end);
    }
}

static RingPath *
make_outline (void)
{
  RingPath *path = ring_path_new ();

  add_arc (path, OUTER, FROM, TO);
  add_arc (path, INNER, TO, FROM);
  ring_path_close (path);
  return path;
}

static void
paint_cb (RingRegionMask *mask, RingRect window, gpointer data)
{
  ring_region_mask_line (mask, data, NULL, LINE);
}

static GArray *
make_shapes (RingPath *outline, RingForm form)
{
  double middle = (INNER + OUTER) / 2;
  RingRegionQuery query
      = { { 0, -middle }, { -2 * OUTER, -2 * OUTER, 2 * OUTER, OUTER }, 0, 0.02, LINE };
  g_autoptr (RingRegion) region = ring_region_find (&query, paint_cb, outline, NULL);

  return region != NULL ? ring_form_shapes (region, form, 0.004) : NULL;
}

void
ring_fill_sample_paint (
    cairo_t *cr, const RingFillChoice *choice, const RingMetalPaint *metal, int width, int height)
{
  static GArray *made[RING_N_FORMS];
  g_autoptr (RingPath) outline = make_outline ();
  RingRect bounds = ring_rect_inset (ring_path_get_bounds (outline), -0.4);
  double scale = fmin (width / (bounds.x1 - bounds.x0), height / (bounds.y1 - bounds.y0));
  GArray *shapes;

  if (made[choice->form] == NULL)
    made[choice->form] = make_shapes (outline, choice->form);
  shapes = made[choice->form];
  cairo_save (cr);
  cairo_translate (cr, width / 2.0, height / 2.0);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -(bounds.x0 + bounds.x1) / 2, -(bounds.y0 + bounds.y1) / 2);
  for (guint i = 0; shapes != NULL && i < shapes->len; i++)
    {
      const RingFormShape *shape = &g_array_index (shapes, RingFormShape, i);

      ring_paint_path (cr, shape->path);
      ring_paint_set_colour (cr, ring_fill_colour (choice, metal, shape->tone));
      cairo_fill (cr);
    }
  ring_paint_path (cr, outline);
  ring_paint_set_colour (cr, INK);
  cairo_set_line_width (cr, LINE);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_restore (cr);
}
