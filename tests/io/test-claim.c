/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two at one file: who has it open is known, what was left behind is not believed, and of two who
 * save at once the second is told. */
#include "io-sample.h"
#include "ring-claim.h"
#include "ring-error.h"
#include "ring-file.h"
#include "ring-test.h"
#include "ring-workfile.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
  char *beside;
  GFile *file;
} Fixture;

static void
set_up (Fixture *f, gconstpointer unused)
{
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  g_autofree char *text = io_write (drawing);

  f->folder = ring_test_make_folder ();
  f->path = g_build_filename (f->folder, "rubis.ring.svg", NULL);
  f->beside = g_build_filename (f->folder, ".rubis.ring.svg.lock", NULL);
  f->file = g_file_new_for_path (f->path);
  ring_test_write (f->path, text, -1);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  g_object_unref (f->file);
  g_free (f->beside);
  g_free (f->path);
  g_free (f->folder);
}

static gboolean
is_there (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
expect_free (Fixture *f)
{
  RingClaimOwner *other = NULL;
  g_autoptr (RingClaim) claim = ring_claim_take (f->file, &other);

  g_assert_nonnull (claim);
  g_assert_null (other);
}

static RingClaimOwner *
expect_other (Fixture *f)
{
  RingClaimOwner *other = NULL;

  g_assert_null (ring_claim_take (f->file, &other));
  g_assert_nonnull (other);
  return other;
}

static void
test_taken (Fixture *f, gconstpointer unused)
{
  RingClaimOwner *none = NULL;
  g_autoptr (RingClaim) claim = ring_claim_take (f->file, &none);
  g_autoptr (RingClaimOwner) other = NULL;
  g_autofree char *linked = g_build_filename (f->folder, "linked.ring.svg", NULL);
  g_autofree char *text = NULL;

  g_assert_nonnull (claim);
  g_assert_null (none);
  g_assert_true (g_file_get_contents (f->beside, &text, NULL, NULL));
  g_test_message ("%s", text);
  other = expect_other (f);
  g_assert_true (other->here);
  g_assert_cmpint (other->process, ==, getpid ());
  g_assert_cmpint (other->since, ==, RING_TEST_NOW_MS);
  g_assert_cmpstr (other->host, ==, g_get_host_name ());
  g_assert_cmpstr (other->name, !=, "");

  /* By another name it is the same file. */
  g_assert_cmpint (symlink (f->path, linked), ==, 0);
  g_object_unref (f->file);
  f->file = g_file_new_for_path (linked);
  ring_claim_owner_free (g_steal_pointer (&other));
  other = expect_other (f);

  ring_claim_release (g_steal_pointer (&claim));
  g_assert_false (is_there (f->beside));
  expect_free (f);
  g_assert_false (is_there (f->beside));
}

/* Another process that claims the file, and then is told or kept from going on. */
static pid_t
start_other (Fixture *f, gboolean stays)
{
  int ready[2];
  char c;
  pid_t pid;

  g_assert_cmpint (pipe (ready), ==, 0);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      RingClaimOwner *other;
      RingClaim *claim = ring_claim_take (f->file, &other);

      if (claim == NULL || write (ready[1], "x", 1) != 1)
        _exit (1);
      while (stays)
        pause ();
      _exit (0);
    }
  close (ready[1]);
  g_assert_cmpint (read (ready[0], &c, 1), ==, 1);
  close (ready[0]);
  return pid;
}

static void
test_another_process (Fixture *f, gconstpointer unused)
{
  pid_t pid = start_other (f, TRUE);
  g_autoptr (RingClaimOwner) other = expect_other (f);

  g_assert_cmpint (other->process, ==, pid);
  g_assert_true (other->here);
  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
  /* What it left is no claim. */
  g_assert_true (is_there (f->beside));
  expect_free (f);
}

static void
write_claim (Fixture *f, const char *text, gint64 age_seconds)
{
  struct timespec times[2] = { { .tv_nsec = UTIME_NOW }, { 0 } };

  ring_test_write (f->beside, text, -1);
  times[1].tv_sec = g_get_real_time () / G_USEC_PER_SEC - age_seconds;
  g_assert_cmpint (utimensat (AT_FDCWD, f->beside, times, 0), ==, 0);
}

#define AWAY "[Open]\nName=Ada \u202eLovelace\nHost=bench-2\nComputer=0123456789abcdef\nProcess=1\n" \
             "Since=2026-11-22T09:40:00Z\n"

