/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The skeleton of a design: root, views and layers, and the drawing that is built of them. */
#include "ring-svg-reader-private.h"

#include <math.h>
#include <string.h>
#include <glib/gi18n-lib.h>

#include "ring-error.h"
#include "ring-number.h"
#include "ring-svg-skeleton.h"
#include "ring-svg-style.h"

#define MM_PER_PX (25.4 / 96)

/* ------------------------------------------------------------------- root */

/* How VIEW_BOX lies on a page of WIDTH x HEIGHT mm, by SVG's default of fitting and centring. */
static RingMatrix
fit_view_box (const double *box, double width, double height, const char *aspect)
{
  double sx = width / box[2], sy = height / box[3];

  if (aspect == NULL || strncmp (aspect, "none", 4) != 0)
    sx = sy = MIN (sx, sy);
  return (RingMatrix){
    sx, 0, 0, sy, (width - sx * box[2]) / 2 - sx * box[0], (height - sy * box[3]) / 2 - sy * box[1]
  };
}

static gboolean
is_page_length (double mm)
{
  return mm >= 1 && mm <= 1e4;
}

static void
read_page (RingSvgReader *reader, const RingSvgNode *root)
{
  double box[4];
  double width = 0, height = 0;
  gboolean has_box
      = ring_svg_parse_numbers (ring_svg_node_get (root, RING_NS_NONE, "viewBox"), box, 4)
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
                              _ ("The page has no usable size; it is taken as A4."));
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
add_scope (RingSvgReader *reader, const char *prefix, const char *uri)
{
  RingSvgDeclaration d = { g_strdup (prefix), g_strdup (uri) };

  g_array_append_val (reader->items.scope, d);
}

/* Our own two declarations are written anyway. */
static void
read_declarations (RingSvgReader *reader, const RingSvgNode *root)
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
read_version (RingSvgReader *reader, const RingSvgNode *root, const char *version)
{
  if (strcmp (version, RING_SVG_VERSION) == 0)
    return;
  ring_load_report_set_newer (reader->items.report, TRUE);
  ring_load_report_add (reader->items.report, RING_NOTICE_WARNING, root->line, "svg",
                        _ ("The design is of format %s; this program knows format %s. It can be "
                           "looked at, but not changed. Update Ringwright to work on it."),
                        version, RING_SVG_VERSION);
}

/* A UUID goes into the file again, so it must look like one. */
static gboolean
is_uuid (const char *text)
{
  return text != NULL && strlen (text) == 36
         && text[strspn (text, "0123456789abcdefABCDEF-")] == '\0';
}

void
_ring_svg_reader_start_root (RingSvgReader *reader, RingSvgNode *root)
{
  static const char *const known[] = { "width", "height", "viewBox", NULL };
  const char *version = ring_svg_node_get (root, RING_NS_RW, "version");
  const char *uuid = ring_svg_node_get (root, RING_NS_RW, "design");
  g_auto (GStrv) extra = NULL;

  if (!ring_svg_node_is (root, "svg"))
    {
      _ring_svg_reader_stop (
          reader, RING_ERROR_FORMAT,
          _ ("Line %u, element <%s>: the file is neither a ring design nor an SVG drawing."),
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
read_page_clip (const RingSvgReader *reader)
{
  return (RingRect){ 0, 0, reader->width, reader->height };
}

static void
read_view_place (RingSvgReader *reader, const RingSvgNode *node)
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
  inverse = (RingMatrix){ 1 / reader->view.scale,
                          0,
                          0,
                          1 / reader->view.scale,
                          -reader->view.origin.x / reader->view.scale,
                          -reader->view.origin.y / reader->view.scale };
  reader->view_rest = ring_matrix_multiply (&m, &inverse);
  if (fabs (reader->view_rest.xx - 1) < 1e-6 && fabs (reader->view_rest.yy - 1) < 1e-6
      && fabs (reader->view_rest.xy) < 1e-6 && fabs (reader->view_rest.yx) < 1e-6
      && fabs (reader->view_rest.x0) < 1e-6 && fabs (reader->view_rest.y0) < 1e-6)
    reader->view_rest = RING_MATRIX_IDENTITY;
}

static void
read_view_clip (RingSvgReader *reader, const RingSvgNode *node)
{
  double v[4];

  reader->view.clip = RING_RECT_EMPTY;
  if (reader->view.kind == RING_VIEW_PAGE)
    reader->view.clip = read_page_clip (reader);
  else if (ring_svg_parse_numbers (ring_svg_node_get (node, RING_NS_RW, "clip"), v, 4) && v[2] > 0
           && v[3] > 0)
    reader->view.clip = (RingRect){ v[0], v[1], v[0] + v[2], v[1] + v[3] };
}

void
_ring_svg_reader_start_view (RingSvgReader *reader, const RingSvgNode *node)
{
  static const char *const known[] = { "id", "transform", "clip-path", NULL };
  const char *ring = ring_svg_node_get (node, RING_NS_RW, "ring");

  if (!ring_view_kind_from_name (ring_svg_node_get (node, RING_NS_RW, "view"), &reader->view.kind))
    reader->view.kind = RING_VIEW_PAGE;
  reader->view.id = _ring_item_reader_claim_id (&reader->items,
                                                ring_svg_node_get (node, RING_NS_NONE, "id"), 'v');
  reader->view.ring = g_strdup (ring != NULL ? ring : "");
  read_view_place (reader, node);
  read_view_clip (reader, node);
  reader->view_extra = _ring_item_reader_get_extra (&reader->items, node, known);
  reader->place = PLACE_VIEW;
}

void
_ring_svg_reader_end_view (RingSvgReader *reader)
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
  reader->position = RING_ROOT_VIEWS + reader->views->len;
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
read_layer_extra (RingSvgReader *reader, const RingSvgNode *node)
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

void
_ring_svg_reader_start_layer (RingSvgReader *reader, const RingSvgNode *node)
{
  const char *name = ring_svg_node_get (node, RING_NS_RW, "name");
  RingSvgPaint paint = RING_SVG_PAINT_DEFAULT;

  ring_svg_paint_read (&paint, node);
  if (!ring_layer_role_from_name (ring_svg_node_get (node, RING_NS_RW, "role"),
                                  &reader->layer.role))
    reader->layer.role = RING_ROLE_NAMED;
  reader->layer.id = _ring_item_reader_claim_id (&reader->items,
                                                 ring_svg_node_get (node, RING_NS_NONE, "id"), 'l');
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
                            _ ("The layer was moved in another program; its items moved with it."));
    }
  reader->layer_extra = read_layer_extra (reader, node);
  reader->place = PLACE_LAYER;
}

