/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The frame round what is selected, and the handles on it. A frame lies a few pixels outside of
 * what it frames, so that thin lines can be seen and taken hold of; PIXEL is the size of one in mm
 * of the view, as are all other lengths. Pure. */
#pragma once

#include "ring-path.h"

G_BEGIN_DECLS

typedef enum
{
  RING_SELECT_NONE,
  RING_SELECT_INSIDE,
  RING_SELECT_TURN,
  RING_SELECT_PIVOT,
  RING_SELECT_TOP_LEFT,
  RING_SELECT_TOP,
  RING_SELECT_TOP_RIGHT,
  RING_SELECT_RIGHT,
  RING_SELECT_BOTTOM_RIGHT,
  RING_SELECT_BOTTOM,
  RING_SELECT_BOTTOM_LEFT,
  RING_SELECT_LEFT,
} RingSelectHandle;

/* What POINT is on. PIVOT may be NULL where none is shown. */
RingSelectHandle ring_select_frame_find (RingRect bounds, const RingPoint *pivot, double pixel, RingPoint point);
/* Where one of the eight handles pulls at BOUNDS: *HX and *HY are -1, 0 or 1, from left to right
 * and from top to bottom. */
RingPoint        ring_select_frame_place (RingRect bounds, RingSelectHandle handle, int *hx, int *hy);

/* Its parts, for whoever shows it. */
RingPath        *ring_select_frame_get_box (RingRect bounds, double pixel) G_GNUC_WARN_UNUSED_RESULT;
RingPath        *ring_select_frame_get_stem (RingRect bounds, double pixel) G_GNUC_WARN_UNUSED_RESULT;
RingPath        *ring_select_frame_get_handles (RingRect bounds, double pixel) G_GNUC_WARN_UNUSED_RESULT;
RingPath        *ring_select_frame_get_pivot (RingPoint pivot, double pixel) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
