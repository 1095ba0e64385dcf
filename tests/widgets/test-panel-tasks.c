/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to do, in the panel of the real window. */
#include <adwaita.h>

#include "ring-task-group.h"
#include "ring-ui-test.h"

static GtkWidget *
entry (RingUi *ui)
{
  return ring_ui_find_in (ring_ui_find (ui, RING_TYPE_TASK_GROUP), GTK_TYPE_ENTRY);
}

static void
write_task (RingUi *ui, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry (ui)), text);
  g_signal_emit_by_name (entry (ui), "activate");
  ring_ui_iterate ();
}

static const char *
get (RingUi *ui, const char *field)
{
  return ring_record_get (ring_ui_get_record (ui, RING_RECORD_TASK), field);
}

/* Written, corrected by its row, ticked; each one step back. */
static void
test_tasks (RingUi *ui, gconstpointer data)
{
  GtkWidget *group = ring_ui_find (ui, RING_TYPE_TASK_GROUP);
  GtkCheckButton *check;

  ring_ui_show_bench (ui);
  write_task (ui, "Order <six> claws @2031-02-03");
  g_assert_cmpstr (get (ui, "text"), ==, "Order <six> claws");
  g_assert_cmpstr (get (ui, "due"), ==, "2031-02-03");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry (ui))), ==, "");
  g_assert_cmpuint (ring_ui_count_labels (group, "2031-02-03"), ==, 1);

  g_signal_emit_by_name (ring_ui_find_row (ui, "Order <six> claws"), "activated");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry (ui))), ==,
                   "Order <six> claws @2031-02-03");
  write_task (ui, "Order eight claws");
  g_assert_cmpstr (get (ui, "text"), ==, "Order eight claws");
  g_assert_null (get (ui, "due"));

  check = ring_ui_find_in (ring_ui_find_row (ui, "Order eight claws"), GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (check, TRUE);
  ring_ui_iterate ();
  g_assert_nonnull (get (ui, "done"));
  check = ring_ui_find_in (ring_ui_find_row (ui, "Order eight claws"), GTK_TYPE_CHECK_BUTTON);
  g_assert_true (gtk_check_button_get_active (check));
  for (guint i = 0; i < 3; i++)
    ring_ui_act (ui, "undo", NULL);
  g_assert_null (ring_ui_get_record (ui, RING_RECORD_TASK));
  g_assert_cmpuint (ring_ui_count_in (group, ADW_TYPE_ACTION_ROW), ==, 0);
}

/* What is no day is said, and stays in the field for another try. */
static void
test_no_day (RingUi *ui, gconstpointer data)
{
  g_autofree char *message = NULL;

  ring_ui_show_bench (ui);
  g_signal_connect (ring_ui_find (ui, RING_TYPE_TASK_GROUP), "refused", G_CALLBACK (ring_ui_keep_cb),
                    &message);
  write_task (ui, "Order claws @soon");
  g_assert_nonnull (message);
  g_assert_nonnull (strstr (message, "soon"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry (ui))), ==, "Order claws @soon");
  g_assert_null (ring_ui_get_record (ui, RING_RECORD_TASK));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  adw_init ();
#define ADD(name, func) g_test_add ("/tasks/" name, RingUi, NULL, ring_ui_set_up, func, ring_ui_tear_down)
  ADD ("tasks", test_tasks);
  ADD ("no-day", test_no_day);
#undef ADD
  return ring_test_run ();
}
