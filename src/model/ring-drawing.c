/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-drawing-private.h"

struct _RingDrawing
{
  char *uuid;
  double width, height;
  GPtrArray *views;   /* of RingView */
  GPtrArray *records; /* of RingRecord */
  GPtrArray *foreign; /* of RingForeign, shared between states */
  GHashTable *states; /* RingDrawing by the id of its revision, shared as long as none is added */
  char **extra;
};

struct _RingDrawingBuilder
{
  RingDrawing *drawing;
};

static void
foreign_free (gpointer data)
{
  RingForeign *foreign = data;

  g_free ((char *) foreign->parent);
  g_free ((char *) foreign->xml);
  g_free (foreign);
}

static GHashTable *
states_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) ring_drawing_unref);
}

RingDrawingBuilder *
ring_drawing_builder_new (const char *uuid, double width, double height)
{
  RingDrawingBuilder *builder = g_new (RingDrawingBuilder, 1);
  RingDrawing *drawing = g_atomic_rc_box_new0 (RingDrawing);

  drawing->uuid = g_strdup (uuid);
  drawing->width = width;
  drawing->height = height;
  drawing->views = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_view_unref);
  drawing->records = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_record_unref);
  drawing->foreign = g_ptr_array_new_with_free_func (foreign_free);
  drawing->states = states_new ();
  builder->drawing = drawing;
  return builder;
}

/* Takes its own references, as do the others. */
void
ring_drawing_builder_add_view (RingDrawingBuilder *builder, RingView *view)
{
  g_ptr_array_add (builder->drawing->views, ring_view_ref (view));
}

void
ring_drawing_builder_add_record (RingDrawingBuilder *builder, RingRecord *record)
{
  g_ptr_array_add (builder->drawing->records, ring_record_ref (record));
}

void
ring_drawing_builder_add_foreign (RingDrawingBuilder *builder, const RingForeign *foreign)
{
  RingForeign *copy = g_new (RingForeign, 1);

  copy->parent = g_strdup (foreign->parent);
  copy->position = foreign->position;
  copy->xml = g_strdup (foreign->xml);
  g_ptr_array_add (builder->drawing->foreign, copy);
}

void
ring_drawing_builder_set_extra (RingDrawingBuilder *builder, const char *const *extra)
{
  g_strfreev (builder->drawing->extra);
  builder->drawing->extra = g_strdupv ((char **) extra);
}

void
ring_drawing_builder_add_state (RingDrawingBuilder *builder,
                                const char *id,
                                const RingDrawing *state)
{
  g_hash_table_insert (builder->drawing->states, g_strdup (id), ring_drawing_ref (state));
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  guint x = ring_record_kind_order (ring_record_get_kind (*(const RingRecord *const *) a));
  guint y = ring_record_kind_order (ring_record_get_kind (*(const RingRecord *const *) b));

  return x < y ? -1 : x > y;
}

/* The records stand by kind, as in the file, so that a step that was written down in one session
 * finds its place in the file of the next. The sort keeps the order within a kind. */
RingDrawing *
ring_drawing_builder_end (RingDrawingBuilder *builder)
{
  RingDrawing *drawing = builder->drawing;

  g_ptr_array_sort (drawing->records, compare_records);
  g_free (builder);
  return drawing;
}

RingDrawing *
ring_drawing_ref (const RingDrawing *drawing)
{
  return g_atomic_rc_box_acquire ((gpointer) drawing);
}

static void
drawing_clear (gpointer data)
{
  RingDrawing *drawing = data;

  g_free (drawing->uuid);
  g_ptr_array_unref (drawing->views);
  g_ptr_array_unref (drawing->records);
  g_ptr_array_unref (drawing->foreign);
  g_hash_table_unref (drawing->states);
  g_strfreev (drawing->extra);
}

void
ring_drawing_unref (const RingDrawing *drawing)
{
  if (drawing != NULL)
    g_atomic_rc_box_release_full ((gpointer) drawing, drawing_clear);
}

/* For g_ptr_array_copy(). */
static gpointer
ref_view (gconstpointer view, gpointer unused)
{
  return ring_view_ref (view);
}

