/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Items from elements. The seal decides between model and picture: it is tried on the text as it
 * stands, then on the text as we would write it, then the picture is compared with what the model
 * would have drawn. Only when all three fail the picture wins. */
#include "ring-svg-reader-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ring-number.h"
#include "ring-svg-art.h"
#include "ring-svg-attribute.h"
#include "ring-svg-clean.h"
#include "ring-svg-style.h"

double
_ring_item_reader_get_number (
    const RingSvgNode *node, const char *name, double min, double max, double fallback)
{
  double value;

  if (!ring_number_parse (get_rw (node, name), &value))
    return fallback;
  return value >= min && value <= max ? value : fallback;
}

void
_ring_item_reader_notice (
    RingItemReader *reader, RingNoticeLevel level, const RingSvgNode *node, const char *format, ...)
{
  g_autofree char *element = NULL;
  g_autofree char *message = NULL;
  va_list args;

  if (reader->report == NULL)
    return;
  element = ring_svg_node_describe (node);
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  ring_load_report_add (reader->report, level, node->line, element, "%s", message);
}

/* An id from the file goes into url(#...) and into other files, so it keeps to plain letters. */
static gboolean
is_usable_id (const char *id)
{
  return ring_svg_is_name (id) && strlen (id) <= 100;
}

static gboolean
take_id (RingItemReader *reader, const char *id)
{
  return !g_hash_table_contains (reader->ids, id)
         && g_hash_table_add (reader->ids, g_string_chunk_insert (reader->taken, id));
}

char *
_ring_item_reader_claim_id (RingItemReader *reader, const char *id, char letter)
{
  if (is_usable_id (id) && take_id (reader, id))
    return g_strdup (id);
  for (;;)
    {
      char *fresh = ring_random_id (&reader->random, letter);

      if (take_id (reader, fresh))
        return fresh;
      g_free (fresh);
    }
}

/* A name can only be written where its prefix means the same at the root. */
static gboolean
is_in_scope (RingItemReader *reader, const RingSvgAttribute *a)
{
  if (a->prefix == NULL || a->ns == RING_NS_XML)
    return TRUE;
  for (guint i = 0; i < reader->scope->len; i++)
    {
      const RingSvgDeclaration *d = &g_array_index (reader->scope, RingSvgDeclaration, i);

      if (g_strcmp0 (d->prefix, a->prefix) == 0)
        return g_strcmp0 (d->uri, a->uri) == 0;
    }
  return FALSE;
}

char **
_ring_item_reader_get_extra (RingItemReader *reader,
                             const RingSvgNode *node,
                             const char *const *known)
{
  g_autoptr (GPtrArray) extra = NULL;

  for (guint i = 0; i < node->n_attributes; i++)
    {
      const RingSvgAttribute *a = &node->attributes[i];

      /* What a <use> shows is said anew. */
      if (a->ns == RING_NS_RW || (a->ns == RING_NS_XLINK && ring_svg_node_is (node, "use"))
          || (a->ns == RING_NS_NONE && g_strv_contains (known, a->name)))
        continue;
      if (ring_svg_attribute_is_active (a))
        {
          _ring_item_reader_notice (
              reader, RING_NOTICE_WARNING, node,
              _ ("The attribute “%s” was left out: it runs or fetches something, which a "
                 "design never does. The file keeps it until you save."),
              a->name);
          ring_load_report_set_left_out (reader->report, TRUE);
          continue;
        }
      if (!is_in_scope (reader, a))
        continue;
      if (extra == NULL)
        extra = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (extra, a->prefix != NULL ? g_strdup_printf ("%s:%s", a->prefix, a->name)
                                                : g_strdup (a->name));
      g_ptr_array_add (extra, g_strdup (a->value));
    }
  if (extra == NULL)
    return NULL;
  g_ptr_array_add (extra, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&extra), FALSE);
}

static const char *const item_names[] = { "id",
                                          "d",
                                          "style",
                                          "transform",
                                          "fill",
                                          "fill-opacity",
                                          "fill-rule",
                                          "stroke",
                                          "stroke-opacity",
                                          "stroke-width",
                                          "stroke-linecap",
                                          "stroke-linejoin",
                                          "stroke-miterlimit",
                                          "stroke-dasharray",
                                          "stroke-dashoffset",
                                          "opacity",
                                          "href",
                                          "x",
                                          "y",
                                          "width",
                                          "height",
                                          "display",
                                          "visibility",
                                          "filter",
                                          "mask",
                                          "clip-path",
                                          "paint-order",
                                          NULL };

/* Takes ITEM. */
static RingItem *
grouped (RingItem *item, const char *group)
{
  RingItem *with;

  if (group == NULL || !is_usable_id (group))
    return item;
  with = ring_item_with_group (item, group);
  ring_item_unref (item);
  return with;
}

