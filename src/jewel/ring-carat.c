/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Weight = factor x dimensions x depth, and x specific gravity for coloured stones. Factors are
 * those of the trade; where none is published, that of a trade mesh's volume, and where there is
 * no mesh either, that of the cut's own solid. */

#include "ring-carat.h"

#include <glib/gi18n-lib.h>

#include "ring-error.h"
#include "ring-number.h"

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

/* Of triangular step cuts, Flanders and the round octagon, from trade meshes: factor by specific
 * gravity, 0 for other cuts. */
static double
mesh_factor (RingCut cut)
{
  switch (cut)
    {
    case RING_CUT_TRILLION:
      return 0.00137;
    case RING_CUT_TRILLIANT:
      return 0.00157;
    case RING_CUT_TRIANGLE:
      return 0.00128;
    case RING_CUT_FLANDERS:
      return 0.00207;
    case RING_CUT_OCTAGON:
      return 0.00194;
    case RING_CUT_PRINCESS:
      return 0.00239;
    case RING_CUT_RADIANT:
      return 0.00225;
    default:
      return 0;
    }
}

G_LOCK_DEFINE_STATIC (last_part);

/* The part of its box that the usual solid fills: all sizes of one cut and RATIO fill the same.
 * Building the solid takes milliseconds, and mostly the same one is asked for again, so the last
 * is kept. */
static double
solid_part (RingCut cut, double ratio)
{
  static struct
  {
    RingCut cut;
    double ratio; /* 0: none yet */
    double part;
  } last;
  double part;

  G_LOCK (last_part);
  if (last.cut != cut || last.ratio != ratio)
    {
      double depth = ring_cut_usual_depth (cut);
      g_autoptr (RingSolid) solid = ring_cut_solid (cut, ratio, 1, depth);

      last.cut = cut;
      last.ratio = ratio;
      last.part = ring_solid_volume (solid) / (ratio * depth);
    }
  part = last.part;
  G_UNLOCK (last_part);
  return part;
}

/* ct of the usual solid for each mm3 of its box and each unit of specific gravity. */
static double
solid_factor (RingCut cut, double ratio)
{
  return solid_part (cut, ratio) * 5 / 1000;
}

/* GIA's factors, as quoted in trade texts, and rules of thumb for pear, cushion, radiant and
 * princess; 0 where there is neither. */
static double
diamond_factor (RingCut cut, double ratio, double *error)
{
  *error = ERROR_OPEN;
  switch (cut)
    {
    case RING_CUT_ROUND:
    case RING_CUT_OLD_EUROPEAN:
    case RING_CUT_SINGLE:
      return 0.0061;
    case RING_CUT_OVAL:
      return 0.0062;
    case RING_CUT_HEART:
      return 0.0059;
    case RING_CUT_TRILLION:
    case RING_CUT_TRILLIANT:
      return 0.0057;
    case RING_CUT_BAGUETTE:
    case RING_CUT_TAPERED_BAGUETTE:
      return 0.00915;
    case RING_CUT_EMERALD:
    case RING_CUT_ASSCHER:
    case RING_CUT_SQUARE:
      return look_up (emerald_rows, G_N_ELEMENTS (emerald_rows), ratio);
    case RING_CUT_MARQUISE:
      return look_up (marquise_rows, G_N_ELEMENTS (marquise_rows), ratio);
    default:
      break;
    }
  *error = ERROR_RULE;
  switch (cut)
    {
    case RING_CUT_PRINCESS:
      return look_up (princess_rows, G_N_ELEMENTS (princess_rows), ratio);
    case RING_CUT_CUSHION:
    case RING_CUT_OLD_MINE:
      return 0.00765;
    case RING_CUT_RADIANT:
      return 0.00855;
    case RING_CUT_PEAR:
      return look_up (pear_rows, G_N_ELEMENTS (pear_rows), ratio);
    default:
      return 0;
    }
}

/* Coloured stones: dendritics.com's standard formulas, which are a rule of thumb; 0 where it has
 * none. */
static double
coloured_factor (RingCut cut, double ratio)
{
  switch (cut)
    {
    case RING_CUT_OVAL:
      return 0.0020;
    case RING_CUT_EMERALD:
    case RING_CUT_BAGUETTE:
    case RING_CUT_TAPERED_BAGUETTE:
      return 0.0025;
    case RING_CUT_ASSCHER:
    case RING_CUT_SQUARE:
      return 0.0023;
    case RING_CUT_CUSHION:
    case RING_CUT_OLD_MINE:
      return ratio < 1.05 ? 0.0018 : 0.0022;
    case RING_CUT_MARQUISE:
      return 0.0016;
    case RING_CUT_CABOCHON:
      return 0.00265;
    case RING_CUT_PEAR:
    case RING_CUT_HEART:
    case RING_CUT_ROUND:
    case RING_CUT_OLD_EUROPEAN:
    case RING_CUT_SINGLE:
      return 0.0018;
    default:
      return 0;
    }
}

static gboolean
is_diamond (const RingSpecies *species)
{
  return g_str_equal (species->id, "diamond");
}

