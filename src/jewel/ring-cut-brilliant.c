/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Brilliants: mains from girdle to table or culet, halves between them and the girdle, stars round
 * the table. All follow the construction of the round on their own outline, with eight mains, or
 * six on a triangle: three on its corners and three on its sides. */

#include "ring-cut-private.h"

#define MAX_MAINS 8

/* Of the width of an old stone's culet, whose facet one can see. */
#define CULET_OLD_MINE 0.10
#define CULET_OLD_EUROPEAN 0.08

/* A pavilion in two tiers is fuller: its outer mains would go on to a culet so much deeper, and
 * flatter ones take over at this part of the way out. */
#define TIER_DEPTH 1.22
#define TIER_AT 0.42

static gboolean
has_tiers (RingCut cut)
{
  return cut == RING_CUT_CUSHION;
}

static guint
n_mains (RingCut cut)
{
  return cut == RING_CUT_TRILLION || cut == RING_CUT_TRILLIANT ? 6 : 8;
}

static double
culet (RingCut cut)
{
  switch (cut)
    {
    case RING_CUT_OLD_MINE:
      return CULET_OLD_MINE;
    case RING_CUT_OLD_EUROPEAN:
      return CULET_OLD_EUROPEAN;
    default:
      return 0;
    }
}

static RingVec
rim (const RingCutBuilder *b, double u, double z)
{
  RingPoint p = ring_cut_unit_outline (b->cut, b->a, u);

  return (RingVec){ p.x, p.y, z };
}

/* The direction of the outline at U; square to the axis at a point, by symmetry. */
static RingVec
tangent (const RingCutBuilder *b, double u)
{
  RingPoint p = ring_cut_unit_outline (b->cut, b->a, u + 1 - 1e-5);
  RingPoint q = ring_cut_unit_outline (b->cut, b->a, u + 1e-5);

  return ring_vec_unit ((RingVec){ q.x - p.x, q.y - p.y, 0 });
}

/* Where the plan lines of two mains cross at height Z. Both mains fall from their rim point, at
 * height FROM, to the inner point at height TO. */
static RingVec
mains_meet (
    const RingCutBuilder *b, guint n, guint k, const RingVec *outer, const RingVec *inner, double z)
{
  guint j = (k + 1) % n;
  double part = (z - outer[k].z) / (inner[k].z - outer[k].z);
  RingVec p = ring_vec_mix (outer[k], inner[k], part);
  RingVec q = ring_vec_mix (outer[j], inner[j], part);
  RingVec tp = tangent (b, (double) k / n);
  RingVec tq = tangent (b, (double) j / n);
  double det = tp.x * tq.y - tp.y * tq.x;
  double s = ((q.x - p.x) * tq.y - (q.y - p.y) * tq.x) / det;

  return (RingVec){ p.x + s * tp.x, p.y + s * tp.y, z };
}

static void
cut_halves (const RingCutBuilder *b,
            gboolean crown,
            guint n,
            const RingVec *outer,
            const RingVec *inner,
            double girdle,
            double top)
{
  double table = crown ? b->p.table : 0;
  double c = cos (G_PI / n);
  /* Plan radius of the star's or the lower half's tip in the round, and so its part of the height.
   */
  double reach = crown ? table * c + b->p.star * (1 - table * c) : 1 - b->p.lower_half;
  double part = (1 - reach * c) / (1 - table);

  for (guint k = 0; k < n; k++)
    {
      RingVec tip = mains_meet (b, n, k, outer, inner, girdle + (top - girdle) * part);
      RingVec half = rim (b, (k + 0.5) / n, girdle);
      RingFacetKind kind = crown ? RING_FACET_UPPER_HALF : RING_FACET_LOWER_HALF;
      guint j = (k + 1) % n;

      ring_solid_cut (b->solid, kind, tip, outer[k], half, ring_cut_inside);
      ring_solid_cut (b->solid, kind, tip, half, outer[j], ring_cut_inside);
      if (crown)
        ring_solid_cut (b->solid, RING_FACET_STAR, tip, inner[k], inner[j], ring_cut_inside);
    }
}

static void
brilliant_side (const RingCutBuilder *b, gboolean crown, double girdle, double top)
{
  RingVec outer[MAX_MAINS], inner[MAX_MAINS];
  guint n = n_mains (b->cut);
  double table = crown ? b->p.table : 0;

  for (guint k = 0; k < n; k++)
    {
      outer[k] = rim (b, (double) k / n, girdle);
      inner[k] = (RingVec){ outer[k].x * table, b->centre + (outer[k].y - b->centre) * table, top };
    }
  for (guint k = 0; k < n; k++)
    ring_solid_cut (b->solid, crown ? RING_FACET_MAIN : RING_FACET_PAVILION_MAIN, outer[k],
                    ring_vec_add (outer[k], tangent (b, (double) k / n)), inner[k],
                    ring_cut_inside);
  if (b->cut != RING_CUT_SINGLE)
    cut_halves (b, crown, n, outer, inner, girdle, top);
}

static void
inner_tier (const RingCutBuilder *b)
{
  for (guint k = 0; k < n_mains (b->cut); k++)
    {
      double u = (double) k / n_mains (b->cut);
      RingVec p = rim (b, u, 0);
      RingVec low = { 0, b->centre, -b->p.pavilion };

      p = ring_vec_mix ((RingVec){ 0, b->centre, 0 }, p, TIER_AT);
      p.z = -b->p.pavilion * TIER_DEPTH * (1 - TIER_AT);
      ring_solid_cut (b->solid, RING_FACET_PAVILION_MAIN, p, ring_vec_add (p, tangent (b, u)), low,
                      ring_cut_inside);
    }
}

void
ring_cut_build_brilliant (const RingCutBuilder *b)
{
  double top = b->p.girdle + b->p.crown;
  double c = culet (b->cut);

  ring_cut_table_plane (b, RING_FACET_TABLE, top);
  brilliant_side (b, TRUE, b->p.girdle, top);
  ring_cut_girdle_planes (b);
  if (has_tiers (b->cut))
    {
      brilliant_side (b, FALSE, 0, -b->p.pavilion * TIER_DEPTH);
      inner_tier (b);
      return;
    }
  /* Pavilions of old stones would go on beneath their culet. */
  brilliant_side (b, FALSE, 0, -b->p.pavilion / (1 - c));
  if (c > 0)
    ring_cut_table_plane (b, RING_FACET_CULET, -b->p.pavilion);
}
