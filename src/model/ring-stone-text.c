/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading what people type or copy from a report. */

#include "ring-stone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-carat.h"
#include "ring-day.h"
#include "ring-error.h"
#include "ring-number.h"

/* No cut stone is flatter, mm. */
#define LEAST_DEPTH 0.05
/* Of a round stone nothing else is this much more than its diameter's other reading: such a second
 * figure is its depth. */
#define ROUND_WITHIN 1.15
#define MOST_COST 1e9

static gboolean
refuse (GError **error, const char *format, const char *text)
{
  g_autofree char *shown = g_utf8_substring (text, 0, MIN (40, g_utf8_strlen (text, -1)));
  g_auto (GStrv) parts = g_strsplit (format, "{}", 2);
  g_autofree char *message = g_strconcat (parts[0], parts[1] != NULL ? shown : "",
                                          parts[1] != NULL ? parts[1] : "", NULL);

  g_set_error_literal (error, RING_ERROR, RING_ERROR_INVALID, message);
  return FALSE;
}

static void
set_number (RingRecord **record, const char *name, double value)
{
  if (value > 0)
    ring_record_set_number (record, name, value, 2);
  else
    ring_record_set (record, name, NULL);
}

static gboolean
is_figure (char c)
{
  return g_ascii_isdigit (c) || c == '.';
}

/* Without blanks but for those between two figures, which are none that one can read. */
static char *
close_up (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      const char *next = p + strspn (p, " ");

      if (next > p && out->len > 0 && is_figure (out->str[out->len - 1]) && is_figure (*next))
        g_string_append_c (out, ' ');
      if (*next == '\0')
        break;
      g_string_append_c (out, *next);
      p = next;
    }
  return g_string_free (out, FALSE);
}

/* Figures and signs alone: a decimal comma becomes a point, every cross an x, every dash a minus,
 * and words for millimetres and carats go. *ABOUT tells whether an estimate's sign or word was
 * there. */
static char *
plain (const char *text, gboolean *about)
{
  /* The longer before those that begin like them. */
  static const struct
  {
    const char *word;
    gboolean about;
  } words[] = {
    { "carats", FALSE }, { "carat", FALSE },        { "cts", FALSE },    { "ct", FALSE },
    { "mm", FALSE },     { "approximately", TRUE }, { "approx.", TRUE }, { "approx", TRUE },
    { "about", TRUE },   { "circa", TRUE },         { "ca.", TRUE },     { "ca", TRUE },
    { "environ", TRUE }, { "env.", TRUE },          { "etwa", TRUE },    { "c.", TRUE },
  };
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autoptr (GString) out = g_string_new (NULL);

  *about = FALSE;
  for (const char *p = folded; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      guint i = 0;

      while (i < G_N_ELEMENTS (words) && !g_str_has_prefix (p, words[i].word))
        i++;
      if (i < G_N_ELEMENTS (words))
        {
          *about |= words[i].about;
          g_string_append_c (out, ' ');
          p += strlen (words[i].word);
          continue;
        }
      if (c == '~' || c == 0x2248 || c == 0x223c || c == 0xb1)
        *about = TRUE;
      else if (c == 0xd7 || c == '*')
        g_string_append_c (out, 'x');
      else if (c == 0x2013 || c == 0x2014 || c == 0x2212 || c == 0x2010 || c == 0x2011)
        g_string_append_c (out, '-');
      else if (c == ',')
        g_string_append_c (out, '.');
      else if (g_unichar_isspace (c) || c == 0xd8 || c == 0xf8 || c == 0x2300)
        g_string_append_c (out, ' ');
      else
        g_string_append_unichar (out, c);
      p = g_utf8_next_char (p);
    }
  return close_up (out->str);
}

static gboolean
take_figure (const char **text, double *value)
{
  gsize n = strspn (*text, "0123456789.");
  g_autofree char *digits = g_strndup (*text, n);

  if (n == 0 || !ring_number_parse (digits, value))
    return FALSE;
  *text += n;
  return TRUE;
}

/* "a", "a x b", "a x b x c", "a - b x c": up to three figures; *RANGE for a dash after the first.
 */
static guint
read_figures (const char *text, double figures[3], gboolean *range)
{
  guint n = 0;

  *range = FALSE;
  while (n < 3 && take_figure (&text, &figures[n]))
    {
      n++;
      if (*text == '\0')
        return n;
      if (*text == '-' && n == 1)
        *range = TRUE;
      else if (*text != 'x')
        return 0;
      text++;
    }
  return 0;
}

static gboolean
check_figure (double value, double least, GError **error)
{
  g_autofree char *shown = ring_number_format (value, 2);

  if (value > RING_CARAT_MOST_MM)
    return refuse (error,
                   /* Translators: {} is a figure. */
                   _ ("A stone of {} mm is larger than any for a ring; check the figure."), shown);
  if (value < least)
    return refuse (error, _ ("A stone of {} mm is smaller than any that is cut; check the figure."),
                   shown);
  return TRUE;
}

static gboolean
has_round_cut (const RingRecord *stone)
{
  RingCut cut;

  return ring_stone_get_cut (stone, &cut)
         && (cut == RING_CUT_ROUND || cut == RING_CUT_OLD_EUROPEAN || cut == RING_CUT_SINGLE);
}

