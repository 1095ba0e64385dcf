/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What client and jeweler said: kept with its time and place, corrected, removed. */
#include "ring-talk.h"
#include "ring-test-model.h"
#include "ring-test.h"
#include "ring-view-plan.h"

#include <string.h>

static void
say (RingDesign *design, gboolean jeweler, const char *text, const RingView *view, RingPoint point)
{
  RingEdit *edit = ring_talk_say (design, jeweler, text, view, point);

  g_assert_nonnull (edit);
  ring_test_commit (design, edit);
}

/* The entries as they are now; the strings live as long as this drawing does. */
static GArray *
list (RingDesign *design)
{
  return ring_talk_list (ring_design_get_drawing (design));
}

static void
test_say (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (GArray) talk = NULL;
  const RingTalk *one;

  g_setenv ("RINGWRIGHT_NOW", "1795600000000", TRUE);
  say (design, FALSE, "  It should sit low.\n", NULL, (RingPoint){ 0, 0 });
  g_setenv ("RINGWRIGHT_NOW", "1795600060000", TRUE);
  say (design, TRUE, "Then a <low> gallery & four claws", NULL, (RingPoint){ 0, 0 });
  talk = list (design);
  g_assert_cmpuint (talk->len, ==, 2);
  one = &g_array_index (talk, RingTalk, 0);
  g_assert_cmpstr (one->text, ==, "It should sit low.");
  g_assert_false (one->jeweler);
  g_assert_cmpint (one->at, ==, 1795600000000);
  one = &g_array_index (talk, RingTalk, 1);
  g_assert_cmpstr (one->text, ==, "Then a <low> gallery & four claws");
  g_assert_true (one->jeweler);
  g_assert_cmpint (one->at, ==, 1795600060000);
  g_unsetenv ("RINGWRIGHT_NOW");
}

static void
test_nothing (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autofree char *long_text = g_strnfill (3 * RING_TALK_MAX_CHARS, 'a');
  g_autoptr (GArray) talk = NULL;

  g_assert_null (ring_talk_say (design, FALSE, " \t\n", NULL, (RingPoint){ 0, 0 }));
  g_assert_null (ring_talk_correct (design, "no-such", FALSE, "Words"));
  say (design, FALSE, long_text, NULL, (RingPoint){ 0, 0 });
  talk = list (design);
  g_assert_cmpuint (strlen (g_array_index (talk, RingTalk, 0).text), ==, RING_TALK_MAX_CHARS);
}

/* The place goes with its view, and is forgotten with it. */
static void
test_place (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  RingView *view = ring_test_view (design, RING_VIEW_SIDE);
  g_autofree char *id = g_strdup (ring_view_get_head (view)->id);
  RingPoint origin = ring_view_get_head (view)->origin;
  RingPoint paper;

  say (design, FALSE, "This edge", view, (RingPoint){ 2, -9 });
  {
    g_autoptr (GArray) talk = list (design);

    g_assert_true (ring_talk_find_place (&g_array_index (talk, RingTalk, 0),
                                         ring_design_get_drawing (design), &paper));
    g_assert_cmpfloat_with_epsilon (paper.x, origin.x + 4 * 2, 1e-9);
    g_assert_cmpfloat_with_epsilon (paper.y, origin.y - 4 * 9, 1e-9);
  }
  ring_test_commit (design, ring_view_plan_remove (design, id, NULL));
  {
    g_autoptr (GArray) talk = list (design);

    g_assert_false (ring_talk_find_place (&g_array_index (talk, RingTalk, 0),
                                          ring_design_get_drawing (design), &paper));
  }
}

