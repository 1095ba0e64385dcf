/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-clip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-arrange.h"
#include "ring-error.h"
#include "ring-pick.h"
#include "ring-stone.h"

/* A page of less than this is none. */
#define LEAST_PAGE 1.0
/* Corners lie on whole micrometres, so that going there and back loses nothing. */
#define STEP 1e-3
#define REACH_MM 50000.0

/* -------------------------------------------------------------------- copying */

/* What the clip's page shows, mm of the view. */
static RingRect
get_page (RingSelection *selection)
{
  RingRect b = ring_selection_get_bounds (selection);

  /* Markup whose place nobody knows: as large as the view. */
  if (ring_rect_is_empty (b))
    b = ring_view_get_head (ring_selection_get_view (selection))->clip;
  b.x0 = floor (b.x0 / STEP) * STEP;
  b.y0 = floor (b.y0 / STEP) * STEP;
  b.x1 = MAX (ceil (b.x1 / STEP) * STEP, b.x0 + LEAST_PAGE);
  b.y1 = MAX (ceil (b.y1 / STEP) * STEP, b.y0 + LEAST_PAGE);
  return b;
}

static RingItem *
shifted (const RingItem *item, double dx, double dy)
{
  RingMatrix matrix
      = ring_matrix_multiply (ring_item_get_matrix (item), &(RingMatrix){ 1, 0, 0, 1, dx, dy });

  return ring_item_with_matrix (item, &matrix);
}

/* The items of LIST from I to END, which are of one layer. */
static RingLayer *
copy_layer (const GArray *list, guint i, guint end, RingRect page)
{
  RingLayerHead head = *ring_layer_get_head (g_array_index (list, RingSelected, i).layer);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);

  head.locked = FALSE;
  for (; i < end; i++)
    g_ptr_array_add (items,
                     shifted (g_array_index (list, RingSelected, i).item, -page.x0, -page.y0));
  return ring_layer_new (&head, (RingItem *const *) items->pdata, items->len);
}

static RingView *
copy_view (RingSelection *selection, RingRect page)
{
  const GArray *list = ring_selection_list (selection);
  g_autoptr (GPtrArray) layers = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_layer_unref);
  RingViewHead head = { .id = ring_view_get_head (ring_selection_get_view (selection))->id,
                        .kind = RING_VIEW_PAGE,
                        .ring = "",
                        .scale = 1,
                        .clip = { 0, 0, page.x1 - page.x0, page.y1 - page.y0 } };

  for (guint i = 0, end; i < list->len; i = end)
    {
      const RingLayer *layer = g_array_index (list, RingSelected, i).layer;

      for (end = i + 1; end < list->len && g_array_index (list, RingSelected, end).layer == layer;)
        end++;
      g_ptr_array_add (layers, copy_layer (list, i, end, page));
    }
  return ring_view_new (&head, (RingLayer *const *) layers->pdata, layers->len);
}

static void
add_place (RingDrawingBuilder *builder, RingRect page)
{
  g_autoptr (RingRecord) empty = ring_record_new (RING_RECORD_CLIP, "clip");
  g_autoptr (RingRecord) with_x = ring_record_with_number (empty, "x", page.x0, 3);
  g_autoptr (RingRecord) with_y = ring_record_with_number (with_x, "y", page.y0, 3);

  ring_drawing_builder_add_record (builder, with_y);
}

static void
add_stones (RingDrawingBuilder *builder, RingSelection *selection)
{
  const RingDrawing *drawing = ring_design_get_drawing (ring_selection_get_design (selection));
  const GArray *list = ring_selection_list (selection);
  g_autoptr (GHashTable) added = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < list->len; i++)
    {
      const RingNote *note = ring_item_get_note (g_array_index (list, RingSelected, i).item);
      const RingRecord *stone
          = note != NULL ? ring_drawing_find_record (drawing, RING_RECORD_STONE, note->stone)
                         : NULL;

      if (stone != NULL && g_hash_table_add (added, (gpointer) ring_record_get_id (stone)))
        {
          /* Any program can read the clipboard. */
          g_autoptr (RingRecord) copy = ring_stone_without_terms (stone);

          ring_drawing_builder_add_record (builder, copy);
        }
    }
}

/* The markup of other programs may need what they defined, and their namespaces. */
static void
add_surroundings (RingDrawingBuilder *builder, RingSelection *selection)
{
  const RingDrawing *drawing = ring_design_get_drawing (ring_selection_get_design (selection));
  const GArray *list = ring_selection_list (selection);
  gboolean foreign = FALSE;

  for (guint i = 0; i < list->len && !foreign; i++)
    foreign = ring_item_get_kind (g_array_index (list, RingSelected, i).item) == RING_ITEM_FOREIGN;
  if (!foreign)
    return;
  ring_drawing_builder_set_extra (builder, ring_drawing_get_extra (drawing));
  for (guint i = 0; i < ring_drawing_get_n_foreign (drawing); i++)
    if (g_str_equal (ring_drawing_get_foreign (drawing, i)->parent, "defs"))
      ring_drawing_builder_add_foreign (builder, ring_drawing_get_foreign (drawing, i));
}

