/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Regions between lines: contours, distances, what bounds them, and forms blown up over them. */
#include "ring-distance.h"
#include "ring-error.h"
#include "ring-region.h"
#include "ring-swell.h"
#include "ring-test.h"

#include <math.h>

/* Lines of WIDTH mm, as path data. */
typedef struct
{
  const char *d;
  double width;
} Lines;

static void
paint_cb (RingRegionMask *mask, RingRect window, gpointer data)
{
  const Lines *lines = data;
  g_autoptr (RingPath) path = ring_path_from_svg (lines->d, 0, NULL);

  g_assert_false (ring_rect_is_empty (window));
  ring_region_mask_line (mask, path, NULL, lines->width);
}

static RingRegion *
find (const char *d, double width, double x, double y, double gap, GError **error)
{
  Lines lines = { d, width };
  RingRegionQuery query = { { x, y }, { -30, -30, 30, 30 }, gap, 0.005, 0.2 };

  return ring_region_find (&query, paint_cb, &lines, error);
}

/* Of what PATH covers. */
static double
area (const RingPath *path)
{
  g_autoptr (GPtrArray) loops = ring_path_flatten (path, 0.001);
  double sum = 0;

  for (guint i = 0; i < loops->len; i++)
    {
      const GArray *points = g_ptr_array_index (loops, i);

      for (guint k = 0; k < points->len; k++)
        {
          const RingPoint *a = &g_array_index (points, RingPoint, k);
          const RingPoint *b = &g_array_index (points, RingPoint, (k + 1) % points->len);

          sum += a->x * b->y - a->y * b->x;
        }
    }
  return fabs (sum) / 2;
}

#define SQUARE "M-4-3H4V3H-4z"
#define RING "M-9 0A9 9 0 0 1 9 0A9 9 0 0 1-9 0zM-7 0A7 7 0 0 0 7 0A7 7 0 0 0-7 0z"

/* The edge is the middle of the line, whatever its width: no seam is left under it. */
static void
test_middle_of_the_line (void)
{
  static const double widths[] = { 0, 0.05, 0.15, 0.3 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (RingRegion) square = find (SQUARE, widths[i], 0, 0, 0, NULL);
      g_autoptr (RingRegion) ring = find (RING, widths[i], 0, -8, 0, NULL);
      RingRect bounds = ring_path_get_bounds (square->outline);

      g_assert_cmpfloat_with_epsilon (bounds.x0, -4, 0.02);
      g_assert_cmpfloat_with_epsilon (bounds.y1, 3, 0.02);
      g_assert_cmpfloat_with_epsilon (area (square->outline), 48, 0.3);
      g_assert_cmpfloat_with_epsilon (area (ring->outline), G_PI * (81 - 49), 1.0);
      g_assert_true (ring_path_contains (ring->outline, (RingPoint){ 0, -8 }));
      g_assert_false (ring_path_contains (ring->outline, (RingPoint){ 0, 0 }));
      /* A corner stays one, but for what the line covers. */
      g_assert_cmpfloat (ring_path_distance (square->outline, (RingPoint){ -4, -3 }, FALSE), <,
                         0.06 + widths[i] / 2);
    }
}

/* Colour runs under a broad line only so far. */
static void
test_cap (void)
{
  g_autoptr (RingRegion) region = find (SQUARE, 1.4, 0, 0, 0, NULL);
  RingRect bounds = ring_path_get_bounds (region->outline);

  g_assert_cmpfloat_with_epsilon (bounds.x1, 3.3 + 0.2, 0.03);
}

static void
test_everywhere_the_same (void)
{
  static const RingPoint taps[] = { { 0, 0 }, { -3.7, 2.6 }, { 3.5, -2.5 }, { 0.013, 0.0071 } };
  g_autoptr (RingRegion) first = find (SQUARE, 0.1, 1, 1, 0, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (taps); i++)
    {
      g_autoptr (RingRegion) again = find (SQUARE, 0.1, taps[i].x, taps[i].y, 0, NULL);

      g_assert_cmpfloat_with_epsilon (area (again->outline), area (first->outline), 0.1);
    }
}

/* A square open by 0.4 mm on its right. */
#define OPEN "M4-.2V-3H-4V3H4V.2"

