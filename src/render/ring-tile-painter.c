/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-tile-painter.h"

#include <sys/resource.h>

#include "ring-tiles.h"

/* The threads work while the interface has nothing to do, on every core, and make way for it. */
#define NICENESS 10

enum
{
  QUEUED,
  RUNNING,
  CANCELLED,
};

/* Shared by the painter and its jobs' threads, so that either may end first. */
typedef struct
{
  GMainContext *context;
  GAsyncQueue *done; /* of RingTileJob */
  gint scheduled;
  /* Of the main thread: NULL once the painter is gone. */
  RingTilePainter *painter;
} Mailbox;

struct _RingTilePainter
{
  GThreadPool *pool;
  Mailbox *mailbox;
  GFunc done;
  gpointer user_data;
};

static void
job_free (gpointer data)
{
  RingTileJob *job = data;

  ring_drawing_unref (job->drawing);
  g_clear_pointer (&job->surface, cairo_surface_destroy);
  g_free (job);
}

static void
mailbox_clear (gpointer data)
{
  Mailbox *mailbox = data;

  g_async_queue_unref (mailbox->done);
  g_main_context_unref (mailbox->context);
}

static void
mailbox_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, mailbox_clear);
}

static gboolean
deliver_cb (gpointer data)
{
  Mailbox *mailbox = data;
  g_autoptr (GPtrArray) jobs = g_ptr_array_new_with_free_func (job_free);
  RingTileJob *job;

  /* Before the queue is emptied: what comes in after that wakes the loop again. */
  g_atomic_int_set (&mailbox->scheduled, 0);
  while ((job = g_async_queue_try_pop (mailbox->done)) != NULL)
    g_ptr_array_add (jobs, job);
  if (mailbox->painter != NULL && jobs->len > 0)
    mailbox->painter->done (jobs, mailbox->painter->user_data);
  return G_SOURCE_REMOVE;
}

static void
mailbox_put (Mailbox *mailbox, RingTileJob *job)
{
  g_autoptr (GSource) source = NULL;

  g_async_queue_push (mailbox->done, job);
  if (!g_atomic_int_compare_and_exchange (&mailbox->scheduled, 0, 1))
    return;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "ring-tiles");
  g_source_set_callback (source, deliver_cb, g_atomic_rc_box_acquire (mailbox), mailbox_unref);
  g_source_attach (source, mailbox->context);
}

static cairo_surface_t *
paint (const RingTileJob *job)
{
  int size = RING_TILE_SIZE + 2 * RING_TILE_BORDER;
  const RingMatrix *m = &job->matrix;
  cairo_matrix_t matrix;
  cairo_surface_t *surface;
  cairo_t *cr;

  surface = cairo_image_surface_create (job->opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32,
                                        size, size);
  cr = cairo_create (surface);
  cairo_matrix_init (&matrix, m->xx, m->yx, m->xy, m->yy, m->x0, m->y0);
  cairo_set_matrix (cr, &matrix);
  ring_paint_drawing (cr, job->drawing, &job->region, job->flags);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* On Linux this is the thread's own niceness; elsewhere it would slow the whole program. */
static void
step_back (void)
{
#ifdef __linux__
  static GPrivate stepped_back;

  if (g_private_get (&stepped_back) != NULL)
    return;
  setpriority (PRIO_PROCESS, 0, NICENESS);
  g_private_set (&stepped_back, &stepped_back);
#endif
}

static void
work_cb (gpointer data, gpointer user_data)
{
  RingTileJob *job = data;
  Mailbox *mailbox = user_data;

  step_back ();
  if (g_atomic_int_compare_and_exchange (&job->state, QUEUED, RUNNING))
    job->surface = paint (job);
  mailbox_put (mailbox, job);
  /* The job's own hold on the mailbox. */
  mailbox_unref (mailbox);
}

static int
compare_priority (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const RingTileJob *first = a;
  const RingTileJob *second = b;

  return (first->priority > second->priority) - (first->priority < second->priority);
}

RingTileJob *
ring_tile_job_new (const RingDrawing *drawing, guint64 revision)
{
  RingTileJob *job = g_new0 (RingTileJob, 1);

  job->drawing = ring_drawing_ref (drawing);
  job->revision = revision;
  return job;
}

gboolean
ring_tile_job_cancel (RingTileJob *job)
{
  return g_atomic_int_compare_and_exchange (&job->state, QUEUED, CANCELLED)
         || g_atomic_int_get (&job->state) == CANCELLED;
}

RingTilePainter *
ring_tile_painter_new (GFunc done, gpointer user_data)
{
  RingTilePainter *painter = g_new0 (RingTilePainter, 1);
  painter->done = done;
  painter->user_data = user_data;
  painter->mailbox = g_atomic_rc_box_new0 (Mailbox);
  painter->mailbox->context = g_main_context_ref_thread_default ();
  painter->mailbox->done = g_async_queue_new_full (job_free);
  painter->mailbox->painter = painter;
  painter->pool = g_thread_pool_new (work_cb, painter->mailbox, (int) g_get_num_processors (), TRUE,
                                     NULL);
  g_thread_pool_set_sort_function (painter->pool, compare_priority, NULL);
  return painter;
}

void
ring_tile_painter_free (RingTilePainter *painter)
{
  painter->mailbox->painter = NULL;
  /* Neither thrown away, as each job must let go of the mailbox, nor waited for. */
  g_thread_pool_free (painter->pool, FALSE, FALSE);
  mailbox_unref (painter->mailbox);
  g_free (painter);
}

void
ring_tile_painter_push (RingTilePainter *painter, RingTileJob *job)
{
  g_atomic_rc_box_acquire (painter->mailbox);
  g_thread_pool_push (painter->pool, job, NULL);
}
