/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The gems of a ring that are to be seen lit, and the metal of their settings, as one view shows
 * them, beneath the guide lines. Pure. */
#pragma once

#include "ring-drawing.h"
#include "ring-gem-art.h"

G_BEGIN_DECLS

typedef struct
{
  GArray   *shapes; /* of RingGemShape, mm from the gem's origin; shared, not to be changed */
  RingPoint at;     /* where that is, mm of the view */
  double    far;    /* from the eye */
} RingLitGem;

/* Of RingLitGem, the farthest first, and at last all that is seen of settings; empty where none is
 * lit. Shared, not to be changed. Any thread. */
GArray *ring_lit_gems_list (const RingDrawing *drawing, const RingViewHead *head) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
