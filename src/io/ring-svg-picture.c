/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-svg-picture.h"

#include "ring-number.h"
#include "ring-svg-attribute.h"
#include "ring-svg-node.h"
#include "ring-text.h"

/* The look of a note, as the canvas paints it; lengths are parts of the pin's height. */
#define PIN_COLOUR 0xc0392bffu
#define DOT_COLOUR 0xffffffffu
#define DOT_RADIUS 0.12
#define HEAD_HEIGHT 0.68
#define LABEL_SIZE 0.6
#define LABEL_X 0.5
#define LABEL_Y 0.21

guint
ring_svg_decimals (double fit)
{
  double rounding = 0.005;

  for (guint decimals = 2; decimals < 4; decimals++, rounding /= 10)
    if (rounding <= fit / 4)
      return decimals;
  return 4;
}

void
ring_svg_append_stroke (GString *out, const RingPath *outline, double fit, guint32 colour)
{
  ring_svg_append_d (out, outline, ring_svg_decimals (fit));
  ring_svg_append_colour (out, "fill", colour);
}

RingGrain
ring_svg_get_grain (const RingStroke *stroke, guint i)
{
  return (RingGrain){ ring_grain_of_band (i), stroke->style.colour,
                      stroke->style.grain > 0 ? stroke->style.grain : 1 };
}

void
ring_svg_append_bands (GString *out, const RingInkPicture *picture, const RingStroke *stroke,
                       const char *separator)
{
  for (guint i = 0; i < ring_ink_picture_get_n_paths (picture); i++)
    {
      RingGrain grain = ring_svg_get_grain (stroke, i);
      g_autofree char *id = ring_grain_make_id (&grain);

      g_string_append (out, separator);
      g_string_append (out, "<path");
      ring_svg_append_d (out, ring_ink_picture_get_path (picture, i),
                         ring_svg_decimals (stroke->fit));
      g_string_append_printf (out, " fill=\"url(#%s)\"", id);
      ring_svg_append_number (out, "fill-opacity", ring_ink_band_alpha (i) / 255.0);
      g_string_append (out, "/>");
    }
}

static void
append_label (GString *out, const RingNote *note, const char *separator)
{
  /* A label can come from a clipboard, with characters that XML cannot hold. */
  g_autofree char *label = ring_text_clean (note->label, RING_TEXT_MAX_CHARS);
  double h = note->size;

  g_string_append (out, separator);
  g_string_append (out, "<text");
  ring_svg_append_number (out, "x", note->at.x + LABEL_X * h);
  ring_svg_append_number (out, "y", note->at.y + (LABEL_Y - HEAD_HEIGHT) * h);
  g_string_append (out, " font-family=\"sans-serif\"");
  ring_svg_append_number (out, "font-size", LABEL_SIZE * h);
  ring_svg_append_colour (out, "fill", PIN_COLOUR);
  g_string_append_c (out, '>');
  ring_svg_append_text (out, label);
  g_string_append (out, "</text>");
}

void
ring_svg_append_note (GString *out, const RingNote *note, const char *separator)
{
  g_autoptr (RingPath) pin = ring_note_get_pin (note);
  g_autoptr (RingPath) dot = ring_path_new ();
  double r = DOT_RADIUS * note->size;

  ring_path_add_ellipse (dot, (RingPoint){ note->at.x, note->at.y - HEAD_HEIGHT * note->size }, r,
                         r);
  g_string_append (out, separator);
  g_string_append (out, "<path");
  ring_svg_append_d (out, pin, 3);
  ring_svg_append_colour (out, "fill", PIN_COLOUR);
  g_string_append (out, "/>");
  g_string_append (out, separator);
  g_string_append (out, "<path");
  ring_svg_append_d (out, dot, 3);
  ring_svg_append_colour (out, "fill", DOT_COLOUR);
  g_string_append (out, "/>");
  if (note->label != NULL && note->label[0] != '\0')
    append_label (out, note, separator);
}

