/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-svg-art.h"

#include <math.h>
#include <string.h>
#include <glib/gi18n-lib.h>

#include "ring-error.h"
#include "ring-number.h"

/* An absent length is 0; a percentage or a broken one cannot be said. */
static gboolean
get_length (const RingSvgNode *node, const char *name, double *value)
{
  const char *text = ring_svg_node_get (node, RING_NS_NONE, name);

  *value = 0;
  return text == NULL || ring_svg_parse_length (text, value);
}

static gboolean
add_round_rect (RingPath *path, RingRect r, double rx, double ry)
{
  const double k = 0.5522847498;
  double x0 = r.x0, y0 = r.y0, x1 = r.x1, y1 = r.y1;
  double kx = rx * (1 - k), ky = ry * (1 - k);

  ring_path_move_to (path, (RingPoint){ x0 + rx, y0 });
  ring_path_line_to (path, (RingPoint){ x1 - rx, y0 });
  ring_path_curve_to (path, (RingPoint){ x1 - kx, y0 }, (RingPoint){ x1, y0 + ky },
                      (RingPoint){ x1, y0 + ry });
  ring_path_line_to (path, (RingPoint){ x1, y1 - ry });
  ring_path_curve_to (path, (RingPoint){ x1, y1 - ky }, (RingPoint){ x1 - kx, y1 },
                      (RingPoint){ x1 - rx, y1 });
  ring_path_line_to (path, (RingPoint){ x0 + rx, y1 });
  ring_path_curve_to (path, (RingPoint){ x0 + kx, y1 }, (RingPoint){ x0, y1 - ky },
                      (RingPoint){ x0, y1 - ry });
  ring_path_line_to (path, (RingPoint){ x0, y0 + ry });
  ring_path_curve_to (path, (RingPoint){ x0, y0 + ky }, (RingPoint){ x0 + kx, y0 },
                      (RingPoint){ x0 + rx, y0 });
  ring_path_close (path);
  return TRUE;
}

static gboolean
add_rect (RingPath *path, const RingSvgNode *node)
{
  double x, y, w, h, rx, ry;

  if (!get_length (node, "x", &x) || !get_length (node, "y", &y) || !get_length (node, "width", &w)
      || !get_length (node, "height", &h) || !get_length (node, "rx", &rx)
      || !get_length (node, "ry", &ry))
    return FALSE;
  if (w <= 0 || h <= 0)
    return TRUE;
  if (ring_svg_node_get (node, RING_NS_NONE, "rx") == NULL)
    rx = ry;
  if (ring_svg_node_get (node, RING_NS_NONE, "ry") == NULL)
    ry = rx;
  rx = CLAMP (rx, 0, w / 2);
  ry = CLAMP (ry, 0, h / 2);
  if (rx > 0 && ry > 0)
    return add_round_rect (path, (RingRect){ x, y, x + w, y + h }, rx, ry);
  ring_path_add_rect (path, (RingRect){ x, y, x + w, y + h });
  return TRUE;
}

static gboolean
add_ellipse (RingPath *path, const RingSvgNode *node, gboolean circle)
{
  double x, y, rx, ry;

  if (!get_length (node, "cx", &x) || !get_length (node, "cy", &y)
      || !get_length (node, circle ? "r" : "rx", &rx)
      || !get_length (node, circle ? "r" : "ry", &ry))
    return FALSE;
  if (rx > 0 && ry > 0)
    ring_path_add_ellipse (path, (RingPoint){ x, y }, rx, ry);
  return TRUE;
}

static gboolean
add_line (RingPath *path, const RingSvgNode *node)
{
  double x1, y1, x2, y2;

  if (!get_length (node, "x1", &x1) || !get_length (node, "y1", &y1)
      || !get_length (node, "x2", &x2) || !get_length (node, "y2", &y2))
    return FALSE;
  ring_path_move_to (path, (RingPoint){ x1, y1 });
  ring_path_line_to (path, (RingPoint){ x2, y2 });
  return TRUE;
}

static gboolean
add_points (RingPath *path, const RingSvgNode *node, gboolean closed)
{
  const char *p = ring_svg_node_get (node, RING_NS_NONE, "points");
  guint n = 0;

  while (p != NULL)
    {
      RingPoint point;

      p += strspn (p, " \t\r\n,");
      if (*p == '\0')
        break;
      if (!ring_number_scan (&p, &point.x))
        return FALSE;
      p += strspn (p, " \t\r\n,");
      if (!ring_number_scan (&p, &point.y))
        return FALSE;
      if (++n > RING_SVG_MAX_SEGMENTS)
        return FALSE;
      if (n == 1)
        ring_path_move_to (path, point);
      else
        ring_path_line_to (path, point);
    }
  if (n > 0 && closed)
    ring_path_close (path);
  return TRUE;
}

