/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The picture: desk, sheet, tiles, wet ink and what belongs to the pointer. Tiles and ink are
 * retained cairo nodes: the same node in the next frame costs nothing, a texture would be copied
 * each time. Nothing here is ever as large as the document. */

#include "ring-canvas-private.h"

#include <adwaita.h>
#include <math.h>

#include "ring-paint.h"
#include "ring-paper.h"

#define DESK_LIGHT ((GdkRGBA){ 0.871f, 0.863f, 0.851f, 1.0f })
#define DESK_DARK ((GdkRGBA){ 0.133f, 0.129f, 0.125f, 1.0f })
#define CROSSHAIR ((GdkRGBA){ 0.11f, 0.44f, 0.85f, 1.0f })
#define HALO ((GdkRGBA){ 1.0f, 1.0f, 1.0f, 0.8f })
#define RIM ((GdkRGBA){ 0.2f, 0.2f, 0.2f, 0.9f })

#define CROSSHAIR_ARM 14.0f
#define CROSSHAIR_GAP 3.0f
#define WORD_GAP 4.0

void
_ring_canvas_free_node (gpointer node)
{
  gsk_render_node_unref (node);
}

/* MATRIX turns, moves and enlarges evenly. It is given in these parts, as a renderer takes a bare
 * matrix for one in three dimensions. */
static void
append_matrix (GtkSnapshot *snapshot, const RingMatrix *matrix)
{
  double scale = ring_matrix_scale (matrix);

  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (matrix->x0, matrix->y0));
  if (fabs (matrix->yx) > 1e-9 * scale || matrix->xx < 0.0)
    gtk_snapshot_rotate (snapshot, atan2 (matrix->yx, matrix->xx) * 180.0 / G_PI);
  if (fabs (scale - 1.0) > 1e-7)
    gtk_snapshot_scale (snapshot, scale, scale);
}

static void
append_rect (GtkSnapshot *snapshot, RingRect rect, const GdkRGBA *colour)
{
  gtk_snapshot_append_color (
    snapshot, colour,
    &GRAPHENE_RECT_INIT (rect.x0, rect.y0, rect.x1 - rect.x0, rect.y1 - rect.y0));
}

/* Tiles. */

typedef struct
{
  GtkSnapshot *snapshot;
  const RingMatrix *matrix; /* of the level that is being appended */
} TileSnapshot;

/* An exact node ends where its tile ends; a scaled one takes the border too, so that no desk
 * shines through the joint. */
static GskRenderNode *
make_tile_node (const RingTilePicture *picture, gboolean exact)
{
  int border = exact ? 0 : RING_TILE_BORDER;
  int size = RING_TILE_SIZE + 2 * border;
  graphene_rect_t bounds
    = GRAPHENE_RECT_INIT (picture->x - border, picture->y - border, size, size);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_source_surface (cr, picture->surface, picture->x - RING_TILE_BORDER,
                            picture->y - RING_TILE_BORDER);
  cairo_pattern_set_filter (cairo_get_source (cr),
                            exact ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  cairo_pattern_set_extend (cairo_get_source (cr), exact ? CAIRO_EXTEND_NONE : CAIRO_EXTEND_PAD);
  cairo_rectangle (cr, picture->x - border, picture->y - border, size, size);
  cairo_fill (cr);
  cairo_destroy (cr);
  return node;
}

static void
append_tile_cb (RingTilePicture *picture, const RingMatrix *matrix, gboolean exact,
                gpointer user_data)
{
  TileSnapshot *tile = user_data;
  gpointer *slot = &picture->data[exact ? 0 : 1];

  if (*slot == NULL)
    *slot = make_tile_node (picture, exact);
  if (tile->matrix != matrix)
    {
      if (tile->matrix != NULL)
        gtk_snapshot_restore (tile->snapshot);
      gtk_snapshot_save (tile->snapshot);
      append_matrix (tile->snapshot, matrix);
      tile->matrix = matrix;
    }
  gtk_snapshot_append_node (tile->snapshot, *slot);
}

static void
end_tiles (TileSnapshot *tile)
{
  if (tile->matrix != NULL)
    gtk_snapshot_restore (tile->snapshot);
  tile->matrix = NULL;
}

/* Where sharp tiles are still missing. */
static void
append_stand_ins (RingCanvas *canvas, GtkSnapshot *snapshot)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (RingRect));
  RingMatrix matrix;

  if (!ring_tiles_get_gaps (canvas->tiles, gaps, &matrix))
    return;
  gtk_snapshot_save (snapshot);
  append_matrix (snapshot, &matrix);
  for (guint i = 0; i < gaps->len; i++)
    {
      RingRect gap = g_array_index (gaps, RingRect, i);
      TileSnapshot tile = { snapshot, NULL };

      gtk_snapshot_push_clip (
        snapshot, &GRAPHENE_RECT_INIT (gap.x0, gap.y0, gap.x1 - gap.x0, gap.y1 - gap.y0));
      ring_tiles_foreach_stand_in (canvas->tiles, gap, append_tile_cb, &tile);
      end_tiles (&tile);
      gtk_snapshot_pop (snapshot);
    }
  gtk_snapshot_restore (snapshot);
}

