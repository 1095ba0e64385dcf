/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The finger size in the panel of the Bench: typed, shown before it is done, taken, refused. */
#include <math.h>

#include "ring-bench-page.h"
#include "ring-size-fields.h"
#include "ring-size.h"
#include "ring-ui-test.h"

static void
test_size (RingUi *ui, gconstpointer data)
{
  GtkWidget *fields = ring_ui_find (ui, RING_TYPE_SIZE_FIELDS);
  GtkEntry *us = ring_ui_find_in (fields, GTK_TYPE_ENTRY);
  double size;

  ring_ui_show_bench (ui);
  gtk_editable_set_text (GTK_EDITABLE (us), "7");
  g_signal_emit_by_name (us, "activate");
  g_assert_true (ring_record_get_number (ring_ui_get_record (ui, RING_RECORD_RING), "size", &size));
  g_assert_cmpfloat_with_epsilon (size, 54.42, 0.05);
  g_assert_cmpstr (ring_record_get (ring_ui_get_record (ui, RING_RECORD_RING), "size-system"), ==, "us");
  /* What is no size changes nothing and says so. */
  gtk_editable_set_text (GTK_EDITABLE (us), "enormous");
  g_signal_emit_by_name (us, "activate");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (us), "error"));
  g_assert_true (ring_record_get_number (ring_ui_get_record (ui, RING_RECORD_RING), "size", &size));
  g_assert_cmpfloat_with_epsilon (size, 54.42, 0.05);
  gtk_editable_set_text (GTK_EDITABLE (us), "");
  g_signal_emit_by_name (us, "activate");
  g_assert_null (ring_record_get (ring_ui_get_record (ui, RING_RECORD_RING), "size"));
}

/* The shop's system is how a size is read and shown; it changes no size. */
static void
test_size_systems (RingUi *ui, gconstpointer data)
{
  RingSizeFields *fields = ring_ui_find (ui, RING_TYPE_SIZE_FIELDS);
  GtkWidget *entry = ring_ui_find_in (GTK_WIDGET (fields), GTK_TYPE_ENTRY);
  GtkDropDown *chooser = ring_ui_find_in (GTK_WIDGET (fields), GTK_TYPE_DROP_DOWN);
  g_autofree char *system = NULL;
  double size;

  ring_ui_show_bench (ui);
  for (guint i = 0; i < RING_SIZE_N_SYSTEMS; i++)
    {
      g_autofree char *text = ring_size_format ((RingSizeSystem) i, 50 + 1.3 * i, NULL);
      double wanted;

      gtk_drop_down_set_selected (chooser, i);
      gtk_editable_set_text (GTK_EDITABLE (entry), text);
      g_signal_emit_by_name (entry, "activate");
      g_assert_true (ring_size_parse ((RingSizeSystem) i, text, &wanted, NULL));
      g_assert_true (ring_record_get_number (ring_ui_get_record (ui, RING_RECORD_RING), "size", &size));
      g_assert_cmpfloat_with_epsilon (size, wanted, 0.0006);
      g_assert_cmpstr (ring_record_get (ring_ui_get_record (ui, RING_RECORD_RING), "size-system"), ==,
                       ring_size_system_id ((RingSizeSystem) i));
    }
  gtk_drop_down_set_selected (chooser, RING_SIZE_ISO);
  gtk_editable_set_text (GTK_EDITABLE (entry), "54,2");
  g_signal_emit_by_name (entry, "activate");
  g_object_set (fields, "system", "uk", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "N½");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (ring_record_get_number (ring_ui_get_record (ui, RING_RECORD_RING), "size", &size));
  g_assert_cmpfloat (size, ==, 54.2);
  g_object_get (fields, "system", &system, NULL);
  g_assert_cmpstr (system, ==, "uk");
  g_object_set (fields, "system", "us", NULL);
}

static const RingItem *
first_stroke (RingUi *ui)
{
  RingView *view = ring_drawing_get_view_by_kind (ring_ui_drawing (ui), RING_VIEW_FRONT);

  return ring_layer_get_item (ring_view_get_layer_by_role (view, RING_ROLE_INK), 0);
}

