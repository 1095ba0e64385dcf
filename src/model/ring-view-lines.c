/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-view-lines.h"

#include <math.h>
#include <string.h>

/* The proportions a stone is drawn with while only its outline is known: table, crown and
 * pavilion of a round brilliant, parts of its width (GIA's 57 %, 34 and 40.7 degrees). */
#define TABLE 0.57
#define CROWN 0.145
#define PAVILION 0.43

/* The camera of the three-quarter view, degrees. */
#define TURN -32.0
#define TILT 28.0

/* ISO 128: visible edges thick, hidden ones dashed, centre lines chained, all in the blue grey
 * of a pencil grid that ink stands out from. */
static const RingLinePen pens[] = {
  [RING_LINE_EDGE] = { 0x8fa5b9ff, 0.25, 0, { 0 } },
  [RING_LINE_FINE] = { 0xa3b5c5ff, 0.13, 0, { 0 } },
  [RING_LINE_HIDDEN] = { 0xa3b5c5ff, 0.13, 2, { 1.4, 0.8 } },
  [RING_LINE_CENTRE] = { 0xb4c2cfff, 0.13, 4, { 6, 0.9, 0.9, 0.9 } },
};

const RingLinePen *
ring_line_pen (RingLineStyle style)
{
  return &pens[style];
}

typedef struct
{
  const RingSpec *spec;
  GArray *lines;
  double inner, outer; /* radii, mm */
  double half_width;   /* of the band */
  double overhang;
} Builder;

static void
line_clear (gpointer data)
{
  ring_path_unref (((RingViewLine *) data)->path);
}

/* Takes PATH. */
static void
add (Builder *builder, RingLineStyle style, RingPath *path)
{
  RingViewLine line = { path, style };

  g_array_append_val (builder->lines, line);
}

static void
add_segment (Builder *builder, RingLineStyle style, double x0, double y0, double x1, double y1)
{
  RingPath *path = ring_path_new ();

  ring_path_move_to (path, (RingPoint){ x0, y0 });
  ring_path_line_to (path, (RingPoint){ x1, y1 });
  add (builder, style, path);
}

static void
add_circle (Builder *builder, RingLineStyle style, double radius, const RingMatrix *matrix)
{
  RingPath *path = ring_path_new ();

  ring_path_add_ellipse (path, (RingPoint){ 0, 0 }, radius, radius);
  if (matrix != NULL)
    {
      RingPath *moved = ring_path_transform (path, matrix);

      ring_path_unref (path);
      path = moved;
    }
  add (builder, style, path);
}

static void
add_rect (Builder *builder, RingLineStyle style, double half_x, double half_y)
{
  RingPath *path = ring_path_new ();

  ring_path_add_rect (path, (RingRect){ -half_x, -half_y, half_x, half_y });
  add (builder, style, path);
}

/* Centre lines are drawn outwards from the middle, so that they cross in a long dash. */
static void
add_axes (Builder *builder, double half_x, double up, double down)
{
  double o = builder->overhang;

  add_segment (builder, RING_LINE_CENTRE, 0, 0, half_x + o, 0);
  add_segment (builder, RING_LINE_CENTRE, 0, 0, -half_x - o, 0);
  add_segment (builder, RING_LINE_CENTRE, 0, 0, 0, -up - o);
  add_segment (builder, RING_LINE_CENTRE, 0, 0, 0, down + o);
}

static gboolean
has_stone (const RingSpec *spec)
{
  return spec->cut[0] != '\0' && spec->stone_length > 0 && spec->stone_width > 0;
}

/* How far the stone's table stands over the finger's centre. */
static double
stone_top (const Builder *builder)
{
  const RingSpec *spec = builder->spec;

  if (!has_stone (spec))
    return builder->outer;
  return fmax (builder->outer, builder->inner + spec->stone_height + CROWN * fmin (spec->stone_length, spec->stone_width));
}

/* The stone seen from the side, SPAN mm wide: table, crown, girdle, pavilion. */
static void
add_stone_profile (Builder *builder, double span)
{
  const RingSpec *spec = builder->spec;
  double small = fmin (spec->stone_length, spec->stone_width);
  double depth = spec->stone_depth > 0 ? spec->stone_depth / (CROWN + PAVILION) : small;
  double girdle = -(builder->inner + spec->stone_height);
  double half = span / 2;
  RingPath *path;

  if (!has_stone (spec))
    return;
  path = ring_path_new ();
  ring_path_move_to (path, (RingPoint){ -half, girdle });
  ring_path_line_to (path, (RingPoint){ -half + (1 - TABLE) * small / 2, girdle - CROWN * depth });
  ring_path_line_to (path, (RingPoint){ half - (1 - TABLE) * small / 2, girdle - CROWN * depth });
  ring_path_line_to (path, (RingPoint){ half, girdle });
  ring_path_line_to (path, (RingPoint){ (span - small) / 2, girdle + PAVILION * depth });
  ring_path_line_to (path, (RingPoint){ -(span - small) / 2, girdle + PAVILION * depth });
  ring_path_close (path);
  add (builder, RING_LINE_FINE, path);
  add_segment (builder, RING_LINE_EDGE, -half, girdle, half, girdle);
}

