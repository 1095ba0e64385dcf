/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The dimension tool. Two taps, or a drag, on what is to be measured, and a third tap where the
 * dimension line goes. A circle is measured with one tap on its line, and so is a line. Points that
 * snapped to a feature hold on to it. A dimension that is there already is picked by a tap, and a drag
 * moves its line. */

#include "ring-draft-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Until it is placed the line lies so far from what it measures, mm of paper. */
#define USUAL_DISTANCE 8.0
/* Of the length: what is less slanted is level or upright. */
#define SLANT 0.01

typedef struct
{
  RingDraft draft; /* first: it is the state that ring-draft.c knows */
  RingFigureForm form;
  gboolean moved;
  gboolean whole;  /* one tap gave all that is measured */
  char *held;      /* the dimension that the pen came down on */
  RingPoint pen;
} Dimension;

static gpointer
dimension_make (RingTool *tool)
{
  RingDraft *draft = _ring_draft_new (tool);
  Dimension *self = g_new0 (Dimension, 1);

  self->draft = *draft;
  g_free (draft);
  return self;
}

static void
dimension_free (gpointer state)
{
  g_free (((Dimension *) state)->held);
  _ring_draft_free (state);
}

static void
reset (Dimension *self)
{
  _ring_draft_reset (&self->draft);
  self->whole = FALSE;
}

static guint
n_measured (const Dimension *self)
{
  return self->form == RING_FIGURE_ANGLE ? 3 : 2;
}

static void
drop_unplaced (Dimension *self)
{
  while (self->draft.points->len > self->draft.placed)
    _ring_draft_take_back (&self->draft);
}

/* ---------------------------------------------------------------------- what */

/* Sets what NAME of the thing is, which holds on to it; FALSE where it is not there. */
static gboolean
set_feature (RingTool *tool, const char *thing, guint number)
{
  Dimension *self = tool->state;
  const RingDrawing *drawing = ring_design_get_drawing (tool->design);
  const RingView *view = ring_drawing_find_view (drawing, self->draft.view_id);
  RingPoint at;

  g_free (self->draft.snap.name);
  self->draft.snap.name = ring_feature_name (thing, number);
  if (view == NULL || !ring_feature_find (drawing, view, self->draft.snap.name, &at))
    return FALSE;
  _ring_draft_set (&self->draft, at);
  return TRUE;
}

static RingFigureForm
form_of (const RingTool *tool, const char *thing)
{
  const RingItem *item
      = ring_drawing_find_item (ring_design_get_drawing (tool->design), thing, NULL, NULL);
  const RingFigure *figure = item != NULL ? ring_item_get_figure (item) : NULL;

  return figure != NULL ? figure->form : RING_FIGURE_TEXT;
}

/* Whether the snap is on something that one tap measures: a circle or an arc of one, or a line. */
static gboolean
set_whole (RingTool *tool)
{
  Dimension *self = tool->state;
  const RingDrawing *drawing = ring_design_get_drawing (tool->design);
  const RingView *view = ring_drawing_find_view (drawing, self->draft.view_id);
  RingSnapKind kind = self->draft.snap.kind;
  RingFigureForm form = self->form;
  g_autofree char *thing = g_strdup (self->draft.snap.thing);
  gboolean round, automatic = tool->drafting.automatic;

  if (thing == NULL || view == NULL)
    return FALSE;
  round = ring_feature_is_round (drawing, view, thing);
  if (round && automatic && kind == RING_SNAP_ON)
    form = form_of (tool, thing) == RING_FIGURE_ARC ? RING_FIGURE_RADIUS : RING_FIGURE_DIAMETER;
  else if (!(round && (form == RING_FIGURE_DIAMETER || form == RING_FIGURE_RADIUS))
           && !(kind == RING_SNAP_ON && form_of (tool, thing) == RING_FIGURE_LINE
                && form != RING_FIGURE_ANGLE))
    return FALSE;
  self->whole = set_feature (tool, thing, 0) && set_feature (tool, thing, 1);
  if (self->whole)
    self->form = form;
  else
    drop_unplaced (self);
  return self->whole;
}

/* A slanted distance is measured level or upright where its line is put beside it or over it, as
 * one sees it from there. */
static RingFigureForm
placed_form (const RingTool *tool, const RingPoint *p)
{
  const Dimension *self = tool->state;
  double dx = fabs (p[1].x - p[0].x), dy = fabs (p[1].y - p[0].y);
  gboolean over, beside;

  if (!tool->drafting.automatic || self->form != RING_FIGURE_DISTANCE || self->whole
      || fmin (dx, dy) < SLANT * hypot (dx, dy))
    return self->form;
  over = p[2].x > fmin (p[0].x, p[1].x) && p[2].x < fmax (p[0].x, p[1].x);
  beside = p[2].y > fmin (p[0].y, p[1].y) && p[2].y < fmax (p[0].y, p[1].y);
  if (over == beside)
    return self->form;
  return over ? RING_FIGURE_HORIZONTAL : RING_FIGURE_VERTICAL;
}

