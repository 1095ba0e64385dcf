/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include <math.h>
#include <glib/gi18n-lib.h>

#include "ring-difference-view.h"
#include "ring-edit.h"
#include "ring-paint.h"
#include "ring-spec.h"

/* Free paper around the rings, and the part of the height that the scale bar takes, pixels. */
#define MARGIN 28.0
#define FOOT 44.0

struct _RingDifferenceView
{
  GtkWidget parent_instance;

  RingDrawing *drawing;
  RingCatalogueArt *art;
  RingChoice choice;
  gboolean has_choice;
};

G_DEFINE_FINAL_TYPE (RingDifferenceView, ring_difference_view, GTK_TYPE_WIDGET)

/* Where things lie in the widget: pixels a millimetre, the two finger centres. */
typedef struct
{
  double scale;
  RingPoint left, right;
  RingRect extent; /* mm about the finger centre that must fit into each half */
} Layout;

static double
finger_radius (const RingDrawing *drawing)
{
  RingSpec spec;

  ring_spec_init (&spec, drawing != NULL
                           ? ring_drawing_find_record (drawing, RING_RECORD_RING, NULL) : NULL);
  return ring_band_radius (&spec.band);
}

/* What is drawn in the front view, in its own millimetres; notes and far scribbles do not decide
 * the scale. */
static RingRect
drawn_extent (const RingDrawing *drawing)
{
  RingView *view = ring_drawing_get_view_by_kind (drawing, RING_VIEW_FRONT);
  RingRect extent = RING_RECT_EMPTY;

  for (guint l = 0; view != NULL && l < ring_view_get_n_layers (view); l++)
    {
      const RingLayer *layer = ring_view_get_layer (view, l);

      if (!ring_layer_get_head (layer)->visible || ring_layer_get_head (layer)->role == RING_ROLE_NOTES)
        continue;
      for (gsize i = 0; i < ring_layer_get_n_items (layer); i++)
        extent = ring_rect_union (extent, ring_item_get_bounds (ring_layer_get_item (layer, i)));
    }
  if (view != NULL && !ring_rect_is_empty (extent))
    extent = ring_rect_intersect (extent, ring_view_get_head (view)->clip);
  return extent;
}

static void
compute_layout (RingDifferenceView *self, double width, double height, Layout *layout)
{
  double r = finger_radius (self->drawing);
  RingRect extent = { -r - 3, -r - 3, r + 3, r + 3 };
  double half, mid;

  if (self->drawing != NULL)
    extent = ring_rect_union (extent, drawn_extent (self->drawing));
  if (self->art != NULL && self->has_choice)
    extent = ring_rect_union (extent, ring_catalogue_art_get_bounds (self->art, &self->choice, "front"));
  /* The same half-width on both sides keeps the finger circles in the middle of their halves. */
  half = MAX (fabs (extent.x0), fabs (extent.x1));
  layout->extent = (RingRect){ -half, extent.y0, half, extent.y1 };
  layout->scale = MIN ((width / 2 - 2 * MARGIN) / (2 * half),
                       (height - MARGIN - FOOT) / (extent.y1 - extent.y0));
  layout->scale = MAX (layout->scale, 0.1);
  mid = MARGIN + (height - MARGIN - FOOT) / 2 - layout->scale * (extent.y0 + extent.y1) / 2;
  layout->left = (RingPoint){ width / 4, mid };
  layout->right = (RingPoint){ width * 3 / 4, mid };
}

