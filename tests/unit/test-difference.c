/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-design.h"
#include "ring-difference.h"
#include "ring-drawn.h"
#include "ring-tally.h"
#include "ring-test-house.h"
#include "ring-test.h"

#include <string.h>

static const RingMeasure *
measure (const RingDifference *difference, const char *id)
{
  for (guint i = 0; i < ring_difference_get_n_measures (difference); i++)
    if (g_str_equal (ring_difference_get_measure (difference, i)->id, id))
      return ring_difference_get_measure (difference, i);
  g_error ("There is no measure %s", id);
}

static void
assert_flag (const RingDifference *difference, const char *id, RingFlagState state)
{
  for (guint i = 0; i < ring_difference_get_n_flags (difference); i++)
    {
      const RingFlag *flag = ring_difference_get_flag (difference, i);

      if (!g_str_equal (flag->id, id))
        continue;
      if (flag->state != state)
        g_error ("Flag %s is %d: %s", id, flag->state, flag->evidence);
      g_assert_true (flag->evidence[0] != '\0');
      return;
    }
  g_error ("There is no flag %s", id);
}

/* 4 bits, and 7 letters of 6 bits; 1000 orders, of which 3/4 round and 3/5 halo: 450 a year of the
 * same moulds, and a quarter of them in this ring size. */
static void
test_chosen (void)
{
  g_autoptr (RingCatalogue) catalogue = ring_test_house_new ();
  g_autoptr (RingDesign) design = ring_test_new_chosen (catalogue, "FOREVER", FALSE);
  g_autoptr (RingDifference) difference = ring_difference_new (ring_design_get_drawing (design), catalogue);
  g_autofree char *said = ring_difference_say (ring_design_get_drawing (design));

  g_assert_cmpstr (said, ==, "Configured");
  g_assert_cmpstr (measure (difference, "decided")->catalogue, ==, "46");
  g_assert_cmpstr (measure (difference, "decided")->bench, ==, "0");
  g_assert_cmpstr (measure (difference, "copies")->catalogue, ==, "450");
  g_assert_nonnull (strstr (measure (difference, "copies")->evidence, "same number 113 a year"));
  g_assert_null (measure (difference, "copies")->bench);
  g_assert_cmpstr (measure (difference, "kept")->catalogue, ==, "3 of 3");
  g_assert_cmpstr (measure (difference, "time")->catalogue, ==, "41 s");
  g_assert_null (measure (difference, "time")->bench);
  g_assert_cmpstr (measure (difference, "people")->catalogue, ==, "form and automatic mail");
  g_assert_null (measure (difference, "people")->bench);
  g_assert_cmpstr (measure (difference, "price")->catalogue, ==, "1500.5 EUR");
  g_assert_null (measure (difference, "price")->bench);
  g_assert_cmpstr (measure (difference, "lead")->catalogue, ==, "10 working days");
  g_assert_nonnull (strstr (ring_difference_get_number (difference), "FOREVER"));
}

/* "Configured" is true of it: nothing is raised. Other words deserve theirs. */
static void
test_words (void)
{
  g_autoptr (RingCatalogue) catalogue = ring_test_house_new ();
  g_autoptr (RingDesign) design = ring_test_new_chosen (catalogue, "FOREVER", FALSE);
  RingDrawing *drawing = ring_design_get_drawing (design);
  g_autoptr (RingDifference) configured = ring_difference_new (drawing, catalogue);
  g_autoptr (RingDifference) custom = ring_difference_new_full (drawing, catalogue, &(RingWord){ RING_WORD_CUSTOM }, NULL);
  g_autoptr (RingDifference) handmade = ring_difference_new_full (drawing, catalogue, &(RingWord){ RING_WORD_HANDMADE }, NULL);
  static const char *const deserved[] = { "minute", "exchange",  "promised", "parts", "engraving",
                                          "stone",  "story", "twins",    "custom" };

  g_assert_cmpint (ring_difference_get_word (configured), ==, RING_WORD_CONFIGURED);
  for (guint i = 0; i < ring_difference_get_n_flags (configured); i++)
    g_assert_cmpint (ring_difference_get_flag (configured, i)->state, !=, RING_FLAG_RAISED);
  for (guint i = 0; i < G_N_ELEMENTS (deserved); i++)
    assert_flag (custom, deserved[i], RING_FLAG_RAISED);
  assert_flag (custom, "handmade", RING_FLAG_CLEAR);
  assert_flag (custom, "price", RING_FLAG_UNKNOWN);
  assert_flag (custom, "limited", RING_FLAG_CLEAR);
  assert_flag (handmade, "handmade", RING_FLAG_RAISED);
  assert_flag (handmade, "custom", RING_FLAG_CLEAR);
  assert_flag (handmade, "minute", RING_FLAG_CLEAR);
}

