/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The Bench's panel in the real window: rows become records and follow undo. */
#include <string.h>

#include "ring-bench-page.h"
#include "ring-bench-panel.h"
#include "ring-ring-chooser.h"
#include "ring-rings.h"
#include "ring-size-fields.h"
#include "ring-ui-test.h"
#include "ring-view-row.h"

static void
test_client (RingUi *ui, gconstpointer data)
{
  GtkEditable *row = ring_ui_find_row (ui, "Client");

  ring_ui_show_bench (ui);
  gtk_editable_set_text (row, "Ada Lovelace");
  g_assert_cmpstr (ring_record_get (ring_ui_get_record (ui, RING_RECORD_COMMISSION), "client"), ==, "Ada Lovelace");
  ring_ui_act (ui, "undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "");
  ring_ui_act (ui, "redo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "Ada Lovelace");
}

static void
test_numbers (RingUi *ui, gconstpointer data)
{
  GtkSpinButton *spin = ring_ui_find_in (ring_ui_find_row (ui, "Band width, mm"), GTK_TYPE_SPIN_BUTTON);
  double width;

  ring_ui_show_bench (ui);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "–");
  gtk_editable_set_text (GTK_EDITABLE (spin), "2,35");
  gtk_spin_button_update (spin);
  g_assert_true (ring_record_get_number (ring_ui_get_record (ui, RING_RECORD_RING), "width", &width));
  g_assert_cmpfloat_with_epsilon (width, 2.35, 1e-9);
  gtk_editable_set_text (GTK_EDITABLE (spin), "–");
  gtk_spin_button_update (spin);
  g_assert_null (ring_record_get (ring_ui_get_record (ui, RING_RECORD_RING), "width"));
}

/* A band 55 mm wide is a slip of the hand: nothing changes, and one sentence says so. */
static void
test_refused (RingUi *ui, gconstpointer data)
{
  static const char *const wrong[] = { "55", "0.1", "-2", "wide" };
  GtkSpinButton *spin = ring_ui_find_in (ring_ui_find_row (ui, "Base width, mm"), GTK_TYPE_SPIN_BUTTON);
  RingBenchPanel *panel = ring_ui_find (ui, RING_TYPE_BENCH_PANEL);
  g_autofree char *said = NULL;
  double width;

  ring_ui_show_bench (ui);
  g_signal_connect (panel, "message", G_CALLBACK (ring_ui_keep_cb), &said);
  gtk_editable_set_text (GTK_EDITABLE (spin), "1.8");
  gtk_spin_button_update (spin);
  g_assert_null (said);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (spin), wrong[i]);
      gtk_spin_button_update (spin);
      g_assert_nonnull (said);
      g_assert_nonnull (strstr (said, wrong[i]));
      g_clear_pointer (&said, g_free);
      g_assert_true (ring_record_get_number (ring_ui_get_record (ui, RING_RECORD_RING), "base-width", &width));
      g_assert_cmpfloat (width, ==, 1.8);
    }
  /* Steps go from nothing to the least that there is, and back. */
  gtk_spin_button_set_value (spin, 0);
  g_assert_null (ring_record_get (ring_ui_get_record (ui, RING_RECORD_RING), "base-width"));
  gtk_spin_button_spin (spin, GTK_SPIN_STEP_FORWARD, 0.05);
  g_assert_cmpstr (ring_record_get (ring_ui_get_record (ui, RING_RECORD_RING), "base-width"), ==, "0.3");
  gtk_spin_button_spin (spin, GTK_SPIN_STEP_BACKWARD, 0.05);
  g_assert_null (ring_record_get (ring_ui_get_record (ui, RING_RECORD_RING), "base-width"));
}

