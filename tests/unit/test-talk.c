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

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/talk/say", test_say);
  g_test_add_func ("/talk/nothing", test_nothing);
  g_test_add_func ("/talk/place", test_place);
  g_test_add_func ("/talk/correct", test_correct);
  return ring_test_run ();
}
