/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Layers. The items of a large one are written by two threads. */
#include "ring-svg-writer-private.h"

#include "ring-svg-attribute.h"

/* From this many items on a layer is worth a second thread, which writes that many at a time: their
 * text is copied while it is still near, and its memory used again. */
#define MIN_SHARED 1000
#define BATCH 1000

typedef struct
{
  RingSvgWriter writer;
  const RingLayer *layer;
  gsize first, end;
} WriteJob;

static gpointer
write_items_cb (gpointer data)
{
  WriteJob *job = data;

  for (gsize i = job->first; i < job->end; i++)
    _ring_svg_writer_put_item (&job->writer, ring_layer_get_item (job->layer, i));
  return NULL;
}

/* Two batches at once, here and in a thread; each item's text depends on nothing around it. */
static void
write_two_batches (RingSvgWriter *writer, WriteJob *second)
{
  WriteJob first = { *writer, second->layer, second->first, (second->first + second->end) / 2 };
  GThread *thread;

  second->first = first.end;
  g_string_truncate (second->writer.out, 0);
  thread = g_thread_new ("write", write_items_cb, second);
  write_items_cb (&first);
  g_thread_join (thread);
  _ring_svg_writer_let_go (writer);
  g_string_append_len (writer->out, second->writer.out->str, (gssize) second->writer.out->len);
  _ring_svg_writer_let_go (writer);
}

static void
write_items (RingSvgWriter *writer, const RingLayer *layer)
{
  gsize n = ring_layer_get_n_items (layer);
  WriteJob job = { *writer, layer, 0, n };

  if (n < MIN_SHARED)
    {
      write_items_cb (&job);
      return;
    }
  job.writer.out = g_string_sized_new (RING_SVG_ROOM_PER_ITEM * BATCH);
  job.writer.scratch = g_string_new (NULL);
  for (gsize i = 0; i < n; i += 2 * BATCH)
    {
      job.first = i;
      job.end = MIN (n, i + 2 * BATCH);
      write_two_batches (writer, &job);
    }
  g_string_free (job.writer.out, TRUE);
  g_string_free (job.writer.scratch, TRUE);
}

void
_ring_svg_writer_put_layer (RingSvgWriter *writer, const RingLayer *layer)
{
  const RingLayerHead *head = ring_layer_get_head (layer);
  gsize n = ring_layer_get_n_items (layer);
  g_autofree char *name = NULL;

  if (writer->plain && !head->visible)
    return;
  name = _ring_svg_writer_name_layer (writer, head);
  append_line (writer, "    ");
  g_string_append (writer->out, "<g");
  ring_svg_append_attribute (writer->out, "id", name);
  if (!writer->plain)
    {
      g_string_append (writer->out, " rw:kind=\"layer\"");
      ring_svg_append_attribute (writer->out, "rw:role", ring_layer_role_name (head->role));
      if (head->name != NULL && head->name[0] != '\0')
        ring_svg_append_attribute (writer->out, "rw:name", head->name);
      if (head->locked)
        g_string_append (writer->out, " rw:locked=\"true\"");
    }
  if (!head->visible)
    g_string_append (writer->out, " display=\"none\"");
  if (head->opacity < 0.99995)
    ring_svg_append_number (writer->out, "opacity", head->opacity);
  _ring_svg_writer_append_extra (writer, ring_layer_get_extra (layer));
  if (n == 0)
    {
      g_string_append (writer->out, "/>");
      return;
    }
  g_string_append_c (writer->out, '>');
  write_items (writer, layer);
  append_line (writer, "    ");
  g_string_append (writer->out, "</g>");
}
