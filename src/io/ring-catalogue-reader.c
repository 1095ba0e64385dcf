/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-catalogue-reader.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

#include "ring-catalogue-builder.h"
#include "ring-catalogue-check.h"
#include "ring-catalogue-metadata.h"
#include "ring-catalogue-notice.h"
#include "ring-catalogue-part.h"
#include "ring-error.h"
#include "ring-number.h"
#include "ring-svg-guard.h"

/* A catalogue is held in memory whole; the house's own is about a hundredth of this. */
#define MAX_BYTES (32u << 20)

typedef struct
{
  RingCatalogueBuilder *builder;
  RingLoadReport *report;
  gboolean checking; /* each thing that is not drawn gets a notice of its own */
} Reader;

static void
complain (const Reader *reader, const xmlNode *node, const char *message)
{
  ring_catalogue_note (reader->report, node, RING_NOTICE_ERROR, "%s", message);
}

/* One code or more, a blank between two. */
static gboolean
are_codes (const char *text)
{
  g_auto (GStrv) list = g_strsplit (text != NULL ? text : "", " ", -1);

  for (char **p = list; *p != NULL; p++)
    if (!ring_catalogue_is_code (*p))
      return FALSE;
  return list[0] != NULL;
}

/* Whether every one of CODES, a blank between two, is an option of the menu; none (NULL) are. */
static gboolean
are_options (const RingCatalogue *catalogue, const char *menu_id, const char *codes)
{
  g_auto (GStrv) list = g_strsplit (codes != NULL ? codes : "", " ", -1);

  for (char **p = list; *p != NULL; p++)
    if (!ring_catalogue_has_option (catalogue, menu_id, *p))
      return FALSE;
  return TRUE;
}

/* Three numbers above 0; what is not there is 0. */
static void
read_mm (const Reader *reader, const xmlNode *node, double mm[3])
{
  g_autofree char *text = ring_catalogue_node_get (node, "mm");
  const char *p = text;
  gboolean good = TRUE;

  for (guint i = 0; i < 3 && p != NULL && good; i++)
    {
      p += strspn (p, " ");
      good = ring_number_scan (&p, &mm[i]) && mm[i] > 0;
    }
  if (good && (p == NULL || *p == '\0'))
    return;
  memset (mm, 0, 3 * sizeof mm[0]);
  complain (reader, node,
            _("rw:mm must be length, width and depth of the stone in mm, as in \"8 5.7 3.5\". It is "
               "not used."));
}

/* Who a head or a stone is for besides its code. FALSE, with a notice, when that is nobody. */
static gboolean
read_whom (const Reader *reader, const xmlNode *node, const RingPart *part)
{
  const RingCatalogue *catalogue = ring_catalogue_builder_peek (reader->builder);

  if (!are_options (catalogue, "band", part->band) || !are_options (catalogue, "size", part->size))
    complain (reader, node,
              _("rw:band and rw:size of a part must be codes of those menus. It is left out."));
  else if (part->size == NULL && !g_str_equal (part->part, "shank")
           && are_options (catalogue, "shape", part->code))
    complain (reader, node,
              _("A part that serves every stone size needs a rw:size, the code of the size it is "
                 "drawn in. It is left out."));
  else
    return TRUE;
  return FALSE;
}

static void
read_part (const Reader *reader, const xmlNode *node)
{
  g_autofree char *part = ring_catalogue_node_get (node, "part");
  g_autofree char *code = ring_catalogue_node_get (node, "code");
  g_autofree char *view = ring_catalogue_node_get (node, "view");
  g_autofree char *finish = ring_catalogue_node_get (node, "finish");
  g_autofree char *band = ring_catalogue_node_get (node, "band");
  g_autofree char *size = ring_catalogue_node_get (node, "size");
  g_autofree char *anchor = ring_catalogue_node_get (node, "anchor");
  g_autofree char *xml = NULL;
  RingPart result = { .part = part, .code = code, .view = view, .finish = finish, .band = band,
                      .size = size };
  RingBuildResult built;
  RingPoint point = { 0, 0 };
  double z;
  guint dropped;

  if (!ring_catalogue_is_code (part) || !are_codes (code) || (finish != NULL && !ring_catalogue_is_code (finish))
      || (g_strcmp0 (view, "front") != 0 && g_strcmp0 (view, "three-quarter") != 0))
    {
      complain (
          reader, node,
          _("A part needs a rw:code and a rw:view, front or three-quarter. It is left out."));
      return;
    }
  if (!ring_catalogue_node_get_number (reader->report, node, "z", &z)
      || !read_whom (reader, node, &result))
    return;
  read_mm (reader, node, result.mm);
  result.z = (int) CLAMP (z, -1000, 1000);
  if (anchor != NULL && !ring_catalogue_scan_point (anchor, &point))
    complain (reader, node,
              _("rw:anchor must be two numbers with a space between. It is taken as 0 0."));
  result.anchor_x = point.x;
  result.anchor_y = point.y;
  result.xml = xml = ring_catalogue_part_to_xml (node, &dropped);
  if (dropped > 0 && !reader->checking)
    ring_catalogue_note (reader->report, node, RING_NOTICE_WARNING,
                         _("The part holds %u things that are neither paths nor plain colours, "
                           "which are not drawn; in Inkscape, use Path, Object to Path and flat "
                           "colours."),
                         dropped);
  built = ring_catalogue_builder_add_part (reader->builder, &result);
  if (built == RING_BUILD_TOO_MANY)
    complain (reader, node,
              _("There are more of these than the program takes. The rest is left out."));
  else if (built != RING_BUILD_OK)
    complain (reader, node,
              _("The same part is drawn twice; the first drawing is used. Delete one, or "
                 "give it another rw:z."));
}

