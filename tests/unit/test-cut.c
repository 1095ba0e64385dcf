/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-beam.h"
#include "ring-cut.h"
#include "ring-test.h"
#include "ring-views.h"

#include <math.h>

static RingSolid *
usual (RingCut cut, double width)
{
  return ring_cut_solid (cut, width * ring_cut_usual_ratio (cut), width,
                         width * ring_cut_usual_depth (cut));
}

static guint
count (const RingSolid *solid, RingFacetKind kind)
{
  guint n = 0;

  for (guint i = 0; i < ring_solid_get_n_facets (solid); i++)
    n += ring_solid_get_facet (solid, i)->kind == kind;
  return n;
}

static double
slope (const RingSolid *solid, RingFacetKind kind)
{
  for (guint i = 0; i < ring_solid_get_n_facets (solid); i++)
    {
      const RingFacet *facet = ring_solid_get_facet (solid, i);

      if (facet->kind == kind)
        return acos (fabs (facet->normal.z)) * 180 / G_PI;
    }
  return -1;
}

/* GIA's reference round: 33 facets above, 24 below; the slopes that follow from its seven
 * parameters; 1.6327 R3. */
static void
test_round (void)
{
  g_autoptr (RingSolid) solid = usual (RING_CUT_ROUND, 2);

  g_assert_cmpuint (count (solid, RING_FACET_TABLE), ==, 1);
  g_assert_cmpuint (count (solid, RING_FACET_STAR), ==, 8);
  g_assert_cmpuint (count (solid, RING_FACET_MAIN), ==, 8);
  g_assert_cmpuint (count (solid, RING_FACET_UPPER_HALF), ==, 16);
  g_assert_cmpuint (count (solid, RING_FACET_PAVILION_MAIN), ==, 8);
  g_assert_cmpuint (count (solid, RING_FACET_LOWER_HALF), ==, 16);
  g_assert_cmpfloat_with_epsilon (slope (solid, RING_FACET_MAIN), 34.0, 0.01);
  g_assert_cmpfloat_with_epsilon (slope (solid, RING_FACET_STAR), 21.07, 0.01);
  g_assert_cmpfloat_with_epsilon (slope (solid, RING_FACET_UPPER_HALF), 40.58, 0.01);
  g_assert_cmpfloat_with_epsilon (slope (solid, RING_FACET_PAVILION_MAIN), 40.7, 0.01);
  g_assert_cmpfloat_with_epsilon (slope (solid, RING_FACET_LOWER_HALF), 41.79, 0.01);
  g_assert_cmpfloat_with_epsilon (ring_solid_volume (solid), 1.6327, 0.0005);
  g_assert_cmpfloat_with_epsilon (ring_cut_usual_depth (RING_CUT_ROUND), 0.600, 0.0005);
}

/* Weights of trade meshes at 3.52 g/cm3, each at its own length over width and table: carat =
 * k x length x width x depth. Crowns keep their angles when the table is another. The round is
 * GIA's own stone, the others within two per cent. */