static void
test_limited (void)
{
  g_autoptr (RingCatalogue) catalogue = ring_test_house_new ();
  g_autoptr (RingDesign) design = ring_test_new_chosen (catalogue, NULL, TRUE);
  g_autoptr (RingDifference) difference = ring_difference_new (ring_design_get_drawing (design), catalogue);

  assert_flag (difference, "limited", RING_FLAG_RAISED);
  assert_flag (difference, "engraving", RING_FLAG_CLEAR);
}

/* An empty design has nothing to raise, whatever it is called. */
static void
test_blank (void)
{
  g_autoptr (RingCatalogue) catalogue = ring_test_house_new ();
  g_autoptr (RingDesign) design = ring_design_new ();

  for (guint word = 0; word < RING_N_WORDS; word++)
    {
      g_autoptr (RingDifference) difference
          = ring_difference_new_full (ring_design_get_drawing (design), word % 2 ? catalogue : NULL, &(RingWord){ (RingWord) word }, NULL);

      g_assert_cmpuint (ring_difference_get_n_flags (difference), ==, 12);
      for (guint i = 0; i < 12; i++)
        g_assert_cmpint (ring_difference_get_flag (difference, i)->state, ==, RING_FLAG_UNKNOWN);
      g_assert_null (measure (difference, "time")->bench);
      g_assert_null (measure (difference, "stone")->bench);
      g_assert_null (measure (difference, "price")->bench);
    }
}

/* Strokes of 30 s, 9 s later one of 20 s, an hour later one of 10 s, and one of 5 s that another
 * hand drew during the first: 30 + 9 + 20 + 10 = 69 s. */
