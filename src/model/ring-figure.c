/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-figure-private.h"

#include <math.h>

#include "ring-arc.h"
#include "ring-text.h"
#include "ring-view-lines.h"

/* MOST 0 is RING_FIGURE_MAX_POINTS. */
static const struct
{
  const char *kind, *name;
  guint least, most;
} forms[] = {
  [RING_FIGURE_LINE] = { "shape", "line", 2, 2 },
  [RING_FIGURE_ARC] = { "shape", "arc", 3, 3 },
  [RING_FIGURE_CIRCLE] = { "shape", "circle", 2, 2 },
  [RING_FIGURE_ELLIPSE] = { "shape", "ellipse", 3, 3 },
  [RING_FIGURE_POLYLINE] = { "shape", "polyline", 2, RING_FIGURE_MAX_POINTS },
  [RING_FIGURE_CURVE] = { "shape", "curve", 4, RING_FIGURE_MAX_POINTS },
  [RING_FIGURE_DISTANCE] = { "dimension", "distance", 3, 3 },
  [RING_FIGURE_HORIZONTAL] = { "dimension", "horizontal", 3, 3 },
  [RING_FIGURE_VERTICAL] = { "dimension", "vertical", 3, 3 },
  [RING_FIGURE_DIAMETER] = { "dimension", "diameter", 3, 3 },
  [RING_FIGURE_RADIUS] = { "dimension", "radius", 3, 3 },
  [RING_FIGURE_ANGLE] = { "dimension", "angle", 4, 4 },
  [RING_FIGURE_TEXT] = { "text", "text", 1, 2 },
};

static const char *const styles[] = { "visible", "hidden", "centre" };

const char *
ring_figure_kind_name (RingFigureForm form)
{
  return forms[form].kind;
}

const char *
ring_figure_form_name (RingFigureForm form)
{
  return forms[form].name;
}

gboolean
ring_figure_form_from_name (const char *kind, const char *name, RingFigureForm *form)
{
  for (guint i = 0; i < RING_N_FIGURE_FORMS; i++)
    if ((kind == NULL || g_str_equal (kind, forms[i].kind)) && g_strcmp0 (name, forms[i].name) == 0)
      {
        *form = (RingFigureForm) i;
        return TRUE;
      }
  return FALSE;
}

const char *
ring_figure_style_name (RingFigureStyle style)
{
  return styles[style];
}

gboolean
ring_figure_style_from_name (const char *name, RingFigureStyle *style)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_strcmp0 (name, styles[i]) == 0)
      {
        *style = (RingFigureStyle) i;
        return TRUE;
      }
  return FALSE;
}

double
ring_figure_style_part (RingFigureStyle style)
{
  return style == RING_FIGURE_VISIBLE ? 1 : 0.5;
}

gboolean
ring_figure_is_shape (RingFigureForm form)
{
  return form <= RING_FIGURE_CURVE;
}

gboolean
ring_figure_is_dimension (RingFigureForm form)
{
  return form >= RING_FIGURE_DISTANCE && form <= RING_FIGURE_ANGLE;
}

gboolean
ring_figure_fits (RingFigureForm form, guint n_points)
{
  return n_points >= forms[form].least && n_points <= forms[form].most
         && (form != RING_FIGURE_CURVE || n_points % 3 == 1);
}

/* What the file keeps of a number: four decimals. */
static double
kept (double value)
{
  return isfinite (value) ? round (value * 1e4) / 1e4 : 0;
}

static double
kept_length (double value)
{
  return fmax (kept (value), 1e-4);
}

RingFigure *
ring_figure_copy (const RingFigure *figure)
{
  RingFigure *copy = g_new (RingFigure, 1);
  RingPoint *points = g_new (RingPoint, figure->n_points);

  g_assert (ring_figure_fits (figure->form, figure->n_points));
  *copy = *figure;
  for (guint i = 0; i < figure->n_points; i++)
    points[i] = (RingPoint){ kept (figure->points[i].x), kept (figure->points[i].y) };
  copy->points = points;
  if (figure->ends != NULL)
    {
      char **ends = g_new0 (char *, figure->n_points + 1);

      for (guint i = 0; i < figure->n_points; i++)
        ends[i] = g_strdup (ring_figure_get_end (figure, i));
      copy->ends = (const char *const *) ends;
    }
  copy->text = ring_text_clean (figure->text, RING_TEXT_MAX_CHARS);
  copy->colour = (figure->colour & 0xff) != 0 ? figure->colour : figure->colour | 0xff;
  copy->width = kept_length (figure->width);
  copy->size = kept_length (figure->size);
  copy->paper = kept_length (figure->paper);
  return copy;
}

void
ring_figure_free (RingFigure *figure)
{
  if (figure == NULL)
    return;
  g_free ((gpointer) figure->points);
  g_strfreev ((char **) figure->ends);
  g_free ((char *) figure->text);
  g_free (figure);
}

const char *
ring_figure_get_end (const RingFigure *figure, guint i)
{
  return figure->ends != NULL && figure->ends[i] != NULL ? figure->ends[i] : "";
}

/* ------------------------------------------------------------------ shapes */

static void
add_corners (const RingFigure *figure, RingPath *path)
{
  const RingPoint *p = figure->points;
  guint n = figure->n_points;
  gboolean closed = n > 3 && p[0].x == p[n - 1].x && p[0].y == p[n - 1].y;

  ring_path_move_to (path, p[0]);
  for (guint i = 1; i < n - closed; i++)
    ring_path_line_to (path, p[i]);
  if (closed)
    ring_path_close (path);
}

