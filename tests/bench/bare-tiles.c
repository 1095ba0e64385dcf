/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bare-tiles.h"

#include <math.h>

#include "ring-tiles.h"

#define PEN_WIDTH 200
#define PEN_HEIGHT 80

typedef struct
{
  GtkWidget parent_instance;

  RingDrawing *drawing;
  double scale;
  RingPoint centre;
  GPtrArray *tiles; /* of cairo_surface_t, with their borders */
  GArray *places;   /* of graphene_point_t, window pixels, without border */
  GPtrArray *exact, *scaled; /* of GskRenderNode */
  RingMatrix matrix;
  RingPoint pen;
  gboolean has_pen;
} BareTiles;

typedef struct
{
  GtkWidgetClass parent_class;
} BareTilesClass;

static GType bare_tiles_get_type (void);
G_DEFINE_TYPE (BareTiles, bare_tiles, GTK_TYPE_WIDGET)

static cairo_surface_t *
paint_tile (const BareTiles *self, double x, double y)
{
  int size = RING_TILE_SIZE + 2 * RING_TILE_BORDER;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, size, size);
  cairo_t *cr = cairo_create (surface);
  RingRect region = { x / self->scale, y / self->scale, (x + size) / self->scale,
                      (y + size) / self->scale };

  cairo_translate (cr, -x, -y);
  cairo_scale (cr, self->scale, self->scale);
  ring_paint_drawing (cr, self->drawing, &region, RING_PAINT_ALL);
  cairo_destroy (cr);
  return surface;
}

static GskRenderNode *
make_node (cairo_surface_t *surface, graphene_point_t place, gboolean exact)
{
  int border = exact ? 0 : RING_TILE_BORDER;
  int size = RING_TILE_SIZE + 2 * border;
  GskRenderNode *node
    = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (place.x - border, place.y - border, size, size));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_source_surface (cr, surface, place.x - RING_TILE_BORDER, place.y - RING_TILE_BORDER);
  cairo_pattern_set_filter (cairo_get_source (cr),
                            exact ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  cairo_pattern_set_extend (cairo_get_source (cr), exact ? CAIRO_EXTEND_NONE : CAIRO_EXTEND_PAD);
  cairo_rectangle (cr, place.x - border, place.y - border, size, size);
  cairo_fill (cr);
  cairo_destroy (cr);
  return node;
}

/* The window's corner lies on a whole pixel of the picture. */
static void
paint_all (BareTiles *self, int width, int height)
{
  double x0 = round (self->centre.x * self->scale - width / 2.0);
  double y0 = round (self->centre.y * self->scale - height / 2.0);

  for (int y = -height; y < 2 * height; y += RING_TILE_SIZE)
    for (int x = -width; x < 2 * width; x += RING_TILE_SIZE)
      {
        graphene_point_t place = GRAPHENE_POINT_INIT (x, y);
        cairo_surface_t *surface = paint_tile (self, x0 + x - RING_TILE_BORDER,
                                               y0 + y - RING_TILE_BORDER);

        g_ptr_array_add (self->tiles, surface);
        g_array_append_val (self->places, place);
        g_ptr_array_add (self->exact, make_node (surface, place, TRUE));
        g_ptr_array_add (self->scaled, make_node (surface, place, FALSE));
      }
}

static void
append_pen (BareTiles *self, GtkSnapshot *snapshot)
{
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (self->pen.x, self->pen.y, PEN_WIDTH, PEN_HEIGHT));

  cairo_move_to (cr, self->pen.x + 4.0, self->pen.y + 4.0);
  cairo_curve_to (cr, self->pen.x + 80.0, self->pen.y + 90.0, self->pen.x + 120.0,
                  self->pen.y - 20.0, self->pen.x + PEN_WIDTH - 4.0, self->pen.y + 70.0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static gboolean
is_seen (const BareTiles *self, graphene_point_t place, const RingRect *window)
{
  RingRect tile = { place.x - 1.0, place.y - 1.0, place.x + RING_TILE_SIZE + 1.0,
                    place.y + RING_TILE_SIZE + 1.0 };

  return ring_rect_intersects (ring_matrix_apply_rect (&self->matrix, tile), *window);
}

static void
bare_tiles_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BareTiles *self = (BareTiles *) widget;
  const RingMatrix *m = &self->matrix;
  RingRect window = { 0.0, 0.0, gtk_widget_get_width (widget), gtk_widget_get_height (widget) };
  double scale = ring_matrix_scale (m);
  gboolean exact = m->xx == 1.0 && m->yx == 0.0;

  if (self->tiles->len == 0)
    paint_all (self, (int) window.x1, (int) window.y1);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 0.87f, 0.86f, 0.85f, 1.0f },
                             &GRAPHENE_RECT_INIT (0, 0, window.x1, window.y1));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (m->x0, m->y0));
  if (!exact)
    {
      gtk_snapshot_rotate (snapshot, atan2 (m->yx, m->xx) * 180.0 / G_PI);
      gtk_snapshot_scale (snapshot, scale, scale);
    }
  for (guint i = 0; i < self->tiles->len; i++)
    if (is_seen (self, g_array_index (self->places, graphene_point_t, i), &window))
      gtk_snapshot_append_node (snapshot,
                                g_ptr_array_index (exact ? self->exact : self->scaled, i));
  gtk_snapshot_restore (snapshot);
  if (self->has_pen)
    append_pen (self, snapshot);
}

static void
bare_tiles_finalize (GObject *object)
{
  BareTiles *self = (BareTiles *) object;

  ring_drawing_unref (self->drawing);
  g_ptr_array_unref (self->exact);
  g_ptr_array_unref (self->scaled);
  g_ptr_array_unref (self->tiles);
  g_array_unref (self->places);
  G_OBJECT_CLASS (bare_tiles_parent_class)->finalize (object);
}

static void
bare_tiles_class_init (BareTilesClass *class)
{
  G_OBJECT_CLASS (class)->finalize = bare_tiles_finalize;
  GTK_WIDGET_CLASS (class)->snapshot = bare_tiles_snapshot;
}

static void
bare_tiles_init (BareTiles *self)
{
  self->tiles = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  self->places = g_array_new (FALSE, FALSE, sizeof (graphene_point_t));
  self->exact = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  self->scaled = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  self->matrix = RING_MATRIX_IDENTITY;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
bare_tiles_new (const RingDrawing *drawing, double scale, RingPoint centre)
{
  BareTiles *self = g_object_new (bare_tiles_get_type (), NULL);

  self->drawing = ring_drawing_ref (drawing);
  self->scale = scale;
  self->centre = centre;
  return GTK_WIDGET (self);
}

void
bare_tiles_set_matrix (GtkWidget *widget, const RingMatrix *matrix)
{
  BareTiles *self = (BareTiles *) widget;

  self->matrix = *matrix;
  self->has_pen = FALSE;
  gtk_widget_queue_draw (widget);
}

void
bare_tiles_set_pen (GtkWidget *widget, RingPoint place)
{
  BareTiles *self = (BareTiles *) widget;

  self->pen = place;
  self->has_pen = TRUE;
  self->matrix = RING_MATRIX_IDENTITY;
  gtk_widget_queue_draw (widget);
}
