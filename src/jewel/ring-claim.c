/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sections of 16 CFR Part 23, the FTC's Jewelry Guides, are named where their words are. */

#include "ring-claim.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How far before a word its "not" may stand, in words. */
#define NEGATION_REACH 3

/* Words as fold() makes them, between bars. A star stands for any ending; an exclamation mark asks
 * for a negation before the word. */
static const struct
{
  RingClaim claim;
  const char *words;
} vocabulary[] = {
  { RING_CLAIM_NATURAL,
    "natur*|natuurlijk*|genuin*|real|precious|precieu*|prezios*|precios*|mined|earthmined|"
    "veritab*|vrai*|verdader*|autentic*|authenti*|echt*|gewachsen|!synth*|!sintet*|!lab*|!creat*|"
    "!man made|!manmade|!kunstlich*|!artifici*|!cultur*|!grown" },
  { RING_CLAIM_GROWN,
    "lab|labs|labgrown|laborat*|laborgezucht*|labordiam*|synthe*|sintet*|man made|manmade|cultured|"
    "cultivad*|coltivat*|gezuchtet*|gekweekt*|kunstlich*|artifici*|cvd|hpht|lg|lgd|verneuil|"
    "flux grown|hydrothermal*|de culture|created diam*|created sapph*|created rub*|created emer*|"
    "created gem*|created stone*|created opal*|created alex*" },
  { RING_CLAIM_IMITATION,
    "imitat*|imitac*|imitaz*|simulant*|simulated|simuli*|faux|fake|strass|paste|rhinestone*|"
    "cz|glass|glas|vidrio|vetro|verre" },
  { RING_CLAIM_UNTREATED,
    "untreat*|un treat*|un "
    "heat*|unheat*|unenhanc*|unoil*|nte|untouched|!heat*|!treat*|!enhanc*|!oil*|!burn*|"
    "unbehand*|ungebrannt*|unerhitzt*|!behand*|!erhitzt*|!gebrannt*|!chauff*|!trait*|!tratad*|!"
    "tratam*|"
    "!trattat*|!calentad*|!riscaldat*|!verhit*|onbehand*|onverhit*" },
  { RING_CLAIM_ETHICAL,
    "ethic*|ethisch*|ethique*|etic*|responsib*|responsab*|verantwort*|verantwoord*|conflict free|"
    "conflictfree|free of conflict*|free of any conflict*|free from "
    "conflict*|conflictvrij|konfliktfrei*|!conflict*|!conflit*|!konflikt*|libre de conflict*|"
    "exempt de conflit*|blood free|!blood|sustainab*|nachhaltig*|durable*|sostenib*|duurza*|"
    "fair trade*|fairtrade*|fair traded|fairmined|fair mined|fair gehandelt|equitab*|equo|eco|"
    "eco friendly|ecologic*|ecologiq*|okologisch*|cruelty free|guilt free|carbon neutral|"
    "climate neutral|clean origin" },
  { RING_CLAIM_OWNED,
    "owned|reserved|reserve for|sold|purchased|yours|belongs to|set aside for|reservier*|verkauft*|"
    "gekauft*|eigentum|reserve|reservee|vendu*|achete*|reservad*|vendid*|comprad*|riservat*|"
    "vendut*|acquistat*|gereserveerd|verkocht" },
  { RING_CLAIM_FLAWLESS,
    "flawless*|perfect*|perfekt*|perfet*|parfait*|loupe clean|lupenrein*|loepzuiver|makellos*|"
    "impeccab*|!flaw*|!inclusion*|!defaut*|sans defaut*" },
  { RING_CLAIM_RECYCLED,
    "recycl*|re cycl*|recycel*|recicl*|ricicl*|reclaim*|upcycl*|repurpos*|post "
    "consumer|wiederverwend*|"
    "gerecycled" },
  { RING_CLAIM_VINTAGE, "vintage|art deco|artdeco|retro" },
  { RING_CLAIM_ANTIQUE,
    "antiq*|antik*|antico|antica|antichi|antigu*|georgian*|victorian*|edwardian*|belle epoque|"
    "century old" },
  { RING_CLAIM_MISNOMER,
    "herkimer diam*|matura diam*|matara diam*|alaska* diam*|arkansas diam*|bohemian diam*|"
    "bristol diam*|cape may diam*|marmaros diam*|lake george diam*|swarovski diam*|mystic diam*|"
    "diamond like|diamondlike|diamond simul*|diamond alternativ*|cape rub*|balas rub*|"
    "bohemian rub*|american rub*|brazilian rub*|siberian rub*|spinel rub*|water sapph*|lynx sapph*|"
    "smok* topaz|smoky topas|rauchtopas|madeira topa*|madeiratopas|gold topa*|goldtopas|"
    "spanish topaz|quartz topa*|quarztopas|citrin* topa*|evening emerald*|oriental emerald*|"
    "oriental topaz|oriental amethyst*|uralian emerald*|kaprubin*" },
};

