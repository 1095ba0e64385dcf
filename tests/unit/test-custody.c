/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The custody log: a weight that changes on its way is told, and a cutter explains a loss. */
#include "ring-custody.h"
#include "ring-error.h"
#include "ring-stone-note.h"
#include "ring-test-model.h"
#include "ring-test.h"

typedef struct
{
  const char *event, *carat;
  double change;
  gboolean flagged;
} Line;

static RingDesign *
new_design (const Line *lines, guint n)
{
  RingDesign *design = ring_design_new ();
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Log");
  g_autoptr (RingRecord) stone = ring_record_new (RING_RECORD_STONE, "tstone");
  g_autoptr (RingRecord) other = ring_custody_new ("uother", "tother", "weighed", "", "9", RING_TEST_NOW_MS, NULL);

  ring_edit_set_record (edit, stone);
  ring_edit_set_record (edit, other);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("u%u", i);
      GError *error = NULL;
      g_autoptr (RingRecord) record = ring_custody_new (id, "tstone", lines[i].event, "Ana Ruiz", lines[i].carat,
                                                        RING_TEST_NOW_MS, &error);

      g_assert_no_error (error);
      ring_edit_set_record (edit, record);
    }
  ring_test_commit (design, edit);
  return design;
}

static void
check (const Line *lines, guint n)
{
  g_autoptr (RingDesign) design = new_design (lines, n);
  g_autoptr (GArray) list = ring_custody_list (ring_design_get_drawing (design), "tstone");

  g_assert_cmpuint (list->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const RingCustody *line = &g_array_index (list, RingCustody, i);

      g_test_message ("%u %s", i, lines[i].event);
      g_assert_cmpstr (ring_record_get (line->record, "event"), ==, lines[i].event);
      g_assert_cmpfloat_with_epsilon (line->change, lines[i].change, 1e-9);
      g_assert_cmpint (line->flagged, ==, lines[i].flagged);
    }
}

/* The scales' last digit is no finding; one more is. */
static void
test_weights (void)
{
  static const Line lines[] = {
    { "received", "1.58", 0, FALSE },      { "vault", "", 0, FALSE },
    { "weighed", "1.59", 0.01, FALSE },    { "setter", "1.57", -0.02, TRUE },
    { "back", "~1.2", 0, FALSE },          { "weighed", "1.57", 0, FALSE },
    { "weighed", "1.59", 0.02, TRUE },
  };

  check (lines, G_N_ELEMENTS (lines));
}

/* A stone comes lighter from the cutter, never heavier, and only once. */
static void
test_recut (void)
{
  static const Line lines[] = {
    { "received", "2.80", 0, FALSE },   { "cutter", "2.80", 0, FALSE },
    { "recut", "1.90", -0.9, FALSE },   { "set", "1.85", -0.05, TRUE },
    { "recut", "", 0, FALSE },          { "weighed", "1.70", -0.15, FALSE },
    { "recut", "1.75", 0.05, TRUE },
  };

  check (lines, G_N_ELEMENTS (lines));
}

static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ring_custody_new ("u", "t", "weighed", "", "heavy", RING_TEST_NOW_MS, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
}

static void
test_fields (void)
{
  g_autoptr (RingRecord) record
      = ring_custody_new ("u1", "tstone", "setter", "Ben", "1.5", RING_TEST_NOW_MS, NULL);

  g_assert_cmpstr (ring_record_get (record, "at"), ==, "2026-11-22T10:15:00Z");
  g_assert_cmpstr (ring_record_get (record, "who"), ==, "Ben");
  g_assert_cmpstr (ring_record_get (record, "carat"), ==, "1.5");
  g_assert_cmpstr (ring_custody_label (record), ==, "To the setter");
}

/* A stone that goes takes its log with it, and not that of another. */
static void
test_remove (void)
{
  static const Line lines[] = { { "received", "1.58", 0, FALSE }, { "set", "", 0, FALSE } };
  g_autoptr (RingDesign) design = new_design (lines, G_N_ELEMENTS (lines));
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Remove");
  g_autoptr (GArray) list = NULL;

  ring_stone_note_remove (edit, "tstone");
  ring_test_commit (design, edit);
  g_assert_cmpstr (ring_record_get_id (
                       ring_drawing_find_record (ring_design_get_drawing (design), RING_RECORD_CUSTODY, NULL)),
                   ==, "uother");
  g_assert_true (ring_design_undo (design));
  list = ring_custody_list (ring_design_get_drawing (design), "tstone");
  g_assert_cmpuint (list->len, ==, 2);
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/custody/weights", test_weights);
  g_test_add_func ("/custody/recut", test_recut);
  g_test_add_func ("/custody/refused", test_refused);
  g_test_add_func ("/custody/fields", test_fields);
  g_test_add_func ("/custody/remove", test_remove);
  return ring_test_run ();
}
