/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From bytes to a drawing. The parser's events walk the skeleton of the file (root, definitions,
 * metadata, views, layers); whatever stands in one of these is captured as a small tree, looked
 * at once and forgotten, so memory holds the drawing and one element.
 *
 * libxml2 is used through its event interface and not through xmlTextReader: the latter feeds
 * its parser 512 bytes at a time, and each piece of a large attribute costs a search of all that
 * came before. The guard has bounded depth, attributes and entities before the parser's own
 * limits are lifted (XML_PARSE_HUGE); without that, files with photos past 10 MB are refused. */
#include "ring-svg.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <math.h>
#include <string.h>
#include <glib/gi18n-lib.h>

#include "ring-error.h"
#include "ring-number.h"
#include "ring-svg-clean.h"
#include "ring-svg-guard.h"
#include "ring-svg-reader-private.h"
#include "ring-svg-style.h"

#define FORMAT_VERSION "0"
#define MM_PER_PX (25.4 / 96)

typedef enum
{
  PLACE_DOCUMENT,
  PLACE_ROOT,
  PLACE_DEFS,
  PLACE_METADATA,
  PLACE_VIEW,
  PLACE_LAYER,
} Place;

typedef struct
{
  RingItemReader items;
  xmlParserCtxtPtr ctxt;
  GError *error;

  Place place;
  guint skipping; /* depth inside an element that is passed over */
  RingArena *arena;
  RingSvgNode *current; /* the innermost element that is being captured */
  GString *text;        /* characters that wait for the next event */
  guint text_line;
  const xmlChar *cached_uri; /* URIs are interned, so most look-ups end here */
  RingNs cached_ns;

  /* The drawing. */
  gboolean seen_root;
  char *uuid;
  char *title;
  double width, height;
  RingMatrix page; /* user units of the root to paper mm */
  GPtrArray *extra;
  GPtrArray *views, *records;
  guint position; /* of the next modelled child of the root; see the writer */

  /* The view and layer that are open. */
  RingViewHead view;
  RingMatrix view_rest; /* what the view's transform does beyond scale and origin */
  char **view_extra;
  GPtrArray *layers;
  RingLayerHead layer;
  RingMatrix layer_matrix; /* down from an item to the view, when another program moved the layer */
  char **layer_extra;
} Reader;

static void G_GNUC_PRINTF (3, 4)
stop (Reader *reader, RingError code, const char *format, ...)
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
line_now (const Reader *reader)
{
  return reader->ctxt->input != NULL ? (guint) MAX (0, reader->ctxt->input->line) : 0;
}

/* --------------------------------------------------------- captured pieces */

