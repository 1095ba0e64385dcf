/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The centre line of a stroke with its radius: discs cleaned of what does not show, cut into runs
 * at corners, each run fitted by cubics of (x, y, radius). Private to ink. */
#pragma once

#include "ring-disc.h"

G_BEGIN_DECLS

/* A smooth piece of the stroke. The discs between two runs are the same at a corner; otherwise
 * one contains the other. */
typedef struct
{
  RingDisc     start, end;
  RingFitPoint start_tangent, end_tangent;
  gsize        first, n_curves; /* in the centre's curves; none for a single disc */
} RingCentreRun;

typedef struct
{
  GArray *runs;   /* RingCentreRun */
  GArray *curves; /* RingFitCurve */
} RingCentre;

/* Drops what does not show from DISCS, and its marks from MARKS, in place; gives how many are
 * left. */
gsize ring_centre_clean (RingDisc *discs, RingDiscMark *marks, gsize n_discs, double tolerance);
void  ring_centre_init (RingCentre *centre, const RingDisc *discs, const RingDiscMark *marks, gsize n_discs, double tolerance);
void  ring_centre_clear (RingCentre *centre);

G_END_DECLS
