/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sieve sizes of small round diamonds, and what a stone of each is counted as in the trade. Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;  /* "+2.5" */
  double      mm;    /* nominal diameter */
  double      carat; /* each */
} RingSieve;

/* The sieve whose diameter is nearest; NULL where stones of MM are not sold by sieve. Such charts
 * are for prices: below 1.8 mm they say up to a third more than a stone of usual depth weighs. */
const RingSieve *ring_sieve_find (double mm);

G_END_DECLS
