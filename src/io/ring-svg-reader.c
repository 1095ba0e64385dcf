/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From bytes to a drawing: what becomes of the pieces that ring-svg-reader-events.c captures, and the
 * whole. A piece is looked at once and forgotten, so memory holds the drawing and one element. */
#include "ring-svg.h"

#include <libxml/parser.h>
#include <string.h>

#include "ring-svg-clean.h"
#include "ring-svg-guard.h"
#include "ring-svg-reader-private.h"
#include "ring-svg-skeleton.h"

/* A hundred bytes can stand for 20,000 equal samples, so outlines are only made again for about
 * as many samples as a file of this size would honestly hold. */
#define BUDGET_FLOOR 500000
#define BYTES_PER_SAMPLE 8

/* The text of ids lies in blocks of this size. */
#define ID_BLOCK 16384

/* The version a later program wrote is not judged, only kept. */
static gboolean
is_record (const RingSvgNode *node)
{
  if (node->type != RING_NODE_ELEMENT || node->ns != RING_NS_RW
      || !ring_record_is_kind (node->name))
    return FALSE;
  for (const RingSvgNode *child = node->first; child != NULL; child = child->next)
    if (!ring_svg_node_is_blank (child))
      return FALSE;
  return TRUE;
}

RingRecord *
_ring_svg_reader_make_record (const RingSvgNode *node)
{
  const char *id = ring_svg_node_get (node, RING_NS_NONE, "id");
  RingRecord *record = ring_record_new (node->name, id);

  for (guint i = 0; i < node->n_attributes; i++)
    {
      const RingSvgAttribute *a = &node->attributes[i];

      if (a->ns == RING_NS_NONE && strcmp (a->name, "id") != 0)
        ring_record_set (&record, a->name, a->value);
    }
  return record;
}

static void
take_title (RingSvgReader *reader, const RingSvgNode *node)
{
  if (reader->title == NULL && node->first != NULL && node->first->type == RING_NODE_TEXT)
    reader->title = g_strstrip (g_strdup (node->first->text));
}

static void
take_root_child (RingSvgReader *reader, RingSvgNode *node)
{
  if (ring_svg_node_is (node, "title"))
    {
      take_title (reader, node);
      reader->position = MAX (reader->position, RING_ROOT_METADATA);
    }
  else if (!reader->items.design && ring_svg_is_graphical (node))
    _ring_item_reader_import (&reader->items, node, &reader->page);
  else
    _ring_item_reader_keep (&reader->items, node, "svg", reader->position);
}

/* Once for each item, so that a large file can be watched and left. */
static void
look_up (RingSvgReader *reader)
{
  const xmlParserInput *input = reader->ctxt->input;

  if (reader->permille != NULL && input != NULL && reader->n_bytes > 0)
    g_atomic_int_set (reader->permille,
                      (gint) (1000.0 * ((double) input->consumed + (double) (input->cur - input->base))
                              / (double) reader->n_bytes));
  if (reader->error == NULL && g_cancellable_set_error_if_cancelled (reader->cancellable, &reader->error))
    xmlStopParser (reader->ctxt);
}

void
_ring_svg_reader_take (RingSvgReader *reader, RingSvgNode *node)
{
  look_up (reader);
  switch (reader->place)
    {
    case PLACE_DOCUMENT:
      _ring_item_reader_keep (&reader->items, node, "", reader->seen_root ? 1 : 0);
      break;
    case PLACE_ROOT:
      take_root_child (reader, node);
      break;
    case PLACE_DEFS:
      if (reader->items.design && _ring_item_reader_is_photo (node))
        _ring_item_reader_take_photo (&reader->items, node);
      else
        _ring_item_reader_keep (&reader->items, node, "defs", 0);
      break;
    case PLACE_EARLIER:
      {
        const RingMatrix none = RING_MATRIX_IDENTITY;

        _ring_item_reader_take (&reader->items, node, &none);
        break;
      }
    case PLACE_METADATA:
      if (_ring_svg_reader_is_revision (node))
        _ring_svg_reader_note_revision (reader, node);
      else if (is_record (node))
        g_ptr_array_add (reader->records, _ring_svg_reader_make_record (node));
      else
        _ring_item_reader_keep (&reader->items, node, "metadata", reader->records->len);
      break;
    case PLACE_VIEW:
      _ring_item_reader_keep (&reader->items, node, reader->view.id, reader->layers->len);
      break;
    case PLACE_LAYER:
      {
        RingMatrix outer = ring_matrix_multiply (&reader->layer_matrix, &reader->view_rest);

        _ring_item_reader_take (&reader->items, node, &outer);
        break;
      }
    default:
      g_assert_not_reached ();
    }
  ring_arena_reset (reader->arena);
}

/* ------------------------------------------------------------------- whole */

static void
clear_foreign (gpointer data)
{
  g_free ((char *) ((RingForeign *) data)->parent);
  g_free ((char *) ((RingForeign *) data)->xml);
}

