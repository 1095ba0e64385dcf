/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A replay as numbered pictures, for programs that make films of them. */
#pragma once

#include <gio/gio.h>

#include "ring-replay.h"

G_BEGIN_DECLS

typedef struct
{
  int    width; /* pixels; the height follows from what is shown */
  double fps;   /* pictures a second */
  double speed; /* 1 is that of the hand */
} RingReplayFrames;

#define RING_REPLAY_MOST_FRAMES 100000

void     ring_replay_frames_init (RingReplayFrames *frames); /* 1280, 25, 1 */
/* Writes 0001.png, 0002.png ... into FOLDER, which comes whole or not at all; it must not be there yet, or be empty.
 * FALSE with RING_ERROR_INVALID, LIMIT or FAILED, which say what to do. */
gboolean ring_replay_write_frames (RingReplay *replay, const RingReplayFrames *frames, const char *folder, GError **error);

G_END_DECLS
