/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Outlines of the cuts, with half-width 1. Pear, marquise and heart are made of circles' arcs, the
 * cushion of four flat arcs and four round corners, the trillions of three arcs; the others are
 * polygons. Stretched to another ratio they stay what they are but for circles. */

#include "ring-cut-private.h"

/* Corner radius and bulge of the sides, of the half-width. */
#define CUSHION_CORNER 0.39
#define CUSHION_BULGE 0.075
#define SUGARLOAF_CORNER 0.30
#define SUGARLOAF_BULGE 0.03

/* Of a heart's lobes; it makes a cleft of a tenth of the length. */
#define HEART_LOBE 0.535

/* Bulge of the sides of a triangle with side 1. */
#define TRILLION_BULGE 0.104
#define TRILLIANT_BULGE 0.070

/* The short end of a tapered baguette over its long one. */
#define TAPER (2 * RING_CUT_TAPER_MEAN - 1)

double
ring_cut_corner (RingCut cut)
{
  switch (cut)
    {
    case RING_CUT_EMERALD:
      return 0.26;
    case RING_CUT_ASSCHER:
      return 0.36;
    case RING_CUT_RADIANT:
      return 0.30;
    case RING_CUT_FLANDERS:
      return 0.44;
    case RING_CUT_OCTAGON:
      return 2 / (2 + G_SQRT2);
    default:
      return 0;
    }
}

