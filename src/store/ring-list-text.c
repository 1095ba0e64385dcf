/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-list-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-error.h"

/* So much of the start tells how a list is written. */
#define LOOKED_AT 4096

struct _RingListText
{
  GBytes *bytes;
  const char *data;
  gsize start, length; /* START is behind the mark of the encoding */
  RingListMark at;
  GString *line; /* the last one that was recoded */
};

/* "UTF-16LE", "UTF-16BE" or NULL; *SKIP is the length of the mark. Without a mark every other byte
 * of plain text is a zero. */
static const char *
find_encoding (const guint8 *data, gsize n, gsize *skip)
{
  gsize zeros[2] = { 0, 0 };
  gsize looked = MIN (n, LOOKED_AT);

  *skip = 0;
  if (n >= 3 && data[0] == 0xef && data[1] == 0xbb && data[2] == 0xbf)
    {
      *skip = 3;
      return NULL;
    }
  if (n >= 2 && ((data[0] == 0xff && data[1] == 0xfe) || (data[0] == 0xfe && data[1] == 0xff)))
    {
      *skip = 2;
      return data[0] == 0xff ? "UTF-16LE" : "UTF-16BE";
    }
  for (gsize i = 0; i < looked; i++)
    zeros[i % 2] += data[i] == 0;
  if (zeros[1] > looked / 4 && zeros[0] == 0)
    return "UTF-16LE";
  if (zeros[0] > looked / 4 && zeros[1] == 0)
    return "UTF-16BE";
  return NULL;
}

/* What people take for a list. */
static const char *
find_other_kind (const guint8 *data, gsize n)
{
  if (n >= 4 && (memcmp (data, "PK\3\4", 4) == 0 || memcmp (data, "\xd0\xcf\x11\xe0", 4) == 0))
    return _ (
        "“%s” is a workbook and no CSV: open it and save it as CSV (UTF-8), then import that.");
  if (n == 0)
    return _ ("“%s” is empty. Nothing was imported.");
  if (memchr (data, 0, MIN (n, LOOKED_AT)) != NULL)
    return _ ("“%s” is no text. Save the list as CSV (UTF-8) and import that.");
  return NULL;
}

static GBytes *
recode (GBytes *bytes, const char *encoding, gsize skip, const char *name, GError **error)
{
  gsize n, written;
  const char *data = g_bytes_get_data (bytes, &n);
  gsize whole = (n - skip) & ~(gsize) 1;
  char *text = g_convert (data + skip, (gssize) whole, "UTF-8", encoding, NULL, &written, NULL);

  if (text != NULL)
    return g_bytes_new_take (text, written);
  g_set_error (error, RING_ERROR, RING_ERROR_SYNTAX,
               _ ("“%s” is broken: it begins as UTF-16 and does not go on so. Save the list as CSV "
                  "(UTF-8) and "
                  "import that."),
               name);
  return NULL;
}

RingListText *
ring_list_text_new (GBytes *bytes, const char *name, GError **error)
{
  gsize n, skip;
  const guint8 *data = g_bytes_get_data (bytes, &n);
  const char *encoding = find_encoding (data, n, &skip);
  g_autoptr (GBytes) text = NULL;
  RingListText *self;

  if (encoding == NULL)
    {
      const char *other = find_other_kind (data, n);

      if (other != NULL)
        {
          g_auto (GStrv) parts = g_strsplit (other, "%s", 2);
          g_autofree char *message = g_strconcat (parts[0], name, parts[1], NULL);

          g_set_error_literal (error, RING_ERROR, RING_ERROR_FORMAT, message);
          return NULL;
        }
      text = g_bytes_ref (bytes);
    }
  else
    {
      text = recode (bytes, encoding, skip, name, error);
      skip = 0;
      if (text == NULL)
        return NULL;
    }
  self = g_new0 (RingListText, 1);
  self->bytes = g_steal_pointer (&text);
  self->data = g_bytes_get_data (self->bytes, &self->length);
  self->start = skip;
  self->line = g_string_new (NULL);
  ring_list_text_rewind (self);
  return self;
}

void
ring_list_text_free (RingListText *self)
{
  g_bytes_unref (self->bytes);
  g_string_free (self->line, TRUE);
  g_free (self);
}

/* The letters of Windows-1252 from 0x80 to 0x9f; those that it leaves open become a question mark.
 */
static void
append_western (GString *out, guchar byte)
{
  static const guint16 letters[32]
      = { 0x20ac, '?',    0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
          0x2039, 0x0152, '?',    0x017d, '?',    '?',    0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
          0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, '?',    0x017e, 0x0178 };

  if (byte >= 0x80 && byte <= 0x9f)
    g_string_append_unichar (out, letters[byte - 0x80]);
  else
    g_string_append_unichar (out, byte == 0 ? ' ' : byte);
}

gboolean
ring_list_text_next (RingListText *self, RingListLine *line)
{
  const char *start = self->data + self->at.at;
  gsize left = self->length - self->at.at;
  gsize n = 0, end;

  if (left == 0)
    return FALSE;
  while (n < left && start[n] != '\n' && start[n] != '\r')
    n++;
  end = n < left ? n + 1 : n;
  if (n + 1 < left && start[n] == '\r' && start[n + 1] == '\n')
    end++;
  self->at.at += end;
  line->text = start;
  line->length = n;
  line->number = ++self->at.number;
  if (g_utf8_validate_len (start, n, NULL))
    return TRUE;
  self->at.n_recoded++;
  g_string_truncate (self->line, 0);
  for (gsize i = 0; i < n; i++)
    append_western (self->line, (guchar) start[i]);
  line->text = self->line->str;
  line->length = self->line->len;
  return TRUE;
}

RingListMark
ring_list_text_mark (RingListText *self)
{
  return self->at;
}

void
ring_list_text_go (RingListText *self, const RingListMark *mark)
{
  self->at = *mark;
}

void
ring_list_text_rewind (RingListText *self)
{
  self->at = (RingListMark){ .at = self->start };
}

double
ring_list_text_get_progress (RingListText *self)
{
  return self->length > 0 ? (double) self->at.at / (double) self->length : 1;
}

guint
ring_list_text_get_n_recoded (RingListText *self)
{
  return self->at.n_recoded;
}
