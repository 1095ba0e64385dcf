/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-alloy.h"

#include <glib/gi18n-lib.h>

/* Densities: JewelCraft's weighting table for precious metals (yellow 18K Au 75.3 Ag 16.5 Cu 6.7
 * Zn 1.5, white 18K with palladium, platinum 950 with ruthenium); casters' own alloys differ by
 * several per cent. Fineness as stamped. Colours are this program's choice. */
static const RingAlloy alloys[] = {
  { "18ky", N_("18K yellow gold"), 15.53, 750, 0xe3bf63ff },
  { "18kw", N_("18K white gold"), 15.66, 750, 0xdadbddff },
  { "18kr", N_("18K rose gold"), 15.02, 750, 0xd9a07eff },
  { "14ky", N_("14K yellow gold"), 13.05, 585, 0xddc27aff },
  { "14kw", N_("14K white gold"), 14.60, 585, 0xd6d1c4ff },
  { "14kr", N_("14K rose gold"), 13.03, 585, 0xd2957aff },
  { "22ky", N_("22K yellow gold"), 17.86, 916, 0xe8b23cff },
  { "pt950", N_("Platinum 950"), 20.70, 950, 0xcfd0d0ff },
  { "pd950", N_("Palladium 950"), 12.16, 950, 0xc6c7c8ff },
  { "ag925", N_("Sterling silver"), 10.36, 925, 0xe4e4e2ff },
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
