/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The views of one ring are pictures of one body: they agree with each other and with it. */
#include <math.h>

#include "ring-error.h"
#include "ring-gem-view.h"
#include "ring-test.h"
#include "ring-view-label.h"
#include "ring-view-lines.h"
#include "ring-view-plan.h"
#include "ring-views.h"

#define ROUNDS 24

static RingRect
bounds_of (const GArray *lines, gboolean with_hidden)
{
  RingRect bounds = RING_RECT_EMPTY;

  for (guint i = 0; i < lines->len; i++)
    {
      const RingViewsLine *line = &g_array_index (lines, RingViewsLine, i);

      if (line->role != RING_VIEWS_CENTRE && (with_hidden || line->role != RING_VIEWS_HIDDEN))
        bounds = ring_rect_union (bounds, ring_path_get_bounds (line->path));
    }
  return bounds;
}

static double
random_between (GRand *rand, double least, double most)
{
  return g_rand_double_range (rand, least, most);
}

static void
random_ring (GRand *rand, RingViewsSpec *spec, RingViewsGem *gems)
{
  spec->band = (RingBand){ random_between (rand, 44, 68),
                           (RingProfile) g_rand_int_range (rand, 0, RING_N_PROFILES),
                           random_between (rand, 1.5, 8),
                           random_between (rand, 1.2, 2.6),
                           0,
                           0 };
  if (g_rand_boolean (rand))
    spec->band.base_width = random_between (rand, 1.2, 5);
  if (g_rand_boolean (rand))
    spec->band.base_thickness = random_between (rand, 1, 2);
  spec->gems = gems;
  spec->n_gems = (guint) g_rand_int_range (rand, 0, 4);
  for (guint i = 0; i < spec->n_gems; i++)
    {
      double width = random_between (rand, 1.5, 7);

      gems[i] = (RingViewsGem){
        .cut = (RingCut) g_rand_int_range (rand, 0, RING_N_CUTS),
        .length = width * random_between (rand, 1, 1.6),
        .width = width,
        .depth = 0.62 * width,
        .place = { .angle = random_between (rand, -180, 180),
                   .offset = random_between (rand, -2, 2),
                   .height = random_between (rand, 1, 6),
                   .tilt = random_between (rand, -40, 40),
                   .lean = random_between (rand, -40, 40),
                   .spin = random_between (rand, -180, 180) },
      };
    }
}

static void
grow (RingRect *bounds, RingViewsKind kind, RingVec p)
{
  *bounds = ring_rect_add_point (*bounds, ring_views_see (kind, p));
}

/* What the body itself reaches in a view. */
static RingRect
true_bounds (const RingViewsSpec *spec, RingViewsKind kind)
{
  RingRect bounds = RING_RECT_EMPTY;
  double radius = ring_band_radius (&spec->band);

  for (int i = 0; i < 720; i++)
    for (int j = 0; j <= 60; j++)
      {
        double angle = i * G_PI / 360;
        double across = sin ((j - 30) * G_PI / 60);

        grow (&bounds, kind,
              ring_band_point (&spec->band, angle, across,
                               ring_band_outer (&spec->band, angle, across)));
      }
  for (guint g = 0; g < spec->n_gems; g++)
    {
      const RingViewsGem *gem = &spec->gems[g];
      g_autoptr (RingSolid) solid = ring_cut_solid (gem->cut, gem->length, gem->width, gem->depth);

      for (guint f = 0; f < ring_solid_get_n_facets (solid); f++)
        for (guint k = 0; k < ring_solid_get_facet (solid, f)->n_points; k++)
          grow (&bounds, kind,
                ring_place_point (&gem->place, radius, ring_solid_get_facet (solid, f)->points[k]));
    }
  return bounds;
}

static void
assert_rects (RingRect a, RingRect b, double within)
{
  g_assert_cmpfloat_with_epsilon (a.x0, b.x0, within);
  g_assert_cmpfloat_with_epsilon (a.y0, b.y0, within);
  g_assert_cmpfloat_with_epsilon (a.x1, b.x1, within);
  g_assert_cmpfloat_with_epsilon (a.y1, b.y1, within);
}

/* Seen lines alone reach as far as the body does: a silhouette hides behind nothing. So front and
 * top are equally wide, front and side equally high, and top is as high as side is wide. */
