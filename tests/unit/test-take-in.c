/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is taken in: the record that one press makes, the risks, the metal that is in an alloy, and what of
 * a stone may not stand on a receipt. */
#include <string.h>

#include "ring-custody.h"
#include "ring-photo-list.h"
#include "ring-stone-note.h"
#include "ring-take-in.h"
#include "ring-test-model.h"
#include "ring-test.h"

static RingDesign *
new_design (const char *const *stone_fields)
{
  static const char *const client[] = { "client", "Ana Ruiz", NULL };
  RingDesign *design = ring_design_new ();
  g_autoptr (RingRecord) commission = ring_test_record (RING_RECORD_COMMISSION, "commission", client);
  g_autoptr (RingRecord) stone = ring_test_record (RING_RECORD_STONE, "tone", stone_fields);

  ring_test_set_record (design, commission);
  ring_test_set_record (design, stone);
  return design;
}

/* One step: whose it is, from whom, on which day, and the first line of its log with its weight. */
static void
test_begin (void)
{
  static const char *const fields[]
      = { "name", "Ruby", "carat", "1.58", "carat-measured", "measured", NULL };
  g_autoptr (RingDesign) design = new_design (fields);
  const RingDrawing *drawing;
  const RingRecord *record;
  g_autoptr (GArray) log = NULL;

  ring_test_commit (design, ring_take_in_begin (design, "tone"));
  drawing = ring_design_get_drawing (design);
  record = ring_take_in_find (drawing, "tone");
  g_assert_nonnull (record);
  g_assert_false (ring_take_in_is_metal (record));
  g_assert_cmpstr (ring_record_get (record, "from"), ==, "Ana Ruiz");
  g_assert_cmpuint (strlen (ring_record_get (record, "at")), ==, strlen ("2026-11-27"));
  g_assert_cmpstr (
      ring_record_get (ring_drawing_find_record (drawing, RING_RECORD_STONE, "tone"), "status"), ==, "own");
  log = ring_custody_list (drawing, "tone");
  g_assert_cmpuint (log->len, ==, 1);
  g_assert_cmpfloat (g_array_index (log, RingCustody, 0).carat, ==, 1.58);
  g_assert_true (ring_design_undo (design));
  g_assert_null (ring_take_in_find (ring_design_get_drawing (design), "tone"));
  g_assert_null (ring_drawing_find_record (ring_design_get_drawing (design), RING_RECORD_CUSTODY, NULL));
}

/* What the card and its log say already stays. */
static void
test_begin_again (void)
{
  static const char *const fields[] = { "status", "memo", NULL };
  g_autoptr (RingDesign) design = new_design (fields);
  g_autoptr (RingRecord) line
      = ring_custody_new ("u1", "tone", "weighed", "", "2", RING_TEST_NOW_MS, NULL);
  g_autoptr (GArray) log = NULL;

  ring_test_set_record (design, line);
  ring_test_commit (design, ring_take_in_begin (design, "tone"));
  log = ring_custody_list (ring_design_get_drawing (design), "tone");
  g_assert_cmpuint (log->len, ==, 1);
  g_assert_cmpstr (ring_record_get (ring_drawing_find_record (ring_design_get_drawing (design),
                                                              RING_RECORD_STONE, "tone"),
                                    "status"),
                   ==, "memo");
}

/* In the order of the list, whichever comes first; what this program does not know stays. */
static void
test_risks (void)
{
  static const char *const fields[] = { "stone", "tone", "risks", "flood heat", NULL };
  g_autoptr (RingRecord) record = ring_test_record (RING_RECORD_TAKE_IN, "a1", fields);
  g_autoptr (RingRecord) more = ring_take_in_with_risk (record, "unsetting", TRUE);
  g_autoptr (RingRecord) less = ring_take_in_with_risk (more, "heat", FALSE);

  g_assert_cmpstr (ring_record_get (more, "risks"), ==, "unsetting heat flood");
  g_assert_cmpstr (ring_record_get (less, "risks"), ==, "unsetting flood");
  g_assert_true (ring_take_in_has_risk (less, "unsetting"));
  g_assert_false (ring_take_in_has_risk (less, "heat"));
  g_assert_false (ring_take_in_has_risk (less, "set"));
}

