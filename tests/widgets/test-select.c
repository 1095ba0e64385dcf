/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Selecting in the real window: the commands, the numbers, and what is shown while things move. */
#include <math.h>

#include "ring-bench-page.h"
#include "ring-canvas-private.h"
#include "ring-pick.h"
#include "ring-select-menu.h"
#include "ring-select-settings.h"
#include "ring-ui-test.h"

static RingBenchPage *
get_page (RingUi *ui)
{
  return ring_ui_find (ui, RING_TYPE_BENCH_PAGE);
}

static RingSelection *
get_selection (RingUi *ui)
{
  return ring_bench_page_get_selection (get_page (ui));
}

static RingView *
front (RingUi *ui)
{
  return ring_drawing_get_view_by_kind (ring_ui_drawing (ui), RING_VIEW_FRONT);
}

static RingLayer *
ink (RingUi *ui)
{
  return ring_view_get_layer_by_role (front (ui), RING_ROLE_INK);
}

static gsize
count (RingUi *ui)
{
  return ring_layer_get_n_items (ink (ui));
}

/* mm of the front view. */
static void
feed (RingUi *ui, RingCanvasPhase phase, double x, double y)
{
  static guint32 time = 1000;
  RingMatrix matrix = ring_view_get_matrix (front (ui));
  RingPoint at = ring_matrix_apply (&matrix, (RingPoint){ x, y });
  RingSample sample = { at.x, at.y, 0.6, 0, 0, time += 4 };

  ring_canvas_feed_sample (ring_ui_find (ui, RING_TYPE_CANVAS), phase, &sample, RING_CANVAS_MOUSE);
}

static void
drag (RingUi *ui, double x0, double y0, double x1, double y1)
{
  feed (ui, RING_CANVAS_DOWN, x0, y0);
  for (guint i = 1; i <= 20; i++)
    feed (ui, RING_CANVAS_MOVE, x0 + (x1 - x0) * i / 20, y0 + (y1 - y0) * i / 20);
  feed (ui, RING_CANVAS_UP, x1, y1);
  ring_ui_iterate ();
}

static void
set_up (RingUi *ui, gconstpointer data)
{
  ring_ui_set_up (ui, data);
  ring_ui_act (ui, "show-view", "bench");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (ui->window));
  ring_ui_act (ui, "instrument", "fine-liner");
  drag (ui, -4, -3, 4, 3);
  drag (ui, -4, 7, 4, 7);
  ring_ui_act (ui, "instrument", "select");
}

static gboolean
is_enabled (RingUi *ui, const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (ui->window), name);
}

static void
test_actions (RingUi *ui, gconstpointer data)
{
  g_assert_false (is_enabled (ui, "delete"));
  g_assert_false (is_enabled (ui, "align"));
  g_assert_true (is_enabled (ui, "select-all"));
  ring_ui_act (ui, "select-all", NULL);
  g_assert_cmpuint (ring_selection_get_n (get_selection (ui)), ==, 2);
  g_assert_true (is_enabled (ui, "align"));
  ring_ui_act (ui, "duplicate", NULL);
  g_assert_cmpuint (count (ui), ==, 4);
  /* The copies are selected, and lie beside what they were made of. */
  g_assert_cmpfloat (ring_item_get_matrix (ring_layer_get_item (ink (ui), 2))->x0, ==, 0.75);
  g_assert_true (
    ring_selection_has (get_selection (ui), ring_item_get_id (ring_layer_get_item (ink (ui), 3))));
  ring_ui_act (ui, "delete", NULL);
  g_assert_cmpuint (count (ui), ==, 2);
  g_assert_false (is_enabled (ui, "delete"));
  ring_ui_act (ui, "select-all", NULL);
  ring_ui_act (ui, "align", "left");
  ring_ui_act (ui, "centre", NULL);
  g_assert_cmpfloat_with_epsilon (ring_selection_get_bounds (get_selection (ui)).x0,
                                  -ring_selection_get_bounds (get_selection (ui)).x1, 1e-9);
  ring_ui_act (ui, "select-none", NULL);
  g_assert_cmpuint (ring_selection_get_n (get_selection (ui)), ==, 0);
}