static void
test_agree (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20);
  static const RingViewsKind kinds[]
      = { RING_VIEWS_FRONT, RING_VIEWS_TOP, RING_VIEWS_SIDE, RING_VIEWS_THREE_QUARTER };

  for (int round = 0; round < ROUNDS; round++)
    {
      RingViewsGem gems[4];
      RingViewsSpec spec = { .scale = 0 };
      RingRect seen[G_N_ELEMENTS (kinds)];

      random_ring (rand, &spec, gems);
      g_test_message ("%d: %s, %u gems", round, ring_profile_id (spec.band.profile), spec.n_gems);
      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        {
          g_autoptr (GArray) lines = ring_views_lines (&spec, kinds[k], 1);

          seen[k] = bounds_of (lines, FALSE);
          g_test_message ("  view %u", k);
          assert_rects (seen[k], true_bounds (&spec, kinds[k]), 0.03);
          assert_rects (seen[k], bounds_of (lines, TRUE), 0.03);
        }
      g_assert_cmpfloat_with_epsilon (seen[0].x0, seen[1].x0, 0.03);
      g_assert_cmpfloat_with_epsilon (seen[0].x1, seen[1].x1, 0.03);
      g_assert_cmpfloat_with_epsilon (seen[0].y0, seen[2].y0, 0.03);
      g_assert_cmpfloat_with_epsilon (seen[0].y1, seen[2].y1, 0.03);
      /* Top has z down, side has it to the left. */
      g_assert_cmpfloat_with_epsilon (seen[1].y1, -seen[2].x0, 0.03);
      g_assert_cmpfloat_with_epsilon (seen[1].y0, -seen[2].x1, 0.03);
    }
}

static const RingPath *
path_of (const GArray *lines, RingViewsRole role)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, RingViewsLine, i).role == role)
      return g_array_index (lines, RingViewsLine, i).path;
  return NULL;
}

static double
distance_to (const GArray *lines, RingViewsRole role, double x, double y)
{
  const RingPath *path = path_of (lines, role);

  return path != NULL ? ring_path_distance (path, (RingPoint){ x, y }, FALSE) : G_MAXDOUBLE;
}

/* A plain flat band, where each line is known. */
static void
test_hidden (void)
{
  RingViewsSpec spec = { .band = { 54, RING_PROFILE_FLAT, 4, 1.8, 0, 0 } };
  const double r = 54 / (2 * G_PI), big = r + 1.8;
  g_autoptr (GArray) front = ring_views_lines (&spec, RING_VIEWS_FRONT, 1);
  g_autoptr (GArray) top = ring_views_lines (&spec, RING_VIEWS_TOP, 1);

  for (double angle = 0; angle < 6.28; angle += 0.3)
    {
      g_assert_cmpfloat (distance_to (front, RING_VIEWS_OUTLINE, r * cos (angle), r * sin (angle)),
                         <, 0.004);
      g_assert_cmpfloat (
          distance_to (front, RING_VIEWS_OUTLINE, big * cos (angle), big * sin (angle)), <, 0.004);
    }
  /* The back edges lie behind the front ones and are not drawn again. */
  g_assert_null (path_of (front, RING_VIEWS_HIDDEN));
  for (double z = -1.9; z < 2; z += 0.5)
    {
      g_assert_cmpfloat (distance_to (top, RING_VIEWS_OUTLINE, big, z), <, 0.01);
      g_assert_cmpfloat (distance_to (top, RING_VIEWS_HIDDEN, r, z), <, 0.01);
      g_assert_cmpfloat (distance_to (top, RING_VIEWS_HIDDEN, -r, z), <, 0.01);
    }
  /* The finger's hole is hidden, not seen. */
  g_assert_cmpfloat (distance_to (top, RING_VIEWS_OUTLINE, r, 0), >, 1);
}

/* A gem over the band hides it from above, and only there. */
static void
test_gem_hides (void)
{
  RingViewsGem gem = { RING_CUT_ROUND, 8, 8, 4.9, { .height = 5 } };
  RingViewsSpec spec
      = { .band = { 54, RING_PROFILE_FLAT, 4, 1.8, 0, 0 }, .gems = &gem, .n_gems = 1 };
  g_autoptr (GArray) top = ring_views_lines (&spec, RING_VIEWS_TOP, 1);

  g_assert_cmpfloat (distance_to (top, RING_VIEWS_HIDDEN, 1.5, 2), <, 0.01);
  g_assert_cmpfloat (distance_to (top, RING_VIEWS_OUTLINE, 1.5, 2), >, 0.5);
  g_assert_cmpfloat (distance_to (top, RING_VIEWS_OUTLINE, 5, 2), <, 0.01);
  for (double angle = 0; angle < 6.28; angle += 0.3)
    g_assert_cmpfloat (distance_to (top, RING_VIEWS_OUTLINE, 4 * cos (angle), 4 * sin (angle)), <,
                       0.01);
}

