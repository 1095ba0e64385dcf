/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The select tool. A press on an item, or within the frame of what is selected, moves it; a press on
 * a handle turns it or makes it larger; one on nothing draws a box or a lasso. A tap selects what it
 * meets. While the pen is down nothing is changed but what the canvas shows; lifting it is one
 * step. */

#include "ring-tool-select-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-arrange.h"
#include "ring-pick.h"

/* How near a tap must come to a thin line, and how far a hand may slip in a tap. */
#define REACH_PIXELS 7
#define SLIP_PIXELS 4
/* The lasso takes a point for each so many. */
#define LASSO_PIXELS 1.5
/* The steps of the arrow keys: mm of paper, and, the finest, of the view. */
#define NUDGE_PAPER 0.1
#define NUDGE_PAPER_LARGE 1.0
#define NUDGE_FINE 0.01
#define STEP_DEGREES 15.0
/* Nothing becomes flatter than this part of itself: it could not be pulled open again. */
#define LEAST_STRETCH 0.001

static Select *
get_state (const RingTool *tool)
{
  return tool->state;
}

static gpointer
select_new (RingTool *tool)
{
  Select *self = g_new0 (Select, 1);

  self->matrix = RING_MATRIX_IDENTITY;
  self->way = g_array_new (FALSE, FALSE, sizeof (RingPoint));
  return self;
}

static void
drop_lifted (Select *self)
{
  g_clear_pointer (&self->lifted, g_ptr_array_unref);
  g_clear_pointer (&self->rest, ring_drawing_unref);
}

static void
select_free (gpointer state)
{
  Select *self = state;

  drop_lifted (self);
  g_clear_pointer (&self->drawing, ring_drawing_unref);
  g_free (self->view_id);
  g_array_unref (self->way);
  g_free (self);
}

/* Another selection turns about its own middle. */
static void
refresh_pivot (const RingTool *tool, Select *self)
{
  guint serial = ring_selection_get_serial (tool->selection);

  if (serial != self->pivot_serial)
    self->shows_pivot = self->has_pivot = FALSE;
  self->pivot_serial = serial;
}

/* ------------------------------------------------------------------ the press */

/* From mm of the view that the pen came down in to those of VIEW. */
static gboolean
look_from (const RingTool *tool, Select *self, const RingView *view)
{
  const RingView *target = _ring_tool_get_view (tool);
  RingMatrix to_paper, matrix, from_paper;

  if (target == NULL || view == NULL)
    return FALSE;
  to_paper = ring_view_get_matrix (target);
  matrix = ring_view_get_matrix (view);
  if (!ring_matrix_invert (&matrix, &from_paper))
    return FALSE;
  self->to_own = ring_matrix_multiply (&to_paper, &from_paper);
  self->pixel = tool->pixel * ring_matrix_scale (&self->to_own);
  g_free (self->view_id);
  self->view_id = g_strdup (ring_view_get_head (view)->id);
  return TRUE;
}

static RingPoint
own_point (const Select *self, const RingSample *sample)
{
  return ring_matrix_apply (&self->to_own, (RingPoint){ sample->x, sample->y });
}

/* What lies under the pen: in the view that it came down in, and on the page beneath. */
static RingItem *
find_item (RingTool *tool, Select *self, const RingSample *sample)
{
  const RingDrawing *drawing = ring_design_get_drawing (tool->design);
  const RingView *views[] = { _ring_tool_get_view (tool),
                              ring_drawing_get_view_by_kind (drawing, RING_VIEW_PAGE) };
  RingItem *item = NULL;

  for (guint i = 0; item == NULL && i < G_N_ELEMENTS (views); i++)
    if (look_from (tool, self, views[i]))
      item = ring_pick_at (views[i], own_point (self, sample), REACH_PIXELS * self->pixel);
  return item;
}

/* A press on the frame, or within it, is about what is selected. */
static gboolean
grip_frame (RingTool *tool, Select *self, const RingSample *sample)
{
  RingPoint point, pivot;

  refresh_pivot (tool, self);
  if (!look_from (tool, self, ring_selection_get_view (tool->selection)))
    return FALSE;
  self->bounds = ring_selection_get_bounds (tool->selection);
  if (ring_rect_is_empty (self->bounds))
    return FALSE;
  point = own_point (self, sample);
  pivot = get_pivot (self, self->bounds);
  self->handle = ring_select_frame_find (self->bounds, self->shows_pivot ? &pivot : NULL,
                                         self->pixel, point);
  if (self->handle == RING_SELECT_NONE)
    return FALSE;
  self->grip = self->handle == RING_SELECT_INSIDE ? GRIP_MOVE : GRIP_HANDLE;
  /* Drawing round more than is selected may begin within the frame. */
  return self->grip == GRIP_HANDLE || !self->adds;
}