static RingNs
resolve (Reader *reader, const xmlChar *uri)
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
copy_value (Reader *reader, const xmlChar *start, const xmlChar *end)
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
make_element (Reader *reader, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
              int n_declarations, const xmlChar **declarations, int n_attributes,
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

/* The version a later program wrote is not judged, only kept. */
static gboolean
is_record (const RingSvgNode *node)
{
  static const char *const kinds[] = { RING_RECORD_COMMISSION, RING_RECORD_RING, RING_RECORD_STONE,
                                       RING_RECORD_ENTRY, RING_RECORD_CHOICE, NULL };

  if (node->type != RING_NODE_ELEMENT || node->ns != RING_NS_RW
      || !g_strv_contains (kinds, node->name))
    return FALSE;
  for (const RingSvgNode *child = node->first; child != NULL; child = child->next)
    if (!ring_svg_node_is_blank (child))
      return FALSE;
  return TRUE;
}

static void
take_record (Reader *reader, const RingSvgNode *node)
{
  const char *id = ring_svg_node_get (node, RING_NS_NONE, "id");
  RingRecord *record = ring_record_new (node->name, id);

  for (guint i = 0; i < node->n_attributes; i++)
    {
      const RingSvgAttribute *a = &node->attributes[i];

      if (a->ns == RING_NS_NONE && strcmp (a->name, "id") != 0)
        {
          RingRecord *with = ring_record_with (record, a->name, a->value);

          ring_record_unref (record);
          record = with;
        }
    }
  g_ptr_array_add (reader->records, record);
}

static void
take_title (Reader *reader, const RingSvgNode *node)
{
  if (reader->title == NULL && node->first != NULL && node->first->type == RING_NODE_TEXT)
    reader->title = g_strstrip (g_strdup (node->first->text));
}

static void
take_root_child (Reader *reader, RingSvgNode *node)
{
  if (ring_svg_node_is (node, "title"))
    {
      take_title (reader, node);
      reader->position = MAX (reader->position, 1);
    }
  else if (!reader->items.design && ring_svg_is_graphical (node))
    _ring_item_reader_import (&reader->items, node, &reader->page);
  else
    _ring_item_reader_keep (&reader->items, node, "svg", reader->position);
}

/* NODE stands alone in the place that is open. */
static void
take_captured (Reader *reader, RingSvgNode *node)
{
  switch (reader->place)
    {
    case PLACE_DOCUMENT:
      _ring_item_reader_keep (&reader->items, node, "", reader->seen_root ? 1 : 0);
      break;
    case PLACE_ROOT:
      take_root_child (reader, node);
      break;
    case PLACE_DEFS:
      _ring_item_reader_keep (&reader->items, node, "defs", 0);
      break;
    case PLACE_METADATA:
      if (is_record (node))
        take_record (reader, node);
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

/* Text comes in pieces; they are one node. */
static void
flush_text (Reader *reader)
{
  RingSvgNode *node;

  if (reader->text->len == 0)
    return;
  if (reader->current == NULL
      && reader->text->str[strspn (reader->text->str, " \t\r\n")] == '\0')
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
    take_captured (reader, node);
}

/* ------------------------------------------------------------------- root */

/* How VIEW_BOX lies on a page of WIDTH x HEIGHT mm, by SVG's default of fitting and centring. */
static RingMatrix
fit_view_box (const double *box, double width, double height, const char *aspect)
{
  double sx = width / box[2], sy = height / box[3];

  if (aspect == NULL || strncmp (aspect, "none", 4) != 0)
    sx = sy = MIN (sx, sy);
  return (RingMatrix){ sx, 0, 0, sy, (width - sx * box[2]) / 2 - sx * box[0],
                       (height - sy * box[3]) / 2 - sy * box[1] };
}

static gboolean
is_page_length (double mm)
{
  return mm >= 1 && mm <= 1e4;
}

static void
read_page (Reader *reader, const RingSvgNode *root)
{
  double box[4];
  double width = 0, height = 0;
  gboolean has_box = ring_svg_parse_numbers (ring_svg_node_get (root, RING_NS_NONE, "viewBox"), box, 4)
                     && box[2] > 0 && box[3] > 0;

  ring_svg_parse_length (ring_svg_node_get (root, RING_NS_NONE, "width"), &width);
  ring_svg_parse_length (ring_svg_node_get (root, RING_NS_NONE, "height"), &height);
  width *= MM_PER_PX;
  height *= MM_PER_PX;
  if (has_box && width <= 0)
    width = height > 0 ? height * box[2] / box[3] : box[2] * MM_PER_PX;
  if (has_box && height <= 0)
    height = width * box[3] / box[2];
  if (!is_page_length (width) || !is_page_length (height))
    {
      if (width != 0 || height != 0)
        ring_load_report_add (reader->items.report, RING_NOTICE_WARNING, root->line, "svg",
                              _("The page has no usable size; it is taken as A4."));
      width = 210;
      height = 297;
    }
  /* Rounded as it is written. */
  reader->width = round (width * 1e4) / 1e4;
  reader->height = round (height * 1e4) / 1e4;
  if (has_box)
    reader->page = fit_view_box (box, reader->width, reader->height,
                                 ring_svg_node_get (root, RING_NS_NONE, "preserveAspectRatio"));
  else
    reader->page = (RingMatrix){ MM_PER_PX, 0, 0, MM_PER_PX, 0, 0 };
  if (fabs (reader->page.xx - 1) < 1e-6 && fabs (reader->page.yy - 1) < 1e-6
      && fabs (reader->page.x0) < 1e-4 && fabs (reader->page.y0) < 1e-4)
    reader->page = RING_MATRIX_IDENTITY;
}

static void
add_scope (Reader *reader, const char *prefix, const char *uri)
{
  RingSvgDeclaration d = { g_strdup (prefix), g_strdup (uri) };

  g_array_append_val (reader->items.scope, d);
}

/* Our own two declarations are written anyway. */
static void
read_declarations (Reader *reader, const RingSvgNode *root)
{
  add_scope (reader, NULL, RING_SVG_URI);
  add_scope (reader, "rw", RING_RW_URI);
  for (guint i = 0; i < root->n_declarations; i++)
    {
      const RingSvgDeclaration *d = &root->declarations[i];

      if (d->prefix == NULL || strcmp (d->prefix, "rw") == 0)
        continue;
      add_scope (reader, d->prefix, d->uri);
      g_ptr_array_add (reader->extra, g_strdup_printf ("xmlns:%s", d->prefix));
      g_ptr_array_add (reader->extra, g_strdup (d->uri));
    }
}

static void
read_version (Reader *reader, const RingSvgNode *root, const char *version)
{
  if (strcmp (version, FORMAT_VERSION) == 0)
    return;
  ring_load_report_set_newer (reader->items.report, TRUE);
  ring_load_report_add (reader->items.report, RING_NOTICE_WARNING, root->line, "svg",
                        _("The design is of format %s; this program knows format %s. It can be "
                          "looked at, but not changed. Update Ringwright to work on it."),
                        version, FORMAT_VERSION);
}

/* A UUID goes into the file again, so it must look like one. */
static gboolean
is_uuid (const char *text)
{
  return text != NULL && strlen (text) == 36
         && text[strspn (text, "0123456789abcdefABCDEF-")] == '\0';
}

static void
start_root (Reader *reader, RingSvgNode *root)
{
  static const char *const known[] = { "width", "height", "viewBox", NULL };
  const char *version = ring_svg_node_get (root, RING_NS_RW, "version");
  const char *uuid = ring_svg_node_get (root, RING_NS_RW, "design");
  g_auto (GStrv) extra = NULL;

  if (!ring_svg_node_is (root, "svg"))
    {
      stop (reader, RING_ERROR_FORMAT,
            _("Line %u, element <%s>: the file is neither a ring design nor an SVG drawing."),
            root->line, root->name);
      return;
    }
  reader->seen_root = TRUE;
  reader->items.design = version != NULL;
  if (version != NULL)
    read_version (reader, root, version);
  reader->uuid = is_uuid (uuid) ? g_strdup (uuid) : ring_random_uuid (&reader->items.random);
  read_page (reader, root);
  read_declarations (reader, root);
  extra = _ring_item_reader_get_extra (&reader->items, root, known);
  for (guint i = 0; extra != NULL && extra[i] != NULL; i++)
    if (strcmp (extra[i & ~1u], "preserveAspectRatio") != 0)
      g_ptr_array_add (reader->extra, g_strdup (extra[i]));
  reader->place = PLACE_ROOT;
}

/* -------------------------------------------------------- views and layers */

static RingRect
read_page_clip (const Reader *reader)
{
  return (RingRect){ 0, 0, reader->width, reader->height };
}

static void
read_view_place (Reader *reader, const RingSvgNode *node)
{
  RingMatrix m, inverse;
  double scale;

  if (!ring_svg_parse_transform (ring_svg_node_get (node, RING_NS_NONE, "transform"), &m))
    m = RING_MATRIX_IDENTITY;
  m = ring_matrix_multiply (&m, &reader->page);
  if (!ring_number_parse (ring_svg_node_get (node, RING_NS_RW, "scale"), &scale) || scale < 1e-3
      || scale > 1e4)
    scale = CLAMP (ring_matrix_scale (&m), 1e-3, 1e4);
  reader->view.scale = scale;
  reader->view.origin = (RingPoint){ m.x0, m.y0 };
  if (reader->view.kind == RING_VIEW_PAGE)
    {
      reader->view.scale = 1;
      reader->view.origin = (RingPoint){ 0, 0 };
    }
  /* What the transform does beyond that, the items take. */
  inverse = (RingMatrix){ 1 / reader->view.scale, 0, 0, 1 / reader->view.scale,
                          -reader->view.origin.x / reader->view.scale,
                          -reader->view.origin.y / reader->view.scale };
  reader->view_rest = ring_matrix_multiply (&m, &inverse);
  if (fabs (reader->view_rest.xx - 1) < 1e-6 && fabs (reader->view_rest.yy - 1) < 1e-6
      && fabs (reader->view_rest.xy) < 1e-6 && fabs (reader->view_rest.yx) < 1e-6
      && fabs (reader->view_rest.x0) < 1e-6 && fabs (reader->view_rest.y0) < 1e-6)
    reader->view_rest = RING_MATRIX_IDENTITY;
}

static void
read_view_clip (Reader *reader, const RingSvgNode *node)
{
  double v[4];

  reader->view.clip = RING_RECT_EMPTY;
  if (reader->view.kind == RING_VIEW_PAGE)
    reader->view.clip = read_page_clip (reader);
  else if (ring_svg_parse_numbers (ring_svg_node_get (node, RING_NS_RW, "clip"), v, 4) && v[2] > 0
           && v[3] > 0)
    reader->view.clip = (RingRect){ v[0], v[1], v[0] + v[2], v[1] + v[3] };
}

static void
start_view (Reader *reader, const RingSvgNode *node)
{
  static const char *const known[] = { "id", "transform", "clip-path", NULL };
  const char *ring = ring_svg_node_get (node, RING_NS_RW, "ring");

  if (!ring_view_kind_from_name (ring_svg_node_get (node, RING_NS_RW, "view"), &reader->view.kind))
    reader->view.kind = RING_VIEW_PAGE;
  reader->view.id
      = _ring_item_reader_claim_id (&reader->items, ring_svg_node_get (node, RING_NS_NONE, "id"), 'v');
  reader->view.ring = g_strdup (ring != NULL ? ring : "");
  read_view_place (reader, node);
  read_view_clip (reader, node);
  reader->view_extra = _ring_item_reader_get_extra (&reader->items, node, known);
  reader->place = PLACE_VIEW;
}

static void
end_view (Reader *reader)
{
  RingView *view = ring_view_new (&reader->view, (RingLayer *const *) reader->layers->pdata,
                                  reader->layers->len);

  if (reader->view_extra != NULL)
    ring_view_set_extra (view, (const char *const *) reader->view_extra);
  g_ptr_array_add (reader->views, view);
  g_ptr_array_set_size (reader->layers, 0);
  g_clear_pointer (&reader->view_extra, g_strfreev);
  g_free ((char *) reader->view.id);
  g_free ((char *) reader->view.ring);
  memset (&reader->view, 0, sizeof reader->view);
  reader->position = 3 + reader->views->len;
  reader->place = PLACE_ROOT;
}

/* Other programs hide and fade layers in `style`. What else stands there is kept. */
static char *
rest_of_style (const char *style)
{
  g_auto (GStrv) parts = g_strsplit (style, ";", -1);
  GString *rest = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);

      if (part[0] == '\0' || g_str_has_prefix (part, "display:")
          || g_str_has_prefix (part, "opacity:"))
        continue;
      if (rest->len > 0)
        g_string_append_c (rest, ';');
      g_string_append (rest, part);
    }
  return g_string_free (rest, FALSE);
}

static char **
read_layer_extra (Reader *reader, const RingSvgNode *node)
{
  static const char *const known[] = { "id", "transform", "display", "opacity", NULL };
  char **extra = _ring_item_reader_get_extra (&reader->items, node, known);

  for (guint i = 0; extra != NULL && extra[i] != NULL; i += 2)
    if (strcmp (extra[i], "style") == 0)
      {
        char *rest = rest_of_style (extra[i + 1]);

        g_free (extra[i + 1]);
        extra[i + 1] = rest;
        if (rest[0] != '\0')
          continue;
        g_free (extra[i]);
        g_free (extra[i + 1]);
        for (guint j = i; (extra[j] = extra[j + 2]) != NULL; j++)
          ;
        i -= 2;
      }
  return extra;
}

static void
start_layer (Reader *reader, const RingSvgNode *node)
{
  const char *name = ring_svg_node_get (node, RING_NS_RW, "name");
  RingSvgPaint paint = RING_SVG_PAINT_DEFAULT;

  ring_svg_paint_read (&paint, node);
  if (!ring_layer_role_from_name (ring_svg_node_get (node, RING_NS_RW, "role"), &reader->layer.role))
    reader->layer.role = RING_ROLE_NAMED;
  reader->layer.id
      = _ring_item_reader_claim_id (&reader->items, ring_svg_node_get (node, RING_NS_NONE, "id"), 'l');
  reader->layer.name = g_strdup (name != NULL ? name : "");
  reader->layer.visible = !paint.hidden;
  reader->layer.locked = g_strcmp0 (ring_svg_node_get (node, RING_NS_RW, "locked"), "true") == 0;
  reader->layer.opacity = paint.opacity;
  if (!ring_svg_parse_transform (ring_svg_node_get (node, RING_NS_NONE, "transform"),
                                 &reader->layer_matrix))
    reader->layer_matrix = RING_MATRIX_IDENTITY;
  if (!ring_matrix_is_identity (&reader->layer_matrix) && reader->items.report != NULL)
    {
      g_autofree char *element = ring_svg_node_describe (node);

      ring_load_report_add (reader->items.report, RING_NOTICE_INFO, node->line, element,
                            _("The layer was moved in another program; its items moved with it."));
    }
  reader->layer_extra = read_layer_extra (reader, node);
  reader->place = PLACE_LAYER;
}

static void
end_layer (Reader *reader)
{
  GPtrArray *items = reader->items.items;
  RingLayer *layer = ring_layer_new (&reader->layer, (RingItem *const *) items->pdata, items->len);

  if (reader->layer_extra != NULL)
    ring_layer_set_extra (layer, (const char *const *) reader->layer_extra);
  g_ptr_array_add (reader->layers, layer);
  g_ptr_array_set_size (items, 0);
  g_clear_pointer (&reader->layer_extra, g_strfreev);
  g_free ((char *) reader->layer.id);
  g_free ((char *) reader->layer.name);
  memset (&reader->layer, 0, sizeof reader->layer);
  reader->place = PLACE_VIEW;
}

/* ------------------------------------------------------------------ events */

static gboolean
has_kind (const RingSvgNode *node, const char *kind)
{
  return ring_svg_node_is (node, "g")
         && g_strcmp0 (ring_svg_node_get (node, RING_NS_RW, "kind"), kind) == 0;
}

static void
capture (Reader *reader, RingSvgNode *node)
{
  node->parent = reader->current;
  reader->current = node;
}

/* A child of the root. */
static void
start_in_root (Reader *reader, RingSvgNode *node)
{
  if (ring_svg_node_is (node, "defs"))
    {
      reader->place = PLACE_DEFS;
      reader->position = MAX (reader->position, 3);
    }
  else if (ring_svg_node_is (node, "metadata"))
    {
      reader->place = PLACE_METADATA;
      reader->position = MAX (reader->position, 2);
    }
  else if (reader->items.design && has_kind (node, "view"))
    start_view (reader, node);
  else
    {
      capture (reader, node);
      return;
    }
  ring_arena_reset (reader->arena);
}

/* An element that is not inside a captured one. */
static void
start_in_place (Reader *reader, RingSvgNode *node)
{
  switch (reader->place)
    {
    case PLACE_DOCUMENT:
      start_root (reader, node);
      break;
    case PLACE_ROOT:
      start_in_root (reader, node);
      return;
    case PLACE_DEFS:
      /* The views' windows are made anew. */
      if (!ring_svg_node_is (node, "clipPath") || ring_svg_node_get (node, RING_NS_RW, "of") == NULL)
        {
          capture (reader, node);
          return;
        }
      reader->skipping = 1;
      break;
    case PLACE_VIEW:
      if (ring_svg_node_is (node, "g") && ring_svg_node_get (node, RING_NS_RW, "guide") != NULL)
        reader->skipping = 1;
      else if (has_kind (node, "layer"))
        start_layer (reader, node);
      else
        {
          capture (reader, node);
          return;
        }
      break;
    case PLACE_METADATA:
    case PLACE_LAYER:
    default:
      capture (reader, node);
      return;
    }
  ring_arena_reset (reader->arena);
}

static void
start_element_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                  int n_declarations, const xmlChar **declarations, int n_attributes, int n_defaulted,
                  const xmlChar **attributes)
{
  Reader *reader = data;
  RingSvgNode *node;

  if (reader->error != NULL)
    return;
  if (reader->skipping > 0)
    {
      reader->skipping++;
      return;
    }
  flush_text (reader);
  node = make_element (reader, name, prefix, uri, n_declarations, declarations, n_attributes, attributes);
  if (reader->current != NULL)
    reader->current = node;
  else
    start_in_place (reader, node);
}