static void
test_volumes (void)
{
  static const struct
  {
    RingCut cut;
    double k, ratio, table, depth;
  } cases[] = {
    { RING_CUT_ROUND, 0.00602, 1, 0.57, 0.606 },
    { RING_CUT_OVAL, 0.00620, 1.6, 0.60, 0.612 },
    { RING_CUT_CUSHION, 0.00754, 1, 0.57, 0.687 },
    { RING_CUT_PEAR, 0.00576, 1.6, 0.60, 0.612 },
    { RING_CUT_MARQUISE, 0.00555, 2.2, 0.60, 0.612 },
    { RING_CUT_PRINCESS, 0.00841, 1, 0.65, 0.732 },
    { RING_CUT_BAGUETTE, 0.01053, 2, 0.60, 0.684 },
    { RING_CUT_SQUARE, 0.00940, 1, 0.60, 0.659 },
    { RING_CUT_EMERALD, 0.00914, 1.4, 0.625, 0.653 },
    { RING_CUT_ASSCHER, 0.00809, 1, 0.55, 0.740 },
    { RING_CUT_RADIANT, 0.00792, 1, 0.65, 0.711 },
    { RING_CUT_FLANDERS, 0.00728, 1, 0.55, 0.715 },
    { RING_CUT_OCTAGON, 0.00681, 1, 0.62, 0.659 },
    { RING_CUT_HEART, 0.00566, 1 / 1.05, 0.62, 0.552 },
    { RING_CUT_TRILLION, 0.00482, 1 / 1.03, 0.47, 0.537 },
    { RING_CUT_TRILLIANT, 0.00554, 1 / 1.08, 0.66, 0.555 },
    { RING_CUT_TRIANGLE, 0.00449, 1 / 1.15, 0.54, 0.533 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RingCutProportions p = ring_cut_usual_proportions (cases[i].cut);
      g_autoptr (RingSolid) solid = NULL;
      double stretch;
      double k;

      p.crown *= (1 - cases[i].table) / (1 - p.table);
      p.table = cases[i].table;
      stretch = cases[i].depth / (p.crown + p.girdle + p.pavilion);
      p.crown *= stretch;
      p.girdle *= stretch;
      p.pavilion *= stretch;
      solid = ring_cut_solid_of (cases[i].cut, 5 * cases[i].ratio, 5, &p);
      k = ring_solid_volume (solid) * 3.52 / 200 / (125 * cases[i].ratio * cases[i].depth);
      g_test_message ("%s: k %.5f, mesh %.5f, %+.2f %%", ring_cut_id (cases[i].cut), k, cases[i].k,
                      (k / cases[i].k - 1) * 100);
      g_assert_cmpfloat_with_epsilon (k / cases[i].k, 1, 0.02);
    }
}

/* The plan of the reference round: radii of its named points (weights in plan, half-width 1). */
static void
test_round_points (void)
{
  static const struct
  {
    RingFacetKind kind;
    double radius, height; /* of one of the facet's corners, from the girdle's lower edge */
  } points[] = {
    { RING_FACET_TABLE, 0.5700, 0.3400 },
    { RING_FACET_STAR, 0.7633, 0.2488 },
    { RING_FACET_LOWER_HALF, 0.2000, -0.7012 },
    { RING_FACET_PAVILION_MAIN, 0, -0.8601 },
  };
  g_autoptr (RingSolid) solid = usual (RING_CUT_ROUND, 2);

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      gboolean found = FALSE;

      for (guint f = 0; f < ring_solid_get_n_facets (solid); f++)
        {
          const RingFacet *facet = ring_solid_get_facet (solid, f);

          for (guint k = 0; facet->kind == points[i].kind && k < facet->n_points; k++)
            {
              RingVec p = facet->points[k];

              found |= fabs (hypot (p.x, p.y) - points[i].radius) < 1e-4
                       && fabs (p.z - points[i].height) < 1e-4;
            }
        }
      g_assert_true (found);
    }
}

/* Facets that a cutter counts, above and below the girdle. */
static void
test_counts (void)
{
  static const struct
  {
    RingCut cut;
    guint crown, pavilion;
  } cases[] = {
    { RING_CUT_ROUND, 33, 24 },     { RING_CUT_OVAL, 33, 24 },
    { RING_CUT_PEAR, 33, 24 },      { RING_CUT_MARQUISE, 33, 24 },
    { RING_CUT_HEART, 33, 24 },     { RING_CUT_PRINCESS, 21, 24 },
    { RING_CUT_EMERALD, 25, 24 },   { RING_CUT_ASSCHER, 25, 24 },
    { RING_CUT_RADIANT, 25, 28 },   { RING_CUT_SQUARE, 5, 12 },
    { RING_CUT_BAGUETTE, 5, 12 },   { RING_CUT_TRILLION, 25, 18 },
    { RING_CUT_TRILLIANT, 25, 18 }, { RING_CUT_TRIANGLE, 13, 24 },
    { RING_CUT_SINGLE, 9, 8 },      { RING_CUT_ROSE, 24, 1 },
    { RING_CUT_OLD_MINE, 33, 25 },  { RING_CUT_OLD_EUROPEAN, 33, 25 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RingSolid) solid = usual (cases[i].cut, 6);
      guint crown = 0, pavilion = 0;

      for (guint f = 0; f < ring_solid_get_n_facets (solid); f++)
        {
          const RingFacet *facet = ring_solid_get_facet (solid, f);

          if (facet->kind != RING_FACET_GIRDLE)
            *(facet->normal.z > 0 ? &crown : &pavilion) += 1;
        }
      g_assert_cmpuint (crown, ==, cases[i].crown);
      g_assert_cmpuint (pavilion, ==, cases[i].pavilion);
    }
}

