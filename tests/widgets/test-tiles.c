/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tile cache, without a window: what it shows must be the picture itself. */
#include <math.h>

#include "ring-design.h"
#include "ring-test-image.h"
#include "ring-test.h"
#include "ring-tiles.h"

#define WIDTH 700
#define HEIGHT 500
#define DEADLINE 20.0
#define BASE_TILES 12 /* of an A4 page that is 1024 pixels high */

typedef struct
{
  RingDesign *design;
  RingTiles *tiles;
  guint n_ready;
  guint n_shown, n_exact;
  guint n_data; /* in use */
  cairo_t *cr;
} Fixture;

static Fixture *data_fixture;

static void
ready_cb (gpointer tiles, gpointer user_data)
{
  ((Fixture *) user_data)->n_ready++;
}

static void
data_free_cb (gpointer data)
{
  g_free (data);
  data_fixture->n_data--;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->design = ring_design_new ();
  fixture->tiles = ring_tiles_new (data_free_cb, ready_cb, fixture);
  ring_tiles_set_drawing (fixture->tiles, ring_design_get_drawing (fixture->design), NULL);
  data_fixture = fixture;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->tiles, ring_tiles_free);
  g_assert_cmpuint (fixture->n_data, ==, 0);
  g_assert_finalize_object (fixture->design);
}

/* A filled blot on the page, 20 mm wide; returns what it spoils. */
static RingRect
add_blot (Fixture *fixture, RingPoint at)
{
  RingDrawing *drawing = ring_design_get_drawing (fixture->design);
  RingView *page = ring_drawing_get_view_by_kind (drawing, RING_VIEW_PAGE);
  RingLayer *ink = ring_view_get_layer_by_role (page, RING_ROLE_INK);
  g_autoptr (RingPath) outline = ring_path_new ();
  g_autofree char *id = ring_design_new_id (fixture->design, 's');
  g_autoptr (RingInkPicture) picture = NULL;
  RingStroke stroke = { .fit = 0.01 };
  g_autoptr (RingItem) item = NULL;
  RingEdit *edit = ring_edit_new (drawing, "Blot");

  ring_path_add_ellipse (outline, at, 10, 7);
  stroke.picture = picture = ring_ink_picture_new (&outline, 1);
  stroke.style.instrument = RING_INSTRUMENT_PEN;
  stroke.style.ink = (RingInkStyle){ 1.0, 0.5, RING_PRESSURE_LINEAR, RING_SMOOTHING_EXACT };
  stroke.style.colour = 0x203040ff;
  item = ring_item_new_stroke (id, &stroke);
  g_assert_true (ring_edit_append_item (edit, ring_layer_get_head (ink)->id, item));
  g_assert_true (ring_design_commit (fixture->design, edit));
  return (RingRect){ at.x - 10, at.y - 7, at.x + 10, at.y + 7 };
}

static RingMatrix
make_view (double scale, double degrees, RingPoint centre)
{
  double c = scale * cos (degrees * G_PI / 180), s = scale * sin (degrees * G_PI / 180);
  RingMatrix matrix = { c, s, -s, c, 0, 0 };
  RingPoint at = ring_matrix_apply (&matrix, centre);

  matrix.x0 = round (WIDTH / 2 - at.x);
  matrix.y0 = round (HEIGHT / 2 - at.y);
  return matrix;
}

static void
look (Fixture *fixture, const RingMatrix *matrix, gboolean settled)
{
  RingRect window = { 0, 0, WIDTH, HEIGHT };

  ring_tiles_look (fixture->tiles, matrix, window, (RingPoint){ 350, 250 }, settled);
}

static gboolean
is_sharp (gpointer data)
{
  return ring_tiles_is_sharp (((Fixture *) data)->tiles);
}

static void
look_until_sharp (Fixture *fixture, const RingMatrix *matrix)
{
  look (fixture, matrix, TRUE);
  g_assert_true (ring_test_wait (is_sharp, fixture, DEADLINE));
}

