/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The parser's events walk the skeleton of the file (root, definitions, metadata, views, layers);
 * whatever stands in one of these is captured as a small tree and handed on.
 *
 * libxml2 is used through its event interface and not through xmlTextReader: the latter feeds
 * its parser 512 bytes at a time, and each piece of a large attribute costs a search of all that
 * came before. The guard has bounded depth, attributes and entities before the parser's own
 * limits are lifted (XML_PARSE_HUGE); without that, files with photos past 10 MB are refused. */
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>
#include <glib/gi18n-lib.h>

#include "ring-error.h"
#include "ring-svg-reader-private.h"
#include "ring-svg-skeleton.h"

/* A design has a handful; what is past this is kept as another program's group. */
#define MAX_VIEWS 256

void
_ring_svg_reader_stop (RingSvgReader *reader, RingError code, const char *format, ...)
{
  va_list args;
  g_autofree char *message = NULL;

  if (reader->error != NULL)
    return;
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (&reader->error, RING_ERROR, code, message);
  xmlStopParser (reader->ctxt);
}

static guint
line_now (const RingSvgReader *reader)
{
  return reader->ctxt->input != NULL ? (guint) MAX (0, reader->ctxt->input->line) : 0;
}

/* --------------------------------------------------------- captured pieces */

static RingNs
resolve (RingSvgReader *reader, const xmlChar *uri)
{
  if (uri == NULL)
    return RING_NS_NONE;
  if (uri != reader->cached_uri)
    {
      reader->cached_uri = uri;
      reader->cached_ns = ring_ns_from_uri ((const char *) uri);
    }
  return reader->cached_ns;
}

/* libxml2 leaves "&" in attributes as a reference while entities are not replaced. */
static const char *
copy_value (RingSvgReader *reader, const xmlChar *start, const xmlChar *end)
{
  gsize n = (gsize) (end - start);
  char *copy = ring_arena_copy (reader->arena, (const char *) start, n);
  char *from = memchr (copy, '&', n);
  char *to = from;

  if (from == NULL)
    return copy;
  while (*from != '\0')
    {
      *to++ = *from;
      from += strncmp (from, "&#38;", 5) == 0 ? 5 : 1;
    }
  *to = '\0';
  return copy;
}

static RingSvgNode *
make_element (RingSvgReader *reader,
              const xmlChar *name,
              const xmlChar *prefix,
              const xmlChar *uri,
              int n_declarations,
              const xmlChar **declarations,
              int n_attributes,
              const xmlChar **attributes)
{
  RingSvgNode *node = ring_svg_node_append (reader->arena, reader->current, RING_NODE_ELEMENT);

  node->name = (const char *) name;
  node->prefix = (const char *) prefix;
  node->uri = (const char *) uri;
  node->ns = resolve (reader, uri);
  node->line = line_now (reader);
  node->n_declarations = (guint) n_declarations;
  if (n_declarations > 0)
    node->declarations
        = ring_arena_alloc (reader->arena, sizeof *node->declarations * (gsize) n_declarations);
  for (int i = 0; i < n_declarations; i++)
    node->declarations[i] = (RingSvgDeclaration){ (const char *) declarations[2 * i],
                                                  (const char *) declarations[2 * i + 1] };
  node->n_attributes = (guint) n_attributes;
  node->attributes
      = ring_arena_alloc (reader->arena, sizeof *node->attributes * (gsize) n_attributes);
  for (int i = 0; i < n_attributes; i++)
    {
      const xmlChar **a = attributes + 5 * i;

      node->attributes[i] = (RingSvgAttribute){ .ns = resolve (reader, a[2]),
                                                .prefix = (const char *) a[1],
                                                .uri = (const char *) a[2],
                                                .name = (const char *) a[0],
                                                .value = copy_value (reader, a[3], a[4]) };
    }
  return node;
}

/* Text comes in pieces; they are one node. */
static void
flush_text (RingSvgReader *reader)
{
  RingSvgNode *node;

  if (reader->text->len == 0)
    return;
  if (reader->current == NULL && reader->text->str[strspn (reader->text->str, " \t\r\n")] == '\0')
    {
      g_string_truncate (reader->text, 0);
      return;
    }
  /* Between our own elements the white space around a text is only layout. */
  if (reader->current == NULL)
    {
      g_strstrip (reader->text->str);
      reader->text->len = strlen (reader->text->str);
    }
  node = ring_svg_node_append (reader->arena, reader->current, RING_NODE_TEXT);
  node->text = ring_arena_copy (reader->arena, reader->text->str, reader->text->len);
  node->line = reader->text_line;
  g_string_truncate (reader->text, 0);
  if (reader->current == NULL)
    _ring_svg_reader_take (reader, node);
}