static void
test_another_computer (Fixture *f, gconstpointer unused)
{
  g_autoptr (RingClaimOwner) other = NULL;

  write_claim (f, AWAY, 29 * 60);
  other = expect_other (f);
  g_assert_false (other->here);
  g_assert_cmpstr (other->name, ==, "Ada Lovelace");
  g_assert_cmpstr (other->host, ==, "bench-2");
  g_assert_cmpint (other->since, ==, RING_TEST_NOW_MS - 35 * 60 * 1000);
  /* Nobody renewed it. */
  write_claim (f, AWAY, 31 * 60);
  expect_free (f);
}

/* Files that mean harm where a claim is looked for. */
static void
test_hostile (Fixture *f, gconstpointer unused)
{
  RingClaimOwner *other = NULL;
  g_autofree char *precious = g_build_filename (f->folder, "precious", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *long_text = g_strnfill (1 << 20, 'x');

  ring_test_write (precious, "precious", -1);
  g_assert_cmpint (symlink (precious, f->beside), ==, 0);
  g_assert_null (ring_claim_take (f->file, &other));
  g_assert_null (other);
  g_assert_true (g_file_get_contents (precious, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "precious");
  g_unlink (f->beside);

  g_assert_cmpint (mkdir (f->beside, 0700), ==, 0);
  g_assert_null (ring_claim_take (f->file, &other));
  g_assert_null (other);
  g_rmdir (f->beside);

  g_assert_cmpint (mkfifo (f->beside, 0600), ==, 0);
  g_assert_null (ring_claim_take (f->file, &other));
  g_assert_null (other);
  g_unlink (f->beside);

  write_claim (f, long_text, 0);
  other = expect_other (f);
  g_assert_cmpstr (other->name, ==, "");
  g_assert_cmpint (other->since, ==, 0);
  ring_claim_owner_free (other);
  write_claim (f, "[Open]\nName=\\n\xff\xfe\nProcess=-7\nStart=-1\nSince=yesterday\n", 0);
  other = expect_other (f);
  g_assert_cmpint (other->process, ==, 0);
  g_assert_true (g_utf8_validate (other->name, -1, NULL));
  ring_claim_owner_free (other);
}

/* Where nothing may be written nothing is said, and nobody is kept from reading. */
static void
test_read_only_folder (Fixture *f, gconstpointer unused)
{
  RingClaimOwner *other = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("the administrator may write everywhere");
      return;
    }
  g_assert_cmpint (chmod (f->folder, 0500), ==, 0);
  g_assert_null (ring_claim_take (f->file, &other));
  g_assert_null (other);
  g_assert_cmpint (chmod (f->folder, 0700), ==, 0);
}

/* Counts in the file as those do who read, change and save it. */
static void
count_up (Fixture *f, guint rounds)
{
  for (guint i = 0; i < rounds;)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) before = ring_file_read (f->path, &error);
      g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, before);
      g_autofree char *old = g_strndup (g_bytes_get_data (before, NULL), g_bytes_get_size (before));
      g_autofree char *text = g_strdup_printf ("%d", atoi (old) + 1);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

      if (ring_file_replace (f->file, bytes, sha256, &error))
        i++;
      else if (!g_error_matches (error, RING_ERROR, RING_ERROR_CHANGED))
        _exit (1);
    }
}

