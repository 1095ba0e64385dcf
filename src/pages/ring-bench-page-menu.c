/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a right click, or a finger that stays, opens on the sheet. */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-bench-page-private.h"

#include "ring-pick.h"
#include "ring-select-menu.h"

/* How near a right click must come to a thin line. */
#define PICK_PIXELS 7

/* What lies at X, Y of the canvas is selected, unless it is already. */
static void
pick (RingBenchPage *self, double x, double y)
{
  RingViewport *viewport = ring_canvas_get_viewport (self->canvas);
  const RingDrawing *drawing = ring_design_get_drawing (self->design);
  RingPoint at = ring_viewport_to_paper (viewport, (RingPoint){ x, y });
  const RingView *views[] = { ring_drawing_view_at (drawing, at),
                              ring_drawing_get_view_by_kind (drawing, RING_VIEW_PAGE) };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      RingMatrix matrix = views[i] != NULL ? ring_view_get_matrix (views[i]) : RING_MATRIX_IDENTITY;
      RingMatrix inverse;
      RingItem *item;

      if (views[i] == NULL || !ring_matrix_invert (&matrix, &inverse))
        continue;
      item = ring_pick_at (views[i], ring_matrix_apply (&inverse, at),
                           PICK_PIXELS / ring_viewport_get_scale (viewport)
                             * ring_matrix_scale (&inverse));
      if (item == NULL)
        continue;
      ring_instruments_choose (self->instruments, "select");
      if (!ring_selection_has (self->selection, ring_item_get_id (item)))
        ring_selection_set_item (self->selection, views[i], item);
      return;
    }
}

void
_ring_bench_page_drop_menu (RingBenchPage *self)
{
  g_clear_pointer (&self->menu, gtk_widget_unparent);
}

static void
open_menu (RingBenchPage *self, double x, double y)
{
  _ring_bench_page_drop_menu (self);
  if (self->design == NULL || ring_canvas_is_drawing (self->canvas))
    return;
  pick (self, x, y);
  self->menu = ring_select_menu_popup (self->selection, GTK_WIDGET (self->canvas), x, y);
}

static void
right_click_cb (RingBenchPage *self, int n_press, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x, y);
}

void
_ring_bench_page_init_menu (RingBenchPage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (right_click_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (open_menu), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), GTK_EVENT_CONTROLLER (press));
}
