/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The Difference in the real window, with the sample commission: the seam, the ring that is put back on the menu, the
 * label that is supposed, and the offer that is checked. */
#include <adwaita.h>

#include "ring-difference-stage.h"
#include "ring-difference-view.h"
#include "ring-told-window.h"
#include "ring-ui-test.h"

static void
set_animations (gboolean enabled)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", enabled, NULL);
}

static gboolean
has_stone (gpointer data)
{
  return ring_ui_get_record (data, RING_RECORD_STONE) != NULL;
}

/* The sample, seen in the Difference. */
static void
show_sample (RingUi *ui)
{
  g_autofree char *path = ring_test_source_path ("data/samples/commission.ring.svg");

  set_animations (FALSE);
  ring_ui_act (ui, "open-path", path);
  g_assert_true (ring_test_wait (has_stone, ui, RING_UI_DEADLINE));
  ring_ui_act (ui, "show-view", "difference");
  ring_ui_iterate ();
}

static RingDifferenceView *
get_view (RingUi *ui)
{
  return ring_ui_find (ui, RING_TYPE_DIFFERENCE_VIEW);
}

/* How many losses have dropped out. */
static guint
count_lost (RingUi *ui)
{
  return ring_ui_count_labels (ring_ui_find (ui, RING_TYPE_DIFFERENCE_STAGE), "→");
}

static gboolean
is_one_lost (gpointer data)
{
  return count_lost (data) >= 1;
}

static gboolean
are_two_lost (gpointer data)
{
  return count_lost (data) >= 2;
}

