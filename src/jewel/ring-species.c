/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-species.h"

#include <glib/gi18n-lib.h>

/* Specific gravities: gemsociety.org's tables and, for diamond, 16 CFR 23.12. Indices are means of
 * the usual range. */
static const RingSpecies species_list[] = {
  { "diamond", N_ ("Diamond"), 3.52, 2.42, 0xffffff },
  { "sapphire", N_ ("Sapphire"), 4.00, 1.77, 0x1f3fb8 },
  { "ruby", N_ ("Ruby"), 4.00, 1.77, 0xc4103c },
  { "emerald", N_ ("Emerald"), 2.72, 1.58, 0x0f8f5a },
  { "aquamarine", N_ ("Aquamarine"), 2.72, 1.58, 0x8fd3e6 },
  { "morganite", N_ ("Morganite"), 2.72, 1.58, 0xf3b9b4 },
  { "alexandrite", N_ ("Alexandrite"), 3.73, 1.75, 0x3f7f74 },
  { "spinel", N_ ("Spinel"), 3.60, 1.72, 0xd8345f },
  { "tanzanite", N_ ("Tanzanite"), 3.35, 1.69, 0x4f48b8 },
  { "topaz", N_ ("Topaz"), 3.53, 1.62, 0x79b9e6 },
  { "tourmaline", N_ ("Tourmaline"), 3.06, 1.63, 0x2f9d74 },
  { "rhodolite", N_ ("Rhodolite garnet"), 3.84, 1.76, 0xa82a5c },
  { "almandine", N_ ("Almandine garnet"), 4.05, 1.79, 0x8e1526 },
  { "spessartine", N_ ("Spessartine garnet"), 4.15, 1.80, 0xe8741c },
  { "tsavorite", N_ ("Tsavorite garnet"), 3.61, 1.74, 0x1f9a48 },
  { "demantoid", N_ ("Demantoid garnet"), 3.84, 1.88, 0x5fae3c },
  { "zircon", N_ ("Zircon"), 4.69, 1.95, 0x63b3d8 },
  { "peridot", N_ ("Peridot"), 3.34, 1.67, 0x9dbf2c },
  { "amethyst", N_ ("Amethyst"), 2.65, 1.55, 0x7d3fb0 },
  { "citrine", N_ ("Citrine"), 2.65, 1.55, 0xe9a825 },
  { "opal", N_ ("Opal"), 2.15, 1.45, 0xe9ebe4 },
  { "moissanite", N_ ("Moissanite"), 3.22, 2.65, 0xffffff },
  { "zirconia", N_ ("Cubic zirconia"), 5.80, 2.16, 0xffffff },
};

guint
ring_species_get_n (void)
{
  return G_N_ELEMENTS (species_list);
}

const RingSpecies *
ring_species_get (guint i)
{
  g_return_val_if_fail (i < G_N_ELEMENTS (species_list), NULL);
  return &species_list[i];
}

const RingSpecies *
ring_species_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (species_list); i++)
    if (g_strcmp0 (id, species_list[i].id) == 0)
      return &species_list[i];
  return NULL;
}
