/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Princess and radiant: straight sides, and facets that fan out from the corners. Plans are those
 * measured on trade meshes; heights are chosen so that every facet is flat. */

#include "ring-cut-private.h"

/* P turned by K quarters round the axis, then stretched to the half-length. */
static RingVec
quarter (const RingCutBuilder *b, guint k, double x, double y, double z)
{
  double turned[4][2] = { { x, y }, { -y, x }, { -x, -y }, { y, -x } };

  return (RingVec){ turned[k][0], turned[k][1] * b->a, z };
}

static void
princess_crown (const RingCutBuilder *b, guint k)
{
  double g = b->p.girdle;
  double top = g + b->p.crown;
  /* So high that the corner kite is flat: from (.588, .588) over (.772, .772) to (1, 1). */
  double tip = g + b->p.crown * 0.228 / 0.412;
  RingVec side = quarter (b, k, 0, 0.65, top);
  RingVec diagonal = quarter (b, k, 0.588, 0.588, top);
  RingVec other = quarter (b, k, -0.588, 0.588, top);
  RingVec right = quarter (b, k, 0.72, 0.824, tip);
  RingVec corner = quarter (b, k, 1, 1, g);
  RingVec left = quarter (b, k, -0.72, 0.824, tip);

  ring_solid_cut (b->solid, RING_FACET_STAR, side, diagonal, right, ring_cut_inside);
  ring_solid_cut (b->solid, RING_FACET_STAR, side, other, left, ring_cut_inside);
  ring_solid_cut (b->solid, RING_FACET_MAIN, diagonal, right, corner, ring_cut_inside);
  ring_solid_cut (b->solid, RING_FACET_UPPER_HALF, side, right, left, ring_cut_inside);
  ring_solid_cut (b->solid, RING_FACET_UPPER_HALF, right, left, corner, ring_cut_inside);
}

static void
princess_pavilion (const RingCutBuilder *b, guint k)
{
  /* Depths of the chevrons' tips, so that slopes fall towards the culet. */
  static const double tips[3][2] = { { 0.5, -0.63 }, { 0.3, -0.81 }, { 0.1, -0.95 } };
  RingVec right = quarter (b, k, 1, 1, 0);
  RingVec left = quarter (b, k, -1, 1, 0);
  RingVec p[3];

  for (guint i = 0; i < 3; i++)
    p[i] = quarter (b, k, 0, tips[i][0], tips[i][1] * b->p.pavilion);
  ring_solid_cut (b->solid, RING_FACET_LOWER_HALF, right, left, p[0], ring_cut_inside);
  for (guint i = 0; i < 2; i++)
    {
      ring_solid_cut (b->solid, RING_FACET_LOWER_HALF, right, p[i], p[i + 1], ring_cut_inside);
      ring_solid_cut (b->solid, RING_FACET_LOWER_HALF, left, p[i], p[i + 1], ring_cut_inside);
    }
  ring_solid_cut (b->solid, RING_FACET_PAVILION_MAIN, quarter (b, k, 0, 0, -b->p.pavilion), p[2],
                  right, ring_cut_inside);
}

void
ring_cut_build_princess (const RingCutBuilder *b)
{
  ring_cut_table_plane (b, RING_FACET_TABLE, b->p.girdle + b->p.crown);
  ring_cut_girdle_planes (b);
  for (guint k = 0; k < 4; k++)
    {
      princess_crown (b, k);
      princess_pavilion (b, k);
    }
}

/* A table octagon with its corners on the middles of the sides and the diagonals, eight stars, and
 * at half the height the row to the girdle. */
