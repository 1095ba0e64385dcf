/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The setting tool, the records it makes, and settings that become plain drawing. */
#include "ring-error.h"
#include "ring-gem-setting.h"
#include "ring-gem-view.h"
#include "ring-lit-gems.h"
#include "ring-setting-unfold.h"
#include "ring-test-tool.h"
#include "ring-test.h"
#include "ring-view-lines.h"

#include <math.h>

/* As it is now: each step makes another one. */
#define FRONT ring_test_view (design, RING_VIEW_FRONT)
#define TOP ring_test_view (design, RING_VIEW_TOP)
#define PAGE ring_test_view (design, RING_VIEW_PAGE)

/* A design with one gem at the top of its ring. */
static RingDesign *
make_design (RingCut cut, double length, double width, RingGemStyle style)
{
  RingDesign *design = ring_design_new ();
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_GEM, design);
  RingGemChoice choice = { cut, ring_species_get (0), length, width };

  ring_tool_set_gem (tool, &choice, style);
  g_assert_true (ring_test_tap (tool, TOP, 0, 0));
  return design;
}

static const RingRecord *
only_setting (RingDesign *design)
{
  return ring_gem_setting_find (ring_design_get_drawing (design), ring_test_only_gem (design).id);
}

static RingSettingChoice
read_setting (RingDesign *design)
{
  RingGem gem = ring_test_only_gem (design);
  RingSettingChoice choice;
  RingSpec spec;

  ring_spec_init (&spec, ring_drawing_find_ring (ring_design_get_drawing (design), NULL));
  g_assert_true (ring_gem_setting_init (&choice, only_setting (design), &gem, &spec.band));
  return choice;
}

static void
set_field (RingDesign *design, const char *kind, const char *name, const char *value)
{
  RingDrawing *drawing = ring_design_get_drawing (design);
  const RingRecord *old = g_str_equal (kind, RING_RECORD_SETTING)
                              ? only_setting (design)
                              : ring_drawing_find_record (drawing, kind, NULL);
  g_autoptr (RingRecord) next = ring_record_with (old, name, value);

  ring_test_set_record (design, next);
}

/* One tap sets a gem as is usual for its cut; the next one tells which gem it is; undo takes the
 * setting and not the gem. */
static void
test_tap (void)
{
  g_autoptr (RingDesign) design = make_design (RING_CUT_ROUND, 6.5, 6.5, RING_GEM_LIT);
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_SETTING, design);

  g_assert_false (ring_test_tap (tool, TOP, 9, 9));
  g_assert_null (ring_tool_get_gem (tool));
  g_assert_true (ring_test_tap (tool, TOP, 1, 1));
  g_assert_cmpstr (ring_tool_get_gem (tool), ==, ring_test_only_gem (design).id);
  g_assert_cmpstr (ring_record_get (only_setting (design), "kind"), ==, "claws");
  /* It says nothing that is as proposed. */
  g_assert_cmpuint (ring_record_get_n_fields (only_setting (design)), ==, 2);
  g_assert_cmpuint (read_setting (design).setting.claws, ==, 6);
  g_assert_false (ring_test_tap (tool, FRONT, 0, -12));
  g_assert_cmpstr (ring_tool_get_gem (tool), ==, ring_test_only_gem (design).id);
  g_assert_true (ring_design_undo (design));
  g_assert_null (only_setting (design));
}

static void
test_refused (void)
{
  g_autoptr (RingDesign) design = make_design (RING_CUT_ROUND, 6.5, 6.5, RING_GEM_LIT);
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_SETTING, design);
  RingSample sample = { .x = 5, .y = 5, .pressure = 0.5 };
  g_autoptr (GError) error = NULL;

  g_assert_false (ring_tool_begin (tool, PAGE, RING_TEST_PIXEL, &sample, 0, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
}

/* What was not decided follows the gem; what was decided stays. */
static void
test_follows (void)
{
  g_autoptr (RingDesign) design = make_design (RING_CUT_ROUND, 6.5, 6.5, RING_GEM_LIT);
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_SETTING, design);

  ring_test_tap (tool, TOP, 0, 0);
  set_field (design, RING_RECORD_SETTING, "claw", "0.9");
  set_field (design, RING_RECORD_GEM, "cut", "pear");
  g_assert_cmpuint (read_setting (design).setting.claws, ==, 5);
  g_assert_cmpint (read_setting (design).setting.shape, ==, RING_CLAW_V);
  g_assert_cmpfloat_with_epsilon (read_setting (design).setting.claw, 0.9, 1e-9);
}

