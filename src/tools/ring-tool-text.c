/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The text tool. A tap asks for words in this place, a drag from a thing for words where it ends,
 * with a leader to the thing. A tap on a text asks for it again, a drag moves it. The words come from
 * whoever owns the tool. */

#include "ring-draft-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  RingDraft draft; /* first: it is the state that ring-draft.c knows */
  gboolean moved;
  gboolean wants;  /* words, for what is set or for the text HELD */
  char *held;      /* the text that the pen came down on */
  RingPoint grip;  /* where on it */
  RingPoint pen;
} Text;

static gpointer
text_make (RingTool *tool)
{
  RingDraft *draft = _ring_draft_new (tool);
  Text *self = g_new0 (Text, 1);

  self->draft = *draft;
  g_free (draft);
  return self;
}

static void
text_free (gpointer state)
{
  g_free (((Text *) state)->held);
  _ring_draft_free (state);
}

static gboolean
is_text (RingFigureForm form)
{
  return form == RING_FIGURE_TEXT;
}

static const RingItem *
find_held (const RingTool *tool)
{
  const Text *self = tool->state;
  const RingItem *item
      = self->held != NULL ? ring_drawing_find_item (ring_design_get_drawing (tool->design),
                                                     self->held, NULL, NULL)
                           : NULL;

  return item != NULL && ring_item_get_figure (item) != NULL ? item : NULL;
}

static void
forget (Text *self)
{
  _ring_draft_reset (&self->draft);
  g_clear_pointer (&self->held, g_free);
  self->wants = self->moved = FALSE;
}

static RingPoint
sample_point (const RingSample *sample)
{
  return (RingPoint){ sample->x, sample->y };
}

static void
text_begin (RingTool *tool, const RingSample *sample)
{
  Text *self = tool->state;
  RingPoint at = sample_point (sample);
  const RingItem *item;

  _ring_draft_enter (tool, _ring_tool_get_view (tool), tool->pixel);
  forget (self);
  self->pen = self->grip = at;
  item = _ring_draft_find_figure (tool, at, is_text);
  if (item != NULL)
    {
      self->held = g_strdup (ring_item_get_id (item));
      return;
    }
  _ring_draft_set (&self->draft, _ring_draft_snap (tool, at, NULL));
}

static void
text_update (RingTool *tool, const RingSample *sample)
{
  Text *self = tool->state;

  self->pen = sample_point (sample);
  if (ring_point_distance (self->grip, self->pen) > RING_DRAFT_SLIP * tool->pixel)
    self->moved = TRUE;
}

/* The held text where the pen took it; its leader still points at the same thing. */
static RingItem *
make_moved (const RingTool *tool)
{
  const Text *self = tool->state;
  const RingItem *item = find_held (tool);
  RingFigure figure;
  g_autofree RingPoint *points = NULL;
  g_autoptr (RingItem) plain = NULL;
  RingMatrix inverse;
  RingPoint at;

  if (item == NULL || !ring_matrix_invert (ring_item_get_matrix (item), &inverse))
    return NULL;
  figure = *ring_item_get_figure (item);
  points = g_memdup2 (figure.points, figure.n_points * sizeof (RingPoint));
  at = ring_matrix_apply (ring_item_get_matrix (item), points[0]);
  at.x += self->pen.x - self->grip.x;
  at.y += self->pen.y - self->grip.y;
  points[0] = ring_matrix_apply (&inverse, at);
  figure.points = points;
  plain = ring_item_new_figure (self->held, &figure);
  return ring_item_with_matrix (plain, ring_item_get_matrix (item));
}

/* What the words will be written as. */
static RingItem *
make_new (const RingTool *tool, const char *text)
{
  const Text *self = tool->state;
  double paper = 1 / self->draft.scale;
  RingPoint points[2];
  const char *ends[2] = { "", "" };
  RingFigure figure = { .form = RING_FIGURE_TEXT, .points = points, .n_points = 1, .ends = ends,
                        .text = text, .colour = RING_FIGURE_INK };

  points[0] = points[1] = *_ring_draft_point (&self->draft, 0);
  if (self->moved)
    {
      points[0] = self->pen;
      ends[1] = g_ptr_array_index (self->draft.ends, 0);
      figure.n_points = 2;
    }
  figure.width = RING_FIGURE_THIN * paper;
  figure.size = tool->drafting.text_size * paper;
  figure.paper = paper;
  return ring_item_new_figure (NULL, &figure);
}