static void
test_gaps (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RingRegion) leaks = find (OPEN, 0.02, 0, 0, 0.3, &error);
  g_autoptr (RingRegion) closed = find (OPEN, 0.02, 0, 0, 0.5, NULL);

  g_assert_null (leaks);
  g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
  g_assert_nonnull (closed);
  g_assert_cmpfloat_with_epsilon (area (closed->outline), 48, 0.4);
  /* The gap is divided near its line, and the corners are filled although a brush of the gap's
   * width would not reach into them. */
  g_assert_cmpfloat_with_epsilon (ring_path_get_bounds (closed->outline).x1, 4, 0.15);
  g_assert_cmpfloat (ring_path_distance (closed->outline, (RingPoint){ -4, 3 }, FALSE), <, 0.06);
}

/* What is narrower than the gaps that are closed is still a region, from wherever it is tapped. */
static void
test_narrow (void)
{
  g_autoptr (RingRegion) region = find ("M-6-.1H6V.1H-6z", 0.01, 3, 0, 0.5, NULL);

  g_assert_nonnull (region);
  g_assert_cmpfloat_with_epsilon (area (region->outline), 2.4, 0.15);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *d;
    double x, y;
  } cases[] = {
    { SQUARE, 10, 10 },    /* outside */
    { "M0 0", 0, 0 },      /* nothing drawn */
    { SQUARE, 40, 0 },     /* past the limit */
    { SQUARE, NAN, 0 },    /* nowhere */
    { "M-20 0H20", 0, 1 }, /* a line bounds nothing */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RingRegion) region = find (cases[i].d, 0.1, cases[i].x, cases[i].y, 0.5, &error);

      g_assert_null (region);
      g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
    }
}

/* A tap on the line means the colour beside it. */
static void
test_on_the_line (void)
{
  g_autoptr (RingRegion) region = find (RING, 0.05, 0, -7.01, 0, NULL);

  g_assert_nonnull (region);
}

static void
test_distance (void)
{
  const int columns = 17, rows = 11;
  g_autofree guint8 *cells = g_new0 (guint8, columns * rows);
  g_autofree float *map = NULL;
  g_autofree float *none = NULL;

  cells[3 * columns + 4] = cells[9 * columns + 15] = 7;
  map = ring_distance_map (cells, 7, columns, rows);
  for (int y = 0; y < rows; y++)
    for (int x = 0; x < columns; x++)
      g_assert_cmpfloat_with_epsilon (map[y * columns + x],
                                      fmin (hypot (x - 4, y - 3), hypot (x - 15, y - 9)), 1e-4);
  none = ring_distance_map (cells, 1, columns, rows);
  g_assert_cmpfloat (none[0], >=, 1e4f);
}

/* Over a strip the skin is half a circle: the slope is the part of the way to the edge. */
static void
test_swell (void)
{
  g_autoptr (RingRegion) region = find ("M-9-1.5H9V1.5H-9z", 0, 0, 0, 0, NULL);
  RingSwell *swell = ring_swell_new (&region->grid, region->inside);
  const RingGrid *grid = &region->grid;
  int column = (int) ((0 - grid->x0) / grid->step);

  for (int row = 0; row < grid->rows; row++)
    {
      const RingSwellCell *cell = &swell->cells[(gsize) row * grid->columns + column];
      double y = grid->y0 + row * grid->step;

      if (fabs (y) > 1.4)
        continue;
      g_assert_cmpfloat_with_epsilon (cell->y, -y / 1.5, 0.03);
      g_assert_cmpfloat_with_epsilon (cell->x, 0, 0.03);
      g_assert_cmpfloat_with_epsilon (cell->size, 1.5, 0.05);
      g_assert_cmpfloat_with_epsilon (cell->x * cell->x + cell->y * cell->y + cell->up * cell->up,
                                      1, 1e-4);
    }
  ring_swell_free (swell);
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/region/middle-of-the-line", test_middle_of_the_line);
  g_test_add_func ("/region/cap", test_cap);
  g_test_add_func ("/region/everywhere-the-same", test_everywhere_the_same);
  g_test_add_func ("/region/gaps", test_gaps);
  g_test_add_func ("/region/narrow", test_narrow);
  g_test_add_func ("/region/refused", test_refused);
  g_test_add_func ("/region/on-the-line", test_on_the_line);
  g_test_add_func ("/region/distance", test_distance);
  g_test_add_func ("/region/swell", test_swell);
  return ring_test_run ();
}
