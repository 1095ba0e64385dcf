/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The client's view as an action, and its end when another design comes. */

#define G_LOG_DOMAIN "ring-app"

#include "ring-client-window.h"
#include "ring-window-private.h"

static void
client_view_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;

  if (self->client_window == NULL)
    g_set_weak_pointer (&self->client_window,
                        ring_client_window_new (GTK_WINDOW (self),
                                                ring_bench_page_get_canvas (self->bench_page)));
  gtk_window_present (self->client_window);
}

void
ring_window_add_client_action (RingWindow *self)
{
  static const GActionEntry entries[] = { { .name = "client-view", .activate = client_view_cb } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
ring_window_close_client_view (RingWindow *self)
{
  GtkWindow *window = self->client_window;

  g_clear_weak_pointer (&self->client_window);
  if (window != NULL)
    gtk_window_destroy (window);
}
