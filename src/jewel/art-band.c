/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bands as solids: a profile swept round the finger, and what each mounting makes of it. */

#include "art-finish.h"
#include "art-shape.h"
#include "ring-studio.h"

/* What polishing leaves of an edge, mm. */
#define EDGE 0.14
#define RIDGE 0.05

/* The arms of a cathedral: where they leave the band, degrees from the top, how thick they
 * are there, mm, and in how many pieces they bend. */
#define SHOULDER_ANGLE 52.0
#define ARM 0.74
#define SHOULDER_STEPS 28

/* A split shank: where it begins and where its halves have come apart, degrees from the top; how
 * wide each is and how far its middle is from the ring's, mm. */
#define SPLIT_FROM 74.0
#define SPLIT_TO 14.0
#define SPLIT_WIDTH 1.2
#define SPLIT_APART 1.85

/* A bypass: where its arms begin to leave the middle and where they end past it, degrees. */
#define BYPASS_FROM 80.0
#define BYPASS_END 34.0
#define BYPASS_APART 1.12

/* Strands: turns all round, radius of each, and of the circle that their middles go round on. */
#define TWIST_TURNS 11
#define TWIST_STRAND 0.55
#define TWIST_RADIUS 0.40

/* A channel between its walls, and its floor over the finger. */
#define CHANNEL_HALF 0.70
#define CHANNEL_FLOOR 0.95
#define CHANNEL_FROM 11.5
#define CHANNEL_TO 74.5

double
art_shape_join (double a, double b, double radius)
{
  double h = fmax (radius - fabs (a - b), 0) / radius;

  return fmin (a, b) - h * h * radius / 4;
}

double
art_shape_common (double a, double b, double radius)
{
  return -art_shape_join (-a, -b, radius);
}

double
art_shape_rod (RingVec p, RingVec a, RingVec b, double radius_a, double radius_b)
{
  RingVec pa = ring_vec_sub (p, a);
  RingVec ba = ring_vec_sub (b, a);
  double h = CLAMP (ring_vec_dot (pa, ba) / ring_vec_dot (ba, ba), 0, 1);

  return ring_vec_length (ring_vec_sub (pa, ring_vec_scale (ba, h))) - radius_a
         - (radius_b - radius_a) * h;
}

/* Distance to half an ellipse over q = 0, nearly; exact on its surface. */
static double
half_ellipse (double z, double q, double a, double b)
{
  double k0 = art_hypot (z / a, q / b);
  double k1 = art_hypot (z / (a * a), q / (b * b));

  return k1 > 1e-9 ? k0 * (k0 - 1) / k1 : -fmin (a, b);
}

/* The profile in the plane through the finger's axis: Z across, Q over the finger circle. */
static double
profile (RingProfile kind, double width, double t, double z, double q)
{
  double a = width / 2;
  double side = 0.7;
  double slope, flank;

  z = fabs (z);
  switch (kind)
    {
    case RING_PROFILE_FLAT:
      return art_shape_common (art_shape_common (z - a, q - t, 2 * EDGE), -q, 2 * EDGE);
    case RING_PROFILE_KNIFE:
      slope = (t - side) / a;
      flank = (q - t + slope * z) / art_hypot (1, slope);
      /* The flank of the other side rounds the ridge a little. */
      flank = art_shape_common (flank, (q - t - slope * z) / art_hypot (1, slope), RIDGE);
      return art_shape_common (art_shape_common (flank, z - a, EDGE), -q, EDGE);
    case RING_PROFILE_COURT:
      return art_shape_common (half_ellipse (z, q - 0.35, a, t - 0.35),
                               half_ellipse (z, q - t * 0.62, a * 1.02, t * 0.62), EDGE);
    case RING_PROFILE_D:
    default:
      return art_shape_common (half_ellipse (z, q, a, t), -q, 1.6 * EDGE);
    }
}

/* An arm swells out of the band and thins again towards the head. */
static double
arm_radius (double t)
{
  return ARM - 0.24 * t - 0.42 * fmax (0, 1 - t / 0.35);
}

/* One of two arms that leave the band at the shoulder, along it, and rise to the head in a curve:
 * a Bezier curve of three points. */
static double
shoulder (const RingBand *band, RingVec p)
{
  double crest = band->circumference / (2 * G_PI) + band->thickness;
  double angle = SHOULDER_ANGLE * G_PI / 180;
  RingVec start = { (crest - ARM) * sin (angle), (crest - ARM) * cos (angle), 0 };
  RingVec bend = { start.x - 4.6 * cos (angle), start.y + 4.6 * sin (angle), 0 };
  RingVec end = { 1.25, crest + 1.7, 0 };
  RingVec from = start;
  double nearest = G_MAXDOUBLE;
  double at = 0;

  p.x = fabs (p.x);
  p.z *= 0.8; /* wider than they are thick */
  if (p.y < 0)
    return 9;
  for (int i = 1; i <= SHOULDER_STEPS; i++)
    {
      double t = (double) i / SHOULDER_STEPS;
      RingVec to = ring_vec_mix (ring_vec_mix (start, bend, t), ring_vec_mix (bend, end, t), t);
      RingVec way = ring_vec_sub (to, from);
      RingVec v = ring_vec_sub (p, from);
      double part = CLAMP (ring_vec_dot (v, way) / ring_vec_dot (way, way), 0, 1);
      double d = ring_vec_length (ring_vec_sub (v, ring_vec_scale (way, part)));

      if (d < nearest)
        {
          nearest = d;
          at = (i - 1 + part) / SHOULDER_STEPS;
        }
      from = to;
    }
  /* One radius of the way along it, so that the pieces leave no seams. */
  return (nearest - arm_radius (at)) * 0.8;
}

