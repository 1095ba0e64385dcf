/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Claws and the rails that join them. A claw is a wire that stands on the foot of the setting, runs
 * up outside of the girdle, which is let into it, and bends over the crown. */
#include "ring-setting-private.h"

/* How much of the claw is cut away for the girdle: 25 % at most (Stuller, Best Practices for
 * CAD/CAM Services); GIA's example has 40 %. */
#define SEAT 0.25
/* How far claws reach over the crown, of the way from girdle to table: 30 to 50 % (GIA, quality
 * assurance benchmark); talons go as far as that allows. */
#define CONTACT 0.40
#define TALON_CONTACT 0.48
/* A tip is narrower than the claw and flat, of the claw's radius: so its top stays near the 60 to
 * 80 % of the table's height that GIA has. */
#define TIP_WIDE 0.85
#define TIP_FLAT 0.45
/* The two wires of a double claw: thickness, and distance of their middles, of the claw's. */
#define DOUBLE_WIRE 0.66
#define DOUBLE_APART 0.84
/* A V: each leg along its side, and the sheet's thickness, of the claw's diameter. */
#define V_LEG 0.85
#define V_THICK 0.40

#define ROUND 12
#define STRAIGHT 4
#define BENT 9
#define CAP 4
#define ROWS (STRAIGHT + BENT + CAP)

/* Half-axes of a wire's section: along the girdle and away from the gem; SQUARE is how flat its
 * sides are, 1 for an ellipse. */
typedef struct
{
  double wide, flat;
} Section;

typedef struct
{
  RingVec middle;
  RingVec along; /* the way the wire goes there */
  Section section;
} Station;

static RingVec
over (RingPoint p, double z)
{
  return (RingVec){ p.x, p.y, z };
}

/* Of the outline's size, the ring on which the claws stand. Outside of the pavilion in any case. */
static double
foot_size (const RingSetting *setting, const RingSeat *seat)
{
  double usual = setting->kind == RING_SETTING_BASKET ? 0.80
                 : setting->kind == RING_SETTING_PEG  ? 0.20
                                                      : 0.56;
  double narrow = fmin (seat->gem->width, seat->gem->length) / 2;
  double pavilion = fmax (0, 1 + seat->floor / fmax (seat->pavilion, 0.01));

  return fmax (usual, fmin (1, pavilion + 0.5 * setting->claw / narrow));
}

/* Where a claw's middle passes the girdle, and where it stands. */
static RingVec
girdle_place (const RingSetting *setting, const RingSeat *seat, const RingRimPoint *at)
{
  double longer = hypot (at->out.x, at->out.y);
  double off = (0.5 - SEAT) * setting->claw / longer;

  return over ((RingPoint){ at->p.x + off * at->out.x, at->p.y + off * at->out.y },
               seat->girdle / 2);
}

static RingVec
foot_place (const RingSetting *setting, const RingSeat *seat, const RingRimPoint *at)
{
  double size = foot_size (setting, seat);
  RingPoint c = seat->centre;

  return over ((RingPoint){ c.x + size * (at->p.x - c.x), c.y + size * (at->p.y - c.y) },
               seat->floor);
}

/* ------------------------------------------------------------------ one claw */

static RingVec
bezier (const RingVec *p, double t)
{
  RingVec a = ring_vec_mix (p[0], p[1], t);
  RingVec b = ring_vec_mix (p[1], p[2], t);
  RingVec c = ring_vec_mix (p[2], p[3], t);

  return ring_vec_mix (ring_vec_mix (a, b, t), ring_vec_mix (b, c, t), t);
}

static RingVec
bezier_along (const RingVec *p, double t)
{
  RingVec a = ring_vec_sub (p[1], p[0]);
  RingVec b = ring_vec_sub (p[2], p[1]);
  RingVec c = ring_vec_sub (p[3], p[2]);

  return ring_vec_unit (ring_vec_mix (ring_vec_mix (a, b, t), ring_vec_mix (b, c, t), t));
}

/* Where a tip that reaches REACH over the crown ends: its middle over the crown, and the way it
 * goes there. CAP is the length of its end. */
