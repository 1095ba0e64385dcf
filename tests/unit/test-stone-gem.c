/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A stone, its gem and its pins: drawn as measured, of one mind until a hand says otherwise, and moved
 * together; each a single step back. */
#include <math.h>

#include "ring-error.h"
#include "ring-stone-gem.h"
#include "ring-stone-note.h"
#include "ring-stone.h"
#include "ring-test-tool.h"
#include "ring-test.h"

static const char *const oval[] = { "species", "Blue sapphire", "cut",   "Oval mixed", "length",   "8.12",
                                    "width",   "5.94",          "depth", "4.1",        "measured", "measured",
                                    NULL };

static const RingRecord *
get_stone (RingDesign *design)
{
  return ring_drawing_find_record (ring_design_get_drawing (design), RING_RECORD_STONE, "tstone");
}

static const RingItem *
get_pin (RingDesign *design, RingViewKind kind)
{
  return ring_layer_get_item (ring_test_layer (design, kind, RING_ROLE_NOTES), 0);
}

static RingPoint
get_tip (RingDesign *design, RingViewKind kind)
{
  const RingItem *pin = get_pin (design, kind);

  return ring_matrix_apply (ring_item_get_matrix (pin), ring_item_get_note (pin)->at);
}

/* A stone with FIELDS and a pin where AT is in the view. */
static RingDesign *
new_design (const char *const *fields, RingViewKind kind, RingPoint at)
{
  RingDesign *design = ring_design_new ();
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Pin");
  g_autoptr (RingRecord) stone = ring_test_record (RING_RECORD_STONE, "tstone", fields);
  g_autofree char *id = ring_stone_note_pin (
      edit, design, ring_layer_get_head (ring_test_layer (design, kind, RING_ROLE_NOTES))->id, at, 4, stone);

  ring_test_commit (design, edit);
  return design;
}

static void
draw (RingDesign *design)
{
  g_autofree char *id = NULL;
  GError *error = NULL;
  RingEdit *edit = ring_stone_gem_draw (design, get_stone (design), &id, &error);

  g_assert_no_error (error);
  ring_test_commit (design, edit);
}

/* What the card's form does. */
static void
set_field (RingDesign *design, const char *name, const char *value)
{
  g_autoptr (RingRecord) stone = ring_record_with (get_stone (design), name, value);
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Stone");

  ring_stone_note_set (edit, stone);
  ring_test_commit (design, edit);
}

static void
test_draw (void)
{
  g_autoptr (RingDesign) design = new_design (oval, RING_VIEW_FRONT, (RingPoint){ 0.2, -11 });
  RingGem gem;

  draw (design);
  gem = ring_test_only_gem (design);
  g_assert_cmpstr (gem.stone, ==, "tstone");
  g_assert_cmpint (gem.cut, ==, RING_CUT_OVAL);
  g_assert_cmpstr (gem.species->id, ==, "sapphire");
  g_assert_cmpfloat (gem.length, ==, 8.12);
  g_assert_cmpfloat (gem.width, ==, 5.94);
  g_assert_cmpfloat (gem.depth, ==, 4.1);
  /* Near the top is the top, and the culet clears the finger. */
  g_assert_cmpfloat (gem.place.angle, ==, 0);
  g_assert_cmpfloat_with_epsilon (gem.place.height, ring_gem_usual_height (gem.cut, gem.depth), 1e-4);
  g_assert_true (ring_design_undo (design));
  g_assert_null (ring_stone_gem_find (ring_design_get_drawing (design), "tstone"));
}

/* At the side when its pin is there. */
static void
test_draw_at_pin (void)
{
  g_autoptr (RingDesign) design = new_design (oval, RING_VIEW_FRONT, (RingPoint){ 11, 0.1 });

  draw (design);
  g_assert_cmpfloat (ring_test_only_gem (design).place.angle, ==, -90);
}

/* The gem under the pin becomes the stone; it is not set a second time. */
static void
test_draw_gem_there (void)
{
  static const char *const fields[] = { "cut", "round", "length", "6.5", "angle", "30", NULL };
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingRecord) gem_record = ring_test_record (RING_RECORD_GEM, "ghere", fields);
  g_autoptr (RingRecord) stone = ring_test_record (RING_RECORD_STONE, "tstone", oval);
  double angle = 30 * G_PI / 180;
  RingPoint at = { -11.5 * sin (angle), -11.5 * cos (angle) };
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Pin");
  g_autofree char *id = NULL;
  RingGem gem;

  ring_edit_set_record (edit, gem_record);
  id = ring_stone_note_pin (
      edit, design, ring_layer_get_head (ring_test_layer (design, RING_VIEW_FRONT, RING_ROLE_NOTES))->id, at, 4,
      stone);
  ring_test_commit (design, edit);
  draw (design);
  gem = ring_test_only_gem (design);
  g_assert_cmpstr (gem.id, ==, "ghere");
  g_assert_cmpfloat (gem.place.angle, ==, 30);
  g_assert_cmpfloat (gem.length, ==, 8.12);
}

