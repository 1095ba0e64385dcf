/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The design drawn again, with all that one wants at hand: play and pause, a slider, steps, speed, what was erased, and
 * a file to give away. It shows the design as it was when the window was opened.
 *
 * Keys: Space plays and pauses, comma and period go back and on by a step, Home and End to the ends, minus and plus
 * change the speed, Escape closes. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-design.h"

G_BEGIN_DECLS

#define RING_TYPE_REPLAY_WINDOW (ring_replay_window_get_type ())
G_DECLARE_FINAL_TYPE (RingReplayWindow, ring_replay_window, RING, REPLAY_WINDOW, AdwWindow)

/* TITLE is the design's, for the file. */
GtkWidget *ring_replay_window_new (GtkWindow *parent, RingDesign *design, const char *title) G_GNUC_WARN_UNUSED_RESULT;
/* ITEM_ID NULL: plays from the start, where animations are not switched off. Else stops where that item was just
 * drawn; one that is not in the replay is looked for among notes, too. */
void       ring_replay_window_begin (RingReplayWindow *self, const char *item_id);

G_END_DECLS
