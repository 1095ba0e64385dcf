/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-carat.h"

#include <glib/gi18n-lib.h>

#include "ring-number.h"

/* Specific gravities: gemsociety.org's tables and, for diamond, 16 CFR 23.12. Indices are means of
 * the usual range. */
static const RingSpecies species_list[] = {
  { "diamond", N_("Diamond"), 3.52, 2.42 },
  { "sapphire", N_("Sapphire"), 4.00, 1.77 },
  { "ruby", N_("Ruby"), 4.00, 1.77 },
  { "emerald", N_("Emerald"), 2.72, 1.58 },
  { "aquamarine", N_("Aquamarine"), 2.72, 1.58 },
  { "morganite", N_("Morganite"), 2.72, 1.58 },
  { "alexandrite", N_("Alexandrite"), 3.73, 1.75 },
  { "spinel", N_("Spinel"), 3.60, 1.72 },
  { "tanzanite", N_("Tanzanite"), 3.35, 1.69 },
  { "topaz", N_("Topaz"), 3.53, 1.62 },
  { "tourmaline", N_("Tourmaline"), 3.06, 1.63 },
  { "rhodolite", N_("Rhodolite garnet"), 3.84, 1.76 },
  { "almandine", N_("Almandine garnet"), 4.05, 1.79 },
  { "spessartine", N_("Spessartine garnet"), 4.15, 1.80 },
  { "tsavorite", N_("Tsavorite garnet"), 3.61, 1.74 },
  { "demantoid", N_("Demantoid garnet"), 3.84, 1.88 },
  { "zircon", N_("Zircon"), 4.69, 1.95 },
  { "peridot", N_("Peridot"), 3.34, 1.67 },
  { "amethyst", N_("Amethyst"), 2.65, 1.55 },
  { "citrine", N_("Citrine"), 2.65, 1.55 },
  { "opal", N_("Opal"), 2.15, 1.45 },
  { "moissanite", N_("Moissanite"), 3.22, 2.65 },
  { "zirconia", N_("Cubic zirconia"), 5.80, 2.16 },
};

typedef struct
{
  double ratio, k;
} Row;

/* Diamonds, by length over width: weight = k x dimensions x depth.
 * Round and oval: GIA's, as quoted in trade texts. Marquise: table by ratio. Emerald and Asscher:
 * table by ratio. Princess: 0.0083 square, 0.0098 (of 0.0090 to 0.0105) at 1.5. Cushion: middle of
 * 0.0072 to 0.0081, a trade rule of thumb; so is the pear's table. */
static const Row marquise_rows[] = {
  { 1.5, 0.00565 }, { 1.75, 0.00570 }, { 2, 0.00580 }, { 2.25, 0.00583 },
  { 2.5, 0.00585 }, { 2.75, 0.00590 }, { 3, 0.00595 },
};
static const Row emerald_rows[]
    = { { 1.25, 0.0080 }, { 1.5, 0.0092 }, { 2, 0.0100 }, { 2.5, 0.0106 } };
static const Row pear_rows[]
    = { { 1.25, 0.00615 }, { 1.5, 0.00600 }, { 1.66, 0.00590 }, { 2, 0.00575 } };
static const Row princess_rows[] = { { 1, 0.0083 }, { 1.5, 0.0098 } };

/* Where a published formula allows the usual 5 %, and where only a rule of thumb is known. */
#define ERROR_OPEN 0.05
#define ERROR_RULE 0.10

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

static double
look_up (const Row *rows, guint n, double ratio)
{
  guint i = 1;

  ratio = CLAMP (ratio, rows[0].ratio, rows[n - 1].ratio);
  while (i + 1 < n && ratio > rows[i].ratio)
    i++;
  return rows[i - 1].k
         + (rows[i].k - rows[i - 1].k) * (ratio - rows[i - 1].ratio)
               / (rows[i].ratio - rows[i - 1].ratio);
}

static double
diamond_factor (RingCut cut, double ratio, double *error)
{
  *error = cut == RING_CUT_PEAR || cut == RING_CUT_CUSHION || cut == RING_CUT_PRINCESS ? ERROR_RULE
                                                                                       : ERROR_OPEN;
  switch (cut)
    {
    case RING_CUT_OVAL:
      return 0.0062;
    case RING_CUT_PRINCESS:
      return look_up (princess_rows, G_N_ELEMENTS (princess_rows), ratio);
    case RING_CUT_EMERALD:
    case RING_CUT_ASSCHER:
      return look_up (emerald_rows, G_N_ELEMENTS (emerald_rows), ratio);
    case RING_CUT_CUSHION:
      return 0.00765;
    case RING_CUT_PEAR:
      return look_up (pear_rows, G_N_ELEMENTS (pear_rows), ratio);
    case RING_CUT_MARQUISE:
      return look_up (marquise_rows, G_N_ELEMENTS (marquise_rows), ratio);
    case RING_CUT_ROUND:
    default:
      return 0.0061;
    }
}

/* Coloured stones: weight = f x dimensions x depth x specific gravity (dendritics.com's standard
 * formulas). No factor is published for a princess: the volume of trade meshes stands for it. */
static double
coloured_factor (RingCut cut, double ratio)
{
  switch (cut)
    {
    case RING_CUT_OVAL:
      return 0.0020;
    case RING_CUT_PRINCESS:
      return 0.0024;
    case RING_CUT_EMERALD:
      return 0.0025;
    case RING_CUT_ASSCHER:
      return 0.0023;
    case RING_CUT_CUSHION:
      return ratio < 1.05 ? 0.0018 : 0.0022;
    case RING_CUT_MARQUISE:
      return 0.0016;
    case RING_CUT_PEAR:
    case RING_CUT_ROUND:
    default:
      return 0.0018;
    }
}

/* Rounds and ovals are reckoned by their mean diameter, as a circle of it. */
static gboolean
takes_mean (RingCut cut, gboolean diamond)
{
  return cut == RING_CUT_ROUND || (cut == RING_CUT_OVAL && diamond)
         || (cut == RING_CUT_CUSHION && !diamond);
}

static void
append_factor (GString *text, double value, guint decimals)
{
  if (text->len > 0)
    g_string_append (text, " × ");
  ring_number_append (text, value, decimals);
}

gboolean
ring_carat_estimate (RingCut cut,
                     const RingSpecies *species,
                     double length,
                     double width,
                     double depth,
                     double girdle,
                     RingCarat *carat)
{
  gboolean diamond;
  GString *text;
  double factor, error = ERROR_RULE;

  if (species == NULL || !(length > 0) || !(width > 0) || !(depth > 0) || !(girdle > 0))
    return FALSE;

  diamond = g_str_equal (species->id, "diamond");
  factor = diamond ? diamond_factor (cut, length / width, &error)
                   : coloured_factor (cut, length / width);
  if (takes_mean (cut, diamond))
    length = width = (length + width) / 2;

  text = g_string_new (NULL);
  append_factor (text, factor, 6);
  append_factor (text, length, 3);
  append_factor (text, width, 3);
  append_factor (text, depth, 3);
  if (!diamond)
    append_factor (text, species->gravity, 2);
  if (girdle != 1)
    append_factor (text, girdle, 3);
  carat->carat = factor * length * width * depth * girdle * (diamond ? 1 : species->gravity);
  carat->error = error;
  carat->formula = g_string_free (text, FALSE);
  return TRUE;
}

void
ring_carat_clear (RingCarat *carat)
{
  g_clear_pointer (&carat->formula, g_free);
}
