/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sequence against a plain array that does the same. */

#include "ring-sequence.h"

#include <math.h>

#include "ring-test.h"

static RingItem *
new_item (GRand *rand, guint number)
{
  g_autofree char *id = g_strdup_printf ("s%u", number);
  g_autoptr (RingPath) path = ring_path_new ();
  g_autoptr (RingInkPicture) picture = NULL;
  RingStroke stroke = { .fit = 0.01, .style = { .instrument = RING_INSTRUMENT_PEN } };
  RingNote note = { .at = { g_rand_double_range (rand, 0, 200), g_rand_double_range (rand, 0, 200) },
                    .size = 2 };
  gint32 choice = g_rand_int_range (rand, 0, 100);
  double x = g_rand_double_range (rand, 0, 200);
  double y = g_rand_double_range (rand, 0, 200);

  if (choice < 2)
    return ring_item_new_foreign (id, "<!-- no place -->", FALSE);
  if (choice < 10)
    return ring_item_new_note (id, &note);
  /* Some strokes have no outline, and so no bounds. */
  if (choice >= 14)
    ring_path_add_rect (path, (RingRect){ x, y, x + g_rand_double_range (rand, 0, 20),
                                          y + g_rand_double_range (rand, 0, 20) });
  stroke.picture = picture = ring_ink_picture_new (&path, 1);
  return ring_item_new_stroke (id, &stroke);
}

static GPtrArray *
new_items (GRand *rand, guint n, guint *number)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, new_item (rand, (*number)++));
  return items;
}

static gpointer
ref_item (gconstpointer item, gpointer unused)
{
  return ring_item_ref (item);
}

/* The oracle: the same in a plain array. */
static GPtrArray *
splice_array (GPtrArray *old, guint position, guint n_removed, GPtrArray *inserted)
{
  GPtrArray *new = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);

  for (guint i = 0; i < position; i++)
    g_ptr_array_add (new, ring_item_ref (g_ptr_array_index (old, i)));
  g_ptr_array_extend (new, inserted, ref_item, NULL);
  for (guint i = position + n_removed; i < old->len; i++)
    g_ptr_array_add (new, ring_item_ref (g_ptr_array_index (old, i)));
  return new;
}

static void
assert_same (const RingSequence *sequence, GPtrArray *items)
{
  guint counts[RING_ITEM_N_KINDS] = { 0 };
  RingSequenceIter iter;

  g_assert_true (ring_sequence_is_sound (sequence));
  g_assert_cmpuint (ring_sequence_get_length (sequence), ==, items->len);
  ring_sequence_iter_init (&iter, sequence, NULL);
  for (guint i = 0; i < items->len; i++)
    {
      g_assert_true (ring_sequence_get (sequence, i) == g_ptr_array_index (items, i));
      g_assert_true (ring_sequence_iter_next (&iter) == g_ptr_array_index (items, i));
      counts[ring_item_get_kind (g_ptr_array_index (items, i))]++;
    }
  g_assert_null (ring_sequence_iter_next (&iter));
  g_assert_null (ring_sequence_iter_next (&iter));
  for (guint k = 0; k < RING_ITEM_N_KINDS; k++)
    g_assert_cmpuint (ring_sequence_count (sequence, (RingItemKind) k), ==, counts[k]);
}

static gboolean
meets (const RingItem *item, RingRect region)
{
  RingRect bounds = ring_item_get_bounds (item);

  if (ring_item_get_kind (item) == RING_ITEM_FOREIGN && ring_rect_is_empty (bounds))
    return TRUE;
  return ring_rect_intersects (bounds, region);
}

static void
assert_region (const RingSequence *sequence, GPtrArray *items, RingRect region)
{
  RingSequenceIter iter;

  ring_sequence_iter_init (&iter, sequence, &region);
  for (guint i = 0; i < items->len; i++)
    if (meets (g_ptr_array_index (items, i), region))
      g_assert_true (ring_sequence_iter_next (&iter) == g_ptr_array_index (items, i));
  g_assert_null (ring_sequence_iter_next (&iter));
}

