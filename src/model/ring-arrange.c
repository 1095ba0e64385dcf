/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-arrange.h"

#include <math.h>

#include "ring-feature.h"
#include "ring-pick.h"

/* Further out no file can say where something is. */
#define REACH_MM 50000.0

RingMatrix
ring_arrange_turn (double degrees, RingPoint pivot)
{
  double quarters = round (degrees / 90);
  double angle = degrees * G_PI / 180;
  double c = cos (angle), s = sin (angle);

  /* A quarter turn is exact, and four of them are none. */
  if (quarters * 90 == degrees)
    {
      int n = ((int) fmod (quarters, 4) + 4) % 4;

      c = n == 0 ? 1 : n == 2 ? -1 : 0;
      s = n == 1 ? 1 : n == 3 ? -1 : 0;
    }
  /* y points down. */
  return (RingMatrix){ c, -s, s, c, pivot.x - c * pivot.x - s * pivot.y,
                       pivot.y + s * pivot.x - c * pivot.y };
}

RingMatrix
ring_arrange_stretch (double sx, double sy, RingPoint pivot)
{
  return (RingMatrix){ sx, 0, 0, sy, pivot.x * (1 - sx), pivot.y * (1 - sy) };
}

static gboolean
is_in_reach (RingRect rect)
{
  return fabs (rect.x0) < REACH_MM && fabs (rect.y0) < REACH_MM && fabs (rect.x1) < REACH_MM
         && fabs (rect.y1) < REACH_MM;
}

static RingItem *
moved (const RingItem *item, const RingMatrix *by)
{
  RingMatrix matrix = ring_matrix_multiply (ring_item_get_matrix (item), by);

  return ring_item_with_matrix (item, &matrix);
}

/* ----------------------------------------------------------------- changes */

/* Changes that hold references to their new items. */
typedef struct
{
  GArray *changes; /* of RingChange */
  GPtrArray *items;
} Changes;

static void
changes_init (Changes *changes)
{
  changes->changes = g_array_new (FALSE, FALSE, sizeof (RingChange));
  changes->items = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);
}

/* Takes NEW. */
static void
changes_add (Changes *changes,
             const RingLayer *layer,
             gsize position,
             const RingItem *old,
             RingItem *new)
{
  RingChange change = { .layer_id = ring_layer_get_head (layer)->id,
                        .position = position,
                        .old_item = old,
                        .new_item = new };

  g_array_append_val (changes->changes, change);
  if (new != NULL)
    g_ptr_array_add (changes->items, new);
}

static RingEdit *
changes_end (Changes *changes, RingSelection *selection, const char *label)
{
  RingDrawing *drawing = ring_design_get_drawing (ring_selection_get_design (selection));
  RingEdit *edit = NULL;

  if (changes->changes->len > 0)
    {
      edit = ring_edit_new (drawing, label);
      ring_edit_splice (edit, &g_array_index (changes->changes, RingChange, 0),
                        changes->changes->len);
    }
  g_array_unref (changes->changes);
  g_ptr_array_unref (changes->items);
  return edit;
}

static const RingSelected *
nth (const GArray *list, guint i)
{
  return &g_array_index (list, RingSelected, i);
}

/* From I on, how many of LIST are of one layer. */
static guint
run_length (const GArray *list, guint i)
{
  guint n = 1;

  while (i + n < list->len && nth (list, i + n)->layer == nth (list, i)->layer)
    n++;
  return n;
}

/* Takes N items from I on out of their layer, the last one first, so that the places of the
 * others hold. */
static void
take_out (Changes *changes, const GArray *list, guint i, guint n)
{
  for (guint k = i + n; k > i; k--)
    changes_add (changes, nth (list, k - 1)->layer, nth (list, k - 1)->position,
                 nth (list, k - 1)->item, NULL);
}

static void
put_in (Changes *changes, const GArray *list, guint i, guint n, const RingLayer *layer, gsize at)
{
  for (guint k = 0; k < n; k++)
    changes_add (changes, layer, at + k, NULL, ring_item_ref (nth (list, i + k)->item));
}

/* ------------------------------------------------------------------- edits */