static gboolean
text_end (RingTool *tool)
{
  Text *self = tool->state;
  g_autoptr (RingItem) moved = NULL;

  if (self->held != NULL)
    {
      ring_tool_pick (tool, self->held);
      if (!self->moved)
        {
          self->wants = TRUE;
          return FALSE;
        }
      moved = make_moved (tool);
      if (moved == NULL)
        return FALSE;
      return _ring_draft_replace (tool, find_held (tool), ring_item_get_figure (moved),
                                  _ ("Move Text"));
    }
  ring_tool_pick (tool, NULL);
  self->wants = TRUE;
  return FALSE;
}

static void
text_clear (RingTool *tool)
{
  Text *self = tool->state;

  self->draft.shown = FALSE;
  if (!self->wants)
    forget (self);
}

static gboolean
text_hover (RingTool *tool, const RingView *view, double pixel, RingPoint point)
{
  Text *self = tool->state;

  if (self->wants)
    return FALSE;
  self->draft.shown = FALSE;
  if (view != NULL)
    {
      _ring_draft_enter (tool, view, pixel);
      _ring_draft_snap (tool, point, NULL);
    }
  return TRUE;
}

static gboolean
text_act (RingTool *tool, RingToolAct act)
{
  Text *self = tool->state;
  gboolean had = self->wants || tool->picked != NULL;

  if (act == RING_TOOL_BACK)
    return _ring_draft_remove_picked (tool, _ ("Remove Text"));
  if (act != RING_TOOL_ESCAPE)
    return FALSE;
  forget (self);
  ring_tool_pick (tool, NULL);
  return had;
}

static RingItem *
text_item (const RingTool *tool, RingMatrix *matrix)
{
  const Text *self = tool->state;

  *matrix = _ring_draft_get_matrix (tool);
  if (self->held != NULL)
    return self->moved ? make_moved (tool) : NULL;
  return self->draft.points->len > 0 && self->moved ? make_new (tool, "…") : NULL;
}

static void
text_marks (const RingTool *tool, GArray *marks)
{
  const RingItem *item = _ring_draft_get_picked (tool, NULL);
  const RingFigure *figure = item != NULL ? ring_item_get_figure (item) : NULL;

  for (guint i = 0; figure != NULL && is_text (figure->form) && i < figure->n_points; i++)
    _ring_draft_mark_handle (
        tool, ring_matrix_apply (ring_item_get_matrix (item), figure->points[i]), marks);
  _ring_draft_mark_snap (tool, marks);
}

gboolean
ring_tool_wants_text (const RingTool *tool, RingPoint *paper, double *size, char **text)
{
  const Text *self = tool->state;
  RingMatrix matrix;
  const RingItem *item;
  const RingFigure *figure;
  RingPoint at;

  if (ring_tool_get_kind (tool) != RING_TOOL_TEXT || !self->wants)
    return FALSE;
  matrix = _ring_draft_get_matrix (tool);
  item = find_held (tool);
  figure = item != NULL ? ring_item_get_figure (item) : NULL;
  if (figure == NULL)
    at = self->moved ? self->pen : *_ring_draft_point (&self->draft, 0);
  else
    at = ring_matrix_apply (ring_item_get_matrix (item), figure->points[0]);
  *paper = ring_matrix_apply (&matrix, at);
  *size = figure != NULL ? figure->size / figure->paper : tool->drafting.text_size;
  *text = g_strdup (figure != NULL ? figure->text : "");
  return TRUE;
}

gboolean
ring_tool_give_text (RingTool *tool, const char *text)
{
  Text *self = tool->state;
  g_autofree char *clean = NULL;
  g_autoptr (RingItem) new = NULL;
  const RingItem *item;
  gboolean made = FALSE;

  g_return_val_if_fail (ring_tool_get_kind (tool) == RING_TOOL_TEXT, FALSE);

  if (!self->wants)
    return FALSE;
  clean = g_strstrip (g_strdup (text));
  item = find_held (tool);
  if (item != NULL && clean[0] == '\0')
    made = _ring_draft_remove_picked (tool, _ ("Remove Text"));
  else if (item != NULL && !g_str_equal (clean, ring_item_get_figure (item)->text))
    {
      RingFigure figure = *ring_item_get_figure (item);

      figure.text = clean;
      made = _ring_draft_replace (tool, item, &figure, _ ("Change Text"));
    }
  else if (item == NULL && self->held == NULL && clean[0] != '\0')
    {
      new = make_new (tool, clean);
      made = _ring_draft_commit (tool, ring_item_get_figure (new), _ ("Text"));
    }
  forget (self);
  return made;
}

const RingToolClass ring_tool_text_class = {
  .kind = RING_TOOL_TEXT,
  .role = RING_ROLE_NOTES,
  .make = text_make,
  .free = text_free,
  .begin = text_begin,
  .update = text_update,
  .end = text_end,
  .clear = text_clear,
  .hover = text_hover,
  .act = text_act,
  .marks = text_marks,
  .item = text_item,
};
