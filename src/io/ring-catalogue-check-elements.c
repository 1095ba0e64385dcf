/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-catalogue-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-catalogue-notice.h"
#include "ring-catalogue-part.h"
#include "ring-error.h"
#include "ring-number.h"
#include "ring-path.h"
#include "ring-svg-style.h"

/* The half side of a square about the finger's centre in which every ring lies, mm: the largest
 * reaches 25 with its stone. */
#define REACH 30.0

/* What an element has from the groups around it. */
typedef struct
{
  RingMatrix matrix;
  gboolean fill, stroke;
  gboolean tone; /* its fill is a tone of a ramp */
} Style;

typedef struct
{
  RingLoadReport *report;
  RingPartDrawn drawn;
} Checker;

static gboolean
is_called (const xmlNode *node, const char *name)
{
  return g_strcmp0 ((const char *) node->name, name) == 0;
}

/* Elements that the reader leaves out; each has its own cure. */
static void
check_foreign (const Checker *checker, const xmlNode *node)
{
  const char *message;

  if (ring_catalogue_part_is_silent (node))
    return;
  if (is_called (node, "text") || is_called (node, "flowRoot"))
    message = _ ("Text is not drawn, since another machine may lack its typeface. Choose Path, "
                 "Object to Path.");
  else if (is_called (node, "image"))
    message = _ ("A picture of pixels is not drawn. Draw it as paths, or use Path, Trace Bitmap, "
                 "and delete the picture.");
  else if (is_called (node, "use"))
    message = _ ("A clone is not drawn, since it points to another place. Choose Edit, Clone, "
                 "Unlink Clone.");
  else
    message = _ ("Such an element is not drawn. Choose Path, Object to Path, or delete it.");
  ring_catalogue_note (checker->report, node, RING_NOTICE_ERROR, "%s", message);
}

/* "#a" stays in the file; "ring.png" and "https://..." do not, and are never fetched. */
static void
check_links (const Checker *checker, const xmlNode *node)
{
  for (const xmlAttr *a = node->properties; a != NULL; a = a->next)
    {
      xmlChar *value;

      if (g_strcmp0 ((const char *) a->name, "href") != 0)
        continue;
      value = xmlNodeListGetString (node->doc, a->children, 1);
      if (value != NULL && value[0] != '#' && !g_str_has_prefix ((const char *) value, "data:"))
        ring_catalogue_note (checker->report, node, RING_NOTICE_ERROR,
                             _ ("It points to “%s”, outside of this file. Nothing is ever fetched "
                                "for a catalogue: draw it here as paths and delete the link."),
                             (const char *) value);
      xmlFree (value);
    }
}

/* Paint that the program cannot colour: the reader leaves it out. */
static void
check_url (const Checker *checker, const xmlNode *node, const char *name, const char *message)
{
  g_autofree char *value = ring_catalogue_node_get_style (node, name);

  if (value != NULL && strstr (value, "url(") != NULL)
    ring_catalogue_note (checker->report, node, RING_NOTICE_ERROR, "%s", message);
}

static void
check_urls (const Checker *checker, const xmlNode *node)
{
  check_url (
      checker, node, "fill",
      _ ("Its fill is a gradient or a pattern, which is not drawn. Give it a flat colour and a "
         "class, and draw the shading as more paths, from dark to light."));
  check_url (
      checker, node, "stroke",
      _ ("Its outline is a gradient or a pattern, which is not drawn. Choose Path, Stroke to Path, "
         "and give the new path a flat colour and a class."));
  check_url (
      checker, node, "filter",
      _ ("It has a filter, such as a blur, which is not drawn. Choose Filters, Remove Filters."));
  check_url (
      checker, node, "clip-path",
      _ ("It has a clip, which is not drawn. Choose Object, Clip, Release Clip, and cut the path "
         "with Path, Intersection."));
  check_url (
      checker, node, "mask",
      _ ("It has a mask, which is not drawn. Choose Object, Mask, Release Mask, and cut the path "
         "with Path, Intersection."));
}

