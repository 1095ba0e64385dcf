/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-label.h"

#include "ring-paint.h"
#include "ring-reach.h"

#include <pango/pangocairo.h>

/* The text is laid out at this em and scaled down: Pango's own units are 1/1024, too coarse for
 * letters of a fraction of a millimetre. */
#define LAYOUT_EM 64

static PangoLayout *
make_layout (cairo_t *cr, const char *text)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoContext *context = pango_layout_get_context (layout);
  PangoFontDescription *font = pango_font_description_from_string ("sans");
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_font_description_set_absolute_size (font, LAYOUT_EM * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  cairo_font_options_destroy (options);
  pango_font_description_free (font);
  return layout;
}

static double
layout_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

void
ring_label_draw (cairo_t *cr, const char *text, RingPoint at, double size, RingLabelAnchor anchor)
{
  RingRect near = { at.x - size, at.y - size, at.x + size, at.y + size };
  double device = size;
  double none = 0;
  PangoLayout *layout;
  double shift;

  cairo_user_to_device_distance (cr, &device, &none);
  /* Letters of the size of a house, or smaller than dust, only cost time. */
  if (!(size > 0) || ABS (device) + ABS (none) > 2000 || !ring_reach_holds (cr, near))
    return;
  cairo_save (cr);
  cairo_translate (cr, at.x, at.y);
  cairo_scale (cr, size / LAYOUT_EM, size / LAYOUT_EM);
  layout = make_layout (cr, text);
  shift = anchor == RING_LABEL_START ? 0
                                     : layout_width (layout) * (anchor == RING_LABEL_END ? 1 : 0.5);
  cairo_move_to (cr, -shift, -(double) pango_layout_get_baseline (layout) / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
  g_object_unref (layout);
  cairo_restore (cr);
}

void
ring_label_path (cairo_t *cr, const char *text, RingPoint at, double size, RingLabelAnchor anchor)
{
  PangoLayout *layout = make_layout (cr, text);
  double shift = anchor == RING_LABEL_START ? 0 : layout_width (layout) * (anchor == RING_LABEL_END ? 1 : 0.5);

  cairo_save (cr);
  cairo_translate (cr, at.x, at.y);
  cairo_scale (cr, size / LAYOUT_EM, size / LAYOUT_EM);
  cairo_move_to (cr, -shift, -(double) pango_layout_get_baseline (layout) / PANGO_SCALE);
  pango_cairo_layout_path (cr, layout);
  cairo_restore (cr);
  g_object_unref (layout);
}

void
ring_label_write (cairo_t *cr,
                  const char *text,
                  double x,
                  double y,
                  double size,
                  guint32 colour,
                  RingLabelAnchor anchor)
{
  ring_paint_set_colour (cr, colour);
  ring_label_draw (cr, text, (RingPoint){ x, y }, size, anchor);
}

double
ring_label_width (cairo_t *cr, const char *text, double size)
{
  PangoLayout *layout;
  double width;

  /* A width is the same at every scale, and no font can be as large as a fine page makes it. */
  cairo_save (cr);
  cairo_identity_matrix (cr);
  layout = make_layout (cr, text);
  width = layout_width (layout);
  cairo_restore (cr);
  g_object_unref (layout);
  return width * size / LAYOUT_EM;
}
