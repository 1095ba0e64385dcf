/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-edit-change-private.h"

#include "ring-drawing-private.h"
#include "ring-view-private.h"

typedef enum
{
  CHANGE_SPLICE,
  CHANGE_RECORD,
  CHANGE_LAYER,
  CHANGE_VIEW, /* both sides: the head; one side: it comes or goes */
  CHANGE_KEEP, /* the state becomes that of the second side's revision */
  CHANGE_PUT,  /* from the state of one side's revision to that of the other's */
} ChangeKind;

/* What was or is there; what the kind of change is not about is NULL. */
typedef struct
{
  RingItem *item;
  RingRecord *record;
  RingLayer *layer; /* without items: it carries the head */
  RingView *view;   /* without items */
  char *revision;
} Side;

/* One side is taken away and the other put in its place; reverting swaps the sides. */
struct _RingEditChange
{
  ChangeKind kind;
  char *layer_id;
  gsize position;
  Side sides[2]; /* before and after */
};

static void
fill_side (Side *side,
           const RingItem *item,
           const RingRecord *record,
           const RingLayerHead *layer,
           const RingView *view)
{
  side->item = item != NULL ? ring_item_ref (item) : NULL;
  side->record = record != NULL ? ring_record_ref (record) : NULL;
  side->layer = layer != NULL ? ring_layer_new (layer, NULL, 0) : NULL;
  side->view = view != NULL ? ring_view_ref (view) : NULL;
}

RingEditChange *
_ring_edit_change_new (const RingChange *told)
{
  RingEditChange *change = g_atomic_rc_box_new0 (RingEditChange);
  gboolean heads = told->old_layer != NULL && told->new_layer != NULL;

  change->kind = told->kept != NULL                               ? CHANGE_KEEP
                 : told->put != NULL                              ? CHANGE_PUT
                 : told->old_view != NULL || told->new_view != NULL ? CHANGE_VIEW
                 : told->layer_id == NULL                         ? CHANGE_RECORD
                 : heads                                          ? CHANGE_LAYER
                                                                  : CHANGE_SPLICE;
  heads = change->kind == CHANGE_LAYER;
  change->layer_id = g_strdup (told->layer_id);
  change->position = told->position;
  fill_side (&change->sides[0], told->old_item, told->old_record, heads ? told->old_layer : NULL,
             told->old_view);
  fill_side (&change->sides[1], told->new_item, told->new_record, heads ? told->new_layer : NULL,
             told->new_view);
  change->sides[0].revision = g_strdup (told->put_from);
  change->sides[1].revision = g_strdup (told->kept != NULL ? told->kept : told->put);
  return change;
}

RingEditChange *
_ring_edit_change_ref (RingEditChange *change)
{
  return g_atomic_rc_box_acquire (change);
}

static void
change_clear (gpointer data)
{
  RingEditChange *change = data;

  g_free (change->layer_id);
  for (guint i = 0; i < G_N_ELEMENTS (change->sides); i++)
    {
      ring_item_unref (change->sides[i].item);
      ring_record_unref (change->sides[i].record);
      ring_layer_unref (change->sides[i].layer);
      ring_view_unref (change->sides[i].view);
      g_free (change->sides[i].revision);
    }
}

void
_ring_edit_change_unref (RingEditChange *change)
{
  g_atomic_rc_box_release_full (change, change_clear);
}

static const RingLayerHead *
head_of (const Side *side)
{
  return side->layer != NULL ? ring_layer_get_head (side->layer) : NULL;
}

RingChange
_ring_edit_change_tell (const RingEditChange *change)
{
  const Side *old = &change->sides[0];
  const Side *new = &change->sides[1];

  return (RingChange){
    .layer_id = change->layer_id,
    .position = change->position,
    .old_item = old->item,
    .new_item = new->item,
    .old_record = old->record,
    .new_record = new->record,
    .old_layer = head_of (old),
    .new_layer = head_of (new),
    .old_view = old->view,
    .new_view = new->view,
    .kept = change->kind == CHANGE_KEEP ? new->revision : NULL,
    .put_from = old->revision,
    .put = change->kind == CHANGE_PUT ? new->revision : NULL,
  };
}

