/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was drawn and is no more, from the two that still know it: the revisions, which are in the file,
 * and the steps that can be undone. */
#include "ring-replay-private.h"

#include "ring-revision.h"

static Act *
add_erased (RingReplay *self, Slot *slot, Act *below, RingItem *item)
{
  Act *act;

  g_ptr_array_add (self->kept, ring_item_ref (item));
  act = _ring_replay_add_item (self, slot, below, item);
  act->erased = TRUE;
  return act;
}

/* What is over the same thing as then lies in the same place; where all below is unknown, at the back. */
static void
add_from_layer (RingReplay *self, const RingLayer *layer, GHashTable *said)
{
  Slot *slot = _ring_replay_find_slot (self, ring_layer_get_head (layer)->id);
  RingSequenceIter iter;
  Act *below = NULL;
  RingItem *item;

  if (slot == NULL || !ring_layer_get_head (layer)->visible)
    return;
  ring_sequence_iter_init (&iter, ring_layer_get_items (layer), NULL);
  while ((item = ring_sequence_iter_next (&iter)) != NULL)
    {
      Act *act = g_hash_table_lookup (self->known, ring_item_get_id (item));

      if (act == NULL && !_ring_replay_leaves_out (self, layer, item, said))
        act = add_erased (self, slot, below, item);
      if (act != NULL && act->slot == slot)
        below = act;
    }
}

void
_ring_replay_add_from_revisions (RingReplay *self, GHashTable *said)
{
  g_autoptr (GPtrArray) revisions = ring_revision_list (self->drawing);

  for (guint i = revisions->len; i > 0; i--)
    {
      const RingDrawing *state = ring_drawing_get_state (self->drawing, ring_record_get_id (revisions->pdata[i - 1]));

      for (guint v = 0; v < ring_drawing_get_n_views (state); v++)
        {
          RingView *view = ring_drawing_get_view (state, v);

          for (guint l = 0; l < ring_view_get_n_layers (view); l++)
            add_from_layer (self, ring_view_get_layer (view, l), said);
        }
    }
}

/* --------------------------------------------------------------------- steps */

typedef struct
{
  RingReplay *self;
  GHashTable *said;
  const RingDrawing *before; /* the state before the step */
  GHashTable *versions;      /* id to Act: what an item was by then */
  GPtrArray *gone;           /* of RingItem: what the step took away */
  GPtrArray *come;           /* of Act: what it brought */
  gint64 next;               /* when the first stroke after it was begun */
} Walk;

static Act *
find_act (const Walk *walk, const RingItem *item)
{
  Act *act = g_hash_table_lookup (walk->versions, ring_item_get_id (item));

  return act != NULL ? act : g_hash_table_lookup (walk->self->known, ring_item_get_id (item));
}

/* Moved or coloured, a line is as it was; cut, it is another one under its old name. */
static gboolean
is_cut (const RingItem *item, const RingItem *piece)
{
  const RingStroke *s = ring_item_get_stroke (item);
  const RingStroke *t = ring_item_get_stroke (piece);

  return s != NULL && t != NULL && s->samples != NULL && t->samples != NULL && s->samples != t->samples
         && !g_str_equal (ring_samples_get_text (s->samples), ring_samples_get_text (t->samples));
}

static void
see_change_cb (const RingChange *change, gpointer data)
{
  Walk *walk = data;
  const RingItem *old = change->old_item, *new = change->new_item;
  gboolean same = old != NULL && new != NULL && g_str_equal (ring_item_get_id (old), ring_item_get_id (new));
  Act *act;

  if (same && !is_cut (old, new))
    return;
  if (old != NULL && ring_item_get_id (old)[0] != '\0' && (same || find_act (walk, old) == NULL))
    g_ptr_array_add (walk->gone, (gpointer) old);
  act = new != NULL ? find_act (walk, new) : NULL;
  if (act != NULL)
    g_ptr_array_add (walk->come, act);
}

/* ITEM, which a step took away, at its place in the state before. */
static void
bring_back (Walk *walk, RingItem *item)
{
  RingView *view;
  RingLayer *layer;
  Act *below = NULL, *act;
  Slot *slot;
  gsize place;

  if (ring_drawing_find_item (walk->before, ring_item_get_id (item), &view, &layer) == NULL)
    return;
  slot = _ring_replay_find_slot (walk->self, ring_layer_get_head (layer)->id);
  if (slot == NULL || _ring_replay_leaves_out (walk->self, layer, item, walk->said)
      || ring_sequence_find (ring_layer_get_items (layer), ring_item_get_id (item), &place) == NULL)
    return;
  while (place > 0 && below == NULL)
    {
      below = find_act (walk, ring_layer_get_item (layer, --place));
      if (below != NULL && below->slot != slot)
        below = NULL;
    }
  act = add_erased (walk->self, slot, below, item);
  act->gone = walk->next;
  g_hash_table_insert (walk->versions, (gpointer) ring_item_get_id (act->step.item), act);
}

/* What an eraser left of WHOLE is there once the rest is gone: until then the whole stroke is seen. */
static gboolean
take_piece (const Act *whole, Act *piece)
{
  if (whole == NULL || !whole->timed || !piece->timed || piece->start < whole->start || piece->end > whole->end)
    return FALSE;
  piece->timed = FALSE;
  piece->step.kind = RING_REPLAY_SHOWN;
  piece->start = piece->end = whole->gone;
  return TRUE;
}

static void
walk_step (Walk *walk, RingEdit *edit)
{
  gint64 begun = G_MAXINT64;

  g_ptr_array_set_size (walk->gone, 0);
  g_ptr_array_set_size (walk->come, 0);
  ring_edit_foreach (edit, see_change_cb, walk);
  for (guint i = 0; i < walk->gone->len; i++)
    bring_back (walk, walk->gone->pdata[i]);
  for (guint i = 0; i < walk->come->len; i++)
    {
      Act *piece = walk->come->pdata[i];
      gboolean taken = FALSE;

      for (guint k = 0; !taken && k < walk->gone->len; k++)
        taken = take_piece (find_act (walk, walk->gone->pdata[k]), piece);
      if (!taken && piece->timed)
        begun = MIN (begun, piece->start);
    }
  if (begun != G_MAXINT64)
    walk->next = MIN (walk->next, begun - 1);
}

static gint64
find_last (const RingReplay *self)
{
  gint64 last = RING_REPLAY_BEGIN;

  for (guint i = 0; i < self->acts->len; i++)
    last = MAX (last, ((Act *) self->acts->pdata[i])->end);
  return last;
}

/* Backwards from the present, as far as the steps fit. */
void
_ring_replay_add_from_history (RingReplay *self, RingHistory *history, GHashTable *said)
{
  g_autoptr (RingDrawing) drawing = ring_drawing_ref (self->drawing);
  g_autoptr (GHashTable) versions = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  g_autoptr (GPtrArray) come = g_ptr_array_new ();
  Walk walk = { .self = self, .said = said, .versions = versions, .gone = gone, .come = come };

  /* What was taken away last goes at the end, a moment after the last stroke. */
  walk.next = find_last (self);
  walk.next = walk.next == RING_REPLAY_BEGIN ? walk.next : walk.next + 1;
  for (guint i = ring_history_get_position (history); i > 0; i--)
    {
      RingEdit *edit = ring_history_get (history, i - 1);
      RingDrawing *before = ring_edit_try_apply (edit, drawing, TRUE);

      if (before == NULL)
        return;
      ring_drawing_unref (drawing);
      drawing = before;
      walk.before = before;
      walk_step (&walk, edit);
    }
}
