/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Stones as flat patches of light, each an exact polygon. */

#include "art-paint.h"

#include "ring-beam.h"
#include "ring-contour.h"
#include "ring-studio.h"

#define DIAMOND_INDEX 2.42
#define GROW 0.012 /* mm: patches overlap a little, so that nothing shines through their seams */

typedef struct
{
  const ArtStone *stone;
  const ArtCamera *camera;
} Sky;

static double
sky_light (RingVec direction, gpointer data)
{
  const Sky *sky = data;
  RingVec w = art_stone_to_world (sky->stone, direction, FALSE);
  RingVec seen = { ring_vec_dot (sky->camera->right, w), ring_vec_dot (sky->camera->up, w),
                   ring_vec_dot (sky->camera->toward, w) };

  return ring_studio_light (seen, w.y, 0.40, TRUE);
}

static guint
gem_tone (double light)
{
  return (guint) CLAMP (light * ART_TONES, 0, ART_TONES - 1);
}

static void
add_polygon (RingPath *path, const RingPoint *p, guint n, double grow)
{
  RingPoint middle = { 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      middle.x += p[i].x / n;
      middle.y += p[i].y / n;
    }
  for (guint i = 0; i < n; i++)
    {
      double d = hypot (p[i].x - middle.x, p[i].y - middle.y);
      double f = d > 0 ? 1 + grow / d : 1;
      RingPoint q = { middle.x + (p[i].x - middle.x) * f, middle.y + (p[i].y - middle.y) * f };

      if (i == 0)
        ring_path_move_to (path, q);
      else
        ring_path_line_to (path, q);
    }
  ring_path_close (path);
}

static RingPoint
see (const ArtStone *stone, const ArtCamera *camera, RingVec v)
{
  RingVec w = art_stone_to_world (stone, v, TRUE);

  return (RingPoint){ ring_vec_dot (camera->right, w), -ring_vec_dot (camera->up, w) };
}

static gboolean
faces_viewer (const RingFacet *facet, RingVec toward)
{
  return ring_vec_dot (facet->normal, toward) > 1e-6;
}

/* Each facet in its mean tone, under the patches. */
static void
add_facets (RingPath **paths,
            const ArtStone *stone,
            const ArtCamera *camera,
            RingVec toward,
            const GArray *patches)
{
  guint n = ring_solid_get_n_facets (stone->solid);
  g_autofree double *light = g_new0 (double, n);
  g_autofree double *area = g_new0 (double, n);

  for (guint i = 0; i < patches->len; i++)
    {
      const RingBeamPatch *patch = &g_array_index (patches, RingBeamPatch, i);
      double a = ring_contour_area (patch->points, patch->n_points);

      light[patch->facet] += a * patch->light;
      area[patch->facet] += a;
    }
  for (guint i = 0; i < n; i++)
    {
      const RingFacet *facet = ring_solid_get_facet (stone->solid, i);
      g_autofree RingPoint *points = g_new (RingPoint, facet->n_points);

      if (!faces_viewer (facet, toward) || !art_stone_shows (stone, facet))
        continue;
      for (guint k = 0; k < facet->n_points; k++)
        points[k] = see (stone, camera, facet->points[k]);
      add_polygon (paths[gem_tone (area[i] > 0 ? light[i] / area[i] : 0.5)], points,
                   facet->n_points, GROW);
    }
}