/* --------------------------------------------------------------------- figure */

static RingPoint
usual_place (const Dimension *self, const RingPoint *p)
{
  double far = USUAL_DISTANCE / self->draft.scale;
  RingPoint middle = { (p[0].x + p[1].x) / 2, (p[0].y + p[1].y) / 2 };
  double length = ring_point_distance (p[0], p[1]);

  if (self->form == RING_FIGURE_ANGLE)
    return (RingPoint){ (p[1].x + p[2].x) / 2, (p[1].y + p[2].y) / 2 };
  if (self->form == RING_FIGURE_DIAMETER || self->form == RING_FIGURE_RADIUS)
    return (RingPoint){ p[0].x + 0.71 * (length + far), p[0].y - 0.71 * (length + far) };
  if (length <= 0)
    return middle;
  return (RingPoint){ middle.x + (p[1].y - p[0].y) / length * far,
                      middle.y - (p[1].x - p[0].x) / length * far };
}

/* The dimension of what is set, placed or not; NULL while it measures nothing. */
static RingItem *
make_item (const RingTool *tool, gboolean with_pen)
{
  const Dimension *self = tool->state;
  guint n = n_measured (self);
  double paper = 1 / self->draft.scale;
  RingPoint p[4];
  const char *ends[4] = { "", "", "", "" };
  RingFigure figure = { .points = p, .n_points = n + 1, .ends = ends, .text = "" };
  guint have = self->draft.points->len;

  for (guint i = 0; i < MIN (have, n + 1); i++)
    {
      p[i] = *_ring_draft_point (&self->draft, i);
      ends[i] = g_ptr_array_index (self->draft.ends, i);
    }
  ends[n] = "";
  if (with_pen && have <= n)
    p[have++] = self->pen;
  if (have < n || ring_point_distance (p[0], p[1]) < 0.5 * self->draft.pixel)
    return NULL;
  if (have == n)
    p[n] = usual_place (self, p);
  figure.form = placed_form (tool, p);
  figure.colour = RING_FIGURE_INK;
  figure.width = RING_FIGURE_THIN * paper;
  figure.size = tool->drafting.text_size * paper;
  figure.paper = paper;
  return ring_item_new_figure (NULL, &figure);
}

static gboolean
commit (RingTool *tool)
{
  Dimension *self = tool->state;
  g_autoptr (RingItem) item = make_item (tool, FALSE);
  gboolean made = item != NULL
                  && _ring_draft_commit (tool, ring_item_get_figure (item), _ ("Dimension"));

  reset (self);
  return made;
}

/* --------------------------------------------------------------------- strokes */

static RingPoint
sample_point (const RingSample *sample)
{
  return (RingPoint){ sample->x, sample->y };
}

/* A point that is measured snaps; where the line goes is free. */
static void
append_point (RingTool *tool, RingPoint at)
{
  Dimension *self = tool->state;

  if (self->draft.points->len < n_measured (self))
    at = _ring_draft_snap (tool, at, NULL);
  else
    {
      ring_snap_clear (&self->draft.snap);
      self->draft.shown = FALSE;
    }
  _ring_draft_set (&self->draft, at);
}

static void
hold (RingTool *tool, const RingItem *item)
{
  Dimension *self = tool->state;

  g_free (self->held);
  self->held = item != NULL ? g_strdup (ring_item_get_id (item)) : NULL;
}

static void
dimension_begin (RingTool *tool, const RingSample *sample)
{
  Dimension *self = tool->state;
  RingPoint at = sample_point (sample);

  _ring_draft_enter (tool, _ring_tool_get_view (tool), tool->pixel);
  drop_unplaced (self);
  self->moved = FALSE;
  self->pen = at;
  hold (tool, NULL);
  if (self->draft.placed > 0)
    {
      append_point (tool, at);
      return;
    }
  self->whole = FALSE;
  self->form = tool->drafting.automatic ? RING_FIGURE_DISTANCE : tool->drafting.dimension;
  at = _ring_draft_snap (tool, at, NULL);
  if (self->draft.snap.name == NULL)
    hold (tool, _ring_draft_find_figure (tool, self->pen, ring_figure_is_dimension));
  if (self->held == NULL && !set_whole (tool))
    _ring_draft_set (&self->draft, at);
}

static void
dimension_update (RingTool *tool, const RingSample *sample)
{
  Dimension *self = tool->state;
  const RingSample *down = &g_array_index (tool->samples, RingSample, 0);
  guint keep;

  self->pen = sample_point (sample);
  if (ring_point_distance (sample_point (down), self->pen) > RING_DRAFT_SLIP * tool->pixel)
    self->moved = TRUE;
  if (!self->moved || self->held != NULL)
    return;
  keep = self->draft.placed > 0 ? self->draft.placed : self->whole ? 2 : 1;
  while (self->draft.points->len > keep)
    _ring_draft_take_back (&self->draft);
  append_point (tool, self->pen);
}

