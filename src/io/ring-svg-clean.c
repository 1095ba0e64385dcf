/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-svg-clean.h"

#include <string.h>
#include <glib/gi18n-lib.h>

static gboolean
is_one_of (const char *name, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Matched by local name in any namespace: what one viewer ignores another may run. */
static gboolean
is_active_element (const RingSvgNode *node)
{
  static const char *const names[] = { "script",
                                       "foreignObject",
                                       "style",
                                       "animate",
                                       "animateTransform",
                                       "animateMotion",
                                       "animateColor",
                                       "set",
                                       "discard",
                                       "mpath",
                                       "handler",
                                       "listener",
                                       "iframe",
                                       "object",
                                       "embed",
                                       "link",
                                       "meta",
                                       "base",
                                       "audio",
                                       "video",
                                       "form",
                                       NULL };

  return node->ns == RING_NS_XINCLUDE || node->ns == RING_NS_XHTML || is_one_of (node->name, names);
}

/* Programs and people write references with spaces and line ends before them. */
static const char *
skip_space (const char *text)
{
  return text + strspn (text, " \t\r\n\f");
}

static gboolean
is_inner_reference (const char *value)
{
  static const char *const images[] = { "data:image/png", "data:image/jpeg", "data:image/jpg",
                                        "data:image/gif", "data:image/webp" };

  value = skip_space (value);
  if (*value == '#' || *value == '\0')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (images); i++)
    if (g_ascii_strncasecmp (value, images[i], strlen (images[i])) == 0)
      return TRUE;
  return FALSE;
}

static const char *
find_ignoring_case (const char *text, const char *word)
{
  gsize n = strlen (word);

  for (; *text != '\0'; text++)
    if (g_ascii_strncasecmp (text, word, n) == 0)
      return text;
  return NULL;
}

/* Any url() that leads out of the file. A backslash could hide one from this search. */
static gboolean
has_outer_url (const char *value)
{
  const char *p = value;

  if (strchr (value, '(') == NULL && strchr (value, '@') == NULL)
    return FALSE;
  if (strchr (value, '\\') != NULL || find_ignoring_case (value, "@import") != NULL
      || find_ignoring_case (value, "expression(") != NULL)
    return TRUE;
  while ((p = find_ignoring_case (p, "url(")) != NULL)
    {
      p = skip_space (p + 4);
      if (*p == '"' || *p == '\'')
        p = skip_space (p + 1);
      if (*p != '#' && !is_inner_reference (p))
        return TRUE;
    }
  return FALSE;
}

gboolean
ring_svg_attribute_is_active (const RingSvgAttribute *a)
{
  static const char *const references[] = { "href", "src", "base", "data", "action", NULL };

  if (a->ns == RING_NS_RW || a->ns == RING_NS_OTHER)
    return FALSE;
  if (a->ns == RING_NS_XLINK || a->ns == RING_NS_XML || a->ns == RING_NS_NONE
      || a->ns == RING_NS_SVG)
    {
      if (is_one_of (a->name, references))
        return !is_inner_reference (a->value);
    }
  if (g_ascii_strncasecmp (a->name, "on", 2) == 0)
    return TRUE;
  /* Path data and points hold no parentheses and can be large. */
  if (strcmp (a->name, "d") == 0 || strcmp (a->name, "points") == 0)
    return FALSE;
  return has_outer_url (a->value);
}

static void
left_out (RingLoadReport *report, const RingSvgNode *node, const char *what)
{
  g_autofree char *element = ring_svg_node_describe (node);

  ring_load_report_add (report, RING_NOTICE_WARNING, node->line, element,
                        _ ("%s was left out: it runs or fetches something, which a design never "
                           "does. The file keeps it until you save."),
                        what);
  ring_load_report_set_left_out (report, TRUE);
}

static void
clean_attributes (RingSvgNode *node, RingLoadReport *report)
{
  guint kept = 0;

  for (guint i = 0; i < node->n_attributes; i++)
    {
      if (ring_svg_attribute_is_active (&node->attributes[i]))
        {
          g_autofree char *what
              = g_strdup_printf (_ ("The attribute “%s”"), node->attributes[i].name);

          left_out (report, node, what);
        }
      else
        node->attributes[kept++] = node->attributes[i];
    }
  node->n_attributes = kept;
}

/* A link becomes a plain group: what it shows is inert. */
static void
unlink_group (RingSvgNode *node, RingLoadReport *report)
{
  guint kept = 0;

  left_out (report, node, _ ("A link"));
  node->name = "g";
  for (guint i = 0; i < node->n_attributes; i++)
    if (node->attributes[i].ns != RING_NS_XLINK && strcmp (node->attributes[i].name, "href") != 0
        && strcmp (node->attributes[i].name, "target") != 0)
      node->attributes[kept++] = node->attributes[i];
  node->n_attributes = kept;
}

static void
clean_children (RingSvgNode *node, RingLoadReport *report)
{
  RingSvgNode **link = &node->first;
  RingSvgNode *last = NULL;

  while (*link != NULL)
    {
      if (ring_svg_clean (*link, report))
        {
          last = *link;
          link = &last->next;
        }
      else
        *link = (*link)->next;
    }
  node->last = last;
}

static gboolean
has_href (const RingSvgNode *node)
{
  return ring_svg_node_get (node, RING_NS_XLINK, "href") != NULL
         || ring_svg_node_get (node, RING_NS_NONE, "href") != NULL;
}

gboolean
ring_svg_clean (RingSvgNode *node, RingLoadReport *report)
{
  guint n;

  if (node->type == RING_NODE_INSTRUCTION && strcmp (node->name, "xml-stylesheet") == 0)
    {
      left_out (report, node, _ ("A style sheet"));
      return FALSE;
    }
  if (node->type != RING_NODE_ELEMENT)
    return TRUE;
  if (is_active_element (node))
    {
      g_autofree char *what = g_strdup_printf (_ ("The element <%s>"), node->name);

      left_out (report, node, what);
      return FALSE;
    }
  if (node->ns == RING_NS_SVG && strcmp (node->name, "a") == 0)
    unlink_group (node, report);
  n = node->n_attributes;
  clean_attributes (node, report);
  /* What fetched its picture has none any more, and would only be an empty frame. */
  if (ring_svg_node_is (node, "image") && node->n_attributes < n && !has_href (node))
    return FALSE;
  clean_children (node, report);
  return TRUE;
}

gboolean
ring_svg_is_graphical (const RingSvgNode *node)
{
  static const char *const shown[]
      = { "circle",   "ellipse", "g",      "image", "line", "path", "polygon",
          "polyline", "rect",    "switch", "svg",   "text", "use",  NULL };

  return node->type == RING_NODE_ELEMENT && node->ns == RING_NS_SVG
         && g_strv_contains (shown, node->name);
}
