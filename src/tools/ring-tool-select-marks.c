/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is seen of the select tool: the frame with its handles, and the box or lasso that is drawn. */

#include "ring-tool-select-private.h"

#include "ring-pick.h"

/* More than so many are not shown one by one. */
#define MAX_SHOWN 200
#define ACCENT 0x1c71d8ffu
#define GLOW 0x1c71d870u
#define VEIL 0x1c71d818u
#define WHITE 0xffffffffu

static void
mark (GArray *marks, const RingMatrix *matrix, RingPath *path, guint32 fill, guint32 stroke,
      double width)
{
  RingToolMark mark = { path, fill, stroke, width, 0 };

  _ring_tool_mark (marks, &mark, matrix);
}

/* A light line on the paper, whatever lies under it. */
static void
mark_line (GArray *marks, const RingMatrix *matrix, RingPath *path)
{
  mark (marks, matrix, ring_path_ref (path), 0, WHITE, 3);
  mark (marks, matrix, path, 0, ACCENT, 1.25);
}

static void
mark_items (const RingTool *tool, GArray *marks, const RingMatrix *matrix)
{
  const GArray *list = ring_selection_list (tool->selection);

  for (guint i = 0; list->len <= MAX_SHOWN && i < list->len; i++)
    mark (marks, matrix, ring_pick_get_outline (g_array_index (list, RingSelected, i).item), 0,
          GLOW, 2);
}

static void
mark_frame (const RingTool *tool, const Select *self, GArray *marks)
{
  RingRect bounds = ring_selection_get_bounds (tool->selection);
  RingMatrix to_paper = ring_view_get_matrix (ring_selection_get_view (tool->selection));
  RingMatrix matrix = ring_matrix_multiply (&self->matrix, &to_paper);
  double pixel = tool->paper_pixel / ring_matrix_scale (&to_paper);

  mark_items (tool, marks, &matrix);
  if (ring_rect_is_empty (bounds))
    return;
  mark_line (marks, &matrix, ring_select_frame_get_box (bounds, pixel));
  if (self->lifted == NULL)
    {
      mark_line (marks, &matrix, ring_select_frame_get_stem (bounds, pixel));
      mark (marks, &matrix, ring_select_frame_get_handles (bounds, pixel), WHITE, ACCENT, 1.5);
    }
  if (self->pivot_serial == ring_selection_get_serial (tool->selection)
      && (self->shows_pivot || self->has_pivot))
    mark_line (marks, &to_paper, ring_select_frame_get_pivot (get_pivot (self, bounds), pixel));
}

static RingPath *
get_way (const Select *self)
{
  RingPath *path = ring_path_new ();

  ring_path_move_to (path, g_array_index (self->way, RingPoint, 0));
  for (guint i = 1; i < self->way->len; i++)
    ring_path_line_to (path, g_array_index (self->way, RingPoint, i));
  ring_path_line_to (path, self->now);
  ring_path_close (path);
  return path;
}

/* A box that takes what it touches is dashed. */
static void
mark_area (const RingTool *tool, const Select *self, GArray *marks)
{
  const RingView *view = own_view (tool, self);
  RingToolMark area = { NULL, VEIL, ACCENT, 1.25, 0 };
  RingMatrix matrix;

  if (view == NULL)
    return;
  matrix = ring_view_get_matrix (view);
  if (self->grip == GRIP_LASSO)
    area.path = get_way (self);
  else
    {
      area.path = ring_path_new ();
      ring_path_add_rect (area.path, get_box (self));
    }
  area.dash = self->grip == GRIP_LASSO || takes_touched (self) ? 4 : 0;
  _ring_tool_mark (marks, &area, &matrix);
}

void
_ring_tool_select_marks (const RingTool *tool, GArray *marks)
{
  const Select *self = tool->state;

  if (tool->selection != NULL && ring_selection_get_view (tool->selection) != NULL)
    mark_frame (tool, self, marks);
  if (self->moved && (self->grip == GRIP_BOX || self->grip == GRIP_LASSO))
    mark_area (tool, self, marks);
}
