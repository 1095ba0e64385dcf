/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a bench asks for at least, mm, and who says so. Shops differ and may set their own. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *id;
  const char *label;  /* translated by the caller with _() */
  double      mm;
  const char *source;
  gboolean    measured; /* by ring_bench_check(): a shop's own figure makes a difference */
} RingMinimum;

guint              ring_minimum_get_n (void);
const RingMinimum *ring_minimum_get (guint i);
const RingMinimum *ring_minimum_find (const char *id); /* NULL when unknown */

#define RING_N_MINIMUMS 19
/* No shop asks for more, mm. */
#define RING_LIMITS_MOST 20.0

/* What one shop asks for, in the order of ring_minimum_get(). */
typedef struct
{
  double mm[RING_N_MINIMUMS];
} RingLimits;

void     ring_limits_init (RingLimits *limits); /* as the sources say */
double   ring_limits_get (const RingLimits *limits, const char *id);
/* FALSE, changing nothing, for an unknown ID or no such length. */
gboolean ring_limits_set (RingLimits *limits, const char *id, double mm);

G_END_DECLS
