/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-text-paths.h"

#include <cairo.h>

#include "ring-label.h"
#include "ring-number.h"

/* Letters are small, and in views are drawn larger. */
#define DECIMALS 4

typedef struct
{
  GString *out;
  cairo_t *cr; /* only for its metrics */
  gboolean open;   /* the last start tag has no end yet */
  gboolean inside; /* a text that becomes a path */
  GString *text, *attributes; /* of it */
  double x, y, size;
  RingLabelAnchor anchor;
} Writer;

static void
close_tag (Writer *writer)
{
  if (writer->open)
    g_string_append_c (writer->out, '>');
  writer->open = FALSE;
}

static void
append_attribute (GString *out, const char *name, const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  g_string_append_printf (out, " %s=\"%s\"", name, escaped);
}

static void
append_point (GString *out, char verb, const cairo_path_data_t *points, int n)
{
  g_string_append_c (out, verb);
  for (int i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      ring_number_append (out, points[i].point.x, DECIMALS);
      g_string_append_c (out, ' ');
      ring_number_append (out, points[i].point.y, DECIMALS);
    }
}

static void
append_path (GString *out, cairo_t *cr)
{
  cairo_path_t *path = cairo_copy_path (cr);

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    switch (path->data[i].header.type)
      {
      case CAIRO_PATH_MOVE_TO:
        append_point (out, 'M', &path->data[i + 1], 1);
        break;
      case CAIRO_PATH_LINE_TO:
        append_point (out, 'L', &path->data[i + 1], 1);
        break;
      case CAIRO_PATH_CURVE_TO:
        append_point (out, 'C', &path->data[i + 1], 3);
        break;
      case CAIRO_PATH_CLOSE_PATH:
      default:
        g_string_append_c (out, 'Z');
        break;
      }
  cairo_path_destroy (path);
}

/* FALSE for a text that says something that this program never writes. */
static gboolean
begin_text (Writer *writer, const char **names, const char **values)
{
  writer->x = writer->y = writer->size = 0;
  writer->anchor = RING_LABEL_START;
  g_string_truncate (writer->text, 0);
  g_string_truncate (writer->attributes, 0);
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], "x"))
        ring_number_parse (values[i], &writer->x);
      else if (g_str_equal (names[i], "y"))
        ring_number_parse (values[i], &writer->y);
      else if (g_str_equal (names[i], "font-size"))
        ring_number_parse (values[i], &writer->size);
      else if (g_str_equal (names[i], "text-anchor"))
        writer->anchor = g_str_equal (values[i], "middle") ? RING_LABEL_CENTRE
                         : g_str_equal (values[i], "end")  ? RING_LABEL_END
                                                           : RING_LABEL_START;
      else if (g_str_equal (names[i], "font-family"))
        {
          if (!g_str_equal (values[i], "sans-serif"))
            return FALSE;
        }
      else if (g_str_equal (names[i], "style") || g_str_equal (names[i], "class"))
        return FALSE;
      else if (!g_str_equal (names[i], "xml:space"))
        append_attribute (writer->attributes, names[i], values[i]);
    }
  return writer->size > 0;
}

static void
start_cb (GMarkupParseContext *context, const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Writer *writer = data;

  close_tag (writer);
  if (g_str_equal (name, "text") && !writer->inside && begin_text (writer, names, values))
    {
      writer->inside = TRUE;
      return;
    }
  g_string_append_printf (writer->out, "<%s", name);
  for (guint i = 0; names[i] != NULL; i++)
    append_attribute (writer->out, names[i], values[i]);
  writer->open = TRUE;
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Writer *writer = data;

  if (writer->inside && g_str_equal (name, "text"))
    {
      writer->inside = FALSE;
      g_string_append_printf (writer->out, "<path%s d=\"", writer->attributes->str);
      cairo_new_path (writer->cr);
      ring_label_path (writer->cr, writer->text->str, (RingPoint){ writer->x, writer->y }, writer->size,
                       writer->anchor);
      append_path (writer->out, writer->cr);
      g_string_append (writer->out, "\"/>");
      return;
    }
  if (writer->open)
    g_string_append (writer->out, "/>");
  else
    g_string_append_printf (writer->out, "</%s>", name);
  writer->open = FALSE;
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize n, gpointer data, GError **error)
{
  Writer *writer = data;
  g_autofree char *escaped = NULL;

  if (writer->inside)
    {
      g_string_append_len (writer->text, text, (gssize) n);
      return;
    }
  close_tag (writer);
  escaped = g_markup_escape_text (text, (gssize) n);
  g_string_append (writer->out, escaped);
}

static void
passthrough_cb (GMarkupParseContext *context, const char *text, gsize n, gpointer data, GError **error)
{
  Writer *writer = data;

  close_tag (writer);
  g_string_append_len (writer->out, text, (gssize) n);
}

GBytes *
ring_text_paths_convert (GBytes *svg, GError **error)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, passthrough_cb, NULL };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  Writer writer = { .out = g_string_new (NULL),
                    .cr = cairo_create (surface),
                    .text = g_string_new (NULL),
                    .attributes = g_string_new (NULL) };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &writer, NULL);
  gsize n;
  const char *data = g_bytes_get_data (svg, &n);
  gboolean done = g_markup_parse_context_parse (context, data, (gssize) n, error)
                  && g_markup_parse_context_end_parse (context, error);

  cairo_destroy (writer.cr);
  cairo_surface_destroy (surface);
  g_string_free (writer.text, TRUE);
  g_string_free (writer.attributes, TRUE);
  if (done)
    return g_string_free_to_bytes (writer.out);
  g_string_free (writer.out, TRUE);
  return NULL;
}
