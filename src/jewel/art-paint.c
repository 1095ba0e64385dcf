/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "art-paint.h"

#include "ring-beam.h"
#include "ring-studio.h"

#define STEP 0.035 /* of the grid, mm */
#define SAMPLES 4
#define TOLERANCE 0.011  /* of the curves, mm */
#define LEAST_AREA 0.018 /* of a region of tone, mm2 */

#define DIAMOND_INDEX 2.42
#define LEAST_PATCH 0.0075 /* mm2: smaller glints are left out */
#define GROW 0.012 /* mm: patches overlap a little, so that nothing shines through their seams */

guint32
art_paint_ramp (const guint32 *stops, guint n, guint tone)
{
  double at = (double) tone / (ART_TONES - 1) * (n - 1);
  guint i = MIN ((guint) at, n - 2);
  double f = at - i;
  guint32 colour = 0;

  for (int shift = 16; shift >= 0; shift -= 8)
    {
      double a = (stops[i] >> shift) & 0xff;
      double b = (stops[i + 1] >> shift) & 0xff;

      colour |= (guint32) lround (a + (b - a) * f) << shift;
    }
  return colour;
}

guint32
art_paint_gold (guint tone)
{
  static const guint32 stops[]
      = { 0x3c280a, 0x7a561c, 0xc49642, 0xe8c268, 0xfae4a0, 0xfff6d6, 0xfffffa };

  return art_paint_ramp (stops, G_N_ELEMENTS (stops), tone);
}

guint32
art_paint_diamond (guint tone)
{
  static const guint32 stops[]
      = { 0x1f2a36, 0x4b5c6d, 0x8497a8, 0xb7c6d2, 0xdfe8ee, 0xf6f9fb, 0xffffff };

  return art_paint_ramp (stops, G_N_ELEMENTS (stops), tone);
}

static void
append_path (GString *out, const char *kind, guint tone, guint32 colour, const RingPath *path)
{
  if (ring_path_is_empty (path))
    return;
  g_string_append_printf (out, "<path class=\"%s-%u\" fill=\"#%06x\" d=\"", kind, tone, colour);
  ring_path_to_svg (path, 2, out);
  g_string_append (out, "\"/>\n");
}

void
art_paint_metal (
    GString *out, const ArtRing *ring, const ArtCamera *camera, ArtLayer layer, gboolean draft)
{
  RingRect extent = art_metal_extent (ring, camera, layer);
  double coarse;
  g_autoptr (ArtField) field = art_field_new (extent, draft ? 0.06 : STEP);

  /* Hammer marks have many small tones; nobody sees the last hundredth of each. */
  coarse = ring->finish == ART_FINISH_HAMMERED && layer == ART_LAYER_SHANK && !draft ? 2.2 : 1;
  art_metal_render (field, ring, camera, layer, draft ? 2 : SAMPLES);
  for (guint tone = 0; tone < ART_TONES; tone++)
    {
      double level = (double) tone / ART_TONES;
      g_autoptr (RingPath) path
          = art_field_region (field, level, LEAST_AREA * coarse, TOLERANCE * coarse);

      append_path (out, "metal", tone, art_paint_gold (tone), path);
    }
}

typedef struct
{
  const ArtHead *head;
  const ArtCamera *camera;
} Sky;