/* Takes ITEM with its place: OWN is the element's transform, OUTER what stands around it. */
void
_ring_item_reader_push (RingItemReader *reader,
                        const RingSvgNode *node,
                        RingItem *taken,
                        const RingMatrix *own,
                        const RingMatrix *outer)
{
  RingMatrix matrix = ring_matrix_multiply (own, outer);
  RingItem *item = taken;

  if (!ring_matrix_is_identity (&matrix))
    {
      item = ring_item_with_matrix (taken, &matrix);
      ring_item_unref (taken);
    }
  if (node->type == RING_NODE_ELEMENT)
    item = grouped (item, get_rw (node, "group"));
  if (ring_item_get_kind (item) != RING_ITEM_FOREIGN && node->type == RING_NODE_ELEMENT)
    {
      g_auto (GStrv) extra = _ring_item_reader_get_extra (reader, node, item_names);

      if (extra != NULL)
        {
          RingItem *with = ring_item_with_extra (item, (const char *const *) extra);

          ring_item_unref (item);
          item = with;
        }
    }
  g_ptr_array_add (reader->items, item);
}

/* The item cannot be shown at all; the rest of the file can. */
void
_ring_item_reader_refuse (RingItemReader *reader, const RingSvgNode *node, const char *reason)
{
  _ring_item_reader_notice (reader, RING_NOTICE_WARNING, node,
                            _ ("This element was left out: %s. The file keeps it until you save."),
                            reason);
  ring_load_report_set_left_out (reader->report, TRUE);
}

void
_ring_item_reader_take_foreign (RingItemReader *reader,
                                RingSvgNode *node,
                                RingXmlMode mode,
                                const char *id,
                                const RingMatrix *own,
                                const RingMatrix *outer)
{
  g_autofree char *fresh = NULL;
  RingItem *item;

  if (!ring_svg_clean (node, reader->report))
    return;
  if (id == NULL)
    id = fresh = _ring_item_reader_claim_id (reader, NULL, 'f');
  g_string_truncate (reader->scratch, 0);
  ring_svg_node_to_xml (node, reader->scope, mode, reader->scratch);
  item = ring_item_new_foreign (id, reader->scratch->str, ring_svg_is_graphical (node));
  _ring_item_reader_push (reader, node, item, own, outer);
}

void
_ring_item_reader_keep (RingItemReader *reader,
                        RingSvgNode *node,
                        const char *parent,
                        guint position)
{
  RingForeign foreign;

  if (ring_svg_node_is_blank (node) || !ring_svg_clean (node, reader->report))
    return;
  g_string_truncate (reader->scratch, 0);
  ring_svg_node_to_xml (node, reader->scope, RING_XML_KEEP_ALL, reader->scratch);
  foreign = (RingForeign){ g_strdup (parent), position, g_strdup (reader->scratch->str) };
  g_array_append_val (reader->foreign, foreign);
}

/* The model that gave way to a picture, as it stood in the file. */
static void
keep_was (RingItemReader *reader, const RingSvgNode *node, const char *id)
{
  g_autoptr (GString) xml = g_string_new ("<rw:was ref=\"");
  RingForeign foreign;

  ring_svg_append_value (xml, id);
  g_string_append_c (xml, '"');
  for (guint i = 0; i < node->n_attributes; i++)
    {
      const RingSvgAttribute *a = &node->attributes[i];

      if (a->ns != RING_NS_RW || strcmp (a->name, "ref") == 0)
        continue;
      g_string_append_printf (xml, " %s=\"", a->name);
      ring_svg_append_value (xml, a->value);
      g_string_append_c (xml, '"');
    }
  g_string_append (xml, "/>");
  foreign = (RingForeign){ g_strdup ("metadata"), G_MAXUINT,
                           g_string_free (g_steal_pointer (&xml), FALSE) };
  g_array_append_val (reader->foreign, foreign);
}

/* What NODE shows, in its own space. NULL when the model cannot say it, with an error when it is
 * broken. */
RingArt *
_ring_item_reader_read_art (const RingSvgNode *node, GError **error)
{
  g_autoptr (RingArt) art = ring_art_new ();
  const RingMatrix none = RING_MATRIX_IDENTITY;

  if (!ring_svg_art_add_content (art, node, &RING_SVG_PAINT_DEFAULT, &none, error))
    return NULL;
  return g_steal_pointer (&art);
}