static gpointer
ref_record (gconstpointer record, gpointer unused)
{
  return ring_record_ref (record);
}

static RingDrawing *
drawing_copy (const RingDrawing *drawing)
{
  RingDrawing *new = g_atomic_rc_box_new (RingDrawing);

  *new = (RingDrawing){
    .uuid = g_strdup (drawing->uuid),
    .width = drawing->width,
    .height = drawing->height,
    .views = g_ptr_array_copy (drawing->views, ref_view, NULL),
    .records = g_ptr_array_copy (drawing->records, ref_record, NULL),
    .foreign = g_ptr_array_ref (drawing->foreign),
    .states = g_hash_table_ref (drawing->states),
    .extra = g_strdupv (drawing->extra),
  };
  return new;
}

RingDrawing *
ring_drawing_with_uuid (const RingDrawing *drawing, const char *uuid)
{
  RingDrawing *new = drawing_copy (drawing);

  g_free (new->uuid);
  new->uuid = g_strdup (uuid);
  return new;
}

RingDrawing *
_ring_drawing_with_view (const RingDrawing *drawing,
                         guint position,
                         gboolean old,
                         const RingView *new_view)
{
  RingDrawing *new = drawing_copy (drawing);

  if (old)
    g_ptr_array_remove_index (new->views, position);
  if (new_view != NULL)
    g_ptr_array_insert (new->views, (int) position, ring_view_ref (new_view));
  return new;
}

RingDrawing *
_ring_drawing_with_record (const RingDrawing *drawing,
                           guint position,
                           gboolean old,
                           const RingRecord *new_record)
{
  RingDrawing *new = drawing_copy (drawing);

  if (old)
    g_ptr_array_remove_index (new->records, position);
  if (new_record != NULL)
    g_ptr_array_insert (new->records, (int) position, ring_record_ref (new_record));
  return new;
}

/* DRAWING with another table of states, which is filled before anybody else sees it. */
static RingDrawing *
with_states (const RingDrawing *drawing)
{
  RingDrawing *new = drawing_copy (drawing);
  GHashTableIter iter;
  gpointer id, state;

  g_hash_table_unref (new->states);
  new->states = states_new ();
  g_hash_table_iter_init (&iter, drawing->states);
  while (g_hash_table_iter_next (&iter, &id, &state))
    g_hash_table_insert (new->states, g_strdup (id), ring_drawing_ref (state));
  return new;
}

static gboolean
is_revised (const RingRecord *record)
{
  return ring_record_is_revised (ring_record_get_kind (record));
}

/* Pointers to views and records are all that is copied. */
static RingDrawing *
state_of (const RingDrawing *drawing)
{
  RingDrawing *state = drawing_copy (drawing);

  g_ptr_array_unref (state->foreign);
  state->foreign = g_ptr_array_new ();
  g_hash_table_unref (state->states);
  state->states = states_new ();
  for (guint i = state->records->len; i > 0; i--)
    if (!is_revised (g_ptr_array_index (state->records, i - 1)))
      g_ptr_array_remove_index (state->records, i - 1);
  return state;
}

RingDrawing *
_ring_drawing_keep (const RingDrawing *drawing, const char *id)
{
  RingDrawing *new = with_states (drawing);

  g_hash_table_insert (new->states, g_strdup (id), state_of (drawing));
  return new;
}

RingDrawing *
_ring_drawing_drop (const RingDrawing *drawing, const char *id)
{
  RingDrawing *new = with_states (drawing);

  g_hash_table_remove (new->states, id);
  return new;
}

static gboolean
is_stone (const RingRecord *record)
{
  return g_str_equal (ring_record_get_kind (record), RING_RECORD_STONE);
}

/* A stone's card tells of a thing in the world, which does not go back with the drawing. */
static const RingRecord *
record_now (const RingDrawing *drawing, const RingRecord *record)
{
  const RingRecord *now = is_stone (record)
                              ? ring_drawing_find_record (drawing, RING_RECORD_STONE,
                                                          ring_record_get_id (record))
                              : NULL;

  return now != NULL ? now : record;
}

