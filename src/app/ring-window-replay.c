/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The replay as actions: from the start, or at a stroke that evidence cites. */

#define G_LOG_DOMAIN "ring-app"

#include "ring-replay-window.h"
#include "ring-window-private.h"

void
ring_window_show_replay (RingWindow *self, const char *id)
{
  GtkWidget *window = ring_replay_window_new (GTK_WINDOW (self), ring_window_get_design (self),
                                              ring_workfile_get_title (self->workfile));

  gtk_window_present (GTK_WINDOW (window));
  ring_replay_window_begin (RING_REPLAY_WINDOW (window), id);
}

static void
replay_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ring_window_show_replay (user_data, NULL);
}

void
ring_window_add_replay_actions (RingWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "replay", .activate = replay_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
