/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each rule of wording, and what tries to break it: by other fields, by free text, by quotation
 * marks, by files that no hand wrote. The clock stands in November 2026. */
#include <string.h>

#include "ring-claim.h"
#include "ring-provenance.h"
#include "ring-stone.h"
#include "ring-test-model.h"
#include "ring-test.h"

#define MAX_FIELDS 20
#define NOW RING_TEST_NOW_MS
#define REPORT "lab", "SSEF", "report", "123456"
#define SAID "statement-by", "Ateliers Ex", "statement-date", "2026-10-01"

static RingRecord *
new_stone (const char *const *fields)
{
  return ring_test_record (RING_RECORD_STONE, "taaaaaaaaaaa1", fields);
}

/* All that is printed of the stone. */
static char *
print (const RingRecord *stone)
{
  g_autoptr (GPtrArray) words = ring_provenance_words (stone, NOW);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const RingWording *wording = g_ptr_array_index (words, i);

      g_assert_cmpuint (strlen (wording->rule), >, 3);
      g_string_append_printf (all, "%s%s", i > 0 ? "; " : "", wording->text);
    }
  return g_string_free (all, FALSE);
}

/* The claims in all that is printed of the stone, each word by itself. */
static guint
get_claims (const RingRecord *stone)
{
  g_autoptr (GPtrArray) words = ring_provenance_words (stone, NOW);
  g_autofree char *label = ring_provenance_label (stone);
  guint claims = ring_claim_find (label);

  for (guint i = 0; i < words->len; i++)
    claims |= ring_claim_find (((const RingWording *) g_ptr_array_index (words, i))->text);
  return claims;
}

static const char *
find (GPtrArray *words, const char *about)
{
  for (guint i = 0; i < words->len; i++)
    if (g_str_equal (((const RingWording *) g_ptr_array_index (words, i))->about, about))
      return ((const RingWording *) g_ptr_array_index (words, i))->text;
  return NULL;
}

static void
test_plain (void)
{
  static const char *const fields[] = { "name",
                                        "Her sapphire",
                                        "species",
                                        "Sapphire",
                                        "cut",
                                        "oval",
                                        "length",
                                        "8.12",
                                        "width",
                                        "5.94",
                                        "depth",
                                        "4.1",
                                        "measured",
                                        "measured",
                                        "carat",
                                        "1.58",
                                        "carat-measured",
                                        "estimated",
                                        "colour",
                                        "cornflower blue",
                                        "provenance",
                                        "mined-reported",
                                        "treatment",
                                        "heat",
                                        "origin",
                                        "Sri Lanka",
                                        REPORT,
                                        "report-date",
                                        "2026-09-01",
                                        "status",
                                        "bought",
                                        NULL };
  g_autoptr (RingRecord) stone = new_stone (fields);
  g_autofree char *all = print (stone);
  g_autofree char *label = ring_provenance_label (stone);
  g_autoptr (GPtrArray) held = ring_provenance_held (stone, NOW);

  g_assert_cmpstr (label, ==, "Her sapphire 8.12 × 5.94 mm");
  g_assert_cmpstr (
      all, ==,
      "Her sapphire; oval, cornflower blue; 8.12 × 5.94 × 4.10 mm, measured; ≈ 1.58 ct, estimated; "
      "mined, source documented; treatment: heated; origin “Sri Lanka”, an opinion of SSEF; "
      "report SSEF 123456 of 2026-09-01; bought");
  g_assert_cmpuint (held->len, ==, 0);
}

typedef struct
{
  const char *fields[MAX_FIELDS];
  const char *name;
} NameCase;

