/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The setting tool: a tap on a gem puts a setting round it, or tells which set one was tapped. A
 * gem without one shows that it is meant while the pointer is over it. */

#include "ring-tool-private.h"

#include <glib/gi18n-lib.h>

#include "ring-gem-setting.h"
#include "ring-view-lines.h"

/* How near a tap must come to a small gem to mean it. */
#define REACH_PIXELS 8

#define MARK_COLOUR 0x3584e4ff
#define MARK_WIDTH 2.0

typedef struct
{
  int kind;
  char *over;    /* the gem that the pointer is over, or NULL */
  char *view_id; /* in this view */
} State;

static gpointer
setting_make (RingTool *tool)
{
  State *state = g_new0 (State, 1);

  state->kind = RING_SETTING_USUAL;
  return state;
}

static void
setting_free (gpointer data)
{
  State *state = data;

  g_free (state->over);
  g_free (state->view_id);
  g_free (state);
}

void
ring_tool_set_setting (RingTool *tool, int kind)
{
  if (tool->class->kind == RING_TOOL_SETTING)
    ((State *) tool->state)->kind = kind;
}

/* FALSE when no gem of the view's ring is at POINT. The strings belong to the drawing. */
static gboolean
find_gem (const RingTool *tool,
          const RingView *view,
          double pixel,
          RingPoint point,
          RingGem *gem,
          RingSpec *spec)
{
  const RingDrawing *drawing = ring_design_get_drawing (tool->design);
  const RingViewHead *head = ring_view_get_head (view);
  g_autoptr (GArray) gems = ring_gem_list (drawing, head->ring);
  RingViewsKind kind;
  int found;

  ring_spec_init (spec, ring_drawing_find_ring (drawing, head->ring));
  if (!ring_view_lines_kind (head->kind, &kind))
    return FALSE;
  found = ring_gem_find (gems, &spec->band, kind, point, REACH_PIXELS * pixel);
  if (found >= 0)
    *gem = g_array_index (gems, RingGem, found);
  return found >= 0;
}

/* Where the pen was lifted: until then the hand may still look for the gem. */
static gboolean
setting_end (RingTool *tool)
{
  const RingDrawing *drawing = ring_design_get_drawing (tool->design);
  const State *state = tool->state;
  const RingSample *up = &g_array_index (tool->samples, RingSample, tool->samples->len - 1);
  const RingView *view = _ring_tool_get_view (tool);
  RingSettingChoice choice = { .alloy = "" };
  g_autofree char *id = NULL;
  RingEdit *edit;
  RingSpec spec;
  RingGem gem;

  if (view == NULL || !find_gem (tool, view, tool->pixel, (RingPoint){ up->x, up->y }, &gem, &spec))
    return FALSE;
  tool->gem_id = g_strdup (gem.id);
  if (ring_gem_setting_find (drawing, gem.id) != NULL)
    return FALSE;
  choice.setting.kind = state->kind != RING_SETTING_USUAL ? (RingSettingKind) state->kind
                                                          : ring_setting_usual_kind (gem.cut);
  id = ring_design_new_id (tool->design, 's');
  edit = ring_edit_new (drawing, _ ("Set Gem"));
  ring_gem_setting_put (edit, drawing, &gem, &spec.band, &choice, id);
  return ring_design_commit (tool->design, edit);
}

static gboolean
setting_hover (RingTool *tool, const RingView *view, double pixel, RingPoint point)
{
  State *state = tool->state;
  RingSpec spec;
  RingGem gem;
  const char *over = NULL;

  if (view != NULL && find_gem (tool, view, pixel, point, &gem, &spec))
    over = gem.id;
  if (g_strcmp0 (over, state->over) == 0)
    return FALSE;
  g_free (state->over);
  state->over = g_strdup (over);
  g_free (state->view_id);
  state->view_id = over != NULL ? g_strdup (ring_view_get_head (view)->id) : NULL;
  return TRUE;
}

/* The outline of the gem that would be set. */
static void
setting_marks (const RingTool *tool, GArray *marks)
{
  const RingDrawing *drawing = ring_design_get_drawing (tool->design);
  const State *state = tool->state;
  const RingView *view
      = state->view_id != NULL ? ring_drawing_find_view (drawing, state->view_id) : NULL;
  RingToolMark mark = { .stroke = MARK_COLOUR, .width = MARK_WIDTH };
  g_autoptr (GArray) shapes = NULL;
  RingMatrix matrix, move;
  RingViewsKind kind;
  RingGemLook look;
  RingPoint at;
  RingSpec spec;
  RingGem gem;

  if (view == NULL || !ring_view_lines_kind (ring_view_get_head (view)->kind, &kind)
      || ring_gem_setting_find (drawing, state->over) != NULL
      || !ring_gem_init (&gem, ring_drawing_find_record (drawing, RING_RECORD_GEM, state->over)))
    return;
  ring_spec_init (&spec, ring_drawing_find_ring (drawing, ring_view_get_head (view)->ring));
  ring_gem_look (&gem, &spec.band, kind, 1, &look, &at);
  /* So small that only the outline is drawn, which comes last. */
  look.style = RING_GEM_LINE;
  look.scale = 1e-3;
  shapes = ring_gem_art (&look);
  move = (RingMatrix){ 1, 0, 0, 1, at.x, at.y };
  mark.path
      = ring_path_transform (g_array_index (shapes, RingGemShape, shapes->len - 1).path, &move);
  matrix = ring_view_get_matrix (view);
  _ring_tool_mark (marks, &mark, &matrix);
}

static void
setting_begin (RingTool *tool, const RingSample *sample)
{
}

const RingToolClass ring_tool_setting_class = {
  .kind = RING_TOOL_SETTING,
  .role = RING_TOOL_NO_LAYER,
  .wants_ring = N_ ("A setting holds a gem: tap one in the ring's views."),
  .make = setting_make,
  .free = setting_free,
  .begin = setting_begin,
  .update = setting_begin,
  .end = setting_end,
  .hover = setting_hover,
  .marks = setting_marks,
  .is_done = _ring_tool_by_touch,
};