/* The band's weight is the one of its section. */
static void
test_weight (RingUi *ui, gconstpointer data)
{
  AdwActionRow *weight = ring_ui_find_row (ui, "Weight");
  AdwComboRow *profile = ring_ui_find_row (ui, "Band profile");
  g_autoptr (RingRecord) gold = NULL;
  RingEdit *edit;
  GtkEntry *size = ring_ui_find_in (ring_ui_find (ui, RING_TYPE_SIZE_FIELDS), GTK_TYPE_ENTRY);
  static const char *const rows[][2] = { { "Band width, mm", "4" }, { "Band thickness, mm", "1.8" } };

  ring_ui_show_bench (ui);
  g_object_set (ring_ui_find (ui, RING_TYPE_SIZE_FIELDS), "system", "iso", NULL);
  gtk_editable_set_text (GTK_EDITABLE (size), "54");
  g_signal_emit_by_name (size, "activate");
  adw_combo_row_set_selected (profile, 3); /* flat */
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkSpinButton *spin = ring_ui_find_in (ring_ui_find_row (ui, rows[i][0]), GTK_TYPE_SPIN_BUTTON);

      gtk_editable_set_text (GTK_EDITABLE (spin), rows[i][1]);
      gtk_spin_button_update (spin);
    }
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (weight), "429."));
  edit = ring_edit_new (ring_ui_drawing (ui), "Metal");
  gold = ring_record_with (ring_ui_get_record (ui, RING_RECORD_RING), "alloy", "18ky");
  ring_edit_set_record (edit, gold);
  ring_design_commit (ring_window_get_design (ui->window), edit);
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (weight), "6.67 g"));
  g_object_set (ring_ui_find (ui, RING_TYPE_SIZE_FIELDS), "system", "us", NULL);
}

static void
test_combo (RingUi *ui, gconstpointer data)
{
  AdwComboRow *row = ring_ui_find_row (ui, "Band profile");

  ring_ui_show_bench (ui);
  adw_combo_row_set_selected (row, 2);
  g_assert_cmpstr (ring_record_get (ring_ui_get_record (ui, RING_RECORD_RING), "profile"), ==, "court");
  ring_ui_act (ui, "undo", NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
}

/* What may not be changed offers no change. */
static void
test_read_only (RingUi *ui, gconstpointer data)
{
  static const char *const names[]
      = { "add-view",   "remove-view",  "scale-view", "projection", "add-ring", "new-size", "say",
          "add-underlay", "known-length", "lock-underlay", "delete", "duplicate", "cut", "paste" };
  static const char *const rows[] = { "Client", "Inscription" };
  GtkTextView *story;
  RingDesign *design = ring_window_get_design (ui->window);

  ring_ui_show_bench (ui);
  ring_ui_pin_stone (ui);
  g_action_group_activate_action (G_ACTION_GROUP (ui->window), "select-all", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (ui->window), names[i]));
  ring_design_set_read_only (design, TRUE);
  ring_ui_iterate ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (ui->window), names[i]));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (ui->window), "copy"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gtk_editable_set_text (ring_ui_find_row (ui, rows[i]), "Anna");
      ring_ui_iterate ();
      g_assert_cmpstr (gtk_editable_get_text (ring_ui_find_row (ui, rows[i])), ==, "");
    }
  story = ring_ui_find_in (ring_ui_find (ui, RING_TYPE_BENCH_PANEL), GTK_TYPE_TEXT_VIEW);
  g_assert_false (gtk_text_view_get_editable (story));
}

