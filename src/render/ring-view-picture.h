/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One view of a ring as it is on the drawing, at a scale of its own: for sheets that set views out in
 * their own way. Any thread with its own context. */
#pragma once

#include <cairo.h>

#include "ring-drawing.h"

G_BEGIN_DECLS

/* What the ring takes of its window, with what is drawn on it and a little air, mm of the ring; its pins and
 * notes do not count. */
RingRect ring_view_picture_crop (const RingDrawing *drawing, const RingView *view);
/* What is the ring's own: as crop(), but without air and ink. Empty for the page. */
RingRect ring_view_picture_bounds (const RingDrawing *drawing, const RingView *view);

typedef struct
{
  RingRect crop;  /* what is shown, mm of the ring */
  double   scale; /* paper mm for one mm of the ring */
  gboolean notes; /* with the layers of notes */
} RingViewPicture;

/* Upper left corner at X, Y of the paper. */
void ring_view_picture_draw (cairo_t *cr, const RingDrawing *drawing, const RingView *view, const RingViewPicture *picture, double x, double y);
/* The first view of that kind of a ring; NULL for none. */
const RingView *ring_view_picture_find (const RingDrawing *drawing, const RingRecord *ring, RingViewKind kind);

G_END_DECLS
