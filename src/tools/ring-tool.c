/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-tool-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-error.h"

RingTool *
ring_tool_new (RingToolKind kind, RingDesign *design)
{
  static const RingToolClass *const classes[]
    = { &ring_tool_pen_class,    &ring_tool_eraser_class, &ring_tool_note_class,
        &ring_tool_gem_class,    &ring_tool_setting_class, &ring_tool_layout_class,
        &ring_tool_select_class, &ring_tool_shape_class,  &ring_tool_dimension_class,
        &ring_tool_text_class,   &ring_tool_fill_class,   &ring_tool_length_class };
  RingTool *tool = g_new0 (RingTool, 1);

  tool->class = classes[kind];
  tool->design = g_object_ref (design);
  tool->samples = g_array_new (FALSE, FALSE, sizeof (RingSample));
  tool->met = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);
  tool->met_ids = g_hash_table_new (g_str_hash, g_str_equal);
  tool->reach = RING_TOOL_REACH;
  tool->paper_pixel = 0.1;
  ring_stroke_style_init (&tool->style, RING_INSTRUMENT_PEN, 1);
  ring_gem_choice_init (&tool->gem);
  ring_drafting_init (&tool->drafting);
  ring_fill_choice_init (&tool->fill);
  if (tool->class->make != NULL)
    tool->state = tool->class->make (tool);
  return tool;
}

static RingEdit *
make_draft (gpointer data)
{
  RingTool *tool = data;

  if (tool->drafted == tool->samples->len)
    return NULL;
  tool->drafted = tool->samples->len;
  return tool->class->draft (tool);
}

static void
rest (RingTool *tool)
{
  if (tool->active && tool->class->draft != NULL)
    ring_design_set_hand (tool->design, NULL, NULL);
  if (tool->class->clear != NULL)
    tool->class->clear (tool);
  tool->active = FALSE;
  g_array_set_size (tool->samples, 0);
  g_hash_table_remove_all (tool->met_ids);
  g_ptr_array_set_size (tool->met, 0);
  g_clear_pointer (&tool->wet, ring_wet_ink_free);
  g_clear_pointer (&tool->meant, ring_item_unref);
  g_clear_pointer (&tool->view_id, g_free);
  g_clear_pointer (&tool->layer_id, g_free);
}

/* A stroke in hand is cancelled; whoever wants it kept ends it first. */
void
ring_tool_free (RingTool *tool)
{
  if (tool == NULL)
    return;
  rest (tool);
  if (tool->class->free != NULL)
    tool->class->free (tool->state);
  g_array_unref (tool->samples);
  g_hash_table_unref (tool->met_ids);
  g_ptr_array_unref (tool->met);
  g_free (tool->stone);
  g_free (tool->complaint);
  g_free (tool->gem_id);
  g_clear_object (&tool->selection);
  g_free (tool->picked);
  g_object_unref (tool->design);
  g_free (tool);
}

RingToolKind
ring_tool_get_kind (const RingTool *tool)
{
  return tool->class->kind;
}

/* The ink's lengths in STYLE are millimetres on paper; begin() divides them by the scale of the
 * view that is drawn in. */
void
ring_tool_set_style (RingTool *tool, const RingStrokeStyle *style)
{
  tool->style = *style;
}

const RingStrokeStyle *
ring_tool_get_style (const RingTool *tool)
{
  return &tool->style;
}

void
ring_tool_set_cutting (RingTool *tool, gboolean cutting)
{
  tool->cutting = cutting;
}

gboolean
ring_tool_get_cutting (const RingTool *tool)
{
  return tool->cutting;
}

void
ring_tool_set_reach (RingTool *tool, double pixels)
{
  tool->reach = CLAMP (pixels, 0.5, 1000);
}

double
ring_tool_get_reach (const RingTool *tool)
{
  return tool->reach;
}

RingView *
_ring_tool_get_view (const RingTool *tool)
{
  const RingDrawing *drawing = ring_design_get_drawing (tool->design);

  return tool->view_id != NULL ? ring_drawing_find_view (drawing, tool->view_id) : NULL;
}

/* Notes have a layer of their own; everything drawn goes to the ink. A view made by another
 * program may lack them: then the frontmost layer that can be seen and drawn on serves. */
static const RingLayer *
find_layer (const RingTool *tool, const RingView *view, GError **error)
{
  const RingLayer *layer = ring_view_get_layer_by_role (view, (RingLayerRole) tool->class->role);

  for (guint i = ring_view_get_n_layers (view); layer == NULL && i > 0; i--)
    {
      const RingLayerHead *head = ring_layer_get_head (ring_view_get_layer (view, i - 1));

      if (head->visible && !head->locked)
        layer = ring_view_get_layer (view, i - 1);
    }
  if (layer == NULL)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_READ_ONLY,
                   _("This view has no layer to draw on. Unlock one in the layer list."));
      return NULL;
    }
  if (ring_layer_get_head (layer)->locked || !ring_layer_get_head (layer)->visible)
    {
      /* TRANSLATORS: %s is the name of a layer: Ink, Notes. */
      g_set_error (error, RING_ERROR, RING_ERROR_READ_ONLY,
                   _("The layer “%s” is locked or hidden. Unlock or show it in the layer list."),
                   ring_layer_role_name (ring_layer_get_head (layer)->role));
      return NULL;
    }
  return layer;
}