static RingVec
tip_place (const RingSeat *seat,
           const RingRimPoint *at,
           double reach,
           double cap,
           double flat,
           RingVec *along)
{
  double longer = hypot (at->out.x, at->out.y);
  RingPoint in = { -at->out.x / longer, -at->out.y / longer };
  RingPoint q = { at->p.x + reach * in.x, at->p.y + reach * in.y };
  double rise = (_ring_seat_crown (seat, q) - seat->girdle) / fmax (reach, 1e-6);
  RingVec up = ring_vec_unit ((RingVec){ -rise * in.x, -rise * in.y, 1 });
  double tilted, e;
  RingPoint p;

  *along = ring_vec_unit ((RingVec){ in.x, in.y, rise });
  /* In plan the rounded end reaches this far from the middle of the last section. */
  tilted = flat * hypot (up.x, up.y);
  e = fmax (reach + tilted - hypot (cap * up.z, tilted), 0.02 * reach);
  p = (RingPoint){ at->p.x + e * in.x, at->p.y + e * in.y };
  return ring_vec_add (over (p, _ring_seat_crown (seat, p)), ring_vec_scale (up, flat));
}

static double
section_power (RingClawShape shape)
{
  return shape == RING_CLAW_TAB ? 0.55 : 1;
}

static double
powered (double value, double power)
{
  return copysign (pow (fabs (value), power), value);
}

static Section
section_at (RingClawShape shape, double radius, double part)
{
  Section girdle = { radius, radius };
  Section tip = { TIP_WIDE * radius, TIP_FLAT * radius };

  if (shape == RING_CLAW_TAB)
    {
      girdle = (Section){ 1.45 * radius, 0.72 * radius };
      tip = (Section){ 1.45 * radius, 0.42 * radius };
    }
  else if (shape == RING_CLAW_TALON)
    tip = (Section){ 0.28 * radius, 0.34 * radius };
  return (Section){ girdle.wide + part * (tip.wide - girdle.wide),
                    girdle.flat + part * (tip.flat - girdle.flat) };
}

static void
lay_out (Station *stations, RingClawShape shape, RingVec foot, const RingVec *bend, double cap)
{
  double radius = stations[0].section.wide;
  RingVec up = ring_vec_unit (ring_vec_sub (bend[0], foot));

  for (guint i = 0; i < STRAIGHT; i++)
    stations[i] = (Station){ ring_vec_mix (foot, bend[0], (double) i / STRAIGHT), up,
                             section_at (shape, radius, 0) };
  for (guint i = 0; i < BENT; i++)
    {
      double t = (double) i / (BENT - 1);

      stations[STRAIGHT + i]
          = (Station){ bezier (bend, t), bezier_along (bend, t), section_at (shape, radius, t) };
    }
  /* The end is rounded off. */
  for (guint i = 0; i < CAP; i++)
    {
      Station *last = &stations[STRAIGHT + BENT - 1];
      double a = (i + 1) * G_PI / 2 / CAP;
      double part = i + 1 == CAP ? 0 : cos (a);

      stations[STRAIGHT + BENT + i]
          = (Station){ ring_vec_add (last->middle, ring_vec_scale (last->along, cap * sin (a))),
                       last->along,
                       { last->section.wide * part, last->section.flat * part } };
    }
}

/* Square to the way of the wire: SIDE along the girdle, OUT away from the gem. */
static void
add_wire (RingMetal *metal, const Station *stations, guint rows, RingPoint outwards, double power)
{
  double longer = hypot (outwards.x, outwards.y);
  RingVec side = { -outwards.y / longer, outwards.x / longer, 0 };
  g_autofree RingVec *points = g_new (RingVec, rows * ROUND);

  for (guint i = 0; i < rows; i++)
    {
      RingVec out = ring_vec_unit (ring_vec_cross (side, stations[i].along));
      RingVec across = ring_vec_cross (stations[i].along, out);

      /* The seam lies towards the gem. */
      for (guint j = 0; j < ROUND; j++)
        {
          double a = 2 * G_PI * j / ROUND;
          double x = powered (sin (a), power) * stations[i].section.wide;
          double y = -powered (cos (a), power) * stations[i].section.flat;

          points[i * ROUND + j]
              = ring_vec_add (stations[i].middle,
                              ring_vec_add (ring_vec_scale (across, x), ring_vec_scale (out, y)));
        }
    }
  ring_metal_add_sweep (metal, points, rows, ROUND, FALSE, NULL, NULL);
}

