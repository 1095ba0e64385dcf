/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-alloy.h"

#include "ring-metal-paint.h"

/* Densities: JewelCraft's weighting table for precious metals (yellow 18K Au 75.3 Ag 16.5 Cu 6.7
 * Zn 1.5, white 18K with palladium, platinum 950 with ruthenium). Casters' own alloys differ: from least
 * to most is what that table, GOST 30649-99 and casters give for other mixtures of the same fineness, at
 * least 2 per cent either way where they name but one. Fineness as stamped. */
static const RingAlloy alloys[] = {
  { "18ky", 15.53, 15.22, 15.84, 750 },
  { "18kw", 15.66, 14.69, 16.44, 750 }, /* with nickel, with palladium */
  { "18kr", 15.02, 14.72, 15.32, 750 },
  { "14ky", 13.05, 12.79, 13.92, 585 },
  { "14kw", 14.60, 12.61, 14.89, 585 }, /* with nickel */
  { "14kr", 13.03, 12.77, 13.29, 585 },
  { "22ky", 17.86, 17.50, 18.22, 916 },
  { "pt950", 20.70, 20.10, 21.40, 950 }, /* with cobalt, with iridium */
  { "pd950", 12.16, 11.92, 12.40, 950 },
  { "ag925", 10.36, 10.15, 10.57, 925 },
};

guint
ring_alloy_get_n (void)
{
  return G_N_ELEMENTS (alloys);
}

const RingAlloy *
ring_alloy_get (guint i)
{
  g_return_val_if_fail (i < G_N_ELEMENTS (alloys), NULL);
  return &alloys[i];
}

const RingAlloy *
ring_alloy_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (alloys); i++)
    if (g_strcmp0 (id, alloys[i].id) == 0)
      return &alloys[i];
  return NULL;
}

const char *
ring_alloy_label (const RingAlloy *alloy)
{
  return ring_metal_paint_find (alloy->id)->label;
}