static const char *const negations[] = {
  "no",    "not",    "non",  "never", "none",   "without", "isnt",   "nicht", "kein",
  "keine", "keinen", "ohne", "nie",   "pas",    "sans",    "jamais", "sin",   "nunca",
  "senza", "mai",    "niet", "geen",  "zonder", "sem",     "nao",    NULL,
};

/* Stones by their names in the languages of the trade, beside the program's own; the later in the
 * list, the less. */
static const struct
{
  const char *id;
  const char *words;
} stones[] = {
  { "diamond", "diamond*|diamant*|brillant" },
  { "ruby", "ruby|rubies|rubin*|rubis|rubi" },
  { "sapphire", "sapphir*|saphir*|saffier*|zafir*|zaffir*|safira" },
  { "emerald", "emerald*|smaragd*|emeraude*|esmerald*|smerald*" },
  { "alexandrite", "alexandrit*|alessandrit*|alejandrit*" },
  { "aquamarine", "aquamarin*|aigue marine|acquamarin*|aguamarin*" },
  { "morganite", "morganit*" },
  { "tanzanite", "tanzanit*" },
  { "spinel", "spinel*|espinel*" },
  { "tourmaline", "tourmalin*|turmalin*|tormalin*" },
  { "tsavorite", "tsavorit*" },
  { "demantoid", "demantoid*" },
  { "spessartine", "spessartin*" },
  { "rhodolite", "rhodolit*|rodolit*" },
  { "almandine", "almandin*" },
  { "opal", "opal*" },
  { "topaz", "topaz*|topas*|topaci*" },
  { "zircon", "zircon|zirkon|circon|zircone" },
  { "peridot", "peridot*|olivin*" },
  { "amethyst", "amethyst*|amatist*|ametist*" },
  { "citrine", "citrin*" },
  { "moissanite", "moissanit*" },
  { "zirconia", "zirconia|zirkonia|cz|circonita|oxyde de zirconium" },
};

/* One of the alternatives of a list, in words. */
typedef struct
{
  gboolean negated;
  char **parts;
} Pattern;

/* Each list taken apart once, in the order of the tables, and kept; safe from any thread. */
typedef struct
{
  GArray *claims[G_N_ELEMENTS (vocabulary)]; /* of Pattern */
  GArray *stones[G_N_ELEMENTS (stones)];
} Patterns;

static GArray *
take_apart (const char *list)
{
  GArray *patterns = g_array_new (FALSE, FALSE, sizeof (Pattern));
  g_auto (GStrv) alternatives = g_strsplit (list, "|", -1);

  for (guint i = 0; alternatives[i] != NULL; i++)
    {
      gboolean negated = alternatives[i][0] == '!';
      Pattern pattern = { negated, g_strsplit (alternatives[i] + negated, " ", -1) };

      g_array_append_val (patterns, pattern);
    }
  return patterns;
}

static gpointer
take_all_apart (gpointer data)
{
  Patterns *patterns = g_new (Patterns, 1);

  for (guint i = 0; i < G_N_ELEMENTS (vocabulary); i++)
    patterns->claims[i] = take_apart (vocabulary[i].words);
  for (guint i = 0; i < G_N_ELEMENTS (stones); i++)
    patterns->stones[i] = take_apart (stones[i].words);
  return patterns;
}

static const Patterns *
get_patterns (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, take_all_apart, NULL);
}

/* Letters that look like Latin ones. */
static gunichar
look_alike (gunichar c)
{
  static const gunichar pairs[][2] = {
    { 0x430, 'a' }, { 0x435, 'e' }, { 0x43e, 'o' }, { 0x440, 'p' }, { 0x441, 'c' }, { 0x443, 'y' },
    { 0x445, 'x' }, { 0x456, 'i' }, { 0x458, 'j' }, { 0x455, 's' }, { 0x442, 't' }, { 0x43a, 'k' },
    { 0x43c, 'm' }, { 0x43d, 'h' }, { 0x432, 'b' }, { 0x3b1, 'a' }, { 0x3bf, 'o' }, { 0x3b9, 'i' },
    { 0x3c5, 'u' }, { 0x3c4, 't' }, { 0x3ba, 'k' }, { 0x3bd, 'v' }, { 0x3c1, 'p' }, { 0x131, 'i' },
    { 0x251, 'a' }, { 0x261, 'g' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i][0] == c)
      return pairs[i][1];
  return c;
}

static gboolean
is_unseen (gunichar c)
{
  return g_unichar_ismark (c) || g_unichar_iszerowidth (c) || g_unichar_type (c) == G_UNICODE_FORMAT
         || c == 0xad || c == '\'' || c == 0x2019;
}

