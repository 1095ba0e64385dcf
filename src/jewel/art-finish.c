/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "art-finish.h"

#include "ring-studio.h"

/* Hammer marks: how far apart they are and how much higher their seams are than their middles. */
#define HAMMER_PITCH 1.5
#define HAMMER_DEPTH 0.105 /* per mm, of the square of the distance */

/* Engraved lines of a florentine finish: between two of a direction, and how wide one is. */
#define LINE_PITCH 0.52
#define LINE_WIDTH 0.17

/* Bright-cut lines: at this part of the half width, so wide. */
#define BRIGHT_PLACE 0.5
#define BRIGHT_WIDTH 0.24

/* Where the inside of the ring ends that no finish covers. */
#define BORE 0.12

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

static double
height_over_finger (const ArtRing *ring, RingVec p)
{
  return art_hypot (p.x, p.y) - ring->band.circumference / (2 * G_PI);
}

/* How far round the ring and how far across its outside a place is, mm. */
static void
locate (const ArtRing *ring, RingVec p, double *round, double *across)
{
  double q = height_over_finger (ring, p);
  double outer = ring->band.circumference / (2 * G_PI) + ring->band.thickness;

  *round = atan2 (p.y, p.x) * outer;
  /* Across, the way along the profile counts: a flank is covered as well as the crest. */
  *across = atan2 (p.z, fmax (q - 0.3 * ring->band.thickness, 0.05)) * 1.25;
}

static double
hammered (const ArtRing *ring, RingVec p, double d)
{
  double around = 2 * G_PI * (ring->band.circumference / (2 * G_PI) + ring->band.thickness);
  int n = (int) round (around / HAMMER_PITCH);
  double s = (atan2 (p.y, p.x) / (2 * G_PI) + 0.5) * n * HAMMER_PITCH;
  double q = height_over_finger (ring, p);
  double part = CLAMP ((q - 0.25) / 0.4, 0, 1);
  double where, across;

  locate (ring, p, &where, &across);
  /* The hammer does not meet the sides of a flat band. */
  if (ring->band.profile == RING_PROFILE_FLAT)
    part *= CLAMP ((ring->band.width / 2 - fabs (p.z)) / 0.2, 0, 1);
  return d * 0.9 + 0.04 * part - part * hammer_marks (s, across + 40 * HAMMER_PITCH, n);
}

/* How far a place is from the middle of the nearer bright-cut line. */
static double
from_bright_line (const ArtRing *ring, RingVec p)
{
  return fabs (fabs (p.z) - BRIGHT_PLACE * ring->band.width / 2);
}

double
art_finish_shape (const ArtRing *ring, RingVec p, double d)
{
  if (d < -0.5 || d > 0.5)
    return d;
  if (ring->finish == ART_FINISH_HAMMERED)
    return hammered (ring, p, d);
  if (ring->finish == ART_FINISH_FROSTED && height_over_finger (ring, p) > 0.5)
    return (d + 0.15 * (1 - ring_studio_soft (from_bright_line (ring, p), 0, BRIGHT_WIDTH))) * 0.85;
  return d;
}

double
art_finish_brush (RingVec p)
{
  double round = atan2 (p.y, p.x);
  double a = p.z * 9.0 + 2.0 * sin (p.z * 23) + round * 1.7;
  double b = p.z * 21.0 - round * 0.9;

  return 0.5 * sin (a) * sin (a * 0.37 + 1) + 0.5 * sin (b) * sin (b * 0.23 + round * 2.1);
}

gboolean
art_finish_covers (const ArtRing *ring, RingVec p)
{
  switch (ring->finish)
    {
    case ART_FINISH_SATIN:
    case ART_FINISH_BLASTED:
      return height_over_finger (ring, p) > BORE;
    case ART_FINISH_FROSTED:
      return height_over_finger (ring, p) > BORE && from_bright_line (ring, p) > 0.85 * BRIGHT_WIDTH;
    case ART_FINISH_FLORENTINE:
      return height_over_finger (ring, p) > 3 * BORE;
    case ART_FINISH_HAMMERED:
    case ART_FINISH_POLISHED:
    default:
      return FALSE;
    }
}

static double
line_at (double v, double pitch)
{
  double from = fabs (v / pitch - floor (v / pitch) - 0.5) * pitch;

  return 1 - ring_studio_soft (from, LINE_WIDTH / 2 - 0.04, LINE_WIDTH / 2 + 0.04);
}

double
art_finish_line (const ArtRing *ring, RingVec p)
{
  double round, across, turn;
  double outer = ring->band.circumference / (2 * G_PI) + ring->band.thickness;
  double around = 2 * G_PI * outer;
  double pitch;

  if (ring->finish != ART_FINISH_FLORENTINE || !art_finish_covers (ring, p))
    return 0;
  locate (ring, p, &round, &across);
  /* A whole number of lines all round. */
  turn = G_SQRT2 * LINE_PITCH;
  pitch = around / floor (around / turn + 0.5);
  return fmax (line_at (round + across, pitch), line_at (round - across, pitch));
}
