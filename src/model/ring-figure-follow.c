/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-figure-follow.h"

#include <math.h>

#include "ring-feature.h"

/* What is less is not seen and not kept, mm. */
#define STILL 1e-4

typedef struct
{
  RingEdit *edit;
  const RingDrawing *drawing; /* its result so far */
  gboolean moves;             /* something that one can hold on to */
  GHashTable *changed;        /* ids of items that it changes itself */
} Follow;

static void
look_cb (const RingChange *change, gpointer data)
{
  Follow *follow = data;

  follow->moves |= change->old_item != NULL || change->old_record != NULL
                   || change->new_record != NULL || change->old_view != NULL;
  if (change->old_item != NULL)
    g_hash_table_add (follow->changed, g_strdup (ring_item_get_id (change->old_item)));
}

/* The scale of a view may have changed too: letters and arrows are as large on paper as before. */
static double
paper_of (const RingView *view, const RingFigure *figure)
{
  double paper = round (1e4 / ring_view_get_head (view)->scale) / 1e4;

  return ring_figure_is_shape (figure->form) ? figure->paper : fmax (paper, 1e-4);
}

static void
follow_figure (const Follow *follow, const RingView *view, const RingItem *item)
{
  RingFigure figure = *ring_item_get_figure (item);
  g_autofree RingPoint *points = g_memdup2 (figure.points, figure.n_points * sizeof (RingPoint));
  RingMatrix inverse;
  double paper = paper_of (view, &figure);
  gboolean moved = fabs (paper - figure.paper) > 1e-9;
  g_autoptr (RingItem) plain = NULL;
  g_autoptr (RingItem) whole = NULL;

  if (!ring_matrix_invert (ring_item_get_matrix (item), &inverse))
    return;
  for (guint i = 0; i < figure.n_points; i++)
    {
      const char *end = ring_figure_get_end (&figure, i);
      RingPoint at;

      if (end[0] == '\0' || !ring_feature_find (follow->drawing, view, end, &at))
        continue;
      points[i] = ring_matrix_apply (&inverse, at);
      moved |= ring_point_distance (points[i], figure.points[i]) > STILL;
    }
  if (!moved)
    return;
  /* What is no end stays where it lies beside them, the dimension line or the value; unless it was
   * moved itself just now. */
  if (ring_figure_is_dimension (figure.form)
      && !g_hash_table_contains (follow->changed, ring_item_get_id (item)))
    {
      guint last = figure.n_points - 1;

      points[last].x += (points[0].x + points[1].x - figure.points[0].x - figure.points[1].x) / 2;
      points[last].y += (points[0].y + points[1].y - figure.points[0].y - figure.points[1].y) / 2;
    }
  figure.points = points;
  figure.width *= paper / figure.paper;
  figure.size *= paper / figure.paper;
  figure.paper = paper;
  plain = ring_item_new_figure ("", &figure);
  whole = ring_item_like (plain, item);
  ring_edit_replace_item (follow->edit, whole);
}

static gboolean
holds_on (const RingFigure *figure)
{
  for (guint i = 0; figure->ends != NULL && i < figure->n_points; i++)
    if (ring_figure_get_end (figure, i)[0] != '\0')
      return TRUE;
  return !ring_figure_is_shape (figure->form);
}

static void
follow_layer (const Follow *follow, const RingView *view, const RingLayer *layer)
{
  const RingSequence *items = ring_layer_get_items (layer);
  RingSequenceIter iter;
  const RingItem *item;

  if (ring_sequence_count (items, RING_ITEM_FIGURE) == 0)
    return;
  ring_sequence_iter_init (&iter, items, NULL);
  while ((item = ring_sequence_iter_next (&iter)) != NULL)
    if (ring_item_get_kind (item) == RING_ITEM_FIGURE && holds_on (ring_item_get_figure (item)))
      follow_figure (follow, view, item);
}

void
ring_figures_follow (RingEdit *edit)
{
  g_autoptr (RingDrawing) drawing = NULL;
  Follow follow = { .edit = edit };

  follow.changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ring_edit_foreach (edit, look_cb, &follow);
  follow.drawing = drawing = ring_drawing_ref (ring_edit_get_result (edit));
  for (guint v = 0; follow.moves && v < ring_drawing_get_n_views (drawing); v++)
    {
      const RingView *view = ring_drawing_get_view (drawing, v);

      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        follow_layer (&follow, view, ring_view_get_layer (view, l));
    }
  g_hash_table_unref (follow.changed);
}
