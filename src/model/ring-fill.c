/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-fill.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-paper.h"
#include "ring-spec.h"
#include "ring-view-lines.h"

/* Paper mm. */
#define CELL 0.02   /* lines are looked at no closer */
#define COVER 0.75  /* colour runs no farther under a line */
#define LEAST 0.006 /* mm2: smaller shapes are left out */
#define USUAL_GAP 0.5

typedef struct
{
  const RingDrawing *drawing;
  const RingView *view;
  RingFillBounds bounds;
} Scene;

void
ring_fill_choice_init (RingFillChoice *choice)
{
  *choice
      = (RingFillChoice){ .form = RING_FORM_HALF_ROUND, .colour = 0xe3bf63ff, .gap = USUAL_GAP };
}

/* What is laid on broadly has no edge that one draws to bound something. */
static gboolean
is_line (RingInstrument instrument)
{
  return instrument == RING_INSTRUMENT_PEN || instrument == RING_INSTRUMENT_FINE_LINER
         || instrument == RING_INSTRUMENT_PENCIL || instrument == RING_INSTRUMENT_BRUSH;
}

/* The paper's brightness and a line's differ by less: it is there to help, not to be seen. */
#define PALE 0.42

/* 0 black to 1 white: ITU-R BT.601. */
static double
brightness (guint32 rgba)
{
  return (0.299 * (rgba >> 24) + 0.587 * (rgba >> 16 & 0xff) + 0.114 * (rgba >> 8 & 0xff)) / 255;
}

static gboolean
is_pale (const Scene *scene, guint32 rgba)
{
  double paper = brightness (ring_paper_colour (ring_paper_get (scene->drawing)));
  double shown = (brightness (rgba) - paper) * (rgba & 0xff) / 255;

  return fabs (shown) < PALE;
}

static gboolean
counts (const Scene *scene, guint32 colour)
{
  return scene->bounds == RING_FILL_ALL || !is_pale (scene, colour);
}

static void
paint_art (const Scene *scene, RingRegionMask *mask, const RingArt *art, const RingMatrix *matrix)
{
  if (ring_art_get_fill (art) != NULL)
    return;
  for (guint i = 0; i < ring_art_get_n_paths (art); i++)
    {
      const RingArtPath *painted = ring_art_get_path (art, i);
      gboolean stroked = (painted->stroke & 0xff) != 0;
      double width = stroked ? painted->stroke_width : 0;

      if (counts (scene, stroked ? painted->stroke : painted->fill))
        ring_region_mask_line (mask, painted->path, matrix, width);
    }
}

/* Shapes bound, but not their hidden and centre lines; dimensions and words do not. */
static void
paint_figure (const Scene *scene,
              RingRegionMask *mask,
              const RingFigure *figure,
              const RingMatrix *matrix)
{
  g_autoptr (RingPath) path = ring_figure_make_path (figure);

  if (path != NULL && figure->style == RING_FIGURE_VISIBLE && counts (scene, figure->colour))
    ring_region_mask_line (mask, path, matrix, figure->width);
}

static void
paint_item (const Scene *scene, RingRegionMask *mask, const RingItem *item)
{
  const RingMatrix *matrix = ring_item_get_matrix (item);
  const RingStroke *stroke = ring_item_get_stroke (item);

  if (stroke != NULL && is_line (stroke->style.instrument)
      && counts (scene, stroke->style.colour | 0xff))
    ring_region_mask_fill (mask, ring_item_get_outline (item), matrix);
  else if (ring_item_get_kind (item) == RING_ITEM_ARTWORK)
    paint_art (scene, mask, ring_item_get_art (item), matrix);
  else if (ring_item_get_kind (item) == RING_ITEM_FIGURE)
    paint_figure (scene, mask, ring_item_get_figure (item), matrix);
}

static gboolean
bounds_something (const RingLayerHead *head)
{
  return head->visible && head->role != RING_ROLE_UNDERLAY && head->role != RING_ROLE_NOTES;
}

static void
paint_lines (RingRegionMask *mask, const GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const RingViewLine *line = &g_array_index (lines, RingViewLine, i);

      if (line->style == RING_LINE_EDGE || line->style == RING_LINE_FINE)
        ring_region_mask_line (mask, line->path, NULL, 0);
    }
}

static void
paint_cb (RingRegionMask *mask, RingRect window, gpointer data)
{
  const Scene *scene = data;
  const RingViewHead *head = ring_view_get_head (scene->view);
  g_autoptr (GArray) lines = ring_view_lines (scene->drawing, head);
  g_autoptr (GArray) metal = ring_view_metal_lines (scene->drawing, head);

  paint_lines (mask, lines);
  paint_lines (mask, metal);
  if (scene->bounds == RING_FILL_RING)
    return;
  for (guint i = 0; i < ring_view_get_n_layers (scene->view); i++)
    {
      const RingLayer *layer = ring_view_get_layer (scene->view, i);
      RingSequenceIter iter;
      const RingItem *item;

      if (!bounds_something (ring_layer_get_head (layer)))
        continue;
      ring_sequence_iter_init (&iter, ring_layer_get_items (layer), &window);
      while ((item = ring_sequence_iter_next (&iter)) != NULL)
        paint_item (scene, mask, item);
    }
}

