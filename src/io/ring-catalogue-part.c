/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-catalogue-part.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-catalogue-notice.h"
#include "ring-svg-style.h"
#include "ring-text.h"

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
write_attribute (Writer *writer, const char *name, const char *value)
{
  if (value == NULL || !is_plain (value))
    return;
  g_string_append_printf (writer->out, " %s=\"", name);
  ring_text_append_escaped (writer->out, value);
  g_string_append_c (writer->out, '"');
}

/* Inkscape writes paint as style="fill:#e8c268;fill-rule:evenodd", and leaves an older attribute
 * beside it, which every viewer passes over. */
static void
write_styled (Writer *writer, const xmlNode *node)
{
  for (guint i = 0; attributes[i] != NULL; i++)
    {
      g_autofree char *value = ring_catalogue_node_get_style (node, attributes[i]);

      write_attribute (writer, attributes[i], value);
    }
}

static void
write_attributes (Writer *writer, const xmlNode *node)
{
  if (xmlHasProp ((xmlNode *) node, (const xmlChar *) "style") != NULL)
    {
      write_styled (writer, node);
      return;
    }
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      xmlChar *value;

      if (attribute->ns != NULL || !g_strv_contains (attributes, name))
        continue;
      value = xmlNodeListGetString (node->doc, attribute->children, 1);
      write_attribute (writer, name, (const char *) value);
      xmlFree (value);
    }
}

gboolean
ring_catalogue_part_draws (const xmlNode *node)
{
  return g_strv_contains (elements, (const char *) node->name);
}

/* What programs leave beside the drawing and nobody sees. */
gboolean
ring_catalogue_part_is_silent (const xmlNode *node)
{
  static const char *const names[] = { "title", "desc", "metadata", "defs", NULL };

  return g_strv_contains (names, (const char *) node->name)
         || (node->ns != NULL && !g_str_equal ((const char *) node->ns->href, RING_SVG_URI));
}

/* Depth is bounded by the guard before the parser. */
static void
write_node (Writer *writer, const xmlNode *node)
{
  const char *name = (const char *) node->name;

  if (!g_strv_contains (elements, name))
    {
      writer->dropped += !ring_catalogue_part_is_silent (node);
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
ring_catalogue_part_is_ramp (const char *colours, guint *n)
{
  g_auto (GStrv) list = g_strsplit_set (colours, " \t\n", -1);
  gboolean good = TRUE;

  *n = 0;
  for (char **p = list; *p != NULL; p++)
    {
      if (**p == '\0')
        continue;
      good = good && strlen (*p) == 6 && strspn (*p, "0123456789abcdefABCDEF") == 6;
      ++*n;
    }
  return good && *n == RING_CATALOGUE_TONES;
}

/* The option with CODE in the menu with ID. */
static const xmlNode *
find_option (const xmlNode *node, const char *menu, const char *code)
{
  g_autofree char *id = ring_catalogue_node_get (node, "id");

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      const xmlNode *found = NULL;

      if (ring_catalogue_node_is_ours (child, "option") && g_strcmp0 (id, menu) == 0)
        {
          g_autofree char *own = ring_catalogue_node_get (child, "code");

          found = g_strcmp0 (own, code) == 0 ? child : NULL;
        }
      else if (child->type == XML_ELEMENT_NODE
               && (g_strcmp0 ((const char *) child->name, "metadata") == 0
                   || g_strcmp0 ((const char *) child->name, "menu") == 0))
        found = find_option (child, menu, code);
      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  RingCatalogueBuilder *builder;
  const RingCatalogue *catalogue;
  const xmlNode *root;
  RingLoadReport *report;
} Search;

/* What is said of OPTION when the part is not drawn at all, or not in both views. */
static void
note_missing (const Search *search,
              const char *part,
              const char *code,
              const char *finish,
              const xmlNode *option,
              gboolean front)
{
  if (front)
    ring_catalogue_note (search->report, option, RING_NOTICE_WARNING,
                         _("The %s %s is not drawn in the three-quarter view; draw a group "
                           "with rw:part=\"%s\" rw:code=\"%s\" rw:view=\"three-quarter\"."),
                         part, code, part, code);
  else if (finish[0] != '\0')
    ring_catalogue_note (search->report, option, RING_NOTICE_ERROR,
                         _("There is no drawing of the %s %s in the finish %s, so these rings are "
                           "not offered; draw a group with rw:part=\"%s\" rw:code=\"%s\" "
                           "rw:finish=\"%s\" rw:view=\"front\". Without rw:finish it would serve "
                           "every finish."),
                         part, code, finish, part, code, finish);
  else
    ring_catalogue_note (search->report, option, RING_NOTICE_ERROR,
                         _("There is no drawing of the %s %s, so these rings are not offered; draw "
                           "a group with rw:part=\"%s\" rw:code=\"%s\" rw:view=\"front\"."),
                         part, code, part, code);
}

/* A catalogue is shown from the front; the three-quarter view may follow. */
static gboolean
check_view (const Search *search,
            const char *part,
            const char *code,
            const char *finish,
            const char *menu,
            const char *option)
{
  gboolean front
      = ring_catalogue_builder_has_part (search->builder, part, code, "front", finish);
  const xmlNode *node;

  if ((front
       && ring_catalogue_builder_has_part (search->builder, part, code, "three-quarter", finish))
      /* Then nothing is worth looking for. */
      || ring_load_report_is_full (search->report))
    return front;
  node = find_option (search->root, menu, option);
  if (node != NULL)
    note_missing (search, part, code, finish, node, front);
  return front;
}

/* A rule for FIRST of MENU, with each option of OTHER for which BAD is set. */
static void
forbid (const Search *search,
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
          && ring_catalogue_builder_begin_rule (search->builder,
                                                _("The catalogue has no drawing of it."))
                 != RING_BUILD_OK)
        return;
      begun = TRUE;
      ring_catalogue_builder_add_term (search->builder, menu->id, first->code);
      ring_catalogue_builder_add_term (search->builder, other->id, other->options[i].code);
    }
}

