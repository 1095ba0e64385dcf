/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a mounted stone weighs, estimated from its millimetres, and what gems are made of. An
 * estimate is never a weight: it comes with its error and the formula it was made by. Pure. */
#pragma once

#include "ring-cut.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;      /* "diamond" */
  const char *label;   /* translated by the caller with _() */
  double      gravity; /* specific gravity, g/cm3 */
  double      index;   /* of refraction */
} RingSpecies;

guint              ring_species_get_n (void);
const RingSpecies *ring_species_get (guint i);
const RingSpecies *ring_species_find (const char *id); /* NULL when unknown */

typedef struct
{
  double carat; /* 0.2 g */
  double error; /* part of CARAT: 0.05 is five per cent either way */
  char  *formula; /* "0.0061 x 6.5 x 6.5 x 3.93", with the multiplication sign */
} RingCarat;

/* LENGTH, WIDTH and DEPTH in mm; GIRDLE is the correction for a thick girdle, 1 when there is none
 * (1.03 thick, 1.045 very thick, 1.09 extremely thick and small). FALSE for no stone at all. */
gboolean ring_carat_estimate (RingCut cut, const RingSpecies *species, double length, double width, double depth, double girdle, RingCarat *carat);
void     ring_carat_clear (RingCarat *carat);

G_END_DECLS
