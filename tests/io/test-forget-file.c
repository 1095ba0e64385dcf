/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A client who is forgotten, on the disk: the file first, then what is left beside it; and nothing at all
 * where the file cannot be written. */
#include "io-sample.h"
#include "ring-error.h"
#include "ring-keeper.h"
#include "ring-test-model.h"
#include "ring-test.h"
#include "ring-traces.h"
#include "ring-workfile.h"

#include <glib/gstdio.h>
#include <string.h>

#define NAME "Wilhelmine"

typedef struct
{
  char *folder, *state, *path;
  RingWorkfile *work;
} Fixture;

static void
set_client (RingWorkfile *work, const char *name)
{
  static const char *const fields[] = { "client", NULL, "quote", "3800", NULL };
  const char *named[G_N_ELEMENTS (fields)];
  g_autoptr (RingRecord) record = NULL;

  memcpy (named, fields, sizeof fields);
  named[1] = name;
  record = ring_test_record (RING_RECORD_COMMISSION, "commission", named);
  ring_test_set_record (ring_workfile_get_design (work), record);
}

/* A saved design with a history, then a step that is not saved. */
static void
set_up (Fixture *f, gconstpointer unused)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  f->folder = ring_test_make_folder ();
  f->state = g_build_filename (f->folder, "state", NULL);
  f->path = g_build_filename (f->folder, "sample.ring.svg", NULL);
  file = g_file_new_for_path (f->path);
  f->work = ring_workfile_new ();
  ring_workfile_keep (f->work, f->state);
  set_client (f->work, NAME " Aumann");
  ring_workfile_save (f->work, file, FALSE, &error);
  g_assert_no_error (error);
  set_client (f->work, NAME " Aumann-Roth");
  g_assert_true (ring_workfile_flush (f->work));
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  g_object_unref (f->work);
  g_free (f->path);
  g_free (f->state);
  g_free (f->folder);
}

/* How many files below FOLDER hold the name. */
static guint
count_named (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *data = NULL;
      gsize length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        n += count_named (path);
      else if (g_file_get_contents (path, &data, &length, NULL))
        /* Journals hold zeros. */
        for (gsize i = 0; i + strlen (NAME) <= length; i++)
          if (memcmp (data + i, NAME, strlen (NAME)) == 0)
            {
              n++;
              break;
            }
    }
  return n;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
forget (RingWorkfile *work, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ring_workfile_forget_client_async (work, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return ring_workfile_forget_client_finish (work, result, error);
}

static const char *
get_client (RingWorkfile *work)
{
  const RingRecord *record = ring_drawing_find_record (
      ring_design_get_drawing (ring_workfile_get_design (work)), RING_RECORD_COMMISSION, NULL);

  return ring_record_get (record, "client");
}

static void
test_all (Fixture *f, gconstpointer unused)
{
  RingDesign *design = ring_workfile_get_design (f->work);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_named (f->folder), >=, 2);
  g_assert_true (forget (f->work, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_named (f->folder), ==, 0);
  g_assert_null (get_client (f->work));
  g_assert_false (ring_design_get_can_undo (design));
  g_assert_false (ring_design_get_modified (design));
  g_assert_false (ring_design_get_read_only (design));
  /* One can go on, and what is done then is kept. */
  set_client (f->work, "Somebody");
  g_assert_true (ring_workfile_save (f->work, NULL, FALSE, &error));
  g_assert_no_error (error);
}

/* Histories of earlier savings of the file go, whatever is in them, and those of others that name the
 * client; other journals and histories stay. */
static void
test_traces (Fixture *f, gconstpointer unused)
{
  g_autofree char *history = ring_keeper_history_folder (f->state);
  g_autofree char *other = g_build_filename (history, "other.journal", NULL);
  g_autofree char *named = g_build_filename (history, "named.journal", NULL);
  g_autofree char *empty = g_build_filename (history, "empty.journal", NULL);
  g_autofree char *message = NULL;

  g_mkdir_with_parents (history, 0700);
  ring_test_write (other, "Somebody else", -1);
  ring_test_write (named, "of " NAME, -1);
  ring_test_write (empty, "", 0);
  g_assert_true (ring_traces_remove (f->state, "file:///nowhere", NAME, &message));
  g_assert_null (message);
  g_assert_false (g_file_test (named, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (empty, G_FILE_TEST_EXISTS));
  g_assert_true (ring_traces_remove (f->state, "file:///nowhere", NULL, &message));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
}

/* The file is another one by now: nothing is done. */
static void
test_changed (Fixture *f, gconstpointer unused)
{
  RingDesign *design = ring_workfile_get_design (f->work);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  ring_test_write (f->path, "<svg xmlns='http://www.w3.org/2000/svg'/>", -1);
  g_assert_false (forget (f->work, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_CHANGED);
  g_assert_cmpstr (get_client (f->work), ==, NAME " Aumann-Roth");
  g_assert_true (ring_design_get_can_undo (design));
  g_assert_true (ring_design_get_modified (design));
  g_assert_false (ring_design_get_read_only (design));
  g_assert_true (g_file_get_contents (f->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "<svg xmlns='http://www.w3.org/2000/svg'/>");
  g_assert_cmpuint (count_named (f->state), >=, 1);
}

/* Without a file there is only memory, and the journal. */
static void
test_new (Fixture *f, gconstpointer unused)
{
  g_autofree char *state = g_build_filename (f->folder, "other-state", NULL);
  g_autoptr (RingWorkfile) work = ring_workfile_new ();
  g_autoptr (GError) error = NULL;

  ring_workfile_keep (work, state);
  set_client (work, NAME);
  g_assert_true (ring_workfile_flush (work));
  g_assert_cmpuint (count_named (state), ==, 1);
  g_assert_true (forget (work, &error));
  g_assert_no_error (error);
  g_assert_null (get_client (work));
  g_assert_null (ring_workfile_get_file (work));
  g_assert_cmpuint (count_named (state), ==, 0);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/forget-file/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("all", test_all);
  ADD ("traces", test_traces);
  ADD ("changed", test_changed);
  ADD ("new", test_new);
#undef ADD
  return ring_test_run ();
}
