/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The picture of dimensions and leader notes by ISO 129-1: thin lines, filled arrows, the value over
 * the dimension line, to be read from below or from the right; where there is no room between the
 * arrows they stand outside. */
#include "ring-figure-private.h"

#include <math.h>

#include "ring-arc.h"
#include "ring-number.h"

/* mm of paper. */
#define ARROW 2.4
#define ARROW_HALF 0.4
#define GAP 0.8       /* between the thing and its extension line */
#define OVERSHOOT 1.6 /* of the extension line past the dimension line */
#define TAIL 4.0      /* of a dimension line past an arrow that stands outside */
#define ABOVE 0.8     /* from the dimension line to the value */

typedef struct
{
  const RingFigure *figure;
  RingFigurePicture *picture;
  RingPath *lines, *arrows;
} Drawing;

static RingPoint
along (RingPoint from, RingPoint direction, double by)
{
  return (RingPoint){ from.x + direction.x * by, from.y + direction.y * by };
}

static double
dot (RingPoint a, RingPoint b)
{
  return a.x * b.x + a.y * b.y;
}

static RingPoint
minus (RingPoint a, RingPoint b)
{
  return (RingPoint){ a.x - b.x, a.y - b.y };
}

/* OTHERWISE where A and B are one point. */
static RingPoint
direction (RingPoint a, RingPoint b, RingPoint otherwise)
{
  double d = ring_point_distance (a, b);

  return d > 1e-9 ? (RingPoint){ (b.x - a.x) / d, (b.y - a.y) / d } : otherwise;
}

static void
add_line (Drawing *d, RingPoint a, RingPoint b)
{
  ring_path_move_to (d->lines, a);
  ring_path_line_to (d->lines, b);
}

static void
add_arrow (Drawing *d, RingPoint tip, RingPoint toward)
{
  double u = d->figure->paper;
  RingPoint back = along (tip, toward, -ARROW * u);
  RingPoint side = { -toward.y, toward.x };

  ring_path_move_to (d->arrows, tip);
  ring_path_line_to (d->arrows, along (back, side, ARROW_HALF * u));
  ring_path_line_to (d->arrows, along (back, side, -ARROW_HALF * u));
  ring_path_close (d->arrows);
}

/* Takes TEXT. */
static void
add_label (Drawing *d, RingPoint at, double angle, gboolean middle, char *text)
{
  RingFigureLabel label = { at, d->figure->size, angle, middle, text };

  g_array_append_val (d->picture->labels, label);
}

/* ------------------------------------------------------------------- values */

double
ring_figure_measure (const RingFigure *figure)
{
  const RingPoint *p = figure->points;
  double a, b, sweep;

  switch (figure->form)
    {
    case RING_FIGURE_DISTANCE:
    case RING_FIGURE_RADIUS:
      return ring_point_distance (p[0], p[1]);
    case RING_FIGURE_HORIZONTAL:
      return fabs (p[1].x - p[0].x);
    case RING_FIGURE_VERTICAL:
      return fabs (p[1].y - p[0].y);
    case RING_FIGURE_DIAMETER:
      return 2 * ring_point_distance (p[0], p[1]);
    case RING_FIGURE_ANGLE:
      a = atan2 (p[1].y - p[0].y, p[1].x - p[0].x);
      b = atan2 (p[2].y - p[0].y, p[2].x - p[0].x) - a;
      sweep = b < 0 ? b + 2 * G_PI : b;
      /* On the side where the arc was put. */
      b = atan2 (p[3].y - p[0].y, p[3].x - p[0].x) - a;
      b -= 2 * G_PI * floor (b / (2 * G_PI));
      return (b <= sweep ? sweep : 2 * G_PI - sweep) * 180 / G_PI;
    default:
      return 0;
    }
}

static char *
make_value (const RingFigure *figure)
{
  GString *text = g_string_new (NULL);
  gboolean angle = figure->form == RING_FIGURE_ANGLE;

  if (figure->form == RING_FIGURE_DIAMETER)
    g_string_append (text, "Ø ");
  else if (figure->form == RING_FIGURE_RADIUS)
    g_string_append (text, "R ");
  ring_number_append (text, ring_figure_measure (figure), angle ? 1 : 2);
  if (angle)
    g_string_append (text, "°");
  if (figure->text[0] != '\0')
    g_string_append_printf (text, " (%s)", figure->text);
  return g_string_free (text, FALSE);
}

/* ------------------------------------------------------------------- distance */

static void
add_extension (Drawing *d, RingPoint from, RingPoint to)
{
  double u = d->figure->paper;
  double length = ring_point_distance (from, to);
  RingPoint way = direction (from, to, (RingPoint){ 0, 0 });

  if (length > GAP * u)
    add_line (d, along (from, way, GAP * u), along (to, way, OVERSHOOT * u));
}

/* The angle to read from below or from the right, degrees from -90 up to 90. */
static double
reading_angle (RingPoint way)
{
  double angle = atan2 (way.y, way.x) * 180 / G_PI;

  if (angle >= 90 - 1e-6)
    angle -= 180;
  else if (angle < -90 - 1e-6)
    angle += 180;
  return round (angle * 100) / 100;
}

