/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Other programs' elements: outside the layers each goes back to where it stood. */
#include "ring-svg-writer-private.h"

#include <string.h>

/* What stands at one parent, by position, and how much of it is written: the writer goes through
 * positions in rising order, so each element is looked at once. */
typedef struct
{
  GPtrArray *foreign; /* of RingForeign */
  guint next;
} ForeignQueue;

static void
foreign_queue_free (gpointer data)
{
  g_ptr_array_unref (((ForeignQueue *) data)->foreign);
  g_free (data);
}

/* Elements at one position keep their order, which RingDrawing's is: the sort is stable. */
static int
compare_positions (gconstpointer a, gconstpointer b)
{
  const RingForeign *x = *(const RingForeign *const *) a;
  const RingForeign *y = *(const RingForeign *const *) b;

  return x->position < y->position ? -1 : x->position > y->position;
}

void
_ring_svg_writer_sort_foreign (RingSvgWriter *writer)
{
  GHashTableIter iter;
  gpointer queue;

  writer->queues = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, foreign_queue_free);
  for (guint i = 0; i < ring_drawing_get_n_foreign (writer->drawing); i++)
    {
      const RingForeign *foreign = ring_drawing_get_foreign (writer->drawing, i);

      queue = g_hash_table_lookup (writer->queues, foreign->parent);
      if (queue == NULL)
        {
          queue = g_new0 (ForeignQueue, 1);
          ((ForeignQueue *) queue)->foreign = g_ptr_array_new ();
          g_hash_table_insert (writer->queues, (gpointer) foreign->parent, queue);
        }
      g_ptr_array_add (((ForeignQueue *) queue)->foreign, (gpointer) foreign);
    }
  g_hash_table_iter_init (&iter, writer->queues);
  while (g_hash_table_iter_next (&iter, NULL, &queue))
    g_ptr_array_sort (((ForeignQueue *) queue)->foreign, compare_positions);
}

void
_ring_svg_writer_put_foreign (RingSvgWriter *writer,
                              const char *parent,
                              guint last,
                              const char *indent)
{
  ForeignQueue *queue = g_hash_table_lookup (writer->queues, parent);

  for (; queue != NULL && queue->next < queue->foreign->len; queue->next++)
    {
      const RingForeign *foreign = g_ptr_array_index (queue->foreign, queue->next);

      if (foreign->position > last)
        return;
      append_line (writer, indent);
      g_string_append (writer->out, foreign->xml);
    }
}

static gboolean
layer_needs_ours (const RingLayer *layer)
{
  for (gsize i = 0; i < ring_layer_get_n_items (layer); i++)
    {
      const char *xml = ring_item_get_xml (ring_layer_get_item (layer, i), NULL);

      if (xml != NULL && strstr (xml, "rw:") != NULL)
        return TRUE;
    }
  return FALSE;
}

gboolean
_ring_svg_writer_needs_ours (const RingDrawing *drawing)
{
  for (guint i = 0; i < ring_drawing_get_n_foreign (drawing); i++)
    {
      const RingForeign *foreign = ring_drawing_get_foreign (drawing, i);

      if (strcmp (foreign->parent, "metadata") != 0 && strstr (foreign->xml, "rw:") != NULL)
        return TRUE;
    }
  for (guint v = 0; v < ring_drawing_get_n_views (drawing); v++)
    {
      const RingView *view = ring_drawing_get_view (drawing, v);

      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        if (layer_needs_ours (ring_view_get_layer (view, l)))
          return TRUE;
    }
  return FALSE;
}
