/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Item numbers: "#3487-22".
 *
 * The number n is the mixed-radix number of the options' indices over the menus' slots, the first
 * menu's the most significant. Printed are n / 10 with at least four digits, a dash, n mod 10 and
 * a check digit by the algorithm of H. Michael Damm, "Total anti-symmetrische Quasigruppen",
 * Marburg 2004. It finds every single wrong digit and every swap of two neighbours, those across
 * the dash and with the check digit itself included. */
#include "ring-catalogue-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-error.h"
#include "ring-text.h"

#define MAX_DIGITS 18
#define MAX_ENGRAVING 20

/* The quasigroup of order 10 of Damm's thesis: totally anti-symmetric, zeros on its diagonal. */
static const guint8 damm[10][10] = {
  { 0, 3, 1, 7, 5, 9, 8, 6, 4, 2 }, { 7, 0, 9, 2, 1, 5, 4, 8, 6, 3 },
  { 4, 2, 0, 6, 8, 7, 1, 3, 5, 9 }, { 1, 7, 5, 0, 9, 8, 3, 4, 2, 6 },
  { 6, 1, 2, 3, 0, 4, 5, 9, 7, 8 }, { 3, 6, 7, 4, 2, 0, 9, 5, 8, 1 },
  { 5, 8, 6, 9, 7, 2, 0, 1, 3, 4 }, { 8, 9, 4, 5, 3, 6, 2, 0, 1, 7 },
  { 9, 4, 3, 8, 6, 1, 7, 2, 0, 5 }, { 2, 5, 8, 1, 4, 3, 6, 7, 9, 0 },
};

/* Of decimal DIGITS; 0 when the last of them is the check digit of the others. */
static guint
check_digit (const char *digits)
{
  guint interim = 0;

  for (; *digits != '\0'; digits++)
    interim = damm[interim][*digits - '0'];
  return interim;
}

static char *
number_to_text (guint64 n)
{
  g_autofree char *digits = g_strdup_printf ("%04" G_GUINT64_FORMAT "%u", n / 10, (guint) (n % 10));

  return g_strdup_printf ("#%.*s-%c%u", (int) strlen (digits) - 1, digits,
                          digits[strlen (digits) - 1], check_digit (digits));
}

char *
ring_catalogue_format_number (const RingCatalogue *catalogue, const RingChoice *choice)
{
  g_autofree char *text = NULL;
  guint64 n = 0;

  if (!ring_catalogue_is_made (catalogue, choice, NULL))
    return NULL;
  for (guint i = 0; i < catalogue->menus->len; i++)
    {
      const RingMenu *menu = ring_catalogue_get_menu (catalogue, i);

      n = n * menu->slots + menu->options[choice->option[i]].index;
    }
  text = number_to_text (n);
  if (choice->engraving[0] == '\0')
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s, \"%s\"", text, choice->engraving);
}

/* Cleans TEXT and keeps at most 20 characters of one line. */
void
ring_choice_set_engraving (RingChoice *choice, const char *text)
{
  g_autofree char *line = ring_text_clean (text, MAX_ENGRAVING);

  g_strdelimit (line, "\n\t", ' ');
  g_strlcpy (choice->engraving, g_strstrip (line), sizeof choice->engraving);
}