static void
test_bench (void)
{
  static const char *const stone[] = { "name", "Grandmother's diamond", "provenance", "heirloom",
                                       "length", "8.12", NULL };
  static const char *const client[] = { "who", "client", "text", "Low, so that gloves fit", NULL };
  static const char *const jeweler[] = { "who", "jeweler", "text", "4 mm is the least", NULL };
  static const char *const commission[] = { "quote", "5200", "currency", "EUR", "material", "1800",
                                            "labour", "1200", "ordered", "2026-10-01", "promised",
                                            "2026-11-26", "story", "Her grandmother's", NULL };
  g_autoptr (RingCatalogue) catalogue = ring_test_house_new ();
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingDifference) difference = NULL;
  const char *layer;
  RingEdit *edit = ring_test_start (design, &layer);
  gint64 t = RING_TEST_NOW_MS;

  ring_test_add_stroke (edit, layer, "saaaaaaaaaaa1", t, 30000, 10);
  ring_test_add_stroke (edit, layer, "saaaaaaaaaaa2", t + 3600000, 10000, 12);
  ring_test_add_stroke (edit, layer, "saaaaaaaaaaa3", t + 39000, 20000, 7);
  ring_test_add_stroke (edit, layer, "saaaaaaaaaaa4", t + 4000, 5000, 3);
  ring_test_set (edit, RING_RECORD_STONE, "taaaaaaaaaaa1", stone);
  ring_test_set (edit, RING_RECORD_ENTRY, "eaaaaaaaaaaa1", client);
  ring_test_set (edit, RING_RECORD_ENTRY, "eaaaaaaaaaaa2", jeweler);
  ring_test_set (edit, RING_RECORD_COMMISSION, NULL, commission);
  g_assert_true (ring_design_commit (design, edit));
  difference = ring_difference_new (ring_design_get_drawing (design), catalogue);

  g_assert_cmpint (ring_difference_get_word (difference), ==, RING_WORD_CUSTOM);
  g_assert_cmpstr (measure (difference, "time")->bench, ==, "1.2 min"); /* 69 s */
  g_assert_cmpstr (measure (difference, "kept")->bench, ==, "0 of 4");
  g_assert_cmpstr (measure (difference, "people")->bench, ==, "1 entry by the client, 1 by the jeweler");
  g_assert_cmpstr (measure (difference, "stone")->bench, ==, "Grandmother's diamond (heirloom)");
  g_assert_cmpstr (measure (difference, "price")->bench, ==, "5200 EUR");
  g_assert_cmpstr (measure (difference, "lead")->bench, ==, "2026-11-26");
  g_assert_cmpuint (g_ascii_strtoull (measure (difference, "decided")->bench, NULL, 10), >, 100);
  for (guint i = 0; i < ring_difference_get_n_flags (difference); i++)
    g_assert_cmpint (ring_difference_get_flag (difference, i)->state, !=, RING_FLAG_RAISED);
  assert_flag (difference, "minute", RING_FLAG_CLEAR);
  assert_flag (difference, "price", RING_FLAG_CLEAR);
  assert_flag (difference, "exchange", RING_FLAG_CLEAR);
  assert_flag (difference, "promised", RING_FLAG_CLEAR); /* 56 days, 20 are needed */
  assert_flag (difference, "stone", RING_FLAG_CLEAR);
  assert_flag (difference, "custom", RING_FLAG_CLEAR);
  assert_flag (difference, "twins", RING_FLAG_UNKNOWN);
}

/* What is constructed is decided for the client as what is drawn is, and so are the figures of a layout;
 * a dimension tells of what is there already. */
static void
test_constructed (void)
{
  static const char *const halo[] = { "kind", "halo", "gem", "g", "length", "1.3", "gap", "0.25", NULL };
  RingPoint points[2] = { { 0, 0 }, { 7, 3 } };
  RingFigure line = { .form = RING_FIGURE_LINE, .n_points = 2, .points = points,
                      .colour = 0x000000ff, .width = 0.4, .paper = 0.25 };
  g_autoptr (RingDesign) design = ring_design_new ();
  const char *layer;
  RingEdit *edit = ring_test_start (design, &layer);
  g_autoptr (RingItem) item = ring_item_new_figure ("faaaaaaaaaaa1", &line);
  RingTally before, after;

  ring_tally_init (&before, ring_design_get_drawing (design), NULL, NULL);
  g_assert_false (ring_tally_is_own (&before));
  g_assert_true (ring_edit_append_item (edit, layer, item));
  ring_test_set (edit, RING_RECORD_LAYOUT, "yaaaaaaaaaaa1", halo);
  g_assert_true (ring_design_commit (design, edit));
  ring_tally_init (&after, ring_design_get_drawing (design), NULL, NULL);
  g_assert_cmpuint (after.n_shapes, ==, 1);
  g_assert_cmpuint (after.n_dimensions, ==, before.n_dimensions + 2);
  g_assert_cmpuint (after.bits, >, before.bits);
  g_assert_true (ring_tally_is_own (&after));
}

