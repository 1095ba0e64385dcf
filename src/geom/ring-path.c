/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-path.h"

#include <math.h>
#include <string.h>

/* A circle's quarter as a cubic: 4/3 (sqrt 2 - 1), which is off by 0.027 % of the radius. */
#define QUARTER 0.5522847498307936

struct _RingPath
{
  gatomicrefcount refs;
  guint8 *verbs;
  RingPoint *points;
  gsize n_verbs, verbs_size;
  gsize n_points, points_size;
  RingPoint start; /* of the last subpath */
  gboolean packed; /* points and verbs lie behind the structure, in its own memory */
};

RingPath *
ring_path_new (void)
{
  RingPath *path = g_new0 (RingPath, 1);

  g_atomic_ref_count_init (&path->refs);
  return path;
}

/* Most paths are never changed once they are made, and a page has a hundred thousand of them: one
 * piece of memory of the right size for each. */
static RingPath *
path_new_packed (const RingPath *like)
{
  gsize points_size = sizeof (RingPoint) * like->n_points;
  RingPath *path = g_malloc (sizeof *path + points_size + like->n_verbs);

  g_atomic_ref_count_init (&path->refs);
  path->points = (RingPoint *) (void *) (path + 1);
  path->verbs = (guint8 *) (path + 1) + points_size;
  path->n_points = path->points_size = like->n_points;
  path->n_verbs = path->verbs_size = like->n_verbs;
  path->start = like->start;
  path->packed = TRUE;
  if (like->n_verbs > 0)
    memcpy (path->verbs, like->verbs, like->n_verbs);
  return path;
}

/* A copy that takes no more memory than it needs. */
RingPath *
ring_path_pack (const RingPath *path)
{
  RingPath *copy = path_new_packed (path);

  if (path->n_points > 0)
    memcpy (copy->points, path->points, sizeof (RingPoint) * path->n_points);
  return copy;
}

/* Before PATH grows. */
static void
unpack (RingPath *path)
{
  path->verbs = g_memdup2 (path->verbs, path->n_verbs);
  path->points = g_memdup2 (path->points, sizeof (RingPoint) * path->n_points);
  path->packed = FALSE;
}

/* Makes room for what PATH will hold at first. */
void
ring_path_reserve (RingPath *path, gsize n_verbs, gsize n_points)
{
  g_return_if_fail (path->n_verbs == 0 && path->verbs == NULL);

  path->verbs_size = n_verbs;
  path->verbs = g_new (guint8, n_verbs);
  path->points_size = n_points;
  path->points = g_new (RingPoint, n_points);
}

RingPath *
ring_path_ref (RingPath *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_atomic_ref_count_inc (&path->refs);
  return path;
}

void
ring_path_unref (RingPath *path)
{
  g_return_if_fail (path != NULL);

  if (!g_atomic_ref_count_dec (&path->refs))
    return;
  if (!path->packed)
    {
      g_free (path->verbs);
      g_free (path->points);
    }
  g_free (path);
}

static RingPoint *
append (RingPath *path, RingPathVerb verb, gsize n_points)
{
  RingPoint *points;

  if (path->packed)
    unpack (path);
  if (path->n_verbs == path->verbs_size)
    {
      path->verbs_size = MAX (16, path->verbs_size * 2);
      path->verbs = g_renew (guint8, path->verbs, path->verbs_size);
    }
  if (path->n_points + n_points > path->points_size)
    {
      path->points_size = MAX (32, path->points_size * 2);
      path->points = g_renew (RingPoint, path->points, path->points_size);
    }
  points = path->points + path->n_points;
  path->verbs[path->n_verbs++] = (guint8) verb;
  path->n_points += n_points;
  return points;
}

/* Starts a subpath. Of two moves in a row only the second counts. */
void
ring_path_move_to (RingPath *path, RingPoint p)
{
  g_return_if_fail (g_atomic_ref_count_compare (&path->refs, 1));

  if (path->n_verbs > 0 && path->verbs[path->n_verbs - 1] == RING_PATH_MOVE)
    path->points[path->n_points - 1] = p;
  else
    *append (path, RING_PATH_MOVE, 1) = p;
  path->start = p;
}

/* On an empty path this is a move, as in cairo. */
void
ring_path_line_to (RingPath *path, RingPoint p)
{
  g_return_if_fail (g_atomic_ref_count_compare (&path->refs, 1));

  if (path->n_verbs == 0)
    ring_path_move_to (path, p);
  else
    *append (path, RING_PATH_LINE, 1) = p;
}

/* On an empty path the curve starts at C1, as in cairo. */
void
ring_path_curve_to (RingPath *path, RingPoint c1, RingPoint c2, RingPoint p)
{
  RingPoint *points;

  g_return_if_fail (g_atomic_ref_count_compare (&path->refs, 1));

  if (path->n_verbs == 0)
    ring_path_move_to (path, c1);
  points = append (path, RING_PATH_CURVE, 3);
  points[0] = c1;
  points[1] = c2;
  points[2] = p;
}

/* Closing nothing, or twice, does nothing. */
void
ring_path_close (RingPath *path)
{
  g_return_if_fail (g_atomic_ref_count_compare (&path->refs, 1));

  if (path->n_verbs > 0 && path->verbs[path->n_verbs - 1] != RING_PATH_CLOSE)
    append (path, RING_PATH_CLOSE, 0);
}