static void
show_cb (RingTilePicture *picture, const RingMatrix *m, gboolean exact, gpointer user_data)
{
  Fixture *fixture = user_data;
  cairo_matrix_t matrix = { m->xx, m->yx, m->xy, m->yy, m->x0, m->y0 };

  fixture->n_shown++;
  fixture->n_exact += exact;
  if (picture->data[0] == NULL)
    {
      picture->data[0] = g_malloc (1);
      fixture->n_data++;
    }
  if (fixture->cr == NULL)
    return;
  cairo_save (fixture->cr);
  cairo_transform (fixture->cr, &matrix);
  cairo_rectangle (fixture->cr, picture->x, picture->y, RING_TILE_SIZE, RING_TILE_SIZE);
  cairo_set_source_surface (fixture->cr, picture->surface, picture->x - RING_TILE_BORDER,
                            picture->y - RING_TILE_BORDER);
  cairo_fill (fixture->cr);
  cairo_restore (fixture->cr);
}

/* As the canvas does: what stands in for a sharp tile is seen only where that is missing. */
static void
stitch_gaps (Fixture *fixture)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (RingRect));
  RingMatrix m;

  if (!ring_tiles_get_gaps (fixture->tiles, gaps, &m))
    return;
  cairo_save (fixture->cr);
  cairo_transform (fixture->cr, &(cairo_matrix_t){ m.xx, m.yx, m.xy, m.yy, m.x0, m.y0 });
  for (guint i = 0; i < gaps->len; i++)
    {
      RingRect gap = g_array_index (gaps, RingRect, i);

      cairo_save (fixture->cr);
      cairo_rectangle (fixture->cr, gap.x0, gap.y0, gap.x1 - gap.x0, gap.y1 - gap.y0);
      cairo_clip (fixture->cr);
      ring_tiles_foreach_stand_in (fixture->tiles, gap, show_cb, fixture);
      cairo_restore (fixture->cr);
    }
  cairo_restore (fixture->cr);
}

static cairo_surface_t *
stitch (Fixture *fixture)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);

  fixture->cr = cairo_create (surface);
  fixture->n_shown = fixture->n_exact = 0;
  stitch_gaps (fixture);
  ring_tiles_foreach (fixture->tiles, show_cb, fixture);
  g_clear_pointer (&fixture->cr, cairo_destroy);
  return surface;
}

static cairo_surface_t *
paint_whole (Fixture *fixture, const RingMatrix *m)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  cairo_matrix_t matrix = { m->xx, m->yx, m->xy, m->yy, m->x0, m->y0 };

  cairo_set_matrix (cr, &matrix);
  ring_paint_drawing (cr, ring_design_get_drawing (fixture->design), NULL, RING_PAINT_ALL);
  cairo_destroy (cr);
  return surface;
}

static void
assert_whole (Fixture *fixture, const char *what, const RingMatrix *matrix, guint tolerance)
{
  cairo_surface_t *got = stitch (fixture);
  cairo_surface_t *expected = paint_whole (fixture, matrix);

  ring_test_assert_images (what, got, expected, tolerance, 0);
  cairo_surface_destroy (got);
  cairo_surface_destroy (expected);
}

/* Cairo clips outlines before it fills them, so an edge that crosses a tile may differ by a few
 * greys of 255; a seam or a shifted tile would differ by far more. */
