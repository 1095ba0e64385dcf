/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a stone's card bears out, what it contradicts, and what is held back for it. */

#include "ring-provenance-private.h"

#include <glib/gi18n-lib.h>

#include "ring-stone.h"

gboolean
_ring_stone_is (const RingRecord *stone, const char *field, const char *value)
{
  return g_strcmp0 (ring_record_get (stone, field), value) == 0;
}

/* A report is one when one can ask for it: a laboratory and a number. */
gboolean
_ring_stone_has_report (const RingRecord *stone)
{
  return ring_record_get (stone, "lab") != NULL && ring_record_get (stone, "report") != NULL;
}

guint
_ring_provenance_claims (const RingRecord *stone, const char *field)
{
  return ring_claim_find (ring_record_get (stone, field));
}

/* By the field that is for it, else by the name. */
const RingSpecies *
_ring_provenance_species (const RingRecord *stone)
{
  const RingSpecies *species = ring_claim_find_species (ring_record_get (stone, "species"), NULL);

  return species != NULL || ring_record_get (stone, "species") != NULL
             ? species
             : ring_claim_find_species (ring_record_get (stone, "name"), NULL);
}

/* Stones that come from furnaces: what nature makes of them is too small to cut. */
gboolean
_ring_provenance_is_always_grown (const RingSpecies *species)
{
  return species != NULL
         && (g_str_equal (species->id, "moissanite") || g_str_equal (species->id, "zirconia"));
}

/* Where fields disagree, the less the stone is, the more it is believed. */
RingNature
_ring_provenance_nature (const RingRecord *stone)
{
  guint said = _ring_provenance_claims (stone, "species") | _ring_provenance_claims (stone, "name");

  if (_ring_stone_is (stone, "nature", "imitation") || (said & RING_CLAIM_IMITATION) != 0)
    return RING_NATURE_IMITATION;
  if (_ring_stone_is (stone, "nature", "laboratory-grown")
      || _ring_stone_is (stone, "provenance", "laboratory-grown")
      || (said & RING_CLAIM_GROWN) != 0
      || g_str_has_prefix (ring_record_get_or (stone, "report", ""), "LG")
      || _ring_provenance_is_always_grown (_ring_provenance_species (stone)))
    return RING_NATURE_GROWN;
  if (_ring_stone_is (stone, "nature", "natural")
      || _ring_stone_is (stone, "provenance", "mined-reported")
      || _ring_stone_is (stone, "provenance", "mined"))
    return RING_NATURE_NATURAL;
  return RING_NATURE_UNKNOWN;
}

/* The year in which the stone was cut and the years since; FALSE when no such year is recorded. */
gboolean
_ring_stone_get_age (const RingRecord *stone, gint64 now_ms, int *made, int *age)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (now_ms / 1000);

  if (now == NULL)
    return FALSE;
  *made = (int) ring_record_get_between (stone, "made", RING_STONE_LEAST_YEAR,
                                         g_date_time_get_year (now), 0);
  *age = g_date_time_get_year (now) - *made;
  return *made > 0;
}

/* ---------------------------------------------------------- what the card bears out */

gboolean
_ring_stone_is_not_bought (const RingRecord *stone)
{
  return _ring_stone_is (stone, "status", "memo") || _ring_stone_is (stone, "status", "wished")
         || _ring_stone_is (stone, "status", "searching")
         || _ring_stone_is (stone, "status", "returned");
}

/* The claims that hold for STONE by its other fields. */
static guint
get_borne (const RingRecord *stone, gint64 now_ms)
{
  RingNature nature = _ring_provenance_nature (stone);
  const char *clarity = ring_record_get_or (stone, "clarity", "");
  guint borne = 0;
  int made, age;

  if (nature == RING_NATURE_NATURAL && _ring_stone_has_report (stone))
    borne |= RING_CLAIM_NATURAL;
  if (nature == RING_NATURE_GROWN)
    borne |= RING_CLAIM_GROWN;
  if (nature == RING_NATURE_IMITATION)
    borne |= RING_CLAIM_IMITATION;
  if (_ring_stone_is (stone, "treatment", "none") && _ring_stone_has_report (stone))
    borne |= RING_CLAIM_UNTREATED;
  if (!_ring_stone_is_not_bought (stone) && ring_record_get (stone, "status") != NULL)
    borne |= RING_CLAIM_OWNED;
  if ((g_str_equal (clarity, "FL") || g_str_equal (clarity, "IF"))
      && _ring_stone_has_report (stone))
    borne |= RING_CLAIM_FLAWLESS;
  if (_ring_stone_is (stone, "provenance", "recycled") && ring_record_get (stone, "source") != NULL)
    borne |= RING_CLAIM_RECYCLED;
  if (_ring_stone_get_age (stone, now_ms, &made, &age))
    borne |= (age >= VINTAGE ? RING_CLAIM_VINTAGE : 0) | (age >= ANTIQUE ? RING_CLAIM_ANTIQUE : 0);
  return borne;
}

/* What no quotation marks make printable. */
static guint
get_contradicted (const RingRecord *stone)
{
  RingNature nature = _ring_provenance_nature (stone);
  guint against = RING_CLAIM_MISNOMER;

  if (nature == RING_NATURE_GROWN || nature == RING_NATURE_IMITATION)
    against |= RING_CLAIM_NATURAL;
  if (ring_record_get (stone, "treatment") != NULL && !_ring_stone_is (stone, "treatment", "none"))
    against |= RING_CLAIM_UNTREATED;
  if (_ring_stone_is_not_bought (stone))
    against |= RING_CLAIM_OWNED;
  return against;
}

