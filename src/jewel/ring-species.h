/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What gems are made of. Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *id;      /* "diamond" */
  const char *label;   /* translated by the caller with _() */
  double      gravity; /* specific gravity, g/cm3 */
  double      index;   /* of refraction */
  guint32     colour;  /* of a good stone in daylight, 0xrrggbb; white for what has none */
} RingSpecies;

guint              ring_species_get_n (void);
const RingSpecies *ring_species_get (guint i); /* 0 is diamond */
const RingSpecies *ring_species_find (const char *id); /* NULL when unknown */

G_END_DECLS
