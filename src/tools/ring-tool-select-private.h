/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What ring-tool-select.c does and ring-tool-select-marks.c shows. */
#pragma once

#include "ring-select-frame.h"
#include "ring-tool-private.h"

G_BEGIN_DECLS

typedef enum
{
  GRIP_NONE,
  GRIP_HANDLE, /* one of the frame's, the pivot among them */
  GRIP_MOVE,
  GRIP_BOX,
  GRIP_LASSO,
} Grip;

typedef struct
{
  /* Between two strokes. */
  gboolean lasso; /* what a press on nothing draws */
  gboolean shows_pivot;
  gboolean has_pivot; /* it was placed by hand */
  RingPoint pivot;
  guint pivot_serial; /* the selection that the three are about */

  /* The stroke in hand; mm of the view that it is about. */
  Grip grip;
  RingSelectHandle handle;
  RingDrawing *drawing; /* the state when the pen came down */
  char *view_id;
  RingMatrix to_own; /* from mm of the view that the pen came down in */
  double pixel;
  RingRect bounds;
  RingPoint down, now;
  RingMatrix matrix; /* what the drag does */
  gboolean moved;
  gboolean adds;
  GArray *way; /* of RingPoint: the lasso */
  GPtrArray *lifted; /* of RingItem: what is moved, once it is; NULL for nothing */
  RingDrawing *rest; /* what is not */
} Select;

/* What is painted between two strokes and during one: the view whose frame it is. */
static inline RingView *
own_view (const RingTool *tool, const Select *self)
{
  const RingDrawing *drawing = ring_design_get_drawing (tool->design);

  return self->view_id != NULL ? ring_drawing_find_view (drawing, self->view_id) : NULL;
}

static inline RingPoint
middle_of (RingRect rect)
{
  return (RingPoint){ (rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2 };
}

static inline RingPoint
get_pivot (const Select *self, RingRect bounds)
{
  return self->has_pivot ? self->pivot : middle_of (bounds);
}

static inline RingRect
get_box (const Select *self)
{
  return ring_rect_add_point (ring_rect_add_point (RING_RECT_EMPTY, self->down), self->now);
}

/* As in the programs that rings are built with: to the right what lies within, to the left all
 * that is touched. */
static inline gboolean
takes_touched (const Select *self)
{
  return self->now.x < self->down.x;
}

/* The marks() of the tool. */
void _ring_tool_select_marks (const RingTool *tool, GArray *marks);

G_END_DECLS