/* Views are added, scaled and removed from the panel, which keeps up with undo. */
static void
test_views (RingUi *ui, gconstpointer data)
{
  GtkWidget *panel = ring_ui_find (ui, RING_TYPE_BENCH_PANEL);
  const RingViewHead *head;
  g_autofree char *id = NULL;

  ring_ui_show_bench (ui);
  g_assert_cmpuint (ring_ui_count_in (panel, RING_TYPE_VIEW_ROW), ==, 6);
  ring_ui_act (ui, "add-view", "side");
  g_assert_cmpuint (ring_ui_count_in (panel, RING_TYPE_VIEW_ROW), ==, 7);
  head = ring_view_get_head (ring_drawing_get_view (ring_ui_drawing (ui), 6));
  g_assert_cmpint (head->kind, ==, RING_VIEW_SIDE);
  id = g_strdup (head->id);
  gtk_widget_activate_action (panel, "win.scale-view", "(sd)", id, 10.0);
  g_assert_cmpfloat (ring_view_get_head (ring_drawing_find_view (ring_ui_drawing (ui), id))->scale, ==, 10);
  ring_ui_act (ui, "remove-view", id);
  g_assert_cmpuint (ring_ui_count_in (panel, RING_TYPE_VIEW_ROW), ==, 6);
  ring_ui_act (ui, "undo", NULL);
  g_assert_cmpuint (ring_ui_count_in (panel, RING_TYPE_VIEW_ROW), ==, 7);
  ring_ui_act (ui, "undo", NULL);
  ring_ui_act (ui, "undo", NULL);
  g_assert_cmpuint (ring_ui_count_in (panel, RING_TYPE_VIEW_ROW), ==, 6);
  ring_ui_act (ui, "projection", "first");
  g_assert_cmpstr (ring_record_get (ring_ui_get_record (ui, RING_RECORD_RING), "projection"), ==, "first");
  ring_ui_act (ui, "undo", NULL);
  g_assert_null (ring_record_get (ring_ui_get_record (ui, RING_RECORD_RING), "projection"));
}

/* The form, the list of views and the actions are of the ring that is chosen; one that undo takes away
 * is followed by the first. */
static void
test_rings (RingUi *ui, gconstpointer data)
{
  GtkWidget *panel = ring_ui_find (ui, RING_TYPE_BENCH_PANEL);
  GtkWidget *chooser = ring_ui_find (ui, RING_TYPE_RING_CHOOSER);
  GtkWidget *list = ring_ui_find_in (chooser, GTK_TYPE_DROP_DOWN);
  GtkEditable *label;

  ring_ui_show_bench (ui);
  g_assert_false (gtk_widget_get_visible (list));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (ui->window), "remove-ring"));
  ring_ui_act (ui, "add-ring", "fitted");
  g_assert_true (gtk_widget_get_visible (list));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (list)), ==, 1);
  g_assert_cmpuint (ring_ui_count_in (panel, RING_TYPE_VIEW_ROW), ==, 6);
  label = ring_ui_find_row (ui, "What this ring is called");
  gtk_editable_set_text (label, "Her band");
  g_assert_cmpstr (ring_record_get (ring_rings_get (ring_ui_drawing (ui), 1), "label"), ==,
                   "Her band");
  g_assert_cmpstr (gtk_string_object_get_string (
                       gtk_drop_down_get_selected_item (GTK_DROP_DOWN (list))),
                   ==, "Her band");
  ring_ui_act (ui, "add-view", "side");
  g_assert_cmpuint (ring_ui_count_in (panel, RING_TYPE_VIEW_ROW), ==, 7);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), 0);
  g_assert_cmpuint (ring_ui_count_in (panel, RING_TYPE_VIEW_ROW), ==, 6);
  g_assert_cmpstr (gtk_editable_get_text (label), ==, "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), 1);
  ring_ui_act (ui, "remove-ring", NULL);
  g_assert_cmpuint (ring_rings_get_n (ring_ui_drawing (ui)), ==, 1);
  g_assert_false (gtk_widget_get_visible (list));
  g_assert_cmpuint (ring_ui_count_in (panel, RING_TYPE_VIEW_ROW), ==, 6);
  ring_ui_act (ui, "undo", NULL);
  g_assert_true (gtk_widget_get_visible (list));
  while (ring_rings_get_n (ring_ui_drawing (ui)) > 1)
    ring_ui_act (ui, "undo", NULL);
  g_assert_cmpstr (ring_bench_panel_get_ring (RING_BENCH_PANEL (panel)), ==,
                   ring_record_get_id (ring_rings_get (ring_ui_drawing (ui), 0)));
}

static GtkWidget *
talk_entry (RingUi *ui)
{
  return ring_ui_find_in (ring_ui_find (ui, RING_TYPE_TALK_GROUP), GTK_TYPE_ENTRY);
}

