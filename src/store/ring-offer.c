/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-offer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-claim.h"
#include "ring-day.h"
#include "ring-list-value.h"
#include "ring-number.h"
#include "ring-stone.h"
#include "ring-text.h"

void
ring_offer_clear (RingOffer *offer)
{
  for (guint i = 0; i < RING_OFFER_N_TEXTS; i++)
    g_clear_pointer (&offer->texts[i], g_free);
  g_clear_pointer (&offer->supplier, g_free);
}

const char *
ring_offer_get (const RingOffer *offer, RingOfferText text)
{
  const char *found = offer->texts[text];

  return found != NULL && found[0] != '\0' ? found : NULL;
}

int
ring_offer_colour_rank (const char *colour)
{
  char c;

  if (colour == NULL || colour[0] == '\0')
    return -1;
  c = g_ascii_toupper (colour[0]);
  /* "G", "G-H", "G+", "J (faint brown)": a letter by itself. "Green" is none. */
  return c >= 'D' && c <= 'Z' && !g_ascii_isalpha (colour[1]) && (guchar) colour[1] < 128 ? c - 'D'
                                                                                          : -1;
}

static const char *const clarities[RING_OFFER_N_CLARITIES]
    = { "FL", "IF", "VVS1", "VVS2", "VS1", "VS2", "SI1", "SI2", "SI3", "I1", "I2", "I3" };

const char *
ring_offer_clarity (int rank)
{
  return rank >= 0 && rank < RING_OFFER_N_CLARITIES ? clarities[rank] : NULL;
}

int
ring_offer_clarity_rank (const char *clarity)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  if (clarity == NULL)
    return -1;
  for (const char *p = clarity; g_ascii_isalnum (*p) || *p == ' '; p++)
    if (*p != ' ')
      g_string_append_c (folded, g_ascii_toupper (*p));
  /* P is what many write for I. */
  if (folded->len == 2 && folded->str[0] == 'P')
    folded->str[0] = 'I';
  for (int i = 0; i < RING_OFFER_N_CLARITIES; i++)
    if (g_str_equal (folded->str, clarities[i]))
      return i;
  return -1;
}

/* Words and codes of treatments, AGTA's among them; the longer before those that they hold. Words of
 * several letters are looked for, codes must be all. */
static const struct
{
  const char *words, *value;
} treatments[] = {
  { "residue", "heat-residues" }, { "heat", "heat" },             { "cedar", "oil" },
  { "minor oil", "oil" },         { "oil", "oil" },               { "bleach", "bleach" },
  { "resin", "resin" },           { "opticon", "resin" },         { "fill", "filling" },
  { "diffus", "diffusion" },      { "irradiat", "irradiation" },  { "dye", "dye" },
  { "coat", "coating" },          { "impregnat", "impregnation" }, { "laser", "laser" },
  { "drill", "laser" },           { "hpht", "hpht" },             { "assembl", "assembled" },
  { "doublet", "assembled" },     { "triplet", "assembled" },
};
static const struct
{
  const char *code, *value;
} codes[] = {
  { "h", "heat" },        { "e", "heat" },        { "te", "heat" },        { "te1", "heat-residues" },
  { "te2", "heat-residues" }, { "te3", "heat-residues" }, { "te4", "heat-residues" },
  { "te5", "heat-residues" }, { "o", "oil" },     { "f", "filling" },      { "d", "dye" },
  { "b", "bleach" },      { "c", "coating" },     { "u", "diffusion" },    { "r", "irradiation" },
  { "l", "laser" },       { "i", "impregnation" }, { "hp", "hpht" },       { "asbl", "assembled" },
  { "ld", "laser" },      { "ci", "dye" },
};

static gboolean
says_none (const char *folded)
{
  static const char *const words[]
      = { "none",    "no",        "n",      "nte",         "no heat", "unheated", "untreated",
          "natural", "not heated", "no treatment", "no indications of heating",
          "no indications of treatment", NULL };

  return g_strv_contains (words, folded);
}

/* "No oil, minor resin" is for the person to read. */
static gboolean
denies (const char *folded)
{
  static const char *const words[] = { "no", "not", "none", "without", "non", "nicht", "ohne", "keine", NULL };
  g_auto (GStrv) said = g_strsplit (folded, " ", -1);

  for (guint i = 0; said[i] != NULL; i++)
    if (g_strv_contains (words, said[i]))
      return TRUE;
  return strstr (folded, "unheated") != NULL;
}

const char *
ring_offer_treatment (const RingOffer *offer)
{
  const char *said = ring_offer_get (offer, RING_OFFER_TREATMENT);
  g_autofree char *folded = said != NULL ? ring_claim_fold (said) : NULL;
  const char *found = NULL;

  if (folded == NULL)
    return NULL;
  g_strstrip (folded);
  if (says_none (folded))
    return ring_offer_get (offer, RING_OFFER_LAB) != NULL
                   && ring_offer_get (offer, RING_OFFER_REPORT) != NULL
               ? "none"
               : NULL;
  if (denies (folded))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_str_equal (codes[i].code, folded))
      return codes[i].value;
  for (guint i = 0; i < G_N_ELEMENTS (treatments); i++)
    {
      if (strstr (folded, treatments[i].words) == NULL)
        continue;
      /* "Heat, residues" is one treatment; "oil and resin" are two, and the person chooses. */
      if (found != NULL && !g_str_equal (found, treatments[i].value)
          && !(g_str_equal (found, "heat-residues") && g_str_equal (treatments[i].value, "heat")))
        return NULL;
      if (found == NULL)
        found = treatments[i].value;
    }
  return found;
}