/* TURN is the angle from the top, degrees, to the right; Q the height over the finger. */
static double
split (const RingBand *band, RingVec p, double turn, double q)
{
  double whole = profile (band->profile, band->width, band->thickness, p.z, q);
  double apart = ring_studio_soft (-fabs (turn), -SPLIT_FROM, -SPLIT_TO);
  double first = band->width / 2 - SPLIT_WIDTH / 2;
  double middle = first + (SPLIT_APART - first) * apart;
  double halves, crest;

  if (fabs (turn) > SPLIT_FROM + 10)
    return whole;
  halves = profile (band->profile, SPLIT_WIDTH, band->thickness, fabs (p.z) - middle, q);
  halves = whole + (halves - whole) * ring_studio_soft (-fabs (turn), -SPLIT_FROM - 8, -SPLIT_FROM + 8);
  /* A bridge under the head. */
  crest = band->circumference / (2 * G_PI) + band->thickness;
  return art_shape_join (halves,
                         art_shape_rod (p, (RingVec){ 0, crest - 0.6, 0.3 - middle },
                                        (RingVec){ 0, crest - 0.6, middle - 0.3 }, 0.56, 0.56),
                         0.35)
         * 0.92;
}

/* The arm that comes from the left and passes the middle on the viewer's side. */
static double
arm (const RingBand *band, double z, double turn, double q)
{
  double away = ring_studio_soft (turn, -BYPASS_FROM, -4);
  double slim = ring_studio_soft (turn, -BYPASS_FROM, BYPASS_END);
  double end = ring_studio_soft (turn, 2, BYPASS_END);
  double width = band->width * (1 - 0.36 * slim - 0.34 * end * end);
  double thick = band->thickness * (1 - 0.42 * end);
  double outer = band->circumference / (2 * G_PI) + band->thickness;
  double d = profile (band->profile, width, thick, z - BYPASS_APART * away, q);

  return art_shape_common (d, (turn - BYPASS_END) * G_PI / 180 * outer, 0.9);
}

static double
bypass (const RingBand *band, RingVec p, double turn, double q)
{
  return art_shape_join (arm (band, p.z, turn, q), arm (band, -p.z, -turn, q), 0.12) * 0.9;
}

static double
twisted (RingVec p, double turn, double q)
{
  double angle = turn * G_PI / 180 * TWIST_TURNS;
  double d[2];

  for (int i = 0; i < 2; i++)
    d[i] = art_hypot (q - TWIST_STRAND - TWIST_RADIUS - TWIST_RADIUS * cos (angle + i * G_PI),
                  p.z - TWIST_RADIUS * sin (angle + i * G_PI))
           - TWIST_STRAND;
  return art_shape_join (d[0], d[1], 0.06) * 0.88;
}

static double
channel (const RingBand *band, RingVec p, double turn, double q)
{
  double d = profile (band->profile, band->width, band->thickness, p.z, q);
  double outer = band->circumference / (2 * G_PI) + band->thickness;
  double middle = (CHANNEL_FROM + CHANNEL_TO) / 2;
  double along = (fabs (fabs (turn) - middle) - (CHANNEL_TO - CHANNEL_FROM) / 2) * G_PI / 180 * outer;
  double groove = fmax (fmax (fabs (p.z) - CHANNEL_HALF, along), CHANNEL_FLOOR - q);

  return art_shape_common (d, -groove, 0.08);
}

/* Seats for stones. */
static double
with_pockets (const ArtRing *ring, RingVec p, double d)
{
  if (d > 0.3)
    return d;
  for (guint i = 0; i < ring->stones->len; i++)
    {
      const ArtStone *stone = &g_array_index (ring->stones, ArtStone, i);
      RingVec v = ring_vec_sub (p, stone->origin);
      double up;

      if (ring_vec_dot (v, v) > 2)
        continue;
      up = ring_vec_dot (v, stone->z);
      d = art_shape_common (
          d, -fmax (sqrt (fmax (ring_vec_dot (v, v) - up * up, 0)) - ring->pocket, -0.45 - up), 0.06);
    }
  return d;
}

/* Degrees from the top, to the right. */
static double
turn_of (RingVec p)
{
  return atan2 (p.x, p.y) * 180 / G_PI;
}

double
art_shape_band (const ArtRing *ring, RingVec p)
{
  const RingBand *band = &ring->band;
  double r = art_hypot (p.x, p.y);
  double q = r - band->circumference / (2 * G_PI);
  double d = fmax (q - band->thickness, fabs (p.z) - band->width / 2);

  /* Far away the box that a plain band is in will do. */
  if (d > 3.5)
    return d - 2.4;
  switch (ring->mounting)
    {
    case ART_MOUNT_SPLIT:
      return art_finish_shape (ring, p, split (band, p, turn_of (p), q));
    case ART_MOUNT_BYPASS:
      return art_finish_shape (ring, p, bypass (band, p, turn_of (p), q));
    case ART_MOUNT_TWISTED:
      return art_finish_shape (ring, p, twisted (p, turn_of (p), q));
    case ART_MOUNT_CHANNEL:
      return art_finish_shape (ring, p, channel (band, p, turn_of (p), q));
    case ART_MOUNT_PAVE:
      d = profile (band->profile, band->width, band->thickness, p.z, q);
      return with_pockets (ring, p, d);
    case ART_MOUNT_CATHEDRAL:
      d = profile (band->profile, band->width, band->thickness, p.z, q);
      return art_finish_shape (ring, p, art_shape_join (d, shoulder (band, p), 0.5));
    case ART_MOUNT_PLAIN:
    case ART_MOUNT_HALO:
    case ART_MOUNT_THREE:
    default:
      d = profile (band->profile, band->width, band->thickness, p.z, q);
      return art_finish_shape (ring, p, d);
    }
}
