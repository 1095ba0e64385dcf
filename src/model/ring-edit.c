/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-edit.h"

#include "ring-drawing-private.h"
#include "ring-edit-private.h"
#include "ring-view-private.h"

typedef enum
{
  CHANGE_SPLICE,
  CHANGE_RECORD,
  CHANGE_LAYER,
  CHANGE_VIEW, /* both sides: the head; one side: it comes or goes */
} ChangeKind;

/* One side is taken away and the other put in its place; reverting swaps the sides. */
typedef struct
{
  ChangeKind kind;
  char *layer_id;
  gsize position;
  RingItem *old_item, *new_item;
  RingRecord *old_record, *new_record;
  RingLayer *old_layer, *new_layer; /* without items: they carry the heads */
  RingView *old_view, *new_view; /* without items */
} Change;

struct _RingEdit
{
  char *label;
  char *merge_key;
  GPtrArray *changes; /* of Change */
  RingDrawing *working;
};

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->layer_id);
  ring_item_unref (change->old_item);
  ring_item_unref (change->new_item);
  ring_record_unref (change->old_record);
  ring_record_unref (change->new_record);
  ring_layer_unref (change->old_layer);
  ring_layer_unref (change->new_layer);
  ring_view_unref (change->old_view);
  ring_view_unref (change->new_view);
  g_free (change);
}

RingEdit *
ring_edit_new (const RingDrawing *base, const char *label)
{
  RingEdit *edit = g_atomic_rc_box_new0 (RingEdit);

  edit->label = g_strdup (label);
  edit->changes = g_ptr_array_new_with_free_func (change_free);
  edit->working = ring_drawing_ref (base);
  return edit;
}

RingEdit *
ring_edit_ref (RingEdit *edit)
{
  return g_atomic_rc_box_acquire (edit);
}

static void
edit_clear (gpointer data)
{
  RingEdit *edit = data;

  g_free (edit->label);
  g_free (edit->merge_key);
  g_ptr_array_unref (edit->changes);
  ring_drawing_unref (edit->working);
}

void
ring_edit_unref (RingEdit *edit)
{
  if (edit != NULL)
    g_atomic_rc_box_release_full (edit, edit_clear);
}

static RingDrawing *
with_layer (const RingDrawing *drawing, guint v, guint l, const RingLayer *layer)
{
  g_autoptr (RingView) view = _ring_view_with_layer (ring_drawing_get_view (drawing, v), l, layer);

  return _ring_drawing_with_view (drawing, v, TRUE, view);
}

/* Applies the splice at CHANGES and those of the same layer that follow, N at most in all, in
 * steps of STEP; *N becomes how many there were. One layer and one drawing are made for all. */
static RingDrawing *
apply_splices (Change *const *changes, int step, guint *n, const RingDrawing *drawing)
{
  const char *layer_id = changes[0]->layer_id;
  g_autoptr (RingSequence) items = NULL;
  g_autoptr (RingLayer) layer = NULL;
  const RingLayer *old;
  guint v, l;
  guint done = 0;

  if (!_ring_drawing_locate_layer (drawing, layer_id, &v, &l))
    {
      *n = 1;
      g_return_val_if_reached (ring_drawing_ref (drawing));
    }
  old = ring_view_get_layer (ring_drawing_get_view (drawing, v), l);
  items = ring_sequence_ref (ring_layer_get_items (old));
  for (; done < *n; done++)
    {
      const Change *change = *(changes + (gssize) done * step);
      RingItem *out = step < 0 ? change->new_item : change->old_item;
      RingItem *in = step < 0 ? change->old_item : change->new_item;
      RingSequence *next;

      if (change->kind != CHANGE_SPLICE || !g_str_equal (change->layer_id, layer_id))
        break;
      next = ring_sequence_splice (items, change->position, out != NULL, &in, in != NULL);
      ring_sequence_unref (items);
      items = next;
    }
  *n = done;
  layer = _ring_layer_with_items (old, items);
  return with_layer (drawing, v, l, layer);
}

