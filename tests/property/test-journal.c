/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal of random steps: read back it gives the same design and the same undo; torn at any
 * byte it gives what was whole; killed at any moment it gives at least what was promised. */

#include "random-edits.h"
#include "ring-edit-text.h"
#include "ring-error.h"
#include "ring-restored.h"
#include "ring-svg.h"
#include "ring-test.h"

#include <glib/gstdio.h>
#include <string.h>

/* -------------------------------------------------- a journal without threads */

typedef struct
{
  RingDesign *design;
  RingJournal *journal;
  GArray *ends; /* of goffset: the journal's length after each step */
} Log;

static void
changed_cb (RingDesign *design, RingEdit *edit, gboolean reverted, Log *log)
{
  static const RingJournalKind kinds[]
    = { RING_JOURNAL_BASE, RING_JOURNAL_EDIT, RING_JOURNAL_MERGED, RING_JOURNAL_UNDO,
        RING_JOURNAL_REDO };
  RingStep step = ring_design_get_step (design);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  goffset end;

  if (edit == NULL && step == RING_STEP_COMMITTED)
    edit = ring_history_peek_back (ring_design_get_history (design));
  if (step == RING_STEP_COMMITTED || step == RING_STEP_MERGED)
    ring_edit_to_text (edit, ring_drawing_get_extra (ring_design_get_drawing (design)), NULL, text);
  ring_journal_append (log->journal, kinds[step], text->str, text->len, NULL, &error);
  g_assert_no_error (error);
  end = ring_journal_get_length (log->journal);
  g_array_append_val (log->ends, end);
}

static void
log_open (Log *log, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) base = NULL;
  RingJournalFile file = { .uri = (char *) "", .clean = TRUE };

  log->design = ring_design_new ();
  log->journal = ring_journal_create (folder, &error);
  g_assert_no_error (error);
  log->ends = g_array_new (FALSE, FALSE, sizeof (goffset));
  bytes = ring_svg_write (ring_design_get_drawing (log->design), RING_WRITE_DESIGN);
  base = ring_journal_file_to_data (&file, bytes);
  g_assert_true (ring_journal_append (log->journal, RING_JOURNAL_BASE,
                                      g_bytes_get_data (base, NULL), g_bytes_get_size (base), NULL,
                                      NULL));
  g_signal_connect (log->design, "changed", G_CALLBACK (changed_cb), log);
}

static void
log_close (Log *log)
{
  g_clear_pointer (&log->journal, ring_journal_close);
  g_clear_pointer (&log->ends, g_array_unref);
  g_clear_object (&log->design);
}

static char *
state_of (const RingDrawing *drawing)
{
  g_autoptr (GBytes) bytes = ring_svg_write (drawing, RING_WRITE_DESIGN);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_state (const RingDrawing *got, const char *expected)
{
  g_autofree char *text = state_of (got);
  gsize at = 0;

  if (g_str_equal (text, expected))
    return;
  while (text[at] == expected[at])
    at++;
  at = at > 120 ? at - 120 : 0;
  g_error ("states part: got\n%.240s\nexpected\n%.240s", text + at, expected + at);
}

static RingRestored *
restore (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RingJournal) journal = ring_journal_open (path, &error);
  RingRestored *restored;

  g_assert_no_error (error);
  restored = ring_restored_read (journal, &error);
  g_assert_no_error (error);
  return restored;
}

/* ------------------------------------------------------------------- tests */

/* The same design, and the same at every step of undo and redo. */
static void
test_round_trip (gconstpointer data)
{
  g_autofree char *folder = ring_test_make_folder ();
  g_autoptr (RingRestored) restored = NULL;
  g_autoptr (RingDesign) again = ring_design_new ();
  g_autofree char *path = NULL;
  RingRandom random;
  Log log;

  g_test_message ("seed %u", GPOINTER_TO_UINT (data));
  ring_random_init_seed (&random, GPOINTER_TO_UINT (data));
  log_open (&log, folder);
  for (guint i = 0; i < 120; i++)
    random_edits_step (log.design, &random);
  path = g_strdup (ring_journal_get_path (log.journal));
  g_clear_pointer (&log.journal, ring_journal_close);
  g_signal_handlers_disconnect_by_data (log.design, &log);

  restored = restore (path);
  g_assert_false (restored->broken);
  g_assert_cmpint (ring_restored_is_unsaved (restored), ==, ring_design_get_modified (log.design));
  ring_design_restore (again, restored->drawing, g_steal_pointer (&restored->history));
  for (;;)
    {
      g_autofree char *expected = state_of (ring_design_get_drawing (log.design));

      assert_state (ring_design_get_drawing (again), expected);
      g_assert_cmpint (ring_design_get_can_undo (again), ==, ring_design_get_can_undo (log.design));
      g_assert_cmpstr (ring_design_get_undo_label (again), ==,
                       ring_design_get_undo_label (log.design));
      if (!ring_design_undo (log.design))
        break;
      g_assert_true (ring_design_undo (again));
    }
  while (ring_design_redo (log.design))
    g_assert_true (ring_design_redo (again));
  {
    g_autofree char *expected = state_of (ring_design_get_drawing (log.design));

    assert_state (ring_design_get_drawing (again), expected);
  }
  log_close (&log);
}

