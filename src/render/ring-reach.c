/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-reach.h"

#include <math.h>

/* Half the side of the square, device units. 8,388,607 is the last number cairo has, but an edge
 * 500,000 long is already painted in the wrong place (cairo 1.16, measured; 280,000 is right). */
#define REACH 65536.0

/* Past the clip by this much, device units, outlines may be cut: rounding and line joins stay
 * outside of what is seen. */
#define MARGIN 64.0

static RingMatrix
get_matrix (cairo_t *cr)
{
  cairo_matrix_t m;

  cairo_get_matrix (cr, &m);
  return (RingMatrix){ m.xx, m.yx, m.xy, m.yy, m.x0, m.y0 };
}

gboolean
ring_reach_holds (cairo_t *cr, RingRect rect)
{
  RingMatrix m = get_matrix (cr);
  double x = fmax (fabs (rect.x0), fabs (rect.x1));
  double y = fmax (fabs (rect.y0), fabs (rect.y1));

  return fabs (m.xx) * x + fabs (m.xy) * y + fabs (m.x0) < REACH
         && fabs (m.yx) * x + fabs (m.yy) * y + fabs (m.y0) < REACH;
}

gboolean
ring_reach_holds_path (cairo_t *cr, const RingPath *path, double width)
{
  gsize n_points;
  const RingPoint *p = ring_path_get_points (path, &n_points);
  double x = 0;
  double y = 0;

  /* Cheaper than the path's true bounds, and control points count too. */
  for (gsize i = 0; i < n_points; i++)
    {
      x = MAX (x, fabs (p[i].x));
      y = MAX (y, fabs (p[i].y));
    }
  return ring_reach_holds (cr, (RingRect){ -x - width, -y - width, x + width, y + width });
}

RingRect
ring_reach_cut (cairo_t *cr, RingRect rect)
{
  RingMatrix m = get_matrix (cr);
  RingMatrix inverse;
  RingRect limit = { -REACH, -REACH, REACH, REACH };

  if (ring_reach_holds (cr, rect) || !ring_matrix_invert (&m, &inverse))
    return rect;
  return ring_rect_intersect (rect, ring_matrix_apply_rect (&inverse, limit));
}

/* A clip with soft edges would send every fill through cairo's slow way and show at the seams
 * of tiles. */
void
ring_reach_clip (cairo_t *cr, RingRect rect)
{
  cairo_antialias_t antialias = cairo_get_antialias (cr);

  rect = ring_reach_cut (cr, rect);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_rectangle (cr, rect.x0, rect.y0, MAX (0, rect.x1 - rect.x0), MAX (0, rect.y1 - rect.y0));
  cairo_clip (cr);
  cairo_set_antialias (cr, antialias);
}

RingRect
ring_reach_widen (cairo_t *cr, RingRect rect, double pixels)
{
  RingMatrix m = get_matrix (cr);
  double scale = ring_matrix_scale (&m);

  return scale > 0 ? ring_rect_inset (rect, -pixels / scale) : rect;
}

/* What can be seen of the device, with a margin; all of the reach where nothing bounds it. */
static RingRect
get_window (cairo_t *cr, double margin)
{
  RingMatrix m = get_matrix (cr);
  RingRect reach = { -REACH, -REACH, REACH, REACH };
  RingRect clip;

  cairo_clip_extents (cr, &clip.x0, &clip.y0, &clip.x1, &clip.y1);
  clip = ring_rect_inset (ring_matrix_apply_rect (&m, clip), -margin);
  return ring_rect_intersect (clip, reach);
}

typedef enum
{
  SIDE_LEFT,
  SIDE_RIGHT,
  SIDE_TOP,
  SIDE_BOTTOM,
} Side;

/* How far P lies inside one side of WINDOW; negative outside. */
static double
inside_by (RingRect window, Side side, RingPoint p)
{
  switch (side)
    {
    case SIDE_LEFT:
      return p.x - window.x0;
    case SIDE_RIGHT:
      return window.x1 - p.x;
    case SIDE_TOP:
      return p.y - window.y0;
    default:
      return window.y1 - p.y;
    }
}

