/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The views of one ring, set out for the bench: front, top and side in line with each other at one scale, the
 * three-quarter view beside them, the measures that one makes the ring by, and a rule in mm of the ring. Any
 * thread with its own context; paper mm. */
#pragma once

#include <cairo.h>

#include "ring-drawing.h"

G_BEGIN_DECLS

typedef struct
{
  const RingDrawing *drawing;
  const RingRecord  *ring;
  double scale; /* of the views in line */
  double width, height;
  /*< private >*/
  const RingView *views[4];
  RingRect crops[4];
  double beside; /* the scale of the three-quarter view */
  double columns[3], rows[2];
  gboolean first_angle;
} RingViewBlock;

/* As large as fits into WIDTH x HEIGHT, at one of the usual scales. FALSE where the ring has none of
 * these views. */
gboolean ring_view_block_init (RingViewBlock *block, const RingDrawing *drawing, const RingRecord *ring, double width, double height);
void     ring_view_block_draw (const RingViewBlock *block, cairo_t *cr, double x, double y);

G_END_DECLS