/* The held dimension with its line where the pen is. */
static RingItem *
make_moved (const RingTool *tool)
{
  const Dimension *self = tool->state;
  const RingItem *item
      = ring_drawing_find_item (ring_design_get_drawing (tool->design), self->held, NULL, NULL);
  RingFigure figure;
  g_autofree RingPoint *points = NULL;

  if (item == NULL || ring_item_get_figure (item) == NULL)
    return NULL;
  figure = *ring_item_get_figure (item);
  points = g_memdup2 (figure.points, figure.n_points * sizeof (RingPoint));
  points[figure.n_points - 1] = self->pen;
  figure.points = points;
  return ring_item_new_figure (self->held, &figure);
}

static gboolean
end_held (RingTool *tool)
{
  Dimension *self = tool->state;
  const RingItem *item
      = ring_drawing_find_item (ring_design_get_drawing (tool->design), self->held, NULL, NULL);
  g_autoptr (RingItem) moved = self->moved ? make_moved (tool) : NULL;

  ring_tool_pick (tool, self->held);
  return moved != NULL
         && _ring_draft_replace (tool, item, ring_item_get_figure (moved), _ ("Move Dimension"));
}

static gboolean
dimension_end (RingTool *tool)
{
  Dimension *self = tool->state;

  if (self->held != NULL)
    return end_held (tool);
  ring_tool_pick (tool, NULL);
  self->draft.placed = self->draft.points->len;
  return self->draft.placed > n_measured (self) && commit (tool);
}

/* What was set in strokes that ended stays. */
static void
dimension_clear (RingTool *tool)
{
  drop_unplaced (tool->state);
  hold (tool, NULL);
}

static gboolean
dimension_hover (RingTool *tool, const RingView *view, double pixel, RingPoint point)
{
  Dimension *self = tool->state;

  if (view == NULL
      || (self->draft.placed > 0
          && g_strcmp0 (ring_view_get_head (view)->id, self->draft.view_id) != 0))
    {
      self->draft.shown = FALSE;
      return TRUE;
    }
  _ring_draft_enter (tool, view, pixel);
  self->pen = point;
  if (self->draft.placed < n_measured (self))
    self->pen = _ring_draft_snap (tool, point, NULL);
  else
    self->draft.shown = FALSE;
  return TRUE;
}

static gboolean
dimension_act (RingTool *tool, RingToolAct act)
{
  Dimension *self = tool->state;

  if (act == RING_TOOL_FINISH)
    return self->draft.placed >= n_measured (self) && (commit (tool) || TRUE);
  if (act == RING_TOOL_BACK && self->draft.placed == 0)
    return _ring_draft_remove_picked (tool, _ ("Remove Dimension"));
  if (self->draft.placed == 0 && tool->picked == NULL)
    return FALSE;
  if (act == RING_TOOL_BACK && !self->whole)
    _ring_draft_take_back (&self->draft);
  else
    reset (self);
  ring_tool_pick (tool, NULL);
  return TRUE;
}

static RingItem *
dimension_item (const RingTool *tool, RingMatrix *matrix)
{
  const Dimension *self = tool->state;

  *matrix = _ring_draft_get_matrix (tool);
  if (self->held != NULL)
    return self->moved ? make_moved (tool) : NULL;
  return make_item (tool, !tool->active && self->draft.placed > 0);
}

static void
dimension_marks (const RingTool *tool, GArray *marks)
{
  const Dimension *self = tool->state;
  const RingItem *item = self->draft.points->len == 0 ? _ring_draft_get_picked (tool, NULL) : NULL;
  const RingFigure *figure = item != NULL ? ring_item_get_figure (item) : NULL;

  for (guint i = 0; i < MIN (self->draft.points->len, n_measured (self)); i++)
    _ring_draft_mark_handle (tool, *_ring_draft_point (&self->draft, i), marks);
  for (guint i = 0; figure != NULL && ring_figure_is_dimension (figure->form) && i < figure->n_points;
       i++)
    _ring_draft_mark_handle (tool, figure->points[i], marks);
  _ring_draft_mark_snap (tool, marks);
}

const RingToolClass ring_tool_dimension_class = {
  .kind = RING_TOOL_DIMENSION,
  .role = RING_ROLE_NOTES,
  .make = dimension_make,
  .free = dimension_free,
  .begin = dimension_begin,
  .update = dimension_update,
  .end = dimension_end,
  .clear = dimension_clear,
  .hover = dimension_hover,
  .act = dimension_act,
  .marks = dimension_marks,
  .item = dimension_item,
};