/* ------------------------------------------------------------------ events */

static gboolean
has_kind (const RingSvgNode *node, const char *kind)
{
  return ring_svg_node_is (node, "g")
         && g_strcmp0 (ring_svg_node_get (node, RING_NS_RW, "kind"), kind) == 0;
}

static void
capture (RingSvgReader *reader, RingSvgNode *node)
{
  node->parent = reader->current;
  reader->current = node;
}

/* A child of the root. */
static void
start_in_root (RingSvgReader *reader, RingSvgNode *node)
{
  if (ring_svg_node_is (node, "defs"))
    {
      reader->place = PLACE_DEFS;
      reader->position = MAX (reader->position, RING_ROOT_VIEWS);
    }
  else if (ring_svg_node_is (node, "metadata"))
    {
      reader->place = PLACE_METADATA;
      reader->position = MAX (reader->position, RING_ROOT_DEFS);
    }
  else if (reader->items.design && has_kind (node, "view") && reader->views->len < MAX_VIEWS)
    _ring_svg_reader_start_view (reader, node);
  else if (reader->items.design && ring_svg_node_is (node, "rect")
           && ring_svg_node_get (node, RING_NS_RW, "paper") != NULL)
    reader->skipping = 1; /* made anew from the page's record */
  else
    {
      capture (reader, node);
      return;
    }
  ring_arena_reset (reader->arena);
}

/* The views' windows, and the grains of pencils, whose ids tell all that is in them. */
static gboolean
is_made_anew (const RingSvgNode *node)
{
  const char *id = ring_svg_node_get (node, RING_NS_NONE, "id");
  RingGrain grain;

  if (ring_svg_node_is (node, "clipPath"))
    return ring_svg_node_get (node, RING_NS_RW, "of") != NULL;
  return ring_svg_node_is (node, "pattern") && id != NULL
         && ring_grain_parse_id (id, strlen (id), &grain);
}

/* An element that is not inside a captured one. */
static void
start_in_place (RingSvgReader *reader, RingSvgNode *node)
{
  switch (reader->place)
    {
    case PLACE_DOCUMENT:
      _ring_svg_reader_start_root (reader, node);
      break;
    case PLACE_ROOT:
      start_in_root (reader, node);
      return;
    case PLACE_DEFS:
      if (reader->items.design && has_kind (node, "earlier"))
        reader->place = PLACE_EARLIER;
      else if (!is_made_anew (node))
        {
          capture (reader, node);
          return;
        }
      else
        reader->skipping = 1;
      break;
    case PLACE_VIEW:
      if (ring_svg_node_is (node, "g") && ring_svg_node_get (node, RING_NS_RW, "guide") != NULL)
        reader->skipping = 1;
      else if (has_kind (node, "layer"))
        _ring_svg_reader_start_layer (reader, node);
      else
        {
          capture (reader, node);
          return;
        }
      break;
    case PLACE_METADATA:
    case PLACE_EARLIER:
    case PLACE_LAYER:
    default:
      capture (reader, node);
      return;
    }
  ring_arena_reset (reader->arena);
}

static void
start_element_cb (void *data,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *uri,
                  int n_declarations,
                  const xmlChar **declarations,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  RingSvgReader *reader = data;
  RingSvgNode *node;

  if (reader->error != NULL)
    return;
  if (reader->skipping > 0)
    {
      reader->skipping++;
      return;
    }
  flush_text (reader);
  node = make_element (reader, name, prefix, uri, n_declarations, declarations, n_attributes,
                       attributes);
  if (reader->current != NULL)
    reader->current = node;
  else
    start_in_place (reader, node);
}

static void
end_place (RingSvgReader *reader)
{
  switch (reader->place)
    {
    case PLACE_LAYER:
      _ring_svg_reader_end_layer (reader);
      break;
    case PLACE_VIEW:
      _ring_svg_reader_end_view (reader);
      break;
    case PLACE_EARLIER:
      g_ptr_array_extend_and_steal (reader->earlier, g_steal_pointer (&reader->items.items));
      reader->items.items = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);
      reader->place = PLACE_DEFS;
      break;
    case PLACE_DEFS:
    case PLACE_METADATA:
      reader->place = PLACE_ROOT;
      break;
    case PLACE_ROOT:
      reader->place = PLACE_DOCUMENT;
      break;
    case PLACE_DOCUMENT:
    default:
      break;
    }
}

