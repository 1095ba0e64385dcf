/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Revisions: each as a list of the items that it has, by layer, and its records; and the items that
 * only revisions have. */
#include "ring-svg-writer-private.h"

#include "ring-svg-attribute.h"

static void
put_items (RingSvgWriter *writer, const RingLayer *layer)
{
  RingSequenceIter iter;
  const RingItem *item;
  const char *space = "";

  ring_sequence_iter_init (&iter, ring_layer_get_items (layer), NULL);
  while ((item = ring_sequence_iter_next (&iter)) != NULL)
    {
      const char *id = ring_svg_stored_get_id (writer->stored, item);

      g_string_append (writer->out, space);
      g_string_append (writer->out, id);
      if (!g_str_equal (id, ring_item_get_id (item)))
        g_string_append_printf (writer->out, ":%s", ring_item_get_id (item));
      space = " ";
    }
}

static void
put_layer (RingSvgWriter *writer, const RingLayer *layer)
{
  const RingLayerHead *head = ring_layer_get_head (layer);
  GString *out = writer->out;

  append_line (writer, "        ");
  g_string_append (out, "<rw:layer");
  ring_svg_append_attribute (out, "id", head->id);
  ring_svg_append_attribute (out, "role", ring_layer_role_name (head->role));
  if (head->name != NULL && head->name[0] != '\0')
    ring_svg_append_attribute (out, "name", head->name);
  if (head->locked)
    g_string_append (out, " locked=\"true\"");
  if (!head->visible)
    g_string_append (out, " hidden=\"true\"");
  if (head->opacity < 0.99995)
    ring_svg_append_number (out, "opacity", head->opacity);
  if (ring_layer_get_n_items (layer) == 0)
    {
      g_string_append (out, "/>");
      return;
    }
  g_string_append_c (out, '>');
  put_items (writer, layer);
  g_string_append (out, "</rw:layer>");
}

static void
put_view (RingSvgWriter *writer, const RingView *view)
{
  const RingViewHead *head = ring_view_get_head (view);
  GString *out = writer->out;

  append_line (writer, "      ");
  g_string_append (out, "<rw:view");
  ring_svg_append_attribute (out, "id", head->id);
  ring_svg_append_attribute (out, "view", ring_view_kind_name (head->kind));
  if (head->kind != RING_VIEW_PAGE)
    {
      const double at[] = { head->origin.x, head->origin.y };
      const double clip[] = { head->clip.x0, head->clip.y0, head->clip.x1 - head->clip.x0,
                              head->clip.y1 - head->clip.y0 };

      if (head->ring != NULL && head->ring[0] != '\0')
        ring_svg_append_attribute (out, "ring", head->ring);
      ring_svg_append_number (out, "scale", head->scale);
      ring_svg_append_numbers (out, "at", at, G_N_ELEMENTS (at));
      if (!ring_rect_is_empty (head->clip))
        ring_svg_append_numbers (out, "clip", clip, G_N_ELEMENTS (clip));
    }
  g_string_append_c (out, '>');
  for (guint i = 0; i < ring_view_get_n_layers (view); i++)
    put_layer (writer, ring_view_get_layer (view, i));
  append_line (writer, "      ");
  g_string_append (out, "</rw:view>");
}

void
_ring_svg_writer_put_revision (RingSvgWriter *writer,
                               const RingRecord *record,
                               const RingDrawing *state)
{
  append_line (writer, "    ");
  _ring_svg_writer_start_record (writer, record);
  g_string_append_c (writer->out, '>');
  for (guint i = 0; i < ring_drawing_get_n_records (state); i++)
    {
      append_line (writer, "      ");
      _ring_svg_writer_start_record (writer, ring_drawing_get_record (state, i));
      g_string_append (writer->out, "/>");
    }
  for (guint i = 0; i < ring_drawing_get_n_views (state); i++)
    put_view (writer, ring_drawing_get_view (state, i));
  append_line (writer, "    ");
  g_string_append (writer->out, "</rw:revision>");
}

void
_ring_svg_writer_put_earlier (RingSvgWriter *writer)
{
  const GArray *earlier = ring_svg_stored_get_earlier (writer->stored);

  if (earlier->len == 0)
    return;
  append_line (writer, "    ");
  g_string_append (writer->out, "<g rw:kind=\"earlier\">");
  writer->all_named = TRUE;
  for (guint i = 0; i < earlier->len; i++)
    {
      const RingSvgStoredItem *kept = &g_array_index (earlier, RingSvgStoredItem, i);
      g_autoptr (RingItem) item = g_str_equal (kept->id, ring_item_get_id (kept->item))
                                      ? ring_item_ref (kept->item)
                                      : ring_item_with_id (kept->item, kept->id);

      _ring_svg_writer_put_item (writer, item);
      _ring_svg_writer_let_go (writer);
    }
  writer->all_named = FALSE;
  append_line (writer, "    ");
  g_string_append (writer->out, "</g>");
}
