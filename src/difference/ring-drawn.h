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
  gboolean        seen; /* its layer is not hidden */
} RingDrawn;

/* Of RingDrawn, in the order of the file; valid as long as DRAWING. */
GArray  *ring_drawn_list (const RingDrawing *drawing) G_GNUC_WARN_UNUSED_RESULT;
/* Of it what is seen in the front view, through the finger. */
GArray  *ring_drawn_list_front (const RingDrawing *drawing) G_GNUC_WARN_UNUSED_RESULT;
/* What such items cover within the view's window, mm of the ring; empty for none. */
RingRect ring_drawn_extent (const GArray *drawn);

G_END_DECLS
