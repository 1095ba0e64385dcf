/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Heads as solids: a foot, two rails, prongs over the girdle; a halo's gallery. */

#include "art-shape.h"

static double
rod (RingVec p, RingVec a, RingVec b, double radius)
{
  return art_shape_rod (p, a, b, radius, radius);
}

/* So many pieces of a loop are looked at together. */
#define GROUP 5

/* A closed rod along POINTS; what is not within LIMIT of it need not be measured. */
static double
loop (const RingVec *points, double y, double radius, RingVec p, double limit)
{
  double d = limit + radius;

  /* Nothing of the loop is nearer than the slab it lies in. */
  if (fabs (p.y - y) - radius > limit)
    return limit;
  for (guint k = 0; k < ART_RAIL_POINTS; k += GROUP)
    {
      RingVec a = points[k];
      RingVec b = points[(k + GROUP) % ART_RAIL_POINTS];
      double half = 0.6 * ring_vec_length (ring_vec_sub (b, a)) + 0.05;

      /* Nor than a ball round a few pieces, which bend little. */
      if (ring_vec_length (ring_vec_sub (p, ring_vec_mix (a, b, 0.5))) - half > d)
        continue;
      for (guint i = k; i < k + GROUP; i++)
        d = fmin (d, rod (p, points[i], points[(i + 1) % ART_RAIL_POINTS], 0));
    }
  return d - radius;
}

static double
prong (const ArtHead *head, guint i, RingVec p)
{
  const RingVec *line = head->prongs[i];
  double d = G_MAXDOUBLE;

  for (guint k = 0; k + 1 < ART_PRONG_POINTS; k += 4)
    {
      double half = 0.6 * ring_vec_length (ring_vec_sub (line[k + 4], line[k])) + 0.05;

      if (ring_vec_length (ring_vec_sub (p, ring_vec_mix (line[k], line[k + 4], 0.5))) - half > d)
        continue;
      for (guint j = k; j < k + 4; j++)
        d = fmin (d, rod (p, line[j], line[j + 1], 0));
    }
  return d - head->prong;
}

/* A prong is not nearer than the ball round it. */
static double
prong_at_least (const ArtHead *head, guint i, RingVec p)
{
  RingVec a = head->prongs[i][0];
  RingVec b = head->prongs[i][ART_PRONG_POINTS - 1];

  return ring_vec_length (ring_vec_sub (p, ring_vec_mix (a, b, 0.5)))
         - 0.6 * ring_vec_length (ring_vec_sub (b, a)) - head->prong * 2;
}

/* Flat, so that the stones lie on it and not in a tube. */
double
art_shape_halo (const ArtHead *head, RingVec p)
{
  double top = head->halo[0].y;
  double d = loop (head->halo, top, head->halo_radius, p, 6);

  return art_shape_common (d, p.y - top - 0.02, 0.12);
}

/* A head at the side stands higher, on a peg that goes on into the band. */
static double
peg (const ArtHead *head, RingVec p)
{
  return rod (p, (RingVec){ 0, head->seat - 0.1, 0 }, (RingVec){ 0, head->seat - 1.5, 0 },
              0.155 * head->width);
}

double
art_shape_head (const ArtHead *head, RingVec p)
{
  /* The foot lies along the band, so that a narrow one carries it. */
  RingVec left = { -0.1 * head->width, head->seat - 0.28, 0 };
  RingVec right = { 0.1 * head->width, head->seat - 0.28, 0 };
  double d;

  p = art_turn (p, -head->turn);
  d = ring_vec_length (ring_vec_sub (p, head->middle)) - head->reach;
  if (d > 1)
    return d;
  d = rod (p, left, right, fmin (0.62, 0.155 * head->width));
  if (head->turn != 0)
    d = fmin (d, peg (head, p));
  for (guint i = 0; i < head->n_prongs; i++)
    if (prong_at_least (head, i, p) < d)
      d = art_shape_join (d, prong (head, i, p), 0.15);
  for (guint i = 0; i < 2; i++)
    d = art_shape_join (d, loop (head->rails[i], head->rail_y[i], head->rail[i], p, d + 0.6),
                        i == 1 ? 0.5 : 0.15);
  return d;
}

double
art_shape_foot (const ArtHead *head, RingVec p)
{
  return peg (head, art_turn (p, -head->turn));
}
