/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a finish does to the outside of a band: the shapes that tools leave in it, and their marks. */
#pragma once

#include "art-metal.h"

G_BEGIN_DECLS

/* The distance to the surface, D when it is polished, with what the finish cuts into it or leaves. */
double   art_finish_shape (const ArtRing *ring, RingVec p, double d);
/* Fine lines of a brush that ran round the ring, -1 to 1. */
double   art_finish_brush (RingVec p);
/* Whether the finish covers this place: the inside and bright-cut lines stay polished. */
gboolean art_finish_covers (const ArtRing *ring, RingVec p);
/* Of engraved lines: how much of the place is in the shade of one, 0 to 1. */
double   art_finish_line (const ArtRing *ring, RingVec p);

G_END_DECLS