/* Damaged fields are as proposed; a kind of a later version is not drawn. */
static void
test_bad_fields (void)
{
  static const char *const bad[][2]
      = { { "claws", "2" },   { "claws", "99" },    { "claw", "-1" },  { "claw", "x" },
          { "wall", "40" },   { "rails", "17" },    { "rail", "nan" }, { "cover", "5" },
          { "shape", "egg" }, { "alloy", "cheese" } };
  g_autoptr (RingDesign) design = make_design (RING_CUT_ROUND, 6.5, 6.5, RING_GEM_LIT);
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_SETTING, design);
  RingSettingChoice proposed, read;

  ring_test_tap (tool, TOP, 0, 0);
  proposed = read_setting (design);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      set_field (design, RING_RECORD_SETTING, bad[i][0], bad[i][1]);
      read = read_setting (design);
      g_assert_cmpuint (read.given, ==, 0);
      g_assert_cmpmem (&read.setting, sizeof read.setting, &proposed.setting,
                       sizeof proposed.setting);
      g_assert_true (ring_design_undo (design));
    }
  set_field (design, RING_RECORD_SETTING, "kind", "magnetic");
  {
    RingGem gem = ring_test_only_gem (design);
    RingSpec spec;

    ring_spec_init (&spec, NULL);
    g_assert_false (ring_gem_setting_init (&read, only_setting (design), &gem, &spec.band));
  }
}

/* A choice goes into its record and comes back. */
static void
test_round_trip (void)
{
  g_autoptr (RingDesign) design = make_design (RING_CUT_OVAL, 8, 6, RING_GEM_LIT);
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_SETTING, design);
  RingSettingChoice choice, read;
  g_autoptr (RingRecord) record = NULL;
  RingGem gem = ring_test_only_gem (design);
  RingSpec spec;

  ring_test_tap (tool, TOP, 0, 0);
  choice = read_setting (design);
  choice.setting
      = (RingSetting){ RING_SETTING_HALF_BEZEL, 7, RING_CLAW_TAB, 1.15, 0.65, 2, 0.55, 0.35 };
  choice.given = RING_GIVEN_CLAWS | RING_GIVEN_SHAPE | RING_GIVEN_CLAW | RING_GIVEN_WALL
                 | RING_GIVEN_RAILS | RING_GIVEN_RAIL | RING_GIVEN_COVER;
  choice.alloy = "pt950";
  record = ring_gem_setting_to_record (&choice, only_setting (design));
  ring_spec_init (&spec, NULL);
  g_assert_true (ring_gem_setting_init (&read, record, &gem, &spec.band));
  g_assert_cmpuint (read.given, ==, choice.given);
  g_assert_cmpstr (read.alloy, ==, "pt950");
  g_assert_cmpint (read.setting.kind, ==, RING_SETTING_HALF_BEZEL);
  g_assert_cmpuint (read.setting.claws, ==, 7);
  g_assert_cmpfloat_with_epsilon (read.setting.cover, 0.35, 1e-9);
  g_assert_cmpstr (ring_record_get (record, "cover"), ==, "35");
  /* As proposed again is not there any more. */
  choice.given = 0;
  choice.alloy = "";
  {
    g_autoptr (RingRecord) plain = ring_gem_setting_to_record (&choice, record);

    g_assert_cmpuint (ring_record_get_n_fields (plain), ==, 2);
  }
}

/* A peg head wants its culet over the band: the gem goes up with it, in one step. */
static void
test_heights (void)
{
  g_autoptr (RingDesign) design = make_design (RING_CUT_ROUND, 6.5, 6.5, RING_GEM_LIT);
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_SETTING, design);
  RingGem gem = ring_test_only_gem (design);
  double before = gem.place.height;
  double culet;

  ring_tool_set_setting (tool, RING_SETTING_PEG);
  ring_test_tap (tool, TOP, 0, 0);
  gem = ring_test_only_gem (design);
  culet = gem.place.height - gem.depth * (1 - ring_cut_crown_part (gem.cut));
  g_assert_cmpfloat (culet, >, 1.8);
  g_assert_true (ring_design_undo (design));
  g_assert_cmpfloat_with_epsilon (ring_test_only_gem (design).place.height, before, 1e-9);
  g_assert_null (only_setting (design));
}

