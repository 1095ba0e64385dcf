/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Cards of stones in the panel of the Bench. */
#include <string.h>

#include "ring-bench-panel.h"
#include "ring-custody-row.h"
#include "ring-photo-list.h"
#include "ring-photos-row.h"
#include "ring-recut-row.h"
#include "ring-take-in-row.h"
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
  /* What cannot be written down is not lost without a word. */
  g_clear_pointer (&said, g_free);
  g_signal_connect (panel, "message", G_CALLBACK (ring_ui_keep_cb), &said);
  ring_design_set_read_only (ring_window_get_design (ui->window), TRUE);
  write_row (ui, "Weighed, ct", "1.58");
  g_assert_nonnull (said);
  g_assert_cmpstr (gtk_editable_get_text (ring_ui_find_row (ui, "Weighed, ct")), ==, "1.58");
  ring_design_set_read_only (ring_window_get_design (ui->window), FALSE);
  g_signal_handlers_disconnect_by_data (panel, &said);
}

/* ------------------------------------------------------------------------- photos */

static GBytes *
new_png (guint32 pixel, int width)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, 30);
  char *data;
  gsize n;

  gdk_pixbuf_fill (pixbuf, pixel);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &n, "png", NULL, NULL));
  return g_bytes_new_take (data, n);
}

typedef struct
{
  RingUi *ui;
  guint n;
} Photos;

static gboolean
has_photos (gpointer data)
{
  const Photos *photos = data;
  const RingRecord *stone = ring_ui_get_record (photos->ui, RING_RECORD_STONE);
  g_autoptr (GPtrArray) list
      = ring_photo_list (ring_ui_drawing (photos->ui), ring_record_get_id (stone));

  return list->len == photos->n;
}

static void
wait_photos (RingUi *ui, guint n)
{
  Photos photos = { ui, n };

  g_assert_true (ring_test_wait (has_photos, &photos, RING_UI_DEADLINE));
}

static gboolean
is_said (gpointer said)
{
  return *(char **) said != NULL;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

/* The window of a photo that was opened. */
static GtkWindow *
find_photo_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      const char *title = gtk_window_get_title (window);

      if (title != NULL && g_str_has_prefix (title, "Photo "))
        return window;
    }
  return NULL;
}

/* From a file, from the clipboard, and what is neither; several are shown when the row is opened, each in
 * its place. */
static void
test_photos (RingUi *ui, gconstpointer data)
{
  RingBenchPanel *panel = ring_ui_find (ui, RING_TYPE_BENCH_PANEL);
  g_autofree char *path = ring_ui_path (ui, "stone.png");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) png = new_png (0x2b4a8cff, 40);
  g_autoptr (GBytes) other = new_png (0x8c4a2bff, 50);
  g_autoptr (GBytes) poem = g_bytes_new_static ("roses are red", 13);
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (other, NULL);
  g_autofree char *said = NULL;
  RingPhotosRow *row;

  ring_ui_show_bench (ui);
  ring_ui_pin_stone (ui);
  row = ring_ui_find (ui, RING_TYPE_PHOTOS_ROW);
  g_signal_connect (panel, "message", G_CALLBACK (ring_ui_keep_cb), &said);
  ring_test_write (path, g_bytes_get_data (png, NULL), (gssize) g_bytes_get_size (png));
  ring_photos_row_take_file (row, file);
  wait_photos (ui, 1);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "1 photo");
  g_assert_cmpuint (ring_ui_count_in (GTK_WIDGET (row), GTK_TYPE_PICTURE), ==, 1);
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (row)), texture);
  g_signal_emit_by_name (find_button (GTK_WIDGET (row), "Paste"), "clicked");
  wait_photos (ui, 2);
  g_assert_null (said);
  ring_photos_row_take_bytes (row, poem);
  g_assert_true (ring_test_wait (is_said, &said, RING_UI_DEADLINE));
  g_clear_pointer (&said, g_free);
  ring_photos_row_take_file (row, file);
  g_assert_true (ring_test_wait (is_said, &said, RING_UI_DEADLINE));
  g_assert_nonnull (strstr (said, "there already"));
  g_clear_pointer (&said, g_free);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (row)), "no picture");
  g_signal_emit_by_name (find_button (GTK_WIDGET (row), "Paste"), "clicked");
  g_assert_nonnull (said);
  wait_photos (ui, 2);
  ring_ui_act (ui, "undo", NULL);
  g_assert_cmpuint (ring_ui_count_in (GTK_WIDGET (row), GTK_TYPE_PICTURE), ==, 1);
  g_signal_handlers_disconnect_by_data (panel, &said);
}

/* As many as there are, in their order, wherever on the card they are dropped; nothing of it is nothing. */
static void
test_drop (RingUi *ui, gconstpointer data)
{
  const guint n = 40;
  GSList *files = NULL;
  g_autoptr (GPtrArray) list = NULL;
  GtkWidget *card;

  ring_ui_show_bench (ui);
  ring_ui_pin_stone (ui);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.png", i);
      g_autofree char *path = ring_ui_path (ui, name);
      g_autoptr (GBytes) png = new_png (0x2b4a8cff, 20 + (int) i);

      ring_test_write (path, g_bytes_get_data (png, NULL), (gssize) g_bytes_get_size (png));
      files = g_slist_append (files, g_file_new_for_path (path));
    }
  card = ring_ui_find (ui, RING_TYPE_STONE_CARD);
  g_assert_false (ring_ui_drop (card, NULL, (RingPoint){ 5, 5 }));
  g_assert_true (ring_ui_drop (card, files, (RingPoint){ 5, 5 }));
  g_slist_free_full (files, g_object_unref);
  wait_photos (ui, n);
  list = ring_photo_list (ring_ui_drawing (ui),
                          ring_record_get_id (ring_ui_get_record (ui, RING_RECORD_STONE)));
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (ring_photo_get_width (ring_record_get_photo (list->pdata[i])), ==, 20 + i);
}

