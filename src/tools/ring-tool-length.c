/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Marking a known length on what is selected: two taps, or one drag, on its ends. The tool changes
 * nothing; whoever owns it asks how long that is in truth. */

#include "ring-tool-private.h"

#define ACCENT 0x1c71d8ffu
#define WHITE 0xffffffffu
/* How far a hand may slip in a tap; half a tick at an end. */
#define SLIP_PIXELS 5.0
#define TICK_PIXELS 9.0

typedef struct
{
  RingPoint points[2]; /* mm of the selection's view */
  guint n;             /* that are set */
  RingPoint over;      /* where the pointer is */
  gboolean shown;      /* OVER is of now */
  RingPoint down;
  double slip;         /* mm of the view */
} Length;

static gpointer
length_make (RingTool *tool)
{
  return g_new0 (Length, 1);
}

/* From mm of VIEW to mm of the view that is selected in. */
static gboolean
look_from (const RingTool *tool, const RingView *view, RingMatrix *matrix)
{
  const RingView *own
    = tool->selection != NULL ? ring_selection_get_view (tool->selection) : NULL;
  RingMatrix to_paper, own_matrix, from_paper;

  if (own == NULL || view == NULL)
    return FALSE;
  to_paper = ring_view_get_matrix (view);
  own_matrix = ring_view_get_matrix (own);
  if (!ring_matrix_invert (&own_matrix, &from_paper))
    return FALSE;
  *matrix = ring_matrix_multiply (&to_paper, &from_paper);
  return TRUE;
}

static void
length_update (RingTool *tool, const RingSample *sample)
{
  Length *self = tool->state;
  RingMatrix matrix;

  self->shown = look_from (tool, _ring_tool_get_view (tool), &matrix);
  if (self->shown)
    self->over = ring_matrix_apply (&matrix, (RingPoint){ sample->x, sample->y });
}

/* A third point begins anew. */
static void
length_begin (RingTool *tool, const RingSample *sample)
{
  Length *self = tool->state;
  RingMatrix matrix;

  if (self->n == 2)
    self->n = 0;
  length_update (tool, sample);
  self->down = self->over;
  if (look_from (tool, _ring_tool_get_view (tool), &matrix))
    self->slip = SLIP_PIXELS * tool->pixel * ring_matrix_scale (&matrix);
}

static gboolean
length_end (RingTool *tool)
{
  Length *self = tool->state;

  if (!self->shown)
    return FALSE;
  if (self->n == 0 && ring_point_distance (self->down, self->over) > self->slip)
    self->points[self->n++] = self->down;
  self->points[self->n++] = self->over;
  return FALSE;
}

static void
length_clear (RingTool *tool)
{
  ((Length *) tool->state)->shown = FALSE;
}

static gboolean
length_hover (RingTool *tool, const RingView *view, double pixel, RingPoint point)
{
  Length *self = tool->state;
  RingMatrix matrix;

  self->shown = look_from (tool, view, &matrix);
  if (self->shown)
    self->over = ring_matrix_apply (&matrix, point);
  return self->n == 1;
}

static gboolean
length_act (RingTool *tool, RingToolAct act)
{
  Length *self = tool->state;

  if (act == RING_TOOL_FINISH || self->n == 0)
    return FALSE;
  self->n--;
  return TRUE;
}

static void
append_line (RingPath *path, RingPoint a, RingPoint b)
{
  ring_path_move_to (path, a);
  ring_path_line_to (path, b);
}

/* A line with a tick across each end. */
static RingPath *
make_line (RingPoint from, RingPoint to, double tick)
{
  RingPath *path = ring_path_new ();
  double length = ring_point_distance (from, to);
  RingPoint across = length > 0 ? (RingPoint){ -(to.y - from.y) / length * tick,
                                               (to.x - from.x) / length * tick }
                                : (RingPoint){ 0, tick };

  append_line (path, from, to);
  append_line (path, (RingPoint){ from.x - across.x, from.y - across.y },
               (RingPoint){ from.x + across.x, from.y + across.y });
  append_line (path, (RingPoint){ to.x - across.x, to.y - across.y },
               (RingPoint){ to.x + across.x, to.y + across.y });
  return path;
}

static RingPath *
make_cross (RingPoint at, double tick)
{
  RingPath *path = ring_path_new ();

  append_line (path, (RingPoint){ at.x - tick, at.y }, (RingPoint){ at.x + tick, at.y });
  append_line (path, (RingPoint){ at.x, at.y - tick }, (RingPoint){ at.x, at.y + tick });
  return path;
}

static void
length_marks (const RingTool *tool, GArray *marks)
{
  const Length *self = tool->state;
  const RingView *view
    = tool->selection != NULL ? ring_selection_get_view (tool->selection) : NULL;
  gboolean second = self->n == 2 || self->shown;
  RingPath *path;
  RingMatrix matrix;
  double tick;

  if (view == NULL || (self->n == 0 && !tool->active))
    return;
  matrix = ring_view_get_matrix (view);
  tick = TICK_PIXELS * tool->paper_pixel / ring_matrix_scale (&matrix);
  if (self->n == 0)
    path = make_line (self->down, self->over, tick);
  else if (second)
    path = make_line (self->points[0], self->n == 2 ? self->points[1] : self->over, tick);
  else
    path = make_cross (self->points[0], tick);
  /* A light line on whatever lies beneath. */
  _ring_tool_mark (marks, &(RingToolMark){ ring_path_ref (path), 0, WHITE, 4, 0, NULL }, &matrix);
  _ring_tool_mark (marks, &(RingToolMark){ path, 0, ACCENT, 1.5, 0, NULL }, &matrix);
}

guint
ring_tool_get_length (const RingTool *tool, RingPoint *from, RingPoint *to)
{
  const Length *self = tool->state;

  if (ring_tool_get_kind (tool) != RING_TOOL_LENGTH)
    return 0;
  *from = self->points[0];
  *to = self->points[1];
  return self->n;
}

const RingToolClass ring_tool_length_class = {
  .kind = RING_TOOL_LENGTH,
  .role = RING_TOOL_NO_LAYER,
  .make = length_make,
  .free = g_free,
  .begin = length_begin,
  .update = length_update,
  .end = length_end,
  .clear = length_clear,
  .hover = length_hover,
  .act = length_act,
  .marks = length_marks,
  .is_done = _ring_tool_by_touch,
};