RingDrawing *
_ring_drawing_put (const RingDrawing *drawing, const RingDrawing *state, gboolean all_stones)
{
  RingDrawing *new = drawing_copy (drawing);
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_record_unref);

  g_ptr_array_unref (new->views);
  new->views = g_ptr_array_copy (state->views, ref_view, NULL);
  for (guint i = 0; i < state->records->len; i++)
    {
      const RingRecord *record = g_ptr_array_index (state->records, i);

      g_ptr_array_add (records,
                       ring_record_ref (all_stones ? record_now (drawing, record) : record));
    }
  for (guint i = 0; i < drawing->records->len; i++)
    {
      const RingRecord *record = g_ptr_array_index (drawing->records, i);

      if (!is_revised (record)
          || (all_stones && is_stone (record)
              && ring_drawing_find_record (state, RING_RECORD_STONE, ring_record_get_id (record))
                     == NULL))
        g_ptr_array_add (records, ring_record_ref (record));
    }
  g_ptr_array_sort (records, compare_records);
  g_ptr_array_unref (new->records);
  new->records = records;
  return new;
}

gboolean
_ring_drawing_locate_view (const RingDrawing *drawing, const char *view_id, guint *view)
{
  for (guint v = 0; v < drawing->views->len; v++)
    if (g_str_equal (ring_view_get_head (ring_drawing_get_view (drawing, v))->id, view_id))
      {
        *view = v;
        return TRUE;
      }
  return FALSE;
}

gboolean
_ring_drawing_locate_layer (const RingDrawing *drawing,
                            const char *layer_id,
                            guint *view,
                            guint *layer)
{
  for (guint v = 0; v < drawing->views->len; v++)
    {
      RingView *candidate = g_ptr_array_index (drawing->views, v);

      for (guint l = 0; l < ring_view_get_n_layers (candidate); l++)
        if (g_str_equal (ring_layer_get_head (ring_view_get_layer (candidate, l))->id, layer_id))
          {
            *view = v;
            *layer = l;
            return TRUE;
          }
    }
  return FALSE;
}

gboolean
_ring_drawing_locate_record (const RingDrawing *drawing,
                             const char *kind,
                             const char *id,
                             guint *position)
{
  for (guint i = 0; i < drawing->records->len; i++)
    {
      const RingRecord *record = g_ptr_array_index (drawing->records, i);

      if (g_str_equal (ring_record_get_kind (record), kind)
          && (id == NULL || g_str_equal (ring_record_get_id (record), id)))
        {
          *position = i;
          return TRUE;
        }
    }
  return FALSE;
}

const char *
ring_drawing_get_uuid (const RingDrawing *drawing)
{
  return drawing->uuid;
}

double
ring_drawing_get_width (const RingDrawing *drawing)
{
  return drawing->width;
}

double
ring_drawing_get_height (const RingDrawing *drawing)
{
  return drawing->height;
}

guint
ring_drawing_get_n_views (const RingDrawing *drawing)
{
  return drawing->views->len;
}

RingView *
ring_drawing_get_view (const RingDrawing *drawing, guint i)
{
  g_return_val_if_fail (i < drawing->views->len, NULL);
  return g_ptr_array_index (drawing->views, i);
}

RingView *
ring_drawing_find_view (const RingDrawing *drawing, const char *view_id)
{
  guint view;

  return _ring_drawing_locate_view (drawing, view_id, &view) ? ring_drawing_get_view (drawing, view)
                                                             : NULL;
}

RingView *
ring_drawing_get_view_by_kind (const RingDrawing *drawing, RingViewKind kind)
{
  for (guint i = 0; i < drawing->views->len; i++)
    {
      RingView *view = g_ptr_array_index (drawing->views, i);

      if (ring_view_get_head (view)->kind == kind)
        return view;
    }
  return NULL;
}

guint
ring_drawing_get_n_records (const RingDrawing *drawing)
{
  return drawing->records->len;
}

const RingRecord *
ring_drawing_get_record (const RingDrawing *drawing, guint i)
{
  g_return_val_if_fail (i < drawing->records->len, NULL);
  return g_ptr_array_index (drawing->records, i);
}

