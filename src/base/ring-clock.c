/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-clock.h"

gint64
ring_clock_now_ms (void)
{
  const char *fixed = g_getenv ("RINGWRIGHT_NOW");

  if (fixed != NULL)
    {
      char *end;
      gint64 ms = g_ascii_strtoll (fixed, &end, 10);

      if (end != fixed && *end == '\0')
        return ms;
    }
  return g_get_real_time () / 1000;
}

/* Returns MS (milliseconds since 1970, UTC) as "2026-11-22T10:15:00Z"; seconds are the finest. */
char *
ring_clock_format (gint64 ms)
{
  gint64 seconds = ms / 1000 - (ms % 1000 < 0);
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (seconds);

  if (when == NULL)
    return g_strdup ("1970-01-01T00:00:00Z");
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ",
                          g_date_time_get_year (when),
                          g_date_time_get_month (when),
                          g_date_time_get_day_of_month (when),
                          g_date_time_get_hour (when),
                          g_date_time_get_minute (when),
                          g_date_time_get_second (when));
}

/* Reads what ring_clock_format() writes, and any other ISO 8601 date and time with a zone. */
gboolean
ring_clock_parse (const char *text, gint64 *ms)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) when = g_date_time_new_from_iso8601 (text, utc);

  if (when == NULL)
    return FALSE;
  *ms = g_date_time_to_unix (when) * 1000;
  return TRUE;
}
