/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-random.h"

#include <sys/random.h>

/* splitmix64, by Sebastiano Vigna, public domain: spreads a seed over the state. */
static guint64
spread (guint64 *x)
{
  guint64 z = (*x += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* Seeds RANDOM from RINGWRIGHT_SEED where it is set, from the kernel otherwise. */
void
ring_random_init (RingRandom *random)
{
  const char *text = g_getenv ("RINGWRIGHT_SEED");
  guint64 seed;

  if (text != NULL)
    seed = g_ascii_strtoull (text, NULL, 10);
  else if (getrandom (&seed, sizeof seed, 0) != sizeof seed)
    seed = (guint64) g_get_real_time () ^ (guint64) (gsize) random;
  ring_random_init_seed (random, seed);
}

void
ring_random_init_seed (RingRandom *random, guint64 seed)
{
  random->state[0] = spread (&seed);
  random->state[1] = spread (&seed);
}

/* xorshift128+, by Sebastiano Vigna: small, fast, and the same on every machine. */
guint64
ring_random_next (RingRandom *random)
{
  guint64 a = random->state[0];
  guint64 b = random->state[1];

  random->state[0] = b;
  a ^= a << 23;
  random->state[1] = a ^ b ^ (a >> 17) ^ (b >> 26);
  return random->state[1] + b;
}

/* Returns a number in [0, 1). */
double
ring_random_unit (RingRandom *random)
{
  return (double) (ring_random_next (random) >> 11) * 0x1p-53;
}

/* Returns a new id: KIND, a lower-case letter, and 12 base-32 digits (60 random bits). */
char *
ring_random_id (RingRandom *random, char kind)
{
  static const char digits[] = "abcdefghijklmnopqrstuvwxyz234567";
  guint64 bits = ring_random_next (random) >> 4;
  char id[14];

  id[0] = kind;
  for (int i = 1; i < 13; i++, bits >>= 5)
    id[i] = digits[bits & 31];
  id[13] = '\0';
  return g_strdup (id);
}

/* Returns a random (version 4) UUID. */
char *
ring_random_uuid (RingRandom *random)
{
  guint64 a = ring_random_next (random);
  guint64 b = ring_random_next (random);

  return g_strdup_printf ("%08x-%04x-4%03x-%04x-%012" G_GINT64_MODIFIER "x",
                          (guint) (a >> 32),
                          (guint) (a >> 16) & 0xffff,
                          (guint) a & 0xfff,
                          ((guint) (b >> 48) & 0x3fff) | 0x8000,
                          b & G_GUINT64_CONSTANT (0xffffffffffff));
}
