/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The band: a profile swept round the finger circle. Lengths mm, weight g. */
#pragma once

#include "ring-point.h"

G_BEGIN_DECLS

typedef enum
{
  RING_PROFILE_FLAT,
  RING_PROFILE_D,     /* flat inside, half an ellipse outside */
  RING_PROFILE_COURT, /* domed inside and outside */
  RING_PROFILE_KNIFE, /* a ridge */
} RingProfile;

#define RING_N_PROFILES 4

typedef struct
{
  double      circumference; /* inner */
  RingProfile profile;
  double      width;     /* along the finger */
  double      thickness; /* radial, at the middle */
} RingBand;

const char *ring_profile_id (RingProfile profile); /* "flat", "d", "court", "knife" */
const char *ring_profile_label (RingProfile profile);
gboolean    ring_profile_from_id (const char *id, RingProfile *profile);

/* Height of the inner and the outer surface over the finger circle at Z along the finger (0 is
 * the middle; outside +-width/2 the edge's values). */
double ring_band_inner (const RingBand *band, double z);
double ring_band_outer (const RingBand *band, double z);

/* Volume by Pappus: section times the way of its centroid. mm3. */
double ring_band_volume (const RingBand *band);
/* DENSITY in g/cm3. Finished weight, without sprue. */
double ring_band_weight (const RingBand *band, double density);

G_END_DECLS