static void
test_removed_with_gem (void)
{
  g_autoptr (RingDesign) design = make_design (RING_CUT_ROUND, 6.5, 6.5, RING_GEM_LIT);
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_SETTING, design);
  g_autofree char *id = g_strdup (ring_test_only_gem (design).id);
  RingDrawing *drawing;
  RingEdit *edit;

  ring_test_tap (tool, TOP, 0, 0);
  drawing = ring_design_get_drawing (design);
  edit = ring_edit_new (drawing, "Remove");
  ring_edit_remove_record (edit, RING_RECORD_GEM, id);
  ring_gem_setting_remove (edit, drawing, id);
  ring_test_commit (design, edit);
  g_assert_null (ring_gem_setting_find (ring_design_get_drawing (design), id));
  g_assert_true (ring_design_undo (design));
  g_assert_nonnull (ring_gem_setting_find (ring_design_get_drawing (design), id));
}

static void
test_weight (void)
{
  g_autoptr (RingDesign) design = make_design (RING_CUT_ROUND, 6.5, 6.5, RING_GEM_LIT);
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_SETTING, design);
  const RingRecord *ring;
  RingSettingWeight weight;

  ring = ring_drawing_find_ring (ring_design_get_drawing (design), NULL);
  ring_gem_setting_weigh (ring_design_get_drawing (design), ring, &weight);
  g_assert_cmpuint (weight.n, ==, 0);
  ring_test_tap (tool, TOP, 0, 0);
  ring = ring_drawing_find_ring (ring_design_get_drawing (design), NULL);
  ring_gem_setting_weigh (ring_design_get_drawing (design), ring, &weight);
  g_assert_cmpuint (weight.n, ==, 1);
  g_assert_false (weight.weighed);
  set_field (design, RING_RECORD_SETTING, "alloy", "pt950");
  ring_gem_setting_weigh (ring_design_get_drawing (design), ring, &weight);
  g_assert_true (weight.weighed);
  g_assert_cmpfloat_with_epsilon (weight.grams, weight.volume * 20.7 / 1000, 1e-9);
  g_assert_cmpfloat (weight.grams, >, 0.1);
  g_assert_cmpfloat (weight.grams, <, 0.5);
}

/* The lit gem's metal lies over it, in the colours that its alloy is painted in elsewhere. */
static void
test_lit (void)
{
  g_autoptr (RingDesign) design = make_design (RING_CUT_ROUND, 6.5, 6.5, RING_GEM_LIT);
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_SETTING, design);
  const RingViewHead *head;
  g_autoptr (GArray) bare = NULL;
  g_autoptr (GArray) lit = NULL;
  static const RingMetalTone tones[]
      = { RING_METAL_TONE_BASE, RING_METAL_TONE_SHADE, RING_METAL_TONE_DEEP, RING_METAL_TONE_LIGHT,
          RING_METAL_TONE_HIGHLIGHT };
  const RingLitGem *metal;

  head = ring_view_get_head (TOP);
  bare = ring_lit_gems_list (ring_design_get_drawing (design), head);
  g_assert_cmpuint (bare->len, ==, 1);
  ring_test_tap (tool, TOP, 0, 0);
  set_field (design, RING_RECORD_SETTING, "alloy", "18ky");
  head = ring_view_get_head (TOP);
  lit = ring_lit_gems_list (ring_design_get_drawing (design), head);
  g_assert_cmpuint (lit->len, ==, 2);
  metal = &g_array_index (lit, RingLitGem, 1);
  g_assert_cmpuint (metal->shapes->len, ==, RING_VIEWS_N_TONES);
  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    g_assert_cmphex (g_array_index (metal->shapes, RingGemShape, i).colour, ==,
                     ring_metal_paint_tone (ring_metal_paint_find ("18ky"), tones[i]));
}