static void
paint_finger (cairo_t *cr, RingPoint centre, double radius)
{
  double dashes[] = { 4, 4 };

  cairo_save (cr);
  cairo_set_source_rgba (cr, 0.24, 0.40, 0.50, 0.55);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_arc (cr, centre.x, centre.y, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_move_to (cr, centre.x - 5, centre.y);
  cairo_line_to (cr, centre.x + 5, centre.y);
  cairo_move_to (cr, centre.x, centre.y - 5);
  cairo_line_to (cr, centre.x, centre.y + 5);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_catalogue (RingDifferenceView *self, cairo_t *cr, const Layout *layout)
{
  if (self->art == NULL || !self->has_choice)
    return;
  cairo_save (cr);
  cairo_translate (cr, layout->left.x, layout->left.y);
  cairo_scale (cr, layout->scale, layout->scale);
  /* A part that cannot be drawn leaves its place empty; the Catalogue names it. */
  ring_catalogue_art_paint (self->art, cr, &self->choice, "front", NULL);
  cairo_restore (cr);
}

static void
paint_bench (RingDifferenceView *self, cairo_t *cr, const Layout *layout, double width, double height)
{
  RingView *view = NULL;
  const RingViewHead *head;
  RingMatrix matrix;
  RingRect region;
  double s;

  if (self->drawing != NULL)
    view = ring_drawing_get_view_by_kind (self->drawing, RING_VIEW_FRONT);
  if (view == NULL)
    return;
  head = ring_view_get_head (view);
  matrix = ring_view_get_matrix (view);
  region = ring_matrix_apply_rect (&matrix, head->clip);
  s = layout->scale / head->scale;
  cairo_save (cr);
  cairo_rectangle (cr, width / 2, 0, width / 2, height);
  cairo_clip (cr);
  cairo_translate (cr, layout->right.x, layout->right.y);
  cairo_scale (cr, s, s);
  cairo_translate (cr, -head->origin.x, -head->origin.y);
  cairo_rectangle (cr, region.x0, region.y0, region.x1 - region.x0, region.y1 - region.y0);
  cairo_clip (cr);
  ring_paint_drawing (cr, self->drawing, &region, RING_PAINT_ITEMS);
  cairo_restore (cr);
}

static void
paint_bar (GtkWidget *widget, cairo_t *cr, const Layout *layout, double width, double height)
{
  double length = 5 * layout->scale;
  double x = width / 2 - length / 2, y = height - 16;
  g_autoptr (PangoLayout) text = gtk_widget_create_pango_layout (widget, _("5 mm, both rings"));
  int w, h;

  pango_layout_get_pixel_size (text, &w, &h);
  cairo_set_source_rgba (cr, 0.17, 0.17, 0.19, 0.8);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, x, y - 4);
  cairo_line_to (cr, x, y + 4);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + length, y);
  cairo_move_to (cr, x + length, y - 4);
  cairo_line_to (cr, x + length, y + 4);
  cairo_stroke (cr);
  cairo_move_to (cr, width / 2 - w / 2.0, y - h - 5);
  pango_cairo_show_layout (cr, text);
}

/* The drawing as it was drawn: the catalogue's ring under the sheet stands on the other side
 * already, and must not lend this one its gloss. */
static RingDrawing *
without_underlays (const RingDrawing *drawing)
{
  g_autoptr (RingEdit) edit = ring_edit_new (drawing, "");

  for (guint v = 0; v < ring_drawing_get_n_views (drawing); v++)
    {
      const RingView *view = ring_drawing_get_view (drawing, v);

      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        {
          RingLayerHead head = *ring_layer_get_head (ring_view_get_layer (view, l));

          head.visible &= head.role != RING_ROLE_UNDERLAY;
          ring_edit_set_layer (edit, &head);
        }
    }
  return ring_drawing_ref (ring_edit_get_result (edit));
}

static void
ring_difference_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RingDifferenceView *self = RING_DIFFERENCE_VIEW (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double radius;
  cairo_t *cr;
  Layout layout;

  if (width < 80 || height < 80)
    return;
  compute_layout (self, width, height, &layout);
  radius = finger_radius (self->drawing) * layout.scale;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  paint_finger (cr, layout.left, radius);
  paint_finger (cr, layout.right, radius);
  paint_catalogue (self, cr, &layout);
  paint_bench (self, cr, &layout, width, height);
  cairo_set_source_rgba (cr, 0.17, 0.17, 0.19, 0.16);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, floor (width / 2) + 0.5, 0);
  cairo_line_to (cr, floor (width / 2) + 0.5, height - FOOT);
  cairo_stroke (cr);
  paint_bar (widget, cr, &layout, width, height);
  cairo_destroy (cr);
}

static void
ring_difference_view_finalize (GObject *object)
{
  RingDifferenceView *self = RING_DIFFERENCE_VIEW (object);

  g_clear_pointer (&self->drawing, ring_drawing_unref);
  G_OBJECT_CLASS (ring_difference_view_parent_class)->finalize (object);
}

static void
ring_difference_view_class_init (RingDifferenceViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ring_difference_view_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = ring_difference_view_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ring_difference_view_init (RingDifferenceView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The catalogue ring and the bench drawing at the same scale"), -1);
}

void
ring_difference_view_set (RingDifferenceView *self,
                          RingDrawing *drawing,
                          RingCatalogueArt *art,
                          const RingChoice *choice)
{
  g_return_if_fail (RING_IS_DIFFERENCE_VIEW (self));

  g_clear_pointer (&self->drawing, ring_drawing_unref);
  self->drawing = drawing != NULL ? without_underlays (drawing) : NULL;
  self->art = art;
  self->has_choice = choice != NULL;
  if (choice != NULL)
    self->choice = *choice;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