/* The factor, with the specific gravity in it for a diamond alone. */
static double
find_factor (RingCut cut, const RingSpecies *species, double ratio, double *error)
{
  double factor;
  double gravity = is_diamond (species) ? species->gravity : 1;

  *error = ERROR_RULE;
  factor = is_diamond (species) ? diamond_factor (cut, ratio, error) : coloured_factor (cut, ratio);
  if (factor > 0)
    return factor;
  factor = mesh_factor (cut);
  return (factor > 0 ? factor : solid_factor (cut, ratio)) * gravity;
}

/* Rounds and ovals are reckoned by their mean diameter, as a circle of it; tapered baguettes by
 * the mean of their parallel ends. */
static void
take_means (RingCut cut, gboolean diamond, double *length, double *width)
{
  if (cut == RING_CUT_TAPERED_BAGUETTE)
    *width *= RING_CUT_TAPER_MEAN;
  if (cut == RING_CUT_ROUND || cut == RING_CUT_OLD_EUROPEAN || cut == RING_CUT_SINGLE
      || (cut == RING_CUT_OVAL && diamond)
      || ((cut == RING_CUT_CUSHION || cut == RING_CUT_OLD_MINE) && !diamond))
    *length = *width = (*length + *width) / 2;
}

static gboolean
check_mm (const char *what, double mm, GError **error)
{
  g_autofree char *text = NULL;

  if (mm >= RING_CARAT_LEAST_MM && mm <= RING_CARAT_MOST_MM)
    return TRUE;
  text = ring_number_format (isfinite (mm) ? CLAMP (mm, -1e6, 1e6) : 0, 2);
  g_set_error (error, RING_ERROR, RING_ERROR_INVALID,
               _ ("%s: no stone has %s mm: give 0.3 to 60 mm"), what, text);
  return FALSE;
}

static gboolean
check_ratio (double ratio, GError **error)
{
  if (ratio >= 0.125 && ratio <= 8)
    return TRUE;
  g_set_error_literal (error, RING_ERROR, RING_ERROR_INVALID,
                       _ ("No stone is more than eight times as long as wide: check both"));
  return FALSE;
}

static void
append_factor (GString *text, double value, guint decimals)
{
  if (text->len > 0)
    g_string_append (text, " × ");
  ring_number_append (text, value, decimals);
}

static char *
compare (double estimated, double by_volume)
{
  double part = by_volume / estimated - 1;
  g_autofree char *carat = NULL;
  g_autofree char *percent = NULL;

  if (fabs (part) <= 0.05)
    return NULL;
  carat = ring_number_format (by_volume, 2);
  percent = ring_number_format (fabs (part) * 100, 0);
  return part > 0
             ? g_strdup_printf (_ ("As drawn it would have %s ct, %s %% more"), carat, percent)
             : g_strdup_printf (_ ("As drawn it would have %s ct, %s %% less"), carat, percent);
}

gboolean
ring_carat_estimate (RingCut cut,
                     const RingSpecies *species,
                     double length,
                     double width,
                     double depth,
                     double girdle,
                     RingCarat *carat,
                     GError **error)
{
  GString *text;
  double factor, volume;

  g_return_val_if_fail (species != NULL && girdle > 0, FALSE);

  if (!check_mm (_ ("Length"), length, error) || !check_mm (_ ("Width"), width, error)
      || !check_mm (_ ("Depth"), depth, error) || !check_ratio (length / width, error))
    return FALSE;

  volume = solid_part (cut, length / width) * length * width * depth;
  factor = find_factor (cut, species, length / width, &carat->error);
  take_means (cut, is_diamond (species), &length, &width);
  text = g_string_new (NULL);
  append_factor (text, factor, 5);
  append_factor (text, length, 3);
  append_factor (text, width, 3);
  append_factor (text, depth, 3);
  if (!is_diamond (species))
    append_factor (text, species->gravity, 2);
  if (girdle != 1)
    append_factor (text, girdle, 3);
  carat->carat
      = factor * length * width * depth * girdle * (is_diamond (species) ? 1 : species->gravity);
  carat->formula = g_string_free (text, FALSE);
  carat->by_volume = volume * species->gravity / 200;
  carat->note = compare (carat->carat, carat->by_volume);
  return TRUE;
}

void
ring_carat_clear (RingCarat *carat)
{
  g_clear_pointer (&carat->formula, g_free);
  g_clear_pointer (&carat->note, g_free);
}

gboolean
ring_carat_size (RingCut cut,
                 const RingSpecies *species,
                 double carat,
                 double ratio,
                 double *length,
                 double *width,
                 GError **error)
{
  double l = ratio, w = 1, part;

  g_return_val_if_fail (species != NULL, FALSE);

  if (!(carat >= RING_CARAT_LEAST && carat <= RING_CARAT_MOST))
    {
      g_set_error_literal (error, RING_ERROR, RING_ERROR_INVALID,
                           _ ("No cut stone weighs that: give 0.0001 to 600 ct"));
      return FALSE;
    }
  if (!check_ratio (ratio, error))
    return FALSE;
  take_means (cut, is_diamond (species), &l, &w);
  /* A stone of width 1, then the third root. */
  part = find_factor (cut, species, ratio, &(double){ 0 }) * l * w * ring_cut_usual_depth (cut)
         * (is_diamond (species) ? 1 : species->gravity);
  *width = cbrt (carat / part);
  *length = *width * ratio;
  return check_mm (_ ("Length"), *length, error) && check_mm (_ ("Width"), *width, error);
}
