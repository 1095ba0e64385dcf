/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-pdf.h"

#include <string.h>

#define PREFERENCES "   /ViewerPreferences << /PrintScaling /None >>\n"

/* Finds KEY behind FROM and reads the number that follows it. */
static gboolean
read_number (const char *text, const char *from, const char *key, gsize *number, const char **after)
{
  const char *at = from != NULL ? strstr (from, key) : NULL;
  char *end;
  guint64 value;

  if (at == NULL)
    return FALSE;
  at += strlen (key);
  value = g_ascii_strtoull (at, &end, 10);
  if (end == at || value > G_MAXUINT32)
    return FALSE;
  *number = (gsize) value;
  if (after != NULL)
    *after = end;
  return TRUE;
}

/* The byte offset of object NUMBER as the classic cross-reference table at XREF tells it: twenty
 * bytes an entry, one section from 0 on. */
static gboolean
find_object (const char *text, gsize length, gsize xref, gsize number, gsize *offset)
{
  gsize first, count;
  const char *entries;
  const char *entry;

  if (xref >= length || !g_str_has_prefix (text + xref, "xref\n"))
    return FALSE;
  if (!read_number (text, text + xref, "xref\n", &first, &entries) || first != 0)
    return FALSE;
  count = (gsize) g_ascii_strtoull (entries, (char **) &entries, 10);
  if (number >= count || *entries != '\n')
    return FALSE;
  entry = entries + 1 + 20 * number;
  if (entry + 20 > text + length || entry[17] != 'n')
    return FALSE;
  *offset = (gsize) g_ascii_strtoull (entry, NULL, 10);
  return *offset < length;
}

gboolean
ring_pdf_keep_scale (GByteArray *pdf)
{
  g_autoptr (GString) update = g_string_new (NULL);
  g_autofree char *head = NULL;
  gsize length = pdf->len;
  gsize xref, size, root, info, offset, start, body;
  const char *text;
  const char *trailer;
  const char *tail;
  const char *end;

  /* A zero behind the last byte makes it text; streams inside may hold zeros, so searches begin
   * at places that the file's own offsets name. */
  g_byte_array_append (pdf, (const guint8 *) "", 1);
  g_byte_array_set_size (pdf, (guint) length);
  text = (const char *) pdf->data;

  tail = g_strrstr_len (text + (length > 64 ? length - 64 : 0), (gssize) MIN (length, 64),
                        "startxref");
  if (tail == NULL || !read_number (text, tail, "startxref\n", &xref, NULL) || xref >= length)
    return FALSE;
  trailer = strstr (text + xref, "trailer\n");
  if (!read_number (text, trailer, "/Size ", &size, NULL)
      || !read_number (text, trailer, "/Root ", &root, NULL)
      || !read_number (text, trailer, "/Info ", &info, NULL)
      || !find_object (text, length, xref, root, &offset))
    return FALSE;
  end = strstr (text + offset, ">>\nendobj");
  body = offset;
  if (end == NULL)
    return FALSE;

  /* The catalog again, with one more line. */
  head = g_strndup (text + body, (gsize) (end - (text + body)));
  start = length;
  g_string_append (update, head);
  g_string_append (update, PREFERENCES ">>\nendobj\n");
  g_string_append_printf (update,
                          "xref\n%" G_GSIZE_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \n"
                          "trailer\n<< /Size %" G_GSIZE_FORMAT "\n   /Root %" G_GSIZE_FORMAT
                          " 0 R\n   /Info %" G_GSIZE_FORMAT " 0 R\n   /Prev %" G_GSIZE_FORMAT
                          "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          root, start, size, root, info, xref,
                          start + strlen (head) + strlen (PREFERENCES ">>\nendobj\n"));
  g_byte_array_append (pdf, (const guint8 *) update->str, (guint) update->len);
  return TRUE;
}
