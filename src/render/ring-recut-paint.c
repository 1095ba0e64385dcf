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

/* The silhouette of the solid along its width: the length lies flat, the table is up. */
static int
compare_points (gconstpointer a, gconstpointer b)
{
  const RingPoint *p = a, *q = b;

  return p->x != q->x ? (p->x > q->x) - (p->x < q->x) : (p->y > q->y) - (p->y < q->y);
}

static double
turn (RingPoint a, RingPoint b, RingPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/* One half of the hull of POINTS, from the first to the last; the same from the end for the other. */
static void
add_chain (GArray *hull, const GArray *points, gboolean back)
{
  guint first = hull->len;

  for (guint i = 0; i < points->len; i++)
    {
      RingPoint p = g_array_index (points, RingPoint, back ? points->len - 1 - i : i);

      while (hull->len >= first + 2
             && turn (g_array_index (hull, RingPoint, hull->len - 2),
                      g_array_index (hull, RingPoint, hull->len - 1), p) <= 0)
        g_array_set_size (hull, hull->len - 1);
      g_array_append_val (hull, p);
    }
}

static GArray *
make_profile (const RingRecutSize *size)
{
  g_autoptr (RingSolid) solid = ring_cut_solid (size->cut, size->length, size->width, size->depth);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RingPoint));
  GArray *hull = g_array_new (FALSE, FALSE, sizeof (RingPoint));

  for (guint i = 0; i < ring_solid_get_n_facets (solid); i++)
    {
      const RingFacet *facet = ring_solid_get_facet (solid, i);

      for (guint k = 0; k < facet->n_points; k++)
        {
          RingPoint p = { facet->points[k].y, -facet->points[k].z };

          g_array_append_val (points, p);
        }
    }
  g_array_sort (points, compare_points);
  add_chain (hull, points, FALSE);
  add_chain (hull, points, TRUE);
  return hull;
}

static void
dash_before (cairo_t *cr, double line, guint32 colour)
{
  const double dashes[] = { 4 * line, 3 * line };

  ring_paint_set_colour (cr, colour);
  cairo_set_line_width (cr, line);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* In mm, which LINE is in here; the length lies flat in both pictures. */
static void
draw_face (cairo_t *cr, const RingStoneRecut *recut, double line, guint32 colour)
{
  g_autoptr (RingPath) outline
      = ring_cut_outline_path (recut->before.cut, recut->before.length, recut->before.width);

  cairo_save (cr);
  cairo_rotate (cr, G_PI / 2);
  ring_paint_path (cr, outline);
  cairo_restore (cr);
  dash_before (cr, line, colour);
}

static void
draw_profile (cairo_t *cr, const RingStoneRecut *recut, double line, guint32 colour)
{
  g_autoptr (GArray) hull = make_profile (&recut->before);

  for (guint i = 0; i < hull->len; i++)
    cairo_line_to (cr, g_array_index (hull, RingPoint, i).x, g_array_index (hull, RingPoint, i).y);
  cairo_close_path (cr);
  dash_before (cr, line, colour);
}

static void
draw_after (cairo_t *cr, const RingStoneRecut *recut, RingGemView view, double line)
{
  const RingRecutSize *size = &recut->after.size;
  g_autoptr (GArray) shapes = NULL;
  RingGemLook look;

  ring_gem_look_init (&look, size->cut, size->length, size->width, view);
  look.depth = size->depth;
  look.scale = DETAIL;
  shapes = ring_gem_art (&look);
  cairo_save (cr);
  if (view == RING_GEM_TOP)
    cairo_rotate (cr, G_PI / 2);
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
  cairo_restore (cr);
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
  draw_after (cr, recut, RING_GEM_TOP, line / scale);
  draw_face (cr, recut, line / scale, colour);
  /* The middle of the depth, not the girdle. */
  cairo_translate (cr, before->length + gap, (ring_cut_crown_part (before->cut) - 0.5) * before->depth);
  draw_after (cr, recut, RING_GEM_SIDE, line / scale);
  draw_profile (cr, recut, line / scale, colour);
  cairo_restore (cr);
  return scale;
}