static gboolean
shank_is_drawn (const Search *search, const RingOption *band, const RingOption *finish)
{
  return check_view (search, "shank", band->code, finish->code, "band", band->code);
}

/* Either one drawing serves every size, or each has its own. */
static gboolean
part_is_drawn (const Search *search,
               const char *part,
               const RingOption *shape,
               const RingOption *size)
{
  g_autofree char *own = g_strdup_printf ("%s-%s", shape->code, size->code);
  gboolean one = ring_catalogue_builder_has_part (search->builder, part, shape->code, "front", "");

  return check_view (search, part, one ? shape->code : own, "", "shape", shape->code);
}

static gboolean
stone_is_drawn (const Search *search, const RingOption *shape, const RingOption *size)
{
  gboolean stone = part_is_drawn (search, "stone", shape, size);
  gboolean head = part_is_drawn (search, "head", shape, size);

  return stone && head;
}

/* What a rule forbids anyway needs no drawing. */
static void
check_pairs (const Search *search,
             const char *menu_id,
             const char *other_id,
             gboolean (*is_drawn) (const Search *, const RingOption *, const RingOption *))
{
  int a = ring_catalogue_find_menu (search->catalogue, menu_id);
  int b = ring_catalogue_find_menu (search->catalogue, other_id);
  const RingMenu *menu, *other;
  g_autofree gboolean *bad = NULL;

  if (a < 0 || b < 0)
    return;
  menu = ring_catalogue_get_menu (search->catalogue, (guint) a);
  other = ring_catalogue_get_menu (search->catalogue, (guint) b);
  bad = g_new0 (gboolean, other->n_options + 1);
  for (guint i = 0; i < menu->n_options; i++)
    {
      for (guint j = 0; j < other->n_options; j++)
        bad[j] = !ring_catalogue_builder_forbids (search->builder, (guint) a, i, (guint) b, j)
                 && !is_drawn (search, &menu->options[i], &other->options[j]);
      forbid (search, menu, &menu->options[i], other, bad);
    }
}

void
ring_catalogue_part_forbid_missing (RingCatalogueBuilder *builder, const xmlNode *root, RingLoadReport *report)
{
  Search search = { builder, ring_catalogue_builder_peek (builder), root, report };

  check_pairs (&search, "band", "finish", shank_is_drawn);
  check_pairs (&search, "shape", "size", stone_is_drawn);
}
