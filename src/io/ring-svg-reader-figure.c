/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures: shapes, dimensions and texts. Their picture is made again from their attributes, so
 * only where another program changed it is it looked at. */
#include "ring-svg-reader-private.h"

#include <math.h>
#include <string.h>

#include "ring-number.h"
#include "ring-svg-move.h"
#include "ring-svg-picture.h"
#include "ring-svg-seal.h"
#include "ring-svg-style.h"

/* Past this no page and no ring goes, as for paths. */
#define MOST 1e5

/* FALSE where TEXT is not a list of pairs, or too long a one. */
static gboolean
read_points (const char *text, GArray *points)
{
  const char *p = text;

  while (p != NULL && *p != '\0')
    {
      RingPoint point;

      while (*p == ' ')
        p++;
      if (!ring_number_scan (&p, &point.x))
        return FALSE;
      while (*p == ' ')
        p++;
      if (!ring_number_scan (&p, &point.y) || fabs (point.x) > MOST || fabs (point.y) > MOST
          || points->len == RING_FIGURE_MAX_POINTS)
        return FALSE;
      g_array_append_val (points, point);
      while (*p == ' ')
        p++;
    }
  return points->len > 0;
}

/* The colour with its part in rw:colour-opacity. */
static guint32
read_colour (const RingSvgNode *node)
{
  const char *text = get_rw (node, "colour");
  double part = _ring_item_reader_get_number (node, "colour-opacity", 0, 1, 1);
  guint32 rgb;

  if (text == NULL || !ring_svg_parse_colour (text, &rgb))
    return RING_FIGURE_INK;
  return rgb | (guint32) lround (part * 255);
}

/* The names of ENDS that stand for none become "". */
static char **
read_ends (const char *text, guint n)
{
  char **ends;

  if (text == NULL || strlen (text) > 200 * n)
    return NULL;
  ends = g_strsplit (text, " ", -1);
  if (g_strv_length (ends) != n)
    {
      g_strfreev (ends);
      return NULL;
    }
  for (guint i = 0; i < n; i++)
    if (strcmp (ends[i], "-") == 0)
      ends[i][0] = '\0';
  return ends;
}

/* What the attributes say, or NULL. */
static RingItem *
read_figure (const RingSvgNode *node, const char *id)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RingPoint));
  g_auto (GStrv) ends = NULL;
  RingFigure figure = { .text = get_rw (node, "text") };

  if (!ring_figure_form_from_name (get_rw (node, "kind"), get_rw (node, "form"), &figure.form)
      || !read_points (get_rw (node, "points"), points)
      || !ring_figure_fits (figure.form, points->len))
    return NULL;
  ring_figure_style_from_name (get_rw (node, "line"), &figure.style);
  ends = read_ends (get_rw (node, "ends"), points->len);
  figure.points = (const RingPoint *) (const void *) points->data;
  figure.n_points = points->len;
  figure.ends = (const char *const *) ends;
  figure.colour = read_colour (node);
  figure.width = _ring_item_reader_get_number (node, "width", 1e-4, 1e3, 0);
  figure.size = _ring_item_reader_get_number (node, "size", 1e-4, 1e3, 0);
  figure.paper = _ring_item_reader_get_number (node, "paper", 1e-4, 1e3, 0);
  if (!(figure.width > 0 && figure.size > 0 && figure.paper > 0))
    return NULL;
  return ring_item_new_figure (id, &figure);
}

/* Whether the attributes are those that were sealed. */
static gboolean
is_sealed (RingItemReader *reader, const RingSvgNode *node, const RingItem *item)
{
  g_string_truncate (reader->scratch, 0);
  ring_svg_append_figure (reader->scratch, item, "");
  return ring_seal_fits (get_rw (node, "seal"), reader->scratch->str, reader->scratch->len);
}

