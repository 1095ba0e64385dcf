/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The shape tool. A drag draws a line, a circle from its centre, an ellipse from its centre to the
 * corner of its box, the chord of an arc whose height the next tap sets. A polyline grows by taps and
 * drags, a Bezier curve by taps for corners and drags that pull its handles; Enter, a second tap in
 * one place or a tap on the beginning end them. A tap on a shape picks it, and its handles can be
 * dragged. */

#include "ring-draft-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  RingDraft draft;   /* first: it is the state that ring-draft.c knows */
  GArray *handles;   /* of RingPoint: how far a curve's handle lies from the point of its number */
  int grip;          /* the point of the picked shape that is in hand; -1 for none */
  gboolean moved;    /* more than a tap does */
  RingPoint pen;     /* where it is */
} Shape;

static gpointer
shape_make (RingTool *tool)
{
  RingDraft *draft = _ring_draft_new (tool);
  Shape *shape = g_new0 (Shape, 1);

  shape->draft = *draft;
  g_free (draft);
  shape->handles = g_array_new (FALSE, TRUE, sizeof (RingPoint));
  shape->grip = -1;
  return shape;
}

static void
shape_free (gpointer state)
{
  g_array_unref (((Shape *) state)->handles);
  _ring_draft_free (state);
}

static void
reset (Shape *shape)
{
  _ring_draft_reset (&shape->draft);
  g_array_set_size (shape->handles, 0);
  shape->grip = -1;
}

static gboolean
is_open (RingFigureForm form)
{
  return form == RING_FIGURE_POLYLINE || form == RING_FIGURE_CURVE;
}

/* How many points make it; of those that go on, as many as there are. */
static guint
n_wanted (RingFigureForm form)
{
  return form == RING_FIGURE_ARC ? 3 : is_open (form) ? G_MAXUINT : 2;
}

/* ---------------------------------------------------------------------- figure */

static RingPoint
minus (RingPoint a, RingPoint b)
{
  return (RingPoint){ a.x - b.x, a.y - b.y };
}

static RingPoint
plus (RingPoint a, RingPoint b)
{
  return (RingPoint){ a.x + b.x, a.y + b.y };
}

static void
add_curve (const Shape *shape, GArray *points)
{
  const RingPoint *p = _ring_draft_point (&shape->draft, 0);
  const RingPoint *h = &g_array_index (shape->handles, RingPoint, 0);

  g_array_append_val (points, p[0]);
  for (guint i = 1; i < shape->draft.points->len; i++)
    {
      RingPoint piece[] = { plus (p[i - 1], h[i - 1]), minus (p[i], h[i]), p[i] };

      g_array_append_vals (points, piece, 3);
    }
}

/* The corner of its box becomes the ends of its half axes. */
static void
add_ellipse (const RingTool *tool, const Shape *shape, GArray *points)
{
  const RingPoint *p = _ring_draft_point (&shape->draft, 0);
  double dx = fabs (p[1].x - p[0].x), dy = fabs (p[1].y - p[0].y);
  RingPoint a, b;

  if ((tool->modifiers & RING_TOOL_SHIFT) != 0)
    dx = dy = hypot (dx, dy);
  a = (RingPoint){ p[0].x + dx, p[0].y };
  b = (RingPoint){ p[0].x, p[0].y + dy };
  g_array_append_val (points, p[0]);
  g_array_append_val (points, a);
  g_array_append_val (points, b);
}