/* The file's depth is bounded by the guard. */
static void
read_parts (const Reader *reader, const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *part = child->type == XML_ELEMENT_NODE ? ring_catalogue_node_get (child, "part") : NULL;

      if (part != NULL)
        read_part (reader, child);
      else if (child->type == XML_ELEMENT_NODE)
        read_parts (reader, child);
    }
}

static gboolean
check_root (const xmlNode *root, GError **error)
{
  g_autofree char *kind = root != NULL ? ring_catalogue_node_get (root, "kind") : NULL;
  g_autofree char *version = root != NULL ? ring_catalogue_node_get (root, "version") : NULL;

  if (g_strcmp0 (kind, "catalogue") != 0)
    {
      g_set_error_literal (error, RING_ERROR, RING_ERROR_FORMAT,
                           _("The file is no catalogue: its root has no rw:kind=\"catalogue\". Begin with "
                             "a copy of the house catalogue"));
      return FALSE;
    }
  if (g_strcmp0 (version, "0") != 0)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_VERSION,
                   _("The catalogue is of version %s and this program reads version 0: update the "
                      "program"),
                   version != NULL ? version : "?");
      return FALSE;
    }
  return TRUE;
}

static RingCatalogue *
read_root (const xmlNode *root, gboolean checking, RingLoadReport *report, GError **error)
{
  g_autofree char *id = ring_catalogue_node_get (root, "catalogue");
  g_autofree char *name = ring_catalogue_node_get (root, "name");
  g_autofree char *edition = ring_catalogue_node_get (root, "edition");
  g_autofree char *currency = ring_catalogue_node_get (root, "currency");
  Reader reader = { .report = report, .checking = checking };

  if (!ring_catalogue_is_code (id))
    {
      g_set_error_literal (
          error, RING_ERROR, RING_ERROR_FORMAT,
          _("The catalogue has no rw:catalogue, the id that item numbers belong to"));
      return NULL;
    }
  reader.builder = ring_catalogue_builder_new (id, name != NULL ? name : id, edition, currency);
  ring_catalogue_metadata_read (reader.builder, root, report);
  read_parts (&reader, root);
  ring_catalogue_part_forbid_missing (reader.builder, root, report);
  if (checking)
    ring_catalogue_check_all (ring_catalogue_builder_peek (reader.builder), root, report);
  return ring_catalogue_builder_end (reader.builder, error);
}

static xmlDoc *
parse (const char *bytes, gsize n_bytes, GError **error)
{
  xmlParserCtxt *context = xmlNewParserCtxt ();
  xmlDoc *doc;

  /* No entities are replaced and nothing is fetched; the guard has refused a document type with
   * declarations and bounded depth and size, which lets libxml2's own limits go. */
  doc = xmlCtxtReadMemory (context, bytes, (int) n_bytes, NULL, NULL,
                           XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
                               | XML_PARSE_HUGE | XML_PARSE_BIG_LINES);
  if (doc == NULL)
    {
      const xmlError *last = xmlCtxtGetLastError (context);
      g_autofree char *message = g_strchomp (g_strdup (last != NULL ? last->message : ""));

      g_set_error (error, RING_ERROR, RING_ERROR_SYNTAX,
                   _("Line %d: the file is not well-formed XML (%s). Take an earlier copy of it."),
                   last != NULL ? last->line : 0, message);
    }
  xmlFreeParserCtxt (context);
  return doc;
}

static RingCatalogue *
read_bytes (const char *bytes, gsize n_bytes, gboolean checking, RingLoadReport *report, GError **error)
{
  g_autoptr (GBytes) plain = ring_guard_unpack (bytes, n_bytes, error);
  RingCatalogue *catalogue = NULL;
  const char *data;
  xmlDoc *doc;

  if (plain == NULL)
    return NULL;
  data = g_bytes_get_data (plain, &n_bytes);
  if (n_bytes > MAX_BYTES)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_LIMIT,
                   _("The catalogue is larger than the limit of %u bytes: simplify its paths"),
                   MAX_BYTES);
      return NULL;
    }
  if (!ring_guard_check (data, n_bytes, error))
    return NULL;
  doc = parse (data, n_bytes, error);
  if (doc == NULL)
    return NULL;
  if (check_root (xmlDocGetRootElement (doc), error))
    catalogue = read_root (xmlDocGetRootElement (doc), checking, report, error);
  xmlFreeDoc (doc);
  return catalogue;
}

RingCatalogue *
ring_catalogue_read (const char *bytes, gsize n_bytes, RingLoadReport *report, GError **error)
{
  return read_bytes (bytes, n_bytes, FALSE, report, error);
}

RingCatalogue *
ring_catalogue_check (const char *bytes, gsize n_bytes, RingLoadReport *report, GError **error)
{
  return read_bytes (bytes, n_bytes, TRUE, report, error);
}

GBytes *
ring_catalogue_get_bundled_bytes (GError **error)
{
  return g_resources_lookup_data (RING_APP_PATH "/catalogue/house.svg",
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static gpointer
read_bundled (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ring_catalogue_get_bundled_bytes (&error);
  RingCatalogue *catalogue = NULL;

  if (bytes != NULL)
    catalogue = ring_catalogue_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, &error);
  if (catalogue == NULL)
    g_critical ("The bundled catalogue cannot be read: %s", error->message);
  return catalogue;
}

RingCatalogue *
ring_catalogue_get_bundled (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_bundled, NULL);
}