static void
draw_in_front (RingUi *ui)
{
  RingCanvas *canvas = ring_ui_find (ui, RING_TYPE_CANVAS);
  RingView *view = ring_drawing_get_view_by_kind (ring_ui_drawing (ui), RING_VIEW_FRONT);
  RingPoint origin = ring_view_get_head (view)->origin;
  RingSample sample = { .x = origin.x, .y = origin.y - 40, .pressure = 0.5 };

  ring_ui_act (ui, "instrument", "pen");
  ring_canvas_feed_sample (canvas, RING_CANVAS_DOWN, &sample, RING_CANVAS_PEN);
  sample.x += 6;
  sample.time = 30;
  ring_canvas_feed_sample (canvas, RING_CANVAS_MOVE, &sample, RING_CANVAS_PEN);
  g_assert_true (ring_canvas_feed_sample (canvas, RING_CANVAS_UP, &sample, RING_CANVAS_PEN));
  ring_ui_iterate ();
}

/* What is drawn stays, or goes with the finger circle, as the choice beside the field says. */
static void
test_size_carries (RingUi *ui, gconstpointer data)
{
  RingSizeFields *fields = ring_ui_find (ui, RING_TYPE_SIZE_FIELDS);
  GtkWidget *entry = ring_ui_find_in (GTK_WIDGET (fields), GTK_TYPE_ENTRY);
  RingRect before, after;

  ring_ui_show_bench (ui);
  draw_in_front (ui);
  before = ring_item_get_bounds (first_stroke (ui));
  gtk_editable_set_text (GTK_EDITABLE (entry), "8");
  g_signal_emit_by_name (entry, "activate");
  after = ring_item_get_bounds (first_stroke (ui));
  g_assert_cmpfloat (after.y0, ==, before.y0);

  g_object_set (fields, "carries", TRUE, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "9");
  g_signal_emit_by_name (entry, "activate");
  after = ring_item_get_bounds (first_stroke (ui));
  /* A US size is 0.4064 mm of radius. */
  g_assert_cmpfloat_with_epsilon (hypot (after.x0 - before.x0, after.y0 - before.y0), 0.4064, 0.001);
  ring_ui_act (ui, "undo", NULL);
  g_assert_cmpfloat (ring_item_get_bounds (first_stroke (ui)).y0, ==, before.y0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "8");
  g_object_set (fields, "carries", FALSE, NULL);
}

/* One tap asks for another size: what is typed then replaces the old one. */
static void
test_new_size (RingUi *ui, gconstpointer data)
{
  GtkWidget *entry = ring_ui_find_in (ring_ui_find (ui, RING_TYPE_SIZE_FIELDS), GTK_TYPE_ENTRY);
  int start, end;

  ring_ui_show_bench (ui);
  gtk_editable_set_text (GTK_EDITABLE (entry), "8");
  g_signal_emit_by_name (entry, "activate");
  ring_ui_act (ui, "new-size", NULL);
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (entry), &start, &end));
  g_assert_cmpint (end - start, ==, 1);
}

static void
count_cb (gpointer fields, gpointer edit, guint *n)
{
  *n = edit != NULL ? *n + 1 : 0;
}

/* What is typed is shown and not done, until it is meant; what is no size shows nothing. */
static void
test_size_preview (RingUi *ui, gconstpointer data)
{
  RingSizeFields *fields = ring_ui_find (ui, RING_TYPE_SIZE_FIELDS);
  GtkWidget *entry = ring_ui_find_in (GTK_WIDGET (fields), GTK_TYPE_ENTRY);
  GtkWidget *panel = ring_ui_find (ui, RING_TYPE_BENCH_PANEL);
  RingDrawing *before;
  guint shown = 0;

  ring_ui_show_bench (ui);
  before = ring_ui_drawing (ui);
  g_signal_connect (fields, "preview", G_CALLBACK (count_cb), &shown);
  gtk_editable_set_text (GTK_EDITABLE (entry), "9");
  g_assert_cmpuint (shown, ==, 1);
  g_assert_cmpuint (ring_ui_count_labels (panel, "Enter takes it"), ==, 1);
  g_assert_true (ring_ui_drawing (ui) == before);
  gtk_editable_set_text (GTK_EDITABLE (entry), "9x");
  g_assert_cmpuint (shown, ==, 0);
  g_assert_cmpuint (ring_ui_count_labels (panel, "Enter takes it"), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "9.5");
  g_assert_cmpuint (shown, ==, 1);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (shown, ==, 0);
  g_assert_false (ring_ui_drawing (ui) == before);
  g_signal_handlers_disconnect_by_func (fields, count_cb, &shown);
}

