/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-figure-value.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-arc.h"

guint
ring_figure_list_values (const RingItem *item, RingFigureValue values[3])
{
  switch (ring_item_get_figure (item)->form)
    {
    case RING_FIGURE_LINE:
      values[0] = RING_FIGURE_VALUE_LENGTH;
      values[1] = RING_FIGURE_VALUE_ANGLE;
      return 2;
    case RING_FIGURE_ARC:
      values[0] = RING_FIGURE_VALUE_RADIUS;
      return 1;
    case RING_FIGURE_CIRCLE:
      values[0] = RING_FIGURE_VALUE_DIAMETER;
      return 1;
    case RING_FIGURE_ELLIPSE:
      values[0] = RING_FIGURE_VALUE_AXIS;
      values[1] = RING_FIGURE_VALUE_CROSS;
      values[2] = RING_FIGURE_VALUE_ANGLE;
      return 3;
    case RING_FIGURE_POLYLINE:
    case RING_FIGURE_CURVE:
      return 0;
    case RING_FIGURE_TEXT:
      values[0] = RING_FIGURE_VALUE_SIZE;
      return 1;
    default:
      values[0] = RING_FIGURE_VALUE_MEASURE;
      values[1] = RING_FIGURE_VALUE_SIZE;
      return 2;
    }
}

static double
angle_of (RingPoint a, RingPoint b)
{
  return -atan2 (b.y - a.y, b.x - a.x) * 180 / G_PI;
}

/* A and B in the view. */
static void
get_ends (const RingItem *item, RingPoint *p)
{
  const RingFigure *figure = ring_item_get_figure (item);

  for (guint i = 0; i < MIN (figure->n_points, 3); i++)
    p[i] = ring_matrix_apply (ring_item_get_matrix (item), figure->points[i]);
}

double
ring_figure_get_value (const RingItem *item, RingFigureValue value)
{
  const RingFigure *figure = ring_item_get_figure (item);
  RingPoint p[3] = { { 0, 0 } };
  RingArc arc;

  get_ends (item, p);
  switch (value)
    {
    case RING_FIGURE_VALUE_LENGTH:
      return ring_point_distance (p[0], p[1]);
    case RING_FIGURE_VALUE_ANGLE:
      return angle_of (p[0], p[1]);
    case RING_FIGURE_VALUE_RADIUS:
      return ring_arc_through (p[0], p[1], p[2], &arc) ? arc.rx : 0;
    case RING_FIGURE_VALUE_DIAMETER:
    case RING_FIGURE_VALUE_AXIS:
      return 2 * ring_point_distance (p[0], p[1]);
    case RING_FIGURE_VALUE_CROSS:
      arc = ring_arc_ellipse (p[0], p[1], p[2]);
      return 2 * arc.ry;
    case RING_FIGURE_VALUE_MEASURE:
      return ring_figure_measure (figure);
    case RING_FIGURE_VALUE_SIZE:
    default:
      return figure->size / figure->paper;
    }
}

/* P at LENGTH and ANGLE (degrees, clockwise on the paper) from FROM. */
static RingPoint
polar (RingPoint from, double length, double angle)
{
  return (RingPoint){ from.x + length * cos (angle * G_PI / 180),
                      from.y + length * sin (angle * G_PI / 180) };
}

static void
set_points (RingPoint *p, RingFigureForm form, RingFigureValue value, double number)
{
  double angle = -angle_of (p[0], p[1]);
  double length = ring_point_distance (p[0], p[1]);
  RingArc arc;

  switch (value)
    {
    case RING_FIGURE_VALUE_LENGTH:
      p[1] = polar (p[0], number, angle);
      break;
    case RING_FIGURE_VALUE_ANGLE:
      if (form == RING_FIGURE_ELLIPSE)
        {
          arc = ring_arc_ellipse (p[0], p[1], p[2]);
          p[2] = polar (p[0], arc.ry, 90 - number);
        }
      p[1] = polar (p[0], length, -number);
      break;
    case RING_FIGURE_VALUE_RADIUS:
      if (!ring_arc_through (p[0], p[1], p[2], &arc))
        break;
      for (int i = 0; i < 3; i++)
        p[i] = polar (arc.centre, number, -angle_of (arc.centre, p[i]));
      break;
    case RING_FIGURE_VALUE_DIAMETER:
      p[1] = polar (p[0], number / 2, angle);
      break;
    case RING_FIGURE_VALUE_AXIS:
      arc = ring_arc_ellipse (p[0], p[1], p[2]);
      p[2] = polar (p[0], arc.ry, 90 + angle);
      p[1] = polar (p[0], number / 2, angle);
      break;
    case RING_FIGURE_VALUE_CROSS:
      p[2] = polar (p[0], number / 2, 90 + angle);
      break;
    case RING_FIGURE_VALUE_SIZE:
    default:
      break;
    }
}

/* ITEM as FIGURE is. */
static RingItem *
with_figure (const RingItem *item, const RingFigure *figure)
{
  g_autoptr (RingItem) plain = ring_item_new_figure ("", figure);

  return ring_item_like (plain, item);
}

RingItem *
ring_figure_with_style (const RingItem *item, RingFigureStyle style)
{
  RingFigure figure = *ring_item_get_figure (item);

  figure.width *= ring_figure_style_part (style) / ring_figure_style_part (figure.style);
  figure.style = style;
  return with_figure (item, &figure);
}

RingItem *
ring_figure_with_value (const RingItem *item, RingFigureValue value, double number)
{
  RingFigure figure = *ring_item_get_figure (item);
  g_autofree RingPoint *points = g_memdup2 (figure.points, figure.n_points * sizeof (RingPoint));
  RingMatrix inverse;
  RingPoint p[3] = { { 0, 0 } };

  if (value == RING_FIGURE_VALUE_MEASURE || !isfinite (number)
      || !ring_matrix_invert (ring_item_get_matrix (item), &inverse)
      || (value != RING_FIGURE_VALUE_ANGLE
          && !(number >= RING_FIGURE_LEAST && number <= RING_FIGURE_MOST)))
    return NULL;
  if (value == RING_FIGURE_VALUE_SIZE)
    figure.size = number * figure.paper;
  else
    {
      get_ends (item, p);
      set_points (p, figure.form, value, number);
      for (guint i = 0; i < MIN (figure.n_points, 3); i++)
        points[i] = ring_matrix_apply (&inverse, p[i]);
    }
  figure.points = points;
  return with_figure (item, &figure);
}

const char *
ring_figure_value_label (RingFigureValue value)
{
  static const char *const labels[RING_N_FIGURE_VALUES] = {
    [RING_FIGURE_VALUE_LENGTH] = NC_ ("shape", "Length"),
    [RING_FIGURE_VALUE_ANGLE] = NC_ ("shape", "Angle"),
    [RING_FIGURE_VALUE_RADIUS] = NC_ ("shape", "Radius"),
    [RING_FIGURE_VALUE_DIAMETER] = NC_ ("shape", "Diameter"),
    [RING_FIGURE_VALUE_AXIS] = NC_ ("shape", "Axis"),
    [RING_FIGURE_VALUE_CROSS] = NC_ ("shape", "Other axis"),
    [RING_FIGURE_VALUE_MEASURE] = NC_ ("shape", "Measure"),
    [RING_FIGURE_VALUE_SIZE] = NC_ ("shape", "Letters"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "shape", labels[value]);
}

gboolean
ring_figure_value_is_angle (RingFigureValue value)
{
  return value == RING_FIGURE_VALUE_ANGLE;
}
