/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-band.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Comfort dome of a court profile at its edges, mm: shops use 0.2 to 0.4. */
#define COURT_DOME 0.3

/* The square of a euro base has round corners: a superellipse of this power. */
#define EURO_POWER 5.0

static const struct
{
  const char *id;
  const char *label;
} profiles[RING_N_PROFILES] = {
  { "flat", NC_ ("band profile", "Flat") },
  { "d", NC_ ("band profile", "D-shape") },
  { "court", NC_ ("band profile", "Court") },
  { "flat-court", NC_ ("band profile", "Flat court") },
  { "knife", NC_ ("band profile", "Knife edge") },
  { "bevelled", NC_ ("band profile", "Bevelled") },
  { "concave", NC_ ("band profile", "Concave") },
  { "euro", NC_ ("band profile", "Euro, square base") },
};

const char *
ring_profile_id (RingProfile profile)
{
  return profiles[profile].id;
}

const char *
ring_profile_label (RingProfile profile)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "band profile", profiles[profile].label);
}

gboolean
ring_profile_from_id (const char *id, RingProfile *profile)
{
  for (guint i = 0; i < RING_N_PROFILES; i++)
    if (g_strcmp0 (id, profiles[i].id) == 0)
      {
        *profile = (RingProfile) i;
        return TRUE;
      }
  return FALSE;
}

double
ring_band_radius (const RingBand *band)
{
  return band->circumference / (2 * G_PI);
}

static double
taper (double top, double base, double angle)
{
  if (!(base > 0))
    return top;
  return base + (top - base) * (1 + cos (angle)) / 2;
}

double
ring_band_width (const RingBand *band, double angle)
{
  return taper (band->width, band->base_width, angle);
}

double
ring_band_thickness (const RingBand *band, double angle)
{
  return taper (band->thickness, band->base_thickness, angle);
}

double
ring_band_inner (const RingBand *band, double angle, double across)
{
  double t = ring_band_thickness (band, angle);

  if (band->profile != RING_PROFILE_COURT && band->profile != RING_PROFILE_FLAT_COURT)
    return 0;
  across = CLAMP (across, -1, 1);
  return MIN (COURT_DOME, t / 3) * across * across;
}

/* The slant takes half of the thickness or a quarter of the width, whichever is less, at 45
 * degrees. */
static double
bevel_leg (const RingBand *band, double angle)
{
  return MIN (ring_band_thickness (band, angle) / 2, ring_band_width (band, angle) / 4);
}

static double
outer_bevelled (const RingBand *band, double angle, double f)
{
  double half = ring_band_width (band, angle) / 2;
  double past = f * half - (half - bevel_leg (band, angle));

  return ring_band_thickness (band, angle) - MAX (past, 0);
}

/* The upper half is round. Below, the outline has the sides' and the base's distance as half axes
 * of a superellipse, so that it joins the upper half upright and lies flat at the base. */
static double
outer_euro (const RingBand *band, double angle)
{
  double r = ring_band_radius (band);
  double c = -cos (angle);
  double across, down;

  if (c <= 0)
    return ring_band_thickness (band, angle);
  across = r + ring_band_thickness (band, G_PI / 2);
  down = r + ring_band_thickness (band, G_PI);
  return pow (pow (fabs (sin (angle)) / across, EURO_POWER) + pow (c / down, EURO_POWER),
              -1 / EURO_POWER)
         - r;
}

double
ring_band_outer (const RingBand *band, double angle, double across)
{
  double f = MIN (fabs (across), 1);
  double t = ring_band_thickness (band, angle);

  switch (band->profile)
    {
    case RING_PROFILE_D:
      return t * sqrt (1 - f * f);
    case RING_PROFILE_KNIFE:
      return t * (1 - f);
    case RING_PROFILE_COURT:
      {
        /* Half an ellipse that meets the inner dome at a quarter of the thickness at the edge. */
        double edge = MIN (COURT_DOME, t / 3) + t / 4;

        return edge + (t - edge) * sqrt (1 - f * f);
      }
    case RING_PROFILE_BEVELLED:
      return outer_bevelled (band, angle, f);
    case RING_PROFILE_CONCAVE:
      /* Not deeper than a quarter of the thickness: a wide saddle stays strong. */
      return t - MIN (t / 4, ring_band_width (band, angle) / 8) * (1 - f * f);
    case RING_PROFILE_EURO:
      return outer_euro (band, angle);
    case RING_PROFILE_FLAT:
    case RING_PROFILE_FLAT_COURT:
    default:
      return t;
    }
}

