/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-floor-sample.h"

#include <gio/gio.h>

#include "ring-drawing-picture.h"
#include "ring-load-report.h"
#include "ring-parts.h"
#include "ring-svg.h"
#include "ring-view-picture.h"

#define SAMPLES RING_APP_PATH "/samples/"

/* Of the picture, pixels: enough for a large screen. */
#define WIDTH 1200
#define HEIGHT 900

static RingDrawing *
load (const char *name)
{
  g_autofree char *path = g_strconcat (SAMPLES, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (RingLoadReport) report = ring_load_report_new ();

  return bytes != NULL ? ring_svg_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), report, NULL)
                       : NULL;
}

GPtrArray *
ring_floor_samples_load (void)
{
  GPtrArray *samples = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_drawing_unref);
  g_auto (GStrv) names = g_resources_enumerate_children (SAMPLES, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      RingDrawing *sample = load (names[i]);

      if (sample != NULL)
        g_ptr_array_add (samples, sample);
    }
  return samples;
}

static void
painted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkPicture) picture = data;
  g_autoptr (GdkTexture) texture = ring_drawing_picture_paint_finish (result, NULL);

  gtk_picture_set_paintable (picture, GDK_PAINTABLE (texture));
}

GtkWidget *
ring_floor_sample_new (RingDrawing *drawing, const char *name)
{
  GtkWidget *picture = gtk_picture_new ();
  const RingView *view = ring_drawing_get_view_by_kind (drawing, RING_VIEW_FRONT);
  RingMatrix matrix = ring_view_get_matrix (view);
  RingRect region = ring_matrix_apply_rect (&matrix, ring_view_picture_crop (drawing, view));

  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_widget_set_hexpand (picture, TRUE);
  gtk_widget_set_vexpand (picture, TRUE);
  ring_parts_name (picture, name);
  ring_drawing_picture_paint_async (drawing, region, WIDTH, HEIGHT, NULL, painted_cb, g_object_ref (picture));
  return picture;
}
