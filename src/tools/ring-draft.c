/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-draft-private.h"

#include <math.h>

#define STEP_DEGREES 15.0
/* Pixels. */
#define GLYPH 5.0
#define HANDLE 4.0

void
ring_drafting_init (RingDrafting *drafting)
{
  *drafting = (RingDrafting){ .shape = RING_FIGURE_LINE,
                              .line = RING_FIGURE_VISIBLE,
                              .automatic = TRUE,
                              .dimension = RING_FIGURE_DISTANCE,
                              .text_size = RING_FIGURE_EM,
                              .snaps = TRUE };
}

gpointer
_ring_draft_new (RingTool *tool)
{
  RingDraft *draft = g_new0 (RingDraft, 1);

  draft->points = g_array_new (FALSE, FALSE, sizeof (RingPoint));
  draft->ends = g_ptr_array_new_with_free_func (g_free);
  draft->scale = draft->pixel = 1;
  return draft;
}

void
_ring_draft_free (gpointer data)
{
  RingDraft *draft = data;

  ring_snap_clear (&draft->snap);
  ring_snap_scene_free (draft->scene);
  g_array_unref (draft->points);
  g_ptr_array_unref (draft->ends);
  g_free (draft->view_id);
  g_free (draft->layer_id);
  g_free (draft->except);
  g_free (draft);
}

void
_ring_draft_reset (RingDraft *draft)
{
  g_array_set_size (draft->points, 0);
  g_ptr_array_set_size (draft->ends, 0);
  draft->placed = 0;
}

void
_ring_draft_enter (RingTool *tool, const RingView *view, double pixel)
{
  RingDraft *draft = tool->state;
  const RingViewHead *head = ring_view_get_head (view);

  draft->pixel = pixel;
  draft->scale = head->scale;
  if (tool->layer_id != NULL && g_strcmp0 (draft->layer_id, tool->layer_id) != 0)
    {
      g_free (draft->layer_id);
      draft->layer_id = g_strdup (tool->layer_id);
    }
  if (g_strcmp0 (draft->view_id, head->id) == 0)
    return;
  _ring_draft_reset (draft);
  g_free (draft->view_id);
  draft->view_id = g_strdup (head->id);
  draft->scene_drawing = NULL;
}

static const RingSnapScene *
get_scene (RingTool *tool)
{
  RingDraft *draft = tool->state;
  RingDrawing *drawing = ring_design_get_drawing (tool->design);
  const RingView *view = ring_drawing_find_view (drawing, draft->view_id);

  if (draft->scene_drawing != drawing)
    {
      g_clear_pointer (&draft->scene, ring_snap_scene_free);
      if (view != NULL)
        draft->scene = ring_snap_scene_new (drawing, view, draft->except);
      draft->scene_drawing = drawing;
    }
  return draft->scene;
}

RingPoint
_ring_draft_constrain (RingPoint from, RingPoint point)
{
  double step = STEP_DEGREES * G_PI / 180;
  double angle = round (atan2 (point.y - from.y, point.x - from.x) / step) * step;
  double length = (point.x - from.x) * cos (angle) + (point.y - from.y) * sin (angle);

  return (RingPoint){ from.x + length * cos (angle), from.y + length * sin (angle) };
}

RingPoint
_ring_draft_snap (RingTool *tool, RingPoint point, const RingPoint *from)
{
  RingDraft *draft = tool->state;
  const RingSnapScene *scene = tool->drafting.snaps ? get_scene (tool) : NULL;
  RingSnapLimits limits = { RING_DRAFT_REACH * draft->pixel, tool->drafting.grid, from };

  ring_snap_clear (&draft->snap);
  draft->snap = (RingSnap){ RING_SNAP_NONE, point, NULL, NULL };
  draft->shown = TRUE;
  if ((tool->modifiers & RING_TOOL_SHIFT) != 0 && from != NULL)
    draft->snap.at = _ring_draft_constrain (*from, point);
  else if (scene != NULL)
    ring_snap_find (scene, &limits, point, &draft->snap);
  return draft->snap.at;
}

