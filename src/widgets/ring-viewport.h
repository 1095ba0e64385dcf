/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which part of the paper a widget shows: scale, centre and rotation, and the conversions between
 * widget pixels (y down, from the corner) and paper mm. Knows no widget, so it is tested alone.
 *
 * The scale is widget pixels for one paper mm; a zoom of 1 is 100 %, 96 pixels an inch. Scale and
 * rotation belong to the user and survive a change of size, which keeps the centre where it is.
 *
 * Signal "changed", after any of them changed. Main thread. */
#pragma once

#include <glib-object.h>

#include "ring-point.h"

G_BEGIN_DECLS

#define RING_VIEWPORT_SCALE_100 (96.0 / 25.4)
#define RING_VIEWPORT_MIN_ZOOM 0.1
#define RING_VIEWPORT_MAX_ZOOM 100.0

#define RING_TYPE_VIEWPORT (ring_viewport_get_type ())
G_DECLARE_FINAL_TYPE (RingViewport, ring_viewport, RING, VIEWPORT, GObject)

RingViewport *ring_viewport_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* The widget's size in pixels, and how many device pixels make one of them. */
void       ring_viewport_set_size (RingViewport *viewport, double width, double height);
void       ring_viewport_get_size (RingViewport *viewport, double *width, double *height);
void       ring_viewport_set_device_scale (RingViewport *viewport, int device_scale);
int        ring_viewport_get_device_scale (RingViewport *viewport);

double     ring_viewport_get_scale (RingViewport *viewport); /* widget pixels a paper mm */
void       ring_viewport_set_scale (RingViewport *viewport, double scale);
double     ring_viewport_get_zoom (RingViewport *viewport); /* 1 is 100 % */
void       ring_viewport_set_zoom (RingViewport *viewport, double zoom);
RingPoint  ring_viewport_get_centre (RingViewport *viewport); /* paper mm */
void       ring_viewport_set_centre (RingViewport *viewport, RingPoint centre);
double     ring_viewport_get_rotation (RingViewport *viewport); /* degrees, clockwise, -180 to 180 */
void       ring_viewport_set_rotation (RingViewport *viewport, double degrees);

/* Paper mm to widget pixels. The offset is a whole number of device pixels, so that painted tiles
 * are shown without being resampled. */
RingMatrix ring_viewport_get_matrix (RingViewport *viewport);
RingMatrix ring_viewport_get_inverse (RingViewport *viewport);
RingPoint  ring_viewport_to_paper (RingViewport *viewport, RingPoint widget);
RingPoint  ring_viewport_to_widget (RingViewport *viewport, RingPoint paper);
/* The upright rectangle of paper that holds all that the widget shows. */
RingRect   ring_viewport_get_visible (RingViewport *viewport);

/* Shows all of RECT (paper mm), rotation kept, MARGIN pixels free on each side. */
void       ring_viewport_fit (RingViewport *viewport, RingRect rect, double margin);
/* These keep the paper under POINT (widget pixels) where it is. */
void       ring_viewport_zoom_at (RingViewport *viewport, RingPoint point, double factor);
void       ring_viewport_rotate_at (RingViewport *viewport, RingPoint point, double degrees);
/* Moves the paper by so many pixels. */
void       ring_viewport_pan (RingViewport *viewport, double dx, double dy);

G_END_DECLS