/* What a name may say, and what stands there instead. */
static void
test_names (void)
{
  static const NameCase cases[] = {
    { { NULL }, "Stone" },
    { { "species", "sapphire" }, "sapphire" },
    { { "species", "White sapphire" }, "White sapphire" },
    { { "name", "Grandmother’s diamond" }, "Grandmother’s diamond" },
    /* Grown in a laboratory: the qualifier stands immediately before the stone, whatever the name.
     */
    { { "species", "Sapphire", "provenance", "laboratory-grown" }, "Laboratory-grown sapphire" },
    { { "species", "sapphire", "nature", "laboratory-grown", "provenance", "antique" },
      "Laboratory-grown sapphire" },
    { { "species", "natural sapphire", "provenance", "laboratory-grown" },
      "Laboratory-grown sapphire" },
    { { "species", "N A T U R A L sapphire", "provenance", "laboratory-grown" },
      "Laboratory-grown sapphire" },
    { { "species", "sapphire", "nature", "natural", "provenance", "laboratory-grown" },
      "Laboratory-grown sapphire" },
    { { "species", "cultured diamond" }, "Laboratory-grown diamond" },
    { { "species", "Natural lab-grown diamond" }, "Laboratory-grown diamond" },
    { { "name", "Non-synthetic diamond" }, "Diamond" },
    { { "species", "Synthetic ruby", "provenance", "mined-reported", REPORT },
      "Laboratory-grown ruby" },
    { { "species", "lab diamond", "nature", "natural" }, "Laboratory-grown diamond" },
    { { "name", "Ana’s natural diamond", "species", "diamond", "provenance", "laboratory-grown" },
      "Laboratory-grown diamond" },
    { { "name", "Ana’s diamond", "species", "diamond", "provenance", "laboratory-grown" },
      "Laboratory-grown diamond" },
    { { "name", "Star of Ana", "species", "Rubellite", "provenance", "laboratory-grown" },
      "Laboratory-grown rubellite" },
    { { "name", "Lab-created emerald" }, "Laboratory-grown emerald" },
    { { "species", "Diamond", "lab", "IGI", "report", "LG12345678" }, "Laboratory-grown diamond" },
    /* Imitations, and stones under another's name. */
    { { "species", "diamond", "nature", "imitation" }, "Imitation diamond" },
    { { "species", "faux ruby", "provenance", "mined" }, "Imitation ruby" },
    { { "name", "Diamond", "species", "white sapphire" }, "white sapphire" },
    { { "name", "Moissanite diamond" }, "Moissanite" },
    { { "species", "Diamond moissanite", "nature", "natural" }, "Moissanite" },
    { { "species", "Herkimer diamond" }, "Stone" },
    { { "name", "Herkimer diamond", "species", "quartz" }, "quartz" },
    { { "name", "Madeira topaz", "species", "citrine" }, "citrine" },
    { { "species", "Zircon", "provenance", "mined" }, "Zircon" },
    { { "name", "Emerald-cut stone", "species", "diamond" }, "Emerald-cut stone" },
    /* What the card does not bear out. */
    { { "name", "Natural ruby", "species", "Ruby" }, "Ruby" },
    { { "name", "Natural ruby", "species", "Ruby", "nature", "natural" }, "Ruby" },
    { { "name", "Natural ruby", "species", "Ruby", "nature", "natural", REPORT }, "Natural ruby" },
    { { "name", "Unheated ruby", "species", "Ruby", "provenance", "mined", "treatment", "none" },
      "Ruby" },
    { { "name", "Unheated ruby", "species", "Ruby", "treatment", "heat", REPORT }, "Ruby" },
    { { "name", "Unheated ruby", "species", "Ruby", "treatment", "none", REPORT },
      "Unheated ruby" },
    { { "name", "Ethical ruby", "species", "Ruby", SAID }, "Ruby" },
    { { "name", "Rubin, konfliktfrei", "species", "Ruby" }, "Ruby" },
    { { "name", "Reserved for Ana", "species", "Ruby", "status", "memo" }, "Ruby" },
    { { "name", "Ana’s, sold", "species", "Ruby" }, "Ruby" },
    { { "name", "Ana’s, sold", "species", "Ruby", "status", "bought" }, "Ana’s, sold" },
    { { "name", "Flawless", "species", "Ruby", "clarity", "FL" }, "Ruby" },
    { { "name", "Flawless", "species", "Ruby", "clarity", "VS1", REPORT }, "Ruby" },
    { { "name", "Flawless", "species", "Ruby", "clarity", "FL", REPORT }, "Flawless" },
    { { "name", "Recycled ruby", "species", "Ruby", "provenance", "recycled" }, "Ruby" },
    { { "name", "Recycled ruby", "species", "Ruby", "provenance", "recycled", "source",
        "a brooch" },
      "Recycled ruby" },
    { { "name", "Vintage ruby", "species", "Ruby", "provenance", "vintage" }, "Ruby" },
    { { "name", "Vintage ruby", "species", "Ruby", "made", "2007" }, "Ruby" },
    { { "name", "Vintage ruby", "species", "Ruby", "made", "2006" }, "Vintage ruby" },
    { { "name", "Antique ruby", "species", "Ruby", "made", "1927" }, "Ruby" },
    { { "name", "Antique ruby", "species", "Ruby", "made", "1926" }, "Antique ruby" },
    { { "name", "Antique ruby", "species", "Ruby", "made", "about 1800" }, "Ruby" },
    { { "name", "Antique ruby", "species", "Ruby", "made", "0" }, "Ruby" },
    { { "name", "Antique ruby", "species", "Ruby", "made", "-1e300" }, "Ruby" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RingRecord) stone = new_stone (cases[i].fields);
      g_autofree char *name = ring_provenance_name (stone, NOW);

      g_test_message ("%u: %s", i, cases[i].name);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

/* Whatever stands in whichever field: of these stones these claims are never printed. */
static void
test_never (void)
{
  static const char *const fields[]
      = { "name",   "species",       "cut",       "colour",         "clarity",
          "origin", "source",        "treatment", "treatment-note", "lab",
          "report", "made-evidence", "statement", "statement-by",   "text",
          "status", "provenance",    "nature" };
  static const struct
  {
    const char *stone[MAX_FIELDS];
    RingClaim claim;
    const char *texts[5];
  } rules[] = {
    { { "species", "Sapphire", "provenance", "laboratory-grown", REPORT, SAID },
      RING_CLAIM_NATURAL,
      { "natural", "Genuine and REAL", "echter Saphir", "non-synthetic",
        "natur\xc2\xad"
        "el" } },
    { { "species", "Sapphire", "nature", "imitation", REPORT, SAID },
      RING_CLAIM_NATURAL,
      { "natural", "Genuine and REAL", "echter Saphir", "earth-mined", "precious" } },
    { { "species", "Sapphire", "nature", "natural", "treatment", "heat", REPORT, SAID },
      RING_CLAIM_UNTREATED,
      { "untreated", "no heat", "non chauffé", "un-heated", "not ever treated" } },
    { { "species", "Sapphire", "status", "memo", REPORT, SAID },
      RING_CLAIM_OWNED,
      { "Reserved for Ana", "sold", "réservé", "it is yours", "purchased" } },
    { { "species", "Sapphire", "nature", "natural" },
      RING_CLAIM_ETHICAL,
      { "ethical", "Conflict-free", "responsibly", "nachhaltig", "sans conflit" } },
    { { "species", "Sapphire", "nature", "natural" },
      RING_CLAIM_MISNOMER,
      { "Herkimer diamond", "smoky topaz", "Balas ruby", "Madeira topaz", "Alaska diamond" } },
  };

  for (guint r = 0; r < G_N_ELEMENTS (rules); r++)
    for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
      for (guint t = 0; t < G_N_ELEMENTS (rules[r].texts); t++)
        {
          g_autoptr (RingRecord) plain = new_stone (rules[r].stone);
          const char *own = ring_record_get (plain, fields[f]);
          g_autofree char *text = NULL;
          g_autoptr (RingRecord) stone = NULL;
          g_autofree char *all = NULL;

          /* The fields that make the rule are not taken away. */
          if (own != NULL && !g_str_equal (fields[f], "species") && !g_str_equal (fields[f], "lab")
              && !g_str_equal (fields[f], "report") && !g_str_equal (fields[f], "statement-by"))
            continue;
          text = g_strdup_printf ("It is %s, surely", rules[r].texts[t]);
          stone = ring_record_with (plain, fields[f], text);
          all = print (stone);
          /* A company may be called anything: its name is who states it. */
          if (rules[r].claim == RING_CLAIM_ETHICAL && g_str_equal (fields[f], "statement-by"))
            continue;
          g_test_message ("%s = %s: %s", fields[f], text, all);
          g_assert_cmphex (get_claims (stone) & rules[r].claim, ==, 0);
        }
}

/* A laboratory-grown stone says so each time it is named. */
static void
test_grown_says_so (void)
{
  static const char *const names[]
      = { NULL, "Ana", "Natural beauty", "Diamond", "Ana’s “diamond”", "Lab", "\n" };
  static const char *const species[]
      = { NULL, "Diamond", "diamant", "Brillant", "Rubellite", "natural", "DIAMOND" };

  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    for (guint s = 0; s < G_N_ELEMENTS (species); s++)
      {
        g_autoptr (RingRecord) empty = ring_record_new (RING_RECORD_STONE, "t");
        g_autoptr (RingRecord) grown = ring_record_with (empty, "provenance", "laboratory-grown");
        g_autoptr (RingRecord) named = ring_record_with (grown, "name", names[n]);
        g_autoptr (RingRecord) stone = ring_record_with (named, "species", species[s]);
        g_autofree char *name = ring_provenance_name (stone, NOW);
        g_autofree char *label = ring_provenance_label (stone);
        g_autofree char *class = ring_provenance_class (stone, NOW);

        g_assert_true (g_str_has_prefix (name, "Laboratory-grown "));
        g_assert_true (g_str_has_prefix (label, "Laboratory-grown "));
        g_assert_cmpstr (class, ==, "laboratory-grown");
      }
}

typedef struct
{
  const char *fields[MAX_FIELDS];
  const char *words;
} WordsCase;

static void
check_words (const char *about, const WordsCase *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RingRecord) stone = new_stone (cases[i].fields);
      g_autoptr (GPtrArray) words = ring_provenance_words (stone, NOW);

      g_test_message ("%s %u", about, i);
      g_assert_cmpstr (find (words, about), ==, cases[i].words);
    }
}

