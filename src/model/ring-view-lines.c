/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-view-lines.h"

#include "ring-views.h"

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

static void
line_clear (gpointer data)
{
  ring_path_unref (((RingViewLine *) data)->path);
}

/* Takes PATH. */
static void
add (GArray *lines, RingLineStyle style, RingPath *path)
{
  RingViewLine line = { path, style };

  g_array_append_val (lines, line);
}

static void
add_segment (GArray *lines, double x0, double y0, double x1, double y1)
{
  RingPath *path = ring_path_new ();

  ring_path_move_to (path, (RingPoint){ x0, y0 });
  ring_path_line_to (path, (RingPoint){ x1, y1 });
  add (lines, RING_LINE_CENTRE, path);
}

/* The unrolled band: as long as the finger is round, quarters chained. */
static void
add_strip (GArray *lines, const RingSpec *spec, double overhang)
{
  double half = spec->circumference / 2;
  double w = spec->width / 2;
  RingPath *edge = ring_path_new ();

  ring_path_add_rect (edge, (RingRect){ -half, -w, half, w });
  add (lines, RING_LINE_EDGE, edge);
  add_segment (lines, -half - overhang, 0, half + overhang, 0);
  for (int quarter = -1; quarter <= 1; quarter++)
    add_segment (lines, quarter * half / 2, -w - overhang, quarter * half / 2, w + overhang);
}

static void
init_views_spec (RingViewsSpec *views, const RingSpec *spec)
{
  *views = (RingViewsSpec){
    .band = { .circumference = spec->circumference, .width = spec->width, .thickness = spec->thickness },
    .length = spec->stone_length,
    .width = spec->stone_width,
    .depth = spec->stone_depth,
    .head_height = spec->stone_height,
  };
  if (!ring_profile_from_id (spec->profile, &views->band.profile))
    views->band.profile = RING_PROFILE_D;
  views->has_gem = ring_cut_from_id (spec->cut, &views->cut);
}

static void
add_views (GArray *lines, const RingSpec *spec, RingViewsKind kind)
{
  static const RingLineStyle styles[] = {
    [RING_VIEWS_OUTLINE] = RING_LINE_EDGE,
    [RING_VIEWS_HIDDEN] = RING_LINE_HIDDEN,
    [RING_VIEWS_CENTRE] = RING_LINE_CENTRE,
    [RING_VIEWS_FACET] = RING_LINE_FINE,
  };
  RingViewsSpec views;
  g_autoptr (GArray) drawn = NULL;

  init_views_spec (&views, spec);
  drawn = ring_views_lines (&views, kind);
  for (guint i = 0; i < drawn->len; i++)
    {
      const RingViewsLine *line = &g_array_index (drawn, RingViewsLine, i);
      RingRect bounds = ring_path_get_bounds (line->path);

      /* An axis seen along itself is a point, and nothing to draw. */
      if (bounds.x1 - bounds.x0 <= 0 && bounds.y1 - bounds.y0 <= 0)
        continue;
      add (lines, styles[line->role], ring_path_ref (line->path));
    }
}

GArray *
ring_view_lines (RingViewKind kind, const RingSpec *spec, double overhang)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (RingViewLine));

  g_array_set_clear_func (lines, line_clear);
  switch (kind)
    {
    case RING_VIEW_FRONT: add_views (lines, spec, RING_VIEWS_FRONT); break;
    case RING_VIEW_TOP: add_views (lines, spec, RING_VIEWS_TOP); break;
    case RING_VIEW_SIDE: add_views (lines, spec, RING_VIEWS_SIDE); break;
    case RING_VIEW_THREE_QUARTER: add_views (lines, spec, RING_VIEWS_THREE_QUARTER); break;
    case RING_VIEW_STRIP: add_strip (lines, spec, overhang); break;
    case RING_VIEW_PAGE:
    default: break;
    }
  return lines;
}
