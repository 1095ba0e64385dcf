/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The values of SVG attributes: paint, transforms, lengths and lists of numbers. Pure. */
#pragma once

#include "ring-grain.h"
#include "ring-svg-node.h"

G_BEGIN_DECLS

/* What a path is painted with, as far as the model knows it. */
typedef struct
{
  guint32  fill; /* 0xRRGGBB00; the alpha is apart */
  guint32  stroke;
  gboolean has_fill, has_stroke;
  double   fill_opacity, stroke_opacity;
  double   opacity;
  double   stroke_width;
  gboolean even_odd;
  gboolean hidden;
  gboolean grained; /* filled with GRAIN, a pencil's, and not with FILL */
  RingGrain grain;
  gboolean dashed; /* the stroke is; only a figure's can be */
  gboolean other; /* something the model cannot say: a gradient, a filter */
} RingSvgPaint;

#define RING_SVG_PAINT_DEFAULT ((RingSvgPaint){ .has_fill = TRUE, .fill_opacity = 1, \
                                                .stroke_opacity = 1, .opacity = 1, \
                                                .stroke_width = 1 })

/* Adds what NODE says by attributes and by `style`, which wins. */
void     ring_svg_paint_read (RingSvgPaint *paint, const RingSvgNode *node);
guint32  ring_svg_paint_get_fill (const RingSvgPaint *paint);   /* 0xRRGGBBAA */
guint32  ring_svg_paint_get_stroke (const RingSvgPaint *paint); /* 0xRRGGBBAA */
gboolean ring_svg_is_paint_name (const char *name); /* read by the function above */

/* FALSE when TEXT is broken or leaves what can exist; NULL is the identity. */
gboolean ring_svg_parse_transform (const char *text, RingMatrix *matrix);
/* The numbers of TEXT, exactly N of them. */
gboolean ring_svg_parse_numbers (const char *text, double *values, guint n);
/* A length in user units (SVG's px of 1/96 inch where a unit stands). */
gboolean ring_svg_parse_length (const char *text, double *px);
gboolean ring_svg_parse_colour (const char *text, guint32 *rgb); /* 0xRRGGBB00 */
/* The value of property NAME in the text of a style attribute; NULL when not there. */
char    *ring_svg_style_get (const char *style, const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
