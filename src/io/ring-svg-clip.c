/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-svg-clip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-error.h"
#include "ring-svg-node.h"

/* So much of a text is looked at. */
#define HEAD 4096
/* So many definitions are looked through for what a piece of markup needs. */
#define MAX_DEFINITIONS 1000

gboolean
ring_svg_clip_is_svg (const char *text, gsize n)
{
  gsize head = MIN (n, HEAD);

  return g_strstr_len (text, (gssize) head, "<svg") != NULL
         || g_strstr_len (text, (gssize) head, ":svg") != NULL
         || (n > 2 && (guchar) text[0] == 0x1f && (guchar) text[1] == 0x8b);
}

/* ------------------------------------------------------------- other programs */

typedef struct
{
  char *id;
  const char *xml;
  gboolean wanted;
} Definition;

static void
definition_clear (gpointer data)
{
  g_free (((Definition *) data)->id);
}

/* The value of the first id in XML, which is that of its element where it has one. */
static char *
first_id (const char *xml)
{
  const char *start = strstr (xml, " id=\"");

  if (start == NULL)
    return NULL;
  start += strlen (" id=\"");
  return g_strndup (start, strcspn (start, "\""));
}

static GArray *
list_definitions (const RingDrawing *drawing)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Definition));
  guint n = ring_drawing_get_n_foreign (drawing);

  g_array_set_clear_func (list, definition_clear);
  for (guint i = 0; i < n && list->len < MAX_DEFINITIONS; i++)
    {
      const RingForeign *foreign = ring_drawing_get_foreign (drawing, i);
      Definition definition = { NULL, foreign->xml, FALSE };

      if (!g_str_equal (foreign->parent, "defs") || foreign->xml[0] != '<')
        continue;
      definition.id = first_id (foreign->xml);
      if (definition.id != NULL)
        g_array_append_val (list, definition);
    }
  return list;
}

