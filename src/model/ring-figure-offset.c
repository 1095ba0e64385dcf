/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-figure-offset.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-arc.h"
#include "ring-error.h"
#include "ring-fit.h"

/* mm; and how many points each piece of a curve is looked at in. */
#define TOLERANCE 0.002
#define STEPS 48

static RingPoint
polar (RingPoint centre, RingPoint through, double radius)
{
  double angle = atan2 (through.y - centre.y, through.x - centre.x);

  return (RingPoint){ centre.x + radius * cos (angle), centre.y + radius * sin (angle) };
}

/* To the right of the way from A to B, on paper: y goes down. */
static gboolean
normal_of (RingPoint a, RingPoint b, RingPoint *normal)
{
  double length = ring_point_distance (a, b);

  if (!(length > 1e-9))
    return FALSE;
  *normal = (RingPoint){ -(b.y - a.y) / length, (b.x - a.x) / length };
  return TRUE;
}

static RingPoint
beside (RingPoint p, RingPoint normal, double by)
{
  return (RingPoint){ p.x + by * normal.x, p.y + by * normal.y };
}

/* ------------------------------------------------------------------- corners */

/* Twice the area on the right of a closed way. */
static double
area_of (const RingPoint *p, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += p[i].x * p[(i + 1) % n].y - p[i].y * p[(i + 1) % n].x;
  return sum;
}

/* Corner I of N goes along the bisector of the sides before and after it, so that both stay BY away. */
static gboolean
move_corner (const RingPoint *p, guint n, guint i, gboolean closed, double by, RingPoint *to)
{
  RingPoint before = { 0, 0 }, after = { 0, 0 };
  gboolean has_before = closed || i > 0, has_after = closed || i + 1 < n;
  double k;

  if ((has_before && !normal_of (p[(i + n - 1) % n], p[i], &before))
      || (has_after && !normal_of (p[i], p[(i + 1) % n], &after)))
    return FALSE;
  if (!has_before)
    before = after;
  if (!has_after)
    after = before;
  k = 1 + before.x * after.x + before.y * after.y;
  /* A hairpin has no corner beside it. */
  if (k < 0.05)
    return FALSE;
  *to = beside (p[i], (RingPoint){ before.x + after.x, before.y + after.y }, by / k);
  return TRUE;
}

static gboolean
offset_corners (const RingPoint *p, guint n, double by, GArray *out)
{
  gboolean closed = n > 3 && p[0].x == p[n - 1].x && p[0].y == p[n - 1].y;
  guint corners = closed ? n - 1 : n;
  const RingPoint *q;

  /* Outside is on the left where the area lies on the right. */
  if (closed && area_of (p, corners) > 0)
    by = -by;
  for (guint i = 0; i < corners; i++)
    {
      RingPoint to;

      if (!move_corner (p, corners, i, closed, by, &to))
        return FALSE;
      g_array_append_val (out, to);
    }
  q = (const RingPoint *) (const void *) out->data;
  /* A side that turned round is shorter than the distance allows. */
  for (guint i = 0; i + 1 < corners || (closed && i < corners); i++)
    {
      guint k = (i + 1) % corners;

      if ((p[k].x - p[i].x) * (q[k].x - q[i].x) + (p[k].y - p[i].y) * (q[k].y - q[i].y) <= 0)
        return FALSE;
    }
  if (closed)
    {
      RingPoint first = q[0];

      g_array_append_val (out, first);
    }
  return TRUE;
}

/* -------------------------------------------------------------------- curves */

typedef struct
{
  RingPoint at, first, second; /* the curve and its derivatives */
} Place;

static Place
place_on_piece (const RingPoint *p, double t)
{
  double s = 1 - t;
  Place place;

#define BLEND(x)                                                                                   \
  place.at.x = s * s * s * p[0].x + 3 * s * s * t * p[1].x + 3 * s * t * t * p[2].x                \
               + t * t * t * p[3].x;                                                               \
  place.first.x = 3 * (s * s * (p[1].x - p[0].x) + 2 * s * t * (p[2].x - p[1].x)                   \
                       + t * t * (p[3].x - p[2].x));                                               \
  place.second.x = 6 * (s * (p[2].x - 2 * p[1].x + p[0].x) + t * (p[3].x - 2 * p[2].x + p[1].x));
  BLEND (x)
  BLEND (y)
#undef BLEND
  return place;
}

static Place
place_on_arc (const RingArc *arc, double u)
{
  double c = cos (arc->turn), s = sin (arc->turn);
  double x = -arc->rx * sin (u), y = arc->ry * cos (u);
  Place place = { .at = ring_arc_at (arc, u), .first = { c * x - s * y, s * x + c * y } };

  place.second = (RingPoint){ arc->centre.x - place.at.x, arc->centre.y - place.at.y };
  return place;
}

