/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each cut is built with half-width 1 and half-length a = length / width by the planes that bound
 * it, then scaled to its millimetres.
 *
 * Round: the reference stone of GIA's cut grading system (table 57 %, crown 34.0 degrees, pavilion
 * 40.7 degrees, girdle 2.5 %, star 50 %, lower half 80 %). Oval, cushion, pear and marquise follow
 * the same construction on their outline, with eight mains: heights are the round's. Emerald and
 * Asscher rows and the princess's plan are those measured on trade meshes: crown rows 38.5, 31.5,
 * 24.5 degrees and pavilion rows 54, 43, 36 for an emerald; 44.9, 37.9, 30.9 and 55.4, 44.4, 37.4
 * for an Asscher. Heights of the princess are chosen so that all its facets are flat. */

#include "ring-cut.h"

#include <glib/gi18n-lib.h>

#define GIRDLE_STEPS 96 /* flats round the girdle; mains at every 12th, halves between */
#define MAINS 8

typedef struct
{
  const char *id;
  const char *label;
  double ratio;  /* length over width */
  double table;  /* part of the width */
  double corner; /* leg of the cut corner of a step cut, half-width 1 */
} Cut;

static const Cut cuts[RING_N_CUTS] = {
  [RING_CUT_ROUND] = { "round", NC_("gem cut", "Round"), 1, 0.57, 0 },
  [RING_CUT_OVAL] = { "oval", NC_("gem cut", "Oval"), 1.4, 0.57, 0 },
  [RING_CUT_PRINCESS] = { "princess", NC_("gem cut", "Princess"), 1, 0.65, 0 },
  [RING_CUT_EMERALD] = { "emerald", NC_("gem cut", "Emerald"), 1.4, 0.625, 0.26 },
  [RING_CUT_CUSHION] = { "cushion", NC_("gem cut", "Cushion"), 1, 0.60, 0 },
  [RING_CUT_PEAR] = { "pear", NC_("gem cut", "Pear"), 1.55, 0.57, 0 },
  [RING_CUT_MARQUISE] = { "marquise", NC_("gem cut", "Marquise"), 2, 0.57, 0 },
  [RING_CUT_ASSCHER] = { "asscher", NC_("gem cut", "Asscher"), 1, 0.55, 0.36 },
};

/* Heights of the brilliants, half-width 1. */
#define GIRDLE 0.05
#define CROWN_SLOPE 0.674508517    /* tan 34.0 degrees */
#define PAVILION_SLOPE 0.860137652 /* tan 40.7 degrees */
#define STAR 0.5
#define LOWER_HALF 0.8

/* The cushion's superellipse. */
#define CUSHION_POWER 2.8

/* Heights of the princess: crown and depth of the pavilion, and how deep the chevrons' tips lie. */
#define PRINCESS_CROWN 0.22
#define PRINCESS_GIRDLE 0.06
#define PRINCESS_PAVILION 1.16

typedef struct
{
  RingCut cut;
  double a;      /* half-length */
  double centre; /* y of the point that table and culet lie over */
  RingSolid *solid;
} Builder;

static const RingVec inside = { 0, 0, 0.01 };

const char *
ring_cut_id (RingCut cut)
{
  return cuts[cut].id;
}

const char *
ring_cut_label (RingCut cut)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "gem cut", cuts[cut].label);
}

gboolean
ring_cut_from_id (const char *id, RingCut *cut)
{
  for (guint i = 0; i < RING_N_CUTS; i++)
    if (g_strcmp0 (id, cuts[i].id) == 0)
      {
        *cut = (RingCut) i;
        return TRUE;
      }
  return FALSE;
}

double
ring_cut_usual_ratio (RingCut cut)
{
  return cuts[cut].ratio;
}

/* The head circle of a pear lies at the far end from its point. */
static double
centre_of (RingCut cut, double a)
{
  return cut == RING_CUT_PEAR ? a - 1 : 0;
}

/* A circle's arc from the side (u = 0) to the tip (u = 1) of a half-outline HIGH over the widest
 * point: radius (h2 + w2/4) / w with w = 2. */
