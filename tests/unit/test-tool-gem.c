/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The gem tool, and the places that the points of a view mean. */
#include "ring-error.h"
#include "ring-gem-view.h"
#include "ring-test-tool.h"
#include "ring-test.h"

#include <math.h>

/* As it is now: each step makes another one. */
#define FRONT ring_test_view (design, RING_VIEW_FRONT)
#define TOP ring_test_view (design, RING_VIEW_TOP)
#define PAGE ring_test_view (design, RING_VIEW_PAGE)

static guint
n_gems (RingDesign *design)
{
  g_autoptr (GArray) gems = ring_gem_list (ring_design_get_drawing (design), NULL);

  return gems->len;
}

/* In N steps, with PAUSE ms of the clock between them. */
static void
drag (RingTool *tool, RingView *view, RingPoint from, RingPoint to, guint n, gint64 pause)
{
  RingSample sample = { .x = from.x, .y = from.y, .pressure = 0.5 };

  g_assert_true (ring_tool_begin (tool, view, RING_TEST_PIXEL, &sample, 2000, NULL));
  for (guint i = 1; i <= n; i++)
    {
      sample.x = from.x + (to.x - from.x) * i / n;
      sample.y = from.y + (to.y - from.y) * i / n;
      sample.time = i;
      ring_test_stop_clock (100000 + i * pause);
      ring_tool_update (tool, &sample, 1);
    }
}

static void
test_place (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_GEM, design);
  RingGemChoice choice = { RING_CUT_OVAL, ring_species_find ("sapphire"), 8, 6 };
  RingGem gem;

  ring_tool_set_gem (tool, &choice, RING_GEM_LIT);
  g_assert_true (ring_test_tap (tool, FRONT, 0, -11));
  gem = ring_test_only_gem (design);
  g_assert_cmpstr (gem.id, ==, ring_tool_get_gem (tool));
  g_assert_cmpuint (gem.cut, ==, RING_CUT_OVAL);
  g_assert_cmpstr (gem.species->id, ==, "sapphire");
  g_assert_cmpuint (gem.style, ==, RING_GEM_LIT);
  g_assert_cmpfloat_with_epsilon (gem.length, 8, 1e-9);
  g_assert_cmpfloat_with_epsilon (gem.place.angle, 0, 1e-9);
  /* The culet clears the finger. */
  g_assert_cmpfloat_with_epsilon (
      gem.place.height - gem.depth * (1 - ring_cut_crown_part (gem.cut)), RING_GEM_CLEARANCE, 1e-3);
  g_assert_true (ring_design_undo (design));
  g_assert_cmpuint (n_gems (design), ==, 0);
}

/* From above: to the right is round the finger, down the paper is towards the viewer. */
static void
test_place_from_above (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_GEM, design);
  RingGem gem;

  g_assert_true (ring_test_tap (tool, TOP, 4, 2));
  gem = ring_test_only_gem (design);
  g_assert_cmpfloat (gem.place.angle, <, -10);
  g_assert_cmpfloat_with_epsilon (gem.place.offset, 2, 1e-6);
}

