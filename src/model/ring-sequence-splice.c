/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How a sequence becomes another one: the nodes that an edit touches are made anew. */

#include "ring-sequence-private.h"

#include <string.h>

/* An entry on its way from one node into another; holds a reference on its child. */
typedef struct
{
  gpointer child;
  Box box;
  guint32 key;
} Entry;

/* Entries in order, on the stack while they are few. */
typedef struct
{
  Entry *entries;
  gsize n, room;
  Entry few[2 * RING_NODE_MAX + 2];
} Run;

static void
count_entry (Node *node, const Entry *entry)
{
  const Node *child = entry->child;

  if (node->height == 0)
    {
      node->counts[ring_item_get_kind (entry->child)]++;
      node->total++;
      return;
    }
  for (guint i = 0; i < RING_ITEM_N_KINDS; i++)
    node->counts[i] += child->counts[i];
  node->total += child->total;
}

/* Takes the references of ENTRIES. */
static Node *
node_new (guint height, const Entry *entries, guint n)
{
  Node *node
    = g_malloc0 (sizeof (Node) + n * (sizeof (gpointer) + sizeof (Box) + sizeof (guint32)));

  g_atomic_ref_count_init (&node->refs);
  node->height = (guint8) height;
  node->n = (guint8) n;
  node->boxes = (Box *) (node->children + n);
  node->keys = (guint32 *) (node->boxes + n);
  for (guint i = 0; i < n; i++)
    {
      node->children[i] = entries[i].child;
      node->boxes[i] = entries[i].box;
      node->keys[i] = entries[i].key;
      count_entry (node, &entries[i]);
    }
  return node;
}

/* ----------------------------------------------------------------- entries */

static Entry
entry_of_item (const RingItem *item)
{
  return (Entry){ ring_item_ref (item), box_of_item (item), g_str_hash (ring_item_get_id (item)) };
}

/* Takes NODE. */
static Entry
entry_of_node (Node *node)
{
  return (Entry){ node, node_box (node), node->total };
}

static void
run_init (Run *run)
{
  run->entries = run->few;
  run->n = 0;
  run->room = G_N_ELEMENTS (run->few);
}

static void
run_clear (Run *run)
{
  if (run->entries != run->few)
    g_free (run->entries);
}

static void
run_add (Run *run, Entry entry)
{
  if (run->n == run->room)
    {
      gsize room = run->room * 2;
      Entry *more = g_renew (Entry, run->entries == run->few ? NULL : run->entries, room);

      if (run->entries == run->few)
        memcpy (more, run->few, sizeof run->few);
      run->entries = more;
      run->room = room;
    }
  run->entries[run->n++] = entry;
}

/* Adds the entries FIRST to END (not included) of NODE. */
static void
take_entries (Run *run, const Node *node, gsize first, gsize end)
{
  for (gsize i = first; i < end; i++)
    {
      if (node->height == 0)
        ring_item_ref (node->children[i]);
      else
        ring_sequence_ref (node->children[i]);
      run_add (run, (Entry){ node->children[i], node->boxes[i], node->keys[i] });
    }
}

/* Puts the entries of RUN, and their references, into as few nodes as hold them, evenly; adds
 * these to OUT. */
static void
pack (Run *out, guint height, const Run *run)
{
  gsize n_nodes = (run->n + RING_NODE_MAX - 1) / RING_NODE_MAX;

  for (gsize i = 0; i < n_nodes; i++)
    {
      gsize first = run->n * i / n_nodes;
      gsize end = run->n * (i + 1) / n_nodes;

      run_add (out,
               entry_of_node (node_new (height, run->entries + first, (guint) (end - first))));
    }
}

static void merge_small (Run *run, gsize first, gsize end);

/* Takes both. */
static Node *
join (Node *left, Node *right)
{
  Node *joined;
  Run run;

  run_init (&run);
  take_entries (&run, left, 0, left->n);
  take_entries (&run, right, 0, right->n);
  if (left->height > 0)
    merge_small (&run, left->n - 1u, left->n + 1u);
  joined = node_new (left->height, run.entries, (guint) run.n);
  run_clear (&run);
  ring_sequence_unref (left);
  ring_sequence_unref (right);
  return joined;
}

/* Joins neighbours among the entries FIRST to END (not included), which hold nodes, until no two
 * fit into one. */