static RingPoint
wing (double high, double u)
{
  double radius = (high * high + 1) / 2;
  double angle = u * asin (MIN (1, high / radius));

  /* Short and wide ones are past the quarter circle; none of the cuts are. */
  return (RingPoint){ 1 - radius + radius * cos (angle), radius * sin (angle) };
}

static RingPoint
pear_outline (double a, double u)
{
  double y0 = centre_of (RING_CUT_PEAR, a);
  RingPoint p;

  if (u <= 0.5)
    return (RingPoint){ cos (2 * G_PI * u), y0 + sin (2 * G_PI * u) };
  p = wing (a + y0, u < 0.75 ? (u - 0.5) * 4 : (1 - u) * 4);
  return (RingPoint){ u < 0.75 ? -p.x : p.x, y0 - p.y };
}

static RingPoint
marquise_outline (double a, double u)
{
  double f = u * 4;
  int quarter = (int) f;
  RingPoint p = wing (a, quarter % 2 == 0 ? f - quarter : quarter + 1 - f);

  return (RingPoint){ quarter == 1 || quarter == 2 ? -p.x : p.x, quarter >= 2 ? -p.y : p.y };
}

static double
signed_power (double value, double power)
{
  return value < 0 ? -pow (-value, power) : pow (value, power);
}

/* The rectangle with cut corners, by its corners; u counts them, not lengths. */
static RingPoint
octagon_outline (double a, double corner, double u)
{
  const RingPoint p[9] = { { 1, -a + corner },  { 1, a - corner },  { 1 - corner, a },
                           { -1 + corner, a },  { -1, a - corner }, { -1, -a + corner },
                           { -1 + corner, -a }, { 1 - corner, -a }, { 1, -a + corner } };
  double f = CLAMP (u, 0, 1) * 8;
  guint i = MIN ((guint) f, 7);

  f -= i;
  return (RingPoint){ p[i].x + (p[i + 1].x - p[i].x) * f, p[i].y + (p[i + 1].y - p[i].y) * f };
}

static RingPoint
unit_outline (RingCut cut, double a, double u)
{
  double c, s;

  u -= floor (u);
  c = cos (2 * G_PI * u);
  s = sin (2 * G_PI * u);
  switch (cut)
    {
    case RING_CUT_PRINCESS:
      return octagon_outline (a, 0, u);
    case RING_CUT_EMERALD:
    case RING_CUT_ASSCHER:
      return octagon_outline (a, cuts[cut].corner, u);
    case RING_CUT_PEAR:
      return pear_outline (a, u);
    case RING_CUT_MARQUISE:
      return marquise_outline (a, u);
    case RING_CUT_CUSHION:
      return (RingPoint){ signed_power (c, 2 / CUSHION_POWER),
                          a * signed_power (s, 2 / CUSHION_POWER) };
    case RING_CUT_ROUND:
    case RING_CUT_OVAL:
    default:
      return (RingPoint){ c, a * s };
    }
}

RingPoint
ring_cut_outline (RingCut cut, double length, double width, double u)
{
  RingPoint p = unit_outline (cut, length / width, u);

  return (RingPoint){ p.x * width / 2, p.y * width / 2 };
}

RingPath *
ring_cut_outline_path (RingCut cut, double length, double width)
{
  RingPath *path = ring_path_new ();
  gboolean straight
      = cut == RING_CUT_PRINCESS || cut == RING_CUT_EMERALD || cut == RING_CUT_ASSCHER;
  guint n = straight ? 8 : GIRDLE_STEPS;

  if (cut == RING_CUT_ROUND || cut == RING_CUT_OVAL)
    {
      ring_path_add_ellipse (path, (RingPoint){ 0, 0 }, width / 2, length / 2);
      return path;
    }
  ring_path_move_to (path, ring_cut_outline (cut, length, width, 0));
  for (guint i = 1; i < n; i++)
    ring_path_line_to (path, ring_cut_outline (cut, length, width, (double) i / n));
  ring_path_close (path);
  return path;
}

static RingVec
rim (const Builder *b, double u, double z)
{
  RingPoint p = unit_outline (b->cut, b->a, u);

  return (RingVec){ p.x, p.y, z };
}

