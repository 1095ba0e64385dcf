/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A source of random numbers for ids. RINGWRIGHT_SEED makes every new source repeat the same
 * sequence. A source belongs to one thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 state[2];
} RingRandom;

void    ring_random_init (RingRandom *random);
void    ring_random_init_seed (RingRandom *random, guint64 seed);
guint64 ring_random_next (RingRandom *random);
double  ring_random_unit (RingRandom *random);
char   *ring_random_id (RingRandom *random, char kind) G_GNUC_WARN_UNUSED_RESULT;
char   *ring_random_uuid (RingRandom *random) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