/* Large: its caption, its place and its removal. */
static void
test_photo_window (RingUi *ui, gconstpointer data)
{
  g_autoptr (GBytes) png = new_png (0x2b4a8cff, 40);
  g_autoptr (GBytes) other = new_png (0x8c4a2bff, 50);
  RingPhotosRow *row;
  GtkWindow *window;
  GtkWidget *entry, *picture;

  ring_ui_show_bench (ui);
  ring_ui_pin_stone (ui);
  row = ring_ui_find (ui, RING_TYPE_PHOTOS_ROW);
  ring_photos_row_take_bytes (row, png);
  ring_photos_row_take_bytes (row, other);
  wait_photos (ui, 2);
  picture = ring_ui_find_in (GTK_WIDGET (row), GTK_TYPE_PICTURE);
  g_signal_emit_by_name (gtk_widget_get_parent (picture), "clicked");
  window = find_photo_window ();
  g_assert_nonnull (window);
  g_assert_cmpstr (gtk_window_get_title (window), ==, "Photo 1 of 2");
  entry = ring_ui_find_in (GTK_WIDGET (window), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "By daylight");
  g_assert_cmpstr (ring_record_get (ring_ui_get_record (ui, RING_RECORD_PHOTO), "caption"), ==, "By daylight");
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (gtk_widget_get_parent (picture)), "By daylight"));
  ring_ui_act (ui, "undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  /* Without photos there is nothing to be large. */
  while (ring_ui_get_record (ui, RING_RECORD_PHOTO) != NULL)
    ring_ui_act (ui, "undo", NULL);
  g_assert_null (find_photo_window ());
}

/* Taken in with one press; a risk that is ticked, words that may not be printed, and all taken back. */
static void
test_taken_in (RingUi *ui, gconstpointer data)
{
  GtkWidget *row;

  ring_ui_show_bench (ui);
  ring_ui_pin_stone (ui);
  row = ring_ui_find (ui, RING_TYPE_TAKE_IN_ROW);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  g_assert_null (ring_ui_get_record (ui, RING_RECORD_TAKE_IN));
  g_signal_emit_by_name (find_button (row, "Take In"), "clicked");
  g_assert_cmpstr (ring_record_get (ring_ui_get_record (ui, RING_RECORD_TAKE_IN), "at"), ==, "2026-11-22");
  gtk_check_button_set_active (ring_ui_find_in (row, GTK_TYPE_CHECK_BUTTON), TRUE);
  g_assert_cmpstr (ring_record_get (ring_ui_get_record (ui, RING_RECORD_TAKE_IN), "risks"), ==, "unsetting");
  gtk_editable_set_text (ring_ui_find_row (ui, "Condition"), "flawless");
  g_assert_cmpuint (ring_ui_count_labels (row, "Condition is not printed"), ==, 1);
  gtk_editable_set_text (ring_ui_find_row (ui, "Condition"), "A chip");
  g_assert_cmpuint (ring_ui_count_labels (row, "is not printed"), ==, 0);
  while (ring_ui_get_record (ui, RING_RECORD_TAKE_IN) != NULL)
    ring_ui_act (ui, "undo", NULL);
  g_assert_false (gtk_check_button_get_active (ring_ui_find_in (row, GTK_TYPE_CHECK_BUTTON)));
  ring_ui_act (ui, "redo", NULL);
  g_assert_nonnull (ring_ui_get_record (ui, RING_RECORD_TAKE_IN));
}

static void
test_recut (RingUi *ui, gconstpointer data)
{
  GtkWidget *row;

  ring_ui_show_bench (ui);
  ring_ui_pin_stone (ui);
  row = ring_ui_find (ui, RING_TYPE_RECUT_ROW);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  adw_combo_row_set_selected (ring_ui_find_row (ui, "Work"), 2);
  g_assert_cmpuint (ring_ui_count_labels (row, "A plan needs"), ==, 1);
  write_row (ui, "Size, mm", "6.5 - 6.5 x 4.2");
  gtk_editable_set_text (ring_ui_find_row (ui, "Cut"), "round");
  write_row (ui, "Carat", "1.10");
  gtk_spin_button_set_value (ring_ui_find_in (ring_ui_find_row (ui, "Sound width, mm"), GTK_TYPE_SPIN_BUTTON), 6.1);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==,
                   "6.1 × 6.1 × 3.78 mm, 0.87 ct ± 5 %");
  g_assert_cmpstr (ring_record_get (ring_ui_get_record (ui, RING_RECORD_STONE), "recut-width"), ==, "6.1");
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
  ADD ("taken-in", test_taken_in);
  ADD ("recut", test_recut);
  ADD ("photos", test_photos);
  ADD ("drop", test_drop);
  ADD ("photo-window", test_photo_window);
#undef ADD
  return ring_test_run ();
}