/* Nonsense, and then the size that it is, in other words: nothing is wrong any more. */
static void
test_size_right_again (RingUi *ui, gconstpointer data)
{
  RingSizeFields *fields = ring_ui_find (ui, RING_TYPE_SIZE_FIELDS);
  GtkWidget *entry = ring_ui_find_in (GTK_WIDGET (fields), GTK_TYPE_ENTRY);

  ring_ui_show_bench (ui);
  gtk_editable_set_text (GTK_EDITABLE (entry), "8");
  g_signal_emit_by_name (entry, "activate");
  for (int carries = 0; carries < 2; carries++)
    {
      g_object_set (fields, "carries", carries, NULL);
      gtk_editable_set_text (GTK_EDITABLE (entry), "large");
      g_signal_emit_by_name (entry, "activate");
      g_assert_true (gtk_widget_has_css_class (entry, "error"));
      gtk_editable_set_text (GTK_EDITABLE (entry), "8.0");
      g_signal_emit_by_name (entry, "activate");
      g_assert_false (gtk_widget_has_css_class (entry, "error"));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "8");
    }
  g_object_set (fields, "carries", FALSE, NULL);
}

/* How wide the gauge was that measured the finger, one step that undo takes back. */
static void
test_gauge (RingUi *ui, gconstpointer data)
{
  AdwActionRow *row = ring_ui_find_row (ui, "Measured with a gauge of, mm");
  GtkSpinButton *spin = ring_ui_find_in (GTK_WIDGET (row), GTK_TYPE_SPIN_BUTTON);

  ring_ui_show_bench (ui);
  gtk_spin_button_set_value (spin, 5.5);
  g_assert_cmpstr (ring_record_get (ring_ui_get_record (ui, RING_RECORD_RING), "gauge"), ==, "5.5");
  ring_ui_act (ui, "undo", NULL);
  g_assert_null (ring_record_get (ring_ui_get_record (ui, RING_RECORD_RING), "gauge"));
}

/* What the price includes, and how much of it is used: the first revision is the design itself. */
static void
test_revisions_included (RingUi *ui, gconstpointer data)
{
  AdwActionRow *row = ring_ui_find_row (ui, "Revisions included");
  GtkSpinButton *spin = ring_ui_find_in (GTK_WIDGET (row), GTK_TYPE_SPIN_BUTTON);

  ring_ui_show_bench (ui);
  gtk_spin_button_set_value (spin, 2);
  g_assert_cmpstr (ring_record_get (ring_ui_get_record (ui, RING_RECORD_COMMISSION), "revisions"), ==, "2");
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "0 used of 2 that are included");
  ring_ui_act (ui, "new-revision", NULL);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "0 used of 2 that are included");
  /* A revision of what is kept already is none: something changes before the next one. */
  gtk_spin_button_set_value (ring_ui_find_in (ring_ui_find_row (ui, "Band width, mm"), GTK_TYPE_SPIN_BUTTON), 3);
  ring_ui_act (ui, "new-revision", NULL);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "1 used of 2 that are included");
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  adw_init ();
#define ADD(name, func) g_test_add ("/panel-size/" name, RingUi, NULL, ring_ui_set_up, func, ring_ui_tear_down)
  ADD ("size", test_size);
  ADD ("systems", test_size_systems);
  ADD ("carries", test_size_carries);
  ADD ("preview", test_size_preview);
  ADD ("new", test_new_size);
  ADD ("right-again", test_size_right_again);
  ADD ("gauge", test_gauge);
  ADD ("revisions-included", test_revisions_included);
#undef ADD
  return ring_test_run ();
}