/* The table's edge is drawn, and is not where light shows it; the outline and what it hides stay. */
static void
test_gem_lit (void)
{
  RingViewsGem gem = { RING_CUT_ROUND, 8, 8, 4.9, { .height = 5 } };
  RingViewsSpec spec
      = { .band = { 54, RING_PROFILE_FLAT, 4, 1.8, 0, 0 }, .gems = &gem, .n_gems = 1 };
  g_autoptr (GArray) drawn = ring_views_lines (&spec, RING_VIEWS_TOP, 1);
  g_autoptr (GArray) lit = NULL;
  double corner = 0.57 * 4;

  gem.outline_only = TRUE;
  lit = ring_views_lines (&spec, RING_VIEWS_TOP, 1);
  g_assert_cmpfloat (distance_to (drawn, RING_VIEWS_FACET, corner, 0), <, 0.05);
  g_assert_cmpfloat (distance_to (lit, RING_VIEWS_FACET, corner, 0), >, 0.5);
  g_assert_cmpfloat (distance_to (lit, RING_VIEWS_OUTLINE, 0, 4), <, 0.01);
  g_assert_cmpfloat (distance_to (lit, RING_VIEWS_HIDDEN, 1.5, 2), <, 0.01);
}

static void
assert_vec (RingVec a, double x, double y, double z)
{
  g_assert_cmpfloat_with_epsilon (a.x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (a.y, y, 1e-9);
  g_assert_cmpfloat_with_epsilon (a.z, z, 1e-9);
}

static void
test_place (void)
{
  const RingVec point = { 0, -1, 0 }; /* of a pear */
  const RingVec up = { 0, 0, 1 };
  RingPlace place = { .height = 3 };

  assert_vec (ring_place_direction (&place, point), 0, 0, 1);
  assert_vec (ring_place_point (&place, 8, up), 0, 12, 0);
  place.angle = 90;
  assert_vec (ring_place_point (&place, 8, up), -12, 0, 0);
  place = (RingPlace){ .offset = 1.5, .tilt = 90 };
  assert_vec (ring_place_point (&place, 8, up), 0, 8, 2.5);
  place = (RingPlace){ .spin = 90 };
  /* Counter-clockwise seen from above, where the front is below: the point goes to the right. */
  assert_vec (ring_place_direction (&place, point), 1, 0, 0);
  place = (RingPlace){ .angle = 30, .lean = -30 };
  assert_vec (ring_place_direction (&place, up), 0, 1, 0);
}

static void
test_strip (void)
{
  RingViewsGem gem = { RING_CUT_ROUND, 2, 2, 1.2, { .angle = 90 } };
  RingViewsSpec spec
      = { .band = { 54, RING_PROFILE_FLAT, 3, 1.8, 2, 0 }, .gems = &gem, .n_gems = 1 };
  g_autoptr (GArray) lines = ring_views_lines (&spec, RING_VIEWS_STRIP, 1);
  double outer = 54 + 2 * G_PI * 1.8;
  double gap = ring_views_strip_gap (&spec.band);

  assert_rects (bounds_of (lines, TRUE), (RingRect){ -outer / 2, -1.5, outer / 2, gap + 1.5 },
                1e-3);
  g_assert_cmpfloat (distance_to (lines, RING_VIEWS_OUTLINE, outer / 2, 0.9), <, 1e-6);
  g_assert_cmpfloat (distance_to (lines, RING_VIEWS_OUTLINE, 27, gap - 0.9), <, 1e-6);
  /* A quarter to the left, as seen from outside. */
  g_assert_cmpfloat (distance_to (lines, RING_VIEWS_OUTLINE, -outer / 4 + 1, 0), <, 0.01);
}

static void
test_gem_record (void)
{
  g_autoptr (RingRecord) empty = ring_record_new (RING_RECORD_GEM, "g1");
  g_autoptr (RingRecord) oval = ring_record_with (empty, "cut", "oval");
  g_autoptr (RingRecord) absurd = ring_record_with (oval, "length", "6000");
  g_autoptr (RingRecord) stone = ring_record_new (RING_RECORD_STONE, "t1");
  g_autoptr (RingRecord) back = NULL;
  RingGem gem, again;

  g_assert_false (ring_gem_init (&gem, NULL));
  g_assert_false (ring_gem_init (&gem, stone));
  g_assert_false (ring_gem_init (&gem, empty));
  g_assert_true (ring_gem_init (&gem, absurd));
  g_assert_cmpfloat (gem.length, ==, 6.5);
  g_assert_cmpfloat (gem.width, <, gem.length);
  /* Its culet does not touch the finger. */
  g_assert_cmpfloat_with_epsilon (
      gem.place.height - gem.depth * (1 - ring_cut_crown_part (gem.cut)), RING_GEM_CLEARANCE, 1e-9);
  gem.length = 8.12;
  gem.place = (RingPlace){ 12.5, -0.25, 4, 10, -20, 45 };
  gem.style = RING_GEM_LIT;
  gem.stone = "t1";
  back = ring_gem_to_record (&gem, empty);
  g_assert_true (ring_gem_init (&again, back));
  g_assert_cmpstr (again.stone, ==, "t1");
  g_assert_cmpint (again.style, ==, RING_GEM_LIT);
  g_assert_cmpfloat (again.length, ==, 8.12);
  g_assert_cmpmem (&again.place, sizeof again.place, &gem.place, sizeof gem.place);
}

/* The least stone that can be asked for is that stone when it is read again. */
static void
test_gem_limits (void)
{
  g_autoptr (RingRecord) empty = ring_record_new (RING_RECORD_GEM, "g1");

  for (guint cut = 0; cut < RING_N_CUTS; cut++)
    for (guint i = 0; i < 2; i++)
      {
        double mm = i == 0 ? RING_CARAT_LEAST_MM : RING_CARAT_MOST_MM;
        RingGem gem = { .id = "g1", .ring = "", .stone = "", .cut = (RingCut) cut,
                        .species = ring_species_get (0), .length = mm, .width = mm };
        g_autoptr (RingRecord) record = NULL;
        RingGem again;

        gem.depth = mm * ring_cut_usual_depth (gem.cut);
        record = ring_gem_to_record (&gem, empty);
        g_assert_true (ring_gem_init (&again, record));
        g_assert_cmpfloat (again.length, ==, mm);
        g_assert_cmpfloat (again.width, ==, mm);
        g_assert_cmpfloat_with_epsilon (again.depth, gem.depth, 1e-4);
      }
}

/* Another stone sits as much over the finger as the one before. */
static void
test_gem_choice (void)
{
  RingGemChoice choice = { RING_CUT_PEAR, ring_species_find ("sapphire"), 9, 6 };
  RingGem gem = { .cut = RING_CUT_ROUND, .species = ring_species_get (0), .length = 6.5,
                  .width = 6.5, .depth = 3.9 };

  gem.place.height = ring_gem_usual_height (gem.cut, gem.depth) + 1.25;
  ring_gem_set_choice (&gem, &choice);
  g_assert_cmpint (gem.cut, ==, RING_CUT_PEAR);
  g_assert_cmpfloat_with_epsilon (gem.depth, 6 * ring_cut_usual_depth (RING_CUT_PEAR), 1e-9);
  g_assert_cmpfloat_with_epsilon (
      gem.place.height, ring_gem_usual_height (gem.cut, gem.depth) + 1.25, 1e-9);
  /* Only longer: as deep as it was measured. */
  gem.depth = 3.3;
  choice.length = 10;
  ring_gem_set_choice (&gem, &choice);
  g_assert_cmpfloat (gem.depth, ==, 3.3);
}

/* From behind there is no light to show, and the facets are drawn. */
static void
test_gem_from_behind (void)
{
  RingBand band = { 54, RING_PROFILE_FLAT, 4, 1.8, 0, 0 };
  RingGem gem = { .cut = RING_CUT_ROUND, .species = ring_species_get (0), .length = 5, .width = 5,
                  .depth = 3, .style = RING_GEM_LIT };

  g_assert_true (ring_gem_is_lit (&gem, &band, RING_VIEWS_FRONT));
  gem.place.angle = 60; /* to the left, as the front is seen; the side is seen from the right */
  g_assert_false (ring_gem_is_lit (&gem, &band, RING_VIEWS_SIDE));
  gem.place.angle = -60;
  g_assert_true (ring_gem_is_lit (&gem, &band, RING_VIEWS_SIDE));
  gem.style = RING_GEM_LINE;
  g_assert_false (ring_gem_is_lit (&gem, &band, RING_VIEWS_SIDE));
}

/* Gems belong to their ring, those without one to the first. */
static void
test_gem_list (void)
{
  RingDrawingBuilder *builder = ring_drawing_builder_new ("u", 210, 297);
  static const char *const rings[] = { "r1", "r2", "", "r2" };
  g_autoptr (RingDrawing) drawing = NULL;
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) second = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (RingRecord) ring = ring_record_new (RING_RECORD_RING, rings[i]);

      ring_drawing_builder_add_record (builder, ring);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rings); i++)
    {
      g_autofree char *id = g_strdup_printf ("g%u", i);
      g_autoptr (RingRecord) empty = ring_record_new (RING_RECORD_GEM, id);
      g_autoptr (RingRecord) cut = ring_record_with (empty, "cut", "round");
      g_autoptr (RingRecord) gem = ring_record_with (cut, "ring", rings[i]);

      ring_drawing_builder_add_record (builder, gem);
    }
  drawing = ring_drawing_builder_end (builder);
  first = ring_gem_list (drawing, NULL);
  second = ring_gem_list (drawing, "r2");
  g_assert_cmpuint (first->len, ==, 2);
  g_assert_cmpstr (g_array_index (first, RingGem, 1).id, ==, "g2");
  g_assert_cmpuint (second->len, ==, 2);
  g_assert_cmpstr (g_array_index (second, RingGem, 0).id, ==, "g1");
}