static void
end_place (Reader *reader)
{
  switch (reader->place)
    {
    case PLACE_LAYER: end_layer (reader); break;
    case PLACE_VIEW: end_view (reader); break;
    case PLACE_DEFS:
    case PLACE_METADATA: reader->place = PLACE_ROOT; break;
    case PLACE_ROOT: reader->place = PLACE_DOCUMENT; break;
    case PLACE_DOCUMENT:
    default: break;
    }
}

static void
end_element_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Reader *reader = data;
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
    take_captured (reader, node);
}

static void
characters_cb (void *data, const xmlChar *text, int length)
{
  Reader *reader = data;

  if (reader->error != NULL || reader->skipping > 0)
    return;
  if (reader->text->len == 0)
    reader->text_line = line_now (reader);
  g_string_append_len (reader->text, (const char *) text, length);
}

static void
take_other (Reader *reader, RingNodeType type, const char *name, const char *text)
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
    take_captured (reader, node);
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
  Reader *reader = data;
  g_autofree char *message = NULL;

  if (problem->level < XML_ERR_ERROR || reader->error != NULL)
    return;
  message = g_strstrip (g_utf8_make_valid (problem->message != NULL ? problem->message : "", -1));
  stop (reader, RING_ERROR_SYNTAX,
        _("Line %d: the file is damaged (%s). Take an earlier copy of it."), problem->line, message);
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
reader_init (Reader *reader, RingLoadReport *report)
{
  memset (reader, 0, sizeof *reader);
  reader->items.report = report;
  ring_random_init (&reader->items.random);
  reader->items.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader->items.scope = g_array_new (FALSE, FALSE, sizeof (RingSvgDeclaration));
  g_array_set_clear_func (reader->items.scope, clear_declaration);
  reader->items.items = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);
  reader->items.foreign = g_array_new (FALSE, FALSE, sizeof (RingForeign));
  g_array_set_clear_func (reader->items.foreign, clear_foreign);
  reader->items.scratch = g_string_new (NULL);
  reader->arena = ring_arena_new ();
  reader->text = g_string_new (NULL);
  reader->extra = g_ptr_array_new_with_free_func (g_free);
  reader->views = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_view_unref);
  reader->records = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_record_unref);
  reader->layers = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_layer_unref);
}