/* The points of the figure, from those that are set; FALSE while they are too few, or all one. */
static gboolean
make_points (const RingTool *tool, const Shape *shape, GArray *points, RingFigureForm *form)
{
  const RingPoint *p = _ring_draft_point (&shape->draft, 0);
  guint n = shape->draft.points->len;
  double extent = 0;

  *form = tool->drafting.shape;
  for (guint i = 1; i < n; i++)
    extent = fmax (extent, ring_point_distance (p[0], p[i]));
  if (n < 2 || !(extent > 0.5 * shape->draft.pixel))
    return FALSE;
  if (*form == RING_FIGURE_CURVE)
    add_curve (shape, points);
  else if (*form == RING_FIGURE_ELLIPSE)
    add_ellipse (tool, shape, points);
  else
    g_array_append_vals (points, p, n);
  if (*form == RING_FIGURE_ARC)
    {
      /* The chord comes first, then a point between its ends. */
      if (n < 3)
        *form = RING_FIGURE_LINE;
      else
        {
          RingPoint end = p[1];

          g_array_index (points, RingPoint, 1) = p[2];
          g_array_index (points, RingPoint, 2) = end;
        }
    }
  return points->len <= RING_FIGURE_MAX_POINTS;
}

static RingFigure
make_figure (const RingTool *tool, const Shape *shape, RingFigureForm form, const GArray *points)
{
  const RingStrokeStyle *style = &tool->style;
  double part = ring_figure_style_part (tool->drafting.line);
  double paper = 1 / shape->draft.scale;

  return (RingFigure){ .form = form,
                       .style = tool->drafting.line,
                       .points = (const RingPoint *) (const void *) points->data,
                       .n_points = points->len,
                       .text = "",
                       .colour = style->colour,
                       .width = part * style->ink.width * paper,
                       .size = RING_FIGURE_EM * paper,
                       .paper = paper };
}

static gboolean
commit (RingTool *tool)
{
  Shape *shape = tool->state;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RingPoint));
  RingFigureForm form;
  RingFigure figure;
  gboolean made = make_points (tool, shape, points, &form);

  if (made)
    {
      figure = make_figure (tool, shape, form, points);
      made = _ring_draft_commit (tool, &figure, _ ("Shape"));
    }
  reset (shape);
  return made;
}

/* ----------------------------------------------------------------------- picked */

static int
grip_at (const RingTool *tool, RingPoint point)
{
  const Shape *shape = tool->state;
  const RingItem *item = _ring_draft_get_picked (tool, NULL);
  const RingFigure *figure;
  double best = RING_DRAFT_REACH * shape->draft.pixel;
  int found = -1;

  if (item == NULL)
    return -1;
  figure = ring_item_get_figure (item);
  for (guint i = 0; i < figure->n_points; i++)
    {
      RingPoint at = ring_matrix_apply (ring_item_get_matrix (item), figure->points[i]);
      double d = ring_point_distance (at, point);

      if (d > best)
        continue;
      best = d;
      found = (int) i;
    }
  return found;
}

/* An ellipse keeps its other half axis upright on the one that is pulled; what has a centre goes
 * with it. */
static void
pull (const RingFigure *figure, RingPoint *p, int grip, RingPoint to)
{
  guint n = figure->n_points;
  RingPoint by = minus (to, p[grip]);
  gboolean closed = figure->form == RING_FIGURE_POLYLINE && n > 3 && p[0].x == p[n - 1].x
                    && p[0].y == p[n - 1].y;
  double other, length;

  if ((figure->form == RING_FIGURE_CIRCLE || figure->form == RING_FIGURE_ELLIPSE) && grip == 0)
    for (guint i = 0; i < n; i++)
      p[i] = plus (p[i], by);
  else if (figure->form == RING_FIGURE_ELLIPSE && grip == 1)
    {
      RingPoint way = minus (to, p[0]);

      other = ring_point_distance (p[0], p[2]);
      length = hypot (way.x, way.y);
      p[1] = to;
      if (length > 0)
        p[2] = (RingPoint){ p[0].x - way.y / length * other, p[0].y + way.x / length * other };
    }
  else if (figure->form == RING_FIGURE_CURVE && grip % 3 == 0)
    for (int i = MAX (grip - 1, 0); i <= MIN (grip + 1, (int) n - 1); i++)
      p[i] = plus (p[i], by);
  else
    p[grip] = to;
  if (closed && (grip == 0 || grip == (int) n - 1))
    p[0] = p[n - 1] = to;
}

