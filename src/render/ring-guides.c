/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-guides.h"

#include "ring-label.h"
#include "ring-number.h"
#include "ring-paint.h"
#include "ring-reach.h"
#include "ring-view-lines.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Paper mm. */
#define LABEL_SIZE 2.6
#define LABEL_INSET 2.5
#define FRAME_TICK 4.0

#define LABEL_COLOUR 0x6f8296ff
#define FRAME_COLOUR 0xc3ced8ff

static const char *
view_title (RingViewKind kind)
{
  switch (kind)
    {
    case RING_VIEW_FRONT:
      return C_ ("view", "Front");
    case RING_VIEW_TOP:
      return C_ ("view", "Top");
    case RING_VIEW_SIDE:
      return C_ ("view", "Side");
    case RING_VIEW_THREE_QUARTER:
      return C_ ("view", "Three-quarter");
    case RING_VIEW_STRIP:
      return C_ ("view", "Unrolled");
    case RING_VIEW_PAGE:
    default:
      return C_ ("view", "Page");
    }
}

static char *
format_scale (double scale)
{
  g_autofree char *number = ring_number_format (scale >= 1 ? scale : 1 / scale, 2);

  return scale >= 1 ? g_strdup_printf ("%s:1", number) : g_strdup_printf ("1:%s", number);
}

char *
ring_guides_label (const RingDrawing *drawing, const RingView *view)
{
  const RingViewHead *head = ring_view_get_head (view);
  g_autofree char *scale = format_scale (head->scale);
  g_autofree char *inside = NULL;
  RingSpec spec;

  ring_spec_init (&spec, ring_view_get_ring (drawing, head));
  if (!spec.size_known)
    return g_strdup_printf ("%s %s   %s", view_title (head->kind), scale,
                            _("size to be confirmed"));
  inside = ring_number_format (spec.band.circumference / G_PI, 2);
  /* Translators: "Front 4:1   inside Ø 17.32 mm" */
  return g_strdup_printf (_("%s %s   inside Ø %s mm"), view_title (head->kind), scale, inside);
}

static void
paint_line (cairo_t *cr, const RingViewLine *line, double scale)
{
  const RingLinePen *pen = ring_line_pen (line->style);
  double dashes[4];

  /* Dashes would be made for all of a line, also where nobody sees it. */
  if (!ring_reach_holds_path (cr, line->path, 0))
    return;
  for (int i = 0; i < pen->n_dashes; i++)
    dashes[i] = pen->dashes[i] / scale;
  cairo_set_dash (cr, dashes, pen->n_dashes, 0);
  cairo_set_line_width (cr, pen->width / scale);
  ring_paint_path (cr, line->path);
  ring_paint_set_colour (cr, pen->colour);
  cairo_stroke (cr);
}

/* The corners of the view's window: enough to see where it ends, too little to fence it in. */
static void
paint_frame (cairo_t *cr, RingRect clip, double scale)
{
  double tick = FRAME_TICK / scale;
  double x[] = { clip.x0, clip.x1 };
  double y[] = { clip.y0, clip.y1 };

  for (int i = 0; i < 4; i++)
    {
      double dx = (i & 1) != 0 ? -tick : tick;
      double dy = (i & 2) != 0 ? -tick : tick;

      cairo_move_to (cr, x[i & 1] + dx, y[i >> 1]);
      cairo_line_to (cr, x[i & 1], y[i >> 1]);
      cairo_line_to (cr, x[i & 1], y[i >> 1] + dy);
    }
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 0.13 / scale);
  ring_paint_set_colour (cr, FRAME_COLOUR);
  cairo_stroke (cr);
}

static void
paint_window (cairo_t *cr, const RingDrawing *drawing, const RingView *view)
{
  const RingViewHead *head = ring_view_get_head (view);
  g_autofree char *label = ring_guides_label (drawing, view);
  double inset = LABEL_INSET / head->scale;

  if (ring_rect_is_empty (head->clip))
    return;
  if (ring_reach_holds (cr, head->clip))
    paint_frame (cr, head->clip, head->scale);
  ring_paint_set_colour (cr, LABEL_COLOUR);
  ring_label_draw (cr, label, (RingPoint){ head->clip.x0 + inset, head->clip.y1 - inset },
                   LABEL_SIZE / head->scale, RING_LABEL_START);
}

/* The lines depend on the ring's measures alone, and a tile needs them again with every repaint
 * while they change once in a minute, so each painting thread keeps those it made last. */
typedef struct
{
  char *key;
  GArray *lines;
} Kept;

#define N_KEPT 8

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  for (guint i = 0; i < N_KEPT; i++)
    {
      g_free (kept[i].key);
      g_clear_pointer (&kept[i].lines, g_array_unref);
    }
  g_free (kept);
}

/* A new reference. */
static GArray *
lines_of (const RingDrawing *drawing, const RingViewHead *head)
{
  static GPrivate all = G_PRIVATE_INIT (kept_free);
  static GPrivate next = G_PRIVATE_INIT (NULL);
  Kept *kept = g_private_get (&all);
  char *key = ring_view_lines_key (drawing, head);
  guint place;

  if (kept == NULL)
    g_private_set (&all, kept = g_new0 (Kept, N_KEPT));
  for (guint i = 0; i < N_KEPT; i++)
    if (g_strcmp0 (kept[i].key, key) == 0)
      {
        g_free (key);
        return g_array_ref (kept[i].lines);
      }

  place = GPOINTER_TO_UINT (g_private_get (&next));
  g_private_set (&next, GUINT_TO_POINTER ((place + 1) % N_KEPT));
  g_free (kept[place].key);
  g_clear_pointer (&kept[place].lines, g_array_unref);
  kept[place].key = key;
  kept[place].lines = ring_view_lines (drawing, head);
  return g_array_ref (kept[place].lines);
}

void
ring_guides_paint (cairo_t *cr, const RingDrawing *drawing, const RingView *view)
{
  const RingViewHead *head = ring_view_get_head (view);
  g_autoptr (GArray) lines = NULL;

  if (!(head->scale > 0))
    return;
  lines = lines_of (drawing, head);

  cairo_save (cr);
  if (!ring_rect_is_empty (head->clip))
    ring_reach_clip (cr, head->clip);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  for (guint i = 0; i < lines->len; i++)
    paint_line (cr, &g_array_index (lines, RingViewLine, i), head->scale);
  cairo_restore (cr);

  cairo_save (cr);
  paint_window (cr, drawing, view);
  cairo_restore (cr);
}