/* What is engraved is decided letter by letter; its lines are the face's, which is there for everybody. */
static void
test_engraved (void)
{
  static const char *const few[] = { "text", "A", "height", "1.7", "face", "script", NULL };
  static const char *const many[] = { "text", "Ana & Luis, 12 VI", "height", "1.7", "face", "script", NULL };
  g_autoptr (RingDesign) design = ring_design_new ();
  const char *layer;
  RingTally none, one, more;
  RingEdit *edit;

  ring_tally_init (&none, ring_design_get_drawing (design), NULL, NULL);
  edit = ring_test_start (design, &layer);
  ring_test_set (edit, RING_RECORD_INSCRIPTION, "iaaaaaaaaaaa1", few);
  g_assert_true (ring_design_commit (design, edit));
  ring_tally_init (&one, ring_design_get_drawing (design), NULL, NULL);
  edit = ring_test_start (design, &layer);
  ring_test_set (edit, RING_RECORD_INSCRIPTION, "iaaaaaaaaaaa1", many);
  g_assert_true (ring_design_commit (design, edit));
  ring_tally_init (&more, ring_design_get_drawing (design), NULL, NULL);
  g_assert_cmpuint (one.n_dimensions, ==, none.n_dimensions + 1);
  g_assert_cmpuint (more.n_dimensions, ==, one.n_dimensions);
  g_assert_cmpuint (one.bits, >, none.bits);
  g_assert_cmpuint (more.bits, >, one.bits + 16 * 4);
  g_assert_cmpuint (more.bits, <, one.bits + 16 * 24);
}

/* The Difference prints of a stone what its card bears out, and nothing more. */
static void
test_stone_words (void)
{
  static const struct
  {
    const char *fields[12];
    const char *words;
    RingFlagState flag;
  } cases[] = {
    { { "name", "Natural diamond, ethical", "provenance", "laboratory-grown" },
      "Laboratory-grown diamond (laboratory-grown)",
      RING_FLAG_CLEAR },
    { { "species", "Ruby", "provenance", "mined-reported", "lab", "SSEF", "report", "1", "status", "memo" },
      "Ruby (mined, source documented, on approval)",
      RING_FLAG_CLEAR },
    { { "name", "Ruby, reserved", "species", "Ruby", "provenance", "mined-reported", "status", "memo" },
      "Ruby (mined, source not documented, on approval)",
      RING_FLAG_RAISED },
    { { "name", "Antique ruby", "species", "Ruby", "provenance", "antique" },
      "Ruby (said to be antique, year not recorded)",
      RING_FLAG_CLEAR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RingDesign) design = ring_design_new ();
      g_autoptr (RingDifference) difference = NULL;
      const char *layer;
      RingEdit *edit = ring_test_start (design, &layer);

      ring_test_set (edit, RING_RECORD_STONE, "taaaaaaaaaaa1", cases[i].fields);
      g_assert_true (ring_design_commit (design, edit));
      difference = ring_difference_new_full (ring_design_get_drawing (design), NULL, &(RingWord){ RING_WORD_CUSTOM }, NULL);
      g_assert_cmpstr (measure (difference, "stone")->bench, ==, cases[i].words);
      assert_flag (difference, "stone", cases[i].flag);
    }
}

/* Without a choice the nearest ring: oval, halo's 2 mm, and 55 mm lies nearest to US 7. */
static void
test_nearest (void)
{
  static const char *const ring[] = { "width", "2.05", "size", "55", NULL };
  static const char *const gem[] = { "cut", "oval", NULL };
  g_autoptr (RingCatalogue) catalogue = ring_test_house_new ();
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingDifference) difference = NULL;
  const RingRecord *old = ring_drawing_find_record (ring_design_get_drawing (design), RING_RECORD_RING, NULL);
  const char *layer;
  RingEdit *edit = ring_test_start (design, &layer);

  ring_test_set (edit, RING_RECORD_RING, ring_record_get_id (old), ring);
  ring_test_set (edit, RING_RECORD_GEM, "g", gem);
  g_assert_true (ring_design_commit (design, edit));
  difference = ring_difference_new (ring_design_get_drawing (design), catalogue);
  g_assert_cmpuint (ring_difference_get_choice (difference)->option[0], ==, 1);
  g_assert_cmpuint (ring_difference_get_choice (difference)->option[1], ==, 1);
  g_assert_cmpuint (ring_difference_get_choice (difference)->option[2], ==, 2);
  g_assert_nonnull (strstr (ring_difference_get_chosen_by (difference), "3 of 3"));
}

