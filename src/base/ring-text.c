/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-text.h"

#include <string.h>

/* XML 1.0 Char, without the bidirectional overrides and isolates that could turn a shown name
 * round. */
static gboolean
is_allowed (gunichar c)
{
  if (c == '\t' || c == '\n')
    return TRUE;
  if (c < 0x20 || (c >= 0x7f && c < 0xa0))
    return FALSE;
  if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
    return FALSE;
  return c <= 0xd7ff || (c >= 0xe000 && c <= 0xfffd) || (c >= 0x10000 && c <= 0x10ffff);
}

/* Returns TEXT (any bytes; NULL is empty) as valid UTF-8 of at most MAX_CHARS characters that XML
 * can hold. "\r\n" and "\r" become "\n"; invalid bytes become U+FFFD; characters that XML cannot
 * hold, and bidirectional overrides, are dropped. */
char *
ring_text_clean (const char *text, gsize max_chars)
{
  g_autofree char *valid = NULL;
  GString *out;
  gsize n = 0;

  if (text == NULL)
    return g_strdup ("");

  valid = g_utf8_make_valid (text, -1);
  out = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0' && n < max_chars; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r')
        {
          if (p[1] == '\n')
            continue;
          c = '\n';
        }
      if (!is_allowed (c))
        continue;
      g_string_append_unichar (out, c);
      n++;
    }
  return g_string_free (out, FALSE);
}

gboolean
ring_text_is_clean (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_allowed (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* Appends TEXT, which must be clean, so that it can stand in an XML attribute or element and be
 * read back to the same characters: line ends and tabs are written as references. */
void
ring_text_append_escaped (GString *string, const char *text)
{
  const char *p = text;

  while (TRUE)
    {
      gsize plain = strcspn (p, "&<>\"\n\t\r");

      g_string_append_len (string, p, (gssize) plain);
      p += plain;
      if (*p == '\0')
        return;
      switch (*p++)
        {
        case '&': g_string_append (string, "&amp;"); break;
        case '<': g_string_append (string, "&lt;"); break;
        case '>': g_string_append (string, "&gt;"); break;
        case '"': g_string_append (string, "&quot;"); break;
        case '\n': g_string_append (string, "&#10;"); break;
        case '\t': g_string_append (string, "&#9;"); break;
        case '\r':
        default: g_string_append (string, "&#13;"); break;
        }
    }
}