double
ring_cut_centre (RingCut cut, double a)
{
  switch (cut)
    {
    case RING_CUT_PEAR:
    case RING_CUT_BRIOLETTE:
      return a - 1; /* of the head's circle */
    case RING_CUT_HEART:
      return a - HEART_LOBE; /* where it is widest */
    case RING_CUT_TRILLION:
    case RING_CUT_TRILLIANT:
    case RING_CUT_TRIANGLE:
      {
        double bulge = cut == RING_CUT_TRILLION    ? TRILLION_BULGE
                       : cut == RING_CUT_TRILLIANT ? TRILLIANT_BULGE
                                                   : 0;
        double high = sqrt (3) / 2;

        /* The triangle's own centre lies two thirds of its height over the point. */
        return a * (2 * (2 * high / 3) / (high + bulge) - 1);
      }
    case RING_CUT_KITE:
      return a * 0.3;
    case RING_CUT_SHIELD:
      return a * 0.15;
    default:
      return 0;
    }
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
lower_wings (double y0, double high, double u)
{
  RingPoint p = wing (high, u < 0.75 ? (u - 0.5) * 4 : (1 - u) * 4);

  return (RingPoint){ u < 0.75 ? -p.x : p.x, y0 - p.y };
}

static RingPoint
pear_outline (double a, double u)
{
  double y0 = ring_cut_centre (RING_CUT_PEAR, a);

  if (u <= 0.5)
    return (RingPoint){ cos (2 * G_PI * u), y0 + sin (2 * G_PI * u) };
  return lower_wings (y0, a + y0, u);
}

static RingPoint
heart_outline (double a, double u)
{
  double y0 = ring_cut_centre (RING_CUT_HEART, a);
  double r = HEART_LOBE;
  double half = u < 0.25 ? u : 0.5 - u;
  double angle;

  if (u > 0.5)
    return lower_wings (y0, a + y0, u);
  /* From the side to the top of the lobe, and from there down into the cleft. */
  angle = half < 0.125 ? G_PI * 4 * half
                       : G_PI / 2 + (G_PI / 2 - acos ((1 - r) / r)) * (half * 8 - 1);
  return (RingPoint){ (1 - r + r * cos (angle)) * (u < 0.25 ? 1 : -1), y0 + r * sin (angle) };
}

static RingPoint
marquise_outline (double a, double u)
{
  double f = u * 4;
  int quarter = (int) f;
  RingPoint p = wing (a, quarter % 2 == 0 ? f - quarter : quarter + 1 - f);

  return (RingPoint){ quarter == 1 || quarter == 2 ? -p.x : p.x, quarter >= 2 ? -p.y : p.y };
}

/* One eighth of a cushion, of half-width 1, from the middle of the right side (t = 0) to the
 * middle of the corner (t = 1): an arc of radius R that bulges by BULGE, then one of radius
 * CORNER, smoothly joined. */
static RingPoint
cushion_eighth (double corner, double bulge, double t)
{
  /* The arc's centre lies at 1 - R on the axis; the corner's on the diagonal at d. Circles that
   * touch inside: the distance of the centres is R - corner. A flat side of half-length 1 - corner
   * that bulges so much has this radius: */
  double half = 1 - corner;
  double big = (half * half + bulge * bulge) / (2 * bulge);
  double gap = big - corner;
  /* (d - 1 + R)^2 + d^2 = gap^2 */
  double m = big - 1;
  double d = (-m + sqrt (2 * gap * gap - m * m)) / 2;
  double join = atan2 (d, d + m);
  double first = 0.5; /* of the eighth, in t */

  if (t < first)
    return (RingPoint){ 1 - big + big * cos (join * t / first), big * sin (join * t / first) };
  t = join + (G_PI / 4 - join) * (t - first) / (1 - first);
  return (RingPoint){ d + corner * cos (t), d + corner * sin (t) };
}

static RingPoint
cushion_outline (double a, double corner, double bulge, double u)
{
  double f = u * 8;
  int eighth = MIN ((int) f, 7);
  double t = f - eighth;
  RingPoint p = cushion_eighth (corner, bulge, eighth % 2 == 0 ? t : 1 - t);
  double x = eighth % 2 == 0 ? p.x : p.y;
  double y = eighth % 2 == 0 ? p.y : p.x;

  for (int quarter = eighth / 2; quarter > 0; quarter--)
    {
      double swap = x;

      x = -y;
      y = swap;
    }
  return (RingPoint){ x, a * y };
}

static RingPoint
polygon (const RingPoint *p, guint n, double u)
{
  double f = CLAMP (u, 0, 1) * n;
  guint i = MIN ((guint) f, n - 1);
  RingPoint q = p[(i + 1) % n];

  f -= i;
  return (RingPoint){ p[i].x + (q.x - p[i].x) * f, p[i].y + (q.y - p[i].y) * f };
}

/* The rectangle with cut corners. */
static RingPoint
octagon_outline (double a, double corner, double u)
{
  const RingPoint p[8]
      = { { 1, -a + corner }, { 1, a - corner },   { 1 - corner, a },   { -1 + corner, a },
          { -1, a - corner }, { -1, -a + corner }, { -1 + corner, -a }, { 1 - corner, -a } };

  return polygon (p, 8, u);
}

/* Three arcs over an equilateral triangle with side 1, its box brought to 2 by 2 a. Corners at
 * even sixths of u. */
static RingPoint
trillion_outline (double a, double bulge, double u)
{
  double high = sqrt (3) / 2;
  double f = u * 3;
  int side = MIN ((int) f, 2);
  double t = 2 * (f - side) - 1;
  double from = (30 + 120 * side) * G_PI / 180;
  double to = from + 120 * G_PI / 180;
  double out = (from + to) / 2;
  double inner = 1 / (2 * sqrt (3)); /* of the inscribed circle */
  double along, over;
  RingPoint p;

  if (bulge > 0)
    {
      double radius = (0.25 + bulge * bulge) / (2 * bulge);
      double angle = t * asin (0.5 / radius);

      along = radius * sin (angle);
      over = inner + bulge - radius + radius * cos (angle);
    }
  else
    {
      along = t / 2;
      over = inner;
    }
  p = (RingPoint){ over * cos (out) - along * sin (out), over * sin (out) + along * cos (out) };
  /* Lowest is the point, at -2/3 of the height; highest the bulge of the upper side. */
  return (RingPoint){ 2 * p.x, a * (2 * (p.y + 2 * high / 3) / (high + bulge) - 1) };
}

/* A triangle whose corners are cut off, within its box. */
static RingPoint
triangle_outline (double a, double u)
{
  const double side = 0.09, top = 0.055, low = 0.05;
  const RingPoint p[6] = { { 1, a * (1 - side) },  { 1 - top, a }, { -1 + top, a },
                           { -1, a * (1 - side) }, { -low, -a },   { low, -a } };

  return polygon (p, 6, u);
}

static RingPoint
pointed_outline (RingCut cut, double a, double u)
{
  const RingPoint kite[4] = { { 1, a * 0.3 }, { 0, a }, { -1, a * 0.3 }, { 0, -a } };
  const RingPoint lozenge[4] = { { 1, 0 }, { 0, a }, { -1, 0 }, { 0, -a } };
  const RingPoint shield[5]
      = { { 1, a * 0.35 }, { 0.82, a }, { -0.82, a }, { -1, a * 0.35 }, { 0, -a } };
  const RingPoint hexagon[6]
      = { { 1, -a * 0.5 }, { 1, a * 0.5 }, { 0, a }, { -1, a * 0.5 }, { -1, -a * 0.5 }, { 0, -a } };

  switch (cut)
    {
    case RING_CUT_KITE:
      return polygon (kite, 4, u);
    case RING_CUT_SHIELD:
      return polygon (shield, 5, u);
    case RING_CUT_HEXAGON:
      return polygon (hexagon, 6, u);
    case RING_CUT_LOZENGE:
    default:
      return polygon (lozenge, 4, u);
    }
}

/* Half an ellipse, flat on its left; a half-moon of 2 to 1 is half a circle. */
static RingPoint
half_moon_outline (double a, double u)
{
  double angle;

  if (u >= 0.375 && u <= 0.625)
    return (RingPoint){ -1, a * (0.5 - u) / 0.125 };
  angle = (u < 0.5 ? u : u - 1) / 0.375 * G_PI / 2;
  return (RingPoint){ -1 + 2 * cos (angle), a * sin (angle) };
}

guint
ring_cut_n_sides (RingCut cut)
{
  switch (cut)
    {
    case RING_CUT_PRINCESS:
    case RING_CUT_EMERALD:
    case RING_CUT_ASSCHER:
    case RING_CUT_RADIANT:
    case RING_CUT_FLANDERS:
    case RING_CUT_OCTAGON:
    case RING_CUT_SQUARE:
    case RING_CUT_BAGUETTE:
      return 8;
    case RING_CUT_TAPERED_BAGUETTE:
    case RING_CUT_KITE:
    case RING_CUT_LOZENGE:
      return 4;
    case RING_CUT_SHIELD:
      return 5;
    case RING_CUT_HEXAGON:
    case RING_CUT_TRIANGLE:
      return 6;
    default:
      return 0;
    }
}

RingPoint
ring_cut_unit_outline (RingCut cut, double a, double u)
{
  u -= floor (u);
  switch (cut)
    {
    case RING_CUT_PRINCESS:
    case RING_CUT_SQUARE:
    case RING_CUT_BAGUETTE:
    case RING_CUT_EMERALD:
    case RING_CUT_ASSCHER:
    case RING_CUT_RADIANT:
    case RING_CUT_FLANDERS:
    case RING_CUT_OCTAGON:
      return octagon_outline (a, ring_cut_corner (cut), u);
    case RING_CUT_TAPERED_BAGUETTE:
      return polygon ((RingPoint[]){ { TAPER, -a }, { 1, a }, { -1, a }, { -TAPER, -a } }, 4, u);
    case RING_CUT_PEAR:
    case RING_CUT_BRIOLETTE:
      return pear_outline (a, u);
    case RING_CUT_HEART:
      return heart_outline (a, u);
    case RING_CUT_MARQUISE:
      return marquise_outline (a, u);
    case RING_CUT_CUSHION:
    case RING_CUT_OLD_MINE:
      return cushion_outline (a, CUSHION_CORNER, CUSHION_BULGE, u);
    case RING_CUT_SUGARLOAF:
      return cushion_outline (a, SUGARLOAF_CORNER, SUGARLOAF_BULGE, u);
    case RING_CUT_TRILLION:
      return trillion_outline (a, TRILLION_BULGE, u);
    case RING_CUT_TRILLIANT:
      return trillion_outline (a, TRILLIANT_BULGE, u);
    case RING_CUT_TRIANGLE:
      return triangle_outline (a, u);
    case RING_CUT_KITE:
    case RING_CUT_SHIELD:
    case RING_CUT_HEXAGON:
    case RING_CUT_LOZENGE:
      return pointed_outline (cut, a, u);
    case RING_CUT_HALF_MOON:
      return half_moon_outline (a, u);
    case RING_CUT_ROUND:
    case RING_CUT_OVAL:
    case RING_CUT_OLD_EUROPEAN:
    case RING_CUT_SINGLE:
    case RING_CUT_ROSE:
    case RING_CUT_CABOCHON:
    default:
      return (RingPoint){ cos (2 * G_PI * u), a * sin (2 * G_PI * u) };
    }
}

RingPoint
ring_cut_outline (RingCut cut, double length, double width, double u)
{
  RingPoint p = ring_cut_unit_outline (cut, length / width, u);

  return (RingPoint){ p.x * width / 2, p.y * width / 2 };
}

RingPath *
ring_cut_outline_path (RingCut cut, double length, double width)
{
  RingPath *path = ring_path_new ();
  guint n = ring_cut_n_sides (cut);

  switch (cut)
    {
    case RING_CUT_ROUND:
    case RING_CUT_OVAL:
    case RING_CUT_OLD_EUROPEAN:
    case RING_CUT_SINGLE:
    case RING_CUT_ROSE:
    case RING_CUT_CABOCHON:
      ring_path_add_ellipse (path, (RingPoint){ 0, 0 }, width / 2, length / 2);
      return path;
    default:
      break;
    }
  if (n == 0)
    n = RING_CUT_GIRDLE_STEPS;
  ring_path_move_to (path, ring_cut_outline (cut, length, width, 0));
  for (guint i = 1; i < n; i++)
    ring_path_line_to (path, ring_cut_outline (cut, length, width, (double) i / n));
  ring_path_close (path);
  return path;
}