static void
assert_word (RingDesign *design, RingWord word, const char *id, RingFlagState state)
{
  g_autoptr (RingDifference) difference
      = ring_difference_new_full (ring_design_get_drawing (design), NULL, &word, NULL);

  assert_flag (difference, id, state);
}

/* The cut counts before everything: the house has a pear of US 7 alone, and a round in each size, so that who wants a pear of
 * US 6 gets the pear. Of three sizes the nearest to 8.12 mm is 8, of four alloys the nearest to 22 K (916) is 18 K (750), not
 * 14 K (585) or 9 K (375), and of its two colours the one that is wanted. */
static void
test_nearest_in_order (void)
{
  static const RingTestOption rows[] = {
    { "shape", { "RD", "Round", 0, 0, 0.75, 0, 0, "" }, "cut", "round" },
    { "shape", { "PS", "Pear", 1, 40, 0.25, 0, 0, "" }, "cut", "pear" },
    { "size", { "6", "6 mm", 0, 0, 0, 0, 6, "" }, NULL, NULL },
    { "size", { "8", "8 mm", 1, 0, 0, 0, 8, "" }, NULL, NULL },
    { "size", { "9", "9 mm", 2, 0, 0, 0, 9, "" }, NULL, NULL },
    { "metal", { "9Y", "9K", 0, 0, 0, 0, 0, "" }, "alloy", "9ky" },
    { "metal", { "14Y", "14K", 1, 0, 0, 0, 0, "" }, "alloy", "14ky" },
    { "metal", { "18W", "18K white", 2, 0, 0, 0, 0, "" }, "alloy", "18kw" },
    { "metal", { "18Y", "18K", 3, 0, 0, 0, 0, "" }, "alloy", "18ky" },
    { "ring-size", { "060", "6", 0, 0, 0, 0, 6, "" }, NULL, NULL },
    { "ring-size", { "070", "7", 1, 0, 0, 0, 7, "" }, NULL, NULL },
  };
  static const char *const ring[] = { "alloy", "22ky", "size", "51.9", NULL };
  static const char *const gem[] = { "cut", "pear", "length", "8.12", NULL };
  RingCatalogueBuilder *builder = ring_catalogue_builder_new ("house", "House", "1", "EUR");
  g_autoptr (RingCatalogue) catalogue = NULL;
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingDifference) difference = NULL;
  const RingRecord *old = ring_drawing_find_record (ring_design_get_drawing (design), RING_RECORD_RING, NULL);
  const RingChoice *choice;
  const char *layer;
  RingEdit *edit = ring_test_start (design, &layer);

  ring_test_add_menus (builder, rows, G_N_ELEMENTS (rows));
  ring_catalogue_builder_begin_rule (builder, "No pear of US 6");
  ring_catalogue_builder_add_term (builder, "shape", "PS");
  ring_catalogue_builder_add_term (builder, "ring-size", "060");
  catalogue = ring_catalogue_builder_end (builder, NULL);
  g_assert_nonnull (catalogue);
  ring_test_set (edit, RING_RECORD_RING, ring_record_get_id (old), ring);
  ring_test_set (edit, RING_RECORD_GEM, "g", gem);
  g_assert_true (ring_design_commit (design, edit));
  difference = ring_difference_new (ring_design_get_drawing (design), catalogue);
  choice = ring_difference_get_choice (difference);
  g_assert_cmpuint (choice->option[0], ==, 1); /* the pear */
  g_assert_cmpuint (choice->option[1], ==, 1); /* 8 mm */
  g_assert_cmpuint (choice->option[2], ==, 2 + 1); /* 18 K, yellow as 22 K is */
  g_assert_cmpuint (choice->option[3], ==, 1); /* US 7: there is no pear of US 6 */
}