static void
test_stitched (Fixture *fixture, gconstpointer data)
{
  static const double scales[] = { 0.4, 1.7, 96 / 25.4, 11.3 };
  static const double angles[] = { 0, 90, 33 };

  add_blot (fixture, (RingPoint){ 60, 70 });
  add_blot (fixture, (RingPoint){ 105, 150 });
  ring_tiles_set_drawing (fixture->tiles, ring_design_get_drawing (fixture->design), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    for (guint j = 0; j < G_N_ELEMENTS (angles); j++)
      {
        RingMatrix matrix = make_view (scales[i], angles[j], (RingPoint){ 100, 140 });

        look_until_sharp (fixture, &matrix);
        assert_whole (fixture, "tiles", &matrix, 8);
        g_assert_cmpuint (fixture->n_shown, ==, fixture->n_exact);
      }
}

/* A pan of whole pixels moves the same pictures. */
static void
test_pan (Fixture *fixture, gconstpointer data)
{
  RingMatrix matrix = make_view (4, 0, (RingPoint){ 100, 140 });
  guint n_data;

  look_until_sharp (fixture, &matrix);
  cairo_surface_destroy (stitch (fixture));
  n_data = fixture->n_data;
  matrix.x0 += 3;
  matrix.y0 -= 2;
  look_until_sharp (fixture, &matrix);
  assert_whole (fixture, "panned", &matrix, 8);
  g_assert_cmpuint (fixture->n_data, <=, n_data + 4);
}

static void
test_invalidate (Fixture *fixture, gconstpointer data)
{
  RingMatrix matrix = make_view (4, 0, (RingPoint){ 100, 140 });
  RingRect dirty;
  RingMatrix level;
  guint64 revision;
  guint n_data;
  cairo_surface_t *before, *meanwhile;
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (RingRect));

  look_until_sharp (fixture, &matrix);
  before = stitch (fixture);
  n_data = fixture->n_data;
  dirty = add_blot (fixture, (RingPoint){ 100, 140 });
  revision = ring_tiles_set_drawing (fixture->tiles, ring_design_get_drawing (fixture->design),
                                     &dirty);

  /* No hole: the old picture until the new one has come. */
  g_assert_false (ring_tiles_is_sharp (fixture->tiles));
  g_assert_true (ring_tiles_get_stale (fixture->tiles, revision, dirty, rects, &level));
  meanwhile = stitch (fixture);
  ring_test_assert_images ("meanwhile", meanwhile, before, 0, 0);
  g_assert_cmpuint (fixture->n_data, ==, n_data);

  g_assert_true (ring_test_wait (is_sharp, fixture, DEADLINE));
  g_assert_false (ring_tiles_get_stale (fixture->tiles, revision, dirty, rects, &level));
  /* Only what was spoiled has been painted again. */
  g_assert_cmpuint (fixture->n_data, <, n_data);
  g_assert_cmpuint (fixture->n_data, >=, n_data - 4);
  assert_whole (fixture, "after", &matrix, 8);
  cairo_surface_destroy (before);
  cairo_surface_destroy (meanwhile);
}

static void
assert_no_hole (cairo_surface_t *surface)
{
  const guchar *pixels = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      g_assert_cmphex (((const guint32 *) (pixels + y * stride))[x] >> 24, ==, 0xff);
}

/* The page itself in few tiles, painted when nothing else is to do. */
static gboolean
has_base (gpointer data)
{
  Fixture *fixture = data;

  fixture->n_shown = 0;
  ring_tiles_foreach_stand_in (fixture->tiles, (RingRect){ -1e4, -1e4, 1e4, 1e4 }, show_cb, fixture);
  return fixture->n_shown == BASE_TILES;
}

/* Where a pan or a zoom leads to nothing painted yet, the next best is shown and no hole. */
static void
test_gaps (Fixture *fixture, gconstpointer data)
{
  RingMatrix matrix = make_view (4, 0, (RingPoint){ 100, 140 });
  RingMatrix aside = make_view (4, 0, (RingPoint){ 100, 210 });
  RingMatrix closer = make_view (40, 20, (RingPoint){ 100, 210 });
  const RingMatrix *views[] = { &aside, &closer };
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (RingRect));
  RingMatrix level;

  look_until_sharp (fixture, &matrix);
  g_assert_true (ring_test_wait (has_base, fixture, DEADLINE));
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      cairo_surface_t *meanwhile;

      look (fixture, views[i], TRUE);
      g_assert_true (ring_tiles_get_gaps (fixture->tiles, gaps, &level));
      meanwhile = stitch (fixture);
      assert_no_hole (meanwhile);
      cairo_surface_destroy (meanwhile);
      g_assert_true (ring_test_wait (is_sharp, fixture, DEADLINE));
      g_array_set_size (gaps, 0);
      g_assert_false (ring_tiles_get_gaps (fixture->tiles, gaps, &level));
      assert_whole (fixture, "filled", views[i], 8);
    }
}

