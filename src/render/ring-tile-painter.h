/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The threads behind RingTiles: jobs go in by priority, finished ones come back to the main
 * context of the thread that made the painter, many at once. They are as many as there are cores
 * and give way to the interface. */
#pragma once

#include "ring-paint.h"

G_BEGIN_DECLS

/* Filled in before it is pushed; from then on it belongs to the painter, and only TILE may be
 * touched outside, which no thread looks at. */
typedef struct
{
  gpointer         tile; /* the owner's; NULL when nobody waits any more */
  RingDrawing     *drawing;
  guint64          revision;
  RingMatrix       matrix; /* paper mm to pixels of the surface */
  RingRect         region; /* paper mm */
  RingPaintFlags   flags;
  gboolean         opaque;
  double           priority; /* the lowest is painted first */
  cairo_surface_t *surface;  /* the result; NULL when cancelled */
  gint             state;
} RingTileJob;

RingTileJob *ring_tile_job_new (const RingDrawing *drawing, guint64 revision) G_GNUC_WARN_UNUSED_RESULT;
/* FALSE when a thread has begun with it already. */
gboolean     ring_tile_job_cancel (RingTileJob *job);

typedef struct _RingTilePainter RingTilePainter;

/* DONE gets a GPtrArray of jobs, which are freed after it returns. */
RingTilePainter *ring_tile_painter_new (GFunc done, gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;
/* DONE is not called any more. Does not wait: what is being painted is thrown away later. */
void             ring_tile_painter_free (RingTilePainter *painter);
void             ring_tile_painter_push (RingTilePainter *painter, RingTileJob *job);

G_END_DECLS