static void
merge_small (Run *run, gsize first, gsize end)
{
  for (gsize i = first; i + 1 < MIN (end, run->n);)
    {
      Node *left = run->entries[i].child;
      Node *right = run->entries[i + 1].child;

      if (left->n + right->n > RING_NODE_MAX)
        {
          i++;
          continue;
        }
      run->entries[i] = entry_of_node (join (left, right));
      run->n--;
      end--;
      memmove (run->entries + i + 1, run->entries + i + 2, (run->n - i - 1) * sizeof (Entry));
    }
}

/* ------------------------------------------------------------------ splice */

typedef struct
{
  gsize position, n_removed;
  RingItem *const *inserted;
  gsize n_inserted;
} Splice;

static void splice_node (Run *out, const Node *node, const Splice *splice);

static void
splice_leaf (Run *out, const Node *leaf, const Splice *splice)
{
  Run run;

  run_init (&run);
  take_entries (&run, leaf, 0, splice->position);
  for (gsize i = 0; i < splice->n_inserted; i++)
    run_add (&run, entry_of_item (splice->inserted[i]));
  take_entries (&run, leaf, splice->position + splice->n_removed, leaf->n);
  pack (out, 0, &run);
  run_clear (&run);
}

/* What SPLICE does to the child that holds the items START to END (not included); FALSE when it
 * is left alone. */
static gboolean
narrow (const Splice *splice, gsize start, gsize end, gboolean inserts, Splice *inner)
{
  gsize first = CLAMP (splice->position, start, end);

  *inner = *splice;
  inner->position = first - start;
  inner->n_removed = CLAMP (splice->position + splice->n_removed, start, end) - first;
  if (!inserts)
    inner->n_inserted = 0;
  return inner->n_removed > 0 || inner->n_inserted > 0;
}

static void
splice_inner (Run *out, const Node *node, const Splice *splice)
{
  gboolean inserted = FALSE;
  gsize first_new = G_MAXSIZE;
  gsize end_new = 0;
  gsize start = 0;
  Run run;

  run_init (&run);
  for (guint i = 0; i < node->n; i++)
    {
      gsize end = start + node->keys[i];
      /* At a seam, what is replaced stays where it was. */
      gboolean inserts = !inserted && splice->position <= end
                         && (splice->position < end || splice->n_removed == 0);
      Splice inner;

      if (narrow (splice, start, end, inserts, &inner))
        {
          first_new = MIN (first_new, run.n);
          splice_node (&run, node->children[i], &inner);
          end_new = run.n;
        }
      else
        take_entries (&run, node, i, i + 1);
      inserted |= inserts;
      start = end;
    }
  if (first_new != G_MAXSIZE)
    merge_small (&run, first_new > 0 ? first_new - 1 : 0, end_new + 1);
  pack (out, node->height, &run);
  run_clear (&run);
}

/* Adds to OUT what NODE becomes: nodes of its height, or none. */
static void
splice_node (Run *out, const Node *node, const Splice *splice)
{
  if (node->height == 0)
    splice_leaf (out, node, splice);
  else
    splice_inner (out, node, splice);
}

/* Puts roots over the nodes of RUN, all of one height, until there is one; takes away those that
 * hold one child alone. */
static Node *
make_root (const Run *run)
{
  Node *root;

  if (run->n == 0)
    return node_new (0, NULL, 0);
  if (run->n > 1)
    {
      const Node *first = run->entries[0].child;
      Run parents;

      run_init (&parents);
      pack (&parents, first->height + 1u, run);
      root = make_root (&parents);
      run_clear (&parents);
      return root;
    }
  root = run->entries[0].child;
  while (root->height > 0 && root->n == 1)
    {
      Node *only = ring_sequence_ref (root->children[0]);

      ring_sequence_unref (root);
      root = only;
    }
  g_assert (root->height < RING_SEQUENCE_MAX_HEIGHT);
  return root;
}

RingSequence *
ring_sequence_new (RingItem *const *items, gsize n_items)
{
  g_autoptr (RingSequence) empty = node_new (0, NULL, 0);

  return ring_sequence_splice (empty, 0, 0, items, n_items);
}

RingSequence *
ring_sequence_splice (const RingSequence *sequence,
                      gsize position,
                      gsize n_removed,
                      RingItem *const *inserted,
                      gsize n_inserted)
{
  Splice splice = { position, n_removed, inserted, n_inserted };
  RingSequence *root;
  Run nodes;

  g_return_val_if_fail (position <= sequence->total, ring_sequence_ref (sequence));
  g_return_val_if_fail (n_removed <= sequence->total - position, ring_sequence_ref (sequence));

  run_init (&nodes);
  splice_node (&nodes, sequence, &splice);
  root = make_root (&nodes);
  run_clear (&nodes);
  return root;
}