/* The rows of step cuts have their angles at the usual proportions. */
static void
test_rows (void)
{
  static const struct
  {
    RingCut cut;
    double crown[3], pavilion[3];
  } cases[] = {
    { RING_CUT_EMERALD, { 38.5, 31.5, 24.5 }, { 54, 43, 36 } },
    { RING_CUT_ASSCHER, { 44.9, 37.9, 30.9 }, { 55.4, 44.4, 37.4 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RingSolid) solid = usual (cases[i].cut, 6);
      guint found = 0;

      for (guint f = 0; f < ring_solid_get_n_facets (solid); f++)
        {
          const RingFacet *facet = ring_solid_get_facet (solid, f);
          double angle = acos (fabs (facet->normal.z)) * 180 / G_PI;

          /* The sides of the stone; corners are a little flatter. */
          for (guint r = 0; r < 3 && facet->normal.x > 0 && fabs (facet->normal.y) < 1e-9; r++)
            found += fabs (angle - (facet->normal.z > 0 ? cases[i].crown : cases[i].pavilion)[r])
                     < 0.1;
        }
      g_assert_cmpuint (found, ==, 6);
    }
}

/* Every facet is flat, faces outwards and lies round the origin; all together have no gap: the
 * area vectors of a closed surface add up to nothing. */
static void
test_closed (void)
{
  for (guint c = 0; c < RING_N_CUTS; c++)
    for (double stretch = 0.9; stretch < 1.3; stretch += 0.1)
      {
        double width = 6.5;
        double length = width * MAX (ring_cut_usual_ratio (c) * stretch, 0.8);
        g_autoptr (RingSolid) solid = ring_cut_solid (c, length, width, width * 0.62);
        RingVec sum = { 0, 0, 0 };

        for (guint i = 0; i < ring_solid_get_n_facets (solid); i++)
          {
            const RingFacet *f = ring_solid_get_facet (solid, i);

            g_assert_cmpuint (f->n_points, >=, 3);
            g_assert_cmpfloat (f->offset, >=, c == RING_CUT_HEART ? -9 : 0);
            for (guint k = 0; k < f->n_points; k++)
              {
                RingVec a = ring_vec_sub (f->points[k], f->points[0]);
                RingVec b = ring_vec_sub (f->points[(k + 1) % f->n_points], f->points[0]);
                RingVec area = ring_vec_cross (a, b);

                /* A heart's kites are bent along their middle. */
                if (c != RING_CUT_HEART)
                  {
                    g_assert_cmpfloat_with_epsilon (ring_vec_dot (f->normal, f->points[k]),
                                                    f->offset, 1e-9);
                    g_assert_cmpfloat (ring_vec_dot (area, f->normal), >, -1e-9);
                  }
                sum = ring_vec_add (sum, area);
              }
          }
        g_assert_cmpfloat (ring_vec_length (sum), <, 1e-5);
      }
}

/* Every edge of a convex stone lies between two facets that turn away from each other. */
static void
test_edges (void)
{
  for (guint c = 0; c < RING_N_CUTS; c++)
    {
      g_autoptr (RingSolid) solid = usual (c, 6.5);
      g_autoptr (GArray) edges = ring_solid_list_edges (solid);

      g_assert_cmpuint (edges->len, >, 4);
      for (guint i = 0; ring_cut_is_exact (c) && i < edges->len; i++)
        {
          const RingSolidEdge *edge = &g_array_index (edges, RingSolidEdge, i);
          const RingFacet *left = ring_solid_get_facet (solid, edge->left);
          const RingFacet *right;

          g_assert_cmpuint (edge->right, !=, RING_SOLID_NO_FACET);
          right = ring_solid_get_facet (solid, edge->right);
          for (guint k = 0; k < right->n_points; k++)
            g_assert_cmpfloat (ring_vec_dot (left->normal, right->points[k]), <,
                               left->offset + 1e-6);
        }
    }
}

/* A stone is as long, wide and deep as asked. */
static void
test_size (void)
{
  for (guint c = 0; c < RING_N_CUTS; c++)
    {
      double length = 7 * ring_cut_usual_ratio (c);
      g_autoptr (RingSolid) solid = ring_cut_solid (c, length, 7, 4.4);
      RingVec least = { 99, 99, 99 }, most = { -99, -99, -99 };

      for (guint i = 0; i < ring_solid_get_n_facets (solid); i++)
        {
          const RingFacet *f = ring_solid_get_facet (solid, i);

          for (guint k = 0; k < f->n_points; k++)
            {
              RingVec p = f->points[k];

              least = (RingVec){ fmin (least.x, p.x), fmin (least.y, p.y), fmin (least.z, p.z) };
              most = (RingVec){ fmax (most.x, p.x), fmax (most.y, p.y), fmax (most.z, p.z) };
            }
        }
      g_assert_cmpfloat_with_epsilon (most.x - least.x, 7, 1e-3);
      g_assert_cmpfloat_with_epsilon (most.y - least.y, length, 1e-3);
      g_assert_cmpfloat_with_epsilon (most.z - least.z, 4.4, 1e-3);
      g_assert_cmpfloat_with_epsilon (most.z, 4.4 * ring_cut_crown_part (c), 1e-3);
    }
}

static void
test_ids (void)
{
  for (guint c = 0; c < RING_N_CUTS; c++)
    {
      RingCut found;

      g_assert_true (ring_cut_from_id (ring_cut_id (c), &found));
      g_assert_cmpuint (found, ==, c);
    }
  g_assert_false (ring_cut_from_id ("rhubarb", &(RingCut){ 0 }));
  g_assert_false (ring_cut_from_id (NULL, &(RingCut){ 0 }));
}

static double
white (RingVec direction, gpointer data)
{
  g_assert_cmpfloat_with_epsilon (ring_vec_length (direction), 1, 1e-6);
  return 1;
}

/* Under an even sky a clear stone is even: no light is made or lost. What never leaves is grey.
 * And the patches lie side by side: together they are the stone's outline. */
static void
test_beam (void)
{
  static const RingVec x = { 1, 0, 0 }, y = { 0, 1, 0 }, z = { 0, 0, 1 };
  g_autoptr (RingSolid) solid = usual (RING_CUT_ROUND, 2);
  g_autoptr (GArray) patches = ring_beam_trace (solid, x, y, z, 2.42, 1e-7, white, NULL);
  double area = 0, light = 0;

  for (guint i = 0; i < patches->len; i++)
    {
      const RingBeamPatch *p = &g_array_index (patches, RingBeamPatch, i);
      double a = 0;

      for (guint k = 0; k < p->n_points; k++)
        {
          RingPoint q = p->points[(k + 1) % p->n_points];

          a += p->points[k].x * q.y - p->points[k].y * q.x;
        }
      g_assert_cmpfloat (p->light, <, 1 + 1e-9);
      g_assert_cmpfloat (p->glare, <, p->light);
      /* At least once through and back, and no farther than eight bounces can go. */
      g_assert_cmpfloat (p->way, >, 0.02);
      g_assert_cmpfloat (p->way, <, 16);
      area += fabs (a) / 2;
      light += fabs (a) / 2 * p->light;
    }
  g_assert_cmpfloat_with_epsilon (area, G_PI, 0.02);
  g_assert_cmpfloat (light / area, >, 0.85);
}

static void
test_views (void)
{
  RingViewsGem gem = { RING_CUT_OVAL, 8, 5.7, 3.5, { .height = 5 } };
  RingViewsSpec spec
      = { .band = { 54.4213, RING_PROFILE_D, 2.2, 1.8, 0, 0 }, .gems = &gem, .n_gems = 1 };
  g_autoptr (GArray) front = ring_views_lines (&spec, RING_VIEWS_FRONT, 1);
  g_autoptr (GArray) top = ring_views_lines (&spec, RING_VIEWS_TOP, 1);
  RingRect stone = RING_RECT_EMPTY;
  double inner = 54.4213 / (2 * G_PI);
  double highest = 0;

  for (guint i = 0; i < front->len; i++)
    {
      const RingViewsLine *line = &g_array_index (front, RingViewsLine, i);

      if (line->role != RING_VIEWS_CENTRE)
        highest = fmin (highest, ring_path_get_bounds (line->path).y0);
    }
  g_assert_cmpfloat_with_epsilon (highest, -(inner + 5 + 3.5 * ring_cut_crown_part (RING_CUT_OVAL)),
                                  1e-3);

  for (guint i = 0; i < top->len; i++)
    {
      const RingViewsLine *line = &g_array_index (top, RingViewsLine, i);

      if (line->role == RING_VIEWS_FACET)
        stone = ring_rect_union (stone, ring_path_get_bounds (line->path));
    }
  /* The length lies along the finger, which is upright on the paper. */
  g_assert_cmpfloat_with_epsilon (stone.x1 - stone.x0, 5.7, 0.01);
  g_assert_cmpfloat_with_epsilon (stone.y1 - stone.y0, 8, 0.01);
}

/* Every cut can sit on a ring; one that is smooth has no lines on its dome. */
static void
test_views_of_all_cuts (void)
{
  for (guint c = 0; c < RING_N_CUTS; c++)
    for (guint kind = RING_VIEWS_FRONT; kind <= RING_VIEWS_STRIP; kind++)
      {
        RingViewsGem gem = { .cut = c,
                             .length = 6.5 * ring_cut_usual_ratio (c),
                             .width = 6.5,
                             .depth = 6.5 * ring_cut_usual_depth (c),
                             .place = { .height = 5 } };
        RingViewsSpec spec = {
          .band
          = { .circumference = 54.4, .profile = RING_PROFILE_D, .width = 2.2, .thickness = 1.8 },
          .gems = &gem,
          .n_gems = 1,
          .scale = 4
        };
        g_autoptr (GArray) lines = ring_views_lines (&spec, kind, 0.5);
        gsize n_points = 0;

        for (guint i = 0; i < lines->len; i++)
          {
            gsize n;

            ring_path_get_points (g_array_index (lines, RingViewsLine, i).path, &n);
            n_points += n;
          }
        g_assert_cmpuint (n_points, >, 20);
        g_assert_cmpuint (n_points, <, 1200);
      }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/cut/round", test_round);
  g_test_add_func ("/cut/round-points", test_round_points);
  g_test_add_func ("/cut/counts", test_counts);
  g_test_add_func ("/cut/rows", test_rows);
  g_test_add_func ("/cut/volumes", test_volumes);
  g_test_add_func ("/cut/closed", test_closed);
  g_test_add_func ("/cut/edges", test_edges);
  g_test_add_func ("/cut/size", test_size);
  g_test_add_func ("/cut/ids", test_ids);
  g_test_add_func ("/cut/beam", test_beam);
  g_test_add_func ("/cut/views", test_views);
  g_test_add_func ("/cut/views-of-all-cuts", test_views_of_all_cuts);
  return ring_test_run ();
}