RingEdit *
ring_arrange_transform (RingSelection *selection, const RingMatrix *matrix, const char *label)
{
  const GArray *list = ring_selection_list (selection);
  RingRect bounds = ring_selection_get_bounds (selection);
  RingMatrix inverse;
  Changes changes;

  if (ring_matrix_is_identity (matrix) || !ring_matrix_invert (matrix, &inverse)
      || !is_in_reach (ring_matrix_apply_rect (matrix, bounds)))
    return NULL;
  changes_init (&changes);
  for (guint i = 0; i < list->len; i++)
    changes_add (&changes, nth (list, i)->layer, nth (list, i)->position, nth (list, i)->item,
                 moved (nth (list, i)->item, matrix));
  return changes_end (&changes, selection, label);
}

RingEdit *
ring_arrange_remove (RingSelection *selection, const char *label)
{
  const GArray *list = ring_selection_list (selection);
  Changes changes;

  changes_init (&changes);
  for (guint i = 0, n; i < list->len; i += n)
    {
      n = run_length (list, i);
      take_out (&changes, list, i, n);
    }
  return changes_end (&changes, selection, label);
}

static char
id_letter (const RingItem *item)
{
  return ring_item_kind_letter (ring_item_get_kind (item));
}

static char *
copy_end (const char *end, GHashTable *ids)
{
  g_autofree char *thing = NULL;
  const char *id = NULL;
  guint number;

  if (ring_feature_parse (end, &thing, &number))
    id = g_hash_table_lookup (ids, thing);
  return id != NULL ? ring_feature_name (id, number) : g_strdup ("");
}

RingItem *
ring_arrange_copy_ends (const RingItem *copy, GHashTable *ids)
{
  const RingFigure *old = ring_item_get_figure (copy);
  g_autoptr (GPtrArray) ends = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RingItem) plain = NULL;
  RingFigure figure;

  if (old == NULL || old->ends == NULL)
    return ring_item_ref (copy);
  figure = *old;
  for (guint i = 0; i < figure.n_points; i++)
    g_ptr_array_add (ends, copy_end (ring_figure_get_end (old, i), ids));
  g_ptr_array_add (ends, NULL);
  figure.ends = (const char *const *) ends->pdata;
  plain = ring_item_new_figure ("", &figure);
  return ring_item_like (plain, copy);
}

/* A new id for each of LIST, by its old one. */
static GHashTable *
new_ids (RingDesign *design, const GArray *list)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < list->len; i++)
    g_hash_table_insert (ids, (gpointer) ring_item_get_id (nth (list, i)->item),
                         ring_design_new_id (design, id_letter (nth (list, i)->item)));
  return ids;
}

RingEdit *
ring_arrange_duplicate (RingSelection *selection,
                        const RingMatrix *matrix,
                        const char *label,
                        GPtrArray **copies)
{
  RingDesign *design = ring_selection_get_design (selection);
  const GArray *list = ring_selection_list (selection);
  RingRect bounds = ring_selection_get_bounds (selection);
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) ids = new_ids (design, list);
  Changes changes;

  *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);
  if (!is_in_reach (ring_matrix_apply_rect (matrix, bounds)))
    return NULL;
  changes_init (&changes);
  for (guint i = 0, n; i < list->len; i += n)
    {
      const RingLayer *layer = nth (list, i)->layer;

      n = run_length (list, i);
      for (guint k = i; k < i + n; k++)
        {
          const char *id = g_hash_table_lookup (ids, ring_item_get_id (nth (list, k)->item));
          g_autoptr (RingItem) shifted = moved (nth (list, k)->item, matrix);
          g_autoptr (RingItem) copy = ring_arrange_copy_ends (shifted, ids);
          g_autoptr (RingItem) grouped = ring_item_with_group (
            copy, ring_arrange_copy_group (design, groups, ring_item_get_group (copy)));
          RingItem *named = ring_item_with_id (grouped, id);

          g_ptr_array_add (*copies, ring_item_ref (named));
          changes_add (&changes, layer, ring_layer_get_n_items (layer) + k - i, NULL, named);
        }
    }
  return changes_end (&changes, selection, label);
}