/* The picked shape with the point in hand where the pen is; NULL where that is not what is done. */
static RingItem *
make_pulled (const RingTool *tool)
{
  const Shape *shape = tool->state;
  const RingItem *item = _ring_draft_get_picked (tool, NULL);
  RingFigure figure;
  g_autofree RingPoint *points = NULL;
  g_autoptr (RingItem) plain = NULL;
  RingMatrix inverse;

  if (item == NULL || shape->grip < 0 || !shape->moved
      || !ring_matrix_invert (ring_item_get_matrix (item), &inverse))
    return NULL;
  figure = *ring_item_get_figure (item);
  if (shape->grip >= (int) figure.n_points)
    return NULL;
  points = g_memdup2 (figure.points, figure.n_points * sizeof (RingPoint));
  pull (&figure, points, shape->grip, ring_matrix_apply (&inverse, shape->pen));
  figure.points = points;
  plain = ring_item_new_figure (ring_item_get_id (item), &figure);
  return ring_item_with_matrix (plain, ring_item_get_matrix (item));
}

/* ----------------------------------------------------------------------- strokes */

static RingPoint
sample_point (const RingSample *sample)
{
  return (RingPoint){ sample->x, sample->y };
}

/* Where a line that is being drawn begins. */
static const RingPoint *
line_start (const RingTool *tool)
{
  const Shape *shape = tool->state;
  guint n = shape->draft.placed;

  if (n == 0 || tool->drafting.shape == RING_FIGURE_CIRCLE
      || tool->drafting.shape == RING_FIGURE_ELLIPSE
      || (tool->drafting.shape == RING_FIGURE_ARC && n > 1))
    return NULL;
  return _ring_draft_point (&shape->draft, n - 1);
}

static void
except (Shape *shape, const char *id)
{
  if (g_strcmp0 (shape->draft.except, id) == 0)
    return;
  g_free (shape->draft.except);
  shape->draft.except = g_strdup (id);
  shape->draft.scene_drawing = NULL;
}

static void
append_point (Shape *shape, RingPoint point)
{
  RingPoint none = { 0, 0 };

  _ring_draft_set (&shape->draft, point);
  g_array_append_val (shape->handles, none);
}

static void
drop_unplaced (Shape *shape)
{
  while (shape->draft.points->len > shape->draft.placed)
    _ring_draft_take_back (&shape->draft);
  g_array_set_size (shape->handles, shape->draft.points->len);
}

static void
shape_begin (RingTool *tool, const RingSample *sample)
{
  Shape *shape = tool->state;
  RingPoint at = sample_point (sample);

  _ring_draft_enter (tool, _ring_tool_get_view (tool), tool->pixel);
  drop_unplaced (shape);
  shape->moved = FALSE;
  shape->pen = at;
  shape->grip = shape->draft.points->len == 0 ? grip_at (tool, at) : -1;
  except (shape, shape->grip >= 0 ? tool->picked : NULL);
  if (shape->grip >= 0)
    return;
  append_point (shape, _ring_draft_snap (tool, at, line_start (tool)));
}

/* A drag that begins a shape sets its second point; one of a curve pulls the handle of the point
 * where it began; every other one moves the point it set. */
static void
shape_update (RingTool *tool, const RingSample *sample)
{
  Shape *shape = tool->state;
  const RingSample *down = &g_array_index (tool->samples, RingSample, 0);
  RingPoint at = sample_point (sample);
  RingPoint start;

  if (ring_point_distance (sample_point (down), at) > RING_DRAFT_SLIP * tool->pixel)
    shape->moved = TRUE;
  if (!shape->moved)
    return;
  if (shape->grip >= 0)
    {
      shape->pen = _ring_draft_snap (tool, at, NULL);
      return;
    }
  if (tool->drafting.shape == RING_FIGURE_CURVE)
    {
      guint last = shape->draft.points->len - 1;

      shape->draft.shown = FALSE;
      g_array_index (shape->handles, RingPoint, last)
          = minus (at, *_ring_draft_point (&shape->draft, last));
      return;
    }
  if (shape->draft.placed > 0)
    {
      drop_unplaced (shape);
      append_point (shape, _ring_draft_snap (tool, at, line_start (tool)));
      return;
    }
  start = *_ring_draft_point (&shape->draft, 0);
  if (shape->draft.points->len > 1)
    {
      _ring_draft_take_back (&shape->draft);
      g_array_set_size (shape->handles, 1);
    }
  append_point (shape, _ring_draft_snap (tool, at,
                                         tool->drafting.shape == RING_FIGURE_CIRCLE
                                                 || tool->drafting.shape == RING_FIGURE_ELLIPSE
                                             ? NULL
                                             : &start));
}