GPtrArray *
ring_drawing_list_records (const RingDrawing *drawing, const char *kind)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < drawing->records->len; i++)
    if (g_str_equal (ring_record_get_kind (g_ptr_array_index (drawing->records, i)), kind))
      g_ptr_array_add (list, g_ptr_array_index (drawing->records, i));
  return list;
}

const RingRecord *
ring_drawing_find_record (const RingDrawing *drawing, const char *kind, const char *id)
{
  guint position;

  if (!_ring_drawing_locate_record (drawing, kind, id, &position))
    return NULL;
  return g_ptr_array_index (drawing->records, position);
}

const RingRecord *
ring_drawing_find_ring (const RingDrawing *drawing, const char *ring_id)
{
  return ring_drawing_find_record (drawing, RING_RECORD_RING,
                                   ring_id != NULL && ring_id[0] != '\0' ? ring_id : NULL);
}

guint
ring_drawing_get_n_foreign (const RingDrawing *drawing)
{
  return drawing->foreign->len;
}

const RingForeign *
ring_drawing_get_foreign (const RingDrawing *drawing, guint i)
{
  g_return_val_if_fail (i < drawing->foreign->len, NULL);
  return g_ptr_array_index (drawing->foreign, i);
}

const char *const *
ring_drawing_get_extra (const RingDrawing *drawing)
{
  return (const char *const *) drawing->extra;
}

RingDrawing *
ring_drawing_get_state (const RingDrawing *drawing, const char *id)
{
  return id != NULL ? g_hash_table_lookup (drawing->states, id) : NULL;
}

/* *VIEW (may be NULL) is the view that holds the layer. */
RingLayer *
ring_drawing_find_layer (const RingDrawing *drawing, const char *layer_id, RingView **view)
{
  guint v, l;
  RingView *found;

  if (!_ring_drawing_locate_layer (drawing, layer_id, &v, &l))
    return NULL;
  found = g_ptr_array_index (drawing->views, v);
  if (view != NULL)
    *view = found;
  return ring_view_get_layer (found, l);
}

RingItem *
_ring_drawing_locate_item (const RingDrawing *drawing,
                           const char *item_id,
                           RingView **view,
                           RingLayer **layer,
                           gsize *position)
{
  for (guint v = 0; v < drawing->views->len; v++)
    {
      *view = g_ptr_array_index (drawing->views, v);
      for (guint l = 0; l < ring_view_get_n_layers (*view); l++)
        {
          RingItem *item;

          *layer = ring_view_get_layer (*view, l);
          item = ring_sequence_find (ring_layer_get_items (*layer), item_id, position);
          if (item != NULL)
            return item;
        }
    }
  return NULL;
}

/* *VIEW and *LAYER may be NULL. */
RingItem *
ring_drawing_find_item (const RingDrawing *drawing,
                        const char *item_id,
                        RingView **view,
                        RingLayer **layer)
{
  RingLayer *in_layer;
  RingView *in_view;
  gsize position;
  RingItem *item = _ring_drawing_locate_item (drawing, item_id, &in_view, &in_layer, &position);

  if (item != NULL && view != NULL)
    *view = in_view;
  if (item != NULL && layer != NULL)
    *layer = in_layer;
  return item;
}

gsize
ring_drawing_count_items (const RingDrawing *drawing, RingItemKind kind)
{
  gsize n = 0;

  for (guint v = 0; v < drawing->views->len; v++)
    {
      RingView *view = g_ptr_array_index (drawing->views, v);

      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        n += ring_sequence_count (ring_layer_get_items (ring_view_get_layer (view, l)), kind);
    }
  return n;
}

RingView *
ring_drawing_view_at (const RingDrawing *drawing, RingPoint point)
{
  RingView *page = NULL;

  for (guint v = drawing->views->len; v > 0; v--)
    {
      RingView *view = g_ptr_array_index (drawing->views, v - 1);
      const RingViewHead *head = ring_view_get_head (view);
      RingMatrix to_paper = ring_view_get_matrix (view);
      RingMatrix from_paper;

      if (head->kind == RING_VIEW_PAGE)
        page = view;
      else if (ring_matrix_invert (&to_paper, &from_paper)
               && ring_rect_contains (head->clip, ring_matrix_apply (&from_paper, point)))
        return view;
    }
  return page;
}
