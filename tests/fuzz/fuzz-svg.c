/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Designs and other programs' SVG, also packed. What is read can be written with and without the
 * model, and reading that and writing it again gives the same. */
#include "ring-fuzz.h"
#include "ring-svg.h"

static void
look (const RingDrawing *drawing)
{
  for (guint v = 0; v < ring_drawing_get_n_views (drawing); v++)
    {
      const RingView *view = ring_drawing_get_view (drawing, v);

      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        {
          const RingLayer *layer = ring_view_get_layer (view, l);

          for (gsize i = 0; i < ring_layer_get_n_items (layer); i++)
            {
              const RingStroke *stroke = ring_item_get_stroke (ring_layer_get_item (layer, i));
              gsize n;

              if (stroke != NULL && stroke->samples != NULL)
                ring_samples_get (stroke->samples, &n, NULL);
            }
        }
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n)
{
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RingDrawing) drawing = ring_svg_read ((const char *) data, n, report, &error);
  g_autoptr (RingDrawing) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) plain = NULL;
  gsize length;
  const char *text;

  g_assert_true ((drawing != NULL) == (error == NULL));
  if (drawing == NULL)
    return 0;
  look (drawing);
  plain = ring_svg_write (drawing, RING_WRITE_PLAIN);
  bytes = ring_svg_write (drawing, RING_WRITE_DESIGN);
  text = g_bytes_get_data (bytes, &length);
  again = ring_svg_read (text, length, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ring_svg_is_text_of (again, bytes));
  return 0;
}
