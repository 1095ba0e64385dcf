/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a mounted stone weighs, estimated from its millimetres, and the other way round. An
 * estimate is never a weight: it comes with its error and the formula it was made by. Pure. */
#pragma once

#include "ring-cut.h"
#include "ring-species.h"

G_BEGIN_DECLS

typedef struct
{
  double carat;     /* 0.2 g */
  double error;     /* part of CARAT: 0.05 is five per cent either way */
  char  *formula;   /* "0.0061 × 6.5 × 6.5 × 3.93" */
  double by_volume; /* ct that the drawn solid weighs */
  char  *note;      /* translated, where BY_VOLUME differs by more than 5 %; else NULL */
} RingCarat;

/* No stone is smaller, larger or heavier: mm and ct. The largest cut diamond has 546 ct. */
#define RING_CARAT_LEAST_MM 0.3
#define RING_CARAT_MOST_MM 60.0
#define RING_CARAT_LEAST 0.0001
#define RING_CARAT_MOST 600.0

/* LENGTH, WIDTH and DEPTH in mm; GIRDLE is the correction for a thick girdle, 1 when there is none
 * (1.03 thick, 1.045 very thick, 1.09 extremely thick and small). FALSE with RING_ERROR_INVALID
 * for what no stone has; the message says which and what would do. */
gboolean ring_carat_estimate (RingCut cut, const RingSpecies *species, double length, double width, double depth, double girdle, RingCarat *carat, GError **error);
void     ring_carat_clear (RingCarat *carat);
/* The millimetres of a stone of CARAT that is RATIO times as long as wide and of usual depth. */
gboolean ring_carat_size (RingCut cut, const RingSpecies *species, double carat, double ratio, double *length, double *width, GError **error);

G_END_DECLS
