/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Cards of stones in the panel of the Bench. */
#include <string.h>

#include "ring-bench-panel.h"
#include "ring-custody-row.h"
#include "ring-stone-card.h"
#include "ring-ui-test.h"

static void
write_row (RingUi *ui, const char *title, const char *text)
{
  gtk_editable_set_text (ring_ui_find_row (ui, title), text);
  g_signal_emit_by_name (ring_ui_find_row (ui, title), "entry-activated");
}

/* A stone's card says what it refuses, as the ring's form does; the words stay to be mended. */
static void
test_stone_refused (RingUi *ui, gconstpointer data)
{
  static const char *const wrong[][2] = {
    { "Size, mm", "6000 x 4" }, { "Carat", "heavy" },       { "Cost", "2450" },
    { "Due back", "soon" },     { "Cut in the year", "99" },
  };
  RingBenchPanel *panel = ring_ui_find (ui, RING_TYPE_BENCH_PANEL);
  const RingRecord *stone;
  g_autofree char *said = NULL;

  ring_ui_show_bench (ui);
  ring_ui_pin_stone (ui);
  g_signal_connect (panel, "message", G_CALLBACK (ring_ui_keep_cb), &said);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      GtkWidget *row = ring_ui_find_row (ui, wrong[i][0]);

      write_row (ui, wrong[i][0], wrong[i][1]);
      g_assert_nonnull (said);
      g_assert_true (gtk_widget_has_css_class (row, "error"));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, wrong[i][1]);
      g_clear_pointer (&said, g_free);
      g_assert_cmpuint (ring_record_get_n_fields (ring_ui_get_record (ui, RING_RECORD_STONE)), ==, 0);
    }
  write_row (ui, "Size, mm", "8.12 x 5.94 x 4.1");
  write_row (ui, "Cost", "2.450,00 €");
  g_assert_null (said);
  g_assert_false (gtk_widget_has_css_class (ring_ui_find_row (ui, "Size, mm"), "error"));
  stone = ring_ui_get_record (ui, RING_RECORD_STONE);
  g_assert_cmpstr (ring_record_get (stone, "length"), ==, "8.12");
  g_assert_cmpstr (ring_record_get (stone, "cost-currency"), ==, "EUR");
  g_assert_cmpstr (gtk_editable_get_text (ring_ui_find_row (ui, "Cost")), ==, "2450 EUR");
  /* What was only looked at is not read again. */
  g_signal_emit_by_name (ring_ui_find_row (ui, "Size, mm"), "entry-activated");
  g_assert_true (stone == ring_ui_get_record (ui, RING_RECORD_STONE));
  g_signal_handlers_disconnect_by_data (panel, &said);
}

/* The card shows what will print, and what will not and why; a stone that is overdue says so while
 * its card is closed. The clock stands on 22 November. */
static void
test_stone_words (RingUi *ui, gconstpointer data)
{
  AdwExpanderRow *card;
  AdwComboRow *status;

  ring_ui_show_bench (ui);
  ring_ui_pin_stone (ui);
  card = ring_ui_find (ui, RING_TYPE_STONE_CARD);
  status = ring_ui_find_row (ui, "Status");
  gtk_editable_set_text (ring_ui_find_row (ui, "Name"), "Natural ruby");
  g_assert_cmpuint (ring_ui_count_labels (GTK_WIDGET (card), "16 CFR 23.27"), ==, 1);
  adw_combo_row_set_selected (ring_ui_find_row (ui, "Provenance"), 3);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (card)), ==, "Laboratory-grown ruby");
  g_assert_cmpuint (ring_ui_count_labels (GTK_WIDGET (card), "Laboratory-grown ruby; laboratory-grown;"), ==, 1);
  adw_combo_row_set_selected (status, 3);
  write_row (ui, "Due back", "2026-11-19");
  g_assert_nonnull (strstr (adw_expander_row_get_subtitle (card), "On approval · 3 days overdue"));
  g_assert_cmpuint (ring_ui_count_labels (GTK_WIDGET (card), "; on approval"), ==, 1);
  write_row (ui, "Due back", "+9");
  g_assert_nonnull (strstr (adw_expander_row_get_subtitle (card), "due back in 9 days"));
  adw_combo_row_set_selected (status, 4);
  g_assert_null (strstr (adw_expander_row_get_subtitle (card), "due"));
}

