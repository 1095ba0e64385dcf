/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-difference-scene.h"

#include <math.h>

#include "ring-drawing-picture.h"
#include "ring-drawn.h"
#include "ring-gem.h"
#include "ring-guides.h"
#include "ring-metal-paint.h"
#include "ring-paint.h"
#include "ring-spec.h"

/* Of the stage's width, that the ring may take: beside it stand the copies, and the words. */
#define RING_PART 0.42
#define CAPTION_PART 0.3
/* Clear of the ring, pixels. */
#define CLEAR 8.0
#define LARGEST_COPY 44.0
#define LEAST_COPY 3.0
#define LEAST_ART 20 /* smaller ones are signs */
#define SIGN_STONE 0x7fa3c4ff

/* ------------------------------------------------------------------------------ where */

/* Through the finger, from table to culet. */
static RingRect
stone_box (const RingRecord *record, double radius)
{
  RingGem gem;
  double half, girdle;

  if (record == NULL || !ring_gem_init (&gem, record))
    return RING_RECT_EMPTY;
  half = MAX (gem.length, gem.width) / 2 + 0.2;
  girdle = -(radius + gem.place.height);
  return (RingRect){ -half, girdle - 0.5 * gem.depth, half, girdle + 0.8 * gem.depth };
}

void
ring_scene_init (RingScene *scene,
                 const RingDrawing *drawing,
                 RingCatalogueArt *art,
                 const RingChoice *choice,
                 double width,
                 double height)
{
  const RingRecord *ring = drawing != NULL ? ring_drawing_find_record (drawing, RING_RECORD_RING, NULL) : NULL;
  RingSpec spec;
  double r, half;
  RingRect *extent = &scene->extent;

  ring_spec_init (&spec, ring);
  r = ring_band_radius (&spec.band);
  *scene = (RingScene){ width, height, .extent = { -r - 3, -r - 3, r + 3, r + 3 }, .stone = RING_RECT_EMPTY };
  if (drawing != NULL)
    {
      g_autoptr (GArray) drawn = ring_drawn_list_front (drawing);

      /* Notes and far scribbles do not decide the scale. */
      *extent = ring_rect_union (*extent, ring_drawn_extent (drawn));
      scene->stone = stone_box (ring_drawing_find_record (drawing, RING_RECORD_GEM, NULL), r);
    }
  if (art != NULL && choice != NULL)
    *extent = ring_rect_union (*extent, ring_catalogue_art_get_bounds (art, choice, "front"));
  half = MAX (fabs (extent->x0), fabs (extent->x1));
  *extent = (RingRect){ -half, extent->y0, half, extent->y1 };
  scene->scale = MIN (width * RING_PART / (2 * half),
                      (height - RING_SCENE_TOP - RING_SCENE_FOOT) / (extent->y1 - extent->y0));
  scene->scale = MAX (scene->scale, 0.1);
  scene->radius = r * scene->scale;
  scene->centre.x = width / 2;
  scene->centre.y = RING_SCENE_TOP + (height - RING_SCENE_TOP - RING_SCENE_FOOT) / 2
                    - scene->scale * (extent->y0 + extent->y1) / 2;
}

double
ring_scene_copies_each (double copies)
{
  double each = 1;

  while (copies / each > RING_SCENE_MOST_COPIES)
    each *= 10;
  return each;
}

/* ------------------------------------------------------------------------------ pictures */

static cairo_t *
begin (const RingScene *scene, int factor)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, (int) ceil (scene->width * factor)),
                                    MAX (1, (int) ceil (scene->height * factor)));
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_scale (cr, factor, factor);
  return cr;
}

typedef struct
{
  RingScene scene;
  RingDrawing *drawing;
  int factor;
} Job;

static void
job_free (gpointer data)
{
  ring_drawing_unref (((Job *) data)->drawing);
  g_free (data);
}

static void
paint_bench_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  const RingView *view = ring_drawing_get_view_by_kind (job->drawing, RING_VIEW_FRONT);
  g_autoptr (GArray) drawn = ring_drawn_list_front (job->drawing);
  cairo_t *cr;

  if (g_task_return_error_if_cancelled (task))
    return;
  cr = begin (&job->scene, job->factor);
  cairo_translate (cr, job->scene.centre.x, job->scene.centre.y);
  cairo_scale (cr, job->scene.scale, job->scene.scale);
  if (view != NULL)
    {
      const RingViewHead *head = ring_view_get_head (view);

      cairo_rectangle (cr, head->clip.x0, head->clip.y0, head->clip.x1 - head->clip.x0, head->clip.y1 - head->clip.y0);
      cairo_clip (cr);
      /* What is seen lit on the Bench is lit here: neither side wins by its gloss. */
      ring_guides_paint_lit_gems (cr, job->drawing, head);
    }
  for (guint i = 0; i < drawn->len; i++)
    ring_paint_item (cr, g_array_index (drawn, RingDrawn, i).item);
  g_task_return_pointer (task, ring_drawing_picture_take (cr), g_object_unref);
}

void
ring_scene_paint_bench_async (const RingScene *scene,
                              RingDrawing *drawing,
                              int factor,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new (Job, 1);

  *job = (Job){ *scene, ring_drawing_ref (drawing), factor };
  g_task_set_source_tag (task, ring_scene_paint_bench_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, paint_bench_cb);
}

