/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of gems as shapes: what is drawn at which size, where it lies, and how it turns. */
#include "ring-gem-art.h"
#include "ring-test.h"

#include <math.h>

static GArray *
draw (RingCut cut, RingGemView view, RingGemStyle style, double drawn, RingGemLook *look)
{
  ring_gem_look_init (look, cut, 6.5 * ring_cut_usual_ratio (cut), 6.5, view);
  look->style = style;
  look->scale = drawn / sqrt (look->length * look->width);
  return ring_gem_art (look);
}

static RingRect
bounds_of (const GArray *shapes)
{
  RingRect bounds = RING_RECT_EMPTY;

  for (guint i = 0; i < shapes->len; i++)
    bounds = ring_rect_union (bounds,
                              ring_path_get_bounds (g_array_index (shapes, RingGemShape, i).path));
  return bounds;
}

/* How many straight pieces are drawn as lines. */
static guint
count_lines (const GArray *shapes, gboolean dashed)
{
  guint n = 0;

  for (guint i = 0; i < shapes->len; i++)
    {
      const RingGemShape *shape = &g_array_index (shapes, RingGemShape, i);
      gsize n_verbs;
      const guint8 *verbs = ring_path_get_verbs (shape->path, &n_verbs);

      for (gsize k = 0; k < n_verbs; k++)
        n += shape->line > 0 && shape->dashed == dashed && verbs[k] == RING_PATH_LINE;
    }
  return n;
}

/* Every cut from every side in both styles lies within its own millimetres and fills them. */
static void
test_bounds (void)
{
  for (guint c = 0; c < RING_N_CUTS; c++)
    for (guint view = RING_GEM_TOP; view <= RING_GEM_END; view++)
      for (guint style = RING_GEM_LINE; style <= RING_GEM_LIT; style++)
        {
          RingGemLook look;
          g_autoptr (GArray) shapes = draw (c, view, style, 12, &look);
          RingRect box = bounds_of (shapes);
          double across = view == RING_GEM_SIDE ? look.length : look.width;
          double down = view == RING_GEM_TOP ? look.length : look.depth;

          /* Regions overlap a little. */
          g_assert_cmpfloat_with_epsilon (box.x1 - box.x0, across, 0.09);
          g_assert_cmpfloat_with_epsilon (box.y1 - box.y0, down, 0.09);
          if (view != RING_GEM_TOP)
            g_assert_cmpfloat_with_epsilon (-box.y0, look.depth * ring_cut_crown_part (c), 0.05);
        }
}

/* A picture of a millimetre or two has no room for facets. */
static void
test_detail (void)
{
  for (guint c = 0; c < RING_N_CUTS; c++)
    {
      static const double drawn[] = { 30, 10, 5, 3, 1 };
      guint last = G_MAXUINT;

      for (guint i = 0; i < G_N_ELEMENTS (drawn); i++)
        {
          RingGemLook look;
          g_autoptr (GArray) shapes = draw (c, RING_GEM_TOP, RING_GEM_LINE, drawn[i], &look);
          guint n = count_lines (shapes, FALSE) + count_lines (shapes, TRUE);

          g_assert_cmpuint (n, <=, last);
          last = n;
          /* Only where there is room are there hidden edges, and only of a pavilion. */
          if (i > 0 || ring_cut_usual_proportions (c).table == 0)
            continue;
          g_assert_cmpuint (count_lines (shapes, TRUE), >, 0);
        }
    }
}

/* The reference round, drawn large: 8 edges of the table, 16 of the stars, 16 of the kites, 8
 * between halves, 48 in all; and 40 in the pavilion. */
static void
test_round_lines (void)
{
  RingGemLook look;
  g_autoptr (GArray) shapes = draw (RING_CUT_ROUND, RING_GEM_TOP, RING_GEM_LINE, 30, &look);
  g_autoptr (GArray) crown = draw (RING_CUT_ROUND, RING_GEM_TOP, RING_GEM_LINE, 10, &look);
  g_autoptr (GArray) spokes = draw (RING_CUT_ROUND, RING_GEM_TOP, RING_GEM_LINE, 5, &look);
  g_autoptr (GArray) table = draw (RING_CUT_ROUND, RING_GEM_TOP, RING_GEM_LINE, 3, &look);

  g_assert_cmpuint (count_lines (shapes, FALSE), ==, 48);
  g_assert_cmpuint (count_lines (shapes, TRUE), ==, 32);
  g_assert_cmpuint (count_lines (crown, FALSE), ==, 48);
  g_assert_cmpuint (count_lines (crown, TRUE), ==, 0);
  g_assert_cmpuint (count_lines (spokes, FALSE), ==, 16);
  g_assert_cmpuint (count_lines (table, FALSE), ==, 8);
}

/* A stone turned by a quarter is as wide as it was long, in both styles, and the light stays. */
static void
test_turned (void)
{
  for (guint style = RING_GEM_LINE; style <= RING_GEM_LIT; style++)
    {
      RingGemLook look;
      g_autoptr (GArray) shapes = NULL;
      g_autoptr (GArray) tilted = NULL;
      RingRect box;

      ring_gem_look_init (&look, RING_CUT_EMERALD, 8, 6, RING_GEM_TOP);
      look.style = style;
      look.scale = 2;
      ring_gem_look_turn (&look, 90, 0);
      shapes = ring_gem_art (&look);
      box = bounds_of (shapes);
      g_assert_cmpfloat_with_epsilon (box.x1 - box.x0, 8, 0.05);
      g_assert_cmpfloat_with_epsilon (box.y1 - box.y0, 6, 0.05);

      /* Tilted by 90 degrees more it is seen from its side. */
      ring_gem_look_turn (&look, 0, 90);
      tilted = ring_gem_art (&look);
      box = bounds_of (tilted);
      g_assert_cmpfloat_with_epsilon (box.y1 - box.y0, look.depth, 0.05);
    }
}