/* Takes TEXT, which stands over the line at AT. */
static void
add_value_over (Drawing *d, RingPoint at, RingPoint way, char *text)
{
  double angle = reading_angle (way);
  RingPoint up = { sin (angle * G_PI / 180), -cos (angle * G_PI / 180) };

  add_label (d, along (at, up, ABOVE * d->figure->paper), angle, TRUE, text);
}

static void
draw_distance (Drawing *d)
{
  const RingPoint *p = d->figure->points;
  double u = d->figure->paper;
  char *text = make_value (d->figure);
  double room = ring_figure_text_width (text, d->figure->size) + 2 * u;
  RingPoint way = { 1, 0 };
  RingPoint a, b;
  double length, at;

  if (d->figure->form == RING_FIGURE_VERTICAL)
    way = (RingPoint){ 0, 1 };
  else if (d->figure->form == RING_FIGURE_DISTANCE)
    way = direction (p[0], p[1], way);
  a = along (p[2], way, dot (minus (p[0], p[2]), way));
  b = along (p[2], way, dot (minus (p[1], p[2]), way));
  if (dot (minus (b, a), way) < 0)
    way = (RingPoint){ -way.x, -way.y };
  length = dot (minus (b, a), way);
  at = dot (minus (p[2], a), way);
  add_extension (d, p[0], a);
  add_extension (d, p[1], b);
  if (length >= 3 * ARROW * u)
    {
      add_line (d, a, b);
      add_arrow (d, a, (RingPoint){ -way.x, -way.y });
      add_arrow (d, b, way);
    }
  else
    {
      add_line (d, along (a, way, -TAIL * u), along (b, way, TAIL * u));
      add_arrow (d, a, way);
      add_arrow (d, b, (RingPoint){ -way.x, -way.y });
    }
  if (at >= -1e-6 && at <= length + 1e-6 && (room <= length))
    {
      add_value_over (d, along (a, way, length / 2), way, text);
      return;
    }
  /* Beside it, on the side where the hand put it. */
  if (at < length / 2)
    {
      a = along (a, way, length < 3 * ARROW * u ? -TAIL * u : 0);
      b = along (a, way, -room);
    }
  else
    {
      a = along (b, way, length < 3 * ARROW * u ? TAIL * u : 0);
      b = along (a, way, room);
    }
  add_line (d, a, b);
  add_value_over (d, (RingPoint){ (a.x + b.x) / 2, (a.y + b.y) / 2 }, way, text);
}

/* ------------------------------------------------------------ diameter, radius */

/* From the circle out to where the value stands, and a level shoulder under it. Takes TEXT. */
static void
add_shoulder (Drawing *d, RingPoint at, RingPoint way, char *text)
{
  double room = ring_figure_text_width (text, d->figure->size) + 1.5 * d->figure->paper;
  double side = way.x < 0 ? -1 : 1;
  RingPoint end = { at.x + side * room, at.y };

  add_line (d, at, end);
  add_value_over (d, (RingPoint){ (at.x + end.x) / 2, at.y }, (RingPoint){ 1, 0 }, text);
}

static void
draw_round (Drawing *d)
{
  const RingPoint *p = d->figure->points;
  gboolean whole = d->figure->form == RING_FIGURE_DIAMETER;
  double u = d->figure->paper;
  double radius = ring_point_distance (p[0], p[1]);
  double out = ring_point_distance (p[0], p[2]);
  RingPoint way = direction (p[0], p[2], (RingPoint){ 1, 0 });
  RingPoint rim = along (p[0], way, radius);
  RingPoint far = whole ? along (p[0], way, -radius) : p[0];
  gboolean inside = ring_point_distance (rim, far) >= 3 * ARROW * u;
  char *text = make_value (d->figure);
  double room = ring_figure_text_width (text, d->figure->size) + 2 * u;

  if (inside)
    {
      add_line (d, far, rim);
      add_arrow (d, rim, way);
      if (whole)
        add_arrow (d, far, (RingPoint){ -way.x, -way.y });
    }
  else
    add_arrow (d, rim, (RingPoint){ -way.x, -way.y });
  if (out <= radius && inside && room < radius)
    {
      /* In the half that it was put in: the centre belongs to the centre lines. */
      add_value_over (d, along (p[0], way, radius / 2), way, text);
      return;
    }
  out = fmax (out, radius + 2 * ARROW * u);
  add_line (d, rim, along (p[0], way, out));
  add_shoulder (d, along (p[0], way, out), way, text);
}

/* ------------------------------------------------------------------- angle */

static void
add_leg (Drawing *d, RingPoint vertex, RingPoint on, double radius)
{
  RingPoint way = direction (vertex, on, (RingPoint){ 1, 0 });
  double reach = ring_point_distance (vertex, on);

  if (reach < radius)
    add_extension (d, on, along (vertex, way, radius));
}

