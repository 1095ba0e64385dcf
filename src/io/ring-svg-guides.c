/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-svg-guides.h"

#include "ring-number.h"
#include "ring-spec.h"
#include "ring-svg-picture.h"
#include "ring-view-lines.h"

/* Paper mm, as the canvas draws them. */
#define LABEL_SIZE 2.6
#define LABEL_INSET 2.5
#define LABEL_COLOUR "#6f8296"

/* English in every language: the same design is the same bytes everywhere. */
static const char *
view_title (RingViewKind kind)
{
  switch (kind)
    {
    case RING_VIEW_FRONT: return "FRONT";
    case RING_VIEW_TOP: return "TOP";
    case RING_VIEW_SIDE: return "SIDE";
    case RING_VIEW_THREE_QUARTER: return "THREE-QUARTER";
    case RING_VIEW_STRIP: return "UNROLLED";
    case RING_VIEW_PAGE:
    default: return "PAGE";
    }
}

static void
append_line (GString *out, const RingViewLine *line, double scale, const char *indent)
{
  const RingLinePen *pen = ring_line_pen (line->style);

  g_string_append_printf (out, "%s  <path d=\"", indent);
  ring_path_to_svg (line->path, 3, out);
  g_string_append_printf (out, "\" stroke=\"#%06x\"", pen->colour >> 8);
  ring_svg_append_number (out, "stroke-width", pen->width / scale);
  for (int i = 0; i < pen->n_dashes; i++)
    {
      g_string_append (out, i == 0 ? " stroke-dasharray=\"" : " ");
      ring_number_append (out, pen->dashes[i] / scale, 4);
    }
  g_string_append (out, pen->n_dashes > 0 ? "\"/>" : "/>");
}

static void
append_lines (GString *out, const RingDrawing *drawing, const RingViewHead *head, const char *indent)
{
  g_autoptr (GArray) lines = ring_view_lines (drawing, head);

  for (guint i = 0; i < lines->len; i++)
    append_line (out, &g_array_index (lines, RingViewLine, i), head->scale, indent);
}

static void
append_label (GString *out, const RingViewHead *head, const RingSpec *spec, const char *indent)
{
  double inset = LABEL_INSET / head->scale;

  if (ring_rect_is_empty (head->clip))
    return;
  g_string_append_printf (out, "%s  <text", indent);
  ring_svg_append_number (out, "x", head->clip.x0 + inset);
  ring_svg_append_number (out, "y", head->clip.y1 - inset);
  g_string_append (out, " font-family=\"sans-serif\"");
  ring_svg_append_number (out, "font-size", LABEL_SIZE / head->scale);
  g_string_append_printf (out, " fill=\"" LABEL_COLOUR "\" stroke=\"none\">%s ",
                          view_title (head->kind));
  ring_number_append (out, head->scale >= 1 ? head->scale : 1, 2);
  g_string_append_c (out, ':');
  ring_number_append (out, head->scale >= 1 ? 1 : 1 / head->scale, 2);
  if (!spec->size_known)
    g_string_append (out, " - size to be confirmed");
  g_string_append (out, "</text>");
}

void
ring_svg_append_guides (GString *out,
                        const RingDrawing *drawing,
                        const RingView *view,
                        const char *indent,
                        gboolean plain)
{
  const RingViewHead *head = ring_view_get_head (view);
  RingSpec spec;

  if (head->kind == RING_VIEW_PAGE || !(head->scale > 0))
    return;
  ring_spec_init (&spec, ring_view_get_ring (drawing, head));
  g_string_append_printf (out, "%s<g", indent);
  if (!plain)
    g_string_append_printf (out, " rw:guide=\"%s\"", ring_view_kind_name (head->kind));
  g_string_append (out, " fill=\"none\">");
  append_lines (out, drawing, head, indent);
  append_label (out, head, &spec, indent);
  g_string_append_printf (out, "%s</g>", indent);
}
