/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-pick.h"

#include <math.h>

/* How finely curves are taken apart, as a part of the item's size. */
#define FLATNESS 500.0

gboolean
ring_pick_is_open (const RingLayer *layer)
{
  const RingLayerHead *head = ring_layer_get_head (layer);

  return head->visible && !head->locked;
}

/* ------------------------------------------------------------------- shape */

/* Of a dimension and a text the letters count too, of which nobody knows the outlines here. */
static gboolean
has_letters (const RingItem *item)
{
  const RingFigure *figure = ring_item_get_figure (item);

  return figure != NULL && !ring_figure_is_shape (figure->form);
}

/* What is painted of ITEM, before its matrix; half the width of painted lines goes to *WIDEN. */
static RingPath *
own_outline (const RingItem *item, double *widen)
{
  const RingArt *art = has_letters (item) ? NULL : ring_item_get_art (item);
  RingPath *path;

  *widen = 0;
  if (ring_item_get_kind (item) == RING_ITEM_STROKE)
    return ring_path_ref (ring_item_get_outline (item));
  if (ring_item_get_image (item) != NULL)
    {
      path = ring_path_new ();
      ring_path_add_rect (path, ring_photo_get_box (ring_item_get_image (item)->photo));
      return path;
    }
  if (art == NULL)
    return NULL;
  path = ring_path_new ();
  for (guint i = 0; i < ring_art_get_n_paths (art); i++)
    {
      const RingArtPath *painted = ring_art_get_path (art, i);

      ring_path_append (path, painted->path, NULL);
      if ((painted->stroke & 0xff) != 0)
        *widen = MAX (*widen, painted->stroke_width / 2);
    }
  return path;
}

RingPath *
ring_pick_get_outline (const RingItem *item)
{
  RingRect bounds = ring_item_get_bounds (item);
  double unused;
  g_autoptr (RingPath) own = own_outline (item, &unused);
  RingPath *box;

  if (own != NULL)
    return ring_path_transform (own, ring_item_get_matrix (item));
  box = ring_path_new ();
  if (!ring_rect_is_empty (bounds))
    ring_path_add_rect (box, bounds);
  return box;
}

/* A box stays a box under these: the item's own bounds are exact then. */
static gboolean
keeps_boxes (const RingMatrix *m)
{
  return (m->xy == 0 && m->yx == 0) || (m->xx == 0 && m->yy == 0);
}

RingRect
ring_pick_measure (const RingItem *item)
{
  const RingMatrix *matrix = ring_item_get_matrix (item);
  g_autoptr (RingPath) own = NULL;
  g_autoptr (RingPath) path = NULL;
  RingRect bounds;
  double widen = 0;

  if (!keeps_boxes (matrix))
    own = own_outline (item, &widen);
  if (own == NULL)
    return ring_item_get_bounds (item);
  path = ring_path_transform (own, matrix);
  bounds = ring_path_get_bounds (path);
  if (ring_rect_is_empty (bounds))
    return ring_item_get_bounds (item);
  return ring_rect_inset (bounds, -widen * ring_matrix_scale (matrix));
}

/* --------------------------------------------------------------------- tap */

RingItem *
ring_pick_at (const RingView *view, RingPoint point, double reach)
{
  RingRect near = { point.x - reach, point.y - reach, point.x + reach, point.y + reach };
  RingItem *found = NULL;
  RingItem *photo = NULL;
  double best = reach;

  for (guint l = 0; l < ring_view_get_n_layers (view); l++)
    {
      const RingLayer *layer = ring_view_get_layer (view, l);
      RingSequenceIter iter;
      RingItem *item;

      if (!ring_pick_is_open (layer))
        continue;
      ring_sequence_iter_init (&iter, ring_layer_get_items (layer), &near);
      while ((item = ring_sequence_iter_next (&iter)) != NULL)
        {
          double distance = ring_item_distance (item, point);

          /* A photo fills all of its place: a thin line over it is meant before it is. */
          if (ring_item_get_image (item) != NULL)
            photo = distance == 0 ? item : photo;
          else if (distance <= best)
            {
              best = distance;
              found = item;
            }
        }
    }
  return found != NULL ? found : photo;
}