static void
add_claw (RingMetal *metal,
          const RingSetting *setting,
          const RingSeat *seat,
          const RingRimPoint *at,
          RingClawShape shape,
          double diameter)
{
  double way = _ring_seat_to_table (seat, at);
  double reach = way * (shape == RING_CLAW_TALON ? TALON_CONTACT : CONTACT);
  Section tip = section_at (shape, diameter / 2, 1);
  double cap = fmin (shape == RING_CLAW_TAB ? 0.5 * tip.flat : tip.wide, 0.8 * reach);
  RingVec foot = foot_place (setting, seat, at);
  RingVec bend[4], along;
  Station stations[ROWS] = { { .section = { diameter / 2, 0 } } };
  double length;

  bend[0] = girdle_place (setting, seat, at);
  bend[3] = tip_place (seat, at, reach, cap, tip.flat, &along);
  length = ring_vec_length (ring_vec_sub (bend[3], bend[0]));
  bend[1] = ring_vec_add (
      bend[0], ring_vec_scale (ring_vec_unit (ring_vec_sub (bend[0], foot)), 0.55 * length));
  bend[2] = ring_vec_sub (bend[3], ring_vec_scale (along, 0.45 * length));
  lay_out (stations, shape, foot, bend, cap);
  add_wire (metal, stations, ROWS, at->out, section_power (shape));
}

/* A point is held by a sheet bent round it, on a wire that is as far out. */
static void
add_v (RingMetal *metal, const RingSetting *setting, const RingSeat *seat, const RingRimPoint *at)
{
  double leg = fmin (V_LEG * setting->claw, 0.1 * seat->round);
  double longer = hypot (at->out.x, at->out.y);
  double thick = V_THICK * setting->claw;
  double radius = 0.42 * setting->claw;
  /* 40 to 50 % of the way to the table, as high as 90 to 100 % of it (GIA, V-prongs of a princess).
   */
  RingWall wall = { .from = at->way - leg,
                    .to = at->way + leg,
                    .thick = thick,
                    .foot = -fmin (0.5 * setting->claw, -0.5 * seat->floor),
                    .lip = 0.75 * (seat->top - seat->girdle),
                    .narrow = 1 };
  RingVec foot = foot_place (setting, seat, at);
  double off = thick - radius / longer;
  RingVec top = over ((RingPoint){ at->p.x + off * at->out.x, at->p.y + off * at->out.y }, 0);
  Station stations[STRAIGHT + 1];

  wall.reach = 0.45 * _ring_seat_to_table (seat, at) / longer;
  wall.reach = fmin (wall.reach, 0.8 * leg);
  _ring_setting_add_wall (metal, seat, &wall);
  for (guint i = 0; i <= STRAIGHT; i++)
    stations[i] = (Station){ ring_vec_mix (foot, top, (double) i / STRAIGHT),
                             ring_vec_unit (ring_vec_sub (top, foot)),
                             { radius, radius } };
  add_wire (metal, stations, STRAIGHT + 1, at->out, 1);
}

/* ------------------------------------------------------------------ all of them */