static void
test_correct (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autofree char *id = NULL;

  g_setenv ("RINGWRIGHT_NOW", "1795600000000", TRUE);
  say (design, FALSE, "Foor claws", NULL, (RingPoint){ 0, 0 });
  g_setenv ("RINGWRIGHT_NOW", "1795699999000", TRUE);
  {
    g_autoptr (GArray) talk = list (design);

    id = g_strdup (g_array_index (talk, RingTalk, 0).id);
  }
  g_assert_null (ring_talk_correct (design, id, FALSE, "Foor claws"));
  g_assert_null (ring_talk_correct (design, id, FALSE, " "));
  ring_test_commit (design, ring_talk_correct (design, id, TRUE, "Four claws"));
  {
    g_autoptr (GArray) talk = list (design);

    g_assert_cmpuint (talk->len, ==, 1);
    g_assert_cmpstr (g_array_index (talk, RingTalk, 0).text, ==, "Four claws");
    g_assert_true (g_array_index (talk, RingTalk, 0).jeweler);
    g_assert_cmpint (g_array_index (talk, RingTalk, 0).at, ==, 1795600000000);
  }
  ring_test_commit (design, ring_talk_remove (design, id));
  {
    g_autoptr (GArray) talk = list (design);

    g_assert_cmpuint (talk->len, ==, 0);
  }
  g_unsetenv ("RINGWRIGHT_NOW");
}

static void
draw (RingDesign *design, const char *id, double x)
{
  RingLayer *layer = ring_test_layer (design, RING_VIEW_PAGE, RING_LAYER_INK);
  RingSample samples[2]
      = { { .x = x, .pressure = 1 }, { .x = x + 5, .y = 2, .pressure = 1, .time = 40 } };
  RingStroke stroke = { .style = { RING_INSTRUMENT_FINE_LINER,
                                   { 0.3, 1, RING_PRESSURE_LINEAR, RING_SMOOTHING_EXACT },
                                   0x000000ff } };
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "Stroke");
  g_autoptr (RingSamples) list = ring_samples_new (samples, 2, 1795600000000 + (gint64) (1000 * x));
  g_autoptr (RingItem) item = NULL;

  stroke.samples = list;
  item = ring_item_new_stroke (id, &stroke);
  ring_edit_append_item (edit, ring_layer_get_head (layer)->id, item);
  ring_test_commit (design, edit);
}

/* What is drawn while somebody speaks is their entry, in one step; older strokes are not. */
static void
test_by_hand (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingDrawing) before = NULL;
  g_autoptr (GHashTable) ink = NULL;
  g_autoptr (GHashTable) views = NULL;
  g_autoptr (GArray) talk = NULL;
  const RingTalk *one;
  GPtrArray *strokes;

  draw (design, "sold", 0);
  before = ring_drawing_ref (ring_design_get_drawing (design));
  g_assert_null (ring_talk_write (design, FALSE, before, NULL, (RingPoint){ 0, 0 }));
  draw (design, "sone", 20);
  draw (design, "stwo", 10);
  ring_test_commit (design, ring_talk_write (design, FALSE, before,
                                             ring_test_view (design, RING_VIEW_FRONT),
                                             (RingPoint){ 1, 2 }));
  talk = list (design);
  one = &g_array_index (talk, RingTalk, 0);
  g_assert_cmpstr (one->text, ==, "");
  g_assert_cmpint (one->at, ==, 1795600010000);
  g_assert_nonnull (one->view);
  ink = ring_talk_collect_ink (ring_design_get_drawing (design), &views);
  strokes = g_hash_table_lookup (ink, one->ink);
  g_assert_cmpuint (strokes->len, ==, 2);
  g_assert_true (g_hash_table_lookup (views, one->ink) == ring_test_view (design, RING_VIEW_PAGE));
  g_assert_null (ring_item_get_group (
      ring_drawing_find_item (ring_design_get_drawing (design), "sold", NULL, NULL)));

  /* It may get words, and lose them again. */
  ring_test_commit (design, ring_talk_correct (design, one->id, TRUE, "Lower"));
  ring_test_commit (design, ring_talk_correct (design, one->id, TRUE, ""));
  g_array_unref (g_steal_pointer (&talk));
  ring_design_undo (design);
  ring_design_undo (design);
  ring_design_undo (design);
  talk = list (design);
  g_assert_cmpuint (talk->len, ==, 0);
  g_assert_null (ring_item_get_group (
      ring_drawing_find_item (ring_design_get_drawing (design), "sone", NULL, NULL)));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/talk/say", test_say);
  g_test_add_func ("/talk/nothing", test_nothing);
  g_test_add_func ("/talk/place", test_place);
  g_test_add_func ("/talk/correct", test_correct);
  g_test_add_func ("/talk/by-hand", test_by_hand);
  return ring_test_run ();
}