/* ------------------------------------------------------------- box or lasso */

/* Other programs' comments are items too. */
static gboolean
can_be_seen (const RingItem *item)
{
  gboolean graphical = TRUE;

  ring_item_get_xml (item, &graphical);
  return graphical;
}

typedef gboolean (*Test) (const RingItem *item, RingRect bounds, gconstpointer data);

static GPtrArray *
pick (const RingView *view, const RingRect *region, Test test, gconstpointer data)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);

  for (guint l = 0; l < ring_view_get_n_layers (view); l++)
    {
      const RingLayer *layer = ring_view_get_layer (view, l);
      RingSequenceIter iter;
      RingItem *item;

      if (!ring_pick_is_open (layer))
        continue;
      ring_sequence_iter_init (&iter, ring_layer_get_items (layer), region);
      while ((item = ring_sequence_iter_next (&iter)) != NULL)
        {
          RingRect bounds = ring_item_get_bounds (item);

          /* Markup that may be anywhere is in no place that one can draw round. */
          if (test == NULL ? can_be_seen (item)
                           : (!ring_rect_is_empty (bounds) && test (item, bounds, data)))
            g_ptr_array_add (found, ring_item_ref (item));
        }
    }
  return found;
}

static gboolean
is_within (RingRect inner, RingRect outer)
{
  return inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1
         && inner.y1 <= outer.y1;
}

static gboolean
lies_within (const RingItem *item, RingRect bounds, gconstpointer data)
{
  const RingRect *box = data;

  return is_within (bounds, *box) || is_within (ring_pick_measure (item), *box);
}

/* Liang and Barsky: narrows the part of the segment that lies on the inner side of one edge. */
static gboolean
narrow (double along, double distance, double *from, double *to)
{
  double t = distance / along;

  if (along == 0)
    return distance >= 0;
  if (along < 0)
    *from = MAX (*from, t);
  else
    *to = MIN (*to, t);
  return *from <= *to;
}

static gboolean
segment_meets (RingPoint a, RingPoint b, RingRect box)
{
  double from = 0, to = 1;

  return narrow (a.x - b.x, a.x - box.x0, &from, &to)
         && narrow (b.x - a.x, box.x1 - a.x, &from, &to)
         && narrow (a.y - b.y, a.y - box.y0, &from, &to)
         && narrow (b.y - a.y, box.y1 - a.y, &from, &to);
}

static GPtrArray *
flatten (const RingPath *path, RingRect bounds)
{
  double size = MAX (bounds.x1 - bounds.x0, bounds.y1 - bounds.y0);

  return ring_path_flatten (path, MAX (size / FLATNESS, 1e-4));
}

/* Whether there is paint within the outline, and not along it alone. */
static gboolean
is_filled (const RingItem *item)
{
  const RingArt *art = has_letters (item) ? NULL : ring_item_get_art (item);
  gboolean filled = art == NULL;

  for (guint i = 0; art != NULL && i < ring_art_get_n_paths (art) && !filled; i++)
    filled = (ring_art_get_path (art, i)->fill & 0xff) != 0;
  return filled;
}

static gboolean
is_touched (const RingItem *item, RingRect bounds, gconstpointer data)
{
  const RingRect *box = data;
  RingPoint middle = { (box->x0 + box->x1) / 2, (box->y0 + box->y1) / 2 };
  gboolean filled = is_filled (item);
  g_autoptr (RingPath) path = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (is_within (bounds, *box))
    return TRUE;
  path = ring_pick_get_outline (item);
  if (filled && ring_path_contains (path, middle))
    return TRUE;
  lines = flatten (path, bounds);
  for (guint i = 0; i < lines->len; i++)
    {
      const GArray *line = g_ptr_array_index (lines, i);

      /* The line of a shape does not run back to where it began. */
      for (guint j = 0; j + (filled ? 0 : 1) < line->len; j++)
        if (segment_meets (g_array_index (line, RingPoint, j),
                           g_array_index (line, RingPoint, (j + 1) % line->len), *box))
          return TRUE;
    }
  return FALSE;
}

