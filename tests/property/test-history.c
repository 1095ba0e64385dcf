/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random steps in both modes: undoing all of them gives the first bytes again, redoing all of
 * them the last, whatever was done between. */

#include "random-edits.h"
#include "ring-changes.h"
#include "ring-revision.h"
#include "ring-svg.h"
#include "ring-test.h"

static char *
state_of (RingDesign *design)
{
  g_autoptr (GBytes) bytes = ring_svg_write (ring_design_get_drawing (design), RING_WRITE_DESIGN);
  gsize n;
  const char *data = g_bytes_get_data (bytes, &n);

  return g_strndup (data, n);
}

/* Tells the place where two states part, not all of both. */
static void
assert_same (const char *got, const char *expected)
{
  gsize at = 0;

  if (g_str_equal (got, expected))
    return;
  while (got[at] == expected[at])
    at++;
  at = at > 120 ? at - 120 : 0;
  g_error ("states part: got\n%.240s\nexpected\n%.240s", got + at, expected + at);
}

static void
test_undo_all (gconstpointer data)
{
  guint seed = GPOINTER_TO_UINT (data);
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autofree char *first = state_of (design);
  g_autofree char *last = NULL;
  g_autofree char *again = NULL;
  RingRandom random;

  g_test_message ("seed %u", seed);
  ring_random_init_seed (&random, seed);
  for (guint i = 0; i < 150; i++)
    random_edits_step (design, &random);
  /* The last step may have been an undo: the end is where nothing is left to redo. */
  while (ring_design_redo (design))
    ;
  last = state_of (design);

  while (ring_design_undo (design))
    ;
  again = state_of (design);
  assert_same (again, first);
  g_assert_false (ring_design_get_modified (design));

  while (ring_design_redo (design))
    ;
  g_free (again);
  again = state_of (design);
  assert_same (again, last);
}

/* What is read back is what was written, for the same random designs. */
static void
test_read_back (gconstpointer data)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autofree char *written = NULL;
  g_autofree char *again = NULL;
  g_autoptr (RingDrawing) drawing = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  RingRandom random;

  ring_random_init_seed (&random, GPOINTER_TO_UINT (data));
  for (guint i = 0; i < 100; i++)
    random_edits_step (design, &random);
  written = state_of (design);
  drawing = ring_svg_read (written, strlen (written), NULL, &error);
  g_assert_no_error (error);
  bytes = ring_svg_write (drawing, RING_WRITE_DESIGN);
  again = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  assert_same (again, written);
}

static char *
text_of_revision (const RingDrawing *drawing, const char *id)
{
  g_autoptr (RingDrawing) opened = ring_revision_open (drawing, id);
  g_autoptr (GBytes) bytes = ring_svg_write (opened, RING_WRITE_PLAIN);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Each revision in the file is the one in memory; and words are found for all that is another, and
 * none for what is not. */
static void
test_revisions (gconstpointer data)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (RingDrawing) back = NULL;
  g_autofree char *written = NULL;
  RingDrawing *drawing;
  RingRandom random;

  ring_random_init_seed (&random, GPOINTER_TO_UINT (data));
  for (guint i = 0; i < 150; i++)
    random_edits_step (design, &random);
  drawing = ring_design_get_drawing (design);
  written = state_of (design);
  back = ring_svg_read (written, strlen (written), NULL, NULL);
  list = ring_revision_list (drawing);
  for (guint i = 0; i < list->len; i++)
    {
      const char *id = ring_record_get_id (list->pdata[i]);
      const RingDrawing *state = ring_drawing_get_state (drawing, id);
      const RingDrawing *other
        = ring_drawing_get_state (drawing, ring_record_get_id (list->pdata[(i + 1) % list->len]));
      g_autoptr (GPtrArray) changes = ring_changes_list (state, other);
      g_autofree char *was = text_of_revision (drawing, id);
      g_autofree char *is = text_of_revision (back, id);

      assert_same (is, was);
      g_assert_cmpint (changes->len == 0, ==, ring_revision_is_same (state, other));
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);

  for (guint seed = 1; seed <= 12; seed++)
    {
      g_autofree char *undo = g_strdup_printf ("/history/undo-all/%u", seed);
      g_autofree char *revisions = g_strdup_printf ("/history/revisions/%u", seed);
      g_autofree char *read = g_strdup_printf ("/history/read-back/%u", seed);

      g_test_add_data_func (undo, GUINT_TO_POINTER (seed), test_undo_all);
      g_test_add_data_func (read, GUINT_TO_POINTER (seed + 100), test_read_back);
      g_test_add_data_func (revisions, GUINT_TO_POINTER (seed + 200), test_revisions);
    }
  return ring_test_run ();
}
