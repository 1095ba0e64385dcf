/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-soft-click.h"

#define DONE "ring-soft-click"

static void
released_cb (GtkGestureClick *click, int n, double x, double y)
{
  GtkWidget *button = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));

  if (gtk_widget_contains (button, x, y))
    g_signal_emit_by_name (button, "clicked");
}

static void
silence_own (GtkWidget *button)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (button);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
soften (GtkWidget *button)
{
  GtkGesture *click = gtk_gesture_click_new ();

  silence_own (button);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), NULL);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (click));
  g_object_set_data (G_OBJECT (button), DONE, button);
}

void
ring_soft_click_attach (GtkWidget *widget)
{
  /* Its children are no more than places for buttons here, and not to be clicked themselves. */
  if (GTK_IS_FLOW_BOX (widget))
    silence_own (widget);
  if (GTK_IS_BUTTON (widget) && g_object_get_data (G_OBJECT (widget), DONE) == NULL)
    soften (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    ring_soft_click_attach (child);
}