/* Which ramp NAME is a tone of: 'm', 'g' or 0. */
static char
find_ramp (const char *name)
{
  const char *digits = strchr (name, '-');
  guint64 step;

  if (digits == NULL || !g_ascii_string_to_unsigned (digits + 1, 10, 0, RING_CATALOGUE_TONES - 1, &step, NULL)
      || (digits[1] == '0' && digits[2] != '\0'))
    return 0;
  if (g_str_has_prefix (name, "metal-"))
    return 'm';
  return g_str_has_prefix (name, "gem-") ? 'g' : 0;
}

static void
check_classes (Checker *checker, const xmlNode *node, Style *style)
{
  g_autofree char *text = ring_catalogue_node_get_plain (node, "class");
  g_auto (GStrv) names = g_strsplit_set (text != NULL ? text : "", " \t\n", -1);

  for (char **name = names; *name != NULL; name++)
    {
      char ramp = find_ramp (*name);

      if (**name == '\0')
        continue;
      style->tone = style->tone || ramp != 0;
      checker->drawn.metal = checker->drawn.metal || ramp == 'm';
      checker->drawn.gem = checker->drawn.gem || ramp == 'g';
      if (ramp == 0)
        ring_catalogue_note (checker->report, node, RING_NOTICE_ERROR,
                             _ ("The class “%s” is no tone, so its colour stays the same in every "
                                "metal. Tones are metal-0 (dark) to metal-11 (light), and gem-0 to "
                                "gem-11 for the stone."),
                             *name);
    }
}

static void
check_fill (const Checker *checker, const xmlNode *node, Style *style)
{
  g_autofree char *fill = ring_catalogue_node_get_style (node, "fill");
  guint32 rgb;

  if (fill == NULL || strstr (fill, "url(") != NULL)
    return;
  style->fill = !g_str_equal (fill, "none");
  if (style->fill && !style->tone && !ring_svg_parse_colour (fill, &rgb))
    ring_catalogue_note (
        checker->report, node, RING_NOTICE_ERROR,
        _ ("Its colour “%s” cannot be read; write it as #rrggbb, and give the path "
           "a class."),
        fill);
}

/* An outline of Inkscape's is drawn, but no ramp colours it. */
static void
check_stroke (const Checker *checker, const xmlNode *node, Style *style)
{
  g_autofree char *stroke = ring_catalogue_node_get_style (node, "stroke");
  gboolean had = style->stroke;

  if (stroke == NULL || strstr (stroke, "url(") != NULL)
    return;
  style->stroke = !g_str_equal (stroke, "none");
  if (style->stroke && !had)
    ring_catalogue_note (
        checker->report, node, RING_NOTICE_WARNING,
        _ ("It has an outline, which keeps its colour in every metal. Choose Path, "
           "Stroke to Path and give the new path a class, or Object, Fill and "
           "Stroke and no stroke paint."));
}

static void
check_hidden (const Checker *checker, const xmlNode *node)
{
  g_autofree char *display = ring_catalogue_node_get_style (node, "display");
  g_autofree char *visibility = ring_catalogue_node_get_style (node, "visibility");

  if (g_strcmp0 (display, "none") == 0 || g_strcmp0 (visibility, "hidden") == 0)
    ring_catalogue_note (
        checker->report, node, RING_NOTICE_WARNING,
        _ ("It is hidden in Inkscape, but is drawn in the catalogue. Delete it, or "
           "show it again."));
}

static void
check_transform (const Checker *checker, const xmlNode *node, Style *style)
{
  g_autofree char *text = ring_catalogue_node_get_plain (node, "transform");
  RingMatrix own;

  if (!ring_svg_parse_transform (text, &own))
    ring_catalogue_note (checker->report, node, RING_NOTICE_ERROR,
                         _ ("Its transform cannot be read. Delete that attribute in the XML editor "
                            "and place the object anew."));
  else
    style->matrix = ring_matrix_multiply (&own, &style->matrix);
}

static double
get_length (const xmlNode *node, const char *name)
{
  g_autofree char *text = ring_catalogue_node_get_plain (node, name);
  double value = 0;

  return ring_number_parse (text != NULL ? text : "", &value) ? value : 0;
}

