/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Was a picture only moved? Other programs often write a move into the path data itself. */
#pragma once

#include "ring-art.h"

G_BEGIN_DECLS

/* How far a moved outline may lie from an affine image of the old one, mm. */
#define RING_MOVE_TOLERANCE 0.005

/* Whether TO is an affine image of FROM, and which. The paths must be built alike. */
gboolean ring_move_find (const RingPath *from, const RingPath *to, RingMatrix *matrix);

G_END_DECLS
