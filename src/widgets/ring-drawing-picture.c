/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-drawing-picture.h"

#include <cairo.h>

#include "ring-paint.h"

/* What lies around the sheet. */
#define DESK 0xe9e6dfff

typedef struct
{
  RingDrawing *drawing;
  RingRect region;
  int width, height;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  ring_drawing_unref (job->drawing);
  g_free (job);
}

GdkTexture *
ring_drawing_picture_take (cairo_t *cr)
{
  cairo_surface_t *surface = cairo_surface_reference (cairo_get_target (cr));
  int stride = cairo_image_surface_get_stride (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy,
                                      surface);
  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                 GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

static void
paint_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  double w = job->region.x1 - job->region.x0, h = job->region.y1 - job->region.y0;
  double scale = MIN (job->width / w, job->height / h);
  RingRect seen;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (g_task_return_error_if_cancelled (task))
    return;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, job->width, job->height);
  cr = cairo_create (surface);
  cairo_surface_destroy (surface);
  ring_paint_set_colour (cr, DESK);
  cairo_paint (cr);
  cairo_translate (cr, (job->width - scale * w) / 2, (job->height - scale * h) / 2);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -job->region.x0, -job->region.y0);
  cairo_clip_extents (cr, &seen.x0, &seen.y0, &seen.x1, &seen.y1);
  ring_paint_drawing (cr, job->drawing, &seen, RING_PAINT_ALL);
  g_task_return_pointer (task, ring_drawing_picture_take (cr), g_object_unref);
}

void
ring_drawing_picture_paint_async (RingDrawing *drawing,
                                  RingRect region,
                                  int width,
                                  int height,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new (Job, 1);

  *job = (Job){ ring_drawing_ref (drawing), region, MAX (width, 1), MAX (height, 1) };
  g_task_set_source_tag (task, ring_drawing_picture_paint_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, paint_cb);
}

GdkTexture *
ring_drawing_picture_paint_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
