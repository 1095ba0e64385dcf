/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Several rings of one commission: their sheet, what each has, and the band that fits another. */
#include <math.h>
#include <string.h>

#include "ring-error.h"
#include "ring-rings.h"
#include "ring-test-tool.h"
#include "ring-test.h"
#include "ring-view-label.h"
#include "ring-view-lines.h"
#include "ring-view-plan.h"

static const RingRecord *
nth (RingDesign *design, guint i)
{
  return ring_rings_get (ring_design_get_drawing (design), i);
}

/* Returns the new ring. */
static const RingRecord *
add (RingDesign *design, gboolean fits)
{
  g_autoptr (GError) error = NULL;
  guint n = ring_rings_get_n (ring_design_get_drawing (design));
  RingEdit *edit = ring_rings_add (design, nth (design, 0), fits, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (ring_design_commit (design, edit));
  return nth (design, n);
}

/* However many rings: each has its five views, on the page, over the scale bar, and none lies over
 * another. */
static void
test_sheet (void)
{
  for (guint n = 1; n <= RING_RINGS_MOST; n++)
    {
      g_autoptr (GArray) plan = ring_view_plan_sheet (n);

      g_assert_cmpuint (plan->len, ==, 5 * n);
      for (guint i = 0; i < plan->len; i++)
        {
          RingRect one = ring_view_head_get_window (&g_array_index (plan, RingViewHead, i));

          g_assert_true (one.x0 >= 5 && one.y0 >= 5 && one.x1 <= 205 && one.y1 <= 273);
          for (guint k = 0; k < i; k++)
            {
              RingRect other = ring_view_head_get_window (&g_array_index (plan, RingViewHead, k));

              g_assert_true (ring_rect_is_empty (ring_rect_intersect (one, other)));
            }
        }
    }
}

static void
test_make_room (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  RingDrawing *before = ring_drawing_ref (ring_design_get_drawing (design));
  const RingViewHead *front
      = ring_view_get_head (ring_drawing_get_view_by_kind (before, RING_VIEW_FRONT));
  g_autofree char *id = g_strdup (front->id);
  const RingRecord *second;
  guint n = 0;

  g_assert_cmpfloat (front->scale, ==, 4);
  second = add (design, FALSE);
  front = ring_view_get_head (ring_drawing_find_view (ring_design_get_drawing (design), id));
  g_assert_cmpfloat (front->scale, ==, 2);
  for (guint i = 0; i < ring_drawing_get_n_views (ring_design_get_drawing (design)); i++)
    n += ring_drawing_find_ring (
             ring_design_get_drawing (design),
             ring_view_get_head (ring_drawing_get_view (ring_design_get_drawing (design), i))->ring)
         == second;
  g_assert_cmpuint (n, ==, 5);
  /* One step, there and back. */
  g_assert_true (ring_design_undo (design));
  front = ring_view_get_head (ring_drawing_find_view (ring_design_get_drawing (design), id));
  g_assert_cmpfloat (front->scale, ==, 4);
  g_assert_cmpuint (ring_drawing_get_n_views (ring_design_get_drawing (design)), ==,
                    ring_drawing_get_n_views (before));
  g_assert_cmpuint (ring_rings_get_n (ring_design_get_drawing (design)), ==, 1);
  ring_drawing_unref (before);
}

static double
pin_size (RingDesign *design)
{
  const RingItem *pin = ring_drawing_find_item (ring_design_get_drawing (design), "n1", NULL, NULL);

  return ring_item_get_note (pin)->size;
}

/* A pin's letters are as large on the paper when its window has become smaller. */
static void
test_pins_keep_their_size (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  RingView *front = ring_test_view (design, RING_VIEW_FRONT);
  const RingLayer *notes = ring_view_get_layer_by_role (front, RING_ROLE_NOTES);
  g_autofree char *id = g_strdup (ring_view_get_head (front)->id);
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Pin");
  RingNote note = { .at = { 1, 2 }, .size = 0.75, .stone = "t1", .label = "Stone" };
  g_autoptr (RingItem) pin = ring_item_new_note ("n1", &note);

  ring_edit_append_item (edit, ring_layer_get_head (notes)->id, pin);
  ring_test_commit (design, edit);
  add (design, FALSE);
  g_assert_cmpfloat_with_epsilon (pin_size (design), 1.5, 1e-9);
  ring_test_commit (design, ring_view_plan_scale (design, id, 10));
  g_assert_cmpfloat_with_epsilon (pin_size (design), 0.3, 1e-9);
  ring_design_undo (design);
  ring_design_undo (design);
  g_assert_cmpfloat (pin_size (design), ==, 0.75);
}

/* What somebody has moved stays where it is. */
static void
test_moved_windows_stay (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  RingDrawing *drawing = ring_design_get_drawing (design);
  g_autofree char *id
      = g_strdup (ring_view_get_head (ring_drawing_get_view_by_kind (drawing, RING_VIEW_SIDE))->id);
  RingPoint origin;

  g_assert_true (ring_design_commit (design, ring_view_plan_scale (design, id, 3)));
  origin
      = ring_view_get_head (ring_drawing_find_view (ring_design_get_drawing (design), id))->origin;
  add (design, FALSE);
  drawing = ring_design_get_drawing (design);
  g_assert_cmpfloat (ring_view_get_head (ring_drawing_find_view (drawing, id))->scale, ==, 3);
  g_assert_cmpfloat (ring_view_get_head (ring_drawing_find_view (drawing, id))->origin.x, ==,
                     origin.x);
  g_assert_cmpuint (ring_drawing_get_n_views (drawing), ==, 11);
}

static void
test_too_many (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i < RING_RINGS_MOST; i++)
    add (design, FALSE);
  g_assert_null (ring_rings_add (design, nth (design, 0), FALSE, NULL, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "6"));
}

