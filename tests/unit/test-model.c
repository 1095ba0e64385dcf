/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-design.h"
#include "ring-spec.h"
#include "ring-test.h"

static RingItem *
new_dot (RingDesign *design, double x, double y)
{
  g_autofree char *id = ring_design_new_id (design, 's');
  g_autoptr (RingPath) path = ring_path_new ();
  g_autoptr (RingInkPicture) picture = NULL;
  RingStroke stroke = { .fit = 0.01, .style = { .instrument = RING_INSTRUMENT_PEN, .ink = { .width = 1 } } };

  ring_path_add_ellipse (path, (RingPoint){ x, y }, 1, 1);
  stroke.picture = picture = ring_ink_picture_new (&path, 1);
  return ring_item_new_stroke (id, &stroke);
}

static const char *
ink_of (RingDesign *design)
{
  RingView *page = ring_drawing_get_view_by_kind (ring_design_get_drawing (design), RING_VIEW_PAGE);

  return ring_layer_get_head (ring_view_get_layer_by_role (page, RING_ROLE_INK))->id;
}

static gsize
n_strokes (RingDesign *design)
{
  return ring_drawing_count_items (ring_design_get_drawing (design), RING_ITEM_STROKE);
}

static void
add (RingDesign *design, const RingItem *item, const char *key)
{
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Add");

  g_assert_true (ring_edit_append_item (edit, ink_of (design), item));
  ring_edit_set_merge_key (edit, key);
  g_assert_true (ring_design_commit (design, edit));
}

static void
test_record (void)
{
  g_autoptr (RingRecord) empty = ring_record_new (RING_RECORD_STONE, "t1");
  g_autoptr (RingRecord) one = ring_record_with (empty, "name", "Blue\x01 sapphire");
  g_autoptr (RingRecord) two = ring_record_with_number (one, "length", 8.123, 2);
  g_autoptr (RingRecord) back = ring_record_with (two, "length", NULL);
  double length = 0;

  g_assert_null (ring_record_get (empty, "name"));
  g_assert_cmpstr (ring_record_get (two, "name"), ==, "Blue sapphire");
  g_assert_true (ring_record_get_number (two, "length", &length));
  g_assert_cmpfloat (length, ==, 8.12);
  g_assert_false (ring_record_get_number (two, "name", &length));
  g_assert_cmpfloat (length, ==, 8.12);
  g_assert_cmpstr (ring_record_get_field (two, 0, NULL), ==, "length");
  g_assert_true (ring_record_equal (back, one));
  g_assert_false (ring_record_equal (two, one));
  g_assert_false (ring_record_equal (NULL, one));
}

static void
test_spec_defaults (void)
{
  g_autoptr (RingRecord) empty = ring_record_new (RING_RECORD_RING, "r1");
  g_autoptr (RingRecord) absurd = ring_record_with_number (empty, "size", 5000, 0);
  g_autoptr (RingRecord) real = ring_record_with_number (empty, "size", 54.4, 1);
  RingSpec spec;

  ring_spec_init (&spec, NULL);
  g_assert_false (spec.size_known);
  g_assert_cmpfloat (spec.band.circumference, ==, RING_SPEC_ASSUMED_CIRCUMFERENCE);
  ring_spec_init (&spec, absurd);
  g_assert_false (spec.size_known);
  ring_spec_init (&spec, real);
  g_assert_true (spec.size_known);
  g_assert_cmpfloat (spec.band.circumference, ==, 54.4);
}

static void
test_views (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  RingDrawing *drawing = ring_design_get_drawing (design);
  const RingView *front = ring_drawing_get_view_by_kind (drawing, RING_VIEW_FRONT);
  RingMatrix matrix = ring_view_get_matrix (front);
  RingPoint centre = ring_matrix_apply (&matrix, (RingPoint){ 0, 0 });

  g_assert_true (ring_drawing_view_at (drawing, centre) == front);
  g_assert_cmpint (ring_view_get_head (ring_drawing_view_at (drawing, (RingPoint){ 2, 2 }))->kind, ==,
                   RING_VIEW_PAGE);
  g_assert_cmpint (ring_view_get_head (ring_drawing_view_at (drawing, (RingPoint){ -900, 2 }))->kind,
                   ==, RING_VIEW_PAGE);
}

static void
test_undo (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingItem) a = new_dot (design, 10, 10);
  g_autoptr (RingItem) b = new_dot (design, 20, 10);

  g_assert_false (ring_design_undo (design));
  add (design, a, NULL);
  add (design, b, NULL);
  g_assert_cmpuint (n_strokes (design), ==, 2);
  g_assert_true (ring_design_undo (design));
  g_assert_cmpuint (n_strokes (design), ==, 1);
  g_assert_true (ring_design_undo (design));
  g_assert_false (ring_design_undo (design));
  g_assert_cmpuint (n_strokes (design), ==, 0);
  g_assert_true (ring_design_redo (design));
  g_assert_true (ring_drawing_find_item (ring_design_get_drawing (design), ring_item_get_id (a), NULL, NULL) == a);

  /* A new step forgets what could be redone. */
  g_assert_true (ring_design_get_can_redo (design));
  add (design, b, NULL);
  g_assert_false (ring_design_get_can_redo (design));
}

