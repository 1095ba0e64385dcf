/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem() */
#include "ring-svg-guard.h"

#include <gio/gio.h>
#include <string.h>
#include <glib/gi18n-lib.h>

#include "ring-error.h"

/* A drawing packs to a fifth, a page of one repeated stroke to a hundredth. */
#define MAX_RATIO 200
#define RATIO_FLOOR (16u << 20)

typedef struct
{
  const char *start, *p, *end;
  const char *tag; /* the name of the last tag that was opened */
  guint n_elements;
  guint depth;
} Guard;

/* Lines are only counted when there is something to complain about. */
static guint
line_of (const Guard *guard)
{
  guint line = 1;
  const char *p = guard->start;

  while ((p = memchr (p, '\n', (gsize) (guard->p - p))) != NULL)
    {
      line++;
      p++;
    }
  return line;
}

static char *
name_of_tag (const Guard *guard)
{
  gsize n = 0;

  if (guard->tag == NULL)
    return g_strdup ("");
  while (guard->tag + n < guard->end && n < 60 && strchr (" \t\r\n/>", guard->tag[n]) == NULL)
    n++;
  return g_utf8_make_valid (guard->tag, (gssize) n);
}

static gboolean
limit (const Guard *guard, const char *what, guint value, GError **error)
{
  g_autofree char *name = name_of_tag (guard);

  g_set_error (error, RING_ERROR, RING_ERROR_LIMIT,
               _("Line %u, element <%s>: the file passes the limit of %u %s. It was not opened."),
               line_of (guard), name, value, what);
  return FALSE;
}

static gboolean
broken (const Guard *guard, GError **error)
{
  g_set_error (error, RING_ERROR, RING_ERROR_SYNTAX,
               _("Line %u: the file ends in the middle of a tag. It may have been cut off; take "
                 "an earlier copy of it."),
               line_of (guard));
  return FALSE;
}

/* Moves behind TEXT. */
static gboolean
skip_past (Guard *guard, const char *text, GError **error)
{
  gsize n = strlen (text);
  const char *found = memmem (guard->p, (gsize) (guard->end - guard->p), text, n);

  if (found == NULL)
    return broken (guard, error);
  guard->p = found + n;
  return TRUE;
}

static gboolean
starts_with (const Guard *guard, const char *text)
{
  gsize n = strlen (text);

  return (gsize) (guard->end - guard->p) >= n && memcmp (guard->p, text, n) == 0;
}

/* A document type without declarations of its own is harmless, since nothing is fetched. */
static gboolean
check_doctype (Guard *guard, GError **error)
{
  char quote = 0;

  for (; guard->p < guard->end; guard->p++)
    {
      char c = *guard->p;

      if (quote != 0)
        {
          if (c == quote)
            quote = 0;
        }
      else if (c == '"' || c == '\'')
        quote = c;
      else if (c == '[')
        {
          g_set_error (error, RING_ERROR, RING_ERROR_FORMAT,
                       _("Line %u: the file has a document type with declarations of its own "
                         "(entities), which is not read for safety. Open it in Inkscape and save "
                         "it as plain SVG."),
                       line_of (guard));
          return FALSE;
        }
      else if (c == '>')
        {
          guard->p++;
          return TRUE;
        }
    }
  return broken (guard, error);
}

/* From behind the name's "<" to behind ">". */
static gboolean
check_start_tag (Guard *guard, GError **error)
{
  guint n_attributes = 0;

  guard->tag = guard->p;
  if (++guard->n_elements > RING_GUARD_MAX_ELEMENTS)
    return limit (guard, _("elements"), RING_GUARD_MAX_ELEMENTS, error);
  for (; guard->p < guard->end; guard->p++)
    {
      char c = *guard->p;

      if (c == '"' || c == '\'')
        {
          const char *close = memchr (guard->p + 1, c, (gsize) (guard->end - guard->p - 1));

          if (++n_attributes > RING_GUARD_MAX_ATTRIBUTES)
            return limit (guard, _("attributes in one tag"), RING_GUARD_MAX_ATTRIBUTES, error);
          if (close == NULL)
            return broken (guard, error);
          if (close - guard->p > RING_GUARD_MAX_ATTRIBUTE)
            return limit (guard, _("bytes in one attribute"), RING_GUARD_MAX_ATTRIBUTE, error);
          guard->p = close;
        }
      else if (c == '>')
        {
          if (guard->p[-1] != '/' && ++guard->depth > RING_GUARD_MAX_DEPTH)
            return limit (guard, _("levels of elements inside each other"), RING_GUARD_MAX_DEPTH,
                          error);
          guard->p++;
          return TRUE;
        }
      else if (c == '<')
        break;
    }
  return broken (guard, error);
}

