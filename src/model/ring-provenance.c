/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 16 CFR Part 23 are the Jewelry Guides of the US Federal Trade Commission (83 FR 40667); CIBJO the
 * Blue Books of the trade's confederation. What neither governs, the words for age and for goods on
 * approval, follows the trade's convention, and the citation says so. */

#include "ring-provenance.h"

#include <glib/gi18n-lib.h>

#include "ring-clock.h"
#include "ring-provenance-private.h"
#include "ring-stone.h"

/* ------------------------------------------------------------------------- sayings */

char *
ring_provenance_quote (const char *text)
{
  g_autoptr (GString) inner = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '"' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0xab || c == 0xbb)
        g_string_append_c (inner, '\'');
      else if (c == '\n' || c == '\t')
        g_string_append_c (inner, ' ');
      else
        g_string_append_unichar (inner, c);
    }
  g_strstrip (inner->str);
  /* Translators: what somebody said, between the quotation marks of your language. */
  return g_strdup_printf (_ ("“%s”"), inner->str);
}

/* The field between quotation marks; NULL when it is not recorded or held back. */
static char *
quoted (const RingRecord *stone, const char *field)
{
  const char *text = ring_record_get (stone, field);

  if (text == NULL || _ring_provenance_faults (stone, field, TRUE, 0) != 0)
    return NULL;
  return ring_provenance_quote (text);
}

/* The field as it stands; NULL when it is not recorded or held back. */
static const char *
plain (const RingRecord *stone, const char *field, gint64 now_ms)
{
  const char *text = ring_record_get (stone, field);

  return text != NULL && _ring_provenance_faults (stone, field, FALSE, now_ms) == 0 ? text : NULL;
}

/* ---------------------------------------------------------------------------- name */

/* What the stone is, as far as its record says it truly: the species in the shop's own words,
 * "white sapphire", or the program's. */
static char *
species_name (const RingRecord *stone, gint64 now_ms)
{
  const char *said = ring_record_get (stone, "species");
  const RingSpecies *species = _ring_provenance_species (stone);
  guint grown = RING_CLAIM_GROWN | RING_CLAIM_IMITATION;
  gboolean several = FALSE;
  guint faults = _ring_provenance_faults (stone, "species", FALSE, now_ms);

  ring_claim_find_species (said, &several);
  /* What a qualifier says already is said once, and by the program. */
  if (said != NULL && !several && faults == 0
      && (_ring_provenance_claims (stone, "species") & grown) == 0)
    return g_strdup (said);
  if (species != NULL
      && ((faults | _ring_provenance_claims (stone, "name")) & RING_CLAIM_MISNOMER) == 0)
    return g_strdup (_ (species->label));
  return g_strdup (C_ ("a gem without a name yet", "Stone"));
}

static char *
lower_first (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *small = g_utf8_strdown (first, -1);
  const char *rest = g_utf8_next_char (text);

  /* "CZ" stays. */
  if (g_unichar_isupper (g_utf8_get_char (rest)))
    return g_strdup (text);
  return g_strconcat (small, rest, NULL);
}

char *
ring_provenance_name (const RingRecord *stone, gint64 now_ms)
{
  const char *name = ring_record_get (stone, "name");
  RingNature nature = _ring_provenance_nature (stone);
  g_autofree char *species = NULL;
  g_autofree char *small = NULL;

  if (name != NULL && _ring_provenance_is_name_true (stone, name, now_ms)
      && (nature == RING_NATURE_NATURAL || nature == RING_NATURE_UNKNOWN))
    return g_strdup (name);
  species = species_name (stone, now_ms);
  small = lower_first (species);
  /* TRANSLATORS: %s is a stone, "sapphire"; the word for laboratory-grown stands immediately before
   * it, as the rule has it. */
  if (nature == RING_NATURE_GROWN
      && !_ring_provenance_is_always_grown (_ring_provenance_species (stone)))
    return g_strdup_printf (_ ("Laboratory-grown %s"), small);
  if (nature == RING_NATURE_IMITATION)
    return g_strdup_printf (_ ("Imitation %s"), small);
  return g_steal_pointer (&species);
}

char *
ring_provenance_label (const RingRecord *stone)
{
  g_autofree char *name = ring_provenance_name (stone, ring_clock_now_ms ());
  g_autofree char *size = ring_stone_format_size (stone, FALSE);

  return size != NULL ? g_strdup_printf (_ ("%s %s mm"), name, size) : g_steal_pointer (&name);
}

/* ---------------------------------------------------------------------- provenance */

static char *
recycled_class (const RingRecord *stone)
{
  g_autofree char *source = quoted (stone, "source");

  return source != NULL
             ? g_strdup_printf (_ ("recycled, from %s"), source)
             : g_strdup (_ ("said to be recycled, the piece it comes from not recorded"));
}

