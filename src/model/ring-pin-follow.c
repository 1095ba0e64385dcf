/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-pin-follow.h"

#include <math.h>

#include "ring-feature.h"
#include "ring-gem.h"

/* What is less is not seen and not kept, mm. */
#define STILL 1e-4

typedef struct
{
  RingEdit *edit;
  const RingDrawing *before, *after;
  gboolean moves;
  GHashTable *changed; /* ids of items that it changes itself */
} Follow;

static void
look_cb (const RingChange *change, gpointer data)
{
  Follow *follow = data;
  const RingRecord *record = change->old_record;

  /* A gem moves, or the ring under it does; or a window has another scale. */
  follow->moves |= change->old_view != NULL;
  follow->moves |= record != NULL && change->new_record != NULL
                   && (g_str_equal (ring_record_get_kind (record), RING_RECORD_GEM)
                       || g_str_equal (ring_record_get_kind (record), RING_RECORD_RING));
  if (change->old_item != NULL)
    g_hash_table_add (follow->changed, (gpointer) ring_item_get_id (change->old_item));
}

static gboolean
find_centre (const RingDrawing *drawing, const RingView *view, const char *gem, RingPoint *at)
{
  g_autofree char *name = ring_feature_name (gem, 0);

  return ring_feature_find (drawing, view, name, at);
}

/* How far the pin's gem goes in the view; FALSE when it stays, or has none. */
static gboolean
find_way (const Follow *follow, const RingView *view, const RingItem *pin, RingPoint *way)
{
  const RingNote *note = ring_item_get_note (pin);
  RingPoint at = ring_matrix_apply (ring_item_get_matrix (pin), note->at);
  double nearest = INFINITY;

  for (guint i = 0; i < ring_drawing_get_n_records (follow->before); i++)
    {
      RingPoint from, to;
      RingGem gem;

      if (!ring_gem_init (&gem, ring_drawing_get_record (follow->before, i))
          || !g_str_equal (gem.stone, note->stone)
          || !find_centre (follow->before, view, gem.id, &from)
          || ring_point_distance (at, from) >= nearest
          || !find_centre (follow->after, view, gem.id, &to))
        continue;
      nearest = ring_point_distance (at, from);
      *way = (RingPoint){ to.x - from.x, to.y - from.y };
    }
  return isfinite (nearest) && hypot (way->x, way->y) > STILL;
}

/* How much smaller a millimetre of paper is in the view than it was: letters are as large on paper as
 * before. */
static double
find_shrunk (const Follow *follow, const RingView *view)
{
  const RingViewHead *head = ring_view_get_head (view);
  const RingView *before = ring_drawing_find_view (follow->before, head->id);

  return before != NULL ? ring_view_get_head (before)->scale / head->scale : 1;
}

static RingItem *
resized (const RingItem *pin, double factor)
{
  RingNote note = *ring_item_get_note (pin);
  g_autoptr (RingItem) plain = NULL;

  note.size *= factor;
  plain = ring_item_new_note ("", &note);
  return ring_item_like (plain, pin);
}

static void
follow_layer (const Follow *follow, const RingView *view, const RingLayer *layer)
{
  const RingSequence *items = ring_layer_get_items (layer);
  RingSequenceIter iter;
  const RingItem *item;

  double shrunk = find_shrunk (follow, view);

  if (ring_sequence_count (items, RING_ITEM_NOTE) == 0)
    return;
  ring_sequence_iter_init (&iter, items, NULL);
  while ((item = ring_sequence_iter_next (&iter)) != NULL)
    {
      RingPoint way = { 0, 0 };
      RingMatrix matrix;
      g_autoptr (RingItem) sized = NULL;
      g_autoptr (RingItem) moved = NULL;

      if (ring_item_get_note (item) == NULL
          || g_hash_table_contains (follow->changed, ring_item_get_id (item))
          || (!find_way (follow, view, item, &way) && shrunk == 1))
        continue;
      matrix = ring_matrix_multiply (ring_item_get_matrix (item),
                                     &(RingMatrix){ 1, 0, 0, 1, way.x, way.y });
      sized = resized (item, shrunk);
      moved = ring_item_with_matrix (sized, &matrix);
      ring_edit_replace_item (follow->edit, moved);
    }
}

void
ring_pins_follow (RingEdit *edit, const RingDrawing *before)
{
  g_autoptr (GHashTable) changed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (RingDrawing) after = ring_drawing_ref (ring_edit_get_result (edit));
  Follow follow = { .edit = edit, .before = before, .after = after, .changed = changed };

  ring_edit_foreach (edit, look_cb, &follow);
  for (guint v = 0; follow.moves && v < ring_drawing_get_n_views (after); v++)
    {
      const RingView *view = ring_drawing_get_view (after, v);

      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        follow_layer (&follow, view, ring_view_get_layer (view, l));
    }
}
