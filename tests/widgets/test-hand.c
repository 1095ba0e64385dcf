/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the Bench lies for the hand that draws. */

#include "ring-canvas.h"
#include "ring-instrument-bar.h"
#include "ring-settings.h"
#include "ring-ui-test.h"

/* Instruments, what is at hand and the panel change sides with the hand. */
static void
test_left_handed (RingUi *ui, gconstpointer data)
{
  GtkWidget *bar = ring_ui_find (ui, RING_TYPE_INSTRUMENT_BAR);
  GtkWidget *canvas = ring_ui_find (ui, RING_TYPE_CANVAS);
  AdwFlap *flap = ring_ui_find (ui, ADW_TYPE_FLAP);
  GtkWidget *sheet = gtk_widget_get_parent (canvas);

  ring_ui_show_bench (ui);
  g_assert_true (gtk_widget_get_last_child (gtk_widget_get_parent (bar)) == sheet);
  for (guint i = 0; i < 2; i++)
    {
      ring_ui_act (ui, "left-handed", NULL);
      g_assert_true (gtk_widget_get_first_child (gtk_widget_get_parent (bar))
                     == (i == 0 ? sheet : bar));
      g_assert_true (gtk_widget_get_last_child (gtk_widget_get_parent (bar))
                     == (i == 0 ? bar : sheet));
      g_assert_cmpint (adw_flap_get_flap_position (flap), ==,
                       i == 0 ? GTK_PACK_START : GTK_PACK_END);
    }
  g_settings_reset (ring_settings_get (), "left-handed");
}

/* One place for all windows. */
static void
test_pen_buttons (RingUi *ui, gconstpointer data)
{
  RingCanvas *canvas = ring_ui_find (ui, RING_TYPE_CANVAS);

  ring_ui_show_bench (ui);
  g_assert_cmpint (ring_canvas_get_pen_button (canvas, 1), ==, RING_PEN_BUTTON_ERASE);
  g_assert_cmpint (ring_canvas_get_pen_button (canvas, 2), ==, RING_PEN_BUTTON_PAN);
  g_assert_false (ring_canvas_get_touch_draws (canvas));
  ring_ui_act (ui, "pen-button-1", "nothing");
  ring_ui_act (ui, "pen-button-2", "erase");
  ring_ui_act (ui, "touch-draws", NULL);
  g_assert_cmpint (ring_canvas_get_pen_button (canvas, 1), ==, RING_PEN_BUTTON_NOTHING);
  g_assert_cmpint (ring_canvas_get_pen_button (canvas, 2), ==, RING_PEN_BUTTON_ERASE);
  g_assert_true (ring_canvas_get_touch_draws (canvas));
  g_settings_reset (ring_settings_get (), "pen-button-1");
  g_settings_reset (ring_settings_get (), "pen-button-2");
  g_settings_reset (ring_settings_get (), "touch-draws");
  ring_ui_iterate ();
  g_assert_cmpint (ring_canvas_get_pen_button (canvas, 1), ==, RING_PEN_BUTTON_ERASE);
  g_assert_false (ring_canvas_get_touch_draws (canvas));
}

static void
test_full_screen (RingUi *ui, gconstpointer data)
{
  GtkWidget *header = ring_ui_find (ui, ADW_TYPE_HEADER_BAR);
  GtkWidget *bar = ring_ui_find (ui, RING_TYPE_INSTRUMENT_BAR);

  ring_ui_show_bench (ui);
  ring_ui_act (ui, "fullscreen", NULL);
  g_assert_false (gtk_widget_get_visible (header));
  g_assert_true (gtk_widget_get_mapped (bar));
  /* Where there is nothing to draw on, the header stays. */
  ring_ui_act (ui, "show-view", "catalogue");
  g_assert_true (gtk_widget_get_visible (header));
  ring_ui_act (ui, "show-view", "bench");
  g_assert_false (gtk_widget_get_visible (header));
  ring_ui_act (ui, "fullscreen", NULL);
  g_assert_true (gtk_widget_get_visible (header));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  adw_init ();
#define ADD(name, func) g_test_add ("/hand/" name, RingUi, NULL, ring_ui_set_up, func, ring_ui_tear_down)
  ADD ("left-handed", test_left_handed);
  ADD ("pen-buttons", test_pen_buttons);
  ADD ("full-screen", test_full_screen);
#undef ADD
  return ring_test_run ();
}