static const RingViewHead *
head_of (const RingDrawing *drawing, RingViewKind kind)
{
  return ring_view_get_head (ring_drawing_get_view_by_kind (drawing, kind));
}

/* The windows of DRAWING lie on the page and not over one another. */
static void
assert_laid_out (const RingDrawing *drawing)
{
  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    {
      const RingViewHead *head = ring_view_get_head (ring_drawing_get_view (drawing, i));
      RingRect window = ring_view_head_get_window (head);

      if (head->kind == RING_VIEW_PAGE)
        continue;
      g_assert_cmpfloat (window.x0, >=, 5);
      g_assert_cmpfloat (window.y0, >=, 5);
      g_assert_cmpfloat (window.x1, <=, 205);
      g_assert_cmpfloat (window.y1, <=, 275);
      for (guint k = 0; k < i; k++)
        {
          const RingViewHead *other = ring_view_get_head (ring_drawing_get_view (drawing, k));

          g_assert_true (other->kind == RING_VIEW_PAGE
                         || !ring_rect_intersects (window, ring_view_head_get_window (other)));
        }
    }
}

/* Each view of a new design has its place; what lies across lies on one line, either way that the
 * views unfold, and turning them over twice is as if nothing had been. */
static void
test_layout (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  RingDrawing *drawing = ring_design_get_drawing (design);
  RingPoint top = head_of (drawing, RING_VIEW_TOP)->origin;

  assert_laid_out (drawing);
  g_assert_cmpuint (ring_drawing_get_n_views (drawing), ==, 6);
  for (int first = 0; first < 2; first++)
    {
      const RingViewHead *front = head_of (drawing, RING_VIEW_FRONT);
      double over = head_of (drawing, RING_VIEW_TOP)->origin.y - front->origin.y;
      double right = head_of (drawing, RING_VIEW_SIDE)->origin.x - front->origin.x;

      g_assert_cmpfloat (front->origin.x, ==, head_of (drawing, RING_VIEW_TOP)->origin.x);
      g_assert_cmpfloat (front->origin.y, ==, head_of (drawing, RING_VIEW_SIDE)->origin.y);
      g_assert_true (first ? over > 0 && right < 0 : over < 0 && right > 0);
      g_assert_cmpstr (ring_view_projection (drawing, front, FALSE), ==,
                       first ? "first angle" : "third angle");
      g_assert_true (ring_design_commit (design, ring_view_plan_set_first_angle (design, NULL, TRUE)));
      drawing = ring_design_get_drawing (design);
      assert_laid_out (drawing);
    }
  g_assert_true (ring_design_commit (design, ring_view_plan_set_first_angle (design, NULL, FALSE)));
  drawing = ring_design_get_drawing (design);
  g_assert_cmpfloat_with_epsilon (head_of (drawing, RING_VIEW_TOP)->origin.x, top.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (head_of (drawing, RING_VIEW_TOP)->origin.y, top.y, 1e-9);
}

/* Windows come, change their scale and go, with what is in them, one step each. */
static void
test_windows (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  const RingViewHead *head;
  g_autofree char *side = g_strdup (head_of (ring_design_get_drawing (design), RING_VIEW_SIDE)->id);
  RingRect before, after;
  guint n = ring_drawing_get_n_views (ring_design_get_drawing (design));

  before = ring_view_head_get_window (head_of (ring_design_get_drawing (design), RING_VIEW_SIDE));
  ring_design_commit (design, ring_view_plan_scale (design, side, 10));
  head = head_of (ring_design_get_drawing (design), RING_VIEW_SIDE);
  after = ring_view_head_get_window (head);
  g_assert_cmpfloat (head->scale, ==, 10);
  g_assert_cmpfloat_with_epsilon (after.x0, before.x0, 1e-9);
  g_assert_cmpfloat_with_epsilon (after.y0, before.y0, 1e-9);
  g_assert_cmpfloat_with_epsilon (after.x1 - after.x0, 2.5 * (before.x1 - before.x0), 1e-9);
  ring_design_undo (design);

  ring_design_commit (design, ring_view_plan_remove (design, side, NULL));
  g_assert_null (ring_drawing_find_view (ring_design_get_drawing (design), side));
  /* Its place is the empty one now, and a half-size view finds it. */
  ring_design_commit (design, ring_view_plan_add (design, RING_VIEW_SIDE, NULL));
  g_assert_cmpuint (ring_drawing_get_n_views (ring_design_get_drawing (design)), ==, n);
  assert_laid_out (ring_design_get_drawing (design));
  ring_design_undo (design);
  ring_design_undo (design);
  g_assert_nonnull (ring_drawing_find_view (ring_design_get_drawing (design), side));
  g_assert_false (ring_design_get_can_undo (design));
}

static void
test_page_stays (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (GError) error = NULL;
  const char *page = head_of (ring_design_get_drawing (design), RING_VIEW_PAGE)->id;

  g_assert_null (ring_view_plan_remove (design, page, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_NOT_FOUND);
}

/* Each window tells its scale and true millimetres, of the strip its three lengths. */
static void
test_labels (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  RingDrawing *drawing = ring_design_get_drawing (design);
  const RingRecord *ring = ring_drawing_find_record (drawing, RING_RECORD_RING, NULL);
  g_autoptr (RingRecord) sized = ring_record_with (ring, "size", "54");
  g_autoptr (RingRecord) wide = ring_record_with (sized, "width", "5");
  RingEdit *edit = ring_edit_new (drawing, "Size");
  g_autofree char *unknown = ring_view_label (drawing, head_of (drawing, RING_VIEW_SIDE), FALSE);
  g_autofree char *front = NULL;
  g_autofree char *strip = NULL;

  g_assert_cmpstr (unknown, ==, "Side 4:1   size to be confirmed");
  ring_edit_set_record (edit, wide);
  ring_design_commit (design, edit);
  drawing = ring_design_get_drawing (design);
  front = ring_view_label (drawing, head_of (drawing, RING_VIEW_FRONT), FALSE);
  strip = ring_view_label (drawing, head_of (drawing, RING_VIEW_STRIP), FALSE);
  g_assert_cmpstr (front, ==, "Front 4:1   inside Ø 17.19 mm");
  g_assert_cmpstr (strip, ==, "Unrolled 2:1   outside 65.31 mm, inside 54 mm, blank 60.15 mm"
                              " (with 0.5 mm for a width over 4 mm)");
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/views/agree", test_agree);
  g_test_add_func ("/views/hidden", test_hidden);
  g_test_add_func ("/views/gem-hides", test_gem_hides);
  g_test_add_func ("/views/place", test_place);
  g_test_add_func ("/views/strip", test_strip);
  g_test_add_func ("/views/gem-record", test_gem_record);
  g_test_add_func ("/views/gem-limits", test_gem_limits);
  g_test_add_func ("/views/gem-choice", test_gem_choice);
  g_test_add_func ("/views/gem-from-behind", test_gem_from_behind);
  g_test_add_func ("/views/gem-list", test_gem_list);
  g_test_add_func ("/views/layout", test_layout);
  g_test_add_func ("/views/gem-lit", test_gem_lit);
  g_test_add_func ("/views/windows", test_windows);
  g_test_add_func ("/views/page-stays", test_page_stays);
  g_test_add_func ("/views/labels", test_labels);
  return ring_test_run ();
}
