/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each of the twelve flags raised, clear and unknown, with the record that its evidence cites. */
#include "ring-design.h"
#include "ring-difference.h"
#include "ring-test-house.h"
#include "ring-test.h"

#include <string.h>

#define DAYS(ordered, promised) { RING_RECORD_COMMISSION, { "ordered", ordered, "promised", promised } }
#define PRICES(quote) { RING_RECORD_COMMISSION, { "material", "1800", "labour", "1200", "quote", quote } }
#define SAID(who) { RING_RECORD_ENTRY, { "who", who, "text", "Low" } }
#define STONE(provenance) { RING_RECORD_STONE, { "species", "Ruby", "provenance", provenance } }
#define MADE(pieces) { RING_RECORD_MAKING, { "mould", "none", "pieces", pieces } }
#define PART(method) { RING_RECORD_PART, { "name", "Shank", "method", method } }
#define DONE(what) { RING_RECORD_OPERATION, { "what", what, "by", "hand" } }

/* FROM_MENU: the ring is one of the house's, chosen in 41 s; DRAWN_MS: of a stroke, 0 for none. */
typedef struct
{
  const char *flag;
  RingFlagState state;
  RingWord word;
  gboolean from_menu;
  guint drawn_ms;
  const char *engraving;
  gboolean limited;
  RingTestTold told[4];
  const char *cites; /* the kind of record; NULL for none */
  const char *says;  /* in the evidence */
} Case;

