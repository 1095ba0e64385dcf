/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bench rules: what is found, how much it is short, and where it is. */
#include "ring-bench-check.h"
#include "ring-gem-layout.h"
#include "ring-random.h"
#include "ring-test-model.h"
#include "ring-test.h"

#include <math.h>

static RingDrawing *
with_ring (const char *const *fields)
{
  RingRandom random;
  g_autoptr (RingDrawing) empty = NULL;

  ring_random_init_seed (&random, 1);
  empty = ring_drawing_new_default (&random);
  return ring_test_with_record (empty, RING_RECORD_RING,
                      ring_record_get_id (ring_drawing_find_ring (empty, NULL)), fields);
}

static const char *const sound[] = { "width", "2.2", "thickness", "1.8", "size", "53", NULL };

static const RingFinding *
find (const GArray *findings, const char *rule)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (g_array_index (findings, RingFinding, i).rule->id, rule))
      return &g_array_index (findings, RingFinding, i);
  return NULL;
}

static GArray *
check (const RingDrawing *drawing)
{
  RingLimits limits;

  ring_limits_init (&limits);
  return ring_bench_check (drawing, &limits);
}

static void
test_band (void)
{
  static const struct
  {
    const char *width, *thickness, *base_width, *base_thickness, *rule;
    double mm, y; /* where: above or below the finger */
  } cases[] = {
    { "1.4", "1.8", NULL, NULL, "shank-width", 1.4, 1 },
    { "2.2", "1.8", "1.3", NULL, "shank-width", 1.3, -1 },
    { "2.2", "1.2", NULL, NULL, "shank-thickness", 1.2, 1 },
    { "2.2", "1.8", NULL, "1.1", "shank-palm", 1.1, -1 },
  };
  g_autoptr (RingDrawing) good = with_ring (sound);
  g_autoptr (GArray) nothing = check (good);

  g_assert_cmpuint (nothing->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *fields[] = { "width", cases[i].width, "thickness", cases[i].thickness,
                               "base-width", cases[i].base_width, "base-thickness",
                               cases[i].base_thickness, NULL };
      g_autoptr (RingDrawing) drawing = with_ring (fields);
      g_autoptr (GArray) findings = check (drawing);
      const RingFinding *finding = find (findings, cases[i].rule);

      g_assert_cmpuint (findings->len, ==, 1);
      g_assert_nonnull (finding);
      g_assert_cmpfloat_with_epsilon (finding->mm, cases[i].mm, 1e-9);
      g_assert_cmpfloat (finding->at.y * cases[i].y, >, 8);
      g_assert_nonnull (strstr (finding->text, "mm, at least"));
    }
}

/* The shop's own limits count, whichever way they differ. */
static void
test_limits (void)
{
  const char *const thin[] = { "width", "1.4", "thickness", "1.8", NULL };
  g_autoptr (RingDrawing) drawing = with_ring (thin);
  g_autoptr (GArray) milder = NULL;
  g_autoptr (GArray) stricter = NULL;
  RingLimits limits;

  ring_limits_init (&limits);
  ring_limits_set (&limits, "shank-width", 1.3);
  milder = ring_bench_check (drawing, &limits);
  g_assert_cmpuint (milder->len, ==, 0);
  ring_limits_set (&limits, "shank-thickness", 2);
  stricter = ring_bench_check (drawing, &limits);
  g_assert_cmpuint (stricter->len, ==, 1);
  g_assert_cmpfloat (g_array_index (stricter, RingFinding, 0).least, ==, 2);
}

static void
test_stones (void)
{
  const char *const deep[]
      = { "cut", "round", "length", "6.5", "depth", "3.93", "height", "3", NULL };
  const char *const beside[] = { "cut", "oval",  "length", "5",   "width",  "3",
                                 "height", "3", "offset", "5.7", NULL };
  g_autoptr (RingDrawing) ring = with_ring (sound);
  g_autoptr (RingDrawing) one = ring_test_with_record (ring, RING_RECORD_GEM, "g1", deep);
  g_autoptr (RingDrawing) two = ring_test_with_record (one, RING_RECORD_GEM, "g2", beside);
  g_autoptr (GArray) findings = check (two);
  const RingFinding *culet = find (findings, "culet-clearance");
  const RingFinding *air = find (findings, "gem-spacing");

  g_assert_nonnull (culet);
  g_assert_cmpfloat (culet->mm, <, 0.5);
  g_assert_cmpfloat (culet->mm, >, 0);
  /* Girdles at 3.25 and 5.7 - 2.5. */
  g_assert_nonnull (air);
  g_assert_cmpfloat_with_epsilon (air->mm, -0.05, 0.02);
}

