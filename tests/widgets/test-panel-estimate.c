/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Estimate and making in the panel of the Bench. */
#include <string.h>

#include "ring-bench-panel.h"
#include "ring-estimate-group.h"
#include "ring-estimate.h"
#include "ring-making-group.h"
#include "ring-ui-test.h"

static void
write_row (RingUi *ui, const char *title, const char *text)
{
  gtk_editable_set_text (ring_ui_find_row (ui, title), text);
  g_signal_emit_by_name (ring_ui_find_row (ui, title), "entry-activated");
  ring_ui_iterate ();
}

static gboolean
has_rate (RingUi *ui, const char *name)
{
  return ring_estimate_find_own (ring_ui_drawing (ui), name) != NULL;
}

static const char *
get (RingUi *ui, const char *kind, const char *name)
{
  return ring_record_get (ring_ui_get_record (ui, kind), name);
}

/* The Catalogue has a row of this name, too. */
static void
set_metal (RingUi *ui)
{
  g_autoptr (RingRecord) ring
      = ring_record_with (ring_ui_get_record (ui, RING_RECORD_RING), "alloy", "18ky");
  RingEdit *edit = ring_edit_new (ring_ui_drawing (ui), "Metal");

  ring_edit_set_record (edit, ring);
  g_assert_true (ring_design_commit (ring_window_get_design (ui->window), edit));
}

static gboolean
shows_price_row (gpointer ui)
{
  /* Beside ten for work and terms. */
  return ring_ui_count_in (ring_ui_find (ui, RING_TYPE_ESTIMATE_GROUP), ADW_TYPE_ENTRY_ROW) > 10;
}

/* A design without a price says so and has no quote; with each row that is filled a line gets its
 * amount; what is wrong is refused, and the row stays marked. */
static void
test_estimate (RingUi *ui, gconstpointer data)
{
  RingBenchPanel *panel = ring_ui_find (ui, RING_TYPE_BENCH_PANEL);
  GtkWidget *group = ring_ui_find (ui, RING_TYPE_ESTIMATE_GROUP);
  g_autofree char *said = NULL;

  ring_ui_show_bench (ui);
  g_signal_connect (panel, "message", G_CALLBACK (ring_ui_keep_cb), &said);
  set_metal (ui);
  g_assert_true (ring_test_wait (shows_price_row, ui, RING_UI_DEADLINE));
  write_row (ui, "Hours at the bench", "a day");
  g_assert_nonnull (said);
  g_assert_true (gtk_widget_has_css_class (ring_ui_find_row (ui, "Hours at the bench"), "error"));
  g_clear_pointer (&said, g_free);
  write_row (ui, "Hours at the bench", "10,5");
  g_assert_cmpstr (get (ui, RING_RECORD_ESTIMATE, "hours"), ==, "10.5");
  write_row (ui, "Tax, %", "120 %");
  g_assert_nonnull (said);
  g_clear_pointer (&said, g_free);
  write_row (ui, "Tax, %", "19 %");
  g_assert_cmpstr (get (ui, RING_RECORD_ESTIMATE, "tax"), ==, "19");
  write_row (ui, "18K yellow gold, per gram", "a lot");
  g_assert_nonnull (said);
  g_assert_false (has_rate (ui, "metal/18ky"));
  g_clear_pointer (&said, g_free);
  write_row (ui, "18K yellow gold, per gram", "78,40");
  g_assert_true (has_rate (ui, "metal/18ky"));
  g_assert_true (ring_test_wait (shows_price_row, ui, RING_UI_DEADLINE));
  write_row (ui, "Bench work, per hour", "65");
  g_assert_true (has_rate (ui, "hour"));
  g_assert_null (said);
  g_assert_null (get (ui, RING_RECORD_COMMISSION, "quote"));
  g_assert_cmpuint (ring_ui_count_in (group, ADW_TYPE_EXPANDER_ROW), ==, 5);
  g_signal_handlers_disconnect_by_data (panel, &said);
}

/* One choice is one step, and the words follow it; a card of its own can be added and removed. */
static void
test_making (RingUi *ui, gconstpointer data)
{
  GtkWidget *group = ring_ui_find (ui, RING_TYPE_MAKING_GROUP);
  AdwComboRow *begin;

  ring_ui_show_bench (ui);
  begin = ring_ui_find_row (ui, "Begin with");
  g_assert_cmpuint (ring_ui_count_labels (group, "not known"), ==, 2);
  adw_combo_row_set_selected (begin, 1);
  g_assert_cmpstr (get (ui, RING_RECORD_PART, "method"), ==, "fabricated");
  g_assert_cmpstr (get (ui, RING_RECORD_MAKING, "mould"), ==, "none");
  g_assert_cmpuint (adw_combo_row_get_selected (begin), ==, 0);
  g_assert_cmpuint (ring_ui_count_labels (group, "By hand, or led by hand"), >=, 2);
  /* The part is handmade; whether there is one only, nobody has said. */
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ring_ui_find_row (ui, "Handmade")), "Every part"));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ring_ui_find_row (ui, "One of a kind")), "how many pieces"));
  gtk_editable_set_text (ring_ui_find_row (ui, "The supplier’s number"), "4711");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ring_ui_find_row (ui, "Handmade")), "was bought"));
  ring_ui_act (ui, "undo", NULL);
  g_assert_null (get (ui, RING_RECORD_PART, "number"));
  ring_ui_act (ui, "undo", NULL);
  g_assert_null (ring_ui_get_record (ui, RING_RECORD_PART));
  g_assert_null (ring_ui_get_record (ui, RING_RECORD_OPERATION));
  g_assert_cmpuint (ring_ui_count_labels (group, "not known"), ==, 2);
}

#define ADD(name, function) \
  g_test_add ("/panel-estimate/" name, RingUi, NULL, ring_ui_set_up, function, ring_ui_tear_down)

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  adw_init ();
  ADD ("estimate", test_estimate);
  ADD ("making", test_making);
  return ring_test_run ();
}