/* The direction of the outline at main K. The plane of a pointed end stands square to the axis. */
static RingVec
tangent (const Builder *b, guint k)
{
  double u = (double) k / MAINS;
  RingPoint p, q;

  if (k == 6 && (b->cut == RING_CUT_PEAR || b->cut == RING_CUT_MARQUISE))
    return (RingVec){ 1, 0, 0 };
  if (k == 2 && b->cut == RING_CUT_MARQUISE)
    return (RingVec){ -1, 0, 0 };
  p = unit_outline (b->cut, b->a, u + 1 - 1e-5);
  q = unit_outline (b->cut, b->a, u + 1e-5);
  return ring_vec_unit ((RingVec){ q.x - p.x, q.y - p.y, 0 });
}

/* Where the plan lines of two mains cross at height Z. Both mains fall from their rim point, at
 * height FROM, to the inner point at height TO. */
static RingVec
mains_meet (const Builder *b, guint k, const RingVec *outer, const RingVec *inner, double z)
{
  guint j = (k + 1) % MAINS;
  double part = (z - outer[k].z) / (inner[k].z - outer[k].z);
  RingVec p = ring_vec_mix (outer[k], inner[k], part);
  RingVec q = ring_vec_mix (outer[j], inner[j], part);
  RingVec tp = tangent (b, k);
  RingVec tq = tangent (b, j);
  double det = tp.x * tq.y - tp.y * tq.x;
  double s = ((q.x - p.x) * tq.y - (q.y - p.y) * tq.x) / det;

  return (RingVec){ p.x + s * tp.x, p.y + s * tp.y, z };
}

static void
brilliant_side (const Builder *b, gboolean crown, double girdle, double top)
{
  RingVec outer[MAINS], inner[MAINS], tips[MAINS];
  double table = crown ? cuts[b->cut].table : 0;
  double c = cos (G_PI / 8);
  /* Plan radius of the star's or the lower half's tip in the round, and so its part of the height.
   */
  double reach = crown ? table * c + STAR * (1 - table * c) : 1 - LOWER_HALF;
  double part = (1 - reach * c) / (1 - table);

  for (guint k = 0; k < MAINS; k++)
    {
      outer[k] = rim (b, (double) k / MAINS, girdle);
      inner[k] = (RingVec){ outer[k].x * table, b->centre + (outer[k].y - b->centre) * table, top };
    }
  for (guint k = 0; k < MAINS; k++)
    tips[k] = mains_meet (b, k, outer, inner, girdle + (top - girdle) * part);

  for (guint k = 0; k < MAINS; k++)
    ring_solid_cut (b->solid, crown ? RING_FACET_MAIN : RING_FACET_PAVILION_MAIN, outer[k],
                    ring_vec_add (outer[k], tangent (b, k)), inner[k], inside);
  for (guint k = 0; k < MAINS; k++)
    {
      guint j = (k + 1) % MAINS;
      RingVec half = rim (b, (k + 0.5) / MAINS, girdle);
      RingFacetKind kind = crown ? RING_FACET_UPPER_HALF : RING_FACET_LOWER_HALF;

      ring_solid_cut (b->solid, kind, tips[k], outer[k], half, inside);
      ring_solid_cut (b->solid, kind, tips[k], half, outer[j], inside);
      if (crown)
        ring_solid_cut (b->solid, RING_FACET_STAR, tips[k], inner[k], inner[j], inside);
    }
}

static void
cut_table (const Builder *b, double z)
{
  ring_solid_cut (b->solid, RING_FACET_TABLE, (RingVec){ 0, 0, z }, (RingVec){ 1, 0, z },
                  (RingVec){ 0, 1, z }, inside);
}

static void
cut_girdle (const Builder *b, guint steps)
{
  for (guint i = 0; i < steps; i++)
    {
      RingVec p = rim (b, (double) i / steps, 0);
      RingVec q = rim (b, (double) (i + 1) / steps, 0);

      if (hypot (q.x - p.x, q.y - p.y) > 1e-9)
        ring_solid_cut (b->solid, RING_FACET_GIRDLE, p, q, (RingVec){ p.x, p.y, 1 }, inside);
    }
}

