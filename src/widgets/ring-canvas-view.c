/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which part of the paper is seen, and how large. */

#include "ring-canvas-private.h"

/* A zoom is at rest when so long nothing came; then the tiles are painted sharp. */
#define SETTLE_MS 25
#define FIT_MARGIN 24.0

static gboolean
settle_cb (gpointer data)
{
  RingCanvas *canvas = data;

  canvas->settle_timeout = 0;
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  return G_SOURCE_REMOVE;
}

void
_ring_canvas_zooming (RingCanvas *canvas)
{
  g_clear_handle_id (&canvas->settle_timeout, g_source_remove);
  canvas->settle_timeout = g_timeout_add (SETTLE_MS, settle_cb, canvas);
}

static void
viewport_changed_cb (RingViewport *viewport, RingCanvas *canvas)
{
  double scale = ring_viewport_get_scale (viewport);
  double rotation = ring_viewport_get_rotation (viewport);

  if (scale != canvas->seen_scale || rotation != canvas->seen_rotation)
    _ring_canvas_zooming (canvas);
  canvas->seen_scale = scale;
  canvas->seen_rotation = rotation;
  if (!canvas->fitting)
    canvas->fitted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

/* What one wants to see first: the views' windows and whatever stands on the page beside them.
 * An empty page without windows is shown whole. Paper mm. */
static RingRect
work_area (const RingDrawing *drawing)
{
  RingRect page = { 0, 0, ring_drawing_get_width (drawing), ring_drawing_get_height (drawing) };
  RingRect area = RING_RECT_EMPTY;

  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    {
      const RingView *view = ring_drawing_get_view (drawing, i);
      RingMatrix matrix = ring_view_get_matrix (view);

      if (ring_view_get_head (view)->kind != RING_VIEW_PAGE)
        {
          area = ring_rect_union (area, ring_matrix_apply_rect (&matrix, ring_view_get_head (view)->clip));
          continue;
        }
      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        for (gsize j = 0; j < ring_layer_get_n_items (ring_view_get_layer (view, l)); j++)
          area = ring_rect_union (area, ring_item_get_bounds (ring_layer_get_item (ring_view_get_layer (view, l), j)));
    }
  area = ring_rect_intersect (area, page);
  return ring_rect_is_empty (area) ? page : area;
}

void
_ring_canvas_fit_page (RingCanvas *canvas)
{
  RingRect page;
  double width, height;

  if (canvas->design == NULL)
    return;
  page = work_area (ring_design_get_drawing (canvas->design));
  ring_viewport_get_size (canvas->viewport, &width, &height);
  canvas->fitting = TRUE;
  /* Without a size yet, whoever sets the scale first sees the middle of the page. */
  if (width < 1.0 || height < 1.0)
    ring_viewport_set_centre (canvas->viewport, (RingPoint){ (page.x0 + page.x1) / 2.0, (page.y0 + page.y1) / 2.0 });
  else
    ring_viewport_fit (canvas->viewport, page, MIN (FIT_MARGIN, MIN (width, height) / 10.0));
  canvas->fitting = FALSE;
}

static void
scale_factor_cb (GtkWidget *widget)
{
  ring_viewport_set_device_scale (RING_CANVAS (widget)->viewport,
                                  gtk_widget_get_scale_factor (widget));
}

void
ring_canvas_set_true_scale (RingCanvas *canvas, double pixels_per_mm)
{
  g_return_if_fail (RING_IS_CANVAS (canvas));

  canvas->true_scale = MAX (pixels_per_mm, 0.0);
}

/* Monitors are often wrong about their size, projectors always: then 96 pixels an inch. */
double
ring_canvas_get_true_scale (RingCanvas *canvas)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (canvas));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  GdkMonitor *monitor = NULL;
  GdkRectangle area;
  double scale;

  if (canvas->true_scale > 0.0)
    return canvas->true_scale;
  if (surface != NULL)
    monitor = gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
  if (monitor == NULL || gdk_monitor_get_width_mm (monitor) <= 0)
    return RING_VIEWPORT_SCALE_100;
  gdk_monitor_get_geometry (monitor, &area);
  scale = (double) area.width / gdk_monitor_get_width_mm (monitor);
  return scale > 1.5 && scale < 20.0 ? scale : RING_VIEWPORT_SCALE_100;
}

gboolean
ring_canvas_is_fitted (RingCanvas *canvas)
{
  g_return_val_if_fail (RING_IS_CANVAS (canvas), FALSE);
  return canvas->fitted;
}

void
ring_canvas_zoom_fit (RingCanvas *canvas)
{
  g_return_if_fail (RING_IS_CANVAS (canvas));

  canvas->fitted = TRUE;
  _ring_canvas_fit_page (canvas);
}

void
ring_canvas_zoom_one (RingCanvas *canvas)
{
  g_return_if_fail (RING_IS_CANVAS (canvas));

  ring_viewport_set_scale (canvas->viewport, ring_canvas_get_true_scale (canvas));
}

void
_ring_canvas_init_view (RingCanvas *canvas)
{
  canvas->viewport = ring_viewport_new ();
  canvas->fitted = TRUE;
  g_signal_connect (canvas, "notify::scale-factor", G_CALLBACK (scale_factor_cb), NULL);
  g_signal_connect_object (canvas->viewport, "changed", G_CALLBACK (viewport_changed_cb), canvas,
                           0);
}
