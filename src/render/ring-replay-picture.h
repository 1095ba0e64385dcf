/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A replay on pixels. From one moment to the next only what changed is painted, so a frame costs what is
 * drawn in it. Reference-counted; one thread at a time. */
#pragma once

#include <cairo.h>

#include "ring-replay.h"

G_BEGIN_DECLS

typedef struct _RingReplayPicture RingReplayPicture;

/* REGION (paper mm) fits into WIDTH × HEIGHT pixels, in the middle; what lies around it is shown, too. */
RingReplayPicture *ring_replay_picture_new (RingReplay *replay, RingRect region, int width, int height) G_GNUC_WARN_UNUSED_RESULT;
RingReplayPicture *ring_replay_picture_ref (RingReplayPicture *picture);
void               ring_replay_picture_unref (RingReplayPicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingReplayPicture, ring_replay_picture_unref)

RingReplay        *ring_replay_picture_get_replay (const RingReplayPicture *picture);
/* Paints the moment T (s); whether it looks otherwise than the one before. */
gboolean           ring_replay_picture_show (RingReplayPicture *picture, double t);
/* ARGB32, opaque; the picture's. */
cairo_surface_t   *ring_replay_picture_get_surface (const RingReplayPicture *picture);

G_END_DECLS
