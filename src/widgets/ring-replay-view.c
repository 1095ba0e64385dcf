/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-replay-view.h"

#include <glib/gi18n-lib.h>

#include "ring-replay-picture.h"

/* How long a loop rests at the end, s of the screen. */
#define REST 3.0

struct _RingReplayView
{
  GtkWidget parent_instance;

  RingReplay *replay;
  RingReplayPicture *picture; /* of the size of the widget; NULL until it is shown */
  int width, height;          /* pixels of it */
  gboolean painting;          /* a thread has the picture */
  double shown;               /* the position that TEXTURE shows; -1 for none */
  GdkTexture *texture;
  double position, speed;
  double rest;                /* s that a loop still rests */
  gboolean loop;
  guint tick;                 /* 0 while it is stopped */
  gint64 last_us;             /* of the frame before; 0 for none */
};

enum
{
  MOVED,
  ENDED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RingReplayView, ring_replay_view, GTK_TYPE_WIDGET)

/* ------------------------------------------------------------------------ painting */

typedef struct
{
  RingReplayPicture *picture;
  double position;
} Job;

static void
job_free (gpointer data)
{
  ring_replay_picture_unref (((Job *) data)->picture);
  g_free (data);
}

/* A texture never changes, so it has pixels of its own. */
static GdkTexture *
take_texture (cairo_surface_t *surface)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autoptr (GBytes) bytes
      = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) height);

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
paint_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;

  ring_replay_picture_show (job->picture, job->position);
  g_task_return_pointer (task, take_texture (ring_replay_picture_get_surface (job->picture)), g_object_unref);
}

static void paint (RingReplayView *self);

static void
painted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  RingReplayView *self = RING_REPLAY_VIEW (source);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);

  self->painting = FALSE;
  /* Of another replay it is of no use; of another size it is better than nothing. */
  if (self->replay != NULL && ring_replay_picture_get_replay (job->picture) == self->replay)
    {
      g_set_object (&self->texture, texture);
      self->shown = job->picture == self->picture ? job->position : -1;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  paint (self);
}

static void
fit_picture (RingReplayView *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = scale * gtk_widget_get_width (GTK_WIDGET (self));
  int height = scale * gtk_widget_get_height (GTK_WIDGET (self));

  if (self->picture != NULL && width == self->width && height == self->height)
    return;
  g_clear_pointer (&self->picture, ring_replay_picture_unref);
  self->width = width;
  self->height = height;
  self->shown = -1;
  if (self->replay != NULL && width > 0 && height > 0)
    self->picture = ring_replay_picture_new (self->replay, ring_replay_get_extent (self->replay), width, height);
}

/* One at a time: what a slow machine cannot paint is left out. */
static void
paint (RingReplayView *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  fit_picture (self);
  if (self->painting || self->picture == NULL || self->shown == self->position)
    return;
  self->painting = TRUE;
  job = g_new (Job, 1);
  *job = (Job){ ring_replay_picture_ref (self->picture), self->position };
  task = g_task_new (self, NULL, painted_cb, NULL);
  g_task_set_source_tag (task, paint);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, paint_cb);
}

/* ------------------------------------------------------------------------ moving */

static void
move_to (RingReplayView *self, double position)
{
  double end = self->replay != NULL ? ring_replay_get_duration (self->replay) : 0;

  position = CLAMP (position, 0, end);
  if (position == self->position)
    return;
  self->position = position;
  paint (self);
  g_signal_emit (self, signals[MOVED], 0);
}

static gboolean
is_at_end (RingReplayView *self)
{
  return self->replay == NULL || self->position >= ring_replay_get_duration (self->replay);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  RingReplayView *self = RING_REPLAY_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->last_us > 0 ? (double) (now - self->last_us) / G_USEC_PER_SEC : 0;

  self->last_us = now;
  if (is_at_end (self))
    {
      self->rest -= seconds;
      if (self->rest <= 0)
        move_to (self, 0);
      return G_SOURCE_CONTINUE;
    }
  move_to (self, self->position + self->speed * seconds);
  if (!is_at_end (self))
    return G_SOURCE_CONTINUE;
  self->rest = REST;
  if (!self->loop)
    self->tick = 0;
  g_signal_emit (self, signals[ENDED], 0);
  return self->tick != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* ------------------------------------------------------------------------ widget */

static void
ring_replay_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RingReplayView *self = RING_REPLAY_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture,
                                 &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
}

static void
ring_replay_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  paint (RING_REPLAY_VIEW (widget));
}

static void
ring_replay_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = 120;
  *natural = 480;
}

static void
ring_replay_view_dispose (GObject *object)
{
  RingReplayView *self = RING_REPLAY_VIEW (object);

  ring_replay_view_stop (self);
  g_clear_pointer (&self->picture, ring_replay_picture_unref);
  g_clear_pointer (&self->replay, ring_replay_unref);
  g_clear_object (&self->texture);
  G_OBJECT_CLASS (ring_replay_view_parent_class)->dispose (object);
}

static void
ring_replay_view_class_init (RingReplayViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ring_replay_view_dispose;
  widget_class->snapshot = ring_replay_view_snapshot;
  widget_class->size_allocate = ring_replay_view_size_allocate;
  widget_class->measure = ring_replay_view_measure;
  signals[MOVED] = g_signal_new ("moved", RING_TYPE_REPLAY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENDED] = g_signal_new ("ended", RING_TYPE_REPLAY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "replay");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ring_replay_view_init (RingReplayView *self)
{
  self->speed = 1;
  self->shown = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The design, drawn again"), -1);
}

/* ------------------------------------------------------------------------ public */

GtkWidget *
ring_replay_view_new (void)
{
  return g_object_new (RING_TYPE_REPLAY_VIEW, NULL);
}

void
ring_replay_view_set_replay (RingReplayView *self, RingReplay *replay)
{
  if (replay != NULL)
    ring_replay_ref (replay);
  ring_replay_view_stop (self);
  g_clear_pointer (&self->replay, ring_replay_unref);
  g_clear_pointer (&self->picture, ring_replay_picture_unref);
  g_clear_object (&self->texture);
  self->replay = replay;
  self->position = 0;
  self->shown = -1;
  paint (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ring_replay_view_set_drawing (RingReplayView *self, const RingDrawing *drawing)
{
  g_autoptr (RingReplay) replay = drawing != NULL ? ring_replay_new (drawing, NULL, NULL) : NULL;

  ring_replay_view_set_replay (self, replay);
}

RingReplay *
ring_replay_view_get_replay (RingReplayView *self)
{
  return self->replay;
}

gboolean
ring_replay_view_may_move (RingReplayView *self)
{
  gboolean animated;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animated, NULL);
  return animated;
}

void
ring_replay_view_play (RingReplayView *self, gboolean loop)
{
  if (self->replay == NULL)
    return;
  if (loop && !ring_replay_view_may_move (self))
    {
      ring_replay_view_stop (self);
      move_to (self, ring_replay_get_duration (self->replay));
      return;
    }
  self->loop = loop;
  if (self->tick != 0)
    return;
  if (is_at_end (self))
    move_to (self, 0);
  self->last_us = 0;
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

void
ring_replay_view_stop (RingReplayView *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

gboolean
ring_replay_view_get_playing (RingReplayView *self)
{
  return self->tick != 0;
}

void
ring_replay_view_set_speed (RingReplayView *self, double speed)
{
  self->speed = CLAMP (speed, 0.1, 100);
}

void
ring_replay_view_seek (RingReplayView *self, double position)
{
  self->rest = REST;
  move_to (self, position);
}

double
ring_replay_view_get_position (RingReplayView *self)
{
  return self->position;
}