static const Case cases[] = {
  /* 41 s are under a minute; 41 s and 19 s of drawing are not; an empty design says nothing. */
  { "minute", RING_FLAG_RAISED, RING_WORD_CUSTOM, TRUE, 18000, .cites = RING_RECORD_CHOICE, .says = "59 s" },
  { "minute", RING_FLAG_CLEAR, RING_WORD_CUSTOM, TRUE, 19000, .cites = RING_RECORD_CHOICE, .says = "1 min" },
  { "minute", RING_FLAG_CLEAR, RING_WORD_CUSTOM, FALSE, 60000, .cites = RING_CITES_STROKE, .says = "1 min" },
  { "minute", RING_FLAG_UNKNOWN, RING_WORD_CUSTOM, FALSE, 0, .says = "No time is recorded" },
  /* Material 1800 and least labour 1200 make 3000: at it is raised, above it not. */
  { "price", RING_FLAG_RAISED, RING_WORD_CUSTOM, FALSE, 0, .told = { PRICES ("3000") },
    .cites = RING_RECORD_COMMISSION, .says = "3000" },
  { "price", RING_FLAG_CLEAR, RING_WORD_CUSTOM, FALSE, 0, .told = { PRICES ("3000.01") },
    .cites = RING_RECORD_COMMISSION, .says = "3000.01" },
  { "price", RING_FLAG_UNKNOWN, RING_WORD_CUSTOM, FALSE, 0, .told = { PRICES (NULL) },
    .cites = RING_RECORD_COMMISSION, .says = "not all recorded" },
  { "exchange", RING_FLAG_RAISED, RING_WORD_CUSTOM, TRUE, 0, .says = "form and automatic mail" },
  { "exchange", RING_FLAG_CLEAR, RING_WORD_CUSTOM, TRUE, 0, .told = { SAID ("client"), SAID ("jeweler") },
    .cites = RING_RECORD_ENTRY, .says = "by the client 1, by the jeweler 1" },
  { "exchange", RING_FLAG_UNKNOWN, RING_WORD_CUSTOM, FALSE, 5, .told = { SAID ("client") },
    .cites = RING_RECORD_ENTRY, .says = "both sides" },
  /* Handwork takes 20 days here; the halo of the house ships in 10, October has 31. */
  { "promised", RING_FLAG_RAISED, RING_WORD_CUSTOM, TRUE, 0, .says = "10 working days" },
  { "promised", RING_FLAG_RAISED, RING_WORD_HANDMADE, FALSE, 5, .told = { DAYS ("2026-10-15", "2026-11-03") },
    .cites = RING_RECORD_COMMISSION, .says = "19 days" },
  { "promised", RING_FLAG_CLEAR, RING_WORD_CUSTOM, FALSE, 5, .told = { DAYS ("2026-10-15", "2026-11-04") },
    .cites = RING_RECORD_COMMISSION, .says = "20 days" },
  { "promised", RING_FLAG_UNKNOWN, RING_WORD_CUSTOM, FALSE, 5, .told = { DAYS ("2026-10-15", NULL) },
    .cites = RING_RECORD_COMMISSION, .says = "not both recorded" },
  { "parts", RING_FLAG_RAISED, RING_WORD_CUSTOM, TRUE, 0, .says = "#" },
  { "parts", RING_FLAG_CLEAR, RING_WORD_CUSTOM, TRUE, 5, .cites = RING_CITES_STROKE, .says = "strokes 1" },
  { "parts", RING_FLAG_UNKNOWN, RING_WORD_CUSTOM, FALSE, 0, .says = "Nothing" },
  { "engraving", RING_FLAG_RAISED, RING_WORD_PERSONALISED, TRUE, 0, "FOREVER", .cites = RING_RECORD_CHOICE,
    .says = "FOREVER" },
  { "engraving", RING_FLAG_CLEAR, RING_WORD_PERSONALISED, TRUE, 5, "FOREVER", .cites = RING_RECORD_CHOICE,
    .says = "Beside the engraving" },
  { "engraving", RING_FLAG_UNKNOWN, RING_WORD_PERSONALISED, FALSE, 0, .says = "Nothing" },
  /* The switch on the menu is a claim of its own. */
  { "limited", RING_FLAG_RAISED, RING_WORD_CONFIGURED, TRUE, 0, .limited = TRUE, .cites = RING_RECORD_CHOICE,
    .says = "can be ordered by anybody" },
  { "limited", RING_FLAG_CLEAR, RING_WORD_CUSTOM, TRUE, 0, .cites = RING_RECORD_CHOICE, .says = "not called" },
  { "limited", RING_FLAG_UNKNOWN, RING_WORD_CUSTOM, FALSE, 0, .says = "Nothing" },
  { "stone", RING_FLAG_RAISED, RING_WORD_CUSTOM, FALSE, 5, .told = { STONE ("heirloom"), STONE ("mined-reported") },
    .cites = RING_RECORD_STONE, .says = "without a documented source: 1" },
  { "stone", RING_FLAG_RAISED, RING_WORD_CUSTOM, TRUE, 0, .says = "calibrated lot" },
  { "stone", RING_FLAG_CLEAR, RING_WORD_CUSTOM, FALSE, 5, .told = { STONE ("heirloom") },
    .cites = RING_RECORD_STONE, .says = "Named stones: 1" },
  { "stone", RING_FLAG_UNKNOWN, RING_WORD_CUSTOM, FALSE, 5, .told = { STONE (NULL) },
    .cites = RING_RECORD_STONE, .says = "Named stones: 1" },
  { "story", RING_FLAG_RAISED, RING_WORD_CUSTOM, TRUE, 0, .says = "says everything about it" },
  { "story", RING_FLAG_CLEAR, RING_WORD_CUSTOM, TRUE, 0,
    .told = { { RING_RECORD_COMMISSION, { "story", "Her grandmother's" } } }, .cites = RING_RECORD_COMMISSION,
    .says = "is recorded" },
  { "story", RING_FLAG_UNKNOWN, RING_WORD_CUSTOM, FALSE, 0, .says = "Nothing" },
  /* 1000 * 3/4 round * 3/5 halo = 450 a year. */
  { "twins", RING_FLAG_RAISED, RING_WORD_CUSTOM, TRUE, 0, .says = "450" },
  { "twins", RING_FLAG_RAISED, RING_WORD_CUSTOM, FALSE, 5, .told = { MADE ("2") }, .cites = RING_RECORD_MAKING,
    .says = "2 pieces" },
  { "twins", RING_FLAG_CLEAR, RING_WORD_CUSTOM, FALSE, 5, .told = { MADE ("1"), PART ("fabricated") },
    .cites = RING_RECORD_MAKING, .says = "One piece" },
  { "twins", RING_FLAG_UNKNOWN, RING_WORD_CUSTOM, FALSE, 5, .says = "not recorded" },
  { "handmade", RING_FLAG_RAISED, RING_WORD_HANDMADE, TRUE, 0, .says = "16 CFR 23.3" },
  { "handmade", RING_FLAG_RAISED, RING_WORD_HANDMADE, FALSE, 5, .told = { PART ("printed") },
    .cites = RING_RECORD_PART, .says = "printed or milled" },
  { "handmade", RING_FLAG_CLEAR, RING_WORD_HANDMADE, FALSE, 5,
    .told = { PART ("fabricated"), DONE ("forming"), DONE ("finishing") }, .cites = RING_RECORD_PART,
    .says = "Every part is from sheet" },
  { "handmade", RING_FLAG_UNKNOWN, RING_WORD_HANDMADE, FALSE, 5, .told = { PART ("carved") },
    .cites = RING_RECORD_PART, .says = "disputed" },
  { "custom", RING_FLAG_RAISED, RING_WORD_BESPOKE, TRUE, 0, .cites = RING_RECORD_CHOICE, .says = "2011/83" },
  { "custom", RING_FLAG_CLEAR, RING_WORD_BESPOKE, TRUE, 5, .cites = RING_RECORD_CHOICE, .says = "strokes 1" },
  { "custom", RING_FLAG_UNKNOWN, RING_WORD_BESPOKE, FALSE, 0, .says = "Nothing" },
};

