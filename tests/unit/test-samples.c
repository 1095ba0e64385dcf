/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-sample.h"
#include "ring-error.h"
#include "ring-random.h"
#include "ring-test.h"

#include <math.h>
#include <string.h>

static void
test_text (void)
{
  static const RingSample samples[] = {
    { 1, 2, 0, 0, 0, 0 },        { 1.001, 2, 0.5, 0, 0, 8 },  { 1.002, 2, 1, 0, 0, 16 },
    { 1.003, 2, 1, 0, 0, 24 },   { 1.004, 2, 1, 0, 0, 32 },   { 1.005, 1.999, 1, 0, 0, 40 },
  };
  g_autoptr (RingSamples) made = ring_samples_new (samples, G_N_ELEMENTS (samples), 1234);
  g_autoptr (RingSamples) read = NULL;
  const RingSample *got;
  gsize n;

  g_assert_cmpint (ring_samples_get_t0 (made), ==, 1234);
  g_assert_cmpstr (ring_samples_get_text (made), ==,
                   "1000 1 0*4;2000 0*4-1;0 2048-1-2047 0 0;0 8 0*4");
  read = ring_samples_new_from_text (ring_samples_get_text (made), 1234);
  got = ring_samples_get (read, &n, NULL);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (samples));
  g_assert_cmpfloat (got[5].y, ==, 1.999);
  g_assert_cmpfloat (got[1].pressure, ==, 2048 / 4095.0);
  g_assert_cmpuint (got[5].time, ==, 40);
}

/* Equal values are told by their number only where that is shorter: x has two and three of one
 * digit, y two and three with a sign, p two of two digits. */
static void
test_runs (void)
{
  static const char text[] = "5 1 2 2 3*3;0-1-2-2-3*3;100 12*2 0 1 2 3;0 8 0*5";
  g_autoptr (RingSamples) read = ring_samples_new_from_text (text, 0);
  g_autoptr (RingSamples) made = NULL;
  gsize n;
  const RingSample *got = ring_samples_get (read, &n, NULL);

  g_assert_cmpuint (n, ==, 7);
  made = ring_samples_new (got, n, 0);
  g_assert_cmpstr (ring_samples_get_text (made), ==, text);
}

static void
test_wrong (void)
{
  static const struct
  {
    const char *text;
    RingError code;
  } cases[] = {
    { "", RING_ERROR_SYNTAX },
    { "1;1;1", RING_ERROR_SYNTAX },
    { "1;1;1;1;1", RING_ERROR_SYNTAX },
    { "1;1;1;1;1;1;1", RING_ERROR_SYNTAX },
    { "1;1;1;1;1;1;", RING_ERROR_SYNTAX },
    { "1 ;1;1;1", RING_ERROR_SYNTAX },
    { "1  1;1;1;1", RING_ERROR_SYNTAX },
    { "+1;1;1;1", RING_ERROR_SYNTAX },
    { "--1;1;1;1", RING_ERROR_SYNTAX },
    { "1.5;1;1;1", RING_ERROR_SYNTAX },
    { "1*;1;1;1", RING_ERROR_SYNTAX },
    { "1*0;1;1;1", RING_ERROR_SYNTAX },
    { "1*-4;1;1;1", RING_ERROR_SYNTAX },
    { "1*2*2;1;1;1", RING_ERROR_SYNTAX },
    { "1,2;1;1;1", RING_ERROR_SYNTAX },
    { "1;1;1;1 1", RING_ERROR_INVALID },
    { "1 1;1;1 1;1 1", RING_ERROR_INVALID },
    { "1;1;4096;1", RING_ERROR_INVALID },
    { "1;1;-1;1", RING_ERROR_INVALID },
    { "1;1;1;-1", RING_ERROR_INVALID },
    { "1;1;1;4294967296", RING_ERROR_INVALID },
    { "100000001;1;1;1", RING_ERROR_INVALID },
    { "1 1 1*19998;1;1;1", RING_ERROR_INVALID },
    { "1;1;1;1;1001;0", RING_ERROR_INVALID },
    { "99999999999999999999999999;1;1;1", RING_ERROR_INVALID },
    { "0*99999999999999999999999999;1;1;1", RING_ERROR_INVALID },
    { "0*20001;0;0;0", RING_ERROR_LIMIT },
    { "0*999999999999;0;0;0", RING_ERROR_LIMIT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RingSamples) samples = ring_samples_new_from_text (cases[i].text, 0);
      g_autoptr (GError) error = NULL;
      gsize n = 7;

      g_assert_null (ring_samples_get (samples, &n, &error));
      g_assert_cmpuint (n, ==, 0);
      g_assert_error (error, RING_ERROR, (int) cases[i].code);
      g_clear_error (&error);
      /* Once more: the answer is kept. And the file's text is not lost. */
      g_assert_null (ring_samples_get (samples, &n, &error));
      g_assert_error (error, RING_ERROR, (int) cases[i].code);
      g_assert_cmpstr (ring_samples_get_text (samples), ==, cases[i].text);
    }
}

