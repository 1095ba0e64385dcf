/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-index.h"
#include "ring-random.h"
#include "ring-test.h"

#include <math.h>

#define N 400

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  gsize x = GPOINTER_TO_SIZE (*(gpointer const *) a), y = GPOINTER_TO_SIZE (*(gpointer const *) b);

  return (x > y) - (x < y);
}

static RingRect
random_rect (RingRandom *random)
{
  double size = pow (10, ring_random_unit (random) * 5 - 2);
  double x = ring_random_unit (random) * 300 - 150, y = ring_random_unit (random) * 300 - 150;

  if (ring_random_unit (random) < 0.02)
    return RING_RECT_EMPTY;
  if (ring_random_unit (random) < 0.02)
    return (RingRect){ -INFINITY, y, INFINITY, y };
  return (RingRect){ x, y, x + size * ring_random_unit (random),
                     y + size * ring_random_unit (random) };
}

static void
check_query (RingIndex *index, const RingRect *rects, const gboolean *there, RingRect region)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  guint k = 0;

  ring_index_query (index, region, keys);
  g_ptr_array_sort (keys, compare_keys);
  for (guint i = 0; i < N; i++)
    {
      if (!there[i] || !ring_rect_intersects (rects[i], region))
        continue;
      g_assert_cmpuint (k, <, keys->len);
      g_assert_cmpuint (GPOINTER_TO_SIZE (g_ptr_array_index (keys, k++)), ==, i + 1);
    }
  g_assert_cmpuint (k, ==, keys->len);
}

/* Thousands of random edits, each answer compared with a look at every rectangle. */
static void
test_random (void)
{
  g_autoptr (RingIndex) index = ring_index_new (10);
  static RingRect rects[N];
  static gboolean there[N];
  guint size = 0;
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (21));
  for (guint round = 0; round < 6000; round++)
    {
      guint i = (guint) (ring_random_unit (&random) * N);
      gpointer key = GSIZE_TO_POINTER (i + 1);

      if (ring_random_unit (&random) < 0.4)
        {
          ring_index_remove (index, key);
          size -= there[i];
          there[i] = FALSE;
        }
      else
        {
          size += !there[i];
          rects[i] = random_rect (&random);
          there[i] = TRUE;
          ring_index_insert (index, key, rects[i]);
        }
      g_assert_cmpuint (ring_index_get_size (index), ==, size);
      if (round % 4 == 0)
        check_query (index, rects, there, random_rect (&random));
    }
  check_query (index, rects, there, (RingRect){ -INFINITY, -INFINITY, INFINITY, INFINITY });
  check_query (index, rects, there, (RingRect){ -1e300, -1e300, 1e300, 1e300 });
}

static void
test_odd (void)
{
  g_autoptr (RingIndex) index = ring_index_new (NAN);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  int a;

  ring_index_remove (index, &a);
  ring_index_query (index, (RingRect){ 0, 0, 1, 1 }, keys);
  ring_index_insert (index, &a, (RingRect){ 1e300, 1e300, 1e301, 1e301 });
  ring_index_query (index, RING_RECT_EMPTY, keys);
  g_assert_cmpuint (keys->len, ==, 0);
  ring_index_query (index, (RingRect){ 1e300, 1e300, 1e300, 1e300 }, keys);
  g_assert_cmpuint (keys->len, ==, 1);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);

  g_test_add_func ("/index/random", test_random);
  g_test_add_func ("/index/odd", test_odd);

  return ring_test_run ();
}
