/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-floor-sample.h"

#include <gio/gio.h>

#include "ring-load-report.h"
#include "ring-parts.h"
#include "ring-replay-view.h"
#include "ring-svg.h"

#define SAMPLES RING_APP_PATH "/samples/"

static void
sample_free (gpointer data)
{
  RingFloorSample *sample = data;

  ring_replay_unref (sample->replay);
  ring_drawing_unref (sample->drawing);
  g_free (sample);
}

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
  GPtrArray *samples = g_ptr_array_new_with_free_func (sample_free);
  g_auto (GStrv) names = g_resources_enumerate_children (SAMPLES, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      RingDrawing *drawing = load (names[i]);
      RingFloorSample *sample;

      if (drawing == NULL)
        continue;
      sample = g_new0 (RingFloorSample, 1);
      sample->drawing = drawing;
      sample->replay = ring_replay_new (drawing, NULL, NULL);
      g_ptr_array_add (samples, sample);
    }
  return samples;
}

GtkWidget *
ring_floor_sample_new (const RingFloorSample *sample, const char *name, double seconds)
{
  GtkWidget *view = ring_replay_view_new ();

  gtk_widget_set_hexpand (view, TRUE);
  gtk_widget_set_vexpand (view, TRUE);
  ring_parts_name (view, name);
  ring_replay_view_set_replay (RING_REPLAY_VIEW (view), sample->replay);
  ring_replay_view_set_speed (RING_REPLAY_VIEW (view), ring_replay_get_duration (sample->replay) / seconds);
  ring_replay_view_play (RING_REPLAY_VIEW (view), TRUE);
  return view;
}
