/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-prose.h"

#include <pango/pangocairo.h>

#include "ring-paint.h"

double
ring_prose_write (
    cairo_t *cr, const RingProse *prose, const char *text, double x, double y, double width)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");
  cairo_font_options_t *options = cairo_font_options_create ();
  int height;

  /* In mm: a layout's pixel is a unit of user space, and metrics must not follow a screen. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (pango_layout_get_context (layout), options);
  pango_context_set_round_glyph_positions (pango_layout_get_context (layout), FALSE);
  pango_cairo_context_set_resolution (pango_layout_get_context (layout), 72);
  cairo_font_options_destroy (options);
  pango_font_description_set_absolute_size (font, prose->size * PANGO_SCALE);
  pango_font_description_set_weight (font, prose->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, NULL, &height);
  if (prose->colour != 0)
    {
      ring_paint_set_colour (cr, prose->colour);
      cairo_move_to (cr, x, y);
      pango_cairo_show_layout (cr, layout);
      cairo_new_path (cr);
    }
  return (double) height / PANGO_SCALE;
}
