/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What runs beside a shape is everywhere as far away as was asked. */
#include "ring-error.h"
#include "ring-figure-offset.h"
#include "ring-figure-value.h"
#include "ring-test.h"

#include <math.h>

static const struct
{
  const char *name;
  RingFigureForm form;
  guint n;
  RingPoint p[7];
  double least, most; /* the distances that are possible */
  RingFigureForm becomes;
} shapes[] = {
  { "line", RING_FIGURE_LINE, 2, { { 0, 0 }, { 9, 3 } }, -5, 5, RING_FIGURE_LINE },
  { "circle", RING_FIGURE_CIRCLE, 2, { { 3, 4 }, { 8, 4 } }, -4.9, 20, RING_FIGURE_CIRCLE },
  { "arc", RING_FIGURE_ARC, 3, { { -5, 0 }, { 0, -5 }, { 5, 0 } }, -3, 3, RING_FIGURE_ARC },
  { "ellipse", RING_FIGURE_ELLIPSE, 3, { { 0, 0 }, { 4, 0 }, { 0, 3 } }, -2.1, 6, RING_FIGURE_CURVE },
  { "corners", RING_FIGURE_POLYLINE, 4, { { 0, 0 }, { 6, 0 }, { 6, 6 }, { 12, 9 } }, -2, 2,
    RING_FIGURE_POLYLINE },
  { "square", RING_FIGURE_POLYLINE, 5, { { 0, 0 }, { 6, 0 }, { 6, 6 }, { 0, 6 }, { 0, 0 } }, -2.9, 9,
    RING_FIGURE_POLYLINE },
  { "curve", RING_FIGURE_CURVE, 7, { { 0, 0 }, { 4, -6 }, { 8, -6 }, { 12, 0 }, { 14, 3 }, { 18, 3 }, { 22, 0 } },
    -1.5, 1.5, RING_FIGURE_CURVE },
};

static RingItem *
make (guint i)
{
  RingFigure figure = { .form = shapes[i].form, .points = shapes[i].p, .n_points = shapes[i].n,
                        .text = "", .colour = 0xff, .width = 0.1, .size = 0.7, .paper = 0.25 };

  return ring_item_new_figure ("d1", &figure);
}

/* Of sharp corners the offset's own are farther away. */
static void
assert_beside (const RingItem *item, const RingItem *offset, double distance)
{
  g_autoptr (RingPath) path = ring_figure_make_path (ring_item_get_figure (item));
  g_autoptr (RingPath) there = ring_figure_make_path (ring_item_get_figure (offset));
  g_autoptr (GPtrArray) lines = ring_path_flatten (there, 0.001);
  double least = G_MAXDOUBLE;

  for (guint l = 0; l < lines->len; l++)
    {
      const GArray *points = g_ptr_array_index (lines, l);

      for (guint i = 0; i < points->len; i++)
        {
          RingPoint p = g_array_index (points, RingPoint, i);
          RingPoint before = g_array_index (points, RingPoint, MAX (i, 1) - 1);
          RingPoint middle = { (p.x + before.x) / 2, (p.y + before.y) / 2 };
          double d = ring_path_distance (path, p, FALSE);

          least = fmin (least, ring_path_distance (path, middle, FALSE));
          least = fmin (least, d);
          if (ring_item_get_figure (item)->form != RING_FIGURE_POLYLINE)
            g_assert_cmpfloat_with_epsilon (d, fabs (distance), 0.012);
          else
            g_assert_cmpfloat (d, >=, fabs (distance) - 1e-3);
        }
    }
  g_assert_cmpfloat_with_epsilon (least, fabs (distance), 0.012);
}

static void
test_distances (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (RingItem) item = make (i);
      double distances[] = { shapes[i].least, 0.3 * shapes[i].least, 0.3 * shapes[i].most,
                             shapes[i].most };

      for (guint k = 0; k < G_N_ELEMENTS (distances); k++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (RingItem) offset = ring_figure_offset (item, distances[k], &error);

          g_test_message ("%s %g", shapes[i].name, distances[k]);
          g_assert_no_error (error);
          g_assert_cmpint (ring_item_get_figure (offset)->form, ==, shapes[i].becomes);
          assert_beside (item, offset, distances[k]);
        }
    }
}

/* Outside is outside. */
static void
test_sides (void)
{
  static const guint closed[] = { 1, 3, 5 };

  for (guint i = 0; i < G_N_ELEMENTS (closed); i++)
    {
      g_autoptr (RingItem) item = make (closed[i]);
      g_autoptr (RingItem) larger = ring_figure_offset (item, 1, NULL);
      RingRect a = ring_item_get_bounds (item), b = ring_item_get_bounds (larger);

      g_assert_cmpfloat_with_epsilon (b.x1 - b.x0, a.x1 - a.x0 + 2, 0.01);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    guint shape;
    double distance;
  } bad[] = { { 1, -5 }, { 2, 6 }, { 3, -2.4 }, { 5, -3.1 }, { 6, 40 }, { 0, 0 }, { 0, NAN } };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (RingItem) item = make (bad[i].shape);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s %g", shapes[bad[i].shape].name, bad[i].distance);
      g_assert_null (ring_figure_offset (item, bad[i].distance, &error));
      g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
    }
}

/* A shape of a group that is given another length stays in its group, and where it was turned to. */
static void
test_value_keeps_group (void)
{
  g_autoptr (RingItem) plain = make (0);
  g_autoptr (RingItem) turned = ring_item_with_matrix (plain, &(RingMatrix){ 0, 1, -1, 0, 3, 4 });
  g_autoptr (RingItem) grouped = ring_item_with_group (turned, "g1");
  g_autoptr (RingItem) longer = ring_figure_with_value (grouped, RING_FIGURE_VALUE_LENGTH, 20);

  g_assert_nonnull (longer);
  g_assert_cmpstr (ring_item_get_group (longer), ==, "g1");
  g_assert_cmpstr (ring_item_get_id (longer), ==, "d1");
  g_assert_cmpfloat (ring_item_get_matrix (longer)->x0, ==, 3);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/figure-offset/distances", test_distances);
  g_test_add_func ("/figure-offset/sides", test_sides);
  g_test_add_func ("/figure-offset/refused", test_refused);
  g_test_add_func ("/figure-offset/value-keeps-group", test_value_keeps_group);
  return ring_test_run ();
}
