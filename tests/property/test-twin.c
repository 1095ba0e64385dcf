/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The twin key of random drawings: any move, turn and mirror, any order of the items, a trip through a file and what is no
 * part of the ring leave it the same; one point that moves by more than the grid makes another. */
#include "ring-design.h"
#include "ring-random.h"
#include "ring-svg.h"
#include "ring-test.h"
#include "ring-twin.h"

#include <math.h>

#define ROUNDS 150
#define MOST_ITEMS 12
#define MOST_POINTS 40

static double
between (RingRandom *random, double least, double most)
{
  return least + (most - least) * ring_random_unit (random);
}

static guint
below (RingRandom *random, guint n)
{
  return (guint) (ring_random_next (random) % n);
}

/* A drawing as numbers, so that the same can be built in other ways. */
typedef struct
{
  gboolean figure; /* a polyline; else a stroke */
  guint n;
  RingPoint points[MOST_POINTS];
} Line;

typedef struct
{
  Line lines[MOST_ITEMS];
  guint n;
} Lines;

static void
make_lines (RingRandom *random, Lines *lines)
{
  lines->n = 1 + below (random, MOST_ITEMS);
  for (guint i = 0; i < lines->n; i++)
    {
      Line *line = &lines->lines[i];

      line->figure = below (random, 4) == 0;
      line->n = line->figure ? 3 + below (random, 5) : 2 + below (random, MOST_POINTS - 2);
      for (guint k = 0; k < line->n; k++)
        line->points[k] = (RingPoint){ between (random, -14, 14), between (random, -14, 14) };
    }
}

static RingItem *
make_item (const Line *line, const char *id, const RingMatrix *matrix)
{
  RingSample samples[MOST_POINTS] = { { 0 } };
  RingStroke stroke = { .style = { RING_INSTRUMENT_PEN,
                                   { 0.8, 0.2, RING_PRESSURE_LINEAR, RING_SMOOTHING_EXACT },
                                   0x000000ff } };
  RingFigure figure = { .form = RING_FIGURE_POLYLINE, .n_points = line->n, .points = line->points,
                        .colour = 0x000000ff, .width = 0.4, .paper = 0.25 };
  g_autoptr (RingSamples) list = NULL;
  g_autoptr (RingItem) item = NULL;

  for (guint i = 0; i < line->n; i++)
    samples[i] = (RingSample){ .x = line->points[i].x, .y = line->points[i].y, .pressure = 0.5, .time = 8 * i };
  list = ring_samples_new (samples, line->n, RING_TEST_NOW_MS);
  stroke.samples = list;
  stroke.fit = 0.01;
  item = line->figure ? ring_item_new_figure (id, &figure) : ring_item_new_stroke (id, &stroke);
  return ring_item_with_matrix (item, matrix);
}

/* The lines through MATRIX, from the Ith on and round, on the layer of ROLE. */
static RingDrawing *
build (const Lines *lines, const RingMatrix *matrix, guint first, RingLayerRole role)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  RingDrawing *drawing = ring_design_get_drawing (design);
  RingView *view = ring_drawing_get_view_by_kind (drawing, RING_VIEW_FRONT);
  const char *layer = ring_layer_get_head (ring_view_get_layer_by_role (view, role))->id;
  g_autoptr (RingEdit) edit = ring_edit_new (drawing, "Test");

  for (guint i = 0; i < lines->n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%caaaaaaaaa%03u", lines->lines[(first + i) % lines->n].figure ? 'f' : 's', i);
      g_autoptr (RingItem) item = make_item (&lines->lines[(first + i) % lines->n], id, matrix);

      g_assert_true (ring_edit_append_item (edit, layer, item));
    }
  return ring_drawing_ref (ring_edit_get_result (edit));
}

static RingMatrix
make_motion (RingRandom *random)
{
  double a = between (random, 0, 2 * G_PI);
  double s = below (random, 2) == 0 ? 1 : -1;

  return (RingMatrix){ cos (a), sin (a), -s * sin (a), s * cos (a), between (random, -40, 40), between (random, -40, 40) };
}

