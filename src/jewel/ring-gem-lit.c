/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lit stone: what refraction shows of a jeweler's light tent, region by region, each in one
 * flat colour. */

#include "ring-gem-private.h"

#include <string.h>

#include "ring-beam.h"
#include "ring-contour.h"
#include "ring-studio.h"

#define TONES 8
#define LEAST_DRAWN 0.02 /* mm2 of paper: smaller glints of a large stone are left out */
#define LEAST_DRAWN_OF_MANY 0.03
#define OVERLAP 0.035 /* mm of paper: regions overlap so much, that nothing shines through seams   \
                       */
#define EDGE 0xffffff8c
#define EDGE_WIDTH 0.07
#define RIM_WIDTH 0.14

/* A ray that has crossed the stone so often, in widths, has the species' usual colour. */
#define USUAL_WAY 2.3

/* DIRECTION is in the gem's axes, and so is what is above. */
static double
sky_light (RingVec direction, gpointer data)
{
  const RingGemLook *look = data;
  RingVec seen = { ring_vec_dot (look->right, direction), ring_vec_dot (look->up, direction),
                   ring_vec_dot (look->toward, direction) };

  /* A rose is set over foil. */
  return ring_studio_light (seen, direction.z, 0.42, look->cut != RING_CUT_ROSE);
}

static guint32
ramp (double light)
{
  static const guint32 stops[]
      = { 0x1f2a36, 0x4b5c6d, 0x8497a8, 0xb7c6d2, 0xdfe8ee, 0xf6f9fb, 0xffffff };
  double at = light * (G_N_ELEMENTS (stops) - 1);
  guint i = MIN ((guint) at, (guint) G_N_ELEMENTS (stops) - 2);
  guint32 colour = 0;

  for (int shift = 16; shift >= 0; shift -= 8)
    {
      double a = (stops[i] >> shift) & 0xff;
      double b = (stops[i + 1] >> shift) & 0xff;

      colour |= (guint32) lround (a + (b - a) * (at - i)) << shift;
    }
  return colour << 8 | 0xff;
}

/* To the nearest of the tones. */
static double
quantised (double value, guint n)
{
  return round (CLAMP (value, 0, 1) * (n - 1)) / (n - 1);
}

guint32
ring_gem_colour (const RingSpecies *species, double light, double glare, double tint)
{
  guint32 colour = 0;

  if (species->colour == 0xffffff)
    return ramp (quantised (light, TONES));
  light = quantised (light / 1.1, TONES) * 1.45;
  glare = quantised (glare, 5);
  tint = round (CLAMP (tint, 0.4, 1.8) * 5) / 5;
  for (int shift = 16; shift >= 0; shift -= 8)
    {
      double body = MAX ((species->colour >> shift) & 0xff, 6) / 255.0;
      double seen = 0.05 * body + light * (pow (body, tint) * (1 - glare) + glare);

      /* What is brighter than a white wall bleaches all channels alike. */
      seen += MAX (light - 1, 0) * 0.45;
      colour |= (guint32) lround (CLAMP (seen, 0, 1) * 255) << shift;
    }
  return colour << 8 | 0xff;
}

/* P a little larger, about its middle. */
static void
add_grown (RingPath *path, const RingPoint *p, guint n, double grow)
{
  g_autofree RingPoint *q = g_new (RingPoint, n);
  RingPoint middle = { 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      middle.x += p[i].x / n;
      middle.y += p[i].y / n;
    }
  for (guint i = 0; i < n; i++)
    {
      double d = ring_point_distance (p[i], middle);
      double f = d > 0 ? 1 + MIN (grow / d, 1) : 1;

      q[i] = (RingPoint){ middle.x + (p[i].x - middle.x) * f, middle.y + (p[i].y - middle.y) * f };
    }
  ring_gem_add_polygon (path, q, n);
}

/* One path for each colour, in the order in which colours were first met. */
typedef struct
{
  GArray *shapes; /* of RingGemShape */
  double grow;
} Palette;

static void
palette_add (Palette *palette, guint32 colour, const RingPoint *p, guint n)
{
  guint i = 0;

  while (i < palette->shapes->len
         && g_array_index (palette->shapes, RingGemShape, i).colour != colour)
    i++;
  if (i == palette->shapes->len)
    {
      RingGemShape shape = { ring_path_new (), colour, 0, FALSE };

      g_array_append_val (palette->shapes, shape);
    }
  add_grown (g_array_index (palette->shapes, RingGemShape, i).path, p, n, palette->grow);
}

