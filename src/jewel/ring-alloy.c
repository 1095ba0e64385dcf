/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-alloy.h"

#include "ring-metal-paint.h"

/* Densities: JewelCraft's weighting table for precious metals (yellow 18K Au 75.3 Ag 16.5 Cu 6.7
 * Zn 1.5, white 18K with palladium, platinum 950 with ruthenium); casters' own alloys differ by
 * several per cent. Fineness as stamped. */
static const RingAlloy alloys[] = {
  { "18ky", 15.53, 750 },
  { "18kw", 15.66, 750 },
  { "18kr", 15.02, 750 },
  { "14ky", 13.05, 585 },
  { "14kw", 14.60, 585 },
  { "14kr", 13.03, 585 },
  { "22ky", 17.86, 916 },
  { "pt950", 20.70, 950 },
  { "pd950", 12.16, 950 },
  { "ag925", 10.36, 925 },
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