static RingDrawing *
apply_layer (const Change *change, const RingDrawing *drawing, gboolean revert)
{
  const RingLayer *in = revert ? change->old_layer : change->new_layer;
  g_autoptr (RingLayer) layer = NULL;
  guint v, l;

  if (!_ring_drawing_locate_layer (drawing, change->layer_id, &v, &l))
    g_return_val_if_reached (ring_drawing_ref (drawing));
  layer = _ring_layer_with_head (ring_view_get_layer (ring_drawing_get_view (drawing, v), l),
                                 ring_layer_get_head (in));
  return with_layer (drawing, v, l, layer);
}

static RingDrawing *
apply_view (const Change *change, const RingDrawing *drawing, gboolean revert)
{
  RingView *out = revert ? change->new_view : change->old_view;
  RingView *in = revert ? change->old_view : change->new_view;
  g_autoptr (RingView) next = NULL;
  guint v;

  if (out == NULL)
    return _ring_drawing_with_view (drawing, (guint) change->position, FALSE, in);
  if (!_ring_drawing_locate_view (drawing, ring_view_get_head (out)->id, &v))
    g_return_val_if_reached (ring_drawing_ref (drawing));
  if (in != NULL)
    next = _ring_view_with_head (ring_drawing_get_view (drawing, v), ring_view_get_head (in));
  return _ring_drawing_with_view (drawing, v, TRUE, next);
}

static RingDrawing *
apply_record (const Change *change, const RingDrawing *drawing, gboolean revert)
{
  const RingRecord *out = revert ? change->new_record : change->old_record;
  const RingRecord *in = revert ? change->old_record : change->new_record;

  return _ring_drawing_with_record (drawing, (guint) change->position, out != NULL, in);
}

/* Applies one change or more of the N at CHANGES, in steps of STEP; -1 reverts them. */
static RingDrawing *
apply_some (Change *const *changes, int step, guint *n, const RingDrawing *drawing)
{
  if (changes[0]->kind == CHANGE_SPLICE)
    return apply_splices (changes, step, n, drawing);
  *n = 1;
  if (changes[0]->kind == CHANGE_LAYER)
    return apply_layer (changes[0], drawing, step < 0);
  if (changes[0]->kind == CHANGE_VIEW)
    return apply_view (changes[0], drawing, step < 0);
  return apply_record (changes[0], drawing, step < 0);
}

/* Takes CHANGE. */
static void
add_change (RingEdit *edit, Change *change)
{
  guint n = 1;
  RingDrawing *next = apply_some (&change, 1, &n, edit->working);

  ring_drawing_unref (edit->working);
  edit->working = next;
  g_ptr_array_add (edit->changes, change);
}

static void
add_splice (RingEdit *edit,
            const char *layer_id,
            gsize position,
            const RingItem *old_item,
            const RingItem *new_item)
{
  Change *change = g_new0 (Change, 1);

  change->kind = CHANGE_SPLICE;
  change->layer_id = g_strdup (layer_id);
  change->position = position;
  change->old_item = old_item != NULL ? ring_item_ref (old_item) : NULL;
  change->new_item = new_item != NULL ? ring_item_ref (new_item) : NULL;
  add_change (edit, change);
}

gboolean
ring_edit_insert_item (RingEdit *edit, const char *layer_id, gsize position, const RingItem *item)
{
  RingLayer *layer;

  g_return_val_if_fail (edit->working != NULL, FALSE);
  g_return_val_if_fail (ring_item_get_id (item)[0] != '\0', FALSE);

  layer = ring_drawing_find_layer (edit->working, layer_id, NULL);
  if (layer == NULL || position > ring_layer_get_n_items (layer))
    return FALSE;
  add_splice (edit, layer_id, position, NULL, item);
  return TRUE;
}