static void
palette_move (Palette *palette, RingGemArtist *artist)
{
  g_array_append_vals (artist->shapes, palette->shapes->data, palette->shapes->len);
  g_array_set_size (palette->shapes, 0);
}

static guint32
patch_colour (const RingGemLook *look, double light, double glare, double way)
{
  return ring_gem_colour (look->species, light, light > 0 ? glare / light : 0,
                          way / (USUAL_WAY * look->width));
}

/* Each facet in its mean colour, which goes to COLOURS, under the patches. */
static void
add_facets (const RingGemArtist *artist, const GArray *patches, Palette *palette, guint32 *colours)
{
  guint n = ring_solid_get_n_facets (artist->solid);
  /* Area, and light, glare and way by area. */
  g_autofree double (*sums)[4] = g_malloc0_n (n, sizeof *sums);

  for (guint i = 0; i < patches->len; i++)
    {
      const RingBeamPatch *patch = &g_array_index (patches, RingBeamPatch, i);
      double a = ring_contour_area (patch->points, patch->n_points);

      sums[patch->facet][0] += a;
      sums[patch->facet][1] += a * patch->light;
      sums[patch->facet][2] += a * patch->glare;
      sums[patch->facet][3] += a * patch->way;
    }
  for (guint i = 0; i < n; i++)
    {
      const RingFacet *facet = ring_solid_get_facet (artist->solid, i);
      g_autofree RingPoint *p = g_new (RingPoint, facet->n_points);
      double a = sums[i][0];

      if (!ring_gem_faces (artist->look, facet) || ring_gem_is_sunk (artist->look, facet))
        continue;
      for (guint k = 0; k < facet->n_points; k++)
        p[k] = ring_gem_see (artist->look, facet->points[k]);
      colours[i] = a > 0
                       ? patch_colour (artist->look, sums[i][1] / a, sums[i][2] / a, sums[i][3] / a)
                       : ring_gem_colour (artist->look->species, 0.5, 0, 1);
      palette_add (palette, colours[i], p, facet->n_points);
    }
}

static void
draw_rim (RingGemArtist *artist)
{
  guint32 dark = artist->look->species->colour == 0xffffff
                     ? 0x33404eff
                     : ring_gem_colour (artist->look->species, 0.22, 0, 1.2);

  if (artist->detail >= RING_GEM_CROWN)
    {
      RingPath *edges = ring_path_new ();

      ring_gem_list_front_edges (artist, edges);
      ring_gem_add (artist, edges, EDGE, EDGE_WIDTH, FALSE);
    }
  ring_gem_add (artist, ring_gem_silhouette (artist), dark, RIM_WIDTH, FALSE);
}

void
ring_gem_draw_lit (RingGemArtist *artist)
{
  const RingGemLook *look = artist->look;
  /* Small stones have small glints. */
  double drawn = look->scale * sqrt (look->length * look->width);
  double least = (look->many ? LEAST_DRAWN_OF_MANY : LEAST_DRAWN * CLAMP (drawn / 15, 0.1, 1))
                 / (look->scale * look->scale);
  Palette palette = { g_array_new (FALSE, FALSE, sizeof (RingGemShape)), OVERLAP / look->scale };
  g_autoptr (GArray) patches
      = ring_beam_trace (artist->solid, look->right, look->up, look->toward, look->species->index,
                         least, sky_light, (gpointer) look);
  g_autofree guint32 *colours = g_new0 (guint32, ring_solid_get_n_facets (artist->solid));

  add_facets (artist, patches, &palette, colours);
  palette_move (&palette, artist);
  for (guint i = 0; i < patches->len; i++)
    {
      const RingBeamPatch *patch = &g_array_index (patches, RingBeamPatch, i);

      guint32 colour = patch_colour (look, patch->light, patch->glare, patch->way);

      if (colour != colours[patch->facet]
          && !ring_gem_is_sunk (look, ring_solid_get_facet (artist->solid, patch->facet)))
        palette_add (&palette, colour, patch->points, patch->n_points);
    }
  palette_move (&palette, artist);
  g_array_unref (palette.shapes);
  draw_rim (artist);
}

/* Light on a facet by its slope alone: bright towards the upper left. */
static double
facet_light (const RingGemLook *look, RingVec normal)
{
  double x = ring_vec_dot (look->right, normal);
  double y = ring_vec_dot (look->up, normal);

  return CLAMP (0.60 + 0.75 * (-0.64 * x + 0.77 * y), 0.12, 1);
}