gboolean
ring_tool_begin (RingTool *tool,
                 const RingView *view,
                 double pixel,
                 const RingSample *sample,
                 gint64 t0,
                 GError **error)
{
  const RingLayer *layer = NULL;

  g_return_val_if_fail (view != NULL, FALSE);

  if (tool->active)
    ring_tool_end (tool);
  if (ring_design_get_read_only (tool->design))
    {
      g_set_error (error, RING_ERROR, RING_ERROR_READ_ONLY,
                   _("This design is read-only. Save it under another name to draw on it."));
      return FALSE;
    }
  if (tool->class->wants_ring != NULL && ring_view_get_head (view)->kind == RING_VIEW_PAGE)
    {
      g_set_error_literal (error, RING_ERROR, RING_ERROR_INVALID, _(tool->class->wants_ring));
      return FALSE;
    }
  if (tool->class->role != RING_TOOL_NO_LAYER)
    {
      layer = find_layer (tool, view, error);
      if (layer == NULL)
        return FALSE;
    }

  rest (tool);
  g_clear_pointer (&tool->stone, g_free);
  g_clear_pointer (&tool->complaint, g_free);
  g_clear_pointer (&tool->gem_id, g_free);
  tool->active = TRUE;
  tool->view_id = g_strdup (ring_view_get_head (view)->id);
  tool->layer_id = layer != NULL ? g_strdup (ring_layer_get_head (layer)->id) : NULL;
  tool->scale = ring_view_get_head (view)->scale;
  tool->pixel = pixel;
  tool->t0 = t0;
  g_array_append_val (tool->samples, *sample);
  tool->class->begin (tool, sample);
  tool->drafted = 0;
  if (tool->class->draft != NULL)
    ring_design_set_hand (tool->design, make_draft, tool);
  return TRUE;
}

void
ring_tool_update (RingTool *tool, const RingSample *samples, gsize n_samples)
{
  if (!tool->active)
    return;
  for (gsize i = 0; i < n_samples; i++)
    {
      g_array_append_val (tool->samples, samples[i]);
      tool->class->update (tool, &samples[i]);
    }
}

gboolean
ring_tool_end (RingTool *tool)
{
  gboolean committed;

  if (!tool->active)
    return FALSE;
  committed = tool->class->end (tool);
  rest (tool);
  return committed;
}

void
ring_tool_cancel (RingTool *tool)
{
  rest (tool);
}

gboolean
ring_tool_is_active (const RingTool *tool)
{
  return tool->active;
}

gboolean
ring_tool_hover (RingTool *tool, const RingView *view, double pixel, RingPoint point)
{
  return tool->class->hover != NULL && !tool->active
         && tool->class->hover (tool, view, pixel, point);
}

gboolean
ring_tool_act (RingTool *tool, RingToolAct act)
{
  return tool->class->act != NULL && tool->class->act (tool, act);
}

gboolean
ring_tool_nudge (RingTool *tool, int dx, int dy, double rotation, RingToolModifiers modifiers)
{
  return tool->class->nudge != NULL && !tool->active
         && tool->class->nudge (tool, dx, dy, rotation, modifiers);
}

gboolean
ring_tool_get_lift (const RingTool *tool, RingToolLift *lift)
{
  return tool->class->lift != NULL && tool->active && tool->class->lift (tool, lift);
}

void
ring_tool_set_paper_pixel (RingTool *tool, double mm)
{
  tool->paper_pixel = mm;
}

void
ring_tool_set_modifiers (RingTool *tool, RingToolModifiers modifiers)
{
  tool->modifiers = modifiers;
}

void
ring_tool_set_selection (RingTool *tool, RingSelection *selection)
{
  g_return_if_fail (selection == NULL
                    || ring_selection_get_design (selection) == tool->design);

  g_set_object (&tool->selection, selection);
}

static void
clear_mark (gpointer mark)
{
  ring_path_unref (((RingToolMark *) mark)->path);
}

GArray *
_ring_tool_marks_new (void)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (RingToolMark));

  g_array_set_clear_func (marks, clear_mark);
  return marks;
}

GArray *
ring_tool_get_marks (const RingTool *tool)
{
  GArray *marks;

  if (tool->class->marks == NULL)
    return NULL;
  marks = _ring_tool_marks_new ();
  tool->class->marks (tool, marks);
  return marks;
}

void
_ring_tool_mark (GArray *marks, const RingToolMark *mark, const RingMatrix *matrix)
{
  RingToolMark laid = *mark;

  laid.path = ring_path_transform (mark->path, matrix);
  ring_path_unref (mark->path);
  g_array_append_val (marks, laid);
}