static RingDesign *
make_design (const Case *c, RingCatalogue *house)
{
  RingDesign *design
      = c->from_menu ? ring_test_new_chosen (house, c->engraving, c->limited) : ring_design_new ();
  const char *layer;
  RingEdit *edit = ring_test_start (design, &layer);

  if (c->drawn_ms > 0)
    ring_test_add_stroke (edit, layer, "saaaaaaaaaaa1", RING_TEST_NOW_MS, c->drawn_ms, 10);
  for (guint i = 0; i < G_N_ELEMENTS (c->told) && c->told[i].kind != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("xaaaaaaaaaaa%u", i);

      ring_test_set (edit, c->told[i].kind, id, c->told[i].fields);
    }
  if (ring_edit_is_empty (edit))
    ring_edit_unref (edit);
  else
    g_assert_true (ring_design_commit (design, edit));
  return design;
}

static const RingFlag *
find_flag (const RingDifference *difference, const char *id)
{
  for (guint i = 0; i < ring_difference_get_n_flags (difference); i++)
    if (g_str_equal (ring_difference_get_flag (difference, i)->id, id))
      return ring_difference_get_flag (difference, i);
  g_error ("There is no flag %s", id);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (RingCatalogue) house = ring_test_house_new ();
  g_autoptr (RingDesign) design = make_design (c, house);
  g_autoptr (RingDifference) difference
      = ring_difference_new_full (ring_design_get_drawing (design), house, &(RingWord){ c->word }, NULL);
  const RingFlag *flag = find_flag (difference, c->flag);

  g_test_message ("%s: %s", flag->label, flag->evidence);
  g_assert_cmpstr (ring_flag_state_id (flag->state), ==, ring_flag_state_id (c->state));
  g_assert_nonnull (strstr (flag->evidence, c->says));
  g_assert_cmpstr (flag->kind, ==, c->cites);
  if (g_strcmp0 (flag->kind, RING_CITES_STROKE) == 0)
    g_assert_nonnull (ring_drawing_find_item (ring_design_get_drawing (design), flag->record, NULL, NULL));
  else if (flag->kind != NULL)
    g_assert_nonnull (ring_drawing_find_record (ring_design_get_drawing (design), flag->kind, flag->record));
}

/* Of each flag there is a case for each state, so that none goes untried. */
static void
test_complete (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingDifference) difference = ring_difference_new (ring_design_get_drawing (design), NULL);

  g_assert_cmpuint (ring_difference_get_n_flags (difference), ==, 12);
  for (guint i = 0; i < 12; i++)
    for (guint state = RING_FLAG_UNKNOWN; state <= RING_FLAG_RAISED; state++)
      {
        guint n = 0;

        for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
          n += g_str_equal (cases[k].flag, ring_difference_get_flag (difference, i)->id) && cases[k].state == state;
        g_assert_cmpuint (n, >=, 1);
      }
}

/* The stone that raises the flag is the one that is cited, and not the first. */
static void
test_cited_stone (void)
{
  const RingTestTold told[] = { STONE ("heirloom"), STONE ("mined-reported") };
  g_autoptr (RingDesign) design = ring_test_new_told (told, G_N_ELEMENTS (told));
  g_autoptr (RingDifference) difference
      = ring_difference_new_full (ring_design_get_drawing (design), NULL, &(RingWord){ RING_WORD_CUSTOM }, NULL);

  g_assert_cmpstr (find_flag (difference, "stone")->record, ==, "xaaaaaaaaaaa1");
}

/* A library with the same drawing raises it, whatever the making record says; one without is said, and proves nothing of
 * the world. */
static void
test_library (void)
{
  const RingTestTold told[] = { MADE ("1"), PART ("fabricated") };
  const char *const none[] = { NULL };
  const char *const some[] = { "lind.ring.svg", "ruiz.ring.svg", NULL };
  const RingTwins alone = { 41, none }, twins = { 41, some };
  const RingWord word = RING_WORD_CUSTOM;
  g_autoptr (RingDesign) design = ring_test_new_told (told, G_N_ELEMENTS (told));
  RingDrawing *drawing = ring_design_get_drawing (design);
  g_autoptr (RingDifference) clear = ring_difference_new_full (drawing, NULL, &word, &alone);
  g_autoptr (RingDifference) raised = ring_difference_new_full (drawing, NULL, &word, &twins);

  g_assert_cmpint (find_flag (clear, "twins")->state, ==, RING_FLAG_CLEAR);
  g_assert_nonnull (strstr (find_flag (clear, "twins")->evidence, "library of 41 other designs"));
  g_assert_cmpint (find_flag (raised, "twins")->state, ==, RING_FLAG_RAISED);
  g_assert_nonnull (strstr (find_flag (raised, "twins")->evidence, "lind.ring.svg, ruiz.ring.svg"));
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path
          = g_strdup_printf ("/flags/%s/%s/%u", cases[i].flag, ring_flag_state_id (cases[i].state), i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/flags/complete", test_complete);
  g_test_add_func ("/flags/cited-stone", test_cited_stone);
  g_test_add_func ("/flags/library", test_library);
  return ring_test_run ();
}