/* Whether XML refers to ID: by url(#ID) or href="#ID". */
static gboolean
refers_to (const char *xml, const char *id)
{
  gsize n = strlen (id);

  while ((xml = strchr (xml, '#')) != NULL)
    {
      xml++;
      if (strncmp (xml, id, n) == 0 && strchr (")\"'", xml[n]) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
want (GArray *definitions, const char *xml)
{
  for (guint i = 0; i < definitions->len; i++)
    {
      Definition *definition = &g_array_index (definitions, Definition, i);

      if (definition->wanted || !refers_to (xml, definition->id))
        continue;
      definition->wanted = TRUE;
      want (definitions, definition->xml);
    }
}

static void
append_definitions (GString *out, GArray *definitions)
{
  gboolean any = FALSE;

  for (guint i = 0; i < definitions->len; i++)
    {
      Definition *definition = &g_array_index (definitions, Definition, i);

      if (definition->wanted)
        g_string_append_printf (out, "%s%s", any ? "" : "<defs>", definition->xml);
      any |= definition->wanted;
      definition->wanted = FALSE;
    }
  if (any)
    g_string_append (out, "</defs>");
}

static void
append_namespaces (GString *out, const char *const *extra)
{
  for (guint i = 0; extra != NULL && extra[i] != NULL && extra[i + 1] != NULL; i += 2)
    {
      if (!g_str_has_prefix (extra[i], "xmlns:"))
        continue;
      g_string_append_printf (out, " %s=\"", extra[i]);
      ring_svg_append_value (out, extra[i + 1]);
      g_string_append_c (out, '"');
    }
}

/* In a group with all that it needs of the file. */
static RingItem *
wrap (const RingDrawing *drawing, const RingItem *item, GArray *definitions)
{
  gboolean graphical = TRUE;
  const char *xml = ring_item_get_xml (item, &graphical);
  g_autoptr (GString) text = g_string_new ("<g");
  g_autoptr (RingItem) wrapped = NULL;

  if (!graphical)
    return ring_item_ref (item);
  want (definitions, xml);
  append_namespaces (text, ring_drawing_get_extra (drawing));
  g_string_append_c (text, '>');
  append_definitions (text, definitions);
  g_string_append_printf (text, "%s</g>", xml);
  wrapped = ring_item_new_foreign (ring_item_get_id (item), text->str, TRUE);
  return ring_item_with_matrix (wrapped, ring_item_get_matrix (item));
}

/* ---------------------------------------------------------------- the drawing */

/* Names of other programs mean nothing where their namespace is not declared. */
static RingItem *
without_names (const RingItem *item)
{
  const char *const *extra = ring_item_get_extra (item);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  if (extra == NULL)
    return ring_item_ref (item);
  for (guint i = 0; extra[i] != NULL && extra[i + 1] != NULL; i += 2)
    if (strchr (extra[i], ':') == NULL)
      {
        g_ptr_array_add (kept, (gpointer) extra[i]);
        g_ptr_array_add (kept, (gpointer) extra[i + 1]);
      }
  g_ptr_array_add (kept, NULL);
  return ring_item_with_extra (item, (const char *const *) kept->pdata);
}

static RingLayer *
clean_layer (const RingDrawing *drawing, const RingLayer *layer, GArray *definitions)
{
  g_autoptr (GPtrArray) items
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);
  RingSequenceIter iter;
  const RingItem *item;

  ring_sequence_iter_init (&iter, ring_layer_get_items (layer), NULL);
  while ((item = ring_sequence_iter_next (&iter)) != NULL)
    g_ptr_array_add (items, ring_item_get_kind (item) == RING_ITEM_FOREIGN
                              ? wrap (drawing, item, definitions)
                              : without_names (item));
  return ring_layer_new (ring_layer_get_head (layer), (RingItem *const *) items->pdata, items->len);
}

static RingView *
clean_view (const RingDrawing *drawing, const RingView *view, GArray *definitions)
{
  g_autoptr (GPtrArray) layers
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_layer_unref);

  for (guint l = 0; l < ring_view_get_n_layers (view); l++)
    g_ptr_array_add (layers, clean_layer (drawing, ring_view_get_layer (view, l), definitions));
  return ring_view_new (ring_view_get_head (view), (RingLayer *const *) layers->pdata, layers->len);
}

static RingDrawing *
clean (const RingDrawing *drawing)
{
  RingDrawingBuilder *builder
    = ring_drawing_builder_new (ring_drawing_get_uuid (drawing), ring_drawing_get_width (drawing),
                                ring_drawing_get_height (drawing));
  g_autoptr (GArray) definitions = list_definitions (drawing);

  for (guint v = 0; v < ring_drawing_get_n_views (drawing); v++)
    {
      g_autoptr (RingView) view
        = clean_view (drawing, ring_drawing_get_view (drawing, v), definitions);

      ring_drawing_builder_add_view (builder, view);
    }
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    ring_drawing_builder_add_record (builder, (RingRecord *) ring_drawing_get_record (drawing, i));
  return ring_drawing_builder_end (builder);
}

static RingDrawing *
refuse (GError **error, GError *why)
{
  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, why);
  else
    {
      g_set_error (error, RING_ERROR, why->domain == RING_ERROR ? why->code : RING_ERROR_FAILED,
                   _ ("What was copied cannot be pasted: %s"), why->message);
      g_error_free (why);
    }
  return NULL;
}

RingDrawing *
ring_svg_read_clip (const char *bytes,
                    gsize n_bytes,
                    RingLoadReport *report,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (RingDrawing) read = NULL;
  g_autoptr (RingDrawing) cleaned = NULL;
  g_autoptr (GBytes) text = NULL;
  GError *why = NULL;

  if (n_bytes > RING_SVG_CLIP_MAX)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_LIMIT,
                   _ ("What was copied is larger than %u MB. Save it and open the file."),
                   RING_SVG_CLIP_MAX >> 20);
      return NULL;
    }
  if (!ring_svg_clip_is_svg (bytes, n_bytes))
    {
      g_set_error (error, RING_ERROR, RING_ERROR_FORMAT, _ ("What was copied is no drawing."));
      return NULL;
    }
  read = ring_svg_read_watched (bytes, n_bytes, report, cancellable, NULL, &why);
  if (read == NULL)
    return refuse (error, why);
  cleaned = clean (read);
  if (ring_drawing_count_items (cleaned, RING_ITEM_FOREIGN) == 0)
    return g_steal_pointer (&cleaned);
  /* What was wrapped by hand is read as the program would have written it. */
  text = ring_svg_write (cleaned, RING_WRITE_DESIGN);
  g_clear_pointer (&cleaned, ring_drawing_unref);
  cleaned = ring_svg_read_watched (g_bytes_get_data (text, NULL), g_bytes_get_size (text), NULL,
                                   cancellable, NULL, &why);
  return cleaned != NULL ? g_steal_pointer (&cleaned) : refuse (error, why);
}