/* The part of triangle P within triangle Q, both of any turn. */
static guint
clip_triangle (const RingPoint *p, const RingPoint *q, RingPoint *result)
{
  double turn = (q[1].x - q[0].x) * (q[2].y - q[0].y) - (q[1].y - q[0].y) * (q[2].x - q[0].x);
  guint n = 3;
  RingPoint from[8];

  memcpy (result, p, 3 * sizeof *p);
  for (guint e = 0; e < 3; e++)
    {
      RingPoint a = q[e], b = q[(e + 1) % 3];
      guint m = 0;

      memcpy (from, result, n * sizeof *from);
      for (guint i = 0; i < n; i++)
        {
          RingPoint c = from[i], d = from[(i + 1) % n];
          double dc = ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) * turn;
          double dd = ((b.x - a.x) * (d.y - a.y) - (b.y - a.y) * (d.x - a.x)) * turn;

          if (dc >= 0)
            result[m++] = c;
          if ((dc > 0 && dd < 0) || (dc < 0 && dd > 0))
            {
              double f = dc / (dc - dd);

              result[m++] = (RingPoint){ c.x + (d.x - c.x) * f, c.y + (d.y - c.y) * f };
            }
        }
      n = m;
    }
  return n;
}

/* What shows of a pavilion facet through the table: tones are inverted there. */
static void
add_through_table (const RingGemArtist *artist,
                   const RingFacet *table,
                   const RingFacet *facet,
                   Palette *palette)
{
  guint32 colour = ring_gem_colour (artist->look->species,
                                    1.12 - facet_light (artist->look, facet->normal), 0, 1.3);

  for (guint i = 1; i + 1 < facet->n_points; i++)
    for (guint k = 0; k < table->n_points; k++)
      {
        RingPoint p[3], q[3], part[8];
        RingVec middle = { 0, 0, 0 };
        guint n;

        for (guint j = 0; j < table->n_points; j++)
          middle = ring_vec_add (middle, ring_vec_scale (table->points[j], 1.0 / table->n_points));
        p[0] = ring_gem_see (artist->look, facet->points[0]);
        p[1] = ring_gem_see (artist->look, facet->points[i]);
        p[2] = ring_gem_see (artist->look, facet->points[i + 1]);
        q[0] = ring_gem_see (artist->look, middle);
        q[1] = ring_gem_see (artist->look, table->points[k]);
        q[2] = ring_gem_see (artist->look, table->points[(k + 1) % table->n_points]);
        n = clip_triangle (p, q, part);
        if (n > 2 && ring_contour_area (part, n) > 1e-6)
          palette_add (palette, colour, part, n);
      }
}

/* A stone through which light cannot be followed: tones by slope, those of the pavilion inverted
 * through the table. */
void
ring_gem_draw_toned (RingGemArtist *artist)
{
  const RingGemLook *look = artist->look;
  Palette palette = { g_array_new (FALSE, FALSE, sizeof (RingGemShape)), OVERLAP / look->scale };
  const RingFacet *table = NULL;

  for (guint i = 0; i < ring_solid_get_n_facets (artist->solid); i++)
    {
      const RingFacet *facet = ring_solid_get_facet (artist->solid, i);
      g_autofree RingPoint *p = g_new (RingPoint, facet->n_points);

      if (!ring_gem_faces (look, facet) || ring_gem_is_sunk (look, facet))
        continue;
      if (facet->kind == RING_FACET_TABLE)
        table = facet;
      for (guint k = 0; k < facet->n_points; k++)
        p[k] = ring_gem_see (look, facet->points[k]);
      palette_add (&palette,
                   ring_gem_colour (look->species, facet_light (look, facet->normal), 0.1, 1), p,
                   facet->n_points);
    }
  palette_move (&palette, artist);
  for (guint i = 0; table != NULL && i < ring_solid_get_n_facets (artist->solid); i++)
    {
      const RingFacet *facet = ring_solid_get_facet (artist->solid, i);

      if (facet->kind == RING_FACET_PAVILION_MAIN || facet->kind == RING_FACET_LOWER_HALF)
        add_through_table (artist, table, facet, &palette);
    }
  palette_move (&palette, artist);
  g_array_unref (palette.shapes);
  draw_rim (artist);
}