const char *
ring_arrange_copy_group (RingDesign *design, GHashTable *made, const char *group)
{
  const char *copy = group != NULL ? g_hash_table_lookup (made, group) : NULL;
  char *fresh;

  if (group == NULL || copy != NULL)
    return copy;
  fresh = ring_design_new_id (design, 'g');
  g_hash_table_insert (made, g_strdup (group), fresh);
  return fresh;
}

static RingEdit *
set_group (RingSelection *selection, const char *group, const char *label)
{
  const GArray *list = ring_selection_list (selection);
  Changes changes;

  changes_init (&changes);
  for (guint i = 0; i < list->len; i++)
    {
      const RingSelected *selected = nth (list, i);

      if (g_strcmp0 (ring_item_get_group (selected->item), group) != 0)
        changes_add (&changes, selected->layer, selected->position, selected->item,
                     ring_item_with_group (selected->item, group));
    }
  return changes_end (&changes, selection, label);
}

RingEdit *
ring_arrange_group (RingSelection *selection, const char *label)
{
  g_autofree char *group = ring_design_new_id (ring_selection_get_design (selection), 'g');

  return ring_selection_get_n (selection) > 1 ? set_group (selection, group, label) : NULL;
}

RingEdit *
ring_arrange_ungroup (RingSelection *selection, const char *label)
{
  return set_group (selection, NULL, label);
}

RingEdit *
ring_arrange_unfold (RingSelection *selection, const char *label, GPtrArray **strokes)
{
  RingDesign *design = ring_selection_get_design (selection);
  const GArray *list = ring_selection_list (selection);
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), label);

  *strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);
  /* The last one first, so that the places of the others hold. */
  for (guint i = list->len; i > 0; i--)
    {
      const RingSelected *one = nth (list, i - 1);
      const char *layer = ring_layer_get_head (one->layer)->id;
      g_autoptr (GPtrArray) copies = ring_item_unfold (one->item);

      if (copies == NULL)
        g_ptr_array_add (*strokes, ring_item_ref (one->item));
      for (guint k = 0; copies != NULL && k < copies->len; k++)
        {
          g_autofree char *id
            = k > 0 ? ring_design_new_id (design, ring_item_kind_letter (RING_ITEM_STROKE))
                    : g_strdup (ring_item_get_id (one->item));
          RingItem *named = ring_item_with_id (g_ptr_array_index (copies, k), id);

          if (k == 0)
            ring_edit_replace_item (edit, named);
          else
            ring_edit_insert_item (edit, layer, one->position + k, named);
          g_ptr_array_add (*strokes, named);
        }
    }
  if (!ring_edit_is_empty (edit))
    return edit;
  ring_edit_unref (edit);
  return NULL;
}

/* Where N items from I on, out of their layer, are put in again; NO_PLACE when they stay. */
#define NO_PLACE G_MAXSIZE

static gsize
find_place (RingSelection *selection, const GArray *list, guint i, guint n, RingOrder order)
{
  const RingLayer *layer = nth (list, i)->layer;
  RingRect bounds = ring_selection_get_bounds (selection);
  gsize total = ring_layer_get_n_items (layer);
  gsize first = nth (list, i)->position;
  gsize last = nth (list, i + n - 1)->position;
  gsize place = NO_PLACE;
  gsize others = 0;
  guint k = i;

  if (order == RING_ORDER_FRONT || order == RING_ORDER_BACK)
    return order == RING_ORDER_FRONT ? total - n : 0;
  for (gsize p = 0; p < total; p++)
    {
      if (k < i + n && nth (list, k)->position == p)
        {
          k++;
          continue;
        }
      if (order == RING_ORDER_BACKWARD && p >= last)
        break;
      if ((order == RING_ORDER_BACKWARD || p > first)
          && ring_rect_intersects (ring_item_get_bounds (ring_layer_get_item (layer, p)), bounds))
        {
          if (order == RING_ORDER_FORWARD)
            return others + 1;
          place = others;
        }
      others++;
    }
  return place;
}

static gboolean
is_there (const GArray *list, guint i, guint n, gsize place)
{
  return nth (list, i)->position == place && nth (list, i + n - 1)->position == place + n - 1;
}