/* Four quarters, from the point at the right, towards +y. */
void
ring_path_add_ellipse (RingPath *path, RingPoint centre, double rx, double ry)
{
  static const double unit[4][2] = { { 1, 0 }, { 0, 1 }, { -1, 0 }, { 0, -1 } };

  ring_path_move_to (path, (RingPoint){ centre.x + rx, centre.y });
  for (guint i = 0; i < 4; i++)
    {
      const double *a = unit[i];
      const double *b = unit[(i + 1) % 4];
      RingPoint c1 = { centre.x + rx * (a[0] + QUARTER * b[0]),
                       centre.y + ry * (a[1] + QUARTER * b[1]) };
      RingPoint c2 = { centre.x + rx * (b[0] + QUARTER * a[0]),
                       centre.y + ry * (b[1] + QUARTER * a[1]) };

      ring_path_curve_to (path, c1, c2, (RingPoint){ centre.x + rx * b[0], centre.y + ry * b[1] });
    }
  ring_path_close (path);
}

/* An empty rectangle adds nothing. */
void
ring_path_add_rect (RingPath *path, RingRect rect)
{
  if (ring_rect_is_empty (rect))
    return;
  ring_path_move_to (path, (RingPoint){ rect.x0, rect.y0 });
  ring_path_line_to (path, (RingPoint){ rect.x1, rect.y0 });
  ring_path_line_to (path, (RingPoint){ rect.x1, rect.y1 });
  ring_path_line_to (path, (RingPoint){ rect.x0, rect.y1 });
  ring_path_close (path);
}

const guint8 *
ring_path_get_verbs (const RingPath *path, gsize *n_verbs)
{
  *n_verbs = path->n_verbs;
  return path->verbs;
}

const RingPoint *
ring_path_get_points (const RingPath *path, gsize *n_points)
{
  *n_points = path->n_points;
  return path->points;
}

gboolean
ring_path_is_empty (const RingPath *path)
{
  return path->n_verbs == 0;
}

/* Whether both hold the same verbs and exactly the same points. */
gboolean
ring_path_equal (const RingPath *a, const RingPath *b)
{
  if (a->n_verbs != b->n_verbs || a->n_points != b->n_points)
    return FALSE;
  if (a->n_verbs > 0 && memcmp (a->verbs, b->verbs, a->n_verbs) != 0)
    return FALSE;
  for (gsize i = 0; i < a->n_points; i++)
    {
      if (a->points[i].x != b->points[i].x || a->points[i].y != b->points[i].y)
        return FALSE;
    }
  return TRUE;
}

/* Appends all of OTHER, point by point through MATRIX, which may be NULL. */
void
ring_path_append (RingPath *path, const RingPath *other, const RingMatrix *matrix)
{
  const RingPoint *points = other->points;
  RingMatrix m = matrix != NULL ? *matrix : RING_MATRIX_IDENTITY;

  g_return_if_fail (path != other);

  for (gsize i = 0; i < other->n_verbs; i++)
    {
      switch ((RingPathVerb) other->verbs[i])
        {
        case RING_PATH_MOVE:
          ring_path_move_to (path, ring_matrix_apply (&m, *points++));
          break;
        case RING_PATH_LINE:
          ring_path_line_to (path, ring_matrix_apply (&m, *points++));
          break;
        case RING_PATH_CURVE:
          ring_path_curve_to (path, ring_matrix_apply (&m, points[0]),
                              ring_matrix_apply (&m, points[1]),
                              ring_matrix_apply (&m, points[2]));
          points += 3;
          break;
        case RING_PATH_CLOSE:
          ring_path_close (path);
          break;
        }
    }
}

RingPath *
ring_path_transform (const RingPath *path, const RingMatrix *matrix)
{
  RingPath *copy = path_new_packed (path);

  for (gsize i = 0; i < path->n_points; i++)
    copy->points[i] = ring_matrix_apply (matrix, path->points[i]);
  copy->start = ring_matrix_apply (matrix, path->start);
  return copy;
}

/* Appends the subpath of the verbs FROM to END of OTHER backwards; its points begin at FIRST, and
 * START is where it begins. */
static void
append_back (RingPath *path, const RingPath *other, gsize from, gsize end, gsize first,
             RingPoint start)
{
  gsize point = first;
  gboolean closed = FALSE;

  for (gsize i = from; i < end; i++)
    point += other->verbs[i] == RING_PATH_CURVE ? 3 : other->verbs[i] == RING_PATH_LINE ? 1 : 0;
  ring_path_move_to (path, point > first ? other->points[point - 1] : start);
  for (gsize i = end; i > from; i--)
    {
      gboolean curve = other->verbs[i - 1] == RING_PATH_CURVE;
      RingPoint to;

      if (other->verbs[i - 1] == RING_PATH_CLOSE)
        {
          closed = TRUE;
          continue;
        }
      point -= curve ? 3 : 1;
      to = point > first ? other->points[point - 1] : start;
      if (curve)
        ring_path_curve_to (path, other->points[point + 1], other->points[point], to);
      else
        ring_path_line_to (path, to);
    }
  if (closed)
    ring_path_close (path);
}

RingPath *
ring_path_reverse (const RingPath *path)
{
  RingPath *back = ring_path_new ();
  RingPoint start = { 0, 0 };
  gsize point = 0;

  ring_path_reserve (back, path->n_verbs, path->n_points);
  for (gsize i = 0; i < path->n_verbs;)
    {
      gsize first, end = i;

      if (path->verbs[i] == RING_PATH_MOVE)
        {
          start = path->points[point++];
          i = ++end;
        }
      first = point;
      while (end < path->n_verbs && path->verbs[end] != RING_PATH_MOVE
             && (end == i || path->verbs[end - 1] != RING_PATH_CLOSE))
        point += path->verbs[end] == RING_PATH_CURVE ? 3 : path->verbs[end] == RING_PATH_LINE, end++;
      append_back (back, path, i, end, first, start);
      i = end;
    }
  return back;
}
