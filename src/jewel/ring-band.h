/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The band: a profile swept round the finger circle, wider or thinner towards the base. One
 * surface for views, weight and seats. Lengths mm, angles radians, weight g.
 *
 * A place on the band is an ANGLE round the finger, 0 at the top and counter-clockwise in the
 * view through the finger, and ACROSS, from -1 to 1: the part of the half width there, towards
 * the viewer of that view. */
#pragma once

#include "ring-vec.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RING_PROFILE_FLAT,
  RING_PROFILE_D,          /* flat inside, half an ellipse outside */
  RING_PROFILE_COURT,      /* domed inside and outside */
  RING_PROFILE_FLAT_COURT, /* domed inside, flat outside */
  RING_PROFILE_KNIFE,      /* a ridge */
  RING_PROFILE_BEVELLED,   /* flat with slanted edges */
  RING_PROFILE_CONCAVE,    /* hollowed outside, a saddle */
  RING_PROFILE_EURO,       /* flat; the lower half is square outside and round inside */
} RingProfile;

#define RING_N_PROFILES 8

typedef struct
{
  double      circumference; /* inner */
  RingProfile profile;
  double      width;     /* along the finger, at the top */
  double      thickness; /* radial, at its greatest, at the top */
  double      base_width, base_thickness; /* at the base; 0 is as at the top */
} RingBand;

const char *ring_profile_id (RingProfile profile); /* "flat", "d", "flat-court", ... */
const char *ring_profile_label (RingProfile profile);
gboolean    ring_profile_from_id (const char *id, RingProfile *profile);

double ring_band_radius (const RingBand *band); /* of the finger circle */
/* Between top and base both go as (1 + cos ANGLE) / 2, level at either. */
double ring_band_width (const RingBand *band, double angle);
double ring_band_thickness (const RingBand *band, double angle);
/* Height of the inner and the outer surface over the finger circle. */
double ring_band_inner (const RingBand *band, double angle, double across);
double ring_band_outer (const RingBand *band, double angle, double across);
/* x right, y up, z towards the viewer of the view through the finger. */
RingVec ring_band_point (const RingBand *band, double angle, double across, double height);
gboolean ring_band_holds (const RingBand *band, RingVec point); /* whether it is in the metal */
/* Where the outer surface has an edge between its two sides: fills ACROSS, returns how many. */
guint ring_band_ridges (const RingBand *band, double angle, double across[2]);

/* How far the outer surface reaches from the finger's axis. */
double ring_band_reach (const RingBand *band);
/* Of the outer surface, and of the strip that it is bent from: C + pi t of the mean thickness
 * (Rio Grande), and 0.5 mm more when it is anywhere wider than 4 mm. */
double ring_band_outer_length (const RingBand *band);
double ring_band_blank_length (const RingBand *band);
/* Of that the part that becomes the way round: bending makes the outside longer and the inside shorter. */
double ring_band_bent_length (const RingBand *band);

/* Volume by Pappus: section times the way of its centroid, integrated. mm3. */
double ring_band_volume (const RingBand *band);
/* DENSITY in g/cm3. Finished weight, without sprue. */
double ring_band_weight (const RingBand *band, double density);

G_END_DECLS