static gboolean
grip_item (RingTool *tool, Select *self, const RingSample *sample)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  RingItem *item = find_item (tool, self, sample);
  const RingView *view = own_view (tool, self);

  if (item == NULL)
    return FALSE;
  g_ptr_array_add (one, item);
  if (self->adds)
    ring_selection_add (tool->selection, view, one, TRUE);
  else if (!ring_selection_has (tool->selection, ring_item_get_id (item)))
    ring_selection_set (tool->selection, view, one);
  self->bounds = ring_selection_get_bounds (tool->selection);
  self->grip = ring_rect_is_empty (self->bounds) ? GRIP_NONE : GRIP_MOVE;
  return TRUE;
}

static void
select_begin (RingTool *tool, const RingSample *sample)
{
  Select *self = get_state (tool);

  g_clear_pointer (&self->drawing, ring_drawing_unref);
  self->drawing = ring_drawing_ref (ring_design_get_drawing (tool->design));
  self->moved = FALSE;
  self->adds = (tool->modifiers & RING_TOOL_SHIFT) != 0;
  self->matrix = RING_MATRIX_IDENTITY;
  g_array_set_size (self->way, 0);
  if (tool->selection == NULL)
    self->grip = GRIP_NONE;
  else if (!grip_frame (tool, self, sample) && !grip_item (tool, self, sample))
    {
      gboolean other = (tool->modifiers & RING_TOOL_ALT) != 0;

      self->grip = self->lasso != other ? GRIP_LASSO : GRIP_BOX;
      look_from (tool, self, _ring_tool_get_view (tool));
    }
  self->down = self->now = own_point (self, sample);
  g_array_append_val (self->way, self->now);
}

/* ------------------------------------------------------------------- the drag */

static RingMatrix
drag_move (const RingTool *tool, const Select *self)
{
  double dx = self->now.x - self->down.x;
  double dy = self->now.y - self->down.y;

  if ((tool->modifiers & RING_TOOL_CTRL) != 0)
    *(fabs (dx) < fabs (dy) ? &dx : &dy) = 0;
  return (RingMatrix){ 1, 0, 0, 1, dx, dy };
}

static RingMatrix
drag_turn (const RingTool *tool, const Select *self)
{
  RingPoint pivot = get_pivot (self, self->bounds);
  double from = atan2 (pivot.y - self->down.y, self->down.x - pivot.x);
  double to = atan2 (pivot.y - self->now.y, self->now.x - pivot.x);
  double degrees = (to - from) * 180 / G_PI;

  if ((tool->modifiers & RING_TOOL_CTRL) != 0)
    degrees = round (degrees / STEP_DEGREES) * STEP_DEGREES;
  return ring_arrange_turn (degrees, pivot);
}

static double
at_least (double stretch)
{
  return fabs (stretch) >= LEAST_STRETCH ? stretch : stretch < 0 ? -LEAST_STRETCH : LEAST_STRETCH;
}

/* How much a side that was WAS long is to be now; a side without length cannot be pulled. */
static double
stretch_of (double was, double pull)
{
  return fabs (was) > 1e-9 ? at_least ((was + pull) / was) : 1;
}

/* The opposite handle stays, or, with Alt, the pivot. */
static RingMatrix
drag_stretch (const RingTool *tool, const Select *self)
{
  int hx, hy;
  RingPoint handle = ring_select_frame_place (self->bounds, self->handle, &hx, &hy);
  RingRect b = self->bounds;
  RingPoint anchor = { hx > 0 ? b.x0 : b.x1, hy > 0 ? b.y0 : b.y1 };
  RingPoint pull = { self->now.x - self->down.x, self->now.y - self->down.y };
  RingPoint was;
  double sx, sy;

  if ((tool->modifiers & RING_TOOL_ALT) != 0)
    anchor = get_pivot (self, b);
  was = (RingPoint){ handle.x - anchor.x, handle.y - anchor.y };
  sx = hx != 0 ? stretch_of (was.x, pull.x) : 1;
  sy = hy != 0 ? stretch_of (was.y, pull.y) : 1;
  if (hx != 0 && hy != 0 && (tool->modifiers & RING_TOOL_SHIFT) == 0)
    {
      double length = was.x * was.x + was.y * was.y;

      sx = sy = length > 0 ? 1 + (pull.x * was.x + pull.y * was.y) / length : 1;
      sx = sy = MAX (sx, LEAST_STRETCH);
    }
  return ring_arrange_stretch (sx, sy, anchor);
}

