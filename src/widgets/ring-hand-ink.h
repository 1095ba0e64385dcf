/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A line under a hand beside the drawing (ring-hand.h), of which only the outline stays: its samples are
 * forgotten when it ends. Main thread. */
#pragma once

#include "ring-ink.h"

G_BEGIN_DECLS

typedef struct _RingHandInk RingHandInk;

/* STYLE must stay; SAMPLE is the first, in mm, with the time of its event. */
RingHandInk *ring_hand_ink_new (const RingInkStyle *style, const RingSample *sample) G_GNUC_WARN_UNUSED_RESULT;
void         ring_hand_ink_free (RingHandInk *ink);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingHandInk, ring_hand_ink_free)
void         ring_hand_ink_add (RingHandInk *ink, const RingSample *sample);
/* As it is while it is wet. */
RingPath    *ring_hand_ink_get_wet (RingHandInk *ink) G_GNUC_WARN_UNUSED_RESULT;
/* As it dries, TOLERANCE mm from the ideal sweep at most. */
RingPath    *ring_hand_ink_get_outline (RingHandInk *ink, double tolerance) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
