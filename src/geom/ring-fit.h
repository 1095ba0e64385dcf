/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Cubic Bezier curves through many points, as few as a tolerance allows. P. J. Schneider, "An
 * Algorithm for Automatically Fitting Digitized Curves", Graphics Gems (1990), with a third
 * coordinate that is carried along: the radius of a pen, or 0.
 *
 * Pure functions; the same points give the same curves. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In a tangent (X, Y) has length 1 and Z is the change of z on the way of one. */
typedef struct
{
  double x, y, z;
} RingFitPoint;

typedef struct
{
  RingFitPoint p[4];
} RingFitCurve;

/* Appends RingFitCurves to CURVES that join with one direction. TANGENTS holds the direction of
 * travel at each of the N points. No point lies farther than TOLERANCE from the curves, where a
 * difference in z is added to the distance in the plane. Fewer than two points give nothing. */
void ring_fit_curves (const RingFitPoint *points,
                      const RingFitPoint *tangents,
                      gsize               n_points,
                      double              tolerance,
                      GArray             *curves);

RingFitPoint ring_fit_curve_at (const RingFitCurve *curve, double t);
RingFitPoint ring_fit_curve_derivative (const RingFitCurve *curve, double t);

G_END_DECLS
