/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A region blown up like a skin over a frame. h solves Poisson's equation, laplace h = -1 with 0 on
 * the edge, and z = sqrt (2 h) is the height: over a strip exactly half a circle, over every other
 * outline as round and smooth. Solved by successive over-relaxation from coarse grids to fine ones
 * (D. M. Young 1950); where the edge runs between cells, by the ways to it (Shortley and Weller
 * 1938). Pure. */
#pragma once

#include "ring-contour.h"

G_BEGIN_DECLS

typedef struct
{
  float x, y; /* the slope: the part of the normal along x and y, turned inwards */
  float up;   /* the part of the normal towards the viewer */
  float size; /* the radius of the form there, mm */
} RingSwellCell;

typedef struct
{
  RingSwellCell *cells; /* of a grid; {0, 0, 1, 0} outside */
} RingSwell;

/* INSIDE holds for each cell of GRID how far inside of the region it is, mm, above 0 inside; the
 * outermost cells are outside. */
RingSwell *ring_swell_new (const RingGrid *grid, const double *inside) G_GNUC_WARN_UNUSED_RESULT;
void       ring_swell_free (RingSwell *swell);

G_END_DECLS
