/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A replay as one SVG that plays itself: plain SVG animation (SMIL), no script. A viewer that does not animate
 * shows the sheet as it is at the end. Pure. */
#pragma once

#include "ring-replay.h"

G_BEGIN_DECLS

/* SPEED 1 is that of the hand. Text as of ring_svg_write(), without model. */
GBytes *ring_svg_write_replay (const RingReplay *replay, double speed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
