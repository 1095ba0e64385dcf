/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The gem as a setter feels it: its outline with what is square to it, and its crown. */
#include "ring-setting-private.h"

#include "ring-cut-private.h"

/* A side that turns by more than this from one chord to the next has a corner, degrees. */
#define CORNER 22.0
/* Points that lie closer are one. */
#define SAME 1e-6
/* How deep a setting begins within the band: soldered metal has no gap. */
#define SUNK 0.1
/* A gem that sits low is held from this far below its girdle (JewelCraft), of its width. */
#define LEAST_DROP 0.30

static RingPoint
mix (RingPoint a, RingPoint b, double t)
{
  return (RingPoint){ a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
}

static RingPoint
unit (RingPoint v)
{
  double length = hypot (v.x, v.y);

  return length > 0 ? (RingPoint){ v.x / length, v.y / length } : v;
}

/* Steps that have all corners of the cut on whole numbers. */
static guint
count_steps (RingCut cut)
{
  guint sides = ring_cut_n_sides (cut);

  return sides > 0 ? sides * (96 / sides) : 96;
}

static void
collect_rim (RingSeat *seat)
{
  const RingSettingGem *gem = seat->gem;
  guint n = count_steps (gem->cut);

  for (guint i = 0; i < n; i++)
    {
      RingRimPoint point
          = { .p = ring_cut_outline (gem->cut, gem->length, gem->width, (double) i / n) };

      if (seat->rim->len > 0
          && ring_point_distance (g_array_index (seat->rim, RingRimPoint, seat->rim->len - 1).p,
                                  point.p)
                 < SAME)
        continue;
      g_array_append_val (seat->rim, point);
    }
  if (ring_point_distance (g_array_index (seat->rim, RingRimPoint, 0).p,
                           g_array_index (seat->rim, RingRimPoint, seat->rim->len - 1).p)
      < SAME)
    g_array_set_size (seat->rim, seat->rim->len - 1);
}

/* At a point between two chords: half way between what is square to either, and longer by the
 * cosine, so that a wall is as thick on both sides of a corner. */
static void
lay_out (RingSeat *seat)
{
  guint n = seat->rim->len;
  RingRimPoint *rim = (RingRimPoint *) (void *) seat->rim->data;

  for (guint i = 0; i < n; i++)
    {
      RingPoint a = rim[(i + n - 1) % n].p, b = rim[i].p, c = rim[(i + 1) % n].p;
      RingPoint before = unit ((RingPoint){ b.x - a.x, b.y - a.y });
      RingPoint after = unit ((RingPoint){ c.x - b.x, c.y - b.y });
      double turn = atan2 (before.x * after.y - before.y * after.x,
                           before.x * after.x + before.y * after.y);
      RingPoint along = unit ((RingPoint){ before.x + after.x, before.y + after.y });
      double longer = 1 / fmax (cos (turn / 2), 0.35);

      rim[i].out = (RingPoint){ along.y * longer, -along.x * longer };
      rim[i].turn = turn * 180 / G_PI;
      rim[i].corner = fabs (rim[i].turn) > CORNER;
      rim[i].way = seat->round;
      seat->round += ring_point_distance (b, c);
    }
}

void
_ring_seat_init (RingSeat *seat, const RingSettingGem *gem)
{
  double part = ring_cut_crown_part (gem->cut);
  RingCutProportions p = ring_cut_usual_proportions (gem->cut);
  double drop;

  *seat = (RingSeat){ .gem = gem };
  seat->solid = ring_cut_solid (gem->cut, gem->length, gem->width, gem->depth);
  seat->centre
      = (RingPoint){ 0, ring_cut_centre (gem->cut, gem->length / gem->width) * gem->width / 2 };
  seat->girdle = gem->depth * p.girdle / ring_cut_usual_depth (gem->cut);
  seat->top = gem->depth * part;
  seat->pavilion = gem->depth * (1 - part);
  drop = fmin (LEAST_DROP * gem->width, gem->place.height - RING_SETTING_CLEARANCE);
  drop = fmax (fmax (drop, gem->place.height - gem->surface + SUNK), 0.05);
  seat->floor = -drop;
  seat->rim = g_array_new (FALSE, FALSE, sizeof (RingRimPoint));
  collect_rim (seat);
  lay_out (seat);
}

void
_ring_seat_clear (RingSeat *seat)
{
  ring_solid_free (seat->solid);
  g_array_unref (seat->rim);
}

static gboolean
covers (const RingFacet *facet, RingPoint at)
{
  for (guint k = 0; k < facet->n_points; k++)
    {
      RingVec a = facet->points[k];
      RingVec b = facet->points[(k + 1) % facet->n_points];

      if ((b.x - a.x) * (at.y - a.y) - (b.y - a.y) * (at.x - a.x) < -1e-9)
        return FALSE;
    }
  return TRUE;
}

double
_ring_seat_crown (const RingSeat *seat, RingPoint at)
{
  double height = seat->girdle;

  for (guint f = 0; f < ring_solid_get_n_facets (seat->solid); f++)
    {
      const RingFacet *facet = ring_solid_get_facet (seat->solid, f);

      if (facet->normal.z > 1e-6 && covers (facet, at))
        height = fmax (height, (facet->offset - facet->normal.x * at.x - facet->normal.y * at.y)
                                   / facet->normal.z);
    }
  return height;
}

/* A dome has no table: what is nearly as high as its top stands for it. */
double
_ring_seat_to_table (const RingSeat *seat, const RingRimPoint *at)
{
  const int steps = 60;
  RingPoint to = seat->centre;
  double far = ring_point_distance (at->p, to);
  double part = ring_cut_usual_proportions (seat->gem->cut).table > 0 ? 0.99 : 0.8;
  double level = seat->girdle + part * (seat->top - seat->girdle);

  for (int i = 1; i < steps; i++)
    if (_ring_seat_crown (seat, mix (at->p, to, (double) i / steps)) >= level)
      return far * i / steps;
  return far;
}

RingRimPoint
_ring_seat_along (const RingSeat *seat, double way)
{
  guint n = seat->rim->len;
  const RingRimPoint *rim = (const RingRimPoint *) (const void *) seat->rim->data;
  guint i = 0;
  RingRimPoint result;
  double end, t;

  way -= floor (way / seat->round) * seat->round;
  while (i + 1 < n && rim[i + 1].way <= way)
    i++;
  end = i + 1 < n ? rim[i + 1].way : seat->round;
  t = end > rim[i].way ? (way - rim[i].way) / (end - rim[i].way) : 0;
  if (t < 1e-6)
    return rim[i];
  if (t > 1 - 1e-6)
    return rim[(i + 1) % n];
  result = rim[i];
  result.p = mix (rim[i].p, rim[(i + 1) % n].p, t);
  result.out
      = unit ((RingPoint){ rim[(i + 1) % n].p.y - rim[i].p.y, rim[i].p.x - rim[(i + 1) % n].p.x });
  result.way = way;
  result.turn = 0;
  result.corner = FALSE;
  return result;
}

/* The nearest place of the rim: where a cut has corners that are sharp, parts of the outline stand
 * still. */
RingRimPoint
_ring_seat_at (const RingSeat *seat, double u)
{
  const RingRimPoint *rim = (const RingRimPoint *) (const void *) seat->rim->data;
  RingPoint p
      = ring_cut_outline (seat->gem->cut, seat->gem->length, seat->gem->width, u - floor (u));
  double nearest = G_MAXDOUBLE;
  double way = 0;

  for (guint i = 0; i < seat->rim->len; i++)
    {
      RingPoint a = rim[i].p, b = rim[(i + 1) % seat->rim->len].p;
      double squared = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
      double t = CLAMP (((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / squared, 0, 1);
      double far = ring_point_distance (p, mix (a, b, t));

      if (far < nearest - SAME)
        {
          nearest = far;
          way = rim[i].way + t * sqrt (squared);
        }
    }
  return _ring_seat_along (seat, way);
}
