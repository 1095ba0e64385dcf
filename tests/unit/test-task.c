/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tasks: their days, their order, ticked and corrected. */
#include "ring-error.h"
#include "ring-task.h"
#include "ring-test-model.h"
#include "ring-test.h"

#include <string.h>

/* 2026-11-27, noon. */
#define NOW 1795780800000

static void
add (RingDesign *design, const char *text)
{
  g_autoptr (GError) error = NULL;
  RingEdit *edit = ring_task_add (design, text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (edit);
  ring_test_commit (design, edit);
}

/* The texts in the order of the list, each with its day, ticked ones with a tick. */
static void
assert_list (RingDesign *design, const char *expected)
{
  g_autoptr (GArray) list = ring_task_list (ring_design_get_drawing (design), NOW);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const RingTask *task = &g_array_index (list, RingTask, i);
      g_autofree char *one = ring_task_format (task);

      g_string_append_printf (text, "%s%s%s", i > 0 ? "; " : "", task->done != NULL ? "v " : "", one);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static char *
find (RingDesign *design, const char *text)
{
  g_autoptr (GArray) list = ring_task_list (ring_design_get_drawing (design), NOW);

  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (g_array_index (list, RingTask, i).text, text))
      return g_strdup (g_array_index (list, RingTask, i).id);
  g_assert_not_reached ();
}

static void
test_order (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autofree char *id = NULL;

  g_setenv ("RINGWRIGHT_NOW", G_STRINGIFY (NOW), TRUE);
  add (design, "Sweep");
  add (design, "Order the claws @+10");
  add (design, "  Ask for the certificate@28.11.2026 ");
  add (design, "Mail a@b @2026-11-26");
  assert_list (design, "Mail a@b @2026-11-26; Ask for the certificate @2026-11-28; "
                       "Order the claws @2026-12-07; Sweep");
  id = find (design, "Ask for the certificate");
  ring_test_commit (design, ring_task_set_done (design, id, TRUE));
  assert_list (design, "Mail a@b @2026-11-26; Order the claws @2026-12-07; Sweep; "
                       "v Ask for the certificate @2026-11-28");
  g_assert_null (ring_task_set_done (design, id, TRUE));
  ring_test_commit (design, ring_task_set_done (design, id, FALSE));
  ring_design_undo (design);
  ring_test_commit (design, ring_task_remove (design, id));
  assert_list (design, "Mail a@b @2026-11-26; Order the claws @2026-12-07; Sweep");
  g_unsetenv ("RINGWRIGHT_NOW");
}

static void
test_days_left (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (GArray) list = NULL;

  g_setenv ("RINGWRIGHT_NOW", G_STRINGIFY (NOW), TRUE);
  add (design, "late @2026-11-20");
  add (design, "today @+0");
  add (design, "later @+3");
  list = ring_task_list (ring_design_get_drawing (design), NOW);
  g_assert_cmpint (g_array_index (list, RingTask, 0).days, ==, -7);
  g_assert_cmpint (g_array_index (list, RingTask, 1).days, ==, 0);
  g_assert_cmpint (g_array_index (list, RingTask, 2).days, ==, 3);
  g_unsetenv ("RINGWRIGHT_NOW");
}

static void
test_correct (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  add (design, "Order the claws @2026-12-07");
  id = find (design, "Order the claws");
  g_assert_null (ring_task_correct (design, id, "Order the claws @2026-12-07", &error));
  g_assert_no_error (error);
  ring_test_commit (design, ring_task_correct (design, id, "Order six claws", &error));
  assert_list (design, "Order six claws");
  g_assert_null (ring_task_correct (design, id, "Order @soon", &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
  assert_list (design, "Order six claws");
}

static void
test_nothing (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autofree char *long_text = g_strnfill (3 * RING_TASK_MAX_CHARS, 'a');
  g_autoptr (GError) error = NULL;
  g_autofree char *none = g_strdup ("none");

  g_assert_null (ring_task_add (design, " \t\n", &error));
  g_assert_null (ring_task_correct (design, none, "Words", &error));
  g_assert_null (ring_task_set_done (design, none, TRUE));
  g_assert_no_error (error);
  add (design, long_text);
  {
    g_autoptr (GArray) list = ring_task_list (ring_design_get_drawing (design), NOW);

    g_assert_cmpuint (strlen (g_array_index (list, RingTask, 0).text), ==, RING_TASK_MAX_CHARS);
  }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/task/order", test_order);
  g_test_add_func ("/task/days-left", test_days_left);
  g_test_add_func ("/task/correct", test_correct);
  g_test_add_func ("/task/nothing", test_nothing);
  return ring_test_run ();
}