GdkTexture *
ring_scene_paint_bench_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GdkTexture *
ring_scene_paint_catalogue (const RingScene *scene, RingCatalogueArt *art, const RingChoice *choice, int factor)
{
  cairo_t *cr = begin (scene, factor);

  cairo_translate (cr, scene->centre.x, scene->centre.y);
  cairo_scale (cr, scene->scale, scene->scale);
  /* A part that cannot be drawn leaves its place empty; the Catalogue names it. */
  ring_catalogue_art_paint (art, cr, choice, "front", NULL);
  return ring_drawing_picture_take (cr);
}

/* ------------------------------------------------------------------------------ the wall */

/* Whether a small ring at X, Y has its place free of the large one and of the caption. */
static gboolean
is_free (const RingScene *scene, double x, double y, double half)
{
  RingRect extent = scene->extent;
  double dx = scene->centre.x - x, dy = scene->centre.y - y;
  double reach = MAX (extent.x1, extent.y1) * scene->scale + CLEAR + half;
  double top = scene->centre.y + extent.y0 * scene->scale - CLEAR - half;
  /* The head stands above the circle of the shank. */
  double beside = scene->centre.x - 0.45 * extent.x1 * scene->scale - CLEAR - half;

  if (x < MIN (RING_SCENE_CAPTION_WIDTH, CAPTION_PART * scene->width) + half && y < RING_SCENE_CAPTION_HEIGHT + half)
    return FALSE;
  return hypot (dx, dy) > reach && (x < beside || y < top || y > scene->centre.y);
}

/* Puts the first N into PLACES, which may be NULL, and tells how many there are; from the outside to the ring. */
static guint
find_places (const RingScene *scene, double cell, guint n, GArray *places)
{
  guint found = 0;

  for (double x = cell / 2 + 4; x < scene->width / 2 - cell / 2; x += cell)
    for (double y = cell / 2 + 4; y < scene->height - cell / 2; y += cell)
      if (is_free (scene, x, y, cell / 2) && found < n)
        {
          RingPoint place = { x, y };

          found++;
          if (places != NULL)
            g_array_append_val (places, place);
        }
  return found;
}

/* The largest that all N have room with. */
static double
find_cell (const RingScene *scene, guint n)
{
  double cell = LARGEST_COPY;

  while (cell > LEAST_COPY && find_places (scene, cell, n, NULL) < n)
    cell *= 0.985;
  return cell;
}

static const RingMetalPaint *
choice_metal (RingCatalogueArt *art, const RingChoice *choice)
{
  g_autoptr (RingRecord) ring
      = ring_catalogue_make_ring (ring_catalogue_art_get_catalogue (art), choice, "copy");

  return ring_metal_paint_find_or_usual (ring_record_get (ring, "alloy"));
}

/* So small that nothing but a ring with a stone could be told. */
static void
paint_sign (cairo_t *cr, const RingMetalPaint *metal, double size)
{
  ring_paint_set_colour (cr, ring_metal_paint_tone (metal, RING_METAL_TONE_SHADE));
  cairo_set_line_width (cr, 0.15 * size);
  cairo_arc (cr, 0.5 * size, 0.62 * size, 0.29 * size, 0, 2 * G_PI);
  cairo_stroke (cr);
  ring_paint_set_colour (cr, SIGN_STONE);
  cairo_arc (cr, 0.5 * size, 0.19 * size, 0.17 * size, 0, 2 * G_PI);
  cairo_fill (cr);
}

static cairo_surface_t *
paint_copy (RingCatalogueArt *art, const RingChoice *choice, double size, int factor)
{
  RingRect b = ring_catalogue_art_get_bounds (art, choice, "front");
  double scale = size / MAX (b.x1 - b.x0, b.y1 - b.y0);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (size), (int) ceil (size));
  cairo_t *cr = cairo_create (surface);

  if (size < factor * LEAST_ART)
    {
      paint_sign (cr, choice_metal (art, choice), size);
      cairo_destroy (cr);
      return surface;
    }
  cairo_translate (cr, size / 2, size / 2);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -(b.x0 + b.x1) / 2, -(b.y0 + b.y1) / 2);
  ring_catalogue_art_paint (art, cr, choice, "front", NULL);
  cairo_destroy (cr);
  return surface;
}

GdkTexture *
ring_scene_paint_wall (const RingScene *scene,
                       RingCatalogueArt *art,
                       const RingChoice *choice,
                       double copies,
                       int factor)
{
  guint n = (guint) round (copies / ring_scene_copies_each (copies));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (RingPoint));
  double cell = find_cell (scene, n);
  double size = MAX (2, 0.88 * cell * factor);
  cairo_surface_t *copy;
  cairo_t *cr;

  if (n == 0)
    return NULL;
  find_places (scene, cell, n, places);
  copy = paint_copy (art, choice, size, factor);
  cr = begin (scene, factor);
  cairo_scale (cr, 1.0 / factor, 1.0 / factor);
  for (guint i = 0; i < places->len; i++)
    {
      RingPoint p = g_array_index (places, RingPoint, i);

      cairo_set_source_surface (cr, copy, round (p.x * factor - size / 2), round (p.y * factor - size / 2));
      cairo_paint (cr);
    }
  cairo_surface_destroy (copy);
  return ring_drawing_picture_take (cr);
}
