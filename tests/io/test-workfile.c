/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A design and its file: what is written when, and what is never overwritten. */
#include "io-sample.h"
#include "ring-error.h"
#include "ring-test.h"
#include "ring-workfile.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  char *text;
  RingWorkfile *work;
} Fixture;

static void
set_up (Fixture *f, gconstpointer unused)
{
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  g_autofree char *canonical = io_write (drawing);

  f->folder = ring_test_make_folder ();
  f->path = g_build_filename (f->folder, "sample.ring.svg", NULL);
  f->file = g_file_new_for_path (f->path);
  /* Not canonical, so that verbatim bytes can be told. */
  f->text = io_replace (canonical, "<title>", "  <title >");
  ring_test_write (f->path, f->text, -1);
  f->work = ring_workfile_new ();
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  g_object_unref (f->work);
  g_object_unref (f->file);
  g_free (f->text);
  g_free (f->path);
  g_free (f->folder);
}

static char *
content (const char *path)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
load (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  ring_workfile_load (f->work, f->file, &error);
  g_assert_no_error (error);
}

static void
edit (Fixture *f)
{
  RingDesign *design = ring_workfile_get_design (f->work);
  RingEdit *step = ring_edit_new (ring_design_get_drawing (design), "Edit");
  g_autoptr (RingRecord) empty = ring_record_new (RING_RECORD_ENTRY, "enew");
  g_autoptr (RingRecord) record = ring_record_with (empty, "text", "New words");

  ring_edit_set_record (step, record);
  g_assert_true (ring_design_commit (design, step));
}

static void
test_verbatim (Fixture *f, gconstpointer unused)
{
  g_autofree char *now = NULL;
  g_autofree char *after_undo = NULL;

  load (f);
  g_assert_cmpstr (ring_workfile_get_title (f->work), ==, "sample");
  g_assert_false (ring_design_get_modified (ring_workfile_get_design (f->work)));
  g_assert_true (ring_workfile_save (f->work, NULL, FALSE, NULL));
  now = content (f->path);
  g_assert_cmpstr (now, ==, f->text);

  /* An edit that was taken back is no edit. */
  edit (f);
  g_assert_true (ring_design_undo (ring_workfile_get_design (f->work)));
  g_assert_true (ring_workfile_save (f->work, NULL, FALSE, NULL));
  after_undo = content (f->path);
  g_assert_cmpstr (after_undo, ==, f->text);
}

static void
test_canonical (Fixture *f, gconstpointer unused)
{
  g_autofree char *now = NULL;
  g_autofree char *again = NULL;
  g_autoptr (RingDrawing) back = NULL;

  load (f);
  edit (f);
  g_assert_true (ring_workfile_save (f->work, NULL, FALSE, NULL));
  g_assert_false (ring_design_get_modified (ring_workfile_get_design (f->work)));
  now = content (f->path);
  g_assert_nonnull (strstr (now, "New words"));
  back = io_read (now, NULL);
  again = io_write (back);
  g_assert_cmpstr (now, ==, again);
  g_assert_cmpstr (ring_drawing_get_uuid (back), ==, "6f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d");
}

static void
test_save_as (Fixture *f, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (f->folder, "copy.ring.svgz", NULL);
  g_autoptr (GFile) copy = g_file_new_for_path (path);
  g_autofree char *old = NULL;
  g_autofree char *data = NULL;
  g_autofree char *uuid = NULL;
  g_autoptr (RingDrawing) first = NULL;
  g_autoptr (RingDrawing) second = NULL;
  gsize length;

  load (f);
  g_assert_true (ring_workfile_save (f->work, copy, FALSE, NULL));
  g_assert_cmpstr (ring_workfile_get_title (f->work), ==, "copy");
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_cmphex ((guint8) data[0], ==, 0x1f);
  first = ring_svg_read (data, length, NULL, NULL);
  uuid = g_strdup (ring_drawing_get_uuid (first));
  g_assert_cmpstr (uuid, !=, "6f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d");
  /* The copy keeps its own id from then on, and the old file is as it was. */
  edit (f);
  g_assert_true (ring_workfile_save (f->work, NULL, FALSE, NULL));
  g_clear_pointer (&data, g_free);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  second = ring_svg_read (data, length, NULL, NULL);
  g_assert_cmpstr (ring_drawing_get_uuid (second), ==, uuid);
  old = content (f->path);
  g_assert_cmpstr (old, ==, f->text);
}

