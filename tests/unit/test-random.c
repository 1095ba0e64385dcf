/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-random.h"
#include "ring-test.h"

#include <string.h>

/* Samples and golden files hold ids, so the sequence of a seed is part of the format of the
 * tests: it must not change from one version to the next. */
static void
test_known (void)
{
  RingRandom random;

  ring_random_init_seed (&random, 1);
  g_assert_cmpuint (ring_random_next (&random), ==, G_GUINT64_CONSTANT (0x9890a08cc61d98a5));
  g_assert_cmpuint (ring_random_next (&random), ==, G_GUINT64_CONSTANT (0x91a182125b3dfdc4));
}

static void
test_seed (void)
{
  RingRandom a;
  RingRandom b;

  ring_random_init (&a);
  ring_random_init_seed (&b, 1);
  g_assert_cmpmem (&a, sizeof a, &b, sizeof b);

  g_setenv ("RINGWRIGHT_SEED", "2", TRUE);
  ring_random_init (&a);
  g_assert_cmpuint (ring_random_next (&a), !=, ring_random_next (&b));
}

static void
test_unseeded (void)
{
  RingRandom a;
  RingRandom b;

  g_unsetenv ("RINGWRIGHT_SEED");
  ring_random_init (&a);
  ring_random_init (&b);
  g_assert_cmpuint (ring_random_next (&a), !=, ring_random_next (&b));
}

/* Seed 0 must not leave the generator stuck in the one state it cannot leave. */
static void
test_seed_zero (void)
{
  RingRandom random;

  ring_random_init_seed (&random, 0);
  g_assert_true (random.state[0] != 0 || random.state[1] != 0);
  g_assert_cmpuint (ring_random_next (&random), !=, ring_random_next (&random));
}

static void
test_unit (void)
{
  RingRandom random;
  guint tenths[10] = { 0 };

  ring_random_init_seed (&random, ring_test_seed (5));
  for (guint i = 0; i < 100000; i++)
    {
      double value = ring_random_unit (&random);

      g_assert_true (value >= 0 && value < 1);
      tenths[(int) (value * 10)]++;
    }
  /* Each tenth holds 10000 of them, give or take five standard deviations. */
  for (guint i = 0; i < 10; i++)
    g_assert_cmpuint (ABS ((int) tenths[i] - 10000), <, 475);
}

static void
test_id (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (6));
  for (guint i = 0; i < 100000; i++)
    {
      char *id = ring_random_id (&random, 's');

      g_assert_cmpuint (strlen (id), ==, 13);
      g_assert_cmpint (id[0], ==, 's');
      g_assert_cmpuint (strspn (id + 1, "abcdefghijklmnopqrstuvwxyz234567"), ==, 12);
      g_assert_true (g_hash_table_add (seen, id));
    }
}

static void
test_uuid (void)
{
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (7));
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *uuid = ring_random_uuid (&random);

      g_assert_true (g_uuid_string_is_valid (uuid));
      g_assert_cmpint (uuid[14], ==, '4');
      g_assert_nonnull (strchr ("89ab", uuid[19]));
    }
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/base/random/known", test_known);
  g_test_add_func ("/base/random/seed", test_seed);
  g_test_add_func ("/base/random/unseeded", test_unseeded);
  g_test_add_func ("/base/random/seed-zero", test_seed_zero);
  g_test_add_func ("/base/random/unit", test_unit);
  g_test_add_func ("/base/random/id", test_id);
  g_test_add_func ("/base/random/uuid", test_uuid);
  return ring_test_run ();
}