static void
append_tiles (RingCanvas *canvas, GtkSnapshot *snapshot)
{
  TileSnapshot tile = { snapshot, NULL };

  append_stand_ins (canvas, snapshot);
  ring_tiles_foreach (canvas->tiles, append_tile_cb, &tile);
  end_tiles (&tile);
}

/* Wet ink. */

static void
append_nodes (GtkSnapshot *snapshot, const RingWet *wet, GskRenderNode *tail,
              const RingMatrix *to_pixels)
{
  RingMatrix matrix = ring_matrix_multiply (&wet->matrix, to_pixels);
  gboolean clipped = !ring_rect_is_empty (wet->clip);

  gtk_snapshot_save (snapshot);
  append_matrix (snapshot, &matrix);
  if (clipped)
    gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (wet->clip.x0, wet->clip.y0,
                                                           wet->clip.x1 - wet->clip.x0,
                                                           wet->clip.y1 - wet->clip.y0));
  if (wet->alpha < 1.0)
    gtk_snapshot_push_opacity (snapshot, wet->alpha);
  for (guint i = 0; i < wet->nodes->len; i++)
    gtk_snapshot_append_node (snapshot, g_ptr_array_index (wet->nodes, i));
  if (tail != NULL)
    gtk_snapshot_append_node (snapshot, tail);
  if (wet->alpha < 1.0)
    gtk_snapshot_pop (snapshot);
  if (clipped)
    gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

/* Only over the tiles that do not hold it yet: see-through ink would be twice as dark. */
static void
append_drying (RingCanvas *canvas, GtkSnapshot *snapshot, const RingWet *wet,
               const RingMatrix *to_pixels)
{
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (RingRect));
  RingMatrix level, inverse, to_level;

  if (!ring_tiles_get_stale (canvas->tiles, wet->revision, wet->extent, rects, &level)
      || !ring_matrix_invert (&level, &inverse))
    return;
  to_level = ring_matrix_multiply (to_pixels, &inverse);
  gtk_snapshot_save (snapshot);
  append_matrix (snapshot, &level);
  for (guint i = 0; i < rects->len; i++)
    {
      RingRect rect = g_array_index (rects, RingRect, i);

      gtk_snapshot_push_clip (
        snapshot, &GRAPHENE_RECT_INIT (rect.x0, rect.y0, rect.x1 - rect.x0, rect.y1 - rect.y0));
      append_nodes (snapshot, wet, NULL, &to_level);
      gtk_snapshot_pop (snapshot);
    }
  gtk_snapshot_restore (snapshot);
}

static void
append_wet (RingCanvas *canvas, GtkSnapshot *snapshot, const RingMatrix *to_pixels)
{
  GskRenderNode *tail;

  for (guint i = 0; i < canvas->drying->len; i++)
    append_drying (canvas, snapshot, g_ptr_array_index (canvas->drying, i), to_pixels);
  if (canvas->hand.tool == NULL || !canvas->show_wet)
    return;
  tail = _ring_canvas_make_tail (canvas);
  append_nodes (snapshot, canvas->hand.wet, tail, to_pixels);
  g_clear_pointer (&tail, gsk_render_node_unref);
}

/* Desk and sheet. */

