/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-test-pen.h"

#include <math.h>

#include "ring-test.h"

static double
between (RingRandom *random, double low, double high)
{
  return low + (high - low) * ring_random_unit (random);
}

/* A walk that turns by a smoothed random bend, and now and then by a corner. */
static void
make_walk (RingRandom *random, RingSample *s, gsize n, double step, double calm, double bend,
           double corners)
{
  double x = between (random, -5, 5), y = between (random, -5, 5);
  double angle = between (random, 0, 2 * G_PI), turn = 0;
  double phase = between (random, 0, 2 * G_PI), swell = between (random, 0.03, 0.3);

  for (gsize i = 0; i < n; i++)
    {
      turn = calm * (turn + between (random, -bend, bend));
      angle += turn;
      if (ring_random_unit (random) < corners)
        angle += between (random, 1.2, 3.14);
      x += step * cos (angle);
      y += step * sin (angle);
      s[i] = (RingSample){ x, y, 0.5 + 0.45 * sin (phase + swell * i), 0, 0, (guint32) (8 * i) };
    }
}

/* Lands and lifts as a hand does. */
static void
taper (RingSample *s, gsize n)
{
  for (gsize i = 0; i < n; i++)
    s[i].pressure *= MIN (1, MIN (i + 1, n - i) / 6.0);
}

static void
make_hatching (RingRandom *random, RingSample *s, gsize n)
{
  double length = between (random, 0.3, 6), advance = between (random, 0, 0.4);
  double step = between (random, 0.02, 0.8), angle = between (random, 0, 2 * G_PI);
  double at = 0, across = 0, way = 1;

  for (gsize i = 0; i < n; i++)
    {
      double x, y;

      at += way * step;
      if (at > length || at < 0)
        {
          at = CLAMP (at, 0, length);
          way = -way;
        }
      across += advance * step / length;
      x = at + between (random, -0.01, 0.01);
      y = across + between (random, -0.01, 0.01);
      s[i] = (RingSample){ x * cos (angle) - y * sin (angle), x * sin (angle) + y * cos (angle),
                           0.3 + 0.6 * at / length, 0, 0, (guint32) (5 * i) };
    }
}

static void
make_turns (RingRandom *random, RingSample *s, gsize n, double shrink)
{
  double rx = between (random, 0.05, 12), ry = rx * between (random, 0.3, 1.7);
  double turns = between (random, 0.3, 4);
  double phase = between (random, 0, 2 * G_PI), tremble = between (random, 0, 0.02);

  for (gsize i = 0; i < n; i++)
    {
      double t = (double) i / n;
      double a = phase + 2 * G_PI * turns * t, k = 1 - shrink * t;

      s[i] = (RingSample){ rx * k * cos (a) + between (random, -tremble, tremble),
                           ry * k * sin (a) + between (random, -tremble, tremble),
                           0.5 + 0.3 * sin (3 * a), 0, 0, (guint32) (8 * i) };
    }
}

static void
make_jitter (RingRandom *random, RingSample *s, gsize n)
{
  double reach = pow (10, between (random, -3.5, 0)), creep = between (random, 0, 0.02);

  for (gsize i = 0; i < n; i++)
    s[i] = (RingSample){ creep * i + between (random, -reach, reach),
                         between (random, -reach, reach), ring_random_unit (random), 0, 0,
                         (guint32) (8 * i) };
}

static void
make_repeated (RingRandom *random, RingSample *s, gsize n)
{
  make_walk (random, s, n, between (random, 0.02, 1), 0.9, 0.3, 0.05);
  for (gsize i = 1; i < n; i++)
    {
      if (ring_random_unit (random) < 0.5)
        {
          s[i] = s[(gsize) (ring_random_unit (random) * i)];
          s[i].time = (guint32) (8 * i);
        }
    }
  /* The second half goes back where the first came from. */
  if (ring_random_unit (random) < 0.5)
    {
      for (gsize i = n / 2; i < n; i++)
        {
          s[i] = s[n - 1 - i];
          s[i].time = (guint32) (8 * i);
        }
    }
}

static void
make_pressure (RingRandom *random, RingSample *s, gsize n)
{
  make_walk (random, s, n, pow (10, between (random, -3, 0)), 0.9, 0.2, 0.05);
  for (gsize i = 0; i < n; i++)
    s[i].pressure = ring_random_unit (random) < 0.5 ? ring_random_unit (random)
                                                     : (double) (ring_random_next (random) % 2);
}

static void
make_huge (RingRandom *random, RingSample *s, gsize n)
{
  double size = pow (10, between (random, 2, 5));

  for (gsize i = 0; i < n; i++)
    s[i] = (RingSample){ between (random, -size, size), between (random, -size, size),
                         ring_random_unit (random), 0, 0, (guint32) ring_random_next (random) };
}

void
ring_test_make_stroke (RingRandom *random, RingTestStrokeKind kind, RingSample *s, gsize n)
{
  switch (kind)
    {
    case RING_TEST_WRITING:
      make_walk (random, s, n, between (random, 0.05, 0.5), 0.97, 0.06, 0);
      taper (s, n);
      break;
    case RING_TEST_SCRIBBLE:
      make_walk (random, s, n, between (random, 0.005, 0.3), 0.9, 0.3, 0.05);
      taper (s, n);
      break;
    case RING_TEST_HATCHING: make_hatching (random, s, n); break;
    case RING_TEST_RING: make_turns (random, s, n, 0); break;
    case RING_TEST_SPIRAL: make_turns (random, s, n, 1); break;
    case RING_TEST_CORNERS: make_walk (random, s, n, between (random, 0.5, 5), 0, 3.1, 0); break;
    case RING_TEST_JITTER: make_jitter (random, s, n); break;
    case RING_TEST_REPEATED: make_repeated (random, s, n); break;
    case RING_TEST_PRESSURE: make_pressure (random, s, n); break;
    case RING_TEST_TINY: make_walk (random, s, n, pow (10, between (random, -6, -3)), 0.9, 0.3, 0.1);
      break;
    default: make_huge (random, s, n); break;
    }
}

const char *
ring_test_stroke_kind_name (RingTestStrokeKind kind)
{
  static const char *const names[RING_TEST_N_KINDS]
    = { "writing",  "scribble", "hatching", "ring", "spiral", "corners",
        "jitter",   "repeated", "pressure", "tiny", "huge" };

  return names[kind];
}

GPtrArray *
ring_test_read_hands (void)
{
  g_autofree char *path = ring_test_data_path ("strokes/hands.txt");
  g_autoptr (GBytes) bytes = ring_test_read (path);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *hands = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_samples_unref);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] != '#' && lines[i][0] != '\0')
        g_ptr_array_add (hands, ring_samples_new_from_text (lines[i], 0));
    }
  return hands;
}
