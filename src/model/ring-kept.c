/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-kept-private.h"

GArray *
_ring_kept_find (RingKept *kept, GBytes *key)
{
  GArray *found = NULL;

  g_mutex_lock (&kept->lock);
  for (guint i = 0; i < kept->n && found == NULL; i++)
    if (kept->entries[i].key != NULL && g_bytes_equal (kept->entries[i].key, key))
      found = g_array_ref (kept->entries[i].array);
  g_mutex_unlock (&kept->lock);
  return found;
}

void
_ring_kept_add (RingKept *kept, GBytes *key, GArray *array)
{
  g_autoptr (GBytes) old_key = NULL;
  g_autoptr (GArray) old_array = NULL;

  g_mutex_lock (&kept->lock);
  old_key = kept->entries[kept->next].key;
  old_array = kept->entries[kept->next].array;
  kept->entries[kept->next].key = g_bytes_ref (key);
  kept->entries[kept->next].array = g_array_ref (array);
  kept->next = (kept->next + 1) % kept->n;
  g_mutex_unlock (&kept->lock);
}