/* The least of the outline's parts between the places that a cut says itself are filled up. */
static guint
anchors_of (const RingSettingGem *gem, double *u)
{
  static const struct
  {
    RingCut cut;
    guint n;
    double u[6];
  } anchors[] = {
    { RING_CUT_PRINCESS, 4, { 3 / 16.0, 7 / 16.0, 11 / 16.0, 15 / 16.0 } },
    { RING_CUT_SQUARE, 4, { 3 / 16.0, 7 / 16.0, 11 / 16.0, 15 / 16.0 } },
    { RING_CUT_BAGUETTE, 4, { 3 / 16.0, 7 / 16.0, 11 / 16.0, 15 / 16.0 } },
    { RING_CUT_EMERALD, 4, { 3 / 16.0, 7 / 16.0, 11 / 16.0, 15 / 16.0 } },
    { RING_CUT_ASSCHER, 4, { 3 / 16.0, 7 / 16.0, 11 / 16.0, 15 / 16.0 } },
    { RING_CUT_RADIANT, 4, { 3 / 16.0, 7 / 16.0, 11 / 16.0, 15 / 16.0 } },
    { RING_CUT_FLANDERS, 4, { 3 / 16.0, 7 / 16.0, 11 / 16.0, 15 / 16.0 } },
    { RING_CUT_OCTAGON, 4, { 3 / 16.0, 7 / 16.0, 11 / 16.0, 15 / 16.0 } },
    { RING_CUT_TAPERED_BAGUETTE, 4, { 0, 1 / 4.0, 2 / 4.0, 3 / 4.0 } },
    { RING_CUT_KITE, 4, { 0, 1 / 4.0, 2 / 4.0, 3 / 4.0 } },
    { RING_CUT_LOZENGE, 4, { 0, 1 / 4.0, 2 / 4.0, 3 / 4.0 } },
    { RING_CUT_SHIELD, 5, { 0, 1 / 5.0, 2 / 5.0, 3 / 5.0, 4 / 5.0 } },
    { RING_CUT_HEXAGON, 6, { 0, 1 / 6.0, 2 / 6.0, 3 / 6.0, 4 / 6.0, 5 / 6.0 } },
    { RING_CUT_TRILLION, 3, { 0, 1 / 3.0, 2 / 3.0 } },
    { RING_CUT_TRILLIANT, 3, { 0, 1 / 3.0, 2 / 3.0 } },
    { RING_CUT_TRIANGLE, 3, { 1 / 12.0, 5 / 12.0, 9 / 12.0 } },
    { RING_CUT_MARQUISE, 2, { 1 / 4.0, 3 / 4.0 } },
    { RING_CUT_HALF_MOON, 2, { 0.375, 0.625 } },
    { RING_CUT_PEAR, 1, { 3 / 4.0 } },
    { RING_CUT_BRIOLETTE, 1, { 3 / 4.0 } },
    { RING_CUT_HEART, 1, { 3 / 4.0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++)
    if (anchors[i].cut == gem->cut)
      {
        for (guint k = 0; k < anchors[i].n; k++)
          u[k] = anchors[i].u[k];
        return anchors[i].n;
      }
  return 0;
}

/* Round stones and cushions: evenly, four on the diagonals, six with two on the ring's own line. */
static void
place_evenly (guint claws, double *places)
{
  double from = claws == 4 || claws == 8 ? 0.5 / claws : claws % 2 == 0 ? 0 : 0.25;

  for (guint i = 0; i < claws; i++)
    places[i] = from + (double) i / claws;
}

static void
place_claws (const RingSeat *seat, guint claws, RingRimPoint *places)
{
  double u[RING_SETTING_MOST_CLAWS];
  guint n = anchors_of (seat->gem, u);
  guint more[RING_SETTING_MOST_CLAWS] = { 0 };
  guint at = 0;

  if (n == 0 || n > claws)
    {
      place_evenly (claws, u);
      for (guint i = 0; i < claws; i++)
        places[i] = _ring_seat_at (seat, u[i]);
      return;
    }
  for (guint k = 0; k < n; k++)
    places[k] = _ring_seat_at (seat, u[k]);
  /* Each further claw goes where claws are farthest apart. */
  for (guint i = n; i < claws; i++)
    {
      double most = 0;
      guint best = 0;

      for (guint k = 0; k < n; k++)
        {
          double way = places[(k + 1) % n].way - places[k].way;

          way = (way <= 0 ? way + seat->round : way) / (more[k] + 1);
          if (way > most + 1e-6)
            {
              most = way;
              best = k;
            }
        }
      more[best]++;
    }
  {
    RingRimPoint corners[RING_SETTING_MOST_CLAWS];

    for (guint k = 0; k < n; k++)
      corners[k] = places[k];
    for (guint k = 0; k < n; k++)
      {
        double way = corners[(k + 1) % n].way - corners[k].way;

        way = way <= 0 ? way + seat->round : way;
        places[at++] = corners[k];
        for (guint i = 1; i <= more[k]; i++)
          places[at++] = _ring_seat_along (seat, corners[k].way + way * i / (more[k] + 1));
      }
  }
}

/* A rail passes through the claws, as far in as they lean. */
static void
add_rail (RingMetal *metal, const RingSetting *setting, const RingSeat *seat, double z)
{
  g_autofree RingVec *points = g_new (RingVec, seat->rim->len * ROUND);
  g_autofree RingCorner *corners = g_new0 (RingCorner, seat->rim->len);
  guint n = 0;
  double part = (z - seat->floor) / (seat->girdle / 2 - seat->floor);
  double radius = setting->rail / 2;

  for (guint i = 0; i < seat->rim->len; i++)
    {
      const RingRimPoint *at = &g_array_index (seat->rim, RingRimPoint, i);
      RingVec middle
          = ring_vec_mix (foot_place (setting, seat, at), girdle_place (setting, seat, at), part);

      /* Half of the girdle's steps are fine enough for a smaller ring. */
      if (i % 2 != 0 && !at->corner)
        continue;
      /* Claws stand proud of it. */
      middle.x -= 0.12 * setting->claw * at->out.x;
      middle.y -= 0.12 * setting->claw * at->out.y;
      corners[n] = at->corner ? RING_CORNER_SHARP : RING_CORNER_NONE;
      for (guint j = 0; j < ROUND; j++)
        {
          double a = 2 * G_PI * j / ROUND;

          points[n * ROUND + j]
              = (RingVec){ middle.x - radius * cos (a) * at->out.x,
                           middle.y - radius * cos (a) * at->out.y, z + radius * sin (a) };
        }
      n++;
    }
  ring_metal_add_sweep (metal, points, n, ROUND, TRUE, corners, NULL);
}

/* The lowest lies on the band; the others divide the way to the girdle. */
static void
add_rails (RingMetal *metal, const RingSetting *setting, const RingSeat *seat)
{
  double low = seat->floor + setting->rail / 2;
  double high = -0.30 * seat->pavilion - setting->rail / 2;

  for (guint i = 0; i < setting->rails; i++)
    {
      double z = setting->rails > 1 ? low + (high - low) * i / (setting->rails - 1) : low;

      if (i == 0 || z > low + setting->rail)
        add_rail (metal, setting, seat, z);
    }
}

/* A cone from where the claws meet down into the band. */
static void
add_peg (RingMetal *metal, const RingSetting *setting, const RingSeat *seat)
{
  const double parts[4] = { 0, 0.34, 0.7, 1 };
  double size = foot_size (setting, seat) * fmin (seat->gem->width, seat->gem->length) / 2;
  double wide = fmax (size + 0.5 * setting->claw, 0.8 * setting->claw);
  double high = fmax (1.1 * setting->claw, 0.25 * -seat->floor);
  g_autofree RingVec *points = g_new (RingVec, 4 * 2 * ROUND);
  const RingCorner rows[4]
      = { RING_CORNER_NONE, RING_CORNER_NONE, RING_CORNER_NONE, RING_CORNER_NONE };

  for (guint i = 0; i < 4; i++)
    for (guint j = 0; j < 2 * ROUND; j++)
      {
        double a = 2 * G_PI * j / (2 * ROUND);
        double r = wide * (0.78 + 0.22 * parts[i]);

        points[i * 2 * ROUND + j]
            = (RingVec){ seat->centre.x + r * cos (a), seat->centre.y + r * sin (a),
                         seat->floor + high * parts[i] };
      }
  ring_metal_add_sweep (metal, points, 4, 2 * ROUND, FALSE, rows, NULL);
}

void
_ring_setting_add_claws (RingMetal *metal, const RingSetting *setting, const RingSeat *seat)
{
  RingRimPoint places[RING_SETTING_MOST_CLAWS];
  guint claws = CLAMP (setting->claws, RING_SETTING_LEAST_CLAWS, RING_SETTING_MOST_CLAWS);

  place_claws (seat, claws, places);
  for (guint i = 0; i < claws; i++)
    {
      RingRimPoint *at = &places[i];

      if (setting->shape == RING_CLAW_V && _ring_rim_is_point (at))
        add_v (metal, setting, seat, at);
      else if (setting->shape == RING_CLAW_DOUBLE && !_ring_rim_is_point (at))
        for (int side = -1; side <= 1; side += 2)
          {
            RingRimPoint beside
                = _ring_seat_along (seat, at->way + side * DOUBLE_APART / 2 * setting->claw);

            add_claw (metal, setting, seat, &beside, RING_CLAW_ROUND, DOUBLE_WIRE * setting->claw);
          }
      else
        add_claw (metal, setting, seat, at, setting->shape, setting->claw);
    }
  add_rails (metal, setting, seat);
  if (setting->kind == RING_SETTING_PEG)
    add_peg (metal, setting, seat);
}

void
ring_setting_place_claws (const RingSettingGem *gem, guint claws, RingPoint *places)
{
  RingRimPoint at[RING_SETTING_MOST_CLAWS];
  RingSeat seat;

  claws = CLAMP (claws, RING_SETTING_LEAST_CLAWS, RING_SETTING_MOST_CLAWS);
  _ring_seat_init (&seat, gem);
  place_claws (&seat, claws, at);
  for (guint i = 0; i < claws; i++)
    places[i] = at[i].p;
  _ring_seat_clear (&seat);
}
