/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Exact coverage: against figures, against many samples, and the same for every clip. */
#include <math.h>
#include <string.h>

#include "ring-random.h"
#include "ring-raster.h"
#include "ring-test.h"

#define SIZE 64
#define FINE 32 /* samples a pixel, each way */

typedef struct
{
  guint8 pixels[SIZE][SIZE];
  int last_x, last_y;
} Picture;

static void
span_cb (int x, int y, int n, guint coverage, gpointer data)
{
  Picture *picture = data;

  g_assert_cmpint (n, >, 0);
  g_assert_cmpuint (coverage, >, 0);
  g_assert_cmpuint (coverage, <=, 255);
  g_assert_true (y > picture->last_y || (y == picture->last_y && x >= picture->last_x));
  picture->last_x = x + n;
  picture->last_y = y;
  for (int i = x; i < x + n; i++)
    picture->pixels[y][i] = (guint8) coverage;
}

static void
fill_clip (Picture *picture, const RingPath *path, const RingMatrix *matrix, RingRasterClip clip)
{
  picture->last_x = picture->last_y = -1;
  g_assert_true (ring_raster_fill (path, matrix, &clip, span_cb, picture));
}

static void
fill (Picture *picture, const RingPath *path)
{
  memset (picture, 0, sizeof *picture);
  fill_clip (picture, path, &RING_MATRIX_IDENTITY, (RingRasterClip){ 0, 0, SIZE, SIZE });
}

static void
test_rectangle (void)
{
  g_autoptr (RingPath) path = ring_path_new ();
  Picture picture;

  /* A quarter of a pixel on the left, a half at the bottom. */
  ring_path_add_rect (path, (RingRect){ 10.75, 20.0, 30.0, 40.5 });
  fill (&picture, path);
  g_assert_cmpuint (picture.pixels[25][10], ==, 64);
  g_assert_cmpuint (picture.pixels[25][11], ==, 255);
  g_assert_cmpuint (picture.pixels[25][29], ==, 255);
  g_assert_cmpuint (picture.pixels[25][30], ==, 0);
  g_assert_cmpuint (picture.pixels[40][20], ==, 128);
  g_assert_cmpuint (picture.pixels[40][10], ==, 32);
  g_assert_cmpuint (picture.pixels[41][20], ==, 0);
  g_assert_cmpuint (picture.pixels[19][20], ==, 0);
}

static void
test_triangle (void)
{
  g_autoptr (RingPath) path = ring_path_new ();
  Picture picture;

  /* Its slope is a half: each pixel of the edge is a quarter or three quarters full. */
  ring_path_move_to (path, (RingPoint){ 0, 0 });
  ring_path_line_to (path, (RingPoint){ 40, 20 });
  ring_path_line_to (path, (RingPoint){ 0, 20 });
  ring_path_close (path);
  fill (&picture, path);
  for (int y = 0; y < 20; y++)
    {
      g_assert_cmpuint (picture.pixels[y][2 * y], ==, 191);
      g_assert_cmpuint (picture.pixels[y][2 * y + 1], ==, 64);
      g_assert_cmpuint (picture.pixels[y][2 * y + 2], ==, 0);
    }
  g_assert_cmpuint (picture.pixels[19][3], ==, 255);
}

/* Non-zero: what runs round twice is not emptier than what runs round once. */
static void
test_overlap (void)
{
  g_autoptr (RingPath) path = ring_path_new ();
  Picture picture;

  ring_path_add_rect (path, (RingRect){ 10, 10, 40, 40 });
  ring_path_add_rect (path, (RingRect){ 20, 20, 50, 50 });
  fill (&picture, path);
  g_assert_cmpuint (picture.pixels[30][30], ==, 255);
  g_assert_cmpuint (picture.pixels[15][15], ==, 255);
  g_assert_cmpuint (picture.pixels[45][45], ==, 255);
  g_assert_cmpuint (picture.pixels[15][45], ==, 0);
}

/* A drop with its point anywhere, small or far larger than the picture. */
static RingPath *
make_drop (RingRandom *random)
{
  RingPath *path = ring_path_new ();
  double size = exp (ring_random_unit (random) * 7.0 - 1.0);
  double turn = 2.0 * G_PI * ring_random_unit (random);
  RingPoint at = { ring_random_unit (random) * SIZE, ring_random_unit (random) * SIZE };
  RingPoint p[4];
  const double shape[4][2] = { { 0, 0 }, { 1, 0.4 }, { 0.7, 1.1 }, { -0.3, 0.9 } };

  for (int i = 0; i < 4; i++)
    p[i] = (RingPoint){ at.x + size * (shape[i][0] * cos (turn) - shape[i][1] * sin (turn)),
                        at.y + size * (shape[i][0] * sin (turn) + shape[i][1] * cos (turn)) };
  ring_path_move_to (path, p[0]);
  ring_path_curve_to (path, p[1], p[2], p[3]);
  ring_path_close (path);
  return path;
}

