/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was told of an offer elsewhere, held against the same rules as the flags. */
#include "ring-design.h"
#include "ring-test-house.h"
#include "ring-test.h"
#include "ring-told.h"

#include <string.h>

static const RingToldLimits limits = { 3000, "EUR", 20 };
static const RingTold nothing = { .minutes = -1, .price = -1, .days = -1 };

static void
assert_result (const RingTold *told, const RingToldLimits *given, const char *id, RingToldResult result)
{
  g_autoptr (GArray) lines = ring_told_check (told, given);

  g_assert_cmpuint (lines->len, ==, 12);
  for (guint i = 0; i < lines->len; i++)
    {
      const RingToldLine *line = &g_array_index (lines, RingToldLine, i);

      if (!g_str_equal (line->id, id))
        continue;
      g_test_message ("%s: %s %s", line->label, line->told, line->question);
      g_assert_cmpstr (ring_told_result_label (line->result), ==, ring_told_result_label (result));
      return;
    }
  g_error ("There is no line %s", id);
}

/* Nothing was told: nothing is known, and every line has its question. */
static void
test_nothing (void)
{
  g_autoptr (GArray) lines = NULL;
  RingTold told;

  told = nothing;
  lines = ring_told_check (&told, &limits);
  for (guint i = 0; i < lines->len; i++)
    {
      const RingToldLine *line = &g_array_index (lines, RingToldLine, i);

      g_assert_cmpint (line->result, ==, RING_TOLD_NOT_KNOWN);
      g_assert_cmpstr (line->told, ==, "You were not told.");
      g_assert_true (g_str_has_prefix (line->question, "Ask: "));
      g_assert_true (g_str_has_suffix (line->question, "?"));
    }
}

/* A figure: below, at and above what decides. */
static void
test_figures (void)
{
  const struct
  {
    double minutes, price, days;
    RingToldResult minute, cost, promised;
  } cases[] = {
    { 0.9, 2999, 19, RING_TOLD_ASK, RING_TOLD_ASK, RING_TOLD_ASK },
    { 1, 3000, 20, RING_TOLD_NOTHING, RING_TOLD_ASK, RING_TOLD_NOTHING },
    { 90, 3001, 40, RING_TOLD_NOTHING, RING_TOLD_NOTHING, RING_TOLD_NOTHING },
  };
  const RingToldLimits none = { -1, NULL, -1 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RingTold told;

      told = nothing;
      told.has_word = TRUE;
      told.word = RING_WORD_CUSTOM;
      told.minutes = cases[i].minutes;
      told.price = cases[i].price;
      told.days = cases[i].days;
      assert_result (&told, &limits, "minute", cases[i].minute);
      assert_result (&told, &limits, "price", cases[i].cost);
      assert_result (&told, &limits, "promised", cases[i].promised);
      /* Without limits of the shop's own nothing is held against anybody. */
      assert_result (&told, &none, "price", RING_TOLD_NOT_KNOWN);
      assert_result (&told, &none, "promised", RING_TOLD_NOT_KNOWN);
    }
}

typedef struct
{
  RingToldWho who;
  RingToldChoices choices;
  RingToldMaking making;
  RingToldStone stone;
  RingToldAnswer limited, others;
  RingToldResult exchange, parts, engraving, edition, source, story, twins, handmade, custom;
} Answers;

#define ASK RING_TOLD_ASK
#define FINE RING_TOLD_NOTHING
#define OPEN RING_TOLD_NOT_KNOWN

