/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-stone.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ring-claim.h"
#include "ring-number.h"

/* The classes of the trade; evidence goes into the other fields. */
static const RingStoneValue provenances[] = {
  { "mined-reported", N_ ("Mined, documented") },
  { "mined", N_ ("Mined, undocumented") },
  { "laboratory-grown", N_ ("Laboratory-grown") },
  { "recycled", N_ ("Recycled") },
  { "vintage", N_ ("Vintage") },
  { "antique", N_ ("Antique") },
  { "heirloom", N_ ("Heirloom") },
};

/* What a recycled, old or inherited stone is, beside its history. */
static const RingStoneValue natures[] = {
  { "natural", N_ ("Natural") },
  { "laboratory-grown", N_ ("Laboratory-grown") },
  { "imitation", N_ ("Imitation") },
};

/* CIBJO's general disclosures first, then its specific ones. */
static const RingStoneValue treatments[] = {
  { "none", N_ ("None found"), NULL },
  { "heat", N_ ("Heat"), N_ ("heated") },
  { "heat-residues", N_ ("Heat, residues"), N_ ("heated, residues in fissures") },
  { "oil", N_ ("Colourless oil"), N_ ("colourless oil in fissures") },
  { "bleach", N_ ("Bleach"), N_ ("bleached") },
  { "resin", N_ ("Resin"), N_ ("resin in fissures") },
  { "filling", N_ ("Filling"), N_ ("cavities filled") },
  { "diffusion", N_ ("Diffusion"), N_ ("coloured by diffusion") },
  { "irradiation", N_ ("Irradiation"), N_ ("irradiated") },
  { "dye", N_ ("Dye"), N_ ("dyed") },
  { "coating", N_ ("Coating"), N_ ("coated") },
  { "impregnation", N_ ("Impregnation"), N_ ("impregnated") },
  { "laser", N_ ("Laser drilling"), N_ ("laser-drilled") },
  { "hpht", N_ ("HPHT"), N_ ("high pressure and high temperature") },
  { "assembled", N_ ("Assembled"), N_ ("assembled from parts") },
};

static const RingStoneValue statuses[] = {
  { "wished", N_ ("Wished for") }, { "searching", N_ ("Searching") },
  { "memo", N_ ("On approval") },  { "bought", N_ ("Bought") },
  { "own", N_ ("Client’s own") },  { "received", N_ ("Received") },
  { "set", N_ ("Set") },           { "returned", N_ ("Returned") },
};

const RingStoneValue *
ring_stone_list (RingStoneList list, guint *n)
{
  switch (list)
    {
    case RING_STONE_PROVENANCE:
      *n = G_N_ELEMENTS (provenances);
      return provenances;
    case RING_STONE_NATURE:
      *n = G_N_ELEMENTS (natures);
      return natures;
    case RING_STONE_TREATMENT:
      *n = G_N_ELEMENTS (treatments);
      return treatments;
    case RING_STONE_STATUS:
    default:
      *n = G_N_ELEMENTS (statuses);
      return statuses;
    }
}

const char *
ring_stone_label_of (RingStoneList list, const RingRecord *stone)
{
  static const char *const fields[] = { "provenance", "nature", "treatment", "status" };
  const char *value = ring_record_get (stone, fields[list]);
  guint n;
  const RingStoneValue *values = ring_stone_list (list, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (values[i].value, value) == 0)
      return _ (values[i].label);
  return value;
}

const char *
ring_stone_print_treatment (const RingRecord *stone)
{
  for (guint i = 0; i < G_N_ELEMENTS (treatments); i++)
    if (treatments[i].words != NULL
        && g_strcmp0 (treatments[i].value, ring_record_get (stone, "treatment")) == 0)
      return _ (treatments[i].words);
  return NULL;
}

const char *const *
ring_stone_client_fields (void)
{
  static const char *const fields[] = {
    "name",         "species",        "cut",
    "length",       "width",          "depth",
    "measured",     "carat",          "carat-measured",
    "colour",       "clarity",        "nature",
    "provenance",   "origin",         "treatment",
    "lab",          "report",         "report-date",
    "made",         "status",         "statement",
    "statement-by", "statement-date", NULL,
  };

  return fields;
}