static void
test_treatment (void)
{
  static const WordsCase cases[] = {
    { { NULL }, "treatment not reported" },
    { { "lab", "GIA", "report", "1" }, "treatment not reported" },
    { { "treatment", "none" }, "treatment not reported by a laboratory" },
    { { "treatment", "none", "lab", "GIA" }, "treatment not reported by a laboratory" },
    { { "treatment", "none", "report", "1" }, "treatment not reported by a laboratory" },
    { { "treatment", "none", "lab", "GIA", "report", "1" },
      "no indications of treatment found by GIA" },
    { { "treatment", "none", "lab", "Untreated Gems", "report", "1" },
      "treatment not reported by a laboratory" },
    { { "treatment", "heat" }, "treatment: heated" },
    { { "treatment", "untreated" }, "treatment not reported" },
    { { "treatment", "beryllium" }, "treatment: “beryllium”" },
    { { "treatment", "unheated, natural", REPORT }, "treatment not reported" },
    { { "treatment", "oil", "treatment-note", "minor\nto moderate" },
      "treatment: colourless oil in fissures; “minor to moderate”" },
  };

  check_words ("treatment", cases, G_N_ELEMENTS (cases));
}

static void
test_class (void)
{
  static const WordsCase cases[] = {
    { { NULL }, "provenance not recorded" },
    { { "provenance", "a class to come" }, "provenance not recorded" },
    { { "provenance", "mined-reported" }, "mined, source not documented" },
    { { "provenance", "mined-reported", "source", "Ratnapura" }, "mined, source documented" },
    { { "provenance", "mined", REPORT }, "mined, source not documented" },
    { { "nature", "natural" }, "recorded as natural, no report" },
    { { "nature", "natural", REPORT }, "natural" },
    { { "provenance", "recycled" }, "said to be recycled, the piece it comes from not recorded" },
    { { "provenance", "recycled", "source", "her mother’s brooch" },
      "recycled, from “her mother’s brooch”" },
    { { "provenance", "recycled", "source", "an ethical refiner" },
      "said to be recycled, the piece it comes from not recorded" },
    { { "provenance", "vintage" }, "said to be vintage, year not recorded" },
    { { "provenance", "vintage", "made", "1962" }, "vintage, made 1962" },
    { { "provenance", "vintage", "made", "2007" }, "made 2007" },
    { { "provenance", "antique" }, "said to be antique, year not recorded" },
    { { "provenance", "antique", "made", "1890" }, "antique, made 1890" },
    { { "provenance", "antique", "made", "1927" }, "vintage, made 1927" },
    { { "provenance", "antique", "made", "2020" }, "made 2020" },
    { { "provenance", "antique", "made", "1890", "nature", "laboratory-grown" },
      "antique, made 1890, laboratory-grown" },
    { { "provenance", "heirloom" }, "heirloom" },
    { { "provenance", "heirloom", "status", "own" }, "heirloom" },
    { { "provenance", "heirloom", "status", "bought" }, "said to be an heirloom" },
    { { "provenance", "heirloom", "status", "memo" }, "said to be an heirloom" },
    { { "provenance", "heirloom", "nature", "natural" },
      "heirloom, recorded as natural, no report" },
  };

  check_words ("provenance", cases, G_N_ELEMENTS (cases));
}

