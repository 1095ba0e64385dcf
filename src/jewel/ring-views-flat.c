/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Settings on the outer strip. A stone that is set lies there flat, at its true size, as one looks
 * down on it at the bench; its setting with it, and dashed below the line of its foot on the metal.
 * The walls of a channel run with the band and are unrolled. */
#include "ring-views-private.h"

void
_ring_views_flat_init (RingViewsFlat *flat, const RingViewsSpec *spec, guint gem)
{
  const RingViewsGem *from = &spec->gems[gem];
  double angle = from->place.angle * G_PI / 180;
  double part = -from->place.angle / 360;

  flat->gem = *from;
  flat->gem.walls = NULL;
  flat->gem.place.angle = flat->gem.place.tilt = flat->gem.place.lean = 0;
  flat->spec = (RingViewsSpec){ spec->band, &flat->gem, 1, spec->scale };
  flat->spec.band.width = ring_band_width (&spec->band, angle);
  flat->spec.band.thickness = ring_band_thickness (&spec->band, angle);
  flat->spec.band.base_width = flat->spec.band.base_thickness = 0;
  flat->matrix = RING_MATRIX_IDENTITY;
  flat->matrix.x0 = (part - round (part)) * ring_views_strip_length (&spec->band, FALSE);
}

/* Moves what LINES have from number FROM on. */
static void
move_lines (GArray *lines, guint from, const RingMatrix *matrix)
{
  for (guint i = from; i < lines->len; i++)
    {
      RingViewsLine *line = &g_array_index (lines, RingViewsLine, i);
      RingPath *moved = ring_path_transform (line->path, matrix);

      ring_path_unref (line->path);
      line->path = moved;
    }
}

static void
add_setting (GArray *lines, const RingViewsSpec *spec, guint gem, double shrunk)
{
  guint before = lines->len;
  RingViewsFlat flat;
  RingScene scene;
  RingHider hider;

  _ring_views_flat_init (&flat, spec, gem);
  _ring_scene_init (&scene, &flat.spec, _ring_views_camera (RING_VIEWS_TOP));
  _ring_hider_init (&hider, &scene, lines);
  hider.plain = TRUE;
  _ring_views_add_gem (&hider, 0, &flat.gem, spec->scale);
  _ring_views_add_metal (&hider, 0);
  _ring_hider_end (&hider, FALSE);
  flat.matrix.x0 *= shrunk;
  move_lines (lines, before, &flat.matrix);
  _ring_scene_clear (&scene);
}

/* Where both sides of an edge are turned from the finger, or one is. */
static gboolean
is_above (const RingMetalEdge *edge, guint i)
{
  RingVec up = { edge->points[i].x, edge->points[i].y, 0 };

  return ring_vec_dot (edge->one[i], up) > 1e-6 || ring_vec_dot (edge->other[i], up) > 1e-6;
}

static void
unroll (GArray *lines, const RingBand *band, const RingMetalEdge *edge)
{
  double length = ring_views_strip_length (band, FALSE);
  RingPath *path = ring_path_new ();
  RingPoint last = { 0, 0 };
  gboolean down = FALSE;

  for (guint i = 0; i + 1 < edge->n; i++)
    for (guint k = i == 0 ? 0 : 1; k <= 4; k++)
      {
        RingPoint p = ring_views_strip_see (
            band, FALSE, ring_vec_mix (edge->points[i], edge->points[i + 1], k / 4.0));

        if (!is_above (edge, i) || (down && fabs (p.x - last.x) > length / 2))
          down = FALSE;
        if (is_above (edge, i))
          (down ? ring_path_line_to : ring_path_move_to) (path, p);
        down = is_above (edge, i);
        last = p;
      }
  _ring_views_take (lines, RING_VIEWS_OUTLINE, path);
}

void
_ring_views_add_flat (GArray *lines, const RingViewsSpec *spec, guint gem, double shrunk)
{
  const RingViewsGem *what = &spec->gems[gem];
  RingMatrix shrink = { shrunk, 0, 0, 1, 0, 0 };
  g_autoptr (RingMetal) metal = NULL;
  RingSettingGem held;
  guint before;

  if (what->walls == NULL)
    add_setting (lines, spec, gem, shrunk);
  before = lines->len;
  if (what->walls != NULL)
    {
      metal = ring_layout_walls (what->walls, &spec->band);
      for (guint i = 0; i < metal->edges->len; i++)
        unroll (lines, &spec->band, &g_array_index (metal->edges, RingMetalEdge, i));
    }
  else
    {
      ring_setting_gem_init (&held, &spec->band, what->cut, what->length, what->width, what->depth,
                             &what->place);
      metal = ring_setting_build (what->setting, &held);
      ring_metal_place (metal, &what->place, ring_band_radius (&spec->band));
      _ring_views_add_foot (lines, &spec->band, what, metal);
    }
  move_lines (lines, before, &shrink);
}