gboolean
ring_edit_append_item (RingEdit *edit, const char *layer_id, const RingItem *item)
{
  RingLayer *layer = ring_drawing_find_layer (edit->working, layer_id, NULL);

  return layer != NULL
         && ring_edit_insert_item (edit, layer_id, ring_layer_get_n_items (layer), item);
}

static gboolean
find_item (const RingEdit *edit, const char *item_id, RingLayer **layer, gsize *position)
{
  RingView *view;

  return _ring_drawing_locate_item (edit->working, item_id, &view, layer, position) != NULL;
}

gboolean
ring_edit_remove_item (RingEdit *edit, const char *item_id)
{
  RingLayer *layer;
  gsize position;

  g_return_val_if_fail (edit->working != NULL, FALSE);
  if (!find_item (edit, item_id, &layer, &position))
    return FALSE;
  add_splice (edit, ring_layer_get_head (layer)->id, position,
              ring_layer_get_item (layer, position), NULL);
  return TRUE;
}

gboolean
ring_edit_remove_item_at (RingEdit *edit, const char *layer_id, gsize position)
{
  RingLayer *layer;

  g_return_val_if_fail (edit->working != NULL, FALSE);
  layer = ring_drawing_find_layer (edit->working, layer_id, NULL);
  if (layer == NULL || position >= ring_layer_get_n_items (layer))
    return FALSE;
  add_splice (edit, layer_id, position, ring_layer_get_item (layer, position), NULL);
  return TRUE;
}

gboolean
ring_edit_replace_item (RingEdit *edit, const RingItem *item)
{
  RingLayer *layer;
  gsize position;

  g_return_val_if_fail (edit->working != NULL, FALSE);
  if (!find_item (edit, ring_item_get_id (item), &layer, &position))
    return FALSE;
  add_splice (edit, ring_layer_get_head (layer)->id, position,
              ring_layer_get_item (layer, position), item);
  return TRUE;
}

static void
add_record_change (RingEdit *edit,
                   guint position,
                   const RingRecord *old_record,
                   const RingRecord *new_record)
{
  Change *change = g_new0 (Change, 1);

  change->kind = CHANGE_RECORD;
  change->position = position;
  change->old_record = old_record != NULL ? ring_record_ref (old_record) : NULL;
  change->new_record = new_record != NULL ? ring_record_ref (new_record) : NULL;
  add_change (edit, change);
}

/* Where a new record of KIND goes: records stand by kind. */
static guint
end_of_kind (const RingDrawing *drawing, const char *kind)
{
  guint order = ring_record_kind_order (kind);
  guint n = ring_drawing_get_n_records (drawing);

  while (n > 0
         && ring_record_kind_order (ring_record_get_kind (ring_drawing_get_record (drawing, n - 1)))
              > order)
    n--;
  return n;
}

/* A record that equals the one already there changes nothing. */
void
ring_edit_set_record (RingEdit *edit, const RingRecord *record)
{
  const RingRecord *old = NULL;
  guint position;

  g_return_if_fail (edit->working != NULL);
  if (_ring_drawing_locate_record (edit->working, ring_record_get_kind (record),
                                   ring_record_get_id (record), &position))
    old = ring_drawing_get_record (edit->working, position);
  else
    position = end_of_kind (edit->working, ring_record_get_kind (record));
  if (!ring_record_equal (old, record))
    add_record_change (edit, position, old, record);
}

gboolean
ring_edit_remove_record (RingEdit *edit, const char *kind, const char *id)
{
  guint position;

  g_return_val_if_fail (edit->working != NULL, FALSE);
  if (!_ring_drawing_locate_record (edit->working, kind, id, &position))
    return FALSE;
  add_record_change (edit, position, ring_drawing_get_record (edit->working, position), NULL);
  return TRUE;
}