RingRegion *
ring_fill_find (const RingDrawing *drawing,
                const RingView *view,
                RingPoint point,
                const RingFillChoice *choice,
                GError **error)
{
  const RingViewHead *head = ring_view_get_head (view);
  RingRect page = { 0, 0, ring_drawing_get_width (drawing), ring_drawing_get_height (drawing) };
  gboolean clipped = head->kind != RING_VIEW_PAGE && !ring_rect_is_empty (head->clip);
  Scene scene = { drawing, view, choice->bounds };
  RingRegionQuery query = { .at = point,
                            .limit = clipped ? head->clip : page,
                            .gap = choice->gap / head->scale,
                            .cell = CELL / head->scale,
                            .cap = COVER / head->scale };

  return ring_region_find (&query, paint_cb, &scene, error);
}

const RingMetalPaint *
ring_fill_get_metal (const RingDrawing *drawing, const RingView *view)
{
  RingSpec spec;

  ring_spec_init (&spec, ring_drawing_find_ring (drawing, ring_view_get_head (view)->ring));
  return ring_metal_paint_find_or_usual (spec.alloy);
}

guint32
ring_fill_colour (const RingFillChoice *choice, const RingMetalPaint *metal, RingMetalTone tone)
{
  if (choice->form == RING_FORM_PLAIN)
    return choice->colour;
  return ring_metal_paint_tone (choice->metal != NULL ? choice->metal : metal, tone);
}

/* ----------------------------------------------------------------- the step */

static gboolean
lies_within (RingRect inner, RingRect outer)
{
  return inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1
         && inner.y1 <= outer.y1;
}

/* The topmost fill in LAYER that covers POINT and no more than REGION: its id, or NULL. */
static const char *
find_fill (const RingLayer *layer, RingPoint point, RingRect region)
{
  RingRect near = { point.x, point.y, point.x, point.y };
  const char *found = NULL;
  RingSequenceIter iter;
  const RingItem *item;

  ring_sequence_iter_init (&iter, ring_layer_get_items (layer), &near);
  while ((item = ring_sequence_iter_next (&iter)) != NULL)
    {
      const RingArt *art
          = ring_item_get_kind (item) == RING_ITEM_ARTWORK ? ring_item_get_art (item) : NULL;

      if (art != NULL && ring_art_get_fill (art) != NULL
          && g_str_equal (ring_art_get_tone (art), ring_metal_tone_id (RING_METAL_TONE_BASE))
          && lies_within (ring_item_get_bounds (item), region)
          && ring_item_distance (item, point) <= 0)
        found = ring_art_get_fill (art);
    }
  return found;
}

/* Takes the shapes of FILL away; where the lowest of them was. */
static gsize
remove_fill (RingEdit *edit, const RingLayer *layer, const char *fill, RingRect region)
{
  const char *layer_id = ring_layer_get_head (layer)->id;
  gsize lowest = ring_layer_get_n_items (layer);

  for (gsize i = lowest; i > 0; i--)
    {
      const RingItem *item = ring_layer_get_item (layer, i - 1);

      if (ring_item_get_kind (item) == RING_ITEM_ARTWORK
          && g_strcmp0 (ring_art_get_fill (ring_item_get_art (item)), fill) == 0
          && lies_within (ring_item_get_bounds (item), region)
          && ring_edit_remove_item_at (edit, layer_id, i - 1))
        lowest = i - 1;
    }
  return lowest;
}

static RingItem *
make_shape (RingDesign *design, const RingFormShape *shape, guint32 colour, const char *fill)
{
  g_autofree char *id = ring_design_new_id (design, ring_item_kind_letter (RING_ITEM_ARTWORK));
  g_autoptr (RingArt) art = ring_art_new ();
  g_autoptr (RingPath) path = ring_path_pack (shape->path);

  ring_art_add (art, path, colour, 0, 0, FALSE);
  ring_art_set_fill (art, fill, ring_metal_tone_id (shape->tone));
  return ring_item_new_artwork (id, art);
}

RingEdit *
ring_fill_make (RingDesign *design,
                const RingView *view,
                const char *layer_id,
                RingPoint point,
                const RingFillChoice *choice,
                GError **error)
{
  const RingDrawing *drawing = ring_design_get_drawing (design);
  const RingLayer *layer = ring_drawing_find_layer (drawing, layer_id, NULL);
  double scale = ring_view_get_head (view)->scale;
  const RingMetalPaint *metal = ring_fill_get_metal (drawing, view);
  g_autoptr (RingRegion) region = ring_fill_find (drawing, view, point, choice, error);
  g_autofree char *fill = NULL;
  g_autoptr (GArray) shapes = NULL;
  const char *old;
  RingRect bounds;
  RingEdit *edit;
  gsize position;

  if (region == NULL)
    return NULL;
  shapes = ring_form_shapes (region, choice->form, LEAST / (scale * scale));
  bounds = ring_rect_inset (ring_path_get_bounds (region->outline), -2 * COVER / scale);
  fill = ring_design_new_id (design, 'k');
  edit = ring_edit_new (drawing, _ ("Fill"));
  old = find_fill (layer, point, bounds);
  position = old != NULL ? remove_fill (edit, layer, old, bounds) : ring_layer_get_n_items (layer);
  for (guint i = 0; i < shapes->len; i++)
    {
      const RingFormShape *shape = &g_array_index (shapes, RingFormShape, i);
      guint32 colour = ring_fill_colour (choice, metal, shape->tone);
      g_autoptr (RingItem) item = make_shape (design, shape, colour, fill);

      ring_edit_insert_item (edit, layer_id, position + i, item);
    }
  return edit;
}