/* A tap where the last point is, or the first one, ends what goes on. */
static gboolean
ends_here (const Shape *shape, guint before)
{
  guint n = shape->draft.points->len;
  RingPoint at = *_ring_draft_point (&shape->draft, n - 1);
  double near = RING_DRAFT_REACH * shape->draft.pixel;

  return before > 0 && n >= 2
         && (ring_point_distance (*_ring_draft_point (&shape->draft, n - 2), at) <= near
             || (n > 3 && ring_point_distance (*_ring_draft_point (&shape->draft, 0), at) <= near));
}

/* The point that only ended it goes, unless it closes it. */
static void
drop_end (Shape *shape)
{
  guint n = shape->draft.points->len;
  RingPoint at = *_ring_draft_point (&shape->draft, n - 1);
  RingPoint before = *_ring_draft_point (&shape->draft, n - 2);
  double near = RING_DRAFT_REACH * shape->draft.pixel;

  if (ring_point_distance (before, at) <= near)
    _ring_draft_take_back (&shape->draft);
  else
    g_array_index (shape->draft.points, RingPoint, n - 1) = *_ring_draft_point (&shape->draft, 0);
}

static gboolean
pick_tapped (RingTool *tool, RingPoint at)
{
  Shape *shape = tool->state;
  const RingItem *item = _ring_draft_find_figure (tool, at, ring_figure_is_shape);

  ring_tool_pick (tool, item != NULL ? ring_item_get_id (item) : NULL);
  if (item != NULL)
    reset (shape);
  return item != NULL;
}

static gboolean
shape_end (RingTool *tool)
{
  Shape *shape = tool->state;
  const RingSample *down = &g_array_index (tool->samples, RingSample, 0);
  guint before = shape->draft.placed;
  gboolean open = is_open (tool->drafting.shape);

  if (shape->grip >= 0)
    {
      const RingItem *item = _ring_draft_get_picked (tool, NULL);
      g_autoptr (RingItem) pulled = make_pulled (tool);

      shape->grip = -1;
      return pulled != NULL
             && _ring_draft_replace (tool, item, ring_item_get_figure (pulled), _ ("Change Shape"));
    }
  if (before == 0 && !shape->moved && pick_tapped (tool, sample_point (down)))
    return FALSE;
  if (open && !shape->moved && ends_here (shape, before))
    {
      drop_end (shape);
      return commit (tool);
    }
  shape->draft.placed = shape->draft.points->len;
  if (shape->draft.placed >= n_wanted (tool->drafting.shape))
    return commit (tool);
  return FALSE;
}

/* What was set in strokes that ended stays. */
static void
shape_clear (RingTool *tool)
{
  Shape *shape = tool->state;

  drop_unplaced (shape);
  shape->grip = -1;
}

/* Between two strokes the line goes on to the pointer. */
static gboolean
shape_hover (RingTool *tool, const RingView *view, double pixel, RingPoint point)
{
  Shape *shape = tool->state;

  if (view == NULL
      || (shape->draft.placed > 0
          && g_strcmp0 (ring_view_get_head (view)->id, shape->draft.view_id) != 0))
    {
      shape->draft.shown = FALSE;
      return TRUE;
    }
  _ring_draft_enter (tool, view, pixel);
  except (shape, NULL);
  shape->pen = _ring_draft_snap (tool, point, line_start (tool));
  return TRUE;
}