/* What of OUTER lies outside of INNER, as a frame. */
static void
append_frame (GtkSnapshot *snapshot, RingRect outer, RingRect inner, const GdkRGBA *colour)
{
  append_rect (snapshot, (RingRect){ outer.x0, outer.y0, outer.x1, inner.y0 }, colour);
  append_rect (snapshot, (RingRect){ outer.x0, inner.y1, outer.x1, outer.y1 }, colour);
  append_rect (snapshot, (RingRect){ outer.x0, inner.y0, inner.x0, inner.y1 }, colour);
  append_rect (snapshot, (RingRect){ inner.x1, inner.y0, outer.x1, inner.y1 }, colour);
}

static GdkRGBA
paper_colour (const RingDrawing *drawing)
{
  guint32 rgba = ring_paper_colour (ring_paper_get (drawing));

  return (GdkRGBA){ (float) (rgba >> 24) / 255.0f, (float) (rgba >> 16 & 0xff) / 255.0f,
                    (float) (rgba >> 8 & 0xff) / 255.0f, 1.0f };
}

/* The sheet in pixels, before it is turned; WHOLE where tiles do not cover it yet. Its shadow is a
 * few frames of shade: a blur would be made again for each step of a pan, and so would shade that
 * lies under the sheet. */
static void
append_sheet (RingCanvas *canvas, GtkSnapshot *snapshot, const RingDrawing *drawing,
              gboolean whole)
{
  double scale = ring_viewport_get_scale (canvas->viewport);
  RingMatrix matrix = ring_viewport_get_matrix (canvas->viewport);
  RingRect sheet = { 0.0, 0.0, ring_drawing_get_width (drawing) * scale,
                     ring_drawing_get_height (drawing) * scale };
  RingMatrix turn = { matrix.xx / scale, matrix.yx / scale, matrix.xy / scale, matrix.yy / scale,
                      matrix.x0, matrix.y0 };
  GdkRGBA shade = { 0.0f, 0.0f, 0.0f, 0.05f };
  GdkRGBA paper = paper_colour (drawing);

  gtk_snapshot_save (snapshot);
  append_matrix (snapshot, &turn);
  for (int spread = 4; spread >= 1; spread--)
    {
      RingRect under = ring_rect_inset (sheet, -spread);

      under.y0 = MIN (under.y0 + 2.0, sheet.y0);
      under.y1 += 2.0;
      append_frame (snapshot, under, sheet, &shade);
    }
  if (whole)
    append_rect (snapshot, sheet, &paper);
  gtk_snapshot_restore (snapshot);
}

/* Nothing is put where tiles will cover it. */
static void
append_ground (RingCanvas *canvas, GtkSnapshot *snapshot, RingRect window)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  const RingDrawing *drawing
    = canvas->design != NULL ? ring_design_get_drawing (canvas->design) : NULL;
  RingRect seen = ring_viewport_get_visible (canvas->viewport);
  gboolean inside = drawing != NULL && seen.x0 > 0.0 && seen.y0 > 0.0
                    && seen.x1 < ring_drawing_get_width (drawing)
                    && seen.y1 < ring_drawing_get_height (drawing);
  gboolean covered = drawing != NULL && ring_tiles_is_covered (canvas->tiles);

  if (inside)
    {
      GdkRGBA paper = paper_colour (drawing);

      if (!covered)
        append_rect (snapshot, window, &paper);
      return;
    }
  append_rect (snapshot, window, dark ? &DESK_DARK : &DESK_LIGHT);
  if (drawing != NULL)
    append_sheet (canvas, snapshot, drawing, !covered);
}

/* What belongs to the pointer. */

