/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A design as text: its root and what stands there, in a fixed order; and whether a text is that of
 * a design. */
#include "ring-svg.h"

#include <string.h>

#include "ring-memory.h"
#include "ring-number.h"
#include "ring-paper.h"
#include "ring-svg-attribute.h"
#include "ring-svg-grains.h"
#include "ring-svg-node.h"
#include "ring-svg-photos.h"
#include "ring-svg-skeleton.h"
#include "ring-svg-writer-private.h"

#define MAX_ROOM (128u << 20)

void
_ring_svg_writer_append_extra (RingSvgWriter *writer, const char *const *extra)
{
  for (guint i = 0; extra != NULL && extra[i] != NULL && extra[i + 1] != NULL; i += 2)
    {
      /* Without its namespace an attribute of another program means nothing. */
      if (writer->plain && strchr (extra[i], ':') != NULL && !g_str_has_prefix (extra[i], "xml:"))
        continue;
      ring_svg_append_attribute (writer->out, extra[i], extra[i + 1]);
    }
}

void
_ring_svg_writer_let_go (RingSvgWriter *writer)
{
  RingSvgExpected *expected = writer->expected;
  gsize n = writer->out->len;

  if (expected == NULL)
    return;
  if (n > expected->n_rest || memcmp (expected->rest, writer->out->str, n) != 0)
    expected->differs = TRUE;
  else
    {
      expected->rest += n;
      expected->n_rest -= n;
    }
  g_string_truncate (writer->out, 0);
}

static void
write_defs (RingSvgWriter *writer)
{
  g_autoptr (GPtrArray) photos = ring_svg_collect_all_photos (writer->drawing, writer->plain);
  const GArray *earlier
      = writer->stored != NULL ? ring_svg_stored_get_earlier (writer->stored) : NULL;

  for (guint i = 0; earlier != NULL && i < earlier->len; i++)
    ring_svg_collect_photo (photos, g_array_index (earlier, RingSvgStoredItem, i).item);
  append_line (writer, "  ");
  g_string_append (writer->out, "<defs>");
  _ring_svg_writer_put_clips (writer);
  ring_svg_append_grains (writer->out, writer->drawing, "\n    ", writer->plain);
  ring_svg_append_photos (writer->out, photos, "\n    ", writer->plain);
  if (writer->stored != NULL)
    _ring_svg_writer_put_earlier (writer);
  _ring_svg_writer_put_foreign (writer, "defs", G_MAXUINT, "    ");
  append_line (writer, "  ");
  g_string_append (writer->out, "</defs>");
}

/* In a plain picture only namespaces stay, which kept markup may need. */
static void
append_root_extra (RingSvgWriter *writer)
{
  const char *const *extra = ring_drawing_get_extra (writer->drawing);

  /* A plain picture needs our namespace only where another program copied our attributes. */
  if (writer->plain && _ring_svg_writer_needs_ours (writer->drawing))
    ring_svg_append_attribute (writer->out, "xmlns:rw", RING_RW_URI);
  for (guint i = 0; extra != NULL && extra[i] != NULL && extra[i + 1] != NULL; i += 2)
    if (!writer->plain || g_str_has_prefix (extra[i], "xmlns:"))
      ring_svg_append_attribute (writer->out, extra[i], extra[i + 1]);
}

static void
write_root (RingSvgWriter *writer)
{
  GString *out = writer->out;
  double width = ring_drawing_get_width (writer->drawing);
  double height = ring_drawing_get_height (writer->drawing);
  const double box[] = { 0, 0, width, height };

  append_line (writer, "");
  g_string_append (out, "<svg xmlns=\"" RING_SVG_URI "\"");
  if (!writer->plain)
    g_string_append (out, " xmlns:rw=\"" RING_RW_URI "\"");
  g_string_append (out, " width=\"");
  ring_number_append (out, width, RING_SVG_DECIMALS);
  g_string_append (out, "mm\" height=\"");
  ring_number_append (out, height, RING_SVG_DECIMALS);
  g_string_append (out, "mm\"");
  ring_svg_append_numbers (out, "viewBox", box, G_N_ELEMENTS (box));
  if (!writer->plain)
    {
      g_string_append (out, " rw:version=\"" RING_SVG_VERSION "\"");
      ring_svg_append_attribute (out, "rw:design", ring_drawing_get_uuid (writer->drawing));
    }
  append_root_extra (writer);
  g_string_append_c (out, '>');
}

