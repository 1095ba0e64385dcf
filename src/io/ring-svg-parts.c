/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-svg-parts.h"

#include "ring-svg-writer-private.h"

void
ring_svg_append_item (GString *out, const RingItem *item)
{
  RingSvgWriter writer = { .out = out, .scratch = g_string_new (NULL) };

  _ring_svg_writer_put_item (&writer, item);
  g_string_free (writer.scratch, TRUE);
}

void
ring_svg_append_record (GString *out, const RingRecord *record)
{
  RingSvgWriter writer = { .out = out };

  _ring_svg_writer_put_record (&writer, record);
}

void
ring_svg_append_layer (GString *out, const RingLayer *layer)
{
  RingSvgWriter writer = { .out = out, .scratch = g_string_new (NULL) };

  _ring_svg_writer_put_layer (&writer, layer);
  g_string_free (writer.scratch, TRUE);
}

void
ring_svg_append_view (GString *out, const RingView *view)
{
  RingSvgWriter writer = { .out = out, .scratch = g_string_new (NULL) };

  _ring_svg_writer_start_view (&writer, view);
  for (guint i = 0; i < ring_view_get_n_layers (view); i++)
    _ring_svg_writer_put_layer (&writer, ring_view_get_layer (view, i));
  g_string_append (out, "</g>");
  g_string_free (writer.scratch, TRUE);
}
