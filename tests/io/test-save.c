/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving where it goes wrong: the old file or the new one is there, whole, and nothing else. */
#include "ring-error.h"
#include "ring-file.h"
#include "ring-save.h"
#include "ring-test.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

static guint
mode_of (const char *path)
{
  struct stat st;

  g_assert_cmpint (stat (path, &st), ==, 0);
  return st.st_mode & 07777;
}

static void
test_new_and_again (void)
{
  g_autofree char *folder = ring_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a ring “5”.ring.svg", NULL);
  g_autoptr (GBytes) one = bytes_of ("one");
  g_autoptr (GBytes) two = bytes_of ("two");
  g_autoptr (GError) error = NULL;
  mode_t mask = umask (027);

  g_assert_true (ring_save_bytes (path, one, &error));
  g_assert_no_error (error);
  g_assert_cmphex (mode_of (path), ==, 0640);
  umask (mask);
  g_assert_cmpint (g_chmod (path, 0604), ==, 0);
  g_assert_true (ring_save_bytes (path, two, &error));
  assert_content (path, "two");
  g_assert_cmphex (mode_of (path), ==, 0604);
  g_assert_cmpuint (count_files (folder), ==, 1);
}

static void
test_links (void)
{
  g_autofree char *folder = ring_test_make_folder ();
  g_autofree char *sub = g_build_filename (folder, "sub", NULL);
  g_autofree char *target = g_build_filename (sub, "target", NULL);
  g_autofree char *link_a = g_build_filename (folder, "a", NULL);
  g_autofree char *link_b = g_build_filename (folder, "b", NULL);
  g_autofree char *loop = g_build_filename (folder, "loop", NULL);
  g_autofree char *hard = g_build_filename (folder, "hard", NULL);
  g_autoptr (GBytes) one = bytes_of ("one");
  g_autoptr (GBytes) two = bytes_of ("two");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (sub, 0700), ==, 0);
  g_assert_cmpint (symlink ("sub/target", link_a), ==, 0);
  g_assert_cmpint (symlink (link_a, link_b), ==, 0);
  g_assert_cmpint (symlink ("loop", loop), ==, 0);
  /* The last link may point to nothing yet. */
  g_assert_true (ring_save_bytes (link_b, one, &error));
  assert_content (target, "one");
  g_assert_true (ring_save_bytes (link_b, two, &error));
  assert_content (target, "two");
  g_assert_true (g_file_test (link_a, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (link_b, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (ring_save_bytes (loop, one, &error));
  g_clear_error (&error);

  g_assert_cmpint (link (target, hard), ==, 0);
  /* Both names go on showing the same file. */
  g_assert_true (ring_save_bytes (target, one, NULL));
  assert_content (target, "one");
  assert_content (hard, "one");
  g_assert_cmpuint (count_files (sub), ==, 1);
}

/* Labels of a person's own stay on the file. Some file systems know none, then there is nothing
 * to keep. */
static void
test_attributes (void)
{
  g_autofree char *folder = ring_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "f", NULL);
  g_autoptr (GBytes) one = bytes_of ("one");
  g_autoptr (GBytes) two = bytes_of ("two");
  char value[16] = "";

  g_assert_true (ring_save_bytes (path, one, NULL));
  if (setxattr (path, "user.ringwright.test", "gold", 4, 0) != 0)
    {
      g_assert_cmpint (errno, ==, ENOTSUP);
      g_test_message ("this file system has no attributes");
      return;
    }
  g_assert_true (ring_save_bytes (path, two, NULL));
  assert_content (path, "two");
  g_assert_cmpint ((int) getxattr (path, "user.ringwright.test", value, sizeof value), ==, 4);
  g_assert_cmpstr (value, ==, "gold");
}

static void
test_refused (void)
{
  g_autofree char *folder = ring_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "locked", NULL);
  g_autofree char *missing = g_build_filename (folder, "no", "such", NULL);
  g_autoptr (GBytes) one = bytes_of ("one");
  g_autoptr (GBytes) two = bytes_of ("two");
  g_autoptr (GError) error = NULL;

  g_assert_true (ring_save_bytes (path, one, NULL));
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_false (ring_save_bytes (path, two, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_READ_ONLY);
  assert_content (path, "one");
  g_clear_error (&error);
  g_assert_false (ring_save_bytes (missing, two, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (ring_save_bytes (folder, two, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (ring_save_bytes ("/dev/full", two, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count_files (folder), ==, 1);
}

/* The administrator may write everywhere, so a child that is nobody tries it. */
static int
save_as_nobody (const char *folder, const char *path)
{
  g_autoptr (GBytes) one = bytes_of ("one");
  g_autoptr (GBytes) two = bytes_of ("two");
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
    return 1;
  if (!ring_save_bytes (path, one, NULL) || g_chmod (folder, 0500) != 0)
    return 2;
  if (ring_save_bytes (path, two, &error))
    return 3;
  return g_error_matches (error, RING_ERROR, RING_ERROR_READ_ONLY) ? 0 : 4;
}

/* The owner of a file may be kept from its folder. */
static void
test_read_only_folder (void)
{
  /* Not the test's own folder, which nobody else may enter. */
  char folder[] = "/tmp/ring-save-XXXXXX";
  g_autofree char *path = NULL;
  pid_t child;
  int status;

  g_assert_nonnull (g_mkdtemp_full (folder, 0755));
  if (geteuid () == 0)
    g_assert_cmpint (chown (folder, 65534, 65534), ==, 0);
  path = g_build_filename (folder, "f", NULL);

  child = fork ();
  if (child == 0)
    _exit (save_as_nobody (folder, path));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  assert_content (path, "one");
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* In a child, since limits cannot be raised again: every size of the room that is left. STREAM: as
 * on another computer. */
static void
save_with_room (const char *path, gsize room, gboolean stream)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      struct rlimit limit = { room, room };
      g_autofree char *big = g_malloc0 (100000);
      g_autoptr (GBytes) bytes = g_bytes_new (big, 100000);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;

      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &limit);
      if (stream)
        _exit (ring_save_stream (file, bytes, &error) || error == NULL);
      if (ring_save_bytes (path, bytes, &error))
        _exit (1);
      _exit (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? 0 : 2);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
test_no_room (void)
{
  static const gsize rooms[] = { 0, 1, 4096, 50000, 99999 };
  g_autofree char *folder = ring_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "f", NULL);
  g_autofree char *fresh = g_build_filename (folder, "fresh", NULL);
  g_autoptr (GBytes) one = bytes_of ("one");

  g_assert_true (ring_save_bytes (path, one, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      save_with_room (path, rooms[i], FALSE);
      save_with_room (fresh, rooms[i], FALSE);
      assert_content (path, "one");
      g_assert_cmpuint (count_files (folder), ==, 1);
      save_with_room (path, rooms[i], TRUE);
      assert_content (path, "one");
    }
}

static void
test_stream (void)
{
  g_autofree char *folder = ring_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "f", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) missing = g_file_get_child (file, "below");
  g_autoptr (GBytes) one = bytes_of ("one");
  g_autoptr (GBytes) two = bytes_of ("two");
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ring_save_stream (file, one, &error));
  g_assert_no_error (error);
  g_assert_true (ring_save_stream (file, two, &error));
  back = ring_file_load_stream (file, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (back, two));
  g_assert_false (ring_save_stream (missing, two, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (ring_file_load_stream (missing, &error));
  g_assert_nonnull (error);
}

/* Killed at any moment: the old content or the new one, never a part. */
static void
test_killed (void)
{
  g_autofree char *folder = ring_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "f", NULL);
  gsize size = 2 << 20;
  g_autofree char *old = g_malloc (size);
  g_autofree char *new = g_malloc (size);
  g_autoptr (GBytes) old_bytes = NULL;
  g_autoptr (GBytes) new_bytes = NULL;
  guint n_old = 0;

  memset (old, 'o', size);
  memset (new, 'n', size);
  old_bytes = g_bytes_new_static (old, size);
  new_bytes = g_bytes_new_static (new, size);
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GBytes) now = NULL;
      pid_t child;

      g_assert_true (ring_save_bytes (path, old_bytes, NULL));
      child = fork ();
      if (child == 0)
        {
          ring_save_bytes (path, new_bytes, NULL);
          _exit (0);
        }
      /* The moment is the point of the test; there is no condition to wait for. */
      for (gint64 start = g_get_monotonic_time (); g_get_monotonic_time () < start + i * 150;)
        ;
      kill (child, SIGKILL);
      waitpid (child, NULL, 0);
      now = ring_test_read (path);
      n_old += g_bytes_equal (now, old_bytes);
      g_assert_true (g_bytes_equal (now, old_bytes) || g_bytes_equal (now, new_bytes));
    }
  g_test_message ("old content survived %u of 40", n_old);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/save/new-and-again", test_new_and_again);
  g_test_add_func ("/save/links", test_links);
  g_test_add_func ("/save/attributes", test_attributes);
  g_test_add_func ("/save/refused", test_refused);
  g_test_add_func ("/save/read-only-folder", test_read_only_folder);
  g_test_add_func ("/save/no-room", test_no_room);
  g_test_add_func ("/save/stream", test_stream);
  g_test_add_func ("/save/killed", test_killed);
  return ring_test_run ();
}
