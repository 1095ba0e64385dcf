/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-symmetry.h"

#include <math.h>

#define MOST_MM 1e4

gboolean
ring_symmetry_is_none (const RingSymmetry *symmetry)
{
  return symmetry->count <= 1 && !symmetry->mirrored;
}

gboolean
ring_symmetry_equal (const RingSymmetry *a, const RingSymmetry *b)
{
  if (ring_symmetry_is_none (a) || ring_symmetry_is_none (b))
    return ring_symmetry_is_none (a) && ring_symmetry_is_none (b);
  return a->count == b->count && a->mirrored == b->mirrored && a->angle == b->angle
         && a->centre.x == b->centre.x && a->centre.y == b->centre.y;
}

/* Not CLAMP: what is no number becomes 0. */
static double
kept (double value, double most)
{
  return value >= -most && value <= most ? round (value * 1e4) / 1e4 + 0.0 : 0;
}

RingSymmetry
ring_symmetry_clean (const RingSymmetry *symmetry)
{
  RingSymmetry clean = { 0 };

  if (ring_symmetry_is_none (symmetry))
    return clean;
  clean.count = CLAMP (symmetry->count, 1, RING_SYMMETRY_MOST);
  clean.mirrored = symmetry->mirrored != FALSE;
  clean.angle = kept (symmetry->angle, 360);
  clean.centre = (RingPoint){ kept (symmetry->centre.x, MOST_MM),
                              kept (symmetry->centre.y, MOST_MM) };
  return clean;
}

guint
ring_symmetry_get_n_copies (const RingSymmetry *symmetry)
{
  return MAX (symmetry->count, 1) * (symmetry->mirrored ? 2 : 1);
}

RingMatrix
ring_symmetry_get_matrix (const RingSymmetry *symmetry, guint i)
{
  guint count = MAX (symmetry->count, 1);
  double turn = 2 * G_PI * (i % count) / count;
  RingMatrix m = RING_MATRIX_IDENTITY;
  RingPoint c = symmetry->centre;

  if (i == 0)
    return m;
  /* y points down, so that a turn to the left has the sign of one to the right. */
  m = (RingMatrix){ cos (turn), -sin (turn), sin (turn), cos (turn), 0, 0 };
  if (i >= count)
    {
      double twice = turn - 2 * symmetry->angle * G_PI / 180;

      m = (RingMatrix){ cos (twice), sin (twice), sin (twice), -cos (twice), 0, 0 };
    }
  m.x0 = c.x - m.xx * c.x - m.xy * c.y;
  m.y0 = c.y - m.yx * c.x - m.yy * c.y;
  return m;
}

RingPath *
ring_symmetry_repeat (const RingSymmetry *symmetry, const RingPath *path)
{
  g_autoptr (RingPath) all = ring_path_new ();
  g_autoptr (RingPath) back = NULL;
  guint count = MAX (symmetry->count, 1);
  gsize n_verbs, n_points;

  ring_path_get_verbs (path, &n_verbs);
  ring_path_get_points (path, &n_points);
  ring_path_reserve (all, n_verbs * ring_symmetry_get_n_copies (symmetry),
                     n_points * ring_symmetry_get_n_copies (symmetry));
  /* A mirror turns the way round: what winds back would be a hole where it meets its image. */
  if (symmetry->mirrored)
    back = ring_path_reverse (path);
  for (guint i = 0; i < ring_symmetry_get_n_copies (symmetry); i++)
    {
      RingMatrix matrix = ring_symmetry_get_matrix (symmetry, i);

      ring_path_append (all, i < count ? path : back, &matrix);
    }
  return g_steal_pointer (&all);
}

RingRect
ring_symmetry_repeat_rect (const RingSymmetry *symmetry, RingRect rect)
{
  RingRect all = RING_RECT_EMPTY;

  if (ring_rect_is_empty (rect))
    return rect;
  for (guint i = 0; i < ring_symmetry_get_n_copies (symmetry); i++)
    {
      RingMatrix matrix = ring_symmetry_get_matrix (symmetry, i);

      all = ring_rect_union (all, ring_matrix_apply_rect (&matrix, rect));
    }
  return all;
}
