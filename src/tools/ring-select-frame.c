/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-select-frame.h"

/* All in pixels. */
#define MARGIN 10.0
#define REACH 9.5 /* less than the margin: what is framed can be taken hold of at its edge */
#define HANDLE 4.0 /* half of it */
#define STEM 26.0  /* from the frame to the handle that turns */
#define KNOB 4.5   /* its radius */
#define CROSS 6.0
/* A side that is shorter has no handle in its middle: the corners' would leave no room for it. */
#define LEAST_SIDE 56.0

static RingRect
get_outer (RingRect bounds, double pixel)
{
  return ring_rect_inset (bounds, -MARGIN * pixel);
}

static void
get_direction (RingSelectHandle handle, int *hx, int *hy)
{
  static const gint8 directions[][2] = { { -1, -1 }, { 0, -1 }, { 1, -1 }, { 1, 0 },
                                         { 1, 1 },   { 0, 1 },  { -1, 1 }, { -1, 0 } };
  guint i = handle - RING_SELECT_TOP_LEFT;

  g_assert (handle >= RING_SELECT_TOP_LEFT && i < G_N_ELEMENTS (directions));
  *hx = directions[i][0];
  *hy = directions[i][1];
}

static double
between (double a, double b, int side)
{
  return side < 0 ? a : side > 0 ? b : (a + b) / 2;
}

RingPoint
ring_select_frame_place (RingRect bounds, RingSelectHandle handle, int *hx, int *hy)
{
  get_direction (handle, hx, hy);
  return (RingPoint){ between (bounds.x0, bounds.x1, *hx), between (bounds.y0, bounds.y1, *hy) };
}

static gboolean
has_handle (RingRect outer, RingSelectHandle handle, double pixel)
{
  int hx, hy;

  get_direction (handle, &hx, &hy);
  if (hx == 0)
    return outer.x1 - outer.x0 >= LEAST_SIDE * pixel;
  return hy != 0 || outer.y1 - outer.y0 >= LEAST_SIDE * pixel;
}

static RingPoint
get_knob (RingRect outer, double pixel)
{
  return (RingPoint){ (outer.x0 + outer.x1) / 2, outer.y0 - STEM * pixel };
}

RingSelectHandle
ring_select_frame_find (RingRect bounds, const RingPoint *pivot, double pixel, RingPoint point)
{
  RingRect outer = get_outer (bounds, pixel);
  RingSelectHandle found = RING_SELECT_NONE;
  double best = REACH * pixel;

  if (ring_point_distance (get_knob (outer, pixel), point) <= best)
    return RING_SELECT_TURN;
  for (RingSelectHandle h = RING_SELECT_TOP_LEFT; h <= RING_SELECT_LEFT; h++)
    {
      int hx, hy;
      double distance = ring_point_distance (ring_select_frame_place (outer, h, &hx, &hy), point);

      if (distance > best || !has_handle (outer, h, pixel))
        continue;
      best = distance;
      found = h;
    }
  if (found == RING_SELECT_NONE && pivot != NULL
      && ring_point_distance (*pivot, point) <= REACH * pixel)
    return RING_SELECT_PIVOT;
  if (found == RING_SELECT_NONE && ring_rect_contains (outer, point))
    return RING_SELECT_INSIDE;
  return found;
}

RingPath *
ring_select_frame_get_box (RingRect bounds, double pixel)
{
  RingPath *path = ring_path_new ();

  ring_path_add_rect (path, get_outer (bounds, pixel));
  return path;
}

RingPath *
ring_select_frame_get_stem (RingRect bounds, double pixel)
{
  RingRect outer = get_outer (bounds, pixel);
  RingPoint knob = get_knob (outer, pixel);
  RingPath *path = ring_path_new ();

  ring_path_move_to (path, (RingPoint){ knob.x, outer.y0 });
  ring_path_line_to (path, (RingPoint){ knob.x, knob.y + KNOB * pixel });
  return path;
}

RingPath *
ring_select_frame_get_handles (RingRect bounds, double pixel)
{
  RingRect outer = get_outer (bounds, pixel);
  RingPath *path = ring_path_new ();

  for (RingSelectHandle h = RING_SELECT_TOP_LEFT; h <= RING_SELECT_LEFT; h++)
    {
      int hx, hy;
      RingPoint at = ring_select_frame_place (outer, h, &hx, &hy);

      if (has_handle (outer, h, pixel))
        ring_path_add_rect (path, ring_rect_inset ((RingRect){ at.x, at.y, at.x, at.y },
                                                   -HANDLE * pixel));
    }
  ring_path_add_ellipse (path, get_knob (outer, pixel), KNOB * pixel, KNOB * pixel);
  return path;
}

RingPath *
ring_select_frame_get_pivot (RingPoint p, double pixel)
{
  RingPath *path = ring_path_new ();
  double arm = CROSS * pixel;

  ring_path_move_to (path, (RingPoint){ p.x - arm, p.y });
  ring_path_line_to (path, (RingPoint){ p.x + arm, p.y });
  ring_path_move_to (path, (RingPoint){ p.x, p.y - arm });
  ring_path_line_to (path, (RingPoint){ p.x, p.y + arm });
  ring_path_add_ellipse (path, p, arm / 2, arm / 2);
  return path;
}