static const Side *
going (const RingEditChange *change, gboolean revert)
{
  return &change->sides[revert ? 1 : 0];
}

static const Side *
coming (const RingEditChange *change, gboolean revert)
{
  return &change->sides[revert ? 0 : 1];
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
apply_splices (RingEditChange *const *changes, int step, guint *n, const RingDrawing *drawing)
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
      const RingEditChange *change = *(changes + (gssize) done * step);
      const RingItem *out = going (change, step < 0)->item;
      RingItem *in = coming (change, step < 0)->item;
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
apply_layer (const RingEditChange *change, const RingDrawing *drawing, gboolean revert)
{
  const RingLayer *in = coming (change, revert)->layer;
  g_autoptr (RingLayer) layer = NULL;
  guint v, l;

  if (!_ring_drawing_locate_layer (drawing, change->layer_id, &v, &l))
    g_return_val_if_reached (ring_drawing_ref (drawing));
  layer = _ring_layer_with_head (ring_view_get_layer (ring_drawing_get_view (drawing, v), l),
                                 ring_layer_get_head (in));
  return with_layer (drawing, v, l, layer);
}

static RingDrawing *
apply_view (const RingEditChange *change, const RingDrawing *drawing, gboolean revert)
{
  const RingView *out = going (change, revert)->view;
  const RingView *in = coming (change, revert)->view;
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
apply_record (const RingEditChange *change, const RingDrawing *drawing, gboolean revert)
{
  const RingRecord *out = going (change, revert)->record;
  const RingRecord *in = coming (change, revert)->record;

  return _ring_drawing_with_record (drawing, (guint) change->position, out != NULL, in);
}

static RingDrawing *
apply_keep (const RingEditChange *change, const RingDrawing *drawing, gboolean revert)
{
  const char *id = change->sides[1].revision;

  return revert ? _ring_drawing_drop (drawing, id) : _ring_drawing_keep (drawing, id);
}

/* Back comes all that was there before. */
static RingDrawing *
apply_put (const RingEditChange *change, const RingDrawing *drawing, gboolean revert)
{
  const RingDrawing *state = ring_drawing_get_state (drawing, coming (change, revert)->revision);

  if (state == NULL)
    g_return_val_if_reached (ring_drawing_ref (drawing));
  return _ring_drawing_put (drawing, state, !revert);
}

RingDrawing *
_ring_edit_changes_apply (RingEditChange *const *changes,
                          int step,
                          guint *n,
                          const RingDrawing *drawing)
{
  if (changes[0]->kind == CHANGE_SPLICE)
    return apply_splices (changes, step, n, drawing);
  *n = 1;
  if (changes[0]->kind == CHANGE_LAYER)
    return apply_layer (changes[0], drawing, step < 0);
  if (changes[0]->kind == CHANGE_VIEW)
    return apply_view (changes[0], drawing, step < 0);
  if (changes[0]->kind == CHANGE_KEEP)
    return apply_keep (changes[0], drawing, step < 0);
  if (changes[0]->kind == CHANGE_PUT)
    return apply_put (changes[0], drawing, step < 0);
  return apply_record (changes[0], drawing, step < 0);
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
fits_view (const RingEditChange *change, const RingDrawing *drawing, gboolean revert)
{
  const RingView *out = going (change, revert)->view;
  const RingView *in = coming (change, revert)->view;
  const RingView *there;

  if (out == NULL)
    return in != NULL && change->position <= ring_drawing_get_n_views (drawing)
           && ring_drawing_find_view (drawing, ring_view_get_head (in)->id) == NULL;
  there = ring_drawing_find_view (drawing, ring_view_get_head (out)->id);
  return there != NULL && (in != NULL || ring_view_get_n_items (there) == 0);
}

static gboolean
is_same_layer (const RingLayer *a, const RingLayer *b)
{
  const RingSequence *items = ring_layer_get_items (a);
  const RingSequence *others = ring_layer_get_items (b);
  RingSequenceIter iter, other;
  const RingItem *item;

  if (!g_str_equal (ring_layer_get_head (a)->id, ring_layer_get_head (b)->id)
      || ring_layer_get_n_items (a) != ring_layer_get_n_items (b))
    return FALSE;
  if (items == others)
    return TRUE;
  ring_sequence_iter_init (&iter, items, NULL);
  ring_sequence_iter_init (&other, others, NULL);
  while ((item = ring_sequence_iter_next (&iter)) != NULL)
    if (!is_same_item (ring_sequence_iter_next (&other), item))
      return FALSE;
  return TRUE;
}

static gboolean
is_same_view (const RingView *a, const RingView *b)
{
  if (!g_str_equal (ring_view_get_head (a)->id, ring_view_get_head (b)->id)
      || ring_view_get_n_layers (a) != ring_view_get_n_layers (b))
    return FALSE;
  for (guint i = 0; i < ring_view_get_n_layers (a); i++)
    if (!is_same_layer (ring_view_get_layer (a, i), ring_view_get_layer (b, i)))
      return FALSE;
  return TRUE;
}

static const RingRecord *
next_revised (const RingDrawing *drawing, guint *i)
{
  while (*i < ring_drawing_get_n_records (drawing))
    {
      const RingRecord *record = ring_drawing_get_record (drawing, (*i)++);

      if (ring_record_is_revised (ring_record_get_kind (record)))
        return record;
    }
  return NULL;
}

static gboolean
is_same_state (const RingDrawing *a, const RingDrawing *b)
{
  const RingRecord *record;
  guint i = 0, k = 0;

  if (ring_drawing_get_n_views (a) != ring_drawing_get_n_views (b))
    return FALSE;
  for (guint v = 0; v < ring_drawing_get_n_views (a); v++)
    if (!is_same_view (ring_drawing_get_view (a, v), ring_drawing_get_view (b, v)))
      return FALSE;
  do
    {
      record = next_revised (a, &i);
      if (!ring_record_equal (record, next_revised (b, &k)))
        return FALSE;
    }
  while (record != NULL);
  return TRUE;
}

static gboolean
fits_put (const RingEditChange *change, const RingDrawing *drawing, gboolean revert)
{
  const RingDrawing *from = ring_drawing_get_state (drawing, change->sides[0].revision);
  const RingDrawing *to = ring_drawing_get_state (drawing, change->sides[1].revision);
  g_autoptr (RingDrawing) before = NULL;
  g_autoptr (RingDrawing) after = NULL;

  if (from == NULL || to == NULL)
    return FALSE;
  if (!revert)
    return is_same_state (drawing, from);
  before = _ring_drawing_put (drawing, from, FALSE);
  after = _ring_drawing_put (before, to, TRUE);
  return is_same_state (drawing, after);
}

gboolean
_ring_edit_change_fits (const RingEditChange *change, const RingDrawing *drawing, gboolean revert)
{
  const RingItem *item = going (change, revert)->item;
  const RingRecord *record = going (change, revert)->record;
  const RingLayer *layer = NULL;
  gsize n;

  if (change->kind == CHANGE_VIEW)
    return fits_view (change, drawing, revert);
  if (change->kind == CHANGE_KEEP)
    return (ring_drawing_get_state (drawing, change->sides[1].revision) != NULL) == revert;
  if (change->kind == CHANGE_PUT)
    return fits_put (change, drawing, revert);
  if (change->kind != CHANGE_RECORD)
    layer = ring_drawing_find_layer (drawing, change->layer_id, NULL);
  if (change->kind == CHANGE_LAYER)
    return layer != NULL;
  if (change->kind == CHANGE_SPLICE)
    {
      n = layer != NULL ? ring_layer_get_n_items (layer) : 0;
      return layer != NULL
             && (item != NULL
                     ? change->position < n
                           && is_same_item (ring_layer_get_item (layer, change->position), item)
                     : change->position <= n);
    }
  n = ring_drawing_get_n_records (drawing);
  return record != NULL
             ? change->position < n
                   && ring_record_equal (
                       ring_drawing_get_record (drawing, (guint) change->position), record)
             : change->position <= n;
}
