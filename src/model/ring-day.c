/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-day.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-clock.h"
#include "ring-error.h"

/* The first year of which this program speaks. */
#define LEAST_YEAR 1800
/* How far ahead "+" reaches, days: ten years. */
#define MOST_AHEAD 3650
#define DAY_MS G_GINT64_CONSTANT (86400000)
/* So much of refused words is shown again. */
#define SHOWN_CHARS 40

char *
ring_day_of (gint64 ms)
{
  g_autofree char *time = ring_clock_format (ms);

  return g_strndup (time, strlen ("2026-11-27"));
}

/* "2026-11-27", or "27.11.2026". */
static gboolean
parse (const char *text, GDate *day)
{
  gboolean iso = strchr (text, '-') != NULL;
  g_auto (GStrv) parts = g_strsplit (text, iso ? "-" : ".", -1);
  guint64 n[3];

  if (g_strv_length (parts) != 3)
    return FALSE;
  for (guint i = 0; i < 3; i++)
    if (!g_ascii_string_to_unsigned (parts[iso ? i : 2 - i], 10, 0, 9999, &n[i], NULL))
      return FALSE;
  if (n[0] < LEAST_YEAR || n[1] > 12 || n[2] > 31
      || !g_date_valid_dmy ((GDateDay) n[2], (GDateMonth) n[1], (GDateYear) n[0]))
    return FALSE;
  g_date_clear (day, 1);
  g_date_set_dmy (day, (GDateDay) n[2], (GDateMonth) n[1], (GDateYear) n[0]);
  return TRUE;
}

static gboolean
parse_recorded (const char *text, GDate *day)
{
  g_autofree char *date = text != NULL ? g_strndup (text, strcspn (text, "T")) : NULL;

  return date != NULL && strchr (date, '-') != NULL && parse (date, day);
}

char *
ring_day_write (const char *day)
{
  g_autofree char *text = g_strdup_printf ("%sT00:00:00Z", day != NULL ? day : "");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (text, utc);

  if (date == NULL)
    return g_strdup (day);
  /* TRANSLATORS: a day for strftime(). */
  return g_date_time_format (date, _ ("%-d %B %Y"));
}

char *
ring_day_write_moment (const char *at)
{
  g_autofree char *day = NULL;
  gint64 ms;

  if (!ring_clock_parse (at, &ms))
    return g_strdup (at);
  day = ring_day_of (ms);
  return ring_day_write (day);
}

gboolean
ring_day_between (const char *from, const char *to, int *days)
{
  GDate first, last;

  if (!parse_recorded (from, &first) || !parse_recorded (to, &last))
    return FALSE;
  *days = g_date_days_between (&first, &last);
  return TRUE;
}

gboolean
ring_day_get_left (const RingRecord *record, const char *name, gint64 now_ms, int *days)
{
  g_autofree char *today = ring_day_of (now_ms);

  return ring_day_between (today, ring_record_get (record, name), days);
}

/* An American month would come second here too, so that nothing is guessed: 11/27 is no day. */
static char *
read_typed (const char *text, gint64 now_ms)
{
  guint64 ahead;
  GDate day;

  if (text[0] == '+')
    return g_ascii_string_to_unsigned (text + 1, 10, 0, MOST_AHEAD, &ahead, NULL)
               ? ring_day_of (now_ms + (gint64) ahead * DAY_MS)
               : NULL;
  if (!parse (text, &day))
    return NULL;
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&day), g_date_get_month (&day),
                          g_date_get_day (&day));
}

RingRecord *
ring_day_with (
    const RingRecord *record, const char *name, const char *text, gint64 now_ms, GError **error)
{
  g_autofree char *words = g_strstrip (g_strdup (text));
  g_autofree char *day = words[0] != '\0' ? read_typed (words, now_ms) : NULL;
  g_autofree char *shown = NULL;

  if (words[0] == '\0' || day != NULL)
    return ring_record_with (record, name, day);
  shown = g_utf8_substring (words, 0, MIN (SHOWN_CHARS, g_utf8_strlen (words, -1)));
  g_set_error (error, RING_ERROR, RING_ERROR_INVALID,
               /* TRANSLATORS: the refused words come first. */
               _ ("“%s” is no day: write 2026-11-27 or 27.11.2026, or +10 for ten days from now."),
               shown);
  return NULL;
}