/* A spin turns the picture counter-clockwise by as much. */
static void
test_spin (void)
{
  RingGemLook look;
  g_autoptr (GArray) shapes = NULL;
  RingRect box;

  ring_gem_look_init (&look, RING_CUT_PEAR, 9, 6, RING_GEM_TOP);
  ring_gem_look_turn (&look, 90, 0);
  shapes = ring_gem_art (&look);
  box = bounds_of (shapes);
  g_assert_cmpfloat_with_epsilon (box.x1 - box.x0, 9, 0.01);
  /* The point, at the bottom before, is at the right: there the outline is narrow. */
  for (guint i = 0; i < shapes->len; i++)
    {
      const RingGemShape *shape = &g_array_index (shapes, RingGemShape, i);

      if (shape->line >= 0.24)
        {
          g_assert_true (ring_path_contains (shape->path, (RingPoint){ -4, 1 }));
          g_assert_false (ring_path_contains (shape->path, (RingPoint){ 4, 1 }));
        }
    }
}

/* Left and right of the lines are alike wherever the cut is. */
static void
test_symmetry (void)
{
  for (guint c = 0; c < RING_N_CUTS; c++)
    {
      RingGemLook look;
      g_autoptr (GArray) shapes = draw (c, RING_GEM_TOP, RING_GEM_LINE, 30, &look);

      if (c == RING_CUT_HALF_MOON || ring_cut_family (c) == RING_CUT_SMOOTH)
        continue;
      for (guint i = 0; i < shapes->len; i++)
        {
          gsize n;
          const RingPoint *p
              = ring_path_get_points (g_array_index (shapes, RingGemShape, i).path, &n);

          for (gsize k = 0; k < n; k++)
            {
              double nearest = 99;

              for (gsize j = 0; j < n; j++)
                nearest = fmin (nearest, hypot (p[j].x + p[k].x, p[j].y - p[k].y));
              g_assert_cmpfloat (nearest, <, 1e-4);
            }
        }
    }
}

/* No gap in a lit stone: whatever lies within the outline is painted. */
static void
test_lit_covers (void)
{
  for (guint c = 0; c < RING_N_CUTS; c++)
    {
      RingGemLook look;
      g_autoptr (GArray) shapes = draw (c, RING_GEM_TOP, RING_GEM_LIT, 10, &look);

      for (guint k = 0; k < 60; k++)
        {
          RingPoint at = ring_cut_outline (c, look.length, look.width, k / 60.0 + 0.001);
          /* A briolette has no round girdle. */
          double part = 0.1 + (c == RING_CUT_BRIOLETTE ? 0.78 : 0.88) * (k % 7) / 6.0;
          gboolean painted = FALSE;

          at = (RingPoint){ at.x * part, -at.y * part };
          for (guint i = 0; i < shapes->len && !painted; i++)
            {
              const RingGemShape *shape = &g_array_index (shapes, RingGemShape, i);

              painted = shape->line == 0 && ring_path_contains (shape->path, at);
            }
          g_assert_true (painted);
        }
    }
}

static double
mean_light (RingCut cut, const char *species)
{
  RingGemLook look;
  g_autoptr (GArray) shapes = NULL;
  double light = 0;
  guint n = 0;

  ring_gem_look_init (&look, cut, 6.5, 6.5, RING_GEM_TOP);
  look.style = RING_GEM_LIT;
  look.species = ring_species_find (species);
  shapes = ring_gem_art (&look);
  for (guint k = 0; k < 400; k++)
    {
      double r = 3.1 * sqrt ((k + 0.5) / 400), angle = k * 2.399963;
      RingPoint at = { r * cos (angle), r * sin (angle) };
      guint32 colour = 0;

      for (guint i = 0; i < shapes->len; i++)
        {
          const RingGemShape *shape = &g_array_index (shapes, RingGemShape, i);

          if (shape->line == 0 && ring_path_contains (shape->path, at))
            colour = shape->colour;
        }
      light += (colour >> 24) + ((colour >> 16) & 0xff) + ((colour >> 8) & 0xff);
      n++;
    }
  return light / (3 * 255 * n);
}

/* A well cut diamond gives back most of its light; quartz of the same angles has a window; and a
 * sapphire is deeper in tone than a topaz. */
static void
test_tones (void)
{
  g_assert_cmpfloat (mean_light (RING_CUT_ROUND, "diamond"), >, 0.55);
  g_assert_cmpfloat (mean_light (RING_CUT_ROUND, "sapphire"), <,
                     mean_light (RING_CUT_ROUND, "topaz"));
  g_assert_cmpfloat (mean_light (RING_CUT_ROUND, "sapphire"), >, 0.2);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/gem-art/bounds", test_bounds);
  g_test_add_func ("/gem-art/detail", test_detail);
  g_test_add_func ("/gem-art/round-lines", test_round_lines);
  g_test_add_func ("/gem-art/turned", test_turned);
  g_test_add_func ("/gem-art/spin", test_spin);
  g_test_add_func ("/gem-art/symmetry", test_symmetry);
  g_test_add_func ("/gem-art/lit-covers", test_lit_covers);
  g_test_add_func ("/gem-art/tones", test_tones);
  return ring_test_run ();
}
