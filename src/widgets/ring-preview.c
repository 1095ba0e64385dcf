/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-preview.h"

#define MARGIN 12.0

struct _RingPreview
{
  GtkWidget parent_instance;

  RingCatalogueArt *art;
  RingChoice choice;
  char *view; /* NULL: nothing chosen */
  double scale;
  RingRect frame;

  /* The painted picture; NULL after a change. */
  GskRenderNode *node;
  int node_width, node_height, node_device;
};

G_DEFINE_FINAL_TYPE (RingPreview, ring_preview, GTK_TYPE_WIDGET)

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
forget_picture (RingPreview *preview)
{
  g_clear_pointer (&preview->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (preview));
}

static RingRect
get_extent (RingPreview *preview)
{
  if (!ring_rect_is_empty (preview->frame))
    return preview->frame;
  return ring_catalogue_art_get_bounds (preview->art, &preview->choice, preview->view);
}

static void
paint (RingPreview *preview, cairo_surface_t *surface)
{
  RingMatrix m = ring_preview_get_matrix (preview);
  cairo_matrix_t matrix = { m.xx, m.yx, m.xy, m.yy, m.x0, m.y0 };
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GError) error = NULL;

  cairo_transform (cr, &matrix);
  if (!ring_catalogue_art_paint (preview->art, cr, &preview->choice, preview->view, &error))
    {
      cairo_identity_matrix (cr);
      cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
      cairo_paint (cr);
      g_signal_emit (preview, signals[FAILED], 0, error->message);
    }
  cairo_destroy (cr);
}

/* A cairo node that holds the finished picture: showing it again is one copy, and nothing when it
 * is the same node as before. */
static void
make_node (RingPreview *preview, int width, int height, int device)
{
  cairo_surface_t *surface
    = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * device, height * device);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, device, device);
  paint (preview, surface);
  preview->node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, width, height));
  cr = gsk_cairo_node_get_draw_context (preview->node);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  preview->node_width = width;
  preview->node_height = height;
  preview->node_device = device;
}

static void
ring_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RingPreview *preview = RING_PREVIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int device = gtk_widget_get_scale_factor (widget);

  if (preview->art == NULL || preview->view == NULL || width < 1 || height < 1)
    return;
  if (preview->node != NULL
      && (preview->node_width != width || preview->node_height != height
          || preview->node_device != device))
    g_clear_pointer (&preview->node, gsk_render_node_unref);
  if (preview->node == NULL)
    make_node (preview, width, height, device);
  gtk_snapshot_append_node (snapshot, preview->node);
}

static void
ring_preview_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = 80;
  *natural = 240;
}

static void
ring_preview_dispose (GObject *object)
{
  RingPreview *preview = RING_PREVIEW (object);

  preview->art = NULL;
  g_clear_pointer (&preview->node, gsk_render_node_unref);
  g_clear_pointer (&preview->view, g_free);
  G_OBJECT_CLASS (ring_preview_parent_class)->dispose (object);
}

static void
ring_preview_class_init (RingPreviewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ring_preview_dispose;
  widget_class->measure = ring_preview_measure;
  widget_class->snapshot = ring_preview_snapshot;
  signals[FAILED] = g_signal_new ("failed", RING_TYPE_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "ringpreview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ring_preview_init (RingPreview *preview)
{
  preview->frame = RING_RECT_EMPTY;
  gtk_widget_set_overflow (GTK_WIDGET (preview), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
ring_preview_new (void)
{
  return g_object_new (RING_TYPE_PREVIEW, NULL);
}

void
ring_preview_set_art (RingPreview *preview, RingCatalogueArt *art)
{
  g_return_if_fail (RING_IS_PREVIEW (preview));

  preview->art = art;
  forget_picture (preview);
}

void
ring_preview_set_choice (RingPreview *preview, const RingChoice *choice, const char *view)
{
  g_autofree char *old = NULL;

  g_return_if_fail (RING_IS_PREVIEW (preview));
  g_return_if_fail (choice == NULL || view != NULL);

  old = g_steal_pointer (&preview->view);
  if (choice != NULL)
    {
      preview->view = g_strdup (view);
      preview->choice = *choice;
    }
  forget_picture (preview);
}

void
ring_preview_set_scale (RingPreview *preview, double scale)
{
  g_return_if_fail (RING_IS_PREVIEW (preview));

  if (preview->scale == scale)
    return;
  preview->scale = scale;
  forget_picture (preview);
}

void
ring_preview_set_frame (RingPreview *preview, RingRect frame)
{
  g_return_if_fail (RING_IS_PREVIEW (preview));

  preview->frame = frame;
  forget_picture (preview);
}

void
ring_preview_set_description (RingPreview *preview, const char *description)
{
  g_return_if_fail (RING_IS_PREVIEW (preview));

  gtk_accessible_update_property (GTK_ACCESSIBLE (preview), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description, -1);
}

RingMatrix
ring_preview_get_matrix (RingPreview *preview)
{
  RingMatrix matrix = RING_MATRIX_IDENTITY;
  RingRect extent;
  double width, height, scale;

  g_return_val_if_fail (RING_IS_PREVIEW (preview), matrix);

  if (preview->art == NULL || preview->view == NULL)
    return matrix;
  width = gtk_widget_get_width (GTK_WIDGET (preview));
  height = gtk_widget_get_height (GTK_WIDGET (preview));
  extent = get_extent (preview);
  if (ring_rect_is_empty (extent))
    return matrix;
  scale = preview->scale;
  if (scale <= 0.0)
    scale = MIN (MAX (width - 2 * MARGIN, 1.0) / MAX (extent.x1 - extent.x0, 1e-3),
                 MAX (height - 2 * MARGIN, 1.0) / MAX (extent.y1 - extent.y0, 1e-3));
  matrix.xx = matrix.yy = scale;
  matrix.x0 = width / 2.0 - scale * (extent.x0 + extent.x1) / 2.0;
  matrix.y0 = height / 2.0 - scale * (extent.y0 + extent.y1) / 2.0;
  return matrix;
}