static guint
count_in_metal (RingDesign *design, RingViewKind kind, RingItemKind item)
{
  RingLayer *layer = ring_test_layer (design, kind, RING_ROLE_METAL);
  guint n = 0;

  for (gsize i = 0; i < ring_layer_get_n_items (layer); i++)
    n += ring_item_get_kind (ring_layer_get_item (layer, i)) == item;
  return n;
}

/* In every view but the strip; in one step; the same place as before. */
static void
test_unfold (void)
{
  static const RingViewKind kinds[]
      = { RING_VIEW_FRONT, RING_VIEW_TOP, RING_VIEW_SIDE, RING_VIEW_THREE_QUARTER };
  g_autoptr (RingDesign) design = make_design (RING_CUT_ROUND, 6.5, 6.5, RING_GEM_LIT);
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_SETTING, design);
  g_autofree char *id = g_strdup (ring_test_only_gem (design).id);
  g_autoptr (GError) error = NULL;
  RingEdit *edit;

  g_assert_null (ring_setting_unfold (design, id, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_NOT_FOUND);
  ring_test_tap (tool, TOP, 0, 0);
  edit = ring_setting_unfold (design, id, NULL);
  ring_test_commit (design, edit);
  g_assert_null (only_setting (design));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      RingLayer *layer = ring_test_layer (design, kinds[i], RING_ROLE_METAL);
      RingRect bounds = ring_item_get_bounds (ring_layer_get_item (layer, 0));

      g_assert_cmpuint (count_in_metal (design, kinds[i], RING_ITEM_ARTWORK), ==, 1);
      g_assert_cmpuint (count_in_metal (design, kinds[i], RING_ITEM_STROKE), >=, 6);
      g_assert_cmpfloat (bounds.x1 - bounds.x0, >, 6.5);
      g_assert_cmpfloat (bounds.x1 - bounds.x0, <, 10);
    }
  g_assert_true (ring_design_undo (design));
  g_assert_nonnull (only_setting (design));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpuint (count_in_metal (design, kinds[i], RING_ITEM_STROKE), ==, 0);
}

/* What a bench would send back. */
static void
test_check (void)
{
  g_autoptr (RingDesign) design = make_design (RING_CUT_ROUND, 6.5, 6.5, RING_GEM_LIT);
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_SETTING, design);
  g_autoptr (GArray) good = NULL;
  g_autoptr (GArray) thin = NULL;
  RingSettingChoice choice;
  RingSettingGem held;
  RingSpec spec;
  RingGem gem;

  ring_test_tap (tool, TOP, 0, 0);
  gem = ring_test_only_gem (design);
  ring_spec_init (&spec, NULL);
  ring_gem_setting_gem (&held, &gem, &spec.band);
  choice = read_setting (design);
  good = ring_setting_check (&choice.setting, &held, NULL, NULL);
  g_assert_cmpuint (good->len, ==, 0);
  choice.setting.claw = 0.45;
  held.place.height -= 0.3;
  thin = ring_setting_check (&choice.setting, &held, NULL, NULL);
  g_assert_cmpuint (thin->len, ==, 2);
  g_assert_cmpstr (g_array_index (thin, RingSettingFault, 0).minimum, ==, "culet-clearance");
  g_assert_cmpfloat_with_epsilon (g_array_index (thin, RingSettingFault, 0).mm, 0.2, 1e-3);
  g_assert_cmpstr (g_array_index (thin, RingSettingFault, 1).minimum, ==, "prong");
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/tool-setting/tap", test_tap);
  g_test_add_func ("/tool-setting/refused", test_refused);
  g_test_add_func ("/tool-setting/follows", test_follows);
  g_test_add_func ("/tool-setting/bad-fields", test_bad_fields);
  g_test_add_func ("/tool-setting/round-trip", test_round_trip);
  g_test_add_func ("/tool-setting/heights", test_heights);
  g_test_add_func ("/tool-setting/removed-with-gem", test_removed_with_gem);
  g_test_add_func ("/tool-setting/weight", test_weight);
  g_test_add_func ("/tool-setting/lit", test_lit);
  g_test_add_func ("/tool-setting/unfold", test_unfold);
  g_test_add_func ("/tool-setting/check", test_check);
  return ring_test_run ();
}
