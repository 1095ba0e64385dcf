/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "art-shape.h"

/* What polishing leaves of an edge, mm. */
#define EDGE 0.14
#define RIDGE 0.05

/* Hammer marks: how far apart they are and how much higher their seams are than their middles. */
#define HAMMER_PITCH 1.5
#define HAMMER_DEPTH 0.105 /* per mm, of the square of the distance */

double
art_shape_join (double a, double b, double radius)
{
  double h = fmax (radius - fabs (a - b), 0) / radius;

  return fmin (a, b) - h * h * radius / 4;
}

/* The part that two solids have in common, its edge rounded. */
static double
common (double a, double b, double radius)
{
  return -art_shape_join (-a, -b, radius);
}

/* Distance to half an ellipse over q = 0, nearly; exact on its surface. */
static double
half_ellipse (double z, double q, double a, double b)
{
  double k0 = hypot (z / a, q / b);
  double k1 = hypot (z / (a * a), q / (b * b));

  return k1 > 1e-9 ? k0 * (k0 - 1) / k1 : -fmin (a, b);
}

/* The profile in the plane through the finger's axis: Z across, Q over the finger circle. */
static double
profile (const RingBand *band, double z, double q)
{
  double a = band->width / 2;
  double t = band->thickness;
  double side = 0.7;
  double slope, flank;

  z = fabs (z);
  switch (band->profile)
    {
    case RING_PROFILE_FLAT:
      return common (common (z - a, q - t, 2 * EDGE), -q, 2 * EDGE);
    case RING_PROFILE_KNIFE:
      slope = (t - side) / a;
      flank = (q - t + slope * z) / hypot (1, slope);
      /* The flank of the other side rounds the ridge a little. */
      flank = common (flank, (q - t - slope * z) / hypot (1, slope), RIDGE);
      return common (common (flank, z - a, EDGE), -q, EDGE);
    case RING_PROFILE_COURT:
      return common (half_ellipse (z, q - 0.35, a, t - 0.35),
                     half_ellipse (z, q - t * 0.62, a * 1.02, t * 0.62), EDGE);
    case RING_PROFILE_D:
    default:
      return common (half_ellipse (z, q, a, t), -q, 1.6 * EDGE);
    }
}

/* The arms of a cathedral: where they leave the band, degrees from the top, how thick they
 * are there, mm, and in how many pieces they bend. */
#define SHOULDER_ANGLE 52.0
#define ARM 0.74
#define SHOULDER_STEPS 14

static double
hash (int i, int j, int salt)
{
  guint32 h = (guint32) i * 374761393u + (guint32) j * 668265263u + (guint32) salt * 2246822519u;

  h = (h ^ (h >> 13)) * 1274126177u;
  return (double) ((h ^ (h >> 16)) & 0xffff) / 65535;
}

/* How high the hammered skin stands over its lowest points, at S mm round the ring and T across. */
static double
hammer_marks (double s, double t, int n_round)
{
  double nearest = 9;
  int i0 = (int) floor (s / HAMMER_PITCH);
  int j0 = (int) floor (t / HAMMER_PITCH);

  for (int j = j0 - 1; j <= j0 + 1; j++)
    for (int i = i0 - 1; i <= i0 + 1; i++)
      {
        int wrapped = ((i % n_round) + n_round) % n_round;
        double ds = s - (i + 0.5 + 0.75 * (hash (wrapped, j, 1) - 0.5)) * HAMMER_PITCH;
        double dt = t - (j + 0.5 + 0.75 * (hash (wrapped, j, 2) - 0.5)) * HAMMER_PITCH;

        nearest = fmin (nearest, ds * ds + dt * dt);
      }
  return HAMMER_DEPTH * nearest;
}

/* A rod with round ends, of one radius at A and another at B. */
static double
taper (RingVec p, RingVec a, RingVec b, double radius_a, double radius_b)
{
  RingVec pa = ring_vec_sub (p, a);
  RingVec ba = ring_vec_sub (b, a);
  double h = CLAMP (ring_vec_dot (pa, ba) / ring_vec_dot (ba, ba), 0, 1);

  return ring_vec_length (ring_vec_sub (pa, ring_vec_scale (ba, h))) - radius_a
         - (radius_b - radius_a) * h;
}