RingRecord *
ring_stone_with_size (const RingRecord *stone, const char *text, GError **error)
{
  gboolean about, range;
  g_autofree char *words = plain (text, &about);
  double f[3] = { 0 };
  double length, width, depth;
  RingRecord *next;
  guint n = read_figures (words, f, &range);

  if (n == 0 && words[0] != '\0')
    {
      refuse (error,
              _ ("“{}” is no size: write it as reports do, 8.12 x 5.94 x 4.10, or of a round stone "
                 "6.43 - 6.47 x 3.98."),
              text);
      return NULL;
    }
  length = range ? MAX (f[0], f[1]) : f[0];
  width = range ? MIN (f[0], f[1]) : f[1];
  depth = f[2];
  /* One figure of a round stone is its diameter; a second one that is much less its depth. */
  if (!range && n > 0 && has_round_cut (stone))
    {
      if (n == 2 && MAX (f[0], f[1]) > ROUND_WITHIN * MIN (f[0], f[1]))
        depth = f[1];
      if (n == 1 || depth == f[1])
        width = length;
    }
  for (guint i = 0; i < n; i++)
    if (!check_figure (f[i], f[i] == depth ? LEAST_DEPTH : RING_CARAT_LEAST_MM, error))
      return NULL;
  next = ring_record_ref (stone);
  set_number (&next, "length", length);
  set_number (&next, "width", width);
  set_number (&next, "depth", depth);
  ring_record_set (&next, "measured", n == 0 ? NULL : about ? "estimated" : "measured");
  return next;
}

RingRecord *
ring_stone_with_carat (const RingRecord *stone, const char *text, GError **error)
{
  gboolean about;
  g_autofree char *words = plain (text, &about);
  const char *rest = words;
  double carat = 0;
  RingRecord *next;

  if (words[0] != '\0' && (!take_figure (&rest, &carat) || *rest != '\0'))
    {
      refuse (error, _ ("“{}” is no weight: write carats, 1.58, or ~1.58 for an estimate."), text);
      return NULL;
    }
  if (words[0] != '\0' && (carat < 0.005 || carat > RING_CARAT_MOST))
    {
      refuse (error,
              carat > RING_CARAT_MOST
                  ? _ ("“{}”: no cut stone for a ring weighs more than 600 ct; check the figure.")
                  : _ ("“{}”: stones are weighed to 0.01 ct; check the figure."),
              text);
      return NULL;
    }
  next = ring_record_ref (stone);
  set_number (&next, "carat", carat);
  ring_record_set (&next, "carat-measured",
                   words[0] == '\0' ? NULL
                   : about          ? "estimated"
                                    : "measured");
  return next;
}

/* A sign or three letters beside the amount. */
static char *
take_currency (char *text)
{
  static const char *const signs[][2]
      = { { "€", "EUR" }, { "$", "USD" }, { "£", "GBP" }, { "¥", "JPY" } };
  char *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (signs) && found == NULL; i++)
    {
      char *at = strstr (text, signs[i][0]);

      if (at == NULL)
        continue;
      memset (at, ' ', strlen (signs[i][0]));
      found = g_strdup (signs[i][1]);
    }
  for (char *p = text; *p != '\0' && found == NULL; p++)
    if (g_ascii_isalpha (p[0]) && g_ascii_isalpha (p[1]) && g_ascii_isalpha (p[2])
        && !g_ascii_isalpha (p[3]))
      {
        found = g_ascii_strup (p, 3);
        memset (p, ' ', 3);
      }
  return found;
}

/* Blanks and apostrophes part thousands, and so does a sign that three digits follow, when another
 * sign or nothing comes behind them: "2,450", "2.450,00", "1'250.50". */
static gboolean
read_amount (const char *text, double *amount)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *last = NULL;

  for (const char *p = text; *p != '\0'; p++)
    if (*p == '.' || *p == ',')
      last = p;
  if (last != NULL && strspn (last + 1, "0123456789") == 3)
    last = NULL;
  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        g_string_append_c (digits, *p);
      else if (p == last)
        g_string_append_c (digits, '.');
      else if (strchr (" .,'", *p) == NULL)
        return FALSE;
    }
  return digits->len > 0 && ring_number_parse (digits->str, amount);
}

RingRecord *
ring_stone_with_cost (
    const RingRecord *stone, const char *text, const char *currency, gint64 now_ms, GError **error)
{
  g_autofree char *words = g_strstrip (g_strdup (text));
  gboolean nothing = words[0] == '\0';
  g_autofree char *named = take_currency (words);
  g_autofree char *today = ring_day_of (now_ms);
  RingRecord *next;
  double cost = 0;

  g_strstrip (words);
  if (!nothing && (!read_amount (words, &cost) || !(cost > 0 && cost <= MOST_COST)))
    {
      refuse (error, _ ("“{}” is no price: write an amount and its currency, 2450 EUR."), text);
      return NULL;
    }
  if (named == NULL)
    named = g_strdup (currency);
  if (cost > 0 && named == NULL)
    {
      refuse (error, _ ("“{}” of what? Write the currency too, 2450 EUR."), text);
      return NULL;
    }
  next = ring_record_ref (stone);
  set_number (&next, "cost", cost);
  ring_record_set (&next, "cost-currency", cost > 0 ? named : NULL);
  ring_record_set (&next, "cost-date", cost > 0 ? today : NULL);
  return next;
}

RingRecord *
ring_stone_with_year (const RingRecord *stone, const char *text, gint64 now_ms, GError **error)
{
  g_autofree char *words = g_strstrip (g_strdup (text));
  g_autofree char *today = ring_day_of (now_ms);
  guint64 year;

  if (words[0] != '\0'
      && !g_ascii_string_to_unsigned (words, 10, RING_STONE_LEAST_YEAR, g_ascii_strtoull (today, NULL, 10),
                                      &year, NULL))
    {
      refuse (error, _ ("“{}” is no year in which a stone was cut: write it in full, 1890."), text);
      return NULL;
    }
  return ring_record_with (stone, "made", words);
}