static void
test_refused (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_GEM, design);
  RingSample sample = { .x = 5, .y = 5, .pressure = 0.5 };
  g_autoptr (GError) error = NULL;

  g_assert_false (ring_tool_begin (tool, PAGE, RING_TEST_PIXEL, &sample, 0, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
  g_clear_error (&error);
  ring_design_set_read_only (design, TRUE);
  g_assert_false (ring_tool_begin (tool, FRONT, RING_TEST_PIXEL, &sample, 0, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_READ_ONLY);
  g_assert_cmpuint (n_gems (design), ==, 0);
}

/* The angle of a tap in the finger's hole is that of the gem above it: it means this one, not a
 * second one in the same place. Another stone beside it is another stone. */
static void
test_tap_at_its_angle (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_GEM, design);
  RingView *front = FRONT;
  g_autofree char *id = NULL;

  g_assert_true (ring_test_tap (tool, front, 0, -11));
  id = g_strdup (ring_test_only_gem (design).id);
  g_assert_false (ring_test_tap (tool, FRONT, 0.3, -3));
  g_assert_cmpuint (n_gems (design), ==, 1);
  g_assert_cmpstr (ring_tool_get_gem (tool), ==, id);
  g_assert_true (ring_test_tap (tool, FRONT, 8, -8));
  g_assert_cmpuint (n_gems (design), ==, 2);
}

/* The pen may look for the place while it is down. */
static void
test_place_by_drag (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_GEM, design);

  drag (tool, FRONT, (RingPoint){ 0, -11 }, (RingPoint){ -11, 0 }, 8, 20);
  g_assert_true (ring_tool_end (tool));
  g_assert_cmpfloat_with_epsilon (ring_test_only_gem (design).place.angle, 90, 1e-9);
  g_assert_true (ring_design_undo (design));
  g_assert_cmpuint (n_gems (design), ==, 0);
}

/* A tap on a gem tells which one it is and changes nothing. */
static void
test_tap_on_gem (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_GEM, design);
  RingView *front = FRONT;
  g_autofree char *id = NULL;

  g_assert_true (ring_test_tap (tool, front, 0, -12));
  id = g_strdup (ring_tool_get_gem (tool));
  g_assert_false (ring_test_tap (tool, FRONT, 1, -12.2));
  g_assert_cmpstr (ring_tool_get_gem (tool), ==, id);
  g_assert_cmpuint (n_gems (design), ==, 1);
  g_assert_false (ring_test_tap (tool, TOP, 2, 2));
  g_assert_cmpstr (ring_tool_get_gem (tool), ==, id);
}

/* Seen while it is moved, and one step, also when the hand rested on the way. */
static void
test_move (gconstpointer data)
{
  gint64 pause = GPOINTER_TO_INT (data);
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_GEM, design);

  ring_test_tap (tool, FRONT, 0, -12);
  drag (tool, FRONT, (RingPoint){ 0, -12 }, (RingPoint){ 12, 0.001 }, 9,
        pause);
  g_assert_cmpfloat (ring_test_only_gem (design).place.angle, <, -80);
  g_assert_true (ring_tool_end (tool));
  g_assert_cmpfloat_with_epsilon (ring_test_only_gem (design).place.angle, -90, 1e-3);
  g_assert_true (ring_design_undo (design));
  g_assert_cmpfloat_with_epsilon (ring_test_only_gem (design).place.angle, 0, 1e-9);
  g_assert_true (ring_design_undo (design));
  g_assert_cmpuint (n_gems (design), ==, 0);
  g_unsetenv ("RINGWRIGHT_NOW");
}

static void
test_cancel (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_GEM, design);

  ring_test_tap (tool, FRONT, 0, -12);
  drag (tool, FRONT, (RingPoint){ 0, -12 }, (RingPoint){ 9, -8 }, 5,
        1500);
  g_assert_cmpfloat (ring_test_only_gem (design).place.angle, <, -30);
  ring_tool_cancel (tool);
  g_assert_cmpfloat_with_epsilon (ring_test_only_gem (design).place.angle, 0, 1e-9);
  g_unsetenv ("RINGWRIGHT_NOW");
}

/* A step that somebody undoes under the pen is theirs: neither the end of the drag nor its being
 * cancelled takes another one back. */