static void
reader_clear (Reader *reader)
{
  g_hash_table_unref (reader->items.ids);
  g_array_unref (reader->items.scope);
  g_ptr_array_unref (reader->items.items);
  g_array_unref (reader->items.foreign);
  g_string_free (reader->items.scratch, TRUE);
  ring_arena_free (reader->arena);
  g_string_free (reader->text, TRUE);
  g_ptr_array_unref (reader->extra);
  g_ptr_array_unref (reader->views);
  g_ptr_array_unref (reader->records);
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

static gboolean
parse (Reader *reader, const char *bytes, gsize n_bytes)
{
  static gsize initialised;

  if (g_once_init_enter (&initialised))
    {
      xmlInitParser ();
      g_once_init_leave (&initialised, 1);
    }
  reader->ctxt = xmlCreateMemoryParserCtxt (bytes, (int) n_bytes);
  if (reader->ctxt == NULL)
    {
      g_set_error (&reader->error, RING_ERROR, RING_ERROR_FAILED,
                   _("The XML parser could not be started."));
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
    stop (reader, RING_ERROR_SYNTAX, _("Line %u: the file is damaged. Take an earlier copy of it."),
          line_now (reader));
  return reader->error == NULL;
}

/* A page to draw on, for files that have none: with the usual layers, ITEMS in the lowest. */
static RingView *
make_page (Reader *reader, GPtrArray *items)
{
  static const RingLayerRole roles[]
      = { RING_ROLE_UNDERLAY, RING_ROLE_METAL, RING_ROLE_STONES, RING_ROLE_INK, RING_ROLE_NOTES };
  g_autofree char *id = _ring_item_reader_claim_id (&reader->items, NULL, 'v');
  RingViewHead head = { .id = id, .kind = RING_VIEW_PAGE, .ring = "", .scale = 1,
                        .clip = read_page_clip (reader) };
  RingLayer *layers[G_N_ELEMENTS (roles)];
  RingView *view;

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autofree char *layer_id = _ring_item_reader_claim_id (&reader->items, NULL, 'l');
      RingLayerHead layer = { .id = layer_id, .role = roles[i], .name = "", .visible = TRUE, .opacity = 1 };

      layers[i] = ring_layer_new (&layer, i == 0 ? (RingItem *const *) items->pdata : NULL,
                                  i == 0 ? items->len : 0);
    }
  view = ring_view_new (&head, layers, G_N_ELEMENTS (roles));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    ring_layer_unref (layers[i]);
  return view;
}

static gboolean
has_page (const Reader *reader)
{
  for (guint i = 0; i < reader->views->len; i++)
    if (ring_view_get_head (g_ptr_array_index (reader->views, i))->kind == RING_VIEW_PAGE)
      return TRUE;
  return FALSE;
}

static RingDrawing *
build (Reader *reader)
{
  RingDrawingBuilder *builder
      = ring_drawing_builder_new (reader->uuid, reader->width, reader->height);

  if (!has_page (reader))
    g_ptr_array_insert (reader->views, 0, make_page (reader, reader->items.items));
  if (!reader->items.design && reader->title != NULL && reader->title[0] != '\0')
    {
      g_autoptr (RingRecord) empty = ring_record_new (RING_RECORD_COMMISSION, NULL);

      g_ptr_array_add (reader->records, ring_record_with (empty, "title", reader->title));
    }
  for (guint i = 0; i < reader->views->len; i++)
    ring_drawing_builder_add_view (builder, g_ptr_array_index (reader->views, i));
  for (guint i = 0; i < reader->records->len; i++)
    ring_drawing_builder_add_record (builder, g_ptr_array_index (reader->records, i));
  for (guint i = 0; i < reader->items.foreign->len; i++)
    ring_drawing_builder_add_foreign (builder, &g_array_index (reader->items.foreign, RingForeign, i));
  if (reader->extra->len > 0)
    {
      g_ptr_array_add (reader->extra, NULL);
      ring_drawing_builder_set_extra (builder, (const char *const *) reader->extra->pdata);
    }
  return ring_drawing_builder_end (builder);
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
  g_autoptr (GBytes) unpacked = ring_guard_unpack (bytes, n_bytes, error);
  RingDrawing *drawing = NULL;
  Reader reader;
  const char *text;
  gsize length;

  if (unpacked == NULL)
    return NULL;
  text = g_bytes_get_data (unpacked, &length);
  if (!ring_guard_check (text, length, error))
    return NULL;
  reader_init (&reader, report);
  if (parse (&reader, text, length))
    drawing = build (&reader);
  else
    g_propagate_error (error, reader.error);
  xmlFreeParserCtxt (reader.ctxt);
  reader_clear (&reader);
  return drawing;
}