static gboolean
is_one_of (const char *cut, const char *const *names)
{
  for (; *names != NULL; names++)
    if (strstr (cut, *names) != NULL)
      return TRUE;
  return FALSE;
}

static RingPath *
stone_outline (const RingSpec *spec)
{
  static const char *const square[] = { "princess", "baguette", "carre", NULL };
  static const char *const cropped[] = { "emerald", "asscher", "radiant", NULL };
  double w = spec->stone_width / 2;
  double l = spec->stone_length / 2;
  double c = 0.3 * fmin (w, l);
  const RingPoint corners[] = { { w, -l + c }, { w, l - c }, { w - c, l }, { -w + c, l },
                                { -w, l - c }, { -w, -l + c }, { -w + c, -l }, { w - c, -l } };
  RingPath *path = ring_path_new ();

  if (is_one_of (spec->cut, square))
    {
      ring_path_add_rect (path, (RingRect){ -w, -l, w, l });
    }
  else if (is_one_of (spec->cut, cropped))
    {
      ring_path_move_to (path, corners[0]);
      for (guint i = 1; i < G_N_ELEMENTS (corners); i++)
        ring_path_line_to (path, corners[i]);
      ring_path_close (path);
    }
  else
    {
      ring_path_add_ellipse (path, (RingPoint){ 0, 0 }, w, l);
    }
  return path;
}

static void
add_front (Builder *builder)
{
  add_axes (builder, builder->outer, stone_top (builder), builder->outer);
  add_circle (builder, RING_LINE_EDGE, builder->inner, NULL);
  add_circle (builder, RING_LINE_EDGE, builder->outer, NULL);
  add_stone_profile (builder, builder->spec->stone_width);
}

static void
add_top (Builder *builder)
{
  double w = builder->half_width;
  double l = has_stone (builder->spec) ? builder->spec->stone_length / 2 : 0;

  add_axes (builder, builder->outer, fmax (w, l), fmax (w, l));
  add_rect (builder, RING_LINE_EDGE, builder->outer, w);
  add_segment (builder, RING_LINE_HIDDEN, builder->inner, -w, builder->inner, w);
  add_segment (builder, RING_LINE_HIDDEN, -builder->inner, -w, -builder->inner, w);
  if (has_stone (builder->spec))
    add (builder, RING_LINE_EDGE, stone_outline (builder->spec));
}

static void
add_side (Builder *builder)
{
  double w = builder->half_width;
  double l = has_stone (builder->spec) ? builder->spec->stone_length / 2 : 0;

  add_axes (builder, fmax (w, l), stone_top (builder), builder->outer);
  add_rect (builder, RING_LINE_EDGE, w, builder->outer);
  add_segment (builder, RING_LINE_HIDDEN, -w, builder->inner, w, builder->inner);
  add_segment (builder, RING_LINE_HIDDEN, -w, -builder->inner, w, -builder->inner);
  add_stone_profile (builder, builder->spec->stone_length);
}

static void
add_strip (Builder *builder)
{
  double half = builder->spec->circumference / 2;
  double w = builder->half_width;

  add_axes (builder, half, w, w);
  add_rect (builder, RING_LINE_EDGE, half, w);
  add_segment (builder, RING_LINE_CENTRE, -half / 2, -w, -half / 2, w);
  add_segment (builder, RING_LINE_CENTRE, half / 2, -w, half / 2, w);
}

/* A circle about the finger at depth z, seen by the turned camera, is an affine image of itself. */
static void
add_three_quarter (Builder *builder)
{
  double a = TURN * G_PI / 180;
  double b = TILT * G_PI / 180;

  add_axes (builder, builder->outer, builder->outer, builder->outer);
  for (int side = -1; side <= 1; side += 2)
    {
      double z = side * builder->half_width;
      RingMatrix m = { cos (a), -sin (a) * sin (b), 0, cos (b), z * sin (a), z * cos (a) * sin (b) };

      add_circle (builder, side > 0 ? RING_LINE_EDGE : RING_LINE_FINE, builder->outer, &m);
      add_circle (builder, side > 0 ? RING_LINE_EDGE : RING_LINE_FINE, builder->inner, &m);
    }
}

GArray *
ring_view_lines (RingViewKind kind, const RingSpec *spec, double overhang)
{
  Builder builder = { .spec = spec, .overhang = overhang };

  builder.lines = g_array_new (FALSE, FALSE, sizeof (RingViewLine));
  g_array_set_clear_func (builder.lines, line_clear);
  builder.inner = spec->circumference / (2 * G_PI);
  builder.outer = builder.inner + spec->thickness;
  builder.half_width = spec->width / 2;
  switch (kind)
    {
    case RING_VIEW_FRONT: add_front (&builder); break;
    case RING_VIEW_TOP: add_top (&builder); break;
    case RING_VIEW_SIDE: add_side (&builder); break;
    case RING_VIEW_THREE_QUARTER: add_three_quarter (&builder); break;
    case RING_VIEW_STRIP: add_strip (&builder); break;
    case RING_VIEW_PAGE:
    default: break;
    }
  return builder.lines;
}