/* What the making record decides (test-making.c tries each of its rules). A mould that is kept makes no twin yet: it
 * denies only the word that says that there will be none. */
static void
test_making (void)
{
#define BY_HAND                                                                    \
  { RING_RECORD_PART, { "name", "Shank", "method", "fabricated" } },               \
      { RING_RECORD_OPERATION, { "what", "forming", "by", "hand" } },              \
  {                                                                                \
    RING_RECORD_OPERATION, { "what", "finishing", "by", "hand" }                   \
  }
  static const struct
  {
    RingTestTold told[5];
    RingFlagState handmade, twins, single;
  } cases[] = {
    { { { NULL } }, RING_FLAG_UNKNOWN, RING_FLAG_UNKNOWN, RING_FLAG_UNKNOWN },
    { { BY_HAND, { RING_RECORD_MAKING, { "mould", "none", "pieces", "1" } } },
      RING_FLAG_CLEAR, RING_FLAG_CLEAR, RING_FLAG_CLEAR },
    { { BY_HAND, { RING_RECORD_MAKING, { "mould", "none", "pieces", "3" } } },
      RING_FLAG_CLEAR, RING_FLAG_RAISED, RING_FLAG_RAISED },
    { { { RING_RECORD_PART, { "name", "Ring", "method", "printed" } },
        { RING_RECORD_MAKING, { "mould", "kept", "pieces", "1" } } },
      RING_FLAG_RAISED, RING_FLAG_UNKNOWN, RING_FLAG_RAISED },
    { { { RING_RECORD_PART, { "name", "Ring", "method", "carved" } },
        { RING_RECORD_MAKING, { "mould", "destroyed", "pieces", "1" } } },
      RING_FLAG_UNKNOWN, RING_FLAG_CLEAR, RING_FLAG_CLEAR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RingDesign) design = ring_test_new_told (cases[i].told, G_N_ELEMENTS (cases[i].told));

      assert_word (design, RING_WORD_HANDMADE, "handmade", cases[i].handmade);
      assert_word (design, RING_WORD_CUSTOM, "twins", cases[i].twins);
      assert_word (design, RING_WORD_ONE_OF_A_KIND, "twins", cases[i].single);
    }
#undef BY_HAND
}

/* Least labour is covered by more than it; labour at the shop's own rates, of an estimate, by just that. Tax counts for
 * neither. */