static void
test_figures (void)
{
  static const WordsCase weights[] = {
    { { NULL }, NULL },
    { { "carat", "1.5", "carat-measured", "measured" }, "1.50 ct, weighed" },
    { { "carat", "1.5", "carat-measured", "estimated" }, "≈ 1.5 ct, estimated" },
    { { "carat", "1.5" }, "≈ 1.5 ct, not recorded whether weighed" },
    { { "carat", "1.5", "carat-measured", "MEASURED" }, "≈ 1.5 ct, estimated" },
    { { "carat", "half" }, NULL },
  };
  static const WordsCase sizes[] = {
    { { "width", "6" }, NULL },
    { { "length", "8", "measured", "measured" }, "8.00 mm, measured" },
    { { "length", "8", "width", "6", "measured", "estimated" }, "≈ 8 × 6 mm, estimated" },
    { { "length", "8", "width", "6" }, "≈ 8 × 6 mm, not recorded whether measured" },
  };

  check_words ("weight", weights, G_N_ELEMENTS (weights));
  check_words ("size", sizes, G_N_ELEMENTS (sizes));
}

static void
test_status (void)
{
  static const WordsCase cases[] = {
    { { NULL }, NULL },
    { { "status", "memo", "supplier", "Secret & Sons", "memo", "M-1", "due", "2026-11-01" },
      "on approval" },
    { { "status", "own" }, "the client’s own" },
    { { "status", "reserved for Ana" }, NULL },
  };

  check_words ("status", cases, G_N_ELEMENTS (cases));
}

