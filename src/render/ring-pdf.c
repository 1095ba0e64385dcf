/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem() */
#include "ring-pdf.h"

#include <string.h>

/* How far before a mark the head of its object may stand, bytes: such objects are small. */
#define MARK_REACH 1024

#define PREFERENCES "   /ViewerPreferences << /PrintScaling /None >>\n"

typedef struct
{
  guint number;
  gsize offset;
} UpdatedObject;

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
ring_pdf_update_begin (RingPdfUpdate *update, GByteArray *pdf)
{
  gsize length = pdf->len;
  const char *text;
  const char *trailer;
  const char *tail;

  /* A zero behind the last byte makes it text; streams inside may hold zeros, so searches begin
   * at places that the file's own offsets name. */
  g_byte_array_append (pdf, (const guint8 *) "", 1);
  g_byte_array_set_size (pdf, (guint) length);
  text = (const char *) pdf->data;
  *update = (RingPdfUpdate){ .pdf = pdf, .length = length };

  tail = g_strrstr_len (text + (length > 64 ? length - 64 : 0), (gssize) MIN (length, 64),
                        "startxref");
  if (tail == NULL || !read_number (text, tail, "startxref\n", &update->xref, NULL)
      || update->xref >= length)
    return FALSE;
  trailer = strstr (text + update->xref, "trailer\n");
  if (!read_number (text, trailer, "/Size ", &update->size, NULL)
      || !read_number (text, trailer, "/Root ", &update->root, NULL)
      || !read_number (text, trailer, "/Info ", &update->info, NULL))
    return FALSE;
  update->objects = g_array_new (FALSE, FALSE, sizeof (UpdatedObject));
  return TRUE;
}

void
ring_pdf_update_replace (RingPdfUpdate *update, guint number, const void *body, gsize length)
{
  UpdatedObject object = { number, update->pdf->len };
  g_autofree char *head = g_strdup_printf ("%u 0 obj\n", number);

  g_byte_array_append (update->pdf, (const guint8 *) head, (guint) strlen (head));
  g_byte_array_append (update->pdf, body, (guint) length);
  g_byte_array_append (update->pdf, (const guint8 *) "endobj\n", 7);
  g_array_append_val (update->objects, object);
}

gboolean
ring_pdf_update_keep_scale (RingPdfUpdate *update)
{
  const char *text = (const char *) update->pdf->data;
  g_autofree char *body = NULL;
  const char *start;
  const char *end;
  gsize offset;

  if (!find_object (text, update->length, update->xref, update->root, &offset))
    return FALSE;
  start = strstr (text + offset, "obj\n");
  end = strstr (text + offset, ">>\nendobj");
  if (start == NULL || end == NULL || start > end)
    return FALSE;
  start += strlen ("obj\n");
  /* The catalog again, with one more line. */
  body = g_strdup_printf ("%.*s" PREFERENCES ">>\n", (int) (end - start), start);
  ring_pdf_update_replace (update, (guint) update->root, body, strlen (body));
  return TRUE;
}

guint
ring_pdf_update_find (const RingPdfUpdate *update, const char *mark)
{
  static const char head[] = " 0 obj\n";
  const char *text = (const char *) update->pdf->data;
  const char *at = memmem (text, update->length, mark, strlen (mark));
  const char *p = at;

  if (at == NULL)
    return 0;
  /* Streams hold zeros, so this is no search in a string. */
  while (p > text && at - p < MARK_REACH && memcmp (p, head, strlen (head)) != 0)
    p--;
  if (memcmp (p, head, strlen (head)) != 0)
    return 0;
  while (p > text && g_ascii_isdigit (p[-1]))
    p--;
  return (guint) MIN (g_ascii_strtoull (p, NULL, 10), G_MAXUINT);
}

static int
compare_objects (gconstpointer a, gconstpointer b)
{
  const UpdatedObject *x = a;
  const UpdatedObject *y = b;

  return x->number < y->number ? -1 : x->number > y->number;
}

void
ring_pdf_update_end (RingPdfUpdate *update)
{
  g_autoptr (GString) tail = g_string_new ("xref\n");

  if (update->objects->len > 0)
    {
      g_array_sort (update->objects, compare_objects);
      for (guint i = 0; i < update->objects->len; i++)
        {
          const UpdatedObject *object = &g_array_index (update->objects, UpdatedObject, i);

          g_string_append_printf (tail, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", object->number,
                                  object->offset);
        }
      g_string_append_printf (tail,
                              "trailer\n<< /Size %" G_GSIZE_FORMAT "\n   /Root %" G_GSIZE_FORMAT
                              " 0 R\n   /Info %" G_GSIZE_FORMAT " 0 R\n   /Prev %" G_GSIZE_FORMAT
                              "\n>>\nstartxref\n%u\n%%%%EOF\n",
                              update->size, update->root, update->info, update->xref,
                              update->pdf->len);
      g_byte_array_append (update->pdf, (const guint8 *) tail->str, (guint) tail->len);
    }
  g_clear_pointer (&update->objects, g_array_unref);
}