RingPath *
ring_figure_make_path (const RingFigure *figure)
{
  const RingPoint *p = figure->points;
  RingPath *path;
  RingArc arc;

  if (!ring_figure_is_shape (figure->form))
    return NULL;
  path = ring_path_new ();
  switch (figure->form)
    {
    case RING_FIGURE_ARC:
      if (ring_arc_through (p[0], p[1], p[2], &arc))
        ring_arc_add (&arc, path);
      else
        add_corners (figure, path);
      break;
    case RING_FIGURE_CIRCLE:
      arc = (RingArc){ .centre = p[0], .sweep = RING_ARC_WHOLE };
      arc.rx = arc.ry = ring_point_distance (p[0], p[1]);
      ring_arc_add (&arc, path);
      break;
    case RING_FIGURE_ELLIPSE:
      arc = ring_arc_ellipse (p[0], p[1], p[2]);
      ring_arc_add (&arc, path);
      break;
    case RING_FIGURE_CURVE:
      ring_path_move_to (path, p[0]);
      for (guint i = 1; i + 2 < figure->n_points; i += 3)
        ring_path_curve_to (path, p[i], p[i + 1], p[i + 2]);
      break;
    default:
      add_corners (figure, path);
    }
  return path;
}

guint
ring_figure_get_dashes (const RingFigure *figure, double dashes[RING_FIGURE_DASHES])
{
  static const RingLineStyle lines[] = {
    [RING_FIGURE_HIDDEN] = RING_LINE_HIDDEN,
    [RING_FIGURE_CENTRE] = RING_LINE_CENTRE,
  };
  const RingLinePen *pen;

  if (figure->style == RING_FIGURE_VISIBLE)
    return 0;
  pen = ring_line_pen (lines[figure->style]);
  for (int i = 0; i < pen->n_dashes; i++)
    dashes[i] = kept_length (pen->dashes[i] * figure->paper);
  return (guint) pen->n_dashes;
}

/* ----------------------------------------------------------------- pictures */

static void
label_clear (gpointer data)
{
  g_free (((RingFigureLabel *) data)->text);
}

RingFigurePicture *
ring_figure_make_picture (const RingFigure *figure)
{
  RingFigurePicture *picture = g_atomic_rc_box_new (RingFigurePicture);
  g_autoptr (RingPath) path = ring_figure_make_path (figure);

  picture->art = ring_art_new ();
  picture->labels = g_array_new (FALSE, FALSE, sizeof (RingFigureLabel));
  g_array_set_clear_func (picture->labels, label_clear);
  if (path != NULL)
    ring_art_add (picture->art, path, 0, figure->colour, figure->width, FALSE);
  else if (figure->form == RING_FIGURE_TEXT)
    _ring_figure_draw_text (figure, picture);
  else
    _ring_figure_draw_dimension (figure, picture);
  return picture;
}

RingFigurePicture *
ring_figure_picture_ref (RingFigurePicture *picture)
{
  return g_atomic_rc_box_acquire (picture);
}

static void
picture_clear (gpointer data)
{
  RingFigurePicture *picture = data;

  ring_art_unref (picture->art);
  g_array_unref (picture->labels);
}

void
ring_figure_picture_unref (RingFigurePicture *picture)
{
  if (picture != NULL)
    g_atomic_rc_box_release_full (picture, picture_clear);
}

/* From the label's own axes, along its line and across it, to those of the figure. */
static RingMatrix
label_matrix (const RingFigureLabel *label)
{
  double c = cos (label->angle * G_PI / 180), s = sin (label->angle * G_PI / 180);

  return (RingMatrix){ c, s, -s, c, label->at.x, label->at.y };
}

static RingRect
label_box (const RingFigureLabel *label)
{
  double width = ring_figure_text_width (label->text, label->size);
  double x = label->middle ? -width / 2 : 0;

  return (RingRect){ x, -label->size, x + width, 0.3 * label->size };
}

RingRect
ring_figure_picture_get_bounds (const RingFigurePicture *picture)
{
  RingRect bounds = ring_art_get_bounds (picture->art);

  for (guint i = 0; i < picture->labels->len; i++)
    {
      const RingFigureLabel *label = &g_array_index (picture->labels, RingFigureLabel, i);
      RingMatrix matrix = label_matrix (label);

      bounds = ring_rect_union (bounds, ring_matrix_apply_rect (&matrix, label_box (label)));
    }
  return bounds;
}

static double
label_distance (const RingFigureLabel *label, RingPoint point)
{
  RingMatrix matrix = label_matrix (label);
  RingRect box = label_box (label);
  RingMatrix inverse = RING_MATRIX_IDENTITY;
  RingPoint p;

  ring_matrix_invert (&matrix, &inverse);
  p = ring_matrix_apply (&inverse, point);
  return hypot (fmax (0, fmax (box.x0 - p.x, p.x - box.x1)),
                fmax (0, fmax (box.y0 - p.y, p.y - box.y1)));
}

double
ring_figure_picture_distance (const RingFigurePicture *picture, RingPoint point)
{
  double best = ring_art_distance (picture->art, point);

  for (guint i = 0; i < picture->labels->len && best > 0; i++)
    best = fmin (best, label_distance (&g_array_index (picture->labels, RingFigureLabel, i), point));
  return best;
}

double
ring_figure_text_width (const char *text, double size)
{
  double width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 1.05 : 0.62;
    }
  return width * size;
}