/* The year stands beside the word, so that whoever draws another line can. */
static char *
aged_class (const RingRecord *stone, gint64 now_ms)
{
  gboolean antique = _ring_stone_is (stone, "provenance", "antique");
  int made, age;

  if (!_ring_stone_get_age (stone, now_ms, &made, &age))
    return g_strdup (antique ? _ ("said to be antique, year not recorded")
                             : _ ("said to be vintage, year not recorded"));
  if (antique && age >= ANTIQUE)
    return g_strdup_printf (_ ("antique, made %d"), made);
  if (age >= VINTAGE)
    return g_strdup_printf (_ ("vintage, made %d"), made);
  return g_strdup_printf (_ ("made %d"), made);
}

static char *
history_class (const RingRecord *stone, gint64 now_ms)
{
  const char *value = ring_record_get_or (stone, "provenance", "");

  if (g_str_equal (value, "recycled"))
    return recycled_class (stone);
  if (g_str_equal (value, "vintage") || g_str_equal (value, "antique"))
    return aged_class (stone, now_ms);
  if (g_str_equal (value, "heirloom"))
    /* An heirloom comes from the client. */
    return g_strdup (_ring_stone_is_not_bought (stone) || _ring_stone_is (stone, "status", "bought")
                         ? _ ("said to be an heirloom")
                         : _ ("heirloom"));
  return NULL;
}

gboolean
ring_provenance_is_undocumented (const RingRecord *stone)
{
  return _ring_stone_is (stone, "provenance", "mined")
         || (_ring_stone_is (stone, "provenance", "mined-reported")
             && !_ring_stone_has_report (stone) && ring_record_get (stone, "source") == NULL);
}

static char *
nature_class (const RingRecord *stone, gboolean alone)
{
  switch (_ring_provenance_nature (stone))
    {
    case RING_NATURE_GROWN:
      return g_strdup (_ ("laboratory-grown"));
    case RING_NATURE_IMITATION:
      return g_strdup (_ ("imitation"));
    case RING_NATURE_NATURAL:
      if (alone && ring_provenance_is_undocumented (stone))
        return g_strdup (_ ("mined, source not documented"));
      if (_ring_stone_is (stone, "provenance", "mined-reported"))
        return g_strdup (_ ("mined, source documented"));
      return g_strdup (_ring_stone_has_report (stone) ? _ ("natural")
                                                      : _ ("recorded as natural, no report"));
    case RING_NATURE_UNKNOWN:
    default:
      return NULL;
    }
}

char *
ring_provenance_class (const RingRecord *stone, gint64 now_ms)
{
  g_autofree char *history = history_class (stone, now_ms);
  g_autofree char *nature = nature_class (stone, history == NULL);

  if (history != NULL && nature != NULL)
    /* TRANSLATORS: a history and what the stone is: "heirloom, laboratory-grown". */
    return g_strdup_printf (_ ("%s, %s"), history, nature);
  if (history != NULL)
    return g_steal_pointer (&history);
  return nature != NULL ? g_steal_pointer (&nature) : g_strdup (_ ("provenance not recorded"));
}

/* -------------------------------------------------------------------- other wording */

static char *
size_words (const RingRecord *stone)
{
  g_autofree char *size = ring_stone_format_size (stone, TRUE);
  const char *how = ring_record_get (stone, "measured");

  if (size == NULL)
    return NULL;
  if (ring_stone_is_measured (stone))
    return g_strdup_printf (_ ("%s mm, measured"), size);
  return g_strdup_printf (
      how != NULL ? _ ("%s mm, estimated") : _ ("%s mm, not recorded whether measured"), size);
}

static char *
weight_words (const RingRecord *stone)
{
  g_autofree char *carat = ring_stone_format_carat (stone);
  const char *how = ring_record_get (stone, "carat-measured");

  if (carat == NULL)
    return NULL;
  if (ring_stone_is_weighed (stone))
    return g_strdup_printf (_ ("%s ct, weighed"), carat);
  return g_strdup_printf (
      how != NULL ? _ ("%s ct, estimated") : _ ("%s ct, not recorded whether weighed"), carat);
}

/* Never "untreated": what a laboratory did not find, it did not find. */
static char *
treatment_words (const RingRecord *stone)
{
  const char *printed = ring_stone_print_treatment (stone);
  /* What another program calls it; "none" is no treatment. */
  g_autofree char *other
      = _ring_stone_is (stone, "treatment", "none") ? NULL : quoted (stone, "treatment");
  g_autofree char *note = quoted (stone, "treatment-note");
  g_autofree char *words = NULL;

  if (printed != NULL)
    words = g_strdup_printf (_ ("treatment: %s"), printed);
  else if (other != NULL)
    words = g_strdup_printf (_ ("treatment: %s"), other);
  else if (!_ring_stone_is (stone, "treatment", "none"))
    words = g_strdup (_ ("treatment not reported"));
  else if (_ring_stone_has_report (stone) && plain (stone, "lab", 0) != NULL)
    words = g_strdup_printf (_ ("no indications of treatment found by %s"),
                             ring_record_get (stone, "lab"));
  else
    words = g_strdup (_ ("treatment not reported by a laboratory"));
  return note != NULL ? g_strdup_printf ("%s; %s", words, note) : g_steal_pointer (&words);
}