static void
test_no_size (void)
{
  static const char *const fields[] = { "species", "Ruby", NULL };
  g_autoptr (RingDesign) design = new_design (fields, RING_VIEW_FRONT, (RingPoint){ 0, -11 });
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (ring_stone_gem_draw (design, get_stone (design), &id, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
}

/* The gem follows its card in the same step, until it is drawn otherwise; then the card says how, and
 * draws it again when asked. */
static void
test_follow (void)
{
  g_autoptr (RingDesign) design = new_design (oval, RING_VIEW_FRONT, (RingPoint){ 0, -11 });
  g_autoptr (RingRecord) by_hand = NULL;
  g_autofree char *differs = NULL;
  const RingRecord *record;

  draw (design);
  set_field (design, "length", "9");
  g_assert_cmpfloat (ring_test_only_gem (design).length, ==, 9);
  g_assert_true (ring_design_undo (design));
  g_assert_cmpfloat (ring_test_only_gem (design).length, ==, 8.12);
  g_assert_cmpstr (ring_record_get (get_stone (design), "length"), ==, "8.12");
  set_field (design, "species", "Ruby");
  g_assert_cmpstr (ring_test_only_gem (design).species->id, ==, "ruby");
  set_field (design, "cut", "pear");
  g_assert_cmpint (ring_test_only_gem (design).cut, ==, RING_CUT_PEAR);
  record = ring_stone_gem_find (ring_design_get_drawing (design), "tstone");
  g_assert_null (ring_stone_gem_differs (get_stone (design), record));

  by_hand = ring_record_with (record, "width", "5");
  ring_test_set_record (design, by_hand);
  set_field (design, "length", "8.5");
  g_assert_cmpfloat (ring_test_only_gem (design).length, ==, 8.12);
  record = ring_stone_gem_find (ring_design_get_drawing (design), "tstone");
  differs = ring_stone_gem_differs (get_stone (design), record);
  g_assert_cmpstr (differs, ==, "Pear ruby 8.12 × 5 mm");
  draw (design);
  g_assert_cmpfloat (ring_test_only_gem (design).length, ==, 8.5);
  g_assert_cmpfloat (ring_test_only_gem (design).width, ==, 5.94);
}

/* A gem's pins go with it in every view, in the same step, and stay where a hand puts them. */
static void
test_pins_follow (void)
{
  g_autoptr (RingDesign) design = new_design (oval, RING_VIEW_FRONT, (RingPoint){ 1, -12 });
  RingEdit *edit;
  g_autoptr (RingRecord) other = ring_test_record (RING_RECORD_STONE, "tother", oval);
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autoptr (RingRecord) aside = NULL;
  RingPoint front, top, strange;
  RingGem gem;

  edit = ring_edit_new (ring_design_get_drawing (design), "Pins");
  second = ring_stone_note_pin (
      edit, design, ring_layer_get_head (ring_test_layer (design, RING_VIEW_TOP, RING_ROLE_NOTES))->id,
      (RingPoint){ 0, 0.2 }, 4, get_stone (design));
  third = ring_stone_note_pin (
      edit, design, ring_layer_get_head (ring_test_layer (design, RING_VIEW_SIDE, RING_ROLE_NOTES))->id,
      (RingPoint){ 0, 0 }, 4, other);
  ring_test_commit (design, edit);
  draw (design);
  front = get_tip (design, RING_VIEW_FRONT);
  top = get_tip (design, RING_VIEW_TOP);
  strange = get_tip (design, RING_VIEW_SIDE);
  gem = ring_test_only_gem (design);
  gem.place.offset = 2;
  aside = ring_gem_to_record (&gem, ring_stone_gem_find (ring_design_get_drawing (design), "tstone"));
  ring_test_set_record (design, aside);
  g_assert_cmpfloat_with_epsilon (ring_point_distance (get_tip (design, RING_VIEW_FRONT), front), 0, 1e-6);
  g_assert_cmpfloat_with_epsilon (ring_point_distance (get_tip (design, RING_VIEW_TOP), top), 2, 1e-6);
  g_assert_cmpfloat_with_epsilon (ring_point_distance (get_tip (design, RING_VIEW_SIDE), strange), 0, 1e-6);
  g_assert_true (ring_design_undo (design));
  g_assert_cmpfloat_with_epsilon (ring_point_distance (get_tip (design, RING_VIEW_TOP), top), 0, 1e-6);
  g_assert_true (ring_design_redo (design));
  g_assert_cmpfloat_with_epsilon (ring_point_distance (get_tip (design, RING_VIEW_TOP), top), 2, 1e-6);
}

/* A drag of the gem tool is one step, pins and all. */
static void
test_drag (void)
{
  g_autoptr (RingDesign) design = new_design (oval, RING_VIEW_FRONT, (RingPoint){ 0, -12 });
  RingTool *tool;
  RingPoint before, after;

  draw (design);
  before = get_tip (design, RING_VIEW_FRONT);
  tool = ring_tool_new (RING_TOOL_GEM, design);
  g_assert_true (ring_test_drag (tool, ring_test_view (design, RING_VIEW_FRONT), 0, -12, 9, -8));
  after = get_tip (design, RING_VIEW_FRONT);
  g_assert_cmpfloat (after.x - before.x, >, 5);
  g_assert_cmpfloat (after.y - before.y, >, 2);
  g_assert_true (ring_design_undo (design));
  g_assert_cmpfloat_with_epsilon (ring_point_distance (get_tip (design, RING_VIEW_FRONT), before), 0, 1e-6);
  g_assert_cmpfloat (ring_test_only_gem (design).place.angle, ==, 0);
  ring_tool_free (tool);
}

/* Two gems of one card: each pin goes with the nearer. */
static void
test_pair (void)
{
  static const char *const left[] = { "cut", "oval", "length", "5", "stone", "tstone", "angle", "40", NULL };
  static const char *const right[] = { "cut", "oval", "length", "5", "stone", "tstone", "angle", "-40", NULL };
  g_autoptr (RingDesign) design = new_design (oval, RING_VIEW_FRONT, (RingPoint){ -8, -9 });
  g_autoptr (RingRecord) a = ring_test_record (RING_RECORD_GEM, "gleft", left);
  g_autoptr (RingRecord) b = ring_test_record (RING_RECORD_GEM, "gright", right);
  g_autoptr (RingRecord) turned_b = ring_record_with (b, "angle", "-60");
  g_autoptr (RingRecord) turned_a = ring_record_with (a, "angle", "60");
  RingPoint before;

  ring_test_set_record (design, a);
  ring_test_set_record (design, b);
  before = get_tip (design, RING_VIEW_FRONT);
  ring_test_set_record (design, turned_b);
  g_assert_cmpfloat_with_epsilon (ring_point_distance (get_tip (design, RING_VIEW_FRONT), before), 0, 1e-6);
  ring_test_set_record (design, turned_a);
  g_assert_cmpfloat (ring_point_distance (get_tip (design, RING_VIEW_FRONT), before), >, 2);
}

/* A card that goes leaves its gem, without a card; a gem's own card has its figures as estimates. */
static void
test_unlink (void)
{
  g_autoptr (RingDesign) design = new_design (oval, RING_VIEW_FRONT, (RingPoint){ 0, -12 });
  RingEdit *edit;
  RingGem gem;
  g_autoptr (RingRecord) described = NULL;
  g_autofree char *size = NULL;

  draw (design);
  edit = ring_edit_new (ring_design_get_drawing (design), "Remove");
  ring_stone_note_remove (edit, "tstone");
  ring_test_commit (design, edit);
  gem = ring_test_only_gem (design);
  g_assert_cmpstr (gem.stone, ==, "");
  described = ring_stone_gem_describe (&gem, "tnew");
  size = ring_stone_format_size (described, TRUE);
  g_assert_cmpstr (size, ==, "≈ 8.12 × 5.94 × 4.1");
  g_assert_cmpstr (ring_record_get (described, "species"), ==, "Sapphire");
  g_assert_false (ring_stone_gem_fit (described, &gem));
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/stone-gem/draw", test_draw);
  g_test_add_func ("/stone-gem/draw-at-pin", test_draw_at_pin);
  g_test_add_func ("/stone-gem/draw-gem-there", test_draw_gem_there);
  g_test_add_func ("/stone-gem/no-size", test_no_size);
  g_test_add_func ("/stone-gem/follow", test_follow);
  g_test_add_func ("/stone-gem/pins-follow", test_pins_follow);
  g_test_add_func ("/stone-gem/drag", test_drag);
  g_test_add_func ("/stone-gem/pair", test_pair);
  g_test_add_func ("/stone-gem/unlink", test_unlink);
  return ring_test_run ();
}
