/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Records, and what the design is called by them. */
#include "ring-svg-writer-private.h"

#include <string.h>

#include "ring-svg-attribute.h"
#include "ring-svg-node.h"
#include "ring-text.h"

void
_ring_svg_writer_start_record (RingSvgWriter *writer, const RingRecord *record)
{
  g_string_append_printf (writer->out, "<rw:%s", ring_record_get_kind (record));
  ring_svg_append_attribute (writer->out, "id", ring_record_get_id (record));
  for (guint i = 0; i < ring_record_get_n_fields (record); i++)
    {
      const char *value;
      const char *name = ring_record_get_field (record, i, &value);

      if (ring_svg_is_name (name) && strchr (name, ':') == NULL && strcmp (name, "id") != 0)
        ring_svg_append_attribute (writer->out, name, value);
    }
}

void
_ring_svg_writer_put_record (RingSvgWriter *writer, const RingRecord *record)
{
  append_line (writer, "    ");
  _ring_svg_writer_start_record (writer, record);
  g_string_append (writer->out, "/>");
}

/* The drawing keeps its records in the order of the file (ring_record_kind_order()). */
void
_ring_svg_writer_put_metadata (RingSvgWriter *writer)
{
  guint written = 0;

  append_line (writer, "  ");
  g_string_append (writer->out, "<metadata>");
  for (guint i = 0; i < ring_drawing_get_n_records (writer->drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (writer->drawing, i);
      const RingDrawing *state
          = g_str_equal (ring_record_get_kind (record), RING_RECORD_REVISION)
                ? ring_drawing_get_state (writer->drawing, ring_record_get_id (record))
                : NULL;

      if (!ring_svg_is_name (ring_record_get_kind (record)))
        continue;
      _ring_svg_writer_put_foreign (writer, "metadata", written, "    ");
      if (state != NULL)
        _ring_svg_writer_put_revision (writer, record, state);
      else
        _ring_svg_writer_put_record (writer, record);
      written++;
    }
  _ring_svg_writer_put_foreign (writer, "metadata", G_MAXUINT, "    ");
  append_line (writer, "  ");
  g_string_append (writer->out, "</metadata>");
}

void
_ring_svg_writer_put_title (RingSvgWriter *writer)
{
  const RingRecord *commission
      = ring_drawing_find_record (writer->drawing, RING_RECORD_COMMISSION, NULL);
  const char *title = ring_record_get (commission, "title");
  g_autofree char *clean = NULL;

  /* A plain picture goes anywhere, so it names nobody. */
  if (title == NULL && !writer->plain)
    title = ring_record_get (commission, "client");
  clean = ring_text_clean (title != NULL ? title : "Ring design", RING_TEXT_MAX_CHARS);
  append_line (writer, "  ");
  g_string_append (writer->out, "<title>");
  ring_svg_append_text (writer->out, clean);
  g_string_append (writer->out, "</title>");
}
