/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-svg-guides.h"

#include "ring-lit-gems.h"
#include "ring-number.h"
#include "ring-paper.h"
#include "ring-svg-attribute.h"
#include "ring-view-label.h"
#include "ring-view-lines.h"

/* Of the lines of the projection sign, paper mm, as the canvas draws them. */
#define SIGN_WIDTH 0.18

static void
append_line (GString *out, const RingViewLine *line, RingPaper paper, double scale, const char *indent)
{
  const RingLinePen *pen = ring_line_pen (line->style);

  g_string_append_printf (out, "%s  <path", indent);
  ring_svg_append_d (out, line->path, 3);
  g_string_append_printf (out, " stroke=\"#%06x\"", ring_paper_guide (paper, pen->colour) >> 8);
  ring_svg_append_number (out, "stroke-width", pen->true_width ? pen->width : pen->width / scale);
  if (pen->true_width)
    g_string_append (out, " stroke-linecap=\"round\" stroke-linejoin=\"round\"");
  for (int i = 0; i < pen->n_dashes; i++)
    {
      g_string_append (out, i == 0 ? " stroke-dasharray=\"" : " ");
      ring_number_append (out, pen->dashes[i] / scale, 4);
    }
  g_string_append (out, pen->n_dashes > 0 ? "\"/>" : "/>");
}

static void
append_shape (GString *out, const RingGemShape *shape, double scale, const char *indent)
{
  const char *what = shape->line > 0 ? "stroke" : "fill";

  g_string_append_printf (out, "%s    <path", indent);
  ring_svg_append_d (out, shape->path, 3);
  g_string_append_printf (out, " %s=\"#%06x\"", what, shape->colour >> 8);
  if ((shape->colour & 0xff) != 0xff)
    {
      g_string_append_printf (out, " %s-opacity=\"", what);
      ring_number_append (out, (shape->colour & 0xff) / 255.0, 2);
      g_string_append_c (out, '"');
    }
  if (shape->line > 0)
    ring_svg_append_number (out, "stroke-width", shape->line / scale);
  g_string_append (out, "/>");
}

/* Beneath the lines, as the canvas paints them. */
static void
append_lit_gems (GString *out,
                 const RingDrawing *drawing,
                 const RingViewHead *head,
                 const char *indent)
{
  g_autoptr (GArray) gems = ring_lit_gems_list (drawing, head);

  for (guint i = 0; i < gems->len; i++)
    {
      const RingLitGem *gem = &g_array_index (gems, RingLitGem, i);

      g_string_append_printf (out, "%s  <g stroke-linejoin=\"round\" stroke-linecap=\"round\""
                                   " transform=\"translate(", indent);
      ring_number_append (out, gem->at.x, 4);
      g_string_append_c (out, ' ');
      ring_number_append (out, gem->at.y, 4);
      g_string_append (out, ")\">");
      for (guint k = 0; k < gem->shapes->len; k++)
        append_shape (out, &g_array_index (gem->shapes, RingGemShape, k), head->scale, indent);
      g_string_append_printf (out, "%s  </g>", indent);
    }
}

static void
append_lines (GString *out, const RingDrawing *drawing, const RingViewHead *head, const char *indent)
{
  g_autoptr (GArray) lines = ring_view_lines (drawing, head);
  g_autoptr (GArray) engraved = ring_view_engraved_lines (drawing, head);
  RingPaper paper = ring_paper_get_printed (drawing);

  for (guint i = 0; i < lines->len; i++)
    append_line (out, &g_array_index (lines, RingViewLine, i), paper, head->scale, indent);
  for (guint i = 0; i < engraved->len; i++)
    append_line (out, &g_array_index (engraved, RingViewLine, i), paper, head->scale, indent);
}

static guint32
label_colour (const RingDrawing *drawing)
{
  return ring_paper_guide (ring_paper_get_printed (drawing), RING_LABEL_COLOUR);
}

static void
append_text (GString *out, const RingViewHead *head, guint32 colour, double x, double y, const char *anchor, const char *text)
{
  g_string_append (out, "<text");
  ring_svg_append_number (out, "x", x);
  ring_svg_append_number (out, "y", y);
  g_string_append (out, " font-family=\"sans-serif\"");
  ring_svg_append_number (out, "font-size", RING_LABEL_EM / head->scale);
  if (anchor != NULL)
    g_string_append_printf (out, " text-anchor=\"%s\"", anchor);
  g_string_append_printf (out, " fill=\"#%06x\" stroke=\"none\">%s</text>", colour >> 8, text);
}

/* English in every language: the same design is the same bytes everywhere. */
static void
append_label (GString *out, const RingDrawing *drawing, const RingViewHead *head, const char *indent)
{
  double inset = RING_LABEL_INSET / head->scale;
  g_autofree char *label = ring_view_label (drawing, head, FALSE);

  if (ring_rect_is_empty (head->clip))
    return;
  g_string_append_printf (out, "%s  ", indent);
  append_text (out, head, label_colour (drawing), head->clip.x0 + inset, head->clip.y1 - inset, NULL, label);
}

static void
append_projection (GString *out, const RingDrawing *drawing, const RingViewHead *head, const char *indent)
{
  const char *word = ring_view_projection (drawing, head, FALSE);
  double unit = 1 / head->scale;
  g_autoptr (RingPath) sign = NULL;
  g_autoptr (RingPath) placed = NULL;
  RingRect bounds;
  RingMatrix matrix;

  if (word == NULL || ring_rect_is_empty (head->clip))
    return;
  sign = ring_view_projection_sign (drawing, head);
  bounds = ring_path_get_bounds (sign);
  matrix = (RingMatrix){ unit, 0, 0, unit, head->clip.x1 - unit * RING_LABEL_INSET,
                         head->clip.y0 + unit * (RING_LABEL_INSET + bounds.y1) };
  placed = ring_path_transform (sign, &matrix);
  g_string_append_printf (out, "%s  <path", indent);
  ring_svg_append_d (out, placed, 3);
  g_string_append_printf (out, " stroke=\"#%06x\"", label_colour (drawing) >> 8);
  ring_svg_append_number (out, "stroke-width", SIGN_WIDTH * unit);
  g_string_append_printf (out, "/>%s  ", indent);
  append_text (out, head, label_colour (drawing), head->clip.x1 + unit * (bounds.x0 - 2 * RING_LABEL_INSET),
               head->clip.y0 + unit * (RING_LABEL_INSET + bounds.y1 + 0.35 * RING_LABEL_EM), "end", word);
}

void
ring_svg_append_guides (GString *out,
                        const RingDrawing *drawing,
                        const RingView *view,
                        const char *indent,
                        gboolean plain)
{
  const RingViewHead *head = ring_view_get_head (view);

  if (head->kind == RING_VIEW_PAGE || !(head->scale > 0))
    return;
  g_string_append_printf (out, "%s<g", indent);
  if (!plain)
    g_string_append_printf (out, " rw:guide=\"%s\"", ring_view_kind_name (head->kind));
  g_string_append (out, " fill=\"none\">");
  append_lit_gems (out, drawing, head, indent);
  append_lines (out, drawing, head, indent);
  append_label (out, drawing, head, indent);
  append_projection (out, drawing, head, indent);
  g_string_append_printf (out, "%s</g>", indent);
}
