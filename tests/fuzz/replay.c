/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* replay NAME: the function of fuzz-NAME.c on every file of tests/fuzz/corpus/NAME, and on changes
 * of them that a seed decides. What went wrong is repeated with RING_TEST_SEED. */
#include "ring-fuzz.h"
#include "ring-random.h"
#include "ring-test.h"

#include <string.h>

#define ROUNDS 3000
#define MAX_CHANGES 6
#define MAX_LENGTH 20000

static const char *name;
static GPtrArray *corpus; /* of GBytes */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
read_corpus (void)
{
  g_autofree char *relative = g_strconcat ("tests/fuzz/corpus/", name, NULL);
  g_autofree char *path = ring_test_source_path (relative);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *file;

  g_assert_nonnull (folder);
  corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  while ((file = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, file, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (corpus, ring_test_read (g_ptr_array_index (names, i)));
  g_assert_cmpuint (corpus->len, >, 0);
}

static gsize
below (RingRandom *random, gsize n)
{
  return (gsize) (ring_random_next (random) % MAX (n, 1));
}

/* A piece of some file of the corpus. */
static void
insert_piece (RingRandom *random, GByteArray *to, gsize at)
{
  GBytes *from = g_ptr_array_index (corpus, below (random, corpus->len));
  gsize n;
  const guint8 *data = g_bytes_get_data (from, &n);
  gsize start = below (random, n), length = 1 + below (random, 40);
  guint had = to->len;

  length = MIN (n - start, length);
  g_byte_array_set_size (to, had + (guint) length);
  memmove (to->data + at + length, to->data + at, had - at);
  memcpy (to->data + at, data + start, length);
}

static void
remove_piece (RingRandom *random, GByteArray *from, gsize at)
{
  gsize length = 1 + below (random, 40);

  g_byte_array_remove_range (from, (guint) at, (guint) MIN (from->len - at, length));
}

/* What readers trip over: signs, ends, long numbers. */
static guint8
strange_byte (RingRandom *random)
{
  static const char strange[] = "\0 \n<>&\"'-+.,;*=/0129eEzZ%\x7f\x80\xff";

  return (guint8) strange[below (random, sizeof strange - 1)];
}

static void
change (RingRandom *random, GByteArray *bytes)
{
  gsize at = below (random, bytes->len);

  if (bytes->len == 0 || (bytes->len < MAX_LENGTH && below (random, 5) == 0))
    insert_piece (random, bytes, at);
  else
    switch (below (random, 4))
      {
      case 0: bytes->data[at] = strange_byte (random); break;
      case 1: bytes->data[at] = (guint8) ring_random_next (random); break;
      case 2: bytes->data[at] ^= (guint8) (1 << below (random, 8)); break;
      default: remove_piece (random, bytes, at); break;
      }
}

/* Memory of just that size, so that a sanitizer sees a step past it. */
static void
run (const guint8 *data, gsize n)
{
  g_autofree guint8 *copy = g_malloc (MAX (n, 1));

  memcpy (copy, data, n);
  LLVMFuzzerTestOneInput (copy, n);
}

static void
test_corpus (void)
{
  run ((const guint8 *) "", 0);
  for (guint i = 0; i < corpus->len; i++)
    {
      gsize n;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (corpus, i), &n);

      run (data, n);
    }
}

static void
test_changed (void)
{
  guint64 seed = ring_test_seed (2026);
  RingRandom random;

  ring_random_init_seed (&random, seed);
  for (guint i = 0; i < ring_test_rounds (ROUNDS); i++)
    {
      GBytes *from = g_ptr_array_index (corpus, below (&random, corpus->len));
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      guint n_changes = 1 + (guint) below (&random, MAX_CHANGES);

      g_byte_array_append (bytes, g_bytes_get_data (from, NULL), (guint) g_bytes_get_size (from));
      for (guint k = 0; k < n_changes; k++)
        change (&random, bytes);
      run (bytes->data, bytes->len);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *whole = NULL;
  g_autofree char *changed = NULL;
  int status;

  ring_test_init (&argc, &argv);
  g_assert_cmpint (argc, ==, 2);
  name = argv[1];
  whole = g_strdup_printf ("/fuzz/%s/corpus", name);
  changed = g_strdup_printf ("/fuzz/%s/changed", name);
  read_corpus ();
  g_test_add_func (whole, test_corpus);
  g_test_add_func (changed, test_changed);
  status = ring_test_run ();
  g_ptr_array_unref (corpus);
  return status;
}
