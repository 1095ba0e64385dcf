/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-catalogue-notice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-number.h"
#include "ring-svg-style.h"

char *
ring_catalogue_node_get (const xmlNode *node, const char *name)
{
  xmlChar *value
      = xmlGetNsProp ((xmlNode *) node, (const xmlChar *) name, (const xmlChar *) RING_RW_URI);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

char *
ring_catalogue_node_get_plain (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp ((xmlNode *) node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

char *
ring_catalogue_node_get_style (const xmlNode *node, const char *name)
{
  g_autofree char *style = ring_catalogue_node_get_plain (node, "style");
  char *value = style != NULL ? ring_svg_style_get (style, name) : NULL;

  return value != NULL ? value : ring_catalogue_node_get_plain (node, name);
}

gboolean
ring_catalogue_node_is_ours (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL
         && g_strcmp0 ((const char *) node->ns->href, RING_RW_URI) == 0
         && g_strcmp0 ((const char *) node->name, name) == 0;
}

/* The nearest group around NODE, or itself, that is a part; NULL outside of parts. */
static const xmlNode *
find_part (const xmlNode *node)
{
  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      g_autofree char *part = ring_catalogue_node_get (node, "part");

      if (part != NULL)
        return node;
    }
  return NULL;
}

/* "shank SD, finish P, front view" */
static char *
describe_part (const xmlNode *node)
{
  g_autofree char *part = ring_catalogue_node_get (node, "part");
  g_autofree char *code = ring_catalogue_node_get (node, "code");
  g_autofree char *finish = ring_catalogue_node_get (node, "finish");
  g_autofree char *view = ring_catalogue_node_get (node, "view");
  GString *text = g_string_new (part);

  if (code != NULL)
    g_string_append_printf (text, " %s", code);
  if (finish != NULL)
    /* Translators: of a part of the catalogue; the code of its finish. */
    g_string_append_printf (text, _ (", finish %s"), finish);
  if (view != NULL)
    /* Translators: of a part of the catalogue; "front" or "three-quarter". */
    g_string_append_printf (text, _ (", %s view"), view);
  return g_string_free (text, FALSE);
}

static char *
describe_art (const xmlNode *node, const xmlNode *part)
{
  g_autofree char *id = ring_catalogue_node_get_plain (node, "id");
  g_autofree char *words = describe_part (part);

  if (node == part)
    return id != NULL ? g_strdup_printf ("%s (id %s)", words, id) : g_steal_pointer (&words);
  if (id != NULL)
    /* Translators: an element of SVG, its id, and the part of the catalogue that it stands in. */
    return g_strdup_printf (_ ("%s %s in the %s"), (const char *) node->name, id, words);
  /* Translators: an element of SVG, and the part of the catalogue that it stands in. */
  return g_strdup_printf (_ ("%s in the %s"), (const char *) node->name, words);
}

static char *
describe_option (const xmlNode *node)
{
  g_autofree char *code = ring_catalogue_node_get (node, "code");
  g_autofree char *label = ring_catalogue_node_get (node, "label");
  g_autofree char *menu
      = node->parent != NULL ? ring_catalogue_node_get (node->parent, "id") : NULL;

  /* Translators: the code, the name and the menu of an option. */
  return g_strdup_printf (_ ("option %s “%s” of the menu %s"), code != NULL ? code : "?",
                          label != NULL ? label : "", menu != NULL ? menu : "?");
}

/* What a person looks for in the file: the first name it has. */
static char *
describe (const xmlNode *node)
{
  static const char *const names[] = { "id", "name", "when", "code" };
  const xmlNode *part = find_part (node);
  g_autofree char *id = NULL;

  if (ring_catalogue_node_is_ours (node, "option"))
    return describe_option (node);
  if (part != NULL)
    return describe_art (node, part);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *value = ring_catalogue_node_get (node, names[i]);

      if (value != NULL)
        return g_strdup_printf ("%s %s", (const char *) node->name, value);
    }
  id = ring_catalogue_node_get_plain (node, "id");
  return id != NULL ? g_strdup_printf ("%s %s", (const char *) node->name, id)
                    : g_strdup ((const char *) node->name);
}

void
ring_catalogue_note (
    RingLoadReport *report, const xmlNode *node, RingNoticeLevel level, const char *format, ...)
{
  g_autofree char *element = NULL;
  g_autofree char *message = NULL;
  long line = xmlGetLineNo ((xmlNode *) node);
  va_list args;

  if (ring_load_report_is_full (report))
    return;
  element = describe (node);
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  ring_load_report_add (report, level, (guint) MAX (line, 0), element, "%s", message);
}

gboolean
ring_catalogue_is_code (const char *text)
{
  gsize n = text != NULL ? strlen (text) : 0;

  if (n < 1 || n > 24)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isalnum (text[i]) && strchr ("._-", text[i]) == NULL)
      return FALSE;
  return TRUE;
}

gboolean
ring_catalogue_scan_point (const char *text, RingPoint *point)
{
  RingPoint found;

  if (!ring_number_scan (&text, &found.x) || *text++ != ' ' || !ring_number_scan (&text, &found.y))
    return FALSE;
  *point = found;
  return TRUE;
}

gboolean
ring_catalogue_node_get_number (RingLoadReport *report,
                                const xmlNode *node,
                                const char *name,
                                double *value)
{
  g_autofree char *text = ring_catalogue_node_get (node, name);

  *value = 0;
  if (text == NULL || ring_number_parse (text, value))
    return TRUE;
  ring_catalogue_note (report, node, RING_NOTICE_ERROR,
                       _ ("“%s” of rw:%s is no number; write it with a dot and without a "
                          "currency, as in 1250.50. It is left out."),
                       text, name);
  return FALSE;
}