static RingPoint
between (RingPoint a, RingPoint b, double t)
{
  return (RingPoint){ a.x + t * (b.x - a.x), a.y + t * (b.y - a.y) };
}

/* Sutherland and Hodgman, "Reentrant polygon clipping", CACM 17 (1974): against one side. The
 * winding of every point inside the window stays what it was. */
static GArray *
cut_side (GArray *polygon, RingRect window, Side side)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (RingPoint));

  for (guint i = 0; i < polygon->len; i++)
    {
      RingPoint a = g_array_index (polygon, RingPoint, i);
      RingPoint b = g_array_index (polygon, RingPoint, (i + 1) % polygon->len);
      double da = inside_by (window, side, a);
      double db = inside_by (window, side, b);

      if (da >= 0)
        g_array_append_val (out, a);
      if ((da >= 0) != (db >= 0))
        {
          RingPoint cut = between (a, b, da / (da - db));

          g_array_append_val (out, cut);
        }
    }
  g_array_unref (polygon);
  return out;
}

/* The polylines of PATH in device units. */
static GPtrArray *
flatten (cairo_t *cr, const RingPath *path)
{
  RingMatrix m = get_matrix (cr);
  g_autoptr (RingPath) device = ring_path_transform (path, &m);

  return ring_path_flatten (device, 0.1);
}

void
ring_reach_append_fill (cairo_t *cr, const RingPath *path)
{
  g_autoptr (GPtrArray) lines = flatten (cr, path);
  RingRect window = get_window (cr, MARGIN);

  /* A path keeps the place it had on the device, so the matrix may change under it. */
  cairo_save (cr);
  cairo_identity_matrix (cr);
  for (guint i = 0; i < lines->len; i++)
    {
      GArray *polygon = g_array_ref (g_ptr_array_index (lines, i));

      for (Side side = SIDE_LEFT; side <= SIDE_BOTTOM; side++)
        polygon = cut_side (polygon, window, side);
      for (guint k = 0; k < polygon->len; k++)
        {
          RingPoint p = g_array_index (polygon, RingPoint, k);

          cairo_line_to (cr, p.x, p.y);
        }
      if (polygon->len > 0)
        {
          cairo_close_path (cr);
          cairo_new_sub_path (cr);
        }
      g_array_unref (polygon);
    }
  cairo_restore (cr);
}

/* Liang and Barsky: the part of A to B that lies in WINDOW. */
static gboolean
cut_segment (RingRect window, RingPoint *a, RingPoint *b)
{
  double from = 0;
  double to = 1;
  RingPoint start = *a;
  RingPoint end = *b;

  for (Side side = SIDE_LEFT; side <= SIDE_BOTTOM; side++)
    {
      double da = inside_by (window, side, start);
      double db = inside_by (window, side, end);

      if (da < 0 && db < 0)
        return FALSE;
      if (da < 0)
        from = fmax (from, da / (da - db));
      else if (db < 0)
        to = fmin (to, da / (da - db));
    }
  if (from > to)
    return FALSE;
  *a = between (start, end, from);
  *b = between (start, end, to);
  return TRUE;
}

void
ring_reach_append_line (cairo_t *cr, const RingPath *path, double width)
{
  g_autoptr (GPtrArray) lines = flatten (cr, path);
  RingMatrix m = get_matrix (cr);
  RingRect window = get_window (cr, MARGIN + fmin (REACH, width * ring_matrix_scale (&m)));

  cairo_save (cr);
  cairo_identity_matrix (cr);
  for (guint i = 0; i < lines->len; i++)
    {
      GArray *line = g_ptr_array_index (lines, i);
      gboolean joined = FALSE;

      for (guint k = 1; k < line->len; k++)
        {
          RingPoint a = g_array_index (line, RingPoint, k - 1);
          RingPoint b = g_array_index (line, RingPoint, k);
          RingPoint end = b;

          if (!cut_segment (window, &a, &b))
            {
              joined = FALSE;
              continue;
            }
          if (!joined)
            cairo_move_to (cr, a.x, a.y);
          cairo_line_to (cr, b.x, b.y);
          joined = b.x == end.x && b.y == end.y;
        }
    }
  cairo_restore (cr);
}