void
_ring_draft_set (RingDraft *draft, RingPoint point)
{
  const char *name = draft->snap.name;

  g_array_append_val (draft->points, point);
  g_ptr_array_add (draft->ends, g_strdup (name != NULL ? name : ""));
}

void
_ring_draft_take_back (RingDraft *draft)
{
  guint n = draft->points->len;

  if (n == 0)
    return;
  g_array_set_size (draft->points, n - 1);
  g_ptr_array_set_size (draft->ends, (int) n - 1);
  draft->placed = MIN (draft->placed, n - 1);
}

const RingPoint *
_ring_draft_point (const RingDraft *draft, guint i)
{
  return &g_array_index (draft->points, RingPoint, i);
}

/* ---------------------------------------------------------------------- items */

RingItem *
_ring_draft_find_figure (const RingTool *tool, RingPoint point, gboolean (*wanted) (RingFigureForm form))
{
  const RingDraft *draft = tool->state;
  const RingView *view
      = ring_drawing_find_view (ring_design_get_drawing (tool->design), draft->view_id);
  double reach = RING_DRAFT_REACH * draft->pixel;
  RingRect near = { point.x - reach, point.y - reach, point.x + reach, point.y + reach };
  RingItem *found = NULL;

  for (guint l = view != NULL ? ring_view_get_n_layers (view) : 0; found == NULL && l > 0; l--)
    {
      const RingLayer *layer = ring_view_get_layer (view, l - 1);
      RingSequenceIter iter;
      RingItem *item;

      if (ring_layer_get_head (layer)->locked || !ring_layer_get_head (layer)->visible)
        continue;
      ring_sequence_iter_init (&iter, ring_layer_get_items (layer), &near);
      while ((item = ring_sequence_iter_next (&iter)) != NULL)
        if (ring_item_get_kind (item) == RING_ITEM_FIGURE
            && (wanted == NULL || wanted (ring_item_get_figure (item)->form))
            && ring_item_distance (item, point) <= reach)
          found = item;
    }
  return found;
}

RingItem *
_ring_draft_get_picked (const RingTool *tool, RingView **view)
{
  const RingDraft *draft = tool->state;
  RingView *holder = NULL;
  RingItem *item
      = tool->picked != NULL
          ? ring_drawing_find_item (ring_design_get_drawing (tool->design), tool->picked, &holder, NULL)
          : NULL;

  if (item == NULL || ring_item_get_kind (item) != RING_ITEM_FIGURE
      || g_strcmp0 (ring_view_get_head (holder)->id, draft->view_id) != 0)
    return NULL;
  if (view != NULL)
    *view = holder;
  return item;
}

gboolean
_ring_draft_commit (RingTool *tool, const RingFigure *figure, const char *label)
{
  g_autofree char *id
      = ring_design_new_id (tool->design, ring_item_kind_letter (RING_ITEM_FIGURE));
  g_autoptr (RingItem) item = ring_item_new_figure (id, figure);
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (tool->design), label);
  const RingDraft *draft = tool->state;

  ring_edit_append_item (edit, draft->layer_id, item);
  /* Whoever hears of the change finds it picked. */
  ring_tool_pick (tool, id);
  return ring_design_commit (tool->design, edit);
}

gboolean
_ring_draft_replace (RingTool *tool, const RingItem *item, const RingFigure *figure, const char *label)
{
  g_autoptr (RingItem) plain = ring_item_new_figure (ring_item_get_id (item), figure);
  g_autoptr (RingItem) placed = ring_item_with_matrix (plain, ring_item_get_matrix (item));
  g_autoptr (RingItem) whole = ring_item_with_extra (placed, ring_item_get_extra (item));
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (tool->design), label);

  ring_edit_replace_item (edit, whole);
  return ring_design_commit (tool->design, edit);
}

gboolean
_ring_draft_remove_picked (RingTool *tool, const char *label)
{
  const RingItem *item = _ring_draft_get_picked (tool, NULL);
  RingEdit *edit;

  if (item == NULL)
    return FALSE;
  edit = ring_edit_new (ring_design_get_drawing (tool->design), label);
  ring_edit_remove_item (edit, ring_item_get_id (item));
  ring_tool_pick (tool, NULL);
  return ring_design_commit (tool->design, edit);
}

