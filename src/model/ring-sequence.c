/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading a sequence: by position, by id and by place. */

#include "ring-sequence-private.h"

#include <string.h>

RingSequence *
ring_sequence_ref (const RingSequence *sequence)
{
  g_atomic_ref_count_inc (&((RingSequence *) sequence)->refs);
  return (RingSequence *) sequence;
}

void
ring_sequence_unref (const RingSequence *sequence)
{
  Node *node = (Node *) sequence;

  if (node == NULL || !g_atomic_ref_count_dec (&node->refs))
    return;
  for (guint i = 0; i < node->n; i++)
    if (node->height == 0)
      ring_item_unref (node->children[i]);
    else
      ring_sequence_unref (node->children[i]);
  g_free (node);
}

gsize
ring_sequence_get_length (const RingSequence *sequence)
{
  return sequence->total;
}

RingItem *
ring_sequence_get (const RingSequence *sequence, gsize i)
{
  const Node *node = sequence;

  g_return_val_if_fail (i < sequence->total, NULL);
  while (node->height > 0)
    {
      guint child = 0;

      for (; i >= node->keys[child]; child++)
        i -= node->keys[child];
      node = node->children[child];
    }
  return node->children[i];
}

gsize
ring_sequence_count (const RingSequence *sequence, RingItemKind kind)
{
  return sequence->counts[kind];
}

/* Without a way out of the loop, so that the compiler compares many at once. */
static gboolean
has_key (const Node *leaf, guint32 key)
{
  gboolean found = FALSE;

  for (guint i = 0; i < leaf->n; i++)
    found |= leaf->keys[i] == key;
  return found;
}

static RingItem *
find_in_leaf (const Node *leaf, guint32 hash, const char *id, gsize *position)
{
  for (guint i = has_key (leaf, hash) ? leaf->n : 0; i > 0; i--)
    if (leaf->keys[i - 1] == hash
        && g_str_equal (ring_item_get_id (leaf->children[i - 1]), id))
      {
        *position = i - 1;
        return leaf->children[i - 1];
      }
  return NULL;
}

/* *POSITION is counted from the beginning of NODE. */
static RingItem *
find_in_node (const Node *node, guint32 hash, const char *id, gsize *position)
{
  gsize start = node->total;

  if (node->height == 0)
    return find_in_leaf (node, hash, id, position);
  for (guint i = node->n; i > 0; i--)
    {
      RingItem *item = find_in_node (node->children[i - 1], hash, id, position);

      start -= node->keys[i - 1];
      if (item != NULL)
        {
          *position += start;
          return item;
        }
    }
  return NULL;
}

RingItem *
ring_sequence_find (const RingSequence *sequence, const char *id, gsize *position)
{
  gsize unused;

  return find_in_node (sequence, g_str_hash (id), id, position != NULL ? position : &unused);
}

/* -------------------------------------------------------------------- walk */

void
ring_sequence_iter_init (RingSequenceIter *iter,
                         const RingSequence *sequence,
                         const RingRect *region)
{
  iter->depth = 0;
  iter->nodes[0] = sequence;
  iter->places[0] = 0;
  iter->region = region != NULL ? *region : (RingRect){ -INFINITY, -INFINITY, INFINITY, INFINITY };
  iter->everything = region == NULL;
}

/* The box tells that ITEM is near; its bounds tell whether it is met. */
static gboolean
is_met (const RingSequenceIter *iter, const RingItem *item)
{
  return iter->everything || is_anywhere (item)
         || ring_rect_intersects (ring_item_get_bounds (item), iter->region);
}

RingItem *
ring_sequence_iter_next (RingSequenceIter *iter)
{
  Box region = box_of_rect (iter->region);

  while (iter->depth >= 0)
    {
      const Node *node = iter->nodes[iter->depth];
      guint place = iter->places[iter->depth];

      while (place < node->n && !iter->everything && !box_meets (&node->boxes[place], &region))
        place++;
      iter->places[iter->depth] = (guint8) (place + 1);
      if (place >= node->n)
        iter->depth--;
      else if (node->height > 0)
        {
          iter->depth++;
          iter->nodes[iter->depth] = node->children[place];
          iter->places[iter->depth] = 0;
        }
      else if (is_met (iter, node->children[place]))
        return node->children[place];
    }
  return NULL;
}

/* --------------------------------------------------------------- for tests */

static gboolean
leaf_is_sound (const Node *leaf)
{
  for (guint i = 0; i < leaf->n; i++)
    {
      Box box = box_of_item (leaf->children[i]);

      if (memcmp (&box, &leaf->boxes[i], sizeof box) != 0
          || leaf->keys[i] != g_str_hash (ring_item_get_id (leaf->children[i])))
        return FALSE;
    }
  return leaf->total == leaf->n;
}

static gboolean
node_is_sound (const Node *node)
{
  gsize total = 0;

  if (node->n > RING_NODE_MAX)
    return FALSE;
  if (node->height == 0)
    return leaf_is_sound (node);
  for (guint i = 0; i < node->n; i++)
    {
      const Node *child = node->children[i];
      Box box = node_box (child);

      if (child->height + 1 != node->height || child->n == 0 || child->total != node->keys[i]
          || memcmp (&box, &node->boxes[i], sizeof box) != 0 || !node_is_sound (child))
        return FALSE;
      if (i > 0 && ((const Node *) node->children[i - 1])->n + child->n <= RING_NODE_MAX)
        return FALSE;
      total += child->total;
    }
  return total == node->total;
}

gboolean
ring_sequence_is_sound (const RingSequence *sequence)
{
  return node_is_sound (sequence) && (sequence->height == 0 || sequence->n > 1);
}

static gsize
count_nodes (const Node *node, GHashTable *known, gsize *n_known)
{
  gsize n = 1;

  *n_known += known != NULL && g_hash_table_contains (known, node);
  for (guint i = 0; node->height > 0 && i < node->n; i++)
    n += count_nodes (node->children[i], known, n_known);
  return n;
}

static void
collect_nodes (const Node *node, GHashTable *out)
{
  g_hash_table_add (out, (gpointer) node);
  for (guint i = 0; node->height > 0 && i < node->n; i++)
    collect_nodes (node->children[i], out);
}

gsize
ring_sequence_count_nodes (const RingSequence *sequence, const RingSequence *other, gsize *n_shared)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  collect_nodes (other, known);
  *n_shared = 0;
  return count_nodes (sequence, known, n_shared);
}
