/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Walls: bezels and collets round the girdle, channels and bars beside it, and the burnished edge
 * of a stone that is set flush. */
#include "ring-setting-private.h"

/* A bezel's lip is folded over the crown by this part of its thickness. */
#define LIP_REACH 0.45
/* The bearing under the girdle is this part of the wall's thickness deep. */
#define BEARING 0.40
/* A collet's foot over its girdle; its wall stays outside of the pavilion. */
#define COLLET 0.66
/* A channel's or bar's metal over a stone: of its diameter, on each side. Sources say 10 to 15 % in
 * all, or 10 % on each side. */
#define CHANNEL_COVER 0.0625
/* Channels and bars go on by this much past their stone. */
#define PAST 0.15
/* A stone set flush: its bright-cut edge outside of the girdle, and over it. */
#define FLUSH_EDGE 0.28
#define FLUSH_OVER 0.10

#define SHOULDER 6
#define PROFILE (SHOULDER + 7)

/* A point of a profile: away from the outline, and height. */
typedef RingPoint Foot;

/* The outer face, a rounded shoulder, the lip that lies on the crown, the girdle's groove, the
 * bearing and the inner face. RISE is the crown's slope. */
static void
lay_profile (
    const RingSeat *seat, const RingWall *wall, double on_crown, Foot *profile, RingCorner *corners)
{
  double top = seat->girdle + wall->lip;
  double shoulder = fmin (0.9 * wall->lip, 0.75 * wall->thick);
  double bearing = BEARING * wall->thick;
  guint n = 0;

  profile[n++] = (Foot){ wall->thick, wall->foot };
  for (guint i = 0; i < SHOULDER; i++)
    {
      double a = i * G_PI / 2 / (SHOULDER - 1);
      double flat = 0.15 * wall->thick;

      profile[n++]
          = (Foot){ flat + (wall->thick - flat) * cos (a), top - shoulder + shoulder * sin (a) };
    }
  profile[n++] = (Foot){ -wall->reach, on_crown };
  profile[n++] = (Foot){ 0, seat->girdle };
  profile[n++] = (Foot){ 0, 0 };
  profile[n++] = (Foot){ -bearing, fmax (-bearing, 0.9 * wall->foot) };
  profile[n++] = (Foot){ -bearing, wall->foot };
  /* The middle of the foot, so that the seam of the grid is where nobody looks. */
  profile[n++] = (Foot){ 0.3 * wall->thick, wall->foot };
  corners[0] = RING_CORNER_SHARP;
  corners[1] = RING_CORNER_SOFT;
  corners[SHOULDER] = RING_CORNER_SOFT;
  corners[SHOULDER + 1] = RING_CORNER_SHARP;
  corners[SHOULDER + 2] = corners[SHOULDER + 3] = corners[SHOULDER + 4] = RING_CORNER_SOFT;
  corners[SHOULDER + 5] = RING_CORNER_SOFT;
}

/* At the foot the outline is smaller, about its centre. */
static RingVec
wall_point (const RingSeat *seat, const RingWall *wall, const RingRimPoint *at, Foot p)
{
  double down = CLAMP (p.y / fmin (wall->foot, -1e-6), 0, 1);
  double size = 1 + (wall->narrow - 1) * down;
  RingPoint c = seat->centre;

  return (RingVec){ c.x + size * (at->p.x - c.x) + p.x * at->out.x,
                    c.y + size * (at->p.y - c.y) + p.x * at->out.y, p.y };
}

/* The rim's points from FROM to TO, with both ends; all of them when these are one. */
static GArray *
rim_between (const RingSeat *seat, double from, double to)
{
  GArray *between = g_array_new (FALSE, FALSE, sizeof (RingRimPoint));
  RingRimPoint end;

  if (from == to)
    {
      g_array_append_vals (between, seat->rim->data, seat->rim->len);
      return between;
    }
  end = _ring_seat_along (seat, from);
  g_array_append_val (between, end);
  for (int round = -1; round <= 1; round++)
    for (guint i = 0; i < seat->rim->len; i++)
      {
        RingRimPoint at = g_array_index (seat->rim, RingRimPoint, i);
        double way = at.way + round * seat->round;

        if (way > from + 1e-3 && way < to - 1e-3)
          g_array_append_val (between, at);
      }
  end = _ring_seat_along (seat, to);
  g_array_append_val (between, end);
  return between;
}

