/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the metal of a commission weighs, alloy by alloy, and how sure that is: bands integrated round the
 * finger, settings and layouts by their own geometry, and what a jeweler entered for parts that are
 * drawn by hand. Finished weight. Pure; g, mm, mm3. */
#pragma once

#include "ring-alloy.h"
#include "ring-drawing.h"

G_BEGIN_DECLS

/* A band is made to so many mm of its width and thickness: the trade's usual tolerance. */
#define RING_WEIGHT_TOLERANCE 0.1
/* Parts of their metal by which settings and layouts (seats that are cut, what is filed away), and entered
 * grams may be off: this program's own figures. */
#define RING_WEIGHT_SETTING_ERROR 0.15
#define RING_WEIGHT_FREEHAND_ERROR 0.1

typedef struct
{
  const RingAlloy *alloy;
  double           grams, least, most;
} RingMetalWeight;

typedef struct
{
  GArray    *metals;  /* of RingMetalWeight, in the order in which they are met */
  GPtrArray *missing; /* of char *, translated: metal that is not in these weights, and why */
  double     grams, least, most; /* of all */
} RingWeight;

/* ALLOY, which may be NULL, is supposed to be that of every ring; settings with an alloy of their own keep
 * it. Freehand parts are fields of the estimate's record (ring-estimate.h). */
void ring_weight_init (RingWeight *weight, const RingDrawing *drawing, const RingAlloy *alloy);
void ring_weight_clear (RingWeight *weight);

/* A gram is so many pennyweights (dwt) and troy ounces; exactly 1.55517384 g and 31.1034768 g each. */
#define RING_DWT_GRAMS 1.55517384
#define RING_OUNCE_GRAMS 31.1034768
/* "6.67 g (4.289 dwt, 0.2144 oz t)". */
char *ring_weight_format (double grams) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