/* Patience puts off what is spoiled, but nothing that was never painted. */
static void
test_patient (Fixture *fixture, gconstpointer data)
{
  RingMatrix matrix = make_view (4, 0, (RingPoint){ 100, 140 });
  RingMatrix closer = make_view (6, 0, (RingPoint){ 100, 140 });
  cairo_surface_t *meanwhile;
  RingRect dirty;

  look_until_sharp (fixture, &matrix);
  ring_tiles_set_patient (fixture->tiles, TRUE);
  dirty = add_blot (fixture, (RingPoint){ 100, 140 });
  ring_tiles_set_drawing (fixture->tiles, ring_design_get_drawing (fixture->design), &dirty);
  look_until_sharp (fixture, &closer);
  assert_whole (fixture, "new tiles", &closer, 8);
  dirty = add_blot (fixture, (RingPoint){ 90, 135 });
  ring_tiles_set_drawing (fixture->tiles, ring_design_get_drawing (fixture->design), &dirty);
  look (fixture, &closer, TRUE);
  g_assert_false (ring_tiles_is_sharp (fixture->tiles));
  meanwhile = stitch (fixture);
  g_assert_cmpuint (fixture->n_shown, ==, fixture->n_exact);
  ring_tiles_set_patient (fixture->tiles, FALSE);
  g_assert_true (ring_test_wait (is_sharp, fixture, DEADLINE));
  assert_whole (fixture, "after", &closer, 8);
  cairo_surface_destroy (meanwhile);
}

/* While a zoom goes on, the old level is shown, and nothing is left open. */
static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  RingMatrix matrix = make_view (4, 0, (RingPoint){ 100, 140 });
  RingMatrix closer = make_view (5, 0, (RingPoint){ 100, 140 });
  RingMatrix far_closer = make_view (40, 0, (RingPoint){ 100, 140 });

  look_until_sharp (fixture, &matrix);
  look (fixture, &closer, FALSE);
  g_assert_true (ring_tiles_is_covered (fixture->tiles));
  g_assert_false (ring_tiles_is_sharp (fixture->tiles));
  cairo_surface_destroy (stitch (fixture));
  g_assert_cmpuint (fixture->n_exact, ==, 0);
  g_assert_cmpuint (fixture->n_shown, >, 0);
  look_until_sharp (fixture, &closer);
  assert_whole (fixture, "closer", &closer, 8);
  /* Too far for the old tiles to serve, rest or not. */
  look (fixture, &far_closer, FALSE);
  g_assert_true (ring_tiles_is_covered (fixture->tiles));
  g_assert_true (ring_test_wait (is_sharp, fixture, DEADLINE));
}

static void
test_memory (Fixture *fixture, gconstpointer data)
{
  const gsize limit = 12 * 1024 * 1024;

  ring_tiles_set_memory_limit (fixture->tiles, limit);
  for (int i = 0; i < 12; i++)
    {
      RingMatrix matrix = make_view (2 + i * i, 10 * i, (RingPoint){ 30 + 10 * i, 40 + 15 * i });

      look_until_sharp (fixture, &matrix);
      cairo_surface_destroy (stitch (fixture));
      g_assert_cmpuint (ring_tiles_get_memory (fixture->tiles), <=, limit);
    }
  ring_tiles_set_drawing (fixture->tiles, NULL, NULL);
  g_assert_cmpuint (ring_tiles_get_memory (fixture->tiles), ==, 0);
  g_assert_true (ring_tiles_is_sharp (fixture->tiles));
}

/* Going away while threads paint, with the work still queued. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 20; i++)
    {
      RingMatrix matrix = make_view (3 + i, i, (RingPoint){ 100, 140 });
      guint n_ready = fixture->n_ready;

      look (fixture, &matrix, TRUE);
      ring_tiles_free (fixture->tiles);
      fixture->tiles = ring_tiles_new (data_free_cb, ready_cb, fixture);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_cmpuint (fixture->n_ready, ==, n_ready);
      ring_tiles_set_drawing (fixture->tiles, ring_design_get_drawing (fixture->design), NULL);
    }
}

static void
test_no_inverse (Fixture *fixture, gconstpointer data)
{
  RingMatrix flat = { 0, 0, 0, 0, 5, 5 };

  look (fixture, &flat, TRUE);
  g_assert_false (ring_tiles_is_sharp (fixture->tiles));
  cairo_surface_destroy (stitch (fixture));
  g_assert_cmpuint (fixture->n_shown, ==, 0);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/tiles/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("stitched", test_stitched);
  ADD ("pan", test_pan);
  ADD ("invalidate", test_invalidate);
  ADD ("zoom", test_zoom);
  ADD ("gaps", test_gaps);
  ADD ("patient", test_patient);
  ADD ("memory", test_memory);
  ADD ("cancel", test_cancel);
  ADD ("no-inverse", test_no_inverse);
#undef ADD
  return ring_test_run ();
}
