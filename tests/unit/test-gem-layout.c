/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Layouts in a design: their records, the stones that follow from them, and what those weigh. */
#include "ring-design.h"
#include "ring-gem-layout.h"
#include "ring-lit-gems.h"
#include "ring-random.h"
#include "ring-test-model.h"
#include "ring-test.h"
#include "ring-view-label.h"
#include "ring-view-lines.h"

#include <math.h>

static const char *const oval[]
    = { "cut", "oval", "length", "8", "width", "6", "height", "4", "style", "lit", NULL };
static const char *const halo[]
    = { "kind", "halo", "gem", "g1", "length", "1.3", "style", "lit", NULL };

static RingDrawing *
new_drawing (void)
{
  RingRandom random;
  g_autoptr (RingDrawing) empty = NULL;
  g_autoptr (RingDrawing) with_gem = NULL;

  ring_random_init_seed (&random, 1);
  empty = ring_drawing_new_default (&random);
  with_gem = ring_test_with_record (empty, RING_RECORD_GEM, "g1", oval);
  return ring_test_with_record (with_gem, RING_RECORD_LAYOUT, "y1", halo);
}

static void
test_follows (void)
{
  g_autoptr (RingDrawing) drawing = new_drawing ();
  g_autoptr (GArray) gems = ring_gem_list_all (drawing, NULL);
  g_autoptr (RingDrawing) moved = NULL;
  g_autoptr (GArray) moved_gems = NULL;
  g_autoptr (RingDrawing) larger = NULL;
  g_autoptr (GArray) more = NULL;
  const char *const elsewhere[] = { "cut", "oval", "length", "8", "width", "6", "angle", "90", NULL };
  const char *const large[] = { "cut", "oval", "length", "12", "width", "10", NULL };

  g_assert_cmpuint (gems->len, ==, 1 + 18);
  g_assert_false (g_array_index (gems, RingGem, 0).member);
  g_assert_true (g_array_index (gems, RingGem, 1).member);
  g_assert_cmpstr (g_array_index (gems, RingGem, 18).id, ==, "y1");

  moved = ring_test_with_record (drawing, RING_RECORD_GEM, "g1", elsewhere);
  moved_gems = ring_gem_list_all (moved, NULL);
  g_assert_cmpuint (moved_gems->len, ==, 1 + 18);
  for (guint i = 1; i < moved_gems->len; i++)
    {
      double angle = g_array_index (moved_gems, RingGem, i).place.angle;

      g_assert_cmpfloat (angle, >, 45);
      g_assert_cmpfloat (angle, <, 135);
    }
  larger = ring_test_with_record (drawing, RING_RECORD_GEM, "g1", large);
  more = ring_gem_list_all (larger, NULL);
  g_assert_cmpuint (more->len, >, 24);
}

/* A larger ring has room for more. */
static void
test_follows_ring (void)
{
  const char *const row[] = { "kind", "eternity", "length", "2", NULL };
  const char *const us6[] = { "size", "51.87", "thickness", "1.8", "width", "2.2", NULL };
  const char *const us9[] = { "size", "59.5", "thickness", "1.8", "width", "2.2", NULL };
  g_autoptr (RingDrawing) drawing = new_drawing ();
  g_autoptr (RingDrawing) rows = ring_test_with_record (drawing, RING_RECORD_LAYOUT, "y1", row);
  const char *ring = ring_record_get_id (ring_drawing_find_ring (rows, NULL));
  g_autoptr (RingDrawing) six = ring_test_with_record (rows, RING_RECORD_RING, ring, us6);
  g_autoptr (RingDrawing) nine = ring_test_with_record (rows, RING_RECORD_RING, ring, us9);
  g_autoptr (GArray) few = ring_gem_list_all (six, NULL);
  g_autoptr (GArray) many = ring_gem_list_all (nine, NULL);
  g_autofree char *label = NULL;

  g_assert_cmpuint (few->len, ==, 1 + 28);
  g_assert_cmpuint (many->len, ==, 1 + 32);
  g_assert_true (ring_gem_layout_is_all_round (six, NULL));
  label = ring_view_label (
      six, ring_view_get_head (ring_drawing_get_view_by_kind (six, RING_VIEW_FRONT)), FALSE);
  g_assert_nonnull (strstr (label, "it can never be resized"));
  g_assert_false (ring_gem_layout_is_all_round (drawing, NULL));
}

