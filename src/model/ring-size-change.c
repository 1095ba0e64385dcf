/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-size-change.h"

#include <math.h>


/* What is larger than this part of the finger circle's radius runs along it. */
#define LONG 0.9

/* Seen edge on, this part of the radius is the middle. */
#define MIDDLE 0.45

/* mm, for the places of a line. */
#define FLATNESS 0.01

typedef struct
{
  RingViewKind kind;
  double from, to; /* radii */
} Carry;

static RingMatrix
moved (double x, double y)
{
  return (RingMatrix){ 1, 0, 0, 1, x, y };
}

/* Where the circle is seen edge on, only the way along it counts: a large stone in the middle stays. */
static gboolean
runs_along (const Carry *carry, RingRect bounds)
{
  double x = bounds.x1 - bounds.x0;
  double y = bounds.y1 - bounds.y0;

  if (carry->kind == RING_VIEW_TOP || carry->kind == RING_VIEW_STRIP)
    return x > LONG * carry->from;
  if (carry->kind == RING_VIEW_SIDE)
    return y > LONG * carry->from;
  return hypot (x, y) > LONG * carry->from || ring_rect_contains (bounds, (RingPoint){ 0, 0 });
}

/* How far from the centre a line runs on the mean. A line through the centre is taken to end at
 * half of the radius. */
static double
mean_radius (const Carry *carry, const RingItem *item)
{
  RingRect bounds = ring_item_get_bounds (item);
  g_autoptr (GPtrArray) lines = NULL;
  double sum = 0;
  guint n = 0;

  if (ring_item_get_kind (item) != RING_ITEM_STROKE)
    return fmax (fmax (fmax (bounds.x1, -bounds.x0), fmax (bounds.y1, -bounds.y0)),
                 carry->from / 2);
  lines = ring_path_flatten (ring_item_get_outline (item), FLATNESS);
  for (guint l = 0; l < lines->len; l++)
    {
      const GArray *points = g_ptr_array_index (lines, l);

      for (guint i = 0; i < points->len; i++)
        {
          RingPoint p = ring_matrix_apply (ring_item_get_matrix (item),
                                           g_array_index (points, RingPoint, i));

          sum += hypot (p.x, p.y);
        }
      n += points->len;
    }
  return fmax (n > 0 ? sum / n : 0, carry->from / 2);
}

/* Along one axis: the middle, where stone and claws sit, stays; the circle's ends and what lies beyond
 * go all the way. */
static double
shift (const Carry *carry, double at)
{
  double part = (fabs (at) / carry->from - MIDDLE) / (1 - MIDDLE);

  return copysign (CLAMP (part, 0, 1), at) * (carry->to - carry->from);
}

/* By how much what is RADIUS from the centre grows when it goes with the circle. A much smaller
 * circle must not turn it inside out. */
static double
growth (const Carry *carry, double radius)
{
  return fmax ((radius + carry->to - carry->from) / radius, carry->to / carry->from / 2);
}

static double
stretch (const Carry *carry, double least, double most)
{
  return growth (carry, fmax (fmax (most, -least), carry->from / 2));
}

/* Where the item goes; *SCALE becomes what a uniform scaling does to its lines. */
static RingMatrix
way_of (const Carry *carry, const RingItem *item, double *scale)
{
  RingRect b = ring_item_get_bounds (item);
  RingPoint c = { (b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2 };
  gboolean along = runs_along (carry, b) && ring_item_get_kind (item) != RING_ITEM_NOTE;
  double k = carry->to / carry->from;
  double radius = hypot (c.x, c.y);

  *scale = 1;
  switch (carry->kind)
    {
    case RING_VIEW_TOP:
      return along ? (RingMatrix){ stretch (carry, b.x0, b.x1), 0, 0, 1, 0, 0 }
                   : moved (shift (carry, c.x), 0);
    case RING_VIEW_SIDE:
      return along ? (RingMatrix){ 1, 0, 0, stretch (carry, b.y0, b.y1), 0, 0 }
                   : moved (0, shift (carry, c.y));
    case RING_VIEW_STRIP:
      return along ? (RingMatrix){ k, 0, 0, 1, 0, 0 } : moved (c.x * (k - 1), 0);
    case RING_VIEW_THREE_QUARTER:
      if (!along)
        return moved (c.x * (k - 1), c.y * (k - 1));
      break;
    case RING_VIEW_FRONT:
    default:
      if (!along)
        return radius > 0 ? moved (c.x / radius * (carry->to - carry->from),
                                   c.y / radius * (carry->to - carry->from))
                          : moved (0, 0);
      k = growth (carry, mean_radius (carry, item));
      break;
    }
  *scale = k;
  return (RingMatrix){ k, 0, 0, k, 0, 0 };
}

/* A stroke that is scaled is drawn by a pen that is thinner by as much, so that on the paper it is
 * as wide as it was. */
static RingItem *
carried (const RingItem *item, const RingMatrix *way, double scale)
{
  const RingStroke *old = ring_item_get_stroke (item);
  RingMatrix matrix = ring_matrix_multiply (way, ring_item_get_matrix (item));
  g_autoptr (RingItem) thinner = NULL;
  g_autoptr (RingItem) whole = NULL;
  RingStroke stroke;

  if (old == NULL || old->samples == NULL || scale == 1)
    return ring_item_with_matrix (item, &matrix);
  stroke = *old;
  stroke.style.ink.width /= scale;
  stroke.picture = NULL;
  thinner = ring_item_new_stroke ("", &stroke);
  whole = ring_item_like (thinner, item);
  return ring_item_with_matrix (whole, &matrix);
}

static gboolean
is_carried (const RingItem *item)
{
  RingItemKind kind = ring_item_get_kind (item);

  return (kind == RING_ITEM_STROKE || kind == RING_ITEM_NOTE || kind == RING_ITEM_ARTWORK
          || kind == RING_ITEM_FIGURE)
         && !ring_rect_is_empty (ring_item_get_bounds (item));
}

static void
carry_view (RingEdit *edit, const RingView *view, const Carry *carry)
{
  for (guint l = 0; l < ring_view_get_n_layers (view); l++)
    {
      const RingLayer *layer = ring_view_get_layer (view, l);

      if (ring_layer_get_head (layer)->locked)
        continue;
      for (gsize i = 0; i < ring_layer_get_n_items (layer); i++)
        {
          const RingItem *item = ring_layer_get_item (layer, i);
          g_autoptr (RingItem) there = NULL;
          RingMatrix way;
          double scale;

          if (!is_carried (item))
            continue;
          way = way_of (carry, item, &scale);
          there = carried (item, &way, scale);
          ring_edit_replace_item (edit, there);
        }
    }
}

void
ring_size_change_carry (RingEdit *edit, const char *ring_id, double from, double to)
{
  g_autoptr (RingDrawing) drawing = ring_drawing_ref (ring_edit_get_result (edit));
  const RingRecord *ring = ring_drawing_find_ring (drawing, ring_id);

  if (ring == NULL || !(from > 0) || !(to > 0) || from == to)
    return;
  for (guint v = 0; v < ring_drawing_get_n_views (drawing); v++)
    {
      const RingView *view = ring_drawing_get_view (drawing, v);
      const RingViewHead *head = ring_view_get_head (view);
      Carry carry = { head->kind, from / (2 * G_PI), to / (2 * G_PI) };

      if (head->kind != RING_VIEW_PAGE && ring_drawing_find_ring (drawing, head->ring) == ring)
        carry_view (edit, view, &carry);
    }
}