/* Thin light lines where two facets of the crown meet, as illustrators leave them. */
static void
add_edges (
    RingPath *path, const ArtStone *stone, const ArtCamera *camera, RingVec toward, double width)
{
  for (guint i = 0; i < ring_solid_get_n_facets (stone->solid); i++)
    {
      const RingFacet *facet = ring_solid_get_facet (stone->solid, i);

      if (!faces_viewer (facet, toward) || facet->kind == RING_FACET_GIRDLE
          || !art_stone_shows (stone, facet))
        continue;
      for (guint k = 0; k < facet->n_points; k++)
        {
          RingVec pa = facet->points[k];
          RingVec pb = facet->points[(k + 1) % facet->n_points];
          RingPoint a = see (stone, camera, pa);
          RingPoint b = see (stone, camera, pb);
          double length = ring_point_distance (a, b);
          double nx, ny;

          /* Every edge belongs to two facets: the one that runs to the right draws it. */
          if (length < 0.15 || b.x < a.x)
            continue;
          nx = -(b.y - a.y) / length * width / 2;
          ny = (b.x - a.x) / length * width / 2;
          ring_path_move_to (path, (RingPoint){ a.x + nx, a.y + ny });
          ring_path_line_to (path, (RingPoint){ b.x + nx, b.y + ny });
          ring_path_line_to (path, (RingPoint){ b.x - nx, b.y - ny });
          ring_path_line_to (path, (RingPoint){ a.x - nx, a.y - ny });
          ring_path_close (path);
        }
    }
}

/* What lies under the patches of light, the patches, and the edges over them; one path a tone. */
typedef struct
{
  RingPath *facets[ART_TONES];
  RingPath *patches[ART_TONES];
  RingPath *edges;
} Drawing;

static void
add_stone (Drawing *drawing, const ArtStone *stone, const ArtCamera *camera, double least)
{
  Sky sky = { stone, camera };
  RingVec right = art_stone_from_world (stone, camera->right, FALSE);
  RingVec up = art_stone_from_world (stone, camera->up, FALSE);
  RingVec toward = art_stone_from_world (stone, camera->toward, FALSE);
  RingPoint origin = see (stone, camera, (RingVec){ 0, 0, 0 });
  g_autoptr (GArray) patches = ring_beam_trace (stone->solid, right, up, toward, DIAMOND_INDEX,
                                                least / 12, sky_light, &sky);

  add_facets (drawing->facets, stone, camera, toward, patches);
  for (guint i = 0; i < patches->len; i++)
    {
      RingBeamPatch *patch = &g_array_index (patches, RingBeamPatch, i);

      /* Smaller ones count in the facet's mean tone. */
      if (ring_contour_area (patch->points, patch->n_points) < least
          || !art_stone_shows (stone, ring_solid_get_facet (stone->solid, patch->facet)))
        continue;
      /* Patches are drawn about the stone's own centre; the picture's is the finger's. */
      for (guint k = 0; k < patch->n_points; k++)
        patch->points[k]
            = (RingPoint){ patch->points[k].x + origin.x, patch->points[k].y + origin.y };
      add_polygon (drawing->patches[gem_tone (patch->light)], patch->points, patch->n_points, GROW);
    }
  add_edges (drawing->edges, stone, camera, toward, stone->reach > 1.2 ? 0.035 : 0.02);
}

void
art_paint_stones (
    GString *out, const ArtStone *const *stones, guint n, const ArtCamera *camera, double least)
{
  Drawing drawing = { .edges = ring_path_new () };

  for (guint i = 0; i < ART_TONES; i++)
    {
      drawing.facets[i] = ring_path_new ();
      drawing.patches[i] = ring_path_new ();
    }
  for (guint i = 0; i < n; i++)
    add_stone (&drawing, stones[i], camera, least);
  for (guint i = 0; i < ART_TONES; i++)
    art_paint_path (out, "gem", i, drawing.facets[i]);
  for (guint i = 0; i < ART_TONES; i++)
    art_paint_path (out, "gem", i, drawing.patches[i]);
  if (!ring_path_is_empty (drawing.edges))
    {
      g_string_append (out, "<g opacity=\"0.55\">\n");
      art_paint_path (out, "gem", ART_TONES - 1, drawing.edges);
      g_string_append (out, "</g>\n");
    }
  for (guint i = 0; i < ART_TONES; i++)
    {
      ring_path_unref (drawing.facets[i]);
      ring_path_unref (drawing.patches[i]);
    }
  ring_path_unref (drawing.edges);
}
