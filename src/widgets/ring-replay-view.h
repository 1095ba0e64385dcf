/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A drawing that is drawn again before one's eyes. It has no controls: whoever shows it gives them, or lets
 * it play in a loop. What of the sheet something happens on fills the widget, on the colour of its paper.
 * Main thread; painted in another, one frame at a time, so that the interface never waits.
 *
 * Signals: "moved", when the position is another one; "ended", when playing has come to the end, each time
 * round in a loop. */
#pragma once

#include <gtk/gtk.h>

#include "ring-replay.h"

G_BEGIN_DECLS

#define RING_TYPE_REPLAY_VIEW (ring_replay_view_get_type ())
G_DECLARE_FINAL_TYPE (RingReplayView, ring_replay_view, RING, REPLAY_VIEW, GtkWidget)

GtkWidget  *ring_replay_view_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* At its start, stopped. DRAWING in the usual way (RingReplayOptions); either may be NULL, for an empty widget. */
void        ring_replay_view_set_drawing (RingReplayView *self, const RingDrawing *drawing);
void        ring_replay_view_set_replay (RingReplayView *self, RingReplay *replay);
RingReplay *ring_replay_view_get_replay (RingReplayView *self); /* NULL for none */

/* From where it is, or from the start where it is at the end. A LOOP rests at the end for a while and
 * begins again; with animations switched off it shows the end and stays there. */
void        ring_replay_view_play (RingReplayView *self, gboolean loop);
void        ring_replay_view_stop (RingReplayView *self); /* stays where it is */
gboolean    ring_replay_view_get_playing (RingReplayView *self);
/* 1, the usual, is the speed of the hand; from 0.1 to 100. */
void        ring_replay_view_set_speed (RingReplayView *self, double speed);
/* Seconds of the replay. */
void        ring_replay_view_seek (RingReplayView *self, double position);
double      ring_replay_view_get_position (RingReplayView *self);
/* Whether this person wants things to move. */
gboolean    ring_replay_view_may_move (RingReplayView *self);

G_END_DECLS