RingDrawing *
ring_clip_new (RingSelection *selection)
{
  RingDrawing *drawing = ring_design_get_drawing (ring_selection_get_design (selection));
  g_autoptr (RingView) view = NULL;
  RingDrawingBuilder *builder;
  RingRect page;

  if (ring_selection_get_n (selection) == 0)
    return NULL;
  page = get_page (selection);
  view = copy_view (selection, page);
  builder = ring_drawing_builder_new (ring_drawing_get_uuid (drawing), page.x1 - page.x0,
                                      page.y1 - page.y0);
  ring_drawing_builder_add_view (builder, view);
  add_place (builder, page);
  add_stones (builder, selection);
  add_surroundings (builder, selection);
  return ring_drawing_builder_end (builder);
}

/* -------------------------------------------------------------------- pasting */

typedef struct
{
  const RingDrawing *clip;
  RingDesign *design;
  const RingView *view;
  gboolean ours; /* layers have their roles */
  RingMatrix shift;
  RingEdit *edit;
  GHashTable *stones; /* ids in the clip to ids in the design */
  GHashTable *groups; /* likewise */
  GHashTable *ids;    /* of items, likewise */
  GPtrArray *pasted;
} Paste;

static const RingLayer *
find_layer (const Paste *paste, const RingLayer *from)
{
  RingLayerRole role = paste->ours ? ring_layer_get_head (from)->role : RING_ROLE_INK;
  const RingLayer *layer = ring_view_get_layer_by_role (paste->view, role);

  if (layer == NULL || !ring_pick_is_open (layer))
    layer = ring_view_get_layer_by_role (paste->view, RING_ROLE_INK);
  for (guint i = ring_view_get_n_layers (paste->view);
       i > 0 && (layer == NULL || !ring_pick_is_open (layer)); i--)
    layer = ring_view_get_layer (paste->view, i - 1);
  return layer != NULL && ring_pick_is_open (layer) ? layer : NULL;
}

/* The stone comes with its pin, unless the design has it. */
static char *
take_stone (Paste *paste, const char *id)
{
  RingDrawing *drawing = ring_design_get_drawing (paste->design);
  const RingRecord *stone = ring_drawing_find_record (paste->clip, RING_RECORD_STONE, id);
  gboolean same
      = g_str_equal (ring_drawing_get_uuid (drawing), ring_drawing_get_uuid (paste->clip));
  const char *known = g_hash_table_lookup (paste->stones, id);
  g_autoptr (RingRecord) named = NULL;
  char *fresh;

  if (known != NULL)
    return g_strdup (known);
  if (stone == NULL || (same && ring_drawing_find_record (drawing, RING_RECORD_STONE, id) != NULL))
    return g_strdup (id);
  fresh = ring_design_new_id (paste->design, 't');
  named = ring_record_new (RING_RECORD_STONE, fresh);
  for (guint i = 0; i < ring_record_get_n_fields (stone); i++)
    {
      const char *value;
      const char *name = ring_record_get_field (stone, i, &value);
      RingRecord *next = ring_record_with (named, name, value);

      ring_record_unref (named);
      named = next;
    }
  ring_edit_set_record (paste->edit, named);
  g_hash_table_insert (paste->stones, g_strdup (id), g_strdup (fresh));
  return fresh;
}

/* ITEM with a new id, at its place in the design. */
static RingItem *
make_item (Paste *paste, const RingItem *item, const RingMatrix *to_paper)
{
  const char *id = g_hash_table_lookup (paste->ids, ring_item_get_id (item));
  RingMatrix matrix = ring_matrix_multiply (ring_item_get_matrix (item), to_paper);
  g_autoptr (RingItem) named = NULL;
  g_autoptr (RingItem) grouped = NULL;
  g_autoptr (RingItem) loose = NULL;

  matrix = ring_matrix_multiply (&matrix, &paste->shift);
  if (ring_item_get_kind (item) == RING_ITEM_NOTE)
    {
      RingNote note = *ring_item_get_note (item);
      g_autofree char *stone = take_stone (paste, note.stone);

      note.stone = stone;
      named = ring_item_new_note (id, &note);
    }
  else
    named = ring_item_with_id (item, id);
  grouped = ring_item_with_group (
      named, ring_arrange_copy_group (paste->design, paste->groups, ring_item_get_group (item)));
  loose = ring_arrange_copy_ends (grouped, paste->ids);
  return ring_item_with_matrix (loose, &matrix);
}

static gboolean
can_be_seen (const RingItem *item)
{
  gboolean graphical = TRUE;

  ring_item_get_xml (item, &graphical);
  return graphical;
}

static gboolean
is_in_reach (RingRect b)
{
  return ring_rect_is_empty (b)
         || (fabs (b.x0) < REACH_MM && fabs (b.y0) < REACH_MM && fabs (b.x1) < REACH_MM
             && fabs (b.y1) < REACH_MM);
}