GPtrArray *
ring_pick_box (const RingView *view, RingRect box, gboolean touching)
{
  return pick (view, &box, touching ? is_touched : lies_within, &box);
}

GPtrArray *
ring_pick_all (const RingView *view)
{
  return pick (view, NULL, NULL, NULL);
}

/* ------------------------------------------------------------------- lasso */

/* The lasso's edges by the bands of y that they pass, so that a point is compared with few. */
#define N_BANDS 64

typedef struct
{
  RingPoint a, b;
} Edge;

typedef struct
{
  RingRect bounds;
  GArray *bands[N_BANDS];
} Lasso;

static guint
band_of (const Lasso *lasso, double y)
{
  double height = lasso->bounds.y1 - lasso->bounds.y0;
  double band = height > 0 ? (y - lasso->bounds.y0) / height * N_BANDS : 0;

  return (guint) CLAMP (band, 0, N_BANDS - 1);
}

static void
lasso_init (Lasso *lasso, const RingPoint *points, gsize n)
{
  lasso->bounds = RING_RECT_EMPTY;
  for (gsize i = 0; i < n; i++)
    lasso->bounds = ring_rect_add_point (lasso->bounds, points[i]);
  for (guint i = 0; i < N_BANDS; i++)
    lasso->bands[i] = g_array_new (FALSE, FALSE, sizeof (Edge));
  for (gsize i = 0; i < n; i++)
    {
      Edge edge = { points[i], points[(i + 1) % n] };
      guint last = band_of (lasso, MAX (edge.a.y, edge.b.y));

      for (guint band = band_of (lasso, MIN (edge.a.y, edge.b.y)); band <= last; band++)
        g_array_append_val (lasso->bands[band], edge);
    }
}

static void
lasso_clear (Lasso *lasso)
{
  for (guint i = 0; i < N_BANDS; i++)
    g_array_unref (lasso->bands[i]);
}

/* By the non-zero rule: where a hand drew round something twice, it is still within. */
static gboolean
lasso_holds (const Lasso *lasso, RingPoint p)
{
  const GArray *edges = lasso->bands[band_of (lasso, p.y)];
  int winding = 0;

  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *e = &g_array_index (edges, Edge, i);
      double side = (e->b.x - e->a.x) * (p.y - e->a.y) - (p.x - e->a.x) * (e->b.y - e->a.y);

      if (e->a.y <= p.y && e->b.y > p.y && side > 0)
        winding++;
      else if (e->a.y > p.y && e->b.y <= p.y && side < 0)
        winding--;
    }
  return winding != 0;
}

static gboolean
is_lassoed (const RingItem *item, RingRect bounds, gconstpointer data)
{
  const Lasso *lasso = data;
  g_autoptr (RingPath) path = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  gboolean any = FALSE;

  if (!is_within (bounds, lasso->bounds) && !is_within (ring_pick_measure (item), lasso->bounds))
    return FALSE;
  path = ring_pick_get_outline (item);
  lines = flatten (path, bounds);
  for (guint i = 0; i < lines->len; i++)
    {
      const GArray *line = g_ptr_array_index (lines, i);

      for (guint j = 0; j < line->len; j++, any = TRUE)
        if (!lasso_holds (lasso, g_array_index (line, RingPoint, j)))
          return FALSE;
    }
  return any;
}

GPtrArray *
ring_pick_lasso (const RingView *view, const RingPoint *points, gsize n_points)
{
  GPtrArray *found;
  Lasso lasso;

  lasso_init (&lasso, points, n_points);
  found = pick (view, &lasso.bounds, is_lassoed, &lasso);
  lasso_clear (&lasso);
  return found;
}