const char *
ring_offer_nature (const RingOffer *offer)
{
  const char *said = ring_offer_get (offer, RING_OFFER_NATURE);
  guint claims = ring_claim_find (said);

  if (said == NULL)
    return NULL;
  if (claims & RING_CLAIM_IMITATION)
    return "imitation";
  if (claims & RING_CLAIM_GROWN)
    return "laboratory-grown";
  if (claims & RING_CLAIM_NATURAL)
    return "natural";
  return NULL;
}

static void
append_signed (GString *text, double value)
{
  if (value > 0)
    g_string_append_c (text, '+');
  else if (value < 0)
    g_string_append (text, "−");
  ring_number_append (text, ABS (value), 2);
}

char *
ring_offer_format_fit (const RingOffer *offer, double length, double width)
{
  GString *text = g_string_new (NULL);

  append_signed (text, MAX (offer->length, offer->width) - MAX (length, width));
  g_string_append (text, " × ");
  append_signed (text, MIN (offer->length, offer->width) - MIN (length, width));
  g_string_append (text, " mm");
  return g_string_free (text, FALSE);
}

/* What another stone's report said must not stay beside this one's. */
static const char *const taken[] = {
  "species",   "cut",          "length",         "width",    "depth",     "measured",
  "carat",     "carat-measured", "colour",       "clarity",  "nature",    "provenance",
  "origin",    "treatment",    "treatment-note", "lab",      "report",    "report-date",
  "statement", "statement-by", "statement-date", "supplier", "stock",     "cost",
  "cost-currency", "cost-date", "memo",          "due",
};

static void
set_size (RingRecord **stone, const RingOffer *offer)
{
  if (offer->length <= 0)
    return;
  ring_record_set_number (stone, "length", offer->length, 2);
  if (offer->width > 0)
    ring_record_set_number (stone, "width", offer->width, 2);
  if (offer->depth > 0)
    ring_record_set_number (stone, "depth", offer->depth, 2);
  ring_record_set (stone, "measured", "measured");
}

static void
set_words (RingRecord **stone, const RingOffer *offer)
{
  static const struct
  {
    const char *field;
    RingOfferText text;
    gsize limit; /* characters, as the card has it */
  } words[] = {
    { "species", RING_OFFER_SPECIES, 80 }, { "colour", RING_OFFER_COLOUR, 80 },
    { "clarity", RING_OFFER_CLARITY, 40 }, { "origin", RING_OFFER_ORIGIN, 120 },
    { "lab", RING_OFFER_LAB, 80 },         { "report", RING_OFFER_REPORT, 80 },
    { "stock", RING_OFFER_STOCK, 80 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *said = ring_offer_get (offer, words[i].text);
      g_autofree char *text = said != NULL ? ring_text_clean (said, words[i].limit) : NULL;

      ring_record_set (stone, words[i].field, text);
    }
  ring_record_set (stone, "cut",
                   offer->cut >= 0 ? ring_cut_label ((RingCut) offer->cut)
                                   : ring_offer_get (offer, RING_OFFER_SHAPE));
}

static void
set_claims (RingRecord **stone, const RingOffer *offer, const char *day)
{
  const char *nature = ring_offer_nature (offer);
  const char *said = ring_offer_get (offer, RING_OFFER_TREATMENT);
  const char *statement = ring_offer_get (offer, RING_OFFER_STATEMENT);
  g_autofree char *note = said != NULL ? ring_text_clean (said, 120) : NULL;

  ring_record_set (stone, "nature", nature);
  if (g_strcmp0 (nature, "laboratory-grown") == 0)
    ring_record_set (stone, "provenance", nature);
  ring_record_set (stone, "treatment", ring_offer_treatment (offer));
  ring_record_set (stone, "treatment-note", note);
  if (statement != NULL)
    {
      g_autofree char *text = ring_text_clean (statement, 400);

      ring_record_set (stone, "statement", text);
      ring_record_set (stone, "statement-by", offer->supplier);
      ring_record_set (stone, "statement-date", day);
    }
}

RingRecord *
ring_offer_to_stone (const RingOffer *offer, const RingRecord *stone)
{
  RingRecord *next = ring_record_ref (stone);
  g_autofree char *day = ring_day_of (offer->listed_ms);
  const char *date = ring_offer_get (offer, RING_OFFER_REPORT_DATE);

  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    ring_record_set (&next, taken[i], NULL);
  set_words (&next, offer);
  set_size (&next, offer);
  ring_record_set_number (&next, "carat", offer->carat, 2);
  ring_record_set (&next, "carat-measured", "measured");
  set_claims (&next, offer, day);
  ring_record_set (&next, "supplier", offer->supplier);
  if (date != NULL)
    {
      /* Days that nobody can tell are not taken over. */
      RingRecord *dated = ring_day_with (next, "report-date", date, offer->listed_ms, NULL);

      if (dated != NULL)
        {
          ring_record_unref (next);
          next = dated;
        }
    }
  if (offer->price > 0)
    {
      ring_record_set_number (&next, "cost", offer->price, 2);
      ring_record_set (&next, "cost-currency", offer->currency);
      ring_record_set (&next, "cost-date", day);
    }
  return next;
}

char *
ring_offer_refuses (const RingRecord *stone)
{
  static const char *const in_hand[] = { "memo", "bought", "own", "received", "set", "returned", NULL };
  const char *status = ring_record_get (stone, "status");

  if (status == NULL || !g_strv_contains (in_hand, status))
    return NULL;
  return g_strdup_printf (_ ("This card is of a stone with the status “%s”, and stays as it is. Attach "
                             "the new one as a stone of its own."),
                          ring_stone_label_of (RING_STONE_STATUS, stone));
}
