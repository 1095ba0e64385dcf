/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Distances to the surfaces of a band and of a head, mm, negative inside. */
#pragma once

#include "art-metal.h"

G_BEGIN_DECLS

double art_shape_band (const ArtRing *ring, RingVec p);
double art_shape_head (const ArtHead *head, RingVec p);
/* Of two surfaces that run into each other with a fillet of about RADIUS. */
double art_shape_join (double a, double b, double radius);

G_END_DECLS