static const struct
{
  const char *weight, *fineness;
  double fine; /* 0 for unknown */
} metals[] = {
  { "10", "585", 5.85 }, { "7.85", "750", 5.8875 }, { "3", "999", 2.997 }, { "10", NULL, 0 },
  { NULL, "585", 0 },    { "-4", "585", 0 },        { "10", "1400", 0 },   { "9e9", "585", 0 },
  { "ten", "585", 0 },
};

static void
test_fine (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (metals); i++)
    {
      g_autoptr (RingRecord) record = ring_record_new (RING_RECORD_TAKE_IN, "a1");
      double grams;

      ring_record_set (&record, "weight", metals[i].weight);
      ring_record_set (&record, "fineness", metals[i].fineness);
      g_assert_true (ring_take_in_is_metal (record));
      g_assert_cmpint (ring_take_in_get_fine (record, &grams), ==, metals[i].fine > 0);
      g_assert_cmpfloat_with_epsilon (grams, metals[i].fine, 1e-9);
    }
}

/* Nobody tells a client on paper what the card does not bear out. */
static const struct
{
  const char *text;
  gboolean prints;
} words[] = {
  { "A chip of 0.4 mm at the girdle", TRUE },
  { "In a ring of 585 gold, six claws", TRUE },
  { "A flawless natural diamond", FALSE },
  { "untreated", FALSE },
  { "Conflict-free, said the aunt", FALSE },
  { "Looks like synthetic ruby", FALSE },
};

static void
test_may_print (void)
{
  static const char *const fields[] = { "species", "diamond", "status", "own", NULL };
  g_autoptr (RingRecord) stone = ring_test_record (RING_RECORD_STONE, "tone", fields);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *reason = NULL;

      g_test_message ("%s", words[i].text);
      g_assert_cmpint (ring_take_in_may_print (stone, words[i].text, RING_TEST_NOW_MS, &reason), ==,
                       words[i].prints);
      g_assert_cmpint (reason == NULL, ==, words[i].prints);
      /* Metal is no stone. */
      g_assert_true (ring_take_in_may_print (NULL, words[i].text, RING_TEST_NOW_MS, NULL));
    }
}

/* One of several for its own receipt; and with the stone goes that it was taken in. */
static void
test_only_and_gone (void)
{
  static const char *const fields[] = { "name", "Ruby", NULL };
  g_autoptr (RingDesign) design = new_design (fields);
  g_autoptr (RingDrawing) only = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) left = NULL;
  RingEdit *edit;

  ring_test_commit (design, ring_take_in_begin (design, "tone"));
  ring_test_commit (design, ring_take_in_begin (design, NULL));
  all = ring_take_in_list (ring_design_get_drawing (design), FALSE);
  g_assert_cmpuint (all->len, ==, 2);
  only = ring_take_in_only (ring_design_get_drawing (design), ring_record_get_id (all->pdata[1]));
  left = ring_take_in_list (only, FALSE);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_true (ring_take_in_is_metal (left->pdata[0]));
  edit = ring_edit_new (ring_design_get_drawing (design), "Remove");
  ring_stone_note_remove (edit, "tone");
  ring_test_commit (design, edit);
  g_assert_null (ring_take_in_find (ring_design_get_drawing (design), "tone"));
  edit = ring_take_in_remove (design, ring_record_get_id (left->pdata[0]));
  ring_test_commit (design, edit);
  g_assert_null (ring_drawing_find_record (ring_design_get_drawing (design), RING_RECORD_TAKE_IN, NULL));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/take-in/begin", test_begin);
  g_test_add_func ("/take-in/begin-again", test_begin_again);
  g_test_add_func ("/take-in/risks", test_risks);
  g_test_add_func ("/take-in/fine", test_fine);
  g_test_add_func ("/take-in/may-print", test_may_print);
  g_test_add_func ("/take-in/only-and-gone", test_only_and_gone);
  return ring_test_run ();
}
