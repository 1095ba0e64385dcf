/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-band.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Comfort dome of a court profile at its edges, mm: shops use 0.2 to 0.4. */
#define COURT_DOME 0.3

static const struct
{
  const char *id;
  const char *label;
} profiles[RING_N_PROFILES] = {
  { "flat", NC_("band profile", "Flat") },
  { "d", NC_("band profile", "D-shape") },
  { "court", NC_("band profile", "Court") },
  { "knife", NC_("band profile", "Knife edge") },
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

/* How far Z lies from the middle, 0 to 1 at the edges. */
static double
part_of_half_width (const RingBand *band, double z)
{
  return CLAMP (fabs (z) / (band->width / 2), 0, 1);
}

double
ring_band_inner (const RingBand *band, double z)
{
  double f = part_of_half_width (band, z);

  if (band->profile != RING_PROFILE_COURT)
    return 0;
  return MIN (COURT_DOME, band->thickness / 3) * f * f;
}

double
ring_band_outer (const RingBand *band, double z)
{
  double f = part_of_half_width (band, z);
  double t = band->thickness;

  switch (band->profile)
    {
    case RING_PROFILE_D:
      return t * sqrt (1 - f * f);
    case RING_PROFILE_KNIFE:
      return t * (1 - f);
    case RING_PROFILE_COURT:
      {
        /* Half an ellipse that meets the inner dome at half the thickness at the edge. */
        double edge = MIN (COURT_DOME, t / 3) + t / 4;

        return edge + (t - edge) * sqrt (1 - f * f);
      }
    case RING_PROFILE_FLAT:
    default:
      return t;
    }
}

/* Pappus, section by section: a strip dz wide between the heights a and b over the finger circle
 * sweeps pi ((r + b)^2 - (r + a)^2) dz. Simpson's rule over z = w/2 sin u, which takes away the
 * steep ends of the domes. */
double
ring_band_volume (const RingBand *band)
{
  enum { N = 512 };
  double r = band->circumference / (2 * G_PI);
  double sum = 0;

  for (int i = 0; i <= N; i++)
    {
      double u = G_PI / 2 * i / N;
      double z = band->width / 2 * sin (u);
      double a = r + ring_band_inner (band, z);
      double b = r + ring_band_outer (band, z);
      double weight = i == 0 || i == N ? 1 : i % 2 == 1 ? 4 : 2;

      sum += weight * G_PI * (b * b - a * a) * band->width / 2 * cos (u);
    }
  return 2 * sum * (G_PI / 2 / N) / 3;
}

double
ring_band_weight (const RingBand *band, double density)
{
  return ring_band_volume (band) * density / 1000;
}