static void
say (RingUi *ui, const char *who, const char *text)
{
  ring_ui_act (ui, "say", who);
  gtk_editable_set_text (GTK_EDITABLE (talk_entry (ui)), text);
  g_signal_emit_by_name (talk_entry (ui), "activate");
  ring_ui_iterate ();
}

/* What is said goes into the design with one key and Enter; a row comes back into the field. */
static void
test_talk (RingUi *ui, gconstpointer data)
{
  GtkWidget *group = ring_ui_find (ui, RING_TYPE_TALK_GROUP);
  AdwActionRow *row;

  ring_ui_show_bench (ui);
  say (ui, "client", "Lower, please");
  g_assert_cmpstr (ring_record_get (ring_ui_get_record (ui, RING_RECORD_ENTRY), "who"), ==, "client");
  g_assert_cmpstr (ring_record_get (ring_ui_get_record (ui, RING_RECORD_ENTRY), "text"), ==, "Lower, please");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (talk_entry (ui))), ==, "");
  g_assert_cmpuint (ring_ui_count_in (group, ADW_TYPE_ACTION_ROW), ==, 1);
  for (guint i = 0; i < 9; i++)
    say (ui, "jeweler", "As low as the culet allows <2 mm>");
  /* The latest eight, and a row for all ten. */
  g_assert_cmpuint (ring_ui_count_in (group, ADW_TYPE_ACTION_ROW), ==, 9);
  g_signal_emit_by_name (ring_ui_find_row (ui, "Show All 10"), "activated");
  ring_ui_iterate ();
  g_assert_cmpuint (ring_ui_count_in (group, ADW_TYPE_ACTION_ROW), ==, 10);

  row = ring_ui_find_row (ui, "Lower, please");
  g_signal_emit_by_name (row, "activated");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (talk_entry (ui))), ==, "Lower, please");
  gtk_editable_set_text (GTK_EDITABLE (talk_entry (ui)), "Much lower, please");
  g_signal_emit_by_name (talk_entry (ui), "activate");
  g_assert_cmpstr (ring_record_get (ring_ui_get_record (ui, RING_RECORD_ENTRY), "text"), ==,
                   "Much lower, please");
  g_assert_cmpuint (ring_ui_count_in (group, ADW_TYPE_ACTION_ROW), ==, 10);
  for (guint i = 0; i < 11; i++)
    ring_ui_act (ui, "undo", NULL);
  g_assert_null (ring_ui_get_record (ui, RING_RECORD_ENTRY));
  g_assert_cmpuint (ring_ui_count_in (group, ADW_TYPE_ACTION_ROW), ==, 0);
}

/* Another design is shown with its own times, be its words the same. */
static void
test_talk_elsewhere (RingUi *ui, gconstpointer data)
{
  RingTalkGroup *group = ring_ui_find (ui, RING_TYPE_TALK_GROUP);
  g_autoptr (RingDesign) other = ring_design_new ();
  g_autoptr (RingRecord) earlier = NULL;
  g_autofree char *now = NULL;
  RingEdit *edit;

  ring_ui_show_bench (ui);
  say (ui, "client", "Lower, please");
  now = g_strdup (adw_action_row_get_subtitle (ring_ui_find_row (ui, "Lower, please")));
  earlier = ring_record_with (ring_ui_get_record (ui, RING_RECORD_ENTRY), "at",
                              "2019-03-01T10:00:00Z");
  edit = ring_edit_new (ring_design_get_drawing (other), "Earlier");
  ring_edit_set_record (edit, earlier);
  ring_design_commit (other, edit);
  ring_talk_group_set_design (group, other);
  g_assert_cmpstr (adw_action_row_get_subtitle (ring_ui_find_row (ui, "Lower, please")), !=, now);
  ring_talk_group_set_design (group, ring_window_get_design (ui->window));
  g_assert_cmpstr (adw_action_row_get_subtitle (ring_ui_find_row (ui, "Lower, please")), ==, now);
}