/* With the word "one of a kind", which all but "handmade" speak against. */
static const Answers answers[] = {
  { RING_TOLD_WHO_NOBODY, RING_TOLD_CHOICES_MENU, RING_TOLD_MAKING_OTHER, RING_TOLD_STONE_UNNAMED, RING_TOLD_YES,
    RING_TOLD_YES, ASK, ASK, FINE, ASK, ASK, ASK, ASK, FINE, ASK },
  { RING_TOLD_WHO_SELLER, RING_TOLD_CHOICES_ENGRAVED, RING_TOLD_MAKING_HAND, RING_TOLD_STONE_NONE, RING_TOLD_NO,
    RING_TOLD_UNKNOWN, OPEN, ASK, ASK, FINE, FINE, OPEN, OPEN, FINE, ASK },
  { RING_TOLD_WHO_JEWELER, RING_TOLD_CHOICES_OWN, RING_TOLD_MAKING_UNKNOWN, RING_TOLD_STONE_NAMED, RING_TOLD_YES,
    RING_TOLD_NO, FINE, FINE, FINE, FINE, FINE, FINE, FINE, OPEN, FINE },
};

static void
test_answers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      const Answers *a = &answers[i];
      const struct
      {
        const char *id;
        RingToldResult result;
      } results[] = {
        { "exchange", a->exchange }, { "parts", a->parts }, { "engraving", a->engraving },
        { "limited", a->edition },   { "stone", a->source }, { "story", a->story },
        { "twins", a->twins },       { "handmade", a->handmade }, { "custom", a->custom },
      };
      RingTold told;

      told = nothing;
      told.has_word = TRUE;
      told.word = RING_WORD_ONE_OF_A_KIND;
      told.who = a->who;
      told.choices = a->choices;
      told.making = a->making;
      told.stone = a->stone;
      told.limited = a->limited;
      told.others = a->others;
      for (guint k = 0; k < G_N_ELEMENTS (results); k++)
        assert_result (&told, &limits, results[k].id, results[k].result);
    }
}

/* Nothing is asked where the word does not deny it: "configured" is true of menus, and so is no word at all. */
static void
test_words (void)
{
  RingTold told;

  told = nothing;
  told.who = RING_TOLD_WHO_NOBODY;
  told.choices = RING_TOLD_CHOICES_MENU;
  told.making = RING_TOLD_MAKING_OTHER;
  assert_result (&told, &limits, "custom", RING_TOLD_NOTHING);
  told.has_word = TRUE;
  told.word = RING_WORD_CONFIGURED;
  assert_result (&told, &limits, "custom", RING_TOLD_NOTHING);
  assert_result (&told, &limits, "handmade", RING_TOLD_NOTHING);
  told.word = RING_WORD_HANDMADE;
  assert_result (&told, &limits, "handmade", RING_TOLD_ASK);
  assert_result (&told, &limits, "custom", RING_TOLD_NOTHING);
  /* The edition is a claim whatever the label says. */
  told.limited = RING_TOLD_YES;
  assert_result (&told, &limits, "limited", RING_TOLD_ASK);
}

/* The shop's own: 1800 and 1200 of the commission, 20 days of the house. */
static void
test_limits (void)
{
  const RingTestTold records[]
      = { { RING_RECORD_COMMISSION, { "material", "1800", "labour", "1200", "currency", "EUR" } } };
  g_autoptr (RingCatalogue) house = ring_test_house_new ();
  g_autoptr (RingDesign) design = ring_test_new_told (records, 1);
  RingToldLimits given;

  ring_told_limits_init (&given, ring_design_get_drawing (design), house);
  g_assert_cmpfloat (given.least_price, ==, 3000);
  g_assert_cmpstr (given.currency, ==, "EUR");
  g_assert_cmpfloat (given.least_days, ==, 20);
  ring_told_limits_init (&given, NULL, NULL);
  g_assert_cmpfloat (given.least_price, <, 0);
  g_assert_cmpfloat (given.least_days, <, 0);
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/told/nothing", test_nothing);
  g_test_add_func ("/told/figures", test_figures);
  g_test_add_func ("/told/answers", test_answers);
  g_test_add_func ("/told/words", test_words);
  g_test_add_func ("/told/limits", test_limits);
  return ring_test_run ();
}