void
_ring_setting_add_wall (RingMetal *metal, const RingSeat *seat, const RingWall *wall)
{
  g_autoptr (GArray) rim = rim_between (seat, wall->from, wall->to);
  gboolean closed = wall->from == wall->to;
  g_autofree RingVec *points = g_new (RingVec, rim->len * PROFILE);
  g_autofree RingCorner *rows = g_new0 (RingCorner, rim->len);
  RingCorner columns[PROFILE] = { RING_CORNER_NONE };
  Foot profile[PROFILE];

  for (guint i = 0; i < rim->len; i++)
    {
      const RingRimPoint *at = &g_array_index (rim, RingRimPoint, i);
      RingPoint on = { at->p.x - wall->reach * at->out.x, at->p.y - wall->reach * at->out.y };

      lay_profile (seat, wall, _ring_seat_crown (seat, on), profile, columns);
      rows[i] = at->corner ? RING_CORNER_SHARP : RING_CORNER_NONE;
      for (guint j = 0; j < PROFILE; j++)
        points[i * PROFILE + j] = wall_point (seat, wall, at, profile[j]);
    }
  ring_metal_add_sweep (metal, points, rim->len, PROFILE, closed, rows, columns);
}

/* Over the girdle 0.3 to 0.5 mm, which is 8 to 15 % of the diameter. */
static double
lip_height (const RingSettingGem *gem)
{
  return fmin (CLAMP (0.10 * gem->width, 0.3, 0.5),
               0.9 * gem->depth * ring_cut_crown_part (gem->cut));
}

void
_ring_setting_add_bezel (RingMetal *metal, const RingSetting *setting, const RingSeat *seat)
{
  double reach = fmin (LIP_REACH * setting->wall, 0.08 * seat->gem->width);
  RingWall wall = { 0, 0, setting->wall, seat->floor, lip_height (seat->gem), reach, 1 };
  double spin = seat->gem->place.spin * G_PI / 180;

  if (setting->kind == RING_SETTING_COLLET)
    {
      double pavilion = fmax (0, 1 + seat->floor / fmax (seat->pavilion, 0.01));

      wall.narrow = fmax (COLLET, fmin (1, pavilion + 0.06));
    }
  if (setting->kind != RING_SETTING_HALF_BEZEL)
    {
      _ring_setting_add_wall (metal, seat, &wall);
      return;
    }
  /* On the two sides where the band comes in, whichever way the gem is turned. */
  for (int side = 0; side < 2; side++)
    {
      RingPoint to = { cos (side * G_PI - spin), sin (side * G_PI - spin) };
      double most = -G_MAXDOUBLE;
      double half = setting->cover * seat->round / 4;
      RingRimPoint middle = { .way = 0 };

      for (guint i = 0; i < seat->rim->len; i++)
        {
          RingRimPoint at = g_array_index (seat->rim, RingRimPoint, i);
          double far
              = (at.p.x - seat->centre.x) * to.x + (at.p.y - seat->centre.y) * to.y
                - 0.2 * fabs ((at.p.x - seat->centre.x) * to.y - (at.p.y - seat->centre.y) * to.x);

          if (far > most)
            {
              most = far;
              middle = at;
            }
        }
      wall.from = middle.way - half;
      wall.to = middle.way + half;
      _ring_setting_add_wall (metal, seat, &wall);
    }
}

/* ------------------------------------------------------------------ beside the gem */

/* How far the gem reaches along the band (x) and across it (y). */
static RingPoint
reach_of (const RingSeat *seat)
{
  double c = cos (seat->gem->place.spin * G_PI / 180);
  double s = sin (seat->gem->place.spin * G_PI / 180);
  RingPoint reach = { 0, 0 };

  for (guint i = 0; i < seat->rim->len; i++)
    {
      RingPoint p = g_array_index (seat->rim, RingRimPoint, i).p;

      reach.x = fmax (reach.x, fabs (c * p.x - s * p.y));
      reach.y = fmax (reach.y, fabs (s * p.x + c * p.y));
    }
  return reach;
}

/* From the band's axes, ROUND an angle about the finger, ACROSS and UP from the girdle, to the
 * gem's. */
static RingVec
band_point (const RingSeat *seat, double round, double across, double up)
{
  double c = cos (seat->gem->place.spin * G_PI / 180);
  double s = sin (seat->gem->place.spin * G_PI / 180);
  double radius = ring_band_radius (seat->gem->band) + seat->gem->place.height;
  double x = (radius + up) * sin (round);

  return (RingVec){ c * x + s * across, -s * x + c * across, (radius + up) * cos (round) - radius };
}

/* The profile of a channel's wall, or a bar: outside, a narrow top, the part over the stone, its
 * groove and bearing. EDGE is how far the stone reaches there. */