gboolean
ring_edit_set_layer (RingEdit *edit, const RingLayerHead *head)
{
  RingLayer *layer;
  Change *change;

  g_return_val_if_fail (edit->working != NULL, FALSE);
  layer = ring_drawing_find_layer (edit->working, head->id, NULL);
  if (layer == NULL)
    return FALSE;

  change = g_new0 (Change, 1);
  change->kind = CHANGE_LAYER;
  change->layer_id = g_strdup (head->id);
  change->old_layer = ring_layer_new (ring_layer_get_head (layer), NULL, 0);
  change->new_layer = ring_layer_new (head, NULL, 0);
  add_change (edit, change);
  return TRUE;
}

static void
add_view_change (RingEdit *edit, guint position, RingView *old_view, RingView *new_view)
{
  Change *change = g_new0 (Change, 1);

  change->kind = CHANGE_VIEW;
  change->position = position;
  change->old_view = old_view != NULL ? ring_view_ref (old_view) : NULL;
  change->new_view = new_view != NULL ? ring_view_ref (new_view) : NULL;
  add_change (edit, change);
}

gboolean
ring_edit_set_view (RingEdit *edit, const RingViewHead *head)
{
  g_autoptr (RingView) old_view = NULL;
  g_autoptr (RingView) new_view = NULL;
  const RingView *view;

  g_return_val_if_fail (edit->working != NULL, FALSE);
  view = ring_drawing_find_view (edit->working, head->id);
  if (view == NULL)
    return FALSE;
  old_view = ring_view_new (ring_view_get_head (view), NULL, 0);
  new_view = ring_view_new (head, NULL, 0);
  add_view_change (edit, 0, old_view, new_view);
  return TRUE;
}

static gsize
count_items (const RingView *view)
{
  gsize n = 0;

  for (guint i = 0; i < ring_view_get_n_layers (view); i++)
    n += ring_layer_get_n_items (ring_view_get_layer (view, i));
  return n;
}

gboolean
ring_edit_append_view (RingEdit *edit, RingView *view)
{
  g_return_val_if_fail (edit->working != NULL, FALSE);
  if (count_items (view) > 0
      || ring_drawing_find_view (edit->working, ring_view_get_head (view)->id) != NULL)
    return FALSE;
  add_view_change (edit, ring_drawing_get_n_views (edit->working), NULL, view);
  return TRUE;
}

gboolean
ring_edit_remove_view (RingEdit *edit, const char *view_id)
{
  RingView *view;
  guint v;

  g_return_val_if_fail (edit->working != NULL, FALSE);
  if (!_ring_drawing_locate_view (edit->working, view_id, &v))
    return FALSE;
  view = ring_drawing_get_view (edit->working, v);
  if (count_items (view) > 0)
    return FALSE;
  add_view_change (edit, v, view, NULL);
  return TRUE;
}

gboolean
ring_edit_is_empty (const RingEdit *edit)
{
  return edit->changes->len == 0;
}

const char *
ring_edit_get_label (const RingEdit *edit)
{
  return edit->label;
}

void
ring_edit_set_merge_key (RingEdit *edit, const char *key)
{
  g_free (edit->merge_key);
  edit->merge_key = g_strdup (key);
}

const char *
ring_edit_get_merge_key (const RingEdit *edit)
{
  return edit->merge_key;
}

RingDrawing *
ring_edit_get_result (const RingEdit *edit)
{
  return edit->working;
}

/* The working state of a committed edit would keep every state of the past alive. */
void
_ring_edit_forget_result (RingEdit *edit)
{
  g_clear_pointer (&edit->working, ring_drawing_unref);
}