/* A band for the same finger takes size and metal; another ring only how it is made. */
static void
test_like (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingRecord) sized = ring_record_with (nth (design, 0), "size", "54");
  g_autoptr (RingRecord) made = ring_record_with (sized, "alloy", "pt950");
  const RingRecord *ring;

  ring_test_set_record (design, made);
  ring = add (design, TRUE);
  g_assert_cmpstr (ring_record_get (ring, "size"), ==, "54");
  g_assert_cmpstr (ring_record_get (ring, "alloy"), ==, "pt950");
  g_assert_cmpstr (ring_record_get (ring, "fits"), ==, ring_record_get_id (nth (design, 0)));
  ring = add (design, FALSE);
  g_assert_null (ring_record_get (ring, "size"));
  g_assert_null (ring_record_get (ring, "fits"));
  g_assert_cmpstr (ring_record_get (ring, "alloy"), ==, "pt950");
}

static RingView *
view_of (RingDesign *design, const RingRecord *ring, RingViewKind kind)
{
  RingDrawing *drawing = ring_design_get_drawing (design);

  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    {
      RingView *view = ring_drawing_get_view (drawing, i);
      const RingViewHead *head = ring_view_get_head (view);

      if (head->kind == kind && ring_drawing_find_ring (drawing, head->ring) == ring)
        return view;
    }
  return NULL;
}

static RingRect
bounds_of (RingDesign *design, const RingRecord *ring, RingViewKind kind, RingLineStyle style)
{
  g_autoptr (GArray) lines = ring_view_lines (ring_design_get_drawing (design),
                                              ring_view_get_head (view_of (design, ring, kind)));
  RingRect bounds = RING_RECT_EMPTY;

  for (guint i = 0; i < lines->len; i++)
    {
      const RingViewLine *line = &g_array_index (lines, RingViewLine, i);

      if (line->style == style)
        bounds = ring_rect_union (bounds, ring_path_get_bounds (line->path));
    }
  return bounds;
}

/* The other ring lies beside this one, touching it, and follows when that is changed. */
static void
test_beside (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingRecord) narrow = ring_record_with (nth (design, 0), "width", "2");
  g_autoptr (RingRecord) wide = ring_record_with (nth (design, 0), "width", "5");
  const RingRecord *band;
  RingRect own, beside;

  ring_test_set_record (design, narrow);
  band = add (design, TRUE);
  own = bounds_of (design, band, RING_VIEW_TOP, RING_LINE_EDGE);
  beside = bounds_of (design, band, RING_VIEW_TOP, RING_LINE_BESIDE);
  g_assert_cmpfloat_with_epsilon (own.y1 - own.y0, 2, 0.01);
  g_assert_cmpfloat_with_epsilon (beside.y1 - beside.y0, 2, 0.01);
  g_assert_cmpfloat_with_epsilon (beside.y1, own.y0, 0.01);
  g_assert_true (
      ring_rect_is_empty (bounds_of (design, nth (design, 0), RING_VIEW_TOP, RING_LINE_BESIDE)));

  ring_test_set_record (design, wide);
  beside = bounds_of (design, nth (design, 1), RING_VIEW_TOP, RING_LINE_BESIDE);
  own = bounds_of (design, nth (design, 1), RING_VIEW_TOP, RING_LINE_EDGE);
  g_assert_cmpfloat_with_epsilon (beside.y1 - beside.y0, 5, 0.01);
  g_assert_cmpfloat_with_epsilon (beside.y1, own.y0, 0.01);
}