static double
rod (RingVec p, RingVec a, RingVec b, double radius)
{
  return taper (p, a, b, radius, radius);
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
  double d = G_MAXDOUBLE;

  p.x = fabs (p.x);
  p.z *= 0.8; /* wider than they are thick */
  if (p.y < 0)
    return 9;
  for (int i = 1; i <= SHOULDER_STEPS; i++)
    {
      double t = (double) i / SHOULDER_STEPS;
      RingVec to = ring_vec_mix (ring_vec_mix (start, bend, t), ring_vec_mix (bend, end, t), t);

      d = fmin (d, taper (p, from, to, arm_radius (t - 1.0 / SHOULDER_STEPS), arm_radius (t)));
      from = to;
    }
  return d * 0.8;
}

double
art_shape_band (const ArtRing *ring, RingVec p)
{
  const RingBand *band = &ring->band;
  double inner = band->circumference / (2 * G_PI);
  double r = hypot (p.x, p.y);
  double d = profile (band, p.z, r - inner);

  if (ring->cathedral)
    d = art_shape_join (d, shoulder (band, p), 0.5);
  if (ring->finish == ART_FINISH_HAMMERED && d > -0.5 && d < 0.5)
    {
      double around = 2 * G_PI * (inner + band->thickness);
      int n = (int) round (around / HAMMER_PITCH);
      double s = (atan2 (p.y, p.x) / (2 * G_PI) + 0.5) * n * HAMMER_PITCH;
      double q = r - inner;
      /* Across, the way along the profile counts: a flank is hammered as well as the crest. */
      double t = atan2 (p.z, fmax (q - 0.3 * band->thickness, 0.05)) * 1.25;
      double part = CLAMP ((q - 0.25) / 0.4, 0, 1);

      /* The hammer does not meet the sides of a flat band. */
      if (band->profile == RING_PROFILE_FLAT)
        part *= CLAMP ((band->width / 2 - fabs (p.z)) / 0.2, 0, 1);

      d = d * 0.9 + 0.04 * part - part * hammer_marks (s, t + 40 * HAMMER_PITCH, n);
    }
  return d;
}

static double
rail (const ArtHead *head, guint i, RingVec p, double limit)
{
  double d = G_MAXDOUBLE;

  /* Nothing of the rail is nearer than the slab it lies in. */
  if (fabs (p.y - head->rail_y[i]) - head->rail[i] > limit)
    return limit;
  for (guint k = 0; k < ART_RAIL_POINTS; k++)
    d = fmin (d,
              rod (p, head->rails[i][k], head->rails[i][(k + 1) % ART_RAIL_POINTS], head->rail[i]));
  return d;
}

static double
prong (const ArtHead *head, guint i, RingVec p)
{
  const RingVec *line = head->prongs[i];
  double d = G_MAXDOUBLE;

  for (guint k = 0; k + 1 < ART_PRONG_POINTS; k++)
    d = fmin (d, rod (p, line[k], line[k + 1], head->prong));
  return d;
}

/* A prong is not nearer than the ball round it. */
static double
prong_at_least (const ArtHead *head, guint i, RingVec p)
{
  RingVec a = head->prongs[i][0];
  RingVec b = head->prongs[i][ART_PRONG_POINTS - 1];

  return ring_vec_length (ring_vec_sub (p, ring_vec_mix (a, b, 0.5)))
         - 0.6 * ring_vec_length (ring_vec_sub (b, a)) - head->prong * 2;
}

double
art_shape_head (const ArtHead *head, RingVec p)
{
  /* The foot lies along the band, so that a narrow one carries it. */
  RingVec left = { -0.1 * head->width, head->seat - 0.28, 0 };
  RingVec right = { 0.1 * head->width, head->seat - 0.28, 0 };
  double d = rod (p, left, right, 0.62);

  for (guint i = 0; i < head->n_prongs; i++)
    if (prong_at_least (head, i, p) < d)
      d = art_shape_join (d, prong (head, i, p), 0.15);
  for (guint i = 0; i < 2; i++)
    d = art_shape_join (d, rail (head, i, p, d + 0.6), i == 1 ? 0.5 : 0.15);
  return d;
}
