/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The outline of what is painted: one line round all paths together, for a hand that draws over them
 * and wants its lines to fall on them. Safe from any thread. */
#pragma once

#include "ring-art.h"

G_BEGIN_DECLS

/* Round what the fills of ART cover, to about 0.01 mm, in its millimetres; holes of less than
 * 0.05 mm2, as where the prongs of a picture do not quite meet, are left out. NULL where nothing is
 * filled, or where it is wider or higher than 100 mm. */
RingPath *ring_art_make_outline (const RingArt *art) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
