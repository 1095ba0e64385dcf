/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A small piece of an SVG document in memory: one item, or one element of another program. The
 * reader fills it from the parser and looks at it once; all its memory is one arena. Names belong
 * to the parser. One thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RING_SVG_URI "http://www.w3.org/2000/svg"
#define RING_RW_URI "urn:ringwright:design:1"
#define RING_XLINK_URI "http://www.w3.org/1999/xlink"

typedef enum
{
  RING_NS_NONE,
  RING_NS_SVG,
  RING_NS_RW,
  RING_NS_XLINK,
  RING_NS_XML,
  RING_NS_XINCLUDE,
  RING_NS_XHTML,
  RING_NS_OTHER,
} RingNs;

typedef enum
{
  RING_NODE_ELEMENT,
  RING_NODE_TEXT,
  RING_NODE_COMMENT,
  RING_NODE_INSTRUCTION, /* NAME is its target, TEXT the rest */
} RingNodeType;

typedef struct
{
  const char *prefix; /* NULL for none */
  const char *uri;
} RingSvgDeclaration;

typedef struct
{
  RingNs ns;
  const char *prefix, *uri, *name;
  const char *value;
} RingSvgAttribute;

typedef struct _RingSvgNode RingSvgNode;
struct _RingSvgNode
{
  RingNodeType type;
  RingNs ns;
  const char *prefix, *uri, *name;
  const char *text;
  guint line;
  RingSvgAttribute *attributes;
  guint n_attributes;
  RingSvgDeclaration *declarations;
  guint n_declarations;
  RingSvgNode *parent, *first, *last, *next;
};

/* Memory that is given back all at once. */
typedef struct _RingArena RingArena;
RingArena *ring_arena_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       ring_arena_free (RingArena *arena);
gpointer   ring_arena_alloc (RingArena *arena, gsize n); /* zeroed */
char      *ring_arena_copy (RingArena *arena, const char *text, gsize n);
void       ring_arena_reset (RingArena *arena);

RingNs       ring_ns_from_uri (const char *uri);
RingSvgNode *ring_svg_node_append (RingArena *arena, RingSvgNode *parent, RingNodeType type);
/* NULL when the element has no such attribute. */
const char  *ring_svg_node_get (const RingSvgNode *node, RingNs ns, const char *name);
gboolean     ring_svg_node_is (const RingSvgNode *node, const char *svg_name);
gboolean     ring_svg_node_is_blank (const RingSvgNode *node); /* text of white space only */
char        *ring_svg_node_describe (const RingSvgNode *node) G_GNUC_WARN_UNUSED_RESULT; /* "path s2ab..." */

typedef enum
{
  RING_XML_KEEP_ALL,
  RING_XML_WITHOUT_OURS, /* no attributes or elements of our namespace */
} RingXmlMode;

/* Appends NODE as text. SCOPE (of RingSvgDeclaration) is what the root of the file declares; what
 * else the names need is declared on the way. */
void ring_svg_node_to_xml (const RingSvgNode *node, const GArray *scope, RingXmlMode mode, GString *out);
/* Text between tags: unlike an attribute it keeps its line ends. */
void ring_svg_append_text (GString *out, const char *text);
void ring_svg_append_value (GString *out, const char *text); /* of an attribute, in quotes */

G_END_DECLS
