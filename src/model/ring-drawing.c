/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-drawing-private.h"

struct _RingLayer
{
  RingLayerHead head;
  char **extra;
  RingSequence *items;
};

struct _RingView
{
  RingViewHead head;
  char **extra;
  RingLayer **layers;
  guint n_layers;
};

struct _RingDrawing
{
  char *uuid;
  double width, height;
  GPtrArray *views;   /* of RingView */
  GPtrArray *records; /* of RingRecord */
  GPtrArray *foreign; /* of RingForeign, shared between states */
  char **extra;
};

struct _RingDrawingBuilder
{
  RingDrawing *drawing;
};

static const char *const role_names[] = { "Underlay", "Metal", "Stones", "Ink", "Notes", "named" };
static const char *const kind_names[] = { "page", "front", "top", "side", "three-quarter", "strip" };

/* ------------------------------------------------------------------ layers */

static void
copy_layer_head (RingLayerHead *to, const RingLayerHead *from)
{
  *to = *from;
  to->id = g_strdup (from->id);
  to->name = g_strdup (from->name != NULL ? from->name : "");
  to->opacity = CLAMP (from->opacity, 0, 1);
}

/* Takes ITEMS. */
static RingLayer *
layer_new (const RingLayerHead *head, RingSequence *items)
{
  RingLayer *layer = g_atomic_rc_box_new0 (RingLayer);

  copy_layer_head (&layer->head, head);
  layer->items = items;
  return layer;
}

RingLayer *
ring_layer_new (const RingLayerHead *head, RingItem *const *items, gsize n_items)
{
  return layer_new (head, ring_sequence_new (items, n_items));
}

RingLayer *
ring_layer_ref (const RingLayer *layer)
{
  return g_atomic_rc_box_acquire ((gpointer) layer);
}

static void
layer_clear (gpointer data)
{
  RingLayer *layer = data;

  ring_sequence_unref (layer->items);
  g_free ((char *) layer->head.id);
  g_free ((char *) layer->head.name);
  g_strfreev (layer->extra);
}

void
ring_layer_unref (const RingLayer *layer)
{
  if (layer != NULL)
    g_atomic_rc_box_release_full ((gpointer) layer, layer_clear);
}

const RingLayerHead *
ring_layer_get_head (const RingLayer *layer)
{
  return &layer->head;
}

const char *const *
ring_layer_get_extra (const RingLayer *layer)
{
  return (const char *const *) layer->extra;
}

void
ring_layer_set_extra (RingLayer *layer, const char *const *extra)
{
  g_strfreev (layer->extra);
  layer->extra = g_strdupv ((char **) extra);
}

gsize
ring_layer_get_n_items (const RingLayer *layer)
{
  return ring_sequence_get_length (layer->items);
}

RingItem *
ring_layer_get_item (const RingLayer *layer, gsize i)
{
  return ring_sequence_get (layer->items, i);
}

const RingSequence *
ring_layer_get_items (const RingLayer *layer)
{
  return layer->items;
}

const char *
ring_layer_role_name (RingLayerRole role)
{
  return role_names[role];
}

gboolean
ring_layer_role_from_name (const char *name, RingLayerRole *role)
{
  for (guint i = 0; i < G_N_ELEMENTS (role_names); i++)
    if (g_strcmp0 (name, role_names[i]) == 0)
      {
        *role = (RingLayerRole) i;
        return TRUE;
      }
  return FALSE;
}

RingLayer *
_ring_layer_with_items (const RingLayer *layer, const RingSequence *items)
{
  RingLayer *new = layer_new (&layer->head, ring_sequence_ref (items));

  new->extra = g_strdupv (layer->extra);
  return new;
}

RingLayer *
_ring_layer_with_head (const RingLayer *layer, const RingLayerHead *head)
{
  RingLayer *new = layer_new (head, ring_sequence_ref (layer->items));

  new->extra = g_strdupv (layer->extra);
  return new;
}

/* ------------------------------------------------------------------- views */

RingView *
ring_view_new (const RingViewHead *head, RingLayer *const *layers, gsize n_layers)
{
  RingView *view = g_atomic_rc_box_new0 (RingView);

  view->head = *head;
  view->head.id = g_strdup (head->id);
  view->head.ring = g_strdup (head->ring != NULL ? head->ring : "");
  view->layers = g_new (RingLayer *, n_layers);
  view->n_layers = (guint) n_layers;
  for (gsize i = 0; i < n_layers; i++)
    view->layers[i] = ring_layer_ref (layers[i]);
  return view;
}

RingView *
ring_view_ref (const RingView *view)
{
  return g_atomic_rc_box_acquire ((gpointer) view);
}

static void
view_clear (gpointer data)
{
  RingView *view = data;

  for (guint i = 0; i < view->n_layers; i++)
    ring_layer_unref (view->layers[i]);
  g_free (view->layers);
  g_free ((char *) view->head.id);
  g_free ((char *) view->head.ring);
  g_strfreev (view->extra);
}

void
ring_view_unref (const RingView *view)
{
  if (view != NULL)
    g_atomic_rc_box_release_full ((gpointer) view, view_clear);
}

const RingViewHead *
ring_view_get_head (const RingView *view)
{
  return &view->head;
}

const char *const *
ring_view_get_extra (const RingView *view)
{
  return (const char *const *) view->extra;
}

void
ring_view_set_extra (RingView *view, const char *const *extra)
{
  g_strfreev (view->extra);
  view->extra = g_strdupv ((char **) extra);
}

guint
ring_view_get_n_layers (const RingView *view)
{
  return view->n_layers;
}