static double
sky_light (RingVec direction, gpointer data)
{
  const Sky *sky = data;
  RingVec w = art_head_to_world (sky->head, direction, FALSE);
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

static double
polygon_area (const RingPoint *p, guint n)
{
  double area = 0;

  for (guint i = 0; i < n; i++)
    area += p[i].x * p[(i + 1) % n].y - p[i].y * p[(i + 1) % n].x;
  return fabs (area) / 2;
}

static RingPoint
see (const ArtHead *head, const ArtCamera *camera, RingVec v)
{
  RingVec w = art_head_to_world (head, v, TRUE);

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
            const ArtHead *head,
            const ArtCamera *camera,
            RingVec toward,
            const GArray *patches)
{
  guint n = ring_solid_get_n_facets (head->stone);
  g_autofree double *light = g_new0 (double, n);
  g_autofree double *area = g_new0 (double, n);

  for (guint i = 0; i < patches->len; i++)
    {
      const RingBeamPatch *patch = &g_array_index (patches, RingBeamPatch, i);
      double a = polygon_area (patch->points, patch->n_points);

      light[patch->facet] += a * patch->light;
      area[patch->facet] += a;
    }
  for (guint i = 0; i < n; i++)
    {
      const RingFacet *facet = ring_solid_get_facet (head->stone, i);
      g_autofree RingPoint *points = g_new (RingPoint, facet->n_points);

      if (!faces_viewer (facet, toward))
        continue;
      for (guint k = 0; k < facet->n_points; k++)
        points[k] = see (head, camera, facet->points[k]);
      add_polygon (paths[gem_tone (area[i] > 0 ? light[i] / area[i] : 0.5)], points,
                   facet->n_points, GROW);
    }
}

/* Thin light lines where two facets of the crown meet, as illustrators leave them. */
static void
add_edges (
    RingPath *path, const ArtHead *head, const ArtCamera *camera, RingVec toward, double width)
{
  for (guint i = 0; i < ring_solid_get_n_facets (head->stone); i++)
    {
      const RingFacet *facet = ring_solid_get_facet (head->stone, i);

      if (!faces_viewer (facet, toward) || facet->kind == RING_FACET_GIRDLE)
        continue;
      for (guint k = 0; k < facet->n_points; k++)
        {
          RingVec pa = facet->points[k];
          RingVec pb = facet->points[(k + 1) % facet->n_points];
          RingPoint a = see (head, camera, pa);
          RingPoint b = see (head, camera, pb);
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

static void
append_tones (GString *out, RingPath **paths)
{
  for (guint i = 0; i < ART_TONES; i++)
    {
      append_path (out, "gem", i, art_paint_diamond (i), paths[i]);
      ring_path_unref (paths[i]);
      paths[i] = ring_path_new ();
    }
}

void
art_paint_stone (GString *out, const ArtHead *head, const ArtCamera *camera)
{
  Sky sky = { head, camera };
  RingVec right = art_head_to_stone (head, camera->right, FALSE);
  RingVec up = art_head_to_stone (head, camera->up, FALSE);
  RingVec toward = art_head_to_stone (head, camera->toward, FALSE);
  RingPoint origin = see (head, camera, (RingVec){ 0, 0, 0 });
  RingPath *paths[ART_TONES];
  g_autoptr (RingPath) edges = ring_path_new ();
  g_autoptr (GArray) patches = ring_beam_trace (head->stone, right, up, toward, DIAMOND_INDEX,
                                                LEAST_PATCH, sky_light, &sky);

  for (guint i = 0; i < ART_TONES; i++)
    paths[i] = ring_path_new ();
  add_facets (paths, head, camera, toward, patches);
  append_tones (out, paths);
  for (guint i = 0; i < patches->len; i++)
    {
      RingBeamPatch *patch = &g_array_index (patches, RingBeamPatch, i);

      /* Patches are drawn about the stone's own centre; the picture's is the finger's. */
      for (guint k = 0; k < patch->n_points; k++)
        patch->points[k]
            = (RingPoint){ patch->points[k].x + origin.x, patch->points[k].y + origin.y };
      add_polygon (paths[gem_tone (patch->light)], patch->points, patch->n_points, GROW);
    }
  append_tones (out, paths);
  for (guint i = 0; i < ART_TONES; i++)
    ring_path_unref (paths[i]);

  add_edges (edges, head, camera, toward, 0.035);
  g_string_append (out, "<g opacity=\"0.55\">\n");
  append_path (out, "gem", ART_TONES - 1, art_paint_diamond (ART_TONES - 1), edges);
  g_string_append (out, "</g>\n");
}