RingEdit *
ring_arrange_order (RingSelection *selection, RingOrder order, const char *label)
{
  const GArray *list = ring_selection_list (selection);
  Changes changes;

  changes_init (&changes);
  for (guint i = 0, n; i < list->len; i += n)
    {
      gsize place;

      n = run_length (list, i);
      place = find_place (selection, list, i, n, order);
      if (place == NO_PLACE || is_there (list, i, n, place))
        continue;
      take_out (&changes, list, i, n);
      put_in (&changes, list, i, n, nth (list, i)->layer, place);
    }
  return changes_end (&changes, selection, label);
}

RingEdit *
ring_arrange_to_layer (RingSelection *selection, const char *layer_id, const char *label)
{
  RingDrawing *drawing = ring_design_get_drawing (ring_selection_get_design (selection));
  const GArray *list = ring_selection_list (selection);
  RingView *view = NULL;
  const RingLayer *layer = ring_drawing_find_layer (drawing, layer_id, &view);
  Changes changes;
  gsize end;

  if (layer == NULL || view != ring_selection_get_view (selection) || !ring_pick_is_open (layer))
    return NULL;
  changes_init (&changes);
  end = ring_layer_get_n_items (layer);
  for (guint i = 0, n; i < list->len; i += n)
    {
      n = run_length (list, i);
      if (nth (list, i)->layer == layer)
        continue;
      take_out (&changes, list, i, n);
      put_in (&changes, list, i, n, layer, end);
      end += n;
    }
  return changes_end (&changes, selection, label);
}

/* How far something that covers OWN is from that line of ALL. */
static RingPoint
shift_to (RingRect own, RingRect all, RingAlign align)
{
  switch (align)
    {
    case RING_ALIGN_LEFT: return (RingPoint){ all.x0 - own.x0, 0 };
    case RING_ALIGN_CENTRE: return (RingPoint){ (all.x0 + all.x1 - own.x0 - own.x1) / 2, 0 };
    case RING_ALIGN_RIGHT: return (RingPoint){ all.x1 - own.x1, 0 };
    case RING_ALIGN_TOP: return (RingPoint){ 0, all.y0 - own.y0 };
    case RING_ALIGN_MIDDLE: return (RingPoint){ 0, (all.y0 + all.y1 - own.y0 - own.y1) / 2 };
    case RING_ALIGN_BOTTOM:
    default: return (RingPoint){ 0, all.y1 - own.y1 };
    }
}

/* What each group covers: RingRect by name. */
static GHashTable *
measure_groups (const GArray *list)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < list->len; i++)
    {
      const char *group = ring_item_get_group (nth (list, i)->item);
      RingRect *rect = group != NULL ? g_hash_table_lookup (groups, group) : NULL;

      if (group != NULL && rect == NULL)
        {
          rect = g_new (RingRect, 1);
          *rect = RING_RECT_EMPTY;
          g_hash_table_insert (groups, (gpointer) group, rect);
        }
      if (group != NULL)
        *rect = ring_rect_union (*rect, ring_pick_measure (nth (list, i)->item));
    }
  return groups;
}

RingEdit *
ring_arrange_align (RingSelection *selection, RingAlign align, const char *label)
{
  const GArray *list = ring_selection_list (selection);
  RingRect all = ring_selection_get_bounds (selection);
  g_autoptr (GHashTable) groups = measure_groups (list);
  Changes changes;

  changes_init (&changes);
  for (guint i = 0; i < list->len; i++)
    {
      const RingSelected *selected = nth (list, i);
      const char *group = ring_item_get_group (selected->item);
      RingRect own = group != NULL ? *(RingRect *) g_hash_table_lookup (groups, group)
                                   : ring_pick_measure (selected->item);
      RingPoint shift = shift_to (own, all, align);

      if (!ring_rect_is_empty (own) && (fabs (shift.x) > 1e-9 || fabs (shift.y) > 1e-9))
        changes_add (&changes, selected->layer, selected->position, selected->item,
                     moved (selected->item, &(RingMatrix){ 1, 0, 0, 1, shift.x, shift.y }));
    }
  return changes_end (&changes, selection, label);
}
