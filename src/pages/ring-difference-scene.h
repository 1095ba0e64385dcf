/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the stage of the Difference is made of: where the one ring lies, its two pictures and the wall of copies. Lengths
 * are pixels unless said otherwise. */
#pragma once

#include <gtk/gtk.h>

#include "ring-catalogue-art.h"

G_BEGIN_DECLS

/* Round the ring; the foot is free for what is held. */
#define RING_SCENE_TOP 20.0
#define RING_SCENE_FOOT 62.0
/* The corners of the stage that are written on, left and right. */
#define RING_SCENE_CAPTION_WIDTH 300.0
#define RING_SCENE_CAPTION_HEIGHT 84.0
/* More small rings than these are too small to be seen: each then stands for ten, a hundred, ... */
#define RING_SCENE_MOST_COPIES 6000.0

typedef struct
{
  double    width, height;
  double    scale;  /* pixels a mm */
  RingPoint centre; /* of the finger */
  double    radius; /* of the finger */
  RingRect  extent; /* of both rings, mm about the centre */
  RingRect  stone;  /* of both stones, mm; empty where there is none */
} RingScene;

/* ART and CHOICE may be NULL, as may DRAWING. */
void        ring_scene_init (RingScene *scene, const RingDrawing *drawing, RingCatalogueArt *art, const RingChoice *choice, double width, double height);
/* How many copies one small ring stands for: 1, 10, 100, ... */
double      ring_scene_copies_each (double copies);

/* Transparent pictures as large as the stage, in pixels of the screen. The first is painted in another thread. */
void        ring_scene_paint_bench_async (const RingScene *scene, RingDrawing *drawing, int factor, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GdkTexture *ring_scene_paint_bench_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GdkTexture *ring_scene_paint_catalogue (const RingScene *scene, RingCatalogueArt *art, const RingChoice *choice, int factor) G_GNUC_WARN_UNUSED_RESULT;
/* COPIES small rings on the left half, round the ring and the caption. NULL for none. */
GdkTexture *ring_scene_paint_wall (const RingScene *scene, RingCatalogueArt *art, const RingChoice *choice, double copies, int factor) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