static void
append_ring (GtkSnapshot *snapshot, RingPoint at, float radius, const GdkRGBA *colour)
{
  const float widths[] = { 1.0f, 1.0f, 1.0f, 1.0f };
  const GdkRGBA colours[] = { *colour, *colour, *colour, *colour };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (
    &outline, &GRAPHENE_RECT_INIT (at.x - radius, at.y - radius, 2.0f * radius, 2.0f * radius),
    radius);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static gboolean
shows_eraser (RingCanvas *canvas)
{
  if (!canvas->pointer_inside)
    return FALSE;
  return _ring_canvas_pen_erases (canvas)
         || (canvas->tool != NULL && ring_tool_get_kind (canvas->tool) == RING_TOOL_ERASER);
}

static void
append_arm (GtkSnapshot *snapshot, RingPoint at, float dx, float dy, float grow,
            const GdkRGBA *colour)
{
  RingRect arm = RING_RECT_EMPTY;

  arm = ring_rect_add_point (arm, (RingPoint){ at.x + dx * CROSSHAIR_GAP,
                                               at.y + dy * CROSSHAIR_GAP });
  arm = ring_rect_add_point (arm, (RingPoint){ at.x + dx * CROSSHAIR_ARM,
                                               at.y + dy * CROSSHAIR_ARM });
  append_rect (snapshot, ring_rect_inset (arm, -(0.75 + grow)), colour);
}

static void
append_crosshair (RingCanvas *canvas, GtkSnapshot *snapshot)
{
  RingPoint at = ring_viewport_to_widget (canvas->viewport, canvas->crosshair);

  for (int halo = 1; halo >= 0; halo--)
    {
      const GdkRGBA *colour = halo != 0 ? &HALO : &CROSSHAIR;

      append_arm (snapshot, at, -1, 0, halo, colour);
      append_arm (snapshot, at, 1, 0, halo, colour);
      append_arm (snapshot, at, 0, -1, halo, colour);
      append_arm (snapshot, at, 0, 1, halo, colour);
    }
  if (canvas->hand.tool != NULL)
    append_ring (snapshot, at, 9.0f, &CROSSHAIR);
}

static void
append_focus (GtkSnapshot *snapshot, RingRect window)
{
  const float widths[] = { 2.0f, 2.0f, 2.0f, 2.0f };
  const GdkRGBA colours[] = { CROSSHAIR, CROSSHAIR, CROSSHAIR, CROSSHAIR };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, window.x1, window.y1), 0);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static void
paint_mark (cairo_t *cr, const RingToolMark *mark, const RingPath *path)
{
  ring_paint_path (cr, path);
  if (mark->fill != 0)
    {
      ring_paint_set_colour (cr, mark->fill);
      cairo_fill_preserve (cr);
    }
  if (mark->stroke != 0)
    {
      ring_paint_set_colour (cr, mark->stroke);
      cairo_set_line_width (cr, mark->width);
      cairo_set_dash (cr, &mark->dash, mark->dash > 0 ? 1 : 0, 0);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
}

/* A word beside the middle of what is marked, on a haze of paper so that it can be read over lines. */
static void
append_word (RingCanvas *canvas, GtkSnapshot *snapshot, const RingToolMark *mark, RingRect bounds)
{
  g_autoptr (PangoLayout) layout
    = gtk_widget_create_pango_layout (GTK_WIDGET (canvas), mark->text);
  GdkRGBA colour = { (float) (mark->stroke >> 24) / 255, (float) (mark->stroke >> 16 & 0xff) / 255,
                     (float) (mark->stroke >> 8 & 0xff) / 255, 1 };
  GdkRGBA haze = paper_colour (ring_design_get_drawing (canvas->design));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  RingRect box;
  int width, height;

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  box = (RingRect){ bounds.x1 + WORD_GAP, bounds.y0 - height - 2, 0, 0 };
  box.x1 = box.x0 + width;
  box.y1 = box.y0 + height;
  haze.alpha = 0.8f;
  append_rect (snapshot, ring_rect_inset (box, -3), &haze);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (box.x0, box.y0));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

/* What the tool has in hand, as the drawing will have it. */
static void
append_item (RingCanvas *canvas, GtkSnapshot *snapshot, RingRect window)
{
  RingMatrix matrix = ring_viewport_get_matrix (canvas->viewport);
  RingMatrix to_paper = RING_MATRIX_IDENTITY;
  g_autoptr (RingItem) item = ring_tool_make_item (canvas->tool, &to_paper);
  RingRect bounds;
  cairo_t *cr;

  if (item == NULL)
    return;
  matrix = ring_matrix_multiply (&to_paper, &matrix);
  bounds = ring_matrix_apply_rect (&matrix, ring_item_get_bounds (item));
  bounds = ring_rect_intersect (ring_rect_inset (bounds, -2), window);
  if (ring_rect_is_empty (bounds))
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (bounds.x0, bounds.y0, bounds.x1 - bounds.x0,
                                                       bounds.y1 - bounds.y0));
  _ring_canvas_transform (cr, &matrix);
  ring_paint_item (cr, item);
  cairo_destroy (cr);
}