static void
test_settings (void)
{
  const char *const stone[] = { "cut", "round", "length", "6.5", "height", "4", NULL };
  const char *const claws[] = { "gem", "g1", "kind", "claws", "claw", "0.5", NULL };
  const char *const wall[] = { "gem", "g1", "kind", "bezel", "wall", "0.3", NULL };
  g_autoptr (RingDrawing) ring = with_ring (sound);
  g_autoptr (RingDrawing) gem = ring_test_with_record (ring, RING_RECORD_GEM, "g1", stone);
  g_autoptr (RingDrawing) thin = ring_test_with_record (gem, RING_RECORD_SETTING, "s1", claws);
  g_autoptr (RingDrawing) bezel = ring_test_with_record (gem, RING_RECORD_SETTING, "s1", wall);
  g_autoptr (GArray) claw = check (thin);
  g_autoptr (GArray) low = check (bezel);

  g_assert_cmpfloat (find (claw, "prong")->mm, ==, 0.5);
  g_assert_cmpfloat (find (low, "bezel-wall")->mm, ==, 0.3);
}

/* Of a small stone claws are thinner by custom. */
static void
test_small_claws (void)
{
  const char *const claws[] = { "gem", "g1", "kind", "claws", "claw", "0.4", NULL };
  const char *const small[] = { "cut", "round", "length", "1.4", NULL };
  const char *const large[] = { "cut", "round", "length", "1.6", NULL };
  g_autoptr (RingDrawing) ring = with_ring (sound);
  g_autoptr (RingDrawing) set = ring_test_with_record (ring, RING_RECORD_SETTING, "s1", claws);
  g_autoptr (RingDrawing) one = ring_test_with_record (set, RING_RECORD_GEM, "g1", small);
  g_autoptr (RingDrawing) other = ring_test_with_record (set, RING_RECORD_GEM, "g1", large);
  g_autoptr (GArray) quiet = check (one);
  g_autoptr (GArray) told = check (other);

  g_assert_null (find (quiet, "prong"));
  g_assert_nonnull (find (told, "prong"));
}

/* A stone that leans outwards reaches less far to the side. */
static void
test_edge (void)
{
  const char *const row[]
      = { "kind", "eternity", "length", "1.5", "offset", "0.5", "arc", "90", NULL };
  g_autoptr (RingDrawing) ring = with_ring (sound);
  g_autoptr (RingDrawing) set = ring_test_with_record (ring, RING_RECORD_LAYOUT, "y1", row);
  g_autoptr (GArray) gems = ring_gem_list_all (set, NULL);
  double tilt = g_array_index (gems, RingGem, 0).place.tilt;
  RingLimits limits;
  g_autoptr (GArray) findings = NULL;

  ring_limits_init (&limits);
  ring_limits_set (&limits, "gem-edge", 0.2);
  findings = ring_bench_check (set, &limits);
  g_assert_cmpfloat (tilt, >, 5);
  g_assert_cmpfloat_with_epsilon (find (findings, "gem-edge")->mm,
                                  1.1 - 0.5 - 0.75 * cos (tilt * G_PI / 180), 1e-6);
}

/* A line as wide as that, on the layer Metal of a view. */
static RingDrawing *
with_line (const RingDrawing *drawing, RingViewKind kind, double width, double scale)
{
  static const RingSample way[]
      = { { .x = 1, .y = 2, .pressure = 0.5 }, { .x = 3, .y = 4, .pressure = 0.5, .time = 10 } };
  RingView *view = ring_drawing_get_view_by_kind (drawing, kind);
  RingLayer *metal = ring_view_get_layer_by_role (view, RING_ROLE_METAL);
  g_autoptr (RingSamples) samples = ring_samples_new (way, G_N_ELEMENTS (way), 0);
  RingMatrix matrix = { scale, 0, 0, scale, 0, 0 };
  g_autoptr (RingEdit) edit = ring_edit_new (drawing, "Line");
  g_autoptr (RingItem) plain = NULL;
  g_autoptr (RingItem) item = NULL;
  RingStroke stroke = { .fit = 0.0025, .samples = samples };

  stroke.style.instrument = RING_INSTRUMENT_FINE_LINER;
  stroke.style.ink = ring_instrument_get_info (RING_INSTRUMENT_FINE_LINER)->ink;
  stroke.style.ink.width = width;
  plain = ring_item_new_stroke ("sline", &stroke);
  item = ring_item_with_matrix (plain, &matrix);
  g_assert_true (ring_edit_append_item (edit, ring_layer_get_head (metal)->id, item));
  return ring_drawing_ref (ring_edit_get_result (edit));
}