/* Appends what CHILD shows to PATH; FALSE where it is not painted like OLD. */
static gboolean
add_path (RingPath *path, const RingSvgNode *child, const RingSvgPaint *outer, const RingArtPath *old)
{
  const char *d = ring_svg_node_get (child, RING_NS_NONE, "d");
  RingSvgPaint paint = *outer;
  g_autoptr (RingPath) shown = NULL;
  RingMatrix own;

  ring_svg_paint_read (&paint, child);
  if (d == NULL || paint.other || paint.grained || paint.hidden || paint.opacity < 1
      || ring_svg_paint_get_fill (&paint) != old->fill
      || ring_svg_paint_get_stroke (&paint) != old->stroke
      || !ring_svg_parse_transform (ring_svg_node_get (child, RING_NS_NONE, "transform"), &own))
    return FALSE;
  shown = ring_path_from_svg (d, RING_FIGURE_MAX_POINTS * 2, NULL);
  if (shown != NULL)
    ring_path_append (path, shown, &own);
  return shown != NULL;
}

/* Whether CHILD says what is written at number I of ITEM; *SHIFT becomes how far from there it does. */
static gboolean
is_label (const RingSvgNode *child, const RingItem *item, guint i, RingPoint *shift)
{
  const GArray *labels = ring_item_get_figure_picture (item)->labels;
  g_autoptr (GString) text = g_string_new (NULL);
  const RingFigureLabel *label;
  double x = 0, y = 0;

  if (i >= labels->len)
    return FALSE;
  label = &g_array_index (labels, RingFigureLabel, i);
  ring_number_parse (ring_svg_node_get (child, RING_NS_NONE, "x"), &x);
  ring_number_parse (ring_svg_node_get (child, RING_NS_NONE, "y"), &y);
  *shift = (RingPoint){ x - label->at.x, y - label->at.y };
  _ring_item_reader_collect_text (child, text);
  return strcmp (text->str, label->text) == 0;
}

/* Whether the lines of the picture are those of ITEM, moved; letters go with them. Letters without lines
 * can be shifted. */
static gboolean
was_moved (const RingSvgNode *node, const RingItem *item, RingMatrix *move)
{
  const RingArt *art = ring_item_get_art (item);
  RingSvgPaint paint = RING_SVG_PAINT_DEFAULT;
  g_autoptr (RingPath) old = ring_path_new ();
  g_autoptr (RingPath) now = ring_path_new ();
  RingPoint first = { 0, 0 }, shift;
  guint n = 0, n_texts = 0;

  ring_svg_paint_read (&paint, node);
  if (paint.other || paint.hidden || paint.opacity < 1)
    return FALSE;
  for (const RingSvgNode *child = node->first; child != NULL; child = child->next)
    {
      gboolean text = ring_svg_node_is (child, "text");

      if (text && !is_label (child, item, n_texts++, &shift))
        return FALSE;
      if (text && n_texts == 1)
        first = shift;
      if (text && ring_art_get_n_paths (art) == 0
          && ring_point_distance (first, shift) > RING_MOVE_TOLERANCE)
        return FALSE;
      if (child->type != RING_NODE_ELEMENT || text)
        continue;
      if (n == ring_art_get_n_paths (art) || !ring_svg_node_is (child, "path")
          || !add_path (now, child, &paint, ring_art_get_path (art, n)))
        return FALSE;
      ring_path_append (old, ring_art_get_path (art, n++)->path, NULL);
    }
  if (n != ring_art_get_n_paths (art)
      || n_texts != ring_item_get_figure_picture (item)->labels->len || n + n_texts == 0)
    return FALSE;
  if (n > 0)
    return ring_move_find (old, now, move);
  if (ring_point_distance (first, (RingPoint){ 0, 0 }) > RING_MOVE_TOLERANCE)
    *move = (RingMatrix){ 1, 0, 0, 1, first.x, first.y };
  return TRUE;
}

void
_ring_item_reader_take_figure (RingItemReader *reader,
                               RingSvgNode *node,
                               const char *id,
                               const RingMatrix *own,
                               const RingMatrix *outer)
{
  g_autoptr (RingItem) item = read_figure (node, id);
  RingMatrix move = RING_MATRIX_IDENTITY;
  RingMatrix matrix;

  if (item == NULL || !is_sealed (reader, node, item)
      || (!_ring_item_reader_group_fits (reader, node) && !was_moved (node, item, &move)))
    {
      _ring_item_reader_take_picture (reader, node, id, own, outer);
      return;
    }
  matrix = ring_matrix_multiply (&move, own);
  _ring_item_reader_tell_moved (reader, node, &move);
  _ring_item_reader_push (reader, node, g_steal_pointer (&item), &matrix, outer);
}
