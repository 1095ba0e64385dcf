/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-twin.h"

#include <math.h>

#include "ring-drawn.h"
#include "ring-pack.h"

/* Whole micrometres, as the file keeps samples; further than a hundred metres nothing is drawn, and the products of two
 * such lengths still fit. */
#define UNITS_PER_MM 1000.0
#define MOST_UNITS 1e8

typedef struct
{
  guint64 hash;
  gint64 x, y;   /* the last point */
  gint64 ex, ey; /* the last edge */
  int side;      /* to which the path turned first; 0 while it has not: mirrored, it turns to the other */
  guint n;
  double sum_x, sum_y;
} Shape;

/* The finalizer of splitmix64: every bit of its input moves half of all bits. */
static guint64
mix (guint64 value)
{
  value = (value ^ (value >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  value = (value ^ (value >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return value ^ (value >> 31);
}

static void
add_number (Shape *shape, gint64 value)
{
  shape->hash = mix (shape->hash + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + (guint64) value);
}

static gint64
to_units (double mm)
{
  return isfinite (mm) ? (gint64) llround (CLAMP (mm * UNITS_PER_MM, -MOST_UNITS, MOST_UNITS)) : 0;
}

static void
add_point (Shape *shape, double x_mm, double y_mm)
{
  gint64 x = to_units (x_mm), y = to_units (y_mm);
  gint64 ex = x - shape->x, ey = y - shape->y;

  if (shape->n >= 1)
    add_number (shape, ex * ex + ey * ey);
  if (shape->n >= 2)
    {
      gint64 cross = shape->ex * ey - shape->ey * ex;

      if (shape->side == 0 && cross != 0)
        shape->side = cross > 0 ? 1 : -1;
      add_number (shape, shape->ex * ex + shape->ey * ey);
      add_number (shape, shape->side * cross);
    }
  shape->x = x;
  shape->y = y;
  shape->ex = ex;
  shape->ey = ey;
  shape->n++;
  shape->sum_x += x_mm;
  shape->sum_y += y_mm;
}

static void
add_path (Shape *shape, const RingPath *path)
{
  gsize n_verbs, n_points;
  const guint8 *verbs = ring_path_get_verbs (path, &n_verbs);
  const RingPoint *points = ring_path_get_points (path, &n_points);

  for (gsize i = 0; i < n_verbs; i++)
    add_number (shape, verbs[i]);
  for (gsize i = 0; i < n_points; i++)
    add_point (shape, points[i].x, points[i].y);
}

static void
add_stroke (Shape *shape, const RingItem *item)
{
  const RingStroke *stroke = ring_item_get_stroke (item);
  gsize n = 0;
  const RingSample *samples
      = stroke->samples != NULL ? ring_samples_get (stroke->samples, &n, NULL) : NULL;

  add_number (shape, ring_symmetry_get_n_copies (&stroke->symmetry));
  if (samples == NULL)
    add_path (shape, ring_item_get_outline (item));
  for (gsize i = 0; samples != NULL && i < n; i++)
    add_point (shape, samples[i].x, samples[i].y);
}

static void
add_art (Shape *shape, const RingArt *art)
{
  for (guint i = 0; i < ring_art_get_n_paths (art); i++)
    add_path (shape, ring_art_get_path (art, i)->path);
}

/* FALSE for what has no shape of its own: pins, dimensions, texts, photos, other programs' markup. */
static gboolean
shape_of (const RingItem *item, Shape *shape)
{
  g_autoptr (RingPath) path = NULL;

  *shape = (Shape){ .hash = ring_item_get_kind (item) };
  add_number (shape, lround (100 * MIN (ring_matrix_scale (ring_item_get_matrix (item)), 1e6)));
  switch (ring_item_get_kind (item))
    {
    case RING_ITEM_STROKE:
      add_stroke (shape, item);
      break;
    case RING_ITEM_FIGURE:
      path = ring_figure_make_path (ring_item_get_figure (item));
      if (path != NULL)
        add_path (shape, path);
      break;
    case RING_ITEM_ARTWORK:
    case RING_ITEM_PRESET:
      add_art (shape, ring_item_get_art (item));
      break;
    case RING_ITEM_NOTE:
    case RING_ITEM_IMAGE:
    case RING_ITEM_FOREIGN:
    default:
      break;
    }
  return shape->n > 0;
}

/* The items of one view: how many, and the sums of their middles and of the squares of these. */
typedef struct
{
  const RingView *view;
  double n, x, y, squares;
} Lot;

static double
lot_spread (const Lot *lot)
{
  return lot->n > 0 ? MAX (0, lot->squares - (lot->x * lot->x + lot->y * lot->y) / lot->n) : 0;
}

RingTwinKey
ring_twin_key (const RingDrawing *drawing)
{
  g_autoptr (GArray) drawn = ring_drawn_list (drawing);
  RingTwinKey key = { 0 };
  Lot lot = { NULL };
  double squares = 0, n = 0;

  for (guint i = 0; i < drawn->len; i++)
    {
      const RingDrawn *one = &g_array_index (drawn, RingDrawn, i);
      RingPoint middle;
      Shape shape;

      if (!shape_of (one->item, &shape))
        continue;
      key.shapes += mix (shape.hash);
      if (one->view != lot.view)
        {
          squares += lot_spread (&lot);
          lot = (Lot){ one->view };
        }
      middle = ring_matrix_apply (ring_item_get_matrix (one->item),
                                  (RingPoint){ shape.sum_x / shape.n, shape.sum_y / shape.n });
      lot.n++;
      lot.x += middle.x;
      lot.y += middle.y;
      lot.squares += middle.x * middle.x + middle.y * middle.y;
      n++;
    }
  squares += lot_spread (&lot);
  key.spread = n > 0 ? sqrt (squares / n) : 0;
  return key;
}

gboolean
ring_twin_key_equal (const RingTwinKey *a, const RingTwinKey *b)
{
  return a->shapes != 0 && a->shapes == b->shapes && fabs (a->spread - b->spread) <= RING_PACK_GRID;
}
