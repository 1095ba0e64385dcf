/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A design, its file and its journal, through crashes, full disks and two openers. */
#include "io-sample.h"
#include "ring-disk.h"
#include "ring-error.h"
#include "ring-keeper.h"
#include "ring-test.h"
#include "ring-workfile.h"

#include <poll.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void
edit (RingWorkfile *work, guint n)
{
  RingDesign *design = ring_workfile_get_design (work);
  RingEdit *step = ring_edit_new (ring_design_get_drawing (design), "Edit");
  g_autofree char *id = g_strdup_printf ("e%u", n);
  g_autofree char *text = g_strdup_printf ("words %u", n);
  g_autoptr (RingRecord) empty = ring_record_new (RING_RECORD_ENTRY, id);
  g_autoptr (RingRecord) record = ring_record_with (empty, "text", text);

  ring_edit_set_record (step, record);
  g_assert_true (ring_design_commit (design, step));
}

static guint
count_entries (RingWorkfile *work)
{
  const RingDrawing *drawing = ring_design_get_drawing (ring_workfile_get_design (work));
  guint n = 0;

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    n += g_str_equal (ring_record_get_kind (ring_drawing_get_record (drawing, i)), RING_RECORD_ENTRY);
  return n;
}

static guint
count_files (const char *state, const char *sub)
{
  g_autofree char *folder = g_build_filename (state, sub, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static GPtrArray *
left (const char *state)
{
  g_autofree char *folder = ring_keeper_journal_folder (state);

  return ring_journal_list_left (folder);
}

typedef struct
{
  const char *state;
  guint n;
} Count;

static gboolean
has_journals (gpointer data)
{
  const Count *count = data;

  return count_files (count->state, "journal") == count->n;
}

static gboolean
has_left (gpointer data)
{
  const Count *count = data;
  g_autoptr (GPtrArray) paths = left (count->state);

  return paths->len == count->n;
}

/* A journal is closed by its own thread, some time after the design is let go. */
static void
assert_journals (const char *state, guint n)
{
  Count count = { state, n };

  g_assert_true (ring_test_wait (has_journals, &count, 30));
}

static void
assert_left (const char *state, guint n)
{
  Count count = { state, n };

  g_assert_true (ring_test_wait (has_left, &count, 30));
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

static RingWorkfile *
new_work (const char *state)
{
  RingWorkfile *work = ring_workfile_new ();

  ring_workfile_keep (work, state);
  return work;
}

static RingWorkfile *
restore (const char *state, const char *path)
{
  RingWorkfile *work = new_work (state);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ring_workfile_restore_async (work, path, done_cb, &result);
  g_assert_true (ring_test_wait (is_set, &result, 30));
  ring_workfile_restore_finish (work, result, &error);
  g_assert_no_error (error);
  return work;
}

/* In a child: as a program that is killed. DO ends with the child. */
static void
in_child (void (*func) (const char *state, gpointer data), const char *state, gpointer data)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      func (state, data);
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
}

/* ------------------------------------------------------------------ tests */

static void
draw_and_die (const char *state, gpointer data)
{
  RingWorkfile *work = new_work (state);

  for (guint i = 0; i < 5; i++)
    edit (work, i);
  ring_design_undo (ring_workfile_get_design (work));
  g_assert_true (ring_workfile_flush (work));
}

static void
test_never_saved (void)
{
  g_autofree char *state = ring_test_make_folder ();
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GPtrArray) none = NULL;
  RingWorkfile *work;
  RingDesign *design;

  in_child (draw_and_die, state, NULL);
  paths = left (state);
  g_assert_cmpuint (paths->len, ==, 1);
  work = restore (state, paths->pdata[0]);
  design = ring_workfile_get_design (work);
  /* While it is open, nobody else takes it. */
  none = left (state);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (ring_workfile_get_file (work));
  g_assert_true (ring_design_get_modified (design));
  g_assert_cmpuint (count_entries (work), ==, 4);
  g_assert_true (ring_design_redo (design));
  g_assert_cmpuint (count_entries (work), ==, 5);
  while (ring_design_undo (design))
    ;
  g_assert_cmpuint (count_entries (work), ==, 0);
  g_assert_false (ring_design_get_modified (design));
  /* Nothing is left that a file does not have. */
  g_object_unref (work);
  assert_journals (state, 0);
}

static void
save_edit_and_die (const char *state, gpointer data)
{
  RingWorkfile *work = new_work (state);
  g_autoptr (GFile) file = g_file_new_for_path (data);

  g_assert_true (ring_workfile_load (work, file, NULL));
  edit (work, 1);
  g_assert_true (ring_workfile_save (work, NULL, FALSE, NULL));
  edit (work, 2);
  g_assert_true (ring_workfile_flush (work));
}

static void
write_sample (const char *path)
{
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  g_autofree char *text = io_write (drawing);

  ring_test_write (path, text, -1);
}

/* After a save the journal goes on; what is restored belongs to the file as it was saved. */
static void
test_saved_between (void)
{
  g_autofree char *state = ring_test_make_folder ();
  g_autofree char *path = g_build_filename (state, "a.ring.svg", NULL);
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) saved = NULL;
  g_autoptr (GBytes) now = NULL;
  RingWorkfile *work;
  guint before;

  write_sample (path);
  in_child (save_edit_and_die, state, path);
  saved = ring_test_read (path);
  paths = left (state);
  g_assert_cmpuint (paths->len, ==, 1);
  work = restore (state, paths->pdata[0]);
  g_assert_true (g_file_equal (ring_workfile_get_file (work), file));
  g_assert_true (ring_design_get_modified (ring_workfile_get_design (work)));
  before = count_entries (work);
  g_assert_true (ring_design_undo (ring_workfile_get_design (work)));
  g_assert_false (ring_design_get_modified (ring_workfile_get_design (work)));
  g_assert_cmpuint (count_entries (work), ==, before - 1);
  now = ring_test_read (path);
  ring_test_assert_bytes ("keeper-restored", now, saved);
  g_assert_true (ring_design_redo (ring_workfile_get_design (work)));
  g_assert_true (ring_workfile_save (work, NULL, FALSE, &error));
  g_assert_no_error (error);
  g_object_unref (work);
  assert_journals (state, 0);

  /* Both steps, and the one from before the first crash, are there when it is opened again. */
  work = new_work (state);
  g_assert_true (ring_workfile_load (work, file, NULL));
  g_assert_true (ring_workfile_has_history (work));
  g_assert_false (ring_design_get_modified (ring_workfile_get_design (work)));
  g_assert_true (ring_design_undo (ring_workfile_get_design (work)));
  g_assert_true (ring_design_undo (ring_workfile_get_design (work)));
  g_assert_false (ring_design_undo (ring_workfile_get_design (work)));
  g_assert_cmpuint (count_entries (work), ==, before - 2);
  ring_workfile_let_go (work);
  g_object_unref (work);
  assert_journals (state, 0);
}

