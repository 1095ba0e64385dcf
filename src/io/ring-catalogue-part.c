/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-catalogue-part.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-text.h"

#define RAMP_TONES 12
#define MAX_LINES 1000

/* Shapes that Inkscape may leave beside paths. Everything else is not drawn: a catalogue is the
 * one file of other people that the program paints in its own process. */
static const char *const elements[] = {
  "g", "path", "circle", "ellipse", "rect", "line", "polygon", "polyline", NULL,
};
static const char *const attributes[] = {
  "d",
  "class",
  "fill",
  "fill-rule",
  "fill-opacity",
  "opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-linecap",
  "stroke-linejoin",
  "transform",
  "points",
  "cx",
  "cy",
  "r",
  "rx",
  "ry",
  "x",
  "y",
  "width",
  "height",
  "x1",
  "y1",
  "x2",
  "y2",
  NULL,
};

typedef struct
{
  GString *out;
  guint dropped;
} Writer;

/* Values that point elsewhere could make the painter fetch or loop. */
static gboolean
is_plain (const char *value)
{
  return strstr (value, "url(") == NULL && strchr (value, '\\') == NULL;
}

static void
write_value (Writer *writer, const char *name, const char *value)
{
  if (!g_strv_contains (attributes, name) || !is_plain (value))
    return;
  g_string_append_printf (writer->out, " %s=\"", name);
  ring_text_append_escaped (writer->out, value);
  g_string_append_c (writer->out, '"');
}

/* Inkscape writes paint as style="fill:#e8c268;fill-rule:evenodd". */
static void
write_style (Writer *writer, const xmlNode *node, const char *style)
{
  g_auto (GStrv) rules = g_strsplit (style, ";", -1);

  for (char **p = rules; *p != NULL; p++)
    {
      g_auto (GStrv) pair = g_strsplit (*p, ":", 2);

      if (pair[0] == NULL || pair[1] == NULL)
        continue;
      g_strstrip (pair[0]);
      if (xmlHasProp ((xmlNode *) node, (const xmlChar *) pair[0]) == NULL)
        write_value (writer, pair[0], g_strstrip (pair[1]));
    }
}

static void
write_attributes (Writer *writer, const xmlNode *node)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      xmlChar *value;

      if (attribute->ns != NULL)
        continue;
      value = xmlNodeListGetString (node->doc, attribute->children, 1);
      if (value == NULL)
        continue;
      if (g_strcmp0 ((const char *) attribute->name, "style") == 0)
        write_style (writer, node, (const char *) value);
      else
        write_value (writer, (const char *) attribute->name, (const char *) value);
      xmlFree (value);
    }
}

/* Depth is bounded by the guard before the parser. */
static void
write_node (Writer *writer, const xmlNode *node)
{
  const char *name = (const char *) node->name;

  if (!g_strv_contains (elements, name))
    {
      writer->dropped++;
      return;
    }
  g_string_append_printf (writer->out, "<%s", name);
  write_attributes (writer, node);
  g_string_append_c (writer->out, '>');
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      write_node (writer, child);
  g_string_append_printf (writer->out, "</%s>", name);
}

char *
ring_catalogue_part_to_xml (const xmlNode *node, guint *dropped)
{
  Writer writer = { .out = g_string_new (NULL) };

  write_node (&writer, node);
  *dropped = writer.dropped;
  return g_string_free (writer.out, FALSE);
}

gboolean
ring_catalogue_part_is_ramp (const char *colours)
{
  g_auto (GStrv) list = g_strsplit (colours, " ", -1);
  guint n = 0;

  for (char **p = list; *p != NULL; p++)
    {
      if (**p == '\0')
        continue;
      if (strlen (*p) != 6 || strspn (*p, "0123456789abcdefABCDEF") != 6)
        return FALSE;
      n++;
    }
  return n == RAMP_TONES;
}

/* The line of the option with CODE in the menu with ID. */
static guint
find_line (const xmlNode *node, const char *menu, const char *code)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      xmlChar *id, *own;
      gboolean found;
      guint line = 0;

      if (child->type != XML_ELEMENT_NODE)
        continue;
      own = xmlGetProp ((xmlNode *) child, (const xmlChar *) "code");
      id = xmlGetProp ((xmlNode *) node, (const xmlChar *) "id");
      found = g_strcmp0 ((const char *) child->name, "option") == 0
              && g_strcmp0 ((const char *) own, code) == 0
              && g_strcmp0 ((const char *) id, menu) == 0;
      xmlFree (own);
      xmlFree (id);
      if (found)
        return (guint) MAX (xmlGetLineNo ((xmlNode *) child), 0);
      if (g_strcmp0 ((const char *) child->name, "metadata") == 0
          || g_strcmp0 ((const char *) child->name, "menu") == 0)
        line = find_line (child, menu, code);
      if (line > 0)
        return line;
    }
  return 0;
}