/* Lines of metal, mm of the ring, as they were scaled; those of the page are of no size. */
static void
test_lines (void)
{
  static const struct
  {
    RingViewKind kind;
    double width, scale, mm; /* 0: nothing is found */
  } cases[] = {
    { RING_VIEW_FRONT, 0.3, 1, 0.3 }, { RING_VIEW_FRONT, 0.6, 1, 0 },
    { RING_VIEW_FRONT, 0.3, 2, 0 },   { RING_VIEW_TOP, 0.8, 0.5, 0.4 },
    { RING_VIEW_PAGE, 0.3, 1, 0 },
  };
  g_autoptr (RingDrawing) ring = with_ring (sound);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RingDrawing) drawing
          = with_line (ring, cases[i].kind, cases[i].width, cases[i].scale);
      g_autoptr (GArray) findings = check (drawing);
      const RingFinding *finding = find (findings, "detail");

      g_assert_cmpint (finding != NULL, ==, cases[i].mm > 0);
      if (finding != NULL)
        g_assert_cmpfloat_with_epsilon (finding->mm, cases[i].mm, 1e-9);
    }
}

static void
test_layouts (void)
{
  const char *const crowded[]
      = { "kind", "eternity", "length", "2", "count", "31", NULL };
  const char *const wide[] = { "kind", "pave", "length", "1", "rows", "3", "arc", "90", NULL };
  const char *const narrow[] = { "width", "1.6", "thickness", "1.8", "profile", "flat", NULL };
  g_autoptr (RingDrawing) ring = with_ring (sound);
  g_autoptr (RingDrawing) row = ring_test_with_record (ring, RING_RECORD_LAYOUT, "y1", crowded);
  g_autoptr (GArray) tight = check (row);
  g_autoptr (RingDrawing) thin = with_ring (narrow);
  g_autoptr (RingDrawing) pave = ring_test_with_record (thin, RING_RECORD_LAYOUT, "y1", wide);
  g_autoptr (GArray) over = check (pave);

  /* One finding for all of them. */
  g_assert_cmpuint (tight->len, ==, 1);
  g_assert_cmpuint (find (tight, "gem-spacing")->n, ==, 31);
  g_assert_nonnull (find (over, "gem-edge"));
  g_assert_cmpfloat (find (over, "gem-edge")->mm, <, 0);
  g_assert_nonnull (find (over, "pave-width"));
}

/* A place of the ring is seen in all its views, and not on the page. */
static void
test_see (void)
{
  const char *const thin[] = { "width", "2.2", "thickness", "1.2", NULL };
  g_autoptr (RingDrawing) drawing = with_ring (thin);
  g_autoptr (GArray) findings = check (drawing);
  const RingFinding *finding = &g_array_index (findings, RingFinding, 0);

  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    {
      const RingViewHead *head = ring_view_get_head (ring_drawing_get_view (drawing, i));
      RingPoint point;

      g_assert_cmpint (ring_finding_see (finding, drawing, head, &point), ==,
                       head->kind != RING_VIEW_PAGE);
      if (head->kind == RING_VIEW_FRONT)
        {
          g_assert_cmpfloat_with_epsilon (point.x, 0, 1e-9);
          g_assert_cmpfloat (point.y, <, -9);
        }
      if (head->kind == RING_VIEW_STRIP)
        g_assert_cmpfloat_with_epsilon (point.x, 0, 1e-9);
    }
}

/* The base of the band is at an end of the strip; another ring is in none of these views. */
static void
test_see_elsewhere (void)
{
  const char *const palm[]
      = { "size", "53", "width", "2.2", "thickness", "1.8", "base-thickness", "1.1", NULL };
  g_autoptr (RingDrawing) drawing = with_ring (palm);
  g_autoptr (RingDrawing) two = ring_test_with_record (drawing, RING_RECORD_RING, "rother", palm);
  g_autoptr (GArray) findings = check (two);
  RingPoint point;

  g_assert_cmpuint (findings->len, ==, 2);
  for (guint i = 0; i < ring_drawing_get_n_views (two); i++)
    {
      const RingViewHead *head = ring_view_get_head (ring_drawing_get_view (two, i));

      for (guint k = 0; k < 2; k++)
        {
          const RingFinding *finding = &g_array_index (findings, RingFinding, k);
          gboolean other = g_str_equal (finding->ring, "rother");

          g_assert_cmpint (ring_finding_see (finding, two, head, &point), ==,
                           head->kind != RING_VIEW_PAGE && !other);
          if (head->kind == RING_VIEW_STRIP && !other)
            g_assert_cmpfloat (fabs (point.x), >, 53 / 2.0);
        }
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/bench-check/band", test_band);
  g_test_add_func ("/bench-check/limits", test_limits);
  g_test_add_func ("/bench-check/stones", test_stones);
  g_test_add_func ("/bench-check/settings", test_settings);
  g_test_add_func ("/bench-check/layouts", test_layouts);
  g_test_add_func ("/bench-check/small-claws", test_small_claws);
  g_test_add_func ("/bench-check/edge", test_edge);
  g_test_add_func ("/bench-check/lines", test_lines);
  g_test_add_func ("/bench-check/see", test_see);
  g_test_add_func ("/bench-check/see-elsewhere", test_see_elsewhere);
  return ring_test_run ();
}