static void
append_marks (RingCanvas *canvas, GtkSnapshot *snapshot, RingRect window, const GArray *marks)
{
  RingMatrix matrix = ring_viewport_get_matrix (canvas->viewport);

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const RingToolMark *mark = &g_array_index (marks, RingToolMark, i);
      g_autoptr (RingPath) path = ring_path_transform (mark->path, &matrix);
      RingRect bounds = ring_rect_intersect (
        ring_rect_inset (ring_path_get_bounds (path), -2 - mark->width), window);
      cairo_t *cr;

      if (ring_rect_is_empty (bounds))
        continue;
      cr = gtk_snapshot_append_cairo (
        snapshot, &GRAPHENE_RECT_INIT (bounds.x0, bounds.y0, bounds.x1 - bounds.x0,
                                       bounds.y1 - bounds.y0));
      paint_mark (cr, mark, path);
      cairo_destroy (cr);
      if (mark->text != NULL)
        append_word (canvas, snapshot, mark, ring_path_get_bounds (path));
    }
}

/* What the tool shows of its own. */
static void
append_tool (RingCanvas *canvas, GtkSnapshot *snapshot, RingRect window)
{
  g_autoptr (GArray) marks = NULL;

  append_item (canvas, snapshot, window);
  ring_tool_set_paper_pixel (canvas->tool, 1.0 / ring_viewport_get_scale (canvas->viewport));
  marks = ring_tool_get_marks (canvas->tool);
  append_marks (canvas, snapshot, window, marks);
}

static void
append_pointer (RingCanvas *canvas, GtkSnapshot *snapshot, RingRect window)
{
  if (shows_eraser (canvas))
    {
      float radius = (float) canvas->eraser_reach;

      append_ring (snapshot, canvas->pointer, radius + 1.0f, &HALO);
      append_ring (snapshot, canvas->pointer, radius, &RIM);
    }
  _ring_canvas_append_ruler (canvas, snapshot, window);
  append_marks (canvas, snapshot, window, canvas->overlay);
  append_marks (canvas, snapshot, window, canvas->ghost);
  if (canvas->tool != NULL && canvas->design != NULL)
    append_tool (canvas, snapshot, window);
  if (canvas->keyboard_draw)
    append_crosshair (canvas, snapshot);
  /* Where the keys do nothing but move the paper there is nothing to be aware of. */
  if (canvas->tool != NULL && gtk_widget_has_visible_focus (GTK_WIDGET (canvas)))
    append_focus (snapshot, window);
}

void
_ring_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RingCanvas *canvas = RING_CANVAS (widget);
  double device = gtk_widget_get_scale_factor (widget);
  RingRect window = { 0.0, 0.0, gtk_widget_get_width (widget), gtk_widget_get_height (widget) };
  RingRect pixels = { 0.0, 0.0, window.x1 * device, window.y1 * device };
  RingMatrix enlarge = { device, 0.0, 0.0, device, 0.0, 0.0 };
  RingMatrix matrix = ring_viewport_get_matrix (canvas->viewport);
  RingPoint pointer = { canvas->pointer.x * device, canvas->pointer.y * device };

  matrix = ring_matrix_multiply (&matrix, &enlarge);
  if (canvas->design != NULL)
    ring_tiles_look (canvas->tiles, &matrix, pixels, pointer, canvas->settle_timeout == 0);
  append_ground (canvas, snapshot, window);
  if (canvas->design != NULL)
    {
      gtk_snapshot_save (snapshot);
      if (device != 1.0)
        gtk_snapshot_scale (snapshot, 1.0 / device, 1.0 / device);
      append_tiles (canvas, snapshot);
      append_wet (canvas, snapshot, &matrix);
      _ring_canvas_append_lift (canvas, snapshot, &matrix, pixels);
      gtk_snapshot_restore (snapshot);
    }
  append_pointer (canvas, snapshot, window);
}