typedef struct
{
  RingCatalogueBuilder *builder;
  const RingCatalogue *catalogue;
  const xmlNode *root;
  RingLoadReport *report;
} Checker;

/* A catalogue is shown from the front; the three-quarter view may follow. */
static gboolean
check_view (const Checker *checker,
            const char *part,
            const char *code,
            const char *finish,
            const char *menu,
            const char *option)
{
  g_autofree char *element = g_strdup_printf ("option %s", option);
  guint line;

  if (ring_catalogue_builder_has_part (checker->builder, part, code, "front", finish)
      && ring_catalogue_builder_has_part (checker->builder, part, code, "three-quarter", finish))
    return TRUE;
  /* A report that is full takes no more: then nothing is worth looking for. */
  line = checker->report != NULL && ring_load_report_get_n (checker->report) < MAX_LINES
             ? find_line (checker->root, menu, option)
             : 0;
  if (ring_catalogue_builder_has_part (checker->builder, part, code, "front", finish))
    {
      ring_load_report_add (
          checker->report, RING_NOTICE_WARNING, line, element,
          _("The part %s %s is not drawn in the three-quarter view; draw a group "
             "with rw:part=\"%s\" rw:code=\"%s\" rw:view=\"three-quarter\"."),
          part, code, part, code);
      return TRUE;
    }
  ring_load_report_add (checker->report, RING_NOTICE_ERROR, line, element,
                        _("The part %s %s %s is missing, so these rings are not offered; draw a "
                           "group with rw:part=\"%s\" rw:code=\"%s\" rw:view=\"front\"."),
                        part, code, finish, part, code);
  return FALSE;
}

/* A rule for FIRST of MENU, with each option of OTHER for which BAD is set. */
static void
forbid (const Checker *checker,
        const RingMenu *menu,
        const RingOption *first,
        const RingMenu *other,
        const gboolean *bad)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < other->n_options; i++)
    {
      if (!bad[i])
        continue;
      if (!begun
          && ring_catalogue_builder_begin_rule (checker->builder,
                                                _("The catalogue has no drawing of it."))
                 != RING_BUILD_OK)
        return;
      begun = TRUE;
      ring_catalogue_builder_add_term (checker->builder, menu->id, first->code);
      ring_catalogue_builder_add_term (checker->builder, other->id, other->options[i].code);
    }
}

static gboolean
shank_is_drawn (const Checker *checker, const RingOption *band, const RingOption *finish)
{
  return check_view (checker, "shank", band->code, finish->code, "band", band->code);
}

/* Either one drawing serves every size, or each has its own. */
static gboolean
part_is_drawn (const Checker *checker,
               const char *part,
               const RingOption *shape,
               const RingOption *size)
{
  g_autofree char *own = g_strdup_printf ("%s-%s", shape->code, size->code);
  gboolean one = ring_catalogue_builder_has_part (checker->builder, part, shape->code, "front", "");

  return check_view (checker, part, one ? shape->code : own, "", "shape", shape->code);
}

static gboolean
stone_is_drawn (const Checker *checker, const RingOption *shape, const RingOption *size)
{
  gboolean stone = part_is_drawn (checker, "stone", shape, size);
  gboolean head = part_is_drawn (checker, "head", shape, size);

  return stone && head;
}

/* What a rule forbids anyway needs no drawing. */
static void
check_pairs (const Checker *checker,
             const char *menu_id,
             const char *other_id,
             gboolean (*is_drawn) (const Checker *, const RingOption *, const RingOption *))
{
  int a = ring_catalogue_find_menu (checker->catalogue, menu_id);
  int b = ring_catalogue_find_menu (checker->catalogue, other_id);
  const RingMenu *menu, *other;
  g_autofree gboolean *bad = NULL;

  if (a < 0 || b < 0)
    return;
  menu = ring_catalogue_get_menu (checker->catalogue, (guint) a);
  other = ring_catalogue_get_menu (checker->catalogue, (guint) b);
  bad = g_new0 (gboolean, other->n_options + 1);
  for (guint i = 0; i < menu->n_options; i++)
    {
      for (guint j = 0; j < other->n_options; j++)
        bad[j] = !ring_catalogue_builder_forbids (checker->builder, (guint) a, i, (guint) b, j)
                 && !is_drawn (checker, &menu->options[i], &other->options[j]);
      forbid (checker, menu, &menu->options[i], other, bad);
    }
}

void
ring_catalogue_part_check_all (RingCatalogueBuilder *builder,
                               const xmlNode *root,
                               RingLoadReport *report)
{
  Checker checker = { builder, ring_catalogue_builder_peek (builder), root, report };

  check_pairs (&checker, "band", "finish", shank_is_drawn);
  check_pairs (&checker, "shape", "size", stone_is_drawn);
}
