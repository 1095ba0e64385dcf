/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a design was drawn as the ring: not what was drawn over (the layers of underlays), not notes about it, and not
 * what was written by hand while people spoke. Pure. */
#pragma once

#include "ring-drawing.h"

G_BEGIN_DECLS

typedef struct
{
  const RingItem *item; /* both the drawing's */
  const RingView *view;
} RingDrawn;

/* Of RingDrawn, in the order of the file; valid as long as DRAWING. */
GArray *ring_drawn_list (const RingDrawing *drawing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
