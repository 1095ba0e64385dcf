/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The arrays that were made last, for all threads: what each tile and each save asks for and costs
 * something to make. An array that is kept must not change. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RING_KEPT_MOST 512

/* Static, with N set to how many are kept, RING_KEPT_MOST at most. */
typedef struct
{
  guint n;
  /*< private >*/
  guint next;
  GMutex lock;
  struct
  {
    GBytes *key;
    GArray *array;
  } entries[RING_KEPT_MOST];
} RingKept;

/* A new reference to what was kept under KEY, all bytes that it was made from; or NULL. */
GArray *_ring_kept_find (RingKept *kept, GBytes *key) G_GNUC_WARN_UNUSED_RESULT;
/* Takes references of its own; the oldest array goes. */
void    _ring_kept_add (RingKept *kept, GBytes *key, GArray *array);

G_END_DECLS