/* Every byte where records meet, and in the long run everywhere. */
static gboolean
is_worth_a_cut (const Log *log, goffset base, goffset at)
{
  if (ring_test_rounds (1) > 1 || at % 499 == 0 || ABS (at - base) < 14)
    return TRUE;
  for (guint i = 0; i < log->ends->len; i++)
    if (ABS (at - g_array_index (log->ends, goffset, i)) < 14)
      return TRUE;
  return FALSE;
}

/* Torn at any byte: what was whole before it is there, and writing goes on from it. */
static void
test_torn (void)
{
  g_autofree char *folder = ring_test_make_folder ();
  g_autofree char *torn = g_build_filename (folder, "torn" RING_JOURNAL_SUFFIX, NULL);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) whole = NULL;
  RingRandom random;
  goffset base;
  gsize length;
  Log log;

  ring_random_init_seed (&random, 77);
  log_open (&log, folder);
  base = ring_journal_get_length (log.journal);
  g_ptr_array_add (states, state_of (ring_design_get_drawing (log.design)));
  while (log.ends->len < 8)
    {
      guint had = log.ends->len;

      random_edits_step (log.design, &random);
      /* One step of the generator may be an undo and a redo. */
      for (; had + 1 < log.ends->len; had++)
        g_ptr_array_add (states, NULL);
      if (had < log.ends->len)
        g_ptr_array_add (states, state_of (ring_design_get_drawing (log.design)));
    }
  whole = ring_test_read (ring_journal_get_path (log.journal));
  length = g_bytes_get_size (whole);
  for (gsize cut = 0; cut <= length; cut++)
    {
      g_autoptr (RingJournal) journal = NULL;
      g_autoptr (RingRestored) restored = NULL;
      guint n = 0;

      if (!is_worth_a_cut (&log, base, (goffset) cut))
        continue;
      ring_test_write (torn, g_bytes_get_data (whole, NULL), (gssize) cut);
      journal = ring_journal_open (torn, NULL);
      restored = journal != NULL ? ring_restored_read (journal, NULL) : NULL;
      g_assert_cmpint (restored != NULL, ==, (goffset) cut >= base);
      if (restored == NULL)
        continue;
      while (n < log.ends->len && g_array_index (log.ends, goffset, n) <= (goffset) cut)
        n++;
      g_assert_false (restored->broken);
      if (g_ptr_array_index (states, n) != NULL)
        assert_state (restored->drawing, g_ptr_array_index (states, n));
      g_assert_true (ring_journal_cut (journal, NULL));
      g_assert_cmpint (ring_journal_get_length (journal), ==,
                       n > 0 ? g_array_index (log.ends, goffset, n - 1) : base);
      g_assert_true (ring_journal_append (journal, RING_JOURNAL_DRAFT, NULL, 0, NULL, NULL));
    }
  log_close (&log);
}

/* A bit that fell over anywhere in the steps costs what follows, and nothing before. */
static void
test_flipped (void)
{
  g_autofree char *folder = ring_test_make_folder ();
  g_autofree char *path = NULL;
  g_autofree char *other = g_build_filename (folder, "other" RING_JOURNAL_SUFFIX, NULL);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *data = NULL;
  gsize length;
  RingRandom random;
  goffset base;
  Log log;

  ring_random_init_seed (&random, 5);
  log_open (&log, folder);
  base = ring_journal_get_length (log.journal);
  for (guint i = 0; i < 10; i++)
    random_edits_step (log.design, &random);
  path = g_strdup (ring_journal_get_path (log.journal));
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  for (guint round = 0; round < ring_test_rounds (150); round++)
    {
      gsize at = (gsize) base + (gsize) (ring_random_next (&random) % (length - (gsize) base));
      g_autoptr (RingRestored) restored = NULL;
      g_autoptr (RingJournal) journal = NULL;
      guint n = 0;

      data[at] ^= (char) (1 << (ring_random_next (&random) % 8));
      ring_test_write (other, data, (gssize) length);
      g_clear_pointer (&data, g_free);
      g_assert_true (g_file_get_contents (path, &data, &length, NULL));
      journal = ring_journal_open (other, NULL);
      restored = ring_restored_read (journal, NULL);
      g_assert_nonnull (restored);
      while (n < log.ends->len && g_array_index (log.ends, goffset, n) <= (goffset) at)
        n++;
      g_assert_true (ring_journal_cut (journal, NULL));
      g_assert_cmpint (ring_journal_get_length (journal), ==,
                       n > 0 ? g_array_index (log.ends, goffset, n - 1) : base);
    }
  log_close (&log);
}