/* Letters that stand alone, "n a t u r a l", are one word. */
static char *
join_letters (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GString *out = g_string_new (NULL);
  gboolean after_letter = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean letter = words[i][0] != '\0' && *g_utf8_next_char (words[i]) == '\0';

      if (words[i][0] == '\0')
        continue;
      if (out->len > 0 && !(letter && after_letter))
        g_string_append_c (out, ' ');
      g_string_append (out, words[i]);
      after_letter = letter;
    }
  return g_string_free (out, FALSE);
}

char *
ring_claim_fold (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (apart != NULL ? apart : "", -1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = look_alike (g_utf8_get_char (p));

      if (is_unseen (c))
        continue;
      g_string_append_unichar (out, g_unichar_isalnum (c) ? c : ' ');
    }
  return join_letters (out->str);
}

static gboolean
word_matches (const char *word, const char *pattern)
{
  gsize n = strlen (pattern);

  return n > 0 && pattern[n - 1] == '*' ? strncmp (word, pattern, n - 1) == 0
                                        : g_str_equal (word, pattern);
}

static gboolean
is_negated (char **words, guint at)
{
  for (guint back = 1; back <= NEGATION_REACH && back <= at; back++)
    if (g_strv_contains (negations, words[at - back]))
      return TRUE;
  return FALSE;
}

/* "Not lab-grown", "not a synthetic": no more than an article between. */
static gboolean
is_denied (char **words, guint at)
{
  return (at > 0 && g_strv_contains (negations, words[at - 1]))
         || (at > 1 && strlen (words[at - 1]) <= 2 && g_strv_contains (negations, words[at - 2]));
}

/* Where PATTERN, one or more words, stands in WORDS from AT on; -1 for nowhere. */
static int
find_pattern (char **words, const Pattern *pattern, guint at)
{
  for (; words[at] != NULL; at++)
    {
      guint n = 0;

      while (pattern->parts[n] != NULL && words[at + n] != NULL
             && word_matches (words[at + n], pattern->parts[n]))
        n++;
      if (pattern->parts[n] == NULL && (!pattern->negated || is_negated (words, at)))
        return (int) at;
    }
  return -1;
}

/* Somewhere and, where DENIABLE, not denied there. */
static gboolean
has_any (char **words, const GArray *patterns, gboolean deniable)
{
  for (guint i = 0; i < patterns->len; i++)
    for (int at = 0;
         (at = find_pattern (words, &g_array_index (patterns, Pattern, i), (guint) at)) >= 0; at++)
      if (!deniable || !is_denied (words, (guint) at))
        return TRUE;
  return FALSE;
}

guint
ring_claim_find (const char *text)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  guint found = 0;

  if (text == NULL || text[0] == '\0')
    return 0;
  folded = ring_claim_fold (text);
  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; i < G_N_ELEMENTS (vocabulary); i++)
    if (has_any (words, get_patterns ()->claims[i], vocabulary[i].claim == RING_CLAIM_GROWN))
      found |= vocabulary[i].claim;
  return found;
}

/* "Emerald cut" tells of a cut. */
static gboolean
is_cut (char **words, guint at)
{
  static const char *const after[] = { "cut", "cuts", "schliff", "shape", "shaped", NULL };

  return words[at + 1] != NULL && g_strv_contains (after, words[at + 1]);
}

static gboolean
names_stone (char **words, const GArray *patterns)
{
  for (guint i = 0; i < patterns->len; i++)
    for (int at = 0;
         (at = find_pattern (words, &g_array_index (patterns, Pattern, i), (guint) at)) >= 0; at++)
      if (!is_cut (words, (guint) at))
        return TRUE;
  return FALSE;
}

/* The program's own name of the stone, whole, as it is translated. One word that the list has is
 * looked for there. */
static gboolean
names_label (const char *folded, const RingSpecies *species)
{
  g_autofree char *label = ring_claim_fold (_ (species->label));
  g_autofree char *spaced = g_strdup_printf (" %s ", folded);
  g_autofree char *wanted = g_strdup_printf (" %s ", label);

  return !g_str_equal (label, species->id) && strstr (spaced, wanted) != NULL;
}

const RingSpecies *
ring_claim_find_species (const char *text, gboolean *several)
{
  g_autofree char *folded = ring_claim_fold (text != NULL ? text : "");
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  const RingSpecies *found = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (stones) && words[0] != NULL; i++)
    {
      const RingSpecies *species = ring_species_find (stones[i].id);

      if (!names_stone (words, get_patterns ()->stones[i]) && !names_label (folded, species))
        continue;
      found = species;
      n++;
    }
  if (several != NULL)
    *several = n > 1;
  return found;
}