static gpointer
change_copy (gconstpointer data, gpointer unused)
{
  Change *copy = g_memdup2 (data, sizeof *copy);

  copy->layer_id = g_strdup (copy->layer_id);
  if (copy->old_item != NULL)
    ring_item_ref (copy->old_item);
  if (copy->new_item != NULL)
    ring_item_ref (copy->new_item);
  if (copy->old_record != NULL)
    ring_record_ref (copy->old_record);
  if (copy->new_record != NULL)
    ring_record_ref (copy->new_record);
  if (copy->old_layer != NULL)
    ring_layer_ref (copy->old_layer);
  if (copy->new_layer != NULL)
    ring_layer_ref (copy->new_layer);
  if (copy->old_view != NULL)
    ring_view_ref (copy->old_view);
  if (copy->new_view != NULL)
    ring_view_ref (copy->new_view);
  return copy;
}

/* Both are committed, MORE directly after EDIT. Neither changes: a committed edit may be on its way
 * to the journal in another thread. */
RingEdit *
_ring_edit_merged (RingEdit *edit, RingEdit *more)
{
  RingEdit *merged = g_atomic_rc_box_new0 (RingEdit);

  merged->label = g_strdup (edit->label);
  merged->merge_key = g_strdup (edit->merge_key);
  merged->changes = g_ptr_array_new_with_free_func (change_free);
  g_ptr_array_extend (merged->changes, edit->changes, change_copy, NULL);
  g_ptr_array_extend (merged->changes, more->changes, change_copy, NULL);
  return merged;
}

RingDrawing *
ring_edit_apply (const RingEdit *edit, const RingDrawing *drawing, gboolean revert)
{
  Change *const *changes = (Change *const *) edit->changes->pdata;
  RingDrawing *state = ring_drawing_ref (drawing);
  guint n = edit->changes->len;

  for (guint done = 0; done < n;)
    {
      guint some = n - done;
      RingDrawing *next = apply_some (revert ? &changes[n - 1 - done] : &changes[done],
                                      revert ? -1 : 1, &some, state);

      ring_drawing_unref (state);
      state = next;
      done += some;
    }
  return state;
}

void
ring_edit_foreach (const RingEdit *edit, RingChangeFunc func, gpointer user_data)
{
  for (guint i = 0; i < edit->changes->len; i++)
    {
      const Change *change = g_ptr_array_index (edit->changes, i);
      RingChange told = {
        .layer_id = change->layer_id,
        .position = change->position,
        .old_item = change->old_item,
        .new_item = change->new_item,
        .old_record = change->old_record,
        .new_record = change->new_record,
        .old_layer = change->old_layer != NULL ? ring_layer_get_head (change->old_layer) : NULL,
        .new_layer = change->new_layer != NULL ? ring_layer_get_head (change->new_layer) : NULL,
        .old_view = change->old_view,
        .new_view = change->new_view,
      };

      func (&told, user_data);
    }
}

/* Markup of another program has no id in the file, so its text is compared. */
static gboolean
is_same_item (const RingItem *there, const RingItem *expected)
{
  if (ring_item_get_kind (there) != ring_item_get_kind (expected))
    return FALSE;
  if (ring_item_get_kind (there) == RING_ITEM_FOREIGN)
    return g_str_equal (ring_item_get_xml (there, NULL), ring_item_get_xml (expected, NULL));
  return g_str_equal (ring_item_get_id (there), ring_item_get_id (expected));
}

/* Whether the view that goes is there and empty, or the one that comes is not. */
static gboolean
fits_view (const Change *change, const RingDrawing *drawing, gboolean revert)
{
  const RingView *out = revert ? change->new_view : change->old_view;
  const RingView *in = revert ? change->old_view : change->new_view;
  const RingView *there;

  if (out == NULL)
    return in != NULL && change->position <= ring_drawing_get_n_views (drawing)
           && ring_drawing_find_view (drawing, ring_view_get_head (in)->id) == NULL;
  there = ring_drawing_find_view (drawing, ring_view_get_head (out)->id);
  return there != NULL && (in != NULL || count_items (there) == 0);
}