/* One program at a time, and none when it has ended. */
static void
test_lock (void)
{
  g_autofree char *folder = ring_test_make_folder ();
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) left = NULL;
  RingJournal *second;
  Log log;

  log_open (&log, folder);
  path = g_strdup (ring_journal_get_path (log.journal));
  second = ring_journal_open (path, &error);
  g_assert_null (second);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  left = ring_journal_list_left (folder);
  g_assert_cmpuint (left->len, ==, 0);
  g_clear_pointer (&left, g_ptr_array_unref);

  g_clear_pointer (&log.journal, ring_journal_close);
  left = ring_journal_list_left (folder);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (left, 0), ==, path);
  second = ring_journal_open (path, NULL);
  g_assert_nonnull (second);
  ring_journal_remove (second);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_signal_handlers_disconnect_by_data (log.design, &log);
  log_close (&log);
}

/* What another program wrote on a view is on it again when the journal brings it back. */
static void
test_view_of_others (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (GBytes) bytes = ring_svg_write (ring_design_get_drawing (design), RING_WRITE_DESIGN);
  g_autoptr (GString) svg = g_string_new_len (g_bytes_get_data (bytes, NULL),
                                              (gssize) g_bytes_get_size (bytes));
  g_autoptr (RingDrawing) drawing = NULL;
  g_autoptr (RingDrawing) without = NULL;
  g_autoptr (RingDrawing) again = NULL;
  g_autoptr (RingEditText) parsed = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const char *const *extra;
  RingEdit *edit;
  const char *id;

  g_string_replace (svg, "<svg ", "<svg xmlns:o=\"urn:other\" ", 1);
  g_string_replace (svg, "rw:view=\"strip\"", "rw:view=\"strip\" o:tag=\"kept\"", 1);
  drawing = ring_svg_read (svg->str, svg->len, NULL, &error);
  g_assert_no_error (error);
  id = ring_view_get_head (ring_drawing_get_view_by_kind (drawing, RING_VIEW_STRIP))->id;
  edit = ring_edit_new (drawing, "Remove View");
  g_assert_true (ring_edit_remove_view (edit, id));
  without = ring_drawing_ref (ring_edit_get_result (edit));
  ring_edit_to_text (edit, ring_drawing_get_extra (drawing), NULL, text);
  ring_edit_unref (edit);
  parsed = ring_edit_text_read (text->str, text->len, NULL, &error);
  g_assert_no_error (error);
  edit = ring_edit_text_build_loose (parsed);
  again = ring_edit_try_apply (edit, without, TRUE);
  g_assert_nonnull (again);
  extra = ring_view_get_extra (ring_drawing_get_view_by_kind (again, RING_VIEW_STRIP));
  g_assert_nonnull (extra);
  g_assert_cmpstr (extra[0], ==, "o:tag");
  g_assert_cmpstr (extra[1], ==, "kept");
  ring_edit_unref (edit);
}

/* Neither a foreign file nor a folder is taken for a journal, and steps that do not fit are said
 * so. */
static void
test_not_ours (void)
{
  g_autofree char *folder = ring_test_make_folder ();
  g_autofree char *text = g_build_filename (folder, "a" RING_JOURNAL_SUFFIX, NULL);
  g_autofree char *sub = g_build_filename (folder, "b" RING_JOURNAL_SUFFIX, NULL);
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  static const char *const broken[] = {
    "", "step x\n", "step x\n\n<svg", "step x\nitem nowhere 0 - s1\n\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "\n\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "step x\nrecord 5 stone -\n\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "step x\nrecord -1 - -\n\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "step x\nlayer l\n\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "step x\nwhat\n\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
  };

  ring_test_write (text, "a poem", -1);
  g_assert_cmpint (g_mkdir (sub, 0700), ==, 0);
  left = ring_journal_list_left (folder);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_true (g_file_test (text, G_FILE_TEST_EXISTS));
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_assert_null (ring_edit_text_read (broken[i], strlen (broken[i]), NULL, &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);

  for (guint seed = 1; seed <= 12; seed++)
    {
      g_autofree char *name = g_strdup_printf ("/journal/round-trip/%u", seed);

      g_test_add_data_func (name, GUINT_TO_POINTER (seed), test_round_trip);
    }
  g_test_add_func ("/journal/view-of-others", test_view_of_others);
  g_test_add_func ("/journal/torn", test_torn);
  g_test_add_func ("/journal/flipped", test_flipped);
  g_test_add_func ("/journal/lock", test_lock);
  g_test_add_func ("/journal/not-ours", test_not_ours);
  return ring_test_run ();
}
