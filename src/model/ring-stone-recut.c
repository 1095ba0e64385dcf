/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-stone-recut.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-claim.h"
#include "ring-error.h"
#include "ring-number.h"

/* No cut stone is flatter, mm. */
#define LEAST_DEPTH 0.05

static const RingSpecies *
get_species (const RingRecord *stone)
{
  const RingSpecies *named = ring_claim_find_species (ring_record_get (stone, "species"), NULL);

  if (named == NULL)
    named = ring_claim_find_species (ring_record_get (stone, "name"), NULL);
  return named != NULL ? named : ring_species_get (0);
}

static gboolean
get_before (RingRecutSize *before, const RingRecord *stone, GError **error)
{
  before->length = ring_record_get_between (stone, "length", RING_CARAT_LEAST_MM, RING_CARAT_MOST_MM, 0);
  before->width = ring_record_get_between (stone, "width", RING_CARAT_LEAST_MM, RING_CARAT_MOST_MM, 0);
  before->depth = ring_record_get_between (stone, "depth", LEAST_DEPTH, RING_CARAT_MOST_MM, 0);
  if (before->length > 0 && before->width > 0 && before->depth > 0
      && ring_stone_get_cut (stone, &before->cut))
    return TRUE;
  g_set_error_literal (error, RING_ERROR, RING_ERROR_INVALID,
                       _ ("A plan needs the stone’s cut, and its length, width and depth: write them "
                          "on its card."));
  return FALSE;
}

static gboolean
get_carat (RingStoneRecut *recut, const RingRecord *stone, const RingSpecies *species, GError **error)
{
  RingCarat carat;

  recut->carat = ring_record_get_between (stone, "carat", 0.005, RING_CARAT_MOST, 0);
  recut->weighed = recut->carat > 0 && ring_stone_is_weighed (stone);
  if (recut->carat > 0)
    return TRUE;
  if (!ring_carat_estimate (recut->before.cut, species, recut->before.length, recut->before.width,
                            recut->before.depth, 1, &carat, error))
    return FALSE;
  recut->carat = carat.carat;
  ring_carat_clear (&carat);
  return TRUE;
}

gboolean
ring_stone_recut_init (RingStoneRecut *recut, const RingRecord *stone, GError **error)
{
  const RingSpecies *species = get_species (stone);
  RingCut cut;

  if (!ring_recut_work_find (ring_record_get (stone, "recut"), &recut->work)
      || !get_before (&recut->before, stone, error)
      || !get_carat (recut, stone, species, error))
    return FALSE;
  if (!ring_cut_from_id (ring_record_get_or (stone, "recut-cut", ""), &cut))
    cut = recut->before.cut;
  return ring_recut_plan (
      &recut->before, species, recut->carat, recut->work, cut,
      ring_record_get_between (stone, "recut-width", 0, RING_CARAT_MOST_MM, 0),
      ring_record_get_between (stone, "recut-depth", 0, RING_CARAT_MOST_MM, 0), &recut->after, error);
}

char *
ring_stone_recut_format_size (const RingStoneRecut *recut)
{
  const RingRecut *after = &recut->after;
  g_autofree char *length = ring_number_format (after->size.length, 2);
  g_autofree char *width = ring_number_format (after->size.width, 2);
  g_autofree char *depth = ring_number_format (after->size.depth, 2);
  g_autofree char *carat = ring_number_format (after->carat, 2);
  g_autofree char *error = ring_number_format (100 * after->error, 0);

  /* Translators: length, width and depth in mm, the weight in carats, and its error in per cent. */
  return g_strdup_printf (_ ("%s × %s × %s mm, %s ct ± %s %%"), length, width, depth, carat, error);
}

char *
ring_stone_recut_format_loss (const RingStoneRecut *recut)
{
  g_autofree char *lost = ring_number_format (recut->carat - recut->after.carat, 2);
  g_autofree char *percent = ring_number_format (100 * recut->after.loss, 0);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  double least, most;

  if (!ring_recut_usual_loss (recut->work, &least, &most))
    /* Translators: what is lost in re-cutting, carats and per cent. */
    return g_strdup_printf (_ ("%s ct less, %s %%"), lost, percent);
  from = ring_number_format (100 * least, 0);
  to = ring_number_format (100 * most, 0);
  return g_strdup_printf (
      recut->after.usual ? _ ("%s ct less, %s %%; %s to %s %% are usual for this work")
                         : _ ("%s ct less, %s %%; only %s to %s %% are usual for this work"),
      lost, percent, from, to);
}