/* A shape's outline as far as its bounds need it; NULL, with a notice, when it is broken. */
static RingPath *
get_path (const Checker *checker, const xmlNode *node)
{
  gboolean points = is_called (node, "polygon") || is_called (node, "polyline");
  g_autoptr (GError) error = NULL;
  RingPath *path;

  if (points || is_called (node, "path"))
    {
      g_autofree char *text = ring_catalogue_node_get_plain (node, points ? "points" : "d");
      g_autofree char *d = g_strconcat (points ? "M" : "", text, NULL);

      path = ring_path_from_svg (text != NULL ? d : "", 0, &error);
      if (path == NULL)
        ring_catalogue_note (checker->report, node, RING_NOTICE_ERROR,
                             _ ("Its outline cannot be read: %s. Draw it again."), error->message);
      return path;
    }
  path = ring_path_new ();
  if (is_called (node, "rect"))
    {
      double x = get_length (node, "x");
      double y = get_length (node, "y");

      ring_path_add_rect (path, (RingRect){ x, y, x + get_length (node, "width"),
                                            y + get_length (node, "height") });
    }
  else if (is_called (node, "circle") || is_called (node, "ellipse"))
    {
      double r = get_length (node, "r");

      ring_path_add_ellipse (path, (RingPoint){ get_length (node, "cx"), get_length (node, "cy") },
                             r > 0 ? r : get_length (node, "rx"),
                             r > 0 ? r : get_length (node, "ry"));
    }
  return path;
}

static void
measure (Checker *checker, const xmlNode *node, const Style *style)
{
  g_autoptr (RingPath) path = get_path (checker, node);
  g_autoptr (RingPath) moved = NULL;
  RingPartDrawn *drawn = &checker->drawn;
  RingRect bounds;

  if (path == NULL || (!style->fill && !style->stroke))
    return;
  moved = ring_path_transform (path, &style->matrix);
  bounds = ring_path_get_bounds (moved);
  if (ring_rect_is_empty (bounds))
    return;
  drawn->bounds = ring_rect_union (drawn->bounds, bounds);
  if (bounds.x0 >= -REACH && bounds.y0 >= -REACH && bounds.x1 <= REACH && bounds.y1 <= REACH)
    drawn->near = ring_rect_union (drawn->near, bounds);
  else if (drawn->far == NULL)
    drawn->far = node;
}

static void check_children (Checker *checker, const xmlNode *node, const Style *style);

/* The file's depth is bounded by the guard. */
static void
check_element (Checker *checker, const xmlNode *node, Style style)
{
  g_autofree char *part = ring_catalogue_node_get (node, "part");

  if (part != NULL)
    ring_catalogue_note (checker->report, node, RING_NOTICE_ERROR,
                         _ ("This part stands inside another one and is drawn with it. Move it out "
                            "of that group in the Layers and Objects panel."));
  check_links (checker, node);
  if (!ring_catalogue_part_draws (node))
    {
      check_foreign (checker, node);
      return;
    }
  check_urls (checker, node);
  check_classes (checker, node, &style);
  check_fill (checker, node, &style);
  check_stroke (checker, node, &style);
  check_hidden (checker, node);
  check_transform (checker, node, &style);
  if (is_called (node, "g"))
    check_children (checker, node, &style);
  else
    measure (checker, node, &style);
}

static void
check_children (Checker *checker, const xmlNode *node, const Style *style)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      check_element (checker, child, *style);
}

RingPartDrawn
ring_catalogue_check_elements (const xmlNode *part, RingLoadReport *report)
{
  Style style = { RING_MATRIX_IDENTITY, TRUE, FALSE, FALSE };
  Checker checker = { report, { RING_RECT_EMPTY, RING_RECT_EMPTY, NULL, FALSE, FALSE } };

  check_urls (&checker, part);
  check_classes (&checker, part, &style);
  check_fill (&checker, part, &style);
  check_stroke (&checker, part, &style);
  check_hidden (&checker, part);
  check_transform (&checker, part, &style);
  check_children (&checker, part, &style);
  return checker.drawn;
}
