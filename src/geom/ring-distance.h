/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How far each cell of a grid is from the nearest cell of a set, exactly: P. F. Felzenszwalb and
 * D. P. Huttenlocher, "Distance Transforms of Sampled Functions", Theory of Computing 8 (2012).
 * Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RING_DISTANCE_FAR 1e9f

/* Distances in cells between the middles, COLUMNS x ROWS of them, from the cells whose CELLS value is
 * VALUE; RING_DISTANCE_FAR everywhere when there is none. */
float *ring_distance_map (const guint8 *cells, guint8 value, int columns, int rows) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
