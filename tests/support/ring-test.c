/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-test.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
/* A module that was unloaded took the pointers to its memory with it, and the leak sanitizer cannot
 * say any more whose it was. So none is unloaded. */
int dlclose (void *module);

int
dlclose (void *module)
{
  return 0;
}

/* GLib's table of quarks is replaced when it is full, and never freed, as another thread may be
 * reading it. The first table is the first piece of its size, from before main(); what is known here
 * is no leak. */
#define QUARK_TABLE (2048 * sizeof (char *))

void __sanitizer_malloc_hook (const volatile void *piece, size_t size);

const volatile void *ring_test_quark_table;

void
__sanitizer_malloc_hook (const volatile void *piece, size_t size)
{
  if (size == QUARK_TABLE && ring_test_quark_table == NULL)
    ring_test_quark_table = piece;
}
#endif

static GPtrArray *folders; /* Paths to remove at the end. */
static pid_t owner;        /* A forked child must not remove its parent's folders. */

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    dir = g_dir_open (path, 0, NULL);
  if (dir == NULL)
    {
      g_unlink (path);
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_rmdir (path);
}

static void
remove_folders (void)
{
  if (folders == NULL || getpid () != owner)
    return;
  for (guint i = 0; i < folders->len; i++)
    {
      /* A test may have made a folder read-only. */
      g_chmod (g_ptr_array_index (folders, i), 0700);
      remove_tree (g_ptr_array_index (folders, i));
    }
  g_clear_pointer (&folders, g_ptr_array_unref);
}

static void
set_folder (const char *name, const char *home, const char *relative)
{
  g_autofree char *path = g_build_filename (home, relative, NULL);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  g_setenv (name, path, TRUE);
}

static void
make_home (void)
{
  g_autofree char *home = ring_test_make_folder ();

  g_setenv ("HOME", home, TRUE);
  set_folder ("XDG_CONFIG_HOME", home, ".config");
  set_folder ("XDG_DATA_HOME", home, ".local/share");
  set_folder ("XDG_STATE_HOME", home, ".local/state");
  set_folder ("XDG_CACHE_HOME", home, ".cache");
}

/* Gives the program private folders (those of run-x where it runs there), a clock that stands,
 * random numbers that repeat, UTC and a plain locale, before GLib has read any of them. */
void
ring_test_init (int *argc, char ***argv)
{
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, RING_TEST_NOW_MS);

  if (g_getenv ("RING_TEST_HOME") == NULL)
    make_home ();
  g_setenv ("GSETTINGS_SCHEMA_DIR", RING_TEST_BUILD_ROOT "/data", TRUE);
  g_setenv ("RINGWRIGHT_NOW", now, TRUE);
  g_setenv ("RINGWRIGHT_SEED", "1", TRUE);
  g_setenv ("TZ", "UTC", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("GIO_USE_VFS", "local", TRUE);
  g_setenv ("GIO_USE_VOLUME_MONITOR", "unix", TRUE);
  g_unsetenv ("LANGUAGE");

  if (g_strcmp0 (g_getenv ("RING_TEST_LOCALE"), "comma") == 0)
    {
      ring_test_use_comma_locale ();
    }
  else
    {
      g_setenv ("LC_ALL", "C.UTF-8", TRUE);
      setlocale (LC_ALL, "");
    }

  g_test_init (argc, argv, NULL);
}

int
ring_test_run (void)
{
  int status = g_test_run ();

  remove_folders ();
  return status;
}

/* Turns the whole process to German number habits with the locale that the build has made, and
 * proves that the C library follows. */
void
ring_test_use_comma_locale (void)
{
  char text[16];

  g_setenv ("LOCPATH", RING_TEST_LOCALE_DIR, TRUE);
  g_setenv ("LC_ALL", "de_DE.UTF-8", TRUE);
  if (setlocale (LC_ALL, "") == NULL)
    g_error ("The locale de_DE.UTF-8 is not in %s; build the target comma-locale",
             RING_TEST_LOCALE_DIR);
  g_snprintf (text, sizeof text, "%.1f", 1.5);
  g_assert_cmpstr (text, ==, "1,5");
}

/* Returns the path of a file of tests/data. */
char *
ring_test_data_path (const char *relative)
{
  return g_build_filename (RING_TEST_SOURCE_ROOT, "tests", "data", relative, NULL);
}

/* Returns the path of a file of the source tree. */
char *
ring_test_source_path (const char *relative)
{
  return g_build_filename (RING_TEST_SOURCE_ROOT, relative, NULL);
}

/* Returns the path of a file of the build tree, such as "src/ringwright". */
char *
ring_test_build_path (const char *relative)
{
  return g_build_filename (RING_TEST_BUILD_ROOT, relative, NULL);
}

/* Returns a path for what a person should look at after a failure; its folder exists. */
char *
ring_test_output_path (const char *name)
{
  const char *folder = g_getenv ("RING_TEST_OUTPUT");
  g_autofree char *flat = g_strdelimit (g_strdup (name), "/", '-');

  if (folder == NULL)
    folder = RING_TEST_BUILD_ROOT "/tests/output";
  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  return g_build_filename (folder, flat, NULL);
}

