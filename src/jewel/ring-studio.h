/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The light that rings are pictured in: a tent with a soft box at the upper left, a strip light at
 * the right, some lamps and dark corners that make a stone sparkle, and the dark head of the viewer.
 * One light for the Catalogue's art and for gems on the Bench. Pure. */
#pragma once

#include "ring-vec.h"

G_BEGIN_DECLS

/* 0 up to FROM, 1 past TO, and smooth between. */
double ring_studio_soft (double value, double from, double to);
/* The light from a direction, 0 dark, 1 a white wall: SEEN in the viewer's axes (right, up, toward),
 * UP how far it comes from above the ring. AMBIENT is the wall's own; DIM: from below comes little,
 * as there are finger and band. */
double ring_studio_light (RingVec seen, double up, double ambient, gboolean dim);

G_END_DECLS
