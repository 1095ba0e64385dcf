/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* make-peer-files N OUT.svg OUT.xopp [SEED]: the strokes of make-sheet as other programs keep
 * them. The SVG has one outline polygon for each stroke, a point for each sample on either side,
 * as drawing programs export pressure ink; the .xopp is Xournal++'s own: samples with a width
 * each, packed by gzip. */

#include "bench-strokes.h"
#include "ring-number.h"
#include "ring-save.h"

#include <gio/gio.h>
#include <math.h>
#include <stdlib.h>

#define MAX_STROKES 1000000
#define POINTS_PER_MM (72 / 25.4)

static void
append_point (GString *out, char letter, double x, double y)
{
  g_string_append_c (out, letter);
  ring_number_append (out, x, 3);
  g_string_append_c (out, ' ');
  ring_number_append (out, y, 3);
}

/* The points beside the samples: on the left along the way, on the right back. */
static void
append_polygon (GString *out, const RingSample *s, gsize n, const RingInkStyle *ink)
{
  for (gsize k = 0; k < 2 * n; k++)
    {
      gsize i = k < n ? k : 2 * n - 1 - k;
      gsize before = i > 0 ? i - 1 : i, after = i + 1 < n ? i + 1 : i;
      double dx = s[after].x - s[before].x, dy = s[after].y - s[before].y;
      double length = hypot (dx, dy);
      double r = ring_ink_style_width (ink, s[i].pressure) / 2 * (k < n ? 1 : -1);

      if (length > 0)
        {
          dx /= length;
          dy /= length;
        }
      append_point (out, k == 0 ? 'M' : 'L', s[i].x - r * dy, s[i].y + r * dx);
    }
  g_string_append_c (out, 'Z');
}

static void
append_xopp_stroke (GString *out, const RingSample *s, gsize n, const RingInkStyle *ink)
{
  g_string_append (out, "<stroke tool=\"pen\" color=\"#2b2b30ff\" width=\"");
  ring_number_append (out, ink->width * POINTS_PER_MM, 4);
  for (gsize i = 0; i + 1 < n; i++)
    {
      g_string_append_c (out, ' ');
      ring_number_append (out, ring_ink_style_width (ink, s[i].pressure) * POINTS_PER_MM, 4);
    }
  g_string_append (out, "\">");
  for (gsize i = 0; i < n; i++)
    append_point (out, ' ', s[i].x * POINTS_PER_MM, s[i].y * POINTS_PER_MM);
  g_string_append (out, "</stroke>\n");
}

static GBytes *
pack (const GString *text, GError **error)
{
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (zlib));

  if (!g_output_stream_write_all (stream, text->str, text->len, NULL, NULL, error)
      || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
append_heads (GString *svg, GString *xopp)
{
  g_string_append (svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"210mm\" "
                        "height=\"297mm\" viewBox=\"0 0 210 297\">\n");
  g_string_append (xopp, "<?xml version=\"1.0\" standalone=\"no\"?>\n"
                         "<xournal creator=\"Xournal++ 1.1.3\" fileversion=\"4\">\n"
                         "<page width=\"595.27559055\" height=\"841.88976378\">\n"
                         "<background type=\"solid\" color=\"#ffffffff\" style=\"plain\"/>\n"
                         "<layer>\n");
}

static void
append_strokes (GString *svg, GString *xopp, const RingDrawing *drawing)
{
  const RingLayer *layer = ring_view_get_layer (ring_drawing_get_view (drawing, 0), 0);

  for (gsize i = 0; i < ring_layer_get_n_items (layer); i++)
    {
      const RingStroke *stroke = ring_item_get_stroke (ring_layer_get_item (layer, i));
      gsize n;
      const RingSample *samples = ring_samples_get (stroke->samples, &n, NULL);

      g_string_append (svg, "<path fill=\"#2b2b30\" d=\"");
      append_polygon (svg, samples, n, &stroke->style.ink);
      g_string_append (svg, "\"/>\n");
      append_xopp_stroke (xopp, samples, n, &stroke->style.ink);
    }
}

static gboolean
write_files (const RingDrawing *drawing, const char *svg_path, const char *xopp_path,
             GError **error)
{
  GString *svg = g_string_new (NULL);
  g_autoptr (GString) xopp = g_string_new (NULL);
  g_autoptr (GBytes) svg_bytes = NULL;
  g_autoptr (GBytes) xopp_bytes = NULL;

  append_heads (svg, xopp);
  append_strokes (svg, xopp, drawing);
  g_string_append (svg, "</svg>\n");
  g_string_append (xopp, "</layer>\n</page>\n</xournal>\n");
  svg_bytes = g_string_free_to_bytes (svg);
  xopp_bytes = pack (xopp, error);
  return xopp_bytes != NULL && ring_save_bytes (svg_path, svg_bytes, error)
         && ring_save_bytes (xopp_path, xopp_bytes, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RingDrawing) drawing = NULL;
  guint64 n, seed = BENCH_SEED;

  if (argc < 4 || argc > 5 || !g_ascii_string_to_unsigned (argv[1], 10, 0, MAX_STROKES, &n, NULL)
      || (argc == 5 && !g_ascii_string_to_unsigned (argv[4], 10, 0, G_MAXUINT64, &seed, NULL)))
    {
      g_printerr ("Usage: make-peer-files N OUT.svg OUT.xopp [SEED]\n");
      return 2;
    }
  drawing = bench_drawing_new ((gsize) n, seed);
  if (!write_files (drawing, argv[2], argv[3], &error))
    {
      g_printerr ("make-peer-files: %s\n", error->message);
      return EXIT_FAILURE;
    }
  return EXIT_SUCCESS;
}
