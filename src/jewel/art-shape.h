/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Distances to the surfaces of a band and of a head, mm, negative inside. */
#pragma once

#include "art-metal.h"

G_BEGIN_DECLS

/* Of two surfaces that run into each other with a fillet of about RADIUS. */
double art_shape_join (double a, double b, double radius);
/* The part that two solids have in common, its edge rounded. */
double art_shape_common (double a, double b, double radius);
/* A rod with round ends, of one radius at A and another at B. */
double art_shape_rod (RingVec p, RingVec a, RingVec b, double radius_a, double radius_b);

double art_shape_band (const ArtRing *ring, RingVec p);
double art_shape_head (const ArtHead *head, RingVec p);
/* The gallery of a halo alone, and the peg of a head at the side. */
double art_shape_halo (const ArtHead *head, RingVec p);
double art_shape_foot (const ArtHead *head, RingVec p);

G_END_DECLS