static gboolean
shape_act (RingTool *tool, RingToolAct act)
{
  Shape *shape = tool->state;
  guint n = shape->draft.placed;

  if (act == RING_TOOL_FINISH)
    return n > 0 && (commit (tool) || TRUE);
  if (act == RING_TOOL_BACK)
    {
      if (n == 0)
        return _ring_draft_remove_picked (tool, _ ("Remove Shape"));
      _ring_draft_take_back (&shape->draft);
      g_array_set_size (shape->handles, n - 1);
      return TRUE;
    }
  if (n == 0 && tool->picked == NULL)
    return FALSE;
  reset (shape);
  ring_tool_pick (tool, NULL);
  return TRUE;
}

/* ------------------------------------------------------------------------ seen */

static RingItem *
shape_item (const RingTool *tool, RingMatrix *matrix)
{
  Shape *shape = tool->state;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RingPoint));
  gboolean hovers = !tool->active && shape->draft.placed > 0 && shape->draft.shown;
  RingItem *item = NULL;
  RingFigureForm form;
  RingFigure figure;

  *matrix = _ring_draft_get_matrix (tool);
  if (shape->grip >= 0)
    return make_pulled (tool);
  if (hovers)
    append_point (shape, shape->pen);
  if (make_points (tool, shape, points, &form))
    {
      figure = make_figure (tool, shape, form, points);
      item = ring_item_new_figure (NULL, &figure);
    }
  if (hovers)
    drop_unplaced (shape);
  return item;
}

static void
mark_handle_line (const RingTool *tool, RingPoint a, RingPoint b, GArray *marks)
{
  RingMatrix matrix = _ring_draft_get_matrix (tool);
  RingToolMark mark = { .stroke = RING_DRAFT_COLOUR, .width = 1 };

  mark.path = ring_path_new ();
  ring_path_move_to (mark.path, a);
  ring_path_line_to (mark.path, b);
  _ring_tool_mark (marks, &mark, &matrix);
}

static void
mark_picked (const RingTool *tool, GArray *marks)
{
  const RingItem *item = _ring_draft_get_picked (tool, NULL);
  const RingFigure *figure = item != NULL ? ring_item_get_figure (item) : NULL;

  if (figure == NULL || !ring_figure_is_shape (figure->form))
    return;
  for (guint i = 0; i < figure->n_points; i++)
    {
      RingPoint at = ring_matrix_apply (ring_item_get_matrix (item), figure->points[i]);

      if (figure->form == RING_FIGURE_CURVE && i % 3 != 0)
        {
          guint node = i % 3 == 1 ? i - 1 : i + 1;

          mark_handle_line (tool, at,
                            ring_matrix_apply (ring_item_get_matrix (item), figure->points[node]),
                            marks);
        }
      _ring_draft_mark_handle (tool, at, marks);
    }
}

static void
shape_marks (const RingTool *tool, GArray *marks)
{
  const Shape *shape = tool->state;
  guint n = shape->draft.points->len;

  if (n == 0 && shape->grip < 0)
    mark_picked (tool, marks);
  for (guint i = 0; tool->drafting.shape == RING_FIGURE_CURVE && i < n; i++)
    {
      RingPoint p = *_ring_draft_point (&shape->draft, i);
      RingPoint h = g_array_index (shape->handles, RingPoint, i);

      if (h.x != 0 || h.y != 0)
        mark_handle_line (tool, minus (p, h), plus (p, h), marks);
      _ring_draft_mark_handle (tool, p, marks);
    }
  _ring_draft_mark_snap (tool, marks);
}

const RingToolClass ring_tool_shape_class = {
  .kind = RING_TOOL_SHAPE,
  .role = RING_ROLE_INK,
  .make = shape_make,
  .free = shape_free,
  .begin = shape_begin,
  .update = shape_update,
  .end = shape_end,
  .clear = shape_clear,
  .hover = shape_hover,
  .act = shape_act,
  .marks = shape_marks,
  .item = shape_item,
};
