/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-paint.h"

#include "ring-foreign.h"
#include "ring-guides.h"
#include "ring-label.h"
#include "ring-paper.h"
#include "ring-pdf-ink.h"
#include "ring-pencil.h"
#include "ring-photo-paint.h"
#include "ring-raster-ink.h"
#include "ring-reach.h"

#include <math.h>

#define PIN_COLOUR 0xc0392bff
#define PIN_DOT_COLOUR 0xffffffff

/* The em of a note's label and where it stands, as parts of the height of the pin: what
 * RingItem's bounds allow for and the file writes. */
#define NOTE_LABEL_SIZE 0.6

void
ring_paint_set_colour (cairo_t *cr, guint32 rgba)
{
  cairo_set_source_rgba (cr, (rgba >> 24 & 0xff) / 255.0, (rgba >> 16 & 0xff) / 255.0,
                         (rgba >> 8 & 0xff) / 255.0, (rgba & 0xff) / 255.0);
}

static void
append_path (cairo_t *cr, const RingPath *path)
{
  gsize n_verbs, n_points;
  const guint8 *verbs = ring_path_get_verbs (path, &n_verbs);
  const RingPoint *p = ring_path_get_points (path, &n_points);

  for (gsize i = 0; i < n_verbs; i++)
    {
      switch ((RingPathVerb) verbs[i])
        {
        case RING_PATH_MOVE:
          cairo_move_to (cr, p[0].x, p[0].y);
          p += 1;
          break;
        case RING_PATH_LINE:
          cairo_line_to (cr, p[0].x, p[0].y);
          p += 1;
          break;
        case RING_PATH_CURVE:
          cairo_curve_to (cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
          p += 3;
          break;
        case RING_PATH_CLOSE:
        default:
          cairo_close_path (cr);
          break;
        }
    }
}

/* Adds PATH to the current path, to be filled. What lies further from the device's origin than
 * cairo's fixed-point numbers reach is cut off where nobody can see it. */
void
ring_paint_path (cairo_t *cr, const RingPath *path)
{
  if (ring_path_is_empty (path))
    return;
  if (ring_reach_holds_path (cr, path, 0))
    append_path (cr, path);
  else
    ring_reach_append_fill (cr, path);
}

/* The same for a path that will be stroked. */
static void
append_line (cairo_t *cr, const RingPath *path, double width)
{
  if (ring_path_is_empty (path))
    return;
  if (ring_reach_holds_path (cr, path, width))
    append_path (cr, path);
  else
    ring_reach_append_line (cr, path, width);
}

static void
paint_stroke (cairo_t *cr, const RingItem *item)
{
  const RingStroke *stroke = ring_item_get_stroke (item);

  if (stroke->style.instrument == RING_INSTRUMENT_PENCIL)
    {
      ring_pencil_paint (cr, ring_item_get_picture (item), &stroke->style);
      return;
    }
  ring_paint_path (cr, ring_item_get_outline (item));
  ring_paint_set_colour (cr, stroke->style.colour);
  cairo_fill (cr);
}

static void
paint_art_path (cairo_t *cr, const RingArtPath *painted)
{
  if ((painted->fill & 0xff) != 0)
    {
      cairo_set_fill_rule (cr,
                           painted->even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
      ring_paint_path (cr, painted->path);
      ring_paint_set_colour (cr, painted->fill);
      cairo_fill (cr);
    }
  if ((painted->stroke & 0xff) != 0 && painted->stroke_width > 0)
    {
      append_line (cr, painted->path, painted->stroke_width);
      ring_paint_set_colour (cr, painted->stroke);
      cairo_set_line_width (cr, painted->stroke_width);
      cairo_stroke (cr);
    }
}

static void
paint_art (cairo_t *cr, const RingArt *art)
{
  cairo_fill_rule_t rule = cairo_get_fill_rule (cr);

  for (guint i = 0; i < ring_art_get_n_paths (art); i++)
    paint_art_path (cr, ring_art_get_path (art, i));
  cairo_set_fill_rule (cr, rule);
}

static void
paint_note (cairo_t *cr, const RingNote *note)
{
  g_autoptr (RingPath) pin = ring_note_get_pin (note);
  double h = note->size;
  double x = note->at.x;
  double y = note->at.y - 0.68 * h; /* the middle of the pin's head */

  if (!ring_reach_holds_path (cr, pin, h))
    return;
  append_path (cr, pin);
  ring_paint_set_colour (cr, PIN_COLOUR);
  cairo_fill (cr);
  cairo_arc (cr, x, y, 0.12 * h, 0, 2 * G_PI);
  ring_paint_set_colour (cr, PIN_DOT_COLOUR);
  cairo_fill (cr);
  if (note->label != NULL && note->label[0] != '\0')
    {
      ring_paint_set_colour (cr, PIN_COLOUR);
      ring_label_draw (cr, note->label, (RingPoint){ x + 0.5 * h, y + 0.21 * h },
                       NOTE_LABEL_SIZE * h, RING_LABEL_START);
    }
}

static void
paint_label (cairo_t *cr, const RingFigureLabel *label)
{
  cairo_save (cr);
  cairo_translate (cr, label->at.x, label->at.y);
  cairo_rotate (cr, label->angle * G_PI / 180);
  ring_label_draw (cr, label->text, (RingPoint){ 0, 0 }, label->size,
                   label->middle ? RING_LABEL_CENTRE : RING_LABEL_START);
  cairo_restore (cr);
}

static void
paint_figure (cairo_t *cr, const RingItem *item)
{
  const RingFigure *figure = ring_item_get_figure (item);
  const RingFigurePicture *picture = ring_item_get_figure_picture (item);
  double dashes[RING_FIGURE_DASHES];
  guint n = ring_figure_get_dashes (figure, dashes);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, n == 0 ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  /* Dashes would be made for all of a line, also where nobody sees it. */
  if (n > 0 && ring_reach_holds (cr, ring_art_get_bounds (picture->art)))
    cairo_set_dash (cr, dashes, (int) n, 0);
  paint_art (cr, picture->art);
  ring_paint_set_colour (cr, figure->colour);
  for (guint i = 0; i < picture->labels->len; i++)
    paint_label (cr, &g_array_index (picture->labels, RingFigureLabel, i));
  cairo_restore (cr);
}

/* Paints ITEM through its own matrix; a matrix that flattens it to a line paints nothing. */
void
ring_paint_item (cairo_t *cr, const RingItem *item)
{
  const RingMatrix *m = ring_item_get_matrix (item);
  gboolean moved = !ring_matrix_is_identity (m);

  if (moved)
    {
      cairo_matrix_t matrix = { m->xx, m->yx, m->xy, m->yy, m->x0, m->y0 };
      double determinant = m->xx * m->yy - m->xy * m->yx;

      /* cairo would put the whole context into an error for a matrix without inverse. */
      if (!isfinite (determinant) || determinant == 0)
        return;
      cairo_save (cr);
      cairo_transform (cr, &matrix);
    }
  switch (ring_item_get_kind (item))
    {
    case RING_ITEM_STROKE:
      paint_stroke (cr, item);
      break;
    case RING_ITEM_NOTE:
      paint_note (cr, ring_item_get_note (item));
      break;
    case RING_ITEM_PRESET:
    case RING_ITEM_ARTWORK:
      paint_art (cr, ring_item_get_art (item));
      break;
    case RING_ITEM_FIGURE:
      paint_figure (cr, item);
      break;
    case RING_ITEM_IMAGE:
      ring_photo_paint (cr, ring_item_get_image (item)->photo, ring_item_get_image (item)->opacity);
      break;
    case RING_ITEM_FOREIGN:
    default:
      {
        gboolean graphical;
        const char *xml = ring_item_get_xml (item, &graphical);

        if (graphical)
          ring_foreign_paint (cr, xml);
        break;
      }
    }
  if (moved)
    cairo_restore (cr);
}

typedef struct
{
  cairo_t *cr;
  RingPdfInk *ink; /* where strokes go instead of to CR, or NULL */
  RingRect region; /* mm of the view; what to paint */
  RingRect clip;   /* mm of the view; only when CLIPPED */
  gboolean clipped;
} ViewPainter;

static gboolean
is_within (RingRect inner, RingRect outer)
{
  return !ring_rect_is_empty (inner) && inner.x0 >= outer.x0 && inner.y0 >= outer.y0
         && inner.x1 <= outer.x1 && inner.y1 <= outer.y1;
}

static void
flush_ink (const ViewPainter *painter)
{
  if (painter->ink != NULL)
    ring_pdf_ink_flush (painter->ink, painter->cr);
}

/* Most items lie inside the window of their view and need no clip; clipping each fill would
 * cost more than the fill. */
static void
paint_in_window (const ViewPainter *painter, RingRasterInk *raster, const RingItem *item)
{
  cairo_t *cr = painter->cr;

  if (!painter->clipped || is_within (ring_item_get_bounds (item), painter->clip))
    {
      if (painter->ink != NULL && ring_pdf_ink_take (painter->ink, cr, item))
        return;
      if (ring_raster_ink_take (raster, item))
        return;
      flush_ink (painter);
      ring_paint_item (cr, item);
      return;
    }
  flush_ink (painter);
  cairo_save (cr);
  ring_reach_clip (cr, painter->clip);
  ring_paint_item (cr, item);
  cairo_restore (cr);
}

static void
paint_items (const ViewPainter *painter, const RingLayer *layer)
{
  RingSequenceIter iter;
  const RingItem *item;
  RingRasterInk raster;

  ring_raster_ink_init (&raster, painter->cr);
  ring_sequence_iter_init (&iter, ring_layer_get_items (layer), &painter->region);
  while ((item = ring_sequence_iter_next (&iter)) != NULL)
    paint_in_window (painter, &raster, item);
  flush_ink (painter);
}

/* The part of the region that LAYER paints on; a group is never larger than this. */
static RingRect
layer_extent (const ViewPainter *painter, const RingLayer *layer)
{
  RingRect extent = RING_RECT_EMPTY;
  RingSequenceIter iter;
  const RingItem *item;

  ring_sequence_iter_init (&iter, ring_layer_get_items (layer), &painter->region);
  while ((item = ring_sequence_iter_next (&iter)) != NULL)
    {
      /* Markup of another program may be anywhere. */
      if (ring_item_get_kind (item) == RING_ITEM_FOREIGN)
        extent = painter->region;
      extent = ring_rect_union (extent, ring_item_get_bounds (item));
    }
  extent = ring_rect_intersect (extent, painter->region);
  return painter->clipped ? ring_rect_intersect (extent, painter->clip) : extent;
}

static void
paint_layer (const ViewPainter *painter, const RingLayer *layer)
{
  double opacity = ring_layer_get_head (layer)->opacity;
  cairo_t *cr = painter->cr;
  RingRect extent;

  if (opacity >= 1)
    {
      paint_items (painter, layer);
      return;
    }
  extent = layer_extent (painter, layer);
  if (!(opacity > 0) || ring_rect_is_empty (extent))
    return;
  cairo_save (cr);
  ring_reach_clip (cr, ring_reach_widen (cr, extent, 1));
  cairo_push_group (cr);
  paint_items (painter, layer);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, opacity);
  cairo_restore (cr);
}

static void
paint_layers (ViewPainter *painter, const RingView *view, guint from, guint to, RingPaintFlags flags)
{
  for (guint i = from; (flags & RING_PAINT_ITEMS) != 0 && i < to; i++)
    {
      const RingLayer *layer = ring_view_get_layer (view, i);

      if (ring_layer_get_head (layer)->visible || (flags & RING_PAINT_HIDDEN) != 0)
        paint_layer (painter, layer);
    }
}

static void
paint_view (cairo_t *cr,
            const RingDrawing *drawing,
            const RingView *view,
            const RingRect *region,
            RingPaintFlags flags)
{
  const RingViewHead *head = ring_view_get_head (view);
  RingMatrix m = ring_view_get_matrix (view);
  ViewPainter painter
      = { .cr = cr, .ink = ring_pdf_ink_get (cr), .region = { -1e9, -1e9, 1e9, 1e9 } };
  cairo_matrix_t matrix = { m.xx, m.yx, m.xy, m.yy, m.x0, m.y0 };
  RingMatrix inverse;

  if (!ring_matrix_invert (&m, &inverse))
    return;
  cairo_save (cr);
  cairo_transform (cr, &matrix);
  if (region != NULL)
    painter.region = ring_reach_widen (cr, ring_matrix_apply_rect (&inverse, *region), 1);
  painter.clipped = head->kind != RING_VIEW_PAGE && !ring_rect_is_empty (head->clip);
  painter.clip = head->clip;
  if (!painter.clipped || ring_rect_intersects (painter.clip, painter.region))
    {
      guint n_under = ring_view_get_n_underlays (view);

      paint_layers (&painter, view, 0, n_under, flags);
      if ((flags & RING_PAINT_GUIDES) != 0 && head->kind != RING_VIEW_PAGE)
        ring_guides_paint (cr, drawing, view,
                           (flags & RING_PAINT_PAPER) != 0 ? ring_paper_get (drawing)
                                                           : RING_PAPER_WHITE);
      paint_layers (&painter, view, n_under, ring_view_get_n_layers (view), flags);
    }
  cairo_restore (cr);
}

/* Other programs' markup that stands beside the views on the sheet. */
static void
paint_foreign (cairo_t *cr, const RingDrawing *drawing)
{
  for (guint i = 0; i < ring_drawing_get_n_foreign (drawing); i++)
    {
      const RingForeign *foreign = ring_drawing_get_foreign (drawing, i);

      if (g_strcmp0 (foreign->parent, "svg") == 0 && ring_foreign_is_graphical (foreign->xml))
        ring_foreign_paint (cr, foreign->xml);
    }
}

void
ring_paint_drawing (cairo_t *cr,
                    const RingDrawing *drawing,
                    const RingRect *region,
                    RingPaintFlags flags)
{
  if ((flags & RING_PAINT_PAPER) != 0)
    {
      RingRect sheet
          = { 0, 0, ring_drawing_get_width (drawing), ring_drawing_get_height (drawing) };

      sheet = ring_reach_cut (cr, sheet);
      cairo_rectangle (cr, sheet.x0, sheet.y0, sheet.x1 - sheet.x0, sheet.y1 - sheet.y0);
      ring_paint_set_colour (cr, ring_paper_colour (ring_paper_get (drawing)));
      cairo_fill (cr);
    }
  if ((flags & RING_PAINT_ITEMS) != 0)
    paint_foreign (cr, drawing);
  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    paint_view (cr, drawing, ring_drawing_get_view (drawing, i), region, flags);
}
