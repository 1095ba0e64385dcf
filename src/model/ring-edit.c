/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-edit-private.h"

#include "ring-drawing-private.h"
#include "ring-edit-change-private.h"

struct _RingEdit
{
  char *label;
  char *merge_key;
  GPtrArray *changes; /* of RingEditChange, in their order */
  RingDrawing *working;
};

static RingEdit *
edit_new (const char *label, const char *merge_key)
{
  RingEdit *edit = g_atomic_rc_box_new0 (RingEdit);

  edit->label = g_strdup (label);
  edit->merge_key = g_strdup (merge_key);
  edit->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) _ring_edit_change_unref);
  return edit;
}

RingEdit *
ring_edit_new (const RingDrawing *base, const char *label)
{
  RingEdit *edit = edit_new (label, NULL);

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

/* Takes CHANGE. */
static void
take_change (RingEdit *edit, RingEditChange *change)
{
  guint n = 1;
  RingDrawing *next = _ring_edit_changes_apply (&change, 1, &n, edit->working);

  ring_drawing_unref (edit->working);
  edit->working = next;
  g_ptr_array_add (edit->changes, change);
}

void
ring_edit_splice (RingEdit *edit, const RingChange *changes, gsize n_changes)
{
  RingEditChange *const *made;
  guint first = edit->changes->len;
  guint n;

  g_return_if_fail (edit->working != NULL);
  for (gsize i = 0; i < n_changes; i++)
    g_ptr_array_add (edit->changes, _ring_edit_change_new (&changes[i]));
  made = (RingEditChange *const *) edit->changes->pdata;
  for (; first < edit->changes->len; first += n)
    {
      RingDrawing *next;

      n = edit->changes->len - first;
      next = _ring_edit_changes_apply (made + first, 1, &n, edit->working);
      ring_drawing_unref (edit->working);
      edit->working = next;
    }
}

static void
add (RingEdit *edit, RingChange told)
{
  take_change (edit, _ring_edit_change_new (&told));
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
  add (edit, (RingChange){ .layer_id = layer_id, .position = position, .new_item = item });
  return TRUE;
}

gboolean
ring_edit_append_item (RingEdit *edit, const char *layer_id, const RingItem *item)
{
  RingLayer *layer = ring_drawing_find_layer (edit->working, layer_id, NULL);

  return layer != NULL
         && ring_edit_insert_item (edit, layer_id, ring_layer_get_n_items (layer), item);
}

gboolean
ring_edit_remove_item_at (RingEdit *edit, const char *layer_id, gsize position)
{
  RingLayer *layer;

  g_return_val_if_fail (edit->working != NULL, FALSE);
  layer = ring_drawing_find_layer (edit->working, layer_id, NULL);
  if (layer == NULL || position >= ring_layer_get_n_items (layer))
    return FALSE;
  add (edit, (RingChange){ .layer_id = layer_id,
                           .position = position,
                           .old_item = ring_layer_get_item (layer, position) });
  return TRUE;
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
  return find_item (edit, item_id, &layer, &position)
         && ring_edit_remove_item_at (edit, ring_layer_get_head (layer)->id, position);
}

gboolean
ring_edit_replace_item (RingEdit *edit, const RingItem *item)
{
  RingLayer *layer;
  gsize position;

  g_return_val_if_fail (edit->working != NULL, FALSE);
  if (!find_item (edit, ring_item_get_id (item), &layer, &position))
    return FALSE;
  add (edit, (RingChange){ .layer_id = ring_layer_get_head (layer)->id,
                           .position = position,
                           .old_item = ring_layer_get_item (layer, position),
                           .new_item = item });
  return TRUE;
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
    add (edit, (RingChange){ .position = position, .old_record = old, .new_record = record });
}

gboolean
ring_edit_remove_record (RingEdit *edit, const char *kind, const char *id)
{
  guint position;

  g_return_val_if_fail (edit->working != NULL, FALSE);
  if (!_ring_drawing_locate_record (edit->working, kind, id, &position))
    return FALSE;
  add (edit, (RingChange){ .position = position,
                           .old_record = ring_drawing_get_record (edit->working, position) });
  return TRUE;
}

gboolean
ring_edit_set_layer (RingEdit *edit, const RingLayerHead *head)
{
  RingLayer *layer;

  g_return_val_if_fail (edit->working != NULL, FALSE);
  layer = ring_drawing_find_layer (edit->working, head->id, NULL);
  if (layer == NULL)
    return FALSE;
  add (edit, (RingChange){ .layer_id = head->id,
                           .old_layer = ring_layer_get_head (layer),
                           .new_layer = head });
  return TRUE;
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
  add (edit, (RingChange){ .old_view = old_view, .new_view = new_view });
  return TRUE;
}

gboolean
ring_edit_append_view (RingEdit *edit, RingView *view)
{
  g_return_val_if_fail (edit->working != NULL, FALSE);
  if (ring_view_get_n_items (view) > 0
      || ring_drawing_find_view (edit->working, ring_view_get_head (view)->id) != NULL)
    return FALSE;
  add (edit,
       (RingChange){ .position = ring_drawing_get_n_views (edit->working), .new_view = view });
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
  if (ring_view_get_n_items (view) > 0)
    return FALSE;
  add (edit, (RingChange){ .position = v, .old_view = view });
  return TRUE;
}

gboolean
ring_edit_keep (RingEdit *edit, const char *id)
{
  return ring_edit_add (edit, &(RingChange){ .kept = id });
}

gboolean
ring_edit_put (RingEdit *edit, const char *from, const char *to)
{
  return ring_edit_add (edit, &(RingChange){ .put_from = from, .put = to });
}

gboolean
ring_edit_has_put (const RingEdit *edit)
{
  for (guint i = 0; i < edit->changes->len; i++)
    if (_ring_edit_change_tell (g_ptr_array_index (edit->changes, i)).put != NULL)
      return TRUE;
  return FALSE;
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
ref_change (gconstpointer change, gpointer unused)
{
  return _ring_edit_change_ref ((gpointer) change);
}

/* Both are committed, MORE directly after EDIT. Neither changes: a committed edit may be on its way
 * to the journal in another thread. */
RingEdit *
_ring_edit_merged (RingEdit *edit, RingEdit *more)
{
  RingEdit *merged = edit_new (edit->label, edit->merge_key);

  g_ptr_array_extend (merged->changes, edit->changes, ref_change, NULL);
  g_ptr_array_extend (merged->changes, more->changes, ref_change, NULL);
  return merged;
}

RingDrawing *
ring_edit_apply (const RingEdit *edit, const RingDrawing *drawing, gboolean revert)
{
  RingEditChange *const *changes = (RingEditChange *const *) edit->changes->pdata;
  RingDrawing *state = ring_drawing_ref (drawing);
  guint n = edit->changes->len;

  for (guint done = 0; done < n;)
    {
      guint some = n - done;
      RingDrawing *next = _ring_edit_changes_apply (&changes[revert ? n - 1 - done : done],
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
      RingChange told = _ring_edit_change_tell (g_ptr_array_index (edit->changes, i));

      func (&told, user_data);
    }
}

gboolean
ring_edit_add (RingEdit *edit, const RingChange *told)
{
  RingEditChange *change;

  g_return_val_if_fail (edit->working != NULL, FALSE);
  change = _ring_edit_change_new (told);
  if (!_ring_edit_change_fits (change, edit->working, FALSE))
    {
      _ring_edit_change_unref (change);
      return FALSE;
    }
  take_change (edit, change);
  return TRUE;
}

RingEdit *
ring_edit_new_loose (const char *label,
                     const char *merge_key,
                     const RingChange *changes,
                     gsize n_changes)
{
  RingEdit *edit = edit_new (label, merge_key);

  for (gsize i = 0; i < n_changes; i++)
    g_ptr_array_add (edit->changes, _ring_edit_change_new (&changes[i]));
  return edit;
}

RingDrawing *
ring_edit_try_apply (const RingEdit *edit, const RingDrawing *drawing, gboolean revert)
{
  RingDrawing *state = ring_drawing_ref (drawing);
  guint n = edit->changes->len;

  for (guint i = 0; i < n; i++)
    {
      RingEditChange *change = g_ptr_array_index (edit->changes, revert ? n - 1 - i : i);
      RingDrawing *next = NULL;
      guint one = 1;

      if (_ring_edit_change_fits (change, state, revert))
        next = _ring_edit_changes_apply (&change, revert ? -1 : 1, &one, state);
      ring_drawing_unref (state);
      state = next;
      if (state == NULL)
        return NULL;
    }
  return state;
}