/* A log of one line, a line that is refused, a line that is marked, and all of it taken back. */
static void
test_stone_custody (RingUi *ui, gconstpointer data)
{
  RingBenchPanel *panel = ring_ui_find (ui, RING_TYPE_BENCH_PANEL);
  g_autofree char *said = NULL;
  GtkWidget *row;

  ring_ui_show_bench (ui);
  ring_ui_pin_stone (ui);
  row = ring_ui_find (ui, RING_TYPE_CUSTODY_ROW);
  gtk_editable_set_text (ring_ui_find_row (ui, "From whom or with whom"), "Ana Ruiz");
  write_row (ui, "Weighed, ct", "1.58");
  g_assert_cmpstr (ring_record_get (ring_ui_get_record (ui, RING_RECORD_CUSTODY), "event"), ==, "received");
  g_assert_cmpuint (ring_ui_count_labels (row, "2026-11-22 · Ana Ruiz · 1.58 ct"), ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (ring_ui_find_row (ui, "Weighed, ct")), ==, "");
  g_signal_connect (panel, "message", G_CALLBACK (ring_ui_keep_cb), &said);
  write_row (ui, "Weighed, ct", "light");
  g_assert_nonnull (said);
  g_signal_handlers_disconnect_by_data (panel, &said);
  adw_combo_row_set_selected (ring_ui_find_row (ui, "What"), 8);
  write_row (ui, "Weighed, ct", "1.40");
  g_assert_cmpuint (ring_ui_count_labels (row, "0.18 ct less than before"), ==, 1);
  ring_ui_act (ui, "undo", NULL);
  g_assert_cmpuint (ring_ui_count_labels (row, "less than before"), ==, 0);
  ring_ui_act (ui, "undo", NULL);
  g_assert_cmpuint (ring_ui_count_labels (row, "Ana Ruiz"), ==, 0);
}

static void
test_stone (RingUi *ui, gconstpointer data)
{
  RingStoneCard *card;
  const RingRecord *stone;
  GtkEditable *name;

  ring_ui_show_bench (ui);
  ring_ui_pin_stone (ui);
  stone = ring_ui_get_record (ui, RING_RECORD_STONE);
  g_assert_nonnull (stone);
  card = ring_ui_find (ui, RING_TYPE_STONE_CARD);
  g_assert_cmpstr (ring_stone_card_get_stone (card), ==, ring_record_get_id (stone));
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (card)));
  name = ring_ui_find_row (ui, "Name");
  gtk_editable_set_text (name, "Grandmother’s <diamond> & co");
  g_assert_cmpstr (ring_record_get (ring_ui_get_record (ui, RING_RECORD_STONE), "name"), ==,
                   "Grandmother’s <diamond> & co");
  g_assert_cmpuint (ring_drawing_count_items (ring_ui_drawing (ui), RING_ITEM_NOTE), ==, 1);

  /* Without its stone the card is gone; with it, it is there again. */
  while (ring_ui_get_record (ui, RING_RECORD_STONE) != NULL)
    ring_ui_act (ui, "undo", NULL);
  ring_ui_act (ui, "redo", NULL);
  g_assert_nonnull (ring_ui_find (ui, RING_TYPE_STONE_CARD));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  adw_init ();
#define ADD(name, func) g_test_add ("/panel-stones/" name, RingUi, NULL, ring_ui_set_up, func, ring_ui_tear_down)
  ADD ("card", test_stone);
  ADD ("refused", test_stone_refused);
  ADD ("words", test_stone_words);
  ADD ("custody", test_stone_custody);
#undef ADD
  return ring_test_run ();
}