static gboolean
fits (const Change *change, const RingDrawing *drawing, gboolean revert)
{
  const RingItem *item = revert ? change->new_item : change->old_item;
  const RingRecord *record = revert ? change->new_record : change->old_record;
  const RingLayer *layer = NULL;
  gsize n;

  if (change->kind == CHANGE_VIEW)
    return fits_view (change, drawing, revert);
  if (change->kind != CHANGE_RECORD)
    layer = ring_drawing_find_layer (drawing, change->layer_id, NULL);
  if (change->kind == CHANGE_LAYER)
    return layer != NULL;
  if (change->kind == CHANGE_SPLICE)
    {
      n = layer != NULL ? ring_layer_get_n_items (layer) : 0;
      return layer != NULL
             && (item != NULL ? change->position < n
                                  && is_same_item (ring_layer_get_item (layer, change->position), item)
                              : change->position <= n);
    }
  n = ring_drawing_get_n_records (drawing);
  return record != NULL
           ? change->position < n
               && ring_record_equal (ring_drawing_get_record (drawing, (guint) change->position), record)
           : change->position <= n;
}

static Change *
change_new (const RingChange *told)
{
  Change *change = g_new0 (Change, 1);

  change->kind = told->old_view != NULL || told->new_view != NULL     ? CHANGE_VIEW
                 : told->layer_id == NULL                             ? CHANGE_RECORD
                 : told->old_layer != NULL && told->new_layer != NULL ? CHANGE_LAYER
                                                                      : CHANGE_SPLICE;
  change->layer_id = g_strdup (told->layer_id);
  change->position = told->position;
  change->old_item = told->old_item != NULL ? ring_item_ref (told->old_item) : NULL;
  change->new_item = told->new_item != NULL ? ring_item_ref (told->new_item) : NULL;
  change->old_record = told->old_record != NULL ? ring_record_ref (told->old_record) : NULL;
  change->new_record = told->new_record != NULL ? ring_record_ref (told->new_record) : NULL;
  change->old_view = told->old_view != NULL ? ring_view_ref (told->old_view) : NULL;
  change->new_view = told->new_view != NULL ? ring_view_ref (told->new_view) : NULL;
  if (change->kind == CHANGE_LAYER)
    {
      change->old_layer = ring_layer_new (told->old_layer, NULL, 0);
      change->new_layer = ring_layer_new (told->new_layer, NULL, 0);
    }
  return change;
}

gboolean
ring_edit_add (RingEdit *edit, const RingChange *told)
{
  Change *change = change_new (told);

  g_return_val_if_fail (edit->working != NULL, FALSE);
  if (!fits (change, edit->working, FALSE))
    {
      change_free (change);
      return FALSE;
    }
  add_change (edit, change);
  return TRUE;
}

RingEdit *
ring_edit_new_loose (const char *label,
                     const char *merge_key,
                     const RingChange *changes,
                     gsize n_changes)
{
  RingEdit *edit = g_atomic_rc_box_new0 (RingEdit);

  edit->label = g_strdup (label);
  edit->merge_key = g_strdup (merge_key);
  edit->changes = g_ptr_array_new_with_free_func (change_free);
  for (gsize i = 0; i < n_changes; i++)
    g_ptr_array_add (edit->changes, change_new (&changes[i]));
  return edit;
}

RingDrawing *
ring_edit_try_apply (const RingEdit *edit, const RingDrawing *drawing, gboolean revert)
{
  RingDrawing *state = ring_drawing_ref (drawing);
  guint n = edit->changes->len;

  for (guint i = 0; i < n; i++)
    {
      Change *change = g_ptr_array_index (edit->changes, revert ? n - 1 - i : i);
      RingDrawing *next = NULL;
      guint one = 1;

      if (fits (change, state, revert))
        next = apply_some (&change, revert ? -1 : 1, &one, state);
      ring_drawing_unref (state);
      state = next;
      if (state == NULL)
        return NULL;
    }
  return state;
}