static void
fill_random (RingRandom *random, RingSample *samples, gsize n)
{
  double range = pow (10, ring_random_unit (random) * 8 - 3);
  gboolean tilt = ring_random_unit (random) < 0.5;
  double still = ring_random_unit (random);

  for (gsize i = 0; i < n; i++)
    {
      samples[i] = (RingSample){ (ring_random_unit (random) - 0.5) * range,
                                 (ring_random_unit (random) - 0.5) * range,
                                 ring_random_unit (random), 0, 0,
                                 (guint32) (ring_random_unit (random) * G_MAXUINT32) };
      if (tilt)
        samples[i].tilt_x = ring_random_unit (random) * 2 - 1;
      if (i > 0 && ring_random_unit (random) < still)
        samples[i] = samples[i - 1];
    }
}

/* Text of samples, read and made again from the values, is the same text. */
static void
test_round_trip (void)
{
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (31));
  for (guint i = 0; i < 2000; i++)
    {
      RingSample samples[40];
      gsize n = (gsize) (ring_random_unit (&random) * 40), n_read;
      g_autoptr (GError) error = NULL;
      g_autoptr (RingSamples) first = NULL;
      g_autoptr (RingSamples) second = NULL;
      g_autoptr (RingSamples) third = NULL;
      const RingSample *a, *b;

      fill_random (&random, samples, n);
      first = ring_samples_new (samples, n, 0);
      second = ring_samples_new_from_text (ring_samples_get_text (first), 0);
      b = ring_samples_get (second, &n_read, &error);
      g_assert_no_error (error);
      g_assert_nonnull (b);
      g_assert_cmpuint (n_read, ==, n);
      a = ring_samples_get (first, &n_read, NULL);
      for (gsize k = 0; k < n; k++)
        {
          g_assert_true (a[k].x == b[k].x && a[k].y == b[k].y && a[k].pressure == b[k].pressure
                         && a[k].time == b[k].time && a[k].tilt_x == b[k].tilt_x
                         && a[k].tilt_y == b[k].tilt_y);
          g_assert_cmpfloat (fabs (a[k].x - samples[k].x), <=, 0.000501);
        }
      third = ring_samples_new (b, n, 0);
      g_assert_cmpstr (ring_samples_get_text (third), ==, ring_samples_get_text (first));
    }
}

static void
test_clamp (void)
{
  RingSample odd[] = {
    { NAN, INFINITY, NAN, NAN, 9, 0 },
    { 1e300, -1e300, -5, -9, NAN, G_MAXUINT32 },
    { -INFINITY, 0, 5, 0, 0, 0 },
  };
  g_autoptr (RingSamples) samples = ring_samples_new (odd, G_N_ELEMENTS (odd), G_MININT64);
  g_autoptr (RingSamples) again
      = ring_samples_new_from_text (ring_samples_get_text (samples), G_MAXINT64);
  g_autofree RingSample *many = g_new0 (RingSample, RING_SAMPLES_MAX + 5);
  g_autoptr (RingSamples) all = ring_samples_new (many, RING_SAMPLES_MAX + 5, 0);
  const RingSample *s;
  gsize n;

  s = ring_samples_get (again, &n, NULL);
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (s[0].x == 0 && s[0].y == 1e5 && s[0].pressure == 0 && s[0].tilt_y == 1);
  g_assert_true (s[1].x == 1e5 && s[1].y == -1e5 && s[1].tilt_x == -1);
  g_assert_nonnull (ring_samples_get (all, &n, NULL));
  g_assert_cmpuint (n, ==, RING_SAMPLES_MAX);
}

static void
test_hostile (void)
{
  static const char alphabet[] = "0123456789999-- **;;;";
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (32));
  for (guint i = 0; i < 20000; i++)
    {
      char text[48];
      guint len = (guint) (ring_random_unit (&random) * (sizeof text - 1));
      g_autoptr (RingSamples) samples = NULL;
      gsize n;

      for (guint k = 0; k < len; k++)
        text[k] = alphabet[(guint) (ring_random_unit (&random) * (sizeof alphabet - 1))];
      text[len] = '\0';
      samples = ring_samples_new_from_text (text, 0);
      ring_samples_get (samples, &n, NULL);
      g_assert_cmpuint (n, <=, RING_SAMPLES_MAX);
    }
}

static gpointer
read_in_thread (gpointer data)
{
  gsize n;

  ring_samples_get_text (data);
  return (gpointer) ring_samples_get (data, &n, NULL);
}

/* Many threads that ask at once all get the same array. */
static void
test_threads (void)
{
  for (guint round = 0; round < 50; round++)
    {
      g_autoptr (RingSamples) samples = ring_samples_new_from_text ("0 5 0*998;0*1000;"
                                                                    "0*1000;0 8 0*998", 0);
      GThread *threads[4];
      gpointer first = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("reader", read_in_thread, samples);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        {
          gpointer got = g_thread_join (threads[i]);

          g_assert_nonnull (got);
          g_assert_true (first == NULL || first == got);
          first = got;
        }
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);

  g_test_add_func ("/samples/text", test_text);
  g_test_add_func ("/samples/runs", test_runs);
  g_test_add_func ("/samples/wrong", test_wrong);
  g_test_add_func ("/samples/round-trip", test_round_trip);
  g_test_add_func ("/samples/clamp", test_clamp);
  g_test_add_func ("/samples/hostile", test_hostile);
  g_test_add_func ("/samples/threads", test_threads);

  return ring_test_run ();
}