/* The status keeps the day, the balance counts a deposit once it is paid, and no day is refused. */
static void
test_order (RingUi *ui, gconstpointer data)
{
  GtkWidget *panel = ring_ui_find (ui, RING_TYPE_BENCH_PANEL);
  AdwComboRow *status;
  GtkSpinButton *quote, *deposit;
  AdwActionRow *balance;
  g_autofree char *said = NULL;
  GtkWidget *promised;

  g_setenv ("RINGWRIGHT_NOW", "1795600000000", TRUE);
  ring_ui_show_bench (ui);
  status = ring_ui_find_row (ui, "Status");
  adw_combo_row_set_selected (status, 2);
  g_assert_cmpstr (ring_record_get (ring_ui_get_record (ui, RING_RECORD_COMMISSION), "status"), ==, "quoted");
  g_assert_cmpstr (ring_record_get (ring_ui_get_record (ui, RING_RECORD_COMMISSION), "dates"), ==,
                   "quoted=2026-11-25");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (status)), ==,
                   "Since 25 November 2026");
  adw_combo_row_set_selected (ring_ui_find_row (ui, "Currency"), 1);
  quote = ring_ui_find_in (ring_ui_find_row (ui, "Quote"), GTK_TYPE_SPIN_BUTTON);
  deposit = ring_ui_find_in (ring_ui_find_row (ui, "Deposit"), GTK_TYPE_SPIN_BUTTON);
  balance = ring_ui_find_row (ui, "To pay");
  gtk_spin_button_set_value (quote, 5200);
  gtk_spin_button_set_value (deposit, 1500);
  g_assert_cmpstr (adw_action_row_get_subtitle (balance), ==, "5200 EUR");
  gtk_switch_set_active (
      ring_ui_find_in (ring_ui_find_row (ui, "Deposit is paid"), GTK_TYPE_SWITCH), TRUE);
  g_assert_cmpstr (adw_action_row_get_subtitle (balance), ==, "3700 EUR");

  g_signal_connect (panel, "message", G_CALLBACK (ring_ui_keep_cb), &said);
  promised = ring_ui_find_row (ui, "Promised for");
  gtk_editable_set_text (GTK_EDITABLE (promised), "24.12.2026");
  g_signal_emit_by_name (promised, "entry-activated");
  g_assert_null (said);
  g_assert_cmpstr (ring_record_get (ring_ui_get_record (ui, RING_RECORD_COMMISSION), "promised"), ==,
                   "2026-12-24");
  gtk_editable_set_text (GTK_EDITABLE (promised), "when it is ready");
  g_signal_emit_by_name (promised, "entry-activated");
  g_assert_nonnull (strstr (said, "when it is ready"));
  g_assert_cmpstr (ring_record_get (ring_ui_get_record (ui, RING_RECORD_COMMISSION), "promised"), ==,
                   "2026-12-24");
  g_signal_handlers_disconnect_by_data (panel, &said);
  g_unsetenv ("RINGWRIGHT_NOW");
}

/* What changed while another page was shown is there when the Bench is. */
static void
test_unseen (RingUi *ui, gconstpointer data)
{
  GtkWidget *panel = ring_ui_find (ui, RING_TYPE_BENCH_PANEL);

  ring_ui_act (ui, "add-view", "side");
  g_assert_cmpuint (ring_drawing_get_n_views (ring_ui_drawing (ui)), ==, 7);
  ring_ui_show_bench (ui);
  g_assert_cmpuint (ring_ui_count_in (panel, RING_TYPE_VIEW_ROW), ==, 7);
  ring_ui_act (ui, "show-view", "catalogue");
  ring_ui_act (ui, "undo", NULL);
  g_assert_cmpuint (ring_ui_count_in (panel, RING_TYPE_VIEW_ROW), ==, 6);
}

/* Shows the Bench, where the layers are listed, and finds one's eye; the lock is beside it. */
static GtkToggleButton *
find_eye (RingUi *ui)
{
  GtkWidget *menu;

  ring_ui_show_bench (ui);
  menu = ring_ui_find_in (ring_ui_find_row (ui, "Ink"), GTK_TYPE_MENU_BUTTON);
  return GTK_TOGGLE_BUTTON (gtk_widget_get_next_sibling (menu));
}

