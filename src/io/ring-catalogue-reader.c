/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-catalogue-reader.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <math.h>
#include <string.h>

#include "ring-catalogue-builder.h"
#include "ring-catalogue-part.h"
#include "ring-error.h"
#include "ring-number.h"
#include "ring-svg-guard.h"

/* A catalogue is held in memory whole; the house's own is about a hundredth of this. */
#define MAX_BYTES (32u << 20)
#define RW_URI "urn:ringwright:design:1"

typedef struct
{
  RingCatalogueBuilder *builder;
  RingLoadReport *report;
} Reader;

static guint
line_of (const xmlNode *node)
{
  long line = xmlGetLineNo ((xmlNode *) node);

  return line > 0 ? (guint) line : 0;
}

/* An attribute of our namespace; NULL when it is not there. */
static char *
get (const xmlNode *node, const char *name)
{
  xmlChar *value
      = xmlGetNsProp ((xmlNode *) node, (const xmlChar *) name, (const xmlChar *) RW_URI);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static gboolean
is_ours (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL
         && g_strcmp0 ((const char *) node->ns->href, RW_URI) == 0
         && g_strcmp0 ((const char *) node->name, name) == 0;
}

/* "option OV": what a person looks for in the file. */
static char *
describe (const xmlNode *node)
{
  static const char *const names[] = { "code", "id", "part", "name", "when" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *value = get (node, names[i]);

      if (value != NULL)
        return g_strdup_printf ("%s %s", (const char *) node->name, value);
    }
  return g_strdup ((const char *) node->name);
}

static void
complain (const Reader *reader, const xmlNode *node, const char *message)
{
  g_autofree char *element = describe (node);

  ring_load_report_add (reader->report, RING_NOTICE_ERROR, line_of (node), element, "%s", message);
}

/* A number that may be absent (0). FALSE, with a notice, when it is there and none. */
static gboolean
get_number (const Reader *reader, const xmlNode *node, const char *name, double *value)
{
  g_autofree char *text = get (node, name);
  g_autofree char *message = NULL;

  *value = 0;
  if (text == NULL || ring_number_parse (text, value))
    return TRUE;
  message = g_strdup_printf (_("“%s” of rw:%s is no number; write it with a dot and without a "
                                "currency, as in 1250.50. The option is left out."),
                             text, name);
  complain (reader, node, message);
  return FALSE;
}

static gboolean
get_count (const Reader *reader, const xmlNode *node, const char *name, guint *count)
{
  g_autofree char *text = get (node, name);
  g_autofree char *message = NULL;
  guint64 value;

  if (text != NULL
      && g_ascii_string_to_unsigned (text, 10, 0, RING_CATALOGUE_MAX_SLOTS, &value, NULL))
    {
      *count = (guint) value;
      return TRUE;
    }
  message = g_strdup_printf (_("rw:%s must be a whole number from 0 to %u. It is left out."), name,
                             RING_CATALOGUE_MAX_SLOTS);
  complain (reader, node, message);
  return FALSE;
}

/* A code stands in item records and rules, between spaces and "=". */
static gboolean
is_code (const char *text)
{
  gsize n = text != NULL ? strlen (text) : 0;

  if (n < 1 || n > 24)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isalnum (text[i]) && strchr ("._-", text[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* One code or more, a blank between two. */
static gboolean
are_codes (const char *text)
{
  g_auto (GStrv) list = g_strsplit (text != NULL ? text : "", " ", -1);

  for (char **p = list; *p != NULL; p++)
    if (!is_code (*p))
      return FALSE;
  return list[0] != NULL;
}

static const char *
explain (RingBuildResult result)
{
  switch (result)
    {
    case RING_BUILD_DUPLICATE_CODE:
      return _("The code is given twice; give each its own. The second is left out.");
    case RING_BUILD_DUPLICATE_INDEX:
      return _("The rw:index is given twice; take the next free one. The second is left out.");
    case RING_BUILD_INDEX_RANGE:
      return _("The rw:index must be below the menu's rw:slots, and those from 1 to 256. It is "
                "left out.");
    case RING_BUILD_TOO_MANY:
      return _("There are more of these than the program takes. The rest is left out.");
    case RING_BUILD_NO_MENU:
    case RING_BUILD_OK:
    default:
      return _("It cannot be used and is left out.");
    }
}

/* What an option says of the ring's record: rw:sets="profile=d|width=2.2". */
static void
read_sets (const Reader *reader, const xmlNode *node)
{
  g_autofree char *text = get (node, "sets");
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", "|", -1);

  for (char **p = words; *p != NULL; p++)
    {
      char *equals = strchr (*p, '=');

      if (**p == '\0')
        continue;
      if (equals == NULL || equals == *p || equals[1] == '\0')
        {
          complain (reader, node, _("rw:sets must be pairs of name=value. This one is left out."));
          continue;
        }
      *equals = '\0';
      ring_catalogue_builder_set_field (reader->builder, *p, equals + 1);
    }
}

static void
read_option (const Reader *reader, const xmlNode *node)
{
  g_autofree char *code = get (node, "code");
  g_autofree char *label = get (node, "label");
  g_autofree char *detail = get (node, "detail");
  RingOption option = { .code = code, .label = label != NULL ? label : code, .detail = detail };
  RingBuildResult result;
  double days;

  if (!is_code (code))
    {
      complain (reader, node,
                _("An option needs a rw:code of letters and digits. It is left out."));
      return;
    }
  if (!get_count (reader, node, "index", &option.index)
      || !get_number (reader, node, "price", &option.price)
      || !get_number (reader, node, "popularity", &option.popularity)
      || !get_number (reader, node, "days", &days)
      || !get_number (reader, node, "value", &option.value))
    return;
  option.days = (int) CLAMP (days, -1000, 1000);
  result = ring_catalogue_builder_add_option (reader->builder, &option);
  if (result != RING_BUILD_OK)
    complain (reader, node, explain (result));
  else
    read_sets (reader, node);
}

/* Shares that do not add up are made to; the shop should know. */
static void
check_popularity (const Reader *reader, const xmlNode *node)
{
  const RingCatalogue *catalogue = ring_catalogue_builder_peek (reader->builder);
  const RingMenu *menu
      = ring_catalogue_get_menu (catalogue, ring_catalogue_get_n_menus (catalogue) - 1);
  double sum = 0;

  for (guint i = 0; i < menu->n_options; i++)
    sum += menu->options[i].popularity;
  if (menu->n_options > 0 && fabs (sum - 1) > 0.005)
    {
      g_autofree char *element = describe (node);
      g_autofree char *text = ring_number_format (MIN (sum, 1e9), 3);

      ring_load_report_add (reader->report, RING_NOTICE_WARNING, line_of (node), element,
                            _("The popularities of the menu add up to %s; they should to 1. They "
                               "are taken in proportion."),
                            text);
    }
}

static void
read_menu (const Reader *reader, const xmlNode *node)
{
  g_autofree char *id = get (node, "id");
  g_autofree char *label = get (node, "label");
  RingBuildResult result;
  guint slots;

  if (!is_code (id))
    {
      complain (reader, node, _("A menu needs a rw:id of letters and digits. It is left out."));
      return;
    }
  if (!get_count (reader, node, "slots", &slots))
    return;
  result = ring_catalogue_builder_add_menu (reader->builder, id, label != NULL ? label : id, slots);
  if (result != RING_BUILD_OK)
    {
      complain (reader, node, explain (result));
      return;
    }
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_ours (child, "option"))
      read_option (reader, child);
  check_popularity (reader, node);
}

static void
read_fact (const Reader *reader, const xmlNode *node)
{
  g_autofree char *name = get (node, "name");
  g_autofree char *value = get (node, "value");
  double number;

  if (name == NULL || value == NULL)
    complain (reader, node, _("A fact needs rw:name and rw:value. It is left out."));
  else if ((g_str_has_suffix (name, "-price") || g_str_has_suffix (name, "-days")
            || g_str_equal (name, "orders-per-year"))
           && (!ring_number_parse (value, &number) || number < 0))
    complain (reader, node, _("This fact must be a number, written with a dot. It is left out."));
  else
    ring_catalogue_builder_set_fact (reader->builder, name, value);
}

/* Whether every one of WORDS is an option of MENU; 0 words are. */
static gboolean
are_options (const Reader *reader, const char *menu_id, const char *words)
{
  const RingCatalogue *catalogue = ring_catalogue_builder_peek (reader->builder);
  int menu = ring_catalogue_find_menu (catalogue, menu_id);
  g_auto (GStrv) list = g_strsplit (words != NULL ? words : "", " ", -1);

  for (char **p = list; *p != NULL; p++)
    if (menu < 0
        || ring_menu_find_option (ring_catalogue_get_menu (catalogue, (guint) menu), *p) < 0)
      return FALSE;
  return TRUE;
}

/* Facts that speak of the menus or of the program's faces. */
static void
check_fact (const Reader *reader, const xmlNode *node)
{
  g_autofree char *name = get (node, "name");
  g_autofree char *value = get (node, "value");

  if (g_strcmp0 (name, "limited-finish") == 0 && !are_options (reader, "finish", value))
    complain (reader, node,
              _("limited-finish must be the code of an option of the menu “finish”. The limited "
                 "edition has no finish of its own."));
  else if (g_strcmp0 (name, "engraving-faces") == 0)
    {
      g_auto (GStrv) list = g_strsplit (value != NULL ? value : "", " ", -1);
      RingFace face;

      for (char **p = list; *p != NULL; p++)
        if (!ring_face_from_id (*p, &face))
          {
            complain (reader, node,
                      _("engraving-faces may list block, italic and script, with blanks between."));
            return;
          }
    }
}

static void
read_base (const Reader *reader, const xmlNode *node)
{
  g_autofree char *price = get (node, "price");
  g_autofree char *days = get (node, "days");
  double number;

  if ((price != NULL && !ring_number_parse (price, &number))
      || (days != NULL && !ring_number_parse (days, &number)))
    {
      complain (reader, node,
                _("rw:price and rw:days of the base must be numbers, written with a "
                   "dot. The base is taken as 0."));
      return;
    }
  if (price != NULL)
    ring_catalogue_builder_set_fact (reader->builder, "base-price", price);
  if (days != NULL)
    ring_catalogue_builder_set_fact (reader->builder, "lead-days", days);
}

static void
read_ramp (const Reader *reader, const xmlNode *node)
{
  g_autofree char *menu = get (node, "menu");
  g_autofree char *code = get (node, "code");
  g_autofree char *colours = get (node, "colours");

  if (menu == NULL || code == NULL || colours == NULL || !ring_catalogue_part_is_ramp (colours))
    complain (reader, node,
              _("A ramp needs rw:menu, rw:code and 12 rw:colours of six hexadecimal "
                 "digits each. It is left out."));
  else
    ring_catalogue_builder_set_ramp (reader->builder, menu, code, colours);
}

/* Whether every "menu=code" of WORDS is in the catalogue. */
static gboolean
rule_is_known (const Reader *reader, char **words)
{
  const RingCatalogue *catalogue = ring_catalogue_builder_peek (reader->builder);
  guint n = 0;

  for (char **p = words; *p != NULL; p++)
    {
      g_auto (GStrv) pair = g_strsplit (*p, "=", 2);
      int menu;

      if (**p == '\0')
        continue;
      menu = pair[1] != NULL ? ring_catalogue_find_menu (catalogue, pair[0]) : -1;
      if (menu < 0
          || ring_menu_find_option (ring_catalogue_get_menu (catalogue, (guint) menu), pair[1]) < 0)
        return FALSE;
      n++;
    }
  return n > 0;
}

static void
read_rule (const Reader *reader, const xmlNode *node)
{
  g_autofree char *when = get (node, "when");
  g_autofree char *reason = get (node, "reason");
  g_auto (GStrv) words = g_strsplit_set (when != NULL ? when : "", " \t\n", -1);
  RingBuildResult result;

  if (!rule_is_known (reader, words))
    {
      complain (reader, node,
                _("The rule speaks of a menu or option that does not exist; write "
                   "rw:when=\"menu=CODE ...\". The rule is left out."));
      return;
    }
  result = ring_catalogue_builder_begin_rule (
      reader->builder, reason != NULL ? reason : _("This combination is not made."));
  if (result != RING_BUILD_OK)
    {
      complain (reader, node, explain (result));
      return;
    }
  for (char **p = words; *p != NULL; p++)
    {
      g_auto (GStrv) pair = g_strsplit (*p, "=", 2);

      if (**p != '\0')
        ring_catalogue_builder_add_term (reader->builder, pair[0], pair[1]);
    }
}

/* Calls FUNC for each element NAME of ours in any <metadata> of the root. Menus come before rules
 * whatever their order in the file. */
static void
each_metadata (const Reader *reader,
               const xmlNode *root,
               const char *name,
               void (*func) (const Reader *, const xmlNode *))
{
  for (const xmlNode *child = root->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && g_strcmp0 ((const char *) child->name, "metadata") == 0)
      for (const xmlNode *node = child->children; node != NULL; node = node->next)
        if (is_ours (node, name))
          func (reader, node);
}

/* Three numbers above 0; what is not there is 0. */
static void
read_mm (const Reader *reader, const xmlNode *node, double mm[3])
{
  g_autofree char *text = get (node, "mm");
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
  if (!are_options (reader, "band", part->band) || !are_options (reader, "size", part->size))
    complain (reader, node,
              _("rw:band and rw:size of a part must be codes of those menus. It is left out."));
  else if (part->size == NULL && !g_str_equal (part->part, "shank")
           && are_options (reader, "shape", part->code))
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
  g_autofree char *part = get (node, "part");
  g_autofree char *code = get (node, "code");
  g_autofree char *view = get (node, "view");
  g_autofree char *finish = get (node, "finish");
  g_autofree char *band = get (node, "band");
  g_autofree char *size = get (node, "size");
  g_autofree char *anchor = get (node, "anchor");
  g_autofree char *xml = NULL;
  const char *p = anchor;
  RingPart result = { .part = part, .code = code, .view = view, .finish = finish, .band = band,
                      .size = size };
  RingBuildResult built;
  double z;
  guint dropped;

  if (!is_code (part) || !are_codes (code) || (finish != NULL && !is_code (finish))
      || (g_strcmp0 (view, "front") != 0 && g_strcmp0 (view, "three-quarter") != 0))
    {
      complain (
          reader, node,
          _("A part needs a rw:code and a rw:view, front or three-quarter. It is left out."));
      return;
    }
  if (!get_number (reader, node, "z", &z) || !read_whom (reader, node, &result))
    return;
  read_mm (reader, node, result.mm);
  result.z = (int) CLAMP (z, -1000, 1000);
  if (p != NULL
      && (!ring_number_scan (&p, &result.anchor_x) || *p++ != ' '
          || !ring_number_scan (&p, &result.anchor_y)))
    complain (reader, node,
              _("rw:anchor must be two numbers with a space between. It is taken as 0 0."));
  result.xml = xml = ring_catalogue_part_to_xml (node, &dropped);
  if (dropped > 0)
    {
      g_autofree char *element = describe (node);

      ring_load_report_add (
          reader->report, RING_NOTICE_WARNING, line_of (node), element,
          _("The part holds %u things that are neither paths nor plain colours, "
             "which are not drawn; in Inkscape, use Path, Object to Path and flat "
             "colours."),
          dropped);
    }
  built = ring_catalogue_builder_add_part (reader->builder, &result);
  if (built == RING_BUILD_TOO_MANY)
    complain (reader, node, explain (built));
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
      g_autofree char *part = child->type == XML_ELEMENT_NODE ? get (child, "part") : NULL;

      if (part != NULL)
        read_part (reader, child);
      else if (child->type == XML_ELEMENT_NODE)
        read_parts (reader, child);
    }
}

static gboolean
check_root (const xmlNode *root, GError **error)
{
  g_autofree char *kind = root != NULL ? get (root, "kind") : NULL;
  g_autofree char *version = root != NULL ? get (root, "version") : NULL;

  if (g_strcmp0 (kind, "catalogue") != 0)
    {
      g_set_error_literal (error, RING_ERROR, RING_ERROR_FORMAT,
                           _("The file is no catalogue: its root has no rw:kind=\"catalogue\""));
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
read_root (const xmlNode *root, RingLoadReport *report, GError **error)
{
  g_autofree char *id = get (root, "catalogue");
  g_autofree char *name = get (root, "name");
  g_autofree char *edition = get (root, "edition");
  g_autofree char *currency = get (root, "currency");
  Reader reader = { .report = report };

  if (!is_code (id))
    {
      g_set_error_literal (
          error, RING_ERROR, RING_ERROR_FORMAT,
          _("The catalogue has no rw:catalogue, the id that item numbers belong to"));
      return NULL;
    }
  reader.builder = ring_catalogue_builder_new (id, name != NULL ? name : id, edition, currency);
  each_metadata (&reader, root, "base", read_base);
  each_metadata (&reader, root, "fact", read_fact);
  each_metadata (&reader, root, "menu", read_menu);
  each_metadata (&reader, root, "ramp", read_ramp);
  each_metadata (&reader, root, "not-made", read_rule);
  each_metadata (&reader, root, "fact", check_fact);
  read_parts (&reader, root);
  ring_catalogue_part_check_all (reader.builder, root, report);
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

RingCatalogue *
ring_catalogue_read (const char *bytes, gsize n_bytes, RingLoadReport *report, GError **error)
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
    catalogue = read_root (xmlDocGetRootElement (doc), report, error);
  xmlFreeDoc (doc);
  return catalogue;
}

RingCatalogue *
ring_catalogue_read_file (const char *path, RingLoadReport *report, GError **error)
{
  g_autofree char *bytes = NULL;
  gsize n_bytes;
  RingCatalogue *catalogue;

  if (!g_file_get_contents (path, &bytes, &n_bytes, error))
    return NULL;
  catalogue = ring_catalogue_read (bytes, n_bytes, report, error);
  if (catalogue == NULL)
    g_prefix_error (error, "%s: ", path);
  return catalogue;
}

typedef struct
{
  RingCatalogue *catalogue;
  RingLoadReport *report;
} Bundled;

static gpointer
read_bundled (gpointer data)
{
  static Bundled bundled;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RING_APP_PATH "/catalogue/house.svg",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  bundled.report = ring_load_report_new ();
  if (bytes != NULL)
    bundled.catalogue = ring_catalogue_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                             bundled.report, &error);
  if (bundled.catalogue == NULL)
    g_critical ("The bundled catalogue cannot be read: %s", error->message);
  return &bundled;
}

static const Bundled *
get_bundled (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_bundled, NULL);
}

RingCatalogue *
ring_catalogue_get_bundled (void)
{
  return get_bundled ()->catalogue;
}

const RingLoadReport *
ring_catalogue_get_bundled_report (void)
{
  return get_bundled ()->report;
}