/* The part of a pixel that is inside, by samples. */
static double
sample_pixel (const RingPath *path, int x, int y)
{
  int n = 0;

  for (int j = 0; j < FINE; j++)
    for (int i = 0; i < FINE; i++)
      n += ring_path_contains (path, (RingPoint){ x + (i + 0.5) / FINE, y + (j + 0.5) / FINE });
  return (double) n / (FINE * FINE);
}

static void
test_samples (void)
{
  RingRandom random;
  int edges = 0;

  ring_random_init_seed (&random, 11);
  for (int round = 0; round < 120; round++)
    {
      g_autoptr (RingPath) path = make_drop (&random);
      Picture picture;

      fill (&picture, path);
      /* Every edge pixel of some rows, and some pixels of no interest. */
      for (int y = round % 8; y < SIZE; y += 8)
        for (int x = 0; x < SIZE; x++)
          {
            double found = picture.pixels[y][x] / 255.0;
            gboolean edge = found > 0 && found < 1;

            if (!edge && (x + y) % 16 != 0)
              continue;
            edges += edge;
            g_assert_cmpfloat (fabs (found - sample_pixel (path, x, y)), <, 0.06);
          }
    }
  g_assert_cmpint (edges, >, 400);
}

/* Tiles must join: what is filled in parts is what is filled at once. */
static void
test_clips (void)
{
  RingRandom random;

  ring_random_init_seed (&random, 12);
  for (int round = 0; round < 200; round++)
    {
      g_autoptr (RingPath) path = make_drop (&random);
      int x = 1 + (int) (ring_random_unit (&random) * (SIZE - 2));
      int y = 1 + (int) (ring_random_unit (&random) * (SIZE - 2));
      Picture whole, parts;

      fill (&whole, path);
      memset (&parts, 0, sizeof parts);
      fill_clip (&parts, path, &RING_MATRIX_IDENTITY, (RingRasterClip){ 0, 0, x, y });
      fill_clip (&parts, path, &RING_MATRIX_IDENTITY, (RingRasterClip){ x, 0, SIZE, y });
      fill_clip (&parts, path, &RING_MATRIX_IDENTITY, (RingRasterClip){ 0, y, x, SIZE });
      fill_clip (&parts, path, &RING_MATRIX_IDENTITY, (RingRasterClip){ x, y, SIZE, SIZE });
      for (int j = 0; j < SIZE; j++)
        for (int i = 0; i < SIZE; i++)
          g_assert_cmpint (ABS (whole.pixels[j][i] - parts.pixels[j][i]), <=, 1);
    }
}

static void
test_matrix (void)
{
  RingRandom random;
  g_autoptr (RingPath) path = NULL;
  RingMatrix matrix = { 0.6, 0.8, -0.8, 0.6, 20.0, -7.0 };
  g_autoptr (RingPath) moved = NULL;
  Picture here = { 0 }, there = { 0 };

  ring_random_init_seed (&random, 13);
  path = make_drop (&random);
  moved = ring_path_transform (path, &matrix);
  fill_clip (&here, path, &matrix, (RingRasterClip){ 0, 0, SIZE, SIZE });
  fill (&there, moved);
  for (int j = 0; j < SIZE; j++)
    for (int i = 0; i < SIZE; i++)
      g_assert_cmpint (ABS (here.pixels[j][i] - there.pixels[j][i]), <=, 1);
}

static void
test_extremes (void)
{
  static const double bad[] = { NAN, INFINITY, -INFINITY, 1e7, -1e300 };
  g_autoptr (RingPath) flat = ring_path_new ();
  g_autoptr (RingPath) huge = ring_path_new ();
  RingRasterClip clip = { 0, 0, SIZE, SIZE };
  Picture picture;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (RingPath) path = ring_path_new ();

      memset (&picture, 0, sizeof picture);
      ring_path_move_to (path, (RingPoint){ 1, 1 });
      ring_path_line_to (path, (RingPoint){ bad[i], 20 });
      ring_path_line_to (path, (RingPoint){ 5, 20 });
      g_assert_false (ring_raster_fill (path, &RING_MATRIX_IDENTITY, &clip, span_cb, &picture));
    }
  /* A line there and back has no area. */
  ring_path_move_to (flat, (RingPoint){ 3, 3 });
  ring_path_line_to (flat, (RingPoint){ 60, 41 });
  ring_path_close (flat);
  fill (&picture, flat);
  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      g_assert_cmpuint (picture.pixels[y][x], ==, 0);
  ring_path_add_rect (huge, (RingRect){ -9e5, -9e5, 9e5, 9e5 });
  fill (&picture, huge);
  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      g_assert_cmpuint (picture.pixels[y][x], ==, 255);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/raster/rectangle", test_rectangle);
  g_test_add_func ("/raster/triangle", test_triangle);
  g_test_add_func ("/raster/overlap", test_overlap);
  g_test_add_func ("/raster/samples", test_samples);
  g_test_add_func ("/raster/clips", test_clips);
  g_test_add_func ("/raster/matrix", test_matrix);
  g_test_add_func ("/raster/extremes", test_extremes);
  return ring_test_run ();
}