RingVec
ring_band_point (const RingBand *band, double angle, double across, double height)
{
  double r = ring_band_radius (band) + height;

  return (RingVec){ -r * sin (angle), r * cos (angle), across * ring_band_width (band, angle) / 2 };
}

gboolean
ring_band_holds (const RingBand *band, RingVec p)
{
  double r = ring_band_radius (band);
  double squared = p.x * p.x + p.y * p.y;
  double angle, across, height;

  if (squared <= r * r)
    return FALSE;
  angle = atan2 (-p.x, p.y);
  across = p.z / (ring_band_width (band, angle) / 2);
  if (fabs (across) >= 1)
    return FALSE;
  height = sqrt (squared) - r;
  return height > ring_band_inner (band, angle, across)
         && height < ring_band_outer (band, angle, across);
}

guint
ring_band_ridges (const RingBand *band, double angle, double across[2])
{
  across[0] = across[1] = 0;
  if (band->profile == RING_PROFILE_KNIFE)
    return 1;
  if (band->profile != RING_PROFILE_BEVELLED)
    return 0;
  across[0] = 1 - bevel_leg (band, angle) / (ring_band_width (band, angle) / 2);
  across[1] = -across[0];
  return 2;
}

double
ring_band_reach (const RingBand *band)
{
  double reach = 0;

  for (int i = 0; i < 360; i++)
    reach = MAX (reach, ring_band_outer (band, i * G_PI / 180,
                                         band->profile == RING_PROFILE_CONCAVE ? 1 : 0));
  return ring_band_radius (band) + reach;
}

static double
mean_thickness (const RingBand *band)
{
  return (ring_band_thickness (band, 0) + ring_band_thickness (band, G_PI)) / 2;
}

double
ring_band_outer_length (const RingBand *band)
{
  return band->circumference + 2 * G_PI * mean_thickness (band);
}

double
ring_band_bent_length (const RingBand *band)
{
  return band->circumference + G_PI * mean_thickness (band);
}

double
ring_band_blank_length (const RingBand *band)
{
  gboolean wide = MAX (band->width, band->base_width) > 4;

  return ring_band_bent_length (band) + (wide ? 0.5 : 0);
}

/* A section in the plane through the axis at ANGLE: a strip dz wide between the heights a and b
 * over the finger circle sweeps ((r + b)^2 - (r + a)^2) / 2 dz a radian. Simpson's rule over
 * z = w/2 sin u, which takes away the steep ends of the domes. */
static double
swept (const RingBand *band, double angle)
{
  enum
  {
    N = 256
  };
  double r = ring_band_radius (band);
  double half = ring_band_width (band, angle) / 2;
  double sum = 0;

  for (int i = 0; i <= N; i++)
    {
      double u = G_PI / 2 * i / N;
      double a = r + ring_band_inner (band, angle, sin (u));
      double b = r + ring_band_outer (band, angle, sin (u));
      double weight = i == 0 || i == N ? 1 : i % 2 == 1 ? 4 : 2;

      sum += weight * (b * b - a * a) / 2 * half * cos (u);
    }
  return 2 * sum * (G_PI / 2 / N) / 3;
}

/* Round the finger all is periodic: equal steps are as good as it gets. */
double
ring_band_volume (const RingBand *band)
{
  enum
  {
    N = 180
  };
  double sum = 0;

  for (int i = 0; i < N; i++)
    sum += swept (band, 2 * G_PI * i / N);
  return sum * 2 * G_PI / N;
}

double
ring_band_weight (const RingBand *band, double density)
{
  return ring_band_volume (band) * density / 1000;
}