static RingRect
random_region (GRand *rand)
{
  double x = g_rand_double_range (rand, -20, 220);
  double y = g_rand_double_range (rand, -20, 220);

  return (RingRect){ x, y, x + g_rand_double_range (rand, 0, 60),
                     y + g_rand_double_range (rand, 0, 60) };
}

static void
assert_found (const RingSequence *sequence, GPtrArray *items, guint i)
{
  const RingItem *item = g_ptr_array_index (items, i);
  gsize position = G_MAXSIZE;

  g_assert_true (ring_sequence_find (sequence, ring_item_get_id (item), &position) == item);
  g_assert_cmpuint (position, ==, i);
}

/* Mostly single items, as a hand does, and now and then hundreds. */
static guint
random_amount (GRand *rand, guint most)
{
  guint n = g_rand_int_range (rand, 0, 4) > 0 ? 2 : 400;

  return (guint) g_rand_int_range (rand, 0, (gint32) MIN (n, most) + 1);
}

static void
test_random_splices (void)
{
  guint64 seed = ring_test_seed (20261122);
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) seed);
  g_autoptr (RingSequence) sequence = ring_sequence_new (NULL, 0);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  guint number = 0;

  assert_same (sequence, items);
  for (guint round = 0; round < ring_test_rounds (400); round++)
    {
      guint position = (guint) g_rand_int_range (rand, 0, (gint32) items->len + 1);
      guint n_removed = random_amount (rand, items->len - position);
      g_autoptr (GPtrArray) inserted = new_items (rand, random_amount (rand, 400), &number);
      RingSequence *next = ring_sequence_splice (sequence, position, n_removed,
                                                 (RingItem *const *) inserted->pdata, inserted->len);
      GPtrArray *expected = splice_array (items, position, n_removed, inserted);

      /* The old one is as it was. */
      assert_same (next, expected);
      assert_same (sequence, items);
      ring_sequence_unref (sequence);
      g_ptr_array_unref (items);
      sequence = next;
      items = expected;
      assert_region (sequence, items, random_region (rand));
      if (items->len > 0)
        assert_found (sequence, items, (guint) g_rand_int_range (rand, 0, (gint32) items->len));
    }
  g_assert_null (ring_sequence_find (sequence, "s", NULL));
}

/* Items come and go one by one until nothing is left: the tree stays in shape all the way. */
static void
test_one_by_one (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (RingSequence) sequence = ring_sequence_new (NULL, 0);
  guint number = 0;

  for (guint i = 0; i < 6000; i++)
    {
      g_autoptr (RingItem) item = new_item (rand, number++);
      RingSequence *next = ring_sequence_splice (sequence, i % 3 == 0 ? 0 : i, 0, &item, 1);

      ring_sequence_unref (sequence);
      sequence = next;
    }
  g_assert_true (ring_sequence_is_sound (sequence));
  while (ring_sequence_get_length (sequence) > 0)
    {
      gsize n = ring_sequence_get_length (sequence);
      RingSequence *next
        = ring_sequence_splice (sequence, (gsize) g_rand_int_range (rand, 0, (gint32) n), 1, NULL, 0);

      ring_sequence_unref (sequence);
      sequence = next;
      if (n % 100 == 0)
        g_assert_true (ring_sequence_is_sound (sequence));
    }
  g_assert_true (ring_sequence_is_sound (sequence));
}

static void
test_regions (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) ring_test_seed (3));
  guint number = 0;
  g_autoptr (GPtrArray) items = new_items (rand, 5000, &number);
  g_autoptr (RingSequence) sequence
    = ring_sequence_new ((RingItem *const *) items->pdata, items->len);

  for (guint round = 0; round < ring_test_rounds (100); round++)
    {
      RingRect bounds
        = ring_item_get_bounds (g_ptr_array_index (items, g_rand_int_range (rand, 0, 5000)));

      assert_region (sequence, items, random_region (rand));
      /* Bounds that touch the region count, to the last digit. */
      assert_region (sequence, items, (RingRect){ bounds.x1, bounds.y1, bounds.x1, bounds.y1 });
      assert_region (sequence, items,
                     (RingRect){ nextafter (bounds.x1, INFINITY), bounds.y0, 500, bounds.y1 });
    }
  assert_region (sequence, items, (RingRect){ -1e300, -1e300, 1e300, 1e300 });
  assert_region (sequence, items, (RingRect){ -INFINITY, -INFINITY, INFINITY, INFINITY });
}