static void
test_undo_in_drag (gconstpointer data)
{
  gboolean cancels = GPOINTER_TO_INT (data);
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingTool) tool = ring_tool_new (RING_TOOL_GEM, design);
  RingSample sample = { .x = 11, .y = -2, .pressure = 0.5, .time = 50 };

  ring_test_tap (tool, FRONT, 0, -12);
  drag (tool, FRONT, (RingPoint){ 0, -12 }, (RingPoint){ 9, -8 }, 5, 20);
  g_assert_true (ring_design_undo (design));
  ring_test_stop_clock (200000);
  ring_tool_update (tool, &sample, 1);
  g_assert_cmpfloat_with_epsilon (ring_test_only_gem (design).place.angle, 0, 1e-9);
  if (cancels)
    ring_tool_cancel (tool);
  else
    g_assert_false (ring_tool_end (tool));
  g_assert_cmpfloat_with_epsilon (ring_test_only_gem (design).place.angle, 0, 1e-9);
  g_assert_true (ring_design_get_can_redo (design));
  g_unsetenv ("RINGWRIGHT_NOW");
}

/* Where a gem is seen is a point that means its place, in every view that shows its side. */
static void
test_places (void)
{
  static const RingViewsKind kinds[] = { RING_VIEWS_FRONT, RING_VIEWS_TOP, RING_VIEWS_SIDE,
                                         RING_VIEWS_THREE_QUARTER, RING_VIEWS_STRIP };
  RingBand band
      = { .circumference = 54.4, .profile = RING_PROFILE_D, .width = 3, .thickness = 1.8 };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (int angle = -150; angle <= 180; angle += 30)
      for (double offset = -1.5; offset < 2; offset += 1.5)
        {
          RingGem gem = { .cut = RING_CUT_ROUND,
                          .species = ring_species_get (0),
                          .length = 3,
                          .width = 3,
                          .depth = 1.8,
                          .place = { .angle = angle, .offset = offset, .height = 2 } };
          RingPlace place = gem.place;
          RingGemLook look;
          RingPoint at;

          ring_gem_look (&gem, &band, kinds[k], 4, &look, &at);
          /* What is turned away is another place's point. */
          if (kinds[k] != RING_VIEWS_FRONT && kinds[k] != RING_VIEWS_STRIP && look.toward.z < 0.3)
            continue;
          g_assert_true (ring_gem_is_at (&gem, &band, kinds[k], at, 0.1));
          g_assert_false (
              ring_gem_is_at (&gem, &band, kinds[k], (RingPoint){ at.x + 4, at.y }, 0.1));
          place.angle += 5;
          place.offset += 0.2;
          ring_gem_place_at (&place, &band, kinds[k], at);
          /* Edge on, small turns are no turns. */
          g_assert_cmpfloat_with_epsilon (cos ((place.angle - angle) * G_PI / 180), 1,
                                          kinds[k] == RING_VIEWS_SIDE ? 0.01 : 1e-6);
          if (kinds[k] == RING_VIEWS_FRONT)
            g_assert_cmpfloat_with_epsilon (place.offset, offset + 0.2, 1e-9);
          else
            g_assert_cmpfloat_with_epsilon (place.offset, offset, 1e-6);
        }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/tool-gem/place", test_place);
  g_test_add_func ("/tool-gem/place-from-above", test_place_from_above);
  g_test_add_func ("/tool-gem/refused", test_refused);
  g_test_add_func ("/tool-gem/tap-at-its-angle", test_tap_at_its_angle);
  g_test_add_func ("/tool-gem/place-by-drag", test_place_by_drag);
  g_test_add_func ("/tool-gem/tap-on-gem", test_tap_on_gem);
  g_test_add_data_func ("/tool-gem/move", GINT_TO_POINTER (20), test_move);
  g_test_add_data_func ("/tool-gem/move-with-rests", GINT_TO_POINTER (2500), test_move);
  g_test_add_data_func ("/tool-gem/undo-in-drag", GINT_TO_POINTER (FALSE), test_undo_in_drag);
  g_test_add_data_func ("/tool-gem/undo-in-drag-cancelled", GINT_TO_POINTER (TRUE), test_undo_in_drag);
  g_test_add_func ("/tool-gem/cancel", test_cancel);
  g_test_add_func ("/tool-gem/places", test_places);
  return ring_test_run ();
}