/* Made anew with every save from what the page's record says, so that every viewer shows it. */
static void
write_paper (RingSvgWriter *writer)
{
  RingPaper paper = ring_paper_get_printed (writer->drawing);

  if (paper == RING_PAPER_WHITE)
    return;
  append_line (writer, "  ");
  g_string_append (writer->out, "<rect");
  if (!writer->plain)
    ring_svg_append_attribute (writer->out, "rw:paper", ring_paper_id (paper));
  ring_svg_append_number (writer->out, "width", ring_drawing_get_width (writer->drawing));
  ring_svg_append_number (writer->out, "height", ring_drawing_get_height (writer->drawing));
  g_string_append_printf (writer->out, " fill=\"#%06x\"/>", ring_paper_colour (paper) >> 8);
}

static void
write_children (RingSvgWriter *writer)
{
  guint n = ring_drawing_get_n_views (writer->drawing);

  _ring_svg_writer_put_foreign (writer, "svg", RING_ROOT_TITLE, "  ");
  _ring_svg_writer_put_title (writer);
  _ring_svg_writer_put_foreign (writer, "svg", RING_ROOT_METADATA, "  ");
  if (!writer->plain)
    _ring_svg_writer_put_metadata (writer);
  _ring_svg_writer_put_foreign (writer, "svg", RING_ROOT_DEFS, "  ");
  write_defs (writer);
  write_paper (writer);
  for (guint i = 0; i < n; i++)
    {
      _ring_svg_writer_put_foreign (writer, "svg", RING_ROOT_VIEWS + i, "  ");
      _ring_svg_writer_put_view (writer, ring_drawing_get_view (writer->drawing, i));
    }
  _ring_svg_writer_put_foreign (writer, "svg", G_MAXUINT, "  ");
  if (writer->motion != NULL)
    _ring_svg_writer_put_captions (writer);
}

/* About what DRAWING will take, so that its text is seldom moved while it grows. */
static gsize
guess_size (const RingDrawing *drawing)
{
  gsize n = 0;

  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    n += ring_view_get_n_items (ring_drawing_get_view (drawing, i));
  return (1 << 16) + MIN (n * RING_SVG_ROOM_PER_ITEM, MAX_ROOM);
}

void
_ring_svg_writer_put_all (RingSvgWriter *writer)
{
  g_autoptr (RingSvgStored) stored
      = writer->plain ? NULL : ring_svg_stored_new (writer->drawing);

  writer->stored = stored;
  writer->scratch = g_string_new (NULL);
  _ring_svg_writer_sort_foreign (writer);
  g_string_append (writer->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  _ring_svg_writer_put_foreign (writer, "", 0, "");
  write_root (writer);
  write_children (writer);
  append_line (writer, "");
  g_string_append (writer->out, "</svg>");
  _ring_svg_writer_put_foreign (writer, "", G_MAXUINT, "");
  g_string_append_c (writer->out, '\n');
  g_string_free (writer->scratch, TRUE);
  g_hash_table_unref (writer->queues);
}

/**
 * ring_svg_write:
 * @drawing: what to write
 * @mode: with or without the model
 *
 * Returns: canonical UTF-8 text that ends in a line feed
 */
GBytes *
ring_svg_write (const RingDrawing *drawing, RingWriteMode mode)
{
  RingSvgWriter writer = { .out = g_string_sized_new (guess_size (drawing)),
                           .drawing = drawing,
                           .plain = mode == RING_WRITE_PLAIN };
  gsize length;

  ring_memory_expect_fill (writer.out->str, writer.out->allocated_len);
  _ring_svg_writer_put_all (&writer);
  length = writer.out->len;
  return g_bytes_new_take (g_string_free (writer.out, FALSE), length);
}

gboolean
ring_svg_is_text_of (const RingDrawing *drawing, GBytes *text)
{
  RingSvgExpected expected = { 0 };
  RingSvgWriter writer = { .out = g_string_new (NULL), .drawing = drawing, .expected = &expected };

  expected.rest = g_bytes_get_data (text, &expected.n_rest);
  _ring_svg_writer_put_all (&writer);
  _ring_svg_writer_let_go (&writer);
  g_string_free (writer.out, TRUE);
  return !expected.differs && expected.n_rest == 0;
}