/* Four turns, and two of each mirror, are nothing. */
static void
test_turns (RingUi *ui, gconstpointer data)
{
  const char *const ways[] = { "turn-left", "turn-left", "turn-left", "turn-left",
                               "turn-right", "turn-left",
                               "mirror-horizontally", "mirror-horizontally",
                               "mirror-vertically", "mirror-vertically" };
  const RingMatrix *m;

  ring_ui_act (ui, "select-all", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    ring_ui_act (ui, ways[i], NULL);
  m = ring_item_get_matrix (ring_layer_get_item (ink (ui), 0));
  g_assert_cmpfloat (m->xx, ==, 1);
  g_assert_cmpfloat (m->xy, ==, 0);
  g_assert_cmpfloat_with_epsilon (m->x0, 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (m->y0, 0, 1e-12);
}

/* Another tool draws on paper where nothing is selected any more. */
static void
test_tools (RingUi *ui, gconstpointer data)
{
  ring_ui_act (ui, "select-all", NULL);
  ring_ui_act (ui, "instrument", "pen");
  g_assert_cmpuint (ring_selection_get_n (get_selection (ui)), ==, 0);
  ring_ui_act (ui, "select-all", NULL);
  g_assert_cmpuint (ring_selection_get_n (get_selection (ui)), ==, 2);
  g_assert_true (ring_instruments_get_tool (ring_bench_page_get_instruments (get_page (ui)))
                 == RING_TOOL_SELECT);
}

/* While it is dragged, what is selected lies over tiles that are without it; afterwards they have
 * it again. */
static void
test_lift (RingUi *ui, gconstpointer data)
{
  RingCanvas *canvas = ring_ui_find (ui, RING_TYPE_CANVAS);

  feed (ui, RING_CANVAS_DOWN, 0, 0);
  g_assert_null (canvas->lift);
  feed (ui, RING_CANVAS_MOVE, 1, 1);
  feed (ui, RING_CANVAS_MOVE, 2, 1);
  g_assert_nonnull (canvas->lift);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (canvas));
  g_assert_true (ring_matrix_is_identity (ring_item_get_matrix (ring_layer_get_item (ink (ui), 0))));
  feed (ui, RING_CANVAS_UP, 2, 1);
  g_assert_cmpfloat (ring_item_get_matrix (ring_layer_get_item (ink (ui), 0))->x0, ==, 2);
  while (canvas->lift != NULL)
    gtk_test_widget_wait_for_draw (GTK_WIDGET (canvas));

  feed (ui, RING_CANVAS_DOWN, 2, 1);
  feed (ui, RING_CANVAS_MOVE, 3, 1);
  feed (ui, RING_CANVAS_CANCEL, 3, 1);
  g_assert_cmpfloat (ring_item_get_matrix (ring_layer_get_item (ink (ui), 0))->x0, ==, 2);
  while (canvas->lift != NULL)
    gtk_test_widget_wait_for_draw (GTK_WIDGET (canvas));
}

/* The spin button whose tooltip begins with NAME. */
static GtkSpinButton *
find_spin (GtkWidget *widget, const char *name)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);
  GtkSpinButton *found = NULL;

  if (GTK_IS_SPIN_BUTTON (widget) && tooltip != NULL && g_str_has_prefix (tooltip, name))
    return GTK_SPIN_BUTTON (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_spin (child, name);
  return found;
}

static void
set (RingUi *ui, const char *name, double value)
{
  GtkSpinButton *spin = find_spin (ring_ui_find (ui, RING_TYPE_SELECT_SETTINGS), name);

  g_assert_nonnull (spin);
  gtk_spin_button_set_value (spin, value);
  ring_ui_iterate ();
}

static double
get (RingUi *ui, const char *name)
{
  return gtk_spin_button_get_value (find_spin (ring_ui_find (ui, RING_TYPE_SELECT_SETTINGS), name));
}