RingRecord *
ring_stone_without_terms (const RingRecord *stone)
{
  static const char *const notes[] = { "source", "text", "treatment-note", "made-evidence" };
  const char *const *fields = ring_stone_client_fields ();
  RingRecord *copy = ring_record_new (RING_RECORD_STONE, ring_record_get_id (stone));
  guint n = g_strv_length ((char **) fields);

  for (guint i = 0; i < n + G_N_ELEMENTS (notes); i++)
    {
      const char *name = i < n ? fields[i] : notes[i - n];
      RingRecord *next = ring_record_with (copy, name, ring_record_get (stone, name));

      ring_record_unref (copy);
      copy = next;
    }
  return copy;
}

/* The longest name of a cut that stands in TEXT, folded, as whole words. */
static gsize
match_cut (const char *text, const char *name)
{
  g_autofree char *folded = ring_claim_fold (name);
  g_autofree char *wanted = g_strdup_printf (" %s ", folded);

  return strstr (text, wanted) != NULL ? strlen (folded) : 0;
}

gboolean
ring_stone_get_cut (const RingRecord *stone, RingCut *cut)
{
  const char *said = ring_record_get (stone, "cut");
  g_autofree char *folded = ring_claim_fold (said != NULL ? said : "");
  g_autofree char *text = g_strdup_printf (" %s ", folded);
  gsize best = 0;

  for (guint i = 0; i < RING_N_CUTS; i++)
    {
      gsize n = MAX (match_cut (text, ring_cut_id ((RingCut) i)),
                     match_cut (text, ring_cut_label ((RingCut) i)));

      if (n <= best)
        continue;
      best = n;
      *cut = (RingCut) i;
    }
  return best > 0;
}

static gboolean
says_measured (const RingRecord *stone, const char *field)
{
  return g_strcmp0 (ring_record_get (stone, field), "measured") == 0;
}

gboolean
ring_stone_is_measured (const RingRecord *stone)
{
  return says_measured (stone, "measured");
}

gboolean
ring_stone_is_weighed (const RingRecord *stone)
{
  return says_measured (stone, "carat-measured");
}

/* A figure that was measured to 0.01 shows both decimals. */
static void
append_figure (GString *text, double value, gboolean measured)
{
  gsize start = text->len;
  const char *point;

  ring_number_append (text, value, 2);
  if (!measured)
    return;
  point = strchr (text->str + start, '.');
  if (point == NULL)
    g_string_append (text, ".00");
  else if (strlen (point) == 2)
    g_string_append_c (text, '0');
}

static gboolean
is_round (const RingRecord *stone)
{
  RingCut cut;

  return ring_stone_get_cut (stone, &cut)
         && (cut == RING_CUT_ROUND || cut == RING_CUT_OLD_EUROPEAN || cut == RING_CUT_SINGLE);
}

char *
ring_stone_format_size (const RingRecord *stone, gboolean with_depth)
{
  gboolean measured = ring_stone_is_measured (stone);
  GString *text;
  double length, width, depth;

  if (!ring_record_get_number (stone, "length", &length))
    return NULL;
  text = g_string_new (measured ? NULL : "≈ ");
  if (!ring_record_get_number (stone, "width", &width))
    width = 0;
  if (width > 0 && is_round (stone))
    {
      append_figure (text, MIN (length, width), measured);
      if (fabs (length - width) > 0.004)
        {
          g_string_append (text, " – ");
          append_figure (text, MAX (length, width), measured);
        }
    }
  else
    {
      append_figure (text, length, measured);
      if (width > 0)
        {
          g_string_append (text, " × ");
          append_figure (text, width, measured);
        }
    }
  if (with_depth && ring_record_get_number (stone, "depth", &depth))
    {
      g_string_append (text, " × ");
      append_figure (text, depth, measured);
    }
  return g_string_free (text, FALSE);
}

char *
ring_stone_format_carat (const RingRecord *stone)
{
  gboolean weighed = ring_stone_is_weighed (stone);
  GString *text;
  double carat;

  if (!ring_record_get_number (stone, "carat", &carat))
    return NULL;
  text = g_string_new (weighed ? NULL : "≈ ");
  append_figure (text, carat, weighed);
  return g_string_free (text, FALSE);
}

char *
ring_stone_format_cost (const RingRecord *stone)
{
  const char *cost = ring_record_get (stone, "cost");
  const char *currency = ring_record_get (stone, "cost-currency");

  if (cost == NULL)
    return NULL;
  return currency != NULL ? g_strdup_printf ("%s %s", cost, currency) : g_strdup (cost);
}