/* The picture wins. */
void
_ring_item_reader_take_picture (RingItemReader *reader,
                                RingSvgNode *node,
                                const char *id,
                                const RingMatrix *own,
                                const RingMatrix *outer)
{
  const RingMatrix none = RING_MATRIX_IDENTITY;
  g_autoptr (GError) error = NULL;
  g_autoptr (RingArt) art = _ring_item_reader_read_art (node, &error);

  if (error != NULL)
    {
      _ring_item_reader_refuse (reader, node, error->message);
      return;
    }
  _ring_item_reader_notice (
      reader, RING_NOTICE_WARNING, node,
      _ ("The picture was changed in another program, so it became artwork. What was recorded "
         "of it is kept in the file."));
  keep_was (reader, node, id);
  if (art != NULL)
    _ring_item_reader_push (reader, node, ring_item_new_artwork (id, art), own, outer);
  else
    _ring_item_reader_take_foreign (reader, node, RING_XML_WITHOUT_OURS, id, &none, outer);
}

void
_ring_item_reader_tell_moved (RingItemReader *reader,
                              const RingSvgNode *node,
                              const RingMatrix *move)
{
  if (!ring_matrix_is_identity (move))
    _ring_item_reader_notice (reader, RING_NOTICE_INFO, node, _ ("Moved in another program."));
}

/* Attributes NAMES of NODE, in this order, as they stand. */
void
_ring_item_reader_append_raw (GString *out, const RingSvgNode *node, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *value = ring_svg_node_get (node, RING_NS_NONE, names[i]);

      if (value == NULL)
        continue;
      g_string_append_c (out, ' ');
      g_string_append (out, names[i]);
      g_string_append (out, "=\"");
      ring_svg_append_value (out, value);
      g_string_append_c (out, '"');
    }
}

/* Whether NODE has nothing that could change its look but NAMES. */
gboolean
_ring_item_reader_has_only (const RingSvgNode *node, const char *const *names)
{
  for (guint i = 0; i < node->n_attributes; i++)
    {
      const RingSvgAttribute *a = &node->attributes[i];

      if (a->ns == RING_NS_NONE && !g_strv_contains (names, a->name)
          && (strcmp (a->name, "style") == 0 || ring_svg_is_paint_name (a->name)))
        return FALSE;
    }
  return TRUE;
}

/* ------------------------------------------------------------------ choice */

static RingSvgNode *
only_child (const RingSvgNode *node)
{
  RingSvgNode *found = NULL;

  for (RingSvgNode *child = node->first; child != NULL; child = child->next)
    {
      if (ring_svg_node_is_blank (child))
        continue;
      if (found != NULL)
        return NULL;
      found = child;
    }
  return found;
}

static gboolean
is_figure (const char *kind)
{
  return strcmp (kind, "shape") == 0 || strcmp (kind, "dimension") == 0
         || strcmp (kind, "text") == 0;
}

/* An <image> that stands in a layer is one of another program, whatever it is called. */
static gboolean
is_image (const RingSvgNode *node)
{
  return ring_svg_node_is (node, "use") && strcmp (get_rw (node, "kind"), "image") == 0;
}

static gboolean
is_item (const RingSvgNode *node)
{
  const char *kind = node->type == RING_NODE_ELEMENT ? get_rw (node, "kind") : NULL;

  return kind != NULL && node->ns == RING_NS_SVG
         && (strcmp (kind, "stroke") == 0 || strcmp (kind, "note") == 0
             || strcmp (kind, "preset") == 0 || strcmp (kind, "artwork") == 0 || is_figure (kind)
             || is_image (node));
}

static gboolean
holds_items (const RingSvgNode *node)
{
  for (const RingSvgNode *child = node->first; child != NULL; child = child->next)
    if (is_item (child) || (child->type == RING_NODE_ELEMENT && holds_items (child)))
      return TRUE;
  return FALSE;
}

/* A group of another program that only moves what it holds. */
static gboolean
is_plain_group (const RingSvgNode *node, RingMatrix *matrix)
{
  RingSvgPaint paint = RING_SVG_PAINT_DEFAULT;

  if (!ring_svg_node_is (node, "g") || get_rw (node, "kind") != NULL
      || !ring_svg_parse_transform (ring_svg_node_get (node, RING_NS_NONE, "transform"), matrix))
    return FALSE;
  ring_svg_paint_read (&paint, node);
  return !paint.other && !paint.dashed && !paint.grained && !paint.hidden && paint.opacity == 1 && paint.fill_opacity == 1
         && paint.stroke_opacity == 1 && paint.has_fill && paint.fill == 0 && !paint.has_stroke
         && !paint.even_odd && paint.stroke_width == 1;
}