/* Artwork of unknown origin keeps the precision of the file. */
static void
append_art_path (GString *out, const RingArtPath *painted, const RingPath *path)
{
  g_string_append (out, "<path");
  ring_svg_append_d (out, path, RING_SVG_DECIMALS);
  ring_svg_append_colour (out, "fill", painted->fill);
  if (painted->even_odd)
    g_string_append (out, " fill-rule=\"evenodd\"");
  if ((painted->stroke & 0xff) != 0)
    {
      ring_svg_append_colour (out, "stroke", painted->stroke);
      ring_svg_append_number (out, "stroke-width", painted->stroke_width);
    }
  g_string_append (out, "/>");
}

void
ring_svg_append_art (GString *out, const RingArt *art, const char *separator)
{
  for (guint i = 0; i < ring_art_get_n_paths (art); i++)
    {
      const RingArtPath *painted = ring_art_get_path (art, i);

      g_string_append (out, separator);
      append_art_path (out, painted, painted->path);
    }
}

/* The ends of dashes are square, those of a whole line round. */
static void
append_figure_path (GString *out, const RingArtPath *painted, const RingFigure *figure)
{
  double dashes[RING_FIGURE_DASHES];
  guint n = ring_figure_get_dashes (figure, dashes);

  g_string_append (out, "<path");
  ring_svg_append_d (out, painted->path, ring_svg_decimals (0.01 * figure->paper));
  ring_svg_append_colour (out, "fill", painted->fill);
  if ((painted->stroke & 0xff) != 0)
    {
      ring_svg_append_colour (out, "stroke", painted->stroke);
      ring_svg_append_number (out, "stroke-width", painted->stroke_width);
      if (n == 0)
        g_string_append (out, " stroke-linecap=\"round\"");
      g_string_append (out, " stroke-linejoin=\"round\"");
      if (n > 0)
        ring_svg_append_numbers (out, "stroke-dasharray", dashes, n);
    }
  g_string_append (out, "/>");
}

static void
append_figure_label (GString *out, const RingFigureLabel *label, const RingFigure *figure)
{
  g_string_append (out, "<text");
  ring_svg_append_number (out, "x", label->at.x);
  ring_svg_append_number (out, "y", label->at.y);
  g_string_append (out, " font-family=\"sans-serif\"");
  ring_svg_append_number (out, "font-size", label->size);
  if (label->middle)
    g_string_append (out, " text-anchor=\"middle\"");
  ring_svg_append_colour (out, "fill", figure->colour);
  if (label->angle != 0)
    {
      const double turn[] = { label->angle, label->at.x, label->at.y };

      g_string_append (out, " transform=\"rotate(");
      for (guint i = 0; i < G_N_ELEMENTS (turn); i++)
        {
          if (i > 0)
            g_string_append_c (out, ' ');
          ring_number_append (out, turn[i], RING_SVG_DECIMALS);
        }
      g_string_append (out, ")\"");
    }
  g_string_append_c (out, '>');
  ring_svg_append_text (out, label->text);
  g_string_append (out, "</text>");
}

void
ring_svg_append_figure (GString *out, const RingItem *item, const char *separator)
{
  const RingFigure *figure = ring_item_get_figure (item);
  const RingFigurePicture *picture = ring_item_get_figure_picture (item);

  for (guint i = 0; i < ring_art_get_n_paths (picture->art); i++)
    {
      g_string_append (out, separator);
      append_figure_path (out, ring_art_get_path (picture->art, i), figure);
    }
  for (guint i = 0; i < picture->labels->len; i++)
    {
      g_string_append (out, separator);
      append_figure_label (out, &g_array_index (picture->labels, RingFigureLabel, i), figure);
    }
}

/* Two decimals: what another program rounds on the way must not matter. */
void
ring_svg_append_art_shape (GString *out, const RingArt *art)
{
  RingMatrix back = RING_MATRIX_IDENTITY;
  gboolean have = FALSE;

  for (guint i = 0; i < ring_art_get_n_paths (art); i++)
    {
      const RingArtPath *painted = ring_art_get_path (art, i);
      g_autoptr (RingPath) moved = NULL;
      gsize n;
      const RingPoint *p = ring_path_get_points (painted->path, &n);

      if (!have && n > 0)
        {
          back.x0 = -p[0].x;
          back.y0 = -p[0].y;
          have = TRUE;
        }
      moved = ring_path_transform (painted->path, &back);
      ring_svg_append_d (out, moved, 2);
      ring_svg_append_colour (out, "fill", painted->fill);
      ring_svg_append_colour (out, "stroke", painted->stroke);
    }
}
