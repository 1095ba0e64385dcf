/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the parts of a basket head go round a stone. */

#include "art-metal.h"

/* The culet stays this far over the band's crest (at least 0.5 mm over the finger is asked for). */
#define CULET_CLEARANCE 0.35

/* Where prongs stand on the outline, by its parameter. Points of a pear and a marquise have one. */
static guint
prong_places (RingCut cut, const double **places)
{
  static const double four[] = { 0.125, 0.375, 0.625, 0.875 };
  static const double corners[] = { 0.1875, 0.4375, 0.6875, 0.9375 };
  static const double pear[] = { 0.07, 0.43, 0.625, 0.75, 0.875 };
  static const double marquise[] = { 0.09, 0.25, 0.41, 0.59, 0.75, 0.91 };
  static const double thirds[] = { 0, 1.0 / 3, 2.0 / 3 };

  switch (cut)
    {
    case RING_CUT_PEAR:
      *places = pear;
      return 5;
    case RING_CUT_MARQUISE:
      *places = marquise;
      return 6;
    case RING_CUT_TRILLION:
      *places = thirds;
      return 3;
    case RING_CUT_PRINCESS:
    case RING_CUT_EMERALD:
    case RING_CUT_ASSCHER:
    case RING_CUT_RADIANT:
      *places = corners;
      return 4;
    case RING_CUT_ROUND:
    case RING_CUT_OVAL:
    case RING_CUT_CUSHION:
    default:
      *places = four;
      return 4;
    }
}

static RingVec
over_outline (const ArtHead *head, double u, double scale, double out, double y)
{
  RingPoint p = ring_cut_outline (head->cut, head->length, head->width, u);
  double length = hypot (p.x, p.y);
  double f = scale + (length > 0 ? out / length : 0);

  return (RingVec){ p.x * f, y, -p.y * f };
}

/* The curve of Catmull and Rom through N points, T from 0 to 1. */
static RingVec
smooth_line (const RingVec *p, guint n, double t)
{
  double at = t * (n - 1);
  guint i = MIN ((guint) at, n - 2);
  double f = at - i;
  RingVec b = p[i];
  RingVec c = p[i + 1];
  RingVec a = i > 0 ? p[i - 1] : ring_vec_sub (ring_vec_scale (b, 2), c);
  RingVec d = i + 2 < n ? p[i + 2] : ring_vec_sub (ring_vec_scale (c, 2), b);
  RingVec v = ring_vec_scale (b, 2);

  v = ring_vec_add (v, ring_vec_scale (ring_vec_sub (c, a), f));
  v = ring_vec_add (
      v, ring_vec_scale (ring_vec_sub (ring_vec_add (ring_vec_scale (a, 2), ring_vec_scale (c, 4)),
                                       ring_vec_add (ring_vec_scale (b, 5), d)),
                         f * f));
  v = ring_vec_add (v, ring_vec_scale (ring_vec_sub (ring_vec_add (ring_vec_scale (b, 3), d),
                                                     ring_vec_add (ring_vec_scale (c, 3), a)),
                                       f * f * f));
  return ring_vec_scale (v, 0.5);
}

static void
place_prong (ArtHead *head, guint i, double u)
{
  double crown = head->depth * ring_cut_crown_part (head->cut);
  double r = head->prong;
  const RingVec p[5] = {
    over_outline (head, u, 0.30, 0.1, head->rail_y[1] - 0.1),
    over_outline (head, u, 0.80, r * 0.30, head->girdle - 0.24 * head->width),
    over_outline (head, u, 1, r * 0.48, head->girdle - 0.05),
    over_outline (head, u, 1, r * 0.15, head->girdle + crown * 0.52),
    over_outline (head, u, 1, -r * 1.25, head->girdle + crown * 0.66 + r * 0.42),
  };

  for (guint k = 0; k < ART_PRONG_POINTS; k++)
    head->prongs[i][k] = smooth_line (p, 5, (double) k / (ART_PRONG_POINTS - 1));
}

static void
reach_to (ArtHead *head, const RingVec *points, guint n, double radius)
{
  for (guint i = 0; i < n; i++)
    head->reach
        = fmax (head->reach, ring_vec_length (ring_vec_sub (points[i], head->middle)) + radius);
}

/* A ball round all of it. */
static void
measure (ArtHead *head)
{
  const RingVec foot[] = { { -1, head->seat - 0.9, 0 }, { 1, head->seat - 0.9, 0 } };

  head->middle = (RingVec){ 0, (head->seat + head->girdle) / 2, 0 };
  head->reach = 0;
  reach_to (head, foot, 2, 0.3);
  for (guint i = 0; i < head->n_prongs; i++)
    reach_to (head, head->prongs[i], ART_PRONG_POINTS, head->prong + 0.1);
  for (guint i = 0; i < 2; i++)
    reach_to (head, head->rails[i], ART_RAIL_POINTS, head->rail[i] + 0.1);
}

void
art_head_init (ArtHead *head,
               RingCut cut,
               double length,
               double width,
               double depth,
               double seat)
{
  const double *places;
  double below = depth * (1 - ring_cut_crown_part (cut));

  *head = (ArtHead){ .cut = cut, .length = length, .width = width, .depth = depth, .seat = seat };
  head->girdle = seat + CULET_CLEARANCE + below;
  head->solid = ring_cut_solid (cut, length, width, depth);
  art_stone_init (&head->stone, head->solid, (RingVec){ 0, head->girdle, 0 });
  head->n_prongs = prong_places (cut, &places);
  head->prong = CLAMP (0.062 * sqrt (length * width), 0.26, 0.5);
  head->rail_y[0] = head->girdle - 0.42 * below;
  head->rail_y[1] = seat + 0.34 + 0.03 * below;
  head->rail[0] = head->prong * 0.72;
  head->rail[1] = head->prong * 0.85;
  for (guint i = 0; i < head->n_prongs; i++)
    place_prong (head, i, places[i]);
  for (guint k = 0; k < ART_RAIL_POINTS; k++)
    {
      double u = (double) k / ART_RAIL_POINTS;

      head->rails[0][k] = over_outline (head, u, 0.70, 0.05, head->rail_y[0]);
      head->rails[1][k] = over_outline (head, u, 0.31, 0.05, head->rail_y[1]);
    }
  measure (head);
}

void
art_head_clear (ArtHead *head)
{
  g_clear_pointer (&head->solid, ring_solid_free);
}
