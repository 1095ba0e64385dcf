/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The index of a folder follows its files, whatever happens to them, and loses nothing when it
 * goes. */
#define _GNU_SOURCE /* memmem() */
#include "ring-error.h"
#include "ring-library-private.h"
#include "ring-svg.h"
#include "ring-test-model.h"
#include "ring-test.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *index, *path;
  GFile *folder;
  RingLibrary *library;
} World;

static void
open_library (World *world, gboolean damaged)
{
  g_autoptr (GError) error = NULL;

  world->library = ring_library_open (world->index, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ring_library_was_damaged (world->library), ==, damaged);
}

static void
set_up (World *world, gconstpointer data)
{
  g_autofree char *home = ring_test_make_folder ();

  world->path = ring_test_make_folder ();
  world->folder = g_file_new_for_path (world->path);
  world->index = g_build_filename (home, "cache", "library.sqlite", NULL);
  open_library (world, FALSE);
}

static void
tear_down (World *world, gconstpointer data)
{
  ring_library_unref (world->library);
  g_object_unref (world->folder);
  g_free (world->path);
  g_free (world->index);
}

static void
write_design (
    World *world, const char *name, const char *title, const char *client, const char *said)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  const char *const commission[]
      = { "title", title, "client", client, "status", "quoted", "promised", "2026-12-20", NULL };
  const char *const entry[] = { "text", said, NULL };
  g_autoptr (RingDrawing) first = ring_test_with_record (ring_design_get_drawing (design),
                                                         RING_RECORD_COMMISSION, "c1", commission);
  g_autoptr (RingDrawing) drawing = ring_test_with_record (first, RING_RECORD_ENTRY, "e1", entry);
  g_autoptr (GBytes) bytes = ring_svg_write (drawing, RING_WRITE_DESIGN);
  g_autofree char *path = g_build_filename (world->path, name, NULL);

  ring_test_write (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
}

static guint
update (World *world)
{
  g_autoptr (GError) error = NULL;
  guint n;

  g_assert_true (ring_library_update (world->library, world->folder, NULL, NULL, NULL, &n, NULL, &error));
  g_assert_no_error (error);
  return n;
}

static GPtrArray *
list (World *world, const char *words)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = ring_library_list (world->library, world->folder, words, &error);

  g_assert_no_error (error);
  return entries;
}

static void
assert_lists (World *world, const char *words, guint n)
{
  g_autoptr (GPtrArray) entries = list (world, words);

  g_assert_cmpuint (entries->len, ==, n);
}

/* A design with one stroke through these points, which lies as MATRIX says. */
static void
write_stroke (World *world, const char *name, const RingSample *samples, gsize n, const RingMatrix *matrix)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  RingLayer *layer = ring_test_layer (design, RING_VIEW_FRONT, RING_ROLE_INK);
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Test");
  g_autoptr (RingSamples) list = ring_samples_new (samples, n, RING_TEST_NOW_MS);
  RingStroke stroke = { .samples = list, .fit = 0.01,
                        .style = { RING_INSTRUMENT_PEN,
                                   { 0.8, 0.2, RING_PRESSURE_LINEAR, RING_SMOOTHING_EXACT },
                                   0x000000ff } };
  g_autoptr (RingItem) plain = ring_item_new_stroke ("saaaaaaaaaaa1", &stroke);
  g_autoptr (RingItem) item = ring_item_with_matrix (plain, matrix);
  g_autofree char *path = g_build_filename (world->path, name, NULL);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (ring_edit_append_item (edit, ring_layer_get_head (layer)->id, item));
  ring_test_commit (design, edit);
  bytes = ring_svg_write (ring_design_get_drawing (design), RING_WRITE_DESIGN);
  ring_test_write (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
}