static void
test_changed_on_disk (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *theirs = g_strconcat (f->text, "<!-- theirs -->\n", NULL);
  g_autofree char *now = NULL;
  struct stat before;
  struct timespec times[2];

  load (f);
  edit (f);
  g_assert_cmpint (stat (f->path, &before), ==, 0);
  ring_test_write (f->path, theirs, -1);
  /* Neither size nor time need tell. */
  times[0] = before.st_atim;
  times[1] = before.st_mtim;
  utimensat (AT_FDCWD, f->path, times, 0);
  g_assert_false (ring_workfile_save (f->work, NULL, FALSE, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_CHANGED);
  now = content (f->path);
  g_assert_cmpstr (now, ==, theirs);
  g_assert_true (ring_design_get_modified (ring_workfile_get_design (f->work)));
  g_assert_true (ring_workfile_save (f->work, NULL, TRUE, NULL));
}

static void
test_failed_load (Fixture *f, gconstpointer unused)
{
  g_autofree char *bad = g_build_filename (f->folder, "bad.ring.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (bad);
  g_autoptr (GFile) none = g_file_new_for_path ("/nowhere/at/all");
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/zero");
  g_autoptr (GFile) folder = g_file_new_for_path (f->folder);
  RingDrawing *before;

  load (f);
  before = ring_design_get_drawing (ring_workfile_get_design (f->work));
  ring_test_write (bad, "<svg", -1);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GError) error = NULL;
      GFile *files[] = { file, none, device, folder };

      g_assert_false (ring_workfile_load (f->work, files[i], &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_true (ring_design_get_drawing (ring_workfile_get_design (f->work)) == before);
      g_assert_true (g_file_equal (ring_workfile_get_file (f->work), f->file));
    }
}

static void
test_newer (Fixture *f, gconstpointer unused)
{
  g_autofree char *newer = io_replace (f->text, "rw:version=\"0\"", "rw:version=\"9\"");
  g_autofree char *path = g_build_filename (f->folder, "copy.ring.svg", NULL);
  g_autoptr (GFile) copy = g_file_new_for_path (path);
  g_autofree char *copied = NULL;
  g_autoptr (GError) error = NULL;

  ring_test_write (f->path, newer, -1);
  load (f);
  g_assert_true (ring_design_get_read_only (ring_workfile_get_design (f->work)));
  g_assert_false (ring_workfile_save (f->work, NULL, TRUE, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_READ_ONLY);
  g_assert_true (ring_workfile_save (f->work, copy, FALSE, NULL));
  copied = content (path);
  g_assert_cmpstr (copied, ==, newer);
}

/* Until the first save the file keeps what the design does not. */
static void
test_left_out (Fixture *f, gconstpointer unused)
{
  g_autofree char *active = io_replace (f->text, "</svg>", "<script>x</script></svg>");
  g_autofree char *now = NULL;

  ring_test_write (f->path, active, -1);
  load (f);
  g_assert_true (ring_load_report_get_left_out (ring_workfile_get_report (f->work)));
  g_assert_true (ring_workfile_save (f->work, NULL, FALSE, NULL));
  now = content (f->path);
  g_assert_null (strstr (now, "script"));
  g_assert_false (ring_load_report_get_left_out (ring_workfile_get_report (f->work)));
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_set_object ((GAsyncResult **) data, result);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static void
test_async (Fixture *f, gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *now = NULL;

  ring_workfile_load_async (f->work, f->file, NULL, done_cb, &result);
  g_assert_true (ring_workfile_get_busy (f->work));
  ring_workfile_save_async (f->work, f->file, FALSE, NULL, done_cb, &second);
  g_assert_true (ring_test_wait (is_set, &result, 30));
  g_assert_true (ring_workfile_load_finish (f->work, result, &error));
  g_assert_no_error (error);
  g_assert_true (ring_test_wait (is_set, &second, 30));
  g_assert_false (ring_workfile_save_finish (f->work, second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  g_clear_error (&error);
  g_clear_object (&result);
  g_assert_false (ring_workfile_get_busy (f->work));

  /* What is drawn while the file is written is not lost and not taken for saved. */
  edit (f);
  ring_workfile_save_async (f->work, NULL, FALSE, NULL, done_cb, &result);
  g_assert_true (ring_design_undo (ring_workfile_get_design (f->work)));
  g_assert_true (ring_test_wait (is_set, &result, 30));
  g_assert_true (ring_workfile_save_finish (f->work, result, &error));
  g_assert_no_error (error);
  now = content (f->path);
  g_assert_nonnull (strstr (now, "New words"));
  g_assert_true (ring_design_get_modified (ring_workfile_get_design (f->work)));
}

static void
test_new_design (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *now = NULL;

  g_assert_cmpstr (ring_workfile_get_title (f->work), ==, "New Design");
  g_assert_false (ring_workfile_save (f->work, NULL, FALSE, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_NOT_FOUND);
  g_assert_true (ring_workfile_save (f->work, f->file, FALSE, NULL));
  now = content (f->path);
  g_assert_nonnull (strstr (now, ring_drawing_get_uuid (ring_design_get_drawing (ring_workfile_get_design (f->work)))));
  edit (f);
  g_assert_true (ring_workfile_save (f->work, NULL, FALSE, NULL));
}

#define ADD(name, func) g_test_add ("/workfile/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  ADD ("verbatim", test_verbatim);
  ADD ("canonical", test_canonical);
  ADD ("save-as", test_save_as);
  ADD ("changed-on-disk", test_changed_on_disk);
  ADD ("failed-load", test_failed_load);
  ADD ("newer", test_newer);
  ADD ("left-out", test_left_out);
  ADD ("async", test_async);
  ADD ("new-design", test_new_design);
  return ring_test_run ();
}