/* Makes an empty folder that disappears with the program. */
char *
ring_test_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("ring-test-XXXXXX", &error);

  g_assert_no_error (error);
  if (folders == NULL)
    {
      folders = g_ptr_array_new_with_free_func (g_free);
      owner = getpid ();
      atexit (remove_folders);
    }
  g_ptr_array_add (folders, g_strdup (path));
  return path;
}

GBytes *
ring_test_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize length = 0;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

/* LENGTH may be -1 for a string. */
void
ring_test_write (const char *path, const void *data, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, length, &error);
  g_assert_no_error (error);
}

/* Shows a few characters around an offset, so that the log alone explains most failures. */
static char *
excerpt (const char *data, gsize length, gsize offset)
{
  gsize from = offset > 40 ? offset - 40 : 0;
  gsize to = MIN (length, offset + 60);
  g_autofree char *raw = g_strndup (data + from, to - from);
  g_autofree char *valid = g_utf8_make_valid (raw, -1);

  return g_strescape (valid, NULL);
}

/* Fails, naming line and offset, unless both are the same bytes. What was got is left in the
 * output folder. */
void
ring_test_assert_bytes (const char *what, GBytes *got, GBytes *expected)
{
  gsize got_length;
  gsize expected_length;
  const char *a = g_bytes_get_data (got, &got_length);
  const char *b = g_bytes_get_data (expected, &expected_length);
  gsize shared = MIN (got_length, expected_length);
  gsize at = 0;
  guint line = 1;
  g_autofree char *got_text = NULL;
  g_autofree char *expected_text = NULL;
  g_autofree char *path = NULL;

  while (at < shared && a[at] == b[at])
    if (a[at++] == '\n')
      line++;
  if (at == shared && got_length == expected_length)
    return;

  got_text = excerpt (a, got_length, at);
  expected_text = excerpt (b, expected_length, at);
  path = ring_test_output_path (what);
  ring_test_write (path, got_length > 0 ? a : "", (gssize) got_length);
  g_test_message ("%s differs at byte %" G_GSIZE_FORMAT ", line %u (%" G_GSIZE_FORMAT
                  " bytes, expected %" G_GSIZE_FORMAT ")",
                  what, at, line, got_length, expected_length);
  g_test_message ("got:      %s", got_text);
  g_test_message ("expected: %s", expected_text);
  g_test_message ("all of it is in %s", path);
  g_test_fail ();
}

/* Compares DATA with the file RELATIVE of tests/data; with RING_TEST_UPDATE=1 it becomes that
 * file. */
void
ring_test_assert_golden (const char *relative, const void *data, gssize length)
{
  g_autofree char *path = ring_test_data_path (relative);
  g_autoptr (GBytes) got = NULL;
  g_autoptr (GBytes) expected = NULL;

  if (length < 0)
    length = (gssize) strlen (data);
  if (g_strcmp0 (g_getenv ("RING_TEST_UPDATE"), "1") == 0)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
      ring_test_write (path, data, length);
      return;
    }

  got = g_bytes_new (data, (gsize) length);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    expected = ring_test_read (path);
  else
    {
      g_test_message ("%s does not exist; RING_TEST_UPDATE=1 makes it", path);
      expected = g_bytes_new_static ("", 0);
      g_test_fail ();
    }
  ring_test_assert_bytes (relative, got, expected);
}

static gboolean
late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_CONTINUE;
}

/* Only wakes the loop, so that a condition outside of it is looked at again. */
static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main context until CONDITION holds; returns FALSE when SECONDS pass first. */
gboolean
ring_test_wait (RingTestCondition condition, gpointer data, double seconds)
{
  gboolean late = FALSE;
  guint deadline = g_timeout_add ((guint) (seconds * 1000), late_cb, &late);
  guint tick = g_timeout_add (10, tick_cb, NULL);
  gboolean holds;

  while (!(holds = condition (data)) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (deadline);
  g_source_remove (tick);
  return holds;
}

/* How long the process has worked until now, in seconds of a build without sanitizers: what others
 * do on the machine at the same time does not count. */
double
ring_test_work (void)
{
#ifdef __SANITIZE_ADDRESS__
  const double slower = 6;
#else
  const double slower = 1;
#endif
  struct timespec used;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &used);
  return ((double) used.tv_sec + (double) used.tv_nsec / 1e9) / slower;
}

/* The seed of a property test: RING_TEST_SEED or FALLBACK, written to the log so that a failure
 * can be repeated. */
guint64
ring_test_seed (guint64 fallback)
{
  const char *text = g_getenv ("RING_TEST_SEED");
  guint64 seed = text != NULL ? g_ascii_strtoull (text, NULL, 10) : fallback;

  g_test_message ("RING_TEST_SEED=%" G_GUINT64_FORMAT, seed);
  return seed;
}

/* How often a random test goes round: NORMAL times, or fifty times as often in the long run. */
guint
ring_test_rounds (guint normal)
{
  return g_strcmp0 (g_getenv ("RING_TEST_LONG"), "1") == 0 ? normal * 50 : normal;
}
