/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The nodes of a sequence, as ring-sequence-splice.c makes them and ring-sequence.c reads them. A B-tree
 * by position whose nodes never change. A node holds up to RING_NODE_MAX entries, and two neighbours in
 * one node together always hold more than that, so the tree stays shallow: 100,000 items are four nodes
 * deep. An edit copies the nodes on the way from the root to the place. */
#pragma once

#include <math.h>

#include "ring-sequence.h"

G_BEGIN_DECLS

/* So few that a node is a small block for malloc, which makes an edit twice as fast. */
#define RING_NODE_MAX 32

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

static const Box empty_box = { INFINITY, INFINITY, -INFINITY, -INFINITY };
static const Box whole_box = { -INFINITY, -INFINITY, INFINITY, INFINITY };

static inline float
round_down (double x)
{
  float rounded = (float) x;

  return (double) rounded > x ? nextafterf (rounded, -INFINITY) : rounded;
}

static inline float
round_up (double x)
{
  return -round_down (-x);
}

static inline Box
box_of_rect (RingRect rect)
{
  if (ring_rect_is_empty (rect))
    return empty_box;
  return (Box){ round_down (rect.x0), round_down (rect.y0), round_up (rect.x1), round_up (rect.y1) };
}

static inline gboolean
is_anywhere (const RingItem *item)
{
  return ring_item_get_kind (item) == RING_ITEM_FOREIGN
         && ring_rect_is_empty (ring_item_get_bounds (item));
}

static inline Box
box_of_item (const RingItem *item)
{
  return is_anywhere (item) ? whole_box : box_of_rect (ring_item_get_bounds (item));
}

static inline Box
box_union (Box a, Box b)
{
  return (Box){ MIN (a.x0, b.x0), MIN (a.y0, b.y0), MAX (a.x1, b.x1), MAX (a.y1, b.y1) };
}

/* Without branches: whether a box is near is a toss for the processor. */
static inline gboolean
box_meets (const Box *a, const Box *b)
{
  return (a->x0 <= b->x1) & (b->x0 <= a->x1) & (a->y0 <= b->y1) & (b->y0 <= a->y1);
}

static inline Box
node_box (const Node *node)
{
  Box box = empty_box;

  for (guint i = 0; i < node->n; i++)
    box = box_union (box, node->boxes[i]);
  return box;
}

G_END_DECLS