/* Appends what lies beside PLACE; FALSE in a bend that is tighter than BY. */
static gboolean
add_place (const Place *place, double by, GArray *points, GArray *tangents)
{
  double speed = hypot (place->first.x, place->first.y);
  double bend;
  RingFitPoint point, tangent;

  if (!(speed > 1e-9))
    return FALSE;
  /* To the right where it is positive, as the distance is. */
  bend = (place->first.x * place->second.y - place->first.y * place->second.x)
         / (speed * speed * speed);
  if (1 - by * bend < 0.02)
    return FALSE;
  tangent = (RingFitPoint){ place->first.x / speed, place->first.y / speed, 0 };
  point = (RingFitPoint){ place->at.x - by * tangent.y, place->at.y + by * tangent.x, 0 };
  g_array_append_val (points, point);
  g_array_append_val (tangents, tangent);
  return TRUE;
}

/* The curve of SAMPLES as the points of a figure. */
static gboolean
take_curves (GArray *points, GArray *tangents, GArray *out)
{
  g_autoptr (GArray) curves = g_array_new (FALSE, FALSE, sizeof (RingFitCurve));

  ring_fit_curves ((const RingFitPoint *) (const void *) points->data,
                   (const RingFitPoint *) (const void *) tangents->data, points->len, TOLERANCE,
                   curves);
  for (guint i = 0; i < curves->len; i++)
    {
      const RingFitCurve *curve = &g_array_index (curves, RingFitCurve, i);

      for (int k = i == 0 ? 0 : 1; k < 4; k++)
        {
          RingPoint p = { curve->p[k].x, curve->p[k].y };

          g_array_append_val (out, p);
        }
    }
  return curves->len > 0 && ring_figure_fits (RING_FIGURE_CURVE, out->len);
}

static gboolean
offset_curve (const RingPoint *p, guint n, double by, GArray *out)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RingFitPoint));
  g_autoptr (GArray) tangents = g_array_new (FALSE, FALSE, sizeof (RingFitPoint));

  for (guint i = 0; i + 3 < n; i += 3)
    for (int k = i == 0 ? 0 : 1; k <= STEPS; k++)
      {
        /* The ends of a piece may have no direction of their own. */
        double t = CLAMP ((double) k / STEPS, 1e-4, 1 - 1e-4);
        Place place = place_on_piece (p + i, t);

        if (!add_place (&place, by, points, tangents))
          return FALSE;
      }
  return take_curves (points, tangents, out);
}

static gboolean
offset_ellipse (const RingPoint *p, double by, GArray *out)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RingFitPoint));
  g_autoptr (GArray) tangents = g_array_new (FALSE, FALSE, sizeof (RingFitPoint));
  RingArc arc = ring_arc_ellipse (p[0], p[1], p[2]);

  for (int k = 0; k <= 4 * STEPS; k++)
    {
      Place place = place_on_arc (&arc, 2 * G_PI * k / (4 * STEPS));

      /* It goes clockwise on the paper: outside is on its left. */
      if (!add_place (&place, -by, points, tangents))
        return FALSE;
    }
  return take_curves (points, tangents, out);
}

/* --------------------------------------------------------------------- whole */

static gboolean
offset_points (RingFigureForm *form, const RingPoint *p, guint n, double by, GArray *out)
{
  RingPoint q[3];
  RingArc arc;
  double radius;

  switch (*form)
    {
    case RING_FIGURE_CIRCLE:
      radius = ring_point_distance (p[0], p[1]) + by;
      q[0] = p[0];
      q[1] = polar (p[0], p[1], radius);
      g_array_append_vals (out, q, 2);
      return radius > 1e-3;
    case RING_FIGURE_ARC:
      if (!ring_arc_through (p[0], p[1], p[2], &arc))
        return FALSE;
      /* The centre is on the right of what goes clockwise. */
      radius = arc.rx + (arc.sweep > 0 ? -by : by);
      for (int i = 0; i < 3; i++)
        q[i] = polar (arc.centre, p[i], radius);
      g_array_append_vals (out, q, 3);
      return radius > 1e-3;
    case RING_FIGURE_ELLIPSE:
      *form = RING_FIGURE_CURVE;
      return offset_ellipse (p, by, out);
    case RING_FIGURE_CURVE:
      return offset_curve (p, n, by, out);
    default:
      return offset_corners (p, n, by, out);
    }
}

RingItem *
ring_figure_offset (const RingItem *item, double distance, GError **error)
{
  RingFigure figure = *ring_item_get_figure (item);
  g_autofree RingPoint *p = g_new (RingPoint, figure.n_points);
  g_autoptr (GArray) out = g_array_new (FALSE, FALSE, sizeof (RingPoint));

  g_return_val_if_fail (ring_figure_is_shape (figure.form), NULL);

  for (guint i = 0; i < figure.n_points; i++)
    p[i] = ring_matrix_apply (ring_item_get_matrix (item), figure.points[i]);
  if (!isfinite (distance) || fabs (distance) < 1e-3 || fabs (distance) > 1e4
      || !offset_points (&figure.form, p, figure.n_points, distance, out))
    {
      g_set_error_literal (error, RING_ERROR, RING_ERROR_INVALID,
                           _ ("No curve runs so far beside this one: a bend of it is tighter. Give a "
                              "smaller distance, or one to the other side with a minus."));
      return NULL;
    }
  figure.points = (const RingPoint *) (const void *) out->data;
  figure.n_points = out->len;
  figure.ends = NULL;
  figure.width *= ring_matrix_scale (ring_item_get_matrix (item));
  return ring_item_new_figure (NULL, &figure);
}