static gboolean
is_back (gpointer data)
{
  return ring_difference_view_get_back (get_view (data)) == 0;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Held, all that no menu keeps drops out; let go, all returns. Without animations both are there at once. */
static void
test_put_back (RingUi *ui, gconstpointer data)
{
  RingDifferenceStage *stage;

  show_sample (ui);
  stage = ring_ui_find (ui, RING_TYPE_DIFFERENCE_STAGE);
  g_assert_cmpuint (count_lost (ui), ==, 0);
  g_assert_cmpuint (ring_ui_count_labels (GTK_WIDGET (stage), "8.12 × 5.94 mm"), ==, 1);
  ring_difference_stage_hold (stage, TRUE);
  g_assert_cmpfloat (ring_difference_view_get_back (get_view (ui)), ==, 1);
  g_assert_cmpuint (count_lost (ui), >=, 5);
  g_assert_cmpuint (ring_ui_count_labels (GTK_WIDGET (stage), "3 revisions → none"), ==, 1);
  ring_difference_stage_hold (stage, FALSE);
  g_assert_cmpfloat (ring_difference_view_get_back (get_view (ui)), ==, 0);
  g_assert_cmpuint (count_lost (ui), ==, 0);
}

/* With animations it takes its time, part by part, and what was drawn stays as it is. */
static void
test_part_by_part (RingUi *ui, gconstpointer data)
{
  RingDifferenceStage *stage;
  RingDrawing *drawing;

  show_sample (ui);
  stage = ring_ui_find (ui, RING_TYPE_DIFFERENCE_STAGE);
  drawing = ring_ui_drawing (ui);
  set_animations (TRUE);
  ring_difference_stage_hold (stage, TRUE);
  g_assert_cmpfloat (ring_difference_view_get_back (get_view (ui)), <, 0.5);
  g_assert_true (ring_test_wait (is_one_lost, ui, RING_UI_DEADLINE));
  g_assert_cmpfloat (ring_difference_view_get_back (get_view (ui)), <, 1);
  g_assert_true (ring_test_wait (are_two_lost, ui, RING_UI_DEADLINE));
  ring_difference_stage_hold (stage, FALSE);
  g_assert_true (ring_test_wait (is_back, ui, RING_UI_DEADLINE));
  g_assert_true (ring_ui_drawing (ui) == drawing);
  set_animations (FALSE);
}

static void
test_seam (RingUi *ui, gconstpointer data)
{
  RingDifferenceView *view;
  guint notified = 0;

  show_sample (ui);
  view = get_view (ui);
  g_assert_cmpfloat (ring_difference_view_get_position (view), ==, 0.5);
  g_signal_connect_swapped (view, "notify::position", G_CALLBACK (count_cb), &notified);
  ring_difference_view_set_position (view, 2);
  g_assert_cmpfloat (ring_difference_view_get_position (view), ==, 1);
  ring_difference_view_set_position (view, 1);
  ring_difference_view_set_position (view, -1);
  g_assert_cmpfloat (ring_difference_view_get_position (view), ==, 0);
  g_assert_cmpuint (notified, ==, 2);
  /* It stands where it stood when the words change. */
  adw_combo_row_set_selected (ring_ui_find_row (ui, "Suppose the label said"), 2);
  ring_ui_iterate ();
  g_assert_cmpfloat (ring_difference_view_get_position (view), ==, 0);
}

/* "Handmade" has to answer for what "custom" need not: the sample says nothing of how it is made. */
static void
test_word (RingUi *ui, gconstpointer data)
{
  AdwComboRow *row;

  show_sample (ui);
  row = ring_ui_find_row (ui, "Suppose the label said");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Tested now: “custom”");
  adw_combo_row_set_selected (row, 1 + RING_WORD_HANDMADE);
  ring_ui_iterate ();
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Tested now: “handmade”");
  g_assert_cmpuint (ring_ui_count_labels (GTK_WIDGET (ui->window), "16 CFR 23.3"), >=, 1);
}

static RingToldWindow *
find_told (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (RING_IS_TOLD_WINDOW (l->data))
      return l->data;
  return NULL;
}

static gpointer
find_row_in (GtkWidget *widget, const char *title)
{
  gpointer found = NULL;

  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row_in (child, title);
  return found;
}

/* Nothing told, nothing known; a word and a menu ask for a drawing; the page is saved. */
static void
test_offer (RingUi *ui, gconstpointer data)
{
  g_autofree char *path = ring_ui_path (ui, "questions.svg");
  g_autofree char *text = NULL;
  RingToldWindow *told;
  GtkWidget *minutes;

  show_sample (ui);
  ring_ui_act (ui, "check-offer", NULL);
  told = find_told ();
  g_assert_nonnull (told);
  g_assert_cmpuint (ring_ui_count_labels (GTK_WIDGET (told), "not known"), ==, 12);
  adw_combo_row_set_selected (find_row_in (GTK_WIDGET (told), "The word that was used"), 1 + RING_WORD_BESPOKE);
  adw_combo_row_set_selected (find_row_in (GTK_WIDGET (told), "What was chosen"), 1);
  minutes = find_row_in (GTK_WIDGET (told), "Minutes to design it");
  gtk_editable_set_text (GTK_EDITABLE (minutes), "0,5");
  g_assert_cmpuint (ring_ui_count_labels (GTK_WIDGET (told), "ask about this"), ==, 3);
  g_assert_cmpuint (ring_ui_count_labels (GTK_WIDGET (told), "Is there a drawing that I sign"), ==, 1);
  g_assert_false (gtk_widget_has_css_class (minutes, "error"));
  gtk_editable_set_text (GTK_EDITABLE (minutes), "soon");
  g_assert_true (gtk_widget_has_css_class (minutes, "error"));
  g_assert_cmpuint (ring_ui_count_labels (GTK_WIDGET (told), "ask about this"), ==, 2);
  ring_told_window_save (told, path);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (g_strstr_len (text, -1, "<svg"));
  gtk_window_destroy (GTK_WINDOW (told));
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  adw_init ();
#define ADD(name, func) \
  g_test_add ("/difference-page/" name, RingUi, NULL, ring_ui_set_up, func, ring_ui_tear_down)
  ADD ("put-back", test_put_back);
  ADD ("part-by-part", test_part_by_part);
  ADD ("seam", test_seam);
  ADD ("word", test_word);
  ADD ("offer", test_offer);
#undef ADD
  return ring_test_run ();
}
