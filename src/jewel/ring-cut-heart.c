/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The heart. It is not convex at its cleft, so its facets are given by their corners: the round's
 * plan on the heart's outline, with tips of stars and lower halves where rays to the girdle reach
 * their part of the way, as high as in a round. Kites are bent a little along their middle and
 * halves follow the girdle's curve, where a cutter would place more facets; so light is not
 * followed through a heart. */

#include "ring-cut-private.h"

#define MAINS 8
#define STEPS (RING_CUT_GIRDLE_STEPS / MAINS / 2) /* of the girdle under one half */

typedef struct
{
  const RingCutBuilder *b;
  gboolean crown;
  RingVec outer[MAINS], inner[MAINS], tips[MAINS];
} Half;

static RingVec
rim (const RingCutBuilder *b, double u, double z)
{
  RingPoint p = ring_cut_unit_outline (b->cut, b->a, u);

  return (RingVec){ p.x, p.y, z };
}

/* Where the ray from the centre to Q meets the edge of the table. */
static RingPoint
table_edge (const Half *h, guint k, RingVec q)
{
  RingVec a = h->inner[k];
  RingVec d = ring_vec_sub (h->inner[(k + 1) % MAINS], a);
  RingVec c = { 0, h->b->centre, 0 };
  RingVec r = ring_vec_sub (q, c);
  double det = r.x * d.y - r.y * d.x;
  double t = ((a.x - c.x) * d.y - (a.y - c.y) * d.x) / det;

  return (RingPoint){ c.x + r.x * t, c.y + r.y * t };
}

static void
find_tip (Half *h, guint k)
{
  const RingCutBuilder *b = h->b;
  RingVec q = rim (b, (k + 0.5) / MAINS, 0);

  if (h->crown)
    {
      RingPoint m = table_edge (h, k, q);

      h->tips[k].x = m.x + (q.x - m.x) * b->p.star;
      h->tips[k].y = m.y + (q.y - m.y) * b->p.star;
    }
  else
    {
      h->tips[k].x = q.x * (1 - b->p.lower_half);
      h->tips[k].y = b->centre + (q.y - b->centre) * (1 - b->p.lower_half);
    }
}

/* Crown facets turn left seen from above; those of the pavilion are seen from below. */
static void
add (const Half *h, RingFacetKind kind, const RingVec *points, guint n)
{
  RingVec turned[STEPS + 3];

  /* Both begin with the same corner, from which a bent facet is taken as a fan. */
  for (guint i = 0; i < n; i++)
    turned[i] = points[h->crown ? i : (n - i) % n];
  ring_solid_add_facet (h->b->solid, kind, turned, n);
}

/* The two halves between tip K and the girdle. */
static void
add_halves (const Half *h, guint k)
{
  RingVec points[STEPS + 2];

  for (guint side = 0; side < 2; side++)
    {
      points[0] = h->tips[k];
      for (guint i = 0; i <= STEPS; i++)
        points[i + 1] = rim (h->b, (k + (side + (double) i / STEPS) / 2) / MAINS, h->outer[k].z);
      add (h, h->crown ? RING_FACET_UPPER_HALF : RING_FACET_LOWER_HALF, points, STEPS + 2);
    }
}

static void
add_facets (const Half *h)
{
  for (guint k = 0; k < MAINS; k++)
    {
      RingVec before = h->tips[(k + MAINS - 1) % MAINS];
      const RingVec kite[4] = { h->inner[k], before, h->outer[k], h->tips[k] };
      const RingVec star[3] = { h->inner[k], h->tips[k], h->inner[(k + 1) % MAINS] };

      add (h, h->crown ? RING_FACET_MAIN : RING_FACET_PAVILION_MAIN, kite, 4);
      if (h->crown)
        add (h, RING_FACET_STAR, star, 3);
      add_halves (h, k);
    }
}

static void
build_half (const RingCutBuilder *b, gboolean crown, double girdle, double top)
{
  Half h = { .b = b, .crown = crown };
  double table = crown ? b->p.table : 0;
  double c = cos (G_PI / MAINS);
  double reach = crown ? table * c + b->p.star * (1 - table * c) : 1 - b->p.lower_half;
  double tip = girdle + (top - girdle) * (1 - reach * c) / (1 - table);

  for (guint k = 0; k < MAINS; k++)
    {
      RingVec g = rim (b, (double) k / MAINS, girdle);

      h.outer[k] = g;
      h.inner[k] = (RingVec){ g.x * table, b->centre + (g.y - b->centre) * table, top };
    }
  for (guint k = 0; k < MAINS; k++)
    {
      find_tip (&h, k);
      h.tips[k].z = tip;
    }
  if (crown)
    add (&h, RING_FACET_TABLE, h.inner, MAINS);
  add_facets (&h);
}

void
ring_cut_build_heart (const RingCutBuilder *b)
{
  build_half (b, TRUE, b->p.girdle, b->p.girdle + b->p.crown);
  build_half (b, FALSE, 0, -b->p.pavilion);
  for (guint i = 0; i < RING_CUT_GIRDLE_STEPS; i++)
    {
      RingVec low = rim (b, (double) i / RING_CUT_GIRDLE_STEPS, 0);
      RingVec next = rim (b, (double) (i + 1) / RING_CUT_GIRDLE_STEPS, 0);
      const RingVec quad[4]
          = { low, next, { next.x, next.y, b->p.girdle }, { low.x, low.y, b->p.girdle } };

      ring_solid_add_facet (b->solid, RING_FACET_GIRDLE, quad, 4);
    }
}