void
ring_tool_set_symmetry (RingTool *tool, const RingSymmetry *symmetry)
{
  tool->symmetry = ring_symmetry_clean (symmetry);
}

RingSymmetry
ring_tool_symmetry_in_view (const RingSymmetry *symmetry,
                            const RingDrawing *drawing,
                            const RingView *view)
{
  RingSymmetry in_view = *symmetry;

  if (ring_view_get_head (view)->kind == RING_VIEW_PAGE)
    {
      in_view.centre.x += ring_drawing_get_width (drawing) / 2;
      in_view.centre.y += ring_drawing_get_height (drawing) / 2;
    }
  return ring_symmetry_clean (&in_view);
}

/* Takes PATH of wet ink, which may be NULL, and gives it with its copies. */
static RingPath *
with_copies (const RingTool *tool, RingPath *path, RingRect *bounds)
{
  RingPath *all;

  if (path == NULL || ring_symmetry_is_none (&tool->repeats))
    return path;
  all = ring_symmetry_repeat (&tool->repeats, path);
  ring_path_unref (path);
  *bounds = ring_symmetry_repeat_rect (&tool->repeats, *bounds);
  return all;
}

RingItem *
ring_tool_make_item (const RingTool *tool, RingMatrix *matrix)
{
  return tool->class->item != NULL ? tool->class->item (tool, matrix) : NULL;
}

gboolean
ring_tool_rest (RingTool *tool, guint32 time)
{
  return tool->active && tool->class->rest != NULL && tool->class->rest (tool, time);
}

gboolean
ring_tool_has_shape (const RingTool *tool)
{
  return tool->meant != NULL;
}

void
ring_tool_set_drafting (RingTool *tool, const RingDrafting *drafting)
{
  tool->drafting = *drafting;
}

const char *
ring_tool_get_picked (const RingTool *tool)
{
  return tool->picked;
}

void
ring_tool_pick (RingTool *tool, const char *item_id)
{
  char *id = g_strdup (item_id);

  g_free (tool->picked);
  tool->picked = id;
}

RingPath *
ring_tool_get_wet_path (const RingTool *tool, gsize first, RingRect *bounds)
{
  if (tool->wet == NULL)
    return NULL;
  return with_copies (tool, ring_wet_ink_get_path (tool->wet, first, bounds), bounds);
}

RingPath *
ring_tool_settle_wet (const RingTool *tool, gsize *first, RingRect *bounds)
{
  RingPath *path = NULL;

  if (tool->wet != NULL)
    {
      path = ring_wet_ink_get_settled_path (tool->wet, *first, bounds);
      *first = MAX (*first, ring_wet_ink_get_n_settled (tool->wet));
    }
  return with_copies (tool, path, bounds);
}

void
ring_tool_lift (RingTool *tool)
{
  gsize n;

  if (tool->wet != NULL)
    ring_wet_ink_finish (tool->wet, &n);
}

RingPath *
ring_tool_predict (const RingTool *tool, double ms, RingRect *bounds)
{
  if (tool->wet == NULL)
    return NULL;
  return with_copies (tool, ring_wet_ink_predict (tool->wet, ms, tool->pixel, bounds), bounds);
}

gsize
ring_tool_get_n_samples (const RingTool *tool)
{
  return tool->samples->len;
}

gboolean
ring_tool_has_met (const RingTool *tool, const char *item_id)
{
  return g_hash_table_contains (tool->met_ids, item_id);
}

void
_ring_tool_meet (RingTool *tool, const RingItem *item)
{
  if (g_hash_table_add (tool->met_ids, (gpointer) ring_item_get_id (item)))
    g_ptr_array_add (tool->met, ring_item_ref (item));
}

guint
ring_tool_get_n_met (const RingTool *tool)
{
  return tool->met->len;
}

const RingItem *
ring_tool_get_met (const RingTool *tool, guint i)
{
  g_return_val_if_fail (i < tool->met->len, NULL);

  return g_ptr_array_index (tool->met, i);
}

const char *
ring_tool_get_stone (const RingTool *tool)
{
  return tool->stone;
}

void
ring_tool_set_gem (RingTool *tool, const RingGemChoice *gem, RingGemStyle style)
{
  tool->gem = *gem;
  tool->gem_style = style;
}

const char *
ring_tool_get_gem (const RingTool *tool)
{
  return tool->gem_id;
}

gboolean
_ring_tool_by_touch (const RingTool *tool)
{
  return TRUE;
}

gboolean
ring_tool_is_done (const RingTool *tool)
{
  return tool->active && tool->class->is_done != NULL && tool->class->is_done (tool);
}

void
ring_tool_set_fill (RingTool *tool, const RingFillChoice *fill)
{
  tool->fill = *fill;
}

const char *
ring_tool_get_complaint (const RingTool *tool)
{
  return tool->complaint;
}