static gboolean
check_markup (Guard *guard, GError **error)
{
  if (starts_with (guard, "!--"))
    {
      guard->p += 3;
      return skip_past (guard, "-->", error);
    }
  if (starts_with (guard, "![CDATA["))
    return skip_past (guard, "]]>", error);
  if (starts_with (guard, "!"))
    return check_doctype (guard, error);
  if (starts_with (guard, "?"))
    return skip_past (guard, "?>", error);
  if (starts_with (guard, "/"))
    {
      if (guard->depth > 0)
        guard->depth--;
      return skip_past (guard, ">", error);
    }
  return check_start_tag (guard, error);
}

/* This pass sees bytes, so the encoding must keep ASCII where it is. */
static gboolean
check_encoding (const Guard *guard, GError **error)
{
  static const char *const known[] = { "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-",
                                       "windows-125" };
  const char *end = memchr (guard->p, '>', MIN ((gsize) (guard->end - guard->p), 1000));
  const char *found;
  g_autofree char *head = NULL;

  if (!starts_with (guard, "<?xml") || end == NULL)
    return TRUE;
  head = g_ascii_strdown (guard->p, end - guard->p);
  found = strstr (head, "encoding");
  if (found == NULL)
    return TRUE;
  found += strlen ("encoding");
  while (*found != '\0' && strchr (" \t\r\n=\"'", *found) != NULL)
    found++;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_has_prefix (found, known[i]))
      return TRUE;
  g_set_error (error, RING_ERROR, RING_ERROR_FORMAT,
               _("The file is not in UTF-8. Open it in Inkscape and save it again."));
  return FALSE;
}

static gboolean
check_start (Guard *guard, GError **error)
{
  gsize n = (gsize) (guard->end - guard->p);

  if (n > RING_GUARD_MAX_BYTES)
    return limit (guard, _("bytes"), RING_GUARD_MAX_BYTES, error);
  if (n >= 3 && memcmp (guard->p, "\xef\xbb\xbf", 3) == 0)
    guard->p += 3;
  while (guard->p < guard->end && strchr (" \t\r\n", *guard->p) != NULL && *guard->p != '\0')
    guard->p++;
  if (guard->p == guard->end)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_SYNTAX,
                   _("The file is empty. Take an earlier copy of it."));
      return FALSE;
    }
  if (*guard->p != '<' || memchr (guard->p, '\0', MIN ((gsize) (guard->end - guard->p), 64)) != NULL)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_FORMAT,
                   _("The file is neither a ring design nor an SVG drawing."));
      return FALSE;
    }
  return check_encoding (guard, error);
}

gboolean
ring_guard_check (const char *bytes, gsize n_bytes, GError **error)
{
  Guard guard = { .start = bytes, .p = bytes, .end = bytes + n_bytes };

  if (!check_start (&guard, error))
    return FALSE;
  while ((guard.p = memchr (guard.p, '<', (gsize) (guard.end - guard.p))) != NULL)
    {
      guard.p++;
      if (!check_markup (&guard, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_output (GByteArray *out, gsize n_in, GError **error)
{
  if (out->len > RING_GUARD_MAX_BYTES)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_LIMIT,
                   _("The packed file holds more than the limit of %u bytes. It was not opened."),
                   RING_GUARD_MAX_BYTES);
      return FALSE;
    }
  if (out->len > RATIO_FLOOR && out->len / MAX_RATIO > n_in)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_LIMIT,
                   _("The packed file grows past the limit of %u times its size. It was not "
                     "opened."),
                   MAX_RATIO);
      return FALSE;
    }
  return TRUE;
}

static GBytes *
gunzip (const char *bytes, gsize n_bytes, GError **error)
{
  g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autofree char *chunk = g_malloc (1 << 16);
  gsize at = 0;

  for (;;)
    {
      gsize n_read = 0, n_written = 0;
      g_autoptr (GError) failure = NULL;
      GConverterResult result
          = g_converter_convert (G_CONVERTER (zlib), bytes + at, n_bytes - at, chunk, 1 << 16,
                                 G_CONVERTER_INPUT_AT_END, &n_read, &n_written, &failure);

      if (result == G_CONVERTER_ERROR)
        {
          g_set_error (error, RING_ERROR, RING_ERROR_SYNTAX,
                       _("The packed file is damaged (%s). Take an earlier copy of it."),
                       failure->message);
          return NULL;
        }
      at += n_read;
      g_byte_array_append (out, (const guint8 *) chunk, (guint) n_written);
      if (!check_output (out, n_bytes, error))
        return NULL;
      if (result == G_CONVERTER_FINISHED)
        return g_byte_array_free_to_bytes (g_steal_pointer (&out));
    }
}

GBytes *
ring_guard_unpack (const char *bytes, gsize n_bytes, GError **error)
{
  if (n_bytes >= 2 && (guint8) bytes[0] == 0x1f && (guint8) bytes[1] == 0x8b)
    return gunzip (bytes, n_bytes, error);
  return g_bytes_new_static (bytes, n_bytes);
}