static void
test_statement (void)
{
  static const WordsCase cases[] = {
    { { "statement", "Conflict-free", SAID }, "“Conflict-free”, states Ateliers Ex, 2026-10-01" },
    { { "statement", "Conflict-free" }, NULL },
    { { "statement", "Conflict-free", "statement-by", "Ateliers Ex" }, NULL },
    { { "statement", "Conflict-free", "statement-date", "2026-10-01" }, NULL },
    { { "statement", "Bought at the mine" }, NULL },
    /* Nothing ends the quotation but the program. */
    { { "statement", "good” and we vouch for it: “ethical", SAID },
      "“good' and we vouch for it: 'ethical”, states Ateliers Ex, 2026-10-01" },
    { { "statement", "\"a\"\n«b» „c“", SAID }, "“'a' 'b' 'c'”, states Ateliers Ex, 2026-10-01" },
    /* No quotation makes these true. */
    { { "statement", "Natural, conflict-free", "provenance", "laboratory-grown", SAID }, NULL },
    { { "statement", "Untreated", "treatment", "heat", SAID }, NULL },
    { { "statement", "Reserved for Ana", "status", "memo", SAID }, NULL },
  };

  check_words ("statement", cases, G_N_ELEMENTS (cases));
}

static void
test_sayings (void)
{
  static const WordsCase stories[] = {
    { { "text", "She wore it for sixty years" }, "“She wore it for sixty years”, as told" },
    { { "text", "An antique, she said" }, "“An antique, she said”, as told" },
    { { "text", "Ethical, they said", SAID }, NULL },
    { { "text", "All natural", "nature", "imitation" }, NULL },
  };
  static const WordsCase origins[] = {
    { { "origin", "Sri Lanka" }, "origin “Sri Lanka”, as told" },
    { { "origin", "Sri Lanka", REPORT }, "origin “Sri Lanka”, an opinion of SSEF" },
    { { "origin", "Sri Lanka", "lab", "SSEF" }, "origin “Sri Lanka”, as told" },
    { { "origin", "a responsible mine", REPORT }, NULL },
  };

  check_words ("story", stories, G_N_ELEMENTS (stories));
  check_words ("origin", origins, G_N_ELEMENTS (origins));
}

