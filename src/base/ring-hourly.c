/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-hourly.h"

#define HOUR 3600

gboolean
ring_hourly_take (GArray *times, guint cap, gint64 now)
{
  for (guint i = times->len; i > 0; i--)
    {
      gint64 time = g_array_index (times, gint64, i - 1);

      if (time > now || time <= now - HOUR)
        g_array_remove_index (times, i - 1);
    }
  if (times->len >= cap)
    return FALSE;
  g_array_append_val (times, now);
  return TRUE;
}
