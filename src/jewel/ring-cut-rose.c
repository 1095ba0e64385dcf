/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Stones of triangles all over: the rose of 24 facets over a flat base, and the briolette, a drop
 * that hangs by its point. */

#include "ring-cut-private.h"

/* The ring of six under the rose's point: its radius, and its height of the whole. */
#define ROSE_RING 0.56
#define ROSE_HEIGHT 0.78

static RingVec
rose_point (const RingCutBuilder *b, double sixth, double radius, double z)
{
  double angle = sixth * G_PI / 3;

  return (RingVec){ radius * cos (angle), b->a * radius * sin (angle), z };
}

void
ring_cut_build_rose (const RingCutBuilder *b)
{
  double g = b->p.girdle;
  double ring = g + b->p.crown * ROSE_HEIGHT;
  RingVec point = { 0, 0, g + b->p.crown };

  ring_cut_table_plane (b, RING_FACET_BASE, 0);
  ring_cut_girdle_planes (b);
  for (guint k = 0; k < 6; k++)
    {
      RingVec here = rose_point (b, k, ROSE_RING, ring);
      RingVec next = rose_point (b, k + 1, ROSE_RING, ring);
      RingVec before = rose_point (b, k - 0.5, 1, g);
      RingVec under = rose_point (b, k, 1, g);
      RingVec after = rose_point (b, k + 0.5, 1, g);

      ring_solid_cut (b->solid, RING_FACET_STAR, point, here, next, ring_cut_inside);
      ring_solid_cut (b->solid, RING_FACET_MAIN, here, next, after, ring_cut_inside);
      ring_solid_cut (b->solid, RING_FACET_UPPER_HALF, here, before, under, ring_cut_inside);
      ring_solid_cut (b->solid, RING_FACET_UPPER_HALF, here, under, after, ring_cut_inside);
    }
}

#define SIDES 12 /* of a briolette; four must lie on the axes */
#define RINGS 6

static RingVec
drop_point (const double *ring, double k)
{
  double angle = k * 2 * G_PI / SIDES;

  return (RingVec){ ring[0] * cos (angle), ring[1], ring[0] * sin (angle) };
}

/* Rings of the pear's own outline turned round its length, staggered, with the widest at an even
 * place. */
void
ring_cut_build_briolette (const RingCutBuilder *b)
{
  static const double at[RINGS] = { 0.785, 0.84, 0.91, 1.0, 0.08, 0.165 };
  double rings[RINGS][2];
  RingVec low = { 0, -b->a, 0 };
  RingVec high = { 0, b->a, 0 };

  for (guint i = 0; i < RINGS; i++)
    {
      RingPoint p = ring_cut_unit_outline (b->cut, b->a, at[i]);

      rings[i][0] = p.x;
      rings[i][1] = p.y;
    }
  for (guint k = 0; k < SIDES; k++)
    {
      double s = 0.5; /* the first ring is staggered, the fourth, and widest, is not */

      ring_solid_cut (b->solid, RING_FACET_PAVILION_MAIN, low, drop_point (rings[0], k + s),
                      drop_point (rings[0], k + 1 + s), ring_cut_inside);
      for (guint i = 0; i + 1 < RINGS; i++)
        {
          double t = 0.5 - s;
          RingVec a = drop_point (rings[i], k + s);
          RingVec c = drop_point (rings[i], k + 1 + s);
          RingVec d = drop_point (rings[i + 1], k + 0.5 + s);
          RingVec e = drop_point (rings[i + 1], k + 1.5 + s);

          ring_solid_cut (b->solid, RING_FACET_MAIN, a, c, d, ring_cut_inside);
          ring_solid_cut (b->solid, RING_FACET_MAIN, c, d, e, ring_cut_inside);
          s = t;
        }
      ring_solid_cut (b->solid, RING_FACET_STAR, high, drop_point (rings[RINGS - 1], k + s),
                      drop_point (rings[RINGS - 1], k + 1 + s), ring_cut_inside);
    }
}