/* All that is on it goes with a ring; what is on the other stays. */
static void
test_remove (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) gem = ring_tool_new (RING_TOOL_GEM, design);
  g_autoptr (RingTool) setting = ring_tool_new (RING_TOOL_SETTING, design);
  g_autoptr (GError) error = NULL;
  g_autofree char *first = g_strdup (ring_record_get_id (nth (design, 0)));
  RingGemChoice choice;
  RingDrawing *drawing;
  RingEdit *edit;

  g_assert_null (ring_rings_remove (design, first, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_NOT_FOUND);
  add (design, TRUE);
  ring_gem_choice_init (&choice);
  ring_tool_set_gem (gem, &choice, RING_GEM_LINE);
  ring_tool_set_setting (setting, RING_SETTING_CLAWS);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (ring_test_tap (gem, view_of (design, nth (design, i), RING_VIEW_TOP), 0, 0));
      g_assert_true (
          ring_test_tap (setting, view_of (design, nth (design, i), RING_VIEW_TOP), 0, 0));
    }
  edit = ring_rings_remove (design, first, NULL);
  g_assert_true (ring_design_commit (design, edit));
  drawing = ring_design_get_drawing (design);
  g_assert_cmpuint (ring_rings_get_n (drawing), ==, 1);
  g_assert_null (ring_record_get (nth (design, 0), "fits"));
  g_assert_cmpuint (ring_drawing_get_n_views (drawing), ==, 6);
  g_assert_cmpuint (ring_drawing_get_n_records (drawing), ==, 3);
  g_assert_true (ring_design_undo (design));
  g_assert_cmpuint (ring_rings_get_n (ring_design_get_drawing (design)), ==, 2);
  g_assert_cmpuint (ring_drawing_get_n_records (ring_design_get_drawing (design)), ==, 6);
}

static void
test_names (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  const RingRecord *ring = add (design, TRUE);
  RingDrawing *drawing = ring_design_get_drawing (design);
  g_autofree char *number = ring_rings_name (drawing, ring, FALSE);
  g_autoptr (RingRecord) named = ring_record_with (ring, "label", "Wedding band");
  g_autofree char *label = NULL;
  g_autofree char *other = NULL;

  g_assert_cmpstr (number, ==, "Ring 2");
  ring_test_set_record (design, named);
  drawing = ring_design_get_drawing (design);
  label = ring_view_label (
      drawing, ring_view_get_head (view_of (design, nth (design, 1), RING_VIEW_STRIP)), FALSE);
  g_assert_cmpstr (label, ==,
                   "Wedding band   Unrolled 1:1   size to be confirmed   blank 60.08 mm");
  other = ring_view_label (
      drawing, ring_view_get_head (view_of (design, nth (design, 0), RING_VIEW_SIDE)), FALSE);
  g_assert_cmpstr (other, ==, "Side 2:1");
}

/* Unfolding one ring's views the other way goes round its own front, and leaves the other ring's
 * windows where they are. */
static void
test_turn_over (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autofree char *second = g_strdup (ring_record_get_id (add (design, FALSE)));
  RingPoint first_top
      = ring_view_get_head (view_of (design, nth (design, 0), RING_VIEW_TOP))->origin;

  for (int first = 0; first < 2; first++)
    {
      const RingRecord *ring = nth (design, 1);
      RingPoint front = ring_view_get_head (view_of (design, ring, RING_VIEW_FRONT))->origin;
      RingPoint top = ring_view_get_head (view_of (design, ring, RING_VIEW_TOP))->origin;
      RingPoint side = ring_view_get_head (view_of (design, ring, RING_VIEW_SIDE))->origin;

      g_assert_cmpfloat_with_epsilon (top.x, front.x, 1e-9);
      g_assert_cmpfloat_with_epsilon (side.y, front.y, 1e-9);
      g_assert_true (first ? top.y > front.y && side.x < front.x
                           : top.y < front.y && side.x > front.x);
      g_assert_true (
          ring_design_commit (design, ring_view_plan_set_first_angle (design, second, TRUE)));
    }
  g_assert_cmpfloat (
      ring_view_get_head (view_of (design, nth (design, 0), RING_VIEW_TOP))->origin.y, ==,
      first_top.y);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/rings/sheet", test_sheet);
  g_test_add_func ("/rings/make-room", test_make_room);
  g_test_add_func ("/rings/pins-keep-their-size", test_pins_keep_their_size);
  g_test_add_func ("/rings/moved-windows-stay", test_moved_windows_stay);
  g_test_add_func ("/rings/too-many", test_too_many);
  g_test_add_func ("/rings/like", test_like);
  g_test_add_func ("/rings/beside", test_beside);
  g_test_add_func ("/rings/remove", test_remove);
  g_test_add_func ("/rings/names", test_names);
  g_test_add_func ("/rings/turn-over", test_turn_over);
  return ring_test_run ();
}
