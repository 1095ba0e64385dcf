/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A B-tree by position whose nodes never change. A node holds up to MAX_ENTRIES entries, and two
 * neighbours in one node together always hold more than that, so the tree stays shallow: 100,000
 * items are four nodes deep. An edit copies the nodes on the way from the root to the place. */

#include "ring-sequence.h"

#include <math.h>
#include <string.h>

/* So few that a node is a small block for malloc, which makes an edit twice as fast. */
#define MAX_ENTRIES 32

/* Bounds rounded outwards: half as large as a RingRect, and enough to pass by what is far. */
typedef struct
{
  float x0, y0, x1, y1;
} Box;

/* A node, and the sequence it is the root of. Of each entry: the box, the child (a RingItem in a
 * leaf), and the key, which is the hash of the item's id in a leaf and the number of items
 * otherwise. They lie behind one another in one block of memory, each kind together. */
struct _RingSequence
{
  gatomicrefcount refs;
  guint8 height; /* 0: a leaf */
  guint8 n;
  guint32 total; /* items */
  guint32 counts[RING_ITEM_N_KINDS];
  Box *boxes;
  guint32 *keys;
  gpointer children[];
};

typedef struct _RingSequence Node;

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
  Entry few[2 * MAX_ENTRIES + 2];
} Run;

static const Box empty_box = { INFINITY, INFINITY, -INFINITY, -INFINITY };
static const Box whole_box = { -INFINITY, -INFINITY, INFINITY, INFINITY };

/* ------------------------------------------------------------------- boxes */

static float
round_down (double x)
{
  float rounded = (float) x;

  return (double) rounded > x ? nextafterf (rounded, -INFINITY) : rounded;
}

static float
round_up (double x)
{
  return -round_down (-x);
}

static Box
box_of_rect (RingRect rect)
{
  if (ring_rect_is_empty (rect))
    return empty_box;
  return (Box){ round_down (rect.x0), round_down (rect.y0), round_up (rect.x1), round_up (rect.y1) };
}

static gboolean
is_anywhere (const RingItem *item)
{
  return ring_item_get_kind (item) == RING_ITEM_FOREIGN
         && ring_rect_is_empty (ring_item_get_bounds (item));
}

static Box
box_of_item (const RingItem *item)
{
  return is_anywhere (item) ? whole_box : box_of_rect (ring_item_get_bounds (item));
}

static Box
box_union (Box a, Box b)
{
  return (Box){ MIN (a.x0, b.x0), MIN (a.y0, b.y0), MAX (a.x1, b.x1), MAX (a.y1, b.y1) };
}

/* Without branches: whether a box is near is a toss for the processor. */
static gboolean
box_meets (const Box *a, const Box *b)
{
  return (a->x0 <= b->x1) & (b->x0 <= a->x1) & (a->y0 <= b->y1) & (b->y0 <= a->y1);
}

/* ------------------------------------------------------------------- nodes */

static Node *
node_ref (const Node *node)
{
  g_atomic_ref_count_inc (&((Node *) node)->refs);
  return (Node *) node;
}

static void
node_unref (Node *node)
{
  if (!g_atomic_ref_count_dec (&node->refs))
    return;
  for (guint i = 0; i < node->n; i++)
    if (node->height == 0)
      ring_item_unref (node->children[i]);
    else
      node_unref (node->children[i]);
  g_free (node);
}

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

static Box
node_box (const Node *node)
{
  Box box = empty_box;

  for (guint i = 0; i < node->n; i++)
    box = box_union (box, node->boxes[i]);
  return box;
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
        node_ref (node->children[i]);
      run_add (run, (Entry){ node->children[i], node->boxes[i], node->keys[i] });
    }
}

/* Puts the entries of RUN, and their references, into as few nodes as hold them, evenly; adds
 * these to OUT. */
static void
pack (Run *out, guint height, const Run *run)
{
  gsize n_nodes = (run->n + MAX_ENTRIES - 1) / MAX_ENTRIES;

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
  node_unref (left);
  node_unref (right);
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

      if (left->n + right->n > MAX_ENTRIES)
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
      Node *only = node_ref (root->children[0]);

      node_unref (root);
      root = only;
    }
  g_assert (root->height < RING_SEQUENCE_MAX_HEIGHT);
  return root;
}

/* ------------------------------------------------------------------ public */

RingSequence *
ring_sequence_new (RingItem *const *items, gsize n_items)
{
  g_autoptr (RingSequence) empty = node_new (0, NULL, 0);

  return ring_sequence_splice (empty, 0, 0, items, n_items);
}

RingSequence *
ring_sequence_ref (const RingSequence *sequence)
{
  return node_ref (sequence);
}

void
ring_sequence_unref (const RingSequence *sequence)
{
  if (sequence != NULL)
    node_unref ((Node *) sequence);
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

  if (node->n > MAX_ENTRIES)
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
      if (i > 0 && ((const Node *) node->children[i - 1])->n + child->n <= MAX_ENTRIES)
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
