/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-svg-node.h"

#include <string.h>

#include "ring-text.h"

#define BLOCK_SIZE (64u << 10)

struct _RingArena
{
  GPtrArray *blocks; /* the first is kept; larger pieces have a block of their own */
  char *block;
  gsize used;
};

RingArena *
ring_arena_new (void)
{
  RingArena *arena = g_new0 (RingArena, 1);

  arena->blocks = g_ptr_array_new_with_free_func (g_free);
  arena->block = g_malloc (BLOCK_SIZE);
  g_ptr_array_add (arena->blocks, arena->block);
  return arena;
}

void
ring_arena_free (RingArena *arena)
{
  g_ptr_array_unref (arena->blocks);
  g_free (arena);
}

static gpointer
arena_take (RingArena *arena, gsize n)
{
  gpointer piece;

  n = (n + 15) & ~(gsize) 15;
  if (n > BLOCK_SIZE / 4)
    {
      piece = g_malloc (n);
      g_ptr_array_add (arena->blocks, piece);
      return piece;
    }
  if (arena->used + n > BLOCK_SIZE)
    {
      arena->block = g_malloc (BLOCK_SIZE);
      g_ptr_array_add (arena->blocks, arena->block);
      arena->used = 0;
    }
  piece = arena->block + arena->used;
  arena->used += n;
  return piece;
}

gpointer
ring_arena_alloc (RingArena *arena, gsize n)
{
  return memset (arena_take (arena, n), 0, n);
}

char *
ring_arena_copy (RingArena *arena, const char *text, gsize n)
{
  char *copy = arena_take (arena, n + 1);

  memcpy (copy, text, n);
  copy[n] = '\0';
  return copy;
}

void
ring_arena_reset (RingArena *arena)
{
  g_ptr_array_set_size (arena->blocks, 1);
  arena->block = g_ptr_array_index (arena->blocks, 0);
  arena->used = 0;
}

RingNs
ring_ns_from_uri (const char *uri)
{
  static const struct
  {
    const char *uri;
    RingNs ns;
  } known[] = {
    { RING_SVG_URI, RING_NS_SVG },
    { RING_RW_URI, RING_NS_RW },
    { RING_XLINK_URI, RING_NS_XLINK },
    { "http://www.w3.org/XML/1998/namespace", RING_NS_XML },
    { "http://www.w3.org/2001/XInclude", RING_NS_XINCLUDE },
    { "http://www.w3.org/2003/XInclude", RING_NS_XINCLUDE },
    { "http://www.w3.org/1999/xhtml", RING_NS_XHTML },
  };

  if (uri == NULL)
    return RING_NS_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (uri, known[i].uri) == 0)
      return known[i].ns;
  return RING_NS_OTHER;
}

RingSvgNode *
ring_svg_node_append (RingArena *arena, RingSvgNode *parent, RingNodeType type)
{
  RingSvgNode *node = ring_arena_alloc (arena, sizeof *node);

  node->type = type;
  node->parent = parent;
  if (parent == NULL)
    return node;
  if (parent->last != NULL)
    parent->last->next = node;
  else
    parent->first = node;
  parent->last = node;
  return node;
}

const char *
ring_svg_node_get (const RingSvgNode *node, RingNs ns, const char *name)
{
  for (guint i = 0; i < node->n_attributes; i++)
    if (node->attributes[i].ns == ns && strcmp (node->attributes[i].name, name) == 0)
      return node->attributes[i].value;
  return NULL;
}

gboolean
ring_svg_node_is (const RingSvgNode *node, const char *svg_name)
{
  return node->type == RING_NODE_ELEMENT && node->ns == RING_NS_SVG
         && strcmp (node->name, svg_name) == 0;
}

gboolean
ring_svg_node_is_blank (const RingSvgNode *node)
{
  return node->type == RING_NODE_TEXT && node->text[strspn (node->text, " \t\r\n")] == '\0';
}

char *
ring_svg_node_describe (const RingSvgNode *node)
{
  const char *id;

  if (node->type != RING_NODE_ELEMENT)
    return g_strdup (node->type == RING_NODE_COMMENT ? "comment" : "");
  id = ring_svg_node_get (node, RING_NS_NONE, "id");
  if (id == NULL)
    return g_strdup (node->name);
  return g_strdup_printf ("%s %.80s", node->name, id);
}

void
ring_svg_append_text (GString *out, const char *text)
{
  while (*text != '\0')
    {
      gsize n = strcspn (text, "&<>\r");

      g_string_append_len (out, text, (gssize) n);
      text += n;
      switch (*text)
        {
        case '&': g_string_append (out, "&amp;"); break;
        case '<': g_string_append (out, "&lt;"); break;
        case '>': g_string_append (out, "&gt;"); break;
        case '\r': g_string_append (out, "&#13;"); break;
        default: return;
        }
      text++;
    }
}