/* Somebody stands for it, on a day. */
gboolean
_ring_stone_has_speaker (const RingRecord *stone)
{
  return ring_record_get (stone, "statement-by") != NULL
         && ring_record_get (stone, "statement-date") != NULL;
}

/* The claims for which FIELD, printed as a fact or QUOTED, is held back. */
guint
_ring_provenance_faults (const RingRecord *stone, const char *field, gboolean quoted, gint64 now_ms)
{
  guint claims = _ring_provenance_claims (stone, field);

  /* "Gem Lab" is a laboratory's name. */
  if (g_str_equal (field, "lab"))
    return claims & ~(guint) RING_CLAIM_GROWN;
  /* The statement is what ethical words are for; whoever wrote it stands for it by name. */
  if (g_str_equal (field, "statement-by"))
    return claims & get_contradicted (stone);
  if (g_str_equal (field, "statement"))
    return _ring_stone_has_speaker (stone) ? claims & get_contradicted (stone)
                                           : claims | (guint) RING_CLAIM_ETHICAL;
  if (quoted)
    return claims & (get_contradicted (stone) | RING_CLAIM_ETHICAL);
  return claims & ~get_borne (stone, now_ms);
}

/* The shop's own name stands alone only where it says nothing else than the species does. */
gboolean
_ring_provenance_is_name_true (const RingRecord *stone, const char *name, gint64 now_ms)
{
  const char *species = ring_record_get (stone, "species");
  gboolean several;
  const RingSpecies *named = ring_claim_find_species (name, &several);
  const RingSpecies *known = ring_claim_find_species (species, NULL);

  if (several || _ring_provenance_faults (stone, "name", FALSE, now_ms) != 0)
    return FALSE;
  return named == NULL || (known == named) || species == NULL;
}

/* ---------------------------------------------------------------------------- lists */

static void
wording_free (gpointer data)
{
  RingWording *wording = data;

  g_free (wording->text);
  g_free (wording);
}

GPtrArray *
_ring_wording_list_new (void)
{
  return g_ptr_array_new_with_free_func (wording_free);
}

void
_ring_wording_list_add (GPtrArray *list, const char *about, char *text, const char *rule)
{
  RingWording *wording;

  if (text == NULL)
    return;
  wording = g_new (RingWording, 1);
  *wording = (RingWording){ about, text, rule };
  g_ptr_array_add (list, wording);
}

/* ----------------------------------------------------------------------- held back */

/* Why, by the gravest claim, and where it is ruled. */
static const struct
{
  RingClaim claim;
  const char *rule;
  const char *why;
} reasons[] = {
  { RING_CLAIM_MISNOMER, RULE_NAME, N_ ("it gives a stone another stone’s name") },
  { RING_CLAIM_NATURAL, RULE_NATURAL,
    N_ ("“natural” needs a stone recorded as natural, and its report") },
  { RING_CLAIM_GROWN, RULE_GROWN, N_ ("the card does not say that it was grown in a laboratory") },
  { RING_CLAIM_IMITATION, RULE_NAME, N_ ("the card does not say that it is an imitation") },
  { RING_CLAIM_UNTREATED, RULE_TREATMENT,
    N_ ("only a laboratory’s report that found no treatment can say so") },
  { RING_CLAIM_ETHICAL, RULE_ORIGIN,
    N_ ("such words print only as a supplier’s statement, with name and day") },
  { RING_CLAIM_OWNED, RULE_TRADE, N_ ("the stone is nobody’s yet: it is not recorded as bought") },
  { RING_CLAIM_FLAWLESS, RULE_FLAWLESS, N_ ("“flawless” needs a report with clarity FL or IF") },
  { RING_CLAIM_RECYCLED, RULE_TRADE,
    N_ ("“recycled” needs the class, and the piece it comes from") },
  { RING_CLAIM_VINTAGE, RULE_TRADE, N_ ("“vintage” needs the year, at least 20 ago") },
  { RING_CLAIM_ANTIQUE, RULE_TRADE, N_ ("“antique” needs the year, at least 100 ago") },
};

static void
add_held (GPtrArray *list, const char *field, guint faults)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if ((faults & reasons[i].claim) != 0)
      {
        _ring_wording_list_add (list, field, g_strdup (_ (reasons[i].why)), reasons[i].rule);
        return;
      }
}

GPtrArray *
ring_provenance_held (const RingRecord *stone, gint64 now_ms)
{
  static const char *const facts[]
      = { "name", "species", "cut", "colour", "clarity", "lab", "report" };
  static const char *const sayings[] = { "origin", "source",    "treatment-note", "made-evidence",
                                         "text",   "statement", "statement-by" };
  GPtrArray *list = _ring_wording_list_new ();
  const char *name = ring_record_get (stone, "name");

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    add_held (list, facts[i], _ring_provenance_faults (stone, facts[i], FALSE, now_ms));
  for (guint i = 0; i < G_N_ELEMENTS (sayings); i++)
    if (ring_record_get (stone, sayings[i]) != NULL)
      add_held (list, sayings[i], _ring_provenance_faults (stone, sayings[i], TRUE, now_ms));
  if (name != NULL && _ring_provenance_faults (stone, "name", FALSE, now_ms) == 0
      && !_ring_provenance_is_name_true (stone, name, now_ms))
    add_held (list, "name", RING_CLAIM_MISNOMER);
  return list;
}