static void
end_element_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  RingSvgReader *reader = data;
  RingSvgNode *node;

  if (reader->error != NULL)
    return;
  if (reader->skipping > 0)
    {
      reader->skipping--;
      return;
    }
  flush_text (reader);
  if (reader->current == NULL)
    {
      end_place (reader);
      return;
    }
  node = reader->current;
  reader->current = node->parent;
  if (reader->current == NULL)
    _ring_svg_reader_take (reader, node);
}

static void
characters_cb (void *data, const xmlChar *text, int length)
{
  RingSvgReader *reader = data;

  if (reader->error != NULL || reader->skipping > 0)
    return;
  if (reader->text->len == 0)
    reader->text_line = line_now (reader);
  g_string_append_len (reader->text, (const char *) text, length);
}

static void
take_other (RingSvgReader *reader, RingNodeType type, const char *name, const char *text)
{
  RingSvgNode *node;

  if (reader->error != NULL || reader->skipping > 0)
    return;
  flush_text (reader);
  node = ring_svg_node_append (reader->arena, reader->current, type);
  node->name = name;
  node->text = ring_arena_copy (reader->arena, text, strlen (text));
  node->line = line_now (reader);
  if (reader->current == NULL)
    _ring_svg_reader_take (reader, node);
}

static void
comment_cb (void *data, const xmlChar *text)
{
  take_other (data, RING_NODE_COMMENT, NULL, (const char *) text);
}

static void
instruction_cb (void *data, const xmlChar *target, const xmlChar *text)
{
  take_other (data, RING_NODE_INSTRUCTION, (const char *) target,
              text != NULL ? (const char *) text : "");
}

static void
error_cb (void *data, xmlErrorPtr problem)
{
  RingSvgReader *reader = data;
  g_autofree char *message = NULL;

  if (problem->level < XML_ERR_ERROR || reader->error != NULL)
    return;
  message = g_strstrip (g_utf8_make_valid (problem->message != NULL ? problem->message : "", -1));
  _ring_svg_reader_stop (reader, RING_ERROR_SYNTAX,
                         _ ("Line %d: the file is damaged (%s). Take an earlier copy of it."),
                         problem->line, message);
}

/* ------------------------------------------------------------------ parser */

/* The text that the parser has not asked for yet. */
typedef struct
{
  const char *p, *end;
} Rest;

static int
read_rest_cb (void *data, char *buffer, int length)
{
  Rest *rest = data;
  gsize n = MIN ((gsize) length, (gsize) (rest->end - rest->p));

  memcpy (buffer, rest->p, n);
  rest->p += n;
  return (int) n;
}

/* The parser takes the text by pieces: as a whole it would copy all of it first, and touching
 * that much fresh memory costs as much as parsing a fifth of it. */
gboolean
_ring_svg_reader_parse (RingSvgReader *reader, const char *bytes, gsize n_bytes)
{
  Rest rest = { bytes, bytes + n_bytes };
  static gsize initialised;

  if (g_once_init_enter (&initialised))
    {
      xmlInitParser ();
      g_once_init_leave (&initialised, 1);
    }
  reader->ctxt
      = xmlCreateIOParserCtxt (NULL, NULL, read_rest_cb, NULL, &rest, XML_CHAR_ENCODING_NONE);
  if (reader->ctxt == NULL)
    {
      g_set_error (&reader->error, RING_ERROR, RING_ERROR_FAILED,
                   _ ("The XML parser could not be started."));
      return FALSE;
    }
  xmlCtxtUseOptions (reader->ctxt, XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_BIG_LINES);
  *reader->ctxt->sax = (xmlSAXHandler){ .initialized = XML_SAX2_MAGIC,
                                        .startElementNs = start_element_cb,
                                        .endElementNs = end_element_cb,
                                        .characters = characters_cb,
                                        .ignorableWhitespace = characters_cb,
                                        .cdataBlock = characters_cb,
                                        .comment = comment_cb,
                                        .processingInstruction = instruction_cb,
                                        .serror = error_cb };
  reader->ctxt->userData = reader;
  xmlParseDocument (reader->ctxt);
  if (reader->error == NULL && !reader->ctxt->wellFormed)
    _ring_svg_reader_stop (reader, RING_ERROR_SYNTAX,
                           _ ("Line %u: the file is damaged. Take an earlier copy of it."),
                           line_now (reader));
  return reader->error == NULL;
}
