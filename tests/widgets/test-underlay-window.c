/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How underlays come into the real window: pasted, dropped, and not at all when it closes. */
#include "ring-bench-page.h"
#include "ring-ui-test.h"
#include "ring-underlay-row.h"

static gboolean
has_photo (gpointer data)
{
  return ring_drawing_count_items (ring_ui_drawing (data), RING_ITEM_IMAGE) > 0;
}

static char *
photo_path (void)
{
  return ring_test_data_path ("render/photo.png");
}

static void
set_up (RingUi *ui, gconstpointer data)
{
  ring_ui_set_up (ui, data);
  ring_ui_act (ui, "show-view", "bench");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (ui->window));
}

static gboolean
is_enabled (RingUi *ui, const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (ui->window), name);
}

/* A screenshot is nothing but a photo. */
static void
test_paste (RingUi *ui, gconstpointer data)
{
  g_autofree char *path = photo_path ();
  g_autoptr (GBytes) bytes = ring_test_read (path);
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_for_bytes ("image/png", bytes);

  g_assert_false (is_enabled (ui, "known-length"));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (ui->window)), provider);
  ring_ui_act (ui, "paste", NULL);
  g_assert_true (ring_test_wait (has_photo, ui, 20));
  g_assert_true (is_enabled (ui, "known-length"));
  g_assert_true (is_enabled (ui, "lock-underlay"));
  ring_ui_act (ui, "undo", NULL);
  g_assert_false (has_photo (ui));
  g_assert_false (is_enabled (ui, "known-length"));
}

/* Where it is dropped is the view that it belongs to. */
static void
test_drop (RingUi *ui, gconstpointer data)
{
  RingCanvas *canvas = ring_ui_find (ui, RING_TYPE_CANVAS);
  RingView *top = ring_drawing_get_view_by_kind (ring_ui_drawing (ui), RING_VIEW_TOP);
  RingPoint at = ring_viewport_to_widget (ring_canvas_get_viewport (canvas),
                                          ring_view_get_head (top)->origin);
  g_autofree char *path = photo_path ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList files = { file, NULL };

  g_assert_true (ring_ui_drop (GTK_WIDGET (canvas), &files, at));
  g_assert_true (ring_test_wait (has_photo, ui, 20));
  top = ring_drawing_get_view_by_kind (ring_ui_drawing (ui), RING_VIEW_TOP);
  g_assert_cmpuint (ring_layer_get_n_items (ring_view_get_layer_by_role (top, RING_ROLE_UNDERLAY)),
                    ==, 1);
}

/* The settings have the row of an underlay where one is selected. */
static void
test_settings (RingUi *ui, gconstpointer data)
{
  g_autofree char *path = photo_path ();
  GtkWidget *row;

  ring_ui_act (ui, "instrument", "select");
  ring_ui_act (ui, "instrument-settings", NULL);
  ring_ui_iterate ();
  row = ring_ui_find (ui, RING_TYPE_UNDERLAY_ROW);
  g_assert_false (gtk_widget_get_visible (row));
  ring_ui_act (ui, "add-underlay-path", path);
  g_assert_true (ring_test_wait (has_photo, ui, 20));
  ring_ui_iterate ();
  g_assert_true (gtk_widget_get_visible (row));
  ring_ui_act (ui, "lock-underlay", NULL);
  g_assert_false (gtk_widget_get_visible (row));
}

/* Nobody waits for a photo that nobody will see: the fixture closes the window. */
static void
test_closed (RingUi *ui, gconstpointer data)
{
  g_autofree char *path = photo_path ();

  ring_ui_act (ui, "add-underlay-path", path);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  adw_init ();
  g_test_add ("/underlay/paste", RingUi, NULL, set_up, test_paste, ring_ui_tear_down);
  g_test_add ("/underlay/drop", RingUi, NULL, set_up, test_drop, ring_ui_tear_down);
  g_test_add ("/underlay/settings", RingUi, NULL, set_up, test_settings, ring_ui_tear_down);
  g_test_add ("/underlay/closed", RingUi, NULL, set_up, test_closed, ring_ui_tear_down);
  return ring_test_run ();
}