static void
draw_angle (Drawing *d)
{
  const RingPoint *p = d->figure->points;
  double u = d->figure->paper;
  double radius = fmax (ring_point_distance (p[0], p[3]), u);
  double a = atan2 (p[1].y - p[0].y, p[1].x - p[0].x);
  double b = atan2 (p[2].y - p[0].y, p[2].x - p[0].x);
  double sweep = ring_figure_measure (d->figure) * G_PI / 180;
  double turned = b - a - 2 * G_PI * floor ((b - a) / (2 * G_PI));
  RingArc arc = { p[0], radius, radius, 0, fabs (turned - sweep) < 1e-6 ? a : b, sweep };
  RingPoint first = ring_arc_at (&arc, arc.start);
  RingPoint last = ring_arc_at (&arc, arc.start + sweep);
  double middle = arc.start + sweep / 2;
  double turn = fmin (ARROW * u / radius, 1) / 2; /* an arrow is a chord */
  double out = radius + ABOVE * u + 0.55 * d->figure->size;
  char *text = make_value (d->figure);

  out += fabs (cos (middle)) * 0.5 * ring_figure_text_width (text, 0.8 * d->figure->size);
  add_leg (d, p[0], p[1], radius);
  add_leg (d, p[0], p[2], radius);
  if (sweep > 1e-6)
    ring_arc_add (&arc, d->lines);
  if (radius * sweep >= 3 * ARROW * u)
    {
      a = arc.start + turn;
      b = arc.start + sweep - turn;
      add_arrow (d, first, (RingPoint){ sin (a), -cos (a) });
      add_arrow (d, last, (RingPoint){ -sin (b), cos (b) });
    }
  else
    {
      a = arc.start - turn;
      b = arc.start + sweep + turn;
      add_arrow (d, first, (RingPoint){ -sin (a), cos (a) });
      add_arrow (d, last, (RingPoint){ sin (b), -cos (b) });
    }
  add_label (d,
             (RingPoint){ p[0].x + out * cos (middle),
                          p[0].y + out * sin (middle) + 0.35 * d->figure->size },
             0, TRUE, text);
}

/* ------------------------------------------------------------------- whole */

static Drawing
begin (const RingFigure *figure, RingFigurePicture *picture)
{
  return (Drawing){ figure, picture, ring_path_new (), ring_path_new () };
}

static void
end (Drawing *d)
{
  if (!ring_path_is_empty (d->lines))
    ring_art_add (d->picture->art, d->lines, 0, d->figure->colour, d->figure->width, FALSE);
  if (!ring_path_is_empty (d->arrows))
    ring_art_add (d->picture->art, d->arrows, d->figure->colour, 0, 0, FALSE);
  ring_path_unref (d->lines);
  ring_path_unref (d->arrows);
}

void
_ring_figure_draw_dimension (const RingFigure *figure, RingFigurePicture *picture)
{
  Drawing d = begin (figure, picture);

  if (figure->form == RING_FIGURE_DIAMETER || figure->form == RING_FIGURE_RADIUS)
    draw_round (&d);
  else if (figure->form == RING_FIGURE_ANGLE)
    draw_angle (&d);
  else
    draw_distance (&d);
  end (&d);
}

/* The leader comes from the side of the text that is nearer to what it points at. */
static void
add_leader (Drawing *d, double width, guint n_lines)
{
  const RingPoint *p = d->figure->points;
  double u = d->figure->paper;
  double size = d->figure->size;
  RingPoint at = p[1];
  double x0 = p[0].x - u, x1 = p[0].x + width + u;
  double y = p[0].y - 0.35 * size;
  RingPoint start = { at.x < (x0 + x1) / 2 ? x0 : x1, y };
  RingPoint elbow = { start.x + (at.x < (x0 + x1) / 2 ? -2 * u : 2 * u), y };

  /* Over or under its text a leader has no room for an elbow. */
  if (at.x > x0 - 2 * u && at.x < x1 + 2 * u)
    {
      double top = p[0].y - size, foot = p[0].y + (0.4 + RING_FIGURE_LEADING * (n_lines - 1)) * size;

      elbow = (RingPoint){ CLAMP (at.x, x0, x1), at.y < (top + foot) / 2 ? top : foot };
    }
  else
    add_line (d, start, elbow);
  add_line (d, elbow, at);
  add_arrow (d, at, direction (elbow, at, (RingPoint){ 0, 1 }));
}

void
_ring_figure_draw_text (const RingFigure *figure, RingFigurePicture *picture)
{
  Drawing d = begin (figure, picture);
  g_auto (GStrv) lines = g_strsplit (figure->text, "\n", -1);
  guint n = g_strv_length (lines);
  double width = 0;

  for (guint i = 0; i < n; i++)
    {
      RingPoint at = { figure->points[0].x,
                       figure->points[0].y + i * RING_FIGURE_LEADING * figure->size };

      width = fmax (width, ring_figure_text_width (lines[i], figure->size));
      if (lines[i][0] != '\0')
        add_label (&d, at, 0, FALSE, g_strdup (lines[i]));
    }
  if (figure->n_points > 1)
    add_leader (&d, width, MAX (n, 1));
  end (&d);
}