static void
assert_same (const RingDrawing *a, const RingDrawing *b, gboolean same)
{
  RingTwinKey ka = ring_twin_key (a), kb = ring_twin_key (b);

  if (ring_twin_key_equal (&ka, &kb) != same)
    g_error ("%016" G_GINT64_MODIFIER "x %.4f and %016" G_GINT64_MODIFIER "x %.4f", ka.shapes, ka.spread, kb.shapes,
             kb.spread);
}

static RingDrawing *
through_file (const RingDrawing *drawing)
{
  g_autoptr (GBytes) bytes = ring_svg_write (drawing, RING_WRITE_DESIGN);
  g_autoptr (GError) error = NULL;
  RingDrawing *read = ring_svg_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, &error);

  g_assert_no_error (error);
  return read;
}

static void
test_same (void)
{
  RingRandom source, *random = &source;

  ring_random_init_seed (random, (guint64) g_test_rand_int ());
  for (guint round = 0; round < ROUNDS; round++)
    {
      RingMatrix motion = make_motion (random);
      g_autoptr (RingDrawing) drawing = NULL;
      g_autoptr (RingDrawing) moved = NULL;
      g_autoptr (RingDrawing) file = NULL;
      Lines lines;

      make_lines (random, &lines);
      drawing = build (&lines, &RING_MATRIX_IDENTITY, 0, RING_ROLE_INK);
      moved = build (&lines, &motion, below (random, lines.n), RING_ROLE_METAL);
      file = through_file (moved);
      assert_same (drawing, moved, TRUE);
      assert_same (drawing, file, TRUE);
    }
}

static void
test_other (void)
{
  RingRandom source, *random = &source;

  ring_random_init_seed (random, (guint64) g_test_rand_int ());
  for (guint round = 0; round < ROUNDS; round++)
    {
      RingMatrix motion = make_motion (random);
      double a = between (random, 0, 2 * G_PI), by = between (random, 0.051, 2);
      g_autoptr (RingDrawing) drawing = NULL;
      g_autoptr (RingDrawing) other = NULL;
      g_autoptr (RingDrawing) less = NULL;
      Line *line;
      RingPoint *point;
      Lines lines;

      make_lines (random, &lines);
      drawing = build (&lines, &RING_MATRIX_IDENTITY, 0, RING_ROLE_INK);
      line = &lines.lines[below (random, lines.n)];
      point = &line->points[below (random, line->n)];
      *point = (RingPoint){ point->x + by * cos (a), point->y + by * sin (a) };
      other = build (&lines, &motion, 0, RING_ROLE_INK);
      lines.n--;
      less = build (&lines, &RING_MATRIX_IDENTITY, 0, RING_ROLE_INK);
      assert_same (drawing, other, FALSE);
      assert_same (other, less, FALSE);
    }
}

/* Of two lines one that is shifted lies elsewhere among the others. */
static void
test_apart (void)
{
  Lines lines = { .n = 2, .lines = { { .n = 2, .points = { { 0, 0 }, { 5, 0 } } },
                                     { .n = 3, .points = { { 0, 3 }, { 4, 3 }, { 4, 9 } } } } };
  g_autoptr (RingDrawing) drawing = build (&lines, &RING_MATRIX_IDENTITY, 0, RING_ROLE_INK);
  g_autoptr (RingDrawing) other = NULL;

  for (guint i = 0; i < 3; i++)
    lines.lines[1].points[i].y += 2;
  other = build (&lines, &RING_MATRIX_IDENTITY, 0, RING_ROLE_INK);
  assert_same (drawing, other, FALSE);
}

/* What was drawn over, and what was noted, is no part of the ring; of nothing there is no copy. */
static void
test_nothing (void)
{
  const Lines lines = { .n = 1, .lines = { { .n = 2, .points = { { 0, 0 }, { 5, 0 } } } } };
  const RingLayerRole roles[] = { RING_ROLE_UNDERLAY, RING_ROLE_NOTES };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autoptr (RingDrawing) drawing = build (&lines, &RING_MATRIX_IDENTITY, 0, roles[i]);

      g_assert_cmpuint (ring_twin_key (drawing).shapes, ==, 0);
      assert_same (drawing, drawing, FALSE);
    }
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/twin/same", test_same);
  g_test_add_func ("/twin/other", test_other);
  g_test_add_func ("/twin/apart", test_apart);
  g_test_add_func ("/twin/nothing", test_nothing);
  return ring_test_run ();
}
