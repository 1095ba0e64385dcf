/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-gem-layout.h"

#include <glib/gi18n-lib.h>

#include "ring-minimum.h"
#include "ring-number.h"

static void
append_stones (GString *text, const RingGemLayout *layout, guint n)
{
  const RingGemChoice stone = { layout->layout.cut, layout->species, layout->layout.length,
                                layout->layout.width };
  g_autofree char *words = ring_gem_choice_format (&stone);

  /* TRANSLATORS: how many stones, and what each is: 18 × Round diamond 1.3 mm */
  g_string_append_printf (text, _ ("%u × %s"), n, words);
}

static void
append_air (GString *text, const RingLaid *laid)
{
  g_autofree char *air = ring_number_format (laid->nearest, 2);

  if (laid->places->len < 2)
    return;
  g_string_append (text, ", ");
  /* TRANSLATORS: the least distance between neighbouring stones, in mm. */
  g_string_append_printf (text, laid->nearest < 0 ? _ ("%s mm: they overlap") : _ ("%s mm apart"),
                          air);
}

static void
append_weight (GString *text, const RingLayoutWeight *weight)
{
  g_autofree char *total = ring_number_format (weight->total, 3);
  g_autofree char *percent = ring_number_format (weight->error * 100, 0);

  if (weight->formula == NULL)
    return;
  g_string_append (text, ", ");
  /* TRANSLATORS: a weight in carats and its error. */
  g_string_append_printf (text, _ ("%s ct ±%s %% by formula"), total, percent);
  if (weight->sieve != NULL)
    {
      g_autofree char *by_sieve = ring_number_format (weight->by_sieve, 3);

      g_string_append (text, ", ");
      /* TRANSLATORS: a weight in carats, and the name of a sieve that diamonds are sorted by. */
      g_string_append_printf (text, _ ("%s ct by sieve %s"), by_sieve, weight->sieve->name);
    }
}

char *
ring_gem_layout_format (const RingGemLayout *layout, const RingBand *band)
{
  GString *text = g_string_new (NULL);
  RingLayoutWeight weight;
  RingLaid laid;

  ring_gem_layout_lay (layout, band, ring_minimum_find ("gem-spacing")->mm, &laid);
  ring_gem_layout_weigh (layout, laid.places->len, &weight);
  append_stones (text, layout, laid.places->len);
  append_air (text, &laid);
  append_weight (text, &weight);
  ring_layout_weight_clear (&weight);
  ring_laid_clear (&laid);
  return g_string_free (text, FALSE);
}

char *
ring_gem_layout_format_short (const RingGemLayout *layout, const RingBand *band)
{
  g_autofree char *mm = ring_number_format (layout->layout.width, 2);
  g_autofree char *carat = NULL;
  RingLayoutWeight weight;
  RingLaid laid;
  guint n;

  ring_gem_layout_lay (layout, band, 0, &laid);
  n = laid.places->len;
  ring_laid_clear (&laid);
  ring_gem_layout_weigh (layout, n, &weight);
  carat = ring_number_format (weight.total, 2);
  ring_layout_weight_clear (&weight);
  /* TRANSLATORS: number, width and weight of all stones of a layout, in two lines of a few letters. */
  return g_strdup_printf (_ ("%u × %s mm\n%s ct"), n, mm, carat);
}
