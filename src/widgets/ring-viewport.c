/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-viewport.h"

#include <math.h>

struct _RingViewport
{
  GObject parent_instance;

  double width, height;
  int device_scale;
  double scale;
  RingPoint centre;
  double rotation;
};

G_DEFINE_FINAL_TYPE (RingViewport, ring_viewport, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* No further from the origin than this: what is drawn stays within cairo's fixed-point numbers,
 * and nobody gets lost on the desk. */
#define MAX_CENTRE 2000.0

static void
emit_changed (RingViewport *viewport)
{
  g_signal_emit (viewport, signals[CHANGED], 0);
}

static double
clamp_scale (double scale)
{
  if (!isfinite (scale))
    return RING_VIEWPORT_SCALE_100;
  return CLAMP (scale, RING_VIEWPORT_MIN_ZOOM * RING_VIEWPORT_SCALE_100,
                RING_VIEWPORT_MAX_ZOOM * RING_VIEWPORT_SCALE_100);
}

static RingPoint
clamp_centre (RingPoint centre)
{
  RingPoint clamped = { CLAMP (centre.x, -MAX_CENTRE, MAX_CENTRE),
                        CLAMP (centre.y, -MAX_CENTRE, MAX_CENTRE) };

  return clamped;
}

static double
normalise_degrees (double degrees)
{
  degrees = fmod (degrees, 360.0);
  if (degrees > 180.0)
    degrees -= 360.0;
  else if (degrees <= -180.0)
    degrees += 360.0;
  return degrees;
}

/* Scale and rotation alone. Right angles are exact, so that an upright sheet stays upright. */
static RingMatrix
turn_matrix (RingViewport *viewport)
{
  double angle = viewport->rotation * G_PI / 180.0;
  double c = cos (angle) * viewport->scale;
  double s = sin (angle) * viewport->scale;
  RingMatrix matrix;

  if (fmod (viewport->rotation, 180.0) == 0.0)
    s = 0.0;
  else if (fmod (viewport->rotation, 90.0) == 0.0)
    c = 0.0;
  matrix = (RingMatrix){ c, s, -s, c, 0.0, 0.0 };
  return matrix;
}

/* As get_matrix(), before the offset is rounded: what moves the centre must not gather up the
 * rounding of many steps. */
static RingMatrix
exact_matrix (RingViewport *viewport)
{
  RingMatrix matrix = turn_matrix (viewport);
  RingPoint at = ring_matrix_apply (&matrix, viewport->centre);

  matrix.x0 = viewport->width / 2.0 - at.x;
  matrix.y0 = viewport->height / 2.0 - at.y;
  return matrix;
}

static RingPoint
exact_to_paper (RingViewport *viewport, RingPoint widget)
{
  RingMatrix matrix = exact_matrix (viewport);
  RingMatrix inverse = RING_MATRIX_IDENTITY;

  ring_matrix_invert (&matrix, &inverse);
  return ring_matrix_apply (&inverse, widget);
}

/* Puts PAPER under the widget's point AT. */
static void
hold_point (RingViewport *viewport, RingPoint paper, RingPoint at)
{
  RingPoint now = exact_to_paper (viewport, at);
  RingPoint centre = { viewport->centre.x + paper.x - now.x, viewport->centre.y + paper.y - now.y };

  viewport->centre = clamp_centre (centre);
}

static void
ring_viewport_class_init (RingViewportClass *class)
{
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ring_viewport_init (RingViewport *viewport)
{
  viewport->device_scale = 1;
  viewport->scale = RING_VIEWPORT_SCALE_100;
}

RingViewport *
ring_viewport_new (void)
{
  return g_object_new (RING_TYPE_VIEWPORT, NULL);
}

void
ring_viewport_set_size (RingViewport *viewport, double width, double height)
{
  g_return_if_fail (RING_IS_VIEWPORT (viewport));

  if (viewport->width == width && viewport->height == height)
    return;
  viewport->width = MAX (width, 0.0);
  viewport->height = MAX (height, 0.0);
  emit_changed (viewport);
}

void
ring_viewport_get_size (RingViewport *viewport, double *width, double *height)
{
  g_return_if_fail (RING_IS_VIEWPORT (viewport));

  *width = viewport->width;
  *height = viewport->height;
}

void
ring_viewport_set_device_scale (RingViewport *viewport, int device_scale)
{
  g_return_if_fail (RING_IS_VIEWPORT (viewport));
  g_return_if_fail (device_scale > 0);

  if (viewport->device_scale == device_scale)
    return;
  viewport->device_scale = device_scale;
  emit_changed (viewport);
}

int
ring_viewport_get_device_scale (RingViewport *viewport)
{
  g_return_val_if_fail (RING_IS_VIEWPORT (viewport), 1);

  return viewport->device_scale;
}

double
ring_viewport_get_scale (RingViewport *viewport)
{
  g_return_val_if_fail (RING_IS_VIEWPORT (viewport), 1.0);

  return viewport->scale;
}

void
ring_viewport_set_scale (RingViewport *viewport, double scale)
{
  g_return_if_fail (RING_IS_VIEWPORT (viewport));

  scale = clamp_scale (scale);
  if (viewport->scale == scale)
    return;
  viewport->scale = scale;
  emit_changed (viewport);
}

double
ring_viewport_get_zoom (RingViewport *viewport)
{
  return ring_viewport_get_scale (viewport) / RING_VIEWPORT_SCALE_100;
}

void
ring_viewport_set_zoom (RingViewport *viewport, double zoom)
{
  ring_viewport_set_scale (viewport, zoom * RING_VIEWPORT_SCALE_100);
}

RingPoint
ring_viewport_get_centre (RingViewport *viewport)
{
  g_return_val_if_fail (RING_IS_VIEWPORT (viewport), (RingPoint){ 0 });

  return viewport->centre;
}

void
ring_viewport_set_centre (RingViewport *viewport, RingPoint centre)
{
  g_return_if_fail (RING_IS_VIEWPORT (viewport));

  centre = clamp_centre (centre);
  if (viewport->centre.x == centre.x && viewport->centre.y == centre.y)
    return;
  viewport->centre = centre;
  emit_changed (viewport);
}

double
ring_viewport_get_rotation (RingViewport *viewport)
{
  g_return_val_if_fail (RING_IS_VIEWPORT (viewport), 0.0);

  return viewport->rotation;
}

void
ring_viewport_set_rotation (RingViewport *viewport, double degrees)
{
  g_return_if_fail (RING_IS_VIEWPORT (viewport));
  g_return_if_fail (isfinite (degrees));

  degrees = normalise_degrees (degrees);
  if (viewport->rotation == degrees)
    return;
  viewport->rotation = degrees;
  emit_changed (viewport);
}

RingMatrix
ring_viewport_get_matrix (RingViewport *viewport)
{
  RingMatrix matrix;

  g_return_val_if_fail (RING_IS_VIEWPORT (viewport), RING_MATRIX_IDENTITY);

  matrix = exact_matrix (viewport);
  matrix.x0 = round (matrix.x0 * viewport->device_scale) / viewport->device_scale;
  matrix.y0 = round (matrix.y0 * viewport->device_scale) / viewport->device_scale;
  return matrix;
}

RingMatrix
ring_viewport_get_inverse (RingViewport *viewport)
{
  RingMatrix matrix = ring_viewport_get_matrix (viewport);
  RingMatrix inverse = RING_MATRIX_IDENTITY;

  ring_matrix_invert (&matrix, &inverse);
  return inverse;
}

RingPoint
ring_viewport_to_paper (RingViewport *viewport, RingPoint widget)
{
  RingMatrix inverse = ring_viewport_get_inverse (viewport);

  return ring_matrix_apply (&inverse, widget);
}

RingPoint
ring_viewport_to_widget (RingViewport *viewport, RingPoint paper)
{
  RingMatrix matrix = ring_viewport_get_matrix (viewport);

  return ring_matrix_apply (&matrix, paper);
}

RingRect
ring_viewport_get_visible (RingViewport *viewport)
{
  RingMatrix inverse = ring_viewport_get_inverse (viewport);
  RingRect all = { 0.0, 0.0, viewport->width, viewport->height };

  return ring_matrix_apply_rect (&inverse, all);
}

void
ring_viewport_fit (RingViewport *viewport, RingRect rect, double margin)
{
  RingMatrix turn;
  RingRect turned;
  double across, down;

  g_return_if_fail (RING_IS_VIEWPORT (viewport));

  if (ring_rect_is_empty (rect))
    return;
  turn = turn_matrix (viewport);
  turned = ring_matrix_apply_rect (&turn, rect);
  across = MAX (turned.x1 - turned.x0, 1e-6) / viewport->scale;
  down = MAX (turned.y1 - turned.y0, 1e-6) / viewport->scale;
  viewport->scale = clamp_scale (MIN (MAX (viewport->width - 2.0 * margin, 1.0) / across,
                                      MAX (viewport->height - 2.0 * margin, 1.0) / down));
  viewport->centre = (RingPoint){ (rect.x0 + rect.x1) / 2.0, (rect.y0 + rect.y1) / 2.0 };
  emit_changed (viewport);
}

void
ring_viewport_zoom_at (RingViewport *viewport, RingPoint point, double factor)
{
  RingPoint paper;
  double scale;

  g_return_if_fail (RING_IS_VIEWPORT (viewport));
  g_return_if_fail (factor > 0.0);

  scale = clamp_scale (viewport->scale * factor);
  if (scale == viewport->scale)
    return;
  paper = exact_to_paper (viewport, point);
  viewport->scale = scale;
  hold_point (viewport, paper, point);
  emit_changed (viewport);
}

void
ring_viewport_rotate_at (RingViewport *viewport, RingPoint point, double degrees)
{
  RingPoint paper;

  g_return_if_fail (RING_IS_VIEWPORT (viewport));
  g_return_if_fail (isfinite (degrees));

  if (degrees == 0.0)
    return;
  paper = exact_to_paper (viewport, point);
  viewport->rotation = normalise_degrees (viewport->rotation + degrees);
  hold_point (viewport, paper, point);
  emit_changed (viewport);
}

void
ring_viewport_pan (RingViewport *viewport, double dx, double dy)
{
  RingPoint middle, from;

  g_return_if_fail (RING_IS_VIEWPORT (viewport));

  if (dx == 0.0 && dy == 0.0)
    return;
  middle = (RingPoint){ viewport->width / 2.0, viewport->height / 2.0 };
  from = (RingPoint){ middle.x - dx, middle.y - dy };
  ring_viewport_set_centre (viewport, exact_to_paper (viewport, from));
}