static RingTwinKey
key_of (World *world, const char *name)
{
  g_autofree char *path = g_build_filename (world->path, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (RingDrawing) drawing = NULL;
  gsize n;

  g_assert_true (g_file_get_contents (path, &text, &n, NULL));
  drawing = ring_svg_read (text, n, NULL, NULL);
  g_assert_nonnull (drawing);
  return ring_twin_key (drawing);
}

/* A copy that was moved and turned by a quarter is found, one with another point is not; the design itself is none, and
 * neither are designs without a drawing. */
static void
test_twins (World *world, gconstpointer data)
{
  const RingSample first[] = { { .x = 0, .y = 0 }, { .x = 4, .y = 1, .time = 10 }, { .x = 6, .y = 5, .time = 20 } };
  const RingSample second[] = { { .x = 0, .y = 0 }, { .x = 4, .y = 1.06, .time = 10 }, { .x = 6, .y = 5, .time = 20 } };
  const RingMatrix turned = { 0, 1, -1, 0, 3, -2 };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;
  g_auto (GStrv) none = NULL;
  RingTwinKey key;
  guint n = 0;

  write_stroke (world, "one.ring.svg", first, 3, &RING_MATRIX_IDENTITY);
  write_stroke (world, "turned.ring.svg", first, 3, &turned);
  write_stroke (world, "other.ring.svg", second, 3, &RING_MATRIX_IDENTITY);
  write_design (world, "words.ring.svg", "Band", "Bo Kim", "Plain");
  g_assert_cmpuint (update (world), ==, 4);

  key = key_of (world, "one.ring.svg");
  names = ring_library_find_twins (world->library, world->folder, &key, "one.ring.svg", &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (g_strv_length (names), ==, 1);
  g_assert_cmpstr (names[0], ==, "turned.ring.svg");

  key = key_of (world, "words.ring.svg");
  none = ring_library_find_twins (world->library, world->folder, &key, NULL, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

static void
test_texts (World *world, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GBytes) picture = NULL;
  const RingLibraryEntry *entry;

  write_design (world, "one.ring.svg", "Ring for Ana", "Ana Ruiz", "Her grandmother’s sapphire");
  write_design (world, "two.ring.svg", "Band", "Bo Kim", "Plain, and a little heavier");
  g_assert_cmpuint (update (world), ==, 2);
  assert_lists (world, NULL, 2);
  assert_lists (world, "kim", 1);
  assert_lists (world, "PLAIN heav", 1);
  assert_lists (world, "two.ring", 1);
  assert_lists (world, "kim sapphire", 0);
  entries = list (world, "grandmother sapph");
  g_assert_cmpuint (entries->len, ==, 1);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->name, ==, "one.ring.svg");
  g_assert_cmpstr (entry->title, ==, "Ring for Ana");
  g_assert_cmpstr (entry->client, ==, "Ana Ruiz");
  g_assert_cmpstr (entry->status, ==, "quoted");
  g_assert_cmpstr (entry->promised, ==, "2026-12-20");
  g_assert_null (entry->problem);
  picture = ring_library_get_picture (world->library, entry->id);
  g_assert_nonnull (picture);
  g_assert_cmpmem (g_bytes_get_data (picture, NULL), 4, "\x89PNG", 4);
}

/* New, changed, gone; what stayed is not read again. */
static void
test_follows (World *world, gconstpointer data)
{
  g_autofree char *two = g_build_filename (world->path, "two.ring.svg", NULL);

  write_design (world, "one.ring.svg", "One", "Ana", "x");
  write_design (world, "two.ring.svg", "Two", "Bo", "x");
  g_assert_cmpuint (update (world), ==, 2);
  g_assert_cmpuint (update (world), ==, 0);
  write_design (world, "one.ring.svg", "One, longer", "Ana Maria", "x");
  g_assert_cmpuint (update (world), ==, 1);
  assert_lists (world, "maria", 1);
  g_assert_cmpint (g_unlink (two), ==, 0);
  g_assert_cmpuint (update (world), ==, 1);
  assert_lists (world, NULL, 1);
  assert_lists (world, "bo", 0);
  /* It is all there when the program starts again. */
  ring_library_unref (world->library);
  open_library (world, FALSE);
  assert_lists (world, "maria", 1);
  g_assert_cmpuint (update (world), ==, 0);
}

/* Whatever lies there: files that are none are not listed, designs that are broken are, with the
 * reason. */
static void
test_strange (World *world, gconstpointer data)
{
  static const char *const names[]
      = { "broken.ring.svg", "empty.ring.svg", "letter.txt", "plain.svg" };
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *folder = g_build_filename (world->path, "folder.ring.svg", NULL);
  guint n_problems = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (world->path, names[i], NULL);

      ring_test_write (path, "<svg", i == 1 ? 0 : 4);
    }
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  write_design (world, "good.ring.svg", "Good", "Ana", "x");
  g_assert_cmpuint (update (world), ==, 3);
  entries = list (world, NULL);
  g_assert_cmpuint (entries->len, ==, 3);
  for (guint i = 0; i < entries->len; i++)
    n_problems += ((RingLibraryEntry *) g_ptr_array_index (entries, i))->problem != NULL;
  g_assert_cmpuint (n_problems, ==, 2);
  assert_lists (world, "broken", 1);
  g_assert_cmpuint (update (world), ==, 0);
}

/* The folder goes and comes back; the index stays meanwhile. */
static void
test_folder_gone (World *world, gconstpointer data)
{
  g_autofree char *away = g_strconcat (world->path, "-away", NULL);
  g_autoptr (GError) error = NULL;

  write_design (world, "one.ring.svg", "One", "Ana", "x");
  update (world);
  g_assert_cmpint (g_rename (world->path, away), ==, 0);
  g_assert_false (
      ring_library_update (world->library, world->folder, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_NOT_FOUND);
  assert_lists (world, "ana", 1);
  g_assert_cmpint (g_rename (away, world->path), ==, 0);
  g_assert_cmpuint (update (world), ==, 0);
}

static void
cancel_cb (guint n, guint of, gpointer data)
{
  if (n == 3)
    g_cancellable_cancel (data);
}

/* What was read before it was cancelled need not be read again. */
static void
test_cancel (World *world, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.ring.svg", i);

      write_design (world, name, "One", "Ana", "x");
    }
  g_assert_false (ring_library_update (world->library, world->folder, cancellable, cancel_cb,
                                       cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_lists (world, NULL, 3);
  g_assert_cmpuint (update (world), ==, 2);
}

static void
test_damaged (World *world, gconstpointer data)
{
  write_design (world, "one.ring.svg", "One", "Ana", "x");
  update (world);
  ring_library_unref (world->library);
  ring_test_write (world->index, "this is no database, and never was one", -1);
  open_library (world, TRUE);
  assert_lists (world, NULL, 0);
  g_assert_cmpuint (update (world), ==, 1);
  assert_lists (world, "ana", 1);
}

static void
make_folder (World *world, const char *name)
{
  g_autofree char *path = g_build_filename (world->path, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
}

/* Years and clients in folders of their own: found by the words of both, and followed. */
static void
test_below (World *world, gconstpointer data)
{
  g_autofree char *link = g_build_filename (world->path, "2026", "again", NULL);
  g_autofree char *moved = g_build_filename (world->path, "2027", "ana.ring.svg", NULL);
  g_autofree char *from = g_build_filename (world->path, "2026", "Ruiz", "ana.ring.svg", NULL);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) folders = NULL;
  g_autoptr (GError) error = NULL;

  make_folder (world, "2026/Ruiz");
  make_folder (world, "2027");
  make_folder (world, ".trash");
  write_design (world, "top.ring.svg", "Top", "Bo", "x");
  write_design (world, "2026/Ruiz/ana.ring.svg", "Ring", "Ana", "x");
  write_design (world, "2026/ana.ring.svg", "Band", "Ana", "x");
  write_design (world, ".trash/old.ring.svg", "Old", "Ana", "x");
  g_assert_cmpint (symlink (world->path, link), ==, 0);
  g_assert_true (
      ring_library_update (world->library, world->folder, NULL, NULL, NULL, NULL, &folders, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (folders->len, ==, 4);
  assert_lists (world, NULL, 3);
  assert_lists (world, "ana", 2);
  entries = list (world, "ruiz");
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (((RingLibraryEntry *) entries->pdata[0])->name, ==, "2026/Ruiz/ana.ring.svg");
  g_assert_cmpuint (update (world), ==, 0);
  g_assert_cmpint (g_rename (from, moved), ==, 0);
  g_assert_cmpuint (update (world), ==, 2);
  assert_lists (world, "ruiz", 0);
  assert_lists (world, "2027", 1);
}

/* A folder of too many says how many are too many, and has the nearest ones. */
static void
test_many_folders (World *world, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n;

  write_design (world, "top.ring.svg", "Top", "Bo", "x");
  for (guint i = 0; i <= RING_LIBRARY_MOST_FOLDERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("f%04u", i);

      make_folder (world, name);
    }
  write_design (world, "f0000/first.ring.svg", "First", "Bo", "x");
  write_design (world, "f1000/last.ring.svg", "Last", "Bo", "x");
  g_assert_false (ring_library_update (world->library, world->folder, NULL, NULL, NULL, &n, NULL, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "1000 folders"));
  g_assert_cmpuint (n, ==, 2);
  assert_lists (world, "first", 1);
  assert_lists (world, "last", 0);
}

/* One folder that does not let itself be looked into, which nobody is forbidden who may do all: so this one looks
 * as somebody else. */
static void
test_closed (World *world, gconstpointer data)
{
  g_autofree char *path = g_build_filename (world->path, "closed", NULL);
  uid_t user = geteuid ();
  g_autoptr (RingLibraryWalk) walk = NULL;
  g_autoptr (GError) error = NULL;

  make_folder (world, "closed");
  write_design (world, "open.ring.svg", "Open", "Bo", "x");
  g_assert_cmpint (chmod (world->path, 0755), ==, 0);
  g_assert_cmpint (chmod (path, 0), ==, 0);
  if (user == 0)
    g_assert_cmpint (seteuid (65534), ==, 0);
  walk = _ring_library_walk (world->folder, NULL, &error);
  g_assert_cmpint (seteuid (user), ==, 0);
  g_assert_cmpint (chmod (path, 0700), ==, 0);
  g_assert_no_error (error);
  g_assert_cmpuint (walk->files->len, ==, 1);
  g_assert_error (walk->problem, RING_ERROR, RING_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (walk->problem->message, "closed/"));
  g_assert_true (_ring_library_walk_is_closed (walk, "closed/kept.ring.svg"));
  g_assert_false (_ring_library_walk_is_closed (walk, "open.ring.svg"));
}

/* Not on this computer's disk, as a server is not: no path, no moment of change, no monitor; streams alone. GIO
 * opens the program's own resources so. */
static void
test_not_local (World *world, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_uri ("resource://" RING_APP_PATH);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GBytes) picture = NULL;
  g_autoptr (GError) error = NULL;
  const RingLibraryEntry *entry;
  guint n;

  g_assert_false (g_file_is_native (folder));
  g_assert_null (g_file_peek_path (folder));
  g_assert_true (ring_library_update (world->library, folder, NULL, NULL, NULL, &n, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  entries = ring_library_list (world->library, folder, "sapphire ratnapura", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->name, ==, "samples/commission.ring.svg");
  g_assert_null (entry->problem);
  picture = ring_library_get_picture (world->library, entry->id);
  g_assert_nonnull (picture);
  g_assert_true (ring_library_update (world->library, folder, NULL, NULL, NULL, &n, NULL, &error));
  g_assert_cmpuint (n, ==, 0);
}

/* How many of WORDS stand in the file that is called as the index with END behind. */
static guint
count_in_file (World *world, const char *end, const char *const *words)
{
  g_autofree char *path = g_strconcat (world->index, end, NULL);
  g_autofree char *bytes = NULL;
  guint n = 0;
  gsize length;

  if (!g_file_get_contents (path, &bytes, &length, NULL))
    return 0;
  for (; *words != NULL; words++)
    n += memmem (bytes, length, *words, strlen (*words)) != NULL;
  return n;
}

/* Nothing of the client is left in the index, not even where the file has room. */
static void
test_forget (World *world, gconstpointer data)
{
  static const char *const words[] = { "Quetzal", "Xylophon", "Secretring", NULL };
  static const char *const folded[] = { "quetzal", "xylophon", "secretring", NULL };
  g_autoptr (GFile) inner = g_file_get_child (world->folder, "clients");
  g_autoptr (GFile) file = g_file_get_child (inner, "one.ring.svg");
  g_autoptr (GFile) other = g_file_get_child (world->folder, "none.ring.svg");
  g_autoptr (GError) error = NULL;

  make_folder (world, "clients");
  write_design (world, "clients/one.ring.svg", "Secretring", "Quetzalcoatlina", "Xylophonistic");
  write_design (world, "two.ring.svg", "Two", "Bo", "x");
  update (world);
  /* In the index of its own folder, too. */
  g_assert_true (ring_library_update (world->library, inner, NULL, NULL, NULL, NULL, NULL, &error));
  assert_lists (world, "quetzal", 1);
  g_assert_cmpuint (count_in_file (world, "", words) + count_in_file (world, "-wal", words), >=, 3);
  g_assert_true (ring_library_forget (world->library, file, &error));
  g_assert_no_error (error);
  g_assert_true (ring_library_forget (world->library, other, &error));
  assert_lists (world, "quetzal", 0);
  assert_lists (world, NULL, 1);
  g_assert_cmpuint (count_in_file (world, "", words), ==, 0);
  g_assert_cmpuint (count_in_file (world, "", folded), ==, 0);
  g_assert_cmpuint (count_in_file (world, "-wal", words), ==, 0);
  g_assert_cmpuint (count_in_file (world, "-wal", folded), ==, 0);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/library/" name, World, NULL, set_up, func, tear_down)
  ADD ("texts", test_texts);
  ADD ("twins", test_twins);
  ADD ("follows", test_follows);
  ADD ("strange", test_strange);
  ADD ("folder-gone", test_folder_gone);
  ADD ("cancel", test_cancel);
  ADD ("damaged", test_damaged);
  ADD ("below", test_below);
  ADD ("many-folders", test_many_folders);
  ADD ("closed", test_closed);
  ADD ("not-local", test_not_local);
  ADD ("forget", test_forget);
#undef ADD
  return ring_test_run ();
}