/* An edit of a long sequence makes a handful of nodes; all others are the very same. */
static void
test_sharing (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  guint number = 0;
  g_autoptr (GPtrArray) items = new_items (rand, 50000, &number);
  g_autoptr (RingSequence) before
    = ring_sequence_new ((RingItem *const *) items->pdata, items->len);
  const gsize places[] = { 0, 1, 25000, 49998 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (RingItem) item = new_item (rand, number++);
      g_autoptr (RingSequence) after = ring_sequence_splice (before, places[i], 1, &item, 1);
      gsize n_shared;
      gsize n_nodes = ring_sequence_count_nodes (after, before, &n_shared);

      g_assert_cmpuint (n_nodes, >, 1000);
      g_assert_cmpuint (n_nodes - n_shared, <=, 4);
      g_assert_true (ring_sequence_get (after, places[i]) == item);
    }
}

/* What is taken out is let go of, and what is shared lives as long as one needs it. */
static void
test_lifetime (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint number = 0;
  GPtrArray *items = new_items (rand, 300, &number);
  RingSequence *whole = ring_sequence_new ((RingItem *const *) items->pdata, items->len);
  g_autoptr (RingSequence) half = ring_sequence_splice (whole, 0, 150, NULL, 0);
  g_autoptr (RingSequence) again = ring_sequence_ref (half);

  g_ptr_array_unref (items);
  ring_sequence_unref (whole);
  g_assert_cmpuint (ring_sequence_get_length (again), ==, 150);
  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", 150 + i);

      g_assert_cmpstr (ring_item_get_id (ring_sequence_get (again, i)), ==, id);
    }
}

/* Of two items with one id, as a damaged file may hold, the frontmost is meant. */
static void
test_same_id (void)
{
  g_autoptr (RingItem) below = ring_item_new_foreign ("x", "<a/>", FALSE);
  g_autoptr (RingItem) above = ring_item_new_foreign ("x", "<b/>", FALSE);
  RingItem *items[] = { below, above };
  g_autoptr (RingSequence) sequence = ring_sequence_new (items, 2);
  gsize position = 9;

  g_assert_true (ring_sequence_find (sequence, "x", &position) == above);
  g_assert_cmpuint (position, ==, 1);
}

/* States are read by the painting threads while the hand goes on. */
static gpointer
read_cb (gpointer data)
{
  g_autoptr (RingSequence) sequence = data;
  gsize n = 0;

  for (guint round = 0; round < 20; round++)
    {
      RingRect region = { round * 10, 0, round * 10 + 15, 200 };
      RingSequenceIter iter;
      RingItem *item;

      ring_sequence_iter_init (&iter, sequence, &region);
      while ((item = ring_sequence_iter_next (&iter)) != NULL)
        n += ring_item_get_id (item)[0] == 's';
    }
  return GSIZE_TO_POINTER (n);
}

static void
test_threads (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (13);
  guint number = 0;
  g_autoptr (GPtrArray) items = new_items (rand, 4000, &number);
  RingSequence *sequence = ring_sequence_new ((RingItem *const *) items->pdata, items->len);
  GThread *threads[3];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      threads[i] = g_thread_new ("reader", read_cb, ring_sequence_ref (sequence));
      for (guint k = 0; k < 200; k++)
        {
          RingSequence *next = ring_sequence_splice (sequence, k * 7, 1, NULL, 0);

          ring_sequence_unref (sequence);
          sequence = next;
        }
    }
  ring_sequence_unref (sequence);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_SIZE (g_thread_join (threads[i])), >, 0);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/sequence/random-splices", test_random_splices);
  g_test_add_func ("/sequence/one-by-one", test_one_by_one);
  g_test_add_func ("/sequence/regions", test_regions);
  g_test_add_func ("/sequence/sharing", test_sharing);
  g_test_add_func ("/sequence/lifetime", test_lifetime);
  g_test_add_func ("/sequence/same-id", test_same_id);
  g_test_add_func ("/sequence/threads", test_threads);
  return ring_test_run ();
}