static double
brilliant_crown (RingCut cut)
{
  return (1 - cuts[cut].table) * CROWN_SLOPE;
}

static void
build_brilliant (const Builder *b)
{
  double top = GIRDLE + brilliant_crown (b->cut);

  cut_table (b, top);
  brilliant_side (b, TRUE, GIRDLE, top);
  cut_girdle (b, GIRDLE_STEPS);
  brilliant_side (b, FALSE, 0, -PAVILION_SLOPE);
}

/* Rows of a step cut from the girdle inwards: angles in degrees, each over a third of the inset. */
static const double step_rows[2][2][3] = {
  { { 38.5, 31.5, 24.5 }, { 54, 43, 36 } },
  { { 44.9, 37.9, 30.9 }, { 55.4, 44.4, 37.4 } },
};

#define STEP_GIRDLE 0.0625

static double
step_height (RingCut cut, gboolean crown, guint rows)
{
  const double *angles = step_rows[cut == RING_CUT_ASSCHER][crown ? 0 : 1];
  double inset = (crown ? 1 - cuts[cut].table : 1) / 3;
  double height = 0;

  for (guint i = 0; i < rows; i++)
    height += inset * tan (angles[i] * G_PI / 180);
  return height;
}

/* The facet of one row towards the direction (DX, DY), between insets I0 and I1. */
static void
cut_step (
    const Builder *b, RingFacetKind kind, int dx, int dy, const double *inset, const double *z)
{
  RingVec p[2];
  RingVec along;

  for (guint i = 0; i < 2; i++)
    {
      double w = 1 - inset[i];
      double l = b->a - inset[i];
      double c = cuts[b->cut].corner * w;

      p[i] = dx != 0 && dy != 0 ? (RingVec){ dx * (w - c), dy * l, z[i] }
                                : (RingVec){ dx * w, dy * l, z[i] };
    }
  along = dx != 0 && dy != 0 ? (RingVec){ dx, -dy, 0 } : (RingVec){ dy, dx, 0 };
  ring_solid_cut (b->solid, kind, p[0], ring_vec_add (p[0], along), p[1], inside);
}

static void
build_step (const Builder *b)
{
  static const int directions[8][2]
      = { { 1, 0 }, { 1, 1 }, { 0, 1 }, { -1, 1 }, { -1, 0 }, { -1, -1 }, { 0, -1 }, { 1, -1 } };

  cut_table (b, STEP_GIRDLE + step_height (b->cut, TRUE, 3));
  cut_girdle (b, 8);
  for (guint side = 0; side < 2; side++)
    for (guint row = 0; row < 3; row++)
      for (guint d = 0; d < 8; d++)
        {
          gboolean crown = side == 0;
          double third = (crown ? 1 - cuts[b->cut].table : 1) / 3;
          double inset[2] = { row * third, (row + 1) * third };
          double z[2];

          for (guint i = 0; i < 2; i++)
            z[i] = crown ? STEP_GIRDLE + step_height (b->cut, TRUE, row + i)
                         : -step_height (b->cut, FALSE, row + i);
          cut_step (b, crown ? RING_FACET_STEP : RING_FACET_PAVILION_STEP, directions[d][0],
                    directions[d][1], inset, z);
        }
}

/* P turned by K quarters round the axis, then stretched to the half-length. */
static RingVec
quarter (const Builder *b, guint k, double x, double y, double z)
{
  double turned[4][2] = { { x, y }, { -y, x }, { -x, -y }, { y, -x } };

  return (RingVec){ turned[k][0], turned[k][1] * b->a, z };
}

