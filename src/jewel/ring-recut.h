/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a damaged or old stone can be cut to, by the rules of the trade: a new depth is 0.62 of the sound
 * diameter, and a new diameter at most 100/58 of the sound depth. Another cut, at its usual proportions, must
 * lie in the stone besides: a fuller pavilion than the stone has is not in it. Losses that are usual: 1 to 3
 * per cent for a new polish, 10 to 25 for a girdle, 10 to 30 for a culet. Pure. */
#pragma once

#include "ring-carat.h"

G_BEGIN_DECLS

typedef enum
{
  RING_RECUT_POLISH, /* its facets polished anew; it keeps its size */
  RING_RECUT_GIRDLE, /* a chip at the girdle taken out */
  RING_RECUT_CULET,
  RING_RECUT_SHAPE,  /* another cut, or new proportions: no loss is usual */
} RingRecutWork;
#define RING_N_RECUT_WORKS (RING_RECUT_SHAPE + 1)

typedef struct
{
  RingCut cut;
  double  length, width, depth; /* mm */
} RingRecutSize;

typedef struct
{
  RingRecutSize size;
  double   shift, rise; /* where the middle of its girdle lies in the stone before: along y and z, mm */
  double   carat; /* expected */
  double   error; /* part of CARAT: 0.05 is five per cent either way */
  double   loss;  /* part of the weight before */
  gboolean usual; /* LOSS, with its error, is what is usual for the work */
} RingRecut;

const char *ring_recut_work_id (RingRecutWork work);    /* "girdle" */
const char *ring_recut_work_label (RingRecutWork work); /* translated */
gboolean    ring_recut_work_find (const char *id, RingRecutWork *work);
/* The losses that are usual, parts of the weight; FALSE where none is. */
gboolean    ring_recut_usual_loss (RingRecutWork work, double *least, double *most);

/* BEFORE, of CARAT, cut to CUT. SOUND_WIDTH and SOUND_DEPTH are what is undamaged of it, mm; 0 is all. FALSE with
 * RING_ERROR_INVALID for what no stone has, or more than there is; the message says which. */
gboolean    ring_recut_plan (const RingRecutSize *before,
                             const RingSpecies *species,
                             double carat,
                             RingRecutWork work,
                             RingCut cut,
                             double sound_width,
                             double sound_depth,
                             RingRecut *plan,
                             GError **error);

G_END_DECLS