static void
test_record (void)
{
  const char *const fields[]
      = { "kind",   "pave", "cut",   "oval", "length", "1.5",  "width", "1.25", "species", "ruby",
          "style",  "lit",  "turn",  "90",   "rows",   "4",    "count", "12",   "spacing", "0.15",
          "height", "0.1",  "angle", "-30",  "arc",    "95.5", "offset", "0.25", "ring", "r1", NULL };
  g_autoptr (RingDrawing) drawing = new_drawing ();
  g_autoptr (RingRecord) record = ring_test_record (RING_RECORD_LAYOUT, "y2", fields);
  g_autoptr (RingRecord) base = ring_record_new (RING_RECORD_LAYOUT, "y2");
  g_autoptr (RingRecord) back = NULL;
  RingGemLayout layout;

  g_assert_true (ring_gem_layout_init (&layout, record, drawing));
  back = ring_gem_layout_to_record (&layout, base);
  g_assert_true (ring_record_equal (back, record));
  ring_gem_layout_clear (&layout);
}

static void
test_line_record (void)
{
  const char *const fields[]
      = { "kind",   "curve", "cut",     "round", "length", "1.3", "width", "1.3", "spacing", "0.2",
          "points", "0,0.5 10,-0.25 190.5,1", "closed", "yes", "ring", "r1", NULL };
  g_autoptr (RingDrawing) drawing = new_drawing ();
  g_autoptr (RingRecord) record = ring_test_record (RING_RECORD_LAYOUT, "y2", fields);
  g_autoptr (RingRecord) bad = ring_record_with (record, "points", "0,0 5,x 3,3");
  g_autoptr (RingRecord) base = ring_record_new (RING_RECORD_LAYOUT, "y2");
  g_autoptr (RingRecord) back = NULL;
  RingGemLayout layout;

  g_assert_true (ring_gem_layout_init (&layout, record, drawing));
  g_assert_cmpuint (layout.layout.n_points, ==, 3);
  g_assert_true (layout.layout.closed);
  back = ring_gem_layout_to_record (&layout, base);
  g_assert_true (ring_record_equal (back, record));
  ring_gem_layout_clear (&layout);
  /* What can be read of it stands. */
  g_assert_true (ring_gem_layout_init (&layout, bad, drawing));
  g_assert_cmpuint (layout.layout.n_points, ==, 1);
  ring_gem_layout_clear (&layout);
}

/* What is absurd takes its default, and a halo without its gem is nothing. */
static void
test_bad_records (void)
{
  const char *const absurd[]
      = { "kind", "eternity", "length", "-3", "spacing", "nan", "count", "1e9", "arc", "0", NULL };
  const char *const lost[] = { "kind", "halo", "gem", "gone", NULL };
  const char *const unknown[] = { "kind", "spiral", NULL };
  g_autoptr (RingDrawing) drawing = new_drawing ();
  g_autoptr (RingRecord) one = ring_test_record (RING_RECORD_LAYOUT, "y2", absurd);
  g_autoptr (RingRecord) two = ring_test_record (RING_RECORD_LAYOUT, "y2", lost);
  g_autoptr (RingRecord) three = ring_test_record (RING_RECORD_LAYOUT, "y2", unknown);
  RingGemLayout layout;

  g_assert_true (ring_gem_layout_init (&layout, one, drawing));
  g_assert_cmpfloat (layout.layout.length, ==, RING_GEM_LAYOUT_MM);
  g_assert_cmpfloat (layout.layout.spacing, ==, RING_GEM_LAYOUT_SPACING);
  g_assert_cmpuint (layout.layout.count, ==, 0);
  g_assert_cmpfloat (layout.layout.arc, ==, 360);
  ring_gem_layout_clear (&layout);
  g_assert_false (ring_gem_layout_init (&layout, two, drawing));
  g_assert_false (ring_gem_layout_init (&layout, three, drawing));
  g_assert_false (ring_gem_layout_init (&layout, NULL, drawing));
}