/* Somebody else changed the file after the crash: neither is lost. */
static void
test_changed_after_crash (void)
{
  g_autofree char *state = ring_test_make_folder ();
  g_autofree char *path = g_build_filename (state, "a.ring.svg", NULL);
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;
  RingWorkfile *work;

  write_sample (path);
  in_child (save_edit_and_die, state, path);
  write_sample (path);
  paths = left (state);
  work = restore (state, paths->pdata[0]);
  g_assert_false (ring_workfile_save (work, NULL, FALSE, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_CHANGED);
  g_object_unref (work);
  /* Still not saved, so it comes again; and the file may be gone altogether. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  assert_left (state, 1);
  again = left (state);
  work = restore (state, again->pdata[0]);
  g_assert_true (ring_workfile_save (work, NULL, FALSE, NULL));
  g_object_unref (work);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  assert_journals (state, 0);
}

/* A file that comes from elsewhere has no steps, and steps that do not fit are not offered. */
static void
test_elsewhere (void)
{
  g_autofree char *state = ring_test_make_folder ();
  g_autofree char *other = ring_test_make_folder ();
  g_autofree char *path = g_build_filename (state, "a.ring.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  RingWorkfile *work;

  write_sample (path);
  work = new_work (state);
  g_assert_true (ring_workfile_load (work, file, NULL));
  edit (work, 1);
  g_assert_true (ring_workfile_save (work, NULL, FALSE, NULL));
  g_object_unref (work);
  g_assert_cmpuint (count_files (state, "history"), ==, 1);

  work = new_work (other);
  g_assert_true (ring_workfile_load (work, file, NULL));
  g_assert_false (ring_workfile_has_history (work));
  g_assert_false (ring_design_get_can_undo (ring_workfile_get_design (work)));
  g_object_unref (work);

  work = new_work (state);
  write_sample (path);
  g_assert_true (ring_workfile_load (work, file, NULL));
  g_assert_false (ring_workfile_has_history (work));
  g_object_unref (work);
}

static gboolean
has_error (gpointer work)
{
  g_autofree char *message = NULL;

  g_object_get (work, "journal-error", &message, NULL);
  return message != NULL;
}

/* A folder that cannot be written costs the net, never the work. */
static void
test_no_folder (void)
{
  g_autofree char *state = ring_test_make_folder ();
  g_autofree char *file = g_build_filename (state, "file", NULL);
  g_autofree char *path = g_build_filename (state, "a.ring.svg", NULL);
  g_autoptr (GFile) saved = g_file_new_for_path (path);
  RingWorkfile *work;

  ring_test_write (file, "not a folder", -1);
  work = new_work (file);
  edit (work, 1);
  g_assert_true (ring_test_wait (has_error, work, 30));
  g_assert_false (ring_workfile_flush (work));
  edit (work, 2);
  g_assert_cmpuint (count_entries (work), ==, 2);
  g_assert_true (ring_workfile_save (work, saved, FALSE, NULL));
  g_object_unref (work);
}

/* ------------------------------------------------------- killed at any moment */

/* Tells, through a pipe, how many steps are on the disk; commits and flushes until it is killed. */
static void
draw_on (const char *state, int pipe_end)
{
  RingWorkfile *work = new_work (state);

  for (guint i = 0;; i++)
    {
      guint n = i + 1;

      edit (work, i);
      if (i % 3 == 2 && ring_workfile_flush (work)
          && write (pipe_end, &n, sizeof n) != (ssize_t) sizeof n)
        _exit (3);
    }
}

static void
kill_once (RingRandom *random, guint *n_promised, guint *n_restored)
{
  g_autofree char *state = ring_test_make_folder ();
  g_autoptr (GPtrArray) paths = NULL;
  guint promised = 0, n;
  int ends[2];
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (ends[0]);
      draw_on (state, ends[1]);
    }
  close (ends[1]);
  /* The moment is the point of the test; there is no condition to wait for. */
  poll (NULL, 0, (int) (ring_random_unit (random) * 60));
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  while (read (ends[0], &n, sizeof n) == (ssize_t) sizeof n)
    promised = n;
  close (ends[0]);
  paths = left (state);
  g_assert_cmpuint (paths->len, <=, 1);
  n = 0;
  if (paths->len == 1)
    {
      g_autoptr (RingJournal) journal = ring_journal_open (paths->pdata[0], NULL);
      g_autoptr (RingRestored) restored = ring_restored_read (journal, NULL);

      if (restored != NULL)
        {
          g_assert_false (restored->broken);
          n = ring_history_get_n (restored->history);
          for (guint i = 0; i < n; i++)
            {
              g_autofree char *id = g_strdup_printf ("e%u", i);

              g_assert_nonnull (ring_drawing_find_record (restored->drawing, RING_RECORD_ENTRY, id));
            }
        }
    }
  g_assert_cmpuint (n, >=, promised);
  *n_promised += promised;
  *n_restored += n;
}

static void
test_killed (void)
{
  guint rounds = ring_test_rounds (1) > 1 ? 1000 : 30;
  guint promised = 0, restored = 0;
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (4));
  for (guint i = 0; i < rounds; i++)
    kill_once (&random, &promised, &restored);
  g_test_message ("%u kills: %u steps promised, %u restored, none lost", rounds, promised, restored);
}

/* ------------------------------------------- each call to the system that fails */

static RingDisk real;
static gint calls_left; /* the call that fails, counted down; under threads */
static int with_code;
static gboolean short_writes;

static gboolean
fails_now (void)
{
  if (g_atomic_int_add (&calls_left, -1) != 1)
    return FALSE;
  errno = with_code;
  return TRUE;
}

static int
bad_open (const char *path, int flags, mode_t mode)
{
  return fails_now () ? -1 : real.open (path, flags, mode);
}

static ssize_t
bad_write (int fd, const void *data, size_t n)
{
  if (fails_now ())
    {
      /* A full disk takes a part first. */
      if (short_writes && n > 1)
        {
          g_atomic_int_set (&calls_left, 1);
          return real.write (fd, data, n / 2);
        }
      return -1;
    }
  return real.write (fd, data, n);
}

static int
bad_sync (int fd)
{
  return fails_now () ? -1 : real.sync (fd);
}

static int
bad_datasync (int fd)
{
  return fails_now () ? -1 : real.datasync (fd);
}

static int
bad_mode (int fd, mode_t mode)
{
  return fails_now () ? -1 : real.mode (fd, mode);
}

static int
bad_rename (const char *from, const char *to)
{
  return fails_now () ? -1 : real.rename (from, to);
}

static void
break_disk (gint nth, int code, gboolean part)
{
  calls_left = nth;
  with_code = code;
  short_writes = part;
  ring_disk.open = bad_open;
  ring_disk.write = bad_write;
  ring_disk.sync = bad_sync;
  ring_disk.datasync = bad_datasync;
  ring_disk.mode = bad_mode;
  ring_disk.rename = bad_rename;
}

/* The Nth call fails while a design is edited and saved: the file is the old one or the new one,
 * whole, and file and journal together hold every step that was flushed. Returns FALSE when there
 * were fewer calls. */
static gboolean
fail_once (gint nth, int code, gboolean part)
{
  g_autofree char *state = ring_test_make_folder ();
  g_autofree char *path = g_build_filename (state, "a.ring.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GBytes) old = NULL;
  g_autoptr (GBytes) now = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RingDrawing) drawing = NULL;
  RingWorkfile *work;
  gboolean kept, saved;
  guint before;

  write_sample (path);
  old = ring_test_read (path);
  work = new_work (state);
  g_assert_true (ring_workfile_load (work, file, NULL));
  before = count_entries (work);
  break_disk (nth, code, part);
  edit (work, 1);
  kept = ring_workfile_flush (work);
  edit (work, 2);
  kept = ring_workfile_flush (work) && kept;
  saved = ring_workfile_save (work, NULL, FALSE, &error);
  g_assert_cmpint (saved, ==, error == NULL);
  ring_workfile_flush (work);
  ring_disk = real;

  now = ring_test_read (path);
  drawing = ring_svg_read (g_bytes_get_data (now, NULL), g_bytes_get_size (now), NULL, NULL);
  g_assert_nonnull (drawing);
  g_assert_true (saved || g_bytes_equal (now, old));
  g_assert_cmpint (ring_design_get_modified (ring_workfile_get_design (work)), ==, !saved);
  g_assert_cmpuint (count_entries (work), ==, before + 2);
  g_object_unref (work);
  paths = left (state);
  if (saved)
    g_assert_cmpuint (paths->len, ==, 0);
  else if (kept)
    {
      g_assert_cmpuint (paths->len, ==, 1);
      work = restore (state, paths->pdata[0]);
      g_assert_cmpuint (count_entries (work), ==, before + 2);
      g_object_unref (work);
    }
  return calls_left <= 0;
}

static void
test_faults (void)
{
  static const int codes[] = { ENOSPC, EIO };

  real = ring_disk;
  for (guint c = 0; c < G_N_ELEMENTS (codes); c++)
    for (guint part = 0; part < 2; part++)
      {
        gint n = 1;

        while (fail_once (n, codes[c], part != 0))
          n++;
        g_test_message ("error %d: each of %d calls failed once", codes[c], n - 1);
        g_assert_cmpint (n, >, 10);
      }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/keeper/never-saved", test_never_saved);
  g_test_add_func ("/keeper/saved-between", test_saved_between);
  g_test_add_func ("/keeper/changed-after-crash", test_changed_after_crash);
  g_test_add_func ("/keeper/elsewhere", test_elsewhere);
  g_test_add_func ("/keeper/no-folder", test_no_folder);
  g_test_add_func ("/keeper/killed", test_killed);
  g_test_add_func ("/keeper/faults", test_faults);
  return ring_test_run ();
}