RingLayer *
ring_view_get_layer (const RingView *view, guint i)
{
  g_return_val_if_fail (i < view->n_layers, NULL);
  return view->layers[i];
}

/* The frontmost layer of that role. */
RingLayer *
ring_view_get_layer_by_role (const RingView *view, RingLayerRole role)
{
  for (guint i = view->n_layers; i > 0; i--)
    if (view->layers[i - 1]->head.role == role)
      return view->layers[i - 1];
  return NULL;
}

RingMatrix
ring_view_get_matrix (const RingView *view)
{
  double s = view->head.scale;

  return (RingMatrix){ s, 0, 0, s, view->head.origin.x, view->head.origin.y };
}

const char *
ring_view_kind_name (RingViewKind kind)
{
  return kind_names[kind];
}

gboolean
ring_view_kind_from_name (const char *name, RingViewKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (name, kind_names[i]) == 0)
      {
        *kind = (RingViewKind) i;
        return TRUE;
      }
  return FALSE;
}

/* ---------------------------------------------------------------- drawings */

static void
foreign_free (gpointer data)
{
  RingForeign *foreign = data;

  g_free ((char *) foreign->parent);
  g_free ((char *) foreign->xml);
  g_free (foreign);
}

static RingDrawing *
drawing_new (const char *uuid, double width, double height)
{
  RingDrawing *drawing = g_atomic_rc_box_new0 (RingDrawing);

  drawing->uuid = g_strdup (uuid);
  drawing->width = width;
  drawing->height = height;
  drawing->views = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_view_unref);
  drawing->records = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_record_unref);
  return drawing;
}

RingDrawingBuilder *
ring_drawing_builder_new (const char *uuid, double width, double height)
{
  RingDrawingBuilder *builder = g_new (RingDrawingBuilder, 1);

  builder->drawing = drawing_new (uuid, width, height);
  builder->drawing->foreign = g_ptr_array_new_with_free_func (foreign_free);
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
  g_strfreev (drawing->extra);
}

void
ring_drawing_unref (const RingDrawing *drawing)
{
  if (drawing != NULL)
    g_atomic_rc_box_release_full ((gpointer) drawing, drawing_clear);
}

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
  RingDrawing *new = drawing_new (drawing->uuid, drawing->width, drawing->height);

  g_ptr_array_extend (new->views, drawing->views, ref_view, NULL);
  g_ptr_array_extend (new->records, drawing->records, ref_record, NULL);
  new->foreign = g_ptr_array_ref (drawing->foreign);
  new->extra = g_strdupv (drawing->extra);
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
_ring_drawing_with_layer (const RingDrawing *drawing, guint view, guint layer, RingLayer *new_layer)
{
  RingDrawing *new = drawing_copy (drawing);
  RingView *old_view = g_ptr_array_index (drawing->views, view);
  RingView *new_view = ring_view_new (&old_view->head, old_view->layers, old_view->n_layers);

  new_view->extra = g_strdupv (old_view->extra);
  ring_layer_unref (new_view->layers[layer]);
  new_view->layers[layer] = ring_layer_ref (new_layer);
  ring_view_unref (old_view);
  new->views->pdata[view] = new_view;
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

RingDrawing *
_ring_drawing_with_view_head (const RingDrawing *drawing, guint view, const RingViewHead *head)
{
  RingDrawing *new = drawing_copy (drawing);
  RingView *old_view = g_ptr_array_index (drawing->views, view);
  RingView *new_view = ring_view_new (head, old_view->layers, old_view->n_layers);

  new_view->extra = g_strdupv (old_view->extra);
  ring_view_unref (old_view);
  new->views->pdata[view] = new_view;
  return new;
}

RingDrawing *
_ring_drawing_with_view (const RingDrawing *drawing, guint position, gboolean old, RingView *new_view)
{
  RingDrawing *new = drawing_copy (drawing);

  if (old)
    g_ptr_array_remove_index (new->views, position);
  if (new_view != NULL)
    g_ptr_array_insert (new->views, (int) position, ring_view_ref (new_view));
  return new;
}

gboolean
_ring_drawing_locate_view (const RingDrawing *drawing, const char *view_id, guint *view)
{
  for (guint v = 0; v < drawing->views->len; v++)
    if (g_str_equal (((RingView *) g_ptr_array_index (drawing->views, v))->head.id, view_id))
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

      for (guint l = 0; l < candidate->n_layers; l++)
        if (g_str_equal (candidate->layers[l]->head.id, layer_id))
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

      if (view->head.kind == kind)
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

const RingRecord *
ring_drawing_find_record (const RingDrawing *drawing, const char *kind, const char *id)
{
  guint position;

  if (!_ring_drawing_locate_record (drawing, kind, id, &position))
    return NULL;
  return g_ptr_array_index (drawing->records, position);
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
  return found->layers[l];
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
      for (guint l = 0; l < (*view)->n_layers; l++)
        {
          RingItem *item = ring_sequence_find ((*view)->layers[l]->items, item_id, position);

          *layer = (*view)->layers[l];
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

      for (guint l = 0; l < view->n_layers; l++)
        n += ring_sequence_count (view->layers[l]->items, kind);
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
      RingMatrix to_paper = ring_view_get_matrix (view);
      RingMatrix from_paper;

      if (view->head.kind == RING_VIEW_PAGE)
        page = view;
      else if (ring_matrix_invert (&to_paper, &from_paper)
               && ring_rect_contains (view->head.clip, ring_matrix_apply (&from_paper, point)))
        return view;
    }
  return page;
}