static void
take_item (RingItemReader *reader, RingSvgNode *node, const RingMatrix *outer)
{
  const char *kind = get_rw (node, "kind");
  const char *had = ring_svg_node_get (node, RING_NS_NONE, "id");
  g_autofree char *id = NULL;
  RingMatrix own;

  if (!ring_svg_parse_transform (ring_svg_node_get (node, RING_NS_NONE, "transform"), &own))
    {
      _ring_item_reader_refuse (reader, node, _ ("its transform is broken or absurd"));
      return;
    }
  id = _ring_item_reader_claim_id (
      reader, had, is_figure (kind) ? ring_item_kind_letter (RING_ITEM_FIGURE) : kind[0]);
  if (had != NULL && strcmp (had, id) != 0)
    _ring_item_reader_notice (reader, RING_NOTICE_INFO, node,
                              _ ("Its id was taken already; it got a new one."));
  if (strcmp (kind, "stroke") == 0 && ring_svg_node_is (node, "g"))
    _ring_item_reader_take_pencil (reader, node, id, &own, outer);
  else if (strcmp (kind, "stroke") == 0)
    _ring_item_reader_take_stroke (reader, node, id, &own, outer);
  else if (strcmp (kind, "note") == 0)
    _ring_item_reader_take_note (reader, node, id, &own, outer);
  else if (strcmp (kind, "preset") == 0)
    _ring_item_reader_take_preset (reader, node, id, &own, outer);
  else if (is_figure (kind))
    _ring_item_reader_take_figure (reader, node, id, &own, outer);
  else if (is_image (node))
    _ring_item_reader_take_image (reader, node, id, &own, outer);
  else
    _ring_item_reader_take_artwork (reader, node, id, &own, outer);
}

/* INNER in the group NODE that the writer puts round what was moved or grouped. */
static void
take_wrapped (RingItemReader *reader, RingSvgNode *node, RingSvgNode *inner, const char *id,
              const RingMatrix *own, const RingMatrix *outer)
{
  guint n = reader->items->len;

  _ring_item_reader_take_foreign (reader, inner, RING_XML_KEEP_ALL, id, own, outer);
  if (reader->items->len > n)
    reader->items->pdata[n] = grouped (reader->items->pdata[n], get_rw (node, "group"));
}

void
_ring_item_reader_take (RingItemReader *reader, RingSvgNode *node, const RingMatrix *outer)
{
  const RingMatrix none = RING_MATRIX_IDENTITY;
  RingSvgNode *inner;
  RingMatrix m;

  if (ring_svg_node_is_blank (node))
    return;
  if (node->type != RING_NODE_ELEMENT)
    {
      _ring_item_reader_take_foreign (reader, node, RING_XML_KEEP_ALL, NULL, &none, &none);
      return;
    }
  if (is_item (node))
    {
      take_item (reader, node, outer);
      return;
    }
  if (g_strcmp0 (get_rw (node, "kind"), "group") == 0 && (inner = only_child (node)) != NULL
      && !is_item (inner)
      && ring_svg_parse_transform (ring_svg_node_get (node, RING_NS_NONE, "transform"), &m))
    {
      g_autofree char *id
          = _ring_item_reader_claim_id (reader, ring_svg_node_get (node, RING_NS_NONE, "id"), 'f');

      take_wrapped (reader, node, inner, id, &m, outer);
      return;
    }
  if (holds_items (node) && is_plain_group (node, &m))
    {
      RingSvgNode *next;

      m = ring_matrix_multiply (&m, outer);
      for (RingSvgNode *child = node->first; child != NULL; child = next)
        {
          next = child->next;
          _ring_item_reader_take (reader, child, &m);
        }
      return;
    }
  _ring_item_reader_take_foreign (reader, node, RING_XML_KEEP_ALL, NULL, &none, outer);
}

void
_ring_item_reader_import (RingItemReader *reader, RingSvgNode *node, const RingMatrix *outer)
{
  const RingMatrix none = RING_MATRIX_IDENTITY;
  g_autoptr (RingArt) art = NULL;
  RingMatrix m;

  if (is_plain_group (node, &m))
    {
      RingSvgNode *next;

      m = ring_matrix_multiply (&m, outer);
      for (RingSvgNode *child = node->first; child != NULL; child = next)
        {
          next = child->next;
          if (!ring_svg_node_is_blank (child))
            _ring_item_reader_import (reader, child, &m);
        }
      return;
    }
  art = ring_art_new ();
  if (ring_svg_is_graphical (node)
      && ring_svg_art_add (art, node, &RING_SVG_PAINT_DEFAULT, outer, NULL))
    {
      g_autofree char *id
          = _ring_item_reader_claim_id (reader, ring_svg_node_get (node, RING_NS_NONE, "id"), 'a');

      if (ring_art_get_n_paths (art) > 0)
        _ring_item_reader_push (reader, node, ring_item_new_artwork (id, art), &none, &none);
      return;
    }
  _ring_item_reader_take_foreign (reader, node, RING_XML_KEEP_ALL, NULL, &none,
                                  ring_svg_is_graphical (node) ? outer : &none);
}