static void
test_price (void)
{
  static const struct
  {
    const char *quote, *tax, *quoted;
    RingFlagState state;
  } cases[] = {
    { "2999.99", NULL, NULL, RING_FLAG_RAISED },
    { "3000", NULL, NULL, RING_FLAG_RAISED },
    { "3000.01", NULL, NULL, RING_FLAG_CLEAR },
    { "2999.98", NULL, "2026-11-22", RING_FLAG_RAISED },
    { "3000", NULL, "2026-11-22", RING_FLAG_CLEAR },
    { "3749", "25", "2026-11-22", RING_FLAG_RAISED },
    { "3750", "25", "2026-11-22", RING_FLAG_CLEAR },
    { "3750", "25", NULL, RING_FLAG_RAISED },
    { NULL, NULL, NULL, RING_FLAG_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const RingTestTold told[]
          = { { RING_RECORD_COMMISSION, { "material", "1800", "labour", "1200", "quote", cases[i].quote } },
              { RING_RECORD_ESTIMATE, { "hours", "10", "tax", cases[i].tax, "quoted", cases[i].quoted } } };
      g_autoptr (RingDesign) design = ring_test_new_told (told, G_N_ELEMENTS (told));

      assert_word (design, RING_WORD_CUSTOM, "price", cases[i].state);
    }
}

static void
test_people (void)
{
  static const RingTestTold told[] = { { RING_RECORD_ENTRY, { "who", "client", "text", "Low" } },
                               { RING_RECORD_REVISION, { "name", "A" } },
                               { RING_RECORD_SIGN_OFF, { "revision", "xaaaaaaaaaaa1" } },
                               { RING_RECORD_SIGN_OFF, { "revision", "xaaaaaaaaaaa1" } } };
  g_autoptr (RingDesign) design = ring_test_new_told (told, G_N_ELEMENTS (told));
  g_autoptr (RingDifference) difference = ring_difference_new (ring_design_get_drawing (design), NULL);

  g_assert_cmpstr (measure (difference, "people")->bench, ==,
                   "1 entry by the client, 0 by the jeweler, 1 revision, 2 sign-offs");
}

/* One case for each row of the table, with what it takes: a value, or NULL for "not recorded". */
static void
test_rows (void)
{
  static const struct
  {
    const char *id;
    RingTestTold told[3];
    const char *bench, *kind;
  } cases[] = {
    { "people", { { NULL } }, NULL, NULL },
    { "people", { { RING_RECORD_ENTRY, { "who", "jeweler", "text", "Low" } } },
      "0 entries by the client, 1 by the jeweler", RING_RECORD_ENTRY },
    { "stone", { { RING_RECORD_STONE, { NULL } } }, NULL, RING_RECORD_STONE },
    { "stone",
      { { RING_RECORD_STONE, { "species", "Diamond", "provenance", "heirloom" } },
        { RING_RECORD_CUSTODY, { "stone", "xaaaaaaaaaaa0", "event", "received" } },
        { RING_RECORD_CUSTODY, { "stone", "xaaaaaaaaaaa0", "event", "cutter" } } },
      "Diamond (heirloom); 2 custody events", RING_RECORD_STONE },
    { "price", { { RING_RECORD_COMMISSION, { "quote", "5200", "currency", "EUR" } } }, "5200 EUR",
      RING_RECORD_COMMISSION },
    /* 10 hours at 65 EUR, and nothing else has a price; a quote goes before it. */
    { "price",
      { { RING_RECORD_ESTIMATE, { "hours", "10" } },
        { RING_RECORD_RATE, { "of", "hour", "value", "65", "currency", "EUR", "day", "2026-11-01" } } },
      "650.00 EUR, estimated", RING_RECORD_ESTIMATE },
    /* Without the hour's price it is no estimate. */
    { "price", { { RING_RECORD_ESTIMATE, { "hours", "10" } } }, NULL, RING_RECORD_ESTIMATE },
    { "lead", { { NULL } }, NULL, NULL },
    { "lead", { { RING_RECORD_ESTIMATE, { "hours", "22.5" } } }, "22.5 hours of work, estimated", RING_RECORD_ESTIMATE },
    { "lead",
      { { RING_RECORD_ESTIMATE, { "hours", "22.5" } }, { RING_RECORD_COMMISSION, { "promised", "2026-12-20" } } },
      "2026-12-20", RING_RECORD_COMMISSION },
    { "kept", { { NULL } }, NULL, NULL },
    { "time", { { NULL } }, NULL, NULL },
    { "copies", { { RING_RECORD_MAKING, { "pieces", "1" } } }, NULL, RING_RECORD_MAKING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RingDesign) design = ring_test_new_told (cases[i].told, G_N_ELEMENTS (cases[i].told));
      g_autoptr (RingDifference) difference = ring_difference_new (ring_design_get_drawing (design), NULL);
      const RingMeasure *m = measure (difference, cases[i].id);

      g_test_message ("%s: %s", m->label, m->evidence);
      g_assert_cmpstr (m->bench, ==, cases[i].bench);
      g_assert_cmpstr (m->kind, ==, cases[i].kind);
      g_assert_null (m->catalogue);
    }
}

/* A stroke on the notes' layer is no part of the ring: neither its line nor its time counts. */
static void
test_notes (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  RingView *view = ring_drawing_get_view_by_kind (ring_design_get_drawing (design), RING_VIEW_FRONT);
  const char *notes = ring_layer_get_head (ring_view_get_layer_by_role (view, RING_ROLE_NOTES))->id;
  const char *layer;
  RingEdit *edit = ring_test_start (design, &layer);
  RingTally before, after;

  ring_tally_init (&before, ring_design_get_drawing (design), NULL, NULL);
  ring_test_add_stroke (edit, notes, "saaaaaaaaaaa1", RING_TEST_NOW_MS, 30000, 10);
  g_assert_true (ring_design_commit (design, edit));
  ring_tally_init (&after, ring_design_get_drawing (design), NULL, NULL);
  g_assert_cmpuint (after.n_strokes, ==, 0);
  g_assert_cmpuint (after.bits, ==, before.bits);
  g_assert_false (after.drawing_timed);
  g_assert_false (ring_tally_is_own (&after));
}

/* What is on a hidden layer was drawn, and is neither seen on the ring nor decides its scale. */
static void
test_hidden (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (GArray) shown = NULL;
  g_autoptr (GArray) hidden = NULL;
  g_autoptr (GArray) all = NULL;
  RingLayerHead head;
  const char *layer;
  RingEdit *edit = ring_test_start (design, &layer);

  ring_test_add_stroke (edit, layer, "saaaaaaaaaaa1", RING_TEST_NOW_MS, 30000, 10);
  g_assert_true (ring_design_commit (design, edit));
  shown = ring_drawn_list_front (ring_design_get_drawing (design));
  g_assert_cmpuint (shown->len, ==, 1);
  g_assert_cmpfloat (ring_drawn_extent (shown).x1 - ring_drawn_extent (shown).x0, >=, 9.9);

  edit = ring_test_start (design, &layer);
  head = *ring_layer_get_head (ring_view_get_layer_by_role (
      ring_drawing_get_view_by_kind (ring_design_get_drawing (design), RING_VIEW_FRONT), RING_ROLE_INK));
  head.visible = FALSE;
  g_assert_true (ring_edit_set_layer (edit, &head));
  g_assert_true (ring_design_commit (design, edit));
  all = ring_drawn_list (ring_design_get_drawing (design));
  hidden = ring_drawn_list_front (ring_design_get_drawing (design));
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpuint (hidden->len, ==, 0);
  g_assert_true (ring_rect_is_empty (ring_drawn_extent (hidden)));
}

/* "450 per year" is a number with its unit; words stand for themselves. */
static void
test_units (void)
{
  const RingMeasure copies = { .id = "copies", .unit = "per year" };
  const struct
  {
    const char *value, *text;
  } cases[] = {
    { "450", "450 per year" },
    { "55.4", "55.4 per year" },
    { "about one in 5 years", "about one in 5 years" },
    { NULL, "not recorded" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ring_measure_format (&copies, cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/difference/chosen", test_chosen);
  g_test_add_func ("/difference/words", test_words);
  g_test_add_func ("/difference/limited", test_limited);
  g_test_add_func ("/difference/blank", test_blank);
  g_test_add_func ("/difference/bench", test_bench);
  g_test_add_func ("/difference/nearest", test_nearest);
  g_test_add_func ("/difference/nearest-in-order", test_nearest_in_order);
  g_test_add_func ("/difference/stone-words", test_stone_words);
  g_test_add_func ("/difference/constructed", test_constructed);
  g_test_add_func ("/difference/engraved", test_engraved);
  g_test_add_func ("/difference/making", test_making);
  g_test_add_func ("/difference/price", test_price);
  g_test_add_func ("/difference/people", test_people);
  g_test_add_func ("/difference/rows", test_rows);
  g_test_add_func ("/difference/notes", test_notes);
  g_test_add_func ("/difference/hidden", test_hidden);
  g_test_add_func ("/difference/units", test_units);
  return ring_test_run ();
}