static gboolean
paste_layer (Paste *paste, const RingLayer *from, const RingMatrix *to_paper)
{
  const RingLayer *layer = NULL;
  RingSequenceIter iter;
  const RingItem *item;

  ring_sequence_iter_init (&iter, ring_layer_get_items (from), NULL);
  while ((item = ring_sequence_iter_next (&iter)) != NULL)
    {
      g_autoptr (RingItem) made = NULL;

      if (!can_be_seen (item))
        continue;
      if (layer == NULL && (layer = find_layer (paste, from)) == NULL)
        return FALSE;
      made = make_item (paste, item, to_paper);
      if (is_in_reach (ring_item_get_bounds (made))
          && ring_edit_append_item (paste->edit, ring_layer_get_head (layer)->id, made))
        g_ptr_array_add (paste->pasted, g_steal_pointer (&made));
    }
  return TRUE;
}

static void
name_items (Paste *paste)
{
  for (guint v = 0; v < ring_drawing_get_n_views (paste->clip); v++)
    {
      const RingView *view = ring_drawing_get_view (paste->clip, v);

      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        {
          RingSequenceIter iter;
          const RingItem *item;

          ring_sequence_iter_init (&iter, ring_layer_get_items (ring_view_get_layer (view, l)),
                                   NULL);
          while ((item = ring_sequence_iter_next (&iter)) != NULL)
            g_hash_table_insert (
                paste->ids, (gpointer) ring_item_get_id (item),
                ring_design_new_id (paste->design,
                                    ring_item_kind_letter (ring_item_get_kind (item))));
        }
    }
}

/* Hidden layers of another program stay where they are. */
static gboolean
paste_all (Paste *paste)
{
  for (guint v = 0; v < ring_drawing_get_n_views (paste->clip); v++)
    {
      const RingView *view = ring_drawing_get_view (paste->clip, v);
      RingMatrix to_paper = ring_view_get_matrix (view);

      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        if (ring_layer_get_head (ring_view_get_layer (view, l))->visible
            && !paste_layer (paste, ring_view_get_layer (view, l), &to_paper))
          return FALSE;
    }
  return TRUE;
}

/* What CLIP shows, mm of its paper; all of its page where nobody can tell. */
static RingRect
measure (const RingDrawing *clip)
{
  RingRect all = RING_RECT_EMPTY;

  for (guint v = 0; v < ring_drawing_get_n_views (clip); v++)
    {
      const RingView *view = ring_drawing_get_view (clip, v);
      RingMatrix to_paper = ring_view_get_matrix (view);

      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        {
          RingSequenceIter iter;
          const RingItem *item;

          ring_sequence_iter_init (&iter, ring_layer_get_items (ring_view_get_layer (view, l)),
                                   NULL);
          while ((item = ring_sequence_iter_next (&iter)) != NULL)
            if (!ring_rect_is_empty (ring_item_get_bounds (item)))
              all = ring_rect_union (
                  all, ring_matrix_apply_rect (&to_paper, ring_item_get_bounds (item)));
        }
    }
  if (ring_rect_is_empty (all))
    all = (RingRect){ 0, 0, ring_drawing_get_width (clip), ring_drawing_get_height (clip) };
  return all;
}

static RingMatrix
find_shift (const RingDrawing *clip, const RingRecord *place, const RingPoint *middle)
{
  RingRect all = measure (clip);
  RingMatrix shift = RING_MATRIX_IDENTITY;

  if (middle == NULL && place != NULL)
    {
      ring_record_get_number (place, "x", &shift.x0);
      ring_record_get_number (place, "y", &shift.y0);
      return shift;
    }
  if (middle == NULL)
    return shift;
  /* On whole micrometres too: what is drawn keeps its figures. */
  shift.x0 = round ((middle->x - (all.x0 + all.x1) / 2) / STEP) * STEP;
  shift.y0 = round ((middle->y - (all.y0 + all.y1) / 2) / STEP) * STEP;
  return shift;
}

RingEdit *
ring_clip_paste (const RingDrawing *clip,
                 RingDesign *design,
                 const RingView *view,
                 const RingPoint *middle,
                 const char *label,
                 GPtrArray **pasted,
                 GError **error)
{
  const RingRecord *place = ring_drawing_find_record (clip, RING_RECORD_CLIP, NULL);
  g_autoptr (GHashTable) stones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (RingEdit) edit = ring_edit_new (ring_design_get_drawing (design), label);
  Paste paste = { .clip = clip,
                  .design = design,
                  .view = view,
                  .edit = edit,
                  .stones = stones,
                  .groups = groups,
                  .ids = ids };

  paste.ours = place != NULL;
  paste.shift = find_shift (clip, place, middle);
  name_items (&paste);
  paste.pasted = *pasted = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);
  if (!paste_all (&paste))
    g_set_error (error, RING_ERROR, RING_ERROR_READ_ONLY,
                 _ ("This view has no layer to paste on. Unlock one in the layer list."));
  else if (paste.pasted->len == 0)
    g_set_error (error, RING_ERROR, RING_ERROR_FORMAT,
                 _ ("There is nothing to see in what was copied."));
  else
    return g_steal_pointer (&edit);
  return NULL;
}