/* The pivot settles in the middle of what is selected. */
static void
drag_pivot (Select *self)
{
  RingPoint middle = middle_of (self->bounds);

  self->pivot = self->now;
  self->has_pivot = ring_point_distance (self->now, middle) > REACH_PIXELS * self->pixel;
}

static void
lift (const RingTool *tool, Select *self)
{
  const GArray *list = ring_selection_list (tool->selection);

  if (self->lifted != NULL)
    return;
  self->rest = ring_selection_make_rest (tool->selection);
  self->lifted = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);
  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (self->lifted, ring_item_ref (g_array_index (list, RingSelected, i).item));
}

static void
drag (const RingTool *tool, Select *self)
{
  if (self->grip == GRIP_MOVE
      || (self->grip == GRIP_HANDLE && self->handle != RING_SELECT_PIVOT))
    lift (tool, self);
  if (self->grip == GRIP_MOVE)
    self->matrix = drag_move (tool, self);
  else if (self->grip == GRIP_HANDLE && self->handle == RING_SELECT_TURN)
    self->matrix = drag_turn (tool, self);
  else if (self->grip == GRIP_HANDLE && self->handle == RING_SELECT_PIVOT)
    drag_pivot (self);
  else if (self->grip == GRIP_HANDLE)
    self->matrix = drag_stretch (tool, self);
}

/* Somebody who undoes a step under the pen ends the drag. */
static gboolean
is_disturbed (const RingTool *tool, const Select *self)
{
  return self->drawing != ring_design_get_drawing (tool->design);
}

static void
select_update (RingTool *tool, const RingSample *sample)
{
  Select *self = get_state (tool);
  RingPoint last = g_array_index (self->way, RingPoint, self->way->len - 1);

  if (is_disturbed (tool, self))
    {
      self->grip = GRIP_NONE;
      self->matrix = RING_MATRIX_IDENTITY;
      drop_lifted (self);
    }
  self->now = own_point (self, sample);
  if (!self->moved && ring_point_distance (self->down, self->now) <= SLIP_PIXELS * self->pixel)
    return;
  self->moved = TRUE;
  if (self->grip == GRIP_LASSO
      && ring_point_distance (last, self->now) >= LASSO_PIXELS * self->pixel)
    g_array_append_val (self->way, self->now);
  drag (tool, self);
}

/* -------------------------------------------------------------------- the end */

static const char *
step_label (const Select *self)
{
  if (self->grip == GRIP_MOVE)
    return _ ("Move");
  return self->handle == RING_SELECT_TURN ? _ ("Rotate") : _ ("Scale");
}

static gboolean
commit (RingTool *tool, Select *self)
{
  RingEdit *edit = ring_arrange_transform (tool->selection, &self->matrix, step_label (self));

  if (edit == NULL || !ring_design_commit (tool->design, edit))
    return FALSE;
  if (self->has_pivot)
    self->pivot = ring_matrix_apply (&self->matrix, self->pivot);
  return TRUE;
}

static void
select_area (RingTool *tool, Select *self)
{
  const RingView *view = own_view (tool, self);
  g_autoptr (GPtrArray) items = NULL;

  if (view == NULL)
    return;
  if (self->grip == GRIP_LASSO)
    items = ring_pick_lasso (view, (const RingPoint *) (const void *) self->way->data,
                             self->way->len);
  else
    items = ring_pick_box (view, get_box (self), takes_touched (self));
  if (self->adds)
    ring_selection_add (tool->selection, view, items, FALSE);
  else
    ring_selection_set (tool->selection, view, items);
}

/* A tap on the handle that turns shows the pivot, or puts it back. */
static gboolean
tap_pivot (Select *self)
{
  if (self->grip != GRIP_HANDLE
      || (self->handle != RING_SELECT_TURN && self->handle != RING_SELECT_PIVOT))
    return FALSE;
  self->shows_pivot = self->handle == RING_SELECT_TURN && !self->shows_pivot;
  self->has_pivot = FALSE;
  return TRUE;
}

