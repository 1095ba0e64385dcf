/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-prose.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "ring-error.h"
#include "ring-paint.h"

/* The first that is there; Pango goes on to other fonts for letters that it lacks. */
#define FAMILIES "Cantarell,Sans"

/* Measures are not parted at the end of a line. */
static void
set_text (PangoLayout *layout, const char *text)
{
  g_autoptr (GString) bound = strstr (text, " × ") != NULL ? g_string_new (text) : NULL;

  if (bound != NULL)
    g_string_replace (bound, " × ", "\u00a0×\u00a0", 0);
  pango_layout_set_text (layout, bound != NULL ? bound->str : text, -1);
}

static PangoLayout *
make_layout (cairo_t *cr, const RingProse *prose, const char *text)
{
  static const PangoAlignment sides[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoContext *context = pango_layout_get_context (layout);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FAMILIES);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* In mm: a layout's pixel is a unit of user space, and metrics must not follow a screen. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_cairo_context_set_resolution (context, 72);
  cairo_font_options_destroy (options);
  pango_font_description_set_absolute_size (font, prose->size * PANGO_SCALE);
  pango_font_description_set_weight (font, prose->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_alignment (layout, sides[prose->side]);
  set_text (layout, text);
  return layout;
}

double
ring_prose_write (
    cairo_t *cr, const RingProse *prose, const char *text, double x, double y, double width)
{
  g_autoptr (PangoLayout) layout = make_layout (cr, prose, text);
  int height;

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (prose->lines > 0)
    {
      pango_layout_set_height (layout, -(int) prose->lines);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
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

double
ring_prose_put (cairo_t *cr,
                const char *text,
                double x,
                double y,
                double width,
                double points,
                gboolean bold,
                guint32 colour)
{
  RingProse prose = { .size = points / RING_POINTS_PER_MM, .bold = bold, .colour = colour };

  return ring_prose_write (cr, &prose, text, x, y, width);
}

double
ring_prose_width (cairo_t *cr, const RingProse *prose, const char *text)
{
  g_autoptr (PangoLayout) layout = make_layout (cr, prose, text);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

gboolean
ring_prose_check (GError **error)
{
  static const RingProse prose = { .size = 3 };
  cairo_t *cr = ring_prose_new_context ();
  g_autoptr (PangoLayout) layout = make_layout (cr, &prose, "100 mm");
  gboolean legible = pango_layout_get_unknown_glyphs_count (layout) == 0;

  cairo_destroy (cr);
  if (!legible)
    g_set_error_literal (error, RING_ERROR, RING_ERROR_FAILED,
                         _ ("There is no font on this computer, and a sheet without words would be worth nothing: "
                            "install one, such as DejaVu or Cantarell, and do it again"));
  return legible;
}

void
ring_prose_rule (cairo_t *cr, double x0, double x1, double y, double thick, guint32 colour)
{
  ring_paint_set_colour (cr, colour);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, thick);
  cairo_move_to (cr, x0, y);
  cairo_line_to (cr, x1, y);
  cairo_stroke (cr);
}

cairo_t *
ring_prose_new_context (void)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  return cr;
}