static void
test_layers (RingUi *ui, gconstpointer data)
{
  GtkToggleButton *eye = find_eye (ui);
  RingDrawing *before = ring_ui_drawing (ui);

  g_assert_true (gtk_toggle_button_get_active (eye));
  gtk_toggle_button_set_active (eye, FALSE);
  g_assert_true (ring_ui_drawing (ui) != before);
  ring_ui_act (ui, "undo", NULL);
  g_assert_true (gtk_toggle_button_get_active (eye));
}

static double
get_opacity (RingUi *ui, RingLayerRole role)
{
  RingView *page = ring_drawing_get_view_by_kind (ring_ui_drawing (ui), RING_VIEW_PAGE);

  return ring_layer_get_head (ring_view_get_layer_by_role (page, role))->opacity;
}

/* A drag of the slider is one step. */
static void
test_opacity (RingUi *ui, gconstpointer data)
{
  GtkWidget *row;
  GtkRange *scale;
  GtkMenuButton *button;

  ring_ui_show_bench (ui);
  row = ring_ui_find_row (ui, "Ink");
  scale = ring_ui_find_in (row, GTK_TYPE_SCALE);
  button = ring_ui_find_in (row, GTK_TYPE_MENU_BUTTON);
  g_assert_cmpstr (gtk_menu_button_get_label (button), ==, "100 %");
  for (guint percent = 95; percent >= 40; percent -= 5)
    gtk_range_set_value (scale, percent);
  g_assert_cmpfloat_with_epsilon (get_opacity (ui, RING_ROLE_INK), 0.4, 1e-9);
  g_assert_cmpstr (gtk_menu_button_get_label (button), ==, "40 %");
  ring_ui_act (ui, "undo", NULL);
  g_assert_cmpfloat (get_opacity (ui, RING_ROLE_INK), ==, 1);
  g_assert_cmpstr (gtk_menu_button_get_label (button), ==, "100 %");
  ring_ui_act (ui, "redo", NULL);
  g_assert_cmpfloat (gtk_range_get_value (scale), ==, 40);
}

/* What is locked or hidden takes no ink, and says so. */
static void
test_lock (RingUi *ui, gconstpointer data)
{
  RingCanvas *canvas = ring_ui_find (ui, RING_TYPE_CANVAS);
  GtkWidget *eye = GTK_WIDGET (find_eye (ui));
  GtkWidget *lock = gtk_widget_get_next_sibling (eye);
  /* The page's own corner, where no view lies. */
  RingSample sample = { .x = 3, .y = 3, .pressure = 0.5 };

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (lock), TRUE);
  g_assert_false (ring_canvas_feed_sample (canvas, RING_CANVAS_DOWN, &sample, RING_CANVAS_PEN));
  ring_ui_act (ui, "undo", NULL);
  g_assert_true (ring_canvas_feed_sample (canvas, RING_CANVAS_DOWN, &sample, RING_CANVAS_PEN));
  ring_canvas_feed_sample (canvas, RING_CANVAS_UP, &sample, RING_CANVAS_PEN);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  adw_init ();
#define ADD(name, func) g_test_add ("/bench-panel/" name, RingUi, NULL, ring_ui_set_up, func, ring_ui_tear_down)
  ADD ("client", test_client);
  ADD ("numbers", test_numbers);
  ADD ("refused", test_refused);
  ADD ("weight", test_weight);
  ADD ("combo", test_combo);
  ADD ("read-only", test_read_only);
  ADD ("views", test_views);
  ADD ("rings", test_rings);
  ADD ("talk", test_talk);
  ADD ("talk-elsewhere", test_talk_elsewhere);
  ADD ("order", test_order);
  ADD ("unseen", test_unseen);
  ADD ("layers", test_layers);
  ADD ("lock", test_lock);
  ADD ("opacity", test_opacity);
#undef ADD
  return ring_test_run ();
}