static void
test_turns (Fixture *f, gconstpointer unused)
{
  guint rounds = ring_test_rounds (25);
  g_autofree char *expected = g_strdup_printf ("%u", 4 * rounds);
  g_autofree char *text = NULL;
  pid_t others[4];

  ring_test_write (f->path, "0", -1);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if ((others[i] = fork ()) == 0)
      {
        count_up (f, rounds);
        _exit (0);
      }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      int status;

      g_assert_cmpint (waitpid (others[i], &status, 0), ==, others[i]);
      g_assert_cmpint (status, ==, 0);
    }
  g_assert_true (g_file_get_contents (f->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

/* ------------------------------------------------------------------ workfiles */

static RingWorkfile *
open_kept (Fixture *f, const char *name)
{
  g_autofree char *state = g_build_filename (f->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  RingWorkfile *work = ring_workfile_new ();

  ring_workfile_keep (work, state);
  ring_workfile_load (work, f->file, &error);
  g_assert_no_error (error);
  return work;
}

static void
say (RingWorkfile *work, const char *text)
{
  RingDesign *design = ring_workfile_get_design (work);
  RingEdit *step = ring_edit_new (ring_design_get_drawing (design), "Edit");
  g_autoptr (RingRecord) empty = ring_record_new (RING_RECORD_ENTRY, "enew");
  g_autoptr (RingRecord) record = ring_record_with (empty, "text", text);

  ring_edit_set_record (step, record);
  g_assert_true (ring_design_commit (design, step));
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  int *state = data;

  *state = ring_workfile_look_finish (RING_WORKFILE (source), result, NULL) ? 1 : 2;
}

static gboolean
is_set (gpointer data)
{
  return *(int *) data != 0;
}

static gboolean
look (RingWorkfile *work)
{
  int state = 0;

  ring_workfile_look_async (work, NULL, looked_cb, &state);
  g_assert_true (ring_test_wait (is_set, &state, 30));
  return state == 1;
}

static const char *
seen_words (RingWorkfile *work)
{
  const RingRecord *entry
      = ring_drawing_find_record (ring_workfile_get_seen (work), RING_RECORD_ENTRY, "enew");

  return ring_record_get_or (entry, "text", "");
}

static void
expect_changed (RingWorkfile *work, gboolean force)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ring_workfile_save (work, NULL, force, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_CHANGED);
}

static void
test_two (Fixture *f, gconstpointer unused)
{
  g_autoptr (RingWorkfile) first = open_kept (f, "first");
  g_autoptr (RingWorkfile) second = open_kept (f, "second");
  g_autoptr (RingWorkfile) third = NULL;
  g_autofree char *text = NULL;

  g_assert_null (ring_workfile_get_other (first));
  g_assert_nonnull (ring_workfile_get_other (second));

  /* Both save: the second is told, and sees what is there. */
  say (first, "From the first");
  say (second, "From the second");
  g_assert_true (ring_workfile_save (first, NULL, FALSE, NULL));
  expect_changed (second, FALSE);
  g_assert_true (look (second));
  g_assert_true (ring_workfile_has_seen_changes (second));
  g_assert_cmpstr (seen_words (second), ==, "From the first");

  /* Knowingly is what was seen, not what came later. */
  say (first, "From the first, later");
  g_assert_true (ring_workfile_save (first, NULL, FALSE, NULL));
  expect_changed (second, TRUE);
  g_assert_true (look (second));
  g_assert_cmpstr (seen_words (second), ==, "From the first, later");
  g_assert_true (ring_workfile_save (second, NULL, TRUE, NULL));
  g_assert_null (ring_workfile_get_seen (second));
  expect_changed (first, FALSE);
  g_assert_true (g_file_get_contents (f->path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "From the second"));

  /* The claim goes with the workfile. */
  g_clear_object (&first);
  third = open_kept (f, "third");
  g_assert_null (ring_workfile_get_other (third));
  ring_workfile_leave (third);
  g_assert_false (is_there (f->beside));
}

/* A file that is no design any more is told of, and can be overwritten knowingly. */
static void
test_unreadable (Fixture *f, gconstpointer unused)
{
  g_autoptr (RingWorkfile) work = open_kept (f, "state");

  say (work, "Words");
  ring_test_write (f->path, "rubbish", -1);
  expect_changed (work, FALSE);
  g_assert_false (look (work));
  g_assert_null (ring_workfile_get_seen (work));
  ring_test_write (f->path, "other rubbish", -1);
  expect_changed (work, TRUE);
  g_assert_false (look (work));
  g_assert_true (ring_workfile_save (work, NULL, TRUE, NULL));
}

/* The command line reads and writes, and claims nothing. */
static void
test_without_journal (Fixture *f, gconstpointer unused)
{
  g_autoptr (RingWorkfile) work = ring_workfile_new ();

  g_assert_true (ring_workfile_load (work, f->file, NULL));
  g_assert_false (is_there (f->beside));
}

/* A claim follows the design to another name. */
static void
test_save_as (Fixture *f, gconstpointer unused)
{
  g_autoptr (RingWorkfile) work = open_kept (f, "state");
  g_autofree char *path = g_build_filename (f->folder, "copy.ring.svg", NULL);
  g_autofree char *beside = g_build_filename (f->folder, ".copy.ring.svg.lock", NULL);
  g_autoptr (GFile) copy = g_file_new_for_path (path);

  g_assert_true (is_there (f->beside));
  g_assert_true (ring_workfile_save (work, copy, TRUE, NULL));
  g_assert_false (is_there (f->beside));
  g_assert_true (is_there (beside));
  g_clear_object (&work);
  g_assert_false (is_there (beside));
}

#define ADD(name, function) g_test_add ("/claim/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  ADD ("taken", test_taken);
  ADD ("another-process", test_another_process);
  ADD ("another-computer", test_another_computer);
  ADD ("hostile", test_hostile);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("turns", test_turns);
  ADD ("two", test_two);
  ADD ("unreadable", test_unreadable);
  ADD ("without-journal", test_without_journal);
  ADD ("save-as", test_save_as);
  return ring_test_run ();
}