static void
test_halo_goes_with_gem (void)
{
  g_autoptr (RingDrawing) drawing = new_drawing ();
  g_autoptr (RingEdit) edit = ring_edit_new (drawing, "Remove");

  ring_edit_remove_record (edit, RING_RECORD_GEM, "g1");
  ring_gem_layout_remove_halos (edit, "g1");
  g_assert_null (
      ring_drawing_find_record (ring_edit_get_result (edit), RING_RECORD_LAYOUT, NULL));
}

/* 18 of 1.3 mm: 0.0061 x 1.3^2 x the usual depth each, and 0.010 ct each by sieve +2.5. */
static void
test_weight (void)
{
  g_autoptr (RingDrawing) drawing = new_drawing ();
  RingGemLayout layout;
  RingLayoutWeight weight;

  g_assert_true (ring_gem_layout_init (
      &layout, ring_drawing_find_record (drawing, RING_RECORD_LAYOUT, "y1"), drawing));
  ring_gem_layout_weigh (&layout, 18, &weight);
  g_assert_cmpfloat_with_epsilon (weight.total, 18 * 0.0061 * 1.3 * 1.3 * 0.605 * 1.3, 0.003);
  g_assert_cmpstr (weight.sieve->name, ==, "+2.5");
  g_assert_cmpfloat_with_epsilon (weight.by_sieve, 0.18, 1e-9);
  ring_layout_weight_clear (&weight);
  layout.species = ring_species_find ("sapphire");
  ring_gem_layout_weigh (&layout, 18, &weight);
  g_assert_null (weight.sieve);
  ring_layout_weight_clear (&weight);
  ring_gem_layout_clear (&layout);
}

/* The stones are among the lines of every view, and lit beneath them. A picture that serves for
 * several stones lies over the outline of each. */
static void
test_views (void)
{
  g_autoptr (RingDrawing) drawing = new_drawing ();

  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    {
      const RingViewHead *head = ring_view_get_head (ring_drawing_get_view (drawing, i));
      g_autoptr (GArray) lit = ring_lit_gems_list (drawing, head);
      g_autoptr (GArray) again = ring_lit_gems_list (drawing, head);
      g_autoptr (GArray) lines = ring_view_lines (drawing, head);

      if (head->kind == RING_VIEW_PAGE)
        continue;
      g_assert_cmpuint (lit->len, ==, 19);
      g_assert_true (lit == again);
      g_assert_cmpuint (lines->len, >, 0);
      for (guint k = 0; k < lit->len; k++)
        {
          const RingLitGem *gem = &g_array_index (lit, RingLitGem, k);
          RingRect all = RING_RECT_EMPTY;

          for (guint j = 0; j < gem->shapes->len; j++)
            all = ring_rect_union (
                all, ring_path_get_bounds (g_array_index (gem->shapes, RingGemShape, j).path));
          if (all.x1 - all.x0 > 3)
            continue; /* the oval */
          g_assert_cmpfloat (fmax (all.x1 - all.x0, all.y1 - all.y0), >, 1.25);
          g_assert_cmpfloat (fmax (all.x1 - all.x0, all.y1 - all.y0), <, 1.4);
        }
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/gem-layout/follows", test_follows);
  g_test_add_func ("/gem-layout/follows-ring", test_follows_ring);
  g_test_add_func ("/gem-layout/record", test_record);
  g_test_add_func ("/gem-layout/line-record", test_line_record);
  g_test_add_func ("/gem-layout/bad-records", test_bad_records);
  g_test_add_func ("/gem-layout/halo-goes-with-gem", test_halo_goes_with_gem);
  g_test_add_func ("/gem-layout/weight", test_weight);
  g_test_add_func ("/gem-layout/views", test_views);
  return ring_test_run ();
}