static void
radiant_crown (const RingCutBuilder *b, guint k)
{
  double g = b->p.girdle;
  double top = g + b->p.crown;
  double tip = g + b->p.crown * 0.5;
  RingVec side = quarter (b, k, 0, 0.648, top);
  RingVec diagonal = quarter (b, k, 0.59, 0.59, top);
  RingVec other = quarter (b, k, -0.59, 0.59, top);
  RingVec right = quarter (b, k, 0.642, 0.86, tip);
  RingVec left = quarter (b, k, -0.642, 0.86, tip);
  RingVec corner_tip = quarter (b, k, 0.86, 0.642, tip);
  RingVec edge = quarter (b, k, 0.70, 1, g);
  RingVec corner = quarter (b, k, 1, 0.70, g);

  ring_solid_cut (b->solid, RING_FACET_STAR, side, diagonal, right, ring_cut_inside);
  ring_solid_cut (b->solid, RING_FACET_STAR, side, other, left, ring_cut_inside);
  ring_solid_cut (b->solid, RING_FACET_MAIN, diagonal, right, corner_tip, ring_cut_inside);
  ring_solid_cut (b->solid, RING_FACET_UPPER_HALF, side, right, left, ring_cut_inside);
  ring_solid_cut (b->solid, RING_FACET_UPPER_HALF, right, left, edge, ring_cut_inside);
  ring_solid_cut (b->solid, RING_FACET_UPPER_HALF, right, corner_tip, corner, ring_cut_inside);
}

/* Depths where a girdle facet falls by 1 over 1: its inner points lie at .8 and .7; the kite's at
 * .24 is free; the one on the diagonal follows from the plane through those three, and the culet
 * from the plane of the kite. */
static void
radiant_pavilion (const RingCutBuilder *b, guint k)
{
  const double inner = -0.74;
  const double along = 0.614 / 0.35;
  const double mix = (0.7 - 0.614 + 0.1 * along) / 0.46;
  const double diagonal = -0.3 + along * 0.1 + mix * (inner + 0.3);
  const double lowest = inner - (diagonal - inner) * 0.12 / (0.614 - 0.12);
  double f = -b->p.pavilion / lowest;
  RingVec culet = quarter (b, k, 0, 0, -b->p.pavilion);
  RingVec kite = quarter (b, k, 0, 0.24, inner * f);
  RingVec right = quarter (b, k, 0.614, 0.614, diagonal * f);
  RingVec left = quarter (b, k, -0.614, 0.614, diagonal * f);
  RingVec fan_right = quarter (b, k, 0.35, 0.8, -0.2 * f);
  RingVec fan_left = quarter (b, k, -0.35, 0.8, -0.2 * f);
  RingVec edge = quarter (b, k, 0.7, 1, 0);
  RingVec edge_left = quarter (b, k, -0.7, 1, 0);
  RingVec corner = quarter (b, k, 1, 0.7, 0);

  ring_solid_cut (b->solid, RING_FACET_LOWER_HALF, edge, edge_left, fan_right, ring_cut_inside);
  ring_solid_cut (b->solid, RING_FACET_LOWER_HALF, edge, fan_right, right, ring_cut_inside);
  ring_solid_cut (b->solid, RING_FACET_LOWER_HALF, edge_left, fan_left, left, ring_cut_inside);
  ring_solid_cut (b->solid, RING_FACET_LOWER_HALF, fan_right, right, kite, ring_cut_inside);
  ring_solid_cut (b->solid, RING_FACET_LOWER_HALF, fan_left, left, kite, ring_cut_inside);
  ring_solid_cut (b->solid, RING_FACET_LOWER_HALF, edge, corner, right, ring_cut_inside);
  ring_solid_cut (b->solid, RING_FACET_PAVILION_MAIN, culet, kite, right, ring_cut_inside);
}

void
ring_cut_build_radiant (const RingCutBuilder *b)
{
  ring_cut_table_plane (b, RING_FACET_TABLE, b->p.girdle + b->p.crown);
  ring_cut_girdle_planes (b);
  for (guint k = 0; k < 4; k++)
    {
      radiant_crown (b, k);
      radiant_pavilion (b, k);
    }
}
