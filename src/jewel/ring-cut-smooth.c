/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Cabochons: a dome over the outline and a flat base. The dome is a mesh so fine that its corners
 * cannot be seen; it is drawn by outline and tone, never by its facets. */

#include "ring-cut-private.h"

#include <string.h>

#define ROWS 18

/* How far in the dome has come where it has risen by Z of its height: an ellipse for a cabochon;
 * for a sugarloaf four curved sides under a blunt point. */
static double
dome_radius (RingCut cut, double z)
{
  if (cut == RING_CUT_SUGARLOAF)
    return pow (1 - pow (z, 1.55), 0.85);
  return sqrt (1 - z * z);
}

static void
ring_at (const RingCutBuilder *b, double scale, double z, RingVec *points)
{
  for (guint i = 0; i < RING_CUT_GIRDLE_STEPS; i++)
    {
      RingPoint p = ring_cut_unit_outline (b->cut, b->a, (double) i / RING_CUT_GIRDLE_STEPS);

      points[i] = (RingVec){ p.x * scale, p.y * scale, z };
    }
}

static void
add_band (const RingCutBuilder *b, RingFacetKind kind, const RingVec *low, const RingVec *high)
{
  for (guint i = 0; i < RING_CUT_GIRDLE_STEPS; i++)
    {
      guint j = (i + 1) % RING_CUT_GIRDLE_STEPS;
      const RingVec quad[4] = { low[i], low[j], high[j], high[i] };

      /* At the top the quads have become triangles. */
      ring_solid_add_facet (b->solid, kind, quad,
                            ring_vec_length (ring_vec_sub (high[i], high[j])) > 1e-9 ? 4 : 3);
    }
}

void
ring_cut_build_smooth (const RingCutBuilder *b)
{
  RingVec low[RING_CUT_GIRDLE_STEPS], high[RING_CUT_GIRDLE_STEPS];

  ring_at (b, 1, 0, low);
  /* The base is seen from below. */
  for (guint i = 0; i < RING_CUT_GIRDLE_STEPS; i++)
    high[i] = low[RING_CUT_GIRDLE_STEPS - 1 - i];
  ring_solid_add_facet (b->solid, RING_FACET_BASE, high, RING_CUT_GIRDLE_STEPS);
  ring_at (b, 1, b->p.girdle, high);
  add_band (b, RING_FACET_GIRDLE, low, high);
  for (guint row = 1; row <= ROWS; row++)
    {
      double z = sin (G_PI / 2 * row / ROWS);

      memcpy (low, high, sizeof low);
      ring_at (b, row < ROWS ? dome_radius (b->cut, z) : 0, b->p.girdle + b->p.crown * z, high);
      add_band (b, RING_FACET_DOME, low, high);
    }
}