/* NULL without an error when NODE is no shape. */
static RingPath *
make_path (const RingSvgNode *node, GError **error)
{
  g_autoptr (RingPath) path = NULL;
  gboolean ok = FALSE;

  if (strcmp (node->name, "path") == 0)
    {
      const char *d = ring_svg_node_get (node, RING_NS_NONE, "d");

      return ring_path_from_svg (d != NULL ? d : "", RING_SVG_MAX_SEGMENTS, error);
    }
  path = ring_path_new ();
  if (strcmp (node->name, "rect") == 0)
    ok = add_rect (path, node);
  else if (strcmp (node->name, "circle") == 0)
    ok = add_ellipse (path, node, TRUE);
  else if (strcmp (node->name, "ellipse") == 0)
    ok = add_ellipse (path, node, FALSE);
  else if (strcmp (node->name, "line") == 0)
    ok = add_line (path, node);
  else if (strcmp (node->name, "polyline") == 0)
    ok = add_points (path, node, FALSE);
  else if (strcmp (node->name, "polygon") == 0)
    ok = add_points (path, node, TRUE);
  return ok ? g_steal_pointer (&path) : NULL;
}

static gboolean
is_sane (const RingPath *path)
{
  gsize n;
  const RingPoint *p = ring_path_get_points (path, &n);

  for (gsize i = 0; i < n; i++)
    if (!(fabs (p[i].x) <= 1e5 && fabs (p[i].y) <= 1e5))
      return FALSE;
  return TRUE;
}

/* A pen that a matrix makes oval cannot be said by one width. */
static gboolean
keeps_circles (const RingMatrix *m)
{
  double a = hypot (m->xx, m->yx), b = hypot (m->xy, m->yy);

  return fabs (a - b) <= 1e-3 * MAX (a, b) && fabs (m->xx * m->xy + m->yx * m->yy) <= 1e-3 * a * b;
}

static gboolean
add_shape (RingArt *art,
           const RingSvgNode *node,
           const RingSvgPaint *paint,
           const RingMatrix *m,
           GError **error)
{
  g_autoptr (RingPath) path = NULL;
  g_autoptr (RingPath) moved = NULL;
  guint32 stroke = ring_svg_paint_get_stroke (paint);

  if ((stroke & 0xff) != 0 && !keeps_circles (m))
    return FALSE;
  path = make_path (node, error);
  if (path == NULL)
    return FALSE;
  moved = ring_matrix_is_identity (m) ? ring_path_ref (path) : ring_path_transform (path, m);
  if (!is_sane (moved))
    {
      g_set_error (error, RING_ERROR, RING_ERROR_INVALID,
                   _ ("a coordinate lies past 100000; such a drawing cannot be edited"));
      return FALSE;
    }
  ring_art_add (art, moved, ring_svg_paint_get_fill (paint), stroke,
                paint->stroke_width * ring_matrix_scale (m), paint->even_odd);
  return TRUE;
}

static guint
count_elements (const RingSvgNode *node)
{
  guint n = 0;

  for (const RingSvgNode *child = node->first; child != NULL; child = child->next)
    n += child->type == RING_NODE_ELEMENT;
  return n;
}

static gboolean
add_group (RingArt *art,
           const RingSvgNode *node,
           const RingSvgPaint *paint,
           const RingMatrix *m,
           GError **error)
{
  for (const RingSvgNode *child = node->first; child != NULL; child = child->next)
    {
      if (child->type == RING_NODE_ELEMENT)
        {
          if (!ring_svg_art_add (art, child, paint, m, error))
            return FALSE;
        }
      else if (!ring_svg_node_is_blank (child))
        return FALSE;
    }
  return TRUE;
}

gboolean
ring_svg_art_add_content (RingArt *art,
                          const RingSvgNode *node,
                          const RingSvgPaint *inherited,
                          const RingMatrix *matrix,
                          GError **error)
{
  RingSvgPaint paint = *inherited;
  gboolean group;

  if (node->ns != RING_NS_SVG)
    return FALSE;
  group = strcmp (node->name, "g") == 0;
  paint.opacity = 1;
  ring_svg_paint_read (&paint, node);
  /* Overlapping parts of a half transparent group do not add up; parts of their own do. */
  if (paint.other || paint.dashed || paint.grained || paint.hidden
      || (group && paint.opacity < 1 && count_elements (node) > 1))
    return FALSE;
  paint.opacity *= inherited->opacity;
  if (group)
    return add_group (art, node, &paint, matrix, error);
  for (const RingSvgNode *child = node->first; child != NULL; child = child->next)
    if (child->type == RING_NODE_ELEMENT)
      return FALSE;
  return add_shape (art, node, &paint, matrix, error);
}

gboolean
ring_svg_art_add (RingArt *art,
                  const RingSvgNode *node,
                  const RingSvgPaint *inherited,
                  const RingMatrix *matrix,
                  GError **error)
{
  RingMatrix own;

  if (!ring_svg_parse_transform (ring_svg_node_get (node, RING_NS_NONE, "transform"), &own))
    {
      g_set_error (error, RING_ERROR, RING_ERROR_INVALID, _ ("its transform is broken or absurd"));
      return FALSE;
    }
  own = ring_matrix_multiply (&own, matrix);
  return ring_svg_art_add_content (art, node, inherited, &own, error);
}