/* What is held back is told to the one who wrote it, with the rule. */
static void
test_held (void)
{
  static const struct
  {
    const char *fields[MAX_FIELDS];
    const char *about, *rule;
  } cases[] = {
    { { "name", "Natural sapphire", "provenance", "laboratory-grown" }, "name", "16 CFR 23.27" },
    { { "text", "ethical" }, "text", "16 CFR 23.1" },
    { { "name", "Unheated", "species", "Ruby" }, "name", "16 CFR 23.24; CIBJO" },
    { { "statement", "Conflict-free" }, "statement", "16 CFR 23.1" },
    { { "origin", "Reserved", "status", "memo" }, "origin", "trade convention" },
    { { "name", "Diamond", "species", "White sapphire" }, "name", "16 CFR 23.12, 23.25" },
    { { "cut", "Antique cushion" }, "cut", "trade convention" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RingRecord) stone = new_stone (cases[i].fields);
      g_autoptr (GPtrArray) held = ring_provenance_held (stone, NOW);
      const RingWording *first = held->len > 0 ? g_ptr_array_index (held, 0) : NULL;

      g_test_message ("%u", i);
      g_assert_nonnull (first);
      g_assert_cmpstr (first->about, ==, cases[i].about);
      g_assert_cmpstr (first->rule, ==, cases[i].rule);
    }
}

/* Costs, suppliers and memo terms are in no word. */
static void
test_no_terms (void)
{
  static const char *const fields[]
      = { "species",    "Ruby",      "cost",       "77777",    "cost-currency",
          "XTS",        "cost-date", "1999-01-01", "supplier", "Secretname",
          "stock",      "STOCK-9",   "memo",       "MEMO-9",   "due",
          "1999-02-02", "status",    "memo",       NULL };
  static const char *const secrets[] = { "77777", "XTS", "1999", "Secretname", "STOCK", "MEMO" };
  g_autoptr (RingRecord) stone = new_stone (fields);
  g_autofree char *all = print (stone);

  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_null (strstr (all, secrets[i]));
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/provenance/plain", test_plain);
  g_test_add_func ("/provenance/names", test_names);
  g_test_add_func ("/provenance/never", test_never);
  g_test_add_func ("/provenance/grown-says-so", test_grown_says_so);
  g_test_add_func ("/provenance/treatment", test_treatment);
  g_test_add_func ("/provenance/class", test_class);
  g_test_add_func ("/provenance/figures", test_figures);
  g_test_add_func ("/provenance/status", test_status);
  g_test_add_func ("/provenance/statement", test_statement);
  g_test_add_func ("/provenance/sayings", test_sayings);
  g_test_add_func ("/provenance/held", test_held);
  g_test_add_func ("/provenance/no-terms", test_no_terms);
  return ring_test_run ();
}