static guint
lay_beside (const RingSetting *setting,
            const RingSeat *seat,
            double edge,
            Foot *profile,
            RingCorner *corners)
{
  double cover = CHANNEL_COVER * 2 * edge;
  double thick = setting->wall;
  double foot = fmax (fmin (seat->floor, -0.5 * seat->pavilion),
                      RING_SETTING_CLEARANCE - seat->gem->place.height);
  RingRimPoint at = _ring_seat_at (seat, 0);
  double longer = hypot (at.out.x, at.out.y);
  RingPoint on = { at.p.x - cover * at.out.x / longer, at.p.y - cover * at.out.y / longer };
  double over = _ring_seat_crown (seat, on);
  double top = over + fmax (0.2, 0.3 * thick);
  double outer = setting->kind == RING_SETTING_BAR ? edge - cover + thick : edge + thick;
  const Foot points[] = { { outer, foot },
                          { outer, top - 0.12 },
                          { outer - 0.06, top - 0.03 },
                          { outer - 0.15, top },
                          { edge - cover, top },
                          { edge - cover, over },
                          { edge, seat->girdle },
                          { edge, 0 },
                          { edge - 0.3 * thick, -0.3 * thick },
                          { edge - 0.3 * thick, foot } };
  guint n = G_N_ELEMENTS (points);

  for (guint i = 0; i < n; i++)
    {
      profile[i] = points[i];
      corners[i] = i == 0 || i == 4  ? RING_CORNER_SHARP
                   : i > 4 || i == 1 ? RING_CORNER_SOFT
                                     : RING_CORNER_NONE;
    }
  return n;
}

/* Walls run with the band, bars stand across it. */
void
_ring_setting_add_walls (RingMetal *metal, const RingSetting *setting, const RingSeat *seat)
{
  RingPoint reach = reach_of (seat);
  gboolean bar = setting->kind == RING_SETTING_BAR;
  double radius = ring_band_radius (seat->gem->band) + seat->gem->place.height;
  double half = bar ? 0.92 * reach.y : asin (CLAMP ((reach.x + PAST) / radius, 0, 0.95));
  const guint rows = bar ? 3 : 15;
  RingCorner corners[12] = { RING_CORNER_NONE };
  Foot profile[12];
  guint n = lay_beside (setting, seat, bar ? reach.x : reach.y, profile, corners);
  g_autofree RingVec *points = g_new (RingVec, rows * n);

  for (int side = -1; side <= 1; side += 2)
    {
      for (guint i = 0; i < rows; i++)
        {
          double way = half * (2.0 * i / (rows - 1) - 1);

          for (guint j = 0; j < n; j++)
            points[i * n + j]
                = bar ? band_point (seat, side * asin (profile[j].x / radius), way, profile[j].y)
                      : band_point (seat, way, side * profile[j].x, profile[j].y);
        }
      ring_metal_add_sweep (metal, points, rows, n, FALSE, NULL, corners);
    }
}

/* ------------------------------------------------------------------ flush */

/* Height of the band's surface over a point of the plan. */
static double
band_level (const RingSeat *seat, RingPoint p)
{
  const RingBand *band = seat->gem->band;
  double level = seat->gem->surface - seat->gem->place.height;
  double radius = ring_band_radius (band);
  RingVec q = ring_place_point (&seat->gem->place, radius, (RingVec){ p.x, p.y, level });
  double angle = atan2 (-q.x, q.y);
  double across = CLAMP (q.z / (ring_band_width (band, angle) / 2), -1, 1);

  return level + radius + ring_band_outer (band, angle, across) - hypot (q.x, q.y);
}

/* The edge that was burnished over the girdle: a narrow slope from the stone up to the band. */
void
_ring_setting_add_flush (RingMetal *metal, const RingSeat *seat)
{
  enum
  {
    N = 5
  };
  guint rows = seat->rim->len;
  g_autofree RingVec *points = g_new (RingVec, rows * N);
  g_autofree RingCorner *corners = g_new0 (RingCorner, rows);
  const RingCorner columns[N] = { RING_CORNER_SHARP, RING_CORNER_SHARP, RING_CORNER_SOFT,
                                  RING_CORNER_SOFT, RING_CORNER_SOFT };
  double over = fmin (FLUSH_OVER, 0.06 * seat->gem->width);
  double edge = fmin (FLUSH_EDGE, 0.16 * seat->gem->width);

  for (guint i = 0; i < rows; i++)
    {
      const RingRimPoint *at = &g_array_index (seat->rim, RingRimPoint, i);
      RingPoint on = { at->p.x - over * at->out.x, at->p.y - over * at->out.y };
      double crown = _ring_seat_crown (seat, on);
      double level = band_level (
          seat, (RingPoint){ at->p.x + edge * at->out.x, at->p.y + edge * at->out.y });
      const Foot profile[N] = { { -over, crown },
                                { edge, fmax (level + 0.02, 0) },
                                { edge, -0.2 },
                                { 0, 0 },
                                { 0, seat->girdle } };

      corners[i] = at->corner ? RING_CORNER_SHARP : RING_CORNER_NONE;
      for (guint j = 0; j < N; j++)
        points[i * N + j] = (RingVec){ at->p.x + profile[j].x * at->out.x,
                                       at->p.y + profile[j].x * at->out.y, profile[j].y };
    }
  ring_metal_add_sweep (metal, points, rows, N, TRUE, corners, columns);
}