/* ---------------------------------------------------------------------- marks */

RingMatrix
_ring_draft_get_matrix (const RingTool *tool)
{
  const RingDraft *draft = tool->state;
  const RingView *view
      = draft->view_id != NULL
          ? ring_drawing_find_view (ring_design_get_drawing (tool->design), draft->view_id)
          : NULL;

  return view != NULL ? ring_view_get_matrix (view) : RING_MATRIX_IDENTITY;
}

static void
add_box (RingPath *path, RingPoint at, double r)
{
  ring_path_add_rect (path, (RingRect){ at.x - r, at.y - r, at.x + r, at.y + r });
}

static void
add_cross (RingPath *path, RingPoint at, double x, double y)
{
  ring_path_move_to (path, (RingPoint){ at.x - x, at.y - y });
  ring_path_line_to (path, (RingPoint){ at.x + x, at.y + y });
}

/* A small sign for each kind, as drawing programs have them: a box for an end, a triangle for a
 * middle, a circle for a centre, a diamond on a quadrant, a cross where lines cross. */
static RingPath *
make_glyph (RingSnapKind kind, RingPoint at, double r)
{
  RingPath *path = ring_path_new ();

  switch (kind)
    {
    case RING_SNAP_END:
      add_box (path, at, r);
      break;
    case RING_SNAP_MIDDLE:
      ring_path_move_to (path, (RingPoint){ at.x, at.y - r });
      ring_path_line_to (path, (RingPoint){ at.x + r, at.y + r });
      ring_path_line_to (path, (RingPoint){ at.x - r, at.y + r });
      ring_path_close (path);
      break;
    case RING_SNAP_QUADRANT:
    case RING_SNAP_EDGE:
      ring_path_move_to (path, (RingPoint){ at.x, at.y - 1.2 * r });
      ring_path_line_to (path, (RingPoint){ at.x + 1.2 * r, at.y });
      ring_path_line_to (path, (RingPoint){ at.x, at.y + 1.2 * r });
      ring_path_line_to (path, (RingPoint){ at.x - 1.2 * r, at.y });
      ring_path_close (path);
      break;
    case RING_SNAP_CENTRE:
      ring_path_add_ellipse (path, at, r, r);
      break;
    case RING_SNAP_TANGENT:
      ring_path_add_ellipse (path, at, 0.8 * r, 0.8 * r);
      add_cross (path, (RingPoint){ at.x, at.y - 0.8 * r }, r, 0);
      break;
    case RING_SNAP_CROSSING:
      add_cross (path, at, r, r);
      add_cross (path, at, r, -r);
      break;
    default:
      add_cross (path, at, r, 0);
      add_cross (path, at, 0, r);
    }
  return path;
}

void
_ring_draft_mark_snap (const RingTool *tool, GArray *marks)
{
  const RingDraft *draft = tool->state;
  RingMatrix matrix = _ring_draft_get_matrix (tool);
  RingToolMark mark = { .stroke = RING_DRAFT_COLOUR, .width = 1.5 };

  if (!draft->shown || draft->snap.kind == RING_SNAP_NONE)
    return;
  mark.path = make_glyph (draft->snap.kind, draft->snap.at, GLYPH * draft->pixel);
  /* The grid is everywhere: naming it would never end. */
  if (draft->snap.kind != RING_SNAP_GRID)
    mark.text = ring_snap_label (draft->snap.kind);
  _ring_tool_mark (marks, &mark, &matrix);
}

void
_ring_draft_mark_handle (const RingTool *tool, RingPoint at, GArray *marks)
{
  const RingDraft *draft = tool->state;
  RingMatrix matrix = _ring_draft_get_matrix (tool);
  RingToolMark mark = { .fill = 0xffffffff, .stroke = RING_DRAFT_COLOUR, .width = 1.5 };

  mark.path = ring_path_new ();
  ring_path_add_ellipse (mark.path, at, HANDLE * draft->pixel, HANDLE * draft->pixel);
  _ring_tool_mark (marks, &mark, &matrix);
}