/* Most values are numbers and path data, which hold nothing to escape and can be large. */
void
ring_svg_append_value (GString *out, const char *text)
{
  gsize n = strcspn (text, "&<>\"\n\t\r");

  g_string_append_len (out, text, (gssize) n);
  if (text[n] != '\0')
    ring_text_append_escaped (out, text + n);
}

/* What is declared around the element that is being written: a stack. */
typedef struct
{
  GArray *scope;
  RingXmlMode mode;
  GString *out;
} XmlWriter;

static const char *
resolve (const GArray *scope, const char *prefix)
{
  for (guint i = scope->len; i > 0; i--)
    {
      const RingSvgDeclaration *d = &g_array_index (scope, RingSvgDeclaration, i - 1);

      if (g_strcmp0 (d->prefix, prefix) == 0)
        return d->uri;
    }
  return NULL;
}

static void
declare (XmlWriter *writer, const char *prefix, const char *uri)
{
  RingSvgDeclaration added = { prefix, uri };
  const char *known;

  if (prefix != NULL && strcmp (prefix, "xml") == 0)
    return;
  known = resolve (writer->scope, prefix);
  if (g_strcmp0 (known, uri) == 0)
    return;
  if (uri == NULL && known != NULL && known[0] == '\0')
    return;
  g_array_append_val (writer->scope, added);
  g_string_append (writer->out, " xmlns");
  if (prefix != NULL)
    g_string_append_printf (writer->out, ":%s", prefix);
  g_string_append (writer->out, "=\"");
  ring_svg_append_value (writer->out, uri != NULL ? uri : "");
  g_string_append_c (writer->out, '"');
}

static void
append_name (GString *out, const char *prefix, const char *name)
{
  if (prefix != NULL)
    {
      g_string_append (out, prefix);
      g_string_append_c (out, ':');
    }
  g_string_append (out, name);
}

static gboolean
is_left_out (const XmlWriter *writer, RingNs ns)
{
  return writer->mode == RING_XML_WITHOUT_OURS && ns == RING_NS_RW;
}

static void
write_attributes (XmlWriter *writer, const RingSvgNode *node)
{
  for (guint i = 0; i < node->n_declarations; i++)
    if (!is_left_out (writer, ring_ns_from_uri (node->declarations[i].uri)))
      declare (writer, node->declarations[i].prefix, node->declarations[i].uri);
  declare (writer, node->prefix, node->uri);
  for (guint i = 0; i < node->n_attributes; i++)
    if (node->attributes[i].prefix != NULL && !is_left_out (writer, node->attributes[i].ns))
      declare (writer, node->attributes[i].prefix, node->attributes[i].uri);

  for (guint i = 0; i < node->n_attributes; i++)
    {
      const RingSvgAttribute *a = &node->attributes[i];

      if (is_left_out (writer, a->ns))
        continue;
      g_string_append_c (writer->out, ' ');
      append_name (writer->out, a->prefix, a->name);
      g_string_append (writer->out, "=\"");
      ring_svg_append_value (writer->out, a->value);
      g_string_append_c (writer->out, '"');
    }
}

static void write_node (XmlWriter *writer, const RingSvgNode *node);

/* Recursion is bounded by the guard's depth. */
static void
write_element (XmlWriter *writer, const RingSvgNode *node)
{
  guint mark = writer->scope->len;

  if (is_left_out (writer, node->ns))
    return;
  g_string_append_c (writer->out, '<');
  append_name (writer->out, node->prefix, node->name);
  write_attributes (writer, node);
  if (node->first == NULL)
    g_string_append (writer->out, "/>");
  else
    {
      g_string_append_c (writer->out, '>');
      for (const RingSvgNode *child = node->first; child != NULL; child = child->next)
        write_node (writer, child);
      g_string_append (writer->out, "</");
      append_name (writer->out, node->prefix, node->name);
      g_string_append_c (writer->out, '>');
    }
  g_array_set_size (writer->scope, mark);
}

static void
write_node (XmlWriter *writer, const RingSvgNode *node)
{
  switch (node->type)
    {
    case RING_NODE_ELEMENT:
      write_element (writer, node);
      break;
    case RING_NODE_TEXT:
      ring_svg_append_text (writer->out, node->text);
      break;
    case RING_NODE_COMMENT:
      g_string_append_printf (writer->out, "<!--%s-->", node->text);
      break;
    case RING_NODE_INSTRUCTION:
      g_string_append_printf (writer->out, "<?%s%s%s?>", node->name,
                              node->text[0] != '\0' ? " " : "", node->text);
      break;
    }
}

void
ring_svg_node_to_xml (const RingSvgNode *node, const GArray *scope, RingXmlMode mode, GString *out)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (RingSvgDeclaration));
  XmlWriter writer = { stack, mode, out };

  if (scope->len > 0)
    g_array_append_vals (stack, scope->data, scope->len);
  write_node (&writer, node);
}
