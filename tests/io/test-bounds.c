/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A day at the bench opens and closes many designs: files and threads do not grow with it. */
#include "io-sample.h"
#include "ring-test.h"
#include "ring-workfile.h"

#define DESIGNS 200
/* GIO keeps some threads of its own for a while. */
#define MAX_THREADS 24
#define MAX_MORE_FILES 4

static guint
count (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_object_unref (*(GObject **) data);
  *(gpointer *) data = g_object_ref (result);
}

static gboolean
is_done (gpointer data)
{
  return G_IS_TASK (*(gpointer *) data);
}

static gpointer
wait_for (gpointer *slot)
{
  g_assert_true (ring_test_wait (is_done, slot, 60));
  return *slot;
}

static void
change (RingWorkfile *work)
{
  RingDesign *design = ring_workfile_get_design (work);
  RingEdit *step = ring_edit_new (ring_design_get_drawing (design), "Edit");
  g_autoptr (RingRecord) empty = ring_record_new (RING_RECORD_ENTRY, "enew");
  g_autofree char *text = g_strdup_printf ("%u", g_random_int ());
  g_autoptr (RingRecord) record = ring_record_with (empty, "text", text);

  ring_edit_set_record (step, record);
  g_assert_true (ring_design_commit (design, step));
}

/* Opens, changes, saves and closes FILE, as a window does. */
static void
use (GFile *file, const char *state)
{
  g_autoptr (RingWorkfile) work = ring_workfile_new ();
  gpointer slot = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GError) error = NULL;

  ring_workfile_keep (work, state);
  ring_workfile_load_async (work, file, NULL, done_cb, &slot);
  ring_workfile_load_finish (work, wait_for (&slot), &error);
  g_assert_no_error (error);
  g_object_unref (slot);

  change (work);
  slot = g_object_new (G_TYPE_OBJECT, NULL);
  ring_workfile_save_async (work, NULL, FALSE, NULL, done_cb, &slot);
  ring_workfile_save_finish (work, wait_for (&slot), &error);
  g_assert_no_error (error);
  g_object_unref (slot);
}

static void
test_designs (void)
{
  g_autofree char *folder = ring_test_make_folder ();
  g_autofree char *state = g_build_filename (folder, "state", NULL);
  g_autofree char *path = g_build_filename (folder, "rubis.ring.svg", NULL);
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  g_autofree char *text = io_write (drawing);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  guint files = 0;

  ring_test_write (path, text, -1);
  for (guint i = 0; i < DESIGNS; i++)
    {
      use (file, state);
      if (i == 10)
        files = count ("/proc/self/fd");
    }
  g_test_message ("%u designs: %u files open after 10, %u at the end; %u threads", DESIGNS, files,
                  count ("/proc/self/fd"), count ("/proc/self/task"));
  g_assert_cmpuint (count ("/proc/self/fd"), <=, files + MAX_MORE_FILES);
  g_assert_cmpuint (count ("/proc/self/task"), <=, MAX_THREADS);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/bounds/designs", test_designs);
  return ring_test_run ();
}