static void
test_merge (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();

  g_setenv ("RINGWRIGHT_NOW", "1000000", TRUE);
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (RingItem) item = new_dot (design, i, i);

      add (design, item, "slider");
    }
  g_assert_true (ring_design_undo (design));
  g_assert_cmpuint (n_strokes (design), ==, 0);
  g_assert_false (ring_design_get_can_undo (design));

  /* Too late to be one step; and nothing grows a step that was undone and redone. */
  g_assert_true (ring_design_redo (design));
  {
    g_autoptr (RingItem) item = new_dot (design, 9, 9);

    add (design, item, "slider");
  }
  g_assert_true (ring_design_undo (design));
  g_assert_cmpuint (n_strokes (design), ==, 3);
}

static void
test_saved_mark (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingItem) a = new_dot (design, 10, 10);
  g_autoptr (RingItem) b = new_dot (design, 20, 10);
  g_autoptr (RingDrawing) old = ring_drawing_ref (ring_design_get_drawing (design));

  g_assert_false (ring_design_get_modified (design));
  add (design, a, NULL);
  g_assert_true (ring_design_get_modified (design));
  ring_design_mark_saved (design, ring_design_get_drawing (design));
  g_assert_false (ring_design_get_modified (design));
  ring_design_undo (design);
  g_assert_true (ring_design_get_modified (design));
  ring_design_redo (design);
  g_assert_false (ring_design_get_modified (design));

  /* The saved state lies on a branch that is cut off: nothing here is saved any more. */
  ring_design_undo (design);
  add (design, b, NULL);
  g_assert_true (ring_design_get_modified (design));
  ring_design_undo (design);
  g_assert_true (ring_design_get_modified (design));

  /* A save that finished after the design went on. */
  ring_design_mark_saved (design, old);
  g_assert_true (ring_design_get_modified (design));
}

static void
test_read_only (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingItem) a = new_dot (design, 10, 10);
  RingEdit *edit;

  ring_design_set_read_only (design, TRUE);
  edit = ring_edit_new (ring_design_get_drawing (design), "Add");
  ring_edit_append_item (edit, ink_of (design), a);
  g_assert_false (ring_design_commit (design, edit));
  g_assert_cmpuint (n_strokes (design), ==, 0);
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer data)
{
  ++*(int *) data;
}

static void
test_notify (void)
{
  RingDesign *design = ring_design_new ();
  g_autoptr (RingItem) a = new_dot (design, 10, 10);
  g_autoptr (RingItem) b = new_dot (design, 20, 10);
  int n = 0;

  g_signal_connect (design, "notify::can-undo", G_CALLBACK (count_cb), &n);
  add (design, a, NULL);
  add (design, b, NULL);
  g_assert_cmpint (n, ==, 1);
  ring_design_undo (design);
  ring_design_undo (design);
  g_assert_cmpint (n, ==, 2);
  g_assert_finalize_object (design);
}

/* Where the eye sees a thing is where the hand finds it, also after a move. */
static void
test_item_distance (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingItem) dot = new_dot (design, 10, 10);
  RingMatrix matrix = { 2, 0, 0, 2, 5, 0 };
  g_autoptr (RingItem) moved = ring_item_with_matrix (dot, &matrix);
  RingRect bounds = ring_item_get_bounds (moved);

  g_assert_cmpfloat (ring_item_distance (dot, (RingPoint){ 10.5, 10 }), ==, 0);
  g_assert_cmpfloat_with_epsilon (ring_item_distance (dot, (RingPoint){ 13, 10 }), 2, 0.01);
  g_assert_cmpfloat (ring_item_distance (moved, (RingPoint){ 25, 20 }), ==, 0);
  g_assert_cmpfloat_with_epsilon (ring_item_distance (moved, (RingPoint){ 29, 20 }), 2, 0.02);
  g_assert_cmpfloat_with_epsilon (bounds.x0, 23, 0.01);
  g_assert_cmpfloat_with_epsilon (bounds.y1, 22, 0.01);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/model/record", test_record);
  g_test_add_func ("/model/spec-defaults", test_spec_defaults);
  g_test_add_func ("/model/views", test_views);
  g_test_add_func ("/model/undo", test_undo);
  g_test_add_func ("/model/merge", test_merge);
  g_test_add_func ("/model/saved-mark", test_saved_mark);
  g_test_add_func ("/model/read-only", test_read_only);
  g_test_add_func ("/model/notify", test_notify);
  g_test_add_func ("/model/item-distance", test_item_distance);
  return ring_test_run ();
}