static void
test_numbers (RingUi *ui, gconstpointer data)
{
  RingSelection *selection = get_selection (ui);
  RingRect b, before;

  ring_selection_set_item (selection, front (ui), ring_layer_get_item (ink (ui), 0));
  before = ring_selection_get_bounds (selection);
  ring_ui_act (ui, "instrument", "select");
  ring_ui_act (ui, "instrument-settings", NULL);
  set (ui, "Middle, from left", 5);
  set (ui, "Middle, up", 2);
  b = ring_selection_get_bounds (selection);
  g_assert_cmpfloat_with_epsilon ((b.x0 + b.x1) / 2, 5, 1e-9);
  /* Up is more, and in the file down is. */
  g_assert_cmpfloat_with_epsilon ((b.y0 + b.y1) / 2, -2, 1e-9);
  set (ui, "Width", 4);
  b = ring_selection_get_bounds (selection);
  g_assert_cmpfloat_with_epsilon (b.x1 - b.x0, 4, 1e-9);
  g_assert_cmpfloat_with_epsilon ((b.y1 - b.y0) / (b.x1 - b.x0),
                                  (before.y1 - before.y0) / (before.x1 - before.x0), 1e-9);
  g_assert_cmpfloat_with_epsilon (get (ui, "Height"), b.y1 - b.y0, 0.006);

  /* One after the other they add up to what is shown, and undo shows nothing again. */
  set (ui, "Turned by", 30);
  set (ui, "Turned by", 90);
  g_assert_cmpfloat_with_epsilon (
    ring_item_get_matrix (ring_layer_get_item (ink (ui), 0))->xx, 0, 1e-9);
  g_assert_cmpfloat (ring_item_get_matrix (ring_layer_get_item (ink (ui), 0))->yx, <, 0);
  g_assert_cmpfloat (get (ui, "Turned by"), ==, 90);
  ring_ui_act (ui, "undo", NULL);
  g_assert_cmpfloat (get (ui, "Turned by"), ==, 0);
  set (ui, "Scaled to", 200);
  b = ring_selection_get_bounds (selection);
  g_assert_cmpfloat_with_epsilon (b.x1 - b.x0, 8, 1e-6);
}

static void
lock_underlay (RingUi *ui)
{
  RingLayerHead head
    = *ring_layer_get_head (ring_view_get_layer_by_role (front (ui), RING_ROLE_UNDERLAY));
  RingEdit *edit = ring_edit_new (ring_ui_drawing (ui), "Lock");

  head.locked = TRUE;
  g_assert_true (ring_edit_set_layer (edit, &head));
  g_assert_true (ring_design_commit (ring_selection_get_design (get_selection (ui)), edit));
}

/* The menu lists the layers that can be drawn on, and opens where there is something or nothing. */
static void
test_menu (RingUi *ui, gconstpointer data)
{
  g_autoptr (GMenuModel) menu = NULL;
  g_autoptr (GMenuModel) last = NULL;
  g_autoptr (GMenuModel) layers = NULL;
  GtkWidget *popover;

  lock_underlay (ui);
  ring_ui_act (ui, "select-all", NULL);
  menu = ring_select_menu_new (get_selection (ui));
  last = g_menu_model_get_item_link (menu, g_menu_model_get_n_items (menu) - 1, G_MENU_LINK_SECTION);
  layers = g_menu_model_get_item_link (last, g_menu_model_get_n_items (last) - 1,
                                       G_MENU_LINK_SUBMENU);
  g_assert_cmpint (g_menu_model_get_n_items (layers), ==, 4);
  popover = ring_select_menu_popup (get_selection (ui), ring_ui_find (ui, RING_TYPE_CANVAS), 40, 40);
  gtk_test_widget_wait_for_draw (popover);
  gtk_widget_unparent (popover);
  ring_ui_act (ui, "to-layer",
               ring_layer_get_head (ring_view_get_layer_by_role (front (ui), RING_ROLE_METAL))->id);
  g_assert_cmpuint (count (ui), ==, 0);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  adw_init ();
#define ADD(name, func) g_test_add ("/select/" name, RingUi, NULL, set_up, func, ring_ui_tear_down)
  ADD ("actions", test_actions);
  ADD ("turns", test_turns);
  ADD ("tools", test_tools);
  ADD ("lift", test_lift);
  ADD ("numbers", test_numbers);
  ADD ("menu", test_menu);
#undef ADD
  return ring_test_run ();
}
