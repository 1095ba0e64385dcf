/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Step cuts: rows of facets parallel to straight sides, each row flatter than the one outside it.
 *
 * Emerald and Asscher rows are those measured on trade meshes: crown 38.5, 31.5, 24.5 degrees and
 * pavilion 54, 43, 36 for an emerald; 44.9, 37.9, 30.9 and 55.4, 44.4, 37.4 for an Asscher. Sides
 * of an emerald and a baguette step in by equal widths, so that a keel is left, and corners in
 * proportion, so that their lines converge; all other outlines shrink towards one point. */

#include "ring-cut-private.h"

#define MAX_SIDES 16
#define MAX_ROWS 4

/* A side of the outline and how far it has moved in at the culet or keel. */
typedef struct
{
  double nx, ny; /* outwards, length 1 */
  double at;     /* points of the side have n . p = at */
  double inset;
} Side;

typedef struct
{
  guint n_crown, n_pavilion;
  double crown[MAX_ROWS], pavilion[MAX_ROWS]; /* degrees, from the girdle inwards */
} Rows;

static const Rows emerald_rows = { 3, 3, { 38.5, 31.5, 24.5 }, { 54, 43, 36 } };
static const Rows asscher_rows = { 3, 3, { 44.9, 37.9, 30.9 }, { 55.4, 44.4, 37.4 } };
static const Rows square_rows = { 1, 3, { 40 }, { 58, 42, 30 } };
static const Rows baguette_rows = { 1, 3, { 45 }, { 52, 41, 32 } };
static const Rows triangle_rows = { 2, 4, { 43, 36 }, { 52, 46, 41, 37 } };
static const Rows two_rows = { 2, 3, { 42, 34 }, { 55, 43, 34 } };

static const Rows *
rows_of (RingCut cut)
{
  switch (cut)
    {
    case RING_CUT_EMERALD:
      return &emerald_rows;
    case RING_CUT_ASSCHER:
      return &asscher_rows;
    case RING_CUT_SQUARE:
      return &square_rows;
    case RING_CUT_BAGUETTE:
    case RING_CUT_TAPERED_BAGUETTE:
      return &baguette_rows;
    case RING_CUT_TRIANGLE:
      return &triangle_rows;
    default:
      return &two_rows;
    }
}

static gboolean
has_keel (RingCut cut)
{
  return cut == RING_CUT_EMERALD || cut == RING_CUT_ASSCHER || cut == RING_CUT_BAGUETTE
         || cut == RING_CUT_TAPERED_BAGUETTE;
}

static guint
add_side (Side *sides, guint n, RingPoint p, RingPoint q)
{
  double length = ring_point_distance (p, q);
  Side side = { 0 };

  if (length < 1e-9)
    return n;
  side.nx = (q.y - p.y) / length;
  side.ny = -(q.x - p.x) / length;
  side.at = side.nx * p.x + side.ny * p.y;
  sides[n] = side;
  return n + 1;
}

/* The flats of an outline; a half-moon's arc has five, which touch it in their middles. */
static guint
list_sides (const RingCutBuilder *b, Side *sides)
{
  guint corners = ring_cut_n_sides (b->cut);
  guint n = 0;

  for (guint i = 0; i < corners; i++)
    n = add_side (sides, n, ring_cut_unit_outline (b->cut, b->a, (double) i / corners),
                  ring_cut_unit_outline (b->cut, b->a, (double) (i + 1) / corners));
  if (corners > 0)
    return n;
  for (int i = -2; i <= 2; i++)
    {
      double u = i * 0.15 + 1;

      n = add_side (sides, n, ring_cut_unit_outline (b->cut, b->a, u - 1e-5),
                    ring_cut_unit_outline (b->cut, b->a, u + 1e-5));
    }
  return add_side (sides, n, (RingPoint){ -1, b->a }, (RingPoint){ -1, -b->a });
}

/* How far the sides of a tapered baguette can step in: until both long ones and the wide end meet.
 */
static double
tapered_inset (const Side *sides, guint n)
{
  double slant = 0, at = 0, end = 0;

  for (guint i = 0; i < n; i++)
    if (sides[i].nx > 0.5)
      {
        slant = sides[i].ny;
        at = sides[i].at;
      }
    else if (sides[i].ny > 0.5)
      end = sides[i].at;
  /* On the axis: slant * y = at - inset and y = end - inset. */
  return (at - slant * end) / (1 - slant);
}

static void
find_insets (const RingCutBuilder *b, Side *sides, guint n)
{
  double equal = b->cut == RING_CUT_TAPERED_BAGUETTE ? tapered_inset (sides, n) : 1;

  for (guint i = 0; i < n; i++)
    {
      gboolean corner = has_keel (b->cut) && fabs (sides[i].nx) > 0.3 && fabs (sides[i].ny) > 0.3;

      if (corner)
        sides[i].inset = (2 - ring_cut_corner (b->cut)) / G_SQRT2;
      else if (has_keel (b->cut))
        sides[i].inset = equal;
      else
        sides[i].inset = sides[i].at - sides[i].ny * b->centre;
    }
}

/* One facet: between the parts FROM and TO of the way in, at heights Z0 and Z1. */
static void
cut_row (const RingCutBuilder *b,
         RingFacetKind kind,
         const Side *side,
         double from,
         double to,
         double z0,
         double z1)
{
  double r0 = side->at - from * side->inset;
  double r1 = side->at - to * side->inset;
  RingVec p = { side->nx * r0, side->ny * r0, z0 };
  RingVec q = { side->nx * r1, side->ny * r1, z1 };

  ring_solid_cut (b->solid, kind, p, ring_vec_add (p, (RingVec){ -side->ny, side->nx, 0 }), q,
                  ring_cut_inside);
}

/* Rows of equal width over the part REACH of the way in; their slopes are in the ratio of the
 * angles' and together make HEIGHT, which is negative downwards. */
static void
cut_rows (const RingCutBuilder *b,
          RingFacetKind kind,
          const double *angles,
          guint n_rows,
          double reach,
          double base,
          double height)
{
  Side sides[MAX_SIDES];
  guint n = list_sides (b, sides);
  double sum = 0, done = 0;

  find_insets (b, sides, n);
  for (guint r = 0; r < n_rows; r++)
    sum += tan (angles[r] * G_PI / 180);
  for (guint r = 0; r < n_rows; r++)
    {
      double next = done + tan (angles[r] * G_PI / 180) / sum;

      for (guint i = 0; i < n; i++)
        cut_row (b, kind, &sides[i], reach * r / n_rows, reach * (r + 1) / n_rows,
                 base + height * done, base + height * next);
      done = next;
    }
}

void
ring_cut_build_step (const RingCutBuilder *b)
{
  const Rows *rows = rows_of (b->cut);
  double reach = 1 - b->p.table;
  Side sides[MAX_SIDES];

  if (b->cut == RING_CUT_TAPERED_BAGUETTE)
    reach /= tapered_inset (sides, list_sides (b, sides));
  ring_cut_table_plane (b, RING_FACET_TABLE, b->p.girdle + b->p.crown);
  ring_cut_girdle_planes (b);
  cut_rows (b, RING_FACET_STEP, rows->crown, rows->n_crown, reach, b->p.girdle, b->p.crown);
  cut_rows (b, RING_FACET_PAVILION_STEP, rows->pavilion, rows->n_pavilion, 1, 0, -b->p.pavilion);
}
