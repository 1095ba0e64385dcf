/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Smooth closed curves round where a field of numbers on a grid is positive: marching squares,
 * crossings told between the cells, then as few Bezier curves as a tolerance allows. Pure; the same
 * field gives the same curves. */
#pragma once

#include "ring-path.h"

G_BEGIN_DECLS

/* Cells of STEP mm, row by row; (X0, Y0) is the middle of the first. */
typedef struct
{
  double x0, y0;
  double step;
  int    columns, rows;
} RingGrid;

/* The parts where VALUES is above 0, holes running the other way round. The outermost cells must
 * not be above 0. Loops of less than MIN_AREA (mm2) are left out, holes too. Where the line bends
 * sharply within a few cells there is a corner. */
RingPath *ring_contour_fit (const RingGrid *grid, const double *values, double min_area, double tolerance) G_GNUC_WARN_UNUSED_RESULT;
/* Within the closed line through N points, mm2. */
double    ring_contour_area (const RingPoint *points, guint n);

G_END_DECLS