void
_ring_svg_reader_end_layer (RingSvgReader *reader)
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

/* ------------------------------------------------------------- the drawing */

/* A page to draw on, for files that have none: with the usual layers, ITEMS in the lowest. */
static RingView *
make_page (RingSvgReader *reader, GPtrArray *items)
{
  static const RingLayerRole roles[]
      = { RING_ROLE_UNDERLAY, RING_ROLE_METAL, RING_ROLE_STONES, RING_ROLE_INK, RING_ROLE_NOTES };
  g_autofree char *id = _ring_item_reader_claim_id (&reader->items, NULL, 'v');
  RingViewHead head = {
    .id = id, .kind = RING_VIEW_PAGE, .ring = "", .scale = 1, .clip = read_page_clip (reader)
  };
  RingLayer *layers[G_N_ELEMENTS (roles)];
  RingView *view;

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autofree char *layer_id = _ring_item_reader_claim_id (&reader->items, NULL, 'l');
      RingLayerHead layer
          = { .id = layer_id, .role = roles[i], .name = "", .visible = TRUE, .opacity = 1 };

      layers[i] = ring_layer_new (&layer, i == 0 ? (RingItem *const *) items->pdata : NULL,
                                  i == 0 ? items->len : 0);
    }
  view = ring_view_new (&head, layers, G_N_ELEMENTS (roles));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    ring_layer_unref (layers[i]);
  return view;
}

static gboolean
has_page (const RingSvgReader *reader)
{
  for (guint i = 0; i < reader->views->len; i++)
    if (ring_view_get_head (g_ptr_array_index (reader->views, i))->kind == RING_VIEW_PAGE)
      return TRUE;
  return FALSE;
}

RingDrawing *
_ring_svg_reader_build (RingSvgReader *reader)
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
  _ring_item_reader_give_photos (&reader->items, reader->records);
  if (reader->extra->len > 0)
    {
      g_ptr_array_add (reader->extra, NULL);
      ring_drawing_builder_set_extra (builder, (const char *const *) reader->extra->pdata);
    }
  _ring_svg_reader_make_revisions (reader, builder);
  for (guint i = 0; i < reader->views->len; i++)
    ring_drawing_builder_add_view (builder, g_ptr_array_index (reader->views, i));
  for (guint i = 0; i < reader->records->len; i++)
    ring_drawing_builder_add_record (builder, g_ptr_array_index (reader->records, i));
  for (guint i = 0; i < reader->items.foreign->len; i++)
    ring_drawing_builder_add_foreign (builder,
                                      &g_array_index (reader->items.foreign, RingForeign, i));
  return ring_drawing_builder_end (builder);
}