/* Any of the dashes that people and their word processors type. */
static gboolean
skip_dash (const char **text)
{
  switch (g_utf8_get_char (*text))
    {
    case '-':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
      *text = g_utf8_next_char (*text);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0xab || c == 0xbb;
}

/* Reads `, "FOREVER"` to the end of TEXT; nothing at all is no engraving. */
static gboolean
scan_engraving (const char *text, RingChoice *choice)
{
  g_autofree char *rest = g_strstrip (g_strdup (text));
  char *start = rest;
  char *end;

  if (*start == '\0')
    return TRUE;
  if (*start++ != ',')
    return FALSE;
  start = g_strchug (start);
  end = start + strlen (start);
  if (end == start || !is_quote (g_utf8_get_char (start)))
    return FALSE;
  end = g_utf8_prev_char (end);
  if (end == start || !is_quote (g_utf8_get_char (end)))
    return FALSE;
  *end = '\0';
  start = g_utf8_next_char (start);
  if (*start == '\0' || g_utf8_strlen (start, -1) > MAX_ENGRAVING || !ring_text_is_clean (start)
      || strpbrk (start, "\n\t") != NULL)
    return FALSE;
  ring_choice_set_engraving (choice, start);
  return TRUE;
}

/* Reads "#3487-22" into DIGITS without the punctuation, and where it ended. */
static gboolean
scan_digits (const char **text, char digits[MAX_DIGITS + 1])
{
  const char *p = *text;
  guint n = 0, tail = 0;
  gboolean dash = FALSE;

  if (*p == '#')
    p++;
  while (n < MAX_DIGITS)
    {
      if (g_ascii_isdigit (*p))
        {
          digits[n++] = *p++;
          tail += dash;
        }
      else if (dash || n < 4 || !skip_dash (&p))
        break;
      else
        dash = TRUE;
    }
  digits[n] = '\0';
  *text = p;
  return dash && tail == 2 && !g_ascii_isdigit (*p);
}

/* Splits N over the slots. FALSE when an index is not on its menu. */
static gboolean
decode (const RingCatalogue *catalogue, guint64 n, RingChoice *choice)
{
  for (int i = (int) catalogue->menus->len - 1; i >= 0; i--)
    {
      const RingMenu *menu = ring_catalogue_get_menu (catalogue, (guint) i);
      guint index = (guint) (n % menu->slots);
      guint o = 0;

      n /= menu->slots;
      while (o < menu->n_options && menu->options[o].index != index)
        o++;
      if (o == menu->n_options)
        return FALSE;
      choice->option[i] = o;
    }
  return n == 0;
}

/* Reads what ring_catalogue_format_number() writes; the '#' may be missing and any dash will do.
 * SYNTAX when it is no item number, INVALID when the check digit disagrees, NOT_FOUND when the
 * catalogue has no such ring. *CHOICE is untouched on failure. */
gboolean
ring_catalogue_parse_number (const RingCatalogue *catalogue,
                             const char *number,
                             RingChoice *choice,
                             GError **error)
{
  g_autofree char *text = g_strstrip (ring_text_clean (number, RING_TEXT_MAX_CHARS));
  const char *p = text;
  char digits[MAX_DIGITS + 1];
  RingChoice result = { .limited = FALSE };
  const char *reason;

  if (!scan_digits (&p, digits) || !scan_engraving (p, &result)
      || (strlen (digits) > 6 && digits[0] == '0'))
    g_set_error (error, RING_ERROR, RING_ERROR_SYNTAX,
                 _("“%s” is no item number: it should look like #3487-22, or #3487-22, "
                    "\"FOREVER\" with at most 20 engraved letters"),
                 text);
  else if (check_digit (digits) != 0)
    g_set_error (error, RING_ERROR, RING_ERROR_INVALID,
                 _("Item number “%s” is mistyped: its last digit does not agree with the others; "
                    "read it again from the label"),
                 text);
  else if (!decode (catalogue, g_ascii_strtoull (digits, NULL, 10) / 10, &result))
    g_set_error (error, RING_ERROR, RING_ERROR_NOT_FOUND,
                 _("Item number “%s” is not in the catalogue “%s”, edition %s: look for the "
                    "catalogue that it was ordered from"),
                 text, catalogue->name, catalogue->edition);
  else if (!ring_catalogue_is_made (catalogue, &result, &reason))
    g_set_error (error, RING_ERROR, RING_ERROR_NOT_FOUND,
                 _("Item number “%s” is not made in the catalogue “%s”: %s"), text,
                 catalogue->name, reason);
  else
    {
      result.limited = ring_choice_is_limited (catalogue, &result);
      *choice = result;
      return TRUE;
    }
  return FALSE;
}
