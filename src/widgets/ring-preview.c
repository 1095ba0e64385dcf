/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-preview.h"

#include <string.h>

/* Pixels. */
#define LEAST_SIZE 80
#define USUAL_SIZE 240
#define MARGIN 12.0
/* Of a picture this wide, pixels; narrower ones have less. */
#define MARGIN_WIDTH 160.0
#define FADE_US (180 * 1000)

struct _RingPreview
{
  GtkWidget parent_instance;

  RingCatalogueArt *art;
  RingChoice choice;
  char *view; /* NULL: nothing chosen */
  double scale;
  RingRect frame;
  int width, height; /* that it asks for; 0: as much as there is */
  gboolean gentle, patient;
  guint idle_id; /* a patient picture that waits to be painted */

  /* The painted picture; NULL after a change. */
  GskRenderNode *node;
  int node_width, node_height, node_device;

  /* What it fades from, of the same size; NULL when it does not. */
  GskRenderNode *old_node;
  gint64 fade_began; /* frame time; 0 until the first frame */
  guint tick_id;
};

G_DEFINE_FINAL_TYPE (RingPreview, ring_preview, GTK_TYPE_WIDGET)

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
end_fade (RingPreview *preview)
{
  g_clear_pointer (&preview->old_node, gsk_render_node_unref);
  if (preview->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (preview), preview->tick_id);
  preview->tick_id = 0;
}

static void
forget_picture (RingPreview *preview)
{
  end_fade (preview);
  g_clear_pointer (&preview->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (preview));
}

/* Between 0 and 1, slow at both ends. */
static double
get_fade (RingPreview *preview, gint64 now)
{
  double t;

  if (preview->fade_began == 0)
    preview->fade_began = now;
  t = CLAMP ((now - preview->fade_began) / (double) FADE_US, 0.0, 1.0);
  return t * t * (3 - 2 * t);
}

static gboolean
fade_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  RingPreview *preview = RING_PREVIEW (widget);

  gtk_widget_queue_draw (widget);
  if (get_fade (preview, gdk_frame_clock_get_frame_time (clock)) < 1.0)
    return G_SOURCE_CONTINUE;
  preview->tick_id = 0;
  g_clear_pointer (&preview->old_node, gsk_render_node_unref);
  return G_SOURCE_REMOVE;
}

/* Another ring takes the place of this one. */
static void
change_picture (RingPreview *preview)
{
  gboolean animations = FALSE;
  g_autoptr (GskRenderNode) old = NULL;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (preview)), "gtk-enable-animations",
                &animations, NULL);
  if (preview->gentle && animations && preview->node != NULL
      && gtk_widget_get_mapped (GTK_WIDGET (preview)))
    old = gsk_render_node_ref (preview->node);
  forget_picture (preview);
  if (old == NULL)
    return;
  preview->old_node = g_steal_pointer (&old);
  preview->fade_began = 0;
  preview->tick_id
      = gtk_widget_add_tick_callback (GTK_WIDGET (preview), fade_tick_cb, NULL, NULL);
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

static gboolean
paint_idle_cb (gpointer data)
{
  RingPreview *preview = data;
  GtkWidget *widget = data;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  preview->idle_id = 0;
  if (preview->art != NULL && preview->view != NULL && preview->node == NULL && width > 0 && height > 0)
    make_node (preview, width, height, gtk_widget_get_scale_factor (widget));
  gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
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
  if ((preview->node != NULL || preview->old_node != NULL)
      && (preview->node_width != width || preview->node_height != height
          || preview->node_device != device))
    {
      end_fade (preview);
      g_clear_pointer (&preview->node, gsk_render_node_unref);
    }
  if (preview->node == NULL && preview->patient)
    {
      if (preview->idle_id == 0)
        preview->idle_id = g_idle_add (paint_idle_cb, preview);
      return;
    }
  if (preview->node == NULL)
    make_node (preview, width, height, device);
  if (preview->old_node != NULL)
    {
      double fade = get_fade (preview, gdk_frame_clock_get_frame_time (
                                           gtk_widget_get_frame_clock (widget)));

      gtk_snapshot_push_cross_fade (snapshot, fade);
      gtk_snapshot_append_node (snapshot, preview->old_node);
      gtk_snapshot_pop (snapshot);
      gtk_snapshot_append_node (snapshot, preview->node);
      gtk_snapshot_pop (snapshot);
    }
  else
    gtk_snapshot_append_node (snapshot, preview->node);
}

static void
ring_preview_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  RingPreview *preview = RING_PREVIEW (widget);
  int size = orientation == GTK_ORIENTATION_HORIZONTAL ? preview->width : preview->height;

  *minimum = size > 0 ? size : LEAST_SIZE;
  *natural = size > 0 ? size : USUAL_SIZE;
}

static void
ring_preview_dispose (GObject *object)
{
  RingPreview *preview = RING_PREVIEW (object);

  preview->art = NULL;
  g_clear_handle_id (&preview->idle_id, g_source_remove);
  end_fade (preview);
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

  /* The engraving is not in the picture. */
  if (choice != NULL && g_strcmp0 (view, preview->view) == 0
      && memcmp (preview->choice.option, choice->option, sizeof choice->option) == 0
      && preview->choice.limited == choice->limited)
    return;
  old = g_steal_pointer (&preview->view);
  if (choice != NULL)
    {
      preview->view = g_strdup (view);
      preview->choice = *choice;
    }
  change_picture (preview);
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
ring_preview_set_size (RingPreview *preview, int width, int height)
{
  g_return_if_fail (RING_IS_PREVIEW (preview));

  preview->width = width;
  preview->height = height;
  gtk_widget_queue_resize (GTK_WIDGET (preview));
}

void
ring_preview_set_gentle (RingPreview *preview, gboolean gentle)
{
  g_return_if_fail (RING_IS_PREVIEW (preview));

  preview->gentle = gentle;
}

void
ring_preview_set_patient (RingPreview *preview, gboolean patient)
{
  g_return_if_fail (RING_IS_PREVIEW (preview));

  preview->patient = patient;
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
  double width, height, scale, margin;

  g_return_val_if_fail (RING_IS_PREVIEW (preview), matrix);

  if (preview->art == NULL || preview->view == NULL)
    return matrix;
  width = gtk_widget_get_width (GTK_WIDGET (preview));
  height = gtk_widget_get_height (GTK_WIDGET (preview));
  extent = get_extent (preview);
  if (ring_rect_is_empty (extent))
    return matrix;
  scale = preview->scale;
  margin = width < MARGIN_WIDTH ? MARGIN * (width / MARGIN_WIDTH) * (width / MARGIN_WIDTH) : MARGIN;
  if (scale <= 0.0)
    scale = MIN (MAX (width - 2 * margin, 1.0) / MAX (extent.x1 - extent.x0, 1e-3),
                 MAX (height - 2 * margin, 1.0) / MAX (extent.y1 - extent.y0, 1e-3));
  matrix.xx = matrix.yy = scale;
  matrix.x0 = width / 2.0 - scale * (extent.x0 + extent.x1) / 2.0;
  matrix.y0 = height / 2.0 - scale * (extent.y0 + extent.y1) / 2.0;
  return matrix;
}