static void
clear_declaration (gpointer data)
{
  g_free ((char *) ((RingSvgDeclaration *) data)->prefix);
  g_free ((char *) ((RingSvgDeclaration *) data)->uri);
}

static void
reader_init (RingSvgReader *reader, RingLoadReport *report)
{
  memset (reader, 0, sizeof *reader);
  reader->items.report = report;
  ring_random_init (&reader->items.random);
  reader->items.ids = g_hash_table_new (g_str_hash, g_str_equal);
  reader->items.taken = g_string_chunk_new (ID_BLOCK);
  reader->items.scope = g_array_new (FALSE, FALSE, sizeof (RingSvgDeclaration));
  g_array_set_clear_func (reader->items.scope, clear_declaration);
  reader->items.items = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);
  reader->items.foreign = g_array_new (FALSE, FALSE, sizeof (RingForeign));
  g_array_set_clear_func (reader->items.foreign, clear_foreign);
  reader->items.photos
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ring_photo_unref);
  reader->items.scratch = g_string_new (NULL);
  reader->arena = ring_arena_new ();
  reader->text = g_string_new (NULL);
  reader->extra = g_ptr_array_new_with_free_func (g_free);
  reader->views = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_view_unref);
  reader->records = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_record_unref);
  reader->revisions = g_ptr_array_new_with_free_func (_ring_noted_revision_free);
  reader->earlier = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);
  reader->layers = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_layer_unref);
}

static void
reader_clear (RingSvgReader *reader)
{
  g_hash_table_unref (reader->items.ids);
  g_string_chunk_free (reader->items.taken);
  g_array_unref (reader->items.scope);
  g_ptr_array_unref (reader->items.items);
  g_array_unref (reader->items.foreign);
  g_hash_table_unref (reader->items.photos);
  g_string_free (reader->items.scratch, TRUE);
  ring_arena_free (reader->arena);
  g_string_free (reader->text, TRUE);
  g_ptr_array_unref (reader->extra);
  g_ptr_array_unref (reader->views);
  g_ptr_array_unref (reader->records);
  g_ptr_array_unref (reader->revisions);
  g_ptr_array_unref (reader->earlier);
  g_ptr_array_unref (reader->layers);
  g_free (reader->uuid);
  g_free (reader->title);
  /* Only where the file broke off. */
  g_strfreev (reader->view_extra);
  g_strfreev (reader->layer_extra);
  g_free ((char *) reader->view.id);
  g_free ((char *) reader->view.ring);
  g_free ((char *) reader->layer.id);
  g_free ((char *) reader->layer.name);
}

/**
 * ring_svg_read:
 * @bytes: a design, a plain SVG, or the gzip of one
 * @report: (nullable): where what was noticed is added
 *
 * Returns: (nullable): a drawing, or %NULL with %RING_ERROR_SYNTAX, FORMAT or LIMIT
 */
RingDrawing *
ring_svg_read (const char *bytes, gsize n_bytes, RingLoadReport *report, GError **error)
{
  return ring_svg_read_watched (bytes, n_bytes, report, NULL, NULL, error);
}

/* What a whole file and a piece of one have in common; frees READER. */
static RingDrawing *
read_all (RingSvgReader *reader, const char *bytes, gsize n_bytes, GError **error)
{
  g_autoptr (GBytes) unpacked = ring_guard_unpack (bytes, n_bytes, error);
  RingDrawing *drawing = NULL;
  const char *text;
  gsize length;

  if (unpacked != NULL)
    {
      text = g_bytes_get_data (unpacked, &length);
      if (ring_guard_check (text, length, error))
        {
          reader->n_bytes = length;
          reader->items.budget = BUDGET_FLOOR + (gint64) (length / BYTES_PER_SAMPLE);
          if (_ring_svg_reader_parse (reader, text, length))
            drawing = _ring_svg_reader_build (reader);
          else
            g_propagate_error (error, reader->error);
          xmlFreeParserCtxt (reader->ctxt);
        }
    }
  reader_clear (reader);
  return drawing;
}

RingDrawing *
ring_svg_read_watched (const char *bytes,
                       gsize n_bytes,
                       RingLoadReport *report,
                       GCancellable *cancellable,
                       gint *permille,
                       GError **error)
{
  RingSvgReader reader;

  reader_init (&reader, report);
  reader.cancellable = cancellable;
  reader.permille = permille;
  return read_all (&reader, bytes, n_bytes, error);
}

RingDrawing *
ring_svg_read_piece (const char *bytes, gsize n_bytes, GHashTable *photos, GError **error)
{
  RingSvgReader reader;
  GHashTableIter iter;
  gpointer name, photo;

  reader_init (&reader, NULL);
  if (photos != NULL)
    {
      g_hash_table_iter_init (&iter, photos);
      while (g_hash_table_iter_next (&iter, &name, &photo))
        g_hash_table_insert (reader.items.photos, g_strdup (name), ring_photo_ref (photo));
    }
  return read_all (&reader, bytes, n_bytes, error);
}
