/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-svg-move.h"

#include <math.h>
#include <string.h>

static RingPoint
centre (const RingPoint *p, gsize n)
{
  RingPoint sum = { 0, 0 };

  for (gsize i = 0; i < n; i++)
    {
      sum.x += p[i].x;
      sum.y += p[i].y;
    }
  return (RingPoint){ sum.x / (double) n, sum.y / (double) n };
}

static gboolean
fits (const RingPoint *from, const RingPoint *to, gsize n, const RingMatrix *m)
{
  for (gsize i = 0; i < n; i++)
    if (!(ring_point_distance (ring_matrix_apply (m, from[i]), to[i]) <= RING_MOVE_TOLERANCE))
      return FALSE;
  return TRUE;
}

/* The affine map with the least squared distances: with both sets about their centres, L solves
 * L (sum p p') = sum q p'. FALSE when the points lie on one line. */
static gboolean
solve (const RingPoint *from, const RingPoint *to, gsize n, RingPoint cf, RingPoint ct,
       RingMatrix *m)
{
  double pxx = 0, pxy = 0, pyy = 0, qxx = 0, qxy = 0, qyx = 0, qyy = 0;
  double det;

  for (gsize i = 0; i < n; i++)
    {
      double px = from[i].x - cf.x, py = from[i].y - cf.y;
      double qx = to[i].x - ct.x, qy = to[i].y - ct.y;

      pxx += px * px;
      pxy += px * py;
      pyy += py * py;
      qxx += qx * px;
      qxy += qx * py;
      qyx += qy * px;
      qyy += qy * py;
    }
  det = pxx * pyy - pxy * pxy;
  if (!(det > 1e-9 * (pxx + pyy) * (pxx + pyy)))
    return FALSE;
  m->xx = (qxx * pyy - qxy * pxy) / det;
  m->xy = (qxy * pxx - qxx * pxy) / det;
  m->yx = (qyx * pyy - qyy * pxy) / det;
  m->yy = (qyy * pxx - qyx * pxy) / det;
  m->x0 = ct.x - m->xx * cf.x - m->xy * cf.y;
  m->y0 = ct.y - m->yx * cf.x - m->yy * cf.y;
  /* What was squashed to a line has lost its picture. */
  return fabs (m->xx * m->yy - m->xy * m->yx) > 1e-6;
}

gboolean
ring_move_find (const RingPath *from, const RingPath *to, RingMatrix *matrix)
{
  gsize n_from_verbs, n_to_verbs, n_from, n_to;
  const guint8 *from_verbs = ring_path_get_verbs (from, &n_from_verbs);
  const guint8 *to_verbs = ring_path_get_verbs (to, &n_to_verbs);
  const RingPoint *p = ring_path_get_points (from, &n_from);
  const RingPoint *q = ring_path_get_points (to, &n_to);
  RingMatrix m = RING_MATRIX_IDENTITY;
  RingPoint cf, ct;

  if (n_from == 0 || n_from != n_to || n_from_verbs != n_to_verbs
      || memcmp (from_verbs, to_verbs, n_from_verbs) != 0)
    return FALSE;
  if (!fits (p, q, n_from, &m))
    {
      cf = centre (p, n_from);
      ct = centre (q, n_from);
      m.x0 = ct.x - cf.x;
      m.y0 = ct.y - cf.y;
      if (!fits (p, q, n_from, &m)
          && (!solve (p, q, n_from, cf, ct, &m) || !fits (p, q, n_from, &m)))
        return FALSE;
    }
  *matrix = m;
  return TRUE;
}