/* Within the frame of several, and on its handles, a tap means the item that it meets. */
static void
tap (RingTool *tool, Select *self, const RingSample *sample)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  RingItem *item;

  if (tap_pivot (self) || (self->adds && self->grip != GRIP_HANDLE))
    return;
  item = find_item (tool, self, sample);
  if (item != NULL)
    g_ptr_array_add (one, item);
  if (item != NULL && self->adds)
    ring_selection_add (tool->selection, own_view (tool, self), one, TRUE);
  else if (item != NULL || self->grip != GRIP_HANDLE)
    ring_selection_set (tool->selection, own_view (tool, self), one);
}

static gboolean
select_end (RingTool *tool)
{
  Select *self = get_state (tool);
  const RingSample *down = &g_array_index (tool->samples, RingSample, 0);

  if (is_disturbed (tool, self) || tool->selection == NULL)
    return FALSE;
  if (!self->moved)
    tap (tool, self, down);
  else if (self->grip == GRIP_BOX || self->grip == GRIP_LASSO)
    select_area (tool, self);
  else if (!ring_matrix_is_identity (&self->matrix))
    return commit (tool, self);
  return FALSE;
}

static void
select_clear (RingTool *tool)
{
  Select *self = get_state (tool);

  self->grip = GRIP_NONE;
  self->moved = FALSE;
  self->matrix = RING_MATRIX_IDENTITY;
  drop_lifted (self);
  g_clear_pointer (&self->drawing, ring_drawing_unref);
}

static gboolean
select_get_lift (const RingTool *tool, RingToolLift *lift)
{
  const Select *self = get_state (tool);

  if (self->lifted == NULL || self->rest == NULL)
    return FALSE;
  *lift = (RingToolLift){ self->lifted, self->rest, self->view_id, self->matrix };
  return TRUE;
}

/* ------------------------------------------------------------------- the keys */

static gboolean
select_act (RingTool *tool, RingToolAct act)
{
  if (act != RING_TOOL_ESCAPE || tool->selection == NULL
      || ring_selection_get_n (tool->selection) == 0)
    return FALSE;
  ring_selection_clear (tool->selection);
  return TRUE;
}

/* The arrows follow the nearest sides of paper that lies turned, so that things stay level. */
static gboolean
select_nudge (RingTool *tool, int dx, int dy, double rotation, RingToolModifiers modifiers)
{
  const RingView *view
    = tool->selection != NULL ? ring_selection_get_view (tool->selection) : NULL;
  double step = (modifiers & RING_TOOL_SHIFT) != 0 ? NUDGE_PAPER_LARGE : NUDGE_PAPER;
  RingMatrix turn = ring_arrange_turn (round (rotation / 90) * 90, (RingPoint){ 0, 0 });
  RingPoint way = ring_matrix_apply (&turn, (RingPoint){ dx, dy });
  g_autofree char *key = NULL;
  RingEdit *edit;

  if (view == NULL)
    return FALSE;
  step = (modifiers & RING_TOOL_CTRL) != 0 ? NUDGE_FINE
                                           : step / ring_view_get_head (view)->scale;
  edit = ring_arrange_transform (tool->selection,
                                 &(RingMatrix){ 1, 0, 0, 1, step * way.x, step * way.y },
                                 _ ("Move"));
  if (edit == NULL)
    return TRUE;
  key = g_strdup_printf ("nudge %u", ring_selection_get_serial (tool->selection));
  ring_edit_set_merge_key (edit, key);
  ring_design_commit (tool->design, edit);
  return TRUE;
}

void
ring_tool_set_lasso (RingTool *tool, gboolean lasso)
{
  if (tool->class == &ring_tool_select_class)
    get_state (tool)->lasso = lasso;
}

const RingToolClass ring_tool_select_class = {
  .kind = RING_TOOL_SELECT,
  .role = RING_TOOL_NO_LAYER,
  .make = select_new,
  .free = select_free,
  .begin = select_begin,
  .update = select_update,
  .end = select_end,
  .clear = select_clear,
  .act = select_act,
  .marks = _ring_tool_select_marks,
  .lift = select_get_lift,
  .nudge = select_nudge,
};