/* Where a stone grew is an opinion, and a laboratory's only when it wrote it down. */
static char *
origin_words (const RingRecord *stone)
{
  g_autofree char *origin = quoted (stone, "origin");

  if (origin == NULL)
    return NULL;
  if (_ring_stone_has_report (stone) && plain (stone, "lab", 0) != NULL)
    return g_strdup_printf (_ ("origin %s, an opinion of %s"), origin,
                            ring_record_get (stone, "lab"));
  return g_strdup_printf (_ ("origin %s, as told"), origin);
}

static char *
report_words (const RingRecord *stone, gint64 now_ms)
{
  const char *lab = plain (stone, "lab", now_ms);
  const char *number = plain (stone, "report", now_ms);
  const char *day = ring_record_get (stone, "report-date");
  g_autofree char *words = NULL;

  if (number == NULL)
    return NULL;
  words = lab != NULL ? g_strdup_printf (_ ("report %s %s"), lab, number)
                      : g_strdup_printf (_ ("report %s, laboratory not recorded"), number);
  return day != NULL ? g_strdup_printf (_ ("%s of %s"), words, day) : g_steal_pointer (&words);
}

/* "On approval" is all that a client reads of a memo. */
static const char *
status_words (const RingRecord *stone)
{
  static const struct
  {
    const char *value;
    const char *words;
  } words[] = {
    { "wished", N_ ("wished for, not found yet") },
    { "searching", N_ ("being searched for") },
    { "memo", N_ ("on approval") },
    { "bought", N_ ("bought") },
    { "own", N_ ("the client’s own") },
    { "received", N_ ("received") },
    { "set", N_ ("set") },
    { "returned", N_ ("returned") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (_ring_stone_is (stone, "status", words[i].value))
      return _ (words[i].words);
  return NULL;
}

static char *
statement_words (const RingRecord *stone)
{
  g_autofree char *statement = quoted (stone, "statement");
  const char *by = ring_record_get (stone, "statement-by");

  if (statement == NULL || !_ring_stone_has_speaker (stone)
      || _ring_provenance_faults (stone, "statement-by", TRUE, 0) != 0)
    return NULL;
  return g_strdup_printf (_ ("%s, states %s, %s"), statement, by,
                          ring_record_get (stone, "statement-date"));
}

static char *
evidence_words (const RingRecord *stone)
{
  g_autofree char *evidence = quoted (stone, "made-evidence");

  return evidence != NULL ? g_strdup_printf (_ ("age by %s"), evidence) : NULL;
}

static char *
story_words (const RingRecord *stone)
{
  g_autofree char *story = quoted (stone, "text");

  return story != NULL ? g_strdup_printf (_ ("%s, as told"), story) : NULL;
}

/* A grade is the laboratory's words for it, or the shop's. */
static char *
grade_words (const RingRecord *stone, gint64 now_ms)
{
  const char *colour = plain (stone, "colour", now_ms);
  const char *clarity = plain (stone, "clarity", now_ms);
  const char *cut = plain (stone, "cut", now_ms);
  const char *parts[4] = { NULL };
  guint n = 0;

  if (cut != NULL)
    parts[n++] = cut;
  if (colour != NULL)
    parts[n++] = colour;
  if (clarity != NULL)
    parts[n++] = clarity;
  return n > 0 ? g_strjoinv (", ", (char **) parts) : NULL;
}

GPtrArray *
ring_provenance_words (const RingRecord *stone, gint64 now_ms)
{
  GPtrArray *list = _ring_wording_list_new ();
  gboolean grown = _ring_provenance_nature (stone) == RING_NATURE_GROWN;
  g_autofree char *history = history_class (stone, now_ms);

  _ring_wording_list_add (list, "name", ring_provenance_name (stone, now_ms),
                          grown ? RULE_GROWN : RULE_NAME);
  _ring_wording_list_add (list, "grade", grade_words (stone, now_ms), RULE_FLAWLESS);
  _ring_wording_list_add (list, "size", size_words (stone), RULE_WEIGHT);
  _ring_wording_list_add (list, "weight", weight_words (stone), RULE_WEIGHT);
  _ring_wording_list_add (list, "provenance", ring_provenance_class (stone, now_ms),
                          history != NULL ? RULE_TRADE : RULE_NATURAL);
  _ring_wording_list_add (list, "evidence", evidence_words (stone), RULE_TRADE);
  _ring_wording_list_add (list, "treatment", treatment_words (stone), RULE_TREATMENT);
  _ring_wording_list_add (list, "origin", origin_words (stone), RULE_ORIGIN);
  _ring_wording_list_add (list, "report", report_words (stone, now_ms), RULE_ORIGIN);
  _ring_wording_list_add (list, "statement", statement_words (stone), RULE_ORIGIN);
  _ring_wording_list_add (list, "status", g_strdup (status_words (stone)), RULE_TRADE);
  _ring_wording_list_add (list, "story", story_words (stone), RULE_ORIGIN);
  return list;
}

char *
ring_provenance_join (const RingRecord *stone, gint64 now_ms, const char *separator)
{
  g_autoptr (GPtrArray) words = ring_provenance_words (stone, now_ms);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? separator : "", ((const RingWording *) words->pdata[i])->text);
  return g_string_free (text, FALSE);
}