static void
princess_crown (const Builder *b, guint k)
{
  double g = PRINCESS_GIRDLE;
  double top = g + PRINCESS_CROWN;
  /* So high that the corner kite is flat: from (.588, .588) over (.772, .772) to (1, 1). */
  double tip = g + PRINCESS_CROWN * 0.228 / 0.412;
  RingVec side = quarter (b, k, 0, 0.65, top);
  RingVec diagonal = quarter (b, k, 0.588, 0.588, top);
  RingVec other = quarter (b, k, -0.588, 0.588, top);
  RingVec right = quarter (b, k, 0.72, 0.824, tip);
  RingVec corner = quarter (b, k, 1, 1, g);
  RingVec left = quarter (b, k, -0.72, 0.824, tip);

  ring_solid_cut (b->solid, RING_FACET_STAR, side, diagonal, right, inside);
  ring_solid_cut (b->solid, RING_FACET_STAR, side, other, left, inside);
  ring_solid_cut (b->solid, RING_FACET_MAIN, diagonal, right, corner, inside);
  ring_solid_cut (b->solid, RING_FACET_UPPER_HALF, side, right, left, inside);
  ring_solid_cut (b->solid, RING_FACET_UPPER_HALF, right, left, corner, inside);
}

static void
princess_pavilion (const Builder *b, guint k)
{
  /* Depths of the chevrons' tips, so that slopes fall towards the culet. */
  static const double tips[3][2] = { { 0.5, -0.62 }, { 0.3, -0.80 }, { 0.1, -0.95 } };
  RingVec right = quarter (b, k, 1, 1, 0);
  RingVec left = quarter (b, k, -1, 1, 0);
  RingVec p[3];

  for (guint i = 0; i < 3; i++)
    p[i] = quarter (b, k, 0, tips[i][0], tips[i][1] * PRINCESS_PAVILION);
  ring_solid_cut (b->solid, RING_FACET_LOWER_HALF, right, left, p[0], inside);
  for (guint i = 0; i < 2; i++)
    {
      ring_solid_cut (b->solid, RING_FACET_LOWER_HALF, right, p[i], p[i + 1], inside);
      ring_solid_cut (b->solid, RING_FACET_LOWER_HALF, left, p[i], p[i + 1], inside);
    }
  ring_solid_cut (b->solid, RING_FACET_PAVILION_MAIN, quarter (b, k, 0, 0, -PRINCESS_PAVILION),
                  p[2], right, inside);
}

static void
build_princess (const Builder *b)
{
  cut_table (b, PRINCESS_GIRDLE + PRINCESS_CROWN);
  cut_girdle (b, 8);
  for (guint k = 0; k < 4; k++)
    {
      princess_crown (b, k);
      princess_pavilion (b, k);
    }
}

/* Heights over and under the girdle's lower edge, half-width 1. */
static void
unit_heights (RingCut cut, double *above, double *below)
{
  switch (cut)
    {
    case RING_CUT_PRINCESS:
      *above = PRINCESS_GIRDLE + PRINCESS_CROWN;
      *below = PRINCESS_PAVILION;
      break;
    case RING_CUT_EMERALD:
    case RING_CUT_ASSCHER:
      *above = STEP_GIRDLE + step_height (cut, TRUE, 3);
      *below = step_height (cut, FALSE, 3);
      break;
    case RING_CUT_ROUND:
    case RING_CUT_OVAL:
    case RING_CUT_CUSHION:
    case RING_CUT_PEAR:
    case RING_CUT_MARQUISE:
    default:
      *above = GIRDLE + brilliant_crown (cut);
      *below = PAVILION_SLOPE;
      break;
    }
}

double
ring_cut_usual_depth (RingCut cut)
{
  double above, below;

  unit_heights (cut, &above, &below);
  return (above + below) / 2;
}

double
ring_cut_crown_part (RingCut cut)
{
  double above, below;

  unit_heights (cut, &above, &below);
  return above / (above + below);
}

RingSolid *
ring_cut_solid (RingCut cut, double length, double width, double depth)
{
  Builder b = { .cut = cut, .a = length / width, .solid = ring_solid_new () };

  g_return_val_if_fail (length > 0 && width > 0 && depth > 0, b.solid);

  b.centre = centre_of (cut, b.a);
  if (cut == RING_CUT_PRINCESS)
    build_princess (&b);
  else if (cut == RING_CUT_EMERALD || cut == RING_CUT_ASSCHER)
    build_step (&b);
  else
    build_brilliant (&b);
  ring_solid_close (b.solid);
  ring_solid_scale (b.solid, width / 2, width / 2, depth / (2 * ring_cut_usual_depth (cut)));
  return b.solid;
}
